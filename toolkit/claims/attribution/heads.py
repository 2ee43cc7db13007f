"""Cues in their places: each cue word of a sentence with the source it belongs to and the way its content is taken."""

from __future__ import annotations

import re

from toolkit.claims.attribution import hanging, passives, subjects
from toolkit.claims.attribution.contents import Opening, finite, opening
from toolkit.claims.attribution.cues import Cue, cues
from toolkit.claims.attribution.hanging import NOUNLIKE, POSSESSIVE
from toolkit.claims.attribution.head import Head
from toolkit.claims.attribution.passives import BE
from toolkit.claims.text import phrases
from toolkit.claims.text.tokens import Tokens
from toolkit.claims.vocabulary import load, words

_TABLE = load("attribution")
_ATTITUDE = words(_TABLE["verbs"]["attitude"])
_NOBODY = words(_TABLE["colon"]["nobody"])
_PLURAL = words("they we i you who that some many others most several people both these those")
_COLON = Cue(":", "past", frozenset({"clause", "quotation"}))
_SPEAKER = re.compile(r"N{1,4}:(?=.)")
_QUOTATION = frozenset({"quotation"})
_OF = words("of by from about")
_NAMING = words("call dub label")
_SET_OFF = words("called named dubbed nicknamed known")
_A_NAME = re.compile(r"[pu]?N{1,4},")
# "The spokesman, Anna Holm,": an office with its name is a subject whatever follows.
_OFFICE_AND_NAME = re.compile(r"d?[nmN]{0,5}n,N{2,5},")
# "The head of the relief service in Goma, Anna Holm,".
_OFFICE_OF_AND_NAME = re.compile(r"d?[nmN]{1,6}(?:pd?[nmN]{1,5}){1,2},N{2,5},")
_THINGS = frozenset(("object", "thing", "evidence", "purpose"))
OFFICES = words(load("sources")["titles"])
_UNREAL = words("if unless whether")
_VOUCHING, _EVIDENCE = words(_TABLE["evidence"]["cues"]), words(_TABLE["evidence"]["nouns"])


def heads(t: Tokens, places: list[int]) -> list[Head]:
    """The heads of a sentence in text order, given the places of its cue words."""
    found: list[Head] = []
    for place in places:
        if found and place < found[-1].cue[1]:
            continue
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
    if mode == "colon" and written.isupper() is False and not finite(t, len(t)):
        return None
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
    close = phrases.trimmed(t, place + 2, end)
    apposed = sign == "," and (t.words[end + 1 : end + 2] in (["a"], ["an"]) or k[end + 1 : end + 2] == "w")
    if apposed and place <= 2:
        second = k.find(",", end + 1)
        close, end = (second, second) if second >= 0 else (close, end)
    mode = "comma" if sign == "," and not (apposed and place > 2) else "end"
    start = Opening(mode, end, place + 2)
    source = (place + 2, close)
    if source[1] <= source[0]:
        return None
    return Head(place, cues()["according"], source, (place, place + 2), place - 1, start)


def _cue(t: Tokens, place: int, earlier: list[Head]) -> Head | None:
    """The head of a cue word by its form; most words that can be cues are none where they stand."""
    k, entry = t.kinds, cues()[t.words[place]]
    if "noun" in entry.frames and _nominal(t, place, entry):
        return hanging.noun(t, place, entry)
    if entry.form == "noun" or t.words[place : place + 2] in (["think", "tank"], ["think", "tanks"]):
        return None
    if place and k[place - 1] == "," and t.words[place] in _SET_OFF and _A_NAME.match(k, place + 1):
        # "The missile, called Oreshnik, struck": a name and no more.
        return None
    if place and k[place - 1] == "o":
        return hanging.infinitive(t, place, entry, earlier)
    if entry.form in ("past", "participle") and t.words[place + 1 : place + 2] == ["by"]:
        return passives.by(t, place, entry)
    if entry.form != "ing" and place and (k[place - 1] in "dp" or t.words[place - 1].endswith(POSSESSIVE)):
        return None
    subject, start = subjects.before(t, place), opening(t, place, entry)
    if entry.frames == _QUOTATION and start.mode != "quote" and "q" not in k[:place]:
        return None
    passive = subject is not None and any(w in BE for w in t.words[subject.verb : place])
    if entry.form == "ing" and not passive:
        return hanging.participle(t, place, entry, start, earlier)
    if entry.form in ("past", "participle") and passive:
        return passives.passive(t, place, entry, start, subject)
    behind = start.mode == "phrase" and start.cue_end == place + 1 and not entry.frames & _THINGS
    # "The group, a project of volunteers, says troops hold it": nothing is told before the comma.
    told = subject is not None and (subject.first > 0 or ",d" not in k[:place])
    if subject is None or (behind and told and k[place - 1] == "," and _turned(t, place)):
        return hanging.shared(t, place, entry, start, earlier)
    for veto in _VETOES:
        if veto(t, place, entry, subject, start):
            return None
    source = subject.first, subject.end
    if t.words[source[0]] == "that" and source[1] - source[0] == 1:
        source = phrases.antecedent(t, source[0]) or source
    return Head(place, entry, source, (subject.verb, start.cue_end), subject.bound, start)


