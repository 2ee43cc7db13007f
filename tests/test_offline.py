"""No test and no process of theirs asks the network; nothing is made into code that is data."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.offline.sitecustomize import ASKED

ADDRESS = ("192.0.2.1", 9)  # of documents, nobody's


def test_another_machine_is_refused_and_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked"
    monkeypatch.setenv(ASKED, str(asked))
    with pytest.raises(PermissionError), socket.socket() as one:
        one.connect(ADDRESS)
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 80)
    code = f"import socket; socket.create_connection({ADDRESS}, timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "PermissionError: the tests ask no network" in done.stderr
    assert asked.read_text(encoding="utf-8").count("\n") == 3


def test_this_machine_is_not_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as one:
        one.connect(server.getsockname())
    assert os.environ[ASKED]


CODE = {"eval", "exec", "compile", "__import__"}
MODULES = {"pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve", "joblib", "jsonpickle"}
LOADS = {
    ("yaml", name)
    for name in ("load", "load_all", "unsafe_load", "unsafe_load_all", "full_load", "full_load_all")
} | {("pandas", "read_pickle"), ("pd", "read_pickle"), ("pd", "eval"), ("os", "system"), ("torch", "load")}
KEYWORDS = {"shell", "allow_pickle"}


def made_into_code(source: str) -> list[str]:
    """What in a module makes data into code, or a command of a shell, each with its line."""
    return [f"{node.lineno}: {name}" for node in ast.walk(ast.parse(source)) for name in _of(node)]


def _of(node: Any) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [each.name for each in names if each.name.partition(".")[0] in MODULES]
        case ast.ImportFrom(module=str(module)):
            return [module] if module.partition(".")[0] in MODULES else []
        case ast.Call(func=ast.Name(id=name)) if name in CODE:
            return [name]
        case ast.Call(func=ast.Attribute(value=ast.Name(id=home), attr=name)) if (home, name) in LOADS:
            return [f"{home}.{name}"]
        case ast.keyword(arg=str(name), value=ast.Constant(value=True)) if name in KEYWORDS:
            return [name]
    return []


BETWEEN = {f"toolkit/scale/{name}.py" for name in ("apart", "pool", "worker", "cluster")}
"""What a run tells its own processes, over their own pipes, and the cluster that it was told of may be pickled."""


def test_nothing_makes_data_into_code() -> None:
    modules = [*(ROOT / "toolkit").rglob("*.py"), *(ROOT / "benchmarks").glob("*.py")]
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{each}"
        for path in modules
        for each in made_into_code(path.read_text(encoding="utf-8"))
    }
    assert {each.partition(":")[0] for each in found if each.endswith(": pickle")} == BETWEEN
    assert [each for each in found if not each.endswith(": pickle")] == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from pickle import loads",
        "import yaml\nyaml.load(text)",
        "eval(text)",
        "exec(text)",
        "pd.read_pickle(path)",
        "subprocess.run(text, shell=True)",
        "np.load(path, allow_pickle=True)",
    ],
)
def test_the_search_finds_what_it_looks_for(source: str) -> None:
    assert len(made_into_code(source)) >= 1


@pytest.mark.parametrize(
    "source", ["re.compile(text)", "yaml.safe_load(text)", "frame.eval", "run(text, shell=False)"]
)
def test_and_nothing_else(source: str) -> None:
    assert made_into_code(source) == []
