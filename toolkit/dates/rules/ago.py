"""So long ago, in its rarer forms: "an hour ago", "two or three days ago", "1 year 2 months ago", "two Fridays ago"."""

from __future__ import annotations

import re
from datetime import date

from toolkit.dates.context import NEARBY, Context, Draft, dated
from toolkit.dates.interval import nearest, plus, season, shift, unit
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS, SEASON_CODES
from toolkit.dates.rules.relative import BACK, BACK_END, FROM_AGO, PHRASE_END, explain
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

HOURS = {"moment": 1 / 3600, "second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}
FEW = 3  # of hours that are not counted
SMALLER = ("day", "week", "month", "year")
DAYS = tuple(day.lower() for day in LONG_DAYS)
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
MULTIPLES = {"fortnight": ("week", 2), "night": ("day", 1), "decade": ("year", 10), "century": ("year", 100)}


def hours(found: Match, context: Context) -> Draft | None:
    """ "an hour ago", "36 hours ago", "hours ago": a day, or the two that more than half a day may reach into."""
    unit_ = found["unit"].lower().rstrip("s")
    if not (found["number"] or found["some"] or found["unit"].endswith("s")):
        return None
    many = number(found["number"]) if found["number"] else None
    count = HOURS[unit_] * ((many or FEW) + (0.5 if found["half"] or found["fraction"] else 0))
    anchor, name = context.telling()
    draft = dated(*found.span(), "day", anchor, "", anchor)
    if anchor and count >= 12:
        draft = dated(*found.span(), "day", plus(anchor, -int(count // 24)), "", anchor)
        draft.earliest = plus(anchor, -int(-(-count // 24)))
        draft.mod = "APPROX" if draft.earliest != draft.latest else ""
    draft.type = "TIME"
    return explain(draft, f"{found[0].lower()}, counted from {name}")


def between(found: Match, context: Context) -> Draft | None:
    """ "two or three days ago", "2-3 weeks ago", "a year or two ago", "three to four months later": from the farther to
    the nearer of both."""
    low, high = number(found["low"]), number(found["number"])
    return _between(found, low, high, context) if low and high and 0 < low < high else None


def one_or_two(found: Match, context: Context) -> Draft | None:
    """ "a week or two ago", "a day or so later", "a year or more ago": the last is open to the past."""
    more = found["two"].lower()
    draft = _between(found, 1, 2 if more == "two" else 1, context)
    if draft and draft.latest and more == "more":
        draft.earliest, draft.mod = None, "BEFORE"
    return draft


def _between(found: Match, low: float, high: float, context: Context) -> Draft | None:
    grain = meaning("unit", found["unit"])
    how = " ".join(found["how"].lower().split())
    back = how in BACK
    anchor, name = context.telling() if how in FROM_AGO else context.reference(found.start())
    if grain in HOURS and how != "ago":
        return None
    if grain in HOURS:
        draft = dated(*found.span(), "day", anchor, "", anchor)
        draft.type = "TIME"
        return explain(draft, f"{found[0].lower()}, counted from {name}")
    grain, times = MULTIPLES.get(grain, (grain, 1))
    if grain not in SMALLER:
        return None
    way = -times if back else times
    days = [shift(grain, anchor, int(count * way)) if anchor else None for count in (low, high)]
    spans = [unit(grain, day, context.policy.week_start) for day in days if day]
    draft = dated(*found.span(), grain, days[0], "", anchor, "APPROX", context.policy.week_start)
    if len(spans) == 2:
        draft.earliest, draft.latest = min(s[0] for s in spans), max(s[1] for s in spans)
    return explain(draft, f"{found[0].lower()}, counted from {name}")


def of_several(found: Match, context: Context) -> Draft | None:
    """ "1 year 2 months ago", "two years, three months and five days ago": a day, week or month by its last part."""
    grains = [meaning("unit", found[group]) for group in ("unit", "second", "third") if found[group]]
    counts = [number(found[group]) for group in ("number", "more", "most") if found[group]]
    places = [SMALLER.index(grain) if grain in SMALLER else -1 for grain in grains]
    if -1 in places or places != sorted(set(places), reverse=True):
        return None
    if any(count is None or count != int(count) for count in counts):
        return None
    how = found["how"].lower()
    anchor, name = context.telling() if how == "ago" else context.reference(found.start())
    day = anchor
    for grain, count in zip(grains, counts, strict=True):
        day = shift(grain, day, int(count or 0) * (-1 if how in BACK else 1)) if day else None
    draft = dated(*found.span(), grains[-1], day, "", anchor, "", context.policy.week_start)
    return explain(draft, f"{found[0].lower()}, counted from {name}")


def weekdays(found: Match, context: Context) -> Draft | None:
    """ "two Fridays ago", "three Sundays from now"."""
    count, (anchor, name) = _count(found), context.telling()
    way = 1 if found["how"].lower().startswith("from") else -1
    day = nearest(meaning("weekday", found["weekday"]), plus(anchor, way), way) if anchor else None
    day = plus(day, 7 * way * (count - 1)) if day else None
    return explain(dated(*found.span(), "day", day, "", anchor), f"{found[0]}, counted from {name}")


def weekends(found: Match, context: Context) -> Draft | None:
    """ "two weekends ago"."""
    count, (anchor, name) = _count(found), context.telling()
    own = unit("weekend", anchor)[0] if anchor else None
    draft = dated(*found.span(), "weekend", plus(own, -7 * count) if own else None, "", anchor)
    return explain(draft, f"{found[0].lower()}, counted from {name}")


def months(found: Match, context: Context) -> Draft | None:
    """ "two Junes ago", "three Januaries ago": months of that name that are over."""
    count, (anchor, name) = _count(found), context.telling()
    month = next(n for n, name_ in enumerate(LONG_MONTHS, 1) if found["named"].startswith(name_[:3]))
    year = anchor.year - (month >= anchor.month) - (count - 1) if anchor else 0
    day = date(year, month, 1) if year > 0 else None
    return explain(dated(*found.span(), "month", day, "", anchor), f"{found[0]}, counted from {name}")


def seasons(found: Match, context: Context) -> Draft | None:
    """ "two summers ago": of those that are over; "two summers later": counted from the year last told."""
    count, (anchor, name) = _count(found), context.telling()
    kind = meaning("season", found["season"])
    if found["how"].lower() == "later":
        return _seasons_later(found, count, kind, context)
    years = range(anchor.year, max(anchor.year - 3, 0), -1) if anchor else ()
    days = ((year, season(kind, year, context.policy.hemisphere)) for year in years)
    over = next((year for year, span in days if span and anchor and span[1] < anchor), None)
    year = over - (count - 1) if over else 0
    span = season(kind, year, context.policy.hemisphere)
    value = f"{year:04d}-{SEASON_CODES[kind]}" if span else f"XXXX-{SEASON_CODES[kind]}"
    draft = Draft(*found.span(), "DATE", value, grain="season", anchor=anchor)
    if span:
        draft.earliest, draft.latest = span
    return explain(draft, f"{found[0].lower()}, counted from {name}")


def in_so_long(found: Match, context: Context) -> Draft | None:
    """ "The vote will be held in two weeks": so long from now, where what is to come happens at one time; not "will
    double in five years", which lasts so long."""
    count, grain, (now, name) = number(found["number"]), meaning("unit", found["unit"]), context.now()
    start, end = found.span("what")
    if context.story or not count or count != int(count) or grain not in ("day", "week", "month", "year"):
        return None
    if found["unit"].lower() == grain and count > 1:
        return None
    clause = context.text[max(0, start - 70) : end + 70]
    if not AT_ONE_TIME.search(clause) or not context.looks_ahead(start, end):
        return None
    day = shift(grain, now, int(count)) if now else None
    draft = dated(start, end, grain, day, "", now, week_start=context.policy.week_start)
    return explain(draft, f"{found['what'].lower()} from {name} on")


AT_ONE_TIME = lazily(
    r"\b(?:(?:will|would|to|should|must|can|could|may|might|shall) (?:also |then |again )?"
    r"(?:be (?:held|released|launched|sworn in|published|replaced|redeemed|repaid|opened|closed|signed|decided|"
    r"announced|sentenced|elected|over|back|due|ready)|open|reopen|begin|start|resume|expire|lapse|end|return|meet|"
    r"vote|leave|retire|arrive|depart|decide|report|elect|sign|take place|take effect|come into force|step down|"
    r"stand down|resign|go to the polls|run out|host|hold|launch)|(?:is|are) due|expires?|go(?:es)? to the polls|"
    r"runs? out|meets?|returns?|opens?|begins?|starts?|resumes?|votes?)\b"
)


def _seasons_later(found: Match, count: int, kind: str, context: Context) -> Draft:
    """From a season or a year told on: the one of this name so many years later; from a day or month the first to
    begin behind it is the first of them. Where nothing is told near by, none is known."""
    code, told = SEASON_CODES[kind], context.focus
    near = told is not None and (context.story is not None or found.start() - context.focus_end < NEARBY)
    draft = Draft(*found.span(), "DATE", f"XXXX-{code}", grain="season")
    if not near or told is None:
        return explain(draft, f"{found[0].lower()}, counted from nothing told")
    year = told.year + count
    if context.focus_grain in ("day", "week", "month"):
        own = season(kind, told.year, context.policy.hemisphere)
        year -= own is not None and own[0] > (context.focus_latest or told)
    if span := season(kind, year, context.policy.hemisphere):
        draft.value, draft.anchor = f"{year:04d}-{code}", told
        draft.earliest, draft.latest = span
    return explain(draft, f"{found[0].lower()}, counted from the date last told, {context.focus_text}")


def _count(found: Match) -> int:
    told = found["number"].lower()
    return 2 if told.startswith("a ") else int(number(told) or 2)


HOW = rf"(?P<how>ago|back{BACK_END}|earlier|later|from now|hence|previously|(?:before|after){PHRASE_END})"
WAY = rf"(?P<how>ago|back{BACK_END}|from now)"
MONTHS = r"Januar(?:ys|ies)|Februar(?:ys|ies)|Marches|Aprils|Mays|Junes|Julys|Augusts|Septembers|"
MONTHS += r"Octobers|Novembers|Decembers"
PLURALS = (
    *(
        "januarys",
        "januaries",
        "februarys",
        "februaries",
        "marches",
        "aprils",
        "mays",
        "junes",
        "julys",
        "augusts",
    ),
    *("septembers", "octobers", "novembers", "decembers"),
)
COUNT = r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a couple of)"
RULES: list[Rule] = [
    rule(
        "hours_ago",
        r"(?:<approximate> |just )?(?:(?:(?P<some>a few|several|many|a couple(?: of)?|(?:an? |three )?quarters? of an)|"
        r"<number>(?P<half> and a half)?)[- ])?"
        r"(?P<unit>hours?|minutes?|seconds?|moments?)(?P<fraction> and a half)?(?: or so)? ago",
        hours,
        "unit",
        *("moment", "moments"),
    ),
    rule(
        "between_ago",
        rf"(?:<approximate> )?(?:between )?<low:number>(?: (?:or|to|and)(?: maybe| perhaps| even)? | ?[-–] ?)"
        rf"<number>[- ]<unit> {HOW}",
        between,
        "unit",
    ),
    rule(
        "one_or_two_ago",
        rf"(?:<approximate> )?an? <unit> or (?P<two>two|so|more) {HOW}",
        one_or_two,
        "unit",
        "two",
    ),
    rule(
        "several_units_ago",
        r"(?:<approximate> )?<number> <unit>(?:,? and |, | )<more:number> <second:unit>"
        rf"(?:(?:,? and |, | )<most:number> <third:unit>)? {HOW}",
        of_several,
        "unit",
    ),
    rule(
        "weekdays_ago",
        rf"{COUNT} (?P<weekday>{'|'.join(DAYS)})s {WAY}",
        weekdays,
        *(f"{day}s" for day in DAYS),
    ),
    rule("weekends_ago", rf"{COUNT} weekends (?P<how>ago)", weekends, "weekends"),
    rule("months_ago", rf"{COUNT} (?P<named>(?-i:{MONTHS})) (?P<how>ago)", months, *PLURALS),
    rule(
        "in_so_long",
        r"in (?P<what><number> <unit>)(?![- ](?:of|or|to|and|old|ago|from|after|before|earlier|later)|-|'|,? \d)",
        in_so_long,
        "unit",
    ),
    rule("seasons_ago", rf"{COUNT} <season>s (?P<how>ago|later)", seasons, *(f"{each}s" for each in SEASONS)),
]
