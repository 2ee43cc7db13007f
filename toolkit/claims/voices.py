"""Whose voice tells of an event: the innermost speaker around it, the actor of a speech act, or the outlet itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from toolkit.claims.gazetteer import load_gazetteer
from toolkit.claims.places import METONYMS
from toolkit.claims.sources import addressee, resolve_source, short
from toolkit.claims.themes import Side, Sides
from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Attribution, Span

# Verbs of meaning and mind take what somebody wants or thinks; they report nothing.
_MIND = re.compile(rf"\b(?:{'|'.join(phrases(load('standing')['mind']['cues']))})(?!\w)", re.I)
_TAIL = re.compile(r"(?:,? (?:on|in|by|at|from|for|during|earlier|late) [^,]*)?[,.]?$")
_AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|did|does|do|is|was|are|were|not|never|so|far|yet|still|also|now|n[’']t|\w+n[’']t|\w+ly))*\s*",
    re.I,
)
# What may follow a side's name in the name of an office: "Ukraine's General Staff", "Russian negotiators".
_OFFICE = re.compile(
    r"(?:[’']s?)?(?:\s+(?:the|[A-Z][\w’'-]+|general|staff|military|army|ministry|foreign|defen[cs]e|air|armed|forces?|officials?"
    r"|government|negotiators?|delegation|presidents?|leadership|command|prime|ministers?|parliament|spokes\w+|commanders?))*"
)
_BEFORE_SUBJECT = (
    ", ",
    "; ",
    " when ",
    " that ",
    " as ",
    " while ",
    " but ",
    "While ",
    "But ",
    "When ",
    "And ",
    "As ",
)
_VIA_EARLIER = re.compile(
    r"\b(?:on|via|through) (?:its |his |her |their |the )?(Telegram|Facebook|Twitter|X|YouTube|Truth Social)\b"
)


_LONGEST = 3000
"""Characters over which the content of one attribution is looked for, so that long articles stay linear."""
_REMEMBERED = 60
"""Sources before this one among which the full name of a short one is looked for."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells it: name as resolved, side, the mention's characters, to whom, the cue; `own` for the outlet itself."""

    name: str
    side: Side | None
    span: Span | None
    via: str
    cue: str
    attribution: Attribution | None
    own: bool = False
    outer: tuple[Attribution, ...] = field(default=())


class Voices:
    """The attributions of an article, asked for the voice behind a place in the text."""

    def __init__(self, text: str, attributions: Sequence[Attribution], sides: Sides, outlet: str) -> None:
        self.text, self.sides, self.outlet = text, sides, outlet
        self._spoken = [a for a in attributions if not _MIND.search(self._cue(a))]
        self._acts = sorted((s, e, k) for k, a in enumerate(attributions) for s, e in a.cue)
        self._all = attributions
        self._contents = sorted((s, e, k) for k, a in enumerate(self._spoken) for s, e in a.content)
        self._known: dict[int, Voice] = {}
        self._sources = sorted(span for a in attributions for span in a.source or ())

    def _cue(self, attribution: Attribution) -> str:
        return " ".join(self.text[a:b] for a, b in attribution.cue)

    def around(self, at: int) -> list[Attribution]:
        """The attributions of speech whose content holds a character, the innermost first."""
        found = []
        for k in range(bisect_left(self._contents, (at + 1,)) - 1, -1, -1):
            start, end, which = self._contents[k]
            if at - start > _LONGEST:
                break
            if at < end:
                found.append(self._spoken[which])
        return sorted(found, key=lambda a: sum(end - start for start, end in a.content))

    def acting(self, trigger: Span) -> Attribution | None:
        """The attribution whose cue overlaps the trigger: the event is itself an act of speech."""
        first = bisect_left(self._acts, (max(0, trigger[0] - _LONGEST),))
        last = bisect_left(self._acts, (trigger[1],))
        return next((self._all[which] for _, end, which in self._acts[first:last] if trigger[0] < end), None)

    def voice(self, trigger: Span, sentence: int = 0, speech_act: bool = False) -> Voice:
        """The voice that tells of the event at `trigger`; of an act of speech the one that acts."""
        acting = self.acting(trigger) if speech_act else None
        around = [a for a in self.around(trigger[0]) if a is not acting]
        if acting and acting.source and not around:
            return self._of(acting, ())
        for k, attribution in enumerate(around):
            if attribution.source:
                return self._of(attribution, tuple(around[k + 1 :]))
        return (self.subject(trigger, sentence) if speech_act else None) or self.outlets()

    def subject(self, trigger: Span, sentence: int) -> Voice | None:
        """The voice of the side named in front of an act of speech that is no known cue; None where none is named."""
        named = self.sides.mentions(self.text, sentence, trigger[0])
        if not named:
            return None
        span, side = next((each for each in named if each[1].role in ("observer", "media")), named[-1])
        # The whole subject, where it is short and stands between a comma and the verb.
        begin = max(
            sentence, *(self.text.rfind(mark, sentence, span[0]) + len(mark) for mark in _BEFORE_SUBJECT)
        )
        office = _OFFICE.match(self.text, span[1], trigger[0])
        span = (begin if span[0] - begin < 40 else span[0], office.end() if office else span[1])
        return Voice(short(self.text[slice(*span)]), side, span, "", self.text[slice(*trigger)], None)

    def outlets(self) -> Voice:
        """The outlet's own voice."""
        side = self.sides.of(self.outlet) or next((s for s in self.sides.sides if s.role == "media"), None)
        return Voice(self.outlet, side, None, "", "", None, own=True)

    def _is_full(self, mention: str) -> bool:
        """Whether a mention needs no fuller name: a government by its country or capital, an outlet by its name."""
        side = self.sides.of(mention)
        governments = (place.kind in METONYMS for place in load_gazetteer().named(mention))
        outlet = side is not None and side.role == "media" and mention[:1].isupper()
        return outlet or any(governments)

    def _of(self, attribution: Attribution, outer: tuple[Attribution, ...]) -> Voice:
        assert attribution.source
        span = attribution.source[0]
        if id(attribution) in self._known:
            return replace(self._known[id(attribution)], outer=outer)
        last = bisect_left(self._sources, span)
        before = self._sources[max(0, last - _REMEMBERED) : last]
        mention = self.text[slice(*span)]
        name = mention if self._is_full(mention) else resolve_source(self.text, span, before)
        side = self.sides.of(name) or self.sides.of(mention)
        if self.sides.of(name) is None and side:
            name = short(_TAIL.sub("", self.text[span[0] : span[1]]))
        to = addressee(self.text, attribution)
        if to is None:
            spoken = _VIA_EARLIER.search(self.text, attribution.cue[-1][1], attribution.cue[-1][1] + 60)
            via = spoken[1] if spoken else ""
        else:
            via = to[0].removeprefix("the ")
        begin, end = attribution.cue[0][0], attribution.cue[-1][1]
        # With its auxiliaries, which may stand outside the cue: "has so far not" confirmed.
        auxiliaries = _AUXILIARIES.match(self.text, span[1], begin)
        cue = (
            self.text[span[1] : end].strip()
            if auxiliaries and auxiliaries.end() == begin
            else self._cue(attribution)
        )
        voice = Voice(name, side, span, via, cue, attribution, outer=outer)
        self._known[id(attribution)] = voice
        return voice
