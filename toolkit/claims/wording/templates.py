"""Sentences of kinds: what is said of an event whose words make no clause of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toolkit.claims.statements import Statement
from toolkit.claims.wording.english import LONGEST, article, cut, listed, sentence, verb_of
from toolkit.claims.wording.inflection import active, passive
from toolkit.claims.wording.names import Names
from toolkit.claims.wording.phrases import FULL, SHORT, SHORTEST

BY_NOUN = ("{actor} [*] {target}", "{target} [be *]")
"""Sentences of a noun behind which there is a verb: "the seizure of the port by rebels"."""
OF_ITSELF = {"death": "{whose} [die]"}
"""Sentences of nouns of what befalls somebody by itself."""
GENERIC = "{event} [take] place"
"""The sentence of a kind that has none of its own."""
MODAL = {
    "demanded": "{event} [be call] for", "plans": "{event} [be plan]", "ordered": "{event} [be order]",
    "purpose": "{event} [be plan]", "will": "{event} [be plan]",
}  # fmt: skip
MAY = "{event} may take place"
NONE = "no {kind} [take] place"
NONE_REACHED = "no {kind} [be reach]"
"""The sentences of what does not come about, of what sides agree on the second."""
_PIECE = re.compile(r"\{(\w+)\}|\[([\w* ]+)\]")
_ARTICLE = re.compile(r"^(?:the|this|that|these|those|another|its|their|his|her|such)\s+", re.I)
Slot = tuple[str, bool]


def filled(names: Names, one: Statement, back: bool = False) -> str:
    """The first sentence of a statement's kind that has all it needs; empty where none has."""
    made = ""
    for kept in (FULL, SHORT, SHORTEST):
        slots = _slots(names, one, kept)
        made = next(filter(None, (fill(each, slots, _verb(one), back) for each in _templates(one))), "")
        if len(made) <= LONGEST:
            return made
    return cut(made)


def _verb(one: Statement) -> str:
    """The verb that tells what happened: that of the frame, or the one behind its noun."""
    frame = one.frame
    if frame is None or frame.form == "copula":
        return ""
    return verb_of(frame.lemma) if frame.form == "noun" else f"{frame.lemma} {frame.particle}".strip()


def _templates(one: Statement) -> tuple[str, ...]:
    if one.negated:
        reached = one.frame is not None and one.frame.lemma in listed("dropped", "reached")
        return (NONE_REACHED if reached else NONE,)
    if one.modality:
        return (MODAL.get(one.modality, MAY),)
    open_to_all = one.frame is not None and one.frame.lemma in listed("dropped", "unasserted")
    alone = OF_ITSELF.get(one.frame.lemma) if one.frame is not None and one.frame.form == "noun" else None
    told = (*BY_NOUN, *one.kind.wording, *([alone] if alone else []))
    return told if open_to_all else (*told, GENERIC)


def fill(template: str, slots: Mapping[str, Slot], verb: str = "", back: bool = False) -> str:
    """A template with its slots filled, its verbs inflected; empty where a slot is.

    >>> fill("{actor} [strike] {target}", {"actor": ("drones", True), "target": ("a refinery", False)})
    'Drones strike a refinery'
    >>> fill("{actor} [*] {target}", {"actor": ("the army", False), "target": ("the town", False)})
    ''
    >>> fill("{event} [strike] {place}", {"event": ("a famine in Darfur", False), "place": ("Darfur", False)})
    ''
    """
    plural = next((slots[m[1]][1] for m in _PIECE.finditer(template) if m[1] in slots), False)
    written: list[str] = []
    at = 0
    for piece in _PIECE.finditer(template):
        slot, named = piece[1], piece[2]
        if slot:
            words = slots.get(slot, ("", False))[0]
            if any(words in each for each in written):
                return ""  # "a famine in Darfur strikes Darfur"
        else:
            words = _inflected(named.replace("*", verb), plural, back) if verb or "*" not in named else ""
        if not words:
            return ""
        written += [template[at : piece.start()], words]
        at = piece.end()
    return sentence("".join([*written, template[at:]]))


def _inflected(named: str, plural: bool, back: bool) -> str:
    """The verb in a pair of brackets: "strike", or "be struck" for a passive of "strike"."""
    be, _, verb = named.partition(" ")
    if be == "be" and verb:
        return passive(verb, plural, back)
    return active(named, plural, back)


def _slots(names: Names, one: Statement, kept: int) -> dict[str, Slot]:
    frame, found = one.frame, {}
    agent, patient = (frame.first("agent"), frame.first("patient")) if frame is not None else (None, None)
    if (actor := names.who(agent, one.actors, kept) or names.parties(one.actors)) is not None:
        found["actor"] = actor
    measured = patient is not None and patient.lemma in listed("dropped", "measures")
    if patient is not None and not measured and (target := names.who(patient, one.targets, kept)) is not None:
        found["target"] = target
    if (whose := names.who(patient or agent, (), kept) if patient or agent else None) is not None:
        found["whose"] = whose
    if frame is not None and frame.form == "noun":
        found["event"] = _event(names, frame.token, kept)
        found["kind"] = frame.lemma, False
    if one.place is not None and not one.carried:
        found["place"] = one.place.place.name, False
    return found


def _event(names: Names, token: int, kept: int) -> Slot:
    """The noun of an event as one that is told for the first time."""
    phrase = names.phrases.tree.phrase(token)
    words = names.noun(token, kept)
    plural = (
        names.story.document.parse.tokens[token].form == "plural" or phrase.plural or bool(phrase.members)
    )
    bare = _ARTICLE.sub("", words)
    if plural or bare == words:
        return bare, plural
    if names.story.document.parse.tokens[token].lemma.lower() in listed("numbers", "uncounted"):
        return bare, False
    return f"{article(bare)} {bare}", plural
