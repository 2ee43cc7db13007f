"""Linked claims while they are put together, and an index of the claims that an answer could be about."""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest

from toolkit.timeline.days import Days, two_days
from toolkit.timeline.groups import weeks
from toolkit.timeline.mention import Mention
from toolkit.timeline.weights import TOLD_WIDELY
from toolkit.timeline.wording import one_voice, same_source

COMPARED = 8  # mentions of a claim that a new one is compared with
ANY = ""  # the family that all claims are of
LOOSE = 10  # claims, most widely told, that an answer may be about


def two_events(one: Mention, other: Mention) -> bool:
    """Whether one source of an article tells of two: "a strike on Tuesday", "a second one on Friday".

    Of two of a kind, too, that it tells of in one sentence, and that differ in who does it, to whom or where.
    """
    if one.article != other.article or not (_in_one_breath(one, other) or two_days(one.event, other.event)):
        return False
    return one_voice(one, other)


def _in_one_breath(one: Mention, other: Mention) -> bool:
    if (one.start, one.kind, one.standing, one.said) != (other.start, other.kind, other.standing, other.said):
        return False
    return (one.actor, one.target, one.place) != (other.actor, other.target, other.place)


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
        first = self.makers[:COMPARED]
        if None in row.event or len(self.makers) <= COMPARED:
            return first
        same = self.accounts.get(row.event, ())[:COMPARED]
        return [*first, *(maker for maker in same if all(maker is not other for other in first))]

    @property
    def told(self) -> float:
        """Weight of being told widely: what several articles report is what is confirmed or denied."""
        return TOLD_WIDELY * min(len(self.articles) - 1, 3)


class Index:
    """Finds the claims that an answer could be about: by kind and place with the week, by article, or widely told."""

    def __init__(self) -> None:
        self.weeks: dict[tuple[str, str, int], dict[int, Story]] = defaultdict(dict)
        self.blocks: dict[tuple[str, str], dict[int, Story]] = defaultdict(dict)
        self.told: dict[tuple[str, str], list[Story]] = {}
        self.articles: dict[str, dict[int, Story]] = defaultdict(dict)

    def add(self, story: Story, row: Mention) -> None:
        self.articles[row.article][story.number] = story
        for place in row.places or {""}:
            self.blocks[row.family, place][story.number] = story
            self.told.pop((row.family, place), None)
            for week in weeks(row):
                for family in (row.family, ANY):
                    self.weeks[family, place, week][story.number] = story

    def answered(self, row: Mention, family: str) -> list[Story]:
        """Claims of a family that a confirmation or denial could answer: near, in its article, or widely told, oldest
        first."""
        found = dict(self.articles.get(row.article, {}))
        told: list[Story] = []
        for place in row.places or {""}:
            told += self._most_told((family, place))
            for week in weeks(row):
                found |= self.weeks.get((family, place, week), {})
        found |= {story.number: story for story in nsmallest(LOOSE, told, key=_least_told)}
        return [found[number] for number in sorted(found)]

    def _most_told(self, block: tuple[str, str]) -> list[Story]:
        if block not in self.told:
            self.told[block] = nsmallest(LOOSE, self.blocks.get(block, {}).values(), key=_least_told)
        return self.told[block]


def _least_told(story: Story) -> tuple[int, int]:
    return -len(story.articles), story.number
