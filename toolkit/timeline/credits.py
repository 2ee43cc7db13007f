"""Whom an article credits with its text: the news agency in its dateline, its byline or its last line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from toolkit.timeline.wording import stems


def credit(edges: str, outlet: str) -> str:
    """The agency that an article credits in its beginning or its end, not the outlet itself; empty where there is
    none.

    >>> credit("GENEVA (Reuters) - Talks went on.", "The Courier"), credit("Talks went on, an envoy told Reuters.", "")
    ('Reuters', '')
    """
    found = _credits().search(edges)
    if not found:
        return ""
    name = next(group for group in found.groups() if group)
    known = _agencies()[name]
    return "" if {stems(known), stems(name)} & {stems(outlet)} else known


@cache
def _agencies() -> dict[str, str]:
    """The names of the news agencies, long and short, with the one by which they are shown."""
    lines = Path(__file__).with_name("agencies.csv").read_text(encoding="utf-8").splitlines()[1:]
    return {name: line.split(",")[0] for line in lines for name in line.split(",") if name}


@cache
def _credits() -> re.Pattern[str]:
    names = sorted(_agencies(), key=lambda name: (-len(name), name))
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
