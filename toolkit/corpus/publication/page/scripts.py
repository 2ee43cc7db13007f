"""The day of publication in the data that a page's scripts carry, where they name one only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit.corpus.publication.page.statement import PUBLISHED, Context, Statement, value_of
from toolkit.corpus.publication.page.vocabulary import meaning_of

_LARGEST = 500_000  # characters of a script that are looked at
_PAIR = re.compile(
    r"""(?<![\w.:-])([A-Za-z][\w.:-]{2,40})\\?["']?\s{0,2}[:=]\s{0,2}(?:\\?["']([^"'\\]{8,60})\\?["']|(\d{10}|\d{13})(?!\d))"""
)
_REMARK = re.compile(r"(?<![\w.:-])([A-Za-z]\w{2,40})\s{0,3}:\s{0,3}(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))")


def statements(tree: Any, context: Context) -> list[Statement]:
    """What the scripts state: nothing where they name several days.

    >>> from lxml.html import document_fromstring
    >>> page = document_fromstring('<script>layer.push({"publishDate": "2025-06-13T10:00", "id": 5})</script><p>Talks.')
    >>> [each.day.isoformat() for each in statements(page, Context())]
    ['2025-06-13']
    """
    found = {}
    for name, value in pairs(tree):
        if meaning_of(name) == PUBLISHED and (day := value_of(value, context)[0]):
            found[day] = Statement(PUBLISHED, day, value, "data in a script of the page")
    return list(found.values()) if len(found) == 1 else []


def pairs(tree: Any) -> Iterator[tuple[str, str]]:
    """The names and values in the scripts and remarks of a page that may be those of days, but for its JSON-LD."""
    from lxml.etree import Comment

    for element in tree.iter("script", Comment):
        if element.tag is Comment or "ld+json" not in (element.get("type") or ""):
            for name, words, number in _PAIR.findall((element.text or "")[:_LARGEST]):
                yield name, words or number
            if element.tag is Comment:
                yield from _REMARK.findall((element.text or "")[:_LARGEST])
