"""Where each row of the event table goes on the timeline: its lane, its line, its days, its label.

Everything that the chart shows is computed here in plain pandas, so that the same table always gives the
same picture and the chart itself only maps columns to marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit.charts.stack import stack
from toolkit.charts.words import before_christ, claim_name, clean, day_text
from toolkit.model import UNTYPED
from toolkit.timeline.independence import nameless

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

LANES = {"side": "claimant_side", "outlet": "outlet", "source": "source"}
NO_LANE = {"side": "No side named", "outlet": "No outlet named", "source": "No source named"}
NEEDED = ("mention_id", "outlet", "event_start", "event_end", "said_start", "said_end", "published", "quote")
FADE = 6  # steps in which an open end fades
DAY = pd.Timedelta(days=1)
NOON = pd.Timedelta(hours=12)
MONTH = pd.Timedelta(days=31)
QUARTER = pd.Timedelta(days=92)
STRAY = 0.05  # share of the rows that may be left out of the first window if that halves it


@dataclass(frozen=True)
class Layout:
    """What the chart draws: `rows` (one per drawable row), `lanes`, the two domains, and what was left out.

    `rows` has the columns of `ROW_COLUMNS`; `lanes` has lane, top, bottom, count. `domain` is what the chart shows
    first, `extent` is everything. `dateless` counts the rows that are drawn at the day of saying or print because no
    day is known for what happened; `undrawn` those with no day at all, `untyped` those of no known kind.
    """

    rows: pd.DataFrame
    lanes: pd.DataFrame
    domain: tuple[pd.Timestamp, pd.Timestamp]
    extent: tuple[pd.Timestamp, pd.Timestamp]
    total: float
    earlier: int
    later: int
    dateless: int
    undrawn: int
    untyped: int


def lay_out(events: pd.DataFrame, lanes: str = "side", since: Any = None, until: Any = None) -> Layout:
    """Give every row its lane, line, days and label.

    Raises ValueError for an unknown `lanes`, a table that is no event table, a `since` or `until` that is no
    date, or a window that ends before it begins.
    """
    if lanes not in LANES:
        raise ValueError(f"lanes: {lanes!r} is not known; use one of {', '.join(LANES)}")
    expect("chart", events, NEEDED, "an event table, as toolkit.events or the events of toolkit.build")
    untyped = len(events)
    if "kind" in events.columns:
        events = events[events["kind"] != UNTYPED]
    untyped -= len(events)
    drawn = _days(events)
    extent = _extent(drawn)
    domain = _window(drawn, extent, _bound("since", since), _bound("until", until))
    drawn["lane"] = [clean(name, 60) or NO_LANE[lanes] for name in _lane(events, lanes)]
    drawn = drawn[drawn["shown"]].copy()
    _describe(drawn, events.loc[drawn.index], domain)
    rows, table, total = stack(drawn, domain, NO_LANE[lanes])
    return Layout(
        rows=rows,
        lanes=table,
        domain=domain,
        extent=(min(extent[0], domain[0]), max(extent[1], domain[1])),
        total=total,
        earlier=int((drawn["mark"] < domain[0]).sum()),
        later=int((drawn["mark"] >= domain[1]).sum()),
        dateless=int((~drawn["dated"]).sum()),
        undrawn=len(events) - len(drawn),
        untyped=untyped,
    )


def expect(caller: str, table: Any, columns: Iterable[str], what: str) -> None:
    """Raise ValueError in one line when `table` is no table with these columns."""
    given = getattr(table, "columns", ())
    if missing := [name for name in columns if name not in given]:
        raise ValueError(f"{caller}: the column {missing[0]!r} is missing; give it {what}")


def _text(events: pd.DataFrame, column: str) -> list[str]:
    return [clean(value) for value in events[column]] if column in events else [""] * len(events)


def _lane(events: pd.DataFrame, lanes: str) -> list[str]:
    """The lane of each row. Who gives no name has a lane for each outlet: of them nobody knows that they are one."""
    if lanes != "source":
        return _text(events, LANES[lanes])
    said, sides, outlets = (_text(events, name) for name in ("claimant", "claimant_side", "outlet"))
    named = _text(events, "source") if "source" in events else said
    return [
        f"{source} ({outlet})" if who == source != outlet and nameless(who, side) else source or outlet
        for source, who, side, outlet in zip(named, said, sides, outlets, strict=True)
    ]


def _days(events: pd.DataFrame) -> pd.DataFrame:
    """The days as the chart needs them: bars end where the last day ends, symbols and ticks stand at noon."""
    start, end = events["event_start"], events["event_end"]
    saying = events["said_end"] - events["said_start"]
    # The middle of a month says when; the middle of half a year would pretend to.
    said = (events["said_start"] + saying / 2).where(saying <= MONTH)
    said = said.fillna(events["said_end"]).fillna(events["said_start"])
    published = events["published"]
    dated = start.notna() | end.notna()
    middle = (start + (end - start) / 2).fillna(end).fillna(start)
    mark = middle.fillna(said).fillna(published)
    frame = pd.DataFrame(
        {
            "from": start.fillna(end).where(dated),
            "to": end.fillna(start).where(dated) + DAY,
            "mark": mark + NOON,
            "said": said + NOON,
            "published": published + NOON,
            "dated": dated,
            "open_start": dated & start.isna(),
            "open_end": dated & end.isna(),
            "shown": mark.notna(),
        },
        index=events.index,
    )
    frame["long"] = frame["dated"] & ((frame["to"] - frame["from"]) > DAY)
    return frame


def _extent(days: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
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
    days: pd.DataFrame,
    extent: tuple[pd.Timestamp, pd.Timestamp],
    since: pd.Timestamp | None,
    until: pd.Timestamp | None,
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days shown first: the time of publication and the story around it, without the far history.

    What happened within one length of the publication span (at least a quarter) belongs to the story.
    """
    print_days = days["published"].dropna()
    if print_days.empty:
        print_days = days["mark"].dropna()
    if print_days.empty:
        first, last = extent
    else:
        # With many articles a single stray one does not set the window.
        edge = 0.02 if len(print_days) >= 20 else 0.0
        low, high = (pd.Timestamp(day) for day in print_days.quantile([edge, 1 - edge]).to_list())
        reach = max(high - low, QUARTER)
        begin, end = days["from"].fillna(days["mark"]), days["to"].fillna(days["mark"])
        near = (end >= low - reach) & (begin <= high + reach) & (end - begin <= reach)
        said = days["said"].where(days["said"].between(low - reach, high + reach))
        starts = sorted([*pd.concat([begin, said], axis=1).min(axis=1)[near], low])
        last = max([*pd.concat([end, said], axis=1).max(axis=1)[near], high])
        first, later = (min(starts[int(len(starts) * share)], low) for share in (0, STRAY))
        first = later if last - later < (last - first) / 2 else first
        first, last = first.normalize(), last.normalize() + DAY
    margin = max((last - first) * 0.02, DAY).ceil("D")
    first, last = since or first - margin, until + DAY if until is not None else last + margin
    if first >= last:
        raise ValueError(f"since ({first:%Y-%m-%d}) must not lie after until ({last - DAY:%Y-%m-%d})")
    return first, last


