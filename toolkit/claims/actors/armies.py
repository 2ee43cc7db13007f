"""Armies that an article tells of by their own names and not as their states: one side of a civil war."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.claims.actors.acronyms import acronyms
from toolkit.claims.actors.direct import Direct
from toolkit.claims.actors.names import Known
from toolkit.claims.actors.organs import is_army, organ_of
from toolkit.claims.actors.vocabulary import heads
from toolkit.claims.actors.words import Named
from toolkit.language.frames import Frame


def armies_of(text: str, direct: Direct, frames: Iterable[Frame]) -> dict[str, Known]:
    """The army by its own name for each state whose army an article names with an acronym while the state itself does
    nothing in it; the names known are changed with it.
    """
    found: dict[str, tuple[str, str]] = {}
    for start, end, short in acronyms(text):
        organ = organ_of(direct.names, text, start, end)
        if organ is not None and organ.kind == "state" and is_army(text[start:end]):
            found.setdefault(organ.name, (text[start:end].strip(), short))
    if not found:
        return {}
    for frame in frames:
        agent = frame.first("agent") if frame.form == "verb" else None
        if (
            agent is not None
            and agent.lemma.lower() not in heads("anaphora", "army")
            and not is_army(agent.text)
        ):
            for each in direct.read(agent):
                if (
                    isinstance(each, Named)
                    and found.get(each.known.name, ("", each.known.name))[1] != agent.lemma
                ):
                    found.pop(each.known.name, None)
    armies = {state: Known(f"{full} ({short})", "state", "name") for state, (full, short) in found.items()}
    for state, names in found.items():
        for name in names:
            direct.names.replace(name, armies[state])
    return armies
