"""The noun phrase that a cue belongs to: before it, after it, or the subject of the clause it hangs on.

Phrases are read off the letters of `tokens.Tokens.kinds`. A place is a token's number; a phrase is (first, end), end exclusive.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.claims.tokens import Tokens

LONGEST = 45
"""Words that the search for a subject looks back over."""

_TIME_BACK = re.compile(r"(?:,?[po]?[dr]{0,2}[nN]?y[ymr]*,?)\Z")
_INVERTED = re.compile(
    r"(?:[rd]*[nNmegc]*(?<=[nNmeg])(?:,N{1,2}(?=,))?)(?:(?:p|&|,&)(?=[rdnNm])[rd]*[nNmeg]+)*|s"
)
_APPOSED = re.compile(r",(?:[dwmnp]|N{1,3}(?=,|\Z)|e)[^,;:q]*")
_OPENING = re.compile(r"[b&r]*(?:[puogmy][^,]*,)?(?:r,)?")
_PHRASE = re.compile(r"[rd]*[nNmg&eypot-]*")
_BREAK = "bu;:.-"


class Subject(NamedTuple):
    """A subject before its verb: the phrase, the first word of the verb group, and the place just before the phrase."""

    first: int
    end: int
    verb: int
    bound: int


def before(t: Tokens, cue: int) -> Subject | None:
    """The subject that ends where the verb group of the cue begins; None where there is none ("..., said Smith")."""
    k = t.kinds
    verb = cue
    while verb > 0 and k[verb - 1] in "xr":
        verb -= 1
    end = verb
    gap = _TIME_BACK.search(k, max(0, end - 6), end)
    if gap and gap.start() > 0 and k[gap.start() - 1] not in "b&u":
        end = gap.start()
        while end > 0 and k[end - 1] in "xr":
            end -= 1
    if end == 0:
        return None
    last = k[end - 1]
    if last in "sw":
        return Subject(end - 1, end, verb, end - 2)
    if last in ",-":
        return _apposed(t, end, verb)
    first = _walk(t, end - 1, max(0, end - LONGEST))
    return Subject(first, end, verb, first - 1) if first < end else None


def _walk(t: Tokens, last: int, lowest: int) -> int:
    """The first word of the noun phrase that ends with the word `last`; `last` + 1 where no phrase ends there."""
    k = t.kinds
    j, joined, finite = last, -1, False
    while j >= lowest:
        kind = k[j]
        if kind == ")":
            opening = k.rfind("(", lowest, j)
            if opening < 0:
                break
            j = opening
        elif kind == "q":
            opening = k.rfind("q", lowest, j)
            if j == last and t.text[t.ends[j] - 2] in ",.?!":
                return last + 1
            if opening < 0 or t.text[t.starts[j] - 1] in ",.?!":
                break
            j = opening
        elif kind == "&":
            if j == last:
                return last + 1
            joined = j
        elif kind == "s":
            return j if j == last else j + 1
        elif kind in "vcx" or (kind == "e" and j < last and k[j + 1] not in "pon"):
            relative = _relative(k, j, lowest)
            if relative < 0:
                return joined + 1 if joined >= 0 and j < last else j + 1
            j = relative
        elif kind in "wt":
            return j if j == last else j + 1
        elif kind in _BREAK or (kind == "," and not (joined >= 0 and _listed(k, j, lowest))):
            break
        elif kind == "d" and j > 0 and k[j - 1] not in "po&r":
            return j
        j -= 1
    return _strip(k, j + 1, last + 1)


def _relative(k: str, verb: int, lowest: int) -> int:
    """The place of the relative pronoun ("the men who crossed ... said") that this verb belongs to, or -1."""
    for j in range(verb - 1, max(lowest, verb - 4) - 1, -1):
        if k[j] == "w" or (k[j] == "t" and j > 0 and k[j - 1] == "n"):
            return j
        if k[j] not in "xrsnN":
            return -1
    return -1


def _listed(k: str, comma: int, lowest: int) -> bool:
    """Whether the comma stands in a list of nouns ("Kyiv, Warsaw and Vilnius")."""
    j = comma - 1
    while j >= lowest and k[j] in "nNmd":
        j -= 1
    return comma - 4 <= j < comma - 1 and (j < lowest or k[j] in ",b&")


def _strip(k: str, first: int, end: int) -> int:
    while first < end and k[first] in "rb&pouy,":
        opening = re.compile(r"[po][dr]*[nN]?y[ym]*").match(k, first, end)
        first = opening.end() if opening and opening.end() < end else first + 1
    return first


def _apposed(t: Tokens, end: int, verb: int) -> Subject | None:
    """A subject with something set off behind it: "Smith, a farmer in Ohio, said", "Smith - a farmer - said"."""
    k = t.kinds
    sign = k[end - 1]
    lowest = max(0, end - LONGEST)
    opening, floor = end - 1, end - 1
    for _ in range(4):
        opening = k.rfind(sign, lowest, opening)
        if opening <= 0:
            return None
        if sign == "," and not _APPOSED.match(k, opening, floor):
            return None
        if k[opening - 1] == "q" and t.text[t.starts[opening - 1] - 1 : t.starts[opening - 1]] in tuple(
            ",.?!"
        ):
            return None
        first = _walk(t, opening - 1, lowest)
        floor = opening
        if first < opening:
            if (
                sign == ","
                and k[first - 1 : first] == ","
                and _APPOSED.match(k, first - 1, opening)
                and first > 1
            ):
                earlier = _walk(t, first - 2, lowest)
                if earlier < first - 1 and k[earlier] in "Nsd" and (earlier == 0 or k[earlier - 1] in "bu,"):
                    return Subject(earlier, end - 1, verb, earlier - 1)
            return Subject(first, end - 1, verb, first - 1)
    return None


def inverted(t: Tokens, cue: int) -> tuple[int, int] | None:
    """The subject behind its verb: "..., said a spokesman for the army in Kyiv"."""
    k = t.kinds
    found = _INVERTED.match(k, cue + 1)
    if not found or found.end() == cue + 1:
        return None
    end = found.end()
    while end > cue + 2 and k[end - 1] in "&p,rd":
        end -= 1
    if k[end : end + 1] == "," and k[end + 1 : end + 2] in tuple("dwn") and k[end + 1 : end + 2]:
        apposed = re.compile(r",[dwn][^,;:q]*").match(k, end)
        if apposed and apposed.end() - end > 2 and not set(k[end : apposed.end()]) & set("sc"):
            end = apposed.end()
    return cue + 1, end


def main(t: Tokens, limit: int) -> tuple[int, int] | None:
    """The subject of the sentence's first clause, before the place `limit`."""
    k = t.kinds
    opening = _OPENING.match(k)
    first = opening.end() if opening and opening.end() < limit else 0
    if k[first : first + 1] == "s":
        return first, first + 1
    phrase = _PHRASE.match(k, first, limit)
    if not phrase or phrase.end() == first:
        return None
    end = phrase.end()
    for j in range(first + 1, end):
        if k[j] == "e" and k[j + 1 : j + 2] not in tuple("po"):
            end = j
            break
    while end > first and k[end - 1] in "&pory-":
        end -= 1
    return (first, end) if end > first else None
