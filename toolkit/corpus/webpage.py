"""Saved web pages: the article's text by trafilatura, the day the page states about itself by htmldate.

Both work on the string alone: no address is ever opened. lxml drops what is nested more than about 255 deep
without a word, so such a page is refused instead of read in part.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import Any

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Unreadable

DEEPEST = 250
_DECLARATION = re.compile(
    r"\s*<\?xml[^>]*\?>"
)  # lxml refuses one that names an encoding, in text already decoded
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1995-01-01",
    "max_date": "2100-01-01",
}

# What they have to say of a page is in the quarantine; without a handler logging would print it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read_page(html: str) -> tuple[str, dict[str, str], str]:
    """The text of a saved page, its fields (title, outlet, url, language) and the day it states (ISO or "").

    Raises Unreadable for a page nested too deep.
    """
    from htmldate import find_date
    from lxml.etree import ParserError
    from lxml.html import document_fromstring
    from trafilatura import bare_extraction

    try:
        tree = document_fromstring(_DECLARATION.sub("", html))
    except ParserError:
        return "", {}, ""
    _refuse_depth(tree)
    language = (tree.get("lang") or "")[:2].lower()
    stated = find_date(deepcopy(tree), **_DATES) or ""
    # The limits of dates are given, since their default is read off the clock.
    page: Any = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_DATES
    )
    if page is None:
        return "", {}, stated
    fields = {
        "title": page.title,
        "outlet": page.sitename or page.hostname,
        "url": page.url,
        "language": language,
    }
    return clean(page.text or ""), {name: clean(value) for name, value in fields.items() if value}, stated


def _refuse_depth(tree: Any) -> None:
    from lxml.etree import iterwalk

    depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Unreadable(
                f"is nested more than {DEEPEST} elements deep, where its text is lost: save its text as .txt"
            )
