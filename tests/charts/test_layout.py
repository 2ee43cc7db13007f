"""Where claims go: nothing is lost, each has a line in every order, and the far past does not squeeze the story."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tests.charts.stories import linked, many, story
from tests.timeline.handmade import claim
from toolkit.charts.days import DAY
from toolkit.charts.folds import EARLIER, FEW, HEADINGS, ROWS, SPARE
from toolkit.charts.layout import ORDERS, Layout, lay_out
from toolkit.timeline.table import to_frame

PAST = [
    claim(
        "h",
        place * 40,
        f"In {year} it was sold for the {place}th time.",
        kind="statement",
        event_start=f"{year}-01-01",
        event_end=f"{year}-12-31",
        event_grain="year",
        published="2025-06-20",
        outlet="Chronicle",
        standing="reported",
    )
    for place, year in enumerate((1991, 2003, 2014))
]


def old_story() -> pd.DataFrame:
    return pd.concat([story(), to_frame(PAST)], ignore_index=True)


def rows_of(layout: Layout) -> list[int]:
    return [row["row"] for row in (*layout.lanes, *layout.folds)]


def test_every_mention_is_drawn_or_counted() -> None:
    events = story()
    layout = lay_out(events)
    assert len(layout.mentions) + layout.undrawn == len(events)
    assert layout.undrawn == 1
    assert layout.dateless == 1  # the denial says nothing about the day of the fire


def test_a_claim_has_one_line_however_often_it_is_told() -> None:
    events, ledger = linked()
    drawn = events[events["published"].notna()]
    layout = lay_out(events)
    assert len(layout.claims) == drawn["claim_id"].nunique() < len(layout.mentions)
    days = layout.claims.set_index("claim_id")[["from", "to"]]
    told = ledger.set_index("claim_id").loc[days.index]
    both = told["event_start"].notna() & told["event_end"].notna()
    assert (days["from"][both] == told["event_start"][both]).all()
    assert (days["to"][both] == told["event_end"][both] + DAY).all()


@pytest.mark.parametrize("lanes", [None, "side", "outlet", "kind", "place", "source", "theme"])
@pytest.mark.parametrize("number", [0, 5, 60, 300])
def test_lines_and_headings_share_no_row(number: int, lanes: str | None) -> None:
    layout = lay_out(many(number), lanes)
    for order in ORDERS:
        rows = [*layout.claims[f"by_{order}"], *rows_of(layout)]
        assert len(rows) == len(set(rows))
    if lanes:
        for lane in layout.lanes:
            inside = layout.claims[layout.claims["lane"] == lane["lane"]]
            assert (inside["by_time"] > lane["row"]).all()


def test_the_orders_are_those_of_importance_time_and_place() -> None:
    claims = lay_out(many(40)).claims
    by = {order: claims.sort_values(f"by_{order}") for order in ORDERS}
    assert by["importance"]["importance"].is_monotonic_decreasing
    assert by["time"]["moment"].is_monotonic_increasing
    placed = by["place"]["place"]
    assert placed[placed != ""].is_monotonic_increasing
    assert (placed.iloc[-(placed == "").sum() :] == "").all()


def test_what_is_contradicted_by_several_sources_comes_first_and_a_given_importance_before_that() -> None:
    said = {"event_end": "2025-06-08", "kind": "strike", "said_start": "2025-06-08", "said_end": "2025-06-08"}
    rows = [
        claim("a", 0, "The staff said that the dam burst.", claimant="staff", claimant_side="A", **said),
        claim("b", 0, "The mayor denied it.", claimant="mayor", claimant_side="B", standing="denied", **said),
        claim("c", 0, "The road was closed.", claimant="police", claimant_side="B", **said),
    ]
    events = to_frame(rows).assign(claim_id=["one", "one", "two"], independent=True)
    assert lay_out(events).claims.set_index("claim_id")["by_importance"].to_dict() == {"one": 1, "two": 2}
    turned = lay_out(events, importance={"two": 1.0, "one": 0.1}).claims.set_index("claim_id")
    assert turned["by_importance"].to_dict() == {"one": 2, "two": 1}


def test_the_order_of_the_rows_does_not_matter() -> None:
    events = many(120)
    columns = ["claim_id", "label", "lane", "fold", *(f"by_{order}" for order in ORDERS)]
    first = lay_out(events, "side").claims[columns].sort_values("claim_id", ignore_index=True)
    second = lay_out(events.sample(frac=1, random_state=3), "side").claims[columns]
    pd.testing.assert_frame_equal(first, second.sort_values("claim_id", ignore_index=True))


def test_a_saying_of_a_few_days_stands_on_the_first_and_of_many_on_the_last() -> None:
    events = story().iloc[[2]].copy()
    for last, expected in (("2025-06-11", "2025-06-10"), ("2025-06-30", "2025-06-30")):
        events["said_end"] = pd.Timestamp(last)
        said = lay_out(events).mentions["said"].iloc[0]
        assert said.normalize() == pd.Timestamp(expected)


def test_what_happened_before_the_story_is_folded_under_one_heading() -> None:
    layout = lay_out(old_story())
    assert layout.window[0] > pd.Timestamp("2025-01-01")
    assert layout.extent[0] <= pd.Timestamp("1814-01-01")
    (heading,) = layout.folds
    assert heading["label"] == "4 earlier: 1814 to 2014"
    folded = layout.claims[layout.claims["fold"] != ""]
    assert len(folded) == 4
    assert folded["fold"].str.startswith(EARLIER).all()
    assert (folded["by_time"] > heading["row"]).all()
    assert heading["row"] > layout.claims["by_time"][layout.claims["fold"] == ""].max()


def test_a_single_old_happening_keeps_its_line() -> None:
    assert FEW > 1
    assert not lay_out(story()).folds


def test_since_years_ago_is_no_past() -> None:
    lasting = claim("z", 0, "Since 2014 it is closed.", event_start="2014-03-01", published="2025-06-20")
    claims = lay_out(pd.concat([old_story(), to_frame([lasting])], ignore_index=True)).claims
    assert claims.set_index("claim_id")["fold"][lasting.mention_id] == ""


@pytest.mark.parametrize(
    ("number", "headings"),
    [(ROWS + SPARE, range(1)), (ROWS + SPARE + 20, range(1, 2)), (1500, range(2, HEADINGS + 1))],
)
def test_beyond_the_most_important_claims_lie_under_headings(number: int, headings: range) -> None:
    layout = lay_out(many(number).assign(published=pd.Timestamp("2025-08-01")))
    own = layout.claims[layout.claims["fold"] == ""]
    assert len(own) == min(number, ROWS if headings.stop > 1 else number)
    assert len(layout.folds) in headings
    folded = layout.claims[layout.claims["fold"] != ""]
    assert own["importance"].min() >= folded["importance"].max() or folded.empty
    counted = sum(
        int(fold["label"].split(" more")[0].split(": ")[-1].replace(",", "")) for fold in layout.folds
    )
    assert counted == len(folded)


@pytest.mark.parametrize("since", ["2025-06-08", date(2025, 6, 8), pd.Timestamp("2025-06-08")])
def test_since_and_until_set_the_window(since: object) -> None:
    layout = lay_out(story(), since=since, until="2025-06-10")
    assert layout.window == (pd.Timestamp("2025-06-08"), pd.Timestamp("2025-06-11"))


def test_open_ends_are_told() -> None:
    claims = lay_out(story()).claims.set_index("happened")
    assert claims["open_start"]["by 8 June 2025"]
    assert claims["open_end"]["since 12 June 2025"]
    assert not claims[["open_start", "open_end"]].loc["March 2025"].any()


def test_history_alone_stands_outside_the_window() -> None:
    events = story()
    layout = lay_out(events[events["event_grain"] == "year"])
    assert layout.window[0] < pd.Timestamp("2025-06-20") < layout.window[1]


def test_a_few_stray_rows_do_not_stretch_the_window() -> None:
    events = many(60)
    events.loc[0, ["event_start", "event_end"]] = pd.Timestamp("2025-04-10")
    events["published"] = events["published"].fillna(pd.Timestamp("2025-07-01"))
    events.loc[1:, ["event_start", "event_end", "said_start", "said_end", "published"]] = pd.Timestamp(
        "2025-07-01"
    )
    assert lay_out(events).window[0] > pd.Timestamp("2025-06-01")


def test_an_empty_table_is_an_empty_chart() -> None:
    layout = lay_out(to_frame([]))
    assert layout.claims.empty
    assert layout.window[0] < layout.window[1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"lanes": "country_of_origin"},
            "lanes: 'country_of_origin' is no column of the table; use one such as side",
        ),
        ({"color": "mood"}, "color: 'mood' is no column of the table"),
        ({"since": "32 May"}, "since: '32 May' is not a date"),
        ({"since": 3}, "since: 3 is not a date; write it as YYYY-MM-DD"),
        ({"since": "2025-06-10", "until": "2025-06-01"}, "must not lie after until"),
    ],
)
def test_what_cannot_be_drawn_is_named(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        lay_out(story(), **options)
