"""The rows of a table as articles, whatever file the table stood in and whatever its columns are called.

Every value is read as the text that stands in the file: an id stays "007", an outlet may be called "NA".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.corpus.draft import Draft, Given, Remark, Unreadable
from toolkit.corpus.fields import KNOWN, Columns, holding_days, settle
from toolkit.corpus.markup import is_html, plain_text
from toolkit.corpus.publication.day import counted, day_order
from toolkit.corpus.readers.source import Read, Source
from toolkit.handwritten import Row
from toolkit.model import Quarantined

NESTED = "\0"
"""The value of a cell that holds a list, where plain text belongs."""
CUT = 32_767  # characters, the most that a cell of a spreadsheet takes
_SHOWN = 20  # names of columns in a message
_OWN = ("outlet", "title", "url", "language", "notes")


def articles(rows: Iterable[Row | Quarantined], columns: Sequence[str], source: Source) -> Read:
    """The articles of a table in its order, and a line for each row that holds none.

    A row without an id is called after the table and its number among the rows, so that what is mended in one row
    renames no other. Raises Unreadable where no column holds the text.
    """
    items = list(rows)
    whole = [row.values for row in items if isinstance(row, Row)]
    found = settle(columns, source.columns)
    yield from _missing(columns, source)
    if "text" not in found.serving:
        yield from (item for item in items if isinstance(item, Quarantined))
        if whole or columns:
            raise Unreadable(no_column("text", columns, "url" in found.serving))
        return
    yield from _remarks(found, whole, source)
    filled = [found.filled(row) for row in whole]
    order = day_order(
        row[names["published"]].strip()
        for row, names in zip(whole, filled, strict=True)
        if "published" in names
    )
    named = iter(filled)
    alone = len(items) == 1 and source.suffix == ".json"
    number = 0
    for item in items:
        number += bool(isinstance(item, Row) or item.place)
        if isinstance(item, Quarantined):
            yield item
        else:
            yield _article(
                item, next(named), source, order, source.stem if alone else f"{source.stem}-{number}"
            )


def no_column(field: str, columns: Sequence[str], addresses: bool = False) -> str:
    """What is said of a table in which nothing holds a field that is needed.

    >>> no_column("file", ["name", "day"])
    'has no column file (it has: name, day): add it, or rename the one that holds it'
    """
    have = ", ".join([name[:40] for name in columns if name][:_SHOWN]) or "none"
    if field not in KNOWN:
        return f"has no column {field} (it has: {have}): add it, or rename the one that holds it"
    reason = f"has no column {field} (it has: {have}; known are: {', '.join(KNOWN[field][:8])} ...): add it, or say "
    reason += f"--columns {field}=NAME"
    return f"{reason}; of its addresses, timeline add fetches those that you name" if addresses else reason


def _missing(columns: Sequence[str], source: Source) -> Read:
    served = settle(columns, source.columns).serving
    for field, name in source.columns.items():
        if columns and name.casefold() not in (each.casefold() for each in served.get(field, ())):
            reason = f"has no column {name}, which --columns names for {field}: check its name (it is read without)"
            yield Quarantined(source.file, "", reason)


def _remarks(
    found: Columns, rows: Sequence[dict[str, str]], source: Source
) -> Iterable[Quarantined | Remark]:
    """What is said of a table as a whole: a teaser that stands for the text, and days that nobody looks at."""
    if found.teaser:
        reason = f"has no column of whole texts: only {found.teaser} is read (its rows are kept)"
        yield Quarantined(source.file, "", reason)
    if days := holding_days(rows, found.unused):
        one = len(days) == 1
        words = f"{', '.join(days)} hold{'s' if one else ''} dates and {'is' if one else 'are'} not used"
        dated = any("published" in found.filled(row) for row in rows)
        advice = (
            f"--columns published={days[0]} takes {'it' if one else 'the first'} for the days of publication"
        )
        if dated:
            yield Remark(source.file, f"{words}; published is {found.serving['published'][0]} ({advice})")
        else:
            yield Quarantined(
                source.file, "", f"has no days of publication that are known, but {words}: {advice}"
            )


def _article(row: Row, names: dict[str, str], source: Source, order: str, name: str) -> Draft | Quarantined:
    values = {field: row.values[column] for field, column in names.items()}
    if nested := next((column for column in names.values() if NESTED in row.values[column]), None):
        return Quarantined(source.file, row.place, f"has no plain value in {nested}: write it as one string")
    if "text" not in values:
        return Quarantined(source.file, row.place, "has no text: fill it in or remove the row")
    given: tuple[Given, ...] = ()
    if day := values.get("published", "").strip():
        given = (Given(counted(day) or day, source.file, f"{row.place}, {names['published']}", order),)
    text, base = values["text"], 0 if not is_html(values["text"]) else None
    doubts: tuple[str, ...] = ()
    if source.suffix in (".xlsx", ".xlsm") and len(text) >= CUT:
        doubts = (f"has as many characters as a cell takes ({CUT:,}), so its end may be lost",)
    fields = {field: values[field].strip() for field in _OWN if field in values}
    return Draft(
        values.get("id", name).strip(),
        plain_text(text) if base is None else text,
        source.file,
        row.place,
        fields,
        given,
        base=base,
        doubts=doubts,
    )
