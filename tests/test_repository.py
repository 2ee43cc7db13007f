"""What is in git: stripped notebooks, small modules, no addresses of registries, no paths of a machine."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 300


def committed() -> list[Path]:
    """The files under version control; without git (a source archive) all but what is made."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
        names = [name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        made = {".venv", ".tools", "outputs", "__pycache__"}
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if made.isdisjoint(path.parts)]
    return [path for path in (ROOT / name for name in names) if path.is_file()]


FILES = committed()
NOTEBOOKS = [path for path in FILES if path.suffix == ".ipynb"]
MODULES = [path for path in FILES if path.suffix == ".py" and path.is_relative_to(ROOT / "toolkit")]

# Put together here, so that this file does not hold what it looks for.
REGISTRY = [
    "pypi" + r"\.org",
    "python" + r"hosted\.org",
    "npmjs" + r"\.(?:org|com)",
    "anaconda" + r"\.org",
    "index" + "-url ?[=h]",
]
MACHINE = [rf"(?<![\w.\-/*]){top}/[\w.]" for top in ("/" + "work", "/" + "root", "/" + "home", "/" + "Users")]
PLACES = [*MACHINE, r"[A-Z]:\\" + "Users", r"\.\./" + "shared"]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_notebooks_are_stripped(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for number, cell in enumerate(notebook["cells"], 1):
        assert not cell.get("outputs"), f"cell {number} holds outputs"
        assert cell.get("execution_count") is None, f"cell {number} was run"
        assert not set(cell["metadata"]) & {"papermill", "execution"}, f"cell {number} holds traces of a run"
    assert set(notebook["metadata"]) <= {"kernelspec", "language_info"}
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


def test_there_are_notebooks_to_look_at() -> None:
    assert {"report.ipynb", "explore.ipynb"} <= {path.name for path in NOTEBOOKS}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_does_one_thing(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{name(path)} has {lines} lines: split it by idea"


@pytest.mark.parametrize("patterns", [REGISTRY, PLACES], ids=["registries", "machines"])
def test_no_file_names(patterns: list[str]) -> None:
    sought = re.compile("|".join(patterns))
    found = []
    for path in FILES:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{name(path)}:{n}: {line[:120]}"
            for n, line in enumerate(text.splitlines(), 1)
            if sought.search(line)
        ]
    assert found == []


@pytest.mark.parametrize(
    ("patterns", "text"),
    [
        (REGISTRY, "https://" + "pypi" + ".org/simple"),
        (REGISTRY, "--index" + "-url https"),
        (PLACES, 'open("/' + 'root/a.txt")'),
        (PLACES, "see .." + "/shared"),
        (PLACES, "in /" + "home/ann/corpus"),
    ],
)
def test_the_search_finds_what_it_looks_for(patterns: list[str], text: str) -> None:
    assert re.search("|".join(patterns), text)


def test_the_lock_pins_every_package_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", lock)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    direct = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    pinned = {entry.split("==")[0] for entry in entries}
    assert {re.split(r"[>=\[; ]", line)[0].lower() for line in direct} <= pinned, "make lock renews it"
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==[^\s;]+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


def test_the_program_runs_as_a_module() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "toolkit", "--help"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("usage: timeline")
    assert not run.stderr


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert targets
    described = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))
    assert described == set(targets[1].split())


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 matches too much there (CPython gh-106052); of a single character or class it is sound."""
    repeated = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
    tables = [path for path in FILES if path.suffix == ".toml" and path.is_relative_to(ROOT / "toolkit")]
    found = []
    for path in [*MODULES, *tables]:
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [
            f"{name(path)}:{n}: {line.strip()[:100]}"
            for n, line in enumerate(lines, 1)
            if repeated.search(line)
        ]
    assert found == [], "write (?>(?:...)*) for (?:...)*+"
