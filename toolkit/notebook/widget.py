"""The part of the view that lives in the browser: a widget of its own, without a network."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
SCRIPTS = ("dom.js", "filters.js", "table.js", "article.js", "chart.js", "view.js")


@cache
def script() -> str:
    """The module of the view: its files one after another, of which the last exports `render`."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)


@cache
def style() -> str:
    return (HERE / "view.css").read_text(encoding="utf-8")


class ExploreWidget(anywidget.AnyWidget):
    """What is sent to the browser, and what comes back: `choice` and `selected` are set on both sides."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode("").tag(sync=True)
    rows = traitlets.Dict().tag(sync=True)
    days: traitlets.List[Any] = traitlets.List().tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    shown: traitlets.List[Any] = traitlets.List().tag(sync=True)
    counts = traitlets.Dict().tag(sync=True)
    choice = traitlets.Dict().tag(sync=True)
    selected: traitlets.List[Any] = traitlets.List().tag(sync=True)
    detail = traitlets.Dict().tag(sync=True)
    chart = traitlets.Unicode("").tag(sync=True)
    map = traitlets.Unicode("").tag(sync=True)
    vega = traitlets.Unicode("").tag(sync=True)
    undoable = traitlets.Unicode("").tag(sync=True)
    locked = traitlets.Unicode("").tag(sync=True)
