"""Articles into claims: one row for each claim that a sentence makes, with its three clocks."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from toolkit.claims.clocks import Clock, event_clock, said_clock
from toolkit.claims.dating import Reading
from toolkit.claims.followups import FollowUp, find_followup
from toolkit.claims.furniture import furniture
from toolkit.claims.gazetteer import Gazetteer
from toolkit.claims.mentions import Mention, find_mentions, is_sentence
from toolkit.claims.parties import parties
from toolkit.claims.places import PlaceMention, find_places, main_place
from toolkit.claims.sentences import Sentence
from toolkit.claims.standing import anonymous, gainer, standing
from toolkit.claims.themes import Theme, load_themes
from toolkit.claims.voices import Voice, Voices
from toolkit.dates.policy import Policy
from toolkit.model import Article, Claim, Interval, Span

ANSWERS_WITHIN = 4
"""Sentences within which "that claim" still means the claim before it."""


def extract(
    article: Article,
    themes: Iterable[Theme | str] | None = None,
    policy: Policy | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> list[Claim]:
    """The claims of an article, in text order; an empty list where it makes none. Never raises on a text.

    `themes` are names, paths or Theme values, all shipped ones by default; `gazetteer` replaces the shipped places.

    >>> text = "The ministry said on Sunday that Russian troops had seized the village of Zaporizke."
    >>> claim, = extract(Article("a1", text, "The Daily", published=date(2025, 6, 9)), themes=["conflict"])
    >>> claim.kind, claim.place, claim.event_end, claim.said_start, claim.mention_id
    ('control', 'Zaporizke', datetime.date(2025, 6, 8), datetime.date(2025, 6, 8), 'a1:0-84')
    """
    reader = _Article(article, policy, gazetteer)
    claims: list[Claim] = []
    for sentence in reader.statements():
        claims.extend(reader.claims(sentence, load_themes(*(themes or ())), claims))
    return _numbered(claims)


class _Article:
    """One article while it is read: what stands where in it."""

    def __init__(self, article: Article, policy: Policy | str | None, gazetteer: Gazetteer | None) -> None:
        self.article, self.text, self.gazetteer = article, article.text, gazetteer
        self.reading = Reading(article.text, article.published, policy)
        self._voices: dict[int, Voices] = {}
        self._cues = sorted(span[0] for a in self.reading.attributions for span in a.cue)

    def statements(self) -> Iterator[Sentence]:
        """The sentences that are statements and no furniture."""
        blocked = sorted(furniture(self.text))
        starts = [start for start, _ in blocked]
        for sentence in self.reading.sentences:
            k = bisect_right(starts, sentence.end - 1) - 1
            if k >= 0 and blocked[k][1] > sentence.start:
                continue
            anchored = bool(self.reading.dates_in(sentence.start, sentence.end)) or self._speaks(sentence)
            if is_sentence(self.text, sentence.start, sentence.end, anchored):
                yield sentence

    def _speaks(self, sentence: Sentence) -> bool:
        k = bisect_right(self._cues, sentence.start - 1)
        return k < len(self._cues) and self._cues[k] < sentence.end

    def voices(self, theme: Theme) -> Voices:
        """The voices of the article, told apart by the sides of a theme."""
        if id(theme.sides) not in self._voices:
            self._voices[id(theme.sides)] = Voices(self.text, self.reading.attributions, theme.sides, self.article.outlet)
        return self._voices[id(theme.sides)]

    def claims(self, sentence: Sentence, themes: Sequence[Theme], earlier: Sequence[Claim]) -> list[Claim]:
        """The claims that one sentence makes; `earlier` are those of the sentences before it."""
        places: list[PlaceMention] | None = None
        found: list[tuple[int, Claim]] = []
        for theme in themes:
            for mention in find_mentions(self.text, sentence, theme, self.voices(theme)):
                if places is None:
                    places = find_places(self.text, self.gazetteer, sentence.start, sentence.end)
                claim = self._claim(mention, places)
                if claim:
                    found.append((mention.trigger[0], claim))
        answer = find_followup(self.text, sentence.start, sentence.end)
        if answer and (claim := self._answer(answer, sentence, themes[0], [*earlier, *(c for _, c in found)])):
            found.append((answer.span[0], claim))
        return [claim for _, claim in sorted(found, key=lambda pair: pair[0])]

    def _claim(self, mention: Mention, places: Sequence[PlaceMention]) -> Claim | None:
        kind, voice = mention.theme.kinds[mention.rule.kind], mention.voice
        actor, target = parties(self.text, mention, places)
        said = said_clock(self.reading, voice, self.article.published)
        future = mention.modality not in ("", "reported")
        if kind.speech and voice.attribution is None and not voice.own:
            said = event_clock(self.reading, mention.trigger, mention.scope, mention.clause, voice, said, False)
        event = said if kind.speech and not voice.own and not mention.modality else event_clock(
            self.reading, mention.trigger, mention.scope, mention.clause, voice, said, future
        )  # fmt: skip
        if self._history(event, mention.theme):
            return None
        opponent = mention.theme.sides.get(actor.opponent) if actor else None
        who = self.text[slice(*voice.span)] if voice.span else voice.name
        how, _ = standing(
            voice.cue, self.text[mention.sentence.start : mention.sentence.end], who, voice.side,
            voice.side if kind.speech else gainer(kind, actor, target or opponent), mention.negated,
        )  # fmt: skip
        place = main_place([p for p in places if self._within(p, mention)], mention.trigger, mention.clause)
        return self._row(
            mention.sentence, voice, said, event, place, places,
            theme=mention.theme.name, kind=kind.name, plover=mention.rule.plover, acled=kind.acled, standing=how,
            negated=mention.negated, modality=mention.modality, actor=actor.name if actor else "",
            target=target.name if target else "", rule=f"{mention.theme.name}.{mention.rule.name}",
        )  # fmt: skip

    @staticmethod
    def _within(place: PlaceMention, mention: Mention) -> bool:
        return mention.scope[0] <= place.start < mention.scope[1]

    def _history(self, event: Clock, theme: Theme) -> bool:
        """Whether the event lies further back than the theme's horizon, in an article that is no narrative of the past."""
        last = event.interval.latest if event.interval else None
        published = self.article.published
        return bool(last and published and last < published - timedelta(days=theme.horizon))

    def _answer(self, answer: FollowUp, sentence: Sentence, theme: Theme, earlier: Sequence[Claim]) -> Claim | None:
        """The claim that an answer takes up, with the answer's voice and standing."""
        claimed = [
            c for c in earlier
            if c.theme == theme.name and not c.rule.startswith("followup") and sentence.index - c.sentence <= ANSWERS_WITHIN
        ]  # fmt: skip
        if not claimed:
            return None
        voice = self.voices(theme).voice(answer.span, sentence.start, speech_act=True)
        said = said_clock(self.reading, voice, self.article.published)
        if voice.attribution is None:
            said = event_clock(self.reading, answer.span, (sentence.start, sentence.end), (sentence.start, sentence.end), voice, said, False)
        taken = claimed[-1]
        days = taken.event_start, taken.event_end
        event = Clock(Interval(*days, taken.event_grain) if any(days) else None, taken.event_timex, f"as in the claim that it answers: {taken.event_why}")
        row = self._row(
            sentence, voice, said, event, None, (), theme=taken.theme, kind=taken.kind, plover=taken.plover, acled=taken.acled,
            standing=answer.standing, negated=False, modality="", actor=taken.actor, target=taken.target, rule=answer.rule,
        )  # fmt: skip
        return replace(
            row, place=taken.place, place_id=taken.place_id, latitude=taken.latitude, longitude=taken.longitude, places=taken.places
        )

    def _row(
        self, sentence: Sentence, voice: Voice, said: Clock, event: Clock, place: PlaceMention | None,
        places: Sequence[PlaceMention], *, theme: str, kind: str, plover: str, acled: str, standing: str, negated: bool,
        modality: str, actor: str, target: str, rule: str,
    ) -> Claim:  # fmt: skip
        article, (start, end) = self.article, (sentence.start, sentence.end)
        spot = place.place if place else None
        claimant = voice.span or (None, None)
        return Claim(
            f"{article.id}:{start}-{end}", article.id, article.outlet, article.title, article.url, article.published,
            article.published_basis, sentence.index, start, end, self.text[start:end], theme, kind, plover, acled,
            *_days(event), event.interval.grain if event.interval else "", event.edtf, event.timex, event.why,
            *_days(said), said.why, voice.name, voice.side.name if voice.side else "", *claimant, voice.via, standing,
            negated, modality, actor, target, spot.name if spot else "", spot.id if spot else "",
            spot.latitude if spot else None, spot.longitude if spot else None,
            "; ".join(dict.fromkeys(p.place.name for p in places)), _confidence(event, said, voice, place is not None, modality), rule,
        )  # fmt: skip


