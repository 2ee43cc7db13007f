"""Cues in the passive: what was said stands before them, and whoever said so behind "by", or nowhere."""

from __future__ import annotations

from toolkit.claims.attribution import subjects
from toolkit.claims.attribution.contents import Opening, opening
from toolkit.claims.attribution.cues import Cue, cues
from toolkit.claims.attribution.head import Head
from toolkit.claims.text import phrases
from toolkit.claims.text.tokens import Tokens
from toolkit.claims.vocabulary import load, words

_TABLE = load("attribution")["passive"]
_REPUTED, _CHECKED = words(_TABLE["reputed"]), words(_TABLE["checked"])
BE = words("is are was were be been being 's ’s isn't isn’t wasn't wasn’t weren't weren’t aren't aren’t")


def by(t: Tokens, place: int, entry: Cue) -> Head | None:
    """ "as reported by the agency", "were denied by Kyiv", "a plan, first reported by the paper"."""
    k = t.kinds
    source = subjects.inverted(t, place + 1)
    if not source:
        return None
    after = opening(t, place, entry, skip=source[1])
    first = place
    while first > 0 and k[first - 1] in "xr":
        first -= 1
    cue = (first, place + 2)
    if first and t.words[first - 1] == "as":
        bound = first - 2 if k[first - 2 : first - 1] == "," else first - 1
        return Head(place, cues()["according"], source, (first - 1, place + 2), bound, after)
    if any(w in BE for w in t.words[first:place]):
        subject = subjects.before(t, place)
        if subject is None:
            return None
        if after.mode in ("that", "clause", "quote", "purpose") and "hearer" in entry.frames:
            return Head(place, entry, source, cue, subject.bound, after)
        return Head(place, entry, source, cue, subject.bound, after, (subject.first, subject.end))
    if first > 1 and k[first - 1] == "," and k[first - 2] in "nN":
        begin = phrases.phrase(t, first - 2)
        return Head(place, entry, source, cue, -2, after, (begin, first - 1)) if begin < first - 1 else None
    return None


def passive(
    t: Tokens, place: int, entry: Cue, start: Opening, subject: subjects.Subject | None
) -> Head | None:
    """ "was quoted as saying", "was told that", "is said to", "could not be confirmed"."""
    if subject is None:
        return None
    cue, own = (subject.verb, start.cue_end), (subject.first, subject.end)
    if t.words[place + 1 : place + 2] == ["as"] and t.words[place + 2 : place + 3] in (
        ["saying"],
        ["telling"],
    ):
        after = opening(t, place + 2, cues()["saying"])
        return Head(place, cues()["saying"], own, (subject.verb, place + 3), subject.bound, after)
    if start.mode == "that" or ("hearer" in entry.frames and start.mode in ("clause", "quote")):
        return Head(place, entry, None, cue, subject.bound, start)
    if start.mode == "purpose" and entry.lemma in _REPUTED:
        return Head(place, entry, None, cue, subject.bound, start, own)
    if start.mode in ("end", "comma") and entry.lemma in _CHECKED:
        return Head(place, entry, None, cue, subject.bound, start, own)
    return None
