"""Named rules and the one scan that applies them.

The scan looks up every word of the text once, and walks over those alone that some rule lists as its trigger, with
the run of lead words, numbers and modifiers before each: the rules of the trigger are tried from each place where an
expression holding it could begin, and the longest match wins; among equals the rule that stands first. A match is held
until the run of words that could still lengthen it has ended ("the past" grows into "the past weekend"). Every pattern
is bounded, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from toolkit.dates.beginnings import LOOKED_AT, REACH, alike, beginnings, continuation, continuations
from toolkit.dates.context import Context, Draft
from toolkit.dates.tokens import LEAD, TRIGGER, Kinds, worth_a_look
from toolkit.dates.vocabulary import expand, words

Make = Callable[[re.Match[str], Context], "Draft | list[Draft] | None"]

MAX_LEAD = 8
MAX_KEYS = 10_000  # beginnings of words that a trigger remembers the rules of
WORD = re.compile(r"[a-z]+")
MAX_GAP = 4  # characters between two words of one expression
GAP = re.compile(r"[-–—.,'’/: \t\n\u00a0\u2009\u202f]*")
# Triggers that are figures: four of them, or two before an "s", may have words before them; a figure that is tied to
# the next one begins its expression.
YEAR, TIED_YEAR, TIED_FIGURE, CLOCK = "<year>", "<year->", "<figure->", "<figure:>"
BEGINNING = frozenset((TIED_YEAR, TIED_FIGURE, CLOCK))  # tried only where the figure stands
FIGURES = frozenset((YEAR, TIED_YEAR, TIED_FIGURE, CLOCK))
TIES = ("/", ".", "-", "–", ":")


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
        """The phrase compiled when its first trigger is met: compiling all of them takes longer than a page of news."""
        return expand(self.phrase)


def rule(name: str, phrase: str, make: Make, *triggers: str) -> Rule:
    """A rule, with its triggers written one after the other."""
    return Rule(name, phrase, make, triggers)


Span = tuple[int, int]
Match = Callable[[str, int], "re.Match[str] | None"]
Worth = list[tuple[int, Match]]
Matches = list[tuple[int, int, re.Match[str]]]  # where a match ends, the place of its rule
Key = tuple[str, str]
Known = dict[tuple[int, "Trigger"], Matches]
Tried = list[tuple[int, int, int, re.Match[str]]]  # the length (negative), the place of the rule, the start


class Table(dict[str, "Trigger | None"]):
    """Word -> what it triggers; None for a mere lead word."""

    @cached_property
    def kinds(self) -> Kinds:
        return Kinds({word: TRIGGER if found else LEAD for word, found in self.items()})


class Trigger:
    """The rules that one word triggers, in the order in which they are listed."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.led = not all(each.triggers[0] in BEGINNING for each in rules)  # other words may stand before it
        # By the first signs of a word and those behind it: what may match there; elsewhere, and where it stands itself.
        self._worth: tuple[dict[Key, Worth], ...] = ({}, {})
        self._begun: dict[
            tuple[str, str, bool], Worth
        ] = {}  # the same as `beginnings` and `continuations` write them

    @cached_property
    def figures(self) -> bool:
        """Whether all of its rules begin with a figure (those of "p.m.")."""
        return all(each[0] == "0" for rule in self.rules for each in beginnings(rule.phrase))

    def matches(self, text: str, start: int, end: int, here: bool) -> Matches:
        """What the rules match from a word on; `here` says that it is the trigger itself."""
        key = text[start : start + REACH], text[end : end + LOOKED_AT]
        worth = self._worth[here].get(key)
        if worth is None:
            worth = self._find_worth(key, text, start, end, here)
        return [(found.end(), place, found) for place, match in worth if (found := match(text, start))]

    def _find_worth(self, key: Key, text: str, start: int, end: int, here: bool) -> Worth:
        known = self._worth[here]
        if len(known) > MAX_KEYS:
            known.clear()
        known[key] = self._that_begin(
            alike(text[start : start + REACH]), continuation(text, start, end), here
        )
        return known[key]

    def _that_begin(self, begins: str, goes_on: str, here: bool) -> Worth:
        found = self._begun.get((begins, goes_on, here))
        if found is None:
            found = self._begun[begins, goes_on, here] = [
                (n, each.pattern.match)
                for n, each in enumerate(self.rules)
                if (here or each.triggers[0] not in BEGINNING)
                and begins in beginnings(each.phrase)
                and goes_on in continuations(each.phrase)
            ]
        return found


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
    shared = {listed: Trigger(listed) if listed else None for listed in map(tuple, table.values())}
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


