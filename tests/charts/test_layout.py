"""Where rows go: nothing is lost, nothing overlaps, and the far past does not squeeze the story."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tests.charts.stories import many, story
from tests.timeline.handmade import claim
from toolkit.charts.embed import picture
from toolkit.charts.layout import lay_out, steps
from toolkit.charts.timeline import chart
from toolkit.timeline.table import to_frame


def test_every_row_is_drawn_or_counted() -> None:
    events = story()
    layout = lay_out(events)
    assert len(layout.rows) + layout.undrawn == len(events)
    assert layout.undrawn == 1
    assert layout.dateless == 1  # the denial says nothing about the day of the fire


def test_a_row_without_a_day_stands_where_it_was_said_and_is_marked() -> None:
    rows = lay_out(story()).rows.set_index("quote")
    denial = rows.loc["The brigade denied that the mill burned."]
    assert not denial["dated"]
    assert denial["happened"] == "no day told"
    assert denial["mark"] == pd.Timestamp("2025-06-10 12:00")


def test_the_past_is_counted_and_does_not_squeeze_the_story() -> None:
    layout = lay_out(story())
    assert layout.domain[0] > pd.Timestamp("2025-01-01")
    assert layout.domain[0] <= pd.Timestamp(
        "2025-03-01"
    )  # a month before the first article is still the story
    assert layout.earlier == 1
    assert layout.extent[0] <= pd.Timestamp("1814-01-01")
    assert lay_out(story()).rows.set_index("kind").loc["statement", "label"].endswith("(1814)")


@pytest.mark.parametrize("since", ["2025-06-08", date(2025, 6, 8), pd.Timestamp("2025-06-08")])
def test_since_and_until_set_the_window(since: object) -> None:
    layout = lay_out(story(), since=since, until="2025-06-10")
    assert layout.domain == (pd.Timestamp("2025-06-08"), pd.Timestamp("2025-06-11"))


def test_open_ends_fade_on_their_side() -> None:
    rows = lay_out(story()).rows.set_index("quote")
    by, since = rows.loc["It had begun by Sunday."], rows.loc["Since 12 June the road is closed."]
    assert by["fade_from"] < by["from"]
    assert pd.isna(by["fade_to"])
    assert since["fade_to"] > since["to"]
    strengths = [one["strength"] for one in steps(rows.loc[["It had begun by Sunday."]].reset_index())]
    assert strengths == sorted(strengths, reverse=True)
    assert all(0 < strength < 1 for strength in strengths)


@pytest.mark.parametrize("lanes", ["side", "outlet"])
@pytest.mark.parametrize("number", [5, 60, 300])
def test_rows_on_one_line_do_not_touch(lanes: str, number: int) -> None:
    rows = lay_out(many(number), lanes).rows.sort_values(["line", "left"])
    again = rows["line"] == rows["line"].shift()
    assert (rows["left"] > rows["right"].shift())[again].all()


def test_what_one_source_says_again_has_one_line_and_a_number() -> None:
    said = {
        "event_end": "2025-06-08",
        "said_end": "2025-06-08",
        "kind": "strike",
        "standing": "denied",
        "outlet": "Courier",
    }
    army = {
        **said,
        "claimant": "Ukraine's General Staff",
        "claimant_side": "Ukraine",
        "published": "2025-06-08",
    }
    again = {**army, "claimant": "Ukrainian General Staff", "published": "2025-06-20"}
    rows = [
        claim("a", 0, "The staff denied it.", **army),
        claim("b", 0, "The staff had denied it.", **again),
        claim("c", 0, "A governor denied it.", **{**army, "claimant": "regional governor"}),
        claim("d", 0, "The staff denied another thing.", **army),
    ]
    events = to_frame(rows).assign(claim_id=["one", "one", "one", "two"])
    drawn = lay_out(events).rows.set_index("quote")
    lines = drawn["line"]
    assert lines["The staff denied it."] == lines["The staff had denied it."]
    assert lines.nunique() == 3
    assert drawn["first"].to_dict() == {row.quote: row.article_id != "b" for row in rows}
    assert drawn.loc["The staff denied it.", "label"].endswith("×2")
    assert not drawn.loc["A governor denied it.", "label"].endswith("×2")
    assert lay_out(to_frame(rows)).rows["first"].all()  # nothing is told to be one before it is linked


def test_every_label_begins_or_ends_within_the_window() -> None:
    layout = lay_out(many(60), since="2025-06-20", until="2025-07-10")
    inside = layout.rows[layout.rows["mark"].between(*layout.domain)]
    assert len(inside) > 10
    assert inside["label_at"].between(*layout.domain).all()


@pytest.mark.parametrize("lanes", ["side", "outlet"])
def test_lanes_hold_their_rows_and_do_not_overlap(lanes: str) -> None:
    layout = lay_out(many(80), lanes)
    for lane in layout.lanes.itertuples():
        lines = layout.rows.loc[layout.rows["lane"] == lane.lane, "line"]
        assert lines.between(lane.top, lane.bottom).all()
        assert len(lines) == lane.count
    assert (layout.lanes["top"].iloc[1:].to_numpy() >= layout.lanes["bottom"].iloc[:-1].to_numpy()).all()
    assert layout.total == layout.lanes["bottom"].max()


def test_the_order_of_the_rows_does_not_matter() -> None:
    events = many(80)
    columns = ["mention_id", "line", "lane", "label", "label_side"]
    first = lay_out(events).rows[columns].sort_values("mention_id").reset_index(drop=True)
    second = lay_out(events.sample(frac=1, random_state=3)).rows[columns]
    pd.testing.assert_frame_equal(first, second.sort_values("mention_id").reset_index(drop=True))


def test_history_alone_stands_outside_the_window_and_is_counted() -> None:
    events = story()
    layout = lay_out(events[events["event_grain"] == "year"])
    assert layout.earlier == 1
    assert layout.domain[0] < pd.Timestamp("2025-06-20") < layout.domain[1]


def test_a_few_stray_rows_do_not_stretch_the_window() -> None:
    events = many(60)
    events.loc[0, ["event_start", "event_end"]] = pd.Timestamp("2025-04-10")
    events["published"] = events["published"].fillna(pd.Timestamp("2025-07-01"))
    events.loc[1:, ["event_start", "event_end", "said_start", "said_end", "published"]] = pd.Timestamp(
        "2025-07-01"
    )
    assert lay_out(events).domain[0] > pd.Timestamp("2025-06-01")


def test_an_empty_table_is_an_empty_chart() -> None:
    layout = lay_out(to_frame([]))
    assert layout.rows.empty
    assert layout.total > 0
    assert layout.domain[0] < layout.domain[1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"lanes": "country"}, "lanes: 'country' is not known; use one of side, outlet"),
        ({"since": "32 May"}, "since: '32 May' is not a date"),
        ({"since": 3}, "since: 3 is not a date; write it as YYYY-MM-DD"),
        ({"since": "2025-06-10", "until": "2025-06-01"}, "must not lie after until"),
    ],
)
def test_what_cannot_be_drawn_is_named(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        lay_out(story(), **options)


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
    drawn = picture(chart(to_frame(rows)))
    assert ">Mar 0046<" in drawn
    assert "1946" not in drawn


def test_a_happening_before_the_year_1_has_no_place_in_time_and_says_when_it_was() -> None:
    rows = [
        claim("a", 0, "The dam burst.", kind="strike", event_timex="BC0046-04-06", published="2021-11-03")
    ]
    assert "(6 April 46 BC)" in picture(chart(to_frame(rows)))


def test_a_chart_of_the_year_46_beside_today_keeps_its_window() -> None:
    old = claim("a", 0, "The dam burst.", kind="strike", event_start="0046-01-01", event_end="0046-12-31",
                published="2021-11-03")  # fmt: skip
    new = claim("a", 40, "It was mended.", kind="strike", event_start="2021-11-01", event_end="2021-11-01",
                published="2021-11-03")  # fmt: skip
    drawn = picture(chart(to_frame([old, new])))
    assert ">Jan 0046<" in drawn
    assert ">Nov 2021<" in drawn
    assert "1946" not in drawn
