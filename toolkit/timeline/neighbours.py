"""Rows that stand before and after each other, and the bounds that go along what the texts say of it.

What is after something is not before its first possible day, and what is before something not after its last one: the
point algebra of Vilain and Kautz (1986), in time that grows with the number of rows and links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.timeline.days import Days

SHARPER: dict[str, Callable[..., Any]] = {"after": max, "before": min}
"""What bounds the first day of a happening and what its last one, and which of several days is the sharper."""


@dataclass(frozen=True, slots=True)
class Row:
    """What order looks at in one row; days are ordinals, `known` those that the text's words give."""

    at: int
    id: str
    article: str
    outlet: str
    claim: str
    words: str
    days: Days
    known: Days
    printed: int | None
    edtf: str
    order: str


@dataclass(eq=False, slots=True)
class Edge:
    """One row before another, as an article tells it, between their nodes; `fault` is why nothing follows from it."""

    before: Row
    after: Row
    source: int
    target: int
    fault: str = ""

    def rows(self, how: str) -> tuple[Row, Row]:
        """The row that is bounded, and the one that bounds it."""
        return (self.after, self.before) if how == "after" else (self.before, self.after)

    def end(self, how: str) -> int:
        """The node that is bounded."""
        return self.target if how == "after" else self.source

    def other(self, how: str) -> int:
        """The node that bounds it."""
        return self.source if how == "after" else self.target

    def inside(self, nodes: Collection[int]) -> bool:
        """Whether both its nodes are among these."""
        return self.source in nodes and self.target in nodes


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that bounds, the row that knows it, and the last of the `steps` links by which it came."""

    day: int
    root: Row
    edge: Edge | None = None
    steps: int = 0


class Node:
    """Mentions that share their bounds: those that their own days give, and those that came `by` order."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.own: dict[str, Bound] = {}
        self.by: dict[str, Bound] = {}
        for side, (how, sharpest) in enumerate(SHARPER.items()):
            known = [Bound(day, row) for row in rows if (day := row.known[side]) is not None]
            if known:
                self.own[how] = sharpest(known, key=lambda each: each.day)
        self.printed = min((row.printed for row in rows if row.printed is not None), default=None)

    def day(self, how: str) -> int | None:
        """The day that its own mentions give on a side."""
        return self.own[how].day if how in self.own else None

    def best(self, how: str) -> Bound | None:
        """The sharpest bound on a side."""
        found = [each[how] for each in (self.own, self.by) if how in each]
        return SHARPER[how](found, key=lambda each: each.day) if found else None


def nodes_of(rows: Sequence[Row]) -> tuple[list[Node], dict[str, int]]:
    """The mentions of each claim together where their days meet, else each alone; and the node of each row."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        claims[row.claim].append(row)
    nodes: list[Node] = []
    for told in claims.values():
        together = Node(told)
        nodes += [Node([row]) for row in told] if _apart(together.own) else [together]
    return nodes, {row.id: k for k, node in enumerate(nodes) for row in node.rows}


def _apart(bounds: dict[str, Bound]) -> bool:
    return "after" in bounds and "before" in bounds and bounds["after"].day > bounds["before"].day


def set_aside_circles(edges: Sequence[Edge], count: int) -> None:
    """Mark what goes in a circle: what is left when all that nothing leads to, or that leads to nothing, is taken."""
    left = set(range(count))
    for how in SHARPER:
        left -= set(_sorted([edge for edge in edges if edge.inside(left)], sorted(left), how))
    for edge in edges:
        if edge.inside(left):
            edge.fault = "it goes in a circle"


def _sorted(edges: Iterable[Edge], nodes: Iterable[int], how: str) -> list[int]:
    """The nodes, each behind all that lead to it; those in or behind a circle are left out."""
    onward: dict[int, list[int]] = defaultdict(list)
    waiting: dict[int, int] = defaultdict(int)
    for edge in edges:
        onward[edge.other(how)].append(edge.end(how))
        waiting[edge.end(how)] += 1
    free = [node for node in nodes if not waiting[node]]
    for node in free:
        for target in onward[node]:
            waiting[target] -= 1
            if not waiting[target]:
                free.append(target)
    return free


def propagate(nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """The latest first day along what each node is after, the earliest last day along what it is before."""
    for how, sharpest in SHARPER.items():
        into: dict[int, list[Edge]] = defaultdict(list)
        for edge in edges:
            into[edge.end(how)].append(edge)
        for k in _sorted(edges, range(len(nodes)), how):
            bounds = [
                Bound(found.day, found.root, edge, found.steps + 1)
                for edge in into[k]
                if (found := nodes[edge.other(how)].best(how))
            ]
            nodes[k].by.pop(how, None)
            if bounds:
                nodes[k].by[how] = sharpest(bounds, key=lambda each: each.day)


def contradicts(before: Node, after: Node) -> bool:
    """Whether what comes first cannot have been by the last day of what comes after it, however the bounds arose."""
    first, last = before.best("after"), after.best("before")
    days = [day for day in (last.day if last else None, after.printed) if day is not None]
    return first is not None and bool(days) and first.day > min(days)
