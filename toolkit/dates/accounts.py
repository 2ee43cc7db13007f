"""An account that goes on from sentence to sentence: "The war began in 2022. On February 24 ...", "In the autumn of
1941 it froze. Over the winter they starved".

Only a time that the sentence before tells of, and does not merely name, is gone on from.
"""

from __future__ import annotations

import re

from toolkit.dates.context import CIVIL, DEICTIC, NEARBY, Context, Draft
from toolkit.dates.governing import LOOKED_AT, SAID, SENTENCE_END, heads, of_a_thing, words_of
from toolkit.dates.interval import season
from toolkit.dates.lazy import lazily


def year_going_on(context: Context, start: int, end: int, bare: bool) -> Draft | None:
    """The past year that the sentence before tells of, where a date opens the next one: "The war began in 2022. On
    February 24 ..."; not one that only bounds something ("born in 1931", "since 2014") or names it. A bare month goes
    on only with a year at the head of its sentence, or in which something began, or with a month and year there (see
    `rules.yearless`), and not where somebody says something.
    """
    text, published = context.text, context.published
    told = next((draft for draft in reversed(context.drafts[-LOOKED_AT:]) if draft.type in CIVIL), None)
    if told is None or told.earliest is None or told.latest is None:
        return None
    later = bare and told.grain in ("season", "month", "day") and _goes_on_from(told, context)
    if told.mod or not (later or (told.grain == "year" and not told.anchor)):
        return None
    if published and told.earliest.year >= published.year:
        return None
    between = text[told.end : start]
    ends = list(SENTENCE_END.finditer(between)) if len(between) <= NEARBY else []
    if len(ends) != 1 or "\n" in between or not OPENS.fullmatch(between, ends[0].end()):
        return None
    led = TOLD_IN.search(context.before(told.start, 60))
    headed = words_of(told, context).lower().startswith("the year ") and heads(told, context)
    if not (later or headed or (led and not led["bound"])) or of_a_thing(told, context):
        return None
    began = later or BEGAN.search(context.before(told.start, 60)) or heads(told, context)
    if bare and (not began or SAYS.match(text, end)):
        return None
    context.governed[start] = told
    return told


def _goes_on_from(told: Draft, context: Context) -> bool:
    """Whether a month or day at the head of its sentence has its own year, or one that an account gave it."""
    own = (told.anchor is None and OWN_YEAR.search(words_of(told, context))) or told.start in context.governed
    return bool(own) and (
        heads(told, context) or BROKE_OUT.search(context.before(told.start, 60)) is not None
    )


def season_going_on(context: Context, name: str, start: int, end: int) -> Draft | None:
    """The past time that heads the sentence before, or this one, where a season goes on from it: "In the autumn of 1941
    the river froze. Over the winter the town starved"; not in what is told of every year ("in winter it snows there"),
    nor behind a word that counts from the day of writing."""
    text, published = context.text, context.published
    told = next((draft for draft in reversed(context.drafts[-LOOKED_AT:]) if draft.type in CIVIL), None)
    if told is None or told.grain not in GOES_ON or told.mod or not told.earliest or not told.latest:
        return None
    written = told.anchor is None and OWN_YEAR.search(words_of(told, context))
    counted = told.anchor is not None and told.anchor != published
    own = written or counted or told.start in context.governed
    between = text[told.end : start]
    if not own or "\n" in between or len(between) > NEARBY or DEICTIC.search(between) or SAID.search(between):
        return None
    if len(SENTENCE_END.findall(between)) > 1 or not (told.start in context.governed or heads(told, context)):
        return None
    year = season_after(name, told, context.policy.hemisphere)
    days = season(name, year, context.policy.hemisphere) if year else None
    if days is None or (published and days[1] >= published) or SAYS.match(text, end):
        return None
    if context.direction(start, end)[0] != "back":
        return None
    context.governed[start] = told
    return told


def season_after(name: str, told: Draft, hemisphere: str) -> int | None:
    """The year of the first season of this name that ends behind a told time, or of a told year its own."""
    if told.earliest is None or told.latest is None:
        return None
    if told.grain == "year":
        return told.earliest.year
    years = range(told.earliest.year - 1, told.earliest.year + 2)
    ends = {year: days[1] for year in years if 1 <= year <= 9998 and (days := season(name, year, hemisphere))}
    return next((year for year, last in ends.items() if last >= told.latest), None)


GOES_ON = ("day", "month", "season", "year")
OWN_YEAR = lazily(r"\d{4}")
BEGAN = lazily(r"\b(?:began|begun|started|broke out|erupted|launched|opened|set in)\b[^.;]*\Z")
BROKE_OUT = lazily(r"\b(?:began|begun|started|broke out|erupted|set in)\b[^.;]*\Z")
SAYS = lazily(r"[^.;\n]{0,60}\b(?:said|says|told|announced|reported|wrote|warned|added)\b")
# A date that opens its sentence; a year that is told of, behind a word for a time, and not as the bound of another.
OPENS = lazily(
    r"(?:(?:Then|Later|Early|But|And),? )?(?:[Oo]n|[Ii]n|[Bb]y|[Ff]rom|[Uu]ntil|[Dd]uring|[Tt]hat)?\s*(?:the )?"
)
TOLD_IN = lazily(
    r"(?P<bound>\b(?:born|founded|established|built|created|incorporated|dating|dates|graduated|adopted|signed|"
    r"introduced|passed|published|named|enacted|unlike|compared with|than|as)\b[^.;]{0,30})?"
    r"\b(?:in|during|throughout)\s+(?:the year )?\Z",
    re.IGNORECASE,
)
