"""The part of the report on conflicts: all positions on a question, escaped, and the rest folded."""

from types import SimpleNamespace
from typing import Any

import pandas as pd

import toolkit as tk
from tests.charts.stories import HOSTILE, hostile, story
from toolkit.report.conflicts import SHOWN, conflicts
from toolkit.timeline.link import link


def shown(events: pd.DataFrame, times: int = 1) -> tuple[str, pd.DataFrame]:
    table = tk.positions(link(events))
    tables = [table.assign(question=table["question"] + str(number)) for number in range(times)]
    result: Any = SimpleNamespace(positions=pd.concat(tables, ignore_index=True))
    return str(conflicts(result)), table


def test_all_positions_stand_beside_each_other() -> None:
    page, table = shown(story())
    assert table["value"].tolist() == ["claimed", "reported", "denied"]
    assert (
        "<q>The mill burned on Sunday, the mayor said.</q><small>the mayor in Courier, 9 Jun 2025</small>"
        in page
    )
    assert (
        "<q>The brigade denied that the mill burned.</q><small>the brigade in Herald, 10 Jun 2025</small>"
        in page
    )
    assert "Strike, Millbrook: said and denied" in page
    assert f"{table['certainty'][0].capitalize()} ({table['sure'][0]:.0%})" in page


def test_text_of_the_corpus_is_escaped() -> None:
    page, table = shown(hostile())
    assert len(table) == 3
    assert HOSTILE[:17] not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_many_questions_unfold() -> None:
    page, _ = shown(story(), SHOWN + 1)
    assert "1 more question, less sure" in page


def test_no_conflict_is_said() -> None:
    page, _ = shown(story().iloc[:0])
    assert "No two accounts" in page
