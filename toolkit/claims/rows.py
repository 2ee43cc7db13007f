"""Rows of the event table out of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from toolkit.claims.clocks.clock import Clock
from toolkit.claims.places.gazetteer import precision
from toolkit.claims.standing_words import anonymous
from toolkit.claims.statements import Statement
from toolkit.model import Article, Claim, Span

JOINED = "; "
"""Between the names of several parties or places in one cell."""


def rows(
    article: Article, statements: Sequence[Statement], words: Sequence[tuple[str, str]] = ()
) -> list[Claim]:
    """The rows of an article's statements, numbered, with the ids of those that each answers, follows or precedes;
    `words` are those of each statement (see `claims.wording`)."""
    told_so = words or [("", "")] * len(statements)
    made = numbered([row(article, each, told) for each, told in zip(statements, told_so, strict=True)])
    told = list(zip(statements, made, strict=True))
    ids = {id(statement): claim.mention_id for statement, claim in told}
    at = {s.trigger: claim.mention_id for s, claim in reversed(told) if s.answered is None}
    return [
        replace(
            claim,
            answers=ids.get(id(statement.answered), ""),
            order=_order(statement, at),
        )
        for statement, claim in told
    ]


def _order(statement: Statement, at: Mapping[Span, str]) -> str:
    """What a statement comes after or before, by the ids of the rows; answers have no order, and bound nothing."""
    told = statement.order if statement.answered is None else ()
    named = ((how, other if isinstance(other, str) else at.get(other, "")) for how, other in told)
    return JOINED.join(f"{how} {other}" for how, other in named if other)


def row(article: Article, statement: Statement, words: tuple[str, str] = ("", "")) -> Claim:
    """The row of a statement; its quote is the whole sentence."""
    spot, voice, sentence = (
        statement.place.place if statement.place else None,
        statement.voice,
        statement.sentence,
    )
    who, told = voice.span, statement.told()
    event_start, event_end = _days(statement.happened)
    said_start, said_end = _days(statement.said)
    side = voice.side.name if voice.side else next((party.name for party in statement.speakers), "")
    return Claim(
        mention_id=f"{article.id}:{sentence.start}-{sentence.end}",
        article_id=article.id, outlet=article.outlet, title=article.title, url=article.url,
        published=article.published, published_basis=article.published_basis,
        sentence=sentence.index, start=sentence.start, end=sentence.end,
        quote=article.text[sentence.start : sentence.end],
        theme=statement.kind.theme, kind=statement.kind.name, plover=statement.plover, acled=statement.kind.acled,
        event_start=event_start, event_end=event_end,
        event_grain=statement.happened.interval.grain if statement.happened.interval else "",
        event_edtf=statement.happened.edtf, event_timex=statement.happened.timex, event_why=statement.happened.why,
        said_start=said_start, said_end=said_end, said_why=statement.said.why,
        claimant=voice.name, claimant_side=side,
        claimant_start=who[0] if who else None, claimant_end=who[1] if who else None, via=voice.via,
        standing=statement.standing, negated=statement.negated, modality=statement.modality,
        actor=_named(statement.actors), target=_named(statement.targets),
        place=spot.name if spot else "", place_id=spot.id if spot else "",
        latitude=spot.latitude if spot else None, longitude=spot.longitude if spot else None,
        place_precision=precision(spot) if spot else "",
        places=JOINED.join(dict.fromkeys(p.place.name for p in statement.places)),
        confidence=_confidence(statement), rule=statement.rule, told_start=told[0], told_end=told[1],
        statement=words[0], statement_past=words[1], page=article.page(sentence.start),
        inferred=JOINED.join(statement.inferred()),
    )  # fmt: skip


def _named(parties: Sequence[object]) -> str:
    return JOINED.join(dict.fromkeys(getattr(party, "name", "") for party in parties))


def _days(clock: Clock) -> tuple[date | None, date | None]:
    return (clock.interval.earliest, clock.interval.latest) if clock.interval else (None, None)


def _confidence(statement: Statement) -> float:
    """How much of a row stands in the text rather than being inferred, 0 to 1: for sorting, no probability."""
    voice = statement.voice
    parts = (
        (0.3, statement.happened.expression is not None),
        (0.2, statement.said.expression is not None or voice.own),
        (0.2, not voice.own and bool(statement.speakers) and not anonymous(voice.name)),
        (0.2, statement.place is not None),
        (0.1, not statement.modality),
    )
    return round(sum(weight for weight, present in parts if present), 2)


def numbered(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with an id each: several of one sentence carry their kind, and a number where that is not enough."""
    shared = Counter(claim.mention_id for claim in claims)
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for claim in claims:
        seen[claim.mention_id, claim.kind] += 1
        count = seen[claim.mention_id, claim.kind]
        ending = f":{claim.kind}" + (f".{count}" if count > 1 else "")
        alone = shared[claim.mention_id] == 1
        named.append(claim if alone else replace(claim, mention_id=claim.mention_id + ending))
    return named
