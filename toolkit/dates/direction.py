"""Which way a clause looks from a date in it: ahead ("will meet on Friday") or back ("met on Friday").

What stands right beside the date speaks first: "ahead of Friday's vote", "Friday's attack". Else the verb that governs
the date decides. It is sought as a reader would: beside the date ("on Sunday issued a warning"), before it in its own
relative clause, before that clause, then behind it. What one word tells is weighed in `verbs`. Where no verb tells, a
bound may ("by Friday"), or an infinitive ("Court to hear case Monday").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.dates.beside import CLOSE, beside, nouns
from toolkit.dates.lazy import lazily
from toolkit.dates.undone import undone
from toolkit.dates.verbs import (
    AHEAD,
    BACK,
    DETERMINERS,
    IS,
    NEAR,
    NOT_A_VERB_AFTER,
    OPEN,
    PERFECT,
    PRESENT,
    WORD,
    cues,
    may_tell,
    telling,
    tells,
)

BEFORE, AFTER = 130, 60  # characters: about a clause on each side
FRONTED = 140  # behind a date that opens its sentence the subject stands first
HEADLINE = 8  # words before the infinitive of a headline
# Each branch looks back at the one sign it begins with, so that the search stops at such signs alone.
CLAUSE_BREAK = lazily(
    r"[.!?;\n“”\"`'](?:(?<=[.!?;])(?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z][a-z].)\s"
    r"|(?<=\n)\s*\n|(?<=[“”\"])|(?<=`)`|(?<=')')"
)
RELATIVES = {"which", "who", "that"}
RELATIVE = lazily(r"(?:,|\b(?:in|of|to|for|with))?\s(?:where|which|who|whom|whose|when)\s")
UP_TO = lazily(r"\b(until|till|to|through|by)\s+(?:early |mid-?|late )?$", re.IGNORECASE)
A_DAY = lazily(
    r"(?:day|\d|year|months|weeks|days)\s+$"
)  # "Monday through Wednesday", "six months through March"
LAST_UP_TO = ("until", "till", "to", "through", "by", "early", "mid", "mid-", "late")
# A chronicle tells in the present tense what has happened: "- June 3: Envoys meet in Istanbul".
BULLET = lazily(r"(?:\A|\n)[ \t*•·-]{0,4}\Z")
ENTRY = lazily(r",? ?(?::|--?|–|—)\s")
# "and in August he will resign": the date opens a clause of its own, if that has a verb.
CONJUNCT = lazily(
    r"[,;a-z] (?:and|but|while|whereas|yet|so|or) (?:then |later |again )?(?:in|on|by|from|until|since|during) "
    r"(?:the |early |late |mid-?)?\Z|[,;] (?:and|but|while|whereas|yet|so) (?:the |early |late |mid-?)?\Z"
)
LED = lazily(r"(?:\b(?:the|an?|th(?:is|at)|his|her|its|their|our)|['’]s)\s+$", re.IGNORECASE)
# "which had originally been scheduled for Monday"
FIRST_MEANT = lazily(
    r"\b(?:originally|initially) (?:been )?(?:scheduled|planned|set|due|booked|slated|meant|supposed|billed)"
    r"(?: to [a-z ]{1,30}?)?(?: for| on| in)? (?:the )?\Z"
)
# A name in quotes is no break: 'began drills, dubbed "Shield 23," on Monday'.
QUOTED_NAME = lazily(r"[“\"](?:[A-Z0-9][\w’'-]*[, ]{0,2}){1,5}[”\"]")
DEADLINE = lazily(r"[- ](?:[a-z]+ )?(?:deadline|date)\b")
A_NOUN = lazily(
    r"[- ](?!(?:and|or|to|in|at|on|for|with|by|after|before|when|while|as|from|that|which|who|is|are|was|were|"
    r"will|has|had|of|but|if|because|until|through|said|during|against|over|between|would)\b)[a-z]{3,}"
)


def direction(text: str, start: int, end: int) -> tuple[str, str]:
    """The way that the clause looks from a date at start to end, and the word that tells; both empty if none does.

    >>> text = "The ministry, which met in May, will meet on Friday."
    >>> direction(text, text.index("Friday"), text.index("Friday") + 6)
    ('ahead', 'will')
    >>> direction("They met on Friday.", 12, 18)
    ('back', 'met')
    >>> direction("They planned to leave on Friday.", 25, 31)
    ('ahead', 'planned')

    What was to be and did not come to pass, or was put off, lies NEAR: on the side where it is nearest.
    """
    left = max(0, start - BEFORE)
    cut = left > 0 and text[left - 1].isalpha()
    if "ally " in text[left:start] and FIRST_MEANT.search(text, left, start):
        return NEAR, "originally"
    way, cue = _direction(text[left:start], text[end : end + FRONTED], cut, len(text) > end + AFTER)
    if way and _apart(text, start, end, way):
        return "", ""
    other = undone(text, start, end, cue) if way == AHEAD else None
    return other or way, cue


def _apart(text: str, start: int, end: int, way: str) -> bool:
    """Whether the date belongs to a noun of which the verb tells nothing: "the June 24 treaty will hold", "was sold for
    May delivery", "they set a June 24 deadline"; but "the June 24 election will be close"."""
    if "day" in text[start:end] or not A_NOUN.match(text, end):
        return False
    before = text[max(0, start - 8) : start]
    if before.endswith("for "):
        return True
    if not LED.search(before):
        return False
    return DEADLINE.match(text, end) is not None or (way == AHEAD and not nouns().match(text, end))


