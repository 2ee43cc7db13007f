"""The years of a narrative: "In July ... By 3 May ... In the winter of 1944 ...".

A chronicle names its years now and then and tells its months between them. The year of a bare month is not told by the
last year alone: a story goes forward in small steps, looks back for a sentence, names a later year in passing, and the
next year that it tells shows where it had come to. So all months and years of the text are weighed together: of every
way to give years to the months, and to pass over the dates that are only mentioned, the one with the least leaping.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.dates.context import Draft, Story
from toolkit.dates.headings import year_above, year_headings
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.ancient import CHRIST

# The costs of a story's steps, in months' worth: found by trial on narratives, and flat around these values.
MONTH = 0.5  # for each month between one date and the next, either way
BACK = 2.0  # for going back at all
ASIDE = 3.0  # for naming a date without going there
LIMIT = 6.0  # the dearest leap to a date that the text writes out
NEW_PARAGRAPH = 0.5  # a leap costs half there, and an aside twice
STRAYS = 4.0  # for a month that goes on from elsewhere than the date with a year just before it
NEAR = 200  # characters between the two
ELSEWHERE = 12.0  # for a month in another year than the heading above it says
BEAM = 24  # the number of ways that are kept side by side

# The rules whose month or season takes its year from the story.
UNDATED = {
    "month",
    "month_day",
    "day_month",
    "month_day_in_words",
    "day_month_in_full",
    "day_month_in_full_words",
    "day_range_month_first",
    "day_range_day_first",
    "day_list_month_first",
    "day_list_day_first",
    "daypart_of_month_day",
    "daypart_of_day_month",
    "part_of_month",
    "season",
}
# Dates that are written out, or counted from one: the story can go there.
WRITTEN = lazily(r"(BC)?(\d{4})(?:-(\d\d|XX|SP|SU|FA|WI))?")
BOUND = lazily(
    r"\b(?:since|before|until|till|prior to|born (?:in|on)|born [^.;,\n]{1,30} (?:in|on))\s+(?:the )?$",
    re.IGNORECASE,
)
SENTENCE_START = lazily(r"[.!?”\")]\s+(?:[A-Z][a-z]+ )?(?:the )?$")
FIGURE = lazily(r"\d|ty\b|teen\b")
OWN_YEAR = lazily(r"\d{4}|\byear\b|\bBC", re.IGNORECASE)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
THIRDS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}

Months = tuple[int, int]
"""The first and the last month of a date, counted from the beginning of the year 0; negative before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A date of the text: where it begins, its year if it has its own, its months in that year, the year of the heading
    that it stands under; `heading` where it is one; `behind` is the place of a date with its year just before it."""

    start: int
    year: int | None
    months: Months
    bound: bool
    paragraph: bool
    above: int | None = None
    heading: bool = False
    behind: Months | None = None


def plot(text: str, drafts: Sequence[Draft]) -> Story:
    """The years of the bare months of a narrative, from the drafts of a first reading.

    >>> from toolkit.dates import find_dates
    >>> text = "In late 1942 they held. In May they fell back, and on 5 July 1943 the town was lost."
    >>> [each.value for each in find_dates(text, "2009-12-19", "narrative")]
    ['1942', '1943-05', '1943-07-05']
    """
    steps = _steps(text, drafts)
    ways: dict[Months | None, tuple[float, tuple | None]] = {None: (0.0, None)}  # type: ignore[type-arg]
    for step in steps:
        following: dict[Months | None, tuple[float, tuple | None]] = {}  # type: ignore[type-arg]
        for place, (cost, trail) in ways.items():
            for there, more, year in _moves(place, step):
                known = following.get(there)
                if known is None or cost + more < known[0]:
                    following[there] = (cost + more, (trail, year))
        ways = dict(sorted(following.items(), key=lambda way: way[1][0])[:BEAM])
    trail = min(ways.values(), key=lambda way: way[0])[1]
    chosen: list[int | None] = []
    while trail is not None:
        trail, year = trail
        chosen.append(year)
    years: dict[int, int] = {}
    asides: set[int] = set()
    for step, year in zip(steps, reversed(chosen), strict=True):
        if step.year is None and year is not None:
            years[step.start] = year if year > 0 else CHRIST + year
        elif step.year is not None and year is None:
            asides.add(step.start)
    written = [step for step in steps if step.year is not None]
    ancient = any(step.year is not None and step.year < 0 for step in written)
    return Story(years, frozenset(step.start for step in written), frozenset(asides), ancient)


def _moves(place: Months | None, step: Step) -> list[tuple[Months | None, float, int | None]]:
    """From a place in the story over a date: where the story is then, the cost, and the year given or gone to."""
    first, last = step.months
    if step.year is not None:
        there = (12 * step.year + first - 1, 12 * step.year + last - 1)
        if place is None:
            return [(there, 0.0, step.year), (None, 0.0, None)] if step.bound else [(there, 0.0, step.year)]
        leap, aside = _leap(place, there), ASIDE
        if step.paragraph:
            leap, aside = leap * NEW_PARAGRAPH, aside / NEW_PARAGRAPH
        if step.heading:
            return [(there, 0.0, step.year)]
        if step.bound:
            aside = 1.0
        return [(there, min(leap, LIMIT), step.year), (place, aside, None)]
    if place is None:
        return [(None, 0.0, None)]
    moves: list[tuple[Months | None, float, int | None]] = []
    for year in range(place[0] // 12 - 1, place[1] // 12 + 2):
        there = (12 * year + first - 1, 12 * year + last - 1)
        cost = _leap(place, there) + ELSEWHERE * (step.above is not None and year != step.above)
        moves.append((there, cost + STRAYS * (step.behind not in (None, place)), year))
    return moves


def _leap(place: Months, there: Months) -> float:
    if there[0] > place[1]:
        return MONTH * (there[0] - place[1])
    if there[1] < place[0]:
        return BACK + MONTH * (place[0] - there[1])
    return 0.0


def _place(step: Step) -> Months | None:
    """Where a date with its year stands; None for one that only bounds something."""
    if step.year is None or step.bound:
        return None
    return 12 * step.year + step.months[0] - 1, 12 * step.year + step.months[1] - 1


def _steps(text: str, drafts: Sequence[Draft]) -> list[Step]:
    steps: list[Step] = []
    headings = year_headings(text)
    end = 0
    for draft in drafts:
        if draft.type not in ("DATE", "TIME"):
            continue
        undated = draft.rule in UNDATED and not OWN_YEAR.search(text, draft.start, draft.end)
        written = WRITTEN.match(draft.value)
        if undated:
            part = draft.value[draft.value.find("-") + 1 :][:2]
        elif written and draft.anchor is None and FIGURE.search(text, draft.start, draft.end):
            part = written[3] or "XX"
        else:
            continue
        year = None if undated or not written else int(written[2]) * (-1 if written[1] else 1)
        months = SEASONS.get(part) or (
            (int(part), int(part)) if part.isdigit() else THIRDS.get(draft.mod, (1, 12))
        )
        bound = bool(BOUND.search(text, max(0, draft.start - 20), draft.start))
        leads = text.find("\n", end, draft.start) >= 0 or bool(
            SENTENCE_START.search(text, max(0, draft.start - 24), draft.start)
        )
        above, heading = year_above(headings, draft.start), (draft.start, year) in headings
        behind = _place(steps[-1]) if steps and undated and "\n" not in text[end : draft.start] else None
        behind = behind if draft.start - end < NEAR else None
        steps.append(Step(draft.start, year, months, bound, leads, above, heading, behind))
        end = draft.end
    return steps
