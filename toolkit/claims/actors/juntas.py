"""Soldiers who take power: in an article that opens with their coup they are a party, and the state is another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.claims.actors.names import Known
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.document import Document
from toolkit.language.frames import Frame

OPENING = 4
"""Sentences in which an article tells of the coup that it is about."""
_WORDS = re.compile(r"\w+")


def is_seized(document: Document) -> bool:
    """Whether an article opens with soldiers who have taken power: "army officers say they have overthrown the
    president"."""
    sentences, tokens = document.parse.sentences[:OPENING], document.parse.tokens
    end = tokens[sentences[-1][1] - 1].end if sentences else 0
    soldiers = heads("juntas", "soldiers").intersection(_WORDS.findall(document.text[:end].lower()))
    return bool(soldiers) and any(
        frame.form == "verb" and not (frame.negated or frame.modality) and _seizes(frame)
        for frame in document.frames_in(0, end)
    )


def _seizes(frame: Frame) -> bool:
    patient = frame.first("patient")
    power = patient is not None and patient.lemma == "power" and frame.lemma in heads("juntas", "take")
    return power or (frame.lemma in heads("juntas", "overthrow") and frame.particle == "")


def junta_of(known: Known, words: Iterable[str]) -> Known:
    """The party that soldiers of a state are who have taken power in it, by the words that they go by.

    >>> junta_of(Known("Gabon", "state", "name"), ["soldier"]).name
    'Gabon junta'
    """
    own = known.kind == "state" and not heads("juntas", "words").isdisjoint(words)
    return Known(f"{known.name} junta", "group", "name") if own else known
