"""The report as a PDF to send on: two pages of findings, chart and contradictions, then every claim as an appendix."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.charts.words import clean, day_text, history, label_of, plural, printed_in
from toolkit.exports.links import link_to, web
from toolkit.report.claims import passages
from toolkit.report.conflicts import asked, opposed, speaker, state
from toolkit.report.heading import Built, Opening, basis, warnings
from toolkit.report.tables import Row
from toolkit.timeline.importance import most_important_first
from toolkit.timeline.staging import own_folder
from toolkit.timeline.table import records

TEMPLATE = Path(__file__).parent / "brief.typ"
DISPUTES = 3  # on the first pages
DRAWN = 14  # claims in the chart there
METHOD = (
    "Every date is resolved against the day on which its article was published, by rules that can be read; a month "
    "stays a month, and what cannot be resolved stays open.",
    "Claimed is what the side says that gains from it, reported what a third party or the outlet itself says, "
    "confirmed what the losing side or an observer with evidence grants, denied and unconfirmed what they reject or "
    "do not confirm.",
    "Rules miss what they have no words for: before printing, go back to the quote.",
)


def brief(result: Built, target: str | Path, first: Opening, doubted: pd.DataFrame | None = None) -> Path:
    """Write the brief of a run as a tagged PDF without dates of its own: the same tables give the same bytes.

    `first` is the `opening` of the run. Raises ValueError where typst, an optional package, is not installed.
    """
    try:
        import typst
    except ImportError:
        raise ValueError(
            "pdf: the package typst is not installed; install it with: pip install 'timeline-toolkit[pdf]'"
        ) from None
    from toolkit.charts.embed import as_pdf, picture
    from toolkit.charts.timeline import chart as drawn

    ranked = most_important_first(result.ledger, result.positions)
    top = result.events[result.events["claim_id"].isin(ranked["claim_id"].head(DRAWN))]
    weights = ranked.set_index("claim_id")["weight"]
    spec = drawn(top, importance=weights).to_dict() if len(top) else {}
    told = _data(result, ranked, first, doubted) | {
        "chart": bool(spec),
        "chart_text": str(spec.get("description", "")),
    }
    with own_folder("timeline-brief", tempfile.gettempdir()) as folder:
        shutil.copy(TEMPLATE, folder / TEMPLATE.name)
        (folder / "brief.json").write_text(json.dumps(told), encoding="utf-8")
        if spec:
            (folder / "chart.pdf").write_bytes(as_pdf(picture(spec)))
        made = typst.compile(str(folder / TEMPLATE.name), root=str(folder))
    path = Path(target)
    path.write_bytes(made)
    return path


def _data(
    result: Built, ranked: pd.DataFrame, first: Opening, doubted: pd.DataFrame | None
) -> dict[str, Any]:
    """What the template shows, as text."""
    labels = {row["claim_id"]: label_of(row) for row in records(result.ledger)}
    told = passages(result.events)
    questions = [
        list(rows) for _, rows in groupby(records(result.positions), key=lambda row: row["question"])
    ]
    return {
        "title": first.title,
        "basis": basis(result),
        "findings": [one.text for one in first.main],
        "apart": [one.text for one in first.apart],
        "warnings": [words for words, *_ in warnings(result, doubted)],
        "disputes": [_dispute(rows, labels, result.conflicts) for rows in questions[:DISPUTES]],
        "claims": [_claim(row, told[row["claim_id"]]) for row in records(ranked)],
        "articles": [
            _article(row) for row in records(result.articles.sort_values(["published", "article_id"]))
        ],
        "method": list(METHOD),
    }


def _dispute(rows: Sequence[Row], labels: Mapping[str, str], conflicts: pd.DataFrame) -> dict[str, Any]:
    return {
        "label": labels.get(rows[0]["claim_id"]) or label_of(rows[0]),
        "asked": asked(rows[0]),
        "state": state(rows, conflicts)[0],
        "positions": [
            {
                "value": clean(row["value"]),
                "quote": clean(row["quote"], 2000),
                "who": clean(speaker(row)),
                "published": day_text(row["published"], row["published"]) or "not dated",
                "spread": plural(int(row["independent"]), "independent source"),
            }
            for row in opposed(rows)
        ],
    }


def _claim(row: Row, mentions: Sequence[Row]) -> dict[str, Any]:
    return {
        "label": label_of(row),
        "when": day_text(row["event_start"], row["event_end"], row["event_grain"]) or "not dated",
        "told": f"{plural(row['independent_sources'], 'independent source')}, {plural(row['mentions'], 'mention')}",
        "steps": [{"standing": standing, "days": days} for standing, _, days in history(row["standings"])],
        "mentions": [_mention(each) for each in mentions],
    }


def _mention(row: Row) -> dict[str, str]:
    return {
        "quote": clean(row["quote"], 2000),
        "standing": str(row["standing"]),
        "who": clean(row["claimant"]) or "the outlet itself",
        "happened": day_text(row["event_start"], row["event_end"], row["event_grain"]) or "not dated",
        "said": day_text(row["said_start"], row["said_end"]) or "not dated",
        "published": day_text(row["published"], row["published"]) or "not dated",
        "outlet": clean(printed_in(row)) or clean(row["article_id"]),
        "address": link_to(web(str(row["url"])), str(row["quote"]), int(row["page"])),
    }


def _article(row: Row) -> dict[str, str]:
    return {
        "title": clean(row["title"] or row["article_id"]),
        "outlet": clean(row["outlet"]) or "no outlet named",
        "published": day_text(row["published"], row["published"]) or "not dated",
        "url": web(str(row["url"])),
    }
