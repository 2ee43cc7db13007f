"""The same claim across articles: rows that state it get one claim id, with the evidence for it.

Mentions of which the evidence makes it likely that they tell of one thing are put into groups (`groups`); then the
confirmations, denials and non-confirmations that name no claim of their own are given to those that they answer. Only
claims of the same kind and place near in time, or of like words, are compared, so the cost grows with the density of
the news and not with the square of the table.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from operator import eq

import pandas as pd

from toolkit.model import UNTYPED
from toolkit.timeline import copies
from toolkit.timeline.answering import answers, retorts
from toolkit.timeline.days import SLACK, Days
from toolkit.timeline.evidence import Evidence, Inside, same_claim, total
from toolkit.timeline.groups import group, leaning
from toolkit.timeline.happenings import happenings
from toolkit.timeline.independence import independent
from toolkit.timeline.mention import ANSWERS, Mention, mentions
from toolkit.timeline.rarity import Rarity
from toolkit.timeline.stories import ANY, Index, Story, two_events
from toolkit.timeline.table import check
from toolkit.timeline.weights import ANSWERED, FAMILIES

SAME = -0.5  # log-odds from which two mentions are taken to state one claim
NO_CLAIMS: Mapping[str, str] = {}
BESIDE = "beside the denial"  # why what a denier says to hold instead stands with the denial
OWN_WORDS = 1.0  # evidence that an article's own words make: "denied the accusation"


def link(
    events: pd.DataFrame,
    families: Mapping[str, str] = FAMILIES,
    inside: Inside = eq,
    earlier: Mapping[str, str] = NO_CLAIMS,
    month: str = "",
) -> pd.DataFrame:
    """Add `claim_id`, `happening` (str), `independent` (bool) and `link_why` (str) to an event table; its rows stay in
    order; and `copy_of` where `toolkit.pipeline` has not: which articles are copies, as far as the quotes show.

    `families` maps "theme/kind" to a name that kinds share which outlets use for one another;
    `toolkit.claims.lexicon.Lexicon.families` gives those of any lexicon.
    `inside` tells whether the place of one name lies in that of another (by name alone without it). `happening` is the
    claim id of the act for its results (the dead of a strike), else the row's own.
    `independent` is True for one mention per origin of the claim, so that its sum counts independent sources.
    `link_why` names the evidence by which the row joined ("place 0.2, wording 0.31"), empty for the one that
    founded the claim. The ids tell kind, place and first day, and are the same for the same rows in any
    order. Raises TableError where `events` is no event table.

    Where a table is linked month by month (`toolkit.stored`), `earlier` maps the mentions of rows that were linked
    before to their claim ids, which they keep and give to what joins them, and `month` ("2025-06") goes into the ids
    of claims that do not name it by their day, so that no two months make the same.

    >>> from toolkit.timeline.table import to_frame
    >>> list(link(to_frame([])).columns[-4:])
    ['claim_id', 'happening', 'independent', 'link_why']
    """
    events = check(events)
    with _uncollected():
        if "copy_of" not in events.columns:
            events = copies.marked(events, copies.quoted(events))
        rows = mentions(events, families)
        stories, membership = _assemble(rows, inside)
        held = {membership[row.id][0]: earlier[row.id] for row in _latest_first(rows) if row.id in earlier}
        names = _names(stories, held, month)
    claims = [earlier.get(row.id) or names[membership[row.id][0]] for row in rows]
    reasons = [
        ", ".join(f"{name} {round(weight, 3):g}" for name, weight in membership[row.id][1] if weight)
        for row in rows
    ]
    return events.assign(
        claim_id=pd.array(claims, dtype="str"),
        happening=pd.array(happenings(claims, rows), dtype="str"),
        independent=pd.array(independent(claims, rows), dtype="bool").to_numpy(dtype="bool"),
        link_why=pd.array(reasons, dtype="str"),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: none are made, and it would look through all mentions time and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _assemble(rows: list[Mention], inside: Inside) -> tuple[list[Story], dict[str, tuple[int, Evidence]]]:
    rarity = Rarity(rows)
    within = cache(inside)

    ordered = sorted(rows, key=lambda row: row.order)
    countered = _countered(ordered)
    answers = {row.answers for row in ordered if row.kind != UNTYPED}
    told = [row for row in ordered if (row.kind != UNTYPED or row.id in answers) and row.id not in countered]
    known = {row.id for row in told}
    free = [row for row in told if row.answers not in known]
    one_topic = leaning(free)

    def alike(one: Mention, other: Mention) -> Evidence:
        return same_claim(one, other, rarity, within, one_topic)

    stories: list[Story] = []
    index = Index()
    membership: dict[str, tuple[int, Evidence]] = {}

    def place(row: Mention, story: Story | None, evidence: Evidence) -> None:
        if story is None:
            story = Story(len(stories), row)
            stories.append(story)
        elif row.standing not in ANSWERS:
            story.add(row)
        if row.standing not in ANSWERS or story.makers[0] is row:
            index.add(story, row)
        membership[row.id] = (story.number, evidence)

    groups, why = group(free, alike, SAME, two_events)
    waiting = []
    for members in groups:
        made = [number for number in members if free[number].standing not in ANSWERS]
        if not made:
            waiting.append(members)
            continue
        for number in [*made, *(number for number in members if number not in made)]:
            place(free[number], stories[-1] if number != made[0] else None, why.get(number, ()))
    for members in waiting:
        answered: Story | None = None
        for number in members:
            row = free[number]
            for family in (row.family, ANY)[: 1 + (row.standing == "denied")]:
                others = [
                    story
                    for story in index.answered(row, family)
                    if row.standing == "confirmed" or not story.is_made_by(row)
                ]
                answered, evidence = _best(row, others)
                if answered:
                    break
            if answered:
                break
        for each in members:
            place(
                free[each],
                answered,
                evidence if each == (number if answered else members[0]) else why.get(each, ()),
            )
            answered = stories[membership[free[each].id][0]]
    answering = {row.id: row for row in told if row.answers in known}
    for row in answering.values():
        claim, passed = row.answers, {row.id}
        while claim not in membership and claim not in passed:  # an answer to an answer
            passed.add(claim)
            claim = answering[claim].answers
        if claim in membership:
            membership[row.id] = (membership[claim][0], (("answers it", OWN_WORDS),))
        else:  # a table made by hand, in which answers go round in a circle
            place(row, None, ())
    for row in ordered:
        if row.id in countered:
            membership[row.id] = (membership[countered[row.id]][0], ((BESIDE, 1.0),))
        elif row.kind == UNTYPED and row.id not in answers:
            place(row, None, ())  # of no kind, it is nobody else's claim
    return stories, membership


def _countered(rows: Iterable[Mention]) -> dict[str, str]:
    """Mentions that only say what holds instead of a thing denied, with the denial that they belong to."""
    articles: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        articles[row.article].append(row)
    found: dict[str, str] = {}
    for told in articles.values():
        denials = [row for row in told if row.standing == "denied"]
        asserted = [row for row in told if row.standing not in ANSWERS] if denials else []
        for denial in denials:
            said = {row.start for row in asserted if retorts(row, denial)}
            for row in asserted:
                # What the outlet says in its own name in that sentence is the denier's, its speaker lost.
                lost = row.claimant in ("", row.outlet) and row.family == denial.family
                if retorts(row, denial) or (row.start in said and lost and row.places & denial.places):
                    found.setdefault(row.id, denial.id)
    return found


def _best(row: Mention, candidates: Iterable[Story]) -> tuple[Story | None, Evidence]:
    """The claim that a row answers most likely, by the most that one of its mentions gives; none without enough."""
    best: tuple[float, Story | None, Evidence] = (0.0, None, ())
    for story in candidates:
        most: tuple[float, Evidence] = (0.0, ())
        compared = story.compared(row)
        if row.article in story.articles and any(two_events(row, maker) for maker in compared):
            continue
        for maker in compared:
            evidence = answers(row, maker)
            score = total(evidence) + (story.told if evidence else 0.0)
            if score > most[0]:
                most = (score, evidence)
        if most[0] >= ANSWERED and most[0] > best[0]:
            best = (most[0], story, most[1])
    return best[1:]


def _latest_first(rows: list[Mention]) -> list[Mention]:
    return sorted(rows, key=lambda row: row.printed, reverse=True)


def _names(stories: list[Story], held: Mapping[int, str], month: str) -> list[str]:
    """Ids out of kind, place and day of the first mention; those that share them are numbered. `held` are the ids that
    stories, by their numbers, have already."""
    seen: Counter[str] = Counter()
    names = []
    for story in stories:
        if story.number in held:
            names.append(held[story.number])
            continue
        first = story.makers[0]
        day = _when(*_told(first))
        told = f"told-{month}" if month and not day.startswith(month) else ""
        name = "-".join(part for part in (_slug(first.kind), _slug(_place(story)), day, told) if part)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _place(story: Story) -> str:
    """The place of the first mention that names one."""
    return next((row.place for row in story.makers if row.place), "")


def _told(first: Mention) -> Days:
    """The days of the event where both are known, else those that date the mention."""
    return first.clock if None in first.event else first.event


def _when(first: int | None, last: int | None) -> str:
    """A day, the last of a few, or the month or the year that holds both days.

    >>> _when(date(2025, 6, 1).toordinal(), date(2025, 6, 10).toordinal()), _when(None, 3)
    ('2025-06', '0001-01-03')
    """
    if first is not None and last is not None and 0 <= last - first <= SLACK:
        first = last
    known = [date.fromordinal(day).isoformat() for day in (first, last) if day is not None]
    if not known:
        return "undated"
    return next((known[0][:size] for size in (10, 7, 4) if known[0][:size] == known[-1][:size]), known[-1])


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", text).casefold()).strip("-")
