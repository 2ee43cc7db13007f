"""What the view in the browser is told: rows of text and days in words, and the article of the picked row in pieces.

The text of a corpus goes out as values alone; the browser writes them as text nodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

from toolkit.charts.theme import STANDINGS
from toolkit.charts.words import clean, day_text, label_of, plural
from toolkit.linked import Result
from toolkit.model import UNTYPED
from toolkit.notebook.explaining import article_of, parts
from toolkit.timeline.selection import span
from toolkit.timeline.table import records

COLUMNS = (
    "claim",
    "label",
    "happened",
    "from",
    "who",
    "side",
    "standing",
    "outlet",
    "printed",
    "published",
    "quote",
)


def rows(events: pd.DataFrame) -> dict[str, list[str]]:
    """The table as the browser shows it: `id` and `COLUMNS`, a list each; `from` and `published` are ISO days to sort
    by, `untyped` says which rows make no claim."""
    first, _ = span(events)
    found: dict[str, list[str]] = {name: [] for name in ("id", *COLUMNS, "corrected", "untyped")}
    for row, start in zip(records(events), first.tolist(), strict=True):
        cells = (
            row["mention_id"],
            row["claim_id"],
            label_of(row),
            day_text(row["event_start"], row["event_end"], row["event_grain"], "%b"),
            _iso(start),
            clean(row.get("source") or row["claimant"], 80),
            clean(row["claimant_side"], 80),
            clean(row["standing"], 40),
            clean(row["outlet"], 80),
            day_text(row["published"], row["published"], month="%b"),
            _iso(row["published"]),
            clean(row["quote"], 300),
            clean(row.get("corrected", "")),
            UNTYPED if row["kind"] == UNTYPED else "",
        )
        for column, cell in zip(found.values(), cells, strict=True):
            column.append(cell)
    return found


def _iso(day: Any) -> str:
    return "" if pd.isna(day) else pd.Timestamp(day).isoformat()[:10]


def days(events: pd.DataFrame) -> list[str]:
    """The days on which something was printed, as ISO days: the stops of the slider."""
    return [_iso(day) for day in sorted(events["published"].dropna().unique())]


def look() -> dict[str, str]:
    """Standing -> colour."""
    return {mark.name: mark.colour for mark in STANDINGS}


def detail(result: Result, row: Mapping[str, Any]) -> dict[str, Any]:
    """The article of a row with its passages, why the row says what it says, and who else tells the claim.

    `title` and `text` are pieces, [text, role, mention_id] each; roles are picked, told (the words of the picked
    passage that tell it), other (another row's passage) and plain.
    """
    article = article_of(result, row["article_id"])
    events = result.events
    mine = events[events["article_id"] == row["article_id"]]
    same = events[(events["claim_id"] == row["claim_id"]) & (row["claim_id"] != "")]
    title = (article and article.title) or row["title"] or row["article_id"]
    quote = [[row["quote"], "picked", row["mention_id"]]]
    heads, bodies = ([each for each in records(mine) if each["headline"] is flag] for flag in (True, False))
    return {
        "id": row["mention_id"],
        "claim": row["claim_id"],
        "label": label_of(row),
        "outlet": clean(row["outlet"], 80),
        "published": day_text(row["published"], row["published"]),
        "url": row["url"] if row["url"].startswith(("https://", "http://")) else "",
        "title": list(pieces(title, heads, row)),
        "text": list(pieces(article.text, bodies, row)) if article else quote,
        "why": parts(result, row),
        "others": [_other(each) for each in records(same.sort_values("published", kind="stable"))],
        "othersTitle": f"This claim: {plural(len(same), 'mention')} by {plural(same['outlet'].nunique(), 'outlet')}",
        "values": {name: _written(value) for name, value in row.items()},
    }


def _other(row: Mapping[str, Any]) -> list[str]:
    printed = day_text(row["published"], row["published"], month="%b") or "no day"
    who = clean(row.get("source") or row["claimant"], 60)
    words = ": ".join(filter(None, (who, clean(row["quote"], 140))))
    return [row["mention_id"], row["standing"], f"{printed}, {clean(row['outlet'], 60)}", words]


def _written(value: Any) -> str:
    """A cell as a correction writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return (
        value
        if isinstance(value, str)
        else ""
        if pd.isna(value)
        else _iso(value)
        if _is_day(value)
        else str(value)
    )


def _is_day(value: Any) -> bool:
    return isinstance(value, pd.Timestamp)


def pieces(text: str, mine: list[dict[str, Any]], picked: Mapping[str, Any]) -> Iterator[list[str]]:
    """A text cut where the passages of its rows begin and end; where rows share a passage it is the picked one's.

    >>> row = {"mention_id": "a:0-4", "start": 0, "end": 4, "told_start": 0, "told_end": 0}
    >>> list(pieces("Rain fell.", [row], row))
    [['Rain', 'picked', 'a:0-4'], [' fell.', 'plain', '']]
    """
    spans = [(int(row["start"]), int(row["end"]), "other", row["mention_id"]) for row in mine]
    own = next((each for each in spans if each[3] == picked["mention_id"]), None)
    chosen = [(own[0], own[1], "picked", own[3])] if own else []
    told = (int(picked["told_start"]), int(picked["told_end"]))
    if own and own[0] <= told[0] < told[1] <= own[1] and told != own[:2]:
        chosen.insert(0, (*told, "told", own[3]))
    cuts = sorted({0, len(text), *(edge for first, last, *_ in (*spans, *chosen) for edge in (first, last))})
    inside = [cut for cut in cuts if 0 <= cut <= len(text)]
    spans.sort()
    at, active = 0, []
    for first, last in pairwise(inside):
        while at < len(spans) and spans[at][0] <= first:
            active.append(spans[at])
            at += 1
        active = [each for each in active if each[1] > first]
        found = next((each for each in (*chosen, *active) if each[0] <= first and last <= each[1]), None)
        yield [text[first:last], *(found[2:] if found else ("plain", ""))]
