"""The command line run in the process of the test: starting another costs seconds and tries nothing more.

That it starts, is quiet when it is stopped and writes what a pipe can take, `test_cli.py` tries with processes.
"""

from __future__ import annotations

import io
from typing import NamedTuple

import pytest

from toolkit.cli import main


class Done(NamedTuple):
    """What a command left: its status and its two outputs. An error that it does not name is raised."""

    returncode: int
    stdout: str
    stderr: str


def timeline(*words: str, text: str | bytes = "", **settings: str) -> Done:
    """`timeline WORDS` with `text` as its input, in an environment with these settings."""
    given = io.BytesIO(text.encode() if isinstance(text, str) else text)
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", given), ("stdout", out), ("stderr", err)):
            patch.setattr(f"sys.{name}", io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
        for name, value in settings.items():
            patch.setenv(name, value)
        status = main(words)
        return Done(status, out.getvalue().decode(), err.getvalue().decode())
