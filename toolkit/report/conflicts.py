"""Where sources disagree, as the page shows it: a card for each question with its positions side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd

from toolkit.charts.words import day_text, label_of, plural
from toolkit.report.heading import Built
from toolkit.report.links import fragment
from toolkit.report.tables import Html, Row, day, escape, fold, join, standing, tag
from toolkit.timeline.conflicts.together import FROM_SAID_TO_DENIED
from toolkit.timeline.table import records

SHOWN = 12  # questions that stand open; the others unfold

TYPES: Mapping[str, str] = {
    "standing": "Said and denied",
    "actor": "Who did it",
    "date": "On which days",
    "number": "How many",
    "place": "Where",
}
"""The types of conflict as questions."""

SURE: Mapping[str, str] = {
    "clear": "The accounts contradict each other",
    "likely": "The accounts probably contradict each other",
    "possible": "The accounts may contradict each other",
}
"""How sure a contradiction is, as a sentence."""


def conflicts(result: Built) -> Html:
    """Each question on which sources disagree, with all positions, who takes them, and whether it was settled."""
    rows = records(result.positions)
    if not rows:
        return tag("p", "No two accounts of one claim were found to contradict each other.", of="note")
    labels = {row["claim_id"]: label_of(row) for row in records(result.ledger)}
    found = [
        _question(list(each), labels, result.conflicts)
        for _, each in groupby(rows, key=lambda row: row["question"])
    ]
    parts = found[:SHOWN]
    if more := found[SHOWN:]:
        parts.append(fold(escape(f"{plural(len(more), 'more question')}, less sure"), *more))
    return join(parts)


def asked(row: Row) -> str:
    """What is in question, in words.

    >>> asked({"type": "number", "what": "killed people"}), asked({"type": "standing", "what": ""})
    ('How many killed people', 'Said and denied')
    """
    words = TYPES.get(row["type"], str(row["type"]).capitalize())
    return f"{words} {row['what']}" if row["type"] == "number" and row["what"] else words


def _question(rows: Sequence[Row], labels: Mapping[str, str], conflicts: pd.DataFrame) -> Html:
    first = rows[0]
    claim = str(first["claim_id"])
    label = labels.get(claim) or label_of(first)
    claims = " ".join(dict.fromkeys(str(row["claim_id"]) for row in rows if row["claim_id"]))
    words, ended = state(rows, conflicts)
    title = tag(
        "h3",
        Html(f'<a href="{fragment("claim", claim)}">{escape(label)}</a>')
        if claim in labels
        else escape(label),
    )
    head = tag(
        "p",
        tag("b", escape(asked(first))),
        " ",
        tag("span", escape(words), of=f"state {'done' if ended else 'open'}"),
    )
    sure = SURE.get(str(first["certainty"]), str(first["certainty"]).capitalize())
    why = fold("What it turns on", tag("p", escape(f"{sure}. {first['why']}"), of="note"))
    sides = tag("div", *map(_position, opposed(rows)), of="positions")
    return Html(f'<article class="dispute" data-claim="{escape(claims)}">{title}{head}{sides}{why}</article>')


def state(rows: Sequence[Row], conflicts: pd.DataFrame) -> tuple[str, bool]:
    """Whether a question is open, and since when it is not, in words and as such."""
    names = {name for row in rows for name in str(row["conflicts"]).split("; ") if name}
    ended = conflicts[conflicts["conflict_id"].isin(names)]["settled_on"].max()
    return ("open", False) if pd.isna(ended) else (f"settled {day_text(ended, ended)}", True)


def opposed(rows: Sequence[Row]) -> list[Row]:
    """The positions with the denial second, beside the first who says it."""
    return sorted(rows, key=lambda row: (row is not rows[0], row["value"] != "denied"))


def _position(row: Row) -> Html:
    value = row["value"]
    says = standing(value) if value in FROM_SAID_TO_DENIED else tag("b", escape(value))
    spread = (
        f"{plural(int(row['independent']), 'independent source')}, {plural(int(row['mentions']), 'mention')}"
    )
    others = _others(row)
    name = row["mention_id"]
    quote = Html(f'<blockquote><a href="{fragment("passage", name)}">{escape(row["quote"])}</a></blockquote>')
    return tag(
        "div",
        tag("p", says, " ", tag("span", escape(spread), of="note")),
        quote,
        tag("p", tag("b", escape(speaker(row))), ", ", day(row["published"]) or "not dated", of="by"),
        tag("p", escape(f"Also: {others}"), of="fine") if others else "",
        of="position",
    )


def speaker(row: Row) -> str:
    """Whose words are quoted, and who printed them.

    >>> speaker({"source": "the mayor", "outlet": "Courier"}), speaker({"source": "Courier", "outlet": "Courier"})
    ('the mayor in Courier', 'Courier')
    """
    return " in ".join(dict.fromkeys(part for part in (row["source"], row["outlet"]) if part))


def _others(row: Row) -> str:
    """Those who take the position besides the one that is quoted."""
    names = [name for name in str(row["sources"]).split("; ") if name and name != row["source"]]
    return ", ".join(dict.fromkeys(names))
