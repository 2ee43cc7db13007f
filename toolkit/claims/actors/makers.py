"""Who does what nouns name: the owner of a thing that does not say whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.claims.actors.vocabulary import heads
from toolkit.language.frames import Frame, Phrase


def makers_of(frames: Iterable[Frame]) -> dict[int, Phrase]:
    """Who does what nouns name, and whose the things are that are launched: by the word of each."""
    found: dict[int, Phrase] = {}
    for frame in frames:
        agent = frame.first("agent")
        if agent is None:
            continue
        source = frame.joined_by("from") if frame.lemma in heads("makes") else None
        if (
            source is not None
            and source.lemma in heads("sources")
            and agent.lemma.removesuffix("s") in heads("owned")
        ):
            found.setdefault(agent.token, source)  # "rockets launched from the rebel side"
        if frame.form == "noun":
            found.setdefault(frame.token, agent)
        elif (
            frame.lemma in heads("makes")
            and frame.particle != "down"
            and (thing := frame.first("patient"))
            and thing.lemma in heads("acts") - {"killing"}
        ):
            found.setdefault(thing.token, agent)
    return found
