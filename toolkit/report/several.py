"""Several reports in one run, from folders or from a file that names them, and the page that lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit.charts.words import plural
from toolkit.report.parameters import SETTABLE, check_parameters
from toolkit.report.run import Summary
from toolkit.report.tables import Html, escape, join, tag
from toolkit.timeline.files import write_text

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Order:
    """One report to make: of which corpus, into which folder, with which parameters."""

    corpus: str
    out: Path
    parameters: Mapping[str, Any] = field(default_factory=dict)


def orders(corpora: Sequence[str], out: str | Path | None, parameters: Mapping[str, Any]) -> list[Order]:
    """One order for each corpus; of several, each has a folder of its name in `out`.

    >>> [str(one.out) for one in orders(["a/x", "b/x"], "results", {})]
    ['results/x', 'results/x-2']
    """
    if len(corpora) == 1:
        return [Order(corpora[0], Path(out) if out else Path("outputs") / _name(corpora[0]), parameters)]
    return _apart([Order(each, Path(out or "outputs") / _name(each), parameters) for each in corpora])


def batch(
    path: str | Path, out: str | Path | None = None, parameters: Mapping[str, Any] | None = None
) -> list[Order]:
    """The orders that a YAML file holds: a list `reports` of `corpus`, `out` and parameters, and parameters for all.

    `out` and `parameters` go before what the file says. Paths count from the folder of the file. Raises ValueError with
    file and place where it is no such list.
    """
    import yaml

    source = Path(path)
    try:
        told = yaml.safe_load(source.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: is no YAML: {' '.join(str(error).split())}") from None
    except RecursionError:
        raise ValueError(f"{path}: is nested too deeply") from None
    if not isinstance(told, dict) or not isinstance(told.get("reports"), list) or not told["reports"]:
        raise ValueError(f"{path}: needs a list `reports`, each with a corpus")
    common = {name: value for name, value in told.items() if name not in ("reports", "out")}
    parent = Path(out or source.parent / str(told.get("out") or "outputs"))
    made = []
    for number, entry in enumerate(told["reports"], 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("corpus"), str):
            raise ValueError(f"{path}: report {number} names no corpus; write corpus: FOLDER")
        given = common | {name: value for name, value in entry.items() if name not in ("corpus", "out")}
        if other := [name for name in given if name not in SETTABLE]:
            raise ValueError(
                f"{path}: report {number}: {other[0]!r} is not known; known are {', '.join(SETTABLE)}"
            )
        try:
            checked = check_parameters(given)
        except ValueError as error:
            raise ValueError(f"{path}: report {number}: {error}") from None
        folder = str(entry.get("out") or _name(entry["corpus"]))
        made.append(
            Order(str(source.parent / entry["corpus"]), parent / folder, checked | dict(parameters or {}))
        )
    return _apart(made)


def index(made: Sequence[Summary], target: str | Path) -> Path:
    """Write the page that lists reports: title, main finding and counts of each."""
    from toolkit.charts.embed import page

    path = Path(target)
    cards = [_card(one, path.parent) for one in made]
    listed = Html(f'<ol class="reports">{"".join(cards)}</ol>')
    write_text(path, page("Reports", [join([tag("h1", "Reports"), listed])], script=""))
    return path


def _card(one: Summary, folder: Path) -> Html:
    where = one.page.relative_to(folder) if one.page.is_relative_to(folder) else one.page
    counts = ", ".join(plural(one.counts[name], noun) for name, noun in SHOWN.items() if one.counts.get(name))
    title = Html(f'<h2><a href="{escape(where.as_posix(), 4000)}">{escape(one.title)}</a></h2>')
    return tag("li", title, tag("p", escape(one.lead)), tag("p", escape(counts), of="note"))


SHOWN = {"articles": "article", "claims": "claim", "conflicts": "contradiction", "quarantined": "problem"}


def _name(corpus: str) -> str:
    path = Path(corpus)
    return path.resolve().name if path.is_dir() else path.stem


def _apart(made: Sequence[Order]) -> list[Order]:
    """Orders with a folder each: where two have one name, the later has a number."""
    taken: dict[Path, int] = {}
    apart = []
    for one in made:
        taken[one.out] = number = taken.get(one.out, 0) + 1
        out = one.out if number == 1 else one.out.with_name(f"{one.out.name}-{number}")
        apart.append(Order(one.corpus, out, one.parameters))
    return apart
