"""What keeps an event from making a row: it is taken for granted, imagined, or told by another one.

The tests have names; `explain` shows which one an event failed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from toolkit.claims.attribution.cues import cues
from toolkit.claims.document import Document
from toolkit.claims.event import Event, ancestors
from toolkit.claims.event_nouns import Found, at_large, in_passing, judged, loose, named_by_verb
from toolkit.claims.vocabulary import load, words
from toolkit.language.frames import Frame
from toolkit.model import Span

_GRANTED = ("since", "until", "unless", "before", "till", "lest", "without", "despite", "unlike", "instead")
_IMAGINED = frozenset(
    ["may", "could", "would", "should", "must", "conditional", "weighing", "plans", "ordered", "demanded"]
)
REPORTING = "statement"
_UNDONE = ("present", "infinitive")
_TOLD = ("past", "perfect", "pluperfect")
_CLAUSAL = frozenset({"clause", "hearer"})
_DENYING = words(load("responses")["verbs"]["denied"])
_ACCUSING = words(load("accusations")["verbs"])
ABSORBING = frozenset({"demand", "offer", "refusal", "agreement"})

Test = Callable[[Document, Event, Found], bool]


def _describes(_: Document, event: Event, __: Found) -> bool:
    """A participle before a noun only describes it: "the besieged city"."""
    return event.frame.relation == "modifier"


def _granted(document: Document, event: Event, found: Found) -> bool:
    """What a clause with "since", "until" or "without" names is taken for granted or did not happen, unless it is dated
    there: "since the invasion began", but "since they launched it a week ago"."""
    frame: Frame | None = event.frame
    for _ in range(3):
        if frame is None or (frame.marker == "since" and frame.first("time") is not None):
            return False
        if frame.marker in _GRANTED and frame.relation in ("adverbial", "argument", "gerund", ""):
            return True
        if frame.relation not in ("argument", "coordinated"):
            return False
        frame = document.frames[frame.parent] if frame.parent is not None else None
    return False


def _absorbed(document: Document, event: Event, found: Found) -> bool:
    """What somebody demands, offers, refuses or agrees to do is told by that act: "demanded that they withdraw"."""
    if event.kind.speech and event.frame.form != "noun":
        own = event.frame.parent
        above = found.get(own) if own is not None else None
        return bool(
            above
            and above.kind.name == event.kind.name
            and event.frame.relation in ("purpose", "coordinated")
            and event.frame.tense == "infinitive"
        )
    frame = event.frame
    for each in ancestors(document, frame):
        governing = found.get(each.index)
        if (
            governing
            and governing.kind.speech
            and (governing.kind.name in ABSORBING or _vowed(document, governing))
        ):
            return frame.relation not in ("relative", "adverbial") and (
                frame.form == "noun"
                or bool(frame.modality)
                or frame.relation in ("gerund", "purpose")
                or (frame.tense in _UNDONE and each.tense in _TOLD)
            )
        if frame.relation not in ("purpose", "gerund", "argument", "complement", "coordinated"):
            return False
        frame = each
    return False


def _vowed(document: Document, event: Event) -> bool:
    """Whether somebody says what he means to do: "threatened to retaliate"."""
    cue = cues().get(document.text[event.frame.start : event.frame.end].lower())
    return cue is not None and "purpose" in cue.frames


CHARGES = frozenset({"charge", "accusation", "allegation"})
"""What only somebody who accuses says: no event of its own where it is answered."""


def _reports(document: Document, event: Event, found: Found) -> bool:
    """A verb of reporting is told by the event that it reports: "announced that it had seized the base"."""
    entry = event.match.entry if event.match is not None else None
    finds = entry is not None and entry.tells and bool(entry.complement)  # "the inquiry found that"
    if not finds and (not event.kind.speech or event.kind.name != REPORTING):
        return False
    frame = event.frame
    if frame.form == "noun":
        above = next(ancestors(document, frame), None)
        return (
            above is not None
            and frame.relation == "argument"
            and frame.marker in ("in", "to", "during", "on")
        )
    cue = cues().get(document.text[frame.start : frame.end].lower())
    if cue is None or "purpose" in cue.frames:
        return False
    if not cue.frames & _CLAUSAL:
        return _denies_claim(document, event, found)
    spoken = document.spoken((frame.start, frame.end))
    told = [each for span in (spoken.content if spoken else ()) for each in _within(document, found, span)]
    told += [each for each in _within(document, found, frame.clause) if _under(document, each.frame, frame)]
    told = [each for each in told if not (finds and each.frame.form == "noun")]
    told = [each for each in told if each.frame.form != "noun" or each.frame.lemma not in CHARGES]
    return any(each.frame.index != frame.index and not each.kind.speech for each in told)


def _denies_claim(document: Document, event: Event, found: Found) -> bool:
    """A denial of a claim whose content is told: "rejected a claim that the army had taken the town"."""
    claim = event.frame.first("patient") if event.frame.lemma in _DENYING else None
    named = document.frames_in(claim.start, claim.end) if claim is not None else ()
    return any(
        other.frame.index != event.frame.index
        and not other.kind.speech
        and any(each.index == noun.index for each in ancestors(document, other.frame))
        for noun in named
        if claim is not None and noun.token == claim.token and noun.form == "noun"
        for other in _within(document, found, noun.clause)
        if other.frame.marker == "that" or other.frame.form == "noun"
    )


def _within(document: Document, found: Found, span: Span) -> Iterator[Event]:
    """The events that stand in a span: what hangs on a predicate stands in its clause."""
    return (found[each.index] for each in document.frames_in(*span) if each.index in found)


def _under(document: Document, frame: Frame, above: Frame) -> bool:
    """Whether a frame is governed by another one as what it says."""
    for each in ancestors(document, frame):
        if each.index == above.index:
            return frame.relation in ("complement", "argument", "purpose", "gerund", "coordinated")
        frame = each
    return False


def _named_so(document: Document, event: Event, found: Found) -> bool:
    """What somebody calls a thing, in passing: "what they called a capitulation"."""
    if event.kind.name != REPORTING or event.frame.form != "verb":
        return False
    return any(a.phrase.text.lower() == "what" for a in event.frame.arguments) or event.frame.marker == "what"


def _charged(document: Document, event: Event, found: Found) -> bool:
    """How somebody is said to speak by who accuses him is none of his words: "accused it of reacting too slowly"."""
    above = next(ancestors(document, event.frame), None)
    accused = above is not None and above.lemma in _ACCUSING and event.frame.relation in ("gerund", "purpose")
    return accused and event.kind.name == REPORTING


def _unsaid(document: Document, event: Event, found: Found) -> bool:
    """An act of speech that nobody is told to do: "has been criticised", "a drill dubbed so"."""
    if event.kind.name != REPORTING or event.frame.form == "noun" or event.agent is not None:
        return False
    spoken = document.spoken(event.trigger)
    return spoken is None or not spoken.source


def _purpose(document: Document, event: Event, found: Found) -> bool:
    """What something else is done for: "sent troops to end the war"."""
    return event.frame.modality == "purpose" and not event.kind.speech


def _imagined(document: Document, event: Event, found: Found) -> bool:
    """What the outlet itself only supposes: "a push could undermine the talks"."""
    if event.kind.speech or event.frame.modality not in _IMAGINED:
        return False
    return not document.spoken_of(event.frame.start)


def _obliged(document: Document, event: Event, found: Found) -> bool:
    """What somebody is told that he must do is a demand, and has not happened: "said the army should withdraw"."""
    return event.frame.modality in ("should", "must") and not event.kind.speech


def _conditional(document: Document, event: Event, found: Found) -> bool:
    """A condition tells nothing: "if the troops withdraw"."""
    return event.frame.modality == "conditional" and event.frame.marker in ("if", "unless", "whether")


def _habit(document: Document, event: Event, found: Found) -> bool:
    """A relative clause in the present only says what somebody is or does: "a group that monitors the war"."""
    frame = event.frame
    shows = (
        event.match is not None and event.match.entry.subject == "recipient"
    )  # "a map that shows a foothold"
    present = frame.form == "verb" and frame.tense == "present" and frame.voice == "active"
    said = shows or event.kind.speech or frame.first("time") is not None
    return present and frame.relation == "relative" and not said


def _unhappened(document: Document, event: Event, found: Found) -> bool:
    """What a relative clause says never to have happened: "a border that no army had crossed"."""
    frame = event.frame
    unhappened = frame.relation == "relative" and frame.negated and not event.kind.speech
    return unhappened and not document.spoken_of(frame.start)


def _supposed(document: Document, event: Event, found: Found) -> bool:
    """What the outlet tells under a condition: "if the ministry is right, troops have crossed the border"."""
    frame = event.frame
    if event.kind.speech or document.spoken_of(frame.start):
        return False
    return any(
        each.parent == frame.index and each.marker == "if" and each.tense == "present"
        for each in document.frames_in(event.sentence.start, event.sentence.end)
    )


def _in_a_cell(document: Document, event: Event, found: Found) -> bool:
    """A participle with "not" and no auxiliary fills a cell of a table: "coast guard; 12 May; not disclosed"."""
    frame = event.frame
    return (
        frame.form == "verb"
        and frame.negated
        and _CELL.search(document.text, max(0, frame.start - 24), frame.start) is not None
    )


_CELL = re.compile(r"[;/|:]\s*not\s+(?:\w+ly\s+)?\Z", re.I)

_GIVEN = frozenset({"give", "provide", "release", "disclose", "publish", "issue", "offer"})


def _not_told(document: Document, event: Event, found: Found) -> bool:
    """What nobody tells is no news of it: "have not given a toll", "gave no figure for the dead"."""
    frame = event.frame
    verb = frame if frame.form == "verb" else next(ancestors(document, frame), None)
    told = verb is None or not verb.negated or verb.lemma not in _GIVEN
    return event.kind.name == "casualty" and not told


def _of_himself(document: Document, event: Event, found: Found) -> bool:
    """What one person means to do alone is no fight of armies: "I will keep fighting"."""
    alone = event.agent is not None and event.agent.text.lower() == "i"
    meant = any(each.modality for each in (event.frame, *ancestors(document, event.frame)))
    return event.kind.name == "clash" and alone and meant


_NAMED = frozenset({"name", "identify", "quote", "cite"})


def _unnamed(document: Document, event: Event, found: Found) -> bool:
    """Who asks not to be named tells only that: "a general asked not to be identified"."""
    inner = (f for f in document.frames_in(*event.frame.clause) if f.parent == event.frame.index)
    return event.kind.name == "demand" and any(
        f.negated and f.voice == "passive" and f.lemma in _NAMED for f in inner
    )


TESTS: tuple[tuple[str, Test], ...] = (
    ("only describes a noun", _describes),
    ("taken for granted", _granted),
    ("tied to nothing", loose),
    ("told by the act above it", _absorbed),
    ("told by the verb it belongs to", named_by_verb),
    ("told by what it reports", _reports),
    ("only names a thing", _named_so),
    ("only a charge against somebody", _charged),
    ("said by nobody", _unsaid),
    ("only a purpose", _purpose),
    ("named in passing", in_passing),
    ("of no certain one", at_large),
    ("only an obligation", _obliged),
    ("only a condition", _conditional),
    ("only imagined", _imagined),
    ("only a habit", _habit),
    ("never happened", _unhappened),
    ("only supposed", _supposed),
    ("only fills a cell", _in_a_cell),
    ("not told", _not_told),
    ("meant by one alone", _of_himself),
    ("asks to stay unnamed", _unnamed),
    ("told before and judged", judged),
)
