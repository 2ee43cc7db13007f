"""The part of the report on conflicts: all positions on a question, escaped, and the rest folded."""

from types import SimpleNamespace
from typing import Any

import pandas as pd

import toolkit as tk
from tests.charts.stories import HOSTILE, hostile, story
from toolkit.report.conflicts import SHOWN, conflicts
from toolkit.timeline.link import link


def shown(events: pd.DataFrame, times: int = 1) -> tuple[str, pd.DataFrame]:
    linked = link(events)
    table = tk.positions(linked)
    tables = [table.assign(question=table["question"] + str(number)) for number in range(times)]
    result: Any = SimpleNamespace(
        positions=pd.concat(tables, ignore_index=True),
        ledger=tk.ledger(linked),
        conflicts=tk.conflicts(linked),
    )
    return str(conflicts(result)), table


def test_all_positions_stand_side_by_side_the_denial_second() -> None:
    page, table = shown(story())
    assert table["value"].tolist() == ["claimed", "reported", "denied"]
    quotes = [
        "The mill burned on Sunday, the mayor said.</a></blockquote>"
        '<p class="by"><b>the mayor in Courier</b>, 9 Jun 2025</p>',
        "The brigade denied that the mill burned.</a></blockquote>"
        '<p class="by"><b>the brigade in Herald</b>, 10 Jun 2025</p>',
    ]
    places = [page.index(quote) for quote in quotes]
    assert places == sorted(places)
    assert page.index("denied</span>") < page.index("reported</span>")
    assert "Said and denied" in page
    assert '<span class="state open">open</span>' in page
    assert "The accounts contradict each other. " in page


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
