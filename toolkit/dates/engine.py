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
LETTERS = re.compile(r"[a-z]+")
TOKEN = re.compile(r"[^\W\d_]+|\d+")
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
    """Trigger word -> the rules that it calls, in the order in which they are listed."""
    vocabulary = words()
    table: dict[str, list[Rule]] = {}
    for each in rules:
        for trigger in each.triggers:
            for entry in vocabulary.get(trigger, [trigger]):
                word = entry if entry == NUMBER_TRIGGER else LETTERS.findall(entry)[-1]
                found = table.setdefault(word, [])
                if each not in found:
                    found.append(each)
    return {word: tuple(found) for word, found in table.items()}


@cache
def lead_words() -> frozenset[str]:
    """Words that may stand inside an expression before its trigger."""
    vocabulary = words()
    classes = (
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
    found = set(vocabulary["lead"]["words"])
    for kind in classes:
        for entry in vocabulary[kind]:
            found.update(re.findall(r"[a-z]+", entry))
    return frozenset(found)


def scan(context: Context, table: dict[str, tuple[Rule, ...]]) -> Iterator[Draft]:
    """The drafts of a text, in order and without overlap; each is in ``context.drafts`` when the next is made."""
    text = context.text
    lead = lead_words()
    starts: list[int] = []
    held: list[Draft] = []
    resume = last_end = 0
    for token in TOKEN.finditer(text):
        start = token.start()
        if start < resume:
            continue
        word = token[0].lower()
        if not _adjacent(text, last_end, start):
            starts.clear()
        last_end = token.end()
        is_number = word[0].isdigit()
        rules = table.get(NUMBER_TRIGGER if is_number and _datelike(text, token) else word)
        if held and not starts:
            yield from _emit(context, held)
            held = []
        if rules:
            starts.append(start)
            edge = held[-1].end if held else 0
            found = _best(context, rules, [s for s in starts if s < edge], last_end) if held else []
            if not found and (fresh := [s for s in starts if s >= edge]):
                found = _best(context, rules, fresh, last_end)
                if found and held:
                    yield from _emit(context, held)
                    found = _best(context, rules, fresh, last_end)
                    starts = fresh
            if found:
                held = found
                resume = last_end = max(last_end, held[-1].end)
            elif word not in lead and not is_number:
                starts.clear()
        elif is_number or word in lead:
            starts.append(start)
        else:
            starts.clear()
        if len(starts) > MAX_LEAD:
            del starts[0]
    yield from _emit(context, held)


def _emit(context: Context, held: list[Draft]) -> Iterator[Draft]:
    for draft in held:
        context.drafts.append(draft)
        yield draft


def _adjacent(text: str, end: int, start: int) -> bool:
    return start - end <= 4 and all(c in " \t\n-–—.,'’/:\u00a0\u2009\u202f" for c in text[end:start])


def _datelike(text: str, token: re.Match[str]) -> bool:
    """Whether a figure can begin a date by itself: four or eight digits, or figures tied by / . - or :."""
    end = token.end()
    length = end - token.start()
    if length in (4, 8):
        return True
    return length <= 2 and text[end : end + 1] in ("/", ".", "-", ":", "s", "'", "’")


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
