"""Acronyms that an article explains or uses for a group: "Rapid Support Forces (RSF)" and "RSF" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.claims.actors.names import Known, Names, initials, words_of
from toolkit.claims.actors.organs import is_organ, organ_of
from toolkit.claims.actors.vocabulary import OUTLETS, heads

_EXPLAINED = re.compile(
    r"\s\((?:the |or )?(?P<short>[A-Z][\w&/-]{1,14})(?=[,;)])"
    r"|, (?:or|(?:better )?known (?:as|by its acronym|by the acronym)) (?:the )?(?P<or>[A-Z][A-Z0-9&/-]{1,9}),"
)
_USED = re.compile(
    r"\b(?P<short>[A-Z]{2,}(?:-[A-Z]{2,})+|[A-Z]{3,})"
    r"(?:,? (?:an?|the) (?:\w+ ){0,2}(?:alliance|coalition|movement|group|faction)\b"
    r"|[’']?s? (?:rebels?|fighters?|militants?|insurgents?|separatists|spokes\w+|chairman|leaders?|commanders?"
    r"|officials?|said|says|announced|declared|denied|accused|confirmed|rejected)\b)"
)
_PERSONS = re.compile(
    r"^(?:Rebel|Guerrilla|Militant|Commander|Insurgent|Prosecutor|Official|Member|Supporter|Leader|Spokes\w+"
    r"|Fighter|Officer|Investigator|Lawmaker)s? "
    r"(?:of|from|for) (?:the )?"
)
_LOOSE = ("of", "the", "for", "and", "in", "on", "de", "du", "des", "la", "al")
REACH = 110
"""Characters before an acronym in which its full name lies."""


def acronyms(text: str) -> Iterator[tuple[int, int, str]]:
    """Each acronym that a text explains: the characters of the full name before it, and the acronym.

    >>> text = "the Rapid Support Forces (RSF) and the Congo River Alliance (AFC)"
    >>> [(text[start:end], short) for start, end, short in acronyms(text)]
    [('Rapid Support Forces', 'RSF'), ('Congo River Alliance', 'AFC')]
    """
    for found in _EXPLAINED.finditer(text):
        short = found["short"] or found["or"]
        if sum(letter.isupper() or letter.isdigit() for letter in short) < 2:
            continue
        begin = max(0, found.start() - REACH)
        words = [each for each in words_of(text, begin, found.start()) if each[1] > begin or not begin]
        start = _full(text, words, short, found.start())
        if start is not None:
            yield start, found.start(), short


def _full(text: str, words: list[tuple[str, int, int]], short: str, end: int) -> int | None:
    """Where the full name before an acronym begins: by its letters, else the run of capitals before it."""
    run: int | None = None
    for word, start, stop in reversed(words):
        if re.search(
            r"[,;:()\n\"“”.]|\s[-–—]+\s",
            text[stop : (run or end)].replace(". ", "") if run else text[stop:end],
        ):
            break
        if word[0].isupper() or word[0].isdigit():
            run = start
            if initials(text[start:end]).upper() == short.replace("-", "").replace("/", "").upper():
                return start
        elif word not in _LOOSE or run is None:
            break
    return run if run is not None and " " in text[run:end].strip() else None


def explained(text: str, names: Names) -> Names:
    """The names with what the acronyms of an article stand for; where both are unknown the acronym names a group."""
    added = names.copy()
    for start, end, short in acronyms(text):
        full = _PERSONS.sub("", text[start:end].strip().removeprefix("The "))
        possessed = re.match(r"(?:[\w-]+ ){0,2}[\w-]+[’'](?:s )?\s*(?=[A-Z])", full)
        inner = full[possessed.end() :] if possessed and " " in full[possessed.end() :] else full
        known = names.get(full) or names.get(inner) or organ_of(names, text, start, end) or names.get(short)
        if known is None and is_organ(full):
            owner = [
                each
                for each in names.find(text, max(0, start - 40), start)
                if text[each.end : start] in ("’s ", "'s ", " ")
            ]
            known = owner[-1].known if owner else None
        if known is not None and known.kind == "group" and known.name in (full, inner):
            known = Known(short, "group", "acronym")  # who is explained once goes by the acronym from then on
        last = full.split()[-1].lower()
        if known is None and last in heads("nobody", "words"):
            continue
        if known is None:
            outlet = not OUTLETS.isdisjoint(full.lower().split()) and last not in heads("home", "bodies")
            known = Known(short, "media" if outlet else "group", "acronym")
        for name in (full, inner, short):
            own = short in (name, known.name)  # what the article says of its acronym goes before the lists
            give = added.replace if own else added.add
            give(name, Known(known.name, known.kind, "acronym"))
    for used in _USED.finditer(text):
        if added.get(used["short"]) is None and OUTLETS.isdisjoint((used["short"].lower(),)):
            added.add(used["short"], Known(used["short"], "group", "acronym"))
    return added
