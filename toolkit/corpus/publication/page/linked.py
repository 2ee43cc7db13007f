"""The days in JSON-LD: of the article that is the page's main entity, and of no other thing that is told of there.

Followed are lists, `@graph` and `mainEntity` only, so that what hangs on an article (its video, pictures, comments,
author, the updates of a live page) and what a page lists beside it have no say. Among several articles the page's is
the one that bears its address, or is named as its main entity, or has its headline.
"""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from toolkit.corpus.publication.page.statement import (
    CREATED,
    DATE,
    MODIFIED,
    NOTHING_KNOWN,
    PUBLISHED,
    Context,
    Statement,
    value_of,
)  # fmt: skip
from toolkit.corpus.publication.page.vocabulary import kind_of_type

WHERE = "JSON-LD of the page"
_KEYS = {
    "datepublished": PUBLISHED,
    "datecreated": CREATED,
    "datemodified": MODIFIED,
    "date": DATE,
    "dateposted": PUBLISHED,
}
_FOLLOWED = ("@graph", "mainentity")
_DEEPEST = 12
_ANOTHER = -2
"""What an address of its own takes from an article: it is another one, unless it has the page's headline."""
_AROUND = ("//", "/*", "*/", "<!--", "-->", "<![CDATA[", "]]>", ";", ",")
"""Marks of comments and sections that stand around JSON in a page."""
_TRAILING = re.compile(r",(\s*[}\]])")
_LITERALS = {"true": "True", "false": "False", "null": "None"}
_LITERAL = re.compile(r"(?<=[:,\[\s])(?:true|false|null)(?=[\s,}\]])")
_LOOSE = re.compile(r"""["']datePublished["']\s*:\s*["']?([^"',}]{4,60})""", re.IGNORECASE)
_LOOSE_TYPE = re.compile(r"""["']@type["']\s*:\s*\[?\s*["']([^"']{3,60})["']""", re.IGNORECASE)


class Named(NamedTuple):
    """What a page says of itself elsewhere: its addresses, and its headline."""

    addresses: frozenset[str]
    headline: str


def statements(
    blocks: Sequence[str], named: Named, context: Context
) -> tuple[list[Statement], list[Statement]]:
    """What the article's JSON-LD states, and what that of the page around it does."""
    nodes, loose = list[dict[str, Any]](), list[Statement]()
    for block in blocks:
        try:
            nodes += _top(_parsed(block), 0)
        except ValueError:
            loose += _from_ruins(block, context)
    articles = [node for node in nodes if _kind(node) == "article"]
    pages = [node for node in nodes if _kind(node) == "page"]
    mains = {one for page in nodes if (one := _id(page.get("mainEntity") or page.get("mainentity")))}
    main = _main(articles, named, mains, context)
    found = [each for node in main for each in _days(node, context)] or loose
    return found, [each for page in pages[:1] for each in _days(page, context)]


def blocks(tree: Any) -> list[str]:
    """The JSON-LD of a page, block by block."""
    kinds = ((each.text, (each.get("type") or "").lower()) for each in tree.iter("script"))
    return [text for text, kind in kinds if text and "json" in kind and "ld" in kind]


class Update(NamedTuple):
    """An update of a live page: its day, the id of the element that holds it where it names one, and its words."""

    day: date
    place: str
    words: str


def updates(blocks: Sequence[str]) -> list[Update]:
    """The updates of the live page that its JSON-LD describes, in order.

    >>> updates(['{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"datePublished": "2025-06-11", "@id": "/a#u2"}]}'])
    [Update(day=datetime.date(2025, 6, 11), place='u2', words='')]
    """
    found = list[Update]()
    for block in blocks:
        try:
            nodes = list(_top(_parsed(block), 0))
        except ValueError:
            continue
        for node in nodes:
            told = node.get("liveBlogUpdate")
            for each in told if isinstance(told, list) else [told]:
                if isinstance(each, dict):
                    found += _update(each)
    return found


def _update(node: dict[str, Any]) -> Iterator[Update]:
    place = (_id(node.get("@id")) or _id(node.get("url"))).rpartition("#")[2]
    told = [node[name] for name in ("headline", "articleBody") if isinstance(node.get(name), str)]
    words = "\n".join(html.unescape(each).strip() for each in told) if node.get("articleBody") else ""
    days = (each.day for each in _days(node, NOTHING_KNOWN) if each.meaning == PUBLISHED)
    if day := next(days, None):
        yield Update(day, place, words)


