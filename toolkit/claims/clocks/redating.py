"""An article read again as if it were printed on another day: what would move, and what rests on an inferred day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from toolkit.dates.interval import hull
from toolkit.model import Article, Claim, Interval

Read = Callable[[Article], list[Claim]]

CLOCKS = {"happened": ("event_start", "event_end"), "said": ("said_start", "said_end")}
"""The clocks that an article's words set, and their fields; the third is the day of print itself."""
UNSURE = 0.7
"""What the confidence of a row is multiplied by, if another possible day of print moves it."""


@dataclass(frozen=True, slots=True)
class Move:
    """A clock of a mention that another day of print moves: its days before and after (None is open or unknown).

    `days` is by how many days its end moves (its beginning, where the end stays open); None where one of them has none.
    """

    article_id: str
    mention_id: str
    clock: str
    before: tuple[date | None, date | None]
    after: tuple[date | None, date | None]
    quote: str

    @property
    def days(self) -> int | None:
        """By how many days it moves."""
        for was, now in zip(reversed(self.before), reversed(self.after), strict=True):
            if was and now:
                return (now - was).days
        return None

    def __str__(self) -> str:
        by = f" ({self.days:+d} days)" if self.days is not None else ""
        return f"{self.mention_id} {self.clock} {span(self.before)} -> {span(self.after)}{by}"


def span(days: tuple[date | None, date | None]) -> str:
    """Two days as EDTF, one where they are the same, and "no day" where there is none.

    >>> span((None, date(2025, 6, 8))), span((None, None))
    ('../2025-06-08', 'no day')
    """
    first, last = days
    if first is None and last is None:
        return "no day"
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def moves(article: Article, day: date | None, read: Read) -> list[Move]:
    """What would move if the article had been published on that day, in the order of its text.

    `read` gives the claims of an article. A mention that only one of the readings finds does not move.

    >>> from toolkit.claims.extract import extract
    >>> text = "The ministry said on Sunday that Russian troops had seized the village of Zaporizke."
    >>> [str(move) for move in moves(Article("a", text, published=date(2025, 6, 9)), date(2025, 6, 16), extract)]
    ['a:0-84 happened ../2025-06-08 -> ../2025-06-15 (+7 days)', 'a:0-84 said 2025-06-08 -> 2025-06-15 (+7 days)']
    """
    return list(_moves(read(article), read(replace(article, published=day))))


def _moves(before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Move]:
    later = {claim.mention_id: claim for claim in after}
    for was in before:
        now = later.get(was.mention_id)
        for clock in CLOCKS if now else ():
            days = _days(was, clock), _days(now, clock) if now else (None, None)
            if days[0] != days[1]:
                yield Move(was.article_id, was.mention_id, clock, *days, was.quote)


def _days(claim: Claim, clock: str) -> tuple[date | None, date | None]:
    first, last = CLOCKS[clock]
    return getattr(claim, first), getattr(claim, last)


def resting(article: Article, read: Read, possible: Mapping[str, Sequence[date]]) -> list[Claim]:
    """The claims of an article; where its day is inferred, the reasons of their days tell so.

    `possible` maps the id of such an article to the first and the last day on which it may have been published. Where
    one of them would move a row, the row takes in the days that it would have, its explanation names them, and its
    confidence is `UNSURE` times what it was.
    """
    claims = read(article)
    if article.published_basis != "inferred" or article.id not in possible:
        return claims
    first, last = possible[article.id]
    others = [
        {claim.mention_id: claim for claim in read(replace(article, published=day))}
        for day in (first, last)
        if day != article.published
    ]
    basis = f"the publication day, {article.published}, is inferred: {first} to {last} are possible"
    return [_marked(claim, basis, [found.get(claim.mention_id) for found in others]) for claim in claims]


def _marked(claim: Claim, basis: str, others: Sequence[Claim | None]) -> Claim:
    changed: dict[str, Any] = {}
    for clock, why in (("happened", "event_why"), ("said", "said_why")):
        here = _days(claim, clock)
        read = dict.fromkeys(_days(other, clock) for other in others if other)
        apart = [days for days in read if days not in (here, (None, None))]
        if here == (None, None):
            continue
        note = basis
        if apart:
            whole = hull(*(Interval(*days) for days in (here, *apart)))
            covered = (whole.earliest, whole.latest)
            changed |= dict(zip(CLOCKS[clock], covered, strict=True))
            if clock == "happened":
                changed |= {"event_edtf": span(covered), "event_timex": ""}
            note = f"{basis}, and with them {' or '.join(map(span, (here, *apart)))}"
        changed[why] = f"{getattr(claim, why)}; {note}".removeprefix("; ")
    if not changed.keys().isdisjoint(("event_end", "said_end")):
        changed["confidence"] = round(claim.confidence * UNSURE, 2)
    return replace(claim, **changed)
