"""Change one thing of a module, run the tests of its room, and count the changes that no test notices.

    python benchmarks/mutants.py [MODULE ...] [--count N] [--seed N]

The modules are those of `ROOMS`. A change is one operator, number, truth value or answer; N of them are drawn from
each module. Each is tried in a process of its own, in which the module is loaded as it was changed; no file is
touched. Prints what survived, and a Markdown table: the module, changes, tried, killed, percent. A change that keeps
its tests from ending counts as killed. Exit status 1 where less than `TARGET` of a module's are killed. POSIX only.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import os
import random
import resource
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pandas  # noqa: F401  (once, before the processes part)
import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
TARGET = 0.8
UNUSED = 3  # the exit status of tests that were not run on the changed module
SECONDS = 120  # of processor time for the tests of one change
ROOMS = {
    "toolkit.dates.interval": [
        "tests/dates/test_interval.py",
        "tests/dates/test_calendar.py",
    ],
    "toolkit.dates.engine": ["tests/dates/test_examples.py", "tests/dates/test_laws.py"],
    "toolkit.dates.refine": ["tests/dates/test_examples.py", "tests/dates/test_laws.py"],
    "toolkit.timeline.link": [
        "tests/timeline/test_link.py",
        "tests/timeline/test_denials.py",
    ],
    "toolkit.claims.standing": ["tests/claims/test_standing.py"],
    "toolkit.claims.clocks.clock": [
        "tests/claims/test_clock.py",
        "tests/claims/test_dating.py",
        "tests/claims/test_dating_rules.py",
    ],
}
OPPOSITE: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
}  # fmt: skip


def changes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """What can be changed in a module: the number of the node, and what becomes of it.

    >>> [told for _, told in changes(ast.parse("def f(a): return a < 1"))]
    ['line 1: return None', 'line 1: a <= 1', 'line 1: 2 for 1']
    """
    decorators = (part for node in ast.walk(tree) for part in getattr(node, "decorator_list", ()))
    looks = {
        id(part) for decorator in decorators for part in ast.walk(decorator)
    }  # frozen, slots: no work of theirs
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in looks and (told := _changed(copy.deepcopy(node))):
            yield number, f"line {getattr(node, 'lineno', 0)}: {told}"


def changed(tree: ast.Module, number: int) -> ast.Module:
    """A copy of a module with one node changed."""
    fresh = copy.deepcopy(tree)
    _changed(next(islice(ast.walk(fresh), number, None)))
    return ast.fix_missing_locations(fresh)


def _changed(node: Any) -> str:
    """Change a node in place; what it is now, or nothing where it stays."""
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        node.value = ast.copy_location(ast.Constant(None), node.value)
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in OPPOSITE:
        node.ops[0] = OPPOSITE[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in OPPOSITE:
        node.op = OPPOSITE[type(node.op)]()
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
        return f"{node.value} for {node.value - 1}"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    else:
        return ""
    return ast.unparse(node).partition("\n")[0][:80]


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives a changed tree for the source of one module."""

    def __init__(self, name: str, tree: ast.Module, path: Path) -> None:
        self.name, self.tree, self.path = name, tree, path

    def find_spec(self, name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.machinery.ModuleSpec(name, self, origin=str(self.path))

    def get_source(self, fullname: str) -> str:
        return ast.unparse(self.tree)

    def get_code(self, fullname: str) -> CodeType:
        return self.source_to_code(self.tree, str(self.path))

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.path)
        super().exec_module(module)


def survives(name: str, tree: ast.Module, path: Path, tests: list[str]) -> bool:
    """Whether the tests of a room pass with a module changed so."""
    process = os.fork()
    if process == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        os.chdir(ROOT)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        sys.meta_path.insert(0, Changed(name, tree, path))
        given = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly", *tests]
        passed = pytest.main(given) == 0
        os._exit((0 if passed else 1) if isinstance(sys.modules[name].__loader__, Changed) else UNUSED)
    status = os.waitpid(process, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == UNUSED:
        raise SystemExit(f"{name}: its tests load it from its file: leave the module itself out of ROOMS")
    return status == 0


def main() -> int:
    """Print what survived, and the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="of ROOMS, all where none is named")
    parser.add_argument("--count", type=int, default=30, help="changes of each module (default: 30)")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    rows, enough = [], True
    for name in options.modules or ROOMS:
        path = ROOT / f"{name.replace('.', '/')}.py"
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not survives(name, tree, path, ROOMS[name]):
            parser.error(f"{name}: its tests fail unchanged; run them first: {' '.join(ROOMS[name])}")
        made = list(changes(tree))
        chosen = random.Random(options.seed).sample(made, min(options.count, len(made)))
        lived = 0
        for number, told in chosen:
            if survives(name, changed(tree, number), path, ROOMS[name]):
                lived += 1
                print(f"survived in {name}, {told}", flush=True)
        killed = len(chosen) - lived
        enough &= killed >= TARGET * len(chosen)
        rows.append(f"| {name} | {len(made)} | {len(chosen)} | {killed} | {killed / len(chosen):.0%} |")
    print("| module | changes | tried | killed | |\n|---|---|---|---|---|", *rows, sep="\n")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
