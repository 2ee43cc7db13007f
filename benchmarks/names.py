"""Counts the merges of names: right ones, wrong ones and those missed, over planted names; or prints those of a corpus.

    python benchmarks/names.py
    python benchmarks/names.py CORPUS [CORPUS ...]

Without a corpus the cells of `tests/gold/names.toml` are named, story by story. Two spellings of one source are a pair
that should go together; a pair that goes together and should not is wrong. With one, every name that stands for
other words is printed with them, for a reader to judge, and then the names that stand for themselves.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from toolkit.names.cells import Cell
from toolkit.names.grouping import Grouping
from toolkit.names.naming import PARTIES
from toolkit.pipeline import build

PLANTED = Path(__file__).resolve().parents[1] / "tests" / "gold" / "names.toml"


def stories() -> list[dict[str, Any]]:
    """The planted stories, each with its articles and cells."""
    found: list[dict[str, Any]] = tomllib.loads(PLANTED.read_text(encoding="utf-8"))["stories"]
    return found


def named(story: dict[str, Any]) -> list[tuple[Cell, str, str]]:
    """The cells of a story, each with whom it means (empty: nobody else) and the name that it is given."""
    cells = [(Cell(article, words, side), meant) for article, words, side, meant in story["cells"]]
    names = Grouping(Counter(cell for cell, _ in cells), story["articles"]).names()
    return [(cell, meant, names[cell]) for cell, meant in cells]


def judged(story: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """The pairs of cells that are right together, wrong together, and wrongly apart, each in words."""
    right: list[str] = []
    wrong: list[str] = []
    missed: list[str] = []
    for (one, meant, name), (other, too, its) in combinations(named(story), 2):
        words = f"{one.text} ({one.article}), {other.text} ({other.article})"
        if meant and meant == too:
            (right if name == its else missed).append(words)
        elif name == its and one.text.casefold() != other.text.casefold():
            wrong.append(f"{words}: {name}")
    wrong += [f"{cell.text}: {name}" for cell, meant, name in named(story) if not meant and name != cell.text]
    return right, wrong, missed


def main(paths: list[str]) -> int:
    """Print the counts of the planted names, or the merges of some corpora."""
    if paths:
        for path in paths:
            _print(path)
        return 0
    total: Counter[str] = Counter()
    for story in stories():
        for kind, found in zip(("right", "wrong", "missed"), judged(story), strict=True):
            total[kind] += len(found)
            if kind != "right":
                print(
                    *(f"{kind}: {words}  [{story['name']}]" for words in found),
                    sep="\n",
                    end="\n" if found else "",
                )
    merged, wanted = total["right"] + total["wrong"], total["right"] + total["missed"]
    print(
        f"pairs that go together: {merged}, right {total['right'] / merged:.1%}; "
        f"of {wanted} that should, found {total['right'] / wanted:.1%}"
    )
    return 0


def _print(path: str) -> None:
    events = build(path).events
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for old, new in {"claimant": "source", **PARTIES}.items():
        for words, name in zip(events[old], events[new], strict=True):
            if words and "; " not in words:
                spellings[name][words] += 1
    print(f"{path}:")
    alone = []
    for name in sorted(spellings):
        others = [f"{words} {count}" for words, count in sorted(spellings[name].items()) if words != name]
        if others:
            print(f"  {name}: {' | '.join(others)}")
        else:
            alone.append(name)
    print(f"  for themselves: {' | '.join(alone)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
