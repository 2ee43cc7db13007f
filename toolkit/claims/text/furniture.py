"""Site furniture: lines and blocks that a news page says of itself. They yield no claim.

The rules are the table vocabulary/furniture.toml, each with a name; here is only how they are laid on a text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from toolkit.claims.text.scan import fold, places_of
from toolkit.claims.vocabulary import load
from toolkit.dates.lazy import lazily
from toolkit.model import Span

LONGEST_LINE = 600
"""Characters; a longer line is a paragraph, and no rule for lines reads it."""

_LINE = re.compile(r"[^\n]+")
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
        Rule(r["name"], lazily(r["pattern"], 0 if r.get("cased") else re.I), tuple(r.get("needs", ())))
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
    lines, starts = _rules()
    spans = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    always = [number for number, rule in enumerate(lines) if not rule.needs]
    likely = _needed_by_line(fold(text), [start for start, _ in spans], lines)
    found: list[tuple[str, Span]] = []
    going: re.Pattern[str] | None = None
    for line, (begin, stop) in enumerate(spans):
        start, end = _inner(text, begin, stop)
        if going is not None and going.search(text, start, min(end, start + 4 * LONGEST_LINE)):
            found[-1] = (found[-1][0], (found[-1][1][0], end))
            continue
        going = None
        if end - start > LONGEST_LINE or start == end:
            continue
        numbers = sorted({*always, *likely[line]}) if line in likely else always
        if opened := _first(starts, text, start, end):
            going = opened.goes_on
            found.append((opened.name, (start, end)))
        elif rule := _first([lines[number] for number in numbers], text, start, end):
            found.append((rule.name, (start, end)))
    return found


def _needed_by_line(low: str, starts: Sequence[int], rules: Sequence[Rule]) -> dict[int, set[int]]:
    """For each line the rules of which a word stands in it."""
    found: dict[int, set[int]] = {}
    for number, rule in enumerate(rules):
        for word in rule.needs:
            for place in places_of(word, low, 0, len(low)):
                found.setdefault(bisect_right(starts, place) - 1, set()).add(number)
    return found


def _first(rules: Iterable[Rule], text: str, start: int, end: int) -> Rule | None:
    """The first rule that a line keeps."""
    for rule in rules:
        if rule.pattern.fullmatch(text, start, end):
            return rule
    return None


def _inner(text: str, start: int, end: int) -> Span:
    """The line without margin signs."""
    while start < end and text[start] in _MARGIN:
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
