"""What dates have together: the signs and words between two of them, the year written with the last of several."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from toolkit.dates.context import Context, Draft
from toolkit.dates.vocabulary import expand, words

SIGN = r" ?(?:-|–|—|/) ?"
UNTIL = rf"(?:{SIGN}| (?:to|and|through|or|until|till|&) (?:the )?)"


def tied(found: re.Match[str], drafts: list[Draft]) -> list[Draft]:
    """The expressions of one match under a common key, so that whoever dates an event takes them together."""
    for draft in drafts:
        draft.range = f"{found.start()}-{found.end()}"
    return drafts


STRUCK = re.compile(
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
    listed = rf"(?:, (?:<each:mod> ?-?)?<listed:{kind}>){{0,4}},?"
    between = rf"(?:{SIGN}| (?:and|or|to|until|till|through|into) (?:the )?)"
    return expand(
        rf"{listed}{between}(?:<mod> ?-?)?(?:<weekday>,? (?:the )?)?"
        rf"(?:<day>(?: of)? )?<{kind}>(?: <second:day>)?,? (?:of )?<year>"
    )
