"""One article while its claims are read: what stands where in it, and what follows from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from toolkit.claims.answering import when_answered, who_answers
from toolkit.claims.attribution.voices import Voices
from toolkit.claims.clocks.clocks import Clock, act_clock, bounded, event_clock, limited, said_clock
from toolkit.claims.clocks.retold import told_elsewhere
from toolkit.claims.followups import FollowUp
from toolkit.claims.judged import answered, judged, spoken_for
from toolkit.claims.mentions import Mention, is_sentence
from toolkit.claims.parties import parties
from toolkit.claims.places.gazetteer import Gazetteer
from toolkit.claims.places.meant import KINDS, NEAR, between, capital, last_of, taken_up
from toolkit.claims.places.places import METONYMS, PlaceMention, find_places, main_place
from toolkit.claims.reading import Reading, dates_a_verb
from toolkit.claims.rows import Facts, acted_like, placed, placed_like, row
from toolkit.claims.text.furniture import furniture
from toolkit.claims.text.sentences import Sentence, line_start
from toolkit.claims.themes import Theme, fold
from toolkit.dates.policy import Policy
from toolkit.model import Article, Claim, Interval, NamedEvent, Span

CONTEXT_WITHIN = 6
"""Sentences within which "the troops" or "the meeting" is of what the claims before were about."""
ROW = 1000
"""Characters of a table's row before a claim in which its first cell is looked for."""
CONTEXT_CLAIMS = 8
"""Claims among which those sentences are looked for."""

# A place that no table knows is still another place.
_ELSEWHERE = re.compile(
    r"\b(?:against|near|at|into|toward|towards|outside|inside|around)\s+(?:the\s+)?[A-Z]\w"
)
_INTENDED = ("weighing", "plans")
_DATING = re.compile(r"\b(?:placed?|places|dates?|dated)\b")
_ENDS = tuple('.!?:;…"”’»)*_')
_COORDINATED = re.compile(r"(?:and|but|while|whereas|though|although)\b", re.I)


