"""Blanks without end cost as much as other text: where a pattern does the work, by the time that it takes."""

from collections.abc import Callable

import pytest

from tests.growth import grows
from toolkit.claims.clocks.said_clock import _THAT
from toolkit.claims.text.furniture import furniture
from toolkit.claims.text.sentences import sentences
from toolkit.corpus.cleaning import without_markup
from toolkit.corpus.publication.dateline import _ENDS
from toolkit.corpus.webpage import _DECLARATION
from toolkit.dates import find_dates

READERS: dict[str, Callable[[str], object]] = {
    "declaration": lambda text: _DECLARATION.sub("", text),
    "dateline": lambda text: _ENDS.match(f"{text}x"),
    "furniture": furniture,
    "said": lambda text: _THAT.match(f"{text}x"),
    "sentences": lambda text: list(sentences(text)),
    "cleaning": lambda text: without_markup(text, markdown=True),
    "dates": lambda text: find_dates(f"On 5 June 2024{text}they met.", "2025-01-01"),
}


@pytest.mark.parametrize("piece", [" ", "\t ", "\n \n", "\u00a0"], ids=["blanks", "tabs", "lines", "hard"])
@pytest.mark.parametrize("reader", READERS)
def test_eight_times_the_blanks_are_no_square_of_the_work(reader: str, piece: str) -> None:
    read = READERS[reader]
    assert not grows(read, piece, (2_000, 16_000), 24, 0.1)
