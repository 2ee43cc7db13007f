"""The analyst's own names: parties.csv beside the articles puts names together or parts them.

Its columns are name, is, not (more may follow, such as reason, by, on): `name` is what a cell of the table says or the
name that it was given; it goes by `is` from then on, or is somebody else than `not`. A row that cannot be used is told
with its line, and the others apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.handwritten import NoTable, own_table
from toolkit.model import Quarantined
from toolkit.names.cells import Cell
from toolkit.names.words import tidy

FILE = "parties.csv"
"""The table of names that a corpus may bring."""
COLUMNS = ("name", "is", "not")


class PartiesError(ValueError):
    """A table of names that cannot be used at all: one line with the file and what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of parties.csv: where it stands, a name, what it is, and what it is not; one of the two is empty."""

    place: str
    name: str
    name_is: str
    name_is_not: str

    def __str__(self) -> str:
        return f"{self.name} is {self.name_is}" if self.name_is else f"{self.name} is not {self.name_is_not}"


@dataclass(frozen=True)
class Parties:
    """The rows of parties.csv that can be used, and those that cannot."""

    file: str = FILE
    rules: tuple[Rule, ...] = ()
    problems: tuple[Quarantined, ...] = ()

    def applied(self, found: Mapping[Cell, str]) -> dict[Cell, str]:
        """The names of cells, parted and put together as the rows say."""
        names = dict(found)
        forms: dict[str, list[Cell]] = {}
        for cell in names:
            forms.setdefault(_form(cell.text), []).append(cell)
        for rule in self.rules:
            if rule.name_is_not:
                ours, theirs = (forms.get(_form(each), []) for each in (rule.name, rule.name_is_not))
                for cells, name in ((ours, rule.name), (theirs, rule.name_is_not)):
                    shared = {names[cell] for cell in ours} & {names[cell] for cell in theirs}
                    for cell in cells:
                        if names[cell] in shared and names[cell] != name:
                            names[cell] = name
        called = {_form(rule.name): rule.name_is for rule in self.rules if rule.name_is}
        for cell, name in names.items():
            new = called.get(_form(cell.text)) or called.get(_form(name))
            while new is not None:
                names[cell], new = new, called.get(_form(new))
        return names

    def unmatched(self, found: Mapping[Cell, str]) -> list[Quarantined]:
        """A line for each row whose name, or whose other name, stands nowhere in the table."""
        known = {_form(cell.text) for cell in found} | {_form(name) for name in found.values()}
        rows = [(rule, each) for rule in self.rules for each in (rule.name, rule.name_is_not) if each]
        return [
            Quarantined(self.file, rule.place, f"nobody is called {each!r} here; correct or remove the row")
            for rule, each in rows
            if _form(each) not in known
        ]


def own_parties(path: Path | None) -> Parties:
    """The names in the table that a corpus brings; of one that is no such table only what is wrong with it."""
    try:
        return read_parties(path) if path else Parties()
    except PartiesError as error:
        return Parties(problems=(Quarantined(FILE, "", str(error).removeprefix(f"{path}: ")),))


def read_parties(path: str | Path) -> Parties:
    """The names in a CSV table.

    Raises PartiesError for a file that is no table, or that lacks the columns name and one of is and not.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, FILE)
    ...     _ = file.write_text("name,is,not\\nFalcon,Anna Holm,\\nHolm,,\\n", encoding="utf-8")
    ...     found = read_parties(file)
    >>> [str(rule) for rule in found.rules], [str(each) for each in found.problems]
    (['Falcon is Anna Holm'], ['parties.csv, line 3: says nothing of Holm; fill in is or not'])
    """
    path = Path(path)
    try:
        columns, table = own_table(path)
    except NoTable as error:
        raise PartiesError(f"{path}: {error}") from None
    if "name" not in columns or not {"is", "not"} & set(columns):
        raise PartiesError(
            f"{path}: column {'name' if 'name' not in columns else 'is'} is missing; needed are "
            f"{', '.join(COLUMNS)}"
        )
    rules: list[Rule] = []
    problems: list[Quarantined] = []
    for row in table:
        if isinstance(row, Quarantined):
            problems.append(row)
            continue
        name, name_is, name_is_not = (" ".join(row.values.get(each, "").split()) for each in COLUMNS)
        rule = Rule(row.place, name, name_is, name_is_not)
        if reason := _wrong(rule, rules):
            problems.append(Quarantined(path.name, row.place, reason))
        else:
            rules.append(rule)
    return Parties(path.name, tuple(rules), tuple(problems))


def _wrong(rule: Rule, before: list[Rule]) -> str:
    """Why a row cannot be used, empty where it can."""
    if not rule.name:
        return "has no name; write in the column name what the text calls somebody"
    if not rule.name_is and not rule.name_is_not:
        return f"says nothing of {rule.name}; fill in is or not"
    if rule.name_is and rule.name_is_not:
        return f"says both is and not of {rule.name}; give each a row of its own"
    other = rule.name_is or rule.name_is_not
    if tidy(rule.name) == tidy(other) or (rule.name_is_not and _form(rule.name) == _form(other)):
        return f"sets {rule.name} beside itself; name somebody else"
    called = {_form(each.name): each for each in before if each.name_is}
    if rule.name_is and (known := called.get(_form(rule.name))):
        return f"{rule.name} is {known.name_is} by {known.place} already; remove one of the two rows"
    step: Rule | None = rule if rule.name_is else None
    while step is not None:
        if step.name_is and _form(step.name_is) == _form(rule.name) and step is not rule:
            return f"{rule.name} comes back to itself by {step.place}; remove one of the two rows"
        step = called.get(_form(step.name_is))
    return ""


def _form(name: str) -> str:
    return tidy(name).casefold()