def scan(context: Context, table: Table) -> Iterator[Draft]:
    """The drafts of a text, in order and without overlap; each is in ``context.drafts`` when the next is made."""
    text, leading = context.text, leads()
    starts: list[Span] = []  # where an expression that holds the next word could begin
    held: list[Draft] = []  # the last match, while more words could lengthen it
    resume = last_end = 0
    matches: Known = {}
    for token, start, end in worth_a_look(text, table.kinds):
        if start < resume:
            continue
        word = token if token in table else ""
        trigger = table[word] if word else _figure(text, start, end, table)
        if starts and text[last_end:start] != " " and not _close(text, last_end, start):
            starts.clear()
            if held:
                yield from _emit(context, held)
                held = []
        last_end = end
        starts.append((start, end))
        if trigger:
            edge = held[-1].end if held else 0
            inside = [s for s in starts if s[0] < edge] if held else []
            found: list[Draft] = []
            if inside:
                found = _made(context, trigger, _tried(text, trigger, inside, start, end, matches))
            fresh = [] if found else [s for s in starts if s[0] >= edge] if inside else starts
            if fresh:
                tried = _tried(text, trigger, fresh, start, end, matches)
                found = _made(context, trigger, tried) if tried else []
                if found and held:
                    yield from _emit(context, held)
                    found, starts = _made(context, trigger, tried), fresh
            if found:
                held = found
                resume = last_end = max(end, held[-1].end)
                last = word if resume == end else _last_word(text, start, resume)
                if last not in leading:
                    yield from _emit(context, held)
                    held = []
                    starts.clear()
            elif word and word not in leading:
                starts.clear()
                if held:
                    yield from _emit(context, held)
                    held = []
            if len(matches) > 100:
                matches.clear()
        if len(starts) > MAX_LEAD:
            del starts[0]
    yield from _emit(context, held)


def _close(text: str, end: int, start: int) -> bool:
    return start - end <= MAX_GAP and GAP.fullmatch(text, end, start) is not None


LAST_WORD = re.compile(r"[^\W\d_]*$")


def _last_word(text: str, start: int, end: int) -> str:
    if not text[end - 1].isalpha():
        return ""
    last = text[max(start, end - 20) : end].rpartition(" ")[2]
    found = None if last.isalpha() else LAST_WORD.search(last)
    return found[0] if found else last


def _emit(context: Context, held: list[Draft]) -> Iterator[Draft]:
    for draft in held:
        context.drafts.append(draft)
        yield draft


def _figure(text: str, start: int, end: int, table: Table) -> Trigger | None:
    length, tied = end - start, text[end : end + 1] in TIES
    if length == 4:
        return table[TIED_YEAR if tied else YEAR]
    if length == 2 and (
        text[end : end + 1] in ("s", "'", "’") or text[start - 1 : start] in ("'", "’", "‘", "`")
    ):
        return table[YEAR]
    if length > 2 or not tied:
        return None
    return table[CLOCK if text[end] == ":" else TIED_FIGURE]


def _tried(text: str, trigger: Trigger, starts: list[Span], place: int, end: int, known: Known) -> Tried:
    """The matches that hold the trigger at a place and begin with one of the words, the longest first.

    A word is tried for every trigger behind it: `known` holds what was found there.
    """
    tried: Tried = []
    for start, behind in starts if trigger.led else [s for s in starts[-1:] if s[0] == place]:
        if trigger.figures and not text[start].isdigit():
            continue
        if start == place:
            matches = trigger.matches(text, start, behind, True)
        else:
            found_before = known.get((start, trigger))
            if found_before is None:
                found_before = known[start, trigger] = trigger.matches(text, start, behind, False)
            matches = found_before
        for reached, order, found in matches:
            if reached >= end:
                tried.append((start - reached, order, start, found))
    if len(tried) > 1:
        tried.sort()
    return tried


def _made(context: Context, trigger: Trigger, tried: Tried) -> list[Draft]:
    """The drafts of the first match whose rule makes any."""
    for _, order, _, found in tried:
        each = trigger.rules[order]
        context.here = found.start()
        made = each.make(found, context)
        if made:
            drafts = made if isinstance(made, list) else [made]
            for draft in drafts:
                draft.rule = draft.rule or each.name
            return drafts
    return []
