"""Publication dates, as the report shows them: what speaks against them, and which are inferred or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.charts.words import plural
from toolkit.report.heading import Built
from toolkit.report.tables import Html, day, escape, fold, join, number, table, tag, text, written
from toolkit.timeline.table import records

BASES: Mapping[str, str] = {
    "given": "given with the article",
    "metadata": "stated by its page",
    "url": "in its address",
    "dateline": "in its dateline",
    "title": "in its title",
    "text": "in a line of its text",
    "file": "in its file's name",
    "guess": "guessed from its page",
    "inferred": "inferred from its text and other articles",
    "": "without a date",
}
"""What a publication date rests on, in words."""


def publication(result: Built, audit: pd.DataFrame) -> Html:
    """What the dates rest on, in one line, and a table of those that something speaks against, or that none settles.

    `audit` is the table of `toolkit.audit`. Where nothing is wrong the part stays folded.
    """
    settled = result.articles.set_index("article_id")[["title", "published", "published_basis"]]
    rows = [
        {**row, **settled.loc[row["article_id"]].to_dict()}
        for row in records(audit)
        if row["article_id"] in settled.index
    ]
    doubtful = [
        row for row in rows if row["disagreement"] or row["published_basis"] in ("", "inferred", "guess")
    ]
    counts = Counter(str(row["published_basis"]) for row in rows)
    bases = ", ".join(f"{counts[basis]} {words}" for basis, words in BASES.items() if counts[basis])
    summary = escape(f"{plural(len(rows), 'publication date')}: {bases}." if rows else "No article was read.")
    if not doubtful:
        return fold(
            "What the publication dates rest on",
            tag("p", summary, " Nothing speaks against them.", of="note"),
        )
    columns: Mapping[str, tuple[str, Any]] = {
        "Article": (
            "wide",
            lambda row: join(
                [escape(row["title"] or row["article_id"]), tag("small", escape(row["evidence"]))]
            ),
        ),
        "Published": (
            "day",
            lambda row: join(
                [
                    day(row["published"]) or "unknown",
                    tag("small", escape(BASES.get(row["published_basis"], row["published_basis"]))),
                ]
            ),
        ),
        "Against it": ("wide", text("disagreement")),
        "Possible by text and other articles": ("day", lambda row: written(row["possible"])),
        "Proposed": (
            "wide",
            lambda row: join(
                [written(row["proposed"]) or "no other day", tag("small", escape(row["reason"]))]
            ),
        ),
        "Mentions it would move": ("number", number("moved")),
    }
    return join([tag("p", summary, of="note"), table(doubtful, columns)])
