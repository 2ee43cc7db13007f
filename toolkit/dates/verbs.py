"""What one word of a clause tells of its time: "will" looks ahead, "met" looks back, "opens" is of what is arranged.

A verb is known by its form and by the word before it, adverbs apart: "the talks were held" is past, "to be held" and
"is held" are not; "voters go" and "Parliament votes" are verbs, "the Senate vote" is none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from toolkit.dates.lazy import lazily
from toolkit.dates.vocabulary import words

WORD = lazily(r"[A-Za-z]+(?:['’]t\b)?")
AHEAD, BACK, PRESENT, OPEN, NEAR = "ahead", "back", "present", "open", "near"
DETERMINERS = {"a", "an", "the", "their", "its", "his", "her", "our", "my", "your", "no", "any", "this"}
NOT_A_VERB_AFTER = {*DETERMINERS, "be", "being", "maybe", "still", "as"}
IS = {"is", "are", "re", "am", "isn't", "aren't"}
PERFECT = {"had", "been"}
# Words that tell only with what follows them: "plans to leave", "given until Friday", "are Friday".
LEADING = ("ahead_before_to", "ahead_up_to", "ahead_beside")
WAS = {"was", "were", "been", "had", "has", "have", "ve"}
HAVE = {"has", "have", "ve"}
NOBODY = {"neither", "nor", "none", "nobody", "no"}
PLURAL = lazily(r"..(?<![sui])s$")
SINGULAR = {"was", "has", "his", "its", "as", "does"}


def third(verb: str) -> str:
    """
    >>> third("open"), third("go"), third("fly")
    ('opens', 'goes', 'flies')
    """
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def doing(verb: str, doubled: bool = False) -> str:
    """
    >>> doing("open"), doing("arrive"), doing("run", doubled=True)
    ('opening', 'arriving', 'running')
    """
    return (verb[:-1] if verb.endswith("e") else verb + verb[-1] * doubled) + "ing"


@cache
def cues() -> dict[str, frozenset[str]]:
    """The cues of the vocabulary by their kind."""
    return {name: frozenset(listed) for name, listed in words()["cues"].items()}


@cache
def kinds() -> dict[str, str]:
    """Word -> the kind that `tells` weighs it as; of two kinds the one that is named last."""
    known = cues()
    only, plain, either = known["arranged"], known["arranged_plain_noun"], known["arranged_noun"]
    listed = {
        "leads": {each for kind in LEADING for each in known[kind] if not each.endswith("ed")},
        "ing": {doing(verb, verb in known["doubled"]) for verb in only | plain | either},
        "third": {third(verb) for verb in only | plain},
        "third_or_noun": {third(verb) for verb in either | known["meant"]},
        "base": only,
        "base_or_noun": plain | either | known["meant"],
        "pair": {pair.split()[-1] for pair in pairs()},
        **{
            kind: known[kind]
            for kind in ("modal", "past", "past_or_base", "saying", "back", "ahead", "neither")
        },
    }
    found = {word: kind for kind, words_ in listed.items() for word in words_}
    return found | {word.replace("'", "’"): kind for word, kind in found.items() if "'" in word}


@cache
def pairs() -> dict[str, str]:
    known = cues()
    return dict.fromkeys(known["ahead_pairs"], AHEAD) | dict.fromkeys(known["back_pairs"], BACK)


@cache
def telling() -> frozenset[str]:
    """The words that tell something, or lead to what tells; of all others only those in -ed do."""
    known = cues()
    pairs_ = {pair.split()[-1] for pair in known["ahead_unless_back"]}
    return frozenset({"to", *kinds(), *pairs_}.union(*(known[kind] for kind in ("aside", *LEADING))))


def may_tell(listed: list[str]) -> bool:
    """Whether one of the words could tell anything, whatever stands around it."""
    joined = " ".join([*listed, ""])
    return "ed " in joined or not kinds().keys().isdisjoint(joined.lower().split())


def tells(listed: list[str], at: int) -> str:
    """What the word at a place of a clause tells: AHEAD, BACK, PRESENT (of what is arranged), OPEN or nothing.

    >>> tells("They will not meet".split(), 1), tells("He opens it".split(), 1), tells("the open letter".split(), 1)
    ('ahead', 'present', '')
    """
    word = listed[at].lower()
    kind = kinds().get(word) or ("participle" if word.endswith("ed") and len(word) > 4 else "")
    if not kind:
        return ""
    subject, outer = _before(listed, at)
    if at and (way := pairs().get(f"{listed[at - 1].lower()} {word}")):
        return OPEN if way == AHEAD and (subject in PERFECT or outer.lower() in PERFECT) else way
    weigh = WEIGHED.get(kind)
    return weigh(listed, at, subject, outer) if weigh else ""


def _before(listed: list[str], at: int) -> tuple[str, str]:
    """The word before a place, adverbs apart, and the one before that."""
    at -= 1
    while at >= 0 and (listed[at].endswith("ly") or listed[at] in cues()["adverbs"]):
        at -= 1
    return (listed[at] if at >= 0 else ""), (listed[at - 1] if at > 0 else "")


def _ahead(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "is expected", "has been rescheduled", but "had been expected" may have come otherwise."""
    return OPEN if subject in PERFECT and outer not in HAVE else AHEAD


