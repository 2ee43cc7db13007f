"""The days that a saved page states about itself: first published, and updated.

htmldate reads tags and JSON-LD, but where a page states no first publication it takes what else there is: the day of an
update, the day in the address, a date among the words of the article. Those are evidence of their own, or none. So they
are taken out of a copy of the page before htmldate sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any, NamedTuple

from toolkit.corpus.publication.day import parse_published

# The limits are given, since htmldate's default is read off the clock.
LIMITS: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1995-01-01",
    "max_date": "2100-01-01",
}
_MODIFIED = re.compile(
    r"(?:date|last|article|og)?[-_:. ]?(?:modified|updated|revised)(?:[-_ ]?(?:date|time|at|on))?",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\b(?:last |latest )?(?:updated|modified|revised)\b(?!:? never)", re.IGNORECASE)
_TRAILING = re.compile(r"\b(?:updated|modified|revised)(?: on| at)?[:\s]*$", re.IGNORECASE)
_LD_MODIFIED = re.compile(r'"dateModified"\s*:\s*"([^"]{0,60})"\s*,?')
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTS = re.compile(
    r"\s*(?:[|·•/()\n]|\.\s|\s[–—-]\s|(?=\b(?:published|updated|modified|revised)\b))\s*", re.IGNORECASE
)
_WORDY = 80  # characters: a longer paragraph is the article, which makes no statement about the page
_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv", "class")


class Stated(NamedTuple):
    """The day of first publication and that of the latest update, ISO or empty."""

    published: str
    updated: str


def stated(tree: Any) -> Stated:
    """What a page (an lxml tree, which is left as it is) states.

    >>> from lxml.html import document_fromstring
    >>> stated(document_fromstring('<meta property="article:modified_time" content="2025-06-14"><p>Talks ended.'))
    Stated(published='', updated='2025-06-14')
    """
    from htmldate import find_date

    copy = deepcopy(tree)
    updates = [*_tags(copy), *_linked_data(copy), *_words(copy)]
    for element in [*copy.iter("title", "h1", "h2", "h3", "p", "li", "td", "dd", "blockquote", "pre")]:
        heading = element.tag in ("title", "h1", "h2", "h3")
        wordy = len(element.text_content()) > _WORDY and element.find(".//time") is None
        if (heading or wordy) and element.getparent() is not None:
            element.drop_tree()
    for element in [*copy.iter("link", "meta")]:
        if element.get("rel") == "canonical" or "og:url" in (element.get("property"), element.get("name")):
            element.drop_tree()
    days = sorted(day for day in map(_day, updates) if day)
    return Stated(find_date(copy, **LIMITS) or "", days[-1].isoformat() if days else "")


def _tags(tree: Any) -> Iterator[str]:
    """Takes out the tags of an update (and of the copyright, which is a year only); their values."""
    for element in [*tree.iter("meta", "time", "span", "abbr")]:
        names = [name for attribute in _ATTRIBUTES for name in (element.get(attribute) or "").split()]
        # A theme may call one element both: then it is the day of publication, never updated since.
        both = any("publish" in name.lower() for name in names)
        if not both and any(_MODIFIED.fullmatch(name.replace("_time", "")) for name in names):
            yield element.get("content") or element.get("datetime") or element.text_content()
            element.drop_tree()
        elif "copyrightyear" in (name.lower() for name in names):
            element.drop_tree()


def _linked_data(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            yield from _LD_MODIFIED.findall(script.text)
            script.text = _LD_MODIFIED.sub("", script.text)


def _words(tree: Any) -> Iterator[str]:
    """Takes out "Updated 14 June 2025", and the time element behind "Updated"; what they say."""
    for element in [*tree.iter("time")]:
        previous, parent = element.getprevious(), element.getparent()
        before = previous.tail if previous is not None else parent.text if parent is not None else ""
        if _TRAILING.search(before or ""):
            yield element.get("datetime") or element.text_content()
            element.drop_tree()
    for element in [*tree.iter()]:
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        for place in ("text", "tail"):
            words = getattr(element, place)
            if words and len(words) <= 2 * _WORDY and _UPDATE.search(words):
                parts = _PARTS.split(words)
                yield from (_UPDATE.split(part, maxsplit=1)[1] for part in parts if _UPDATE.search(part))
                setattr(element, place, " | ".join(part for part in parts if not _UPDATE.search(part)))


def _day(words: str) -> date | None:
    value = " ".join(words.split()).strip(" :,.;")
    value = re.sub(r"^(?:on|at)\s+", "", value, flags=re.IGNORECASE)
    if iso := _ISO.match(value):
        value = iso[0]
    try:
        return parse_published(value)
    except ValueError:
        return None
