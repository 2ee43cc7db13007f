"""The parameters of the report: their names, types and meaning, and the check that papermill does not make.

Papermill only warns of a parameter that it does not know, writes names into the code of the notebook and
gives the words of a command line on as they are; here a name must be in `PARAMETERS` and a value of its
type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import Any


class ParameterError(ValueError):
    """A parameter that is not known, or a value that does not fit it; the message says which are known."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a parameter is for, and how a value, or the word of a command line, is read.

    `read` raises ValueError.
    """

    meaning: str
    read: Callable[[Any], Any]
    default: Any = ""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text")
    return value


def _path(value: Any) -> str:
    return _text(str(value) if hasattr(value, "__fspath__") else value)


def _day(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    try:
        return date.fromisoformat(_text(value)).isoformat() if value != "" else ""
    except ValueError:
        raise ValueError("must be a day written YYYY-MM-DD") from None


def _names(value: Any) -> list[str]:
    parts = (
        value.split(",")
        if isinstance(value, str)
        else list(value)
        if isinstance(value, list | tuple)
        else None
    )
    if parts is None or not all(isinstance(part, str) for part in parts):
        raise ValueError('must be a list of names, or names with commas between them ("advance,strike")')
    return [part.strip() for part in parts if part.strip()]


def _paths(value: Any) -> list[str]:
    several = list(value) if isinstance(value, list | tuple) else value
    return _names([_path(part) for part in several] if isinstance(several, list) else _path(several))


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("must be a whole number")
    try:
        number = int(value)
    except ValueError:
        raise ValueError("must be a whole number") from None
    if number < 0:
        raise ValueError("must not be less than 0")
    return number


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    words = {"yes": True, "true": True, "no": False, "false": False}
    if not isinstance(value, str) or value.lower() not in words:
        raise ValueError("must be yes or no")
    return words[value.lower()]


def _pdf(value: Any) -> bool:
    """Whether a PDF is made: what is wanting for it is said before the run, not at its end."""
    wanted = _truth(value)
    if wanted and find_spec("typst") is None:
        raise ValueError("needs the package typst; install it with: pip install 'timeline-toolkit[pdf]'")
    return wanted


def _lanes(value: Any) -> str:
    if value not in ("", *LANES):
        raise ValueError(f"must be empty or one of {', '.join(LANES)}")
    return str(value)


LANES = ("side", "source", "outlet", "place", "kind", "actor")
"""What the chart of the report may have lanes by; without any the claims are one list."""


TYPES: dict[Callable[[Any], Any], str] = {
    _text: "TEXT",
    _path: "PATH",
    _day: "YYYY-MM-DD",
    _names: "NAME,NAME,...",
    _paths: "PATH,PATH,...",
    _count: "NUMBER",
    _truth: "yes or no",
    _pdf: "yes or no",
    _lanes: ", ".join(LANES),
}
"""How a parameter is read -> what is written for it on the command line."""


PARAMETERS: dict[str, Parameter] = {
    "corpus": Parameter("the folder, table or file with the articles", _path),
    "out": Parameter("the folder for the results", _path),
    "since": Parameter("the first day to show, YYYY-MM-DD", _day),
    "until": Parameter("the last day to show, YYYY-MM-DD", _day),
    "kinds": Parameter("the kinds of event to show, such as advance,strike", _names, []),
    "theme": Parameter("the theme to show, such as conflict", _text),
    "themes": Parameter("the themes to look for: .toml files or names of shipped ones", _paths, []),
    "known_on": Parameter("the day to which the record is wound back, YYYY-MM-DD", _day),
    "infer": Parameter(
        "the most possible days of an inferred publication date that is used, 0 for none", _count, 7
    ),
    "sensitivity": Parameter("whether to look for fragile dates: yes or no", _truth, True),
    "parser": Parameter(
        "what reads the sentences: spacy, light or the name of an installed model", _text, "spacy"
    ),
    "follow_links": Parameter(
        "whether links that lead out of the folder are followed: yes or no", _truth, False
    ),
    "columns": Parameter("which column of a table holds which field: published=day_out,text=story", _text),
    "lanes": Parameter("the lanes of the chart; without any the claims are one list", _lanes),
    "title": Parameter("the title of the report; by default the main claim makes one", _text),
    "previous": Parameter("the folder of an earlier edition, for what is new since then", _path),
    "pdf": Parameter("whether a PDF to send on is made as well: yes or no", _pdf, False),
    "embed": Parameter("whether a page with the chart alone is made for a frame: yes or no", _truth, False),
}
SETTABLE = tuple(name for name in PARAMETERS if name not in ("corpus", "out"))
"""Those that `-p` sets; corpus and out have a place of their own on the command line."""


def check_parameters(given: Mapping[str, Any]) -> dict[str, Any]:
    """The given parameters as JSON values of their types.

    Raises ParameterError, naming what is known, for another name, a value of another type, or a window of
    days that ends before it begins.

    >>> check_parameters({"kinds": "advance, strike", "since": "2025-06-01"})
    {'kinds': ['advance', 'strike'], 'since': '2025-06-01'}
    """
    read: dict[str, Any] = {}
    for name, value in given.items():
        if name not in PARAMETERS:
            raise ParameterError(f"parameter {name!r} is not known; known are {', '.join(PARAMETERS)}")
        try:
            read[name] = PARAMETERS[name].read(value)
        except ValueError as error:
            raise ParameterError(f"parameter {name}: {value!r} {error}") from None
    since, until = read.get("since"), read.get("until")
    if since and until and since > until:
        raise ParameterError(f"parameter until: {until} lies before since ({since})")
    return read
