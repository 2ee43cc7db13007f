"""Lines within lanes: each row gets the highest line on which it and its label touch nothing."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.charts.theme import CHARACTER, NARROW

LABELLED = 320  # with more rows than this there is no room to name each
GAP = 8  # pixels between two rows of one line, and from a mark to its label
SHORT = 150  # pixels: with less room than this on both sides a label lies over its line
DAY = pd.Timedelta(days=1)
Window = tuple[pd.Timestamp, pd.Timestamp]


def stack(rows: pd.DataFrame, window: Window, last: str) -> tuple[pd.DataFrame, pd.DataFrame, float]:
    """Rows with `line`, `label`, `label_side`, `label_at`; lanes with top, bottom and count; the number of lines.

    Lanes come by their number of rows, the lane `last` last. Rows are placed in the order of their days, so that
    the same rows in any order give the same lines.
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
        placed, depth = _lines(lane, window, named)
        # The lane's name has the first line to itself.
        lane["line"] = [top + 1.5 + line for line, _, _ in placed]
        lane["label"] = [label for _, label, _ in placed]
        lane["label_side"] = [side for _, _, side in placed]
        # A label over its line ends where the line does, or where the window does.
        edges = lane["right"].where(lane["right"] < window[1], window[1])
        lane["label_at"] = lane["left"].where(lane["label_side"] == "left", edges)
        bottom = top + 1.25 + depth
        table.append({"lane": name, "top": top, "bottom": bottom, "count": len(lane), "odd": len(table) % 2})
        top = bottom
        pieces.append(lane)
    stacked = (
        pd.concat(pieces) if pieces else rows.assign(line=0.0, label_side="right", label_at=rows["right"])
    )
    return stacked, pd.DataFrame(table, columns=["lane", "top", "bottom", "count", "odd"]), max(top, 3.0)


def _lines(lane: pd.DataFrame, window: Window, named: bool) -> tuple[list[tuple[int, str, str]], int]:
    ends: list[float] = []  # the pixel at which each line is free again
    placed = []
    for first, last, text in zip(lane["left"], lane["right"], lane["label"], strict=True):
        left, right = _pixel(first, window), _pixel(last, window)
        label, side = _beside(text, left, NARROW - right) if named else ("", "right")
        width = len(label) * CHARACTER + 2 * GAP if label else 0
        left -= width if side == "left" else 0
        right += width if side == "right" else 0
        line = next((index for index, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[line : line + 1] = [right]
        placed.append((line, label, side))
    return placed, len(ends)


def _beside(label: str, left: float, right: float) -> tuple[str, str]:
    """The label and its side: right if there is room, else left, else cut to what fits, else over the line.

    >>> _beside("A short label", 300, 300), _beside("A short label", 300, 20), _beside("A short label", 90, 90)
    (('A short label', 'right'), ('A short label', 'left'), ('A short label', 'over'))
    >>> _beside("A label that is much too long for its place", 180, 100)
    ('A label that is much too lo…', 'left')
    """
    width = len(label) * CHARACTER + 2 * GAP
    if right >= width:
        return label, "right"
    if left >= width:
        return label, "left"
    room, side = max((left, "left"), (right, "right"))
    if room < SHORT:
        return label, "over"
    return label[: int((room - 2 * GAP) / CHARACTER) - 1] + "…", side


def _pixel(moment: pd.Timestamp, window: Window) -> float:
    """Where a moment lies in the narrowest plot; what is outside lies on its edge."""
    share = (moment - window[0]) / (window[1] - window[0])
    return min(max(share, 0.0), 1.0) * NARROW
