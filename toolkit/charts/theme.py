"""How everything that is drawn looks: colours, shapes, type and sizes, in one place.

The colours are Okabe and Ito's (2008), which stay apart for colour-blind readers; each standing has a shape
of its own as well, so that a chart printed in grey can still be read. Symbols carry a dark rim, because the
lighter colours alone have too little contrast on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """How one standing is drawn, and what it means to a reader. `shape` is a Vega symbol or an SVG path;
    `words` are those of a key, where the name alone says too much."""

    name: str
    colour: str
    shape: str
    meaning: str
    words: str = ""


STANDINGS: tuple[Mark, ...] = (
    Mark("claimed", "#E69F00", "triangle-up", "said by the side that gains from it"),
    Mark("reported", "#56B4E9", "circle", "told by a third party, or in the outlet's own voice"),
    Mark("confirmed", "#009E73", "square", "granted by the side that loses, or by an observer with evidence"),
    Mark(
        "denied",
        "#D55E00",
        "cross",
        "rejected by a party, which makes it disputed and not false",
        "denied by a party",
    ),
    Mark("unconfirmed", "#CC79A7", "diamond", "said to be not confirmed or not verifiable"),
)
DISPUTED = "#8b929a"  # of what somebody denies
OTHER = Mark("other", "#7F7F7F", "circle", "with a standing of another name")

INK = "#1b1f24"
MUTED = "#59636e"
HAIR = "#9aa4af"
FAINT = "#d5dae0"
BAND = "#f4f6f8"
PAPER = "#ffffff"

# Only fonts that a system already has; vl-convert takes the first of these that it finds for SVG and PNG.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

WIDTH = 1120  # of a whole chart, the labels included
LABELS = 330  # of the column of labels at the left
PLOT = WIDTH - LABELS
TEXT = 11

DARK = {
    INK: "#e8ebee",
    MUTED: "#a7b0ba",
    HAIR: "#6b7682",
    FAINT: "#3b434c",
    BAND: "#22282e",
    PAPER: "#15191d",
}
"""What a page that is read in the dark puts in place of each tone; the colours of the standings suit both."""


def standing_names() -> list[str]:
    """The standings in the order in which legends and tables show them.

    >>> standing_names()[0]
    'claimed'
    """
    return [mark.name for mark in STANDINGS]


def mark_of(standing: str) -> Mark:
    """The mark of a standing; an unknown name gets a grey circle rather than an error.

    >>> mark_of("denied").shape
    'cross'
    >>> mark_of("rumoured").name
    'other'
    """
    return next((mark for mark in STANDINGS if mark.name == standing), OTHER)


def legend_words(name: str) -> str:
    """The words of a standing in a key, as an expression of Vega over the expression that names it.

    >>> legend_words("datum.standing")
    "datum.standing === 'denied' ? 'denied by a party' : datum.standing"
    """
    told = (f"{name} === '{mark.name}' ? '{mark.words}' : " for mark in STANDINGS if mark.words)
    return f"{''.join(told)}{name}"


AXIS: dict[str, Any] = {
    "labelColor": MUTED,
    "labelFont": FONT,
    "labelFontSize": TEXT,
    "domainColor": FAINT,
    "tickColor": FAINT,
    "gridColor": FAINT,
    "gridDash": [2, 3],
    "title": None,
}
LEGEND: dict[str, Any] = {
    "labelColor": INK,
    "labelFont": FONT,
    "labelFontSize": 12,
    "titleColor": MUTED,
    "titleFont": FONT,
    "titleFontSize": TEXT,
    "titleFontWeight": "normal",
    "titleLimit": 0,
    "symbolSize": 110,
    "symbolStrokeWidth": 1,
    "columnPadding": 14,
    "orient": "top",
    "direction": "horizontal",
}
TITLE: dict[str, Any] = {
    "anchor": "start",
    "color": INK,
    "font": FONT,
    "fontSize": 18,
    "fontWeight": 600,
    "subtitleColor": MUTED,
    "subtitleFont": FONT,
    "subtitleFontSize": 12,
    "subtitlePadding": 6,
    "offset": 12,
}
"""The look of axes, legends and titles. It is set where they are made and not as Vega-Lite's `config`, which no chart
may have that is joined with others."""
