"""The verb of a sentence: with what the text says of its modality and its denial."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.claims.document import Document
from toolkit.claims.statements import Statement
from toolkit.claims.wording.inflection import active, be, modal, participle, passive
from toolkit.language.frames import Frame

_MODALS = {
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "ca": "can",
    "shall": "will",
    "ought": "should",
    "would": "will",
}
_KEPT = frozenset({"will", "may", "might", "can", "could", "should", "must"})
_PUT = {
    "will": "will", "would": "would", "may": "may", "could": "could", "should": "should", "must": "must",
    "conditional": "may", "weighing": "may",
}  # fmt: skip
"""Modalities and the auxiliaries that say them; those that a verb says are told by `_told`."""
_DONE_TO = {"ordered": "order", "demanded": "ask"}
_CONDITION = re.compile(r"\bif\b", re.I)
_STATES = {"missing": "missing"}
"""Words that are read as verbs and say how somebody is."""


@dataclass(frozen=True)
class Clause:
    """A frame to be told for a statement; `own` is false for one around that of the statement, and `governed` where
    another verb tells its modality."""

    frame: Frame
    statement: Statement
    own: bool
    governed: bool


def verb(document: Document, clause: Clause, plural: bool, denied: bool, back: bool) -> str:
    """The verb of a clause for a subject that is one or many, `back` as it is told of what somebody said."""
    frame, modality = clause.frame, clause.statement.modality
    tree, token = document.tree, document.tree.tokens[frame.token]
    words = [tree.word(a) for a in tree.of_role(frame.token, "auxiliary", "passive_auxiliary")]
    by_modal = _modal(document, clause, words)
    no = "not " if denied else ""
    if (state := _STATES.get(tree.word(frame.token))) and not by_modal:
        return f"{be(plural, back)} {no}{state}"
    lemma = "be" if frame.form == "copula" and token.pos == "auxiliary" else token.lemma.lower()
    done = tree.word(frame.token) if token.form == "participle" else participle(lemma)
    is_passive = frame.voice == "passive"
    base = f"be {done}" if is_passive else lemma
    if by_modal:
        perfect = any(word in ("have", "had", "has") for word in words)
        has = f"have {'been ' if is_passive else ''}{done}"
        return f"{modal(by_modal, back)} {no}{has if perfect else base}"
    of_noun = "to" in words and "have" not in words and tree.tokens[token.head].pos == "noun"
    hoped = modality or ("purpose" if of_noun else "")
    told = "" if clause.governed or (denied and modality == "purpose") else hoped
    if told in _PUT:
        return f"{modal(_PUT[told], back)} {no}{base}"
    if denied and "never" in (tree.word(c) for c in tree.of_role(frame.token, "negation")):
        has = "had" if back else "have" if plural else "has"
        return f"{has} never {'been ' if is_passive else ''}{done}"
    if told and "to" in words:
        return f"{_told(told, plural, back)} {no}to {base}"
    return (passive if is_passive else active)(lemma, plural, back, denied, done)


def _modal(document: Document, clause: Clause, words: list[str]) -> str:
    """The modal of a verb; "would" is "will" where somebody said so, unless he told of a condition."""
    found = next((named for word in words if (named := _MODALS.get(word, word)) in _KEPT), "")
    if "would" not in words:
        return found
    sentence = document.sentence(clause.frame.start)
    text = document.text[sentence.start : sentence.end] if sentence else ""
    return "would" if clause.statement.voice.own or _CONDITION.search(text) else found


def _told(modality: str, plural: bool, back: bool) -> str:
    """What a modality is in words before an infinitive."""
    if modality in _DONE_TO:
        return passive(_DONE_TO[modality], plural, back)
    return active("plan" if modality == "plans" else "seek", plural, back)
