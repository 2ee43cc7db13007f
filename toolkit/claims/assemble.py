"""One article into statements: the ordered passes that say who tells an event, of whom, where, when and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from toolkit.claims.actors import Parties, Party
from toolkit.claims.attribution.voices import Voice, Voices
from toolkit.claims.cases.sides import Sides
from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.clocks.event_dates import bounded, dated, event_clock
from toolkit.claims.clocks.said_clock import act_clock, said_clock
from toolkit.claims.clocks.saying_dates import told_elsewhere
from toolkit.claims.context import with_context, with_holders
from toolkit.claims.document import Document
from toolkit.claims.events import Dropped, Event, ancestors, find_events
from toolkit.claims.lexicon import Lexicon
from toolkit.claims.places.gazetteer import Gazetteer, load_gazetteer
from toolkit.claims.places.parsed import place_names, with_parsed
from toolkit.claims.places.places import METONYMS, PlaceMention, find_places, main_place
from toolkit.claims.places.where import place_of
from toolkit.claims.responses import responses
from toolkit.claims.speech import speech_statements
from toolkit.claims.standing import Speaker, stands
from toolkit.claims.statements import Statement
from toolkit.claims.text.clauses import clauses
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.untyped import untyped
from toolkit.claims.worth import statement_sentences
from toolkit.dates.notation import say
from toolkit.language.frames import Frame, Phrase
from toolkit.model import Article, Span

SOMEBODY = frozenset({"group", "body", "person", "people"})
"""Kinds of parties whose names are no places."""
PASSAGE = 3
"""Sentences before an event in which the place of its passage is looked for."""
YEAR = 366
"""Days after which what fits no entry is history."""
CARRIED = 2
"""Sentences within which a statement without any place stays where the one before it was."""


@dataclass(frozen=True)
class Story:
    """What the passes of one article share: the document, the lexicon, the speakers, the parties and the places."""

    article: Article
    document: Document
    lexicon: Lexicon
    sides: Sides
    gazetteer: Gazetteer | None

    @cached_property
    def passing(self) -> dict[int, list[Event]]:
        """The events that the sentences only name in passing, by the numbers of the sentences."""
        return {}

    @cached_property
    def voices(self) -> Voices:
        """Who says what in the article."""
        return Voices(self.document.text, self.document.attributions, self.sides, self.article.outlet)

    @cached_property
    def parties(self) -> Parties:
        """Who the phrases of the article name."""
        return Parties(self.document, self.sides)

    @cached_property
    def sentences(self) -> dict[int, Sentence]:
        """The sentences that tell something, by their numbers."""
        return {s.index: s for s in statement_sentences(self.document, self.article.title)}

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The names that the article itself shows to be places."""
        return place_names(self.document, self._names_somebody)

    def _names_somebody(self, span: Span) -> bool:
        phrase = self.document.phrase(span)
        return phrase is not None and any(party.kind in SOMEBODY for party in self.parties.of(phrase))

    @cached_property
    def country(self) -> str:
        """The code of the country in which most places of the article lie; empty where none does."""
        found = Counter(
            p.place.country for s in self.sentences.values() for p in self.places(s) if p.place.country
        )
        return found.most_common(1)[0][0] if found else ""

    @cached_property
    def ground(self) -> PlaceMention | None:
        """The place that the article names most often as the one where things happen, where it is the same all through: at
        least as often as all others together."""
        named = [p for s in self.sentences.values() for p in self.places(s) if p.role == "at"]
        found = Counter(p.place.name for p in named)
        name, times = found.most_common(1)[0] if found else ("", 0)
        return (
            next(p for p in named if p.place.name == name) if times >= 2 and 2 * times >= len(named) else None
        )

    @cached_property
    def _places(self) -> dict[int, list[PlaceMention]]:
        return {}

    def places(self, sentence: Sentence) -> list[PlaceMention]:
        """The places that a sentence names."""
        if sentence.index not in self._places:
            found = find_places(self.document.text, self.gazetteer, sentence.start, sentence.end)
            found = with_parsed(
                self.document, found, sentence.start, sentence.end, self.gazetteer, self.place_names
            )
            self._places[sentence.index] = found
        return self._places[sentence.index]


Pass = Callable[[Story, list[Statement]], list[Statement]]


