"""What was linked before a month and may be told on in it: whole claims, so that they are joined and counted rightly.

A row can state the claim of another one only if their days meet and, words apart, their places do (`timeline.link`).
So beside a month lie the claims printed shortly before it, and of the year before those that share with one of its rows
the family of kinds, a place and a week, or of what lasts, such as who holds a town, the family and a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pandas as pd

from toolkit.model import UNTYPED
from toolkit.stored.layout import UNDATED, among, first_day, read
from toolkit.timeline.days import SLACK
from toolkit.timeline.weights import LASTING

DAYS = 14
"""Days before a month whose claims are all looked at."""
REACH = 366
"""Days before a month that are looked back on: what happened before them is background, and no row."""
WIDE = 28
"""Days of a happening that are too many to know it by its weeks."""
_WEEK = 7
_COLUMNS = [
    "claim_id",
    "theme",
    "kind",
    "place",
    "places",
    "published",
    "event_start",
    "event_end",
]  # what `_keys` looks at

Key = tuple[str, str, int | None]


def beside(
    fresh: pd.DataFrame, month: str, earlier: Mapping[str, Path], families: Mapping[str, str]
) -> pd.DataFrame:
    """The linked rows in the files of earlier months whose claims the rows of a month may join."""
    looked_at = [
        path
        for name, path in earlier.items()
        if month == UNDATED or first_day(month) - first_day(name) <= timedelta(days=REACH)
    ]
    wanted = {key for keys in _keys(fresh, families) for key in keys}
    near = None if month == UNDATED else pd.Timestamp(first_day(month) - timedelta(days=DAYS))
    claims: set[str] = set()
    for path in looked_at:
        rows = read([path], columns=_COLUMNS)
        typed = rows["kind"] != UNTYPED
        if near is not None:
            claims.update(rows["claim_id"][typed & (rows["published"] >= near)])
        claims.update(
            claim
            for claim, keys in zip(rows["claim_id"], _keys(rows, families), strict=True)
            if not wanted.isdisjoint(keys)
        )
    found = [read([path], among("claim_id", claims)) for path in looked_at] if claims else []
    return pd.concat(found, ignore_index=True) if found else fresh.iloc[:0]


def _keys(rows: pd.DataFrame, families: Mapping[str, str]) -> Iterator[list[Key]]:
    """For each row under what its claim is found again."""
    first, last = (_ordinals(rows[name]) for name in ("event_start", "event_end"))
    text = (rows[name].tolist() for name in ("theme", "kind", "place", "places"))
    for theme, kind, place, places, start, end in zip(*text, first, last, strict=True):
        if kind == UNTYPED:
            yield []
            continue
        family = families.get(f"{theme}/{kind}", kind)
        names = {name.casefold() for name in (place, *re.split(r"\s*[;|]\s*", places)) if name}
        weeks: list[int | None] = [None] if kind in LASTING else []
        if start is not None and end is not None and end - start < WIDE:
            weeks += range((start - SLACK) // _WEEK, (end + SLACK) // _WEEK + 1)
        yield [(family, name, week) for name in names for week in weeks]


def _ordinals(days: pd.Series) -> list[int | None]:
    return [None if pd.isna(day) else day.toordinal() for day in days]
