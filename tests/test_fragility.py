"""What rests on a convention: dates that another reading makes jump, and dates that it leaves where they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.claims.extract import extract
from toolkit.claims.lexicon import load_lexicon
from toolkit.corpus.reading import read_corpus
from toolkit.dates import Policy
from toolkit.fragility import other_days, tenable
from toolkit.model import Article
from toolkit.pipeline import build
from toolkit.timeline.storage import read_events, write_table
from toolkit.timeline.table import COLUMNS, SENSITIVITY, to_frame

LEXICON = load_lexicon()
CORPUS = Path(__file__).parents[1] / "corpus" / "dnipropetrovsk-2025"
SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2025, 6, day) for day in (7, 8, 9, 10))
EARLIER, LATER, WEEK, AHEAD = (name for name in SENSITIVITY if name != "fragile")
SEIZED = "Russian troops seized the village of Zaporizke {}, the ministry said."


def read(text: str, published: date | None, policy: Policy | None = None) -> dict[str, str]:
    """The columns of the only claim of a text."""
    (claim,) = extract(Article("a", text, published=published), policy=policy)
    return other_days(Article("a", text, published=published), LEXICON, policy).get(claim.mention_id, {})


JUMPING = [
    # A weekday on its own day was a week before for those who wrote a day earlier.
    ("on Sunday", SUNDAY, {EARLIER: "2025-06-01", "fragile": "published_day_earlier -7"}),
    # The same weekday, written of on the day before, is the one of the day after.
    ("on Sunday", SATURDAY, {LATER: "2025-06-08", "fragile": "published_day_later +7"}),
    ("last week", MONDAY, {EARLIER: "2025-05-26/2025-06-01", WEEK: "2025-06-01/2025-06-07"}),
    ("this month", date(2025, 7, 1), {EARLIER: "2025-06", "fragile": "published_day_earlier -30"}),
]


@pytest.mark.parametrize(("words", "published", "columns"), JUMPING)
def test_a_date_that_jumps_is_fragile(words: str, published: date, columns: dict[str, str]) -> None:
    found = read(SEIZED.format(words), published)
    assert {name: found.get(name) for name in columns} == columns
    assert found["fragile"]


@pytest.mark.parametrize(
    ("words", "published", "columns"),
    [
        ("on 6 June 2025", SUNDAY, {}),
        ("on June 6", SUNDAY, {}),
        # The day before goes along with the article, and no further.
        ("yesterday", SUNDAY, {EARLIER: "2025-06-06", LATER: "2025-06-08"}),
        # The verb tells that it is past, so that no other reading is left.
        ("on Sunday", TUESDAY, {}),
        # Without a day of publication there is none to be wrong.
        ("on 6 June 2025", None, {}),
    ],
)
def test_a_date_that_stays_or_goes_along_is_not_fragile(
    words: str, published: date | None, columns: dict[str, str]
) -> None:
    assert read(SEIZED.format(words), published) == columns


def test_what_is_told_as_a_fact_was_not_to_come() -> None:
    text = "Moscow used Sunday's talks in Geneva to warn Kyiv."
    article = Article("a", text, published=TUESDAY)
    (talks,) = (claim for claim in extract(article) if claim.kind == "talks")
    assert other_days(article, LEXICON)[talks.mention_id] == {AHEAD: "2025-06-15"}
    ahead = replace(talks, event_start=date(2025, 6, 15), event_end=date(2025, 6, 15))
    assert not tenable(ahead, ahead=True)
    assert tenable(replace(ahead, modality="planned"), ahead=True)
    said = date(2025, 6, 15)
    assert not tenable(replace(ahead, modality="planned", said_start=said, said_end=said), ahead=True)


def test_weeks_may_begin_on_sunday_already() -> None:
    assert WEEK not in read(SEIZED.format("last week"), TUESDAY, Policy(week_start=6))


def test_an_inferred_day_is_not_moved_once_more() -> None:
    article = Article("a", SEIZED.format("on Sunday"), published=SUNDAY, published_basis="inferred")
    assert other_days(article, LEXICON) == {}
    assert other_days(replace(article, published_basis="given"), LEXICON)


def test_the_first_and_the_last_day_of_the_calendar_have_one_neighbour() -> None:
    for day in (date.min, date.max):
        other_days(Article("a", SEIZED.format("on Sunday"), published=day), LEXICON)


def test_the_columns_are_written_and_read_back(tmp_path: Path) -> None:
    result = build(CORPUS, sensitivity=True)
    plain = build(CORPUS)
    assert list(result.events.columns[-5:]) == list(SENSITIVITY)
    pd.testing.assert_frame_equal(result.events[plain.events.columns], plain.events)
    assert 0 < (result.events["fragile"] != "").sum() < len(result.events) / 2
    for name in ("events.csv", "events.parquet"):
        write_table(result.events, tmp_path / name)
        pd.testing.assert_frame_equal(read_events(tmp_path / name), result.events, check_index_type=False)
    assert result.parameters["sensitivity"] is True
    assert "sensitivity" not in plain.parameters


def test_events_and_articles_are_enough() -> None:
    articles = read_corpus(CORPUS)
    found = tk.sensitivity(tk.events(articles), articles)
    assert list(found["fragile"]) == list(build(CORPUS, sensitivity=True).events.sort_index()["fragile"])
    assert list(tk.sensitivity(to_frame([]), []).columns) == [*COLUMNS, *SENSITIVITY]


def test_what_an_analyst_has_corrected_is_settled() -> None:
    article = Article("a", SEIZED.format("on Sunday"), published=SUNDAY)
    events = to_frame(extract(article))
    for corrected, fragile in (("event_start; event_end", ""), ("place", "published_day_earlier -7")):
        rows = events.assign(corrected=pd.array([corrected], dtype="str"))
        assert tk.sensitivity(rows, [article])["fragile"][0] == fragile
