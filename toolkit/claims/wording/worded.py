"""The pass that gives each statement its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.claims.attribution.cues import cues
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.wording.clauses import Clauses
from toolkit.claims.wording.english import LONGEST, cut, listed, sentence
from toolkit.claims.wording.names import Names
from toolkit.claims.wording.phrases import SPEAKING
from toolkit.claims.wording.said import said
from toolkit.claims.wording.templates import filled
from toolkit.language.frames import Frame
from toolkit.language.words import grammar

_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b",
    re.I,
)
TALLY = "tally"
_NO_PLACE = (
    "statement",
    "demand",
    "refusal",
    "offer",
    "no_comment",
    "agreement",
    "sanction",
    "talks",
    "summit",
)


def worded(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with what they say in words."""
    made: list[Statement] = []
    for each in statements:
        made.append(replace(each, words=_words(story, each, made)))
    return made


def _words(story: Story, one: Statement, before: list[Statement]) -> str:
    if one.answered is not None and one.event is None and one.rule.startswith("response"):
        return _words(story, one.answered, before)
    if one.rule == TALLY:
        return _recounted(story, one, before)
    names = Names(story, one)
    if one.frame is None or (one.event is None and one.rule.endswith(".speech")):
        return said(names, one)
    words = _told(story, names, one)
    if SPEAKING.search(re.sub(r"[“\"][^”\"]*[”\"]", "", words)):
        return ""
    return _with_place(story, one, words)


def _told(story: Story, names: Names, one: Statement) -> str:
    frame = one.frame
    assert frame is not None
    clauses = Clauses(names)
    if frame.form == "noun":
        above = _carried(story, frame)
        words = clauses.sentence(above, one, own=above.index == frame.light) if above is not None else ""
    else:
        words = clauses.sentence(frame, one)
    if words and len(words) <= LONGEST:
        return words
    return filled(names, one) or cut(words)


def _carried(story: Story, frame: Frame) -> Frame | None:
    """The verb that tells what a noun names: its support, or that of which it is subject or object; none for a verb
    that only speaks of it."""
    if frame.light is not None:
        return story.document.frames[frame.light]
    tree = story.document.tree
    tokens, i = tree.tokens, frame.token
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
    above = next((f for f in story.document.frames if f.token == tokens[i].head), None)
    if above is None or above.form == "noun" or tokens[i].role not in _FILLING:
        return None
    if above.lemma in listed("governing", "joining"):
        return None
    subject = tokens[i].role in ("subject", "passive_subject")
    if (
        above.lemma in grammar("phrases", "judging") - {"be"}
        or above.lemma in cues()
        or above.lemma in story.lexicon.reporting
    ):
        return None
    if (
        above.form == "copula"
        and subject
        and tree.child(above.token, "expletive") is None
        and above.lemma in _JUDGED
    ):
        return None
    return above


_UP = 4
_FILLING = frozenset({"subject", "passive_subject", "object", "attribute"})
_JUDGED = frozenset({"be"})


def _recounted(story: Story, one: Statement, before: list[Statement]) -> str:
    """The words of what is counted, with another count."""
    count = _NUMBER.search(story.document.text, *one.trigger)
    for each in reversed(before[-4:]):
        if (
            each.kind is one.kind
            and each.words
            and each.rule != TALLY
            and one.sentence.index - each.sentence.index <= 1
        ):
            if count is None or len(_NUMBER.findall(each.words)) != 1:
                return ""
            return sentence(_NUMBER.sub(lambda _: count[0], each.words))
    return ""


def _with_place(story: Story, one: Statement, words: str) -> str:
    """A sentence with the place of the row, where it names none."""
    if (
        not words
        or one.place is None
        or one.kind.speech
        or one.kind.name in _NO_PLACE
        or one.kind.theme == "other"
    ):
        return words
    place = one.place.place
    named = {mention.place.name for mention in one.places} | {place.name}
    lower = words.lower()
    if any(name.lower().split()[0] in lower for name in named) or one.place.text.lower() in lower:
        return words
    if found := _SPOT.search(words):
        kind = found["kind"].lower()
        here = place.kind in _SPOTS.get(kind, ()) and found["the"].lower() == "the" and not found["how"]
        return f"{words[: found.start()]}{place.name}{words[found.end() :]}" if here else words
    if place.kind in ("river", "sea") or one.place.role == "bare":
        return words
    start, text = one.place.start, story.document.text
    if _LINE.search(place.name):
        return words
    the = (
        "the "
        if text[max(0, start - 4) : start].lower() == "the " and not _MORE.match(text, one.place.end)
        else ""
    )
    join = "from" if one.kind.departure and not _LEFT.search(words) else "in"
    longer = f"{words} {join} {the}{place.name}"
    return longer if len(longer) <= LONGEST else words


_SPOTS = {
    "region": ("region",), "province": ("region",), "oblast": ("region",), "state": ("region",),
    "city": ("city", "capital"), "town": ("city", "settlement"), "village": ("city", "settlement"),
    "settlement": ("city", "settlement"), "country": ("country",), "capital": ("capital",),
}  # fmt: skip
"""Words for places, and the kinds of places that they stand for."""
_LINE = re.compile(
    r"\b(?:line|river|border|strait|sea|gulf|ocean|highway|road|crossing|bridge|lake|canal)\b", re.I
)
_MORE = re.compile(
    r"[-’']|\s+(?!(?:on|in|and|at|by|for|from|to|after|before|said|is|was|has|have|had|with|as|but|where|who|when)\b)\w"
)
_LEFT = re.compile(r"\b(?:from|homes?|houses|leaves?|flees? the)\b")
_SPOT = re.compile(
    rf"\b(?P<the>the|a|an|this|that)\s+(?P<how>(?:\w+\s+){{0,2}}?)(?P<kind>{'|'.join(_SPOTS)}|area|border|strip|enclave)\b(?!\s+of\b|[’'-])",
    re.I,
)
