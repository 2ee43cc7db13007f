"""What people see: tables, a progress bar, lines of failures; corpus text is shown, never obeyed."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from toolkit.commands import DONE, PARTLY

Progress = Callable[[int, int, str], None]
Column = tuple[str, dict[str, Any]]
PIPE = 120  # characters
# A terminal takes control characters for commands.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: object) -> str:
    """`text` without characters that move the cursor or turn the direction of writing.

    >>> plain("a\\x1b[31mred")
    'a\\ufffd[31mred'
    """
    return _CONTROL.sub("\ufffd", str(text))


def count(number: int, thing: str) -> str:
    """A number of things in words.

    >>> count(1, "claim"), count(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"


def failures(lines: Iterable[object]) -> int:
    """Print each failure as one line on standard error; the exit status that they make."""
    status = DONE
    for line in lines:
        print(plain(" ".join(str(line).split())), file=sys.stderr)
        status = PARTLY
    return status


def table(columns: Sequence[Column], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """Print a table as wide as the terminal (in a pipe as wide as COLUMNS says, or 120)."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(
        box=box.SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, show_edge=False
    )
    for name, settings in columns:
        shown.add_column(name, **settings)
    for row in rows:
        shown.add_row(*(Text(plain(cell)) for cell in row))
    Console(file=sys.stdout, width=width(), highlight=False).print(shown)


def as_json(value: Any) -> None:
    """Print tables (a DataFrame, a list of rows, or several by name) as JSON in ASCII: days as ISO text, what is
    missing as null.

    >>> as_json([{"said": "yes"}])
    [
     {
      "said": "yes"
     }
    ]
    """
    import json

    print(json.dumps(_plain(value), ensure_ascii=True, indent=1, allow_nan=False))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "to_dict"):  # a DataFrame, which this module need not load
        return [_plain(row) for row in value.to_dict("records")]
    if value is None or value != value or (str(value) == "<NA>" and not isinstance(value, str)):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else value


def width() -> int:
    """The width in characters that tables are printed in."""
    if "COLUMNS" in os.environ or sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return PIPE


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A progress bar with rate and remaining time on standard error while the block runs; nothing where that is no
    terminal. Of work without steps (0 of 0) it shows that it goes on."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def step(done: int, total: int, name: str) -> None:
            before = bar.tasks[0]
            if (total or None) != before.total or done < before.completed:
                bar.reset(task, rate="")  # other work, with a rate of its own
                before.total = total or None
            speed = bar.tasks[0].speed
            bar.update(
                task,
                completed=done,
                description=plain(name)[:40],
                rate=f"{speed:.1f}/s" if speed else "",
            )

        yield step
