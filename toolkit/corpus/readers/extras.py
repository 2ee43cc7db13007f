"""Readers that need a package which is installed on request."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from toolkit.corpus.draft import Unreadable


def wanted(package: str, kind: str, extra: str) -> Any:
    """The package that reads a kind of file. Raises Unreadable with the command that installs it.

    >>> wanted("no_such_package", "Scroll", "x")
    Traceback (most recent call last):
    ...
    toolkit.corpus.draft.Unreadable: is Scroll and needs a package that is missing: pip install "timeline-toolkit[x]"
    """
    try:
        return import_module(package)
    except ImportError as error:
        raise Unreadable(
            f'is {kind} and needs a package that is missing: pip install "timeline-toolkit[{extra}]"'
        ) from error