def _days(clock: Clock) -> tuple[date | None, date | None]:
    return (clock.interval.earliest, clock.interval.latest) if clock.interval else (None, None)


def _confidence(event: Clock, said: Clock, voice: Voice, placed: bool, modality: str) -> float:
    """How much of the row stands in the text rather than being inferred, 0 to 1: a rule of thumb for sorting, no probability."""
    parts = (
        (0.3, event.expression is not None),
        (0.2, said.expression is not None or voice.own),
        (0.2, not voice.own and voice.side is not None and not anonymous(voice.name)),
        (0.2, placed),
        (0.1, not modality),
    )
    return round(sum(weight for weight, present in parts if present), 2)


def _numbered(claims: list[Claim]) -> list[Claim]:
    """Claims with an id each: several of one sentence carry their kind, and a number where that is not enough."""
    shared = Counter(claim.mention_id for claim in claims)
    kinds: Counter[tuple[str, str]] = Counter()
    named = []
    for claim in claims:
        key = (claim.mention_id, claim.kind)
        kinds[key] += 1
        if shared[claim.mention_id] > 1:
            number = f".{kinds[key]}" if kinds[key] > 1 else ""
            claim = replace(claim, mention_id=f"{claim.mention_id}:{claim.kind}{number}")
        named.append(claim)
    return named


__all__ = ["Span", "extract"]
