"""What notebooks show of the toolkit's values and tables: readable, whole, and safe."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from toolkit.model import Quarantined
from toolkit.notebook.frames import ROWS, TABLES, frame_form, kind_of


def words(shown: str | None) -> str:
    assert shown is not None
    return " ".join(html.unescape(re.sub("<style>.*?</style>|<[^>]+>", " ", shown, flags=re.DOTALL)).split())


VALUES: list[tuple[str, Callable[[tk.Result], Any], list[str]]] = [
    ("result", lambda built: built, ["story", "3 articles", "7 mentions", "claimed 8 June 2025"]),
    ("corpus", lambda built: built.corpus, ["3 articles, 3 outlets", "Sorthland admits it", "9 Jun 2025"]),
    ("article", lambda built: built.corpus[0], ["Brigade says it holds the mill", "Courier · 9 June 2025"]),
    ("date", lambda built: tk.resolve("Tuesday", "2025-08-27"), ["“Tuesday”", "26 August 2025", "Why", "EDTF"]),
    ("no date", lambda built: tk.find_dates("It lasts two weeks.")[0], ["“two weeks”", "DURATION P2W"]),
    ("attribution", lambda built: tk.attribute("She said it rained.")[0], ["Source", "Cue"]),
    ("explanation", lambda built: tk.explain(built, "denial:0-72"), ["Happened", "8 June 2025", "How it was read"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "expected"), [each[1:] for each in VALUES], ids=[each[0] for each in VALUES]
)
def test_a_value_reads_well(built: tk.Result, make: Callable[[tk.Result], Any], expected: list[str]) -> None:
    shown = words(make(built)._repr_html_())
    assert [each for each in expected if each not in shown] == []


def test_what_could_not_be_used_is_told(built: tk.Result) -> None:
    bad = replace(built, quarantine=(Quarantined("a.md", "line 1", "is <b>broken</b>"),))
    assert "a.md, line 1: is <b>broken</b>" in words(bad._repr_html_())


FRAMES: list[tuple[str, Callable[[tk.Result], pd.DataFrame]]] = [
    ("mention", lambda built: built.events),
    ("claim", lambda built: built.ledger),
    ("contradiction", lambda built: built.conflicts),
    ("position", lambda built: built.positions),
    ("gap", lambda built: built.gaps),
    ("source", lambda built: tk.sources(built.events)),
    ("outlet", lambda built: built.outlets),
    ("publication date", lambda built: tk.audit(built.corpus)),
    ("article", lambda built: built.articles),
    ("undated expression", lambda built: built.unresolved),
    ("change", lambda built: tk.diff(tk.as_known_on(built.events, "2025-06-11"), built.events)),
]


@pytest.mark.parametrize(("kind", "make"), FRAMES, ids=[each[0] for each in FRAMES])
def test_a_table_is_known_and_reads_well(
    built: tk.Result, kind: str, make: Callable[[tk.Result], pd.DataFrame]
) -> None:
    frame = make(built)
    assert kind_of(frame) == kind
    assert f"{len(frame)} {kind}" in words(frame_form(frame))
    assert kind_of(frame[list(frame.columns[:2])]) is None


def test_every_table_is_tried() -> None:
    assert {kind for kind, _ in FRAMES} == set(TABLES)


def test_a_long_table_says_that_it_goes_on(built: tk.Result) -> None:
    many = pd.concat([built.events] * 9, ignore_index=True)
    shown = frame_form(many)
    assert shown is not None
    assert shown.count("<tr>") == ROWS + 1
    assert f"63 mentions, the first {ROWS} shown" in words(shown)


def test_other_tables_are_left_to_pandas(built: tk.Result) -> None:
    assert frame_form(pd.DataFrame({"a": [1]})) is None
    assert "dataframe" in tk._frame_form(pd.DataFrame({"a": [1]}))
    assert "timeline-form" in tk._frame_form(built.events)


def test_hostile_text_is_escaped_everywhere(hostile_result: tk.Result) -> None:
    values = (hostile_result, hostile_result.corpus, hostile_result.corpus[0])
    shown = [value._repr_html_() for value in values]
    shown += [tk.explain(hostile_result, hostile_result.events["mention_id"][0])._repr_html_()]
    shown += [frame_form(make(hostile_result)) for _, make in FRAMES]
    shown += [tk.find_dates("on Sunday <script>", "2025-06-11")[0]._repr_html_()]
    for text in shown:
        assert text is not None
        assert not re.search("<(script|img)|onerror=[^&]*>", text), text[:300]
        assert not re.search("[\x00\u2028]", text)
