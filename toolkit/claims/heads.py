"""Cues in their places: each cue word of a sentence with the source it belongs to and the way its content is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.claims import subjects
from toolkit.claims.contents import Opening, opening
from toolkit.claims.cues import Cue, cues
from toolkit.claims.tokens import Tokens
from toolkit.claims.vocabulary import load, words

_TABLE = load("attribution")
_ATTITUDE = words(_TABLE["verbs"]["attitude"])
_AFTER_TO, _TO_CUES = words(_TABLE["infinitives"]["after"]), words(_TABLE["infinitives"]["cues"])
_REPUTED, _CHECKED = words(_TABLE["passive"]["reputed"]), words(_TABLE["passive"]["checked"])
_NOBODY = words(_TABLE["colon"]["nobody"])
_BE = words("is are was were be been being 's ’s isn't isn’t wasn't wasn’t weren't weren’t aren't aren’t")
_PLURAL = words("they we i you who that some many others most several people both these those")
_OWNERS = words("his her its their our my your")
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_AROUND = words("by after without from in while when before with")
_COLON = Cue(":", "past", frozenset({"clause", "quotation"}))
_SPEAKER = re.compile(r"N{1,4}:(?=.)")
_EMBEDDING = "tvncxp"
_QUOTATION = frozenset({"quotation"})
_NAMING = words("call dub label")
_THINGS = frozenset(("object", "thing", "evidence", "purpose"))
_SAYINGS = words(_TABLE["evidence"]["sayings"])
_NOUNLIKE = words(_TABLE["classes"]["nounlike"])
_UNREAL = words("if unless whether")
_VOUCHING, _EVIDENCE = words(_TABLE["evidence"]["cues"]), words(_TABLE["evidence"]["nouns"])


@dataclass(slots=True)
class Head:
    """A cue in its place; phrases are (first, end) in words of the sentence, end exclusive.

    `bound` is the place just before its clause, -1 at the start of the sentence, -2 where it has none of its own;
    `given` is a phrase that is content by its place, such as the subject of "could not be confirmed".
    """

    place: int
    entry: Cue
    source: tuple[int, int] | None
    cue: tuple[int, int]
    bound: int
    opening: Opening
    given: tuple[int, int] | None = None


def heads(t: Tokens, places: list[int]) -> list[Head]:
    """The heads of a sentence in text order, given the places of its cue words."""
    found: list[Head] = []
    for place in places:
        head = _according(t, place) if t.words[place] == "according" else _cue(t, place, found)
        if head:
            found.append(head)
    return found


def speaker(t: Tokens, first: bool) -> Head | None:
    """The head of a line such as "Mayor: Bridge Is Safe" or "SMITH: I disagree"; `first` where it opens the text."""
    named = _SPEAKER.match(t.kinds)
    if not named or set(t.words[: named.end() - 1]) & _NOBODY or len(t) < named.end() + 2:
        return None
    end = named.end() - 1
    written = t.text[t.starts[0] : t.ends[end - 1]]
    if not (first or (written.isupper() and len(written) > 3) or t.kinds[end + 1] == "q"):
        return None
    mode = "quote" if t.kinds[end + 1] == "q" else "colon"
    return Head(end, _COLON, (0, end), (end, end + 1), -2, Opening(mode, end + 1, end + 1))


def _according(t: Tokens, place: int) -> Head | None:
    """ "According to the ministry": the source is what follows, up to a sign or a verb."""
    if t.words[place + 1 : place + 2] != ["to"]:
        return None
    k, end = t.kinds, place + 2
    while end < len(t) and k[end] not in ",;:-bwtvxs." and not (k[end] == "u" and end > place + 2):
        end += 1
    if end < len(t) and k[end] == "s" and end == place + 2:
        end += 1
    sign = k[end] if end < len(t) else ""
    close = subjects.trimmed(t, place + 2, end)
    if sign == "," and place <= 2 and (t.words[end + 1 : end + 2] in (["a"], ["an"]) or k[end + 1 : end + 2] == "w"):
        second = k.find(",", end + 1)
        close, end = (second, second) if second >= 0 else (close, end)
    start = Opening("comma" if sign == "," else "end", end, place + 2)
    if sign == "," and place > 2 and k[end + 1 : end + 2] in ("d", "w"):
        start = start._replace(mode="end")
    source = (place + 2, close)
    if source[1] <= source[0]:
        return None
    return Head(place, cues()["according"], source, (place, place + 2), place - 1, start)


def _cue(t: Tokens, place: int, earlier: list[Head]) -> Head | None:
    k, entry = t.kinds, cues()[t.words[place]]
    if "noun" in entry.frames and _nominal(t, place, entry):
        return _noun(t, place, entry)
    if entry.form == "noun" or t.words[place + 1 : place + 2] in (["tank"], ["tanks"]):
        return None
    if place and k[place - 1] == "o":
        return _infinitive(t, place, entry, earlier)
    before = t.words[place - 1] if place else ""
    if entry.form in ("past", "participle") and t.words[place + 1 : place + 2] == ["by"]:
        return _by(t, place, entry)
    if entry.form != "ing" and (before.endswith(_POSSESSIVE) or k[place - 1 : place] in ("d", "p")):
        return None
    subject = subjects.before(t, place)
    start = opening(t, place, entry)
    if entry.frames == _QUOTATION and start.mode != "quote" and k[place - 1 : place] != "q" and "q" not in k[:place]:
        return None
    group = t.words[subject.verb : place] if subject else []
    if entry.form == "ing" and not any(w in _BE for w in group):
        return _participle(t, place, entry, start, earlier)
    if entry.form in ("past", "participle") and any(w in _BE for w in group):
        return _passive(t, place, entry, start, subject)
    if entry.form == "base" and subject and not _agrees(t, place, subject):
        return None
    if subject is None:
        return _shared(t, place, entry, start, earlier)
    if entry.lemma in _ATTITUDE and k[subject.bound : subject.bound + 1] in ("v", "t"):
        return None
    if subject.bound >= 0 and t.words[subject.bound] in _UNREAL:
        return None
    if t.words[place] in _NOUNLIKE and not _subject_of_third(t, place, subject):
        return None
    if entry.form == "past" and k[subject.end - 1] == "m" and k[place + 1 : place + 2] == "n":
        return None
    if _is_name(t, place, entry, subject) or (k[subject.first] == "t" and start.mode == "comma"):
        return None
    if k[place - 1] == "," and start.mode == "phrase" and not entry.frames & _THINGS:
        return _shared(t, place, entry, start, earlier)
    if entry.lemma in _VOUCHING and start.mode != "that" and not _vouches(t, subject):
        return None
    first, end = subject.first, subject.end
    if t.words[first] == "that" and end - first == 1 and (owner := subjects.antecedent(t, first)):
        first, end = owner
    return Head(place, entry, (first, end), (subject.verb, start.cue_end), subject.bound, start)


def _subject_of_third(t: Tokens, place: int, subject: subjects.Subject) -> bool:
    """Whether a form like "claims" can be a verb here: no noun behind an adjective, or before what hangs on a noun."""
    following = t.words[place + 1 : place + 2]
    if t.kinds[place + 1 : place + 2] in ("e", "v", "x", "g") or following in (["of"], ["by"], ["from"], ["about"]):
        return False
    return t.kinds[subject.first] in "dNsw"


def _is_name(t: Tokens, place: int, entry: Cue, subject: subjects.Subject) -> bool:
    """ "a company called Northwind": the word only gives a name."""
    return (
        entry.form == "past"
        and subject.verb == place
        and t.words[subject.first] in ("a", "an")
        and t.kinds[place + 1 : place + 2] in ("N", "q")
        and entry.lemma in _NAMING
    )


def _nominal(t: Tokens, place: int, entry: Cue) -> bool:
    """Whether a word that can be a verb or a noun is the noun here."""
    before = t.words[place - 1] if place else ""
    kind = t.kinds[place - 1] if place else ""
    if entry.form == "base":
        plural = kind in ("n", "N", "v") and before.endswith("s") and not before.endswith(_POSSESSIVE)
        return kind not in ("x", "r", "s", "o", "&") and not plural
    return entry.form == "noun" or kind in ("d", "p") or before.endswith(_POSSESSIVE)


def _noun(t: Tokens, place: int, entry: Cue) -> Head | None:
    """ "Kyiv's claim that ...", "claims by officials that ..."; only with "that"."""
    k, at, source = t.kinds, place + 1, None
    if t.words[at : at + 1] in (["by"], ["from"]) and (phrase := subjects.inverted(t, at)):
        source, at = phrase, phrase[1]
    if k[at : at + 1] != "t":
        return None
    first = place
    while first > 0 and k[first - 1] in "nemr" and place - first < 3 and not t.words[first - 1].endswith(_POSSESSIVE):
        first -= 1
    if first and source is None:
        owner = t.words[first - 1]
        if owner in _OWNERS:
            source = (first - 1, first)
        elif owner.endswith(_POSSESSIVE):
            source = (min(subjects.phrase(t, first - 1), first - 1), first)
        elif k[first - 1] == "N" and first < place + 1 and k[first - 2 : first - 1] != "p":
            source = (first - 1, first)
    return Head(place, entry, source, (place, place + 1), -2, Opening("that", at, place + 1))


def _agrees(t: Tokens, place: int, subject: subjects.Subject) -> bool:
    """Whether a base form can be the verb of this subject: behind an auxiliary, or the subject is a plural."""
    if subject.verb < place and any(k == "x" for k in t.kinds[subject.verb : place]):
        return True
    last = t.words[subject.end - 1]
    return last in _PLURAL or (last.endswith("s") and t.kinds[subject.end - 1] in "nN") or "&" in t.kinds[subject.first : subject.end]


def _vouches(t: Tokens, subject: subjects.Subject) -> bool:
    """Whether the subject is a person, a body or a document, and no mere circumstance ("such developments")."""
    kinds, said = t.kinds[subject.first : subject.end], t.words[subject.first : subject.end]
    return bool(_EVIDENCE & set(said)) or (kinds[-1] in "Nsw") or kinds[0] == "N"


def _latest(t: Tokens, earlier: list[Head], place: int) -> tuple[int, int] | None:
    """The source that a cue without a subject shares: of the cue before it that is in no other's content, or the subject."""
    own = [h for h in earlier if h.source]
    free = [h for h in own if h.bound < 0 or t.kinds[h.bound] not in _EMBEDDING]
    return (free or own)[-1].source if own else subjects.main(t, place)


