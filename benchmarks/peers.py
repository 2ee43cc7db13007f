"""Other date finders from PyPI, each behind the same function: documents in, time expressions out.

`make bench` installs those that the toolkit itself has no need of into .bench, an environment of their own; there
they are run by

    .bench/bin/python benchmarks/peers.py NAME < documents.jsonl > found.jsonl

None gives all that TIMEX3 asks for, so each adapter adds the little that its answers need to be compared.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from timeml import Document, Timex

HERE = Path(__file__).resolve().parent
BENCH = HERE.parent / ".bench"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
GRAINS = (("year", "%Y"), ("month", "%Y-%m"), ("week", "%G-W%V"))
LEADING = re.compile(r"\s*(?:(?:on|in|at|by|of|for|to|from|since|until|and)\s+)?", re.IGNORECASE)
YEAR_ALONE = re.compile(r"\D*(\d{4})\D*")

Finder = Callable[[Document], Iterator[Timex]]


def at_its_grain(words: str, start: int, day: datetime) -> Timex:
    """A peer's answer, without the blank or preposition that it includes and no finer than its words: "in March" is a
    month, "two years ago" a year."""
    lead = LEADING.match(words)
    begin = start + (lead.end() if lead else 0)
    bare, told = re.sub(r"\d{4}", "", words), words.lower()
    if year := YEAR_ALONE.fullmatch(words):
        value = year[1] if not any(month in told for month in MONTHS) else f"{day:%Y-%m}"
    elif any(month in told for month in MONTHS):
        value = f"{day:%Y-%m-%d}" if re.search(r"\d", bare) else f"{day:%Y-%m}"
    else:
        value = f"{day:{next((form for unit, form in GRAINS if unit in told), '%Y-%m-%d')}}"
    return Timex(begin, start + len(words), "DATE", value)


def base(document: Document) -> datetime:
    """The day that a peer counts from."""
    return datetime.fromisoformat(document.created[:10]) if document.created else datetime(2000, 1, 1)


def dateparser_search(document: Document) -> Iterator[Timex]:
    """dateparser's search_dates; it gives no offsets, so the first place of its words behind the last one counts."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": base(document), "TIMEZONE": "UTC", "PREFER_DATES_FROM": "current_period"}
    at = 0
    for words, day in search_dates(document.text, languages=["en"], settings=settings) or []:
        start = document.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield at_its_grain(words, start, day)


def parsedatetime_nlp(document: Document) -> Iterator[Timex]:
    """parsedatetime's Calendar.nlp, told that weekdays are past and bare months of the year of publication."""
    import parsedatetime  # type: ignore[import-not-found, unused-ignore]

    constants = parsedatetime.Constants()
    constants.DOWParseStyle, constants.CurrentDOWParseStyle, constants.YearParseStyle = -1, True, 0
    found = parsedatetime.Calendar(constants).nlp(document.text, sourceTime=base(document).timetuple())
    for day, _, start, _, words in found or ():
        yield at_its_grain(words, start, day)


def timexy_pipe(document: Document) -> Iterator[Timex]:
    """timexy in a blank English pipeline of spaCy. It knows no day of publication: only dates with their year, and
    lengths."""
    for each in _spacy()(document.text).ents:
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', each.kb_id_))
        kind, value = attributes["type"], attributes["value"]
        if kind == "DATE":
            yield at_its_grain(each.text, each.start_char, datetime.fromisoformat(value))
        else:
            yield Timex(each.start_char, each.end_char, kind, value)


def _spacy() -> Any:
    if not _PIPELINE:
        import spacy  # type: ignore[import-not-found, unused-ignore]
        import timexy  # type: ignore[import-not-found, unused-ignore]  # noqa: F401  (registers itself)

        nlp = spacy.blank("en")
        nlp.max_length = 10**8
        nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
        _PIPELINE.append(nlp)
    return _PIPELINE[0]


_PIPELINE: list[Any] = []

PEERS: dict[str, Finder] = {
    "dateparser": dateparser_search,
    "parsedatetime": parsedatetime_nlp,
    "timexy": timexy_pipe,
}


def installed(name: str) -> str | None:
    """The Python that has a peer: this one, that of .bench, or None."""
    if importlib.util.find_spec(name):
        return sys.executable
    python = BENCH / "bin" / "python"
    return str(python) if any(BENCH.glob(f"lib/python*/site-packages/{name}")) and python.exists() else None


def run(name: str, documents: list[Document]) -> list[list[Timex]]:
    """What a peer finds in each document, found in a process of its own where it is installed in .bench."""
    python = installed(name)
    if python == sys.executable:
        return [list(PEERS[name](document)) for document in documents]
    lines = "".join(json.dumps([each.id, each.text, each.created]) + "\n" for each in documents)
    command = [str(python), str(Path(__file__)), name]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ValueError(f"{name} failed: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    return [[Timex(**each) for each in json.loads(line)] for line in done.stdout.splitlines()]


def main() -> None:
    """Answer documents on standard input with their expressions on standard output, a line each."""
    find = PEERS[sys.argv[1]]
    for line in sys.stdin:
        print(json.dumps([asdict(timex) for timex in find(Document(*json.loads(line)))]))


if __name__ == "__main__":
    main()
