"""Publication days made out from text and neighbours: honest intervals, named reasons, nothing filled silently."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import calls
from tests.tries import tries
from toolkit.corpus.publication.address import month_in
from toolkit.corpus.publication.clues import clues
from toolkit.corpus.publication.evidence import Evidence
from toolkit.corpus.publication.inference import NARROW, Inference, Inferrer
from toolkit.corpus.publication.undated import clues_besides, day_limit, in_words, with_inferred
from toolkit.corpus.reading import Corpus
from toolkit.model import Article, NamedEvent

INVASION = NamedEvent(("invasion", "full-scale invasion"), date(2022, 2, 24))


def kinds(text: str, events: Sequence[NamedEvent] = ()) -> list[str]:
    return [clue.kind for clue in clues(text, events)]


def score(text: str, kind: str, day: date, events: Sequence[NamedEvent] = ()) -> float:
    (clue,) = [each for each in clues(text, events) if each.kind == kind]
    return clue.score(day.toordinal())


@pytest.mark.parametrize(
    ("text", "kind", "fits", "does_not"),
    [
        ("The talks ended on June 13, 2025.", "date", date(2025, 6, 14), date(2025, 6, 12)),
        ("The talks will resume on June 16, 2025.", "ahead", date(2025, 6, 10), date(2025, 6, 20)),
        ("The talks ended on June 13.", "day", date(2031, 6, 14), date(2031, 6, 10)),
        ("The talks will resume on June 16.", "day ahead", date(2031, 6, 10), date(2031, 6, 20)),
        ("They met on Tuesday, June 3.", "weekday and day", date(2025, 6, 5), date(2026, 6, 5)),
        ("They met yesterday, June 7.", "day named", date(2025, 6, 8), date(2025, 6, 9)),
        ("They met on Tuesday.", "weekday", date(2025, 6, 10), date(2025, 6, 9)),
        ("In late May they met.", "time of the year", date(2025, 6, 2), date(2025, 4, 2)),
        ("Last month they met, on June 13.", "month of print", date(2025, 7, 2), date(2025, 6, 20)),
        ("In 2024, last year, they met.", "year of print", date(2025, 7, 2), date(2024, 12, 20)),
        ("Talks failed in 2024.", "year", date(2024, 6, 1), date(2020, 6, 1)),
        ("Talks ended. © 2025 The Example", "copyright", date(2025, 7, 2), date(2026, 1, 2)),
    ],
)
def test_a_clue_prefers_the_days_that_fit(text: str, kind: str, fits: date, does_not: date) -> None:
    assert score(text, kind, fits) > score(text, kind, does_not) + 1


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Trade fell against last month, December, they said.", "month of print"),
        ("They met on Tuesday. June 3 is a holiday.", "weekday and day"),
        ("The talks of 1648 ended a war.", "year"),
        ("Peace held for three years after the talks.", "years since"),
        ("It was three years ago that the museum opened.", "years since"),
        ("They copyrighted 2025 songs.", "copyright"),
    ],
)
def test_what_is_no_such_clue(text: str, absent: str) -> None:
    assert absent not in kinds(text, [INVASION])


def test_years_are_counted_from_an_event_that_is_named() -> None:
    text = "The full-scale invasion began three years ago."
    assert score(text, "years since", date(2025, 6, 1), [INVASION]) == 0
    assert score(text, "years since", date(2024, 1, 1), [INVASION]) < -1


def test_a_text_alone_may_tell_its_day_nearly() -> None:
    text = "Envoys met in Istanbul on Monday, June 2, 2025, the ministry said on Tuesday. They parted without a deal."
    (found,) = [Inferrer([Article("a", text)]).infer(0)]
    assert found.best in (date(2025, 6, 3), date(2025, 6, 4))
    assert found.earliest is not None
    assert found.earliest >= date(2025, 6, 1)
    assert {reason.kind for reason in found.reasons} >= {"date", "weekday"}


def test_where_nothing_tells_the_day_both_sides_stay_open() -> None:
    found = Inferrer([Article("a", "Bread is baked early on Sunday.")]).infer(0)
    assert (found.earliest, found.latest, found.best, found.days, found.span) == (None, None, None, None, "")
    assert in_words(found) == "nothing tells its day"


def story(day: date, words: str) -> str:
    return (
        f"Rescuers searched the flooded valley of the Nysa river on {day:%A} after the dam near Klodzko broke. "
        f"{words} The mayor said that 1,600 people had left their homes in Stronie, and the bridge at Ladek fell."
    )


def corpus(days: Sequence[date]) -> list[Article]:
    return [
        Article(f"a{at}", story(day, f"Report number {at} counted {at * 7 + 3} boats."), published=day)
        for at, day in enumerate(days)
    ]


def test_neighbours_that_tell_the_same_narrow_the_days_and_are_named() -> None:
    days = [date(2024, 9, 15) + timedelta(days=at) for at in (0, 0, 1, 1, 2, 3)]
    articles = [*corpus(days), Article("new", story(date(2024, 9, 16), "More boats came."))]
    found = Inferrer(articles).infer(6)
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest <= date(2024, 9, 16) <= found.latest
    assert found.best is not None
    assert abs((found.best - date(2024, 9, 16)).days) <= 1
    named = [reason for reason in found.reasons if reason.kind == "neighbours"]
    assert named
    assert "2024-09-16" in named[0].why


def test_the_own_day_is_never_looked_at() -> None:
    days = [date(2024, 9, 15) + timedelta(days=at) for at in range(6)]
    articles = corpus(days)
    hidden = [*articles[:3], replace(articles[3], published=None), *articles[4:]]
    wrong = [*articles[:3], replace(articles[3], published=date(2011, 1, 1)), *articles[4:]]
    found = {Inferrer(each).infer(3) for each in (articles, hidden, wrong)}
    assert len(found) == 1


def test_the_work_grows_with_the_clues_and_not_with_the_days_between_the_articles() -> None:
    articles = [*corpus([date(2024, 9, 15) + timedelta(days=at) for at in range(6)])]
    new = Article("new", story(date(2024, 9, 16), "More boats came."))

    def infer(first: date | None) -> Inference:
        early = [Article("early", "The ship sailed.", published=first)] if first else []
        return Inferrer([*articles, new, *early]).infer(6)

    infer(None)
    work = {year: calls(lambda year=year: infer(date(year, 5, 1))) for year in (2010, 1900, 1600)}
    assert work[1600] < 1.2 * work[2010]
    assert work[2010] < 3 * calls(lambda: infer(None))
    assert infer(date(1600, 5, 1)).best == infer(None).best


def test_the_order_of_the_articles_plays_no_part() -> None:
    articles = corpus([date(2024, 9, 15) + timedelta(days=at % 4) for at in range(8)])
    there = Inferrer(articles).infer(2)
    back = Inferrer(articles[::-1]).infer(5)
    assert there == back


def test_a_dateline_is_left_to_the_ladder() -> None:
    plain = "Talks ended on Tuesday in Geneva, the ministry said. © 2025"
    dated = f"GENEVA, June 11, 2031 — {plain}\nUpdated 3 May 2032"
    assert Inferrer([Article("a", dated)]).infer(0).best == Inferrer([Article("a", plain)]).infer(0).best


@settings(max_examples=tries(40))
@given(st.text(max_size=200), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_any_text_gives_an_ordered_interval(text: str, day: date) -> None:
    articles = [Article("a", text), Article("b", f"{text} In 2020 they met.", published=day)]
    found = Inferrer(articles).infer(0)
    assert (found.earliest or date.min) <= (found.best or date.max) <= (found.latest or date.max)


def test_updates_addresses_and_dates_in_part_are_clues_besides() -> None:
    article = Article("a", "Talks ended.", url="https://example.org/2025/06/talks")
    evidence = [
        Evidence("metadata", date(2025, 6, 20), "2025-06-20", "", update=True),
        Evidence("given", None, "June 2025", "manifest.csv", "is no date with day, month and year"),
        Evidence("given", None, "32 May", "manifest.csv", "names no day"),
    ]
    found = clues_besides(article, evidence)
    assert [clue.kind for clue in found] == ["update", "in part", "url"]
    bounds = Inferrer([article]).infer(0, found)
    assert bounds.earliest is None or bounds.earliest >= date(2025, 6, 1)
    assert bounds.latest == date(2025, 6, 20)
    assert month_in("/2025/06/13/talks") is None
    assert month_in("/2025-06.html") is None


def test_only_narrow_inferences_are_used_unless_asked() -> None:
    articles = (
        *corpus([date(2024, 9, 15) + timedelta(days=at % 3) for at in range(9)]),
        Article("vague", "The museum in Lisbon was closed in 2024."),
    )
    read = Corpus("flood", Path("flood"), articles)
    assert with_inferred(read)[9].published is None
    assert with_inferred(read, 0) is read
    used = with_inferred(read, 10**6)
    wide = used.inferred["vague"]
    if wide.days:
        assert used[9].published_basis == "inferred"
        assert used.evidence["vague"][-1].basis == "inferred"
    assert used[0] is articles[0]


def test_limits() -> None:
    assert [day_limit(value) for value in (None, 0, 14, False)] == [NARROW, 0, 14, 0]
    assert day_limit(True) > 10_000
    for wrong in (-1, 2.5, "7"):
        with pytest.raises(ValueError, match="infer is"):
            day_limit(wrong)  # type: ignore[arg-type]


def test_spans_show_open_sides() -> None:
    day = date(2025, 6, 8)
    assert Inference("a", None, day, day).span == "../2025-06-08"
    assert Inference("a", day, day, day).days == 1
