"""One view of a result: chart, table and article linked both ways, filters, a day of knowledge, corrections.

`View` holds what is chosen and answers as DataFrames; in a notebook that runs widgets it is drawn by one, elsewhere it
shows itself as a still chart and a table.
"""

from __future__ import annotations

import base64
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit.charts.embed import picture
from toolkit.charts.timeline import chart
from toolkit.charts.words import clean, plural
from toolkit.linked import Result
from toolkit.notebook.choice import Choice, Searched
from toolkit.notebook.correcting import corrected, taken_back
from toolkit.notebook.explaining import Explanation, explain
from toolkit.notebook.frames import framed, table
from toolkit.report.tables import escape, tag
from toolkit.timeline.corrections import CorrectionError
from toolkit.timeline.known import as_known_on

if TYPE_CHECKING:
    from toolkit.notebook.bridge import Bridge
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

    result: Result
    choice: Choice
    searched: Searched
    selected_ids: tuple[str, ...]

    def __init__(self, result: Result, widget: bool | None = None) -> None:
        self.result = result
        self.choice = Choice()
        self.selected_ids = ()
        self._wanted = widget
        self._made: list[dict[str, str]] = []
        self.searched = Searched.of(result.events)

    @property
    def filtered(self) -> pd.DataFrame:
        """The rows of the event table that the filters leave, the day of knowledge among them."""
        return self.searched.chosen(self.choice)

    @property
    def selected(self) -> pd.DataFrame:
        """The selected rows of the event table, in its order; none where nothing is selected."""
        events = self.result.events
        return events[events["mention_id"].isin(self.selected_ids)].reset_index(drop=True)

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
        self.selected_ids = tuple(events.loc[found, "mention_id"])
        self._tell("selected", "detail")
        return self

    def explain(self) -> Explanation:
        """Why the first selected row says what it says. Raises ValueError where none is selected."""
        if not self.selected_ids:
            raise ValueError("nothing is selected; click a row or call select(mention_id)")
        return explain(self.result, self.selected_ids[0])

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
        self.searched = Searched.of(self.result.events)
        known = set(self.result.events["mention_id"])
        self.selected_ids = tuple(each for each in self.selected_ids if each in known)
        if self.choice.claim not in {"", *self.result.events["claim_id"]}:
            self.choice = self.choice.but({"claim": ""})
        self._tell("rows", "days", "choice", "shown", "counts", "selected", "detail", "undoable")
        if "_bridge" in self.__dict__:
            self._bridge.widget.chart = (
                ""  # the browser asks for a new one when it has heard that all is well
            )

    @property
    def widget(self) -> ExploreWidget:
        """The widget that draws the view; made when it is first shown."""
        return self._bridge.widget

    @cached_property
    def _bridge(self) -> Bridge:
        from toolkit.notebook.bridge import Bridge

        return Bridge(self)

    def _tell(self, *names: str) -> None:
        if "_bridge" in self.__dict__:
            self._bridge.tell(*names)

    @property
    def undoable(self) -> dict[str, str]:
        """The last correction that was made in this view; empty where there is none."""
        return self._made[-1] if self._made else {}

    def __repr__(self) -> str:
        counted = f"{len(self.filtered)} of {plural(len(self.result.events), 'mention')}"
        return f"<View of {self.result.corpus.name!r}: {counted}, {len(self.selected_ids)} selected>"

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
