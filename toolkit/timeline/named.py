"""Who says something, in the words of a desk: the state for its ministries, a man by his name, an outlet by its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.timeline.heard import names
from toolkit.timeline.independence import MEDIA, nameless
from toolkit.timeline.steps import Row
from toolkit.timeline.table import source_of

OBSERVERS = "Observers"
_JOINTS = ("on", "in", "at", "by", "of", "from", "after", "before")
_SITE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_BODY = re.compile(
    r"(?:[A-Z][\w’'-]* )*(?:Nations|Union|Forces?|Army|Navy|Institute|Ministry|Department|Office|Agency|Command|Council"
    r"|Committee|Commission|Cent(?:er|re)|Organi[sz]ation|Corps|Guards?|Staff|Service|Authority|Bank|Court|Observatory)"
    r"(?: (?:of|for|in|on) (?:the )?[A-Z].*)?"
)
"""Names of bodies that go with "the", of two words or more."""
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*(?: |$))+")
QUOTES = 50
"""Quotations in which an article before a name is looked for."""
_OPENERS = """
a an the no some at more about all both many most several few dozens hundreds thousands two three four five six seven
eight nine ten eleven twelve less nearly almost only one each another other new its their his her there people
"""
_SMALL = frozenset(_OPENERS.split())
"""Words that begin a sentence and are no names."""


@cache
def _listed(table: str) -> frozenset[str]:
    """The names of a table of this folder: of states and their capitals, or of what is of a people."""
    lines = Path(__file__).with_name(f"{table}.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines[1:])


class Speakers:
    """The names of those who speak in a record; `events` are its rows."""

    def __init__(self, events: pd.DataFrame) -> None:
        columns = [
            name for name in ("actor_name", "target_name", "actor", "target") if name in events.columns
        ]
        cells = {str(cell) for column in columns for cell in events[column]}
        self._acting = frozenset(name for cell in cells for name in names(cell) if name[:1].isupper())

    def who(self, row: Row, rows: Sequence[Row] = ()) -> str:
        """Who tells a row: the state that an office speaks for, else the source by its name, else the outlet.

        An armed group that acts in the record under its own name is not called by the side that it is on. Of who has
        "the" before his name in the quotations of `rows` the name has it too.
        """
        source, side = source_of(row), str(row["claimant_side"])
        own = (source in self._acting and source != side) or row["claimant"] == row["outlet"]
        if (
            side in _listed("governments")
            and not own
            and row["claimant"]
            and not nameless(row["claimant"], side)
        ):
            return side
        return self.source(row, rows)

    @staticmethod
    def source(row: Row, rows: Sequence[Row] = ()) -> str:
        """The source of a row by its name, with its article; a name of the web says that it is one."""
        name = source_of(row)
        if _SITE.fullmatch(name):
            return f"the site {name}"
        if name.partition(" ")[0].lower() in _JOINTS:
            return str(row["outlet"] or row["article_id"])
        before = re.compile(rf"(?<!\w)(the|an?)\s+{re.escape(name)}(?!\w)", re.I)
        found = before.search(str(row["quote"]))
        if found:
            return f"{found[1].lower()} {name}"
        quotes = [str(each["quote"]) for each in rows[:QUOTES]]
        with_the = sum(len(before.findall(quote)) for quote in quotes)
        named = is_body(name) or 2 * with_the > sum(quote.count(name) for quote in quotes)
        return f"the {name}" if named or (name.islower() and "." not in name and not plural(name)) else name

    @staticmethod
    def reports(row: Row) -> bool:
        """Whether who tells a row reports it: an outlet or an observer."""
        own = row["claimant"] in ("", row["outlet"])
        return own or row["claimant_side"] in (MEDIA, OBSERVERS)


def is_body(name: str) -> bool:
    """Whether a name is that of a body that goes with "the".

    >>> is_body("Institute for the Study of War"), is_body("United Nations"), is_body("Rwanda"), is_body("Army")
    (True, True, False, False)
    """
    return " " in name and _BODY.fullmatch(name) is not None


def plural(name: str) -> bool:
    """Whether a name goes with "they".

    >>> plural("authorities"), plural("Russia"), plural("three Ukrainian officers"), plural("police")
    (True, False, True, True)
    """
    last = name.rpartition(" ")[2]
    return " and " in name or last.lower() in ("police", "people") or (last.islower() and last.endswith("s"))


def in_sentence(statement: Any, rows: Sequence[Row]) -> str:
    """A statement as it stands inside a sentence: small, unless it begins with a name.

    >>> in_sentence("The army had left", []), in_sentence("Russian troops had left", [{"quote": "More Russian troops"}])
    ('the army had left', 'Russian troops had left')
    >>> in_sentence("American forces had left", [{"quote": "American forces left."}])
    'American forces had left'
    >>> in_sentence("South Korea had fired", [{"quote": "Balloons went south."}])
    'South Korea had fired'
    >>> in_sentence("Sudanese Armed Forces had left the city", [])
    'the Sudanese Armed Forces had left the city'
    >>> in_sentence("Suspected North Korean balloons had landed", [{"quote": "Two suspected North Korean balloons."}])
    'suspected North Korean balloons had landed'
    """
    words = str(statement or "")
    first = words.split(" ", 1)[0]
    if not first[:1].isupper() or first[1:] != first[1:].lower() or any(map(str.isdigit, first)):
        return words
    begins = _CAPITALS.match(words)
    if begins and first.lower() not in _SMALL and is_body(begins[0].rstrip()):
        return f"the {words}"
    second = words[len(first) :].lstrip().split(" ", 1)[0]
    if (
        second[:1].isupper() and first.lower() not in _SMALL
    ):  # a name of two words, unless it is a word and a name
        if not _has(f"{first.lower()} {second}", rows):
            return words
        return f"{words[0].lower()}{words[1:]}"
    if first.lower() in _SMALL:
        return f"{words[0].lower()}{words[1:]}"
    return words if _is_name(first, rows) else f"{words[0].lower()}{words[1:]}"


def _has(words: str, rows: Iterable[Row]) -> bool:
    """Whether a quotation has these words."""
    there = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return any(there.search(str(row["quote"])) for row in rows)


def _is_name(word: str, rows: Sequence[Row]) -> bool:
    """Whether a word keeps its capital: it is of a people, no quotation has it in small letters, or a name holds it."""
    if word in _listed("peoples"):
        return True
    if _has(word.lower(), rows):
        return False
    named = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for row in rows:
        quote = str(row["quote"])
        cells = (str(row.get(name, "")) for name in ("actor", "target", "place", "claimant", "claimant_side"))
        if not quote.startswith(word) and any(named.search(cell) for cell in cells):
            return True
    return any(named.search(str(row["quote"]), 1) for row in rows)
