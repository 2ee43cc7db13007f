"""Site furniture: lines and blocks that a news page says of itself. They yield no claim.

The rules are the table vocabulary/furniture.toml, each with a name; here is only how they are laid on a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from toolkit.claims.vocabulary import load
from toolkit.model import Span

LONGEST_LINE = 600
"""Characters; a longer line is a paragraph, and no rule for lines reads it."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARGIN = " \t\r\xa0*•-–#>_|"


class Rule(NamedTuple):
    """A rule for lines: its name, what the line looks like, and words of which one stands in every such line."""

    name: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    goes_on: re.Pattern[str] | None = None


@cache
def _rules() -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    table = load("furniture")
    lines = [
        Rule(r["name"], re.compile(r["pattern"], 0 if r.get("cased") else re.I), tuple(r.get("needs", ())))
        for r in table["line"]
    ]
    starts = [
        Rule(r["name"], re.compile(r["pattern"], re.I), (), re.compile(r["goes_on"], re.I))
        for r in table["start"]
    ]
    return tuple(lines), tuple(starts)


def furniture(text: str) -> list[Span]:
    """The spans of site furniture, in order, not overlapping; each is a whole line, or a block of lines.

    >>> text = "Troops crossed the river.\\n\\nAdvertisement\\n\\nKyiv denied it."
    >>> [text[a:b] for a, b in furniture(text)]
    ['Advertisement']
    """
    return [span for _, span in named(text)]


def named(text: str) -> list[tuple[str, Span]]:
    """The spans of site furniture, each with the name of the rule that found it.

    >>> named("©2031 Daily Post")
    [('copyright', (0, 16))]
    """
    low = text.lower()
    lines, starts = ([r for r in rules if not r.needs or _has(low, r.needs)] for rules in _rules())
    found: list[tuple[str, Span]] = []
    going: re.Pattern[str] | None = None
    for m in _LINE.finditer(text):
        start, end = _inner(text, *m.span())
        if going is not None and going.search(text, start, min(end, start + 4 * LONGEST_LINE)):
            found[-1] = (found[-1][0], (found[-1][1][0], end))
            continue
        going = None
        if end - start > LONGEST_LINE or start == end:
            continue
        if opened := _first(starts, text, start, end):
            going = opened.goes_on
            found.append((opened.name, (start, end)))
        elif rule := _first(lines, text, start, end):
            found.append((rule.name, (start, end)))
    return found


def _first(rules: Sequence[Rule], text: str, start: int, end: int) -> Rule | None:
    """The first rule that a line keeps."""
    low = text[start:end].lower()
    for rule in rules:
        if (not rule.needs or _has(low, rule.needs)) and rule.pattern.fullmatch(text, start, end):
            return rule
    return None


def _has(low: str, words: Sequence[str]) -> bool:
    return any(word in low for word in words)


def _inner(text: str, start: int, end: int) -> Span:
    """The line without margin signs."""
    while start < end and text[start] in _MARGIN:
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
