"""The arithmetic of intervals, at each of its edges."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.dates.interval import DAYS_IN, MONTHS_IN, hull, intersect, nearest, part, season, shift, unit
from toolkit.model import Interval


def d(text: str) -> date:
    return date.fromisoformat(text)


UNITS = [
    ("day", "2025-06-13", "2025-06-13", "2025-06-13"),
    ("week", "2025-06-15", "2025-06-09", "2025-06-15"),
    ("weekend", "2025-06-15", "2025-06-14", "2025-06-15"),
    ("month", "2024-02-10", "2024-02-01", "2024-02-29"),
    ("quarter", "2025-03-31", "2025-01-01", "2025-03-31"),
    ("quarter", "2025-10-01", "2025-10-01", "2025-12-31"),
    ("half", "2025-06-30", "2025-01-01", "2025-06-30"),
    ("half", "2025-07-01", "2025-07-01", "2025-12-31"),
    ("year", "2025-12-31", "2025-01-01", "2025-12-31"),
    ("decade", "1989-12-31", "1980-01-01", "1989-12-31"),
    ("century", "2000-01-01", "2000-01-01", "2099-12-31"),
    ("decade", "0005-01-01", "0001-01-01", "0009-12-31"),
]


@pytest.mark.parametrize(("grain", "day", "first", "last"), UNITS)
def test_a_unit_holds_its_day(grain: str, day: str, first: str, last: str) -> None:
    assert unit(grain, d(day)) == (d(first), d(last))


SHIFTS = [
    ("day", "2025-06-13", 1, "2025-06-14"),
    ("week", "2025-06-13", -1, "2025-06-06"),
    ("weekend", "2025-06-14", 1, "2025-06-21"),
    ("month", "2025-01-28", 1, "2025-02-28"),
    ("month", "2025-01-29", 1, "2025-02-28"),
    ("month", "2025-12-31", 1, "2026-01-31"),
    ("quarter", "2025-11-30", 1, "2026-02-28"),
    ("half", "2025-08-31", -1, "2025-02-28"),
    ("year", "2024-02-29", 1, "2025-02-28"),
    ("year", "2024-02-29", 4, "2028-02-29"),
    ("decade", "2024-02-29", -1, "2014-02-28"),
    ("century", "2000-02-29", -1, "1900-02-28"),
]


@pytest.mark.parametrize(("grain", "day", "count", "shifted"), SHIFTS)
def test_a_shift_stays_within_its_month(grain: str, day: str, count: int, shifted: str) -> None:
    assert shift(grain, d(day), count) == d(shifted)


def test_each_unit_has_its_days_or_its_months() -> None:
    assert DAYS_IN == {"day": 1, "week": 7, "weekend": 7}
    assert MONTHS_IN == {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


SEASONS = [
    ("spring", 2024, "north", ("2024-03-01", "2024-05-31")),
    ("autumn", 2024, "north", ("2024-09-01", "2024-11-30")),
    ("winter", 2023, "north", ("2023-12-01", "2024-02-29")),
    ("winter", 2024, "south", ("2024-06-01", "2024-08-31")),
    ("spring", 2024, "south", ("2024-09-01", "2024-11-30")),
    ("autumn", 2024, "south", ("2024-03-01", "2024-05-31")),
    ("summer", 1, "north", ("0001-06-01", "0001-08-31")),
    ("winter", 9998, "north", ("9998-12-01", "9999-02-28")),
    ("winter", 9999, "north", None),
    ("spring", 0, "north", None),
]


@pytest.mark.parametrize(("name", "year", "hemisphere", "days"), SEASONS)
def test_a_season_has_its_three_months(
    name: str, year: int, hemisphere: str, days: tuple[str, str] | None
) -> None:
    assert season(name, year, hemisphere) == (days and tuple(map(d, days)))


PARTS = [
    ("month", "2025-06-08", "MID", "2025-06-11", "2025-06-20"),
    ("month", "2025-02-08", "END", "2025-02-21", "2025-02-28"),
    ("month", "2025-06-08", "START-MID", "2025-06-01", "2025-06-20"),
    ("month", "2025-06-08", "MID-END", "2025-06-11", "2025-06-30"),
    ("year", "2025-06-08", "START", "2025-01-01", "2025-04-30"),
    ("year", "2025-06-08", "MID", "2025-05-01", "2025-08-31"),
    ("half", "2025-08-08", "START", "2025-07-01", "2025-08-31"),
    ("half", "2025-08-08", "END", "2025-11-01", "2025-12-31"),
    ("decade", "1985-01-01", "START", "1980-01-01", "1983-12-31"),
    ("decade", "1985-01-01", "MID", "1984-01-01", "1986-12-31"),
    ("century", "1985-01-01", "START", "1900-01-01", "1939-12-31"),
    ("century", "1985-01-01", "END", "1970-01-01", "1999-12-31"),
    ("week", "2025-06-13", "START", "2025-06-09", "2025-06-11"),
    ("week", "2025-06-13", "MID", "2025-06-12", "2025-06-13"),
    ("week", "2025-06-13", "END", "2025-06-14", "2025-06-15"),
    ("day", "2025-06-13", "START", "2025-06-13", "2025-06-13"),
    ("month", "2025-06-08", "APPROX", "2025-06-01", "2025-06-30"),
]


@pytest.mark.parametrize(("grain", "day", "mod", "first", "last"), PARTS)
def test_a_part_of_a_unit(grain: str, day: str, mod: str, first: str, last: str) -> None:
    assert part(unit(grain, d(day)), grain, mod) == (d(first), d(last))


NEAREST = [(4, -1, "2025-06-13"), (4, 1, "2025-06-13"), (5, -1, "2025-06-07"), (5, 1, "2025-06-14")]


@pytest.mark.parametrize(("weekday", "direction", "day"), NEAREST)
def test_a_weekday_is_the_day_itself_or_the_nearest(weekday: int, direction: int, day: str) -> None:
    assert nearest(weekday, d("2025-06-13"), direction) == d(day)


def interval(earliest: str, latest: str, grain: str = "day") -> Interval:
    return Interval(d(earliest) if earliest else None, d(latest) if latest else None, grain)


def test_a_hull_covers_all_and_keeps_only_a_grain_of_all() -> None:
    june, july = (
        interval("2025-06-01", "2025-06-30", "month"),
        interval("2025-07-01", "2025-07-31", "month"),
    )
    day = interval("2025-06-13", "2025-06-13")
    assert hull(july, june) == interval("2025-06-01", "2025-07-31", "month")
    assert hull(june, day) == interval("2025-06-01", "2025-06-30", "day")
    assert hull(interval("", "2025-06-13"), june) == interval("", "2025-06-30", "day")


def test_what_two_intervals_share_has_the_grain_of_the_first() -> None:
    june, day = interval("2025-06-01", "2025-06-30", "month"), interval("2025-06-30", "2025-06-30")
    assert intersect(june, day) == interval("2025-06-30", "2025-06-30", "month")
    assert intersect(day, june) == day
    assert intersect(june, interval("2025-07-01", "")) is None
    assert intersect(interval("", ""), june) == interval("2025-06-01", "2025-06-30", "day")
