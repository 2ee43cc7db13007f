"""The claims as the page shows them: a card for each, from its sentence down to every passage that tells it.

On a wide screen they stand below the chart; on a phone they are the timeline.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from toolkit.charts.words import clean, day_text, excerpt, history, label_of, plural, printed_in, short_days
from toolkit.exports.links import link_to, web
from toolkit.model import UNTYPED
from toolkit.report.heading import Built
from toolkit.report.links import anchor, fragment
from toolkit.report.tables import Html, Row, day, days, escape, fold, join, standing, tag
from toolkit.timeline.desk import capital, typeset
from toolkit.timeline.importance import most_important_first
from toolkit.timeline.table import records

SPEAKER = 48  # characters of a speaker beside a standing


def claims(result: Built) -> Html:
    """Every claim with its mentions, the most important first, then the passages of no known kind."""
    if not result.events.size:
        return tag("p", "No claim was found.", of="note")
    told = passages(result.events)
    ranked = records(most_important_first(result.ledger, result.positions))
    cards = [_card(row, told[row["claim_id"]], rank) for rank, row in enumerate(ranked)]
    parts = [Html(f'<ol class="claims" id="claims">{"".join(cards)}</ol>')]
    if len(untyped := result.events[result.events["kind"] == UNTYPED]):
        title = f"Of no known kind, but dated or told by somebody: {plural(len(untyped), 'passage')}"
        hint = "A line in a lexicon of your own gives them a kind (docs/themes.md)."
        parts.append(fold(escape(title), tag("p", escape(hint), of="note"), mentions(in_print(untyped))))
    return join(parts)


def in_print(events: pd.DataFrame) -> Sequence[Row]:
    """The rows in order of publication."""
    return records(events.sort_values(["published", "article_id", "start"], kind="stable"))


def passages(events: pd.DataFrame) -> dict[str, list[Row]]:
    """The rows of each claim in order of publication."""
    told: dict[str, list[Row]] = {}
    for row in in_print(events):
        told.setdefault(row["claim_id"], []).append(row)
    return told


def _card(row: Row, rows: Sequence[Row], rank: int) -> Html:
    known = [row[name] for name in ("event_start", "event_end", "first_said") if not pd.isna(row[name])]
    when = short_days(row["event_start"], row["event_end"])
    ends = [row[name].year for name in ("event_start", "event_end") if not pd.isna(row[name])]
    year = str(ends[0]) if ends else ""
    if len(set(ends)) > 1:
        first, last = (short_days(row[name], row[name]) for name in ("event_start", "event_end"))
        when, year = f"{first} {ends[0]} – {last} {ends[1]}", ""
    full = day_text(row["event_start"], row["event_end"], row["event_grain"]) or "not dated"
    if full == year:
        when, year = year, ""
    when = when or year or _undated(row)
    title = join(
        [
            Html(
                f'<time class="when" title="{escape(full)}">{escape(when)} '
                f"<small>{escape(year)}</small></time>"
            ),
            tag("span", tag("b", escape(label_of({**rows[0], **row}))), of="what"),
            tag("span", *_steps(row, rows), of="steps"),
            tag("span", escape(_told(row)), of="note"),
        ]
    )
    since = known[0].isoformat()[:10] if known else ""
    order = f'data-rank="{rank}" data-when="{since}" data-place="{escape(row["place"])}"'
    return Html(
        f'<li class="claim" id="{anchor("claim", row["claim_id"])}" data-claim="{escape(row["claim_id"])}" {order}>'
        f"<details><summary>{title}</summary>{mentions(rows)}{_permalink(row)}</details></li>"
    )


def _undated(row: Row) -> str:
    """What stands for the days of a claim that has none: since when it is in print, by which it is put in order."""
    printed = row["first_published"]
    return (
        "not dated"
        if pd.isna(printed)
        else f"not dated, in print {short_days(printed, printed)} {printed.year}"
    )


def _told(row: Row) -> str:
    """By how many a claim is told; of one mention no more is said than that."""
    if row["mentions"] == 1:
        return "1 mention"
    counts = (("independent_sources", "independent source"), ("outlets", "outlet"), ("mentions", "mention"))
    return ", ".join(plural(row[name], noun) for name, noun in counts)


def _permalink(row: Row) -> Html:
    link = Html(f'<a href="{fragment("claim", row["claim_id"])}">Link to this claim</a>')
    return tag("p", link, " ", tag("code", escape(row["claim_id"])), of="fine")


def _steps(row: Row, rows: Sequence[Row]) -> list[Html]:
    """How the claim stood over time: a badge for each step, with who said so first and on which day."""
    steps = []
    for name, last, words in history(row["standings"]):
        said = [each for each in rows if each["standing"] == name]
        then = [each for each in said if each["said_end"] == last] or said
        speaker = typeset(excerpt(clean(then[0]["source"]), SPEAKER)) if then else ""
        told = ", ".join(part for part in (speaker, words) if part)
        steps.append(tag("span", standing(name), " ", tag("small", escape(told)), of="step"))
    return [join(steps, " ")] if steps else [standing(row["standing"])]


def mentions(rows: Sequence[Row]) -> Html:
    """Passages with their quote, source, standing and three clocks."""
    return Html(f'<ol class="mentions">{"".join(map(_mention, rows))}</ol>')


def _mention(row: Row) -> Html:
    name = row["mention_id"]
    clocks: Sequence[tuple[str, Html | str]] = (
        ("Happened", days(row["event_start"], row["event_end"], row["event_grain"]) or "not dated"),
        ("Said", days(row["said_start"], row["said_end"]) or "not dated"),
        ("Published", day(row["published"]) or "not dated"),
    )
    times = tag("dl", *(tag("div", tag("dt", term), tag("dd", words)) for term, words in clocks), of="clocks")
    return Html(
        f'<li class="mention" id="{anchor("mention", name)}" data-m="{escape(name)}">'
        f'<blockquote><a href="{fragment("passage", name)}">{escape(row["quote"])}</a></blockquote>'
        f'<p class="by">{standing(row["standing"])} {_who(row)}</p>{times}{_fine(row)}</li>'
    )


def _who(row: Row) -> Html:
    side = str(row["claimant_side"])
    said = join(
        [
            tag("b", escape(row["claimant"] or "the outlet itself")),
            join([" ", escape(f"({side})")]) if side and side != row["claimant"] else "",
            join([" ", escape(f"to {row['via']}")]) if row["via"] else "",
        ]
    )
    printed = escape(printed_in(row))
    if live := web(str(row["url"])):
        address = escape(link_to(live, str(row["quote"]), int(row["page"])), 4000)
        printed = Html(f'<a href="{address}" rel="noreferrer">{printed or "the live page"}</a>')
    return (
        join([said, ", in ", printed])
        if printed and (row["page"] or row["outlet"] != row["claimant"])
        else said
    )


def _fine(row: Row) -> Html:
    """Why the day is that day, and what was done to the row: by hand, by its neighbours, by copying."""
    fields = str(row.get("corrected") or "").replace("_", " ").replace("; ", ", ")
    notes = [
        f"{row['event_why']}" if row["event_why"] else "",
        f"{row['order_why']}" if row.get("order_why") else "",
        _inferred(row),
        f"corrected: {fields}" if fields else "",
        f"copied: as in {row['copy_of']}" if row.get("copy_of") else "",
    ]
    told = [escape(_sentence(note)) for note in notes if note]
    return tag("p", join(told, " "), of="fine") if told else Html("")


def _inferred(row: Row) -> str:
    """What the passage tells and the words of the row do not.

    >>> _inferred({"inferred": "actor; place", "actor": "Norway", "place": "Oslo"})
    'taken from the passage: actor Norway, place Oslo'
    """
    parts = [part for part in str(row.get("inferred") or "").split("; ") if part]
    told = ", ".join(f"{part} {row[part]}" for part in parts)
    return f"taken from the passage: {told}" if told else ""


def _sentence(words: str) -> str:
    """Words as a sentence.

    >>> _sentence("corrected: place")
    'Corrected: place.'
    """
    return capital(words) + ("" if words[-1] in ".!?" else ".")
