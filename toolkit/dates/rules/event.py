"""Days counted from an event: "the third anniversary of the invasion", "on the eve of the war", "four years after it".

Which day the invasion was is not told by its words. Where the caller names events with their days (a theme does), they
are counted from; without, an anniversary or an eve of such a thing is found and stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from toolkit.dates.context import CIVIL, Context, Draft, dated
from toolkit.dates.governing import SENTENCE_END
from toolkit.dates.interval import plus, real_date, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say, timex
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number, ordinal, words
from toolkit.model import NamedEvent

Match = re.Match[str]
Days = dict[str, date]

# Behind a name these make it that of another event or thing: "the invasion of Kuwait", "the war room".
ANOTHER = lazily(
    r" (?:of|in|against|on|by|with|between|over) (?:the )?[A-Z]|[’']s (?!\w+ anniversary)|-"
    r"| (?:rooms?|efforts?|crimes?|plans?|memorials?|museums?|games?|films?|economy|forces?|fleet|zones?|routes?)\b"
)
SINCE = lazily(r"\b[Ss]ince $")
COUNTED = {"day", "week", "month", "year", "decade"}
EDGES = ("start", "beginning", "outbreak", "launch", "onset", "outset", "eve")


def unknown(found: Match, context: Context) -> Draft | None:
    """ "the third anniversary of the invasion", "the eve of the war", where nobody tells which day that was."""
    last = context.drafts[-1] if context.drafts else None
    if last and last.grain == "day" and last.earliest and context.text[last.end : found.start()] == ", ":
        why = f"{say(last.earliest)}: told before it as “{context.text[last.start : last.end]}”"
        return dated(*found.span(), "day", last.earliest, why)
    if told := _marked(found, context):
        why = f"{say(told)}: the day told in the sentence, on which it is marked"
        return dated(*found.span(), "day", told, why)
    why = f"which day “{found['event']}” was is told by no theme"
    return Draft(*found.span(), value="XXXX-XX-XX", grain="day", why=why)


def beside_day(found: Match, context: Context) -> Draft | None:
    """ "3 May, the tenth anniversary of the landing": the day told right before it, in a narrative."""
    last = context.drafts[-1] if context.drafts else None
    if not context.policy.broad or last is None or last.grain != "day" or last.earliest != last.latest:
        return None
    if context.text[last.end : found.start()] != ", ":
        return None
    words = context.text[last.start : last.end]
    return dated(*found.span(), "day", last.earliest, f"the day told right before it, {words}", last.anchor)


def _marked(found: Match, context: Context) -> date | None:
    """The only day told before in the sentence where the anniversary is marked on it: "On 9 April 2009 crowds gathered
    to mark the sixth anniversary of the city's fall"; not "ahead of", nor what is to be marked."""
    begin = max(
        (
            end.end()
            for end in SENTENCE_END.finditer(context.text, max(0, found.start() - 300), found.start())
        ),
        default=0,
    )
    told = [each for each in context.drafts[-4:] if each.start >= begin and each.type in CIVIL]
    if (
        len(told) != 1
        or told[0].grain != "day"
        or told[0].range
        or not MARKS.search(context.before(found.start(), 60))
    ):
        return None
    return told[0].earliest if told[0].earliest == told[0].latest else None


MARKS = lazily(
    r"\b(?:(?<!planning )(?<!plan )(?<!plans )(?<!preparing )(?<!prepares )"
    r"to (?:mark|celebrate|commemorate|honou?r|observe|remember)|"
    r"mark(?:ed|s|ing)|celebrat(?:ed|es|ing)|commemorat(?:ed|es|ing)|observ(?:ed|es|ing)|on) (?:[a-z]+ )?$"
)


def anniversary(days: Days, found: Match, context: Context) -> Draft | None:
    """ "the third anniversary of the full-scale invasion"; without a number the nearest one."""
    day, why = _day(days, found, context)
    if day is None:
        return None
    anchor, name = context.anchor()
    if nth := found["nth"] or found["years"]:
        count = (
            int(re.sub(r"\D", "", nth)) if nth[0].isdigit() else ordinal(nth) if found["nth"] else number(nth)
        )
        told = _yearly(day, day.year + int(count or 0))
        return _draft(found, "day", told, f"{nth} anniversary of {why}")
    near = [each for step in (-1, 0, 1) if anchor and (each := _yearly(day, anchor.year + step))]
    if not near or anchor is None:
        return _draft(found, "day", None, f"an anniversary of {why}, counted from {name}")
    ahead = [each for each in near if each >= anchor] if context.looks_ahead(*found.span()) else []
    told = ahead[0] if ahead else min(near, key=lambda each: abs(each - anchor))
    return _draft(found, "day", told, f"the anniversary of {why}, nearest to {name}", anchor)


def edge(days: Days, found: Match, context: Context) -> Draft | None:
    """ "the start of the full-scale invasion", "the eve of the invasion"."""
    day, why = _day(days, found, context)
    if day is None:
        return None
    step = -1 if found["edge"].lower() == "eve" else 0
    return _draft(found, "day", plus(day, step), f"the {found['edge'].lower()} of {why}")


