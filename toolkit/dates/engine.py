"""Named rules and the one scan that applies them.

The scan walks over the words of the text once. Only a word that some rule lists as its trigger costs more than a
look-up: there the rules of that trigger are tried from each place where an expression holding it could begin (the
run of lead words, numbers and modifiers before it), and the longest match wins; among equals the rule that stands
first. A match is held until the run of words that could still lengthen it has ended ("the past" grows into "the past
weekend"). Every pattern is bounded, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from toolkit.dates.context import Context, Draft
from toolkit.dates.vocabulary import expand, words

Make = Callable[[re.Match[str], Context], "Draft | list[Draft] | None"]

MAX_LEAD = 8
WORD = re.compile(r"[a-z]+")
TOKEN = re.compile(r"([^\W\d_]+)|\d+")
GAP = re.compile(r"[-–—.,'’/: \t\n\u00a0\u2009\u202f]{0,4}")
NUMBER_TRIGGER = "<number>"


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase family: a name, what it looks like, and what makes a date of it.

    `triggers` are word classes (``month``), or single words; the word ``<number>`` stands for a figure that can begin a
    date. `make` returns one draft, several (a range), or None where the words mean no time here.
    """

    name: str
    pattern: re.Pattern[str]
    make: Make
    triggers: tuple[str, ...]


def rule(name: str, pattern: str, make: Make, *triggers: str) -> Rule:
    """A rule from a pattern in the notation of `vocabulary.expand`."""
    return Rule(name, expand(pattern), make, triggers)


def index(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Word -> the rules that it triggers, in the order in which they are listed; none for a mere lead word.

    A word that is not in the index can stand in no expression. Each stands in small letters, capitals and with a
    capital, so that the scan need not fold the case of the text.
    """
    vocabulary = words()
    table: dict[str, list[Rule]] = {word: [] for word in lead_words()}
    for each in rules:
        for trigger in each.triggers:
            for entry in vocabulary.get(trigger, [trigger]):
                word = entry if entry == NUMBER_TRIGGER else WORD.findall(entry)[-1]
                found = table.setdefault(word, [])
                if each not in found:
                    found.append(each)
    return {
        form: tuple(found)
        for word, found in table.items()
        for form in (word, word.capitalize(), word.upper())
    }


@cache
def lead_words() -> frozenset[str]:
    """Words that may stand inside an expression before its trigger."""
    vocabulary = words()
    return frozenset(
        word for kind in LEADING for entry in vocabulary[kind] for word in WORD.findall(entry)
    ) | frozenset(vocabulary["lead"]["words"])


LEADING = (
    "cardinal",
    "ordinal",
    "which",
    "mod",
    "quantifier",
    "approximate",
    "month",
    "weekday",
    "season",
    "clock",
    "daypart",
    "unit",
)


def scan(context: Context, table: dict[str, tuple[Rule, ...]]) -> Iterator[Draft]:
    """The drafts of a text, in order and without overlap; each is in ``context.drafts`` when the next is made."""
    text = context.text
    numbers = table[NUMBER_TRIGGER]
    starts: list[int] = []  # where an expression that holds the next word could begin
    held: list[Draft] = []  # the last match, while more words could lengthen it
    resume = last_end = 0
    for token in TOKEN.finditer(text):
        start, end = token.span()
        if start < resume:
            continue
        rules = table.get(token[0]) if token.lastindex else numbers if _datelike(text, start, end) else ()
        if starts and (rules is None or not GAP.fullmatch(text, last_end, start)):
            starts.clear()
            if held:
                yield from _emit(context, held)
                held = []
        if rules is None:
            continue
        last_end = end
        starts.append(start)
        if rules:
            edge = held[-1].end if held else 0
            found = _best(context, rules, [s for s in starts if s < edge], end) if held else []
            if not found and (fresh := [s for s in starts if s >= edge]):
                found = _best(context, rules, fresh, end)
                if found and held:
                    yield from _emit(context, held)
                    found = _best(context, rules, fresh, end)
                    starts = fresh
            if found:
                held = found
                resume = last_end = max(end, held[-1].end)
        if len(starts) > MAX_LEAD:
            del starts[0]
    yield from _emit(context, held)


def _emit(context: Context, held: list[Draft]) -> Iterator[Draft]:
    for draft in held:
        context.drafts.append(draft)
        yield draft


def _datelike(text: str, start: int, end: int) -> bool:
    """Whether a figure can begin a date by itself: four or eight digits, or figures tied to what follows."""
    length = end - start
    return length in (4, 8) or (length <= 2 and text[end : end + 1] in TIES)


TIES = ("/", ".", "-", ":", "s", "'", "’")


def _best(context: Context, rules: tuple[Rule, ...], starts: list[int], trigger_end: int) -> list[Draft]:
    text = context.text
    tried: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for start in starts:
        for order, each in enumerate(rules):
            found = each.pattern.match(text, start)
            if found and found.end() >= trigger_end:
                tried.append((start - found.end(), order, start, each, found))
    tried.sort(key=lambda item: item[:3])
    for _, _, _, each, found in tried:
        made = each.make(found, context)
        if made:
            drafts = made if isinstance(made, list) else [made]
            for draft in drafts:
                draft.rule = draft.rule or each.name
            return drafts
    return []
