"""Frames matched with entries: which words, which phrases fill the roles, which conditions hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from toolkit.claims.lexicon.entries import FORMS, Condition, Entry
from toolkit.claims.lexicon.kinds import Kind
from toolkit.claims.lexicon.roles import Roles, joined_by, plain, roles_of
from toolkit.claims.lexicon.types import ANY, ANYBODY
from toolkit.claims.lexicon.words import JOINING, Wording, noun_forms
from toolkit.language.frames import Frame, Phrase
from toolkit.language.words import grammar


@dataclass(frozen=True, slots=True)
class Evidence:
    """A condition and the words of the phrase that fulfils it, or fails it; empty where there is no such phrase."""

    condition: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """The entry that fits a frame best, with the wording found, the roles as it reads them, and why it fits.

    `fixed` are phrases that belong to the predicate ("control" of "wrest control") and tell of no event of their own.
    """

    entry: Entry
    wording: Wording
    roles: Roles
    why: tuple[Evidence, ...]
    fixed: tuple[Phrase, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind of event."""
        return self.entry.kind


@dataclass(frozen=True, slots=True)
class Miss:
    """An entry with a frame's word that did not fit, with the condition that failed."""

    entry: Entry
    wording: Wording
    failed: Evidence


def attempt(
    frame: Frame,
    entry: Entry,
    wording: Wording,
    types_of: Callable[[Phrase], frozenset[str]],
    governs: Collection[str] = (),
) -> Match | Miss:
    """One entry tried on a frame that has the head of one of its wordings; `governs` as `governed` gives it."""
    consumed = _worded(frame, wording)
    if consumed is None:
        return Miss(entry, wording, Evidence(f"words: {wording}", f"{frame.lemma} {frame.particle}".strip()))
    if before := next((word for word in entry.not_modified if word in _modifiers(frame)), ""):
        return Miss(entry, wording, Evidence(f"not_modified: {before}", f"{before} {frame.lemma}"))
    if entry.negated and not frame.negated:
        return Miss(entry, wording, Evidence("negated: true", frame.lemma))
    why = []
    if entry.complement:
        complement = next((each for each in entry.complement if each in governs), "")
        if not complement:
            return Miss(entry, wording, Evidence(f"complement: {'/'.join(entry.complement)}", ""))
        why.append(Evidence("complement", complement))
    roles = roles_of(frame, entry, wording, consumed)
    for condition in entry.conditions:
        told = _held(condition, entry, frame, roles, types_of)
        if isinstance(told, str):
            return Miss(entry, wording, Evidence(str(condition), told))
        if told is not None:
            why.append(told)
    return Match(entry, wording, roles, tuple(why), consumed)


def governed(frame: Frame, frames: Sequence[Frame]) -> frozenset[str]:
    """The forms and the verbs of the clauses that a frame governs: infinitive, clause, gerund; "told them to leave".

    An infinitive with a subject of its own is a request besides ("wants the rebels to leave"). Of a participle or a
    relative clause behind one of its phrases ("the number of people killed rose") and of a purpose ("sent jets to bomb
    the port") only the verb counts.
    """
    found = set()
    for each in frames:
        if each.parent != frame.index or each.form == "noun":
            continue
        if each.relation in ("participle", "relative") or each.modality == "purpose":
            found.add(each.lemma)
        asked = each.modality == "demanded" and each.tense == "infinitive"  # "called for him to go"
        if each.relation not in ("purpose", "complement", "gerund") and not asked:
            continue
        form = "gerund" if each.tense == "ing" else "infinitive" if each.tense == "infinitive" else "clause"
        found |= {form, each.lemma}
        if form == "infinitive" and _of_another(each, frame):
            found.add("request")
    return frozenset(found)


def _of_another(clause: Frame, frame: Frame) -> bool:
    """Whether an infinitive has another subject than the predicate that governs it."""
    own = clause.first("patient" if clause.voice == "passive" else "agent")
    above = frame.first("patient" if frame.voice == "passive" else "agent")
    return own is not None and (above is None or own.token != above.token)


def rank(match: Match) -> tuple[int, int, int, int, int]:
    """How specific a match is: words beside the head, a denial or a certain verb that it asks for; conditions that a
    phrase fulfils (those on the agent count least, for most events are told by what is done); how few types they leave
    open; all conditions."""
    entry = match.entry
    of_agent = sum(each.condition.startswith("agent") for each in match.why)
    worded = any(each.condition == "complement" and each.text not in FORMS for each in match.why)
    open_to = sum(len(types) for each in entry.conditions if not each.refused for _, types in each.slots)
    return (
        len(match.wording.rest) + entry.negated + worded, len(match.why) - of_agent, of_agent, -open_to,
        len(entry.conditions),
    )  # fmt: skip


