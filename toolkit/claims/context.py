"""Who takes part in an event where its own words do not say: by what the article tells around it.

Nobody is anybody's enemy by a list. A missing role is filled from another event of the same sentence or passage, or,
where the article itself tells of exactly one adversary of the party that is named, with that adversary. Each says so in
`Party.why`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.actors.vocabulary import at_home, heads, home_of
from toolkit.claims.attribution.cues import cues
from toolkit.claims.hurt import hurt_by_it, where_people_are
from toolkit.claims.opposition import (
    CIVIL,
    HARM,
    HOSTILE,
    Opposition,
    adversary_of,
    attacker,
    is_harmless,
    opposition,
)
from toolkit.claims.own_words import SOMEBODY
from toolkit.claims.participants import MOVING, MUTUAL
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.unnamed import (
    AGREED,
    CUSTODY,
    army_told,
    because,
    guards,
    is_suicidal,
    keeping,
    main_pair,
    no_state,
    not_own,
    of_army,
    of_host,
    of_two,
)

LOOKED_BACK = 40
"""Statements before an event among which the same one at the same place may be."""
WHOSE_PEOPLE = "state whose people are hurt"
NEAR = 3
"""Sentences before an event in which another of its kind may name who takes part."""


def with_context(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the roles filled that the passage or the whole article gives."""
    told = opposition(story.document, story.parties, statements, story.country)
    story.opposition.update(told)
    done: list[Statement] = []
    army = army_told(told, story.parties.authority)
    keepers = guards(statements) if story.parties.domestic else ()
    by: dict[int, list[Statement]] = {}
    for each in statements:
        by.setdefault(each.sentence.index, []).append(each)
    for each in sorted(statements, key=lambda s: (s.sentence.index, s.trigger)):
        if each.event is not None and each.plover in HOSTILE and not each.kind.speech:
            each = of_army(each, army)
            each = _by_own_words(story, each)
            each = _filled(story, each, done, by[each.sentence.index], told)
        if each.event is not None and each.kind.name in MOVING and not each.targets:
            each = replace(each, targets=_fled(story, each, done, by[each.sentence.index], told))
        if each.event is not None and each.kind.name in CUSTODY and not each.actors:
            each = replace(each, actors=not_own(keepers or keeping(each), each.targets))
        if each.event is not None and each.kind.name in AGREED:
            each = of_two(story, of_host(each), told)
        done.append(each)
    return done


def _by_own_words(story: Story, each: Statement) -> Statement:
    """A statement with those who act in it by their own words, whom no list names: "extremists bombed", no "drones"."""
    event = each.event
    agent = event.agent if event is not None else None
    if each.actors or event is None or agent is None or agent.pronoun or agent.lemma in POLICE:
        return each
    suffers = each.kind.name in HARM and event.patient is None  # "seven miners are missing"
    if suffers or SOMEBODY.isdisjoint(story.lexicon.types_of(agent)):
        return each
    return replace(each, actors=story.parties.by_words(agent))


POLICE = heads("home", "police")
"""Words that stand for the police told of beside them."""


def _filled(
    story: Story, each: Statement, before: Sequence[Statement], beside: Sequence[Statement], told: Opposition
) -> Statement:
    country = each.place.place.country if each.place else story.country
    if not each.actors and not each.targets and _claims_it(each, told):
        each = replace(each, actors=because(each.speakers, "claims it"))
    struck = each.kind.gains != "actor" or each.kind.name == "strike"
    if not each.actors and not each.targets and struck and (hit := _on_whom(each, told)):
        each = replace(each, targets=hit, actors=adversary_of(hit, told))
    if not each.targets and each.kind.name == "strike":
        each = replace(each, targets=hurt_by_it(each, beside))
    if not each.actors and not each.targets and (like := _alike(story, each, before, beside)):
        actors = tuple(party for party in like.actors if not is_harmless(party))
        each = replace(
            each, actors=because(actors, "same event"), targets=because(like.targets, "same event")
        )
    if each.kind.name in MUTUAL and not each.actors:
        pair = main_pair(told, each.trigger)
        return replace(each, actors=pair, targets=each.targets or pair)
    if not each.targets and not each.actors and each.kind.name in HARM and _of_own(story, each):
        each = replace(each, targets=because(each.speakers, "tells of its own"))
    if each.targets and not each.actors:
        victims = _victims(each, told)
        doers = not_own(_actor_beside(story, each, before, beside), victims)
        adversary = adversary_of(victims or each.targets, told)
        doers = doers or adversary or not_own(attacker(each, told), victims)
        each = replace(each, actors=no_state(doers) if is_suicidal(story, each) else doers)
    if each.actors and not each.targets and (each.kind.gains != "nobody" or each.plover in AGAINST):
        foes = (
            adversary_of(each.actors, told, country) or _same_foe(story, each, before) or _teller(story, each)
        )
        return replace(each, targets=(*where_people_are(each), *foes))
    if each.targets and all(party.kind == "civilians" for party in each.targets):
        states = tuple(p for p in adversary_of(each.actors, told, country) if home_of(p.name))
        whose = not_own(_victims(each, told) or states, each.actors)
        return replace(each, targets=(*each.targets, *because(whose, WHOSE_PEOPLE)))
    return each


AGAINST = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
"""PLOVER types of what armed forces do because of an adversary."""


def _on_whom(each: Statement, told: Opposition) -> tuple[Party, ...]:
    """The state on whose ground something happens, where the article tells of two states at war."""
    states = at_home(sorted(told.fighting), each.place.place.country if each.place else "")
    if not states or not any(home_of(other) for other in told.weights[states[0]]):
        return ()
    return (Party(states[0], None, "state", each.trigger, "state on whose ground it is"),)


