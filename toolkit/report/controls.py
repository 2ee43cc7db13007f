"""The bar above the chart: search, filters and order, over chart, map, cards and tables together.

Without a script the page shows everything, and the bar stays hidden.
"""

from __future__ import annotations

from toolkit.charts.embed import to_json
from toolkit.report.heading import Built
from toolkit.report.tables import Html, escape, join
from toolkit.timeline.table import records

FIELDS = {
    "place": ("Place", "All places"),
    "kind": ("Kind", "All kinds"),
    "claimant_side": ("Side", "All sides"),
    "source": ("Source", "All sources"),
    "outlet": ("Outlet", "All outlets"),
    "standing": ("Standing", "Any standing"),
}
"""Columns of the event table by which the page filters, with what their choices are called."""
ORDERS = {"rank": "most important first", "when": "by time", "place": "by place"}


def controls(result: Built) -> Html:
    """The bar, and the block of data that it reads."""
    rows = records(result.events[["mention_id", "claim_id", *FIELDS]])
    values = {field: sorted({str(row[field]) for row in rows} - {""}) for field in FIELDS}
    number = {field: {value: at for at, value in enumerate(names)} for field, names in values.items()}
    data = {
        "fields": list(FIELDS),
        # Each mention with its claim and the number of its value in each field.
        "mentions": [
            [
                row["mention_id"],
                row["claim_id"],
                *(number[field].get(str(row[field]), -1) for field in FIELDS),
            ]
            for row in rows
        ],
    }
    choices = [_choice(field, names) for field, names in values.items()]
    orders = join(f'<option value="{name}">{words}</option>' for name, words in ORDERS.items())
    return Html(
        f'<script type="application/json" id="facets">{to_json(data)}</script>'
        '<form class="bar" id="bar" role="search" aria-label="Find claims" hidden>'
        '<label class="find"><span>Search</span>'
        '<input type="search" name="words" placeholder="Search the claims and quotes" autocomplete="off"></label>'
        '<details class="more"><summary>Filters<span id="chosen"></span></summary>'
        f'<div class="choices">{join(choices)}</div></details>'
        f'<label><span>Order</span><select name="order">{orders}</select></label>'
        '<button type="reset">Show all</button>'
        '<p id="found" role="status" aria-live="polite"></p></form>'
    )


def _choice(field: str, values: list[str]) -> Html:
    label, everything = FIELDS[field]
    options = join(
        f'<option value="{number}">{escape(value, 60)}</option>' for number, value in enumerate(values)
    )
    return Html(
        f'<label><span>{label}</span><select name="{field}">'
        f'<option value="">{everything}</option>{options}</select></label>'
    )