def _kind(node: dict[str, Any]) -> str:
    return kind_of_type(node.get("@type") or node.get("type"))


def _bare(block: str) -> str:
    text = block.strip()
    for _ in range(2 * len(_AROUND)):
        before = len(text)
        for mark in _AROUND:
            text = text.removeprefix(mark).removesuffix(mark).strip()
        if len(text) == before:
            break
    return text


def _parsed(block: str) -> Any:
    text = _bare(block)
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    for mended in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(mended, strict=False)
        except ValueError:
            continue
        except RecursionError:
            break
    parts, at, decoder = list[Any](), 0, json.JSONDecoder(strict=False)
    while at < len(text) and len(parts) < 50:
        try:
            part, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        parts.append(part)
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,;"))
    if parts and at >= len(text):
        return parts
    if text.startswith(("{", "[")) and '"' not in text[:20]:
        try:
            return ast.literal_eval(_LITERAL.sub(lambda match: _LITERALS[match[0]], text))
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            pass
    raise ValueError("no JSON")


def _top(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for each in node:
            yield from _top(each, depth + 1)
    elif isinstance(node, dict):
        yield node
        for name, value in node.items():
            if isinstance(name, str) and name.lower() in _FOLLOWED:
                yield from _top(value, depth + 1)


def _main(
    articles: list[dict[str, Any]], named: Named, mains: set[str], context: Context
) -> list[dict[str, Any]]:
    """The page's article; its several descriptions where they agree; none where nothing tells it from others."""
    scored = [(_score(node, named, mains), node) for node in articles if _days(node, context)]
    best = max((score for score, _ in scored), default=0)
    left = [node for score, node in scored if score == best > _ANOTHER]
    days = {_first(_days(node, context)) for node in left}
    return left if len(days) <= 1 else []


def _first(found: list[Statement]) -> date | None:
    order = (PUBLISHED, CREATED, DATE, MODIFIED)
    return min(found, key=lambda each: order.index(each.meaning)).day


def _score(node: dict[str, Any], named: Named, mains: set[str]) -> int:
    addresses = {one for name in ("@id", "url", "mainEntityOfPage") for one in [_id(node.get(name))] if one}
    own = {address(one) for one in addresses}
    score = 4 if own & named.addresses else 0
    if _id(node.get("@id")) in mains:
        score += 4
    if (
        "url" in node
        and named.addresses
        and not score
        and address(_id(node.get("url"))) not in named.addresses
    ):
        score += _ANOTHER
    headline = node.get("headline") or node.get("name")
    if isinstance(headline, str) and named.headline:
        told = plain(headline)
        score += 2 if told and (told in named.headline or named.headline in told) else -1
    return score


def address(url: str) -> str:
    """An address without what does not tell pages apart.

    >>> address("https://www.example.org/a/?utm=1#top")
    'example.org/a'
    """
    bare = re.sub(r"^[a-z]+://(?:www\.|m\.|amp\.)?", "", url.strip().lower())
    return re.split(r"[?#]", bare)[0].rstrip("/")


def plain(text: str) -> str:
    """The letters of a headline."""
    return " ".join(re.findall(r"\w+", html.unescape(text).lower()))


def _id(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url") or ""
    return value if isinstance(value, str) else ""


def _days(node: dict[str, Any], context: Context) -> list[Statement]:
    found = []
    for name, value in node.items():
        meaning = _KEYS.get(re.split(r"[:/#]", str(name))[-1].lower())
        if not meaning:
            continue
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            value = value.get("@value", "")
        day, problem = value_of(value, context)
        if day or problem:
            found.append(Statement(meaning, day, str(value), WHERE, problem))
    return found


def _from_ruins(block: str, context: Context) -> list[Statement]:
    """What a block that is no JSON still states: its one day of publication, where it is of an article."""
    if not any(kind_of_type(name) == "article" for name in _LOOSE_TYPE.findall(block)):
        return []
    values = _LOOSE.findall(block)
    days = {value_of(value, context)[0] for value in values}
    day = days.pop() if len(days) == 1 else None
    return [Statement(PUBLISHED, day, values[0], WHERE)] if day else []
