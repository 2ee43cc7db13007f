"""Temporal expressions in text, resolved against the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from toolkit.dates.ambiguity import weigh
from toolkit.dates.context import Context
from toolkit.dates.engine import scan
from toolkit.dates.interval import real_date
from toolkit.dates.lazy import lazily
from toolkit.dates.offsets import count_from_dates, same_as_told
from toolkit.dates.passages import story_years
from toolkit.dates.policy import NARRATIVE, NEWS, Policy, choose_policy, named
from toolkit.dates.possible import same_on_all
from toolkit.dates.ranges import tie_ranges
from toolkit.dates.refine import day_behind, focus, open_ends
from toolkit.dates.repetition import fold, unfold
from toolkit.dates.rules import ancient, table
from toolkit.dates.story import plot
from toolkit.model import NamedEvent, TimeExpression

__all__ = ["NARRATIVE", "NEWS", "Policy", "choose_policy", "find_dates", "resolve", "to_record"]


def publication_day(published: str | date | None) -> date | None:
    """The civil day of a publication date given as a day or an ISO date or time.

    >>> publication_day("2025-06-13T22:10:00Z")
    datetime.date(2025, 6, 13)
    """
    if published is None or published == "":
        return None
    if isinstance(published, date):
        return date(published.year, published.month, published.day)
    written = ISO_DAY.fullmatch(published) if isinstance(published, str) else None
    day = real_date(*map(int, written.groups())) if written else None
    if day is None:
        raise ValueError(f"published is {published!r}; give it as YYYY-MM-DD")
    return day


ISO_DAY = lazily(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d+)? ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)


def find_dates(
    text: str,
    published: str | date | None = None,
    policy: str | Policy | None = None,
    events: Sequence[NamedEvent] = (),
    possible: tuple[date, date] | None = None,
) -> list[TimeExpression]:
    """Every temporal expression of a text, in order and without overlap, resolved against the publication day.

    `published` is a civil day, an ISO date or None; the clock of the machine is never read. `policy` is "news",
    "narrative", a Policy, or None for the choice of `choose_policy`. `events` are days that the text may count from by
    their names ("the third anniversary of the invasion"). `possible` are the first and the last day on which a text
    without a publication day may have been published: what reads the same on all of them is resolved. Offsets are code
    points into `text`. Raises ValueError for what is no day or no policy.

    >>> found = find_dates("They met on Sunday and again in early June.", published="2025-06-13")
    >>> [(t.text, t.value, t.mod, t.edtf) for t in found]
    [('Sunday', '2025-06-08', '', '2025-06-08'), ('early June', '2025-06', 'START', '2025-06-01/2025-06-10')]
    >>> days = date(2025, 2, 18), date(2025, 2, 28)
    >>> [str(each.earliest) for each in find_dates("They met on 12 February and on Monday.", possible=days)]
    ['2025-02-12', 'None']
    """
    day = publication_day(published)
    if day is None and possible:
        return same_on_all(lambda one: find_dates(text, one, policy, events), possible)
    chosen = named(policy) or choose_policy(text, day)[0]
    shorter, cuts = fold(text)
    found = unfold(_found(shorter, day, chosen, tuple(events)), cuts)
    return _found(text, day, chosen, tuple(events)) if found is None else found


def _found(
    text: str, day: date | None, policy: Policy, events: tuple[NamedEvent, ...]
) -> list[TimeExpression]:
    written, text = text, text.translate(THIN) if "\u2009" in text or "\u202f" in text else text
    context = Context(text, day, policy)
    _read(context, events)
    if policy.anchor == "focus":
        context = Context(text, day, policy, story=plot(text, context.drafts))
        _read(context, events)
    elif years := story_years(context):
        context = Context(text, day, policy, passages=years)
        _read(context, events)
    count_from_dates(context)
    same_as_told(context)
    tie_ranges(context.drafts, context)
    weigh(context)
    return [draft.finish(written) for draft in context.drafts]


THIN = {0x2009: " ", 0x202F: " "}  # thin blanks, read as blanks: patterns that name them are slow


def _read(context: Context, events: tuple[NamedEvent, ...]) -> None:
    for draft in scan(context, table(events)):
        focus(draft, context)
        open_ends(draft, context)
        day_behind(draft, context)
        if context.story and context.story.ancient:
            ancient.name(draft, context.text)


def resolve(
    text: str, published: str | date | None, policy: str | Policy | None = None
) -> TimeExpression | None:
    """The first temporal expression of a phrase, or None where it names no time.

    >>> resolve("earlier this summer", published="2025-08-27").edtf
    '2025-06-01/2025-08-27'
    """
    found = find_dates(text, published, policy)
    return found[0] if found else None


def to_record(doc: str | None, timexes: list[TimeExpression]) -> dict[str, Any]:
    """One line of `timeline dates --jsonl`.

    >>> to_record("a", find_dates("in 2022", "2025-06-13"))["timexes"][0]["edtf"]
    '2022'
    """
    return {"doc": doc, "timexes": [_record(each) for each in timexes]}


def _record(each: TimeExpression) -> dict[str, Any]:
    return {
        "start": each.start,
        "end": each.end,
        "text": each.text,
        "type": each.type,
        "value": each.value,
        "mod": each.mod,
        "edtf": each.edtf,
        "earliest": each.earliest.isoformat() if each.earliest else None,
        "latest": each.latest.isoformat() if each.latest else None,
        "grain": each.grain,
        "range": each.range,
        "rule": each.rule,
        "anchor": each.anchor.isoformat() if each.anchor else None,
        "alternatives": [
            {
                "value": other.value,
                "earliest": str(other.earliest or ""),
                "latest": str(other.latest or ""),
                "weight": other.weight,
                "why": other.why,
            }
            for other in each.alternatives
        ],
        "why": each.why,
    }
