"""One view of a result: chart, table and article linked both ways, filters, a day of knowledge, corrections.

`View` holds what is chosen and answers as DataFrames; in a notebook that runs widgets it is drawn by one, elsewhere it
shows itself as a still chart and a table.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import asdict
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit.charts.embed import bundle, picture
from toolkit.charts.embed import style as chart_style
from toolkit.charts.timeline import chart
from toolkit.charts.words import clean, plural
from toolkit.linked import Result
from toolkit.notebook import payload
from toolkit.notebook.choice import FACETS, Choice, Searched
from toolkit.notebook.correcting import FIELDS, corrected, table_of, taken_back
from toolkit.notebook.explaining import Explanation, explain, read_as, row_of
from toolkit.notebook.forms import framed, table
from toolkit.report.tables import escape, tag
from toolkit.timeline.corrections import CorrectionError
from toolkit.timeline.known import as_known_on

if TYPE_CHECKING:
    from toolkit.notebook.widget import ExploreWidget

WIDGET = "application/vnd.jupyter.widget-view+json"


def explore(result: Result, widget: bool | None = None, **filters: Any) -> View:
    """Look at a result: a chart, a table and the articles in one view, linked both ways.

    `filters` are those of `View.filter` to begin with. `widget` says whether to draw it as a widget; by default that
    is done where a person looks at the notebook, and what papermill and nbconvert run gets a still chart and a table.
    Raises ValueError for what is no result and for an unknown filter.

    >>> import toolkit as tk
    >>> view = explore(tk.build(tk.Corpus("empty", ".", ())), side="Ukraine")
    >>> len(view.filtered), view.selected.empty
    (0, True)
    """
    if not isinstance(result, Result):
        raise ValueError(
            f"explore takes what build gives, not {type(result).__name__}: tk.explore(tk.build(folder))"
        )
    return View(result, widget).filter(**filters)


class View:
    """What is seen of a result. `result` is the result with the corrections that were made in the view.

    `filtered`, `selected` and `as_known_on` are parts of `result.events`: the rows that the filters leave, those that
    are selected, those that were in print by the day of the slider.
    """

    def __init__(self, result: Result, widget: bool | None = None) -> None:
        self.result = result
        self.choice = Choice()
        self._selected: tuple[str, ...] = ()
        self._wanted = widget
        self._made: list[dict[str, str]] = []
        self._searched = Searched.of(result.events)

    @property
    def filtered(self) -> pd.DataFrame:
        """The rows of the event table that the filters leave, the day of knowledge among them."""
        return self._searched.chosen(self.choice)

    @property
    def selected(self) -> pd.DataFrame:
        """The selected rows of the event table, in its order; none where nothing is selected."""
        events = self.result.events
        return events[events["mention_id"].isin(self._selected)].reset_index(drop=True)

    @property
    def as_known_on(self) -> pd.DataFrame:
        """All rows that were in print by the day of the slider; give them to `tk.ledger` for the state of that day."""
        events = self.result.events
        return as_known_on(events, self.choice.known_on) if self.choice.known_on else events

    @property
    def known_on(self) -> str:
        """The day of the slider as YYYY-MM-DD, empty for all that is known."""
        return self.choice.known_on

    @property
    def chart(self) -> Any:
        """The chart of the filtered rows, an ordinary altair chart."""
        return chart(self.filtered, title=clean(self.result.corpus.name, 120))

    def filter(self, **changes: Any) -> View:
        """Change filters: side, outlet, kind, standing, place (one value or several), text, claim, known_on; nothing
        (None or "") takes a filter off. Raises ValueError for another name or a day that is none."""
        self.choice = self.choice.but(changes)
        self._tell("choice", "shown", "counts")
        return self

    def clear(self) -> View:
        """Take all filters off."""
        self.choice = Choice()
        self._tell("choice", "shown", "counts")
        return self

    def select(self, *identities: str) -> View:
        """Select mentions by their ids, or all mentions of claims by theirs; without any, nothing is selected.

        Raises ValueError for an id that is not in the table.
        """
        events = self.result.events
        found = events["mention_id"].isin(identities) | events["claim_id"].isin(identities)
        known = {*events["mention_id"], *events["claim_id"]}
        if unknown := [each for each in identities if each not in known]:
            raise ValueError(
                f"no mention and no claim {unknown[0]!r}; the ids stand in mention_id and claim_id"
            )
        self._selected = tuple(events.loc[found, "mention_id"])
        self._tell("selected", "detail")
        return self

    def explain(self) -> Explanation:
        """Why the first selected row says what it says. Raises ValueError where none is selected."""
        if not self._selected:
            raise ValueError("nothing is selected; click a row or call select(mention_id)")
        return explain(self.result, self._selected[0])

    def correct(
        self, identity: str, field: str, value: str, *, reason: str, by: str, on: str, claim: bool = False
    ) -> View:
        """Correct one field of a mention (of a claim, with `claim`) in the corpus's corrections.csv and, at once, in
        the tables of `result`, which are linked anew. The rest is as in `toolkit.correct`.

        Raises CorrectionError where that cannot be; nothing is written then.
        """
        self.result, row = corrected(
            self.result, identity, field, value, reason=reason, by=by, on=on, claim=claim
        )
        self._made.append(row)
        self._renew()
        return self

    def undo(self) -> View:
        """Take back the last correction that was made in this view. Raises CorrectionError where there is none."""
        if not self._made:
            raise CorrectionError("no correction was made in this view")
        self.result = taken_back(self.result, self._made[-1])
        del self._made[-1]
        self._renew()
        return self

    def _renew(self) -> None:
        self._searched = Searched.of(self.result.events)
        known = set(self.result.events["mention_id"])
        self._selected = tuple(each for each in self._selected if each in known)
        if self.choice.claim not in {"", *self.result.events["claim_id"]}:
            self.choice = self.choice.but({"claim": ""})
        self._tell("rows", "days", "choice", "shown", "counts", "selected", "detail", "undoable")
        self._tell("map", "chart")

    # What the browser is told and what it asks for.

    @cached_property
    def widget(self) -> ExploreWidget:
        """The widget that draws the view; made when it is first shown."""
        from toolkit.notebook.widget import ExploreWidget, script, style

        once = {
            "_esm": script(),
            "_css": style() + chart_style(),
            "name": self.result.corpus.name,
            "look": payload.look(),
            "fields": list(FIELDS),
        }
        told = ("rows", "days", "choice", "shown", "counts", "selected", "detail", "undoable", "locked")
        drawn = ExploreWidget(**once, **{name: getattr(self, f"_{name}_now")() for name in told})
        drawn.observe(self._heard, names=["choice", "selected"])
        drawn.on_msg(self._asked)
        return drawn

    def _tell(self, *names: str) -> None:
        """Send what has changed, all of it at once."""
        if drawn := self.__dict__.get("widget"):
            with drawn.hold_sync():
                for name in names:
                    setattr(drawn, name, getattr(self, f"_{name}_now")())

    def _heard(self, change: Any) -> None:
        """The browser has chosen or selected."""
        if change["name"] == "choice" and change["new"] != self._choice_now():
            self.choice = Choice().but(change["new"])
            self._tell("shown", "counts")
        elif change["name"] == "selected" and change["new"] != self._selected_now():
            known = set(self.result.events["mention_id"])
            self._selected = tuple(each for each in change["new"] if each in known)
            self._tell("detail")

    def _asked(self, drawn: Any, message: dict[str, Any], _: object) -> None:
        """The browser asks for something to be done; the answer is a line, good or bad."""
        try:
            answer = self._done(message)
        except Exception as error:  # whatever it is, it is told where it was asked for
            drawn.send({"answer": message.get("ask", ""), "failed": True, "line": str(error) or repr(error)})
        else:
            drawn.send({"answer": message.get("ask", ""), "failed": False, **answer})

    def _done(self, message: dict[str, Any]) -> dict[str, Any]:
        if message["ask"] == "undo":
            field = self._made[-1]["field"] if self._made else ""
            self.undo()
            return {"line": f"The correction of {field} was taken back."}
        if message["ask"] == "chart":
            self._tell("vega", "map", "chart")
            return {"line": ""}
        if message["ask"] == "reading":
            return {"line": "", "lines": read_as(self.result, str(message["id"])), "id": message["id"]}
        row, value = message["row"], str(message["row"]["value"]).strip()
        given = {name: str(row[name]).strip() for name in ("reason", "by", "on")}
        self.correct(str(row["id"]), str(row["field"]), value, claim=row["claim"] is True, **given)
        return {"line": f"{row['field']} is now {value or 'empty'}: written to {table_of(self.result).name}."}

    def _rows_now(self) -> dict[str, list[str]]:
        return payload.rows(self.result.events)

    def _days_now(self) -> list[str]:
        return payload.days(self.result.events)

    def _choice_now(self) -> dict[str, Any]:
        return {name: list(value) if name in FACETS else value for name, value in asdict(self.choice).items()}

    def _shown_now(self) -> list[int]:
        """The positions of the rows that are chosen."""
        return [at for at, kept in enumerate(self._searched.mask(self.choice).tolist()) if kept]

    def _counts_now(self) -> dict[str, list[list[Any]]]:
        counts = self._searched.counts(self.choice)
        return {name: [list(each) for each in values] for name, values in counts.items()}

    def _selected_now(self) -> list[str]:
        return list(self._selected)

    def _detail_now(self) -> dict[str, Any]:
        return (
            payload.detail(self.result, row_of(self.result.events, self._selected[0]))
            if self._selected
            else {}
        )

    def _undoable_now(self) -> str:
        return f"{self._made[-1]['field']} = {self._made[-1]['value']}" if self._made else ""

    def _locked_now(self) -> str:
        """Why nothing can be corrected; empty where it can."""
        try:
            table_of(self.result)
        except CorrectionError as error:
            return str(error)
        return ""

    def _map_now(self) -> str:
        """The map of what has a place, where the toolkit has maps."""
        events = self.result.events
        if not find_spec("toolkit.charts.map") or events["latitude"].isna().all():
            return ""
        return json.dumps(import_module("toolkit.charts.map").map_chart(events).to_dict())

    def _vega_now(self) -> str:
        return bundle()

    def _chart_now(self) -> str:
        return json.dumps(chart(self.result.events).to_dict()) if len(self.result.events) else ""

    # How a notebook shows it.

    def __repr__(self) -> str:
        counted = f"{len(self.filtered)} of {plural(len(self.result.events), 'mention')}"
        return f"<View of {self.result.corpus.name!r}: {counted}, {len(self._selected)} selected>"

    def _repr_html_(self) -> str:
        """A still chart and the first rows, for where no widget runs."""
        return self._still(drawn=True)

    def _still(self, drawn: bool) -> str:
        rows = self.filtered
        heading = f"{self.result.corpus.name}: {plural(len(rows), 'mention')}"
        heading += f", as known on {self.known_on}" if self.known_on else ""
        image = _image(self.chart.to_dict()) if drawn and len(rows) else ""
        return framed(tag("h3", escape(heading)) + image + table(rows, "mention"))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        shown: dict[str, Any] = {"text/plain": repr(self)}
        if self._wanted if self._wanted is not None else is_watched():
            view = {"version_major": 2, "version_minor": 0, "model_id": self.widget.model_id}
            return shown | {WIDGET: view, "text/html": self._still(drawn=False)}
        return shown | {"text/html": self._repr_html_()}


def _image(spec: dict[str, Any]) -> str:
    still = base64.b64encode(picture(spec).encode()).decode()
    words = escape(spec.get("description", ""), 4000)
    return f'<img alt="{words}" src="data:image/svg+xml;base64,{still}" style="max-width: 100%; background: #fff">'


def is_watched() -> bool:
    """Whether a person's notebook asked for the running cell: such ask with the cell's id, and what runs notebooks
    through (nbclient, papermill) does not."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    kernel = getattr(shell, "kernel", None)
    if kernel is None:
        return False
    return "cellId" in kernel.get_parent("shell").get("metadata", {})
