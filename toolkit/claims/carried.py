"""Where something happened whose own words name no place: what the passage or the article tells before it.

The rules are tried in their order; each gives a place or nothing. A place in the land of who harms people of another
state is none of theirs (`_at_home`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from toolkit.claims.actors.vocabulary import heads, home_of
from toolkit.claims.ground import own_ground, police_ground, seat, wide_ground
from toolkit.claims.opposition import HARM, HOSTILE, takes_sides
from toolkit.claims.places.evidence import AT, SITES
from toolkit.claims.places.nowhere import is_aside, is_clinic
from toolkit.claims.places.places import METONYMS, PlaceMention
from toolkit.claims.places.sites import learn, taken_up_site
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story

CARRIED = 1
"""Sentences within which a statement without any place stays where the one before it was."""
SAME = 3
"""Sentences within which an event of the same kind by the same is taken for the same event."""
SPOKEN = 2
"""Sentences within which somebody speaks of what was told before him."""
OPENING = 3
"""Sentences at the start of an article that tell what it is about."""

Done = Sequence[Statement]
Rule = Callable[[Story, Statement, Done], PlaceMention | None]


def carried_places(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without a place of their own, at the place that the first rule gives that knows one."""
    done: list[Statement] = []
    told: list[Statement] = []  # those whose places others may take over: a border is a line
    bygone: list[Statement] = []
    lead = _lead(story, statements)
    venues = _venues(statements)
    for each in statements:
        old = _is_bygone(story, each)
        if each.place is None:
            rules = SPEECH if each.kind.speech else EVENTS
            before = sorted([*told, *bygone], key=lambda s: s.sentence.index) if old else told
            place = next(filter(None, (rule(story, each, before) for rule in rules)), None)
            if place is None and not each.kind.speech:
                place = lead or story.headlined or story.home
            if place is not None and each.plover in HOSTILE and place.place.name in venues:
                place = None
            each = replace(each, place=_at_home(story, each, place), carried=place is not None)
        elif not each.kind.speech and each.frame is not None:
            learn(each.frame, each.place, story.sites)
        done.append(each)
        if not _is_line(each.place) and not (each.place and is_clinic(story.document.text, each.place)):
            (bygone if old else told).append(each)
    return done


def _is_bygone(story: Story, each: Statement) -> bool:
    """Whether a statement is of long ago, which what is new has no place in common with: "after the September attacks
    on the capital"."""
    published = story.document.published
    if published is None or story.history:
        return False
    days = [d.interval for d in story.document.dates_in(*each.clause) if d.interval is not None]
    return bool(days) and all(
        day.latest is not None and (published - day.latest).days > BYGONE for day in days
    )


BYGONE = 30
"""Days before an article behind which it looks back."""


def _venues(statements: Done) -> frozenset[str]:
    """Places that the article names for meetings alone: nobody fights there."""
    named = {"met": set[str](), "done": set[str]()}
    for each in statements:
        if each.place is not None and not each.kind.speech:
            named["met" if each.plover == MEETING else "done"].add(each.place.place.name)
    return frozenset(named["met"] - named["done"])


MEETING = "CONSULT"
"""The PLOVER type of those who meet."""


def _is_line(place: PlaceMention | None) -> bool:
    return place is not None and place.place.kind == "border"


def _lead(story: Story, statements: Done) -> PlaceMention | None:
    """Where the first event of a short article happened."""
    opening = (
        s
        for s in statements
        if s.sentence.index <= OPENING and not s.kind.speech and not _is_bygone(story, s)
    )
    return (
        next((s.place for s in opening if s.place and not _is_line(s.place)), None) if story.short else None
    )


def _at_home(story: Story, each: Statement, place: PlaceMention | None) -> PlaceMention | None:
    """A place, or the country of those who are harmed where it lies in the land of who harms them: those who are no
    soldiers, and what does not move, are harmed at home."""
    country = place.place.country if place is not None else ""
    if each.kind.name not in AT_HOME or not country or not _immobile(each):
        return place
    if country not in {home_of(party.name) for party in each.actors}:
        return place
    against = story.opposition.against(each.names(each.actors))
    harmed = [home_of(name) for name in (*(p.name for p in each.targets), against)]
    states = [code for code in harmed if code and code != country]
    return story.place_of(states[0]) if states and country not in harmed else place


AT_HOME = frozenset({"strike", "casualty", "assassination", "atrocity", "displacement"})
"""Kinds of harm that is done to people and things where they are."""


