"""Addresses that lead to the very words: text fragments, as browsers follow them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from toolkit.charts.words import clean

WHOLE = 12  # words that are given whole; of more the first and the last few
EDGE = 5  # words


def link_to(url: str, words: str, page: int = 0) -> str:
    """The address of `words` on the page `url` (`#:~:text=`, as WICG's "URL Fragment Text Directives" has it).

    Of a document with pages (a PDF) it opens at its `page`, from 1 (`#page=`, RFC 8118).

    A long passage is named by its first and last words. What is no web address has no such links and stays as it is.

    >>> link_to("https://example.org/a", "Nobody, he said, was hurt.")
    'https://example.org/a#:~:text=Nobody%2C%20he%20said%2C%20was%20hurt.'
    >>> link_to("https://example.org/a#top", "self-made"), link_to("", "x")
    ('https://example.org/a#top:~:text=self%2Dmade', '')
    >>> link_to("https://example.org/a.pdf", "Nobody", page=3)
    'https://example.org/a.pdf#page=3:~:text=Nobody'
    """
    if not web(url) or not (parts := clean(words, 10_000).split(" ")) or not parts[0]:
        return url
    ends = [parts] if len(parts) <= WHOLE else [parts[:EDGE], parts[-EDGE:]]
    text = ",".join(_escaped(" ".join(end)) for end in ends)
    address, _, directives = url.partition(":~:")
    own = f"{directives}&" if directives else ""
    if "#" not in address:
        address += f"#page={page}" if page else "#"
    return f"{address}:~:{own}text={text}"


def web(url: str) -> str:
    """`url` where it leads to the web, else nothing: no other address becomes a link.

    >>> web("https://example.org/"), web("javascript:alert(1)"), web("http://[")
    ('https://example.org/', '', '')
    """
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _escaped(words: str) -> str:
    # A dash marks what stands before or behind the words, so it is escaped too.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
