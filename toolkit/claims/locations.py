"""Where what is told happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.lexicon.kinds import is_of_ground
from toolkit.claims.opposition import HOSTILE
from toolkit.claims.places.places import PlaceMention, main_place
from toolkit.claims.places.sites import learn, taken_up_site
from toolkit.claims.places.where import place_of
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.sentences import Sentence
from toolkit.dates.interval import intersect

_CAPITAL = re.compile(r"(?<!, )\bthe capital\b(?!,? of\b|’s|'s|, [A-Z])")
CARRIED = 2
"""Sentences within which a statement without any place stays where the one before it was."""
SAME = 6
"""Sentences within which an event of the same kind by the same is taken for the same event."""
SPOKEN = 2
"""Sentences within which somebody speaks of what was told before him."""
OPENING = 3
"""Sentences at the start of an article that tell what it is about."""


def with_places(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the places that they name and the one where each happened."""
    return [each if each.place or each.places else _with_place(story, each) for each in statements]


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
        statement.kind.speech, statement.kind.departure, is_of_ground(statement.kind),
    )  # fmt: skip
    if place is None and _CAPITAL.search(story.document.text, *statement.clause):
        place = story.capital
    return replace(statement, place=place, places=found, targets=_but_for_places(statement, found))


def _but_for_places(statement: Statement, named: Sequence[PlaceMention]) -> tuple[Party, ...]:
    """The targets of a deed without those that are but a place of the sentence: "gunmen attacked X"."""
    names = {mention.place.name for mention in named} if statement.plover in HOSTILE else set()
    return tuple(
        party
        for party in statement.targets
        if not (party.name in names and party.kind in ("group", "person"))
    )


def carried_places(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without a place of their own, at the place of another mention of the same, of the one just before,
    or of the passage."""
    done: list[Statement] = []
    lead = _lead(story, statements)
    for each in statements:
        if each.place is None and not each.kind.speech:
            place = (
                (taken_up_site(each.frame, story.sites) if each.frame else None)
                or _same_event(each, done)
                or _just_before(each, done)
                or _of_passage(story, each)
                or lead
                or story.headlined
                or story.home
            )
            each = replace(each, place=place)
        elif each.place is None:
            each = replace(each, place=_spoken_of(story, each, done))
        elif each.frame is not None:
            learn(each.frame, each.place, story.sites)
        done.append(each)
    return done


def _same_event(each: Statement, before: Sequence[Statement]) -> PlaceMention | None:
    """The place of the last event of the same kind by and against the same."""
    actors, targets = each.names(each.actors), each.names(each.targets)
    for other in reversed(before):
        if each.sentence.index - other.sentence.index > SAME:
            break
        alike = other.kind.name == each.kind.name or {other.kind.name, each.kind.name} <= VIOLENT
        if other.place is None or other.kind.speech or not alike:
            continue
        same = actors & other.names(other.actors), targets & other.names(other.targets)
        known = (not actors or not other.actors or same[0]) and (not targets or not other.targets or same[1])
        if known and (same[0] or same[1]):
            return other.place
    return None


VIOLENT = frozenset({"strike", "launch", "casualty"})
"""Kinds that tell of one blow: the launch, the strike, the dead."""


def _just_before(each: Statement, before: Sequence[Statement]) -> PlaceMention | None:
    """The place of the statement just before, unless it is by others."""
    actors = each.names(each.actors)
    for other in reversed(before):
        if each.sentence.index - other.sentence.index > CARRIED:
            return None
        if (
            other.place
            and not other.kind.speech
            and (other.plover in HOSTILE) == (each.plover in HOSTILE)
            and (not actors or not other.actors or actors & other.names((*other.actors, *other.targets)))
        ):
            return other.place
    return None


def _spoken_of(story: Story, each: Statement, before: Sequence[Statement]) -> PlaceMention | None:
    """Where that was about which somebody speaks right after it is told; else the one place that the article is
    about. In a chronicle one entry says nothing of the next."""
    if story.document.chronicle:
        return None
    parties, within = each.names((*each.actors, *each.targets)), SPOKEN if story.short else 1
    for other in reversed(before):
        if each.sentence.index - other.sentence.index > within:
            break
        meant = story.short or parties & other.names((*other.actors, *other.targets))
        if other.place and not other.kind.speech and not other.modality and meant:
            return None if _days_apart(story, each.sentence, other.sentence) else other.place
    return story.ground if story.short else story.headlined


def _days_apart(story: Story, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences tell of days, and have none in common."""
    days, others = (
        [d.interval for d in story.document.dates_in(each.start, each.end) if d.interval]
        for each in (one, other)
    )
    return bool(days and others) and not any(intersect(a, b) for a in days for b in others)


def _of_passage(story: Story, statement: Statement) -> PlaceMention | None:
    """The last place in which something is said to happen, in the sentence just before."""
    index = statement.sentence.index - 1
    named = [p for p in story.places(story.document.sentences[index]) if p.role == "at"] if index >= 0 else []
    return named[-1] if named else story.ground


def _lead(story: Story, statements: Sequence[Statement]) -> PlaceMention | None:
    """Where the first event of a short article happened."""
    if not story.short:
        return None
    return next(
        (s.place for s in statements if s.place and not s.kind.speech and s.sentence.index <= OPENING), None
    )
