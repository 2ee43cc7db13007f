"""What is counted from the time told: "the day before", "a day later", "the year before", "later in the day", "the full
year", "look back to this day"."""

from __future__ import annotations

import re

from toolkit.dates.context import CIVIL, NEARBY, Context, Draft, dated
from toolkit.dates.counting import by_how_much, compares, loosely, told_time, unit_told
from toolkit.dates.interval import plus, shift
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import as_said, say
from toolkit.dates.rules.relative import PHRASE_END, explain
from toolkit.dates.rules.results import compares as compares_figures
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning, number

Match = re.Match[str]

COUNTED = ("day", "week", "month", "quarter", "year", "decade", "century")
EDGES = {"earlier": -1, "later": 1}


def day_before(found: Match, context: Context) -> Draft | None:
    """ "the day before", "a day earlier", "the day after"."""
    if _bounds_a_clause(found, context):
        return None
    anchor, name = context.reference(found.start(), far=True)
    step = -1 if found["how"].lower() in ("before", "earlier") else 1
    day = shift("day", anchor, step) if anchor else None
    draft = dated(*found.span(), "day", day, "", anchor)
    if compares(draft, context):
        return by_how_much(draft, "day", 1)
    explain(draft, f"the day {'before' if step < 0 else 'after'}, counted from {name}")
    return loosely(draft, step, anchor, context)


def _bounds_a_clause(found: Match, context: Context) -> bool:
    """Whether "before" leads a clause: "he died the year before he had planned to", unlike "The year before he had"."""
    return CLAUSE_BEHIND.match(context.text, found.end()) is not None and not OPENS.search(
        context.before(found.start())
    )


CLAUSE_BEHIND = lazily(r"\s+(?:he|she|it|they|we|I|there)\b", re.IGNORECASE)


def unit_before(found: Match, context: Context) -> Draft | None:
    """ "the year before", "the month after": of the time told; without one in the passage nothing tells of which."""
    grain = meaning("unit", found["unit"])
    if grain not in COUNTED or found["unit"].lower() != grain or _bounds_a_clause(found, context):
        return None
    told = told_time(*found.span(), context)
    if told is None and not context.story and not compares_figures(found.start(), context):
        return None
    anchor, name = (told[0], told[2]) if told else context.reference(found.start())
    step = -1 if found["how"].lower() == "before" else 1
    day = shift(grain, anchor, step) if anchor else None
    draft = dated(*found.span(), grain, day, "", anchor, "", context.policy.week_start)
    return loosely(
        explain(draft, f"the {grain} {found['how'].lower()}, counted from {name}"), step, anchor, context
    )


def earlier_in(found: Match, context: Context) -> Draft | None:
    """ "earlier in the year", "later in the month", "later in the day": of the time told, else from the anchor."""
    grain = meaning("unit", found["unit"])
    if grain not in COUNTED:
        return None
    told = told_time(*found.span(), context)
    anchor, name = (told[0], told[2]) if told else context.anchor()
    last = told[1] if told else anchor
    if grain == "day" and told and told[0] != told[1]:
        anchor, name = context.anchor()
    draft = dated(*found.span(), grain, anchor, "", anchor, "", context.policy.week_start)
    if anchor and grain != "day" and draft.earliest and draft.latest:
        later = found["edge"].lower() == "later"
        held = last is not None and draft.earliest <= last <= draft.latest
        draft.earliest, draft.latest = (
            (anchor, draft.latest) if later else (draft.earliest, last if held else anchor)
        )
    return explain(draft, f"{found['edge'].lower()} in the {grain} of {name}")


def this_day(found: Match, context: Context) -> Draft | None:
    """ "look back to this day": the day last told, which the idiom "to this day" is not."""
    anchor, name = context.reference(found.start())
    if anchor is None or anchor != context.focus or context.focus_grain != "day":
        return None
    if not LOOKS_BACK.search(context.before(found.start(), 40)):
        return None
    return explain(
        dated(*found.span(), "day", anchor, "", anchor), f"the day told before, counted from {name}"
    )


