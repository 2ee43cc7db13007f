"""HTML forms of the tables of the toolkit: the columns that people read, days written out, all text escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.charts.embed import AS_WRITTEN
from toolkit.charts.words import history, label_of, plural
from toolkit.report.tables import Html, day, days, escape, join, standing, tag
from toolkit.timeline.table import records

ROWS = 25  # rows of a table that are shown; the note below says how many there are
CELL = 240  # characters of a cell
Cell = Callable[[Mapping[str, Any]], Html]


def _text(name: str) -> Cell:
    return lambda row: escape(row.get(name), CELL)


def _days(start: str, end: str, grain: str = "") -> Cell:
    return lambda row: days(row[start], row[end], row.get(grain, ""))


def _day(name: str) -> Cell:
    return lambda row: day(row[name])


def _standing(name: str) -> Cell:
    return lambda row: standing(row[name]) if row[name] else Html("")


def _label(below: str) -> Cell:
    """The claim in a few words, and below it those of the text."""
    return lambda row: join(
        [tag("b", escape(label_of(row), CELL)), tag("div", escape(row[below], CELL), of="below")]
    )


def _history(row: Mapping[str, Any]) -> Html:
    return escape(", ".join(f"{name} {when}" for name, _, when in history(row["standings"])), CELL)


TABLES: dict[str, tuple[str, dict[str, Cell]]] = {
    "mention": (
        "mention_id sentence quote event_start standing",
        {
            "Claim": _label("quote"),
            "Happened": _days("event_start", "event_end", "event_grain"),
            "Who says so": lambda row: escape(row.get("source") or row["claimant"] or row["outlet"], CELL),
            "Standing": _standing("standing"),
            "Said": _days("said_start", "said_end"),
            "Printed": _day("published"),
            "Outlet": _text("outlet"),
            "Mention": _text("mention_id"),
        },
    ),
    "claim": (
        "claim_id summary standings first_said mentions",
        {
            "Claim": _label("summary"),
            "Happened": _days("event_start", "event_end", "event_grain"),
            "Standing": _standing("standing"),
            "History": _history,
            "Mentions": _text("mentions"),
            "Sources of their own": _text("independent_sources"),
            "Claim id": _text("claim_id"),
        },
    ),
    "contradiction": (
        "conflict_id quote other_quote why",
        {
            "How sure": _text("certainty"),
            "What it is": _text("relation"),
            "One says": _text("quote"),
            "Who": _text("source"),
            "Printed": _day("published"),
            "Another says": _text("other_quote"),
            "Who else": _text("other_source"),
            "Printed then": _day("other_published"),
            "Settled": _day("settled_on"),
        },
    ),
    "position": (
        "question value certainty told",
        {
            "Question": _text("question"),
            "Position": _text("value"),
            "Sources": _text("sources"),
            "Mentions": _text("mentions"),
            "Independent": _text("independent"),
            "Quote": _text("quote"),
            "First printed": _day("published"),
            "How sure": _text("certainty"),
        },
    ),
    "gap": (
        "rank gap missing importance",
        {
            "What": _text("gap"),
            "Missing": _text("missing"),
            "Asked": _text("asked"),
            "Since": _day("since"),
            "Claim": _text("summary"),
            "Importance": _text("importance"),
        },
    ),
    "change": (
        "change claim_id before after summary",
        {
            "Change": _text("change"),
            "Before": _text("before"),
            "After": _text("after"),
            "Claim": _text("summary"),
            "Claim id": _text("claim_id"),
        },
    ),
    "source": (
        "source names told_by first_said",
        {
            "Source": _text("source"),
            "Side": _text("side"),
            "Speaks for": _text("speaks_for"),
            "Mentions": _text("rows"),
            "Claims": _text("claims"),
            "First said": _day("first_said"),
            "Last said": _day("last_said"),
            "Told by": _text("told_by"),
        },
    ),
    "outlet": (
        "outlet behind_median own_share retold_from",
        {
            "Outlet": _text("outlet"),
            "Articles": _text("articles"),
            "Mentions": _text("mentions"),
            "Claims": _text("claims"),
            "First with": _text("first"),
            "Days behind": _text("behind_median"),
            "Share of its own": _text("own_share"),
            "Retells": _text("retold_from"),
        },
    ),
    "publication date": (
        "article_id basis evidence disagreement",
        {
            "Article": _text("article_id"),
            "Published": _text("published"),
            "Known from": _text("basis"),
            "Evidence": _text("evidence"),
            "Speaks against it": _text("disagreement"),
            "Proposed": _text("proposed"),
            "Reason": _text("reason"),
            "Possible": _text("possible"),
        },
    ),
    "article": (
        "article_id published_basis characters claims",
        {
            "Title": _text("title"),
            "Outlet": _text("outlet"),
            "Published": _day("published"),
            "Known from": _text("published_basis"),
            "Mentions": _text("claims"),
            "Article": _text("article_id"),
        },
    ),
    "undated expression": (
        "article_id text type value why",
        {
            "Words": _text("text"),
            "Why": _text("why"),
            "TIMEX3": _text("value"),
            "Article": _text("article_id"),
        },
    ),
}
"""Kind of row -> the columns by which its table is known, and what a reader sees of it; others are as in pandas."""


def frame_form(frame: pd.DataFrame) -> str | None:
    """The HTML of a table of the toolkit, its first `ROWS` rows; None for any other table."""
    found = kind_of(frame)
    return None if found is None else framed(table(frame, found))


def kind_of(frame: pd.DataFrame) -> str | None:
    """What the rows of a table are, where it is one of the toolkit's own.

    >>> from toolkit.timeline.table import to_frame
    >>> kind_of(to_frame([])), kind_of(pd.DataFrame({"a": [1]}))
    ('mention', None)
    """
    columns = {str(name) for name in frame.columns}
    return next((kind for kind, (known, _) in TABLES.items() if columns >= set(known.split())), None)


def table(frame: pd.DataFrame, kind: str, rows: int = ROWS) -> Html:
    """The first rows of a table of the toolkit in the columns that people read."""
    cells = TABLES[kind][1]
    body = [[fill(row) for fill in cells.values()] for row in records(frame.head(rows))]
    used = [any(line[at] for line in body) for at in range(len(cells))]
    head = join(tag("th", escape(name)) for name, wanted in zip(cells, used, strict=True) if wanted)
    lines = (
        join(tag("td", cell) for cell, wanted in zip(line, used, strict=True) if wanted) for line in body
    )
    more = f", the first {rows} shown" if len(frame) > rows else ""
    words = f"{plural(len(frame), kind)}{more}; {plural(len(frame.columns), 'column')}, named by .columns"
    return Html(
        f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{join(tag('tr', line) for line in lines)}</tbody></table></div>{tag('p', escape(words), of='note')}"
    )


def framed(content: str) -> str:
    return f'<div class="timeline-form {AS_WRITTEN}"><style>{style()}</style>{content}</div>'


@cache
def style() -> str:
    return Path(__file__).with_name("forms.css").read_text(encoding="utf-8")
