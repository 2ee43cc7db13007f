"""The days of each mention as a chart draws them, and the window of days that it shows first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit.timeline.days import SLACK

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = pd.Timedelta(days=1)
NOON = pd.Timedelta(hours=12)
QUARTER = pd.Timedelta(days=92)
STRAY = (0.05, 0.12)  # shares of the rows that may be left out of the first window, each if that halves it
MANY = 20  # days of print from which on a single stray one does not set the window
EDGE = 0.02
MARGINS = (
    0.02,
    0.09,
)  # shares of the window before and after what it shows: names are written after their symbol

Window = tuple[pd.Timestamp, pd.Timestamp]


@dataclass(frozen=True)
class Days:
    """The `mentions` with from, to, mark, said, published, dated; the window shown first; all days there are
    (told), and these with the window (extent)."""

    mentions: pd.DataFrame
    window: Window
    extent: Window
    told: Window


def days_of(events: pd.DataFrame, since: Any = None, until: Any = None) -> Days:
    """The days that a chart of these rows draws. Raises ValueError for a bound that is no date, or a window that ends
    before it begins."""
    mentions = _days(events)
    extent = _extent(mentions)
    window = _window(mentions, extent, _bound("since", since), _bound("until", until))
    return Days(mentions, window, (min(extent[0], window[0]), max(extent[1], window[1])), extent)


def expect(caller: str, table: Any, columns: Iterable[str], what: str) -> None:
    """Raise ValueError in one line when `table` is no table with these columns."""
    given = getattr(table, "columns", ())
    if missing := [name for name in columns if name not in given]:
        raise ValueError(f"{caller}: the column {missing[0]!r} is missing; give it {what}")


def _days(events: pd.DataFrame) -> pd.DataFrame:
    """Intervals end where their last day ends; single moments stand at noon."""
    start, end = events["event_start"], events["event_end"]
    saying = (events["said_end"] - events["said_start"]).dt.days
    # As in the ledger: the first of a few days, the last of many.
    said = events["said_start"].where(saying <= SLACK)
    said = said.fillna(events["said_end"]).fillna(events["said_start"])
    published = events["published"]
    dated = start.notna() | end.notna()
    middle = (start + (end - start) / 2).fillna(end).fillna(start)
    return pd.DataFrame(
        {
            "from": start.fillna(end).where(dated),
            "to": end.fillna(start).where(dated) + DAY,
            "mark": middle.fillna(said).fillna(published) + NOON,
            "said": said + NOON,
            "published": published + NOON,
            "dated": dated,
        },
        index=events.index,
    )


def _extent(days: pd.DataFrame) -> Window:
    moments = pd.concat([days[c] for c in ("from", "to", "said", "published")]).dropna()
    if moments.empty:
        moments = pd.Series([pd.Timestamp("2000-01-01"), pd.Timestamp("2000-12-31")])
    return moments.min().normalize(), moments.max().normalize() + DAY


def _bound(name: str, value: Any) -> pd.Timestamp | None:
    if value is None or value == "":
        return None
    try:
        # A number would be taken for nanoseconds since 1970.
        day = value if isinstance(value, date) else date.fromisoformat(value)
        return pd.Timestamp(day).normalize()
    except (ValueError, TypeError):
        raise ValueError(f"{name}: {value!r} is not a date; write it as YYYY-MM-DD") from None


def _window(
    days: pd.DataFrame, extent: Window, since: pd.Timestamp | None, until: pd.Timestamp | None
) -> Window:
    """The days shown first: the time of publication and the story around it, without the far history.

    What happened within one length of the publication span (at least a quarter) belongs to the story.
    """
    print_days = days["published"].dropna()
    if print_days.empty:
        print_days = days["mark"].dropna()
    if print_days.empty:
        first, last = extent
    else:
        edge = EDGE if len(print_days) >= MANY else 0.0
        low, high = (pd.Timestamp(day) for day in print_days.quantile([edge, 1 - edge]).to_list())
        reach = max(high - low, QUARTER)
        begin, end = days["from"].fillna(days["mark"]), days["to"].fillna(days["mark"])
        near = (end >= low - reach) & (begin <= high + reach) & (end - begin <= reach)
        said = days["said"].where(days["said"].between(low - reach, high + reach))
        starts = sorted([*pd.concat([begin, said], axis=1).min(axis=1)[near], low])
        last = max([*pd.concat([end, said], axis=1).max(axis=1)[near], high])
        first = starts[0]
        for share in STRAY:
            later = min(starts[int(len(starts) * share)], low)
            first = later if last - later < (last - first) / 2 else first
        first, last = first.normalize(), last.normalize() + DAY
    before, after = (max((last - first) * share, DAY).ceil("D") for share in MARGINS)
    first, last = since or first - before, until + DAY if until is not None else last + after
    if first >= last:
        raise ValueError(f"since ({first:%Y-%m-%d}) must not lie after until ({last - DAY:%Y-%m-%d})")
    return first, last
