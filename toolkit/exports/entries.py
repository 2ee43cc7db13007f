"""Claims or mentions as entries: what the formats that are no tables tell of each, and what they leave out."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from toolkit.charts.words import before_christ, clean, day_text, label_of, plural
from toolkit.exports.edition import Edition
from toolkit.timeline.table import printed, records, source_of

CLAIMS, MENTIONS = "claims", "mentions"
LONGEST = 2000  # characters of one text
NO_DAY, OPEN, NO_PLACE = "no day is known", "one end is open", "no coordinates are known"
NO_KIND = "of no kind that the lexicon knows"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article that tells it: who says so, where, when printed, in which words, and their address."""

    who: str
    outlet: str
    published: Any
    quote: str
    link: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim or a mention. Days are Timestamps or NaT, coordinates numbers or NaN, texts never missing; `side` is that
    of whoever first tells it."""

    id: str
    label: str
    start: Any
    end: Any
    days: str
    grain: str
    theme: str
    kind: str
    place: str
    latitude: float
    longitude: float
    standing: str
    side: str
    why: str
    tellings: tuple[Telling, ...]
    row: Row

    @property
    def dated(self) -> bool:
        """Whether a day is known on which it began or ended."""
        return known(self.start) or known(self.end)

    @property
    def placed(self) -> bool:
        return known(self.latitude) and known(self.longitude)

    @property
    def published(self) -> Any:
        """The first day on which it was printed; NaT where none is known."""
        return min((each.published for each in self.tellings if known(each.published)), default=pd.NaT)


@dataclass(slots=True)
class Left:
    """What an export does not hold: reason -> ids, and what else there is to say of it."""

    of: str
    total: int
    reasons: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def out(self, entry: str, reason: str) -> None:
        """Note one that is left out."""
        self.reasons.setdefault(reason, []).append(entry)

    def sentences(self) -> list[str]:
        """What is written and what is left out, for people: one sentence, and one for each note.

        >>> left = Left("claims", 3)
        >>> left.out("a", "no day is known")
        >>> left.sentences()
        ['2 of 3 claims are written; left out: 1 (no day is known).']
        """
        gone = sum(map(len, self.reasons.values()))
        why = ", ".join(f"{len(ids)} ({reason})" for reason, ids in self.reasons.items())
        of = self.of.removesuffix("s") if self.total == 1 else self.of
        verb = "is" if self.total - gone == 1 else "are"
        first = (
            f"{self.total - gone} of {self.total} {of} {verb} written; left out: {why}."
            if gone
            else f"All of {plural(self.total, of, self.of)} {verb} written."
        )
        return [first, *self.notes]


def chosen(
    edition: Edition, of: str, *tests: tuple[Callable[[Entry], bool], str]
) -> tuple[list[Entry], Left]:
    """The claims or mentions that pass every test, and the others by the reason that the first failed one gives."""
    every = list(_claims(edition) if of == CLAIMS else _mentions(edition))
    untyped = [] if of == MENTIONS else _untyped(edition)
    left = Left(of, len(every) + len(untyped))
    found = []
    for entry in every:
        reason = next((reason for test, reason in tests if not test(entry)), "")
        if reason:
            left.out(entry.id, reason)
        else:
            found.append(entry)
    for claim in untyped:
        left.out(claim, NO_KIND)
    return found, left


def known(value: Any) -> bool:
    """Whether a cell holds something."""
    return not pd.isna(value)


def iso(day: Any) -> str:
    """A day as ISO 8601 writes it, the year in four figures; empty where there is none.

    >>> iso(pd.Timestamp("0800-12-25")), iso(pd.NaT)
    ('0800-12-25', '')
    """
    return str(day.isoformat()[:10]) if known(day) else ""


def plain(value: Any) -> Any:
    """A cell as JSON has it: a day as ISO text, what is missing as null."""
    if not known(value):
        return None
    if isinstance(value, pd.Timestamp):
        return iso(value)
    return value.item() if hasattr(value, "item") else value


def markup(text: str) -> str:
    """Corpus text for a program that puts it into a page as markup."""
    return html.escape(clean(text, LONGEST))


def said(telling: Telling) -> str:
    """Who tells it and where, each named once.

    >>> said(Telling("Courier", "Courier", pd.NaT, "", ""))
    'Courier'
    """
    return ", ".join(dict.fromkeys(name for name in (telling.who, telling.outlet) if name))


def story(entry: Entry) -> str:
    """An entry in plain words: the first quote, who says so, and what its day rests on."""
    first = entry.tellings[0]
    others = len(entry.tellings) - 1
    source = said(first) + (f", and {plural(others, 'more mention')}" if others else "")
    return " ".join(part for part in (f"“{first.quote}”", source and f"{source}.", entry.why) if part)


def _mentions(edition: Edition) -> Iterator[Entry]:
    for row in records(edition.events):
        yield Entry(
            **_common(row, [row]),
            id=row["mention_id"],
            side=row["claimant_side"],
            why=row["event_why"],
            tellings=(_telling(row),),
        )


def _claims(edition: Edition) -> Iterator[Entry]:
    told: dict[str, list[Row]] = {}
    for row in sorted(records(edition.events), key=printed):
        told.setdefault(row["claim_id"], []).append(row)
    for row in records(edition.claims):
        rows = told.get(row["claim_id"], [])
        own = [one for one in rows if one["quote"] == row["summary"]] or rows
        tellings = [
            _telling(one) for one in (*own[:1], *(one for one in rows if one is not next(iter(own), None)))
        ]
        first = Telling(row["first_said_by"], row["first_outlet"], row["first_published"], row["summary"], "")
        yield Entry(
            **_common(row, rows),
            id=row["claim_id"],
            side=own[0]["claimant_side"] if own else row["sides"],
            why=f"{plural(row['mentions'], 'mention')}, {plural(row['independent_sources'], 'independent source')}; "
            f"{row['standings']}.",
            tellings=tuple(tellings) or (first,),
        )


def _common(row: Row, rows: Iterable[Row]) -> dict[str, Any]:
    rows = list(rows)
    at: Row = next((one for one in rows if known(one["latitude"]) and one["place"] == row["place"]), {})
    ancient = next((one["event_timex"] for one in rows if before_christ(one["event_timex"])), "")
    return {
        "label": label_of(row),
        "start": row["event_start"],
        "end": row["event_end"],
        "days": day_text(row["event_start"], row["event_end"], row["event_grain"]) or before_christ(ancient),
        "grain": row["event_grain"],
        **{name: row[name] for name in ("theme", "kind", "place", "standing")},
        "latitude": at.get("latitude", float("nan")),
        "longitude": at.get("longitude", float("nan")),
        "row": row,
    }


def _telling(row: Row) -> Telling:
    return Telling(source_of(row), row["outlet"], row["published"], row["quote"], row["link"])


def _untyped(edition: Edition) -> list[str]:
    return sorted(set(edition.events["claim_id"]) - edition.typed)
