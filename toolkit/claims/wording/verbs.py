"""The verb of a sentence: in the present tense, with what the text says of its modality and its denial."""

from __future__ import annotations

import re

from toolkit.claims.document import Document
from toolkit.claims.statements import Statement
from toolkit.claims.wording.english import passive, present
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
_CONDITION = re.compile(r"\bif\b", re.I)
_STATES = {"missing": "missing"}
"""Words that are read as verbs and say how somebody is."""


def verb(
    document: Document, frame: Frame, statement: Statement, plural: bool, denied: bool, governed: bool
) -> str:
    """The verb of a frame for a subject that is one or many; `governed` where another verb told its modality."""
    tree, token = document.tree, document.tree.tokens[frame.token]
    be, no = present("be", plural), "not " if denied else ""
    words = [tree.word(a) for a in tree.of_role(frame.token, "auxiliary", "passive_auxiliary")]
    modal = _modal(document, frame, statement, words)
    if (state := _STATES.get(tree.word(frame.token))) and not modal:
        return f"{be} {no}{state}"
    lemma = "be" if frame.form == "copula" and token.pos == "auxiliary" else token.lemma.lower()
    participle = tree.word(frame.token) if token.form == "participle" else passive(lemma).partition(" ")[2]
    is_passive = frame.voice == "passive"
    base = f"be {participle}" if is_passive else lemma
    if modal:
        perfect = any(word in ("have", "had", "has") for word in words)
        done = f"have {'been ' if is_passive else ''}{participle}"
        return f"{modal} {no}{done if perfect else base}"
    told = "" if governed or (denied and statement.modality == "purpose") else statement.modality
    if told in _PUT:
        return f"{_PUT[told]} {no}{base}"
    if told and "to" in words:
        return f"{_told(told, plural)} {no}to {base}"
    if is_passive:
        return f"{be} {no}{participle}"
    if lemma == "be":
        return f"{be} {no}".strip()
    return f"{present('do', plural)} {no}{lemma}" if denied else present(lemma, plural)


def _modal(document: Document, frame: Frame, statement: Statement, words: list[str]) -> str:
    """The modal of a verb; "would" is "will" where somebody said so, unless he told of a condition."""
    modal = next((named for word in words if (named := _MODALS.get(word, word)) in _KEPT), "")
    if "would" not in words:
        return modal
    sentence = document.sentence(frame.start)
    text = document.text[sentence.start : sentence.end] if sentence else ""
    return "would" if statement.voice.own or _CONDITION.search(text) else modal


def _told(modality: str, plural: bool) -> str:
    """What a modality is in words before an infinitive."""
    be = present("be", plural)
    verbs = {"plans": present("plan", plural), "ordered": f"{be} ordered", "demanded": f"{be} asked"}
    return verbs.get(modality, present("seek", plural))
