"""Timelines out of news: what happened when, who says so, since when, and who disagrees.

Everything that a notebook needs is here by name and is imported when it is first used, so that ``import toolkit``
costs next to nothing:

>>> import toolkit as tk
>>> [expression.text for expression in tk.find_dates("They met on Tuesday.", published="2025-08-27")]
['Tuesday']
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from toolkit.model import Shown

if TYPE_CHECKING:
    from toolkit.auditing import audit as audit
    from toolkit.charts.embed import enable as enable
    from toolkit.charts.embed import save as save
    from toolkit.charts.ledger import ledger_chart as ledger_chart
    from toolkit.charts.map import map_chart as map_chart
    from toolkit.charts.timeline import chart as chart
    from toolkit.claims.attribution.attribute import attribute as attribute
    from toolkit.corpus.reading import Corpus as Corpus
    from toolkit.corpus.reading import read_corpus as read_corpus
    from toolkit.dates import Policy as Policy
    from toolkit.dates import find_dates as find_dates
    from toolkit.dates import resolve as resolve
    from toolkit.exports.formats import export as export
    from toolkit.fragility import sensitivity as sensitivity
    from toolkit.linked import Result as Result
    from toolkit.model import Article as Article
    from toolkit.model import TimeExpression as TimeExpression
    from toolkit.names.sources import sources as sources
    from toolkit.notebook.explaining import explain as explain
    from toolkit.notebook.view import explore as explore
    from toolkit.outputs import write_tables as write_tables
    from toolkit.pipeline import build as build
    from toolkit.pipeline import conflicts as conflicts
    from toolkit.pipeline import events as events
    from toolkit.pipeline import write_dataset as write_dataset
    from toolkit.record import copies as copies
    from toolkit.record import gaps as gaps
    from toolkit.record import positions as positions
    from toolkit.sealing.seal import seal as seal
    from toolkit.sealing.verify import verify as verify
    from toolkit.timeline.corrections import correct as correct
    from toolkit.timeline.diff import diff as diff
    from toolkit.timeline.edition import since_last as since_last
    from toolkit.timeline.findings import findings as findings
    from toolkit.timeline.hardened import hardened as hardened
    from toolkit.timeline.headline import headline as headline
    from toolkit.timeline.importance import importance as importance
    from toolkit.timeline.known import as_known_on as as_known_on
    from toolkit.timeline.ledger import ledger as ledger
    from toolkit.timeline.link import link as link
    from toolkit.timeline.order import by_order as by_order
    from toolkit.timeline.outlets import outlets as outlets
    from toolkit.timeline.storage import read_events as read_events
    from toolkit.timeline.table import typed as typed

__version__ = "0.1.0"

_HOMES = {
    "Article": "toolkit.model",
    "TimeExpression": "toolkit.model",
    "Result": "toolkit.linked",
    "Corpus": "toolkit.corpus.reading",
    "read_corpus": "toolkit.corpus.reading",
    "Policy": "toolkit.dates",
    "find_dates": "toolkit.dates",
    "resolve": "toolkit.dates",
    "attribute": "toolkit.claims.attribution.attribute",
    "audit": "toolkit.auditing",
    "events": "toolkit.pipeline",
    "export": "toolkit.exports.formats",
    "sensitivity": "toolkit.fragility",
    "sources": "toolkit.names.sources",
    "build": "toolkit.pipeline",
    "conflicts": "toolkit.pipeline",
    "copies": "toolkit.record",
    "gaps": "toolkit.record",
    "positions": "toolkit.record",
    "seal": "toolkit.sealing.seal",
    "verify": "toolkit.sealing.verify",
    "link": "toolkit.timeline.link",
    "by_order": "toolkit.timeline.order",
    "findings": "toolkit.timeline.findings",
    "headline": "toolkit.timeline.headline",
    "importance": "toolkit.timeline.importance",
    "since_last": "toolkit.timeline.edition",
    "outlets": "toolkit.timeline.outlets",
    "hardened": "toolkit.timeline.hardened",
    "as_known_on": "toolkit.timeline.known",
    "correct": "toolkit.timeline.corrections",
    "diff": "toolkit.timeline.diff",
    "ledger": "toolkit.timeline.ledger",
    "read_events": "toolkit.timeline.storage",
    "typed": "toolkit.timeline.table",
    "chart": "toolkit.charts.timeline",
    "ledger_chart": "toolkit.charts.ledger",
    "map_chart": "toolkit.charts.map",
    "enable": "toolkit.charts.embed",
    "save": "toolkit.charts.embed",
    "write_dataset": "toolkit.pipeline",
    "write_tables": "toolkit.outputs",
    "explain": "toolkit.notebook.explaining",
    "explore": "toolkit.notebook.view",
}

__all__ = sorted([*_HOMES, "__version__"])


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


def _form(value: object) -> str | None:
    """What notebooks show of a value of the toolkit."""
    found: str | None = import_module("toolkit.notebook.forms").form(value)
    return found


def _frame_form(frame: Any) -> str | None:
    """What notebooks show of a table: those of the toolkit in the columns that people read, others as pandas does."""
    found: str | None = import_module("toolkit.notebook.frames").frame_form(frame)
    return found or frame._repr_html_()


Shown.form = staticmethod(_form)
if _shell := getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)():
    _shell.display_formatter.formatters["text/html"].for_type_by_name("pandas", "DataFrame", _frame_form)
