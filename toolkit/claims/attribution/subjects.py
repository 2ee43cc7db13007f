"""The noun phrase that a cue belongs to: before it, after it, or the subject of the clause it hangs on.

Places and phrases are those of phrases.py.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.claims.text.phrases import LONGEST, TIME, phrase, spoken, trimmed
from toolkit.claims.text.tokens import Tokens

_TIME_BACK = re.compile(rf"(?:,{TIME},|(?<!,){TIME})\Z")
_INVERTED = re.compile(r"[rd]*[nNmeg]+(?:,N{1,2}(?=,))?(?:(?:p|&|,&)(?=[rdnNm])[rd]*[nNmeg]+)*|s")
_APPOSED = re.compile(r",(?:[dwmnpegq]|N{1,5}(?=,|\Z)|N{1,3}n)[^,;:]*")
_OPENING = re.compile(r"(?:.{0,8}\)-)?[b&rq]*,?(?:p(?:my|ym?|ymm)(?=[dnNsw])|[puogmy][^,]*,(?:m,)?)?(?:r,)?")
_OFFICE = re.compile(r",[dwn][^,;:q]*")
_PHRASE = re.compile(r"[rd]*[nNmg&eypot-]*")
_BOUND = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "no", "every"))


_AT_FIRST = tuple(("at", word) for word in ("first", "once", "last"))
"""Prepositions that make an adverb with the word behind them: "India at first denied it"."""


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
    while verb > 0 and (k[verb - 1] in "xr" or tuple(t.words[verb - 1 : verb + 1]) in _AT_FIRST):
        verb -= 1
    end = verb
    gap = _TIME_BACK.search(k, max(0, end - 6), end)
    if gap and gap.start() > 0 and k[gap.start() - 1] in "nNsqmxr)":
        end = gap.start()
        while end > 0 and k[end - 1] in "xr":
            end -= 1
    if end == 0:
        return None
    last = k[end - 1]
    if last in "swt":
        return Subject(end - 1, end, verb, end - 2)
    if last in ",-":
        return _apposed(t, end, verb)
    if last == "q" and spoken(t, end - 1) == "," and 1 < end - 1 - k.rfind("q", 0, end - 1) < 5:
        return _apposed(t, end, verb, ",")
    if last == "d" and t.words[end - 1] in _BOUND:
        return None
    first = phrase(t, end - 1)
    return Subject(first, end, verb, first - 1) if first < end else None


def _apposed(t: Tokens, end: int, verb: int, sign: str = "") -> Subject | None:
    """A subject with something set off behind it: "Smith, a farmer in Ohio, said", "Smith - a farmer - said"."""
    k = t.kinds
    sign = sign or k[end - 1]
    lowest = max(0, end - LONGEST)
    floor = end - 1
    opening = k.rfind("q", 0, floor) if k[floor] == "q" else floor
    close = end - (k[floor] != "q")
    for _ in range(4):
        opening = k.rfind(sign, lowest, opening)
        if opening <= 0:
            return None
        if sign == "," and not _APPOSED.match(k, opening, floor):
            return None
        if k[opening - 1] == "q" and spoken(t, opening - 1):
            return None
        first = phrase(t, opening - 1)
        if floor == end - 1 and opening < floor and k[opening + 1] in "pr" and floor - opening < 5:
            close = opening
        floor = opening
        if first < opening:
            if (
                sign == ","
                and k[first - 1 : first] == ","
                and _APPOSED.match(k, first - 1, opening)
                and first > 1
            ):
                earlier = phrase(t, first - 2)
                if earlier < first - 1 and k[earlier] in "Nsd" and (earlier == 0 or k[earlier - 1] in "bu,"):
                    return Subject(earlier, close, verb, earlier - 1)
            return Subject(first, close, verb, first - 1)
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
        apposed = _OFFICE.match(k, end)
        if apposed and apposed.end() - end > 2 and not set(k[end : apposed.end()]) & set("sv"):
            end = apposed.end()
    return cue + 1, trimmed(t, cue + 1, end)


def main(t: Tokens, limit: int, after_comma: bool = False) -> tuple[int, int] | None:
    """The subject of the sentence's first clause, before the place `limit`; or of the clause after the first comma."""
    k = t.kinds
    opening = _OPENING.match(k)
    first = opening.end() if opening else 0
    if first >= limit and k[:1] in tuple("puog"):
        after_comma, limit = True, len(k)
    elif first >= limit:
        first = 0
    if after_comma:
        first = k.find(",") + 1
        if first == 0:
            return None
        first += k[first : first + 1] == "q"
    if k[first : first + 1] == "s":
        return first, first + 1
    found = _PHRASE.match(k, first, limit)
    if not found or found.end() == first:
        return None
    end = found.end()
    for j in range(first + 1, end):
        verb = (
            k[j] == "n" and k[j - 1] == "N" and t.words[j].endswith("s") and k[j + 1 : j + 2] in tuple("dnsN")
        )
        if verb or (k[j] == "e" and k[j + 1 : j + 2] not in tuple("po")):
            end = j
            break
    while end > first and k[end - 1] in "&pory-":
        end -= 1
    return (first, end) if end > first else None
