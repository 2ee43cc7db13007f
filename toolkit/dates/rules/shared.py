"""What dates have together: the signs and words between two of them, the year written with the last of several."""

from __future__ import annotations

import re
from functools import cache

from toolkit.dates.context import Draft
from toolkit.dates.vocabulary import expand

SIGN = r" ?(?:-|–|—|/) ?"
UNTIL = rf"(?:{SIGN}| (?:to|and|through|or|until) (?:the )?)"


def tied(found: re.Match[str], drafts: list[Draft]) -> list[Draft]:
    """The expressions of one match under a common key, so that whoever dates an event takes them together."""
    for draft in drafts:
        draft.range = f"{found.start()}-{found.end()}"
    return drafts


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
        rf"{listed}{between}(?:<mod> ?-?)?(?:<day>(?: of)? )?<{kind}>(?: <second:day>)?,? (?:of )?<year>"
    )
