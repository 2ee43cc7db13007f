"""What a run takes from each article: its claims, and the times in it that have no days.

What was taken before is read back in this process; the rest is read where `on` says, and kept as each article is done.
So a run that was killed goes on where it was, and one with an article more reads that one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from toolkit.claims import kept
from toolkit.claims.clocks.redating import resting
from toolkit.claims.extract import extract, known_claims
from toolkit.claims.lexicon import Lexicon
from toolkit.dates import Policy
from toolkit.listing import Time, undated_times
from toolkit.model import Article, Claim
from toolkit.scale import AUTO, Failure, map_articles

Progress = Callable[[int, int, str], None]
TIMES = ".times"


@dataclass(frozen=True, slots=True)
class Taken:
    """The claims of an article, and its times without days."""

    claims: Sequence[Claim] = ()
    times: Sequence[Time] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """With what articles are read: see `toolkit.pipeline.build`. `possible` are the days of inferred articles."""

    lexicon: Lexicon
    policy: Policy | str | None
    places: Path | None
    parser: str
    possible: Mapping[str, tuple[date, date]]

    def claims_of(self, article: Article) -> list[Claim]:
        """The claims of an article as if it were printed on its day."""
        return extract(article, self.lexicon, self.policy, self.places, self.parser)

    def kept_claims(self, article: Article) -> list[Claim]:
        """As `claims_of`, of what was kept; LookupError where nothing was."""
        claims = known_claims(article, self.lexicon, self.policy, self.places, self.parser)
        if claims is None:
            raise LookupError(article.id)
        return claims

    def key(self, article: Article) -> str:
        """The name under which its times are kept."""
        return kept.key(article, self.lexicon, self.policy, self.places, self.parser)


def take(article: Article, settings: Settings) -> Taken:
    """Read an article."""
    times = undated_times(article, settings.policy, settings.lexicon.events)
    kept.keep_rows(settings.key(article), TIMES, times)
    return Taken(resting(article, settings.claims_of, settings.possible), times)


def taken_before(article: Article, settings: Settings) -> Taken | None:
    """What was kept when the article was read before with these settings, None where it has to be read."""
    times = kept.load_rows(settings.key(article), TIMES)
    if times is None:
        return None
    try:
        return Taken(
            resting(article, settings.kept_claims, settings.possible),
            [Time(*each) for each in times],  # type: ignore[arg-type]
        )
    except LookupError:
        return None


def take_all(
    articles: Sequence[Article], settings: Settings, on: Any = AUTO, progress: Progress | None = None
) -> list[Taken | Failure]:
    """What stands in each article, in their order; a Failure where it could not be read.

    `on` and `progress` are as in `map_articles`.
    """
    found: list[Any] = []
    before = 0
    for article in articles:
        found.append(taken_before(article, settings))
        before += found[-1] is not None
        if progress and found[-1] is not None:
            progress(before, len(articles), article.id)
    rest = [place for place, each in enumerate(found) if each is None]
    step = (lambda done, _, name: progress(before + done, len(articles), name)) if progress else None
    # Where a text stands in its file is of no use here.
    sent = [replace(articles[place], offsets=None) for place in rest]
    for place, each in zip(rest, map_articles(partial(take, settings=settings), sent, on, step), strict=True):
        found[place] = each
    return found
