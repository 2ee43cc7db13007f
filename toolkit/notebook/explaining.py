"""Why a row says what it says, in plain words: the passage, its dates, who speaks, and how it is linked."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd

from toolkit.charts.theme import mark_of
from toolkit.charts.words import clean, day_text, label_of
from toolkit.claims import explain as reading
from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.linked import Result
from toolkit.model import Article, Claim, Shown
from toolkit.timeline.corrections import FILE as CORRECTIONS
from toolkit.timeline.corrections import told

AROUND = 240  # characters of the article before and after the passage
BASES = {
    "given": "the day is given with the article",
    "metadata": "the day is in the page's own data",
    "url": "the day is in the address",
    "dateline": "the day is in the dateline",
    "title": "the day is in the title",
    "text": "the day is in a line of the text",
    "file": "the day is in the file's name",
    "guess": "the day is a guess from the page",
    "inferred": "the day is inferred from the text and other articles",
}


@dataclass(frozen=True)
class Explanation(Shown):
    """Why a mention says what it says: `parts` are headings with their sentences, `lines` how it was read.

    `before`, `quote` and `after` are the passage in its article. A notebook shows it as HTML.
    """

    mention_id: str
    claim_id: str
    name: str
    outlet: str
    title: str
    url: str
    before: str
    quote: str
    after: str
    parts: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]

    def __repr__(self) -> str:
        passage = clean(f"... {self.before}>>>{self.quote}<<<{self.after} ...", 2000)
        rows = [self.name, passage, *(f"{head}: {text}" for head, text in self.parts), *self.lines]
        return "\n".join(textwrap.fill(row, 110, subsequent_indent="    ") for row in rows)


def explain(result: Result, mention_id: str) -> Explanation:
    """Why the mention says what it says: the passage it stands in, the reason of each date, who speaks, how it was
    read and why it is linked as it is.

    `result` is what `build` gives; the ids stand in the column mention_id, and a claim_id asks for its first mention.
    Raises ValueError where there is no such mention.
    """
    row = row_of(result.events, mention_id)
    article = article_of(result, row["article_id"])
    text, start, end = place_in(article, row)
    return Explanation(
        mention_id=row["mention_id"],
        claim_id=row["claim_id"],
        name=label_of(row),
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        before=text[max(0, start - AROUND) : start],
        quote=row["quote"],
        after=text[end : end + AROUND],
        parts=tuple(parts(result, row)),
        lines=tuple(read_as(result, row["mention_id"])),
    )


def row_of(events: pd.DataFrame, identity: str) -> dict[str, Any]:
    """The row of a mention, or the first of a claim."""
    found = events[(events["mention_id"] == identity) | (events["claim_id"] == identity)]
    if found.empty:
        raise ValueError(
            f"no mention and no claim {identity!r}; the ids stand in the columns mention_id and claim_id"
        )
    first = found.sort_values("published", kind="stable").iloc[0] if len(found) > 1 else found.iloc[0]
    return {str(name): value for name, value in first.items()}


def article_of(result: Result, identity: str) -> Article | None:
    return next((article for article in result.corpus if article.id == identity), None)


def place_in(article: Article | None, row: Mapping[str, Any]) -> tuple[str, int, int]:
    """The text in which a row stands (the title, for a headline), and where."""
    text = "" if article is None else article.title if row["headline"] else article.text
    start, end = int(row["start"]), int(row["end"])
    return (text, start, end) if text[start:end] else (row["quote"], 0, len(row["quote"]))


def parts(result: Result, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Headings with what is known under each; those of which nothing is known are left out."""
    happened = day_text(row["event_start"], row["event_end"], row["event_grain"]) or "no day is known"
    said = day_text(row["said_start"], row["said_end"])
    printed = day_text(row["published"], row["published"]) or "no day is known"
    file = result.corpus.own.get(CORRECTIONS)
    found = [
        ("Happened", _because(happened, row["event_why"])),
        ("Days by order", row.get("order_why", "")),
        (
            "Said",
            _because(said, row["said_why"] if row["said_why"] != row["event_why"] else "") if said else "",
        ),
        ("Printed", _because(printed, BASES.get(row["published_basis"], ""))),
        ("Who says so", _who(row)),
        ("Standing", _because(row["standing"], mark_of(row["standing"]).meaning if row["standing"] else "")),
        ("What", _what(row)),
        ("Where", "; ".join(filter(None, dict.fromkeys((row["place"], *row["places"].split("; ")))))),
        ("Inferred", str(row.get("inferred", "")).replace("; ", ", ")),
        ("Linked", _linked(row)),
        ("Fragile", row.get("fragile", "")),
        ("Corrected", "; ".join(told(file, row["mention_id"])) or row.get("corrected", "")),
    ]
    return [(name, str(text)) for name, text in found if text]


def _because(what: str, why: str) -> str:
    return f"{what}: {why}" if why else what


def _who(row: Mapping[str, Any]) -> str:
    if not row["claimant"]:
        return f"{row['outlet'] or 'the article'}, in its own voice"
    source = row.get("source", "")
    called = f" ({source})" if source and source != row["claimant"] else ""
    side = (
        f", for {row['claimant_side']}" if row["claimant_side"] not in ("", row["claimant"], source) else ""
    )
    return f"{row['claimant']}{called}{side}{', to ' + row['via'] if row['via'] else ''}"


def _what(row: Mapping[str, Any]) -> str:
    parties = [f"by {row['actor']}" if row["actor"] else "", f"to {row['target']}" if row["target"] else ""]
    words = [f"{row['theme']}, {row['kind']}", *parties, "negated" if row["negated"] else "", row["modality"]]
    return "; ".join(filter(None, words))


def _linked(row: Mapping[str, Any]) -> str:
    if not row["claim_id"]:
        return ""
    own = "an independent source" if row["independent"] else "repeats a source that is counted already"
    copy = f"; the article copies {row['copy_of']}" if row.get("copy_of") else ""
    return f"{row['claim_id']}: {own}{copy}" + (f" ({row['link_why']})" if row["link_why"] else "")


def read_as(result: Result, mention_id: str) -> list[str]:
    """How a mention was read in its article, step by step; empty where the reading is not at hand."""
    if result.reading is None:
        return []
    rows = result.reading.rows
    found = rows[rows["mention_id"] == mention_id]
    article = None if found.empty else article_of(result, found.iloc[0]["article_id"])
    if article is None:
        return []
    row = found.iloc[0]
    claim = Claim(**{each.name: _plain(row[each.name]) for each in fields(Claim)})
    return reading.explain(
        article,
        claim,
        result.reading.lexicon,
        result.reading.policy,
        gazetteer=result.corpus.own.get(PLACES),
        parser=result.reading.parser,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    return None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value
