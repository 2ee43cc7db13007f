"""Addresses into the page and out of it: anchors of claims, mentions and passages, and text fragments of live pages."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlsplit

from toolkit.charts.words import clean
from toolkit.report.tables import Html, escape

WHOLE = (
    60  # characters of a passage that a text fragment names whole; a longer one by its first and last words
)
WORDS = 5  # words at each end of a longer passage


def anchor(sort: str, name: Any) -> Html:
    """The `id` of an element, safe in an attribute: "claim", "mention", "passage" or "article" and what it is called.

    Blanks, which no `id` may hold, become underscores.

    >>> anchor("claim", "strike-kyiv-2025-06-08")
    <Html of 28 characters>
    """
    return escape(f"{sort}-{re.sub(chr(92) + 's', '_', clean(name))}")


def fragment(sort: str, name: Any) -> Html:
    """The address of that element within the page.

    >>> str(fragment("mention", "a b:1-2"))
    '#mention-a_b%3A1-2'
    """
    return escape(f"#{sort}-{quote(re.sub(chr(92) + 's', '_', clean(name)), safe='')}")


def is_live(address: Any) -> bool:
    """Whether a reader may follow an address: the web only, never what a browser would run.

    >>> is_live("https://example.org/a"), is_live("javascript:alert(1)"), is_live("")
    (True, False, False)
    """
    try:
        parts = urlsplit(str(address or ""))
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def text_fragment(address: str, passage: str) -> str:
    """The address of a passage on a live page: browsers scroll to the words behind `#:~:text=`.

    As in the draft "URL Fragment Text Directives" of the WICG: a long passage is named by its first and last words.
    An address with a fragment of its own keeps it.

    >>> text_fragment("https://example.org/a", "The ministry denied it.")
    'https://example.org/a#:~:text=The%20ministry%20denied%20it.'
    >>> text_fragment("https://example.org/a#top", "a b c d e " + 60 * "f" + " g h i j k")
    'https://example.org/a#top:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k'
    """
    words = clean(passage, 10_000).split()
    if not words:
        return address
    ends = (
        [words]
        if len(" ".join(words)) <= WHOLE or len(words) < 2 * WORDS
        else [words[:WORDS], words[-WORDS:]]
    )
    named = ",".join(quote(" ".join(each), safe="").replace("-", "%2D") for each in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={named}"