def _describe(days: pd.DataFrame, events: pd.DataFrame, domain: tuple[pd.Timestamp, pd.Timestamp]) -> None:
    days["standing"] = _text(events, "standing")
    for column in (
        *(
            "mention_id",
            "claim_id",
            "quote",
            "claimant",
            "source",
            "claimant_side",
            "outlet",
            "kind",
            "place",
            "title",
        ),
    ):
        days[column] = _text(events, column)
    days["why"] = _text(events, "event_why")
    ancient = [before_christ(value) for value in _text(events, "event_timex")]
    days["happened"] = [
        day_text(a, b, g) or old or "no day told"
        for a, b, g, old in zip(
            events["event_start"], events["event_end"], _text(events, "event_grain"), ancient, strict=True
        )
    ]
    days["said_on"] = [
        day_text(a, b) or "not told" for a, b in zip(events["said_start"], events["said_end"], strict=True)
    ]
    days["published_on"] = [day_text(day, day) or "unknown" for day in events["published"]]
    days["claimant"] = days["claimant"].where(days["claimant"] != "", days["outlet"])
    what = [
        f"{claim_name(kind, place)} – {clean(who, 30)}"
        for kind, place, who in zip(days["kind"], days["place"], days["claimant"], strict=True)
    ]
    outside = (days["mark"] < domain[0]) | (days["mark"] >= domain[1])
    # A happening outside the window, or before the year 1, keeps its line there; its label says when it was.
    days["label"] = [
        f"{text} ({when})" if out or old == when else text
        for text, when, out, old in zip(what, days["happened"], outside, ancient, strict=True)
    ]
    span = domain[1] - domain[0]
    days["fade_from"] = (days["from"] - span * 0.035).where(days["open_start"])
    days["fade_to"] = (days["to"] + span * 0.035).where(days["open_end"])
    marks = days[["from", "fade_from", "mark", "said", "published"]]
    days["left"] = marks.min(axis=1)
    days["right"] = days[["to", "fade_to", "mark", "said", "published"]].max(axis=1)


def steps(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The faded ends as slices of falling opacity, because a gradient of Vega has one colour for all rows."""
    slices: list[dict[str, Any]] = []
    for row in rows[rows["open_start"] | rows["open_end"]].to_dict("records"):
        for is_open, edge, far in (("open_start", "from", "fade_from"), ("open_end", "to", "fade_to")):
            if row[is_open]:
                slices.extend(_slices(row, row[edge], row[far]))
    return slices


def _slices(row: dict[Hashable, Any], near: pd.Timestamp, far: pd.Timestamp) -> Iterable[dict[str, Any]]:
    for step in range(FADE):
        a, b = near + (far - near) * step / FADE, near + (far - near) * (step + 1) / FADE
        yield {
            "from": min(a, b),
            "to": max(a, b),
            "line": row["line"],
            "standing": row["standing"],
            "strength": round(0.6 * (1 - (step + 0.5) / FADE), 3),
        }
