"""What a cell names, by its words alone: a person, a body, a party, an office, or somebody without a name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from toolkit.names.bodies import fold, group, office, organ, own
from toolkit.names.persons import person
from toolkit.names.vocabulary import body, listed, names, states
from toolkit.names.words import Name, tidy

_SPOKES = "|".join(sorted(listed("heads", "spokes")))
_BEFORE = "|".join(sorted(listed("heads", "before_spokes")))
_PAPERS = "|".join(sorted(listed("heads", "documents")))
_MADE = "|".join(sorted(listed("heads", "made")))
_ANALYSTS = "|".join(sorted(listed("heads", "analysts")))
_VOICES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?:{_BEFORE}) )*(?:{_SPOKES}) (?:of|for|from) (?P<who>.+)",
        rf"(?:(?:{_BEFORE}) )*(?P<who>.+?)(?:'s)?(?: (?:{_BEFORE}))* (?:{_SPOKES})",
        rf"(?:[a-z]+ ){{0,2}}(?:{_PAPERS}) (?:(?:{_MADE}) )?(?:from|of|by) (?P<who>.+)",
        rf"(?P<who>.+?)(?:'s)? (?P<paper>{_PAPERS})",
        rf"(?P<who>.+?)(?:'s)? [a-z]+ (?P<paper>{_PAPERS})",
    )
)
_STAFF = re.compile(rf"(?P<who>.+?)(?:'s)? (?:{_ANALYSTS})|(?:{_ANALYSTS}) (?:at|of|from|with) (?P<at>.+)")
_JOINT = re.compile(r",? (?:and|or|as well as) |; ")
_HEAD_ENDS = re.compile(
    r",? (?:of|in|from|at|with|close|near|for|who|on|to|familiar|connected|linked)(?: |$)"
)
_ACTING = re.compile(r"\b(?:said|says|told|until|because|which|that)\b")
_GROUPS = ("agency", "group", "authority")
_UN = ("own", "united nations")
_CALLED = re.compile(
    rf"(?:[A-Z][\w' ]*'s )?(?:[a-z-]+ )?(?P<name>\S+(?: [A-Z]\S+)*) (?:{'|'.join(sorted(listed('heads', 'called')))})"
)
_FIRST = re.compile(r"([A-Z][\w'-]+), (?:who|an?|the|whose) ")
_NEWS = re.compile(r" news (?:agency|site|outlet)$")
_ONE_WORD = re.compile(
    r"(?:(?:van|von|de|der|den|la|le|di|da|bin) )*(?:(?:al|el|ad|ar|as|ash|an|at)-)?(?![a-z\d_])[^\W\d_][\w'-]*"
)
LONGEST = 90
"""Characters of the longest name; what is longer is a piece of a sentence."""


@lru_cache(maxsize=65536)
def read(text: str) -> Name:
    """What `text` names.

    >>> read("Russia's Ministry of Defence").key == read("the Defense Ministry in Moscow").key
    True
    >>> read("President Anna Holm").person, read("three officers").kind, read("the army").bare
    (('Anna', 'Holm'), 'anonymous', True)
    """
    words = tidy(text)
    if not words or len(words) > LONGEST or _ACTING.search(words):
        return Name("other", ("words", words.casefold()), words, bare=True)
    found = own(words) or _state(words)
    if found is None and _JOINT.search(words):
        found = _several(words)
    found = (
        found
        or _called(words)
        or _voice(words)
        or person(words)
        or office(words)
        or _nobody(words)
        or organ(words)
    )
    return found or group(words) or _other(words)


def _state(words: str) -> Name | None:
    known = names().get(words)
    whole = [each for each in states(words) if each.end - each.start == len(words)]
    if known is None or not whole or known.use == "adjective":
        return None
    return Name("party", ("organ", known.name, "government"), known.name, of=known.name)


def _called(words: str) -> Name | None:
    """A group by its name and what it is: "the M23 rebel group", "West Africa's ECOWAS bloc"."""
    found = _CALLED.fullmatch(words)
    name = found["name"] if found else ""
    if not name[:1].isupper() or states(name):
        return None
    if (known := own(name)) is not None or name.isupper() or any(map(str.isdigit, name)):
        return known or group(name)
    return Name("body", ("own", fold(name)), name) if _NEWS.search(words) else None


def _several(words: str) -> Name | None:
    """Two who speak together, who are neither of them; None for a body with "and" in its name."""
    parts = [part for part in _JOINT.split(words) if part]
    if len(parts) < 2:
        return None
    known = [
        bool(
            own(part)
            or _state(part)
            or _nobody(part)
            or (" " in part and person(part))
            or (len(found := states(part)) == 1 and found[0].end - found[0].start == len(part))
        )
        for part in parts
    ]
    told = any(known) and (all(known) or known[0] or not parts[0][:1].isupper())
    return Name("several", ("words", words.casefold()), words) if told else None


def _voice(words: str) -> Name | None:
    """The body that a spokesman or a paper speaks for; a spokesman with a name is himself."""
    for pattern in _VOICES:
        found = pattern.fullmatch(words)
        if found is None:
            continue
        inner = read(found["who"])
        made = found.groupdict().get("paper", "")
        if made and made not in listed("heads", "own_words") and inner.key[0] != "own":
            continue
        if inner.kind == "body" or (inner.kind == "party" and inner.key[0] != "organ"):
            return replace(inner, full=False)
        if inner.kind == "office" and not inner.bare and "spok" in words:
            return Name("body", ("spokesman", *inner.key), words, of=inner.of)
    found = _STAFF.fullmatch(words)
    if (
        found
        and (inner := read(found["who"] or found["at"])).kind == "body"
        and inner.key[0] == "own"
        and inner.key != _UN
    ):
        return replace(inner, full=False)
    return None


def _nobody(words: str) -> Name | None:
    """Somebody without a name: "three officers", "an official close to the Kremlin"."""
    head = _HEAD_ENDS.split(words)[0].split()
    if not head:
        return None
    last = head[-1].casefold().removesuffix("'s")
    if last in _GROUPS and any(word[:1].isupper() for word in head):
        return None
    alone = {last, last.removesuffix("s"), last.removesuffix("es")} & listed("heads", "nobody")
    counted = head[0].casefold() in listed("heads", "numbers") and head[-1][:1].islower()
    if (alone and head[-1][:1].islower()) or counted or (len(head) == 1 and alone):
        return Name("anonymous", ("words", words.casefold()), words, bare=True)
    return None


def _other(words: str) -> Name:
    named = _FIRST.match(words)
    if named:  # "Moss, who is director of the Centre"
        return replace(_other(named[1]), key=("words", words.casefold()))
    single = _ONE_WORD.fullmatch(words) and not names().get(words)
    kind = "single" if single and not body(words) else "other"
    return Name(kind, ("words", words.casefold()), words, bare=not any(map(str.isupper, words)))