def daypart_before(found: Match, context: Context) -> Draft | None:
    """ "the night before", "the evening before he had dined with them", "the morning after"."""
    draft = day_before(found, context)
    if draft is None or draft.type != "DATE" or draft.grain != "day" or draft.anchor != context.focus:
        return None
    if context.focus_grain != "day":
        return None
    draft.type, draft.value = "TIME", f"{draft.value}T{meaning('daypart', found['daypart'])}"
    return draft


def the_day(found: Match, context: Context) -> Draft | None:
    """ "The day had begun calmly", "died on the day", "by the end of the day": the past day told before."""
    edge = (found["edge"] or "").lower()
    told = unit_told("day", *found.span(), context, past=found["verb"] is not None)
    led = context.before(found.start(), 24)
    if told is None or not (BY_ITS_END if edge else OPENS if found["verb"] is not None else ON_IT).search(
        led
    ):
        return None
    mod = {"": "", "end": "END", "close": "END", "start": "START", "beginning": "START"}[edge]
    draft = dated(*found.span(), "day", told[0], "", told[0])
    draft.mod = mod
    return explain(draft, f"the day told before, counted from {told[1]}")


OPENS = lazily(r"(?:\A|[.!?;:—–][\"”’')]*\s+|\n\s*|, (?:and|but) )\Z")
ON_IT = lazily(r"\b(?:on|during|throughout|earlier|later)\s+\Z", re.IGNORECASE)
BY_ITS_END = lazily(r"\b(?:by|before|until|till|towards?|near)\s+\Z", re.IGNORECASE)
LOOKS_BACK = lazily(
    r"\b(?:back (?:to|on|at)|returns? to|returned to|related? to|remember(?:s|ed)?|recall(?:s|ed)?|"
    r"owed? (?:\w+ )?to|led to|leading up to|refer(?:s|red) to)\s+$",
    re.IGNORECASE,
)


def the_week(found: Match, context: Context) -> Draft | None:
    """ "the week's busiest session", "For the week, the index fell": the week of the day told last or, on a Monday, the
    one that is over."""
    now = context.published
    if context.text[found.end()] in ",.;" and context.before(found.start(), 4) != "For ":
        return None
    if now is None or context.policy.anchor == "focus" or context.looks_ahead(*found.span()):
        return None
    days = (each for each in reversed(context.drafts[-6:]) if each.type in CIVIL and each.grain == "day")
    near = (each.earliest for each in days if each.earliest and found.start() - each.end < 2 * NEARBY)
    told = next((day for day in near if day <= now and (now - day).days <= 7), None)
    day = told or plus(now, -1 if now.weekday() == 0 else 0)
    name = f"the day told last, {say(told)}" if told else f"the publication day, {say(now)}"
    draft = dated(*found.span(), "week", day, "", told or now, "", context.policy.week_start)
    return explain(draft, f"the week of {name}")


def after_that(found: Match, context: Context) -> Draft | None:
    """ "two days after that", "a week thereafter": counted from the date last told."""
    grain, count = meaning("unit", found["unit"]), number(found["number"])
    told = told_time(*found.span(), context)
    if grain not in COUNTED or count is None or count != int(count) or (told is None and not context.story):
        return None
    anchor, name = context.reference(found.start())
    step = -int(count) if (found["how"] or "").lower() == "before" else int(count)
    day = shift(grain, anchor, step) if anchor else None
    shown = "year" if grain == "decade" else grain
    draft = dated(*found.span(), shown, day, "", anchor, "", context.policy.week_start)
    return loosely(explain(draft, f"{as_said(found[0])}, counted from {name}"), step, anchor, context)


def one_after(found: Match, context: Context) -> Draft | None:
    """ "a day after the ship sank": a length, as nothing tells the day of that."""
    return by_how_much(Draft(*found.span()), meaning("unit", found["unit"]), 1)


