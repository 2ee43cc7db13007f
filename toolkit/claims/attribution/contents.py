"""Where the content of a cue lies and how far it reaches: before the cue, behind it, or on both sides."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.claims.attribution.cues import Cue
from toolkit.claims.text.quotes import Quotes
from toolkit.claims.text.tokens import Tokens
from toolkit.claims.vocabulary import load, words
from toolkit.model import Span

_HEARER = re.compile(r"s|d[rnNmeg]*[nNmg]|[nNm]{1,5}")
_OF = re.compile(r"(?:[p&](?=[dnN])d?[nNm]+)*")
_ADJUNCT = re.compile(r"(?:[po][dr]*e?[nNmygr]*(?:&[dr]*[nNmyg]+)*|[drn]*y[ymr]*|r+|,m?y[ym]*,?)*")
# "reported, on Friday, that": a time set off between the cue and its content; "has said since June that".
_SET_OFF = re.compile(r",[po]?[drm]{0,2}[nN]?y[ymr]*,(?=t)")
_SINCE = re.compile(r"u[dr]*n?y[ymr]*(?=t)")
_TIME = re.compile(r"(?:(?:[po][drm]{0,2}|[dr]{0,2}|n)y[ymr]*)+")
_PARTICLES = {name: words(listing) for name, listing in load("attribution")["particles"].items()}
_OF_CONTENT = words(load("attribution")["hearer"]["of"])
_LIST = re.compile(r",d?[nN]{1,3}(?:,d?[nN]{1,3})*,?&")
_VERB_GROUP = re.compile(r"x[xr]*[ve]?|v")
_INDIRECT = words("whether how why than")
_DOUBTFUL = words(load("clauses")["doubtful"])
_AS = words("describe characterize characterise portray depict denounce dismiss praise condemn regard")
_TAIL = " \t\r\xa0.;,:"


class Opening(NamedTuple):
    """What stands behind a cue: `mode` (that, quote, colon, purpose, clause, phrase, comma, end) and its first place.

    `cue_end` is the place where the cue ends, `hearer` the phrase of the person spoken to.
    """

    mode: str
    place: int
    cue_end: int
    hearer: tuple[int, int] | None = None


def opening(t: Tokens, cue: int, entry: Cue, skip: int | None = None) -> Opening:
    """How the sentence goes on behind the cue at this place, or behind `skip`, the end of an inverted subject."""
    k, n = t.kinds, len(t)
    at = cue_end = cue + 1 if skip is None else skip
    hearer = None
    if skip is None:
        while at < n and (_repeated(t, at) or k[at] == "r" or _hour(t, at)):
            at += 3 if _repeated(t, at) else 1
        if at < n and t.words[at] in _PARTICLES["any"] | _PARTICLES.get(entry.lemma, frozenset()):
            at = cue_end = at + 1
        elif "hearer" in entry.frames and (to := _HEARER.match(k, at)):
            joined = None if entry.lemma in _OF_CONTENT else _OF.match(k, to.end())
            at = joined.end() if joined else to.end()
            hearer = (to.start(), at)
            if at < n and t.words[at] in _PARTICLES["any"]:
                return Opening("phrase", at, cue_end, hearer)
    set_off = _SET_OFF.match(k, at) or _SINCE.match(k, at)
    at = set_off.end() if set_off else at
    adjunct = _ADJUNCT.match(k, at)
    end = adjunct.end() if adjunct else at
    sign = k[end] if end < n else ""
    if sign == "," and end + 1 < n and k[end + 1] in "qt" and _opens(t, end + 1):
        end, sign = end + 1, k[end + 1]
    if sign in ("t", "q", ":") and (sign != "q" or _opens(t, end)):
        if sign == ":" and end + 1 < n:
            return Opening("quote" if k[end + 1] == "q" else "colon", end + 1, cue_end, hearer)
        return Opening("that" if sign == "t" else "quote" if sign == "q" else "end", end, cue_end, hearer)
    if sign == "" or sign in ",;-).":
        time = _TIME.match(k, at)
        if time and time.end() == end:
            return Opening("comma" if sign == "," else "end", end, cue_end, hearer)
        free = cue_end if k[at : at + 1] not in ("p", "o", "") and end > at and k[at] not in "ry" else -1
        if free >= 0 or (k[at : at + 1] == "o" and "purpose" in entry.frames):
            return Opening("purpose" if k[at] == "o" else "phrase", at, cue_end, hearer)
        if cue_end > cue + 1 and skip is None and end > at:
            return Opening("phrase", at, cue_end, hearer)
        return Opening("comma" if sign == "," else "end", end, cue_end, hearer)
    time = _TIME.match(k, at)
    at = time.end() if time else at
    if k[at] == "o":
        return Opening("purpose", at, cue_end, hearer)
    if k[at] in "wu" and t.words[at] not in ("as", "after", "before", "since", "when", "while"):
        return Opening("clause", at, cue_end, hearer)
    if k[at] in "dsnNmgerqx":
        return Opening("clause" if finite_ahead(t, at) else "phrase", at, cue_end, hearer)
    return Opening("none", at, cue_end, hearer)


def _repeated(t: Tokens, at: int) -> bool:
    """Whether "over and over", "again and again" or "time and again" stands here."""
    first, joint, second = (*t.words[at : at + 3], "", "", "")[:3]
    return joint == "and" and (first == second or (first, second) == ("time", "again"))


def _hour(t: Tokens, at: int) -> bool:
    """Whether "late" or "early" stands here before a day: "reported late on Friday"."""
    return t.words[at] in ("late", "early") and t.kinds[at + 1 : at + 3] == "py"


def _opens(t: Tokens, place: int) -> bool:
    """Whether the sign at this place opens a quotation."""
    return t.kinds[place] != "q" or t.text[t.ends[place] : t.ends[place] + 1].strip() != ""


def finite_ahead(t: Tokens, at: int) -> bool:
    """Whether a finite verb comes before the next sign that ends a clause."""
    k = t.kinds
    for j in range(at + 1, min(at + 25, len(k))):
        if k[j] in "vx":
            return True
        if k[j] in ";:u" or (k[j] == "," and k[j + 1 : j + 2] in ("b", "&", "g", "u", "w", "")):
            return False
        if (
            k[j] == "n"
            and t.words[j].endswith("s")
            and k[j + 1 : j + 2] in ("d", "t", "s", "o")
            and k[j - 1] in "nNs"
        ):
            return True
    return False


def finite(t: Tokens, end: int) -> bool:
    """Whether a finite verb stands before the place `end`."""
    return any(kind in "vxe" for kind in t.kinds[:end]) or not _DOUBTFUL.isdisjoint(t.words[:end])


def behind(t: Tokens, start: Opening, quoted: Quotes, limit: int, entry: Cue) -> Span | None:
    """The characters of the content that begins at `start` and ends at the latest before the place `limit`."""
    if start.place >= len(t):
        return None
    first = t.starts[start.place]
    held = quoted.at(first) if start.mode == "quote" else None
    if held and (held.start == first or held.end - first < 3) and _whole(t, held.end):
        return first, held.end
    if start.mode in ("phrase", "purpose"):
        limit = _phrase_end(t, start.place, limit, entry.lemma in _AS)
    if start.mode == "named":
        limit = _second_verb(t.kinds, start.place, limit)
    if limit <= start.place:
        return None
    end = t.ends[limit - 1]
    held = quoted.at(end - 1)
    if held and held.end > end and held.start >= first:
        end = held.end
    text = t.text
    while end > first and text[end - 1] in _TAIL:
        end -= 1
    return (first, end) if end > first else None


def _whole(t: Tokens, end: int) -> bool:
    """Whether a quotation that ends here is a sentence of its own, or runs over the end of this one."""
    return end >= t.ends[-1] - 1 or t.text[max(0, end - 2) : end - 1] in tuple(",.?!…—")


def _second_verb(k: str, place: int, limit: int) -> int:
    """The place of the verb of the clause around "the claim that the town fell", or the limit."""
    found = _VERB_GROUP.findall(k[place:limit])
    if len(found) < 2 or not set("&butw,").isdisjoint(k[place + 1 : limit]):
        return limit
    first = _VERB_GROUP.search(k, place, limit)
    second = _VERB_GROUP.search(k, first.end(), limit) if first else None
    return second.start() if second else limit


def _phrase_end(t: Tokens, place: int, limit: int, through_as: bool) -> int:
    k, listed = t.kinds, False
    for j in range(place + 1, limit):
        if k[j] == "," and (listed or _LIST.match(k, j, limit)):
            listed = k[j + 1 : j + 2] != "&"
            continue
        if k[j] in ",;-:b":
            return j
        if k[j] == "u" and t.words[j] not in _INDIRECT and not (through_as and t.words[j] == "as"):
            return j - (k[j - 1] == "r" and j - 1 > place)
    return limit


def ahead(t: Tokens, bound: int, quoted: Quotes, floor: int) -> Span | None:
    """The characters of the content that ends at the place `bound`, a comma or a closing quotation mark.

    `floor` is the character at which what can be content begins.
    """
    k, text = t.kinds, t.text
    if bound < 0 or k[bound] not in ",q-":
        return None
    mark = bound if k[bound] == "q" else bound - 1
    end = t.ends[bound] if k[bound] == "q" else t.starts[bound]
    start = floor
    if mark >= 0 and k[mark] == "q":
        held = quoted.at(t.starts[mark])
        if held and held.end == t.ends[mark]:
            inside = held.start > floor and any(map(str.isalnum, text[floor : held.start]))
            start = (
                floor if inside and text[: held.start].rstrip()[-1] not in ":,(-–—" else quoted.opening(held)
            )
            end = held.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None
