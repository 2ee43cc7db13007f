"""Linking compares what lies near in time, place and words: comparisons grow with the table, not with its square."""

from __future__ import annotations

import gc
import math
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.growth import calls
from tests.timeline.handmade import claim
from toolkit.timeline import independence, link
from toolkit.timeline.conflicts import conflicts
from toolkit.timeline.table import check, to_frame

ROOT = Path(__file__).parents[2]
PER_DAY = 40


@pytest.fixture(scope="module")
def press() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        import linking

        yield linking.Press


def counted(monkeypatch: pytest.MonkeyPatch, events: pd.DataFrame) -> Counter[str]:
    """How often two mentions are compared while a table is linked, by the question."""
    asked: Counter[str] = Counter()

    def counting(home: Any, name: str) -> None:
        function: Callable[..., Any] = getattr(home, name)

        def call(*given: Any) -> Any:
            asked[name] += 1
            return function(*given)

        monkeypatch.setattr(home, name, call)

    counting(link, "same_claim")
    counting(link, "answers")
    counting(independence, "one_origin")
    link.link(events)
    return asked


def test_comparisons_grow_about_as_n_log_n(press: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = 50 * PER_DAY, 200 * PER_DAY
    small, large = (
        counted(monkeypatch, to_frame(press("steady", rows, PER_DAY).mentions())) for rows in (few, many)
    )
    assert small.total() > few
    allowed = many * math.log(many) / (few * math.log(few))
    assert large.total() / small.total() < 1.15 * allowed  # the fullest places still fill up


def test_one_claim_told_everywhere_is_compared_with_its_first_mentions(
    press: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = 600
    asked = counted(monkeypatch, to_frame(press("claim", rows).mentions()))
    assert asked["same_claim"] < 30 * rows


def test_made_up_tables_are_the_same_each_time(press: Any) -> None:
    one, other = (press("steady", 300).mentions() for _ in range(2))
    assert one == other
    assert len(check(to_frame(one))) == 300


def test_the_collector_of_cycles_is_left_as_it_was(press: Any) -> None:
    events = to_frame(press("steady", 50).mentions())
    for wanted in (gc.enable, gc.disable):
        wanted()
        before = gc.isenabled()
        link.link(events)
        assert gc.isenabled() == before
    gc.enable()


SEIZED = "The army had seized the village of Sumy, the mayor said."


def told_again(rows: int) -> pd.DataFrame:
    """One sentence over and over, with no end of it in between."""
    told = [
        claim(
            "a",
            row * 60,
            SEIZED,
            kind="control",
            place="Sumy",
            actor="army",
            event_end="2025-06-09",
        )
        for row in range(rows)
    ]
    return to_frame(told)


def told_of_other_days(rows: int) -> pd.DataFrame:
    """What each of as many outlets has happen on one of nine days."""
    days = [f"2025-06-{1 + row % 9:02}" for row in range(rows)]
    told = [
        claim(f"a{row}", 0, SEIZED, kind="control", place="Sumy", actor="army", claimant=f"mayor {row}",
              outlet=f"Post {row}", published="2025-06-20", event_start=day, event_end=day)
        for row, day in enumerate(days)
    ]  # fmt: skip
    return to_frame(told)


@pytest.mark.parametrize("table", [told_again, told_of_other_days])
def test_four_times_the_rows_of_one_claim_are_four_times_the_work(
    table: Callable[[int], pd.DataFrame],
) -> None:
    def asked(rows: int) -> int:
        events = table(rows)
        return calls(lambda: conflicts(link.link(events)))

    asked(20)
    assert asked(1200) < 4**1.15 * asked(300)
