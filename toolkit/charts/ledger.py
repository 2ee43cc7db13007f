"""The history of each linked claim: first said, confirmed or denied, and how long it took."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from toolkit.charts.encodings import APART, DAY_MS, data, look, tooltips, values
from toolkit.charts.grammar import alt
from toolkit.charts.layout import NOON, expect
from toolkit.charts.theme import FAINT, INK, MUTED, TEXT, WIDTH, config
from toolkit.charts.words import claim_name, clean, history, plural, short_days

PITCH = 28  # pixels a claim
MOST = 50  # claims in one chart; the rest is counted in the subtitle and stands in the ledger table
NAMES, LAGS = 320, 150  # pixels left of the plot for the names, and right of it for the lags
PLOT = WIDTH - NAMES - LAGS
NEEDED = (
    *("claim_id", "kind", "place", "summary", "event_start", "event_end", "standings", "mentions"),
    *("articles", "outlets", "independent_sources", "confirmed_on", "lag_days"),
)
COLUMNS = {
    "label": "Claim",
    "history": "Standing over time",
    "lag": "Lag",
    "spread": "Spread",
    "summary": "First quote",
}
POINT = {"label": "Claim", "standing": "Standing", "day": "On", "summary": "First quote"}


def ledger_chart(ledger: pd.DataFrame, title: str | None = None) -> alt.LayerChart:
    """Draw the ledger: a line for each linked claim from its first saying, with a symbol for each standing.

    Claims with the longest history come first choice: when any was told more than once, those with a single
    mention are counted in the subtitle instead of drawn. The text on the right is the number of days to
    confirmation or denial, else how many outlets told it, and how many of them by themselves.

    Parameters
    ----------
    ledger : DataFrame
        One row per linked claim, as `toolkit.ledger` returns it. Of its columns `standings` is read as
        "claimed 2025-06-08; confirmed 2025-08-26"; a month stands at its last day.

    Raises
    ------
    ValueError
        For a table without the columns of a ledger.
    """
    expect("ledger_chart", ledger, NEEDED, "a ledger, as toolkit.ledger or toolkit.build gives it")
    steps = ledger["standings"].astype(str).str.count(";")
    told = ledger[(ledger["mentions"] > 1) | (steps > 0)]
    shown = told if len(told) else ledger
    chosen = shown.assign(steps=steps).sort_values(["steps", "mentions"], ascending=False, kind="stable")
    lines, points = _lines(chosen.head(MOST).drop(columns="steps"))
    heading = title or "How claims stood over time"
    notes = {"told once": len(ledger) - len(shown), "told more often": max(0, len(shown) - MOST)}
    beside = [f"{number} {text}" for text, number in notes.items() if number]
    subtitle = plural(len(lines), "claim") + (f"; in the table only: {', '.join(beside)}" if beside else "")
    words = " ".join(line["words"] for line in lines[:8])
    drawn: alt.LayerChart = (
        alt.layer(*_layers(lines, points))
        .resolve_scale(**APART)
        .properties(
            width=PLOT,
            height=max(2, len(lines)) * PITCH,
            title=alt.TitleParams(heading, subtitle=subtitle),
            description=f"{heading}. {plural(len(lines), 'line')}, one for each claim. {words}",
            padding=8,
            usermeta={
                "timeline": {
                    "rows": "rows",
                    "columns": COLUMNS,
                    "width": PLOT,
                    "beside": NAMES + LAGS,
                    "least": 280,
                }
            },
            datasets={"rows": values(lines, ("from", "to")), "steps": values(points, ("on",))},
            config=config(),
        )
    )
    return drawn


def _layers(lines: list[dict[str, Any]], points: list[dict[str, Any]]) -> list[alt.Chart]:
    days = [point["on"] for point in points]
    years = bool(days) and max(days) - min(days) > pd.Timedelta(days=400)
    axis = alt.Axis(
        orient="top",
        tickCount=8,
        tickMinStep=DAY_MS,
        labelOverlap=True,
        format="%b %Y" if years else "%-d %b",
    )
    scale = alt.Scale(padding=12, nice=False)
    depth = alt.Scale(domain=[-0.6, max(1, len(lines)) - 0.4], reverse=True, nice=False)
    claims = alt.Chart(data("rows", ("from", "to")))
    steps = alt.Chart(data("steps", ("on",)))
    tips = tooltips(COLUMNS)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:T", axis=axis, scale=scale, title=None)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", axis=None, scale=depth)

    legend = alt.Legend(title="Standing", orient="top", direction="horizontal")
    return [
        claims.mark_rule(stroke=FAINT, strokeWidth=7, strokeCap="round", aria=False).encode(
            x=x("from"), x2="to", y=y("line"), tooltip=tips
        ),
        claims.mark_text(align="right", dx=-14, limit=NAMES - 24, fontSize=12, color=INK).encode(
            x=alt.value(0), y=y("line"), text="label:N", tooltip=tips
        ),
        claims.mark_text(align="left", dx=12, fontSize=TEXT, color=MUTED, aria=False).encode(
            x=x("to"), y=y("line"), text="beside:N"
        ),
        steps.mark_point(size=110, stroke=INK, strokeWidth=0.9, opacity=1).encode(
            x=x("on"),
            y=y("at"),
            tooltip=tooltips(POINT),
            description="words:N",
            **look("fill", "shape", legend=legend),
        ),
    ]


def _lines(ledger: pd.DataFrame) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    claims = []
    for row in ledger.to_dict("records"):
        # A claim whose days are all unknown is not drawn.
        steps = [step for step in history(row["standings"]) if not pd.isna(step[1])]
        if steps:
            claims.append((min(day for _, day, _ in steps), clean(row["claim_id"]), steps, row))
    claims.sort(key=lambda claim: claim[:2])
    lines: list[dict[str, Any]] = []
    points: list[dict[str, Any]] = []
    for number, (first, _, steps, row) in enumerate(claims):
        told = _told(row, steps) | {"line": number}
        lines.append(told | {"from": first + NOON, "to": max(day for _, day, _ in steps) + NOON})
        for place, (standing, day, when) in enumerate(steps):
            same = [index for index, (_, other, _) in enumerate(steps) if other == day]
            points.append(
                {
                    "at": number + (same.index(place) - (len(same) - 1) / 2) * 0.42,  # apart on one day
                    "on": day + NOON,
                    "standing": standing,
                    "day": when,
                    "label": told["label"],
                    "summary": told["summary"],
                    "words": f"{told['label']}: {standing} {when}",
                }
            )
    return lines, points


def _told(row: dict[Hashable, Any], steps: list[tuple[str, Any, str]]) -> dict[str, Any]:
    when = short_days(row["event_start"], row["event_end"])
    name = claim_name(row["kind"], row["place"]) + (f" · {when}" if when else "")
    told = "; ".join(f"{standing} {when}" for standing, _, when in steps)
    lag = _lag(row)
    return {
        "label": name,
        "summary": clean(row["summary"], 240),
        "history": told,
        "lag": lag,
        "beside": lag or f"{plural(row['outlets'], 'outlet')}, {row['independent_sources']} independent",
        "spread": f"{plural(row['articles'], 'article')}, {plural(row['outlets'], 'outlet')}, "
        f"{plural(row['independent_sources'], 'independent source')}",
        "words": f"{name}: {told}{f', {lag}' if lag else ''}.",
    }


def _lag(row: dict[Hashable, Any]) -> str:
    if pd.isna(row["lag_days"]):
        return ""
    days = int(row["lag_days"])
    end = "denied" if pd.isna(row["confirmed_on"]) else "confirmed"
    if days == 0:
        return f"{end} the same day"
    return f"{end} {'after ' if days > 0 else ''}{plural(abs(days), 'day')}{'' if days > 0 else ' before'}"
