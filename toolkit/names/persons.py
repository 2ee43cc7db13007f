"""Names of persons: what of a cell is the name, and what title, office and body stand before it."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.claims.actors.vocabulary import heads
from toolkit.names.bodies import ALLIED, office
from toolkit.names.vocabulary import BODY_WORDS, OUTLET_WORDS, TITLES, body, is_place, listed, names
from toolkit.names.words import Name, tokens

_CUT = re.compile(r",| (?:of|for|from|at|in|with|who|on) ")
_PREFIX = re.compile(r"^(?:al|el|ad|ar|as|ash|an|at|az|ul)-(?=[A-Z])")
_SUFFIX = re.compile(r", ((?:Jr|Sr)\b\.?|I{2,3}\b)")
_BY = frozenset(("by", "than", "against", "led", "like"))
_ONE = re.compile(r"[A-Z][\w'-]+")
_WHO = re.compile(r"who |which ")
_INITIAL = re.compile(r"(?:[A-Z]\.)+|[A-Z]")


def person(words: str) -> Name | None:
    """The person that words name, by title and name or by a name of several words; None where they name none.

    >>> found = person("NATO's Secretary General Anna de Holm")
    >>> found.person, person("Supreme Court"), person("Israel's defence minister")
    (('Anna', 'de', 'Holm'), None, None)
    """
    parts = _SUFFIX.sub(r" \1", words).split(", ")
    found = [_part(each) for each in parts]
    if found[0] is None and len(parts) > 1 and (_ONE.fullmatch(parts[0]) or _WHO.match(parts[1])):
        return None  # "Moss, who is director of the Centre": a surname alone, or nobody
    at = next(
        (k for k, name in enumerate(found) if name is not None and (not k or _starts(parts[k], name))), None
    )
    name = found[at] if at is not None else None
    if name is None or name.office or len(parts) == 1:
        return name
    held = next(filter(None, (office(each) for k, each in enumerate(parts) if k != at)), None)
    return replace(name, office=held.key, of=held.of) if held else name


def _part(words: str) -> Name | None:
    """The person of words between commas: in all of them, else before "of" and the like."""
    cut = _CUT.search(words)
    return _read(words) or (_read(words[: cut.start()]) if cut else None)


def _starts(words: str, name: Name) -> bool:
    """Whether a name stands at the beginning of its words, but for titles: not in "a backer of Senator Holm"."""
    return not set(words[: words.find(name.shown)].casefold().split()) & {
        "of",
        "for",
        "to",
        "by",
        "with",
        "from",
    }


def _read(words: str) -> Name | None:
    found = tokens(words)
    first = len(found)
    while first and (_named(found[first - 1], first == len(found) > 1) or _inside(found, first - 1)):
        first -= 1
    while first < len(found) and (_particle(found[first]) and found[first].islower() and first == 0):
        first += 1
    name, before = tuple(found[first:]), found[:first]
    while name and name[0].casefold() in listed("persons", "openings"):
        name = name[1:]
    if not name or name[-1].casefold() in listed("persons", "particles"):
        return None
    titles = [word.casefold().strip(".") for word in before]
    titled = any(_is_title(word) for word in titles)
    described = titled or (bool(before) and before[-1].endswith(("'s", "s'")) and len(name) > 1)
    if (before and not described) or not _BY.isdisjoint(titles):
        return None
    real = [
        word
        for word in name
        if word.casefold() not in listed("persons", "suffixes") | listed("persons", "particles")
    ]
    whole = " ".join(name)
    if len(real) < 2 and not (titled and _is_title(titles[-1])):
        return None
    if not titled and (is_place(whole) or names().get(whole) or body(whole) or names().find(whole)):
        return None
    description = " ".join(before)
    held = office(description) if description else None
    return Name(
        "person",
        ("person", whole.casefold()),
        whole,
        person=name,
        office=held.key if held else (),
        titles=frozenset(titles),
        of=held.of if held else "",
    )


def _is_title(word: str) -> bool:
    """ "president", "ex-president", "minister's" """
    low = word.removesuffix("'s")
    return low in _before() or ("-" in low and low.rsplit("-")[-1] in listed("heads", "office"))


def _before() -> frozenset[str]:
    return (
        TITLES
        | listed("persons", "titles")
        | listed("heads", "office")
        | listed("heads", "spokes")
        | heads("offices", "words")
    )


def _named(word: str, last: bool = False) -> bool:
    """Whether a word may be part of a person's name."""
    word = _PREFIX.sub("", word)
    low = word.casefold().strip(".")
    if not word[:1].isupper() or word.endswith(("'s", "s'")) or "n't" in word or any(map(str.isdigit, word)):
        return False
    if low in listed("persons", "suffixes") or _INITIAL.fullmatch(word):
        return True
    if word.isupper() and len(word) > 1:
        return (
            len(word) == 2
            and not body(word)
            and names().get(word) is None
            and low not in _before() | OUTLET_WORDS
        )
    if low in listed("persons", "short") and not word.endswith(".") and last:
        return True
    known = names().get(word)
    if known is not None and known.use == "adjective":
        return False
    parts = low.split("-")
    if len(parts) > 1 and (parts[-1] in listed("heads", "office") or ALLIED.search(low)):
        return False
    return low not in _before() | BODY_WORDS | OUTLET_WORDS | _other()


def _other() -> frozenset[str]:
    return listed("heads", "body") | listed("heads", "portfolio") | listed("persons", "never")


def _particle(word: str) -> bool:
    return word.casefold() in listed("persons", "particles")


def _inside(found: list[str], at: int) -> bool:
    """A small word between the words of a name: "Anna de Holm"; before it "al" may stand first."""
    return (
        0 <= at < len(found) - 1
        and _particle(found[at])
        and found[at].islower()
        and (at > 0 and (_named(found[at - 1]) or _particle(found[at - 1])))
    )
