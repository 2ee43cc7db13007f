"""Why a row of the event table says what it says: the sentence with its spans, the rules, what was considered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.claims.followups import find_followups
from toolkit.claims.mentions import Mention, find_mentions
from toolkit.claims.places.gazetteer import Gazetteer, load_gazetteer
from toolkit.claims.reader import ArticleReader
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.themes import Theme, events_of, load_themes
from toolkit.dates.policy import Policy
from toolkit.model import Article, Claim, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the article that a row was read from, and what it was read as (who, cue, event, time, place)."""

    span: Span
    role: str


def explain(
    article: Article,
    claim: Claim,
    themes: Iterable[Theme | Path | str] | None = None,
    policy: Policy | str | None = None,
    gazetteer: Gazetteer | Path | None = None,
) -> list[str]:
    """Lines that tell how a claim of this article was read; the rest as it was when the claim was extracted.

    >>> from toolkit.claims.extract import extract
    >>> text = "The Kremlin said that Russian troops had seized the village of Zaporizke."
    >>> article = Article("a1", text, "The Daily")
    >>> print(explain(article, extract(article)[0])[1])
    who[The Kremlin] cue[said] that Russian troops had event[seized] the village of place[Zaporizke].
    """
    known = load_gazetteer(gazetteer) if isinstance(gazetteer, Path) else gazetteer
    wanted = [theme.fitting(article.text) for theme in load_themes(*(themes or ()))]
    reader = ArticleReader(article, policy, known, events_of(wanted))
    sentence = reader.reading.sentence(claim.start)
    if sentence is None:
        return [f"{claim.mention_id}: the article {article.id} has no sentence there; has its text changed?"]
    mentions = [
        mention
        for theme in wanted
        for mention in find_mentions(
            reader.text,
            sentence,
            theme,
            theme.find(reader.text, reader.folded, sentence.start, sentence.end),
            reader.voices(theme),
        )
    ]
    mention = next((m for m in mentions if _rule(m) == claim.rule and m.voice.name == claim.claimant), None)
    marks = _marks(reader, sentence, claim, mention)
    return [
        f"{claim.mention_id}  {claim.theme}: {claim.kind}, {claim.standing}"
        + (", negated" if claim.negated else "")
        + (f", {claim.modality}" if claim.modality else ""),
        marked(article.text, sentence, marks),
        *_told(reader, sentence, claim, mention),
        *_considered(reader, sentence, claim, wanted, mentions),
    ]


def _rule(mention: Mention) -> str:
    return f"{mention.theme.name}.{mention.rule.name}"


def _marks(reader: ArticleReader, sentence: Sentence, claim: Claim, mention: Mention | None) -> list[Mark]:
    marks = [Mark((p.start, p.end), "place") for p in reader.places(sentence)]
    marks += [Mark((d.start, d.end), "time") for d in reader.reading.dates_in(sentence.start, sentence.end)]
    if claim.claimant_start is not None and claim.claimant_end is not None:
        marks.append(Mark((claim.claimant_start, claim.claimant_end), "who"))
    if mention:
        marks.append(Mark(mention.trigger, "event"))
        marks += [
            Mark(cue, "cue") for cue in (mention.voice.attribution.cue if mention.voice.attribution else ())
        ]
    else:
        answers = find_followups(reader.text, sentence.start, sentence.end)
        marks += [Mark(answer.span, "event") for answer in answers if answer.rule == claim.rule]
    return marks


def _told(reader: ArticleReader, sentence: Sentence, claim: Claim, mention: Mention | None) -> Iterator[str]:
    """What the row says, with the reason for each part of it."""
    why = reader.stands(mention, reader.places(sentence))[1] if mention else "the words of the answer"
    yield f"rule: {claim.rule} (PLOVER {claim.plover or 'none'}, ACLED {claim.acled or 'none'})"
    yield f"standing: {claim.standing} — {why}"
    yield (
        f"claimant: {claim.claimant or 'nobody named'} ({claim.claimant_side or 'no side'})"
        + (f", to {claim.via}" if claim.via else "")
    )
    yield f"who acts: {claim.actor or 'not told'}" + (f", against {claim.target}" if claim.target else "")
    yield f"happened: {claim.event_edtf or 'the text does not say'} — {claim.event_why}"
    yield f"said: {_days(claim)} — {claim.said_why}"
    yield f"published: {claim.published or 'unknown'}" + (
        f" ({claim.published_basis})" if claim.published_basis else ""
    )
    yield f"place: {claim.place or 'none'}" + (f" ({claim.place_id})" if claim.place_id else "")
    yield f"confidence: {claim.confidence}"


def _considered(
    reader: ArticleReader,
    sentence: Sentence,
    claim: Claim,
    themes: Sequence[Theme],
    mentions: Sequence[Mention],
) -> Iterator[str]:
    """What else the sentence offered, and whether it was used."""
    taken = {(_rule(mention), mention.trigger) for mention in mentions}
    for theme in themes:
        for rule, trigger in theme.find(reader.text, reader.folded, sentence.start, sentence.end):
            name = f"{theme.name}.{rule.name}"
            used = "told as news" if (name, trigger) in taken else "not told as news, or told already"
            yield f"rule considered: {name} at “{reader.text[slice(*trigger)]}”: {used}"
    for voice in reader.reading.attributions:
        if voice.source and sentence.start <= voice.cue[0][0] < sentence.end:
            cue, who = reader.text[slice(*voice.cue[0])], reader.text[slice(*voice.source[0])]
            start, end = voice.source[0]
            used = "the claimant" if claim.claimant_start in range(start, end) else "another voice"
            yield f"claimant considered: “{who}” by “{cue}”: {used}"
    for date in reader.reading.dates_in(sentence.start, sentence.end):
        uses = [
            use
            for use, why in (("the event", claim.event_why), ("the saying", claim.said_why))
            if f"“{date.text}”" in why
        ]
        used = " and ".join(uses) or "nothing in this row"
        yield f"time considered: “{date.text}” {date.value} by {date.rule}, dates {used}: {date.why}"
    for place in reader.places(sentence):
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
