"""What an address tells of its page: the day or the month in its path, its own address within that of an archive."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

from toolkit.dates.interval import month_end
from toolkit.dates.notation import LONG_MONTHS

_MONTH = {name[:3].lower(): number for number, name in enumerate(LONG_MONTHS, 1)}
_NAMED = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in LONG_MONTHS)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_START, _END = r"(?:^|[/_-])", r"(?=[/_.?#-]|$)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_START}{_YEAR}([/_-]?)(?P<month>\d\d|{_NAMED})\2(?P<day>\d\d){_END}",
        # A folder for each month, or for each day of a year: /2025-06/13/, /202506/13/, /2025/0613/.
        rf"/{_YEAR}[_-]?(?P<month>\d\d)/(?P<day>\d\d){_END}",
        rf"/{_YEAR}/(?P<month>\d\d)-?(?P<day>\d\d)(?=/)",
        rf"/{_YEAR}/(?P<month>\d\d?|{_NAMED})/(?P<day>\d\d?)(?=/|$)",
        # With the section between: /2025/world/06/13/.
        rf"/{_YEAR}/[a-z][a-z_-]*/(?P<month>\d\d?)/(?P<day>\d\d?)(?=/|$)",
        rf"/t{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?=_\d)",
        # The day first, where it can't be the month; at the end, as in the middle it may be that of an event.
        rf"{_START}(?P<day>1[3-9]|2\d|3[01])([._-])(?P<month>\d\d)\2{_YEAR}(?=(?:-\d+)?(?:\.\w{{2,5}})?/?$)",
        rf"/(?P<day>\d\d?)([/_-])(?P<month>{_NAMED})\2{_YEAR}(?=/|$)",
    )
)
_MONTH_ONLY = re.compile(rf"/{_YEAR}[/-](?P<month>0[1-9]|1[0-2])(?=[/?#]|$)")
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
    """The day in a path or in the name of a file, and its words: /2025/06/13/, 2025-06-13-talks, /2025/world/6/13/.

    >>> day_in("/world/2025/jun/13/talks")
    (datetime.date(2025, 6, 13), '/2025/jun/13')
    """
    for match in (found for form in _FORMS for found in form.finditer(words)):
        month = match["month"].lower()
        try:
            return date(int(match["year"]), _MONTH.get(month[:3]) or int(month), int(match["day"])), match[0]
        except ValueError:  # a number that looks like a day, an article's number for instance
            continue
    return None


def month_in(path: str) -> tuple[date, date] | None:
    """The first and the last day of the month in a path that names no day.

    >>> month_in("/2025/06/talks"), month_in("/2025/06/13/talks")
    ((datetime.date(2025, 6, 1), datetime.date(2025, 6, 30)), None)
    """
    match = None if day_in(path) else _MONTH_ONLY.search(path)
    if not match:
        return None
    year, month = int(match["year"]), int(match["month"])
    return date(year, month, 1), month_end(year, month)


_NO_NAME = re.compile(r"[^\w-]+")
_ENDING = re.compile(r"\.[A-Za-z]{2,5}$")
_LONGEST_NAME = 80


def slug(url: str) -> str:
    """A name for the page at an address: the last part of its path that has letters, else the host; empty for none.

    >>> slug("https://example.org/2025/06/talks-end.html?x=1"), slug("https://www.example.org/"), slug("")
    ('talks-end', 'example-org', '')
    """
    host, _, path = re.sub(r"^\w+:/*", "", re.split(r"[?#]", url, maxsplit=1)[0]).partition("/")
    parts = [_NO_NAME.sub("-", unquote(_ENDING.sub("", each))).strip("-") for each in path.split("/")]
    named = [each for each in parts if any(map(str.isalpha, each))] or [each for each in parts if each]
    name = named[-1] if named else _NO_NAME.sub("-", host.removeprefix("www.")).strip("-")
    return name[:_LONGEST_NAME].strip("-")
