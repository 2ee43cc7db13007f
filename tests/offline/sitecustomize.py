"""Refuses the network to a process: Python runs this file first where its folder is on the path.

Who asks for another machine than this one gets an error, and that is written down, as errors may be caught.
"""

from __future__ import annotations

import os
import platform
import sys
from typing import Any

ASKED = "TIMELINE_TESTS_ASKED"
"""The variable of the environment that names the file in which attempts are written down."""
_HERE = ("", "localhost", "::1", "0.0.0.0", "::", platform.node())


def is_here(host: Any) -> bool:
    """Whether a host is this machine, or no host at all: a path of a socket, a number of the system's own.

    >>> [is_here(host) for host in ("127.0.0.1", b"localhost", None, "10.0.0.1", "example.org")]
    [True, True, True, False, False]
    """
    name = host.decode("utf-8", "replace") if isinstance(host, bytes) else host
    return not isinstance(name, str) or name in _HERE or name.startswith("127.")


def _host(event: str, given: tuple[Any, ...]) -> Any:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = given[1]
        return address[0] if isinstance(address, tuple) and address else None
    return given[0]


EVENTS = (
    "socket.connect",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
)


def _refuse(event: str, given: tuple[Any, ...]) -> None:
    if event not in EVENTS or is_here(host := _host(event, given)):
        return
    if file := os.environ.get(ASKED):
        with open(file, "a", encoding="utf-8") as log:  # noqa: PTH123
            log.write(f"{event} {host!r} by {sys.argv[:3]}\n")
    raise PermissionError(f"the tests ask no network, and {event} is for {host!r}")


sys.addaudithook(_refuse)
