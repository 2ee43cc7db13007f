"""Days and units reached in two steps: "the week before last", "a week from Tuesday", "last week on Tuesday"."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft, dated, unresolved
from toolkit.dates.interval import nearest, plus, shift, unit
from toolkit.dates.notation import as_said, say
from toolkit.dates.rules.relative import COUNTED, explain
from toolkit.dates.rules.weekday import of_week, plain
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1, "to the day": 0, "to the very day": 0}


def two_days(found: Match, context: Context) -> Draft | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    if found["relative_day"][0].isupper():
        return None  # "The Day After Tomorrow" is a film
    anchor, name = context.now()
    step = -2 if found["relative_day"].lower() == "yesterday" else 2
    day = shift("day", anchor, step) if anchor else None
    return explain(dated(*found.span(), "day", day, "", anchor), f"{found[0].lower()}, counted from {name}")


def beside_weekday(found: Match, context: Context) -> Draft | None:
    """ "the day before last Tuesday", "the night after Monday's vote": the day beside a weekday."""
    if not found["weekday"][0].isupper():
        return None
    beside = plain(found, context)
    step = -1 if found["how"].lower() == "before" else 1
    day = plus(beside.earliest, step) if beside and beside.earliest else None
    anchor = beside.anchor if beside else None
    draft = explain(
        dated(*found.span(), "day", day, "", anchor), f"{as_said(found[0])}, {beside.why if beside else ''}"
    )
    if found["night"].lower() == "night":
        draft.type, draft.value = "TIME", f"{draft.value}TNI"
    return draft


def but_one(found: Match, context: Context) -> Draft | None:
    """ "the week before last", "the month after next", "the weekend before last", "the night before last"."""
    grain, how = meaning("unit", found["unit"]), " ".join(found["how"].lower().split())
    night = grain == "night" and how == "before last"
    if (grain not in COUNTED and not night) or found["unit"].lower() != grain:
        return None
    anchor, name = context.anchor()
    step = -2 if how == "before last" else 2
    if night:
        draft = dated(*found.span(), "day", plus(anchor, step) if anchor else None, "", anchor)
        draft.type, draft.value = "TIME", f"{draft.value}TNI"
        return explain(draft, f"the night before last, counted from {name}")
    day = unit("weekend", anchor)[0] if anchor and grain == "weekend" else anchor
    day = shift(grain, day, step) if day else None
    draft = dated(*found.span(), grain, day, "", anchor, "", context.policy.week_start)
    return explain(draft, f"the {grain} {how}, counted from {name}")


def weekday_but_one(found: Match, context: Context) -> Draft | None:
    """ "the Tuesday after next", "the Sunday before last"."""
    anchor, name = context.anchor()
    how = " ".join(found["how"].lower().split())
    way = -1 if how == "before last" else 1
    day = nearest(meaning("weekday", found["weekday"]), plus(anchor, way), way) if anchor else None
    day = plus(day, 7 * way) if day else None
    return explain(
        dated(*found.span(), "day", day, "", anchor), f"the {found['weekday']} {how}, counted from {name}"
    )


def weeks_from(found: Match, context: Context) -> Draft | None:
    """ "a week from Tuesday", "two weeks from tomorrow", "three days from this Friday", "Tuesday week",
    "tomorrow week", "a week today": so long
    after the coming one."""
    told = {kind: word.lower() for kind, word in found.groupdict().items() if word}
    count, grain = number(told.get("number", "a")), meaning("unit", told.get("unit", "week"))
    if (
        found[0].lower().endswith("today")
        and "from" not in found[0]
        and not context.looks_ahead(*found.span())
    ):
        return None  # "it has been a week today"
    grain, times = ("week", 2) if grain == "fortnight" else (grain, 1)
    anchor, name = context.anchor()
    if "weekday" in told:
        weekday, which = meaning("weekday", told["weekday"]), told.get("which", "this")
        begin = plus(anchor, which == "next") if anchor else None
        day = nearest(weekday, begin, 1) if begin else None
        if anchor and which == "last":
            day = nearest(weekday, plus(anchor, -1), -1)
    else:
        day = plus(anchor, TODAY[told["today"]]) if anchor else None
    if count is None or count != int(count) or grain not in ("day", "week", "month", "year"):
        return None
    day = shift(grain, day, int(count) * times) if day else None
    return explain(dated(*found.span(), "day", day, "", anchor), f"{as_said(found[0])}, counted from {name}")


def ago_on(found: Match, context: Context) -> Draft | None:
    """ "two weeks ago today", "a year ago tomorrow", "two weeks ago Sunday": a day, not the whole unit."""
    grain, count = meaning("unit", found["unit"]), number(found["number"])
    anchor, name = context.now()
    if grain not in COUNTED or grain == "weekend" or count is None or count != int(count):
        return None
    if found["weekday"] and grain != "week" and not found["when"]:
        return None
    if found["part"]:
        part = found["part"].lower()
        day = shift(part, anchor, meaning("which", found["step"])) if anchor else None
        day = shift(grain, day, -int(count)) if day else None
        draft = dated(*found.span(), part, day, "", anchor, "", context.policy.week_start)
        return explain(
            draft,
            f"the {part} {found['number']} {found['unit']} before {found['step'].lower()} one, counted from {name}",
        )
    if anchor is None:
        return Draft(*found.span(), value=unresolved("day"), grain="day", why=f"a day, counted from {name}")
    if found["weekday"]:
        when = (found["when"] or "last").lower()
        way = -1 if when == "last" else 1
        begin = anchor if not found["when"] else plus(anchor, way * (when != "this"))
        from_day = nearest(meaning("weekday", found["weekday"]), begin, way)
    else:
        from_day = plus(anchor, TODAY[found["today"].lower()])
    day = shift(grain, from_day, -int(count)) if from_day else None
    counted = f"from {say(from_day)}" if from_day else name
    return explain(
        dated(*found.span(), "day", day, "", anchor), f"{found['number']} {found['unit']} back, {counted}"
    )


def this_and_next(found: Match, context: Context) -> list[Draft] | None:
    """ "this year and next", "this month than last": the second unit is left out."""
    grain, (anchor, name) = meaning("unit", found["unit"]), context.anchor()
    if grain not in COUNTED or grain == "weekend" or found["unit"].lower() != grain:
        return None
    words = [(found["which"], found.start(), found.end("unit")), (found["second"], *found.span("second"))]
    drafts = []
    for which, start, end in words:
        day = shift(grain, anchor, meaning("which", which)) if anchor else None
        draft = dated(start, end, grain, day, "", anchor, "", context.policy.week_start)
        drafts.append(explain(draft, f"{which.lower()} {grain}, counted from {name}"))
    return drafts


def same_time(found: Match, context: Context) -> Draft | None:
    """ "this time last year", "this week last year", "the same month a year earlier": "the same" counts from the date
    last told."""
    part, grain = found["part"].lower(), (found["grain"] or "year").lower()
    told = found["same"].lower() != "this" and part not in ("time", "point")
    anchor, name = context.reference(found.start()) if told else context.anchor()
    count = int(number(found["number"]) or 1) if found["number"] else 1
    step = meaning("which", found["which"]) if found["which"] else -count
    day = shift(grain, anchor, step) if anchor else None
    near = part in ("time", "point")
    draft = dated(*found.span(), "day" if near else part, day, "", anchor, "", context.policy.week_start)
    draft.mod = "APPROX" if near else ""
    return explain(draft, f"{as_said(found[0])}, counted from {name}")


def same_time_told(found: Match, context: Context) -> Draft | None:
    """ "the same month of the previous year", "the same week of 2016": counted from the date last told."""
    part = found["part"].lower()
    anchor, name = context.reference(found.start())
    if anchor is None or anchor != context.focus:
        return None
    if found["year"]:
        year = int(found["year"])
        day = shift("year", anchor, year - anchor.year)
    else:
        day = shift(found["grain"].lower(), anchor, meaning("which", found["which"]))
    near = part in ("time", "point") or (part == "day" and context.focus_grain != "day")
    draft = dated(*found.span(), "day" if near else part, day, "", anchor, "", context.policy.week_start)
    draft.mod = "APPROX" if near else ""
    return explain(draft, f"{as_said(found[0])}, counted from {name}")


HOW = r"(?P<how>before last|after next)"
RULES: list[Rule] = [
    rule("day_after_next", r"the day (?:before|after) <relative_day>", two_days, "day"),
    rule(
        "unit_but_one",
        rf"the <unit> {HOW}(?! [a-z]+day\b| (?:week|month|year|quarter|summer|winter|spring|fall|autumn)\b)",
        but_one,
        "unit",
    ),
    rule(
        "day_beside_weekday",
        r"(?:(?:the|an?|one) )?(?P<night>day|night) (?P<how>before|after) (?:<which> )?<weekday>"
        r"(?! (?:before|after|to)\b)",
        beside_weekday,
        *("day", "night"),
    ),
    rule("weekday_but_one", rf"the <weekday> {HOW}", weekday_but_one, "weekday"),
    rule(
        "weeks_from_weekday",
        r"<number> (?:<unit> from|weeks? on) (?:(?:(?P<which>this|this coming|next|last) )?<weekday>|"
        r"(?P<today>today|tomorrow|yesterday))",
        weeks_from,
        "unit",
    ),
    rule("weekday_week", r"<weekday> week(?=[.,;:)]|\s*$)", weeks_from, "weekday"),
    rule("today_week", r"(?P<today>today|tomorrow) week(?=[.,;:)]|\s*$)", weeks_from, "relative_day"),
    rule(
        "week_today",
        r"<number> (?P<unit>weeks?|fortnight) (?P<today>today|tomorrow)(?=[.,;:)]|\s*$| (?:in|at|and|with)\b)",
        weeks_from,
        "unit",
    ),
    rule("week_on_weekday", r"<which> week(?:'s| on)? <weekday>", of_week, "week"),
    rule("weekday_of_the_week", r"<weekday> of the <which> week", of_week, "weekday"),
    rule(
        "this_and_next",
        r"(?P<which>this|last) <unit>,? (?:and|or|as|than|from|but not|nor|to)(?: (?:in|for|during))? "
        r"(?P<second>last|next)"
        r"(?=[.,;:)]|\s*$| (?:in|to|as|and|but|by|when|if|for|at|on|with|because|is|was|will|"
        r"are|he|she|they|it|the|after)\b)",
        this_and_next,
        "unit",
    ),
    rule("weekday_which", r"<weekday> (?P<which>last|next)(?=[.,;:)]|\s*$)", plain, "weekday"),
    rule(
        "same_time",
        r"(?P<same>this|(?:about )?the same) (?P<part>time|point|day|week|month)(?: of| in)? "
        r"(?:(?P<which>last|next) (?P<grain>week|month|year)|<number> years? (?:ago|earlier|before))",
        same_time,
        *("time", "point", "unit"),
    ),
    rule(
        "same_time_told",
        r"(?P<same>(?:about )?the same) (?P<part>time|point|day|week|month)(?: of| in|,)? "
        r"(?:the (?P<which>previous|preceding|prior|following|next) (?P<grain>week|month|year)|<year>)",
        same_time_told,
        *("time", "point", "unit"),
    ),
    rule(
        "ago_on",
        r"<number> <unit> ago (?:on )?"
        r"(?:(?P<today>today|tomorrow|yesterday|to the (?:very )?day)|"
        r"(?P<step>this|last) (?P<part>week|month|quarter)|"
        r"(?:(?P<when>this|next|last) )?<weekday>)",
        ago_on,
        "unit",
    ),
]
