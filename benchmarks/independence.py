"""Counts the sources of small articles whose history is known: who copied whom, and who asked for himself.

    python benchmarks/independence.py

Prints a Markdown table: for each plant of `tests/gold/plants.toml` the claim, the articles, outlets and independent
sources that it should have, and what `tk.link` and `tk.ledger` count; then the relations of copies to their originals
that it should have, and what `tk.copies` finds. Exit status 1 where one is wrong.
"""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import toolkit as tk

PLANTS = Path(__file__).resolve().parents[1] / "tests" / "gold" / "plants.toml"
KINDS = {"copy": "rewrite or copy", "chain": "quote chain", "own": "own sources"}

Counts = tuple[int, int, int]


def plants() -> list[dict[str, Any]]:
    """The plants, each with its articles and the claims that must come out of them."""
    found: list[dict[str, Any]] = tomllib.loads(PLANTS.read_text(encoding="utf-8"))["plants"]
    return found


def articles(plant: dict[str, Any]) -> list[tk.Article]:
    """The articles of a plant."""
    return [
        tk.Article(
            id=f"{number}-{each['outlet'].lower().replace(' ', '-')}",
            text=each["text"].strip() + "\n",
            outlet=each["outlet"],
            url=each.get("url", ""),
            published=date.fromisoformat(each["published"]),
        )
        for number, each in enumerate(plant["articles"])
    ]


def copied(plant: dict[str, Any]) -> list[str]:
    """What the copies of a plant are to the articles that they repeat, in the order of printing."""
    return [str(relation) for relation in tk.copies(articles(plant))["relation"]]


def counted(plant: dict[str, Any]) -> list[tuple[dict[str, Any], list[Counts]]]:
    """Each claim that a plant should have, with articles, outlets and sources of those of its kind and place."""
    rows = tk.ledger(tk.link(tk.events(articles(plant)))).to_dict("records")
    return [
        (
            claim,
            [
                (row["articles"], row["outlets"], row["independent_sources"])
                for row in rows
                if (row["kind"], row["place"]) == (claim["kind"], claim["place"])
            ],
        )
        for claim in plant["claims"]
    ]


def main() -> int:
    """Print the table; 0 where every count is right."""
    right = total = 0
    print("| planted | what | claim | articles, outlets, sources | counted |")
    print("|---|---|---|---|---|")
    for plant in plants():
        for claim, found in counted(plant):
            wanted = (claim["articles"], claim["outlets"], claim["sources"])
            told = "; ".join(", ".join(map(str, counts)) for counts in found) or "no such claim"
            verdict = "right" if found == [wanted] else f"**{told}**"
            name = f"{claim['kind']}, {claim['place']}"
            print(
                f"| {plant['name']} | {KINDS[plant['what']]} | {name} | {', '.join(map(str, wanted))} | {verdict} |"
            )
            right += found == [wanted]
            total += 1
    print(f"\n{right} of {total} right\n")
    print("| planted | copies | found |")
    print("|---|---|---|")
    for plant in plants():
        if "relations" in plant:
            relations, of = copied(plant), plant["relations"]
            verdict = "right" if relations == of else f"**{', '.join(relations) or 'none'}**"
            print(f"| {plant['name']} | {', '.join(of) or 'none'} | {verdict} |")
            right += relations == of
            total += 1
    print(f"\n{right} of {total} right, counts and copies")
    return 0 if right == total else 1


if __name__ == "__main__":
    sys.exit(main())
