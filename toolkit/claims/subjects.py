"""The noun phrase that a cue belongs to: before it, after it, or the subject of the clause it hangs on.

Phrases are read off the letters of `tokens.Tokens.kinds`. A place is a token's number; a phrase is (first, end), the
end exclusive.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.claims.tokens import Tokens

LONGEST = 45
"""Words that the search for a subject looks back over."""

_TIME = r"[po]?[drm]{0,2}[nN]?y[ymr]*"
_TIME_BACK = re.compile(rf"(?:,{_TIME},|(?<!,){_TIME})\Z")
_TIME_TAIL = re.compile(rf"{_TIME}\Z")
_INVERTED = re.compile(r"[rd]*[nNmeg]+(?:,N{1,2}(?=,))?(?:(?:p|&|,&)(?=[rdnNm])[rd]*[nNmeg]+)*|s")
_APPOSED = re.compile(r",(?:[dwmnpegq]|N{1,3}(?=,|\Z)|N{1,3}n)[^,;:]*")
_OPENING = re.compile(r"(?:.{0,8}\)-)?[b&rq]*,?(?:[puogmy][^,]*,(?:m,)?)?(?:r,)?")
_TIME_HEAD = re.compile(rf"{_TIME}")
_PHRASE = re.compile(r"[rd]*[nNmg&eypot-]*")
_BOUND = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "no", "every"))
_BREAK = "bu;:.-"
_INNER = " \xa0“”\"'’‘»"


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
    first = _walk(t, end - 1, max(0, end - LONGEST))
    return Subject(first, end, verb, first - 1) if first < end else None


def spoken(t: Tokens, mark: int) -> str:
    """The sign before the closing mark at this place if it ends a saying, otherwise nothing."""
    at = t.starts[mark] - 1
    while at > 0 and t.text[at] in _INNER:
        at -= 1
    return t.text[at] if t.text[at] in ",.?!…—" else ""


def phrase(t: Tokens, last: int) -> int:
    """The first word of the noun phrase that ends with the word `last`; `last` + 1 where none ends there."""
    return _walk(t, last, max(0, last - LONGEST))


def antecedent(t: Tokens, relative: int) -> tuple[int, int] | None:
    """The noun phrase that the relative pronoun at this place hangs on."""
    last = relative - 1 - (t.kinds[relative - 1 : relative] == ",")
    if relative < 1 or last < 0 or t.kinds[last] not in "nNy)":
        return None
    first = phrase(t, last)
    return (first, last + 1) if first <= last else None


def trimmed(t: Tokens, first: int, end: int) -> int:
    """The end of a phrase without a time behind it ("the agency on Friday")."""
    tail = _TIME_TAIL.search(t.kinds, max(first, end - 5), end)
    if tail and tail.start() > first and t.kinds[tail.start()] in "pyr":
        end = tail.start()
    while end > first and t.kinds[end - 1] in "&p,rd.q":
        end -= 1
    return end


def _walk(t: Tokens, last: int, lowest: int) -> int:
    """The first word of the noun phrase that ends with the word `last`; `last` + 1 where no phrase ends there."""
    k = t.kinds
    j, joined = last, -1
    while j >= lowest:
        kind = k[j]
        if kind == ")":
            opening = k.rfind("(", lowest, j)
            if opening < 0:
                break
            j = opening
        elif kind == "q":
            opening = k.rfind("q", lowest, j)
            if j == last and (spoken(t, j) or opening < 0):
                return last + 1
            if opening < 0 or spoken(t, j):
                break
            j = opening
        elif kind == "&":
            if j == last:
                return last + 1
            joined = j if joined < 0 else joined
        elif kind == "s":
            return j if j == last else j + 1
        elif (
            kind in "vx"
            and k[j : j + 2] in ("vp", "vo")
            and t.words[j].endswith("ed")
            and k[j - 1 : j] in ("n", "N")
        ):
            pass  # "officers posted in the area": the verb that is looked for stands behind
        elif kind in "vx" or (kind == "e" and j < last and k[j + 1] not in "pon"):
            relative = _relative(k, j, lowest)
            if relative < 0:
                return joined + 1 if joined >= 0 and j < last else j + 1
            j = relative
        elif kind in "wt":
            return j if j == last else j + 1
        elif kind in _BREAK or (kind == "," and not (joined >= 0 and _listed(k, j, lowest))):
            break
        elif kind == "d" and j > 0 and k[j - 1] not in "po&r":
            verb = j - 1
            relative = (
                _relative(k, verb, lowest)
                if k[verb] in "ve"
                else verb
                if k[verb - 1 : j] in ("ng", "Ng")
                else -1
            )
            if relative < 0:
                return j
            j = relative
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
    return comma - 4 <= j < comma - 1 and (j < lowest or k[j] in ",b")


def _strip(k: str, first: int, end: int) -> int:
    while first < end and k[first] in "rb&pouy,":
        opening = _TIME_HEAD.match(k, first, end)
        first = opening.end() if opening and first < opening.end() < end else first + 1
    return first


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
        if k[opening - 1] == "q" and t.text[t.starts[opening - 1] - 1 : t.starts[opening - 1]] in tuple(
            ",.?!"
        ):
            return None
        first = _walk(t, opening - 1, lowest)
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
                earlier = _walk(t, first - 2, lowest)
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
        apposed = re.compile(r",[dwn][^,;:q]*").match(k, end)
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
    phrase = _PHRASE.match(k, first, limit)
    if not phrase or phrase.end() == first:
        return None
    end = phrase.end()
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
