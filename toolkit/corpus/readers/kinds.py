"""Which reader reads which file: by the signs at its beginning where they are sure, else by the ending of its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from toolkit.corpus import documents
from toolkit.corpus.draft import Unreadable
from toolkit.corpus.readers import (
    columnar,
    crawls,
    delimited,
    feeds,
    mails,
    objects,
    packed,
    portable,
    word,
    workbook,
)
from toolkit.corpus.readers.office import LOCKED, held
from toolkit.corpus.readers.source import Read, Source

READERS: dict[tuple[str, ...], Callable[[Source], Read]] = {
    documents.SUFFIXES: documents.read,
    (".csv", ".tsv", ".tab", ".psv"): delimited.read,
    (".jsonl", ".ndjson", ".json"): objects.read,
    (".parquet",): columnar.read,
    (".xlsx", ".xlsm"): workbook.read,
    (".rss", ".atom", ".rdf", ".xml"): feeds.read,
    (".eml", ".mbox", ".mht", ".mhtml"): mails.read,
    (".docx",): word.read,
    (".pdf",): portable.read,
    (".warc",): crawls.read,
    (".zip", ".wacz"): packed.read_zip,
    (".gz",): packed.read_gzip,
}
"""Endings of names -> what reads such files."""
BY_SUFFIX = {suffix: reader for suffixes, reader in READERS.items() for suffix in suffixes}
SUFFIXES = tuple(BY_SUFFIX)
SINGLE = (*documents.SUFFIXES, ".docx", ".pdf", ".eml", ".mht", ".mhtml")
"""Endings of files of one article."""
OTHERS = {
    ".doc": "an old Word document: save it as .docx",
    ".xls": "an old Excel workbook: save it as .xlsx",
    ".odt": "an OpenDocument text: save it as .docx",
    ".ods": "an OpenDocument table: save it as .xlsx",
    ".rtf": "rich text: save it as .docx or .txt",
    ".epub": "a book: save its text as .txt",
    ".msg": "a message of Outlook: save it as .eml",
    ".7z": "a 7-Zip archive: pack it as .zip",
    ".rar": "a RAR archive: pack it as .zip",
    ".tar": "a tar archive: pack it as .zip",
    ".tgz": "a tar archive: pack it as .zip",
    ".bz2": "bzip2 data: pack it as .gz",
    ".xz": "xz data: pack it as .gz",
    ".webarchive": "a web archive of Safari: save the page as .html",
}
"""Endings of files that people have and that are not read, and what to do."""
_OFFICE = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}
_OLD = b"\xd0\xcf\x11\xe0"
_PAGE = re.compile(rb"\s*(?:<!--.{0,200}?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(rb'\s*(?:\{\s*"|\[\s*\{)')
KINDS = " ".join(SUFFIXES)


def is_known(name: str) -> bool:
    """Whether a name has the ending of a file that is read, or of one of which is said what to do.

    >>> is_known("a.HTM"), is_known("a.rtf"), is_known("a.css")
    (True, True, False)
    """
    ending = "." + name.lower().rpartition(".")[2]
    return ending in BY_SUFFIX or ending in OTHERS


def read(source: Source) -> Read:
    """The articles in a source, and a line for what in it can't be read.

    Raises Unreadable where the whole can't be, with the reason.
    """
    source = replace(source, inside=read)
    ending = kind(source)
    reader = BY_SUFFIX.get(ending)
    if reader is None:
        known = OTHERS.get(ending)
        raise Unreadable(f"is {known}" if known else f"is no kind of file that is read: expected {KINDS}")
    if reader is documents.read and ending != source.suffix:
        source = replace(source, name=f"{source.name}{ending}", id=source.stem)
    yield from reader(source)


def kind(source: Source) -> str:
    """The ending that a file's content calls for; that of its name where the content leaves it open."""
    head = source.head()
    suffix = source.suffix
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(source)
    if head.startswith(_OLD):
        if suffix in (".docx", ".xlsx", ".xlsm"):
            raise Unreadable(f"{LOCKED}, or as {suffix} where it is an old document under that name")
        return suffix if suffix in OTHERS else ".doc"
    if head.startswith(b"%PDF"):
        return ".pdf"
    if head.startswith(b"PAR1"):
        return ".parquet"
    if head.startswith(b"\x1f\x8b"):
        return suffix if suffix in OTHERS else ".warc" if source.name.lower().endswith(".warc.gz") else ".gz"
    if head.startswith(b"WARC/"):
        return ".warc"
    if (suffix in (*documents.PAGES, ".xml", ".txt", "") or suffix not in BY_SUFFIX) and feeds.is_feed(head):
        return ".rss"
    if suffix in (".txt", "") and delimited.is_table(head):
        return ".csv"
    if suffix in BY_SUFFIX or suffix in OTHERS:
        return suffix
    if _PAGE.match(head):
        return ".html"
    if mails.is_mail(head):
        return ".eml"
    return ".json" if _JSON.match(head) else suffix


def _archive(source: Source) -> str:
    if source.suffix in (".docx", ".xlsx", ".xlsm", ".wacz", ".odt", ".ods", ".epub"):
        return source.suffix
    names = held(source)
    return next((ending for name, ending in _OFFICE.items() if name in names), ".zip")
