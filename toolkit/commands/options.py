"""The options that several commands share, as argparse takes them, and the values that some take."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

CORPUS = ("corpus", {"metavar": "CORPUS", "help": "a folder of articles, a table of them, or one file"})
CORPORA = (
    "corpora",
    {
        "nargs": "*",
        "metavar": "CORPUS",
        "help": "a folder of articles, a table of them, or one file; several make a list",
    },
)
BATCH = ("--batch", {"metavar": "FILE", "help": "make the reports that a YAML file lists"})
PDF = (
    "--pdf",
    {"action": "store_true", "help": "make a PDF to send on, too: two pages, and every claim behind"},
)
EMBED = (
    "--embed",
    {"action": "store_true", "help": "make embed.html, too: the chart alone, for a frame in an article"},
)
SOURCE = ("source", {"metavar": "CORPUS_OR_EVENTS", "help": "a corpus, an events file, a run's folder"})
POLICY = (
    "--policy",
    {"choices": ("news", "narrative"), "help": "conventions of dates (default: chosen for each text)"},
)
THEMES = (
    "--theme-file",
    {
        "action": "append",
        "dest": "themes",
        "metavar": "FILE",
        "help": "look for the events of this theme: a .toml file, or the name of a shipped one; may be repeated",
    },
)
PARSER = (
    "--parser",
    {
        "metavar": "NAME",
        "default": "spacy",
        "help": "what reads the sentences: spacy (default), light (no model, quicker), or an installed model",
    },
)
JSONL = (
    "--jsonl",
    {
        "nargs": "?",
        "const": "-",
        "metavar": "FILE",
        "help": "read one JSON object a line from FILE (default: standard input) and write one a line",
    },
)

JSON = ("--json", {"action": "store_true", "help": "print JSON for other programs instead of a table"})

LINKS = (
    "--follow-links",
    {"action": "store_true", "help": "read what links lead to outside of the corpus folder, too"},
)
COLUMNS = (
    "--columns",
    {
        "metavar": "FIELD=NAME,...",
        "help": "which column of a table holds which field, such as published=day_out,text=story",
    },
)
READING = (LINKS, COLUMNS)
EACH: tuple[str, dict[str, Any]] = (
    "--each",
    {"action": "store_true", "help": "take each folder in CORPUS for a corpus of its own"},
)
APART = (EACH[0], EACH[1] | {"dest": "apart"})
"""The same for the report, which lists what it made."""
POSITIONS = ("--positions", {"metavar": "FILE", "help": "write all positions of each question as a table"})
HARDENED = ("--hardened", {"metavar": "FILE", "help": "write the claims that another outlet tells as facts"})
FOLDER = ("--out", {"metavar": "DIR", "help": "folder to write into (default: outputs/NAME)"})

NEW: list[tuple[str, dict[str, Any]]] = [("name", {"metavar": "NAME", "help": "the folder to make"})]
ADD: list[tuple[str, dict[str, Any]]] = [
    ("corpus", {"metavar": "CORPUS", "help": "the folder of a corpus"}),
    ("named", {"metavar": "FILE|FOLDER|URL", "nargs": "+", "help": "what to take in; an address is fetched"}),
]
WATCH: list[tuple[str, dict[str, Any]]] = [
    CORPUS,
    *READING,
    FOLDER,
    PARSER,
    (
        "--every",
        {"type": float, "default": 5.0, "metavar": "SECONDS", "help": "how often to look (default: 5)"},
    ),
    ("--once", {"action": "store_true", "help": "look once, and end"}),
    ("--tables", {"action": "store_true", "help": "write the tables without the report"}),
]
SELECTION = (
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
)
"""What is looked for, and which days and kinds are kept."""
SENSITIVITY = (
    "--sensitivity",
    {"action": "store_true", "help": "add the days that events would have under other readings"},
)

DATASET = (
    "--dataset",
    {
        "action": "store_true",
        "help": "write Parquet files linked month by month instead, for more articles than memory holds; "
        "build and report take a part of them in place of a corpus",
    },
)

Options = Sequence[tuple[str, dict[str, Any]]]

WHERE: Options = [
    (
        "--processes",
        {
            "default": "auto",
            "metavar": "N",
            "help": "how many processes read the articles (default: auto, as many as pay off)",
        },
    ),
    (
        "--on",
        {
            "choices": ("here", "dask"),
            "default": "here",
            "help": "where the articles are read: on this machine, or by the workers of dask",
        },
    ),
    (
        "--scheduler",
        {
            "metavar": "ADDRESS",
            "help": "the scheduler of --on dask, such as tcp://host:8786 (default: one of this machine)",
        },
    ),
]


FORMATS = (
    "csv",
    "parquet",
    "xlsx",
    "datapackage",
    "sqlite",
    "followthemoney",
    "annotations",
    "timesketch",
    "timelinejs",
    "icalendar",
    "geojson",
    "kml",
    "markdown",
)
"""What `timeline export --to` takes, here so that help need not load what writes them."""


class ParameterHelp(argparse.Action):
    """`--help-parameters`, which like `--help` needs no other argument."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from toolkit.commands.report import parameters

        print(parameters())
        parser.exit()


def table_of(what: str) -> tuple[str, dict[str, Any]]:
    """The option that writes a table instead of printing it."""
    return "--out", {"metavar": "FILE", "help": f"write the {what} as a table (.csv or .parquet) instead"}
