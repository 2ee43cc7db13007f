"""Lines within lanes: each row gets the highest line on which it and its label touch nothing.

What one source says of one claim stands on one line, however often it is printed.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.charts.theme import CHARACTER, NARROW
from toolkit.timeline.wording import same_source

LABELLED = 320  # with more rows than this there is no room to name each
GAP = 8  # pixels between two rows of one line, and from a mark to its label
SHORT = 150  # pixels: with less room than this on both sides a label lies over its line
DAY = pd.Timedelta(days=1)
Window = tuple[pd.Timestamp, pd.Timestamp]


def stack(rows: pd.DataFrame, window: Window, last: str) -> tuple[pd.DataFrame, pd.DataFrame, float]:
    """Rows with `line`, `label`, `label_side`, `label_at`, `first`; lanes with top, bottom, count; the number of lines.

    Lanes come by their number of rows, the lane `last` last. Rows are placed in the order of their days, so that
    the same rows in any order give the same lines. Of the rows that share a line the first printed is `first`, and the
    label tells their number.
    """
    named = len(rows) <= LABELLED
    sizes = rows["lane"].value_counts()
    lanes = sorted(sizes.index, key=lambda name: (name == last, -sizes[name], name))
    order = rows.sort_values(["mark", "said", "published", "label", "mention_id"], kind="stable")
    pieces: list[pd.DataFrame] = []
    table: list[dict[str, Any]] = []
    top = 0.0
    for name in lanes:
        lane = order[order["lane"] == name].copy()
        told = _told_again(lane)
        first = ~told.duplicated()
        for column, reach in (("left", "min"), ("right", "max")):
            lane[column] = lane.groupby(told)[column].transform(reach)
        times = told.map(told.value_counts())
        lane["times"] = [f" ×{number}" if number > 1 else "" for number in times]
        placed, depth = _lines(lane[first], window, named)
        # The lane's name has the first line to itself.
        places = dict(zip(told[first], placed, strict=True))
        lane["line"] = [top + 1.5 + places[number][0] for number in told]
        lane["label"] = [places[number][1] for number in told]
        lane["label_side"] = [places[number][2] for number in told]
        lane["first"] = first
        # A label over its line ends where the line does, or where the window does.
        edges = lane["right"].where(lane["right"] < window[1], window[1])
        lane["label_at"] = lane["left"].where(lane["label_side"] == "left", edges)
        bottom = top + 1.25 + depth
        table.append({"lane": name, "top": top, "bottom": bottom, "count": len(lane), "odd": len(table) % 2})
        top = bottom
        pieces.append(lane)
    stacked = (
        pd.concat(pieces)
        if pieces
        else rows.assign(line=0.0, label_side="right", label_at=rows["right"], first=True)
    )
    return stacked, pd.DataFrame(table, columns=["lane", "top", "bottom", "count", "odd"]), max(top, 3.0)


def _told_again(lane: pd.DataFrame) -> pd.Series[int]:
    """A number for each row, the same for those in which one source says the same of one claim."""
    groups: dict[tuple[Any, ...], list[tuple[int, str, str, str]]] = {}
    numbers = []
    told = zip(
        *(
            lane[name]
            for name in ("claim_id", "standing", "happened", "mark", "claimant", "claimant_side", "source")
        ),
        strict=True,
    )
    for number, (claim, standing, happened, mark, who, side, source) in enumerate(told):
        known = groups.setdefault((claim or number, standing, happened, mark), [])
        same = (
            first
            for first, name, its, called in known
            if name == who or called == source != "" or same_source(name, its, who, side)
        )
        numbers.append(next(same, number))
        if numbers[-1] == number:
            known.append((number, who, side, source))
    return pd.Series(numbers, index=lane.index)


def _lines(lane: pd.DataFrame, window: Window, named: bool) -> tuple[list[tuple[int, str, str]], int]:
    ends: list[float] = []  # the pixel at which each line is free again
    placed = []
    for first, last, text, times in zip(
        lane["left"], lane["right"], lane["label"], lane["times"], strict=True
    ):
        left, right = _pixel(first, window), _pixel(last, window)
        label, side = _beside(text, left, NARROW - right, times) if named else ("", "right")
        width = len(label) * CHARACTER + 2 * GAP if label else 0
        left -= width if side == "left" else 0
        right += width if side == "right" else 0
        line = next((index for index, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[line : line + 1] = [right]
        placed.append((line, label, side))
    return placed, len(ends)


def _beside(label: str, left: float, right: float, times: str = "") -> tuple[str, str]:
    """The label and its side: right if there is room, else left, else cut to what fits, else over the line. How many
    `times` it was told (" ×3") stays whole.

    >>> _beside("A short label", 300, 300), _beside("A short label", 300, 20), _beside("A short label", 90, 90)
    (('A short label', 'right'), ('A short label', 'left'), ('A short label', 'over'))
    >>> _beside("A label that is much too long for its place", 180, 100)
    ('A label that is much too lo…', 'left')
    """
    width = len(label + times) * CHARACTER + 2 * GAP
    if right >= width:
        return label + times, "right"
    if left >= width:
        return label + times, "left"
    room, side = max((left, "left"), (right, "right"))
    if room < SHORT:
        return label + times, "over"
    return label[: int((room - 2 * GAP) / CHARACTER) - 1 - len(times)] + "…" + times, side


def _pixel(moment: pd.Timestamp, window: Window) -> float:
    """Where a moment lies in the narrowest plot; what is outside lies on its edge."""
    share = (moment - window[0]) / (window[1] - window[0])
    return min(max(share, 0.0), 1.0) * NARROW
