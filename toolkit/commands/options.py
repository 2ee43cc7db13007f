"""The options that several commands share, as argparse takes them."""

from __future__ import annotations

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
APART = (
    "--each",
    {"action": "store_true", "dest": "apart", "help": "take each folder in CORPUS for a corpus of its own"},
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
EACH = ("--each", {"action": "store_true", "help": "take each folder in CORPUS for a corpus of its own"})
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

Options = Sequence[tuple[str, dict[str, Any]]]


def table_of(what: str) -> tuple[str, dict[str, Any]]:
    """The option that writes a table instead of printing it."""
    return "--out", {"metavar": "FILE", "help": f"write the {what} as a table (.csv or .parquet) instead"}
