"""Cues without a subject before them: participles, infinitives, nouns, verbs that share a subject or precede it."""

from __future__ import annotations

from toolkit.claims.attribution import subjects
from toolkit.claims.attribution.contents import Opening, opening
from toolkit.claims.attribution.cues import Cue
from toolkit.claims.attribution.head import Head, latest
from toolkit.claims.text import phrases
from toolkit.claims.text.tokens import Tokens
from toolkit.claims.vocabulary import load, words

_TABLE = load("attribution")
_AFTER_TO, _TO_CUES = words(_TABLE["infinitives"]["after"]), words(_TABLE["infinitives"]["cues"])
_THIN = words(_TABLE["verbs"]["thin"]) - words("add write state conclude") | {"report"}
_CITING = words("cite quote describe")
_TOLD_OF = words("report reports statement statements remark remarks comment comments testimony demand offer")
_SAYINGS = words(_TABLE["evidence"]["sayings"])
_OWNERS = words("his her its their our my your")
_AROUND = words("by after without from in while when before with")
NOUNLIKE = words(_TABLE["classes"]["nounlike"])
POSSESSIVE = ("’s", "'s", "s’", "s'")


def noun(t: Tokens, place: int, entry: Cue) -> Head | None:
    """ "Kyiv's claim that ...", "claims by officials that ..."; only with "that"."""
    k, at, source = t.kinds, place + 1, None
    if t.words[at : at + 1] in (["by"], ["from"]) and (phrase := subjects.inverted(t, at)):
        source, at = phrase, phrase[1]
    if k[at : at + 1] != "t" or k[at + 1 : at + 2] in tuple("vxe"):
        return None
    first = place
    while (
        first > 0
        and k[first - 1] in "nemr"
        and place - first < 3
        and not t.words[first - 1].endswith(POSSESSIVE)
    ):
        first -= 1
    if first and source is None:
        owner = t.words[first - 1]
        if owner in _OWNERS:
            source = (first - 1, first)
        elif owner.endswith(POSSESSIVE):
            source = (min(phrases.phrase(t, first - 1), first - 1), first)
        elif k[first - 1] == "N" and first < place + 1 and k[first - 2 : first - 1] != "p":
            source = (first - 1, first)
    if source is None and t.words[place] in _TOLD_OF:
        return None
    return Head(place, entry, source, (place, place + 1), -2, Opening("named", at, place + 1))


def participle(t: Tokens, place: int, entry: Cue, start: Opening, earlier: list[Head]) -> Head | None:
    """ "..., adding that", "a letter saying", "by saying"."""
    first = place
    while first > 0 and t.kinds[first - 1] == "r":
        first -= 1
    kind = t.kinds[first - 1] if first else ""
    if entry.lemma in _THIN and start.mode != "that":
        return None
    source: tuple[int, int] | None
    if kind == "u" and t.words[first - 1] == "as" and earlier and earlier[-1].entry.lemma in _CITING:
        begin = earlier[-1].opening.place
        source = (begin, phrases.trimmed(t, begin, first - 1))
    elif kind == "" or (first == 1 and kind in "pu"):
        source = subjects.main(t, len(t), after_comma=True)
    elif kind in "nNy" and start.mode != "end":
        begin = phrases.phrase(t, first - 1)
        source = (begin, first) if begin < first else None
        if begin > 1 and _SAYINGS & set(t.words[begin:first]):
            source = latest(t, earlier, begin)
    elif kind in ",&b-qus" or (kind == "p" and t.words[first - 1] in _AROUND):
        if "evidence" in entry.frames and not earlier:
            return None
        source = latest(t, earlier, first)
    else:
        return None
    return Head(
        place, entry, source, (first, start.cue_end), first - 1 if kind in (",", "&", "b") else -2, start
    )


def infinitive(t: Tokens, place: int, entry: Cue, earlier: list[Head]) -> Head | None:
    """ "went on to say", "declined to say"."""
    if entry.lemma not in _TO_CUES or place < 2 or t.words[place - 2] not in _AFTER_TO:
        return None
    verb = place - 2 - (t.words[place - 2] == "on")
    if verb < 0:
        return None
    subject = subjects.before(t, verb)
    source = (subject.first, subject.end) if subject else latest(t, earlier, verb)
    first = subject.verb if subject else verb
    return Head(
        place, entry, source, (first, place + 1), subject.bound if subject else -2, opening(t, place, entry)
    )


def shared(t: Tokens, place: int, entry: Cue, start: Opening, earlier: list[Head]) -> Head | None:
    """A cue with its subject behind it ("said Smith") or before another verb ("spoke and said")."""
    k, first = t.kinds, place
    while first > 0 and k[first - 1] in "xr":
        first -= 1
    kind = k[first - 1] if first else ""
    if entry.form in ("past", "third") and (kind in (",", "q", "-") or place == 0):
        phrase = subjects.inverted(t, place)
        if phrase:
            after = opening(t, place, entry, skip=phrase[1])
            return Head(place, entry, phrase, (first, place + 1), first - 1, after)
    if kind == "," and t.words[place] in NOUNLIKE:
        return None
    if kind in ("&", "b", ",") and (entry.form != "base" or "x" in k[first:place]):
        source = latest(t, earlier, first)
        if source:
            return Head(place, entry, source, (first, start.cue_end), first - 1, start)
    return None
