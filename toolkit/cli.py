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
from typing import NoReturn

from toolkit import __version__
from toolkit.commands import DONE, INTERRUPTED, PIPE_CLOSED, WRONG
from toolkit.commands.catalogue import COMMANDS
from toolkit.commands.each import each
from toolkit.commands.examples import EXAMPLES
from toolkit.commands.nearest import did_you_mean, nearest_path

KEPT = "earlier results are as they were, and the articles read so far are kept: the same command goes on from there"


class Parser(argparse.ArgumentParser):
    """argparse with errors of one line, which name what may have been meant."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message} (see {self.prog} --help)\n")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            choices = list(map(str, action.choices))
            near = did_you_mean(str(value), choices)
            raise argparse.ArgumentError(
                action, f"{str(value)!r} is not known{near or f'; choose of {chr(32).join(choices)}'}"
            )


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(
        prog="timeline",
        description="Out of a folder of articles: what happened when, who says so, and who disagrees.",
        epilog="timeline COMMAND --help shows the options and examples of a command, "
        "timeline report --help-parameters what -p sets.",
    )
    top.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (target, words, options) in COMMANDS.items():
        examples = "\n".join(f"  {line}" for line in EXAMPLES[name])
        command = commands.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"examples:\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        command.set_defaults(target=target)
        for flag, settings in options:
            command.add_argument(flag, **settings)
    return top


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options of a command line; an unknown one ends it with the nearest that the command has."""
    whole = parser()
    options, unknown = whole.parse_known_args(argv)
    if unknown:
        known = [flag for flag, _ in COMMANDS[options.command][2] if flag.startswith("-")]
        near = did_you_mean(unknown[0].partition("=")[0], known) if unknown[0].startswith("-") else ""
        whole.exit(
            WRONG,
            f"timeline {options.command}: {unknown[0]!r} is no option or argument of it{near} "
            f"(see timeline {options.command} --help)\n",
        )
    return options


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
