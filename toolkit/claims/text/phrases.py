"""Noun phrases, read backwards off the letters of `tokens.Tokens.kinds` from the word that they end with.

A place is a token's number; a phrase is (first, end), the end exclusive.
"""

from __future__ import annotations

import re

from toolkit.claims.text.tokens import Tokens

LONGEST = 45
"""Words that a phrase is followed back over."""

TIME = r"[po]?[drm]{0,2}[nN]?y[ymr]*"
"""The letters of a time such as "on Friday", "late last week", "20 February"."""

_TIME_HEAD, _TIME_TAIL = re.compile(TIME), re.compile(rf"{TIME}\Z")
_LATER = re.compile(r"[dm]y[ymr]*r(?=[dnNs])")
"""A length that says when: "45 minutes later Washington said"."""
_BREAK = "bu;:.-"
# Behind a relative pronoun: a verb in its base form, with what it needs: "men who live in the valley".
_LIVES = re.compile(r"n(?=[pdor])")
_INNER = " \xa0“”\"'’‘»"


def phrase(t: Tokens, last: int) -> int:
    """The first word of the noun phrase that ends with the word `last`; `last` + 1 where none ends there."""
    k, lowest = t.kinds, max(0, last + 1 - LONGEST)
    j, joined = last, -1
    while j >= lowest:
        kind = k[j]
        if kind in ")q":
            opening = _opening(t, j, j == last, lowest)
            if opening < 0:
                return last + 1
            if opening > j:
                break
            j = opening
        elif kind == "&":
            if j == last:
                return last + 1
            joined = j if joined < 0 else joined
        elif kind == "w" and j < last and _LIVES.match(k, j + 1):
            pass
        elif kind in "swt":
            return j + (j != last)
        elif _finite(t, j, last):
            relative = _relative(k, j, lowest)
            if relative < 0:
                return joined + 1 if joined >= 0 and j < last else j + 1
            j = relative
        elif kind in _BREAK or (kind == "," and not (joined >= 0 and _listed(k, j, lowest))):
            break
        elif kind == "d" and j > 0 and k[j - 1] not in "dpo&r":
            held = _held(k, j - 1, lowest)
            if held < 0:
                return j
            j = held
        j -= 1
    return _stripped(k, j + 1, last + 1)


def _opening(t: Tokens, place: int, last: bool, lowest: int) -> int:
    """The place of the sign that opens what is closed here; the place behind where it ends a saying; -1 to give up."""
    k = t.kinds
    found = k.rfind("(" if k[place] == ")" else "q", lowest, place)
    saying = k[place] == "q" and spoken(t, place) != ""
    if last and k[place] == "q" and (saying or found < 0):
        return -1
    return place + 1 if found < 0 or saying else found


def _finite(t: Tokens, place: int, last: int) -> bool:
    """Whether a verb stands here that is the verb of another clause: in "officers posted in the area" none is."""
    k = t.kinds
    if k[place] == "e":
        return place < last and k[place + 1] not in "pon"
    hung = k[place : place + 2] in ("vp", "vo") and t.words[place].endswith("ed")
    return k[place] in "vx" and not (hung and k[place - 1 : place] in ("n", "N"))


def _held(k: str, verb: int, lowest: int) -> int:
    """The place of the pronoun or participle whose object stands behind it: "men who crossed the river"."""
    if k[verb] in "ve":
        return _relative(k, verb, lowest)
    return verb if k[max(0, verb - 1) : verb + 1] in ("ng", "Ng") else -1


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


def _stripped(k: str, first: int, end: int) -> int:
    """The first word without conjunctions, prepositions and a time in front of it."""
    while first < end and (k[first] in "rb&pouy," or _LATER.match(k, first, end)):
        time = _TIME_HEAD.match(k, first, end)
        first = time.end() if time and first < time.end() < end else first + 1
    return first


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


def spoken(t: Tokens, mark: int) -> str:
    """The sign before the closing mark at this place if it ends a saying, otherwise nothing."""
    at = t.starts[mark] - 1
    while at > 0 and t.text[at] in _INNER:
        at -= 1
    return t.text[at] if t.text[at] in ",.?!…—" else ""
