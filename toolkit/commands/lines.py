"""The machine protocols: one JSON object a line in, one a line out, in order, whatever a line holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from toolkit.commands.terminal import failures

Record = dict[str, Any]


def answer_lines(source: str, function: Callable[[Record], Record], empty: Record) -> int:
    """Write `function` of each line's object to standard output, one line per line; the exit status.

    `source` is a file or "-" for standard input. A line that cannot be answered gives one with the keys of
    `empty` and an `error`, and a line on standard error that names it.
    """
    status = 0
    with _opened(source) as file:
        for number, line in enumerate(file, 1):
            doc = None
            try:
                record = _record(line)
                doc = record.get("doc")
                found = function(record)
            except Exception as error:  # one line that breaks a rule must not stop the million after it
                reason = " ".join(str(error).split())
                if not isinstance(error, ValueError):
                    reason = f"the toolkit failed on it, please report this: {type(error).__name__}: {reason}"
                name = "standard input" if source == "-" else source
                status = failures([f"{name}, line {number}: {reason}"])
                found = {"doc": doc, **empty, "error": reason}
            # Who asks a line at a time waits for its answer.
            print(json.dumps(found), flush=True)
    return status


def text_of(record: Record) -> str:
    """The text of a record; ValueError where it has none."""
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError('the key "text" is missing or no text')
    return text


def day_of(record: Record) -> str | None:
    """The document creation time of a record, None where it is null or missing."""
    day = record.get("dct")
    if day is not None and not isinstance(day, str):
        raise ValueError('the key "dct" is neither text nor null')
    return day or None


def _record(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no JSON ({error})") from None
    if not isinstance(record, dict):
        raise ValueError("no JSON object")
    return record


@contextmanager
def _opened(source: str) -> Iterator[IO[bytes]]:
    if source == "-":
        yield sys.stdin.buffer
    else:
        with Path(source).open("rb") as file:
            yield file
