"""The commands of `timeline`: where each is, what it does, its arguments, and examples of it."""

from __future__ import annotations

from toolkit.commands.options import (
    ADD,
    APART,
    BATCH,
    CORPORA,
    CORPUS,
    DATASET,
    EACH,
    EMBED,
    FOLDER,
    FORMATS,
    HARDENED,
    JSON,
    JSONL,
    LINKS,
    NEW,
    PARSER,
    PDF,
    POLICY,
    POSITIONS,
    READING,
    SELECTION,
    SENSITIVITY,
    SOURCE,
    THEMES,
    WATCH,
    WHERE,
    Options,
    ParameterHelp,
    table_of,
)

COMMANDS: dict[str, tuple[str, str, Options]] = {
    "new": ("collect:new", "begin a corpus: a folder with its tables to fill", NEW),
    "add": (
        "collect:add",
        "take files, folders and pages into a corpus, each with where its date comes from",
        ADD,
    ),
    "watch": ("collect:watch", "report a corpus again whenever it changes, and say what is new", WATCH),
    "report": (
        "report:report",
        "run the report notebook: tables, charts and one page that opens offline",
        [
            CORPORA,
            APART,
            BATCH,
            *READING,
            FOLDER,
            PDF,
            EMBED,
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
            (
                "--help-parameters",
                {
                    "action": ParameterHelp,
                    "help": "list the parameters of the report, their types and defaults",
                },
            ),
        ],
    ),
    "build": (
        "tables:build",
        "write the tables without the report",
        [
            CORPUS,
            *READING,
            EACH,
            FOLDER,
            *SELECTION,
            *WHERE,
            SENSITIVITY,
            DATASET,
        ],
    ),
    "check": (
        "corpora:check",
        "read a corpus and say what is in it and what cannot be used",
        [CORPUS, *READING, EACH, JSON],
    ),
    "audit": (
        "corpora:audit",
        "list what each publication date rests on, what speaks against it, and what would move with another",
        [
            CORPUS,
            *READING,
            THEMES,
            PARSER,
            ("--out", {"metavar": "FILE", "help": "write the audit (.csv, .parquet, .json) instead"}),
            JSON,
        ],
    ),
    "explain": (
        "explain:explain",
        "show how one mention was read: its words, dates, source and rules",
        [
            CORPUS,
            *READING,
            ("mention_id", {"metavar": "MENTION_ID", "help": "as in the column mention_id of the events"}),
            THEMES,
            PARSER,
        ],
    ),
    "conflicts": (
        "conflicts:conflicts",
        "list where the accounts part, all positions side by side, and how sure it is",
        [SOURCE, *READING, THEMES, PARSER, table_of("pairs of accounts"), POSITIONS, JSON],
    ),
    "gaps": (
        "record:gaps",
        "list what would settle the open claims, and the periods that no article covers",
        [SOURCE, *READING, THEMES, PARSER, table_of("gaps"), JSON],
    ),
    "outlets": (
        "record:outlets",
        "say who prints first, how far behind the others are, and what each has of its own",
        [SOURCE, *READING, THEMES, PARSER, table_of("outlets"), HARDENED, JSON],
    ),
    "copies": (
        "record:copies",
        "list the articles that repeat others, and what they are to them",
        [SOURCE, *READING, table_of("copies"), JSON],
    ),
    "sources": (
        "sources:sources",
        "list who speaks, one line for one source: how often, for whom, through whom, since when",
        [SOURCE, *READING, THEMES, PARSER, table_of("sources"), JSON],
    ),
    "diff": (
        "tables:diff",
        "list what changed between two editions: added, gone, moved, upgraded, contradicted",
        [
            ("old", {"metavar": "OLD", "help": "an events file, or the folder of a run"}),
            ("new", {"metavar": "NEW", "help": "the same for the later edition"}),
            table_of("changes"),
            JSON,
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
                    "choices": FORMATS,
                    "metavar": "FORMAT",
                    "help": ", ".join(FORMATS),
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
    "seal": (
        "sealing:seal",
        "write one file that holds the articles, the tables made of them, and all that is needed to make them again",
        [
            CORPUS,
            LINKS,
            ("--out", {"metavar": "FILE", "help": "file to write (default: NAME.sealed.zip)"}),
            *SELECTION,
            SENSITIVITY,
        ],
    ),
    "verify": (
        "sealing:verify",
        "check that a sealed edition is as it was, and that its articles still give its tables",
        [
            ("file", {"metavar": "FILE", "help": "what timeline seal has written"}),
            (
                "--files-only",
                {"action": "store_true", "help": "compare the files with their sums and make no tables"},
            ),
            JSON,
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
            JSON,
        ],
    ),
    "attribute": (
        "protocols:attribute",
        "find who says what",
        [
            ("text", {"nargs": "?", "metavar": "TEXT", "help": "the text (default: standard input)"}),
            JSONL,
            JSON,
        ],
    ),
    "when": ("protocols:when", "say when the things happened that the given spans name", [JSONL, PARSER]),
    "cache": (
        "cache:kept",
        "say where parses are kept, how many and how large",
        [("--clear", {"action": "store_true", "help": "remove them"}), JSON],
    ),
    "completion": (
        "completion:completion",
        "print what makes a shell complete commands, options and their values",
        [("shell", {"choices": ("bash", "zsh", "fish"), "metavar": "SHELL", "help": "bash, zsh or fish"})],
    ),
}
"""Command -> (module and function in toolkit.commands, help, arguments)."""