def _immobile(each: Statement) -> bool:
    """Whether nobody who bears arms and nothing that moves is told to be harmed."""
    patient = each.event.patient if each.event is not None else None
    if patient is not None and patient.lemma in SITES | heads("immobile"):
        return True
    return any(not takes_sides(party) for party in each.targets)


def _same_event(_: Story, each: Statement, before: Done) -> PlaceMention | None:
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


def _fronted(story: Story, each: Statement, _: Done) -> PlaceMention | None:
    """The place with which its sentence begins: "In X, where fighting goes on, the army said that ..."."""
    named = story.places(each.sentence)[:1]
    words = story.document.text[each.sentence.start : named[0].start].split() if named else ["", "", ""]
    fronted = len(words) < FRONT and words[:1] and words[0].lower() in AT
    return named[0] if fronted and named[0].place.kind not in METONYMS else None


FRONT = 4
"""Words of what joins a place to the front of its sentence, with the articles and what it is."""


def _beside(_: Story, each: Statement, before: Done) -> PlaceMention | None:
    """The place of what its own sentence tells before, of the same sort."""
    alike = (
        s
        for s in reversed(before)
        if s.sentence.index == each.sentence.index and (s.plover in HOSTILE) == (each.plover in HOSTILE)
    )
    return next((s.place for s in alike if s.place and not s.kind.speech), None)


def _same_parties(story: Story, each: Statement, before: Done) -> PlaceMention | None:
    """The place of the last blow by the same against the same in a short article, however far back."""
    actors, targets = each.names(each.actors), each.names(each.targets)
    if not story.short or not actors or not targets or each.kind.name not in VIOLENT:
        return None
    return next(
        (
            s.place
            for s in reversed(before)
            if s.place
            and s.kind.name in VIOLENT
            and (s.names(s.actors), s.names(s.targets)) == (actors, targets)
        ),
        None,
    )


VIOLENT = frozenset({"strike", "launch", "casualty"})
"""Kinds that tell of one blow: the launch, the strike, the dead."""


def _just_before(_: Story, each: Statement, before: Done) -> PlaceMention | None:
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


def _spoken_of(story: Story, each: Statement, before: Done) -> PlaceMention | None:
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
            return None if story.days_apart(each.sentence, other.sentence) else other.place
    return story.ground if story.short else story.headlined


def _of_passage(story: Story, statement: Statement, _: Done) -> PlaceMention | None:
    """The last place in which something is said to happen, in the sentence just before; none where somebody sits."""
    index = statement.sentence.index - 1
    places = story.places(story.document.sentences[index]) if index >= 0 else []
    document = story.document
    places = [
        p
        for p in places
        if not _is_line(p) and not is_clinic(document.text, p) and not is_aside(document, p, 0)
    ]
    named = [p for p in places if p.role == "at" and not story.document.names_speaker(p.start)]
    return named[-1] if named else story.ground


def _site(story: Story, each: Statement, _: Done) -> PlaceMention | None:
    """The place of a site that was named before: "the airfield"."""
    return taken_up_site(each.frame, story.sites) if each.frame else None


def _witnessed(story: Story, each: Statement, _: Done) -> PlaceMention | None:
    """Where those are who tell of harm from what they see: "a nurse at the hospital of X said"."""
    voice = each.voice.span
    if each.voice.own or voice is None or (each.plover not in HOSTILE and each.kind.name not in HARM | SEEN):
        return None
    phrase = story.document.phrase(voice)
    if phrase is None or phrase.lemma not in heads("witnesses"):
        return None
    end = max([voice[1], *(inner.end for _, inner in phrase.complements)])
    named = [p for p in _places_at(story, voice[0]) if voice[0] <= p.start < end]
    tells = each.event is not None and each.event.match is not None and each.event.match.entry.tells
    named = [p for p in named if not (tells and is_clinic(story.document.text, p))]
    return replace(named[0], role="at") if named else None


SEEN = frozenset({"disaster", "clash", "protest", "displacement", "atrocity"})
"""Kinds of what people see besides the acts of armies."""


def _places_at(story: Story, at: int) -> list[PlaceMention]:
    sentence = story.document.sentence(at)
    return story.places(sentence) if sentence is not None else []


EVENTS: tuple[Rule, ...] = (
    own_ground,
    wide_ground,
    seat,
    police_ground,
    _site,
    _witnessed,
    _fronted,
    _same_event,
    _beside,
    _same_parties,
    _just_before,
    _of_passage,
)
SPEECH: tuple[Rule, ...] = (_spoken_of,)
"""The rules for what happens and for what is said, in their order."""
