"""The same claim across articles: rows that state it get one claim id, with the evidence for it.

Mentions are taken in the order of their days. One that makes a claim joins the claim that it shares most
evidence with, if that is enough, and founds one otherwise; then the confirmations, denials and
non-confirmations are given to the claims that they answer. Only claims of the same kind and place near in
time are compared, so the cost grows with the density of the news and not with the square of the table.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from heapq import nsmallest
from itertools import chain

import pandas as pd

from toolkit.timeline.evidence import (
    ANSWERS,
    FAMILIES,
    SLACK,
    Days,
    Evidence,
    Mention,
    answers,
    mentions,
    retorts,
    same_claim,
    total,
)
from toolkit.timeline.independence import independent
from toolkit.timeline.table import check
from toolkit.timeline.wording import same_source

SAME = 0.65  # evidence from which two mentions state one claim
ANSWERED = 0.45  # evidence from which a standing is taken to answer a claim
WEEK = 7
COMPARED = 8  # mentions of a claim that a new one is compared with
LOOSE = 20  # claims, most alike or most told, that a mention is compared with beyond those of its days


class Story:
    """One linked claim while it is put together: the mentions that make it, in order."""

    __slots__ = ("accounts", "articles", "makers", "number", "sources")

    def __init__(self, number: int, first: Mention) -> None:
        self.number = number
        self.makers: list[Mention] = []
        self.accounts: dict[Days, list[Mention]] = defaultdict(list)
        self.articles: set[str] = set()
        self.sources: dict[tuple[str, str], None] = {}
        self.add(first)

    def add(self, row: Mention) -> None:
        """Take in one more mention that makes the claim."""
        self.makers.append(row)
        self.accounts[row.event].append(row)
        self.articles.add(row.article)
        self.sources[row.claimant, row.side] = None

    def is_made_by(self, row: Mention) -> bool:
        """Whether the claimant of `row` makes this claim."""
        return any(same_source(row.claimant, row.side, *source) for source in self.sources)

    def compared(self, row: Mention) -> list[Mention]:
        """The mentions that a new one is compared with: the first, and the first of the same days."""
        same = self.accounts.get(row.event, ()) if None not in row.event else ()
        return [*self.makers[:COMPARED], *same[:COMPARED]]

    @property
    def told(self) -> float:
        """Weight of being told widely: what several articles report is what is confirmed or denied."""
        return 0.04 * min(len(self.articles) - 1, 3)


class Index:
    """Finds the claims that a mention could belong to: by kind and place with the week or the words."""

    def __init__(self) -> None:
        self.weeks: dict[tuple[str, str, int], dict[int, Story]] = defaultdict(dict)
        self.words: dict[tuple[str, str], dict[str, dict[int, Story]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self.blocks: dict[tuple[str, str], dict[int, Story]] = defaultdict(dict)
        self.articles: dict[str, dict[int, Story]] = defaultdict(dict)
        self.accounts: dict[tuple[str, Days, str], dict[int, Story]] = defaultdict(dict)

    def add(self, story: Story, row: Mention) -> None:
        self.articles[row.article][story.number] = story
        self.accounts[row.kind, row.event, row.side][story.number] = story
        for place in row.places or {""}:
            self.blocks[row.family, place][story.number] = story
            for week in _weeks(row):
                self.weeks[row.family, place, week][story.number] = story
            for word in row.words:
                self.words[row.family, place][word][story.number] = story

    def near(self, row: Mention) -> list[Story]:
        """Claims of the same kind and place in the weeks of the mention, or of like wording, oldest first."""
        found: dict[int, Story] = {}
        for place in row.places or {""}:
            for week in _weeks(row):
                found |= self.weeks.get((row.family, place, week), {})
        return self._merged(found, self._worded(row), self._told(row))

    def answered(self, row: Mention) -> list[Story]:
        """Claims that a confirmation or denial could answer: near, alike, in its article, or widely told."""
        near = {story.number: story for story in self.near(row)}
        blocks = (self.blocks.get((row.family, place), {}).values() for place in row.places or {""})
        told = nsmallest(LOOSE, chain(*blocks), key=lambda story: (-len(story.articles), story.number))
        own = self.articles.get(row.article, {})
        return self._merged(near, own, {story.number: story for story in told})

    def _told(self, row: Mention) -> dict[int, Story]:
        """Claims of the same source and days for a mention that names no place of its own."""
        if row.place or not row.claimant or None in row.event:
            return {}
        found = self.accounts.get((row.kind, row.event, row.side), {})
        return {number: story for number, story in found.items() if story.is_made_by(row)}

    def _worded(self, row: Mention) -> dict[int, Story]:
        counts: Counter[int] = Counter()
        stories: dict[int, Story] = {}
        for place in row.places or {""}:
            block = self.words.get((row.family, place), {})
            for word in row.words:
                having = block.get(word, {})
                if len(having) <= 50 * LOOSE:  # a word of every story tells nothing
                    counts.update(having.keys())
                    stories |= having
        best = sorted(counts, key=lambda number: (-counts[number], number))[:LOOSE]
        return {number: stories[number] for number in best}

    @staticmethod
    def _merged(*found: dict[int, Story]) -> list[Story]:
        merged = {number: story for stories in found for number, story in stories.items()}
        return [merged[number] for number in sorted(merged)]


def link(events: pd.DataFrame, families: Mapping[str, str] = FAMILIES) -> pd.DataFrame:
    """Add `claim_id` (str), `independent` (bool) and `link_why` (str) to an event table; its rows stay in
    order.

    `families` maps "theme/kind" to a name that kinds share which outlets use for one another;
    `toolkit.claims.themes.families` gives those of any themes.
    `independent` is True for one mention per origin of the claim, so that its sum counts independent sources.
    `link_why` names the evidence by which the row joined ("place 0.2, wording 0.31"), empty for the one that
    founded the claim. The ids tell kind, place and first day, and are the same for the same rows in any
    order. Raises TableError where `events` is no event table.

    >>> from toolkit.timeline.table import to_frame
    >>> list(link(to_frame([])).columns[-3:])
    ['claim_id', 'independent', 'link_why']
    """
    rows = mentions(check(events), families)
    stories, membership = _assemble(rows)
    names = _names(stories)
    claims = [names[membership[row.id][0]] for row in rows]
    reasons = [", ".join(f"{name} {weight:g}" for name, weight in membership[row.id][1]) for row in rows]
    return events.assign(
        claim_id=pd.array(claims, dtype="str"),
        independent=pd.array(independent(claims, rows), dtype="bool").to_numpy(dtype="bool"),
        link_why=pd.array(reasons, dtype="str"),
    )


def _assemble(rows: list[Mention]) -> tuple[list[Story], dict[str, tuple[int, Evidence]]]:
    stories: list[Story] = []
    index = Index()
    membership: dict[str, tuple[int, Evidence]] = {}

    def place(row: Mention, story: Story | None, evidence: Evidence) -> None:
        if story is None:
            story = Story(len(stories), row)
            stories.append(story)
        else:
            story.add(row)
        index.add(story, row)
        membership[row.id] = (story.number, evidence)

    ordered = sorted(rows, key=lambda row: row.order)
    answering = [row for row in ordered if row.standing in ANSWERS]
    countered = _countered(ordered)
    # What names no place follows what does: it can join either place, and would found a third claim.
    for row in sorted(ordered, key=lambda row: not row.place):
        if row.standing not in ANSWERS and row.id not in countered:
            place(row, *_best(row, index.near(row), same_claim, SAME))
    unanswered = []
    for row in answering:
        others = [story for story in index.answered(row) if not story.is_made_by(row)]
        story, evidence = _best(row, others, answers, ANSWERED)
        if story is None:
            unanswered.append(row)
        else:
            membership[row.id] = (story.number, evidence)
    for row in unanswered:
        # A source may stand by a claim of its own; what it denies is none of those that it makes.
        near = [
            story
            for story in index.near(row)
            if row.standing == "confirmed" or story.makers[0].standing in ANSWERS
        ]
        place(row, *_best(row, near, same_claim, SAME))
    for row in ordered:
        if row.id in countered:
            membership[row.id] = (membership[countered[row.id]][0], (("beside the denial", 1.0),))
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


def _best(
    row: Mention, candidates: Iterable[Story], weigh: Callable[[Mention, Mention], Evidence], enough: float
) -> tuple[Story | None, Evidence]:
    best: tuple[float, Story | None, Evidence] = (enough, None, ())
    for story in candidates:
        for maker in story.compared(row):
            evidence = weigh(row, maker)
            score = total(evidence) + (story.told if evidence and weigh is answers else 0.0)
            if score > best[0] or (best[1] is None and score == enough):
                best = (score, story, evidence)
    return best[1], best[2]


def _weeks(row: Mention) -> range:
    """The weeks that a mention with narrow days lies in, with the slack; none for the others."""
    days = [day for day in (*row.event, *row.said) if day is not None]
    if not days or max(days) - min(days) > 4 * WEEK:
        days = [row.day] if row.day is not None else []
    return range((min(days) - SLACK) // WEEK, (max(days) + SLACK) // WEEK + 1) if days else range(0)


def _names(stories: list[Story]) -> list[str]:
    """Ids out of kind, place and day of the first mention; those that share them are numbered."""
    seen: Counter[str] = Counter()
    names = []
    for story in stories:
        first = story.makers[0]
        name = "-".join(
            part for part in (_slug(first.kind), _slug(first.place), _when(*_told(first))) if part
        )
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _told(first: Mention) -> Days:
    """The days of the event where both are known, else those that date the mention."""
    return first.clock if None in first.event else first.event


def _when(first: int | None, last: int | None) -> str:
    """A day, or the month or the year that holds both days.

    >>> _when(date(2025, 6, 1).toordinal(), date(2025, 6, 10).toordinal()), _when(None, 3)
    ('2025-06', '0001-01-03')
    """
    known = [date.fromordinal(day).isoformat() for day in (first, last) if day is not None]
    if not known:
        return "undated"
    return next((known[0][:size] for size in (10, 7, 4) if known[0][:size] == known[-1][:size]), known[-1])


def _slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKC", text).casefold()).strip("-")
