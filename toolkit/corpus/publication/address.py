"""What an address tells of its page: the day or the month in its path, its own address within that of an archive."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_DAY = re.compile(
    r"(?:^|[/_-])((?:19|20)\d\d)([/_-]?)(\d{2}|" + "|".join(_MONTH_NAMES) + r")\2(\d{2})(?=[/_.?#-]|$)",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    r"(?:https?:)?/*(?:[\w.-]*\.)?(?:archive\.(?:org|today|ph|is|li|md|vn|fo)|web-?archive\.[\w.]+|webcitation\.org|arquivo\.pt"
    r"|perma\.cc|wayback\.[\w.]+|ghostarchive\.org|webcache\.googleusercontent\.com|timetravel\.mementoweb\.org)(?=[/:?]|$)",
    re.IGNORECASE,
)
_CAPTURE = re.compile(r"/(?:[a-z]+/)*\d{4}[\d.-]*(?:[a-z]{2}_)?/+|.*?\bcache:[^:/]*:", re.IGNORECASE)
_INNER = re.compile(r"https?:/+", re.IGNORECASE)


def own(url: str) -> str:
    """The page's own address where this is that of an archive's copy, whose capture tells nothing of its day.

    >>> own("https://web.archive.org/web/20210305120000/https://example.org/2020/02/03/talks")
    'https://example.org/2020/02/03/talks'
    >>> own("https://archive.ph/AbCdE")
    ''
    """
    archive = _ARCHIVE.match(url)
    if not archive:
        return url
    rest = unquote(url[archive.end() :])
    if inner := _INNER.search(rest):
        return rest[inner.start() :]
    capture = _CAPTURE.match(rest)
    return (
        f"https://{rest[capture.end() :]}" if capture and "." in rest[capture.end() :].split("/")[0] else ""
    )


def path_of(url: str) -> str:
    """What follows the host in the page's own address."""
    return re.sub(r"^(?:[a-z]+:)?//+[^/]*", "", own(url), flags=re.IGNORECASE)


def day_in(words: str) -> tuple[date, str] | None:
    """The day in a path or in the name of a file, and its words: /2025/06/13/, 2025-06-13-talks, /20250613.

    >>> day_in("/world/2025/jun/13/talks")
    (datetime.date(2025, 6, 13), '/2025/jun/13')
    """
    for match in _DAY.finditer(words):
        year, _, month, day = match.groups()
        try:
            return date(int(year), _MONTH.get(month.lower()) or int(month), int(day)), match[0]
        except ValueError:  # a number that looks like a day, an article's number for instance
            continue
    return None
