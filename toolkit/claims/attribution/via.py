"""Through whom a saying reached the public: the outlet or the network to which it was said."""

from __future__ import annotations

import re

from toolkit.claims.attribution.sources import addressee
from toolkit.claims.cases.sides import Sides
from toolkit.model import Attribution

_TO_THE_OUTLET = re.compile(
    r"\s+(?:the|that)\s+(?:[A-Z][\w-]+\s+)?(?:news\s+)?(?:newspaper|paper|broadcaster|agency|outlet|magazine|channel|website|daily|station)\b"
)
_CITING = re.compile(r"\b(?:cited|quoted|citing|quoting)\s+(?=[^.;]*\Z)")
_WHO = re.compile(r"who", re.I)
_NETWORK = re.compile(
    r"\b(?:on|via|through) (?:its |his |her |their |the )?(Telegram|Facebook|Twitter|X|YouTube|Truth Social)\b"
)
_BEHIND = 60
"""Characters behind a cue, or before a source, in which a network or an outlet that cites it is looked for."""
_BEFORE = 3000
"""Characters before a cue in which the outlet is looked for that "the newspaper" means."""


def told_to(text: str, sides: Sides, attribution: Attribution) -> str:
    """The outlet or the network to which it was said, empty where none is named.

    >>> from toolkit.claims.attribution.attribute import attribute
    >>> text = "The mayor wrote on Telegram that the bridge was safe."
    >>> told_to(text, Sides(()), attribute(text)[0])
    'Telegram'
    """
    if to := addressee(text, attribution):
        return to[0].removeprefix("the ")
    cue_end = attribution.cue[-1][1]
    if told := _TO_THE_OUTLET.match(text, cue_end):
        return _outlet_before(text, sides, told.start())
    if citing := _citing(text, sides, attribution):
        return citing
    network = _NETWORK.search(text, cue_end, cue_end + _BEHIND)
    return network[1] if network else ""


def _outlet_before(text: str, sides: Sides, at: int) -> str:
    """The outlet last named before a place in the text: "the newspaper"; empty where none is."""
    begin = max(0, at - _BEFORE)
    named = [span for span, side in sides.mentions(text, begin, at) if side.role == "media"]
    return text[slice(*named[-1])].removeprefix("the ") if named else ""


def _citing(text: str, sides: Sides, attribution: Attribution) -> str:
    """The outlet that cites the source: "The Post cited an official as saying"; empty where none does."""
    source = (attribution.source or ((0, 0),))[0]
    cue = _CITING.search(text, max(0, source[0] - _BEHIND), attribution.cue[0][0])
    if not cue or (source[0] > cue.end() + 4 and not _WHO.fullmatch(text, *source)):
        return ""
    spans = [
        span
        for span, side in sides.mentions(text, max(0, cue.start() - _BEHIND), cue.start())
        if side.role == "media" and not text[span[1] : cue.start()].strip(" then")
    ]
    return text[slice(*spans[-1])].removeprefix("the ") if spans else ""
