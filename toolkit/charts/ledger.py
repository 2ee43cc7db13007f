"""The history of each linked claim: first said, confirmed or denied, and how long it took."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.charts.days import NOON, expect
from toolkit.charts.encodings import APART, colour, days_axis, milliseconds, shape, text, tooltips, values
from toolkit.charts.grammar import alt, unchecked
from toolkit.charts.held import Held
from toolkit.charts.theme import DARK, FAINT, INK, LABELS, LEGEND, MUTED, TEXT, TITLE, WIDTH, standing_names
from toolkit.charts.words import clean, history, label_of, plural, short_days
from toolkit.timeline.table import records

Row = dict[str, Any]

PITCH = 28  # pixels a claim
MOST = 50  # claims in one chart; the rest is counted in the subtitle and stands in the ledger table
LAGS = 150  # pixels right of the plot for the lags
PLOT = WIDTH - LABELS - LAGS
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
SHORTENED = "truncate(datum.label, floor((labels - 22) / 6))"
"""A label about as long as there is room: measuring where the limit cuts it takes longer than all else of the chart."""
POINT = {"label": "Claim", "standing": "Standing", "day": "On", "summary": "First quote"}


@unchecked
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
    lines, points = _lines(records(chosen.head(MOST).drop(columns="steps")))
    heading = title or "How claims stood over time"
    notes = {"told once": len(ledger) - len(shown), "told more often": max(0, len(shown) - MOST)}
    beside = [f"{number} {text}" for text, number in notes.items() if number]
    subtitle = plural(len(lines), "claim") + (f"; in the table only: {', '.join(beside)}" if beside else "")
    words = " ".join(line["words"] for line in lines[:8])
    drawn: alt.LayerChart = (
        alt.layer(*_layers(lines, points))
        .resolve_scale(**APART)
        .add_params(
            alt.param(name="labels", value=LABELS),
            alt.param(name="lags", value=LAGS),
            alt.param(name="claims", value=None),
        )
        .properties(
            width=PLOT,
            height=alt.Step(PITCH),
            title=alt.TitleParams(heading, subtitle=subtitle, **TITLE),
            description=f"{heading}. {plural(len(lines), 'line')}, one for each claim. {words}",
            view=alt.ViewBackground(stroke=None),
        )
    )
    return drawn


def _layers(lines: list[Row], points: list[Row]) -> list[alt.Chart]:
    days = [point["on"] for point in points] or [pd.Timestamp("2000-01-01"), pd.Timestamp("2000-12-31")]
    room = max((max(days) - min(days)) * 0.03, pd.Timedelta(days=1))
    domain = [milliseconds(min(days) - room), milliseconds(max(days) + room)]
    length = (milliseconds(max(days)) or 0) - (milliseconds(min(days)) or 0)
    axis = days_axis(str(length), orient="top", grid=True, tickCount=8)
    scale = alt.Scale(type="utc", domain=alt.ExprRef(str(domain)), nice=False)
    plan = {"columns": COLUMNS, "width": PLOT, "lags": LAGS, "labels": True, "dark": DARK}
    test = "claims === null || indexof(claims, datum.claim_id) >= 0"
    claims = alt.Chart(Held("rows", values(lines, ("from", "to")))).transform_filter(test)
    steps = alt.Chart(Held("steps", values(points, ("on",)))).transform_filter(test)
    tips = tooltips(COLUMNS)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:T", axis=axis, scale=scale)

    y = alt.Y("line:O", axis=None, sort="ascending", scale=alt.Scale(paddingInner=0, paddingOuter=0))
    point = steps.mark_point(size=95, stroke=INK, strokeWidth=0.9, opacity=1, yOffset=alt.expr("datum.apart"))
    return [
        claims.mark_rule(stroke=FAINT, strokeWidth=7, strokeCap="round", aria=False).encode(
            x=x("from"), x2="to", y=y, tooltip=tips
        ),
        text(
            claims.transform_calculate(short=SHORTENED),
            align="left",
            limit=alt.expr("labels - 22"),
            fontSize=12.5,
            color=INK,
        ).encode(x=alt.value(alt.expr("8 - labels")), y=y, text="short:N", tooltip=tips),
        text(
            claims.transform_filter("lags > 0"), align="left", dx=12, fontSize=TEXT, color=MUTED, aria=False
        ).encode(x=x("to"), y=y, text="beside:N"),
        point.encode(
            x=x("on"),
            y=y,
            tooltip=tooltips(POINT),
            description="words:N",
            **colour("fill", standing_names(), alt.Legend(**LEGEND, title=None)),
            **shape(alt.Legend(**LEGEND, title=None)),
        ),
        alt.Chart(Held("plan", [plan])).mark_text(text="", aria=False),
    ]


def _lines(ledger: list[Row]) -> tuple[list[Row], list[Row]]:
    claims = []
    for row in ledger:
        # A claim whose days are all unknown is not drawn.
        steps = [step for step in history(row["standings"]) if not pd.isna(step[1])]
        if steps:
            claims.append((min(day for _, day, _ in steps), clean(row["claim_id"]), steps, row))
    claims.sort(key=lambda claim: claim[:2])
    lines: list[Row] = []
    points: list[Row] = []
    for number, (first, _, steps, row) in enumerate(claims):
        told = _told(row, steps) | {"line": number}
        lines.append(told | {"from": first + NOON, "to": max(day for _, day, _ in steps) + NOON})
        for place, (standing, day, when) in enumerate(steps):
            same = [index for index, (_, other, _) in enumerate(steps) if other == day]
            points.append(
                {
                    "line": number,
                    "apart": (same.index(place) - (len(same) - 1) / 2) * 9,  # on one day, in pixels
                    "claim_id": told["claim_id"],
                    "colour": standing,
                    "on": day + NOON,
                    "standing": standing,
                    "day": when,
                    "label": told["label"],
                    "summary": told["summary"],
                    "words": f"{told['label']}: {standing} {when}",
                }
            )
    return lines, points


def _told(row: Row, steps: list[tuple[str, Any, str]]) -> Row:
    when = short_days(row["event_start"], row["event_end"])
    name = label_of(row) + (f" · {when}" if when else "")
    told = "; ".join(f"{standing} {when}" for standing, _, when in steps)
    lag = _lag(row)
    return {
        "claim_id": clean(row["claim_id"]),
        "label": name,
        "summary": clean(row["summary"], 240),
        "history": told,
        "lag": lag,
        "beside": lag or f"{plural(row['outlets'], 'outlet')}, {row['independent_sources']} independent",
        "spread": f"{plural(row['articles'], 'article')}, {plural(row['outlets'], 'outlet')}, "
        f"{plural(row['independent_sources'], 'independent source')}",
        "words": f"{name}: {told}{f', {lag}' if lag else ''}.",
    }


def _lag(row: Row) -> str:
    if pd.isna(row["lag_days"]):
        return ""
    days = int(row["lag_days"])
    end = "denied" if pd.isna(row["confirmed_on"]) else "confirmed"
    if days == 0:
        return f"{end} the same day"
    return f"{end} {'after ' if days > 0 else ''}{plural(abs(days), 'day')}{'' if days > 0 else ' before'}"
