"""The possible publication days of an article that states none: an interval, a best guess, and the reasons.

Every clue of its own text (`clues`) and of the articles like it (`neighbours`, `spread`) scores each day of a range;
the scores add up to a share of belief for each day. The interval is the shortest that holds `HELD` of it, the guess the
day that holds most with those beside it. No clock is read: a side that nothing bounds stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import exp, log

from toolkit.corpus.publication.clue import Clue
from toolkit.corpus.publication.clues import clues
from toolkit.corpus.publication.evidence import without_stamps
from toolkit.corpus.publication.neighbours import Neighbour, Neighbours, days_of_the_week
from toolkit.corpus.publication.spread import ANY_DAY, Spread
from toolkit.dates.interval import plus
from toolkit.model import Article, NamedEvent

HELD = 0.97
"""The share of belief that the interval holds."""
NARROW = 7
"""The days that an interval may have, at most, to be used without being asked for."""
_MARGIN = 700  # days before the first and behind the last article of the corpus
_AFTER = 12 * 366  # days behind the last day that a lone text tells of
_LEAST_WEIGHT = 0.05  # bits
_NAMED = 3  # neighbours that are named


@dataclass(frozen=True, slots=True)
class Reason:
    """A clue in words, and its weight: how many bits likelier it makes the guess than a day of the range at random."""

    kind: str
    words: str
    why: str
    weight: float

    def __str__(self) -> str:
        words = f" “{self.words}”" if self.words else ""
        return f"{self.kind}{words}: {self.why} ({self.weight:+.1f})"


@dataclass(frozen=True, slots=True)
class Inference:
    """The possible publication days of an article, both ends included and either open (None), the guess, and why.

    The reasons stand in the order of their weight.
    """

    article_id: str
    earliest: date | None = None
    latest: date | None = None
    best: date | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def days(self) -> int | None:
        """The number of possible days; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def span(self) -> str:
        """The possible days as EDTF, an open side as such: 2025-06-06/2025-06-10, ../2025-06-10."""
        return f"{self.earliest or '..'}/{self.latest or '..'}" if self.best else ""


class Inferrer:
    """Infers the publication days of articles of one corpus; their own dates are never looked at.

    `events` are days that a text may count from by their names.

    >>> text = "The talks were held in Istanbul on Monday, June 2, the ministry said on Tuesday."
    >>> articles = [Article("a", text), Article("b", f"{text} It was 2025.", published=date(2025, 6, 3))]
    >>> found = Inferrer(articles).infer(0)
    >>> found.earliest <= date(2025, 6, 3) <= found.latest
    True
    """

    def __init__(self, articles: Sequence[Article], events: Sequence[NamedEvent] = ()) -> None:
        self.articles = articles
        self.events = tuple(events)
        self.index = Neighbours(articles)
        self.spread = Spread(self.index)

    def infer(self, place: int, more: Sequence[Clue] = ()) -> Inference:
        """What the article at a place (from 0) tells of its day; `more` are clues from elsewhere, as its address.

        A dateline, or a line that says when it was published, is evidence (`publication.evidence`) and not looked at.
        """
        article = self.articles[place]
        near = self.index.of(place)
        own = [*more, *clues(without_stamps(article.text), self.events)]
        days = self._range(place, own)
        if not days:
            return Inference(article.id)
        found = [*own, *self.index.same_events(place, near), days_of_the_week(near)]
        shares = self.spread.shares(place, near, days, self.spread.setting(place))
        prior = [log(ANY_DAY / len(days) + (1 - ANY_DAY) * share) for share in shares]
        scores = [[clue.score(day) for day in days] for clue in found]
        total = [sum(column) for column in zip(prior, *scores, strict=True)]
        belief = _normal(total)
        first, last = _shortest(belief, days)
        best = _guess(belief)
        reasons = [_reason(clue, score, best) for clue, score in zip(found, scores, strict=True)]
        if any(shares):
            reasons.append(_reason(self._around(place, near), prior, best))
        reasons = [reason for reason in reasons if abs(reason.weight) >= _LEAST_WEIGHT]
        return Inference(
            article.id,
            date.fromordinal(days[first]) if first else None,
            date.fromordinal(days[last]) if last + 1 < len(days) else None,
            date.fromordinal(days[best]),
            tuple(sorted(reasons, key=lambda reason: (-reason.weight, reason.kind, reason.words))),
        )

    def _range(self, place: int, own: Sequence[Clue]) -> Sequence[int]:
        """The days that come into question, as ordinals in order; none where nothing tells the year.

        Days far from all that is told and from all articles are left out: one article of long ago brings its own years
        and not all those since.
        """
        published = {
            article.published for at, article in enumerate(self.articles) if at != place and article.published
        }
        told = sorted(published | {clue.about for clue in own if clue.about})
        days: list[int] = []
        for day in told:
            after = _MARGIN if published or day != told[-1] else _AFTER
            low, high = plus(day, -_MARGIN).toordinal(), plus(day, after).toordinal()
            days += range(max(low, days[-1] + 1) if days else low, high + 1)
        return days

    def _around(self, place: int, near: Sequence[Neighbour]) -> Clue:
        named = ", ".join(
            f"{self.articles[each.place].id} ({each.day.isoformat()})" for each in near[:_NAMED]
        )
        others = len(near) - _NAMED
        more = f" and {others} more" if others > 0 else ""
        why = (
            f"articles that share its words, names and figures: {named}{more}"
            if near
            else "the days of the corpus"
        )
        return Clue("neighbours", "", why, lambda day: 0.0)


def _normal(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    whole = sum(shares)
    return [share / whole for share in shares]


def _shortest(belief: Sequence[float], days: Sequence[int]) -> tuple[int, int]:
    """The first and last place of the shortest run that holds `HELD` of the belief; of equal ones the first."""
    sums = [0.0, *accumulate(belief)]
    best, last = (days[-1] - days[0], 0, len(belief) - 1), 0
    for first in range(len(belief)):
        while last < len(belief) and sums[last + 1] - sums[first] < HELD:
            last += 1
        if last == len(belief):
            break
        best = min(best, (days[last] - days[first], first, last))
    return best[1:]


def _guess(belief: Sequence[float]) -> int:
    """The place of the day that holds most with the days beside it, which count for a little less."""
    padded = [0.0, *belief, 0.0]
    return max(
        range(len(belief)),
        key=lambda at: (round(0.7 * padded[at] + padded[at + 1] + 0.7 * padded[at + 2], 9), -at),
    )


def _reason(clue: Clue, scores: Sequence[float], best: int) -> Reason:
    mean = log(sum(map(exp, scores)) / len(scores))
    return Reason(clue.kind, clue.words, clue.why, round((scores[best] - mean) / log(2), 1) + 0.0)