def _turned(t: Tokens, place: int) -> bool:
    """Whether the subject stands behind its verb: "..., said the mayor"."""
    kinds = t.kinds[:place]
    office = not OFFICES.isdisjoint(t.words[: kinds.find("p")]) and _OFFICE_OF_AND_NAME.fullmatch(kinds)
    return not (office or _OFFICE_AND_NAME.fullmatch(kinds)) and subjects.inverted(t, place) is not None


def _no_verb(t: Tokens, place: int, entry: Cue, subject: subjects.Subject, start: Opening) -> bool:
    """A base form that does not go with its subject, "claims of", "11 reported cases", "that said,"."""
    k, following = t.kinds, t.kinds[place + 1 : place + 2]
    if entry.form == "base":
        return not _agrees(t, place, subject)
    if t.words[place] in NOUNLIKE:
        hung = following in ("e", "v", "x", "g") or not _OF.isdisjoint(t.words[place + 1 : place + 2])
        return hung or k[subject.first] not in "dNsw"
    if entry.form == "past" and k[subject.end - 1] == "m" and following == "n":
        return True
    return k[subject.first] == "t" and start.mode == "comma"


def _unreal(t: Tokens, place: int, entry: Cue, subject: subjects.Subject, start: Opening) -> bool:
    """ "if Kyiv refuses"; "said she thought", which the first cue tells already."""
    bound = subject.bound
    if bound < 0:
        return False
    return t.words[bound] in _UNREAL or (entry.lemma in _ATTITUDE and t.kinds[bound] in "vt")


def _naming(t: Tokens, place: int, entry: Cue, subject: subjects.Subject, start: Opening) -> bool:
    """ "a company called Northwind": the word only gives a name."""
    named = t.kinds[place + 1 : place + 2] in ("N", "q") and entry.lemma in _NAMING and entry.form == "past"
    return named and subject.verb == place and t.words[subject.first] in ("a", "an")


def _circumstance(t: Tokens, place: int, entry: Cue, subject: subjects.Subject, start: Opening) -> bool:
    """ "such developments underscore": no person, body or document that could vouch for anything."""
    if entry.lemma not in _VOUCHING or start.mode == "that":
        return False
    kinds, said = t.kinds[subject.first : subject.end], t.words[subject.first : subject.end]
    return _EVIDENCE.isdisjoint(said) and kinds[-1] not in "Nsw" and kinds[0] != "N"


_VETOES = (_no_verb, _unreal, _naming, _circumstance)


def _nominal(t: Tokens, place: int, entry: Cue) -> bool:
    """Whether a word that can be a verb or a noun is the noun here."""
    before = t.words[place - 1] if place else ""
    kind = t.kinds[place - 1] if place else ""
    if entry.form == "base":
        plural = kind in ("n", "N", "v") and before.endswith("s") and not before.endswith(POSSESSIVE)
        return kind not in ("x", "r", "s", "o", "&") and not plural
    return entry.form == "noun" or kind in ("d", "p") or before.endswith(POSSESSIVE)


def _agrees(t: Tokens, place: int, subject: subjects.Subject) -> bool:
    """Whether a base form can be the verb of this subject: behind an auxiliary, or the subject is a plural."""
    if subject.verb < place and any(k == "x" for k in t.kinds[subject.verb : place]):
        return True
    last = t.words[subject.end - 1]
    return (
        last in _PLURAL
        or (last.endswith("s") and t.kinds[subject.end - 1] in "nN")
        or "&" in t.kinds[subject.first : subject.end]
    )
