"""Rows of the event table for the tests of charts and exports: a small made-up story with all that is awkward in it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from typing import Any

import pandas as pd

from tests.timeline.handmade import claim
from toolkit.model import Claim
from toolkit.timeline.ledger import ledger
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

HOSTILE = "</script><script>window.hacked=1</script><!--<script>\u2028\"'<img src=x onerror=window.hacked=1>=1+1\x00"

STORY = [
    claim("a", 0, "The mill burned on Sunday, the mayor said.", kind="strike", place="Millbrook",
          event_start="2025-06-08",
          event_end="2025-06-08", said_start="2025-06-08", said_end="2025-06-08", published="2025-06-09",
          claimant="the mayor", claimant_side="Town", standing="claimed", outlet="Courier"),
    claim("a", 50, "It had begun by Sunday.", kind="strike", place="Millbrook", event_end="2025-06-08",
          published="2025-06-09", outlet="Courier", standing="reported"),
    claim("b", 0, "The brigade denied that the mill burned.", kind="strike", place="Millbrook", said_start="2025-06-10",
          said_end="2025-06-10", published="2025-06-10", claimant="the brigade", claimant_side="Brigade",
          standing="denied", outlet="Herald"),
    claim("b", 40, "In March it had still been open.", kind="control", place="Millbrook", event_start="2025-03-01",
          event_end="2025-03-31", event_grain="month", published="2025-06-10", outlet="Herald", standing="reported"),
    claim("c", 0, "The mill was founded in 1814.", kind="statement", event_start="1814-01-01", event_end="1814-12-31",
          event_grain="year", published="2025-06-20", outlet="Chronicle", standing="reported"),
    claim("c", 40, "Since 12 June the road is closed.", kind="control", place="Millbrook", event_start="2025-06-12",
          published="2025-06-20", outlet="Chronicle", standing="confirmed", claimant="police", claimant_side="Town",
          latitude=48.5, longitude=35.0),
    claim("d", 0, "Nobody knows when.", published=None, standing="unconfirmed", kind="statement"),
]  # fmt: skip


def story() -> pd.DataFrame:
    return to_frame(STORY)


def linked() -> tuple[pd.DataFrame, pd.DataFrame]:
    """The story linked, and its ledger."""
    events = link(story())
    return events, ledger(events)


def hostile() -> pd.DataFrame:
    """The story with markup, line separators and broken characters in every text that a corpus brings."""
    texts = ("quote", "claimant", "claimant_side", "outlet", "place", "title", "kind", "event_why")
    frame = story()
    for name in texts:
        frame[name] = frame[name] + HOSTILE
    frame["end"] = frame["start"] + frame["quote"].str.len()
    return frame


def many(number: int, seed: int = 1) -> pd.DataFrame:
    """A larger story, the same for the same seed."""
    dice = random.Random(seed)
    rows: list[Claim] = []
    for place in range(number):
        day = date(2025, 6, 1) + timedelta(days=dice.randrange(90))
        start = dice.choice([None, day, day - timedelta(days=dice.randrange(30))])
        end = dice.choice([None, day])
        rows.append(
            claim(
                f"x{place:05}",
                0,
                f"Claim number {place}.",
                kind=dice.choice(["advance", "talks"]),
                place=dice.choice(["Here", "A place with a long name", ""]),
                event_start=start,
                event_end=end,
                said_end=dice.choice([None, day]),
                published=dice.choice([None, day + timedelta(days=1)]),
                claimant_side=dice.choice(["North", "South", ""]),
                outlet=dice.choice(["Courier", "Herald"]),
                standing=dice.choice(["claimed", "reported", "confirmed", "denied", "unconfirmed"]),
            )
        )
    return to_frame(rows)


@cache
def _spec(events: Callable[[], pd.DataFrame]) -> dict[str, Any]:
    from toolkit.charts.timeline import chart

    spec: dict[str, Any] = chart(events()).to_dict()
    return spec


def spec_of(events: Callable[[], pd.DataFrame]) -> dict[str, Any]:
    """The chart of `story` or `hostile` as it is written out, which takes seconds and is made once."""
    return deepcopy(_spec(events))


def digests() -> str:
    """What tells the charts of the story and its pictures from others."""
    from toolkit.charts.embed import picture, to_json
    from toolkit.charts.ledger import ledger_chart

    specs = (spec_of(story), ledger_chart(linked()[1]).to_dict())
    return " ".join(hashlib.sha256((to_json(spec) + picture(spec)).encode()).hexdigest() for spec in specs)
