"""Rules, and the words that trigger them: which rules may match from a word on, told from that word, from what stands
behind it and from what they need nearby, before any pattern is tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from toolkit.dates.beginnings import LOOKED_AT, alike, beginnings, continuation, continuations
from toolkit.dates.context import Context, Draft
from toolkit.dates.firstwords import first_words
from toolkit.dates.lazy import lazily
from toolkit.dates.needed import near, needed
from toolkit.dates.tokens import HALF, LEAD, TRIGGER, kinds
from toolkit.dates.vocabulary import expand, words

Make = Callable[[re.Match[str], Context], "Draft | list[Draft] | None"]

MAX_KEYS = 10_000  # what stands behind a word that a trigger remembers the rules of
WORD = lazily(r"[a-z]+")
# Triggers that are figures: four of them, or two before an "s", may have words before them; a figure that is tied to
# the next one begins its expression.
YEAR, TIED_YEAR, TIED_FIGURE, CLOCK = "<year>", "<year->", "<figure->", "<figure:>"
BEGINNING = frozenset((TIED_YEAR, TIED_FIGURE, CLOCK))  # tried only where the figure stands
HALVES = ("a", "p", "A", "P")  # of the day, behind a figure
FIGURES = frozenset((YEAR, TIED_YEAR, TIED_FIGURE, CLOCK))


@dataclass(frozen=True)
class Rule:
    """One phrase family: a name, what it looks like, and what makes a date of it.

    `phrase` is written in the notation of `vocabulary.expand`. `triggers` are word classes (``month``), single words,
    or one of FIGURES. `make` returns one draft, several (a range), or None where the words mean no time here.
    """

    name: str
    phrase: str
    make: Make
    triggers: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase compiled when it is first tried: compiling all of them takes longer than a page of news."""
        return expand(self.phrase)


def rule(name: str, phrase: str, make: Make, *triggers: str) -> Rule:
    """A rule, with its triggers written one after the other."""
    return Rule(name, phrase, make, triggers)


Worth = list[tuple[tuple[str, ...], list[tuple[int, Rule]]]]  # what is needed nearby, the rules that need it
Matches = list[tuple[int, int, re.Match[str]]]  # where a match ends, the place of its rule


class Table(dict[str, "Trigger | None"]):
    """Word -> what it triggers; None for a mere lead word."""

    @cached_property
    def kinds(self) -> dict[bytes, int]:
        return kinds(
            {word: (HALF if word in HALVES else TRIGGER) if found else LEAD for word, found in self.items()}
        )


class Trigger:
    """The rules that one word triggers, in the order in which they are listed."""

    def __init__(self, rules: tuple[Rule, ...], told: Iterable[str] = ()) -> None:
        self.rules = rules
        self.told = tuple(told)  # the words that trigger them
        self.led = not all(each.triggers[0] in BEGINNING for each in rules)  # other words may stand before it
        # What may match where a word begins so: elsewhere, and where it stands itself.
        self._begun: tuple[dict[str, Begun], ...] = ({}, {})

    def begun(self, text: str, start: int, end: int, here: bool) -> Begun:
        """What may match from a word on, as that word begins; `here` says that it is the trigger itself."""
        signs = text[start : end + 1]
        return self._begun[here].get(signs) or self._that_begin(signs, end - start, here)

    def _that_begin(self, signs: str, length: int, here: bool) -> Begun:
        known, begins, word = self._begun[here], alike(signs), signs[:length].lower()
        name = f" {begins} {word if word.isalpha() else ''}"
        if name not in known:
            known[name] = Begun(
                [
                    (n, each)
                    for n, each in enumerate(self.rules)
                    if (here or each.triggers[0] not in BEGINNING) and begins_with(each.phrase, word, begins)
                ]
            )
        if len(known) < MAX_KEYS:
            known[signs] = known[name]
        return known[name]


def begins_with(phrase: str, word: str, signs: str) -> bool:
    """Whether a match of a phrase can begin with a word or a figure, and with these signs (see `alike`)."""
    if signs not in beginnings(phrase):
        return False
    begins = first_words(phrase)
    return begins is None or (word if word.isalpha() else "") in begins


class Begun:
    """The rules of a trigger that may begin with the same signs, and which of them may go on as a text does."""

    def __init__(self, rules: list[tuple[int, Rule]]) -> None:
        self.rules = rules
        self.known: dict[str, Worth] = {}  # by the signs behind the first word
        self._alike: dict[str, Worth] = {}  # the same as `continuations` writes them

    def matches(self, text: str, start: int, end: int, told: Iterable[str]) -> Matches:
        """What the rules match from a word on."""
        behind = text[end : end + LOOKED_AT]
        worth = self.known.get(behind)
        if worth is None:
            worth = self.going_on(behind, continuation(text, start, end), told)
        nearby = ""
        matched: Matches = []
        for pieces, rules in worth:
            if pieces:
                nearby = nearby or near(text, start)
                for piece in pieces:
                    if piece in nearby:
                        break
                else:
                    continue
            for place, each in rules:
                found = each.pattern.match(text, start)
                if found:
                    matched.append((found.end(), place, found))
        return matched

    def going_on(self, behind: str, goes_on: str, told: Iterable[str]) -> Worth:
        """What is worth trying, the rules by what they need nearby; what the trigger brings is not looked for."""
        if goes_on not in self._alike:
            listed: dict[tuple[str, ...], list[tuple[int, Rule]]] = {}
            for place, each in self.rules:
                if goes_on in continuations(each.phrase):
                    listed.setdefault(needed(each.phrase, told), []).append((place, each))
            self._alike[goes_on] = sorted(listed.items())
        if len(self.known) > MAX_KEYS:
            self.known.clear()
        self.known[behind] = self._alike[goes_on]
        return self._alike[goes_on]


def index(rules: Iterable[Rule]) -> Table:
    """What each word triggers.

    A word that is not in the index can stand in no expression. Each stands in small letters, in capitals and with a
    capital, so that the scan need not fold the case of the text.
    """
    vocabulary = words()
    table: dict[str, list[Rule]] = {word: [] for word in leads() if word.islower()}
    for each in rules:
        for trigger in each.triggers:
            for entry in vocabulary.get(trigger, [trigger]):
                found = table.setdefault(entry if entry in FIGURES else WORD.findall(entry)[-1], [])
                if not found or found[-1] is not each:
                    found.append(each)
    table[TIED_YEAR] += [each for each in table[YEAR] if each not in table[TIED_YEAR]]
    told: dict[tuple[Rule, ...], list[str]] = {}
    for word, found in table.items():
        told.setdefault(tuple(found), []).append(word)
    shared = {listed: Trigger(listed, triggers) if listed else None for listed, triggers in told.items()}
    return Table({form: shared[tuple(found)] for word, found in table.items() for form in forms(word)})


def forms(word: str) -> tuple[str, str, str]:
    """
    >>> forms("june")
    ('june', 'June', 'JUNE')
    """
    return word, word.capitalize(), word.upper()


@cache
def leads() -> frozenset[str]:
    """Words that may stand inside an expression before its trigger, in every form of writing."""
    vocabulary = words()
    classes = ("cardinal", "ordinal", "which", "mod", "quantifier", "approximate")
    listed = {word for kind in classes for entry in vocabulary[kind] for word in WORD.findall(entry)}
    listed |= {*vocabulary["lead"]["words"], *vocabulary["spent"]["words"]}
    return frozenset(form for word in listed for form in forms(word))
