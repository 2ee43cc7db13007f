"""Units and forces by proper names: whose they are by what states an article names."""

from __future__ import annotations

import re

from toolkit.claims.actors.names import Known, Names
from toolkit.claims.actors.setting import Setting
from toolkit.claims.actors.vocabulary import named_lines

CONGRESS = ("Congress", "House of Representatives")
"""Parliaments that several states have by one name."""
FIRST = 2
"""States named most often in an article, of which one may be that of a unit."""
_AMERICAN = re.compile(
    r"\b\d+(?:st|nd|rd|th) (?:Marine |Infantry |Armored |Cavalry |Mountain |Airborne |Mechanized )"
    r"?(?:Division|Airborne|Cavalry|Expeditionary (?:Unit|Force))\b"
)


def add_units(text: str, names: Names, setting: Setting) -> None:
    """Add the units that an article names to its names, where one of the states it tells of has such units."""
    first = {known.name: known for known in setting.states()[:FIRST]}
    for name, states in named_lines("units"):
        owner = next(
            (first[known.name] for known in setting.states() if known.name in first and known.name in states),
            None,
        )
        if owner is not None and name in text and not _is_other(text, name, names, owner.name):
            names.add(name, Known(owner.name, "state", "organ"))
    if "United States" in first:
        for found in _AMERICAN.finditer(text):
            names.add(found[0], Known("United States", "state", "organ"))


def _is_other(text: str, name: str, names: Names, owner: str) -> bool:
    """Whether the article has such a unit of another state: "the Israeli Air Force"."""
    for found in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = names.find(text, max(0, found.start() - 40), found.start())
        if (
            before
            and text[before[-1].end : found.start()].strip("’'s ") == ""
            and before[-1].known.name != owner
        ):
            return True
    return False


def own_congress(text: str, names: Names) -> None:
    """Let "Congress" be that of the state which the article says it is of, or of the one it names: few are American."""
    mentions = names.find(text)
    states = [
        each
        for each in mentions
        if each.known.kind == "state" and text[each.start : each.end] not in CONGRESS
    ]
    american = any(each.known.name == "United States" for each in states)
    for name in CONGRESS:
        for found in re.finditer(rf"\b{name}\b", text):
            before = [each for each in states if each.end <= found.start() and found.start() - each.end < 4]
            if before and text[before[-1].end : found.start()].strip("’'s ") == "":
                names.replace(name, Known(before[-1].known.name, "state", "organ"))
                break
        else:
            if states and not american:
                names.replace(name, Known(states[0].known.name, "state", "organ"))