class ArticleReader:
    """Reads an article sentence by sentence; `gazetteer` None is the shipped one, `events` are those of its themes."""

    def __init__(
        self,
        article: Article,
        policy: Policy | str | None,
        gazetteer: Gazetteer | None,
        events: Sequence[NamedEvent] = (),
    ) -> None:
        self.article, self.text, self.gazetteer = article, article.text, gazetteer
        self.reading = Reading(article.text, article.published, policy, events)
        self.folded = fold(article.text)
        self._voices: dict[int, Voices] = {}
        self._places: dict[int, list[PlaceMention]] = {}
        self._cues = sorted(span[0] for a in self.reading.attributions for span in a.cue)

    def statements(self) -> Iterator[Sentence]:
        """The sentences that are statements and no furniture."""
        blocked = sorted(furniture(self.text))
        starts = [start for start, _ in blocked]
        for sentence in self.reading.sentences:
            k = bisect_right(starts, sentence.end - 1) - 1
            if k >= 0 and blocked[k][1] > sentence.start:
                continue
            if self._headline(sentence):
                continue
            if is_sentence(self.text, sentence.start, sentence.end, partial(self._anchored, sentence)):
                yield sentence

    def _headline(self, sentence: Sentence) -> bool:
        """Whether a sentence is the title over the text: its claims are told below."""
        passage = self.text[sentence.start : sentence.end].strip()
        over = (
            sentence.index == 0
            and "\n" in self.text[sentence.end : sentence.end + 2]
            and len(self.reading.running) > 1
        )
        return passage == self.article.title.strip() or (over and passage[-1:] not in _ENDS)

    def _anchored(self, sentence: Sentence) -> bool:
        if self.reading.dates_in(sentence.start, sentence.end):
            return True
        k = bisect_right(self._cues, sentence.start - 1)
        return k < len(self._cues) and self._cues[k] < sentence.end

    def voices(self, theme: Theme) -> Voices:
        """The voices of the article, told apart by the sides of a theme."""
        if id(theme.sides) not in self._voices:
            attributions = self.reading.attributions
            self._voices[id(theme.sides)] = Voices(self.text, attributions, theme.sides, self.article.outlet)
        return self._voices[id(theme.sides)]

    def places(self, sentence: Sentence) -> list[PlaceMention]:
        """The places that a sentence names."""
        if sentence.index not in self._places:
            found = find_places(self.text, self.gazetteer, sentence.start, sentence.end)
            self._places[sentence.index] = found
        return self._places[sentence.index]

    def apart(self, one: Span, other: Span) -> bool:
        """Whether the second of two clauses has a place or a day of its own."""
        if one == other:
            return False
        pairs = zip(self._anchors(one), self._anchors(other), strict=True)
        return any(theirs and mine and not theirs & mine for mine, theirs in pairs)

    def _anchors(self, part: Span) -> tuple[set[str], set[str]]:
        """The days and the places that a clause names."""
        days = {d.value for d in self.reading.dates_in(*part) if dates_a_verb(self.text, d, part)}
        places = find_places(self.text, self.gazetteer, *part)
        return days, {p.place.name for p in places if p.place.kind not in METONYMS}

    def claim(
        self, mention: Mention, places: Sequence[PlaceMention], earlier: Sequence[Claim]
    ) -> Claim | None:
        """The claim that a mention makes; None where it is history or nobody and nowhere."""
        mention = spoken_for(mention, places)
        kind, voice, theme = mention.theme.kinds[mention.rule.kind], mention.voice, mention.theme
        actor, target = parties(self.text, mention, places)
        said, event = self._clocks(mention)
        goes_on = any(
            claim.theme == theme.name and mention.sentence.index - claim.sentence <= CONTEXT_WITHIN
            for claim in earlier[-CONTEXT_CLAIMS:]
        )
        known = actor or target or places or (voice.span and not voice.own) or goes_on
        if not known or self._history(event, theme):
            return None
        how, _ = judged(self.reading, mention, actor, target)
        place = self._place(mention, places)
        facts = Facts(
            theme.name, kind.name, mention.rule.plover, kind.acled, how, mention.negated, mention.modality,
            actor.name if actor else "", target.name if target else "", f"{theme.name}.{mention.rule.name}",
        )  # fmt: skip
        claim = row(self.article, mention.sentence, facts, voice, said, event, place, places)
        if kind.gains == "actor" and not kind.speech:
            alike = [
                k.name for k in theme.kinds.values() if k is kind or (k.family and k.family == kind.family)
            ]
            claim = acted_like(claim, earlier, alike)
        if (
            place
            or kind.speech
            or kind.leaves
            or mention.modality
            or self.reading.chronicle
            or _ELSEWHERE.search(self.text, *mention.scope)
        ):
            return claim
        return placed_like(claim, earlier)

    def stands(self, mention: Mention, places: Sequence[PlaceMention]) -> tuple[str, str]:
        """The standing of what a mention tells, and the reason."""
        mention = spoken_for(mention, places)
        return judged(self.reading, mention, *parties(self.text, mention, places))

    def _clocks(self, mention: Mention) -> tuple[Clock, Clock]:
        """When it was said and when it happened; of an act of speech both are the same."""
        reading, voice, speech = self.reading, mention.voice, mention.theme.kinds[mention.rule.kind].speech
        whole = mention.sentence.start, mention.sentence.end
        said = said_clock(reading, voice, self.article.published)
        beside = said.expression and said.expression.start >= mention.sentence.start
        if speech and not beside and not voice.own:
            said = act_clock(reading, mention.trigger, mention.clause) or said
        if not said.expression and not voice.own:
            said = told_elsewhere(reading, self.voices(mention.theme), voice, speech) or said
        # Who acts by saying is dated by the date of the act.
        # "reported a foothold": the words of the event begin with those of the saying.
        saying = not speech and any(
            cue[0] < mention.trigger[1] and mention.trigger[0] < cue[1]
            for cue in (voice.attribution.cue if voice.attribution else ())
        )
        acts = not voice.own and (voice.attribution is None or mention.rule.says or saying)
        if acts and not (saying and said.expression):
            alone = replace(voice, attribution=None, outer=())
            dated = event_clock(reading, mention.trigger, whole, mention.clause, alone, said, False)
            if dated.expression and _DATING.search(self.text[slice(*mention.trigger)] + " " + voice.cue):
                return said, dated
            said = dated if dated.expression else said
        if speech and not voice.own and not mention.modality:
            return said, said
        if acts:
            return said, bounded(said, self.article.published)
        future = mention.modality not in ("", "reported")
        event = event_clock(reading, mention.trigger, mention.scope, mention.clause, voice, said, future)
        if not event.interval and mention.modality in _INTENDED and said.expression and not voice.own:
            # They were weighing it when they said so.
            event = bounded(said, self.article.published)
        return said, event

    def _place(self, mention: Mention, places: Sequence[PlaceMention]) -> PlaceMention | None:
        """Where it happened: a place named with it, else the one that its words take up."""
        kind, scope, who = mention.theme.kinds[mention.rule.kind], mention.scope, mention.voice.span
        near = [p for p in places if scope[0] <= p.start < scope[1]]
        if kind.speech:
            # "demanded Donetsk and Kherson": what is spoken of is not where it is spoken.
            near = [p for p in near if p.role not in ("bare", "of") or p.end <= mention.trigger[0]]
            if who and who[0] >= mention.clause[0] and _COORDINATED.match(self.text, mention.clause[0]):
                # "In Geneva envoys met, and Moscow refused": where the others met is not where it speaks.
                near = [p for p in near if mention.clause[0] <= p.start]
        if place := main_place(near, mention.trigger, mention.clause, self.gazetteer, kind.leaves):
            return between(self.text, place, near)
        line = line_start(self.text, mention.sentence.start, reach=ROW)
        if self.text.find("|", line, mention.sentence.start) >= 0:
            # A row of a table is about the place in its first cell.
            return next(iter(find_places(self.text, self.gazetteer, line, mention.sentence.start)), None)
        sides = mention.theme.sides
        if place := capital(self.text, mention.clause, mention.trigger, sides, self.gazetteer):
            return place

        def before(distance: int) -> Sequence[PlaceMention]:
            return self._places_before(mention, distance)

        origin = next((p for p in near if p.role == "from"), None)
        if origin and not kind.leaves:
            return last_of(KINDS, NEAR, before, but=origin.place.id)
        return taken_up(self.text, scope, before)

    def _places_before(self, mention: Mention, distance: int) -> Sequence[PlaceMention]:
        """The places named so many sentences before a mention; those of its own before what tells it."""
        index = mention.sentence.index - distance
        if index < 0:
            return ()
        return [p for p in self.places(self.reading.sentences[index]) if p.end <= mention.scope[0]]

    def _history(self, event: Clock, theme: Theme) -> bool:
        """Whether the event lies further back than the theme's horizon; in a chronicle nothing does."""
        if self.reading.chronicle:
            return False
        last, published = event.interval.latest if event.interval else None, self.article.published
        return bool(last and published and (published - last).days > theme.horizon)

    def answer(self, answer: FollowUp, sentence: Sentence, theme: Theme, taken: Claim) -> Claim:
        """The claim `taken` once more, with the voice, the day and the standing of the answer to it."""
        voices = self.voices(theme)
        voice = who_answers(self.reading, voices, answer, sentence)
        said = when_answered(self.reading, voices, answer, sentence, voice, taken)
        known = taken.event_start or taken.event_end
        days = Interval(taken.event_start, taken.event_end, taken.event_grain) if known else None
        why = f"as in the claim that it answers: {taken.event_why}"
        event = limited(Clock(days, taken.event_timex, why), said, future=False)
        facts = Facts(
            taken.theme, taken.kind, taken.plover, taken.acled, answered(answer, theme, taken, voice),
            False, "", taken.actor, taken.target, answer.rule,
        )  # fmt: skip
        return placed(row(self.article, sentence, facts, voice, said, event, None, ()), taken)
