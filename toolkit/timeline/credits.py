"""Whom an article credits with its text: the news agency in its dateline, its byline or its last line."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from toolkit.timeline.wording import stems


def credit(edges: str, outlet: str) -> str:
    """The agency that an article credits in its beginning or its end, not the outlet itself; empty where there is
    none.

    >>> credit("GENEVA (Reuters) - Talks went on.", "The Courier"), credit("Talks went on, an envoy told Reuters.", "")
    ('Reuters', '')
    """
    names = tuple(name for name in _agencies() if name in edges)
    found = _credits(names).search(edges) if names else None
    if not found:
        return ""
    name = next(group for group in found.groups() if group)
    known = _agencies()[name]
    return "" if {stems(known), stems(name)} & {stems(outlet)} else known


@cache
def _agencies() -> dict[str, str]:
    """The names of the news agencies, long and short, the longest first, with the one by which they are shown."""
    lines = Path(__file__).with_name("agencies.csv").read_text(encoding="utf-8").splitlines()[1:]
    known = {name: line.split(",")[0] for line in lines for name in line.split(",") if name}
    return {name: known[name] for name in sorted(known, key=lambda name: (-len(name), name))}


@lru_cache(maxsize=256)
def _credits(names: tuple[str, ...]) -> re.Pattern[str]:
    """How a text credits one of these agencies; a pattern of all that there are takes long to compile."""
    name = rf"(?:[Tt]he\s)?({'|'.join(map(re.escape, names))})"
    source = "(?i:source|sources|by|from|agency|credit|copyright|©)"
    given = "(?:files|reporting|material|information|input|inputs|text|copy)"
    # "The Associated Press (AP)" only says how the name is shortened.
    brackets = rf"(?<!Press\s)(?<!Presse\s)(?<!gency\s)(?<!gentur\s)\({name}\)"
    year = r"\W{0,4}(?:20\d\d\W{0,2})?"
    forms = (
        rf"^[^\n]{{0,60}}?{brackets}",  # a dateline
        rf"{brackets}\W{{0,3}}$",
        rf"^\W{{0,3}}{source}?{year}{name}\W{{0,3}}$",
        rf"\b(?i:with|using|contains?)\s{given}\s(?:from|by|of)\s{name}\b",
        rf"\b{name}\scontributed\sto\sthis\b",
        rf"(?:(?i:copyright)|©){year}{name}\b",
        rf"\bby\s{name}\b\W{{0,3}}$",
    )
    return re.compile("|".join(forms), re.M)