def read_statements(story: Story) -> tuple[list[Statement], list[Dropped]]:
    """The statements of an article in text order, and the events that make none."""
    events, dropped = find_events(story.document, story.lexicon, story.sentences)
    for each in dropped:
        story.passing.setdefault(each.event.sentence.index, []).append(each.event)
    statements = [_told(story, event) for event in events]
    for each in PASSES:
        statements = each(story, statements)
    return sorted(statements, key=lambda s: (s.sentence.index, s.trigger)), dropped


def _told(story: Story, event: Event) -> Statement:
    """An event with the voice that tells it."""
    document, trigger = story.document, event.trigger
    voice = speaker(story, event)
    whole = event.sentence.start, event.sentence.end
    scope = whole
    if voice.attribution:
        scope = next((c for c in voice.attribution.content if c[0] <= trigger[0] < c[1]), whole)
    cut = clauses(document.text, *whole)
    clause = next((part for part in cut if part[0] <= trigger[0] < part[1]), whole)
    return Statement(
        event.sentence, trigger, event.kind, event.plover, event.rule, voice, scope, clause,
        event.frame.negated, event.frame.modality, event, event.frame,
    )  # fmt: skip


def speaker(story: Story, event: Event) -> Voice:
    """Who tells an event: of an act of speech the one that acts, else the innermost speaker around it, else the outlet."""
    return named_voice(story, _speaker(story, event))


def named_voice(story: Story, voice: Voice) -> Voice:
    """A voice that is somebody's: a time, a town or the like says nothing, and a statement is its author's."""
    if voice.own or voice.span is None:
        return voice
    phrase = story.document.phrase(voice.span)
    if phrase is None or phrase.entity == "time":
        return story.voices.outlets()
    if phrase.lemma in DOCUMENTS and (author := _author(story, phrase, voice)) is not None:
        return author
    if phrase.lemma in DOCUMENTS or (phrase.entity == "place" and _is_town(story, phrase)):
        return story.voices.outlets()
    return voice


DOCUMENTS = frozenset(
    {
        "statement",
        "report",
        "release",
        "letter",
        "note",
        "post",
        "document",
        "text",
        "message",
        "commentary",
        "finding",
    }
)
"""What is said by whoever wrote it."""


def _author(story: Story, phrase: Phrase, voice: Voice) -> Voice | None:
    """Who made a statement: its owner, whom "by" or "from" names, or who spoke shortly before."""
    author = phrase.owner or next((p for prep, p in phrase.complements if prep in ("by", "from", "of")), None)
    if author is not None and author.pos != "pronoun":
        return story.voices.of_phrase((author.start, author.end), voice.cue)
    if phrase.name and phrase.modifiers:
        return voice
    before = story.voices.between(max(0, phrase.start - 600), phrase.start)
    return story.voices.named(before[-1]) if before else None


