"""The parser of the command line, out of the catalogue of commands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from toolkit import __version__
from toolkit.commands import WRONG
from toolkit.commands.catalogue import COMMANDS
from toolkit.commands.examples import EXAMPLES
from toolkit.commands.nearest import did_you_mean


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
