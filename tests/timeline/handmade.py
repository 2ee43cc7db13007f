"""Hand-made rows of the event table for the tests of this folder: a story in words of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from toolkit.model import Claim

BLANK = Claim(
    mention_id="a:0-1",
    article_id="a",
    outlet="The Courier",
    title="",
    url="",
    published=date(2025, 6, 13),
    published_basis="given",
    sentence=0,
    start=0,
    end=1,
    quote="x",
    theme="conflict",
    kind="advance",
    plover="",
    acled="",
    event_start=None,
    event_end=None,
    event_grain="",
    event_edtf="",
    event_timex="",
    event_why="",
    said_start=None,
    said_end=None,
    said_why="",
    claimant="",
    claimant_side="",
    claimant_start=None,
    claimant_end=None,
    via="",
    standing="claimed",
    negated=False,
    modality="",
    actor="",
    target="",
    place="",
    place_id="",
    latitude=None,
    longitude=None,
    place_precision="",
    places="",
    confidence=0.5,
    rule="",
)


def claim(article: str, start: int, quote: str, **values: object) -> Claim:
    """A row whose id, span and quote agree; everything else as given or blank. Days may be ISO text."""
    days = ("published", "event_start", "event_end", "said_start", "said_end")
    for name in days:
        if isinstance(value := values.get(name), str):
            values[name] = date.fromisoformat(value)
    end = start + len(quote)
    identity = {"mention_id": f"{article}:{start}-{end}", "article_id": article, "start": start, "end": end}
    values = {"told_start": start, "told_end": end} | values
    return replace(BLANK, quote=quote, **identity, **values)  # type: ignore[arg-type]
