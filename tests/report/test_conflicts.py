"""The part of the report on conflicts: both quotes, escaped, and the rest folded."""

from types import SimpleNamespace
from typing import Any

import pandas as pd

import toolkit as tk
from tests.charts.stories import HOSTILE, hostile, story
from toolkit.report.conflicts import SHOWN, conflicts
from toolkit.timeline.link import link


def shown(events: pd.DataFrame, times: int = 1) -> tuple[str, pd.DataFrame]:
    table = tk.conflicts(link(events))
    result: Any = SimpleNamespace(conflicts=pd.concat([table] * times, ignore_index=True))
    return str(conflicts(result)), table


def test_both_sides_stand_beside_each_other() -> None:
    page, table = shown(story())
    assert len(table) == 1
    assert (
        "<q>The mill burned on Sunday, the mayor said.</q><small>the mayor, in Courier, 9 Jun 2025</small>"
        in page
    )
    assert (
        "<q>The brigade denied that the mill burned.</q><small>the brigade, in Herald, 10 Jun 2025</small>"
        in page
    )
    assert "Said and denied: claimed against denied" in page
    assert f"{table['sure'][0]:.0%}" in page


def test_text_of_the_corpus_is_escaped() -> None:
    page, table = shown(hostile())
    assert len(table) == 1
    assert HOSTILE[:17] not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_many_conflicts_unfold() -> None:
    page, _ = shown(story(), SHOWN + 1)
    assert "1 more conflict, less sure" in page


def test_no_conflict_is_said() -> None:
    page, _ = shown(story().iloc[:0])
    assert "No two accounts" in page
