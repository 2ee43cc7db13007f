"""One page from the network, because somebody named its address: with limits of time and size, from public hosts only.

Every host is resolved first, each of its addresses is looked at, and the connection goes to the address that was looked
at; the same holds for every host that a page sends on to.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urljoin, urlsplit

from toolkit import __version__

LARGEST = 20_000_000  # bytes
SECONDS = 20  # that a host may be silent
ALTOGETHER = 60  # seconds that one page may take
MOST_REDIRECTS = 5
_SENT_ON = (301, 302, 303, 307, 308)
_CHUNK = 65_536

Allowed = Callable[[str], bool]


class FetchError(ValueError):
    """A page that was not fetched; the message says why, after its address."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: where it was asked for and where it stood, its media type, its bytes, and when (UTC)."""

    asked: str
    url: str
    media: str
    raw: bytes
    captured: str


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network.

    >>> [is_public(each) for each in ("93.184.216.34", "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


def fetch(url: str, allowed: Allowed = is_public) -> Fetched:
    """The page at an address, after at most five redirects; `allowed` says to which IP addresses may be gone.

    Raises FetchError for another scheme, a host that is unknown or not public, an answer that is no page, takes too
    long or is too large.
    """
    start, at = monotonic(), url
    for _ in range(MOST_REDIRECTS + 1):
        status, headers, raw = _ask(url, at, allowed, start)
        if status in _SENT_ON and (target := headers.get("Location")):
            at = urljoin(at, target)
            continue
        if status != 200:
            raise FetchError(
                f"{url}: answered with status {status} ({http.client.responses.get(status, 'unknown')})"
            )
        media = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        return Fetched(
            url, at, media, _unpacked(url, raw, headers), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        )
    raise FetchError(f"{url}: sends on more than {MOST_REDIRECTS} times")


def _ask(url: str, at: str, allowed: Allowed, start: float) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Status, headers and body of one answer."""
    try:
        parts = urlsplit(at)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"{url}: is no address ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{url}: leads to {at[:100]}, which is no address of a page (http, https)")
    if parts.username or parts.password:
        raise FetchError(f"{url}: holds a name or a password: give the address without")
    port = port or (443 if parts.scheme == "https" else 80)
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    try:
        connection.sock = _connected(url, host, port, parts.scheme == "https", allowed)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {
            "User-Agent": f"timeline-toolkit/{__version__}",
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        connection.request("GET", _quoted(path), headers=headers)
        answer = connection.getresponse()
        body = b"" if answer.status in _SENT_ON else _body(url, answer, start)
        return answer.status, answer.headers, body
    except (OSError, http.client.HTTPException) as error:
        reason = (
            "did not answer in time"
            if isinstance(error, TimeoutError)
            else str(error) or type(error).__name__
        )
        raise FetchError(f"{url}: could not be fetched ({' '.join(reason.split())[:120]})") from error
    finally:
        connection.close()


def _connected(url: str, host: str, port: int, secure: bool, allowed: Allowed) -> socket.socket:
    """A connection to the first address of a host, all of which are allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{url}: the host {host} is not known") from error
    if bad := next((each[4][0] for each in found if not allowed(str(each[4][0]))), None):
        raise FetchError(f"{url}: the host {host} is at {bad}, no public address, and was not asked")
    sock = socket.create_connection((str(found[0][4][0]), port), timeout=SECONDS)
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host) if secure else sock


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?&=%+,;:@!$'()*~#")


def _body(url: str, answer: http.client.HTTPResponse, start: float) -> bytes:
    raw = bytearray()
    while chunk := answer.read(_CHUNK):
        raw += chunk
        if len(raw) > LARGEST:
            raise FetchError(f"{url}: has more than {LARGEST:,} bytes, more than any article")
        if monotonic() - start > ALTOGETHER:
            raise FetchError(f"{url}: took more than {ALTOGETHER} seconds")
    return bytes(raw)


def _unpacked(url: str, raw: bytes, headers: http.client.HTTPMessage) -> bytes:
    """The body of an answer that was packed though nobody asked for that."""
    if (headers.get("Content-Encoding") or "").lower() not in ("gzip", "x-gzip"):
        return raw
    try:
        unpacked = zlib.decompressobj(31).decompress(raw, LARGEST + 1)
    except zlib.error as error:
        raise FetchError(f"{url}: came damaged ({error})") from error
    if len(unpacked) > LARGEST:
        raise FetchError(f"{url}: has more than {LARGEST:,} bytes, more than any article")
    return unpacked
