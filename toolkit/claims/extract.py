"""Articles into claims: one row for each claim that a sentence makes, with its three clocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolkit.claims.answering import told_before
from toolkit.claims.clocks.retold import dated_behind, dated_by_answers, dated_by_officials
from toolkit.claims.coordinated import elsewhere, once_more
from toolkit.claims.followups import find_followups
from toolkit.claims.mentions import Mention, find_mentions
from toolkit.claims.places.gazetteer import Gazetteer, load_gazetteer
from toolkit.claims.places.meant import parted
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.reader import CONTEXT_CLAIMS, CONTEXT_WITHIN, ArticleReader
from toolkit.claims.rows import numbered
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.themes import Theme, events_of, load_themes
from toolkit.dates.language import foreign
from toolkit.dates.policy import Policy
from toolkit.model import Article, Claim, Interval, Span

ANSWERED_CLAIMS = 200
"""Claims before an answer among which the answered one is looked for."""
_OWNER = re.compile(r"([A-Z][\w-]+)[’']s? ")
_PROPOSALS = ("COOPERATE", "REQUEST")
ANSWERS_WITHIN = 4
"""Sentences within which "that claim" still means the claim before it."""


def extract(
    article: Article,
    themes: Iterable[Theme | Path | str] | None = None,
    policy: Policy | str | None = None,
    gazetteer: Gazetteer | Path | None = None,
) -> list[Claim]:
    """The claims of an article, in text order; an empty list where it makes none, or is not in English. Never raises on
    a text.

    `themes` are names, paths or Theme values, all shipped ones by default; `gazetteer` replaces the shipped
    places, or is a table of places that go before them. Raises ValueError where a theme or that table cannot be read
    or the policy is unknown.

    >>> from datetime import date
    >>> text = "The ministry said on Sunday that Russian troops had seized the village of Zaporizke."
    >>> claim, = extract(Article("a1", text, "The Daily", published=date(2025, 6, 9)), themes=["conflict"])
    >>> claim.kind, claim.place, claim.event_end, claim.said_start, claim.mention_id
    ('control', 'Zaporizke', datetime.date(2025, 6, 8), datetime.date(2025, 6, 8), 'a1:0-84')
    """
    known = load_gazetteer(gazetteer) if isinstance(gazetteer, Path) else gazetteer
    wanted = [theme.fitting(article.text) for theme in load_themes(*(themes or ()))]
    if foreign(article.text):
        return []
    reader = ArticleReader(article, policy, known, events_of(wanted))
    claims: list[Claim] = []
    for sentence in reader.statements():
        claims.extend(_claims(reader, sentence, wanted, claims))
    return numbered(dated_by_officials(dated_by_answers(dated_behind(reader.reading, claims))))


def _claims(
    reader: ArticleReader, sentence: Sentence, themes: Sequence[Theme], earlier: Sequence[Claim]
) -> list[Claim]:
    """The claims that one sentence makes; `earlier` are those of the sentences before it."""
    found: list[tuple[Span, Claim]] = []
    told_by: list[tuple[Mention, Claim]] = []
    places: Sequence[PlaceMention] | None = None
    answers = [
        answer
        for answer in find_followups(reader.text, sentence.start, sentence.end)
        if not (answer.standing == "denied" and _proposed(sentence, themes, earlier))
    ]
    for theme in themes:
        triggers = theme.find(reader.text, reader.folded, sentence.start, sentence.end)
        if not triggers:
            continue
        context, voices = _context(sentence, theme, earlier), reader.voices(theme)
        for mention in find_mentions(reader.text, sentence, theme, triggers, voices, context, reader.apart):
            if any(answer.span[0] <= mention.trigger[0] < answer.span[1] for answer in answers):
                continue
            places = places if places is not None else reader.places(sentence)
            if claim := reader.claim(mention, places, earlier):
                told_by.append((mention, claim))
                for second in once_more(reader.reading, mention):
                    if again := reader.claim(second, places, earlier):
                        told_by.append(
                            (second, elsewhere(reader.text, second, again, claim, reader.gazetteer))
                        )
    if not told_by and not answers:
        return []
    if places and len(told_by) > 1:
        told_by = parted(told_by, places, reader.apart)
    found = [(mention.trigger, claim) for mention, claim in told_by]
    found = [each for each in found if not any(_within(each[0], other) for other, _ in found)]
    by_name = {theme.name: theme for theme in themes}
    for answer in answers:
        before = [claim for at, claim in found if at[0] < answer.span[0] or answer.ahead]
        told = told_before(reader.reading, answer, sentence)
        if taken := _answered(
            sentence,
            by_name,
            [*earlier[-ANSWERED_CLAIMS:], *before],
            told.interval if told else None,
            reader.text[slice(*answer.span)],
        ):
            found.append((answer.span, reader.answer(answer, sentence, by_name[taken.theme], taken)))
    return [claim for _, claim in sorted(found, key=lambda pair: pair[0])]


def _proposed(sentence: Sentence, themes: Sequence[Theme], earlier: Sequence[Claim]) -> bool:
    """Whether what was told last is an offer or a demand: who rejects that refuses it, and denies nothing."""
    last = earlier[-1] if earlier and sentence.index - earlier[-1].sentence <= 1 else None
    theme = next((each for each in themes if last and each.name == last.theme), None)
    return bool(last and theme and theme.kinds[last.kind].plover in _PROPOSALS)


def _within(trigger: Span, other: Span) -> bool:
    """Whether words are but a part of others, by which another theme tells the same: "could be taken and traded"."""
    return trigger != other and other[0] <= trigger[0] and trigger[1] <= other[1]


def _context(sentence: Sentence, theme: Theme, earlier: Sequence[Claim]) -> str:
    """What the claims of a theme shortly before a sentence say, by whom and about whom."""
    near = {
        claim.sentence: f"{claim.quote} | {claim.claimant} | {claim.actor}"
        for claim in earlier[-CONTEXT_CLAIMS:]
        if claim.theme == theme.name and sentence.index - claim.sentence <= CONTEXT_WITHIN
    }
    return " | ".join(near.values())


def _answered(
    sentence: Sentence, themes: dict[str, Theme], claims: Sequence[Claim], told: Interval | None = None,
    words: str = "",
) -> Claim | None:  # fmt: skip
    """The claim that is meant by "that claim": about an event, not itself an act of speech.

    It is the last one made on the day that is `told` of with the answer, else the last one of the claimant whom its
    `words` name ("Holm's claim"), else the last one near enough.
    """
    events = [
        claim
        for claim in reversed(claims)
        if not claim.rule.startswith("followup") and not themes[claim.theme].kinds[claim.kind].speech
    ]
    if told and told.earliest:
        for claim in events:
            if (claim.said_start, claim.said_end) == (told.earliest, told.latest):
                return claim
    owner = _OWNER.search(words)
    if owner and (theirs := next((c for c in events if c.claimant.split()[-1:] == [owner[1]]), None)):
        return theirs
    near = (claim for claim in events if sentence.index - claim.sentence <= ANSWERS_WITHIN)
    return next(near, None)
