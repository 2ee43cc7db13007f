"""Two of the three clocks of a claim: when its event happened and when it was said (the third is the publication).

A time expression beside the cue dates the saying, one in the content the event. A sentence that only bounds the event
("said Sunday that troops had reached ...") gives its last possible day. Nothing gets the day of publication for want of
another: what was told as past had happened by then, and the beginning stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from toolkit.claims.attribution.voices import Voice
from toolkit.claims.reading import Reading, dates_a_verb
from toolkit.dates.interval import hull, intersect
from toolkit.dates.notation import edtf, say
from toolkit.model import Attribution, Interval, Span, TimeExpression

# Between the cue and a date that belongs to it: a hearer, a medium, a preposition, but no new clause.
_BESIDE_CUE = re.compile(r"(?:(?!\bthat\b|[,;:“\"]).){0,70}", re.S)
_OF_THE_ACT = re.compile(
    r"(?:(?!\b(?:that|to|by|until|before|since|after|will|would|should|could|must|who|which|of|from)\b|[,;:“\"]).){0,90}",
    re.S,
)
# "according to a report that the paper published on Friday"
_PUBLISHED = re.compile(
    r"\s+(?:that|which)\s+[^,;:“\"]{1,60}\s(?:published|issued|released|printed|posted|aired)(?:\s+on)?\s+"
)
_SET_OFF = re.compile(r",\s+(?:(?:on|in|late|early)\s+)*")
_THAT = re.compile(r"\s*,?\s*(?:that\b|[“\"])")
# What has not been done yet has not been done on the day of publication.
_STILL = re.compile(r"\b(?:has|have)(?:n[’']t| (?:\w+ ){0,3}(?:not|never|yet))\b", re.I)
# A second clause that tells what has been done until now is not dated by the first.
_UNTIL_NOW = re.compile(r"(?:and|but|while|though)\s+[^,;]{0,60}\b(?:has|have)\b", re.I)
_JOINED = re.compile(r"\s+and\s+(?:again\s+)?(?:on\s+)?|,\s+and\s+")
_SINCE_EVENT = re.compile(r"\b(?:since|before|until|prior to|for the first time since)\b[^,;.]*$", re.I)


@dataclass(frozen=True, slots=True)
class Clock:
    """The days of a clock, the TIMEX3 value of the words that give them, and the reason.

    `interval` is None where the text does not say; either of its sides may be open.
    """

    interval: Interval | None
    timex: str
    why: str
    expression: TimeExpression | None = None

    @property
    def edtf(self) -> str:
        """The days in EDTF, empty where there are none."""
        return (
            edtf(self.interval.earliest, self.interval.latest, self.interval.grain) if self.interval else ""
        )


def said_with(reading: Reading, attribution: Attribution) -> list[TimeExpression]:
    """The time expressions that date the saying: outside the content, or between the cue and "that"."""
    cue = attribution.cue[0][0], attribution.cue[-1][1]
    sentence = reading.sentence(cue[0])
    if sentence is None:
        return []
    return [
        d
        for d in reading.dates_in(sentence.start, sentence.end)
        if _beside(reading.text, d, cue[1], attribution)
        and dates_a_verb(reading.text, d, (sentence.start, sentence.end))
    ]


def _beside(text: str, expression: TimeExpression, cue_end: int, attribution: Attribution) -> bool:
    inside = any(start <= expression.start < end for start, end in attribution.content)
    source = attribution.source[0] if attribution.source else attribution.cue[0]
    if inside:
        gap = text[cue_end : expression.start] if expression.start >= cue_end else None
        return (
            gap is not None
            and "that" not in gap
            and len(gap) < 70
            and bool(_THAT.match(text, expression.end))
        )
    if expression.start >= cue_end:
        behind = (
            source[1]
            if cue_end <= source[0] and _PUBLISHED.fullmatch(text, source[1], expression.start)
            else -1
        )
        set_off = (
            _SET_OFF.fullmatch(text, cue_end, expression.start)
            and text[expression.end : expression.end + 1] == ","
        )
        return behind >= 0 or bool(set_off or _BESIDE_CUE.fullmatch(text, cue_end, expression.start))
    # In front of the source: "On Sunday, the ministry said", but not across another clause.
    return expression.end <= source[1] and not re.search(
        r"[;:“”\"]|, (?:and|but|while|though)\b|(?<=.), (?:where|which|who|whose)\b",
        text[expression.end : source[0]],
    )


def said_clock(reading: Reading, voice: Voice, published: date | None) -> Clock:
    """When the claimant said so."""
    for attribution in filter(None, (voice.attribution, *voice.outer)):
        # Of "last month ... on 13 June" the day counts.
        for expression in sorted(said_with(reading, attribution), key=_width):
            if days := _by(reading.whole_range(expression), published):
                return Clock(
                    days,
                    expression.value,
                    f"“{expression.text}” stands with “{voice.cue}”: {expression.why}",
                    expression,
                )
        if voice.attribution is not attribution:
            break
    if published is None:
        return Clock(None, "", "no day of saying is given and the publication has no date")
    if voice.own or (voice.cue and _STILL.search(voice.cue)):
        return Clock(
            Interval(published, published, "day"),
            "",
            "the outlet's own words, on the day of publication"
            if voice.own
            else f"“{voice.cue}” still holds on the day of publication",
        )
    if told := _told_of(reading, voice.attribution.cue[0][0] if voice.attribution else None):
        return told
    if voice.attribution and (since := _since(reading, voice.attribution, published)):
        return since
    return Clock(
        Interval(None, published, "day"),
        "",
        f"no day of saying is given; it was said by {say(published)}, the day of publication",
    )


def _since(reading: Reading, attribution: Attribution, published: date) -> Clock | None:
    """ "Has repeated since May that ...": said from then on, up to the day of publication."""
    sentence, cue = reading.sentence(attribution.cue[0][0]), attribution.cue[-1][1]
    for found in reading.dates_in(sentence.start, sentence.end) if sentence else ():
        beside = found.start >= cue and _BESIDE_CUE.fullmatch(reading.text, cue, found.start)
        open_ended = found.earliest and found.latest is None and found.earliest <= published
        if beside and open_ended and reading.text[cue : found.start].strip() == "since":
            days = Interval(found.earliest, published)
            return Clock(days, found.value, f"said since “{found.text}”: {found.why}", found)
    return None


def _width(expression: TimeExpression) -> int:
    return (expression.interval and expression.interval.days) or 10_000


def act_clock(reading: Reading, trigger: Span, clause: Span) -> Clock | None:
    """When an act of speech was done, by a date that follows it in its clause: "demanded a recount in the capital on
    Tuesday"; None behind words that may date what is spoken of ("demanded that they leave on Tuesday")."""
    for expression in reading.dates_in(trigger[1], clause[1]):
        if not _OF_THE_ACT.fullmatch(reading.text, trigger[1], expression.start):
            return None
        days, day = expression.interval, reading.published
        past = days and days.latest and day and days.latest <= day
        if past and dates_a_verb(reading.text, expression, clause):
            return Clock(
                reading.whole_range(expression),
                expression.value,
                f"“{expression.text}” stands with it: {expression.why}",
                expression,
            )
    return None


