"""The record as such: who prints first and who repeats whom, and what would settle the open claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from toolkit.charts.theme import STANDINGS
from toolkit.charts.words import label_of, plural
from toolkit.report.heading import Built
from toolkit.report.tables import (
    Html,
    Row,
    day,
    days,
    escape,
    fold,
    join,
    number,
    standing,
    standings,
    table,
    tag,
    text,
)
from toolkit.timeline.table import records

SHOWN = 12  # open claims that stand open; the others unfold
Columns = Mapping[str, tuple[str, Any]]


def gaps(result: Built) -> Html:
    """The open claims and the holes in the record, the most important first, each with what would settle it."""
    rows = records(result.gaps)
    if not rows:
        return tag(
            "p", "Nothing is open: every claim was settled, and no period is without an article.", of="note"
        )
    columns: Columns = {
        "About": (
            "",
            lambda row: join(
                [tag("b", escape(_about(row))), " ", standing(row["standing"]) if row["standing"] else ""]
            ),
        ),
        "What is told": (
            "wide",
            lambda row: tag("q", escape(row["summary"], 300)) if row["summary"] else Html(""),
        ),
        "What is missing": (
            "wide",
            lambda row: join([tag("b", escape(row["gap"])), tag("small", escape(row["missing"]))]),
        ),
        "Last word": ("day", lambda row: join([day(row["since"]), tag("small", _open_for(row))])),
        "Outlets, sources": (
            "number",
            lambda row: escape(f"{row['outlets']}, {row['sources']}" if row["claim_id"] else ""),
        ),
        "Importance": (
            "",
            lambda row: join([f"{float(row['importance']):.0%}", tag("small", escape(row["evidence"]))]),
        ),
    }
    parts = [table(rows[:SHOWN], columns)]
    if more := rows[SHOWN:]:
        parts.append(
            fold(escape(f"{plural(len(more), 'more gap')}, less important"), table(more, columns, tall=True))
        )
    return join(parts)


def _about(row: Row) -> str:
    return label_of(row) if row["kind"] else str(days(row["start"], row["end"]))


def _open_for(row: Row) -> Html:
    return escape(
        "" if pd.isna(row["days_open"]) else f"{plural(int(row['days_open']), 'day')} before the last article"
    )


def outlets(result: Built) -> Html:
    """One line per outlet: what it published, how its claims stand, how far behind the first it is, what it retells."""
    told = {row["outlet"]: row for row in records(result.outlets)}
    rows: list[dict[str, Any]] = []
    for outlet, articles in result.articles.groupby("outlet", sort=True):
        found = result.events[result.events["outlet"] == outlet]["standing"]
        names = (
            [outlet] if outlet else list(articles["article_id"])
        )  # those of no outlet go by their own names
        for name in names:
            rows.append(
                {
                    **dict.fromkeys(result.outlets.columns, None),
                    **told.get(name, {}),
                    "outlet": name,
                    "articles": len(articles) if outlet else 1,
                    "first_day": articles["published"].min(),
                    "last_day": articles["published"].max(),
                    **{mark.name: int((found == mark.name).sum()) for mark in STANDINGS},
                }
            )
    columns: Columns = {
        "Outlet": ("", text("outlet")),
        "Articles": ("number", number("articles")),
        "Published": ("day", lambda row: days(row["first_day"], row["last_day"]) or Html("unknown")),
        "Mentions": ("number", number("mentions")),
        "Standings": ("", standings),
        "Days from saying to print (median)": ("number", lambda row: _number(row["print_after_median"])),
    }
    first: Columns = {
        "Outlet": ("", text("outlet")),
        "Claims": ("number", lambda row: _number(row["claims"])),
        "Others print too": ("number", lambda row: _number(row["shared"])),
        "Printed first": ("number", _first),
        "Days behind (median, most)": ("number", _behind),
        "Sources of its own": ("number", _own),
        "Retold from": ("", text("retold_from")),
        "Said within a day, later": ("number", _times),
    }
    heading = tag("h3", "Who is first, and whose sources they are")
    return join([table(rows, columns), heading, table(rows, first), _hardened(result)])


def _first(row: Row) -> Html:
    if not row["shared"]:
        return Html("")
    unsure = f", {int(row['first_unsure'])} unsure" if row["first_unsure"] else ""
    return join([_number(row["first"]), tag("small", escape(f"{int(row['first_alone'])} alone{unsure}"))])


def _behind(row: Row) -> Html:
    if pd.isna(row["behind_median"]):
        return Html("")
    return escape(f"{_number(row['behind_median'])}, {_number(row['behind_most'])}")


def _own(row: Row) -> Html:
    if pd.isna(row["own"]):
        return Html("")
    others = f"{int(row['common'])} common, {int(row['retold'])} retold"
    return join([f"{int(row['own'])} ({float(row['own_share']):.0%})", tag("small", escape(others))])


def _times(row: Row) -> Html:
    return Html("" if pd.isna(row["contemporary"]) else f"{int(row['contemporary'])}, {int(row['later'])}")


def _number(value: Any) -> Html:
    return Html("" if pd.isna(value) else f"{float(value):g}")


def _hardened(result: Built) -> Html:
    rows = records(result.hardened)
    if not rows:
        return Html("")
    columns: Columns = {
        "About": ("", lambda row: escape(label_of(row))),
        "Claimed": (
            "wide",
            lambda row: join(
                [
                    tag("q", escape(row["quote"], 400)),
                    tag(
                        "small", escape(f"{row['claimant']}, in {row['outlet']}"), ", ", day(row["published"])
                    ),
                ]
            ),
        ),
        "Told as a fact": (
            "wide",
            lambda row: join(
                [
                    tag("q", escape(row["fact_quote"], 400)),
                    tag("small", escape(row["fact_outlet"]), ", ", day(row["fact_published"]) or "undated"),
                ]
            ),
        ),
    }
    title = f"Where a retelling drops “claimed”: {plural(len(rows), 'claim')} told as a fact, not confirmed by then"
    return join([tag("h3", escape(title)), table(rows, columns)])


def copies(result: Built) -> Html:
    """The articles that repeat others, with what they are to them and the longest passage in common."""
    rows = records(result.copies)
    if not rows:
        return tag("p", "No article was found to repeat another.", of="note")
    columns: Columns = {
        "Article": (
            "",
            lambda row: join(
                [escape(row["article_id"]), tag("small", escape(row["outlet"]), ", ", _printed(row, ""))]
            ),
        ),
        "Is": (
            "",
            lambda row: join(
                [
                    tag("b", escape(row["relation"])),
                    tag("small", escape(f"credits {row['credit']}" if row["credit"] else "")),
                ]
            ),
        ),
        "Of": (
            "",
            lambda row: join(
                [escape(row["of"]), tag("small", escape(row["of_outlet"]), ", ", _printed(row, "of_"))]
            ),
        ),
        "Share of its sentences, of the other's": (
            "number",
            lambda row: escape(f"{float(row['share']):.0%}, {float(row['of_share']):.0%}"),
        ),
        "Such as": (
            "wide",
            lambda row: join(
                [
                    tag("q", escape(row["passage"], 300)),
                    tag("small", tag("q", escape(row["of_passage"], 300))),
                ]
            ),
        ),
    }
    return table(rows, columns)


def _printed(row: Row, side: str) -> Html:
    return day(row[f"{side}published"]) or Html("undated")
