"""Between a view and its widget: what the browser is told of the view, what it has chosen, what it asks for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from toolkit.charts.embed import bundle
from toolkit.charts.embed import style as chart_style
from toolkit.charts.map import map_chart
from toolkit.charts.timeline import chart
from toolkit.notebook import payload
from toolkit.notebook.choice import FACETS, Choice
from toolkit.notebook.correcting import FIELDS, table_of
from toolkit.notebook.explaining import read_as, row_of
from toolkit.notebook.widget import ExploreWidget, script, style
from toolkit.timeline.corrections import CorrectionError
from toolkit.timeline.importance import importance

if TYPE_CHECKING:
    from toolkit.notebook.view import View


def _choice(view: View) -> dict[str, Any]:
    return {name: list(value) if name in FACETS else value for name, value in asdict(view.choice).items()}


def _counts(view: View) -> dict[str, list[list[Any]]]:
    counts = view.searched.counts(view.choice)
    return {name: [list(each) for each in values] for name, values in counts.items()}


def _detail(view: View) -> dict[str, Any]:
    ids = view.selected_ids
    return payload.detail(view.result, row_of(view.result.events, ids[0])) if ids else {}


def _locked(view: View) -> str:
    """Why nothing can be corrected; empty where it can."""
    try:
        table_of(view.result)
    except CorrectionError as error:
        return str(error)
    return ""


def _map(view: View) -> str:
    """The map of what has a place; empty where nothing has."""
    events = view.result.events
    return "" if events["latitude"].isna().all() else json.dumps(map_chart(events).to_dict())


def _chart(view: View) -> str:
    """The chart of all rows, its lines in the order of the page; empty where there are none."""
    result = view.result
    if not len(result.events):
        return ""
    weights = importance(result.ledger, result.positions).set_axis(result.ledger["claim_id"])
    return json.dumps(chart(result.events, importance=weights).to_dict())


TOLD: dict[str, Callable[[View], Any]] = {
    "rows": lambda view: payload.rows(view.result.events),
    "days": lambda view: payload.days(view.result.events),
    "choice": _choice,
    "shown": lambda view: [at for at, kept in enumerate(view.searched.mask(view.choice).tolist()) if kept],
    "counts": _counts,
    "selected": lambda view: list(view.selected_ids),
    "detail": _detail,
    "undoable": lambda view: " = ".join(view.undoable[name] for name in ("field", "value") if view.undoable),
    "locked": _locked,
}
"""Trait of the widget -> what it says of the view; `shown` are positions of rows."""
DRAWN: dict[str, Callable[[View], Any]] = {
    "vega": lambda view: bundle(),
    "map": _map,
    "chart": _chart,
}
"""The same of the charts, which take a second or two: they are told when the browser asks, after table and text."""


class Bridge:
    """The widget of a view, and what passes between them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.widget = ExploreWidget(
            _esm=script(),
            _css=style() + chart_style(),
            name=view.result.corpus.name,
            look=payload.look(),
            fields=list(FIELDS),
            **{name: of(view) for name, of in TOLD.items()},
        )
        self.widget.observe(self.heard, names=["choice", "selected"])
        self.widget.on_msg(self.asked)

    def tell(self, *names: str) -> None:
        """Send what has changed, all of it at once."""
        with self.widget.hold_sync():
            for name in names:
                setattr(self.widget, name, (TOLD | DRAWN)[name](self.view))

    def heard(self, change: Any) -> None:
        """The browser has chosen or selected."""
        name, new = change["name"], change["new"]
        if new == TOLD[name](self.view):
            return
        if name == "choice":
            self.view.choice = Choice().but(new)
            self.tell("shown", "counts")
        else:
            known = set(self.view.result.events["mention_id"])
            self.view.selected_ids = tuple(each for each in new if each in known)
            self.tell("detail")

    def asked(self, widget: Any, message: dict[str, Any], _: object) -> None:
        """The browser asks for something to be done; the answer is a line, good or bad."""
        ask = message.get("ask", "")
        try:
            answer = self.done(message)
        except Exception as error:  # whatever it is, it is told where it was asked for
            widget.send({"answer": ask, "failed": True, "line": str(error) or repr(error)})
        else:
            widget.send({"answer": ask, "failed": False, **answer})

    def done(self, message: dict[str, Any]) -> dict[str, Any]:
        view = self.view
        if message["ask"] == "chart":
            self.tell(*DRAWN)
            return {"line": ""}
        if message["ask"] == "reading":
            return {"line": "", "lines": read_as(view.result, str(message["id"])), "id": message["id"]}
        if message["ask"] == "undo":
            field = view.undoable.get("field")
            view.undo()
            return {"line": f"The correction of {field} was taken back."}
        row, value = message["row"], str(message["row"]["value"]).strip()
        given = {name: str(row[name]).strip() for name in ("reason", "by", "on")}
        view.correct(str(row["id"]), str(row["field"]), value, claim=row["claim"] is True, **given)
        return {"line": f"{row['field']} is now {value or 'empty'}: written to {table_of(view.result).name}."}
