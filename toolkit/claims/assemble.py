"""One article into statements: the ordered passes over the events that its frames tell."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from toolkit.claims.accusations import accusations
from toolkit.claims.addressees import with_addressees
from toolkit.claims.allegations import allegations
from toolkit.claims.carried import carried_places
from toolkit.claims.context import WHOSE_PEOPLE, with_context
from toolkit.claims.datings import bounded_by_passage, with_clocks, without_history, without_opinions
from toolkit.claims.dies_once import die_once
from toolkit.claims.event import Dropped, Event
from toolkit.claims.events import find_events
from toolkit.claims.holders import with_holders
from toolkit.claims.locations import with_places
from toolkit.claims.opposition import HARM
from toolkit.claims.order import with_order
from toolkit.claims.own_words import with_own_words
from toolkit.claims.participants import counted_apart, with_parties
from toolkit.claims.repeats import without_repeats
from toolkit.claims.responses import responses
from toolkit.claims.speakers import FIRST_PERSON, speaker
from toolkit.claims.speech import speech_statements
from toolkit.claims.standing import Speaker, stands
from toolkit.claims.statements import Statement
from toolkit.claims.story import Pass, Story
from toolkit.claims.tallies import tallies
from toolkit.claims.text.clauses import clauses
from toolkit.claims.together import dated_together
from toolkit.claims.untyped import untyped
from toolkit.model import Span


def read_statements(story: Story) -> tuple[list[Statement], list[Dropped]]:
    """The statements of an article in text order, and the events that make none."""
    events, dropped = find_events(story.document, story.lexicon, story.sentences)
    for each in dropped:
        story.passing.setdefault(each.event.sentence.index, []).append(each.event)
    statements = [_told(story, event) for event in events]
    for step in PASSES:
        statements = step(story, statements)
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


def with_standing(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with their standing."""
    return [_with_standing(story, each) for each in statements]


def _with_standing(story: Story, statement: Statement) -> Statement:
    voice, text = statement.voice, story.document.text
    words = text[slice(*voice.span)] if voice.span else voice.name
    role = voice.side.role if voice.side and voice.side.role in ("observer", "media") else ""
    names = statement.names(statement.speakers)
    if statement.kind.speech and not voice.own and not names:  # "the steel union": nobody known, but somebody
        names = statement.names(statement.actors)
    seen = statement.kind.name in SEEN and bool(names & story.opposition.supposed)
    told = (p for p in statement.targets if p.kind != "civilians" or p.why != "words")  # people are no side
    hurt = tuple(p for p in told if p.why != WHOSE_PEOPLE or statement.kind.name not in HARM)
    targets = statement.names(hurt if not seen else ())
    if not voice.own and _of_his_own(story, statement):  # "our soldiers", said by whomever
        names, targets = names | {voice.name}, targets | {voice.name}
    fights = not seen and bool(names & story.opposition.fighting)
    who = Speaker(words, voice.cue, names, role, voice.own, fights)
    around = " | ".join(text[slice(*part)] for part in _around(story, statement))
    how, why = stands(
        statement.kind,
        who,
        statement.names(statement.actors),
        targets,
        around,
        statement.negated,
        statement.kind.name == "statement" and statement.plover == "REJECT",
    )
    return replace(statement, standing=how, reasons=(*statement.reasons, ("standing", why)))


def _of_his_own(story: Story, statement: Statement) -> bool:
    """Whether those to whom something happens are the speaker's: "three of our soldiers", "seven of his own men"."""
    if statement.event is None or statement.event.patient is None:
        return False
    phrase = statement.event.patient
    owners = (each.owner for each in (phrase, *(inner for _, inner in phrase.complements)))
    first = any(each is not None and each.text.lower() in FIRST_PERSON for each in owners)
    text = story.document.text[phrase.start : phrase.end].lower().split()
    return first or any(a in REFERRING and b == "own" for a, b in pairwise(text))


SEEN = frozenset({"launch"})
"""Kinds of what one side does that the other only sees, where nothing else is told to be done to it."""
REFERRING = frozenset({"his", "her", "its", "their", "our", "my"})


def _around(story: Story, statement: Statement) -> list[Span]:
    """The clause of the event and that of its cue: there it may be said that something is not confirmed."""
    around = [statement.clause]
    if statement.frame and statement.frame.relation in ("adverbial", "relative") and not statement.modality:
        around = [statement.frame.clause]  # "when the paper reported it, the army did not confirm it"
    if statement.voice.attribution:
        cue = statement.voice.attribution.cue[0][0]
        sentence = story.document.sentence(cue)
        if sentence and not statement.clause[0] <= cue < statement.clause[1]:
            parts = clauses(story.document.text, sentence.start, sentence.end)
            around += [part for part in parts if part[0] <= cue < part[1]]
    return around


PASSES: tuple[Pass, ...] = (
    with_parties,
    accusations,
    without_repeats,
    counted_apart,
    with_places,
    with_context,
    speech_statements,
    untyped,
    with_places,
    carried_places,
    with_holders,
    with_own_words,
    with_addressees,
    with_clocks,
    without_opinions,
    dated_together,
    die_once,
    bounded_by_passage,
    without_history,
    tallies,
    with_standing,
    with_order,
    responses,
    allegations,
)
"""The passes in their order; each is a function from the story and its statements so far to statements."""