def _by(days: Interval | None, published: date | None) -> Interval | None:
    """Days without those after the publication: nobody has said anything then."""
    return (intersect(days, Interval(None, published)) or days) if days and published else days


def event_clock(
    reading: Reading, trigger: Span, scope: Span, clause: Span, voice: Voice, said: Clock, future: bool
) -> Clock:
    """When the event happened; `scope` is the content or sentence that tells of it, `clause` its clause within."""
    taken = {id(said.expression)}
    for attribution in filter(None, (voice.attribution, *voice.outer)):
        taken |= {id(d) for d in said_with(reading, attribution)}
    near = [
        d
        for d in reading.dates_in(*scope)
        if id(d) not in taken and dates_it(reading.text, d, trigger, scope)
    ]
    dated = [d for d in near if d.interval and not _of_neighbour(reading.text, d, trigger, clause, near)]
    if dated:
        chosen = min(dated, key=lambda d: (not clause[0] <= d.start < clause[1], _gap(d, trigger)))
        days = _with_joined(reading, chosen, dated)
        return limited(
            Clock(days, chosen.value, f"“{chosen.text}” stands with it: {chosen.why}", chosen), said, future
        )
    if future:
        return Clock(None, "", "told as something to come or possible, and no day is given")
    if not said.expression and (told := _told_of(reading, trigger[0])):
        return told
    vague = next((d for d in near if not d.interval and d.value != "FUTURE_REF"), None)
    return bounded(said, reading.published, vague)


