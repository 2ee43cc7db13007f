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
from toolkit.commands.options import (
    CORPUS,
    FOLDER,
    HARDENED,
    JSONL,
    LINKS,
    PARSER,
    POLICY,
    POSITIONS,
    SOURCE,
    THEMES,
    Options,
    table_of,
)

# command -> (module and function in toolkit.commands, help, arguments)
COMMANDS: dict[str, tuple[str, str, Options]] = {
    "report": (
        "report:report",
        "run the report notebook: tables, charts and one page that opens offline",
        [
            CORPUS,
            LINKS,
            FOLDER,
            (
                "-p",
                {
                    "action": "append",
                    "nargs": 2,
                    "default": [],
                    "metavar": ("NAME", "VALUE"),
                    "dest": "parameters",
                    "help": "set a parameter of the report; may be repeated",
                },
            ),
        ],
    ),
    "build": (
        "tables:build",
        "write the tables without the report",
        [
            CORPUS,
            LINKS,
            FOLDER,
            ("--since", {"metavar": "DATE", "help": "only what touches this day or a later one"}),
            ("--until", {"metavar": "DATE", "help": "only what touches this day or an earlier one"}),
            (
                "--kind",
                {
                    "action": "append",
                    "dest": "kinds",
                    "metavar": "KIND",
                    "help": "only this kind; may be repeated",
                },
            ),
            ("--theme", {"metavar": "THEME", "help": "only this theme"}),
            (
                "--known-on",
                {"metavar": "DATE", "help": "the record as it stood on this day: only what was in print"},
            ),
            (
                "--infer",
                {
                    "type": int,
                    "metavar": "DAYS",
                    "help": "use inferred publication dates of at most so many possible days (default: 7; 0 for none)",
                },
            ),
            THEMES,
            POLICY,
            PARSER,
            (
                "--on",
                {
                    "choices": ("serial", "processes", "dask"),
                    "default": "serial",
                    "help": "where the articles are read for claims",
                },
            ),
            (
                "--sensitivity",
                {"action": "store_true", "help": "add the days that events would have under other readings"},
            ),
        ],
    ),
    "check": (
        "corpora:check",
        "read a corpus and say what is in it and what cannot be used",
        [CORPUS, LINKS],
    ),
    "audit": (
        "corpora:audit",
        "list what each publication date rests on, what speaks against it, and what would move with another",
        [
            CORPUS,
            LINKS,
            THEMES,
            PARSER,
            ("--out", {"metavar": "FILE", "help": "write the audit (.csv, .parquet, .json) instead"}),
        ],
    ),
    "explain": (
        "explain:explain",
        "show how one mention was read: its words, dates, source and rules",
        [
            CORPUS,
            LINKS,
            ("mention_id", {"metavar": "MENTION_ID", "help": "as in the column mention_id of the events"}),
            THEMES,
            PARSER,
        ],
    ),
    "conflicts": (
        "conflicts:conflicts",
        "list where the accounts part, all positions side by side, and how sure it is",
        [SOURCE, LINKS, THEMES, PARSER, table_of("pairs of accounts"), POSITIONS],
    ),
    "gaps": (
        "record:gaps",
        "list what would settle the open claims, and the periods that no article covers",
        [SOURCE, LINKS, THEMES, PARSER, table_of("gaps")],
    ),
    "outlets": (
        "record:outlets",
        "say who prints first, how far behind the others are, and what each has of its own",
        [SOURCE, LINKS, THEMES, PARSER, table_of("outlets"), HARDENED],
    ),
    "copies": (
        "record:copies",
        "list the articles that repeat others, and what they are to them",
        [SOURCE, LINKS, table_of("copies")],
    ),
    "sources": (
        "sources:sources",
        "list who speaks, one line for one source: how often, for whom, through whom, since when",
        [SOURCE, LINKS, THEMES, PARSER, table_of("sources")],
    ),
    "diff": (
        "tables:diff",
        "list what changed between two editions: added, gone, moved, upgraded, contradicted",
        [
            ("old", {"metavar": "OLD", "help": "an events file, or the folder of a run"}),
            ("new", {"metavar": "NEW", "help": "the same for the later edition"}),
            table_of("changes"),
        ],
    ),
    "export": (
        "tables:export",
        "write an event table in another format",
        [
            ("events", {"metavar": "EVENTS", "help": "an events file, or the folder of a run"}),
            (
                "--to",
                {
                    "required": True,
                    "metavar": "FORMAT",
                    "help": "csv, parquet, xlsx, datapackage, sqlite, followthemoney, annotations, timesketch, "
                    "timelinejs, icalendar, geojson, kml or markdown",
                },
            ),
            (
                "--of",
                {
                    "choices": ("claims", "mentions"),
                    "help": "one entry for each claim or for each mention, where the format has the choice",
                },
            ),
            (
                "--out",
                {"metavar": "FILE", "help": "file to write (default: beside EVENTS, named after the format)"},
            ),
        ],
    ),
    "dates": (
        "dates:dates",
        "find the dates in a text and say what they mean",
        [
            ("text", {"nargs": "?", "metavar": "TEXT", "help": "the text (default: standard input)"}),
            ("--published", {"metavar": "DATE", "help": "the day of publication, YYYY-MM-DD"}),
            POLICY,
            (
                "--explain",
                {"action": "store_true", "help": "add span, notation, anchor and rejected readings"},
            ),
            (
                "--timeml",
                {
                    "metavar": "FILE",
                    "help": "write the text of FILE (- for standard input) as TimeML, dates marked as TIMEX3",
                },
            ),
            JSONL,
        ],
    ),
    "attribute": (
        "protocols:attribute",
        "find who says what",
        [("text", {"nargs": "?", "metavar": "TEXT", "help": "the text (default: standard input)"}), JSONL],
    ),
    "when": ("protocols:when", "say when the things happened that the given spans name", [JSONL, PARSER]),
    "cache": (
        "cache:kept",
        "say where parses are kept, how many and how large",
        [("--clear", {"action": "store_true", "help": "remove them"})],
    ),
}


class Parser(argparse.ArgumentParser):
    """argparse with errors of one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message} (see {self.prog} --help)\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(
        prog="timeline",
        description="Out of a folder of articles: what happened when, who says so, and who disagrees.",
    )
    top.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (target, words, options) in COMMANDS.items():
        command = commands.add_parser(
            name, help=words, description=f"{words[0].upper()}{words[1:]}.", allow_abbrev=False
        )
        command.set_defaults(target=target)
        for flag, settings in options:
            command.add_argument(flag, **settings)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    >>> main(["check", "no-such-folder"])
    2
    """
    try:
        options = parser().parse_args(argv)
        module, _, function = options.target.partition(":")
        status: int = getattr(import_module(f"toolkit.commands.{module}"), function)(options)
        sys.stdout.flush()
        return status
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (ValueError, OSError) as error:
        print(f"timeline: {one_line(error)}", file=sys.stderr)
        return WRONG


def one_line(error: BaseException) -> str:
    """An error as one line, an OSError with the file that it is about first.

    >>> one_line(FileNotFoundError(2, "No such file or directory", "a.csv"))
    'a.csv: No such file or directory'
    """
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return " ".join(str(error).split()) or type(error).__name__
