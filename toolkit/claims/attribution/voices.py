"""Whose voice tells of an event: the innermost speaker around it, the actor of a speech act, or the outlet itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from toolkit.claims.attribution.persons import is_person, short
from toolkit.claims.attribution.sources import NATIONS, name_before, resolve_source
from toolkit.claims.attribution.via import told_to
from toolkit.claims.cases.sides import Side, Sides
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.claims.places.places import METONYMS
from toolkit.claims.vocabulary import load, phrases
from toolkit.model import Attribution, Span

# Verbs of meaning and mind take what somebody wants or thinks; they report nothing.
_MIND = re.compile(rf"\b(?:{'|'.join(phrases(load('standing')['mind']['cues']))})(?!\w)", re.I)
_TAIL = re.compile(r"(?:,? (?:on|in|by|at|from|for|during|earlier|late) [^,]*)?[,.]?$")
_OWNED = re.compile(r"(?:its|his|her|their)\s+(?P<what>[^,;]+)", re.I)
_OWNERS_WITHIN = 4
"""Sentences in which the owner of "its negotiators" is looked for."""
_NO_OWNER = re.compile(r"\b(?:of|in|from|with|to|against|near)\s+(?:the\s+)?$")
_AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|did|does|do|is|was|are|were|not|never|so|far|yet|still|also|now|n[’']t|\w+n[’']t|\w+ly))*\s*",
    re.I,
)
_SHOWS = re.compile(r"\b(?:shows?|showed|shown|draws?|drew|depicts?|depicted|marks?|marked|displays?)\b")
# Before an observer who shows something nothing stands but a map or the like: "A map from the institute shows".
_NO_SUBJECT = re.compile(r"[.;:]|\b(?:said|says|told|that|which)\b")
_DOCUMENT = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+){0,2}(?:report|statement|article|map|post|video|assessment|dispatch|analysis)\s+"
    r"(?:that|which|by|in|from|of)\b",
    re.I,
)
_AGREED = re.compile(r"(?:(?:has|have|had)\s+)?agree[ds]?\s+(?!that\b|with\b)", re.I)
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
        # A figure speaks for nobody.
        attributions = [
            a for a in attributions if not a.source or re.search(r"[^\W\d]", text[slice(*a.source[0])])
        ]
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

    def between(self, start: int, end: int) -> list[Attribution]:
        """The attributions with a source whose cue begins in ``text[start:end]``, in text order."""
        first, last = (bisect_left(self._acts, (at,)) for at in (start, end))
        return [self._all[which] for _, _, which in self._acts[first:last] if self._all[which].source]

    def named(self, attribution: Attribution) -> Voice:
        """The voice of an attribution that has a source."""
        return self._of(attribution, ())

    def of_phrase(self, span: Span, cue: str) -> Voice:
        """The voice of who acts by an act of speech, named by the phrase at `span`."""
        name, side = self._who(span)
        return Voice(name, side, span, "", cue, None)

    def reports(self, outlet: str, before: int) -> Iterator[Attribution]:
        """What an outlet is said to report before a place in the text, the last first."""
        said = self._by_source.get(short(outlet).casefold(), [])
        for k in range(bisect_left(said, (before,)) - 1, -1, -1):
            yield self._all[said[k][1]]

    @cached_property
    def _by_source(self) -> dict[str, list[tuple[int, int]]]:
        """Where the cues of each source begin, with the numbers of their attributions."""
        found: dict[str, list[tuple[int, int]]] = {}
        for start, _, which in self._acts:
            for source in (self._all[which].source or ())[:1]:
                found.setdefault(short(self.text[slice(*source)]).casefold(), []).append((start, which))
        return found

    def acting(self, trigger: Span) -> Attribution | None:
        """The attribution whose cue overlaps the trigger: the event is itself an act of speech."""
        first = bisect_left(self._acts, (max(0, trigger[0] - _LONGEST),))
        last = bisect_left(self._acts, (trigger[1],))
        return next((self._all[which] for _, end, which in self._acts[first:last] if trigger[0] < end), None)

    def voice(self, trigger: Span, sentence: int = 0) -> Voice:
        """The voice that tells of the event at `trigger`; of an act of speech the one that acts."""
        acting = self.acting(trigger)
        around = [a for a in self.around(trigger[0]) if a is not acting]
        # To agree is no saying: who tells of it is named elsewhere, or the outlet does.
        agreed = acting is not None and _AGREED.match(self.text, acting.cue[0][0])
        if acting and acting.source and not around and not agreed:
            return self._of(acting, ())
        for k, attribution in enumerate(around):
            if attribution.source:
                return self._of(attribution, tuple(around[k + 1 :]))
        return self.shown(trigger, sentence) or self.outlets()

    def shown(self, trigger: Span, sentence: int) -> Voice | None:
        """The voice of an observer whose map or footage shows the event; None where no observer's does."""
        for span, side in self.sides.mentions(self.text, sentence, trigger[0]):
            cue = _SHOWS.search(self.text, span[1], trigger[1])
            if side.role == "observer" and cue and not _NO_SUBJECT.search(self.text, sentence, span[0]):
                return Voice(self.text[slice(*span)], side, span, "", cue[0], None)
        return None

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
        if id(attribution) not in self._known:
            span = attribution.source[0]
            name, side = self._who(span)
            via, cue = told_to(self.text, self.sides, attribution), self._whole_cue(attribution, span)
            self._known[id(attribution)] = Voice(name, side, span, via, cue, attribution)
        voice = self._known[id(attribution)]
        return replace(voice, outer=outer) if outer else voice

    def _who(self, span: Span) -> tuple[str, Side | None]:
        """The full name behind a mention of a speaker, and the side."""
        span = name_before(self.text, span)
        mention = self.text[slice(*span)]
        last = bisect_left(self._sources, span)
        earlier = self._sources[max(0, last - _REMEMBERED) : last]
        # "according to a report that the Daily published": the paper speaks, not the report.
        published = _DOCUMENT.match(self.text, span[0])
        named = self.sides.mentions(self.text, published.end(), published.end() + 40) if published else ()
        if named and named[0][0][0] - span[0] < 60:
            return self.text[slice(*named[0][0])], named[0][1]
        if owned := _OWNED.match(mention):
            return self._owned(span, owned)
        name = mention if self._is_full(mention) else resolve_source(self.text, span, earlier)
        if side := self.sides.of(name):
            return name, side
        if side := self.sides.of(mention):
            apposed = is_person(name) and mention.rstrip(",").endswith(f", {name}")
            return name if apposed else short(_TAIL.sub("", mention)), side
        return name, None

    def _owned(self, span: Span, owned: re.Match[str]) -> tuple[str, Side | None]:
        """Who "its negotiators" are: those of the last subject among the sides, in this sentence or shortly before."""
        name = short(owned["what"])
        stop = span[0]
        for _ in range(_OWNERS_WITHIN):
            floor = max(0, stop - _LONGEST)
            begin = max(floor, *(self.text.rfind(mark, floor, max(0, stop - 1)) + 1 for mark in ".!?\n"))
            for (start, end), side in self.sides.mentions(self.text, begin, stop):
                if side.role in ("party", "third") and not _NO_OWNER.search(self.text, begin, start):
                    owner = NATIONS.get(self.text[start:end], self.text[start:end])
                    return f"{owner.removeprefix('the ')}'s {name}", side
            stop = begin
        return name, self.sides.of(name)

    def _whole_cue(self, attribution: Attribution, source: Span) -> str:
        """The cue with its auxiliaries, which may stand outside it: "has so far not" confirmed."""
        begin, end = attribution.cue[0][0], attribution.cue[-1][1]
        auxiliaries = _AUXILIARIES.match(self.text, source[1], begin)
        whole = auxiliaries is not None and auxiliaries.end() == begin
        return self.text[source[1] : end].strip() if whole else self._cue(attribution)
