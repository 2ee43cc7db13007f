"""RSS and Atom: one article an item, with its date, address and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit.corpus.decoding import clean, refuse_binary
from toolkit.corpus.draft import Draft, Given, Remark, Stated, Unreadable
from toolkit.corpus.markup import is_html, plain_text
from toolkit.corpus.publication.address import slug
from toolkit.corpus.publication.day import parse_published
from toolkit.corpus.readers.source import Read, Source
from toolkit.model import Quarantined

_FEED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?(?:<\?[^>]{0,500}\?>\s*|<!--.{0,500}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL
)
_SHOWN = re.compile(rb"<rss\s[^>]*version=|<feed\s[^>]*xmlns=")  # as a browser saves a feed that it shows
_WHOLE = re.compile(rb"<(rss|feed|rdf:RDF)[\s>].*</\1\s*>", re.DOTALL)
_PAGE = re.compile(rb"<(?:html|!doctype html)", re.IGNORECASE)
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued")
_TEASER = 600  # characters; longer descriptions are whole articles


def is_feed(head: bytes) -> bool:
    """Whether a file that begins so is a feed, whatever its name.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html><body>")
    (True, False)
    """
    return bool(_FEED.match(head) or (_PAGE.search(head) and _SHOWN.search(head)))


def read(source: Source) -> Read:
    """The articles of a feed, and a line for each item without text or date."""
    from lxml.etree import LxmlError, XMLParser, fromstring

    raw = source.read()
    refuse_binary(raw)
    if _PAGE.search(raw[:4096]) and (found := _WHOLE.search(raw)):
        raw = found[0]
    parser = XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        tree = fromstring(raw.lstrip(), parser)
    except (LxmlError, ValueError) as error:
        raise Unreadable("is no XML that can be read: get the feed again") from error
    if tree is None:
        raise Unreadable("is no XML that can be read: get the feed again")
    if _local(tree) not in ("rss", "feed", "RDF", "channel"):
        raise Unreadable(f"is XML, but no feed (its first element is {_local(tree)}): save its text as .txt")
    items = [each for each in tree.iter("*") if _local(each) in ("item", "entry")]
    if broken := next((each for each in parser.error_log if each.level_name != "WARNING"), None):
        reason = (
            f"is cut off or broken at line {broken.line}: get the feed again ({len(items)} items are kept)"
        )
        yield Quarantined(source.file, "", reason)
    if not items:
        raise Unreadable("is a feed without items: get it again later")
    channel = _channel(tree)
    drafts = [_item(each, number, channel, source) for number, each in enumerate(items, 1)]
    short = sum(isinstance(each, Draft) and len(each.text) < _TEASER for each in drafts)
    if short:
        yield Remark(
            source.file,
            f"{short} of {len(drafts)} items hold a few lines each, as feeds do, not whole articles",
        )
    yield from drafts


def _channel(tree: Any) -> dict[str, str]:
    above = next((each for each in tree.iter("*") if _local(each) in ("channel", "feed")), tree)
    told = {
        _local(each): clean(each.text or "").strip()
        for each in above
        if _local(each) in ("title", "language")
    }
    language = told.get("language", "") or above.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return {
        name: value for name, value in (("outlet", told.get("title", "")), ("language", language)) if value
    }


def _item(item: Any, number: int, channel: dict[str, str], source: Source) -> Draft | Quarantined:
    place = f"item {number}"
    values: dict[str, str] = {}
    for each in item:
        values.setdefault(_local(each), _content(each))
    url = next(_links(item), "")
    title = plain_text(values["title"]) if is_html(values.get("title", "")) else values.get("title", "")
    texts = [plain_text(values[name]) for name in _TEXTS if values.get(name)]
    if not texts:
        return Quarantined(
            source.file,
            place,
            f"has no text{f' ({title[:60]})' if title else ''}: save the page of {url or 'it'}",
        )
    written = next((values[name] for name in _DATES if values.get(name)), "")
    given = (Given(written, source.file, place),) if written else ()
    fields = {"title": title, "url": url, "outlet": values.get("source", "")} | {
        name: value for name, value in channel.items() if name != "outlet" or not values.get("source")
    }
    return Draft(
        slug(url) or f"{source.stem}-{number}", max(texts, key=len), source.file, place,
        {name: value for name, value in fields.items() if value}, given, _updated(values), base=None,
        undated=f"has no date{f' ({title[:60]})' if title else ''}: write it into a table or a manifest",
    )  # fmt: skip


def _updated(values: dict[str, str]) -> Stated:
    try:
        day = parse_published(values.get("updated", ""))
    except ValueError:
        return Stated()
    return Stated(guess=day.isoformat(), guessed="the day of its last change") if day else Stated()


def _content(element: Any) -> str:
    """The words of an element; XHTML inside it as HTML."""
    from lxml.etree import tostring

    if len(element):
        inside = "".join(tostring(each, encoding="unicode") for each in element)
        return clean((element.text or "") + inside).strip()
    return clean(element.text or "").strip()


def _links(item: Any) -> Iterator[str]:
    for each in item.iter("{*}link"):
        if each.get("rel", "alternate") == "alternate" and (
            address := each.get("href") or (each.text or "").strip()
        ):
            yield clean(address)
    for each in item.iter("{*}guid"):
        if (each.text or "").strip().startswith("http"):
            yield clean(each.text.strip())


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
