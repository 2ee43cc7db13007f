"""Noun phrases as runs of words: determiner, numerals, adjectives and compounds, then the head."""

from __future__ import annotations

from toolkit.language.light.english import Word, listed
from toolkit.language.light.links import Links

_ROLES = {
    "D": "determiner",
    "Y": "possessor",
    "Q": "numeral",
    "A": "adjective",
    "J": "adjective",
    "N": "compound",
    "E": "compound",
}


def phrase_end(codes: list[str], words: list[Word], start: int) -> int:
    """The index after the noun phrase that begins at `start`."""
    at, count, before = start, len(codes), ""
    times = listed("nouns", "time")
    while at < count:
        code = codes[at]
        if code in "NE":
            if (
                before in ("N", "E")
                and words[at].lemma.lower() in times
                and words[at - 1].lemma.lower() not in times
            ):
                break
        elif code in "DY":
            if before not in ("", "D"):
                break
        elif code == "Q":
            if before == "N" or (before == "E" and words[at - 1].lemma.lower() not in times):
                break
        elif code in "AJ":
            if before in ("N", "E"):
                break
        elif code == "'":
            if before not in ("N", "E"):
                break
        elif code == "B":
            if before in ("N", "E") or at + 1 >= count or codes[at + 1] not in "AJQ":
                break
        else:
            break
        before = code
        at += 1
    return max(at, start + 1)


def phrase_links(links: Links, start: int, end: int) -> int:
    """Link the words of a noun phrase with each other; the index of its head."""
    codes = links.codes
    head = _head(codes, start, end)
    owner, first = -1, start
    for at in range(start, head):
        if codes[at] == "'":
            last = _head(codes, first, at)
            _inner(links, first, last, at)
            links.link(at, last, "other")
            if owner >= 0:
                links.link(owner, last, "possessor")
            owner, first = last, at + 1
    if owner >= 0:
        links.link(owner, head, "possessor")
    _inner(links, first, head, end)
    return head


def _head(codes: list[str], start: int, end: int) -> int:
    """The last noun or name, else the last word that can stand for one."""
    for kinds in ("NE", "QAJ", "DY"):
        for at in range(end - 1, start - 1, -1):
            if codes[at] in kinds:
                return at
    return end - 1


def _inner(links: Links, start: int, head: int, end: int) -> None:
    for at in range(start, end):
        code = links.codes[at]
        if at == head:
            continue
        if code == "B":
            links.link(at, min(at + 1, end - 1) if at + 1 != head else head, "adverb")
        else:
            links.link(at, head, _ROLES.get(code, "other"))