@lru_cache(maxsize=1024)
def _direction(told: str, follows: str, cut: bool, goes_on: bool) -> tuple[str, str]:
    """The same of the words on both sides, with whether the left edge cuts a word and the text goes on."""
    if '"' in told or "“" in told:
        told = QUOTED_NAME.sub("thus", told)
    ends = told[-CLOSE:].rstrip().lower()
    if found := beside(told, follows, ends):
        return found
    entry = bool(ENTRY.match(follows) and BULLET.search("^" * cut + told))
    conjunct = CONJUNCT.search(told) is not None
    told = "" if entry else _clause(told, cut)
    before = WORD.findall(told)
    follows, *rest = CLAUSE_BREAK.split(follows[: AFTER if len(before) > 1 else FRONTED], maxsplit=1)
    after = WORD.findall(follows)
    if goes_on and not rest and after and follows[-1].isalpha():
        after.pop()
    if conjunct and len(after) > 1 and (own := next(_ways_behind(after), NOT_TOLD))[0] in (AHEAD, BACK):
        return own[:2]
    up_to = UP_TO.search(told) if ends.endswith(LAST_UP_TO) else None
    if may_tell(before) or may_tell(after):
        way, cue = _by_verb(told, before, after, up_to is not None, follows.startswith(","))
        if way == PRESENT and entry:
            return "", ""
        if way:
            return (AHEAD if way == PRESENT else "" if way == OPEN else way), cue
    if up_to and up_to[1].lower() != "to" and not A_DAY.search(told, 0, up_to.start()):
        return AHEAD, up_to[1]
    return (AHEAD, "to") if _headline(before) else ("", "")


def _by_verb(told: str, before: list[str], after: list[str], up_to: bool, ends: bool) -> tuple[str, str]:
    """The same by the verbs on both sides; `ends` says that a comma ends the clause of the date."""
    relative = [found.start() for found in RELATIVE.finditer(told)] if "wh" in told else []
    own = before[len(WORD.findall(told[: relative[-1]])) :] if relative else before
    quotes = after[:1] == ["that"]  # "told them Friday that ..."
    behind = NOT_TOLD if quotes else next(_ways_behind(after), NOT_TOLD)
    nearest = next(_ways_before(own, up_to, quotes), NOT_TOLD)
    if behind[2] == 1 and not 0 < nearest[2] < 4 and not (relative and ends and nearest[0]):
        return behind[:2]
    had_been_set = (
        nearest[2] == 1 and "had" in own
    )  # "had ruled and set Friday as the deadline": it may be over
    if nearest[0] and (nearest[0] != OPEN or not behind[0] or had_been_set):
        return nearest[:2]
    outer = next(_ways_before(before, up_to), NOT_TOLD) if relative and len(own) < 3 else nearest
    first, second = (behind, outer) if len(own) < len(before) else (outer, behind)
    return first[:2] if first[0] and first[0] != OPEN else second[:2]