def _worded(frame: Frame, wording: Wording) -> tuple[Phrase, ...] | None:
    """The phrases that belong to the predicate as it is worded; None where its words are not there."""
    if wording.head == "be":
        pass
    elif wording.form != frame.form and not (
        frame.form == "copula" and wording.form in ("noun", "adjective")
    ):
        return None
    if wording.form == "noun" and wording.rest:
        return () if _noun_worded(frame, wording.rest) else None
    if not wording.rest:
        return None if _is_another_verb(frame) else ()
    fixed: list[Phrase] = []
    rest = list(wording.rest)
    while rest:
        word = rest.pop(0)
        if word in frame.particle.split():
            continue
        forms = noun_forms(word)
        bare = (a.phrase for a in frame.arguments if not a.preposition and a.role != "agent")
        if found := next((phrase for phrase in bare if phrase.lemma in forms), None):
            fixed.append(found)
            continue
        # "Took the town on Monday" is no "take on".
        joined = (a for a in frame.arguments if a.role != "time" or rest)
        phrases = [a.phrase for a in joined if plain(a.preposition) == word]
        if not phrases and rest:  # "set the depot on fire", with the last words hung on the depot
            objects = (a.phrase for a in frame.arguments if a.role == "patient" and not a.preposition)
            phrases = [each for phrase in objects for prep, each in phrase.complements if plain(prep) == word]
        if not phrases or (
            word == "in" and not rest
        ):  # "called in reservists", but "in Cairo he called for a truce"
            return None
        if rest:
            last = noun_forms(rest[0])
            if (noun := next((phrase for phrase in phrases if phrase.lemma in last), None)) is None:
                return None
            fixed.append(noun)
            rest.pop(0)
    return tuple(fixed)


def words_beside(frame: Frame) -> frozenset[str]:
    """The words of a frame that a wording can ask for beside the head: particles, prepositions, heads of phrases and
    what stands before a noun."""
    phrases = [each.phrase for each in frame.arguments]
    joints = [each.preposition for each in frame.arguments]
    joints += [preposition for phrase in phrases for preposition, _ in phrase.complements]
    lemmas = (phrase.lemma for phrase in phrases)
    return frozenset((*frame.particle.split(), *map(plain, joints), *lemmas, *_modifiers(frame)))


def may_be_worded(wording: Wording, beside: frozenset[str]) -> bool:
    """Whether a frame with these words beside it has the first that a wording asks for: of most it has not."""
    return not wording.rest or not beside.isdisjoint(noun_forms(wording.rest[0]))


def _is_another_verb(frame: Frame) -> bool:
    """Whether a particle makes a verb another one, as "up" does of "give"; the "out" of "out of" only says whence."""
    leaves = frame.particle == "out" and any(
        a.role == "source" and a.preposition == "of" for a in frame.arguments
    )
    return frame.form == "verb" and frame.particle in grammar("particles", "changing") and not leaves


def _noun_worded(frame: Frame, rest: tuple[str, ...]) -> bool:
    """Whether a noun of action has these words before it, and after it what a preposition is to join."""
    at = next((i for i, word in enumerate(rest) if word in JOINING), len(rest))
    if not set(rest[:at]) <= set(_modifiers(frame)):
        return False
    named = joined_by(frame, rest[at]) if at < len(rest) else None
    return at == len(rest) or (named is not None and named.lemma in noun_forms(rest[-1]))


def _held(
    condition: Condition,
    entry: Entry,
    frame: Frame,
    roles: Roles,
    types_of: Callable[[Phrase], frozenset[str]],
) -> Evidence | str | None:
    """The evidence for a condition, None where it holds for want of a phrase, or the words that fail it."""
    failing = ""
    there = False
    for slot, types in condition.slots:
        for phrase in _phrases(condition, slot, frame, roles):
            there = True
            found = types_of(phrase)
            if condition.refused and ANYBODY in found:
                found = found & SURE
            fits = not found.isdisjoint(types)
            if fits and condition.refused:
                return phrase.text or slot
            if fits:
                return Evidence(str(condition), phrase.text)
            failing = failing or phrase.text
    if condition.refused or (not there and _may_be_missing(condition, entry, frame)):
        return None
    return failing


SURE = frozenset({"pronoun", ANY})
"""Types that a word which may stand for anybody has for certain."""


def _may_be_missing(condition: Condition, entry: Entry, frame: Frame) -> bool:
    """Whether a role may be left out: the agent always, of a noun any role that its entry does not need."""
    if condition.joined or condition.key in entry.needs:
        return False
    return condition.key == "agent" or frame.form == "noun"


def _modifiers(frame: Frame) -> tuple[str, ...]:
    """The words before a noun of action, where the frame has them."""
    return getattr(frame, "modifiers", ())


def _phrases(condition: Condition, slot: str, frame: Frame, roles: Roles) -> list[Phrase]:
    if condition.joined:
        wanted = plain(slot)
        return [a.phrase for a in frame.arguments if plain(a.preposition) == wanted]
    role = {
        "agent": roles.agent,
        "patient": roles.patient,
        "recipient": roles.recipient,
        "topic": roles.topic,
    }[slot]
    return [] if role is None else [role]
