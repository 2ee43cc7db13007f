"""What an article tells of persons and bodies: full names, offices, whose army it means, acronyms, other names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.claims.actors.acronyms import acronyms
from toolkit.names.bodies import office, organ
from toolkit.names.persons import person
from toolkit.names.spelling import plain
from toolkit.names.vocabulary import is_place, listed, organs, states
from toolkit.names.words import Key, Name

_WORD = r"(?:(?:al|el|ad|ar|as|ash|an|at)-[A-Z][\w’'-]{1,60}|[A-Z][\w’'-]{1,60}|(?:[A-Z]\.){1,3}|[JS]r\.)"
_SMALL = r"(?:(?:al|el|bin|ibn|bint|ben|de|da|dos|del|della|di|du|la|le|van|von|der|den|ter|af) ){0,2}"
_RUN = re.compile(rf"{_WORD}(?: {_SMALL}{_WORD})+")
_ENDED = re.compile(r"[.!?:;\n“”\"(]\s*\Z|\A\s*\Z")
_BEHIND = re.compile(r", (?:the |an? |who is (?:the )?)?([^,.;:()\n]{4,70})(?=[,.;:)\n]|\Z)")
_FIELD = "|".join(sorted(listed("heads", "portfolio")))
_ORGANS = "|".join(sorted((re.escape(each) for each in organs() if each != "side"), key=len, reverse=True))
_ORGAN = re.compile(
    rf"\b(?:(?:public )?(?:{_FIELD}|defence|state)(?: affairs)? (?:ministry|department)"
    rf"|(?:ministry|department) of (?:the |public |foreign )?[a-z]+|{_ORGANS}|ministry)\b",
    re.I,
)
_PLACED = re.compile(r" (?:of|in) (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+){0,2})")
_OWNED = re.compile(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,2})[’']s (?:[\w-]+ ){0,2}\Z")
_BEFORE = re.compile(r"^(?:[’']s?)?(?:[ -][a-z][\w-]*){0,3} ?$|^[’']?s?[ ](?:[A-Z][\w-]+ ){0,1}$")
_KNOWN_AS = re.compile(
    rf"({_WORD}(?: {_SMALL}{_WORD}){{1,9}}),? (?:also |better |widely |commonly )?"
    r"(?:known as|nicknamed|called|or|who goes by) "
    rf"[“\"‘']?({_WORD}(?: {_WORD})?)[”\"’']?(?=[,.;)\s])"
)
_OF = re.compile(r"\b(?:of|for|to|in|from|at|near|by|with|on|against|and)\Z")
_POSSESSIVE = re.compile(r"(?:(?<=s)'|'s) ")
LONGEST = 5
"""Words of the longest name of a person; longer runs of capitals are headlines."""
HEADING = 160
"""Characters of the longest headline."""
REACH = 70
"""Characters before a name in which an office is looked for."""


@dataclass(frozen=True)
class Told:
    """What one article tells.

    `persons` are the full names in it, `weak` those that stand only at the head of a sentence, where the first word may
    be no name; `offices` who holds an office, by its key; `organs` whose a body is, by what it is called; `shorts`
    what an acronym stands for; `aliases` full names by the other names that are told for them.
    """

    persons: dict[tuple[str, ...], Name] = field(default_factory=dict)
    weak: dict[tuple[str, ...], Name] = field(default_factory=dict)
    offices: dict[Key, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    organs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    shorts: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)


def told(text: str) -> Told:
    """What `text` tells of persons and bodies; the time grows with its length.

    >>> found = told("The Norse prime minister, Anna Holm, met a spokesman of France's army.")
    >>> list(found.persons), dict(found.organs)
    ([('Anna', 'Holm')], {'military': {'France'}})
    """
    text = text.replace("’", "'")
    found = Told()
    for start, end, name in _people("\n".join(map(_without_heading, text.split("\n")))):
        opening = _ENDED.search(text, max(0, start - 3), start) is not None and not name.titles
        if opening and _no_name(name.person[0], text):
            continue
        (found.weak if opening else found.persons)[name.person] = name
        for held in _held(text, start, end, name):
            found.offices[held].add(name.person)
    for called, whose in _bodies(text):
        found.organs[called].add(whose)
    for start, end, short in acronyms(text):
        found.shorts[short] = text[start:end].strip()
    for each in _KNOWN_AS.finditer(text):
        known = person(each[1])
        whole = known.person if known is not None else ()
        if len(whole) > 1 and plain(each[2]) not in map(plain, whole):
            found.aliases[plain(each[2])] = whole
    return found


def _without_heading(line: str) -> str:
    """A line, blank where it is a headline that writes every word with a capital: "Holm Meets Moss" is nobody's name.

    >>> _without_heading("Holm Meets Moss Over Grain"), _without_heading("Anna Holm met Moss over grain.")
    ('                          ', 'Anna Holm met Moss over grain.')
    """
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    heading = (
        len(words) > 2 and len(line) < HEADING and capitals == len(words) and line.rstrip()[-1] not in ".!?"
    )
    return " " * len(line) if heading else line


def _people(text: str) -> Iterator[tuple[int, int, Name]]:
    for run in _RUN.finditer(text):
        words = _POSSESSIVE.split(run[0].removesuffix("'s").removesuffix("'"))[-1]
        name = person(words)
        if name is not None and 1 < len(name.person) <= LONGEST:
            yield run.start() + run[0].rindex(words), run.end(), name


def _no_name(word: str, text: str) -> bool:
    """Whether a word at the head of a sentence may be no given name: "Yesterday Holm", "Actor Anna Holm"."""
    low = word.casefold()
    common = low.endswith(("ly", "ing")) or (
        len(low) > 5 and low.endswith(("ies", "ans", "ats", "als", "ists", "ers"))
    )
    return common or re.search(rf"\b{re.escape(low)}\b", text) is not None


def _held(text: str, start: int, end: int, name: Name) -> Iterator[Key]:
    """The offices that stand with a name: within it, before it, or behind it between commas."""
    if name.office:
        yield name.office
    else:
        before = re.split(r"[.;:!?\n(]|, (?!\Z)", text[max(0, start - REACH) : start])[-1].strip(" ,")
        words = before.split()[-7:]
        if not _OF.search(before):
            held = next(filter(None, (office(" ".join(words[k:])) for k in range(len(words)))), None)
            if held is not None:
                yield held.key
    behind = _BEHIND.match(text, end)
    if behind and (held := office(behind[1])) is not None:
        yield held.key


def _bodies(text: str) -> Iterator[tuple[str, str]]:
    """What bodies of states and of towns are called in a text, with whose they are."""
    named = states(text)
    ends = [each.end for each in named]
    starts = [each.start for each in named]
    for each in _ORGAN.finditer(text):
        read = organ(each[0])
        if read is None or read.key[0] != "organ" or read.key[1]:
            continue
        at = bisect_left(ends, each.start() + 1) - 1
        if at >= 0 and each.start() - ends[at] < 40 and _BEFORE.fullmatch(text[ends[at] : each.start()]):
            yield read.key[2], named[at].known.name
            continue
        placed = _PLACED.match(text, each.end())
        if placed is not None:
            at = bisect_left(starts, placed.start(1))
            state = named[at].known.name if at < len(named) and starts[at] == placed.start(1) else ""
            if state or is_place(placed[1]):
                yield read.key[2], state or placed[1]
        elif owned := _OWNED.search(text, max(0, each.start() - 60), each.start()):
            yield read.key[2], owned[1]
