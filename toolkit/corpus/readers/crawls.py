"""WARC: the pages that a crawler kept, each under its own address; the day of capture is told in the notes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Draft, Unreadable
from toolkit.corpus.publication.address import slug
from toolkit.corpus.readers.extras import wanted
from toolkit.corpus.readers.source import LARGEST, Read, Source
from toolkit.model import Quarantined

MOST = 20_000  # pages of one crawl
_PAGES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
}
_KINDS = ("response", "resource", "conversion")


def read(source: Source) -> Read:
    """The articles of a crawl: its answers with status 200 that are pages or texts."""
    wanted("warcio", "a WARC archive", "warc")
    from warcio.archiveiterator import ArchiveIterator

    pages = number = 0
    with source.open() as file:
        records = iter(ArchiveIterator(file))
        while True:
            try:
                record = next(records, None)
                if record is None:
                    break
                ending = _ending(record)
                raw = record.content_stream().read(LARGEST + 1) if ending else b""
            except Exception as error:  # warcio raises whatever a damaged archive leads it to
                if not number:
                    raise Unreadable("is no WARC archive that can be read: get it again") from error
                reason = (
                    f"is cut off or broken behind record {number}: get it again (what stands before is kept)"
                )
                yield Quarantined(source.file, "", reason)
                break
            number += 1
            if ending:
                pages += 1
                if pages > MOST:
                    raise Unreadable(f"holds more than {MOST:,} pages: split it")
                yield from _page(record, raw, number, ending, source)
    if not pages:
        raise Unreadable(f"holds no page among its {number} records: crawl again with the pages' texts")


def _ending(record: Any) -> str:
    """What a page of a record would be called; empty where it is none."""
    if record.rec_type not in _KINDS or _status(record) != "200":
        return ""
    return _PAGES.get(_type(record), "")


def _page(record: Any, raw: bytes, number: int, ending: str, source: Source) -> Read:
    url = clean(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    place = f"record {number}"
    if len(raw) > LARGEST:
        yield Quarantined(
            source.file, place, f"has more than {LARGEST:,} bytes, more than any article: split it"
        )
        return
    charset = _charset(record)
    if charset and ending == ".html":
        with suppress(UnicodeDecodeError, LookupError):
            raw = raw.decode(charset).encode()
    name = slug(url) or f"{source.stem}-{number}"
    captured = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    part = replace(source.part(name + ending, raw), file=source.file, id=name)
    try:
        for item in source.inside(part):
            if isinstance(item, Quarantined):
                yield Quarantined(source.file, item.place or place, f"{url}: {item.reason}")
            elif isinstance(item, Draft):
                note = "; ".join(
                    filter(None, (item.fields.get("notes"), f"captured {captured}" if captured else ""))
                )
                fields = {"url": url} | item.fields | ({"notes": note} if note else {})
                yield replace(item, place=item.place or place, fields=fields)
            else:
                yield item
    except Unreadable as error:
        yield Quarantined(source.file, place, f"{url}: {error}")


def _status(record: Any) -> str:
    return str(record.http_headers.get_statuscode()) if record.http_headers else "200"


def _type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()


def _charset(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (
        str((headers.get_header("Content-Type") or "").partition("charset=")[2]).split(";")[0].strip(" \"'")
    )