def share_to_anchor(found: Match, context: Context) -> Draft | None:
    """ "the past quarter-century", "the next half-decade": up to the anchor, or from it on."""
    years = SHARES[found["share"].lower()] * {"century": 100, "decade": 10}[found["unit"].lower()]
    anchor, name = context.anchor()
    back = found["side"].lower() not in AHEAD
    why = f"a length of time: {years:g} years {'up to' if back else 'from'} {name}"
    draft = Draft(*found.span(), "DURATION", f"P{years:g}Y", grain="year", why=why)
    day = shift("month", anchor, round(12 * years) * (-1 if back else 1)) if anchor else None
    if anchor and day:
        draft.earliest, draft.latest = (day, anchor) if back else (anchor, day)
    return draft


SHARES = {"quarter": 0.25, "half": 0.5, "three-quarter": 0.75, "three quarter": 0.75}
SHARES |= {f"{words}s": share for words, share in SHARES.items() if words.startswith("three")}
AHEAD = ("next", "coming", "following")
# "The year before he had lost": what was so before it; not "the year before he died", nor "The year before they had
# children, they moved".
HE_HAD = (
    r"(?= (?:he|she|it|they|we|I|there)(?: had|'d) (?:(?:already|just|never|not|also|still|even|once) )?"
    r"(?:been|become|begun|broken|brought|built|bought|caught|come|done|drawn|driven|eaten|fallen|fought|found|given|"
    r"gone|got|grown|held|hit|kept|left|let|lost|made|met|paid|put|run|said|seen|sent|set|shot|sold|spent|spoken|"
    r"stood|struck|taken|taught|thought|told|won|written|[a-z]+ed)\b"
    r"(?![^.;:!?\n]{0,80}, (?:he|she|it|they|we|I|an?|the)\b))"
)
ITS_VERB = (
    r"(?= (?:had |has )?(?:began|begun|started|ended|was|were|saw|seen|brought|went|gone|passed|dawned|broke|broken|"
    r"closed|opened|turned|been|proved|became|become|marked)\b)"
)
RULES: list[Rule] = [
    rule("earlier_in_unit", r"(?P<edge>earlier|later) (?:on )?in the <unit>", earlier_in, "unit"),
    rule(
        "day_before",
        rf"(?:the|a|one) day (?P<how>earlier|later|following(?! day)|(?:before|after){PHRASE_END}|before{HE_HAD})",
        day_before,
        "day",
    ),
    rule(
        "daypart_before",
        rf"the <daypart> (?P<how>(?:before|after){PHRASE_END}|before{HE_HAD})",
        daypart_before,
        "daypart",
    ),
    rule(
        "the_day",
        r"the (?P<edge>end|close|start|beginning) of the day|"
        rf"the day(?:(?P<verb>{ITS_VERB})|(?=[.,;:)]|\s*$| itself| (?:and|but) [a-z]))",
        the_day,
        "day",
    ),
    rule(
        "unit_before",
        rf"the <unit> (?P<how>(?:before|after){PHRASE_END}|before{HE_HAD})",
        unit_before,
        "unit",
    ),
    rule(
        "share_to_anchor",
        r"(?:the )?(?P<side>past|last|previous|next|coming|following) (?:(?:a )?"
        r"(?P<share>three[- ]quarters?|quarter|half)[- ](?:of a |a )?)(?P<unit>century|decade)",
        share_to_anchor,
        "unit",
    ),
    rule("the_week", r"the week(?='s (?!end\b|close\b|start\b|beginning\b|eve\b))", the_week, "week"),
    rule("for_the_week", r"(?<=for[ ])the week(?=[,.;])", the_week, "week"),
    rule("this_day", r"this day", this_day, "day"),
    rule(
        "after_that",
        r"<number> <unit> (?:(?P<how>after|before) (?:that|this|then)(?=[.,;:)]| [a-z])|thereafter|afterwards?)",
        after_that,
        "unit",
    ),
    rule(
        "one_after",
        r"an? (?P<unit>day|week|fortnight|month|year|decade|century)"
        r"(?= (?:after|before) (?!that\b|this\b|then\b)[A-Za-z\d])",
        one_after,
        "unit",
    ),
]