def _of_neighbour(
    text: str, expression: TimeExpression, trigger: Span, clause: Span, near: Sequence[TimeExpression]
) -> bool:
    """Whether a date of another clause is no date of this one: "in May they took a hill, and they have taken more"."""
    if expression.start >= clause[0]:
        return False
    vague = any(not d.interval and clause[0] <= d.start < clause[1] for d in near)
    return vague or _UNTIL_NOW.match(text, clause[0], trigger[1]) is not None


def _told_of(reading: Reading, at: int | None) -> Clock | None:
    """In a chronicle the days that the passage tells of, where the sentence at a place names none itself."""
    sentence = reading.sentence(at) if at is not None else None
    told = reading.told_of(sentence) if sentence else None
    if told is None:
        return None
    days = reading.whole_range(told)
    return Clock(days, told.value, f"“{told.text}” is what the passage tells of: {told.why}", told)


def _with_joined(
    reading: Reading, chosen: TimeExpression, dated: Sequence[TimeExpression]
) -> Interval | None:
    """The days of an expression together with those joined to it by "and": "on Saturday and on Sunday"."""
    days = reading.whole_range(chosen)
    for one, other in pairwise(dated):
        joined = _JOINED.fullmatch(reading.text, one.end, other.start)
        if joined and chosen in (one, other) and one.grain == other.grain and one.interval and other.interval:
            days = hull(one.interval, other.interval)
    return days


def dates_it(text: str, expression: TimeExpression, trigger: Span, scope: Span) -> bool:
    """Whether an expression in the scope can date the event, rather than a background that it is compared with."""
    if expression.type not in ("DATE", "TIME", "DURATION") or expression.value == "PRESENT_REF":
        return False
    if not dates_a_verb(text, expression, scope) and expression.type != "DURATION":
        return False
    begin = trigger[1] if expression.start >= trigger[1] else scope[0]
    return not _SINCE_EVENT.search(text, begin, expression.start)


def bounded(said: Clock, published: date | None, vague: TimeExpression | None = None) -> Clock:
    """The clock of an event that is only known to be past when it was told."""
    about = f"“{vague.text}” names no days; " if vague else ""
    timex = vague.value if vague else ""
    if said.interval and said.expression and said.interval.latest:
        last = said.interval.latest
        return Clock(
            Interval(None, last, "day"),
            timex,
            f"{about}told as past when it was said, so it was by {say(last)}; its beginning is open",
        )
    if published is None:
        return Clock(None, timex, f"{about}no day is given, and the publication has no date")
    return Clock(
        Interval(None, published, "day"), timex,
        f"{about}no day is given; it had happened by {say(published)}, the day of publication; its beginning is open",
    )  # fmt: skip


def limited(clock: Clock, said: Clock, future: bool) -> Clock:
    """A past event ended no later than it was told."""
    if future or clock.interval is None or said.interval is None or said.interval.latest is None:
        return clock
    within = intersect(clock.interval, Interval(None, said.interval.latest))
    return Clock(within, clock.timex, clock.why, clock.expression) if within else clock


def _gap(expression: TimeExpression, trigger: Span) -> int:
    return expression.start - trigger[1] if expression.start >= trigger[1] else trigger[0] - expression.end
