"""Pieces of HTML in feeds, mails and tables, as text: a line for each block, nothing of scripts and styles."""

from __future__ import annotations

import re

from toolkit.corpus.decoding import clean

_HTML = re.compile(
    r"</(?:p|div|h[1-6]|li|span|table|article|a|strong|em|b)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_GONE = ("script", "style", "noscript", "template", "head")
_BLANK = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
DEEPEST = 250


def is_html(text: str) -> bool:
    """Whether a value is HTML and no plain text.

    >>> is_html("<p>The talks ended.</p>"), is_html("They lost <100 men.")
    (True, False)
    """
    return "<" in text and bool(_HTML.search(text))


def plain_text(html: str) -> str:
    """The text of a piece of HTML; plain text comes back with its blanks put in order.

    >>> plain_text("<p>Talks <b>ended</b>.</p><script>x()</script><p>Both left.</p>")
    'Talks ended.\\n\\nBoth left.'
    """
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        tree = document_fromstring(f"<div>{html}</div>")
    except LxmlError:
        return ""
    parts: list[str] = []
    for event, element in _walk(tree):
        if event == "text":
            parts.append(element)
        elif element in _BLOCKS:
            parts.append("\n")
    lines = _LINES.sub("\n", _BLANK.sub(" ", "".join(parts))).strip()
    return clean(lines.replace("\n", "\n\n"))


def _walk(tree: object) -> list[tuple[str, str]]:
    from lxml.etree import iterwalk

    found: list[tuple[str, str]] = []
    gone = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and tag:
            gone += tag in _GONE
            found.append(("tag", tag))
            if element.text and not gone:
                found.append(("text", element.text))
        elif event == "end":
            gone -= tag in _GONE
            found.append(("tag", tag))
            if element.tail and not gone:
                found.append(("text", element.tail))
        elif event == "comment" and element.tail and not gone:
            found.append(("text", element.tail))
    return found
