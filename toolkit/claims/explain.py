"""Why a row of the event table says what it says: the sentence with its spans, the frame, the entry, what was
considered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.claims.assemble import read_statements
from toolkit.claims.event import Dropped
from toolkit.claims.extract import Themes, open_story
from toolkit.claims.headlines import title_article
from toolkit.claims.places.gazetteer import Gazetteer
from toolkit.claims.rows import rows
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.sentences import Sentence
from toolkit.dates.policy import Policy
from toolkit.language import SPACY
from toolkit.language.frames import Frame
from toolkit.model import Article, Claim, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the article that a row was read from, and what it was read as (who, cue, event, time, place)."""

    span: Span
    role: str


def explain(
    article: Article,
    claim: Claim,
    themes: Themes = None,
    policy: Policy | str | None = None,
    gazetteer: Gazetteer | Path | None = None,
    parser: str = SPACY,
) -> list[str]:
    """Lines that tell how a claim of this article was read; the rest as it was when the claim was extracted.

    >>> from toolkit.claims.extract import extract
    >>> text = "The Kremlin said that Russian troops had seized the village of Zaporizke."
    >>> article = Article("a1", text, "The Daily")
    >>> print(explain(article, extract(article)[0])[1])
    who[The Kremlin] cue[said] that Russian troops had event[seized] the village of place[Zaporizke].
    """
    if claim.headline:
        article = title_article(article)
    story = open_story(article, themes, policy, gazetteer, parser)
    statements, dropped = read_statements(story)
    ids = [each.mention_id for each in rows(article, statements)]
    asked = [
        s
        for s, mention in zip(statements, ids, strict=True)
        if mention == claim.mention_id or (claim.headline and s.rule == claim.rule)
    ]
    statement = next(iter(asked), None)
    if statement is None:
        return [f"{claim.mention_id}: the article {article.id} makes no such claim; has its text changed?"]
    sentence = statement.sentence
    return [
        f"{claim.mention_id}  {claim.theme}: {claim.kind}, {claim.standing}"
        + (", negated" if claim.negated else "")
        + (f", {claim.modality}" if claim.modality else ""),
        marked(article.text, sentence, _marks(story, statement)),
        *_told(story, statement, claim),
        *_considered(story, statement, claim, [each for each in dropped if each.event.sentence == sentence]),
    ]


def _marks(story: Story, statement: Statement) -> list[Mark]:
    sentence, voice = statement.sentence, statement.voice
    marks = [Mark((p.start, p.end), "place") for p in story.places(sentence)]
    marks += [Mark((d.start, d.end), "time") for d in story.document.dates_in(sentence.start, sentence.end)]
    if voice.span:
        marks.append(Mark(voice.span, "who"))
    marks += [Mark(cue, "cue") for cue in (voice.attribution.cue if voice.attribution else ())]
    return [Mark(statement.trigger, "event"), *marks]


def _told(story: Story, statement: Statement, claim: Claim) -> Iterator[str]:
    """What the row says, with the reason for each part of it."""
    yield f"rule: {claim.rule} (PLOVER {claim.plover or 'none'}, ACLED {claim.acled or 'none'})"
    if statement.event:
        yield f"frame: {framed(statement.event.frame)}"
        for evidence in statement.event.match.why if statement.event.match else ():
            yield f"condition: {evidence.condition}: “{evidence.text}”"
    for name, why in statement.reasons:
        yield f"{name}: {getattr(claim, name, '')} — {why}"
    yield (
        f"claimant: {claim.claimant or 'nobody named'} ({claim.claimant_side or 'no side'})"
        + (f", to {claim.via}" if claim.via else "")
    )
    for label, parties in (("who acts", statement.actors), ("against", statement.targets)):
        told = "; ".join(f"{party.name} ({party.why})" for party in parties)
        yield f"{label}: {told or 'not told'}"
    yield f"happened: {claim.event_edtf or 'the text does not say'} — {claim.event_why}"
    if claim.order:
        yield f"order: it is told as {claim.order}"
    yield f"said: {_days(claim)} — {claim.said_why}"
    carried = ", of the passage" if statement.carried and claim.place else ""
    yield (
        f"place: {claim.place or 'none'} {f'({claim.place_id})' if claim.place_id else ''}".rstrip() + carried
    )


def framed(frame: Frame) -> str:
    """A frame in one line: its word, how it is put, and its arguments with their roles."""
    how = [frame.form, frame.voice, frame.tense, "negated" if frame.negated else "", frame.modality]
    arguments = ", ".join(
        f"{a.role}{f' ({a.preposition})' if a.preposition else ''} “{a.phrase.text}”" for a in frame.arguments
    )
    word = f"{frame.lemma} {frame.particle}".strip()
    return f"{word} ({', '.join(filter(None, how))}){': ' if arguments else ''}{arguments}"


def _considered(
    story: Story, statement: Statement, claim: Claim, dropped: Iterable[Dropped]
) -> Iterator[str]:
    """What else the sentence offered, and whether it was used."""
    sentence = statement.sentence
    for each in dropped:
        yield f"event considered: {each.event.rule} at “{story.document.text[slice(*each.event.trigger)]}”: {each.test}"
    if statement.event:
        frame = statement.event.frame
        for miss in story.lexicon.considered(frame, story.document.governed(frame)):
            if miss.failed.condition.startswith("words"):  # an entry of other words that share a verb
                continue
            yield f"entry considered: {miss.entry.name}: not fulfilled: {miss.failed.condition} “{miss.failed.text}”"
    for voice in story.document.attributions:
        if voice.source and sentence.start <= voice.cue[0][0] < sentence.end:
            cue, who = story.document.text[slice(*voice.cue[0])], story.document.text[slice(*voice.source[0])]
            start, end = voice.source[0]
            used = "the claimant" if claim.claimant_start in range(start, end) else "another voice"
            yield f"claimant considered: “{who}” by “{cue}”: {used}"
    for date in story.document.dates_in(sentence.start, sentence.end):
        uses = [
            use
            for use, clock in (("the event", statement.happened), ("the saying", statement.said))
            if clock.expression is date
        ]
        used = " and ".join(uses) or "nothing in this row"
        yield f"time considered: “{date.text}” {date.value} by {date.rule}, dates {used}: {date.why}"
    for place in story.places(sentence):
        used = "the place" if place.place.id == claim.place_id else "not the place"
        yield f"place considered: “{place.text}” {place.place.name} ({place.place.id}), {place.role}: {used}"


def marked(text: str, sentence: Sentence, marks: Iterable[Mark]) -> str:
    """The sentence with its marks written around the passages; of overlapping marks the first one stands.

    >>> marked("They met on Monday.", Sentence(0, 0, 19), [Mark((12, 18), "time")])
    'They met on time[Monday].'
    """
    written, at = [], sentence.start
    for mark in sorted(marks, key=lambda m: (m.span[0], -m.span[1])):
        start, end = mark.span
        if start < at or end > sentence.end:
            continue
        written += [text[at:start], f"{mark.role}[{text[start:end].rstrip()}]"]
        at = start + len(text[start:end].rstrip())
    return "".join([*written, text[at : sentence.end]])


def _days(claim: Claim) -> str:
    if claim.said_start == claim.said_end:
        return str(claim.said_start or "the text does not say")
    return f"{claim.said_start or '..'}/{claim.said_end or '..'}"
