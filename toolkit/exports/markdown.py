"""A brief in Markdown: the claims by their days, with links, the open questions, and what has no day."""

from __future__ import annotations

import re
from itertools import groupby

import pandas as pd

from toolkit.charts.words import clean, day_text, plural
from toolkit.exports.entries import Entry, Telling, chosen, known, said
from toolkit.exports.links import web
from toolkit.exports.making import Made, Order
from toolkit.timeline.table import records

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$])")
TOLD = 4  # articles that are named for one entry
OPEN = 10  # gaps that are listed


def markdown(order: Order) -> Made:
    """What happened by days and who says so, each with its standing and links to the words; then the conflicts, the
    open questions as far as the edition has them, and whatever has no day."""
    entries, left = chosen(order.edition, order.of)
    dated = sorted((entry for entry in entries if entry.dated), key=_when)
    undated = [entry for entry in entries if not entry.dated]
    articles = order.edition.tables["articles"]
    days = articles["published"].dropna()
    printed = f", published {day_text(days.min(), days.max())}" if len(days) else ""
    about = (
        f"{plural(len(order.edition.events), 'mention')} of {plural(len(order.edition.claims), 'claim')} in "
        f"{plural(len(articles), 'article')}{printed}."
    )
    lines = [f"# {_plain(order.edition.name)}", "", about, ""]
    for month, some in groupby(dated, key=_month):
        lines += [f"## {month}", "", *(_item(entry) for entry in some), ""]
    if undated:
        lines += ["## Without a day", "", *(_item(entry) for entry in undated), ""]
    lines += _section(order, "conflicts", "Where the accounts part", "why")
    lines += _section(order, "gaps", "What is open", "missing")
    lines += ["## What this leaves out", "", *(f"- {_plain(each)}" for each in left.sentences()), ""]
    return Made("\n".join(lines).encode("utf-8", "replace"), left)


def _when(entry: Entry) -> tuple[pd.Timestamp, str]:
    return (entry.start if known(entry.start) else entry.end), entry.id


def _month(entry: Entry) -> str:
    first = _when(entry)[0]
    return day_text(first.replace(day=1), first.replace(day=1) + pd.offsets.MonthEnd(), "month")


def _item(entry: Entry) -> str:
    head = f"**{entry.days}**: " if entry.days else ""
    links = [_link(each) for each in dict.fromkeys(entry.tellings)]
    more = f", and {len(links) - TOLD} more" if len(links) > TOLD else ""
    quote = _plain(entry.tellings[0].quote)
    return f"- {head}{_plain(entry.label)} ({entry.standing}). “{quote}” {'; '.join(links[:TOLD])}{more}"


def _link(telling: Telling) -> str:
    name = _plain(said(telling) or "an article")
    # What would end the address in Markdown is escaped in it.
    address = (
        web(telling.link).replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C")
    )
    return f"[{name}]({address})" if address else name


def _section(order: Order, table: str, title: str, text: str) -> list[str]:
    rows = records(order.edition.tables.get(table, pd.DataFrame({"kind": []})))
    if not rows:
        return []
    items = [
        f"- {_plain(', '.join(part for part in (row['kind'], row['place']) if part))}: {_plain(row[text])}"
        for row in rows[:OPEN]
    ]
    more = [f"- and {len(rows) - OPEN} more in the table of {table}"] if len(rows) > OPEN else []
    return [f"## {title}", "", *items, *more, ""]


def _plain(text: str) -> str:
    """Corpus text that Markdown takes for text."""
    return _MARKS.sub(r"\\\1", clean(text, 2000))
