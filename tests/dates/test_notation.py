"""What is written in TIMEX3 and EDTF is read back to the same days, EDTF by a reader that is not ours."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates import examples
from tests.dates.edtf_reader import bounds
from tests.dates.test_laws import DAYS, PHRASES
from tests.tries import SHARE, tries
from toolkit.dates import NARRATIVE, Policy, find_dates
from toolkit.dates.interval import part, season, unit
from toolkit.dates.notation import SEASON_CODES, edtf, edtf_before_christ, from_timex, timex
from toolkit.model import TimeExpression

GRAINS = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
MODS = st.sampled_from(["", "START", "MID", "END"])
OPEN = st.sampled_from(["", "begin", "end"])
SEASONS = st.tuples(
    st.sampled_from(list(SEASON_CODES)), st.integers(1, 9998), st.sampled_from(["north", "south"])
)
Days = tuple[date | None, date | None]


def phrases(table: object) -> Iterator[str]:
    """Every text of a table of examples, without the brackets around its expressions."""
    if isinstance(table, str) and " " in table:
        yield re.sub(r"[\[\]]", "", table)
    elif isinstance(table, list | tuple):
        for row in table:
            yield from phrases(row)


MODULES = [
    import_module(f"{examples.__name__}.{each.name}") for each in pkgutil.iter_modules(examples.__path__)
]
TEXTS = sorted(
    {
        text
        for module in MODULES
        for name in vars(module)
        if name.isupper()
        for text in phrases(vars(module)[name])
    }
)


def opened(days: tuple[date, date], side: str) -> Days:
    return None if side == "begin" else days[0], None if side == "end" else days[1]


@given(st.sampled_from(GRAINS), DAYS, MODS, OPEN, st.sampled_from(["", "APPROX"]))
@settings(max_examples=tries(500))
def test_edtf_of_units_and_their_parts(grain, day, mod, side, about):
    days = opened(part(unit(grain, day), grain, mod), side)
    assert bounds(edtf(*days, grain, about)) == days


@given(SEASONS, MODS, OPEN)
@settings(max_examples=tries(300))
def test_edtf_of_seasons(named, mod, side):
    days = opened(part(season(*named), "season", mod), side)
    assert bounds(edtf(*days, "season")) == days


@given(DAYS, DAYS, st.sampled_from([*GRAINS, "season", ""]))
@settings(max_examples=tries(300))
def test_edtf_of_any_two_days(a, b, grain):
    days = min(a, b), max(a, b)
    assert bounds(edtf(*days, grain)) == days


@given(st.integers(2, 3000), st.integers(1, 12), st.sampled_from(["", "SP", "SU", "FA", "WI", "month"]))
@settings(max_examples=tries(200))
def test_edtf_before_christ_counts_as_astronomers_do(year, month, rest):
    ending = f"-{month:02d}" if rest == "month" else f"-{rest}" if rest else ""
    parsed = parse_edtf(edtf_before_christ(f"BC{year:04d}{ending}"))
    first, last = parsed.lower_strict(), parsed.upper_strict()
    assert first.tm_year == 1 - year
    assert first.tm_mon == {"": 1, "SP": 3, "SU": 6, "FA": 9, "WI": 12, "month": month}[rest]
    assert last.tm_year == 1 - year + (rest == "WI")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("480 BC", -479, -479), ("the 470s BC", -478, -469), ("the 4th century BC", -398, -299), ("1 BC", 0, 0)],
)
def test_years_before_christ_have_edtf_and_no_days(words, first, last):
    (found,) = find_dates(f"It fell in {words}.", "2025-06-13")
    parsed = parse_edtf(found.edtf)
    assert found.interval is None
    assert (parsed.lower_strict().tm_year, parsed.upper_strict().tm_year) == (first, last)


def hold(text: str, published: date | str | None, policy: Policy | None = None) -> None:
    """EDTF has the bounds of each expression; a TIMEX3 value has them, or holds them where it is wider. A value with X
    names no days: those of a stretch in which a day is not told ("six days later", counted from a month)."""
    week_start, hemisphere = (policy.week_start, policy.hemisphere) if policy else (0, "north")
    for each in find_dates(text, published, policy):
        if each.interval:
            assert bounds(each.edtf) == (each.earliest, each.latest), (text, each)
        if (
            each.interval
            and each.type in ("DATE", "TIME")
            and each.rule not in NAMED
            and "X" not in each.value
        ):
            told = from_timex(each.value, "", week_start, hemisphere)
            assert told, (text, each)
            assert told.earliest
            assert told.latest
            days = each.earliest or told.earliest, each.latest or told.latest
            if "; before it" in each.why:
                assert (each.earliest, each.latest) == (None, told.earliest - timedelta(days=1)), (text, each)
            elif each.mod or wider(each):
                assert days[0] <= told.latest, (text, each)
                assert told.earliest <= days[1], (text, each)
            else:
                assert days == (told.earliest, told.latest), (text, each)


# Named as a whole, wherever the days lie: business quarters by number, feasts by the unit they begin in, ISO weeks.
NAMED = {"quarter", "latest_quarter", "quarter_as_long", "holiday", "feast", "iso_week", "winter_of_story"}
# The value names a part by its whole ("earlier this year" is 2025), and the night between two days by the first.
WIDER = {"daypart_of_day_month", "daypart_of_month_day", "overnight_days", "night_between_days"}
EDGES = re.compile(r"\b(?:overnight|earlier|later|so far|already|rest|remainder|remaining)\b", re.IGNORECASE)


def wider(each: TimeExpression) -> bool:
    return each.rule in WIDER or bool(EDGES.search(each.text))


POLICIES = [None, NARRATIVE, Policy(week_start=6, hemisphere="south")]


@pytest.mark.hypothesis  # `make soak` tries each text under each of them
@pytest.mark.parametrize(("turn", "policy"), list(enumerate(POLICIES)), ids=str)
def test_the_tables_of_examples(turn, policy):
    """Each text under one policy, the next, which is often of the same phrase, under another."""
    assert len(TEXTS) > 700
    for text in TEXTS if SHARE >= 1 else TEXTS[turn :: len(POLICIES)]:
        hold(text, "2025-06-13", policy)


@given(PHRASES, DAYS | st.none())
@settings(max_examples=tries(400))
def test_words_of_time_in_any_order(text, published):
    hold(text, published)


@given(DAYS, st.sampled_from(GRAINS), st.integers(0, 6))
@settings(max_examples=tries(300))
def test_timex_round_trip(day, grain, week_start):
    written = timex(grain, day, week_start)
    interval = from_timex(written, "", week_start)
    assert interval
    assert interval.grain == grain
    if date(1, 1, 15) < day < date(9999, 12, 15):
        assert (interval.earliest, interval.latest) == unit(grain, day, week_start)


@given(SEASONS)
def test_timex_round_trip_of_seasons(named):
    name, year, hemisphere = named
    interval = from_timex(f"{year:04d}-{SEASON_CODES[name]}", hemisphere=hemisphere)
    assert interval
    assert (interval.earliest, interval.latest) == season(name, year, hemisphere)


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2025-06", "START", "2025-06-01", "2025-06-10"),
        ("2025", "END", "2025-09-01", "2025-12-31"),
        ("198", "MID", "1984-01-01", "1986-12-31"),
        ("2022", "BEFORE", None, "2022-12-31"),
        ("2022", "AFTER", "2022-01-01", None),
        ("2022", "APPROX", "2022-01-01", "2022-12-31"),
        ("2025-06-08TNI", "", "2025-06-08", "2025-06-08"),
        ("2025-06-08T24:00", "", "2025-06-08", "2025-06-08"),
    ],
)
def test_timex_with_a_modifier(value, mod, first, last):
    interval = from_timex(value, mod)
    assert interval
    assert [str(day) if day else None for day in (interval.earliest, interval.latest)] == [first, last]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "XXXX-06",
        "2025-13",
        "2025-02-29",
        "2025-W54",
        "2025-Q5",
        "2025-H3",
        "0000",
        "P3D",
        "PAST_REF",
        "BC0480",
        "٢٠٢٥",
    ],
)
def test_what_names_no_days_is_read_as_none(value):
    assert from_timex(value) is None


@given(st.text(max_size=20))
def test_reading_raises_nothing(value):
    from_timex(value)
    edtf_before_christ(value)