def _claims_it(each: Statement, told: Opposition) -> bool:
    """Whether a party of the fight claims what its doer gains by: "claimed that an offensive was under way"."""
    cue = cues().get(each.voice.cue.split()[-1].lower()) if each.voice.cue else None
    own = cue is not None and cue.lemma in CLAIMING and bool(each.names(each.speakers) & told.fighting)
    return own and each.kind.gains == "actor" and each.plover in HOSTILE


CLAIMING = frozenset({"claim", "announce", "boast"})
"""Verbs by which somebody tells what he did himself."""
_FIGHTERS = (
    "militant",
    "fighter",
    "insurgent",
    "terrorist",
    "rebel",
    "gunman",
    "jihadist",
    "extremist",
    "enemy",
    "combatant",
)


def _teller(story: Story, each: Statement) -> tuple[Party, ...]:
    """An army or a defence ministry that tells of a blow by another on nobody named: it tells of its own."""
    own = tuple(p for p in each.speakers if p.kind in ("state", "group"))
    return because(not_own(own, each.actors), "tells of it") if _is_armed(story, each) else ()


def _of_own(story: Story, each: Statement) -> bool:
    """Whether an army tells of soldiers of nobody named."""
    patient = each.event.patient if each.event else None
    regular = patient is not None and patient.lemma in heads("opposition", "regular")
    return regular and patient is not None and not patient.name and _is_armed(story, each)


def _is_armed(story: Story, each: Statement) -> bool:
    """Whether who speaks bears arms by his words, "the army", "the defence ministry", or is a group told to fight."""
    words = story.document.text[slice(*each.voice.span)] if each.voice.span else each.voice.name
    told = not heads("opposition", "forces").isdisjoint(words.lower().split())
    return not each.voice.own and (
        told or any(p.kind == "group" and p.name in story.opposition.fighting for p in each.speakers)
    )


def _victims(each: Statement, told: Opposition) -> tuple[Party, ...]:
    """Whose people are hurt, where only people are named: of the state in which it happens, or of who tells it."""
    if not all(party.kind == "civilians" for party in each.targets):
        return ()
    patient = each.event.patient if each.event else None
    if patient is not None and patient.lemma in _FIGHTERS:
        return ()
    if victims := _on_whom(each, told):
        return victims
    return tuple(party for party in each.speakers if party.name in told.fighting)


def _alike(
    story: Story, each: Statement, before: Sequence[Statement], beside: Sequence[Statement] = ()
) -> Statement | None:
    """An event of the same kind, told shortly before or `beside` it, on no other day and at the same place rather than
    elsewhere."""
    if each.place is not None:
        where, near = each.place.place.name, before[-LOOKED_BACK:]
        there = (
            s
            for s in (*beside, *reversed(near))
            if s.kind.name == each.kind.name
            and s.actors
            and s.place is not None
            and s.modality == each.modality
        )
        if (same := next((s for s in there if s.place and s.place.place.name == where), None)) is not None:
            return same
    for other in reversed(before):
        if each.sentence.index - other.sentence.index > NEAR:
            return None
        kin = other.kind.name == each.kind.name or (
            each.kind.family and other.kind.family == each.kind.family
        )
        real = not other.modality or each.modality  # what is only threatened is another
        if kin and other.actors and real and not story.days_apart(each.sentence, other.sentence):
            return other
    return None


def _same_foe(story: Story, each: Statement, before: Sequence[Statement]) -> tuple[Party, ...]:
    """To whom the same did the like shortly before: "police fired again", after "police beat marchers"."""
    like = _alike(story, each, before)
    same = like is not None and each.names(each.actors) == like.names(like.actors)
    return because(not_own(like.targets, each.actors), "same event") if like is not None and same else ()


def _actor_beside(
    story: Story, each: Statement, before: Sequence[Statement], beside: Sequence[Statement]
) -> tuple[Party, ...]:
    """Who acts in another hostile event of the sentence, else who acted against the same ones shortly before."""
    targets = each.names(each.targets)
    if found := _in_passing(story, each, targets):
        return because(found, "event named beside it")
    same = [s for s in beside if s.trigger != each.trigger]
    for other in (*same, *reversed([s for s in before if each.sentence.index - s.sentence.index <= NEAR])):
        if other.plover not in HOSTILE or other.event is None or other.kind.speech:
            continue
        if other.kind.name in MUTUAL and other not in same:  # both sides of a clash are nobody's one doer
            continue
        acting = tuple(
            party for party in other.actors if party.name not in targets and not is_harmless(party)
        )
        if acting and (
            other in same
            or all(p.kind in CIVIL for p in each.targets)
            or other.names(other.targets) & targets
        ):
            return because(acting, "event beside it")
    return ()


def _fled(
    story: Story, each: Statement, before: Sequence[Statement], beside: Sequence[Statement], told: Opposition
) -> tuple[Party, ...]:
    """From whom people flee: who acts beside it or right before, else the one that fights most others."""
    if not each.actors or any(party.kind != "civilians" for party in each.actors):
        return ()
    return because(_actor_beside(story, each, before, beside) or attacker(each, told), "from whom they flee")


def _in_passing(story: Story, each: Statement, targets: frozenset[str]) -> tuple[Party, ...]:
    """Who acts in an event that the clause only names: "killed in an Israeli airstrike"."""
    for event in story.passing.get(each.sentence.index, ()):
        if event.plover in HOSTILE and each.clause[0] <= event.trigger[0] < each.clause[1]:
            phrases = (
                [event.agent]
                if event.agent
                else [a.phrase for a in event.frame.arguments if a.preposition in ("with", "against")]
            )
            found = tuple(
                p
                for phrase in phrases
                for p in story.parties.of(phrase)
                if p.name not in targets and p.kind not in CIVIL
            )
            if found:
                return found
    return ()
