"""Which words of a sentence answer an earlier claim: who denies, confirms or repeats it, or leaves it open.

A frame answers where its verb or noun is one of vocabulary/responses.toml and its object is a claim, a pronoun or an
event told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.beginnings import needed
from toolkit.claims.text.scan import Index, fold, words_of
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.vocabulary import any_of, load, phrases, words
from toolkit.language.frames import Frame, Phrase
from toolkit.model import Span

_TABLE = load("responses")
CLAIMS = words(_TABLE["objects"]["claims"])
"""Nouns of what is said and may be answered."""
DENYING = words(_TABLE["verbs"]["denied"])
PRONOUNS = words(_TABLE["objects"]["pronouns"])
_PRESENCE = words(_TABLE["objects"]["presence"])
_ANSWERED = sorted(CLAIMS | words(_TABLE["objects"]["counts"]))
"""Claims and counts, of which one may say that they are false."""
_UNACCEPTED = words(_TABLE["false"]["unaccepted"])
_BEHIND = "|".join(sorted(words(_TABLE["false"]["behind"])))
_NOUNS = "|".join(_ANSWERED)
_SAYING = (
    rf"(?:(?:the|that|this|its|his|her|their|these|those|such|any|all)(?: \w+)? (?:{_NOUNS})s?|(?:{_NOUNS})s)"
)
_WORDS = {
    "SAYING": _SAYING,
    "CLAIM": rf"(?:it|this|that|{_SAYING})",
    "FALSE": rf"[“\"]?(?:{any_of(words(_TABLE['false']['more']), whole=True)} )*[“\"]?(?:an? )?"
    rf"{any_of(words(_TABLE['false']['words']), whole=True)}(?!\s+(?!(?:{_BEHIND})\b)\w)",
}
_IDIOMS = {
    standing: re.compile(
        re.sub("SAYING|CLAIM|FALSE", lambda word: _WORDS[word[0]], rf"\b(?:{'|'.join(phrases(listing))})\b"),
        re.I,
    )
    for standing, listing in _TABLE["idioms"].items()
}
_NEEDED = Index(needed(pattern.pattern) for pattern in _IDIOMS.values())
_BACK = re.compile(rf"\s+(?:{'|'.join(sorted(PRONOUNS))})\s*(?:[,.;]|$)", re.I)
_COUNTED_FROM = ("after", "before", "since", "until", "as", "when")
_TELLING = re.compile(rf"\b(?P<claim>(?:{_NOUNS})s?)\s+(?:that|of|about)\s+", re.I)
OPEN = ("may", "could", "would", "plans", "purpose", "will", "should", "must")
"""Modalities of an answer that is not given."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: its frame, the standing that it gives (or "repeated") and what it answers, where a phrase names it."""

    frame: Frame
    standing: str
    about: Phrase | None
    sentence: Sentence


@cache
def _standings() -> dict[tuple[str, str], str]:
    return {
        (form, word): standing
        for form, key in (("verb", "verbs"), ("noun", "nouns"))
        for standing, listing in _TABLE[key].items()
        for word in words(listing)
    }


def find_responses(story: Story, sentence: Sentence, told_here: Sequence[Statement]) -> Iterator[Response]:
    """The answers of a sentence to earlier claims, in text order; `told_here` are the statements that it makes."""
    frames = story.document.frames_in(sentence.start, sentence.end)
    triggers = [s.trigger[0] for s in told_here if not s.kind.speech]
    for frame in frames:
        standing = _standings().get(("noun" if frame.form == "noun" else "verb", frame.lemma), "")
        idiom = _idiom(story.document.text, frame)
        unaccepted = frame.negated and frame.lemma in _UNACCEPTED
        standing = idiom or standing or ("denied" if unaccepted else "")
        if not standing or frame.modality == "conditional" or (idiom and called_false(story, frame)):
            continue
        about = None if idiom else frame.first("patient", "topic")
        back = _points_back(story.document.text, frame) or _answers(frame, about, frames, triggers)
        back = back or _is_of_claim(story, frame)
        if not idiom and (not back or _has_content(story, about)):
            continue
        open_or_not = (frame.negated and not unaccepted) or frame.modality in OPEN or _refused(frame)
        if not idiom and open_or_not:
            if standing != "confirmed":
                continue
            standing = "unconfirmed"
        yield Response(frame, standing, about, sentence)


