"""The package as users get it: built, installed apart from the checkout, and run on a folder elsewhere."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

import toolkit

ROOT = Path(__file__).parents[1]
SOURCES = ("toolkit", "pyproject.toml", "README.md", "LICENSE")
ARTICLE = (
    "RIVERTON, June 9, 2025 — The mayor said on Sunday that troops had captured the village of Northfield.\n\n"
    "The ministry denied it on Monday."
)


def run(*words: str | Path, cwd: Path) -> str:
    settings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    settings["JUPYTER_PATH"] = str(Path(sysconfig.get_path("data"), "share", "jupyter"))
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive and the wheel, made of a copy of the sources by the locked backend."""
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", copy / "dist", copy, cwd=copy)
    return copy / "dist"


def test_the_wheel_holds_every_file_of_the_package(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("toolkit/")}
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "toolkit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == ours
    assert {"toolkit/py.typed", "toolkit/report/report.ipynb"} <= held
    (archive_of_sources,) = built.glob("*.tar.gz")
    with tarfile.open(archive_of_sources) as sources:
        names = {name.partition("/")[2] for name in sources.getnames()}
    assert ours <= names


def test_installed_elsewhere_it_makes_a_report(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    # What the toolkit stands on is lent by the environment of the tests: no network, and not its editable install.
    (site,) = (tmp_path / "env").rglob("site-packages")
    (site / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    folder = tmp_path / "my articles"
    folder.mkdir()
    (folder / "first.txt").write_text(ARTICLE, encoding="utf-8")
    told = "import toolkit as t; from importlib.metadata import version as v; print(v('timeline-toolkit'), t.__file__)"
    number, _, where = run(python, "-c", told, cwd=tmp_path).strip().partition(" ")
    assert number == toolkit.__version__
    assert Path(where).is_relative_to(tmp_path)
    timeline = scripts / "timeline"
    told = run(timeline, "report", folder, "-p", "parser", "light", cwd=tmp_path)
    out = tmp_path / "outputs" / "my articles"
    assert str(out / "report.html") in told
    assert {"report.html", "report.ipynb", "events.parquet", "run.json", "chart.svg"} <= {
        path.name for path in out.iterdir()
    }


def test_the_names_that_are_offered_are_typed() -> None:
    tree = ast.parse((ROOT / "toolkit" / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (
        node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    typed = {
        alias.asname: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed == toolkit._HOMES
