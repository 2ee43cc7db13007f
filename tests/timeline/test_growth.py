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

from toolkit.timeline import independence, link
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
