"""Verbs as a sentence has them: in the present for a label, and one tense back for what somebody said ("that ...")."""

from __future__ import annotations

import re
from functools import cache

from toolkit.claims.attribution.cues import inflect
from toolkit.claims.lexicon.words import irregular
from toolkit.claims.wording.english import listed, table

_FORMS = {"have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
_BE = {False: ("is", "are"), True: ("was", "were")}
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnpt]$")
_BACK = {"will": "would", "may": "might", "can": "could"}


@cache
def participle(verb: str) -> str:
    """The past participle of a verb.

    >>> [participle(verb) for verb in ("seize", "carry", "take", "strike", "ban", "kill", "hit", "run", "say")]
    ['seized', 'carried', 'taken', 'struck', 'banned', 'killed', 'hit', 'run', 'said']
    """
    known = table("participles").get(verb) or irregular(verb)[1]
    return known or (f"{verb}{verb[-1]}ed" if _DOUBLED.match(verb) else inflect(verb)[2])


@cache
def past(verb: str) -> str:
    """The simple past of a verb.

    >>> [past(verb) for verb in ("say", "warn", "hold", "plan")]
    ['said', 'warned', 'held', 'planned']
    """
    return irregular(verb)[0] or participle(verb)


def be(plural: bool, back: bool = False) -> str:
    """The verb "be" for one or many.

    >>> be(True), be(False, back=True)
    ('are', 'was')
    """
    return _BE[back][plural]


def active(verb: str, plural: bool = False, back: bool = False, denied: bool = False, done: str = "") -> str:
    """A verb, with its particle, in the active; `done` is its participle where a text has it.

    >>> active("take over"), active("carry", plural=True), active("be", plural=True), active("reach", denied=True)
    ('takes over', 'carry', 'are', 'does not reach')
    >>> active("take over", back=True), active("reach", back=True, denied=True), active("hold", back=True)
    ('had taken over', 'had not reached', 'held')
    """
    head, _, rest = verb.partition(" ")
    no = "not " if denied else ""
    if head == "be":
        word = f"{be(plural, back)} {no}"
    elif back and head in listed("governing", "lasting"):
        word = f"did not {head}" if denied else past(head)
    elif back:
        word = f"had {no}{done or participle(head)}"
    elif denied:
        word = f"{'do' if plural else 'does'} not {head}"
    else:
        word = _FORMS[head][plural] if head in _FORMS else head if plural else inflect(head)[0]
    return f"{word.strip()} {rest}".strip()


def passive(verb: str, plural: bool = False, back: bool = False, denied: bool = False, done: str = "") -> str:
    """A verb in the passive.

    >>> passive("take over"), passive("kill", plural=True, denied=True), passive("kill", back=True)
    ('is taken over', 'are not killed', 'had been killed')
    """
    head, _, rest = verb.partition(" ")
    no = "not " if denied else ""
    begin = f"had {no}been" if back else f"{be(plural)} {no}".strip()
    return f"{begin} {done or participle(head)} {rest}".strip()


def modal(word: str, back: bool = False) -> str:
    """A modal verb, one tense back where it has one.

    >>> modal("will", back=True), modal("may"), modal("must", back=True)
    ('would', 'may', 'must')
    """
    return _BACK.get(word, word) if back else word
