"""A day that a page names somewhere without saying of what: the last resort where nothing states its publication.

The kinds are tried in turn. None is evidence that a reader would be content with, so each says what it is; a day that
the page calls one of an update, a capture or an event is never one of them, nor one after the page's latest update.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from toolkit.corpus.publication.address import day_in, month_in, path_of
from toolkit.corpus.publication.calendars import fold, key, months
from toolkit.corpus.publication.page.lines import Line, is_outside
from toolkit.corpus.publication.page.scripts import pairs
from toolkit.corpus.publication.page.stamps import Stamp
from toolkit.corpus.publication.page.statement import (
    CREATED,
    DATE,
    MODIFIED,
    OTHER,
    Context,
    value_of,
)  # fmt: skip
from toolkit.corpus.publication.page.vocabulary import labels, meaning_of

_PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "thumbnail")
_AROUND = 6  # lines
_YEARLESS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?[.\s-]{1,2}(?:de )?(?P<a>[^\W\d_]{3,12})(?![^\W\d_])|"
    r"(?<![^\W\d_])(?P<b>[^\W\d_]{3,12})\.? (?P<day_>\d{1,2})(?!\d|[.:]\d)"
)
_SHORT = 160  # characters around a day that may label it


class Guess(NamedTuple):
    """A day that a page may be of, and why it is taken for that."""

    day: date | None
    why: str


class Seen(NamedTuple):
    """What a page holds: its tree, its lines, the days in these, its addresses and its language."""

    tree: Any
    lines: Sequence[Line]
    stamps: Sequence[Stamp]
    addresses: Sequence[str]
    context: Context


def guess(page: Seen) -> Guess | None:
    """The first kind of guess that names one day for a page.

    >>> from lxml.html import document_fromstring
    >>> tree = document_fromstring('<meta property="og:image" content="https://example.org/2025/06/13/a.jpg"><p>Talks.')
    >>> guess(Seen(tree, [], [], [], Context()))
    Guess(day=datetime.date(2025, 6, 13), why='the address of its picture')
    """
    said = {each.statement.day for each in page.stamps if each.statement.meaning in (MODIFIED, OTHER)}
    updates = [each.statement.day for each in page.stamps if each.statement.meaning == MODIFIED]
    latest = max((day for day in updates if day), default=date.max)
    month = _month(page)
    for why, days in _KINDS:
        for day in days(page):
            fits = month is None or month[0] <= day <= month[1]
            if fits and day <= latest and (day not in said or why == _MICROFORMAT):
                return Guess(day, why)
    return None


def _month(page: Seen) -> tuple[date, date] | None:
    return next((found for each in page.addresses if (found := month_in(path_of(each)))), None)


def _without_year(page: Seen) -> Iterator[date]:
    """The day of a line by the headline that names no year, in the month of the page's address."""
    here = next((at for at, line in enumerate(page.lines) if line.heading), 0)
    if span := _month(page):
        for line in page.lines[max(0, here - _AROUND) : here + _AROUND]:
            for match in _YEARLESS.finditer(fold(line.text)) if len(line.text) <= _SHORT // 2 else ():
                months_named = {each.number for each in months().get(key(match["a"] or match["b"]), ())}
                day = int(match["day"] or match["day_"])
                if months_named == {span[0].month} and 1 <= day <= span[1].day:
                    yield span[0].replace(day=day)


def _in_microformats(page: Seen) -> Iterator[date]:
    """The one day of class "updated" whose words do not call it so: an entry's first day, where it has no other."""
    found = set()
    for element in page.tree.iter("time", "abbr", "span", "p", "div"):
        if "updated" not in (element.get("class") or "").split() or element.get("itemprop"):
            continue
        before, around = element.getprevious(), element.getparent()
        said = (before.tail if before is not None else around.text if around is not None else "") or ""
        words = " ".join(
            f"{said[-_SHORT:]} {element.text_content()[:_SHORT]} {(element.tail or '')[:_SHORT]}".split()
        )
        if any(each.meaning in (MODIFIED, OTHER) for each in labels(fold(words))):
            continue
        if any(is_outside(each) for each in element.iterancestors() if each.tag not in ("body", "html")):
            continue
        value = element.get("datetime") or element.get("title") or element.text_content()
        if day := value_of(value, page.context)[0]:
            found.add(day)
    return iter(found if len(found) == 1 else ())


def _in_lines(page: Seen) -> Iterator[date]:
    """The days that lines hold beside hardly anything else, the nearest to the headline first."""
    for each in sorted(page.stamps, key=lambda stamp: (-min(stamp.strength, 0), stamp.nearness)):
        if each.statement.meaning in (DATE, CREATED) and each.statement.day:
            yield each.statement.day


def _in_data(page: Seen) -> Iterator[date]:
    """The one day that scripts and remarks in the page call its date or that of its creation."""
    found = {
        day
        for name, value in pairs(page.tree)
        if meaning_of(name) in (CREATED, DATE) and (day := value_of(value, page.context)[0])
    }
    return iter(found if len(found) == 1 else ())


def _in_pictures(page: Seen) -> Iterator[date]:
    """The days in the addresses of the picture that stands for the page, and of those in it."""
    named = [
        each.get("content") or ""
        for each in page.tree.iter("meta")
        if (each.get("property") or each.get("name") or "").lower() in _PICTURES
    ]
    shown = [
        each.get("src") or ""
        for each in page.tree.iter("img")
        if not any(
            is_outside(around) for around in each.iterancestors() if around.tag not in ("body", "html")
        )
    ]
    for address in (*named, *shown):
        if found := day_in(path_of(address)):
            yield found[0]


_MICROFORMAT = "the class of its entry, which has no other day"
_KINDS: tuple[tuple[str, Callable[[Seen], Iterator[date]]], ...] = (
    ("a line without a year, by its headline, and the month of its address", _without_year),
    (_MICROFORMAT, _in_microformats),
    ("a line that does not say of what", _in_lines),
    ("data or a remark in the page", _in_data),
    ("the address of its picture", _in_pictures),
)
