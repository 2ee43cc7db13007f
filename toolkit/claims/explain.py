"""Why a row of the event table says what it says: the sentence with its spans, the rules, the dates considered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.claims.followups import find_followups
from toolkit.claims.mentions import Mention, find_mentions
from toolkit.claims.reader import ArticleReader
from toolkit.claims.sentences import Sentence
from toolkit.claims.themes import Theme, load_themes
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
) -> list[str]:
    """Lines that tell how a claim of this article was read; `themes` and `policy` as they were when it was extracted.

    >>> from toolkit.claims.extract import extract
    >>> text = "The Kremlin said that Russian troops had seized the village of Zaporizke."
    >>> article = Article("a1", text, "The Daily")
    >>> print(explain(article, extract(article)[0])[1])
    who[The Kremlin] cue[said] that Russian troops had event[seized] the village of place[Zaporizke].
    """
    reader = ArticleReader(article, policy, None)
    sentence = reader.reading.sentence(claim.start)
    if sentence is None:
        return [f"{claim.mention_id}: the article {article.id} has no sentence there; has its text changed?"]
    mention = _mention(reader, sentence, claim, load_themes(*(themes or ())))
    places = reader.places(sentence)
    marks = [Mark((p.start, p.end), "place") for p in places]
    dates = reader.reading.dates_in(sentence.start, sentence.end)
    marks += [Mark((d.start, d.end), "time") for d in dates]
    marks += _voice_marks(claim, mention)
    marks += [
        Mark(answer.span, "event") for answer in find_followups(article.text, sentence.start, sentence.end)
    ]
    lines = [
        f"{claim.mention_id}  {claim.theme}: {claim.kind}, {claim.standing}"
        + (", negated" if claim.negated else "")
        + (f", {claim.modality}" if claim.modality else ""),
        marked(article.text, sentence, marks),
        f"rule: {claim.rule}",
        f"claimant: {claim.claimant or 'nobody named'} ({claim.claimant_side or 'no side'})"
        + (f", to {claim.via}" if claim.via else ""),
        f"happened: {claim.event_edtf or 'the text does not say'} — {claim.event_why}",
        f"said: {_days(claim)} — {claim.said_why}",
        f"published: {claim.published or 'unknown'}"
        + (f" ({claim.published_basis})" if claim.published_basis else ""),
        f"place: {claim.place or 'none'}" + (f" ({claim.place_id})" if claim.place_id else ""),
    ]
    lines += [f"time considered: “{d.text}” {d.value} by {d.rule}: {d.why}" for d in dates]
    lines += [f"place considered: “{p.text}” {p.place.name} ({p.place.id}), {p.role}" for p in places]
    return lines


def _mention(
    reader: ArticleReader, sentence: Sentence, claim: Claim, themes: tuple[Theme, ...]
) -> Mention | None:
    """The mention that became the claim; None for an answer to an earlier claim."""
    for theme in themes:
        for mention in find_mentions(reader.text, reader.folded, sentence, theme, reader.voices(theme)):
            if f"{theme.name}.{mention.rule.name}" == claim.rule and mention.voice.name == claim.claimant:
                return mention
    return None


def _voice_marks(claim: Claim, mention: Mention | None) -> list[Mark]:
    marks = []
    if claim.claimant_start is not None and claim.claimant_end is not None:
        marks.append(Mark((claim.claimant_start, claim.claimant_end), "who"))
    if mention:
        marks.append(Mark(mention.trigger, "event"))
        cues = mention.voice.attribution.cue if mention.voice.attribution else ()
        marks.extend(Mark(cue, "cue") for cue in cues)
    return marks


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
