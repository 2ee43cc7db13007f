"""The arithmetic of the calendar: against one that counts each day from 1900 to 2100, and at its edges."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest

from toolkit.dates.interval import MONTHS_IN, month_end, nearest, part, plus, real_date, season, shift, unit

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def counted() -> list[tuple[int, int, int, int]]:
    """Year, month, day and day of the week of each day from 1900, which began on a Monday, to 2100."""
    days = []
    for year in range(1900, 2101):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        for month, length in enumerate(LENGTHS, 1):
            for day in range(1, length + (leap and month == 2) + 1):
                days.append((year, month, day, len(days) % 7))
    return days


DAYS = counted()
KEYS = {
    "month": lambda year, month: (year, month),
    "quarter": lambda year, month: (year, (month + 2) // 3),
    "half": lambda year, month: (year, month > 6),
    "year": lambda year, _: year,
    "decade": lambda year, _: str(year)[:3],
    "century": lambda year, _: str(year)[:2],
}


@pytest.mark.parametrize("grain", KEYS)
def test_a_unit_is_the_days_that_have_it_in_common(grain: str) -> None:
    held = defaultdict(list)
    for year, month, day, _ in DAYS:
        held[KEYS[grain](year, month)].append((year, month, day))
    for days in held.values():
        whole = grain not in ("decade", "century") or days[0][0] < 2100
        if whole:
            span = (date(*days[0]), date(*days[-1]))
            assert {unit(grain, date(*each)) for each in (days[0], days[len(days) // 2], days[-1])} == {span}
            assert (span[1] - span[0]).days + 1 == len(days)
            if grain == "month":
                assert month_end(*days[0][:2]) == span[1]


@pytest.mark.parametrize("start", range(7))
def test_weeks_weekends_and_the_nearest_weekday(start: int) -> None:
    for place in range(7, len(DAYS) - 14, 5):
        day, weekday = date(*DAYS[place][:3]), DAYS[place][3]
        before = next(place - back for back in range(7) if DAYS[place - back][3] == start)
        after = next(place + on for on in range(7) if DAYS[place + on][3] == start)
        assert unit("week", day, start) == (date(*DAYS[before][:3]), date(*DAYS[before + 6][:3]))
        assert nearest(start, day, -1) == date(*DAYS[before][:3])
        assert nearest(start, day, 1) == date(*DAYS[after][:3])
        saturday = next(place - weekday + on for on in range(7) if DAYS[place - weekday + on][3] == 5)
        assert unit("weekend", day) == (date(*DAYS[saturday][:3]), date(*DAYS[saturday + 1][:3]))


@pytest.mark.parametrize("count", [-1201, -120, -13, -12, -1, 0, 1, 2, 11, 12, 13, 48, 1200])
def test_steps_of_months_keep_the_day_or_end_with_the_month(count: int) -> None:
    lengths = defaultdict(int)
    for year, month, day, _ in DAYS:
        lengths[year, month] = day
    months = list(lengths)
    for place, (year, month) in enumerate(months):
        if not 0 <= place + count < len(months):
            continue
        for day in {1, 28, lengths[year, month]}:
            there = months[place + count]
            assert shift("month", date(year, month, day), count) == date(*there, min(day, lengths[there]))
    for grain, size in MONTHS_IN.items():
        assert shift(grain, date(2000, 3, 31), 1) == shift("month", date(2000, 3, 31), size)


def test_steps_of_days_and_weeks() -> None:
    for place in range(0, len(DAYS) - 800, 37):
        day = date(*DAYS[place][:3])
        for on in (1, 6, 31, 366, 799):
            assert shift("day", day, on) == plus(day, on) == date(*DAYS[place + on][:3])
        assert shift("week", day, 100) == date(*DAYS[place + 700][:3])


@pytest.mark.parametrize(("hemisphere", "months"), [("north", (3, 6, 9, 12)), ("south", (9, 12, 3, 6))])
def test_seasons_are_three_whole_months(hemisphere: str, months: tuple[int, ...]) -> None:
    for year in range(1900, 2100):
        for name, month in zip(("spring", "summer", "autumn", "winter"), months, strict=True):
            wanted = [(year + (month + on > 12), (month + on - 1) % 12 + 1) for on in range(3)]
            assert season(name, year, hemisphere) == (date(*wanted[0], 1), month_end(*wanted[2]))


@pytest.mark.parametrize("grain", ["month", "half", "year", "decade", "century", "week", "quarter"])
def test_the_three_parts_of_a_unit_are_all_of_it(grain: str) -> None:
    for year in range(1900, 2100):
        whole = unit(grain, date(year, 2, 11))
        early, middle, late = (part(whole, grain, mod) for mod in ("START", "MID", "END"))
        assert (early[0], late[1]) == whole
        assert (early[1] + timedelta(1), middle[1] + timedelta(1)) == (middle[0], late[0])


NO_DAYS = """
1900-2-29 2100-2-29 2023-2-29 2024-2-30 2025-2-31 2025-4-31 2025-6-31 2025-9-31 2025-11-31 2025-1-32 2025-0-1 2025-13-1
2025-1-0 0-1-1 10000-1-1 2025-12-32 1800-2-29 1700-2-29 2200-2-29 2300-2-29 2025--1-1 2025-1--1 99999-12-31 2025-3-99
"""
LEAP = "4 400 1600 1904 1996 2000 2004 2024 2096 2104 2400 9996"
COMMON = "1 100 1700 1800 1900 1901 1999 2023 2025 2100 2200 2300 9999"
STEPS = """
month 2024-01-31 1 2024-02-29|month 2025-01-31 1 2025-02-28|month 1900-01-31 1 1900-02-28|month 2000-01-31 1 2000-02-29
month 2024-03-31 -1 2024-02-29|month 2025-03-31 -1 2025-02-28|month 2025-05-31 -1 2025-04-30
month 2025-10-31 1 2025-11-30
month 2024-12-31 2 2025-02-28|month 2023-12-31 2 2024-02-29|month 2025-01-01 -1 2024-12-01|month 2025-12-15 1 2026-01-15
month 2024-02-29 12 2025-02-28|month 2024-02-29 48 2028-02-29|month 2096-02-29 48 2100-02-28
month 2025-08-31 6 2026-02-28
quarter 2024-11-30 1 2025-02-28|quarter 2023-11-30 1 2024-02-29|quarter 2025-05-31 -1 2025-02-28
quarter 2025-03-31 1 2025-06-30
half 2024-08-31 1 2025-02-28|half 2023-08-31 1 2024-02-29|half 2025-12-31 1 2026-06-30|half 2025-01-01 -1 2024-07-01
year 2024-02-29 1 2025-02-28|year 2024-02-29 -1 2023-02-28|year 2024-02-29 4 2028-02-29|year 2000-02-29 -100 1900-02-28
year 2025-02-28 -1 2024-02-28|year 1999-12-31 1 2000-12-31|year 1-01-01 -1 none|year 9999-12-31 1 none
decade 2024-02-29 1 2034-02-28|decade 2000-02-29 -10 1900-02-28|decade 9995-06-01 1 none|decade 5-06-01 -1 none
century 2000-02-29 1 2100-02-28|century 2000-02-29 4 2400-02-29|century 99-01-01 -1 none|century 9900-01-01 1 none
day 2024-02-28 1 2024-02-29|day 2025-02-28 1 2025-03-01|day 1900-02-28 1 1900-03-01|day 2000-02-28 2 2000-03-01
day 2024-12-31 1 2025-01-01|day 2025-01-01 -1 2024-12-31|day 2024-03-01 -366 2023-03-01|day 2025-03-01 -365 2024-03-01
day 1-01-01 -1 none|day 9999-12-31 1 none|day 2025-06-13 0 2025-06-13|day 2025-06-13 99999999999 none
week 2024-12-30 1 2025-01-06|week 2025-01-05 -1 2024-12-29|week 2024-02-22 1 2024-02-29|week 9999-12-30 1 none
weekend 2025-06-14 1 2025-06-21|weekend 2024-12-28 1 2025-01-04|weekend 1-01-06 -1 none|month 9999-12-01 1 none
"""
UNITS = """
week 2025-01-01 2024-12-30 2025-01-05|week 2024-12-31 2024-12-30 2025-01-05|week 2021-01-03 2020-12-28 2021-01-03
week 2020-12-31 2020-12-28 2021-01-03|week 2024-02-29 2024-02-26 2024-03-03|week 1-01-01 1-01-01 1-01-07
week 9999-12-31 9999-12-27 9999-12-31|weekend 2025-06-15 2025-06-14 2025-06-15|weekend 2025-06-09 2025-06-14 2025-06-15
weekend 2023-12-31 2023-12-30 2023-12-31|weekend 2022-12-31 2022-12-31 2023-01-01
weekend 2024-02-26 2024-03-02 2024-03-03
month 2024-02-01 2024-02-01 2024-02-29|month 1900-02-10 1900-02-01 1900-02-28|month 2100-02-10 2100-02-01 2100-02-28
month 9999-12-31 9999-12-01 9999-12-31|quarter 2024-03-31 2024-01-01 2024-03-31|quarter 2025-10-01 2025-10-01 2025-12-31
half 2025-06-30 2025-01-01 2025-06-30|half 2025-07-01 2025-07-01 2025-12-31|year 2000-02-29 2000-01-01 2000-12-31
decade 2000-01-01 2000-01-01 2009-12-31|decade 1999-12-31 1990-01-01 1999-12-31|decade 5-05-05 1-01-01 9-12-31
decade 9999-01-01 9990-01-01 9999-12-31|century 2000-01-01 2000-01-01 2099-12-31
century 1999-12-31 1900-01-01 1999-12-31
century 50-01-01 1-01-01 99-12-31|century 9999-01-01 9900-01-01 9999-12-31|day 2024-02-29 2024-02-29 2024-02-29
"""


def day_of(text: str) -> date | None:
    return None if text == "none" else date(*map(int, text.split("-")))


@pytest.mark.parametrize("text", NO_DAYS.split())
def test_a_day_that_there_is_not(text: str) -> None:
    year, month, day = text.replace("--", "-m").split("-")
    assert real_date(int(year), *(int(each.replace("m", "-")) for each in (month, day))) is None


@pytest.mark.parametrize(("years", "last"), [(LEAP, 29), (COMMON, 28)], ids=["leap", "common"])
def test_the_end_of_february(years: str, last: int) -> None:
    for year in map(int, years.split()):
        assert month_end(year, 2) == date(year, 2, last)
        assert (real_date(year, 2, 29) is not None) == (last == 29)


@pytest.mark.parametrize("step", STEPS.replace("\n", "|").strip("|").split("|"))
def test_a_step_at_an_edge(step: str) -> None:
    grain, start, count, there = step.split()
    assert shift(grain, day_of(start), int(count)) == day_of(there)


@pytest.mark.parametrize("row", UNITS.replace("\n", "|").strip("|").split("|"))
def test_a_unit_at_an_edge(row: str) -> None:
    grain, day, first, last = row.split()
    assert unit(grain, day_of(day)) == (day_of(first), day_of(last))
