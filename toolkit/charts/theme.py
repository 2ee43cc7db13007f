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
    """How one standing is drawn, and what it means to a reader. `shape` is a Vega symbol or an SVG path."""

    name: str
    colour: str
    shape: str
    meaning: str


STANDINGS: tuple[Mark, ...] = (
    Mark("claimed", "#E69F00", "triangle-up", "said by the side that gains from it"),
    Mark("reported", "#56B4E9", "circle", "told by a third party, or in the outlet's own voice"),
    Mark("confirmed", "#009E73", "square", "granted by the side that loses, or by an observer with evidence"),
    Mark("denied", "#D55E00", "cross", "rejected"),
    Mark("unconfirmed", "#CC79A7", "diamond", "said to be not confirmed or not verifiable"),
)
OTHER = Mark("other", "#7F7F7F", "circle", "with a standing of another name")

# The two ticks differ in form, not only in tone: a plain stroke, and a stroke with serifs.
SAID = "M0,-1L0,1"
PUBLISHED = "M-.42,-1L.42,-1M0,-1L0,1M-.42,1L.42,1"
CLOCKS = {"said": SAID, "published": PUBLISHED}

INK = "#1b1f24"
MUTED = "#59636e"
HAIR = "#9aa4af"
FAINT = "#d5dae0"
BAND = "#f4f6f8"
PAPER = "#ffffff"

# Only fonts that a system already has; vl-convert takes the first of these that it finds for SVG and PNG.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

WIDTH = 1000
NARROW = 740  # the width for which labels are placed: what has room there has room on a wider page
TEXT = 11
CHARACTER = 5.8  # mean width of a character at TEXT pixels, on the generous side


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


def config() -> dict[str, Any]:
    """The Vega-Lite `config` of every chart of the toolkit, as a dict."""
    return {
        "background": PAPER,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelColor": MUTED,
            "labelFontSize": TEXT,
            "titleColor": MUTED,
            "titleFontSize": TEXT,
            "titleFontWeight": "normal",
            "domainColor": FAINT,
            "tickColor": FAINT,
            "gridColor": FAINT,
            "gridDash": [2, 3],
        },
        "legend": {
            "labelColor": INK,
            "labelFontSize": 12,
            "titleColor": MUTED,
            "titleFontSize": 11,
            "titleLimit": 0,
            "titleFontWeight": "normal",
            "symbolSize": 110,
            "symbolStrokeWidth": 1,
            "columnPadding": 14,
        },
        "title": {
            "anchor": "start",
            "color": INK,
            "fontSize": 18,
            "fontWeight": 600,
            "subtitleColor": MUTED,
            "subtitleFontSize": 12,
            "subtitlePadding": 6,
            "offset": 12,
        },
    }
