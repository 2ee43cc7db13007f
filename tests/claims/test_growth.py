"""The work on an article grows with its length, whatever the text looks like: counted in calls, not in seconds."""

import sys
from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.extract import extract
from toolkit.model import Article

NEWS = (
    "Russian troops seized the village of Zaporizke, the Defence Ministry told The Daily on Sunday. "
    "Olena Hrytsenko, a spokeswoman for the army, denied it on Monday; she said that its envoys had refused talks.\n"
    "Kyiv rejected that claim. “We hold the border of the region,” he said, according to officials in Geneva.\n"
)
SHAPES = {
    "news": NEWS,
    "one line": NEWS.replace("\n", " "),
    "no end of a sentence": NEWS.replace("\n", " ").replace(".", " "),
    "a table": NEWS.replace("\n", " | "),
    "one paragraph of quotations": NEWS.replace("\n", " ").replace("the", "“the"),
    "no claim": "The weather was fine and the river was calm, he said.\n",
}


def calls(text):
    """How many functions are called for the claims of a text, which the light parser reads (a model makes no calls)."""
    article = Article("a1", text, "The Daily", published=date(2025, 6, 9))
    count = 0

    def called(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        extract(article, parser="light")
    finally:
        sys.setprofile(None)
    return count


LONG = {
    "no end of a sentence": "each saying of a sentence is tried with each of its days, and a sentence may be long",
}


@pytest.mark.parametrize(
    "shape", [fault(shape, why=LONG[shape]) if shape in LONG else shape for shape in SHAPES]
)
def test_four_times_the_text_is_four_times_the_work(shape):
    unit = SHAPES[shape]
    calls(unit)
    few, many = (calls(unit * (size // len(unit))) for size in (5_000, 20_000))
    assert many < 4.4 * few


@pytest.mark.parametrize(
    "piece", ["he said ", "“he said” ", "troops give nothing Zaporizke on Sunday, he said. "]
)
def test_pronouns_and_long_sentences_cost_as_other_text(piece, monkeypatch):
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", "0")  # what is kept of the one would be read, not the other
    size = 4_000
    calls(piece)
    assert calls(piece * (size // len(piece))) < 2.5 * calls(NEWS * (size // len(NEWS)))
