"""JSON for Knight Lab's TimelineJS 3."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.charts.words import plural
from toolkit.exports.entries import NO_DAY, Entry, Left, chosen, known, markup, said
from toolkit.exports.links import web
from toolkit.exports.making import Made, Order, as_json

SHOWN = 8  # articles that a slide names


def timelinejs(order: Order) -> Made:
    """A title slide that says what is left out, and a slide for each entry with a day: its days as a span, who says so
    in whose words, and links to the articles; the side that speaks as group."""
    entries, left = chosen(order.edition, order.of, (lambda entry: entry.dated, NO_DAY))
    return Made(as_json({"title": _title(order, left), "events": [_slide(each) for each in entries]}), left)


def _title(order: Order, left: Left) -> dict[str, Any]:
    articles = order.edition.tables["articles"]
    about = f"{plural(len(order.edition.events), 'mention')} of {plural(len(order.edition.claims), 'claim')}"
    told = f"{about} in {plural(len(articles), 'article')}. {' '.join(left.sentences())}"
    return {"text": {"headline": markup(order.edition.name), "text": f"<p>{markup(told)}</p>"}}


def _slide(entry: Entry) -> dict[str, Any]:
    first = entry.start if known(entry.start) else entry.end
    return {
        "start_date": _date(first, entry.grain),
        **({"end_date": _date(entry.end, entry.grain)} if known(entry.end) else {}),
        "text": {"headline": markup(entry.label), "text": _text(entry)},
        "display_date": entry.days,
        "group": markup(entry.side or entry.tellings[0].outlet),
        "unique_id": entry.id,
    }


def _text(entry: Entry) -> str:
    quoted = entry.tellings[0]
    parts = [f"<p>“{markup(quoted.quote)}” {markup(said(quoted))} ({markup(entry.standing)})</p>"]
    if entry.why:
        parts.append(f"<p>{markup(entry.why)}</p>")
    named = {each.link: each for each in reversed(entry.tellings) if web(each.link)}
    links = [
        f'<a href="{markup(each.link)}">{markup(each.outlet or each.who)}</a>'
        for each in reversed(named.values())
    ]
    more = len(links) - SHOWN
    shown = ", ".join(links[:SHOWN]) + (f" and {more} more" if more > 0 else "")
    return "".join([*parts, f"<p>{shown}</p>" if shown else ""])


def _date(day: pd.Timestamp, grain: str) -> dict[str, int]:
    """A day, or the month or the year where no more is known."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return {name: parts[name] for name in list(parts)[: {"year": 1, "month": 2}.get(grain, 3)]}