def _is_of_claim(story: Story, frame: Frame) -> bool:
    """Whether a verb answers what its relative clause hangs on: "a figure that the rebels dispute"."""
    if frame.form != "verb" or frame.relation != "relative":
        return False
    tokens = story.document.parse.tokens
    return tokens[tokens[frame.token].head].lemma.lower() in _ANSWERED


def _points_back(text: str, frame: Frame) -> bool:
    """Whether nothing but a pronoun follows a verb, whatever the parser makes of it: "disputed that, saying"."""
    return frame.form == "verb" and frame.voice == "active" and _BACK.match(text, frame.end) is not None


def _idioms_in(text: str, start: int, end: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The idioms of which a needed word stands in ``text[start:end]``: most clauses have none."""
    met = _NEEDED.met(words_of(fold(text), start, end))
    numbers = {number for word in met for number in _NEEDED[word]}
    return (each for number, each in enumerate(_IDIOMS.items()) if number in numbers)


def _idiom(text: str, frame: Frame) -> str:
    """The standing that several words around a predicate give: "stood by its account", "called it false"."""
    if frame.form == "noun" or (frame.relation == "adverbial" and frame.marker in _COUNTED_FROM):
        return ""
    start, end = frame.clause
    standing: str
    for standing, pattern in _idioms_in(text, start, end):
        if any(start + m.start() <= frame.start < start + m.end() for m in pattern.finditer(text[start:end])):
            return standing
    return ""


def called_false(story: Story, frame: Frame) -> tuple[Phrase, Span] | None:
    """The word for a claim that several words call false, and the characters that tell what it claims: "reports that
    the town fell are false", "no truth in rumours of a coup"; None where they tell it not."""
    text, (start, end) = story.document.text, frame.clause
    if _idiom(text, frame) != "denied":
        return None
    sentence = story.document.sentence(frame.start)
    told = _TELLING.search(text, sentence.start if sentence is not None else start, end)
    claim = story.document.phrase(told.span("claim")) if told is not None else None
    if told is None or claim is None:
        return None
    return claim, (told.end(), frame.start if told.end() < frame.start else end)


def _answers(frame: Frame, about: Phrase | None, frames: Sequence[Frame], triggers: Sequence[int]) -> bool:
    """Whether the object of a frame is a claim told before rather than an event that the sentence itself tells."""
    content = [
        f
        for f in frames
        if f.parent == frame.index
        and f.relation in ("complement", "purpose", "gerund")
        and f.start > frame.start
    ]
    if any(start <= at < end for start, end in (f.clause for f in content) for at in triggers):
        return False
    if content:
        told = any(f.form == "copula" for f in content)  # "that soldiers are in the region"
        return told or (frame.negated and frame.lemma not in DENYING)
    if frame.form == "noun":
        return about is None or about.lemma in CLAIMS
    if about is None:
        return frame.voice == "passive" or not frame.arguments
    if about.pronoun or about.text.lower() in PRONOUNS:
        return about.text.lower() in PRONOUNS
    if any(about.start <= at < about.end for at in triggers):
        return False
    claims = about.lemma in CLAIMS and (about.determiner != "a" or bool(about.owner))
    return claims or about.lemma in _PRESENCE


def _has_content(story: Story, about: Phrase | None) -> bool:
    """Whether a claim that is answered is told with it: "rejected suggestions that the force was too small"."""
    if about is None or about.lemma not in CLAIMS:
        return False
    told = any(preposition in ("of", "about") and not each.pronoun for preposition, each in about.complements)
    return told or story.document.tree.child(about.token, "noun_clause") is not None


def _refused(frame: Frame) -> bool:
    """Whether somebody declined or was not able to do it."""
    return frame.tense == "infinitive" and frame.negated
