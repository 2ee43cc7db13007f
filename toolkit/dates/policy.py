"""How to read what the words leave open: each convention is a field, the presets are NEWS and NARRATIVE."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from toolkit.dates.headings import year_headings
from toolkit.dates.lazy import lazily
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS


@dataclass(frozen=True, slots=True)
class Policy:
    """The conventions by which expressions are resolved.

    `anchor` is ``published`` (news: every relative date counts from the publication day) or ``focus`` (narratives:
    from the date last told). `week_start` is 0 for Monday to 6 for Sunday; `hemisphere` north or south; `day_order`
    DMY, MDY or auto (the document's own unambiguous dates decide, else MDY when nothing else speaks).
    `direction` is where a date looks when its clause does not tell: past or future. `broad` also marks words that
    date nothing ("former", "in future", "at night", "during this period") and writes "daily" as ``XXXX-XX-XX``, as
    TIMEX2 does and TimeML does not.
    `country` is the code (ISO 3166) of the country whose Independence Day and the like are meant, or auto: the country
    that the text names most often.

    >>> Policy(week_start=6).week_start
    6
    """

    name: str = "news"
    anchor: str = "published"
    week_start: int = 0
    hemisphere: str = "north"
    day_order: str = "auto"
    direction: str = "past"
    broad: bool = False
    country: str = "auto"

    def __post_init__(self) -> None:
        allowed = {
            "anchor": ("published", "focus"),
            "week_start": tuple(range(7)),
            "hemisphere": ("north", "south"),
            "day_order": ("auto", "DMY", "MDY"),
            "direction": ("past", "future"),
        }
        for field, values in allowed.items():
            if getattr(self, field) not in values:
                raise ValueError(
                    f"Policy: {field} is {getattr(self, field)!r}; use one of {', '.join(map(str, values))}"
                )
        if self.country != "auto" and not re.fullmatch("[A-Z]{2}", self.country):
            raise ValueError(f"Policy: country is {self.country!r}; use auto or a code such as US")


NEWS = Policy()
NARRATIVE = Policy(name="narrative", anchor="focus", broad=True)
PRESETS = {"news": NEWS, "narrative": NARRATIVE}


def named(policy: str | Policy | None) -> Policy | None:
    """A policy by its name; None (or "auto") leaves the choice to the document.

    >>> named("news").anchor
    'published'
    """
    if policy is None or isinstance(policy, Policy):
        return policy
    if policy == "auto":
        return None
    if policy not in PRESETS:
        raise ValueError(f"unknown policy {policy!r}; use one of auto, {', '.join(PRESETS)}")
    return PRESETS[policy]


FIGURE = lazily(r"(?:AD )?[0-9]+(?: (?:BCE?|CE|AD)\b)?")
ERA = (" BC", "AD ", " AD", " CE")
# Years by themselves: patterns that begin with one plain figure are sought at the speed of that figure.
YEARS = tuple(re.compile(rf"{first}(?<![0-9].)[0-9]{{3}}(?![0-9])") for first in "12")
# What a report says and a chronicle does not, beside what it quotes: words, and pairs that begin with one of three.
REPORT = {*(day.lower() for day in LONG_DAYS), "today", "yesterday", "tomorrow", "tonight", "ago", "will"}
REPORT_PAIR = lazily(
    r"(?-i:[tTlLnN])(?<=\b.)(?:(?<=t)his|(?<=l)ast|(?<=n)ext) "
    r"(?:week|weekend|month|year|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
QUOTED = lazily(r"[\"“][^\"“”]{0,600}[\"”]")
IS, WAS = ("is", "are", "has", "have", "say", "says"), ("was", "were", "had")
WORD = lazily(r"\w+")


PROSE = 15  # characters for each year, at least
HEAD = 400  # characters: a title and a dateline


def choose_policy(text: str, published: date | None) -> tuple[Policy, str]:
    """NEWS or NARRATIVE for a text, and why.

    A narrative tells in the past tense of years before that of its publication, by months and dates; news tells in the
    present of weekdays, yesterdays, last years and what will be.

    >>> choose_policy("They met on Sunday.", date(2025, 6, 13))[0].name
    'news'
    """
    if headings := year_headings(text):
        return NARRATIVE, f"its {len(headings)} headings are years"
    head = text[:HEAD]
    if published and str(published.year) in head and any(_is(day, published) for day in DAY.finditer(head)):
        return NEWS, "its own publication day stands at its head"
    figures = (
        FIGURE.findall(text)
        if any(era in text for era in ERA)
        else [each for one in YEARS for each in one.findall(text)]
    )
    of_an_era = {each for each in figures if not each.isdigit()}
    years = [each for each in figures if each in of_an_era or (len(each) == 4 and "1000" < each < "2100")]
    past = [each for each in years if published is None or each in of_an_era or int(each) < published.year]
    if len(past) < 8 or len(past) < 0.7 * len(years):
        return NEWS, "nothing in it looks like a chronicle of past years"
    if len(text) < PROSE * len(past):
        return NEWS, "it is a list of years rather than prose"
    text = QUOTED.sub("", text)
    words = Counter[str]()
    for line in text.split("\n"):
        words.update(WORD.findall(line))
    present, told = (sum(words[word] for word in listed) for listed in (IS, WAS))
    if present > told:
        return NEWS, f"it tells more in the present tense ({present} times) than in the past ({told} times)"
    months = sum(words[month] for month in LONG_MONTHS)
    report = sum(times for word, times in words.items() if word.lower() in REPORT)
    report += len(REPORT_PAIR.findall(text))
    counts = (
        f"it names {len(past)} past years and {months} months, and {report} weekdays, last years and the like"
    )
    return (NEWS if 5 * report > len(past) + months else NARRATIVE), counts


MONTH_NAME = rf"({'|'.join(month[:3] for month in LONG_MONTHS)})[a-z]*\.?"
DAY = lazily(
    rf"\b(?:{MONTH_NAME} 0?(\d\d?)|0?(\d\d?) {MONTH_NAME}),? (\d{{4}})\b|\b(\d{{4}}-\d\d-\d\d)\b", re.ASCII
)


def _is(told: re.Match[str], day: date) -> bool:
    first, number, other, second, year, iso = told.groups()
    if iso:
        return bool(iso == day.isoformat())
    month = LONG_MONTHS[day.month - 1]
    return month.startswith(first or second) and (int(number or other), int(year)) == (day.day, day.year)
