"""What dates have together: the signs and words between two of them, the year written with the last of several."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.context import Context, Draft
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.relative import FROM_TOLD
from toolkit.dates.vocabulary import expand, meaning, number, words

SIGN = r" ?(?:-|–|—|/) ?"
UNTIL = rf"(?:{SIGN}| (?:to|and|through|or|until|till|&) (?:the )?)"


def tied(found: re.Match[str], drafts: list[Draft]) -> list[Draft]:
    """The expressions of one match under a common key, so that whoever dates an event takes them together."""
    for draft in drafts:
        draft.range = f"{found.start()}-{found.end()}"
    return drafts


STRUCK = lazily(
    r" (?:(?:terror|terrorist|suicide|train|bomb|militant) )?(?:attacks?|attackers|bombings?|"
    r"bombers|hijack\w+|massacres?|"
    r"riots?|rioters|insurrection|atrocit(?:y|ies)|assaults?|plot|plotters)\b"
)


def struck_year(context: Context, month: int, day: int | None, end: int) -> int | None:
    """The year of an attack that is named by its day alone ("the September 11th attacks"), where it has happened."""
    year = words()["struck"].get(f"{month:02d}-{day or 0:02d}")
    if not year or not context.published or not STRUCK.match(context.text, end):
        return None
    return int(year) if context.published > date(year, month, day or 1) else None


@cache
def shared_year(kind: str) -> re.Pattern[str]:
    """What follows the first of several months or seasons that share the year written with the last: "late June or
    early July 1942", "from October to March 1944", "June, July and August 2024", "the summer and autumn of 1941".

    >>> shared_year("month").match(", July and August 2024").groupdict()["year"]
    '2024'
    """
    listed = rf"(?:, (?:<each:mod> ?-?)?<listed:{kind}>(?: <listed_day:day>)?){{0,4}},?"
    between = (
        rf"(?:{SIGN}| (?:and|or|to|until|till|through|into) (?:again )?(?:(?:in|on|from|until) )?(?:the )?)"
    )
    return expand(
        rf"{listed}{between}(?:<mod> ?-?)?(?:<weekday>,? (?:the )?)?(?:<day>(?: of)? )?<{kind}>(?: <second:day>)?,? "
        rf"(?:of |in )?"
        rf"(?:<year>|{WHICH_YEAR})"
    )


WHICH_YEAR = (
    r"(?:(?:the )?<which> year(?!'s| (?:earlier|ago|before))|<number> years? (?P<how>ago|earlier|before))"
)


@cache
def _behind() -> re.Pattern[str]:
    return expand(rf",? (?:of |in )?{WHICH_YEAR}")


def year_behind(kind: str, month: int, end: int, start: int, context: Context) -> tuple[int, str] | None:
    """The year told right behind a month, or with the last of several ("in March and April last year", "on May 5 and 6
    last year", "in June, two years ago"), and how; None where there is none. A season has the month 0."""
    shared = shared_year(kind).match(context.text, end)
    told = shared or _behind().match(context.text, end)
    if told is None:
        return None
    words = " ".join(context.text[told.start(kind) if shared else end : told.end()].split()).strip(", ")
    crossing = bool(shared and kind == "month" and month > meaning("month", shared["month"]))
    if shared and shared["year"]:
        return int(shared["year"]) - crossing, f"the year of {words}, which it is told with"
    which = " ".join((told["which"] or told["how"]).lower().split())
    from_told = which in FROM_TOLD or which in ("earlier", "before")
    day = (context.reference(start) if from_told else context.anchor())[0]
    count = number(told["number"]) if told["number"] else 0
    if day is None or count is None or count != int(count):
        return None
    step = meaning("which", told["which"]) if told["which"] else -int(count)
    return day.year + step - crossing, f"the year of {words}, which it is told with"
