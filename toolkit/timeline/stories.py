"""Linked claims while they are put together, and an index of the claims that a mention could belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from itertools import chain

from toolkit.timeline.days import Days, two_days
from toolkit.timeline.groups import weeks
from toolkit.timeline.mention import Mention
from toolkit.timeline.wording import one_voice, same_source

COMPARED = 8  # mentions of a claim that a new one is compared with
ALIKE = 0.5  # share of the words of a mention, or of the shortest one of a claim, from which they are alike
WORDED = 4  # claims of other days, most alike, that a mention is compared with
COMMON = 100  # claims of a kind and place that have a word, from which it tells nothing
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

    __slots__ = ("accounts", "articles", "makers", "number", "shortest", "sources")

    def __init__(self, number: int, first: Mention) -> None:
        self.number = number
        self.makers: list[Mention] = []
        self.accounts: dict[Days, list[Mention]] = defaultdict(list)
        self.articles: set[str] = set()
        self.shortest = len(first.words)
        self.sources: dict[tuple[str, str], None] = {}
        self.add(first)

    def add(self, row: Mention) -> None:
        """Take in one more mention that makes the claim."""
        self.makers.append(row)
        self.accounts[row.event].append(row)
        self.articles.add(row.article)
        self.shortest = min(self.shortest, len(row.words))
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
        return 0.04 * min(len(self.articles) - 1, 3)


class Index:
    """Finds the claims that a mention could belong to: by kind and place with the week or the words."""

    def __init__(self) -> None:
        self.weeks: dict[tuple[str, str, int], dict[int, Story]] = defaultdict(dict)
        self.words: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.blocks: dict[tuple[str, str], dict[int, Story]] = defaultdict(dict)
        self.stories: dict[int, Story] = {}
        self.told: dict[tuple[str, str], list[Story]] = {}
        self.articles: dict[str, dict[int, Story]] = defaultdict(dict)
        self.accounts: dict[tuple[str, Days, str], dict[int, Story]] = defaultdict(dict)

    def add(self, story: Story, row: Mention) -> None:
        self.stories[story.number] = story
        self.articles[row.article][story.number] = story
        self.accounts[row.kind, row.event, row.side][story.number] = story
        for place in row.places or {""}:
            self.blocks[row.family, place][story.number] = story
            self.told.pop((row.family, place), None)
            for week in weeks(row):
                self.weeks[row.family, place, week][story.number] = story
            words = self.words[row.family, place]
            for word in row.words if len(story.makers) <= COMPARED else ():
                words[word].add(story.number)

    def near(self, row: Mention) -> list[Story]:
        """Claims of the same kind and place in the weeks of the mention, or of like wording, oldest first."""
        found: dict[int, Story] = {}
        for place in row.places or {""}:
            for week in weeks(row):
                found |= self.weeks.get((row.family, place, week), {})
        return self._merged(found, self._worded(row), self._told(row))

    def answered(self, row: Mention) -> list[Story]:
        """Claims that a confirmation or denial could answer: near, alike, in its article, or widely told."""
        near = {story.number: story for story in self.near(row)}
        blocks = (self._most_told((row.family, place)) for place in row.places or {""})
        told = nsmallest(LOOSE, chain(*blocks), key=_least_told)
        own = self.articles.get(row.article, {})
        return self._merged(near, own, {story.number: story for story in told})

    def _most_told(self, block: tuple[str, str]) -> list[Story]:
        if block not in self.told:
            self.told[block] = nsmallest(LOOSE, self.blocks.get(block, {}).values(), key=_least_told)
        return self.told[block]

    def _told(self, row: Mention) -> dict[int, Story]:
        """Claims of the same source and days for a mention that names no place of its own."""
        if row.place or not row.claimant or None in row.event:
            return {}
        found = self.accounts.get((row.kind, row.event, row.side), {})
        return {number: story for number, story in found.items() if story.is_made_by(row)}

    def _worded(self, row: Mention) -> dict[int, Story]:
        counts: Counter[int] = Counter()
        telling: set[str] = set()
        for place in row.places or {""}:
            block = self.words.get((row.family, place), {})
            for word in row.words:
                having = block.get(word, ())
                if len(having) < COMMON:
                    telling.add(word)
                    counts.update(having)
        alike = [
            number
            for number, count in counts.items()
            if count >= ALIKE * min(len(telling), self.stories[number].shortest)
        ]
        best = sorted(alike, key=lambda number: (-counts[number], number))[:WORDED]
        return {number: self.stories[number] for number in best}

    @staticmethod
    def _merged(*found: dict[int, Story]) -> list[Story]:
        merged = {number: story for stories in found for number, story in stories.items()}
        return [merged[number] for number in sorted(merged)]


def _least_told(story: Story) -> tuple[int, int]:
    return -len(story.articles), story.number