def _is_town(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is but the name of a town: no government speaks by it."""
    known = story.gazetteer or load_gazetteer()
    rows = known.named(phrase.name)
    return not rows or rows[0].kind not in METONYMS


def _speaker(story: Story, event: Event) -> Voice:
    voices, trigger, sentence = story.voices, event.trigger, event.sentence
    if event.kind.speech:
        acting = voices.acting(trigger)
        if acting and acting.source:
            return voices.named(acting)
        if event.agent is not None and story.parties.of(event.agent):
            return voices.of_phrase(
                (event.agent.start, event.agent.end), story.document.text[slice(*trigger)]
            )
        return voices.voice(trigger, sentence.start, speech_act=False)
    voice = voices.voice(trigger, sentence.start)
    if not voice.own:
        return voice
    for above in ancestors(story.document, event.frame):
        match = story.lexicon.match(above, story.document.frames)
        if (
            match
            and match.kind.speech
            and match.roles.agent
            and above.relation != "modifier"
            and match.roles.agent.token != above.token
        ):
            agent = match.roles.agent
            if story.parties.of(agent) and match.kind.name in ("statement",):
                return voices.of_phrase(
                    (agent.start, agent.end), story.document.text[above.start : above.end]
                )
        if event.frame.relation in ("relative", "adverbial"):
            break
    return voice


def with_parties(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the parties that speak, act and are acted upon."""
    return [_with_parties(story, each) for each in statements]


def _with_parties(story: Story, statement: Statement) -> Statement:
    speakers = speaking(story, statement.voice)
    name = speakers[0].name if speakers else ""
    event = statement.event
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    if event is not None:
        agent, patient = _roles(event)
        actors, targets = _parties(story, agent, name), _parties(story, patient, name)
    if statement.kind.speech and not actors:
        actors = speakers
    if event is not None and statement.kind.speech and event.recipient is not None and not targets:
        targets = _parties(story, event.recipient, name)
    if event is not None and statement.kind.name in RECIPROCAL:
        actors, targets = _reciprocal(story, event, actors, targets, name)
        return replace(statement, speakers=speakers, actors=actors, targets=targets)
    told = {party.name for party in actors}
    targets = tuple(party for party in targets if party.name not in told) or (targets if not told else ())
    return replace(statement, speakers=speakers, actors=actors, targets=targets)


RECIPROCAL = frozenset({"clash", "talks", "summit", "agreement"})
"""Kinds in which everybody does the same to the others."""


def _reciprocal(
    story: Story, event: Event, actors: tuple[Party, ...], targets: tuple[Party, ...], speaker: str
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who meet, fight or agree: all of them act, and all but the first are the others."""
    joined = [
        party
        for argument in event.frame.arguments
        if argument.preposition in ("with", "between", "against", "among", "by")
        for party in story.parties.of(argument.phrase, speaker)
    ]
    everybody = tuple({party.name: party for party in (*actors, *targets, *joined)}.values())
    if not actors or len(actors) > 1 or event.frame.form == "noun":
        return everybody, everybody if len(everybody) > 1 else ()
    return actors, tuple(party for party in everybody if party not in actors)


def _roles(event: Event) -> tuple[Phrase | None, Phrase | None]:
    """Who acts and who is acted upon; the owner of what befalls somebody is the one that it befalls: "their losses"."""
    agent, patient = event.agent, event.patient or event.recipient
    befalls = event.match is not None and event.match.entry.agentless and event.frame.form == "noun"
    if (
        befalls
        and agent is not None
        and not any(a.phrase is agent and a.preposition == "by" for a in event.frame.arguments)
    ):
        return None, patient if patient is not None and patient.name else agent
    return agent, patient


def _parties(story: Story, phrase: Phrase | None, speaker: str) -> tuple[Party, ...]:
    return story.parties.of(phrase, speaker) if phrase is not None else ()


def speaking(story: Story, voice: Voice) -> tuple[Party, ...]:
    """The parties that a voice speaks for."""
    if voice.own or voice.span is None:
        return ()
    document, span = story.document, voice.span
    if document.text[slice(*span)] != voice.name and (at := document.text.rfind(voice.name, 0, span[1])) >= 0:
        span = at, at + len(voice.name)
    phrase = document.phrase(span)
    return story.parties.of(phrase) if phrase is not None else ()


COUNTED = frozenset({"casualty", "detention", "release", "displacement"})
"""Kinds that are told by numbers of people."""


def counted_apart(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with one for each number of people that is told apart: "nine soldiers of A and three of B were killed"."""
    done = []
    for each in statements:
        done.append(each)
        patient = each.event.patient if each.event else None
        if patient is None or each.kind.name not in COUNTED or not patient.count:
            continue
        others = [member for member in patient.members if member.count]
        for member in others:
            targets = _parties(story, member, "")
            if targets and each.names(targets) != each.names(each.targets):
                done.append(replace(each, targets=targets, trigger=(member.start, member.end)))
        if others:
            alone = _parties(story, replace(patient, members=()), "")
            done[done.index(each)] = replace(each, targets=alone or each.targets)
    return done


def without_repeats(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without those that tell one before them once more in the same sentence."""
    kept: list[Statement] = []
    for each in statements:
        near = [other for other in kept if other.sentence.index == each.sentence.index]
        if not any(_same(story, other, each) for other in near):
            kept.append(each)
    return kept


def _same(story: Story, one: Statement, other: Statement) -> bool:
    if (
        one.kind.name != other.kind.name
        or one.event is None
        or other.event is None
        or one.negated != other.negated
    ):
        return False
    if one.kind.speech:
        return (
            one.names(one.actors) == other.names(other.actors)
            and one.kind.name == other.kind.name
            and _one_clause(one, other)
        )
    if one.actors and other.actors and one.names(one.actors) != other.names(other.actors):
        return False
    if one.targets and other.targets and one.names(one.targets) != other.names(other.targets):
        return False
    if _count(one) and _count(other) and _count(one) != _count(other):
        return False
    return not _apart(story, one, other)


def _one_clause(one: Statement, other: Statement) -> bool:
    assert one.event and other.event
    return (
        other.event.frame.parent == one.event.frame.index or one.event.frame.parent == other.event.frame.index
    )


def _count(statement: Statement) -> str:
    patient = statement.event.patient if statement.event else None
    return patient.count if patient else ""


def _apart(story: Story, one: Statement, other: Statement) -> bool:
    """Whether two events of a sentence have days or places of their own."""
    first, second = (_anchors(story, s) for s in (one, other))
    return any(mine and theirs and not mine & theirs for mine, theirs in zip(first, second, strict=True))


def _anchors(story: Story, statement: Statement) -> tuple[set[str], set[str]]:
    if statement.event is None:
        return set(), set()
    arguments = statement.event.frame.arguments
    days = {a.phrase.text for a in arguments if a.role == "time"}
    places = {
        a.phrase.name or a.phrase.text
        for a in arguments
        if a.role in ("place", "patient") and a.phrase.name_entity == "place"
    }
    return days, places


def with_places(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the places that they name and the one where each happened."""
    return [_with_place(story, each) for each in statements]


def _with_place(story: Story, statement: Statement) -> Statement:
    named = story.places(statement.sentence)
    found = tuple(p for p in named if statement.scope[0] <= p.start < statement.scope[1])
    if statement.frame is None:
        within = [p for p in named if p.role in ("at", "to")]
        spot = main_place(within, statement.trigger, statement.scope, story.gazetteer) if within else None
        return replace(statement, place=spot, places=found)
    sentences, index = story.document.sentences, statement.sentence.index

    def before(distance: int) -> Sequence[PlaceMention]:
        if index < distance:
            return ()
        return [p for p in story.places(sentences[index - distance]) if p.end <= statement.scope[0]]

    place = place_of(
        story.document.text, statement.frame, statement.scope, statement.clause, named, before, story.gazetteer,
        statement.kind.speech, statement.kind.departure,
    )  # fmt: skip
    return replace(statement, place=place, places=found)


def carried_places(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without a place of their own, at the place of another mention of the same, of the one just before, or of
    the passage."""
    done: list[Statement] = []
    for each in statements:
        if each.place is None and not each.kind.speech and not each.kind.departure and not each.modality:
            each = replace(
                each, place=_same_event(each, done) or _just_before(each, done) or _of_passage(story, each)
            )
        done.append(each)
    return done


def _same_event(each: Statement, before: Sequence[Statement]) -> PlaceMention | None:
    """The place of the last event of the same kind by and against the same."""
    actors, targets = each.names(each.actors), each.names(each.targets)
    for other in reversed(before):
        if other.place is None or other.kind.speech or other.kind.name != each.kind.name:
            continue
        same = actors & other.names(other.actors), targets & other.names(other.targets)
        known = (not actors or not other.actors or same[0]) and (not targets or not other.targets or same[1])
        if known and (same[0] or same[1]):
            return other.place
    return None


def _just_before(each: Statement, before: Sequence[Statement]) -> PlaceMention | None:
    """The place of the statement just before, unless it is by others."""
    actors = each.names(each.actors)
    for other in reversed(before):
        if each.sentence.index - other.sentence.index > CARRIED:
            return None
        if (
            other.place
            and not other.kind.speech
            and (not actors or not other.actors or actors & other.names((*other.actors, *other.targets)))
        ):
            return other.place
    return None


def _of_passage(story: Story, statement: Statement) -> PlaceMention | None:
    """The last place in which something is said to happen, in the sentences just before."""
    for index in range(statement.sentence.index - 1, max(-1, statement.sentence.index - 1 - PASSAGE), -1):
        named = [p for p in story.places(story.document.sentences[index]) if p.role == "at"]
        if named:
            return named[-1]
    return story.ground


def with_clocks(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the days on which they were said and on which they happened."""
    return [_with_clocks(story, each) for each in statements]


def _with_clocks(story: Story, statement: Statement) -> Statement:
    document, voice, speech = story.document, statement.voice, statement.kind.speech
    said = said_clock(document, voice, story.article.published)
    beside = said.expression and said.expression.start >= statement.sentence.start
    acting = statement.event is not None and statement.frame is not None
    if speech and acting and not beside and not voice.own:
        assert statement.frame
        said = act_clock(document, statement.frame) or said
    if not said.expression and not voice.own:
        said = told_elsewhere(document, story.voices, voice, speech) or said
    if speech and acting and voice.attribution is None and not voice.own and not said.expression:
        assert statement.frame
        said = dated(document, statement.frame) or said
    if statement.frame is None or (speech and not voice.own and not statement.modality):
        return replace(statement, said=said, happened=said)
    return replace(statement, said=said, happened=_happened(story, statement, statement.frame, said))


def _happened(story: Story, statement: Statement, frame: Frame, said: Clock) -> Clock:
    future = frame.tense == "future" and not statement.modality
    clock = event_clock(
        story.document, frame, statement.voice, said, "will" if future else statement.modality
    )
    if (
        not clock.interval
        and statement.modality in ("weighing", "plans")
        and said.expression
        and not statement.voice.own
    ):
        return bounded(said, story.article.published)
    return clock


RECENT = 10
"""Days before the publication within which the day of a passage bounds what it tells without one."""
PASSAGE_DAYS = 6
"""Sentences before a statement in which the day of its passage is looked for."""
_EARLIER = ("pluperfect", "future", "infinitive")


def bounded_by_passage(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements told without a day, in a passage of recent news, as not before the day of that passage."""
    published = story.article.published
    if published is None or story.document.chronicle:
        return statements
    return [_bounded(story, each, statements, published) for each in statements]


def _bounded(story: Story, each: Statement, statements: Sequence[Statement], published: date) -> Statement:
    days = each.happened.interval
    tense = each.frame.tense if each.frame else ""
    if days is None or days.earliest or not days.latest or each.modality or each.negated or tense in _EARLIER:
        return each
    if (published - days.latest).days > RECENT or each.happened.expression:
        return each
    day = _passage_day(story, each, statements, published)
    if day is None or day > days.latest:
        return each
    evidence = Evidence("news_since", (say(day), say(days.latest)))
    return replace(
        each, happened=replace(each.happened, interval=replace(days, earliest=day), evidence=(evidence,))
    )


def _passage_day(
    story: Story, each: Statement, statements: Sequence[Statement], published: date
) -> date | None:
    """The nearest recent day on which something else happened that the article tells, before or in the same sentence."""
    nearest = None
    for other in statements:
        known = other.happened.interval
        first = known.earliest if known and other.happened.expression else None
        if (
            first is None
            or other is each
            or not 0 <= (published - first).days <= RECENT
            or known is None
            or known.days is None
        ):
            continue
        if known.days > RECENT:
            continue
        distance = each.sentence.index - other.sentence.index
        if 0 <= distance <= PASSAGE_DAYS and (nearest is None or distance < nearest[0]):
            nearest = distance, first
    if nearest:
        return nearest[1]
    lead = story.document.story_day
    return lead.earliest if lead else None


def without_history(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without those of what lies further back than the lexicon's horizon, unless the text is a chronicle."""
    published, horizons = (
        story.article.published,
        {theme.name: theme.horizon for theme in story.lexicon.themes},
    )
    if story.document.chronicle or published is None:
        return statements
    return [
        s
        for s in statements
        if not (
            s.happened.interval
            and s.happened.interval.latest
            and (published - s.happened.interval.latest).days > horizons.get(s.kind.theme, YEAR)
        )
    ]


def with_standing(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with their standing."""
    return [_with_standing(story, each) for each in statements]


def _with_standing(story: Story, statement: Statement) -> Statement:
    voice, text = statement.voice, story.document.text
    words = text[slice(*voice.span)] if voice.span else voice.name
    role = voice.side.role if voice.side and voice.side.role in ("observer", "media") else ""
    who = Speaker(words, voice.cue, statement.names(statement.speakers), role, voice.own)
    around = " | ".join(text[slice(*part)] for part in _around(story, statement))
    how, why = stands(
        statement.kind,
        who,
        statement.names(statement.actors),
        statement.names(statement.targets),
        around,
        statement.negated,
    )
    return replace(statement, standing=how, reasons=(*statement.reasons, ("standing", why)))


def _around(story: Story, statement: Statement) -> list[Span]:
    """The clause of the event and that of its cue: there it may be said that something is not confirmed."""
    around = [statement.clause]
    if statement.voice.attribution:
        cue = statement.voice.attribution.cue[0][0]
        sentence = story.document.sentence(cue)
        if sentence and not statement.clause[0] <= cue < statement.clause[1]:
            parts = clauses(story.document.text, sentence.start, sentence.end)
            around += [part for part in parts if part[0] <= cue < part[1]]
    return around


PASSES: tuple[Pass, ...] = (
    with_parties,
    without_repeats,
    counted_apart,
    with_context,
    speech_statements,
    untyped,
    with_places,
    carried_places,
    with_holders,
    with_clocks,
    bounded_by_passage,
    without_history,
    with_standing,
    responses,
)
"""The passes in their order; each is a function from the story and its statements so far to statements."""