def _participle(t: Tokens, place: int, entry: Cue, start: Opening, earlier: list[Head]) -> Head | None:
    """ "..., adding that", "a letter saying", "by saying"."""
    first = place
    while first > 0 and t.kinds[first - 1] == "r":
        first -= 1
    kind = t.kinds[first - 1] if first else ""
    if kind == "" or (first == 1 and kind in "pu"):
        source = subjects.main(t, len(t), after_comma=True)
    elif kind in "nNy" and start.mode != "end":
        begin = subjects.phrase(t, first - 1)
        source = (begin, first) if begin < first else None
        if begin > 1 and _SAYINGS & set(t.words[begin:first]):
            source = _latest(t, earlier, begin)
    elif kind in ",&b-qus" or (kind == "p" and t.words[first - 1] in _AROUND):
        if "evidence" in entry.frames and not earlier:
            return None
        source = _latest(t, earlier, first)
    else:
        return None
    return Head(place, entry, source, (first, start.cue_end), first - 1 if kind in (",", "&", "b") else -2, start)


def _infinitive(t: Tokens, place: int, entry: Cue, earlier: list[Head]) -> Head | None:
    """ "went on to say", "declined to say"."""
    if entry.lemma not in _TO_CUES or place < 2 or t.words[place - 2] not in _AFTER_TO:
        return None
    verb = place - 2 - (t.words[place - 2] == "on")
    if verb < 0:
        return None
    subject = subjects.before(t, verb)
    source = (subject.first, subject.end) if subject else _latest(t, earlier, verb)
    first = subject.verb if subject else verb
    return Head(place, entry, source, (first, place + 1), subject.bound if subject else -2, opening(t, place, entry))


