"""The charts as specifications: fixed columns, days of universal time, every standing apart, the same bytes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests.charts.stories import HOSTILE, digests, hostile, linked, many, spec_of, story
from tests.timeline.handmade import claim
from toolkit.charts.embed import picture
from toolkit.charts.grammar import alt
from toolkit.charts.held import of_kind
from toolkit.charts.ledger import ledger_chart
from toolkit.charts.map import map_chart
from toolkit.charts.theme import STANDINGS
from toolkit.charts.timeline import CLAIM, MENTION, chart
from toolkit.timeline import table
from toolkit.timeline.table import to_frame


def test_the_columns_of_the_chart_do_not_depend_on_the_corpus() -> None:
    for events in (story, hostile):
        spec = spec_of(events)
        assert {name for row in of_kind(spec, "rows") for name in row} <= {*MENTION, "printed"}
        assert {name for row in of_kind(spec, "claims") for name in row} <= {*CLAIM}
    assert not {"image"} & {*MENTION, *CLAIM}  # a tooltip would fetch it


@pytest.mark.parametrize("lanes", [None, "side", "kind"])
def test_text_of_the_corpus_is_in_values_only(lanes: str | None) -> None:
    for spec in (
        chart(hostile(), lanes=lanes).to_dict(validate=False),
        map_chart(hostile()).to_dict(validate=False),
    ):
        held = json.dumps(spec.pop("datasets"))
        assert "window.hacked" in held
        spec.pop("description")  # names lines; an attribute that embed escapes
        assert "hacked" not in json.dumps(spec)
        assert HOSTILE not in held  # control characters and lone surrogates are replaced


def test_days_are_moments_of_universal_time() -> None:
    spec = spec_of(story)
    mill = next(row for row in of_kind(spec, "rows") if row["quote"].startswith("The mill burned"))
    assert pd.Timestamp(mill["said"], unit="ms") == pd.Timestamp("2025-06-08 12:00")
    text = json.dumps({name: part for name, part in spec.items() if name != "datasets"})
    assert '"type": "utc"' in text
    assert "datetime(" not in text
    assert "timeFormat" not in text.replace("utcFormat", "")


def test_an_interval_of_days_ends_where_its_last_day_ends() -> None:
    claims = {row["happened"]: row for row in of_kind(spec_of(story), "claims")}
    march = claims["March 2025"]
    days = [pd.Timestamp(march[end], unit="ms") for end in ("from", "to")]
    assert days == [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-04-01")]
    assert claims["by 8 June 2025"]["open_start"]


def layers(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [layer for layer in spec["vconcat"][1]["layer"] if "mark" in layer]


def test_the_three_clocks_are_drawn_apart() -> None:
    fields = {
        (layer["mark"]["type"], layer["encoding"]["x"].get("field")) for layer in layers(spec_of(story))
    }
    assert {("bar", "from"), ("point", "at"), ("tick", "printed")} <= fields


def test_every_standing_has_a_look_of_its_own() -> None:
    assert {mark.name for mark in STANDINGS} == set(table.STANDINGS)
    assert (
        len({mark.colour for mark in STANDINGS}) == len({mark.shape for mark in STANDINGS}) == len(STANDINGS)
    )


def test_the_subtitle_counts_what_is_not_seen_at_first() -> None:
    subtitle = " ".join(spec_of(story)["title"]["subtitle"])
    assert subtitle.startswith("7 claims, 16 March to 12 June 2025")
    assert "1 has no day: hollow symbols" in subtitle
    assert subtitle.endswith("Not drawn: 1 claim without a date, 1 mention without a date.")


def test_the_chart_counts_the_claims_that_the_page_counts() -> None:
    events, ledger = linked()
    assert chart(events).to_dict(validate=False)["title"]["subtitle"][0].startswith(f"{len(ledger)} claims, ")
    dated = events[events["published"].notna()]
    drawn = dated["claim_id"].nunique()
    assert chart(dated).to_dict(validate=False)["title"]["subtitle"][0].startswith(f"{drawn} claims, ")


def test_a_label_is_the_sentence_of_the_claim_where_there_is_one() -> None:
    events, _ = linked()
    labels = {row["label"] for row in of_kind(chart(events).to_dict(validate=False), "claims")}
    assert "“In March it had still been open.”" in labels
    told = {
        row["label"]
        for row in of_kind(chart(events.assign(statement="The mill burns")).to_dict(validate=False), "claims")
    }
    assert told == {"The mill burns"}


def test_colours_tell_the_column_that_is_asked_for() -> None:
    spec = chart(story(), color="outlet").to_dict()
    paints = of_kind(spec, "plan")[0]["paints"]
    assert paints["field"] == "colour"
    assert {paint["name"] for paint in paints["values"]} == {"Courier", "Herald", "Chronicle"}
    assert len({paint["colour"] for paint in paints["values"]}) == 3
    assert picture(spec)


def test_an_axis_has_no_ticks_within_a_day() -> None:
    _, ledger = linked()
    for spec in (json.dumps(spec_of(story)), ledger_chart(ledger).to_json(validate=False)):
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
        (lambda events, ledger: map_chart(ledger), "^map_chart: the column 'mention_id' is missing; give it"),
        (
            lambda events, ledger: chart(events, order="mood"),
            "^order: 'mood' is not known; use one of importance",
        ),
    ],
)
def test_the_wrong_table_is_named(draw: Callable[..., object], message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        draw(*linked())
    assert "\n" not in str(caught.value)


def test_a_chart_says_in_words_what_it_shows() -> None:
    spec = chart(story(), title="The mill").to_dict(validate=False)
    assert spec["description"].startswith(
        "The mill. Timeline with one line for each of 6 claims, told in 6 mentions ("
    )
    assert "3 reported" in spec["description"]


def test_parameters_filter_mark_and_order_from_outside() -> None:
    params = {
        param["name"]: param for param in chart(story(), order="time").to_dict(validate=False)["params"]
    }
    assert params["kept"]["bind"] == "legend"
    assert params["zoom"]["select"]["encodings"] == ["x"]
    assert "value" not in params["zoom"]  # the strip begins without a brush: a drag anywhere on it zooms
    assert params["picked"]["select"]["fields"] == ["claim_id", "mention_id"]
    assert params["shown"]["value"] is None
    assert params["order"]["value"] == "time"
    assert params["order"]["bind"]["options"] == ["importance", "time", "place"]


def test_the_same_table_gives_the_same_bytes() -> None:
    assert chart(many(40)).to_json(validate=False) == chart(many(40).sample(frac=1, random_state=1)).to_json(
        validate=False
    )


@pytest.mark.parametrize("number", [0, 1, 5_001])
def test_any_number_of_rows_can_be_drawn(number: int) -> None:
    spec = chart(many(number), lanes="outlet").to_dict()
    assert len(of_kind(spec, "rows")) <= number
    assert len(json.dumps(spec)) < 600 * number + 80_000  # the page of thousands of rows stays light


def test_a_chart_is_ordinary_altair() -> None:
    events, ledger = linked()
    with pytest.warns(
        UserWarning, match="deduplicated"
    ):  # one selection for both: a click on the map marks the line
        both = chart(events) & ledger_chart(ledger).properties(width=300) & map_chart(events)
    assert isinstance(both, alt.VConcatChart)
    spec = both.to_dict()
    assert len(of_kind(spec, "claims")) > 0
    assert picture(spec).startswith("<svg")
    assert (ledger_chart(ledger) | alt.Chart().mark_point()).to_dict()["hconcat"]


def test_the_rows_are_in_the_specification_once() -> None:
    text = json.dumps(spec_of(story))
    assert text.count('"quote": "The mill was founded in 1814."') == 1


def test_the_ledger_chart_tells_lags_and_keeps_same_days_apart() -> None:
    _, ledger = linked()
    ledger["standings"] = "claimed 2025-06-08; denied 2025-06-08; confirmed 2025-08-26"
    ledger["confirmed_on"] = pd.Timestamp("2025-08-26")
    ledger["lag_days"] = 79
    spec = ledger_chart(ledger).to_dict(validate=False)
    assert {row["lag"] for row in of_kind(spec, "rows")} == {"confirmed after 79 days"}
    june = pd.Timestamp("2025-06-08 12:00")
    first = [step for step in of_kind(spec, "steps") if pd.Timestamp(step["on"], unit="ms") == june]
    assert len({(step["line"], step["apart"]) for step in first}) == len(first)


def test_claims_that_were_told_once_are_counted() -> None:
    _, ledger = linked()
    told = ledger.assign(mentions=[2] + [1] * (len(ledger) - 1), standings="reported 2025-06-08")
    spec = ledger_chart(told).to_dict(validate=False)
    assert len(of_kind(spec, "rows")) == 1
    assert f"{len(ledger) - 1} told once" in spec["title"]["subtitle"]


def test_an_empty_ledger_is_an_empty_chart() -> None:
    _, ledger = linked()
    assert of_kind(ledger_chart(ledger.iloc[:0]).to_dict(validate=False), "rows") == []


def test_the_first_century_is_not_taken_for_the_twentieth() -> None:
    rows = [
        claim(
            "a",
            place,
            "The dam burst.",
            kind="strike",
            event_start=f"{year}-03-05",
            event_end=f"{year}-03-05",
        )
        for place, year in ((0, "0046"), (40, "0120"))
    ]
    drawn = picture(chart(to_frame(rows)).to_dict(validate=False))
    assert "← 5 March AD 46" in drawn
    assert "1946" not in drawn


def test_a_happening_before_the_year_1_has_no_place_in_time_and_says_when_it_was() -> None:
    rows = [
        claim("a", 0, "The dam burst.", kind="strike", event_timex="BC0046-04-06", published="2021-11-03")
    ]
    assert "(6 April 46 BC)" in picture(chart(to_frame(rows)).to_dict(validate=False))


def test_what_happened_outside_of_the_days_shown_is_named_at_the_edge() -> None:
    old = claim("a", 0, "The dam burst.", kind="strike", event_start="0046-01-01", event_end="0046-12-31",
                event_grain="year", published="2021-11-03")  # fmt: skip
    new = claim("a", 40, "It was mended.", kind="strike", event_start="2021-11-01", event_end="2021-11-01",
                published="2021-11-03")  # fmt: skip
    drawn = picture(chart(to_frame([old, new])).to_dict(validate=False))
    assert "← AD 46" in drawn
    assert ">1 Jan AD 46<" in drawn
    assert "1946" not in drawn


def test_spec_and_picture_are_the_same_bytes_in_every_time_zone() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", "from tests.charts.stories import digests; print(digests())"],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("America/New_York", "Australia/Lord_Howe")
    }
    assert told == {f"{digests()}\n"}
