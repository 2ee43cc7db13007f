"""The person that "he" or "she" stands for where no list names him: "a colonel", "the teacher"."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.claims.actors.antecedents import gender
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.story import Story
from toolkit.language.frames import Phrase

WITHIN = 2
"""Sentences before a pronoun in which its person is told of."""
PERSON = frozenset({"person", "leader", "soldier"})
"""Types of phrases that name one person."""


def person_meant(story: Story, pronoun: Phrase) -> Phrase | None:
    """Whom "he" or "she" stands for: the subject before it in its sentence, else in those before; None where there is
    none."""
    word = pronoun.text.lower()
    if word not in heads("pronouns", "person"):
        return None
    called = "he" if word in heads("pronouns", "male") else "she"
    for phrase in _acting_before(story, pronoun):
        if _is_person(story, phrase) and gender(phrase.lemma) in ("", called):
            return phrase
    return None


def _is_person(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is of one person."""
    if (
        phrase.pronoun
        or phrase.plural
        or phrase.members
        or phrase.lemma in heads("group") - heads("anaphora", "person")
    ):
        return False
    if phrase.pos == "name" or phrase.entity in ("place", "time", "body"):
        return phrase.entity == "person"
    return bool(gender(phrase.lemma)) or not PERSON.isdisjoint(story.lexicon.types_of(phrase))


def _acting_before(story: Story, pronoun: Phrase) -> Iterator[Phrase]:
    """The subjects before a pronoun: in its own sentence, then in each one before, first its main clause."""
    sentence = story.document.sentence(pronoun.start)
    first = sentence.index if sentence is not None else -1
    for index in range(first, max(-1, first - WITHIN - 1), -1):
        at = story.document.sentences[index]
        frames = [f for f in story.document.frames_in(at.start, at.end) if f.form != "noun"]
        for frame in sorted(frames, key=lambda f: (f.parent is not None, f.start)):
            subject = "patient" if frame.voice == "passive" else "agent"
            named = (a.phrase for a in frame.arguments if a.role == subject)
            yield from (each for each in named if each.end <= pronoun.start)