def offset(days: Days, found: Match, context: Context) -> Draft | None:
    """ "four years after the invasion", "two weeks before the war", "three years into the war"."""
    day, why = _day(days, found, context)
    grain, count = meaning("unit", found["unit"]), number(found["number"])
    if day is None or grain not in COUNTED or count is None or count != int(count):
        return None
    how = found["how"].lower()
    told = shift(grain, day, -int(count) if how == "before" else int(count))
    grain = "year" if grain == "decade" else grain
    return _draft(found, grain, told, f"{found['number']} {found['unit']} {how} {why}", day)


def counted(days: Days, found: Match, context: Context) -> Draft | None:
    """ "the fourth year of the war", "day 100 of the invasion": the event's own days, weeks or years."""
    day, why = _day(days, found, context)
    grain = meaning("unit", found["unit"]) if found["nth"] else "day"
    nth = ordinal(found["nth"]) if found["nth"] else int(found["figure"].replace(",", ""))
    if day is None or grain not in COUNTED or nth < 1:
        return None
    first, behind = shift(grain, day, nth - 1), shift(grain, day, nth)
    if first is None or behind is None:
        return None
    draft = _draft(found, grain, first, f"{grain} {nth} of {why}", day)
    if grain != "day":
        draft.earliest, draft.latest = first, behind - timedelta(days=1)
    return draft


def since(days: Days, found: Match, context: Context) -> Draft | None:
    """ "since the full-scale invasion": behind "since" the event itself is a date."""
    day, why = _day(days, found, context)
    return _draft(found, "day", day, why) if day and SINCE.search(context.before(found.start())) else None


def _day(days: Days, found: Match, context: Context) -> tuple[date | None, str]:
    if ANOTHER.match(context.text, found.end("event")):
        return None, ""
    name = " ".join(found["event"].lower().replace("’", "'").split())
    return days[name], f"“{found['event']}” on {say(days[name])}"


def _yearly(day: date, year: int) -> date | None:
    return real_date(year, day.month, day.day) or real_date(year, 2, 28) if 1 <= year <= 9999 else None


def _draft(found: Match, grain: str, day: date | None, why: str, anchor: date | None = None) -> Draft:
    draft = dated(*found.span(), grain, day, f"{say(day)}: {why}" if day else why, anchor)
    if day and grain != "day":
        draft.value, (draft.earliest, draft.latest) = timex(grain, day), unit(grain, day)
    return draft


def rules_of(events: Sequence[NamedEvent]) -> list[Rule]:
    """The rules for events that the caller names.

    >>> from datetime import date
    >>> rules = rules_of([NamedEvent(("invasion",), date(2022, 2, 24))])
    >>> sorted({rule.name for rule in rules})
    ['event_anniversary', 'event_counted', 'event_edge', 'event_offset', 'event_since']
    """
    days = {
        " ".join(name.lower().replace("’", "'").split()): event.day
        for event in events
        for name in event.names
    }
    if not days:
        return []
    listed = "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(days, key=len, reverse=True))
    event = rf"{DETERMINER}(?P<event>{listed})"
    begins = sorted({word for name in days for word in re.findall(r"[a-z]+", name)[:1]})

    def made(
        make: Callable[[Days, Match, Context], Draft | None],
    ) -> Callable[[Match, Context], Draft | None]:
        return partial(make, days)

    return [
        rule("event_anniversary", rf"{ANNIVERSARY} of {START}{event}", made(anniversary), "anniversary"),
        rule("event_anniversary", rf"{event}'s {NTH}anniversary", made(anniversary), *begins),
        rule("event_edge", rf"(?:the )?(?P<edge>{'|'.join(EDGES)}) of {event}", made(edge), *EDGES),
        rule(
            "event_offset",
            rf"<number> <unit> (?P<how>after|before|into) {START}{event}",
            made(offset),
            "unit",
        ),
        rule(
            "event_counted", rf"(?:the (?P<nth><ordinal>) <unit>|{FIGURE}) of {event}", made(counted), "unit"
        ),
        rule("event_since", event, made(since), *begins),
    ]


DETERMINER = r"(?:(?:the|its|their|his|this|that|our) )?"
START = r"(?:(?:the )?(?:start|beginning|outbreak|launch|onset) of )?"
FIGURE = r"day (?P<figure>\d{1,2},?\d{0,3})"
NTH = r"(?:(?P<nth><ordinal>|\d{3}(?:st|nd|rd|th))(?:[- ]year)? |(?P<years><cardinal>)[- ]year )?"
ANNIVERSARY = rf"(?:(?:the|its) )?{NTH}anniversary"
OWNER = r"(?:the|its|their|his|this|that|our|[^ ]{1,20}'s)"
THING = rf"{START}(?P<event>{OWNER} (?:[^ ,.;]{{1,20}} ){{0,2}}(?:{'|'.join(words()['event']['words'])}))"
RULES: list[Rule] = [
    rule("anniversary", rf"{ANNIVERSARY} of {THING}", unknown, "anniversary"),
    rule("anniversary_told", rf"{ANNIVERSARY}(?= of\b)", beside_day, "anniversary"),
    rule("eve", rf"(?:the )?eve of {THING}", unknown, "eve"),
]
