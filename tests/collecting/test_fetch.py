"""Pages that are fetched because somebody named them: limits, redirects, and hosts that are not asked."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.corpus.making import PAGE
from toolkit.collecting import fetch as fetching
from toolkit.collecting.fetch import FetchError, fetch, is_public

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/2025/06/13/talks": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/moved": (301, {"Location": "/2025/06/13/talks"}, b""),
    "/away": (302, {"Location": "http://127.0.0.2/"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 5000),
    "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"x" * 50_000)),
    "/broken": (200, {"Content-Encoding": "gzip"}, b"no gzip"),
    "/logo": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def here(address: str) -> bool:
    """The address of the server of these tests, which no user's command may ask."""
    return address == "127.0.0.1"


@pytest.mark.parametrize("path", ["/2025/06/13/talks", "/packed", "/moved"])
def test_a_page_comes_as_it_is(site: str, path: str) -> None:
    page = fetch(site + path, here)
    assert (page.asked, page.raw, page.media) == (site + path, PAGE.encode(), "text/html")
    assert page.url == site + ("/packed" if path == "/packed" else "/2025/06/13/talks")
    assert page.captured.endswith("Z")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answered with status 404 (Not Found)"),
        ("/away", "is at 127.0.0.2, no public address, and was not asked"),
        ("/file", "leads to file:///etc/passwd, which is no address of a page"),
        ("/loop", "sends on more than 5 times"),
        ("/large", "has more than 1,000 bytes"),
        ("/bomb", "has more than 1,000 bytes"),
        ("/broken", "came damaged"),
    ],
)
def test_what_is_no_page_is_refused(
    site: str, path: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    with pytest.raises(FetchError) as error:
        fetch(site + path, here)
    assert str(error.value).startswith(f"{site}{path}: ")
    assert reason in str(error.value)


def test_a_private_host_is_not_asked_unless_a_test_allows_it(site: str) -> None:
    with pytest.raises(FetchError, match="no public address, and was not asked"):
        fetch(site)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "http:///a",
        "http://me:secret@127.0.0.1/",
        "http://[::1",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, here)


def test_a_host_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match=r"nowhere\.invalid"):
        fetch("http://nowhere.invalid/", here)


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "fe80::1%eth0", "fc00::1",
     "::ffff:127.0.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
