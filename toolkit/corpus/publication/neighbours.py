"""Articles that tell the same as another: by shared words, names and figures, and sentence by sentence.

Likeness is the cosine of weighted words (TF-IDF with a logarithmic count; names and figures count double, words of most
articles not at all). Two sentences tell the same from `SAME` on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from toolkit.corpus.publication.clue import Clue
from toolkit.corpus.publication.yearless import WEEKDAY
from toolkit.dates import find_dates
from toolkit.dates.direction import direction
from toolkit.model import Article

NEAREST = 40
"""The articles, at most, that are taken for neighbours of one."""
LEAST = 0.05
SAME, AGAIN = 0.45, 0.5
_COMMON, _MANY = 0.7, 1000  # the share and the number of articles from which on a word tells nothing
_FEWEST_WORDS = 5  # of a sentence that is compared
_ANY_WEEKDAY = 0.2  # the likeness that speaks for each weekday before any neighbour is counted
_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]{3,}")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’'])\s+|(?<=[.!?])\s+|\n+")

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated article like another: its place in the corpus, its day, and how like it is, from 0 to 1."""

    place: int
    day: date
    likeness: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words, the days that it tells as past (of a dated article), its bare weekdays (Monday is 0)."""

    text: str
    words: Vector
    days: tuple[date, ...]
    weekdays: tuple[int, ...]


class Neighbours:
    """The articles of a corpus, ready to be compared. Their order plays no part."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self._spread = Counter(word for article in articles for word in set(_WORD.findall(article.text)))
        self._vectors = [self._vector(article.text) for article in articles]
        self._holders: dict[str, list[int]] = {}
        for place, vector in enumerate(self._vectors):
            for word in vector:
                self._holders.setdefault(word, []).append(place)
        self._told: dict[int, list[Sentence]] = {}

    def _vector(self, text: str) -> Vector:
        number = len(self.articles)
        weights: Vector = {}
        for word, count in Counter(_WORD.findall(text)).items():
            held = self._spread[word]
            if number < 4 or held <= min(_COMMON * number, _MANY):
                telling = 2 if word[0].isdigit() or word[0].isupper() else 1
                weight = (1 + log(count)) * log(1 + number / held) * telling
                weights[word.casefold()] = max(weight, weights.get(word.casefold(), 0.0))
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def of(self, place: int, most: int = NEAREST) -> list[Neighbour]:
        """The dated articles like the one at a place, the most alike first; its own day is not looked at."""
        likeness: dict[int, float] = {}
        for word, weight in self._vectors[place].items():
            for other in self._holders[word]:
                likeness[other] = likeness.get(other, 0.0) + weight * self._vectors[other][word]
        found = [
            Neighbour(other, day, round(value, 6))
            for other, value in likeness.items()
            if other != place and value >= LEAST and (day := self.articles[other].published)
        ]
        return sorted(found, key=lambda each: (-each.likeness, self.articles[each.place].id))[:most]

    def same_events(self, place: int, near: Sequence[Neighbour]) -> Iterator[Clue]:
        """Clues from sentences that a neighbour tells too, with their day."""
        best: dict[int, tuple[float, date, str, str]] = {}
        again: tuple[date, str, str] | None = None
        for own in self._sentences(self.articles[place], None):
            if len(own.words) < _FEWEST_WORDS:
                continue
            for name, day, likeness in self._alike(own, near):
                found = likeness, day, name, own.text
                if day.weekday() in own.weekdays and found > best.get(day.weekday(), (0.0,)):
                    best[day.weekday()] = found
                if not own.weekdays and likeness >= AGAIN:
                    again = max(again or found[1:], found[1:])
        for likeness, day, name, text in best.values():
            yield _same_event(day, likeness, name, text)
        if again:
            yield _told_again(*again)

    def _alike(self, own: Sentence, near: Sequence[Neighbour]) -> Iterator[tuple[str, date, float]]:
        for neighbour in near:
            article = self.articles[neighbour.place]
            if neighbour.place not in self._told:
                told = self._sentences(article, article.published)
                self._told[neighbour.place] = [each for each in told if each.days]
            for other in self._told[neighbour.place]:
                likeness = round(_cosine(own.words, other.words), 6)
                if likeness >= SAME:
                    yield from ((article.id, day, likeness) for day in other.days)

    def _sentences(self, article: Article, published: date | None) -> Iterator[Sentence]:
        text = article.text
        found = [
            each
            for each in find_dates(text, published)
            if each.grain == "day" and direction(text, each.start, each.end)[0] != "ahead"
        ]
        start = 0
        for piece in _SENTENCE.split(text):
            start = text.index(piece, start)
            inside = [each for each in found if start <= each.start < start + len(piece)]
            days = {
                each.earliest
                for each in inside
                if published and each.earliest and each.earliest == each.latest and each.earliest <= published
            }
            weekdays = {int(match[1]) - 1 for each in inside if (match := WEEKDAY.fullmatch(each.value))}
            yield Sentence(piece, self._vector(piece), tuple(sorted(days)), tuple(sorted(weekdays)))
            start += len(piece)


def days_of_the_week(near: Sequence[Neighbour]) -> Clue:
    """A clue from the weekdays on which the neighbours of an article appeared: some papers have no Sunday."""
    weights = [_ANY_WEEKDAY] * 7
    for each in near:
        weights[each.day.weekday()] += each.likeness
    scores = [log(weight / max(weights)) for weight in weights]
    return Clue("days of the week", "", "articles like it appear on these", lambda day: scores[(day - 1) % 7])


def _same_event(day: date, likeness: float, other: str, text: str) -> Clue:
    number, sure = day.toordinal(), min(1.0, likeness / 0.6)

    def score(d: int) -> float:
        off = max(number - d, d - number - 6, 0)
        return -sure * min(4.0, 1.5 + off / 14) if off else 0.0  # what is told alike may have been done twice

    why = f"{other} tells the same of {day.isoformat()}; a bare weekday is of the six days before print, or its own"
    return Clue("same event", _short(text), why, score)


def _told_again(day: date, other: str, text: str) -> Clue:
    number = day.toordinal()
    why = f"{other} tells the same of {day.isoformat()}, so most likely published on that day or later"
    return Clue("told again", _short(text), why, lambda d: 0.0 if d >= number else -1.2)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def _cosine(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
