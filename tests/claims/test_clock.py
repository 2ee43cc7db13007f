"""A clock: its days, which of them are likely, and where the saying cuts them."""

from __future__ import annotations

from datetime import date

from toolkit.claims.clocks.clock import Clock, Evidence, limited, told
from toolkit.dates import resolve
from toolkit.dates.interval import Interval

JUNE = Interval(date(2025, 6, 1), date(2025, 6, 30), "month")
SAID = Interval(date(2025, 6, 9), date(2025, 6, 10))


def clock(interval: Interval | None, likely: Interval | None = None) -> Clock:
    return Clock(interval, (Evidence("own_words"),), None, likely, "2025-06")


def test_what_is_past_ended_when_it_was_said() -> None:
    cut = limited(clock(JUNE, SAID), SAID)
    assert cut.interval is not None
    assert (cut.interval.earliest, cut.interval.latest) == (date(2025, 6, 1), date(2025, 6, 10))
    assert (cut.evidence, cut.likely, cut.timex) == (clock(JUNE).evidence, SAID, "2025-06")


def test_a_clock_that_the_saying_does_not_cut_stays_as_it_is() -> None:
    nothing, whole = clock(None), clock(JUNE)
    assert limited(nothing, SAID) is nothing
    assert limited(whole, None) is whole
    assert limited(whole, Interval(date(2025, 6, 9), None)) is whole
    assert limited(whole, Interval(None, date(2025, 5, 1))) is whole  # said before it: no day is left


def test_the_likely_days_go_before_the_days_and_open_days_are_none() -> None:
    assert clock(JUNE, SAID).best == SAID
    assert clock(JUNE).best == JUNE
    assert clock(Interval(None, date(2025, 6, 1))).best is None
    assert clock(None).best is None


def test_days_are_written_and_a_time_before_the_year_1_has_a_name() -> None:
    assert clock(JUNE).edtf == "2025-06"
    assert clock(None).edtf == ""
    assert Clock(None, (), timex="BC0044").edtf == "-0043"


def test_an_expression_gives_its_words_and_its_reason() -> None:
    monday = resolve("on Monday", "2025-06-11")
    assert monday is not None
    found = told(monday, monday.interval, "adjunct", likely=SAID)
    assert found.interval == monday.interval
    assert (found.expression, found.likely, found.timex) == (monday, SAID, monday.value)
    assert found.why == f"“Monday” stands with it: {monday.why}"
