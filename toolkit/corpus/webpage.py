"""Saved web pages: the article's text by trafilatura, the days that the page states about itself by `stated`.

Both work on the string alone: no address is ever opened. lxml drops what is nested more than about 255 deep
without a word, so such a page is refused instead of read in part.
"""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any, NamedTuple

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Stated, Unreadable
from toolkit.corpus.livepage import later_days
from toolkit.corpus.publication.stated import LIMITS, stated

DEEPEST = 250
# lxml refuses one that names an encoding, in text already decoded
_DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")
LONGEST_NAMES = 20_000  # characters
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{LONGEST_NAMES},}}")
_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_ADDRESS = re.compile(r"https?://\S+$")
_ASIDE, _ASIDE_TIMES = 300, 2  # characters of paragraphs, and how many times those that stand elsewhere
_HEAD = 10_000  # characters of a page
# What they have to say of a page is in the quarantine; without a handler logging would print it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


class Page(NamedTuple):
    """A page's text, its fields (title, outlet, url, language), and the days that it states.

    Of a live page the text is that of its first day; `later` has the other days and the text of each.
    """

    text: str
    fields: dict[str, str]
    days: Stated
    later: tuple[tuple[date, str], ...] = ()


def read_page(html: str) -> Page:
    """What a saved page holds.

    Raises Unreadable for a page nested too deep, or with an element of too many attributes.
    """
    from lxml.etree import ParserError
    from lxml.html import document_fromstring
    from trafilatura import bare_extraction

    _refuse_attributes(html)
    try:
        tree = document_fromstring(_DECLARATION.sub("", html))
    except ParserError:
        return Page("", {}, Stated())
    _refuse_depth(tree)
    language = (tree.get("lang") or "")[:2].lower()
    days = stated(tree)
    later = later_days(tree, days.published)
    _free_asides(tree)
    page: Any = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=LIMITS
    )
    fields = {"url": own_address(html, tree), "language": language}
    if page is not None:
        fields |= {"title": page.title, "outlet": page.sitename or page.hostname}
        fields["url"] = page.url or fields["url"]
    return Page(
        clean(page.text if page is not None and page.text else _lead(tree)),
        {name: clean(value) for name, value in fields.items() if value},
        days,
        tuple((day, clean(part)) for day, part in later),
    )


def own_address(html: str, tree: Any) -> str:
    """The address that a page names as its own in tags that trafilatura does not read, or that a browser left in it.

    >>> from lxml.html import fromstring
    >>> saved = "<!-- saved from url=(0027)https://example.org/2025/06 --><html><body><p>Talks.</p></body></html>"
    >>> own_address(saved, fromstring(saved))
    'https://example.org/2025/06'
    """
    tags = {each.get("property") or each.get("name"): each.get("content") or "" for each in tree.iter("meta")}
    found = [tags.get(name, "").strip() for name in ("og:url", "twitter:url")]
    if saved := _SAVED.search(html[:_HEAD]):
        found.append(saved[1])
    return next((each for each in found if _ADDRESS.match(each)), "")


def _free_asides(tree: Any) -> None:
    """What a page puts aside is left out of its article, but where most of its text stands there."""
    paragraphs = [(each, len(" ".join(each.text_content().split()))) for each in tree.iter("p")]
    aside = sum(size for each, size in paragraphs if next(each.iterancestors("aside"), None) is not None)
    if aside > _ASIDE and aside > _ASIDE_TIMES * (sum(size for _, size in paragraphs) - aside):
        for each in list(tree.iter("aside")):
            each.tag = "article"


def _lead(tree: Any) -> str:
    """What a page without an article in it, as those are that scripts fill, tells of its article in its head."""
    leads = (
        each.get("content") or ""
        for name in ("og:description", "description", "twitter:description")
        for each in tree.iter("meta")
        if name in (each.get("property"), each.get("name"))
    )
    return next((lead for lead in leads if lead.strip()), "")


def _refuse_attributes(html: str) -> None:
    """lxml compares each attribute of an element with all others; their values may be as long as they like."""
    for found in _LONG_TAG.finditer(html):
        if len(_VALUE.sub("", found[0])) > LONGEST_NAMES:
            raise Unreadable(
                f"has an element whose attributes have names of more than {LONGEST_NAMES:,} characters together: save "
                "its text as .txt"
            )


def _refuse_depth(tree: Any) -> None:
    from lxml.etree import iterwalk

    depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Unreadable(
                f"is nested more than {DEEPEST} elements deep, where its text is lost: save its text as .txt"
            )