def _clause(told: str, cut: bool) -> str:
    """The last clause of what was told before, without the word that its left edge cuts."""
    if cut:
        told = told.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return CLAUSE_BREAK.split(told)[-1]


Told = tuple[str, str, int]  # the way, the word, how many words away
NOT_TOLD: Told = ("", "", 0)


def _ways_before(listed: list[str], up_to: bool, quotes: bool = False) -> Iterator[Told]:
    """The cues of a clause from the one nearest to the date backward."""
    known, told, last = cues(), telling(), len(listed) - 1
    beside = last
    while beside >= 0 and listed[beside].lower() in known["beside"]:
        beside -= 1
    infinitive = aside = False
    for at in range(last, -1, -1):
        word = listed[at].lower()
        if word not in told and not word.endswith("ed"):
            continue
        previous, far = listed[at - 1].lower() if at else "", last + 1 - at
        aside = aside or word in known["aside"]
        if word == "to" and at < last and _is_verb(listed[at + 1]):
            infinitive = True
            if up_to and known["realised"].isdisjoint(listed[max(0, at - 3) : at]):
                yield AHEAD, word, far
        if at == beside and word in known["ahead_beside"]:
            yield OPEN if previous in PERFECT else AHEAD, word, far
        elif f"{previous} {word}" in known["ahead_unless_back"]:
            if all(tells(listed, each) != BACK for each in range(1, last + 1)):
                yield AHEAD, word, far
        elif (infinitive and word in known["ahead_before_to"]) or (up_to and word in known["ahead_up_to"]):
            yield OPEN if previous in PERFECT else AHEAD, word, far
        elif (listed[at].islower() or not at) and (way := tells(listed, at)):
            if way == OPEN and word in known["saying"] and (quotes or _beside_said(listed[at + 1 :])):
                way = BACK
            if not (aside and way == PRESENT):
                yield way, word, far


def _beside_said(between: list[str]) -> bool:
    """Whether a date belongs to the saying: "said in Oslo on Friday", and not to what is said."""
    return all(word in cues()["beside"] or word[0].isupper() for word in between)


def _is_verb(word: str) -> bool:
    """Whether a word behind "to" makes an infinitive of it; plurals do not ("closed to visitors")."""
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return word == "be" or (word.islower() and word not in NOT_A_VERB_AFTER and not plural)


def _ways_behind(listed: list[str]) -> Iterator[Told]:
    for at, word in enumerate(listed):
        way = tells(listed, at) if word.islower() and (at or word != "deadline") else ""
        if way and not (way == PRESENT and listed[at - 1] in RELATIVES):
            yield way, word, at + 1


def _headline(listed: list[str]) -> bool:
    """ "Supreme Court to hear case Monday", "Trump, Putin to speak Tuesday"; not "efforts to reach him Monday"."""
    if not IS.isdisjoint(listed):
        return False
    for at, word in enumerate(listed[1:HEADLINE], 1):
        if word == "to" and at + 1 < len(listed) and _is_verb(listed[at + 1]):
            subject = listed[at - 1]
            named = subject[0].isupper() or subject.endswith("s") or listed[0] in DETERMINERS
            return (
                named and cues()["in_vain"].isdisjoint(listed[:at]) and not cues()["aside"] & {*listed[at:]}
            )
    return False
