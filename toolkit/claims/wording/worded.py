"""The sentence of each statement: by the clause that tells it, else by the sentences of its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.claims.attribution.cues import cues
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.tallies import RULE as TALLY
from toolkit.claims.wording.clauses import Clauses
from toolkit.claims.wording.english import LONGEST, cut, listed, sentence
from toolkit.claims.wording.names import Names
from toolkit.claims.wording.placing import with_place
from toolkit.claims.wording.said import said
from toolkit.claims.wording.sound import sound
from toolkit.claims.wording.templates import filled
from toolkit.language.frames import Frame
from toolkit.language.words import grammar

_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b",
    re.I,
)
_BEFORE = 4
"""Statements before a count among which what is counted is looked for."""
_UP = 4
"""Nouns between a noun and the verb that tells it: "reports of a wave of strikes"."""
_FILLING = frozenset({"subject", "passive_subject", "object", "attribute"})


def worded(story: Story, statements: Sequence[Statement]) -> list[tuple[str, str]]:
    """What each statement claims in words, in the present tense and as behind "claimed that"; of an answer what it
    answers. Empty where no sentence can be made."""
    made: list[tuple[str, str]] = []
    for each in statements:
        if each.rule == TALLY:
            made.append(_recounted(story, each, _last(statements, made)))
        else:
            made.append(_words(story, each))
    return made


def _words(story: Story, one: Statement) -> tuple[str, str]:
    if one.answered is not None and one.event is None and one.rule.startswith("response"):
        return _words(story, one.answered)
    one = one.as_told()  # a sentence is what the text says, not what is made of it
    names = Names(story, one)
    return _in_words(story, names, one, False), _in_words(story, names, one, True)


def _in_words(story: Story, names: Names, one: Statement, back: bool) -> str:
    if one.frame is None or one.rule.endswith(".speech"):
        words = said(names, one, back)
    else:
        words = with_place(story.document, one, _told(names, one, one.frame, back))
    return words if sound(words) else ""


def _told(names: Names, one: Statement, frame: Frame, back: bool) -> str:
    """What happens, by the clause that tells it, else by the sentences of its kind."""
    clauses = Clauses(names, back)
    above = _carried(names.story, frame) if frame.form == "noun" else _acting(names.story, frame)
    words = ""
    if _is_done_to_itself(names, one, frame):
        return ""
    if above is not None:
        words = clauses.sentence(above, one, own=above is frame or above.index == frame.light)
    if words and len(words) <= LONGEST:
        return words
    told = (
        ""
        if frame.form != "noun" and not one.modality and clauses.is_aim(frame)
        else filled(names, one, back)
    )
    return told or cut(words)


def _is_done_to_itself(names: Names, one: Statement, frame: Frame) -> bool:
    """Whether "it" would be named as who something is done to or for: what brings Moscow gains is not Moscow."""
    agent, patient = frame.first("agent"), frame.first("patient")
    if agent is None or not agent.pronoun or patient is None:
        return False
    tree, first = names.phrases.tree, names.phrases.tree.edges(patient.token)[0]
    # In "brought Moscow small gains" a name before an adjective is read as part of "gains".
    apart = first < patient.token and tree.tokens[first + 1].pos == "adjective"
    at = first if apart else patient.token
    named = set(names.of(tree.phrase(at))) if tree.tokens[at].pos == "name" else set()
    return bool(named & (set(names.of(agent)) | {party.name for party in one.actors}))


def _acting(story: Story, frame: Frame) -> Frame:
    """The verb that tells what a gerund names: "fighting continued"; else the frame itself."""
    token = story.document.parse.tokens[frame.token]
    if token.form != "ing" or token.role not in ("subject", "passive_subject", "clausal_subject"):
        return frame
    return story.document.framed(token.head) or frame


def _carried(story: Story, frame: Frame) -> Frame | None:
    """The verb that tells what a noun names: its support, or that of which it is subject or object; none for a verb
    that only speaks of it."""
    document = story.document
    if frame.light is not None:
        light = document.frames[frame.light]
        return None if light.lemma in listed("governing", "joining") else light
    tree, tokens, i = document.tree, document.tree.tokens, frame.token
    for _ in range(_UP):
        if tokens[i].role == "conjunct" and tokens[tokens[i].head].pos in ("noun", "name"):
            i = tokens[i].head
            continue
        over = tokens[tokens[i].head].head
        if tokens[i].role != "prepositional_object" or tokens[over].lemma.lower() not in listed(
            "governing", "nouns"
        ):
            break
        i = over
    above = document.framed(tokens[i].head)
    if above is None or above.form == "noun" or tokens[i].role not in _FILLING:
        return None
    judges = above.lemma in grammar("phrases", "judging") - {"be"} or above.lemma in listed(
        "governing", "joining"
    )
    does = tokens[i].role == "object" and above.lemma in listed("governing", "declaring")
    speaks = not does and (above.lemma in cues() or above.lemma in story.lexicon.reporting)
    exists = tree.child(above.token, "expletive") is not None
    named = above.lemma == "be" and tokens[i].role != "attribute" and not exists
    return None if judges or speaks or named else above


def _last(
    statements: Sequence[Statement], made: Sequence[tuple[str, str]]
) -> list[tuple[Statement, tuple[str, str]]]:
    first = max(0, len(made) - _BEFORE)
    return list(zip(statements[first : len(made)], made[first:], strict=True))


def _recounted(
    story: Story, one: Statement, before: Sequence[tuple[Statement, tuple[str, str]]]
) -> tuple[str, str]:
    """The words of what is counted, with another count; empty where they tell several numbers."""
    count = _NUMBER.search(story.document.text, *one.trigger)
    for each, told in reversed(before):
        if each.kind is not one.kind or not all(told) or one.sentence.index - each.sentence.index > 1:
            continue
        if count is None or any(len(_NUMBER.findall(words)) != 1 for words in told):
            return "", ""
        now, back = (sentence(_NUMBER.sub(count[0], words)) for words in told)
        return now, back
    return "", ""
