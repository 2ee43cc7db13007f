"""The charts as specifications: fixed columns, naive days, every standing apart, the same bytes each time."""

import json
import re
from collections.abc import Callable

import pandas as pd
import pytest

from tests.charts.stories import HOSTILE, hostile, linked, many, story
from toolkit.charts.ledger import ledger_chart
from toolkit.charts.theme import STANDINGS
from toolkit.charts.timeline import ROW_COLUMNS, chart
from toolkit.timeline import table


def test_the_columns_of_the_chart_do_not_depend_on_the_corpus() -> None:
    for events in (story(), hostile()):
        rows = chart(events).to_dict()["datasets"]["rows"]
        assert {tuple(row) for row in rows} == {ROW_COLUMNS}
    assert "image" not in ROW_COLUMNS  # a tooltip would fetch it


def test_text_of_the_corpus_is_in_values_only() -> None:
    spec = chart(hostile()).to_dict()
    held = json.dumps(spec.pop("datasets"))
    assert "window.hacked" in held
    spec.pop("description")  # names the lanes; an attribute that embed escapes
    assert "hacked" not in json.dumps(spec)
    assert HOSTILE not in held  # control characters and lone surrogates are replaced


def test_days_have_no_zone() -> None:
    for name, rows in chart(story()).to_dict()["datasets"].items():
        moments = [
            value for row in rows for value in row.values() if re.match(r"\d{4}-\d\d-\d\dT", str(value))
        ]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", value) for value in moments), name


def test_an_interval_of_days_ends_where_its_last_day_ends() -> None:
    rows = {row["quote"]: row for row in chart(story()).to_dict()["datasets"]["rows"]}
    march = rows["In March it had still been open."]
    assert (march["from"], march["to"]) == ("2025-03-01T00:00:00", "2025-04-01T00:00:00")
    assert march["happened"] == "March 2025"
    assert rows["It had begun by Sunday."]["happened"] == "by 8 June 2025"


def test_the_three_clocks_are_drawn_apart() -> None:
    ticks = chart(story()).to_dict()["datasets"]["ticks"]
    assert {tick["clock"] for tick in ticks} == {"said", "published"}
    said = {tick["quote"]: tick for tick in ticks if tick["clock"] == "said"}
    mill = said["The mill burned on Sunday, the mayor said."]
    assert (mill["when"], mill["standing"], mill["said_on"]) == (
        "2025-06-08T12:00:00",
        "claimed",
        "8 June 2025",
    )


def test_every_standing_has_a_look_of_its_own() -> None:
    assert {mark.name for mark in STANDINGS} == set(table.STANDINGS)
    assert (
        len({mark.colour for mark in STANDINGS}) == len({mark.shape for mark in STANDINGS}) == len(STANDINGS)
    )


def test_the_subtitle_counts_what_is_not_seen_at_first() -> None:
    subtitle = " ".join(chart(story()).to_dict()["title"]["subtitle"])
    # The first window begins on 26 February: the axis is padded, the days that are told are not.
    assert "6 mentions by 3 outlets, 1 Mar to 20 Jun 2025" in subtitle
    assert "1 earlier" in subtitle
    assert "1 with no day of their own" in subtitle
    assert "1 with no day at all" in subtitle


def test_the_subtitle_counts_mentions_and_their_claims() -> None:
    events, _ = linked()
    drawn = events[events["published"].notna()]
    subtitle = chart(events).to_dict()["title"]["subtitle"][0]
    assert subtitle.startswith(f"6 mentions of {drawn['claim_id'].nunique()} claims by 3 outlets, ")


def test_the_period_is_told_from_the_days_and_not_from_the_middle_of_a_month() -> None:
    events = story().iloc[[2]].copy()
    events["said_start"], events["said_end"] = pd.Timestamp("2025-04-01"), pd.Timestamp("2025-04-30")
    assert chart(events).to_dict()["title"]["subtitle"][0] == "1 mention by 1 outlet, 1 Apr to 10 Jun 2025"


def test_an_axis_has_no_ticks_within_a_day() -> None:
    _, ledger = linked()
    for spec in (chart(story()).to_json(), ledger_chart(ledger).to_json()):
        assert '"tickMinStep": 86400000' in spec


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (
            lambda events, ledger: chart(ledger),
            "^chart: the column 'mention_id' is missing; give it an event",
        ),
        (lambda events, ledger: ledger_chart(events), "^ledger_chart: the column .* give it a ledger, as"),
        (lambda events, ledger: chart("events.csv"), "^chart: the column 'mention_id' is missing; give it"),
    ],
)
def test_the_wrong_table_is_named(draw: Callable[..., object], message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        draw(*linked())
    assert "\n" not in str(caught.value)


def test_a_chart_says_in_words_what_it_shows() -> None:
    spec = chart(story(), title="The mill").to_dict()
    assert spec["description"].startswith("The mill. Timeline of 6 mentions in lanes by side: ")
    assert "3 reported" in spec["description"]


def test_a_legend_filters_and_a_strip_zooms() -> None:
    params = {param["name"]: param for param in chart(story()).to_dict()["params"]}
    assert params["standings"]["bind"] == "legend"
    assert params["zoom"]["select"] == {"type": "interval", "encodings": ["x"]} | params["zoom"]["select"]


def test_the_same_table_gives_the_same_bytes() -> None:
    assert chart(many(40)).to_json() == chart(many(40)).to_json()


@pytest.mark.parametrize("number", [0, 1, 5_001])
def test_any_number_of_rows_can_be_drawn(number: int) -> None:
    assert len(chart(many(number), lanes="outlet").to_dict()["datasets"]["rows"]) <= number


def test_height_grows_with_the_rows() -> None:
    heights = [chart(many(number)).to_dict()["vconcat"][1]["height"] for number in (5, 50, 300)]
    assert heights == sorted(heights)
    assert heights[0] < heights[2] < 300 * 20


def test_the_ledger_chart_tells_lags_and_keeps_same_days_apart() -> None:
    _, ledger = linked()
    ledger["standings"] = "claimed 2025-06-08; denied 2025-06-08; confirmed 2025-08-26"
    ledger["confirmed_on"] = pd.Timestamp("2025-08-26")
    ledger["lag_days"] = 79
    spec = ledger_chart(ledger).to_dict()
    assert {row["lag"] for row in spec["datasets"]["rows"]} == {"confirmed after 79 days"}
    first = [step for step in spec["datasets"]["steps"] if step["on"].startswith("2025-06-08")]
    assert len({step["at"] for step in first}) == len(first)


def test_claims_that_were_told_once_are_counted() -> None:
    _, ledger = linked()
    told = ledger.assign(mentions=[2] + [1] * (len(ledger) - 1), standings="reported 2025-06-08")
    spec = ledger_chart(told).to_dict()
    assert len(spec["datasets"]["rows"]) == 1
    assert f"{len(ledger) - 1} told once" in spec["title"]["subtitle"]


def test_an_empty_ledger_is_an_empty_chart() -> None:
    _, ledger = linked()
    assert ledger_chart(ledger.iloc[:0]).to_dict()["datasets"]["rows"] == []
