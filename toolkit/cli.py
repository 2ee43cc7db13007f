"""The command line: `timeline COMMAND ...`. Here are the words; what a command does stands in
`toolkit.commands`.

Exit status: 0 done, 1 a part failed (the rest is done, each failure is one line on standard error), 2 wrong
usage or nothing that could be done. A command's module is imported when it runs, so that help is quick.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from toolkit.commands import DONE, INTERRUPTED, PIPE_CLOSED, WRONG
from toolkit.commands.each import each
from toolkit.commands.nearest import nearest_path
from toolkit.commands.parsing import parsed

KEPT = "earlier results are as they were, and the articles read so far are kept: the same command goes on from there"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    >>> main(["check", "no-such-folder"])
    2
    """
    options = argparse.Namespace()
    try:
        options = parsed(argv)
        module, _, function = options.target.partition(":")
        run = getattr(import_module(f"toolkit.commands.{module}"), function)
        status: int = each(options, run) if getattr(options, "each", False) else run(options)
        sys.stdout.flush()
        return status
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else DONE
    except KeyboardInterrupt:
        if hasattr(options, "parser") and hasattr(options, "out"):
            print(f"timeline: stopped; {KEPT}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (ValueError, OSError) as error:
        print(f"timeline: {one_line(error)}{_meant(error, options)}", file=sys.stderr)
        return WRONG


def _meant(error: BaseException, options: argparse.Namespace) -> str:
    """The path that may have been meant, where an error is about one of the command line that is not there."""
    told = one_line(error)
    given = (value for value in vars(options).values() if isinstance(value, str))
    return next((near for path in given if told.startswith(path) and (near := nearest_path(path))), "")


def one_line(error: BaseException) -> str:
    """An error as one line, an OSError with the file that it is about first.

    >>> one_line(FileNotFoundError(2, "No such file or directory", "a.csv"))
    'a.csv: No such file or directory'
    """
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return " ".join(str(error).split()) or type(error).__name__
