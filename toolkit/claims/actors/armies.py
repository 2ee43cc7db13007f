"""Armies that an article tells of by their own names and not as their states: one side of a civil war."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from toolkit.claims.actors.acronyms import acronyms
from toolkit.claims.actors.direct import Direct
from toolkit.claims.actors.names import Known
from toolkit.claims.actors.organs import is_army, organ_of
from toolkit.language.frames import Frame

USES = 3
"""How often an article has to use an acronym that names an army as a party."""


def armies_of(text: str, direct: Direct, frames: Iterable[Frame], torn: Collection[str]) -> dict[str, Known]:
    """The army by its own name for each state of `torn` (whom a group opposes) that does nothing itself in an article
    which names its army with an acronym; the names known are changed with it.
    """
    found: dict[str, tuple[str, str]] = {}
    for start, end, short in acronyms(text):
        organ = direct.names.get(text[start:end]) or organ_of(direct.names, text, start, end)
        if (
            organ is not None
            and organ.name in torn
            and is_army(text[start:end])
            and text.count(short) >= USES
        ):
            found.setdefault(organ.name, (text[start:end].strip(), short))
    for frame in frames if found else ():
        agent = frame.first("agent") if frame.form == "verb" else None
        known = direct.names.get(agent.text) if agent is not None else None
        if agent is None or known is None or known.name not in found:
            continue
        if agent.lemma.lower() != found[known.name][1].lower() and not is_army(agent.text):
            del found[known.name]
    armies = {state: Known(f"{full} ({short})", "state", "name") for state, (full, short) in found.items()}
    for state, names in found.items():
        for name in names:
            direct.names.replace(name, armies[state])
    return armies
