"""Mail: messages (.eml, .mbox) with what is attached to them, and pages that a browser saved as one (.mhtml)."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath

from toolkit.corpus.decoding import clean, decode
from toolkit.corpus.draft import Draft, Given, Unreadable
from toolkit.corpus.markup import plain_text
from toolkit.corpus.readers.source import LARGEST, UNPACKED, Read, Source
from toolkit.model import Quarantined

_NEXT = re.compile(rb"(?:\A|\r?\n\r?\n|(?<=\n)(?=From ))From [^\n]*\d{4}[^\n]*\r?\n(?=[!-9;-~]+:)")
_HEADERS = re.compile(rb"\s*(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.IGNORECASE)
_MAIL = re.compile(
    rb"^(?:from|date|subject|mime-version|received|message-id|return-path):", re.IGNORECASE | re.MULTILINE
)
_SHOWN = (
    "image/",
    "font/",
    "text/css",
    "text/calendar",
    "application/pgp-signature",
    "application/pkcs7-signature",
)
DEEPEST = 3  # messages in messages


def is_mail(head: bytes) -> bool:
    """Whether a file that begins so is a message, whatever its name.

    >>> is_mail(b"From: a@example.org\\nDate: Fri, 13 Jun 2025 08:00:00 +0000\\nSubject: Talks\\n\\nTalks ended.")
    True
    """
    headers = _HEADERS.match(head)
    return bool(headers) and len(set(_MAIL.findall(head[: headers.end() if headers else 0]))) >= 2


def read(source: Source) -> Read:
    """The articles of a message, a box of messages or a saved page."""
    raw = source.read(UNPACKED if source.suffix == ".mbox" else LARGEST * 2)
    if source.suffix != ".mbox" and not raw.startswith(b"From "):
        yield from _message(raw, source, "", source.stem)
        return
    parts = [each for each in _NEXT.split(raw) if each.strip()]
    if not parts:
        raise Unreadable("holds no message: remove it")
    for number, each in enumerate(parts, 1):
        yield from _message(each, source, f"message {number}", f"{source.stem}-{number}")


def _message(raw: bytes, source: Source, place: str, name: str) -> Read:
    message = message_from_bytes(raw, policy=policy.default)
    if not message.keys():
        raise Unreadable("is no message: it begins without headers; save its text as .txt")
    url = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if message.get_content_type() == "multipart/related" and (url or source.suffix in (".mht", ".mhtml")):
        yield from _saved_page(message, source, url, name)
        return
    text, html = _body(message, ("plain",)), _body(message, ("html",))
    words = text if text.strip() else plain_text(html)
    written = _header(message, "Date")
    given = (Given(_day(written) or written, source.file, f"{place}, Date".strip(", ")),) if written else ()
    sender = _header(message, "From")
    fields = {
        "title": _header(message, "Subject"),
        "outlet": _name(sender),
        "url": _header(message, "Archived-At").strip("<>"),
    }
    fields = {field: value for field, value in fields.items() if value}
    attached = list(_attached(message, source, name, place))
    if any(map(str.isalnum, words)):
        yield Draft(
            name,
            words,
            source.file,
            place,
            fields,
            given,
            base=None,
            undated="has no header Date: write the day into a manifest",
        )
    elif not any(isinstance(each, Draft) for each in attached):
        yield Quarantined(source.file, place, "has no text: save what it shows as .txt")
    yield from attached


def _saved_page(message: EmailMessage, source: Source, url: str, name: str) -> Read:
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise Unreadable("is a saved page without HTML in it: save the page again")
    raw = page.get_payload(decode=True)
    charset = page.get_content_charset() or ""
    html = _decoded(raw if isinstance(raw, bytes) else b"", charset)
    part = replace(source.part(f"{name}.html", html.encode()), file=source.file, id=name)
    for item in source.inside(part):
        yield (
            replace(item, fields={"url": url} | item.fields)
            if isinstance(item, Draft) and url.startswith("http")
            else item
        )


def _attached(message: EmailMessage, source: Source, name: str, place: str) -> Read:
    for part in message.iter_attachments():
        kind, title = part.get_content_type(), clean(part.get_filename() or "")
        if kind.startswith(_SHOWN) or (part.get_content_disposition() == "inline" and not title):
            continue
        raw = part.get_payload(decode=True)
        if kind == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            raw, title = (
                (inner.as_bytes() if isinstance(inner, EmailMessage) else raw),
                title or "forwarded.eml",
            )
        if not isinstance(raw, bytes) or not title:
            continue
        inside = replace(source.part(title, raw), id=f"{name}-{PurePosixPath(title).stem}")
        try:
            if source.depth >= DEEPEST:
                raise Unreadable("is attached too deep and was not read: save it by itself")
            yield from source.inside(inside)
        except Unreadable as error:
            yield Quarantined(inside.file, place, str(error))


def _body(message: EmailMessage, kinds: tuple[str, ...]) -> str:
    part = message.get_body(preferencelist=kinds)
    raw = part.get_payload(decode=True) if part is not None else b""
    return (
        _decoded(raw, part.get_content_charset() or "") if part is not None and isinstance(raw, bytes) else ""
    )


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return clean(raw.decode(charset or "utf-8"))
    except (UnicodeDecodeError, LookupError):
        return decode(raw, page=True)[0]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return clean(" ".join(str(message.get(name) or "").split()))
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the header parser stumbles on some that are none
        return ""


def _day(written: str) -> str:
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _name(sender: str) -> str:
    """The name of a sender, or the host of his address.

    >>> _name('"The Wire" <desk@wire.example>'), _name("desk@wire.example")
    ('The Wire', 'wire.example')
    """
    name, _, address = sender.rpartition("<")
    return name.strip(" \"'") or address.strip("<> ").rpartition("@")[2]
