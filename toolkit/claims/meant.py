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
    fits = ("", called)
    return next((each for each in _acting_before(story, pronoun) if gender(each.lemma) in fits), None)


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
    """The persons who are subjects before a pronoun: in its own sentence, then in each one before."""
    sentence = story.document.sentence(pronoun.start)
    first = sentence.index if sentence is not None else -1
    for index in range(first, max(-1, first - WITHIN - 1), -1):
        yield from (each for each in _acting(story, index) if each.end <= pronoun.start)


def _acting(story: Story, index: int) -> tuple[Phrase, ...]:
    """The persons who are subjects in a sentence, first in its main clause."""
    if index not in story.acting:
        at = story.document.sentences[index]
        frames = [f for f in story.document.frames_in(at.start, at.end) if f.form != "noun"]
        story.acting[index] = tuple(
            argument.phrase
            for frame in sorted(frames, key=lambda f: (f.parent is not None, f.start))
            for argument in frame.arguments
            if argument.role == ("patient" if frame.voice == "passive" else "agent")
            and _is_person(story, argument.phrase)
        )
    return story.acting[index]
