"""How far a date rests on a convention: each event read again as if the publication day or a convention were another.

The publication date may be a day off, and what words leave open is settled by conventions that other careful readers do
not share. A date is fragile where the other reading moves it further than what was changed: "yesterday" goes a day back
with its article and is no worse for it; "Sunday" in Sunday's paper goes a week back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.claims.cases import case_for
from toolkit.claims.extract import extract
from toolkit.claims.lexicon import Lexicon, load_lexicon
from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.corpus.reading import Corpus
from toolkit.dates import Policy, choose_policy, find_dates
from toolkit.dates.policy import named
from toolkit.language import SPACY
from toolkit.model import Article, Claim
from toolkit.scale import Failure, map_articles
from toolkit.timeline.mention import CERTAIN
from toolkit.timeline.table import SENSITIVITY, check

Days = tuple[date | None, date | None]
Other = tuple[Article, Policy]

NO_DAYS = "no days"
AHEAD = "if_looking_ahead"
EVENT = frozenset({"event_start", "event_end", "event_grain", "event_edtf"})


def _printed(days: int) -> Callable[[Article, Policy], Other | None]:
    def read(article: Article, policy: Policy) -> Other | None:
        # An inferred day has its other possible days in the row already.
        if article.published is None or article.published_basis == "inferred":
            return None
        try:
            return replace(article, published=article.published + timedelta(days)), policy
        except OverflowError:
            return None

    return read


READINGS: dict[str, tuple[int, Callable[[Article, Policy], Other | None]]] = {
    "if_published_day_earlier": (1, _printed(-1)),
    "if_published_day_later": (1, _printed(1)),
    "if_week_from_sunday": (0, lambda article, policy: (article, replace(policy, week_start=6))),
    AHEAD: (0, lambda article, policy: (article, replace(policy, direction="future"))),
}
"""Column -> by how many days the reading may move an event without its being fragile, and the reading itself."""


def sensitivity(
    events: pd.DataFrame,
    articles: Sequence[Article],
    themes: Lexicon | Sequence[str | Path] = (),
    policy: str | Policy | None = None,
    on: Any = "serial",
    parser: str = SPACY,
) -> pd.DataFrame:
    """The event table with the columns of `timeline.table.SENSITIVITY` (all str), its rows in order.

    `if_published_day_earlier`, `if_published_day_later`, `if_week_from_sunday` (weeks begin on Sunday) and
    `if_looking_ahead` (a date whose clause tells no direction lies ahead) hold the days that the event would have
    (EDTF, or "no days"), and are empty where it would have the same. `fragile` names the readings that move an event
    further than they move the publication day, with the days ("published_day_earlier -7"; "open" where a side comes to
    be known or no longer is). It is empty for the others, and where the words cannot have been meant so: nothing was
    said, and no fact happened, after it was printed.

    `articles` are those that the events were read from, `themes`, `policy` and `on` as in `build`. What an analyst has
    corrected is not examined. Raises TableError where `events` is no event table.

    >>> article = Article("a", "The ministry said on Sunday that Russian troops had seized the village of Zaporizke.",
    ...                   published=date(2025, 6, 8))
    >>> from toolkit.timeline.table import to_frame
    >>> found = sensitivity(to_frame(extract(article)), [article])
    >>> found["if_published_day_earlier"][0], found["fragile"][0]
    ('../2025-06-01', 'published_day_earlier -7')
    """
    check(events)
    own = articles.own.get(PLACES) if isinstance(articles, Corpus) else None
    told = set(events["article_id"])
    lexicon = themes if isinstance(themes, Lexicon) else load_lexicon(*themes)
    function = partial(other_days, lexicon=lexicon, policy=policy, gazetteer=own, parser=parser)
    found = map_articles(function, [article for article in articles if article.id in told], on)
    others = {
        mention: days for each in found if not isinstance(each, Failure) for mention, days in each.items()
    }
    corrected = events["corrected"] if "corrected" in events.columns else [""] * len(events)
    rows = [
        {} if EVENT & set(fields.split("; ")) else others.get(mention, {})
        for mention, fields in zip(events["mention_id"], corrected, strict=True)
    ]
    return events.assign(
        **{name: pd.array([row.get(name, "") for row in rows], dtype="str") for name in SENSITIVITY}
    )


def other_days(
    article: Article,
    lexicon: Lexicon,
    policy: str | Policy | None = None,
    gazetteer: Path | None = None,
    parser: str = SPACY,
) -> dict[str, dict[str, str]]:
    """For each mention that another reading would move, the columns of `sensitivity` that are not empty."""
    base = named(policy) or choose_policy(article.text, article.published)[0]
    read = partial(extract, themes=lexicon, gazetteer=gazetteer, parser=parser)
    named_events = case_for(article.text, (), lexicon.events).events
    before = read(article, policy=base)
    dates = _dates(article, base, named_events)
    found: dict[str, dict[str, str]] = {}
    for name, (free, other) in READINGS.items():
        changed = other(article, base)
        if changed is None or (changed[0] is article and _dates(*changed, named_events) == dates):
            continue
        after = {claim.mention_id: claim for claim in read(changed[0], policy=changed[1])}
        # A mention that only one of the readings finds does not move.
        for was, now in ((claim, after.get(claim.mention_id)) for claim in before):
            if now is None or _event(was) == _event(now):
                continue
            row = found.setdefault(was.mention_id, {})
            row[name] = now.event_edtf or NO_DAYS
            far = further(_event(was), _event(now), free)
            if far and tenable(now, ahead=name == AHEAD):
                reasons = [row["fragile"]] if "fragile" in row else []
                row["fragile"] = "; ".join([*reasons, f"{name.removeprefix('if_')} {far}"])
    return found


def further(before: Days, after: Days, free: int) -> str:
    """By how many days an end of an event moves, if that is more than `free`; "open" where an end comes or goes.

    >>> further((None, date(2025, 6, 8)), (None, date(2025, 6, 1)), 1)
    '-7'
    >>> further((None, date(2025, 6, 8)), (None, date(2025, 6, 7)), 1)
    ''
    """
    moved = [(now - was).days for was, now in zip(before, after, strict=True) if was and now]
    most = max(moved, key=abs, default=0)
    if abs(most) > free:
        return f"{most:+d}"
    return "open" if [day is None for day in before] != [day is None for day in after] else ""


def tenable(claim: Claim, ahead: bool) -> bool:
    """Whether words can be meant so: nothing was said, and no fact happened, after it was printed."""
    said, event = (first or last for first, last in ((claim.said_start, claim.said_end), _event(claim)))
    if claim.published is None:
        return True
    if claim.modality in CERTAIN and (ahead or (event and event > claim.published)):
        return False
    return said is None or said <= claim.published


def _event(claim: Claim) -> Days:
    return claim.event_start, claim.event_end


def _dates(article: Article, policy: Policy, events: Sequence[Any]) -> list[tuple[Any, ...]]:
    found = find_dates(article.text, article.published, policy, events)
    return [(each.start, each.end, each.earliest, each.latest, each.grain) for each in found]
