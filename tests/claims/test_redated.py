"""An article read as of another day: what would move, and rows that rest on an inferred day."""

from dataclasses import replace
from datetime import date

from tests.faults import open_fault
from toolkit.claims.clocks.redating import UNSURE, moves, resting, span
from toolkit.claims.extract import extract
from toolkit.model import Article

TEXT = (
    "The Russian Defence Ministry said on Sunday that its troops had captured the village of Zaporizke. "
    "Russian troops captured the village of Kostiantynivka on June 1, 2025, the ministry said."
)
ARTICLE = Article("a", TEXT, published=date(2025, 6, 11))


@open_fault("the capture of one village is dated with the capture of another")
def test_what_hangs_on_the_day_of_print_moves_and_the_rest_does_not() -> None:
    found = moves(ARTICLE, date(2025, 6, 18), extract)
    assert {move.mention_id for move in found if move.clock == "happened"} == {extract(ARTICLE)[0].mention_id}
    assert [move.days for move in found if move.clock == "happened"] == [7]
    assert found[0].quote.startswith("The Russian Defence Ministry")
    assert moves(ARTICLE, date(2025, 6, 11), extract) == []


@open_fault("the capture of one village is dated with the capture of another")
def test_an_article_without_a_date_gains_days() -> None:
    found = moves(replace(ARTICLE, published=None), date(2025, 6, 11), extract)
    assert span((None, None)) == "no day"
    assert {move.days for move in found} == {None}
    assert str(found[0]).endswith("-> ../2025-06-08")


@open_fault("the capture of one village is dated with the capture of another")
def test_a_row_takes_in_the_days_of_every_possible_day_of_print() -> None:
    inferred = replace(ARTICLE, published_basis="inferred")
    certain = extract(ARTICLE)
    first, second = resting(inferred, extract, {"a": (date(2025, 6, 5), date(2025, 6, 11))})
    assert (first.said_start, first.said_end) == (date(2025, 6, 1), date(2025, 6, 8))
    assert first.event_end == date(2025, 6, 8)
    assert first.event_edtf == "../2025-06-08"
    assert first.confidence == round(certain[0].confidence * UNSURE, 2)
    assert "2025-06-11, is inferred: 2025-06-05 to 2025-06-11 are possible" in first.event_why
    assert "../2025-06-01" in first.event_why
    assert (second.event_start, second.event_end) == (date(2025, 6, 1), date(2025, 6, 1))
    assert "is inferred" in second.event_why


def test_a_row_of_a_known_day_says_nothing_of_it() -> None:
    assert resting(ARTICLE, extract, {}) == extract(ARTICLE)
    assert resting(ARTICLE, extract, {"a": (date(2025, 6, 5), date(2025, 6, 11))}) == extract(ARTICLE)