def _modal(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "may come", but "may have come", "nobody could come"; "May" and "the might" are none."""
    if not listed[at].islower() or subject in DETERMINERS:
        return ""
    if listed[at] == "could" and listed[at + 1 : at + 2] == ["be"] and listed[at + 2 : at + 3] in SENSED:
        return BACK
    nobody = listed[at] == "could" and not NOBODY.isdisjoint(word.lower() for word in listed[:at])
    return BACK if nobody or _perfect(listed, at) else AHEAD


SENSED = (["seen"], ["heard"], ["felt"], ["smelled"], ["smelt"])  # "could be heard on Saturday"
AS_BASE = frozenset(
    ("run", "come", "become", "put", "cut", "set", "hit", "let", "shut", "cost", "quit", "split", "burst")
)
"""Participles that are like the present: "should have run"."""


def _perfect(listed: list[str], at: int) -> bool:
    """ "may have come", "might not have opened"."""
    after = listed[at + 1 : at + 5]
    done = after[after.index("have") + 1 :] if "have" in after[:3] else ["-"]
    done = [word for word in done if not word.endswith("ly") and word not in cues()["adverbs"]][:1]
    return all(word.endswith(("ed", "en")) or word in cues()["past"] or word in AS_BASE for word in done)


def _past(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "met", but neither "to be met", "is met" nor "the shot"."""
    return "" if subject in ("the", "a", "an", "be", "being") or subject in IS else _told(subject, outer)


def _told(subject: str, outer: str) -> str:
    """What has happened bears no date of its own ("has invited them for Friday"); what may have happened does."""
    if subject == "have" and outer in ("will", "ll"):
        return AHEAD
    return OPEN if subject in HAVE and outer not in cues()["helpers"] else BACK


def _helper(listed: list[str], at: int, subject: str, outer: str) -> str:
    if listed[at] not in HAVE:
        return "" if subject == "be" else BACK
    return "" if subject in cues()["helpers"] else OPEN


def _participle(listed: list[str], at: int, subject: str, outer: str) -> str:
    if outer in cues()["helpers"] and subject.islower() and subject not in HAVE:  # "to visit flooded towns"
        return ""
    return "" if subject in NOT_A_VERB_AFTER or subject in IS else _told(subject, outer)


def _saying(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "said" leads to what may be yet to come; "was announced" does not."""
    return BACK if subject in WAS else OPEN if _participle(listed, at, subject, outer) else ""


def _past_or_base(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "cut its price", but neither "a price cut" nor "will cut its price"; "set Friday" for what may be to come."""
    after = listed[at + 1] if at + 1 < len(listed) else ""
    if not after and listed[at] == "set":
        return OPEN
    if (
        subject in cues()["helpers"]
        or outer in cues()["helpers"]
        or subject in NOT_A_VERB_AFTER
        or subject in IS
    ):
        return ""
    return (
        BACK
        if subject in WAS or after in cues()["objects"] or after in DETERMINERS or after[:1].isupper()
        else ""
    )


def _doing(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "is leaving Friday"; "was leaving" may be meant of what was to come."""
    return PRESENT if subject in IS else OPEN if subject in ("was", "were") else ""


def _third(listed: list[str], at: int, subject: str, outer: str) -> str:
    return "" if subject in NOT_A_VERB_AFTER or subject in cues()["helpers"] else PRESENT


def _third_or_noun(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "Parliament votes", "the committee votes", but not "many votes"."""
    named = subject[:1].isupper() and subject.lower() not in DETERMINERS
    return PRESENT if named or subject in cues()["persons"] or outer.lower() in DETERMINERS else ""


AN_ASIDE = ("week", "month", "year", "weekend", "spring", "summer", "autumn", "winter")


def _base(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "Polls open", "Peru and Chile meet"; also "Arsenal host Leeds" and "the shop is open Friday"."""
    named = subject[:1].isupper() and subject.lower() not in DETERMINERS
    named = named or (
        subject in AN_ASIDE and outer in ("last", "this")
    )  # "talks, put off last week, resume on"
    return PRESENT if named or subject in IS else _base_or_noun(listed, at, subject, outer)


def _base_or_noun(listed: list[str], at: int, subject: str, outer: str) -> str:
    """ "voters go", "Arsenal host Leeds", but not "the Senate vote"."""
    if subject.lower() in cues()["people"] or PLURAL.search(subject):
        return PRESENT if outer.lower() != "of" and subject not in SINGULAR else ""
    after = listed[at + 1] if at + 1 < len(listed) else ""
    return PRESENT if subject[:1].isupper() and after[:1].isupper() else ""


Weigh = Callable[[list[str], int, str, str], str]
WEIGHED: dict[str, Weigh] = {
    "ahead": _ahead,
    "modal": _modal,
    "back": _helper,
    "past": _past,
    "participle": _participle,
    "saying": _saying,
    "past_or_base": _past_or_base,
    "ing": _doing,
    "third": _third,
    "third_or_noun": _third_or_noun,
    "base": _base,
    "base_or_noun": _base_or_noun,
}