def _shared(t: Tokens, place: int, entry: Cue, start: Opening, earlier: list[Head]) -> Head | None:
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
    if kind == "," and t.words[place] in _NOUNLIKE:
        return None
    if kind in ("&", "b", ",") and (entry.form != "base" or "x" in k[first:place]):
        source = _latest(t, earlier, first)
        if source:
            return Head(place, entry, source, (first, start.cue_end), first - 1, start)
    return None


def _by(t: Tokens, place: int, entry: Cue) -> Head | None:
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
    if any(w in _BE for w in t.words[first:place]):
        subject = subjects.before(t, place)
        if subject is None:
            return None
        if after.mode in ("that", "clause", "quote", "purpose") and "hearer" in entry.frames:
            return Head(place, entry, source, cue, subject.bound, after)
        return Head(place, entry, source, cue, subject.bound, after, (subject.first, subject.end))
    if first > 1 and k[first - 1] == "," and k[first - 2] in "nN":
        begin = subjects.phrase(t, first - 2)
        return Head(place, entry, source, cue, -2, after, (begin, first - 1)) if begin < first - 1 else None
    return None


def _passive(t: Tokens, place: int, entry: Cue, start: Opening, subject: subjects.Subject | None) -> Head | None:
    """ "was quoted as saying", "was told that", "is said to", "could not be confirmed"."""
    if subject is None:
        return None
    cue, own = (subject.verb, start.cue_end), (subject.first, subject.end)
    if t.words[place + 1 : place + 2] == ["as"] and t.words[place + 2 : place + 3] in (["saying"], ["telling"]):
        after = opening(t, place + 2, cues()["saying"])
        return Head(place, cues()["saying"], own, (subject.verb, place + 3), subject.bound, after)
    if start.mode == "that" or ("hearer" in entry.frames and start.mode in ("clause", "quote")):
        return Head(place, entry, None, cue, subject.bound, start)
    if start.mode == "purpose" and entry.lemma in _REPUTED:
        return Head(place, entry, None, cue, subject.bound, start, own)
    if start.mode in ("end", "comma") and entry.lemma in _CHECKED:
        return Head(place, entry, None, cue, subject.bound, start, own)
    return None
