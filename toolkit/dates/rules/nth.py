"""Days told by their number alone: "on the 12th", "the night of the 4th", "the morning of the 22nd of that month"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.governing import nth_within
from toolkit.dates.interval import real_date, shift
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import say
from toolkit.dates.rules.absolute import figure
from toolkit.dates.rules.shared import tied
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

ON_BEFORE = lazily(r"\b(?:on|by|until|since|from)\s+$", re.IGNORECASE)
# Behind it the sentence goes on; a noun would be counted by it ("the 12th man", "by the 5th and 6th Divisions").
GOES_ON = (
    r"(?=[.,;:)]|\s*$| and (?!\d|the \d)| (?:but|the|an?|its?|his|her|their|this|some|no|two|three|police|they|he|she|"
    r"we|when|after|with|at|in|to|for|from|both|all|was|were|had|there|however)\b(?! \d))"
)


def day_of_month(found: Match, context: Context) -> Draft | None:
    """ "on the 12th": the nearest such day before the anchor, or after it where the clause looks ahead; in a narrative
    the next such day of the story."""
    if not ON_BEFORE.search(context.before(found.start(), 8)):
        return None
    return _nth_day(found, context)


def daypart_of_nth(found: Match, context: Context) -> Draft | None:
    """ "the night of the 4th", "the early morning of the 22nd"."""
    draft = _nth_day(found, context)
    if draft:
        draft.type, draft.value = "TIME", f"{draft.value}T{meaning('daypart', found['daypart'])}"
    return draft


def day_list(found: Match, context: Context) -> list[Draft] | None:
    """ "on the 5th, the 9th and the 12th", "from the 28th to the 3rd": the last as above, the others before it."""
    if not LED.search(context.before(found.start(), 9)):
        return None
    places = [each.span() for each in LISTED.finditer(context.text, found.start(), found.end("nth"))]
    last = _nth_day(found, context)
    if last is None or last.earliest is None:
        return None
    drafts, day = [last], last.earliest
    for start, end in reversed(places[:-1]):
        number_ = figure(context.text[start:end])
        month = day if number_ < day.day else shift("month", day.replace(day=1), -1)
        before = real_date(month.year, month.month, number_) if month else None
        if before is None:
            return None
        drafts.insert(
            0, dated(start, end, "day", before, f"{say(before)}: told with {say(day)}", last.anchor)
        )
        day = before
    last.start = places[-1][0]
    return tied(found, drafts)


LED = lazily(r"\b(?:on|by|until|since|from|between)\s+$", re.IGNORECASE)
LISTED = lazily(r"(?:the )?\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)


def _nth_day(found: Match, context: Context) -> Draft | None:
    anchor, name = context.anchor()
    if told := nth_within(context, figure(found["nth"]), *found.span()):
        day, how, anchor = told
        return dated(*found.span(), "day", day, f"{say(day)}: {how}", anchor)
    if anchor is None:
        return None
    story = context.policy.anchor == "focus" and context.focus is not None
    if story and context.focus_grain not in ("day", "month", "week"):
        return None
    step = 1 if story or context.looks_ahead(*found.span()) else -1
    for month in (anchor, shift("month", anchor.replace(day=1), step)):
        real = real_date(month.year, month.month, figure(found["nth"])) if month else None
        if real and (real - anchor).days * step >= 0:
            return dated(*found.span(), "day", real, f"{say(real)}: the one nearest to {name}", anchor)
    return None


NTH = r"(?P<nth>\d{1,2}(?:st|nd|rd|th))(?: of (?:this|the|that) month)?"
RULES: list[Rule] = [
    rule("day_of_month", rf"the {NTH}{GOES_ON}", day_of_month, "st", "nd", "rd", "th"),
    rule(
        "day_list",
        rf"the \d{{1,2}}(?:st|nd|rd|th)(?:, (?:the )?\d{{1,2}}(?:st|nd|rd|th)){{0,8}},?"
        rf"(?: ?[-–] ?| (?:and|or|to|until|till|"
        rf"through) )(?:on )?(?:the )?{NTH}{GOES_ON}",
        day_list,
        *("st", "nd", "rd", "th"),
    ),
    rule(
        "daypart_of_nth",
        rf"(?:the )?(?:early |late )?<daypart> of the {NTH}(?! [a-z]*(?:centur|anniversar))(?!(?-i: [A-Z]))",
        daypart_of_nth,
        "daypart",
    ),
]
