"""The one scan that applies the rules.

The scan looks up every word of the text once, and walks over those alone that some rule lists as its trigger, with
the run of lead words, numbers and modifiers before each: the rules of the trigger are tried from each place where an
expression holding it could begin, and the longest match wins; among equals the rule that stands first. A match is held
until the run of words that could still lengthen it has ended ("the past" grows into "the past weekend"). Every pattern
is bounded, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.dates.context import Context, Draft
from toolkit.dates.lazy import lazily
from toolkit.dates.tokens import worth_a_look
from toolkit.dates.triggers import CLOCK, TIED_FIGURE, TIED_YEAR, YEAR, Matches, Table, Trigger, leads

MAX_LEAD = 8
MAX_GAP = 4  # characters between two words of one expression
GAP = lazily(r"[-–—.,'’/: \t\n\u00a0]*")
TIES = ("/", ".", "-", "–", ":")


Span = tuple[int, int]
Known = dict[tuple[int, Trigger], Matches]
Tried = list[tuple[int, int, int, re.Match[str]]]  # the length (negative), the place of the rule, the start


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


LAST_WORD = lazily(r"[^\W\d_]*$")


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
        here = start == place
        begun = trigger.begun(text, start, behind, here)
        if not begun.rules:
            continue
        matches = None if here else known.get((start, trigger))
        if matches is None:
            matches = begun.matches(text, start, behind, trigger.told)
            if not here:
                known[start, trigger] = matches
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
