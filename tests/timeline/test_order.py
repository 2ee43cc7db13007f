"""Days by order: what the neighbours of a happening say of its days, and why."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest

from tests.growth import calls
from tests.timeline.handmade import claim
from toolkit.model import Claim
from toolkit.timeline.known import as_known_on
from toolkit.timeline.order import by_order
from toolkit.timeline.table import ORDER, TableError, check, to_frame

STRIKE = claim(
    "a", 0, "Drones struck the port", outlet="The Wire", event_start="2025-06-09", event_end="2025-06-09"
)
TALKS = claim(
    "a", 100, "Talks were held", outlet="The Wire", event_start="2025-06-12", event_end="2025-06-12"
)
BY_PRINT = (
    "no day is given; it had happened by Friday 13 June 2025, the day of publication; its beginning is open"
)


def undated(start: int, order: str, article: str = "a", **values: object) -> Claim:
    """A row that had happened by print."""
    told = {"event_end": "2025-06-13", "event_why": BY_PRINT, "order": order, **values}
    return claim(article, start, f"The army left on the road {start}", **told)


def after(*rows: Claim) -> str:
    return "; ".join(f"after {row.mention_id}" for row in rows)


def before(*rows: Claim) -> str:
    return "; ".join(f"before {row.mention_id}" for row in rows)


def days(rows: list[Claim], claims: list[str] | None = None) -> dict[int, str]:
    """The days by order of the rows, by their places."""
    frame = to_frame(rows)
    if claims is not None:
        frame["claim_id"] = pd.array(claims, dtype="str")
        frame["independent"] = True
    found = check(by_order(frame))
    shown = [
        "..".join("" if pd.isna(day) else f"{day:%d}" for day in pair)
        for pair in zip(found["order_start"], found["order_end"], strict=True)
    ]
    return {row.start: each for row, each in zip(rows, shown, strict=True) if each != ".."}


def why(rows: list[Claim], at: int) -> str:
    found = by_order(to_frame(rows))
    return str(found["order_why"].iloc[at])


def test_both_neighbours_bound_a_row_and_are_named() -> None:
    row = undated(200, f"{after(STRIKE)}; {before(TALKS)}")
    assert days([STRIKE, TALKS, row]) == {200: "09..12"}
    assert why([STRIKE, TALKS, row], 2) == (
        "by order: after “Drones struck the port” (2025-06-09, The Wire),"
        " before “Talks were held” (2025-06-12, The Wire)"
    )


def test_what_is_no_row_bounds_by_its_own_days() -> None:
    row = undated(
        200,
        "after 2025-06-01/2025-06-30 “a collapse, in June”; before 2025-07-02/2025-07-02 “x”",
    )
    other = undated(300, after(row))
    assert days([row, other]) == {200: "01..", 300: "01.."}
    assert (
        why([row, other], 0) == "by order: after “a collapse, in June” (2025-06-01/2025-06-30, The Courier)"
    )


def test_bounds_go_along_chains_and_the_reason_names_every_link() -> None:
    one = undated(200, after(STRIKE))
    two = undated(300, after(one))
    assert days([two, one, STRIKE]) == {300: "09..", 200: "09.."}
    assert why([two, one, STRIKE], 0) == (
        "by order: after “The army left on the road 200” (The Courier), itself after “Drones struck the port”"
        " (2025-06-09, The Wire)"
    )


def test_long_chains_are_shortened() -> None:
    rows = [STRIKE]
    for place in range(200, 1200, 100):
        rows.append(undated(place, after(rows[-1])))
    assert "itself over 6 more, after “Drones struck the port” (2025-06-09, The Wire)" in why(rows, 10)


def test_the_event_stays_as_it_is() -> None:
    frame = to_frame([STRIKE, undated(200, after(STRIKE))])
    pd.testing.assert_frame_equal(by_order(frame)[list(frame.columns)], frame)
    assert {name: str(by_order(frame)[name].dtype) for name in ORDER} == ORDER


@pytest.mark.parametrize(
    ("anchor", "found"),
    [
        # An interval bounds by its own sides, and is no sharper than it is.
        ({"event_start": "2025-06-01", "event_end": "2025-06-10"}, {200: "01..", 300: "..10"}),
        # What had happened by a day that somebody spoke on bounds only what was before it.
        ({"event_start": None, "event_end": "2025-06-10"}, {300: "..10"}),
        # Print alone, and days that are assumed, bound nothing.
        ({"event_start": None, "event_end": "2025-06-13"}, {}),
        ({"event_why": "told without a date in a story of “Monday”: the Monday before"}, {}),
        ({"event_why": "no day is given; it is told with what happened on Monday"}, {}),
        # Nor does what is no fact, or is disputed.
        ({"modality": "plans"}, {}),
        ({"negated": True}, {}),
        ({"standing": "denied"}, {}),
        ({"standing": "unconfirmed"}, {}),
    ],
)
def test_what_bounds(anchor: dict[str, object], found: dict[int, str]) -> None:
    named = claim(
        "a", 0, "Drones struck the port", **{"event_start": "2025-06-09", "event_end": "2025-06-09"} | anchor
    )
    assert days([named, undated(200, after(named)), undated(300, before(named))]) == found


@pytest.mark.parametrize("values", [{"modality": "may"}, {"negated": True}, {"standing": "denied"}])
def test_what_is_not_bounded(values: dict[str, object]) -> None:
    assert days([STRIKE, undated(200, after(STRIKE), **values)]) == {}


def test_only_what_is_more_than_the_row_says_is_told() -> None:
    own = claim("a", 200, "They left", event_start="2025-06-10", event_end="2025-06-11", order=after(STRIKE))
    month = claim(
        "a", 300, "They left", event_start="2025-06-01", event_end="2025-06-30", order=after(STRIKE)
    )
    assert days([STRIKE, own, month]) == {300: "09.."}


def test_mentions_of_one_claim_share_what_bounds_them() -> None:
    here = undated(200, "", article="b")
    there = undated(200, after(STRIKE))
    assert days([STRIKE, there, here], ["s", "c", "c"]) == {200: "09.."}
    frame = to_frame([STRIKE, there, here]).assign(claim_id=pd.array(["s", "c", "c"], dtype="str"))
    assert by_order(frame)["order_why"].iloc[2] == (
        "by order: told as “The army left on the road 200” (The Courier),"
        " after “Drones struck the port” (2025-06-09, The Wire)"
    )


def test_a_neighbour_has_the_day_that_another_outlet_tells() -> None:
    neighbour = undated(0, "", article="b", outlet="The Post")
    row = undated(200, after(neighbour), article="b", outlet="The Post")
    frame = to_frame([STRIKE, neighbour, row]).assign(claim_id=pd.array(["s", "s", "c"], dtype="str"))
    assert by_order(frame)["order_why"].iloc[2] == (
        "by order: after “The army left on the road 0” (The Post),"
        " told as “Drones struck the port” (2025-06-09, The Wire)"
    )


def test_mentions_that_do_not_agree_share_nothing() -> None:
    other = claim("b", 0, "Drones struck the port", event_start="2025-06-11", event_end="2025-06-11")
    row = undated(200, after(other), article="b")
    assert days([STRIKE, other, row], ["s", "s", "c"]) == {200: "11.."}


def test_articles_are_connected_by_claims_alone() -> None:
    assert days([STRIKE, undated(200, after(STRIKE), article="b")]) == {}
    assert days([STRIKE, undated(200, "after a:999-1000")]) == {}


def test_a_contradiction_is_told_and_nothing_follows_from_it() -> None:
    late = claim("a", 200, "They left", event_start="2025-06-05", event_end="2025-06-05", order=after(STRIKE))
    free = undated(300, after(STRIKE))
    assert days([STRIKE, late, free]) == {300: "09.."}
    told = "told as after “Drones struck the port” (The Wire), but the days contradict it; nothing follows from it"
    assert why([STRIKE, late], 1) == f"by order: {told}"


def test_a_contradiction_over_a_chain_leaves_nothing() -> None:
    early = claim("a", 50, "They left", event_start="2025-06-05", event_end="2025-06-05")
    assert days([STRIKE, early, undated(200, f"{after(STRIKE)}; {before(early)}")]) == {}


def test_a_circle_is_told_and_nothing_follows_from_it() -> None:
    one, two = undated(200, ""), undated(300, "")
    one, two = replace(one, order=f"{after(two)}; {after(STRIKE)}"), replace(two, order=after(one))
    assert days([STRIKE, one, two]) == {200: "09.."}
    assert "but it goes in a circle; nothing follows from it" in why([STRIKE, one, two], 2)


def test_a_row_is_in_no_order_with_its_own_claim() -> None:
    one, two = undated(200, ""), undated(300, "after a:200-229")
    assert days([STRIKE, one, two], ["s", "c", "c"]) == {}


def test_days_that_are_assumed_give_way() -> None:
    row = undated(
        200, before(STRIKE), event_start="2025-06-11", event_why="no day is given; it is told with what was"
    )
    assert days([STRIKE, row]) == {200: "..09"}
    assert why([STRIKE, row], 1).endswith("against the days that are assumed for want of one")


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = [STRIKE, TALKS, undated(200, after(STRIKE)), undated(300, f"{after(STRIKE)}; {before(TALKS)}")]
    one = by_order(to_frame(rows)).set_index("mention_id")["order_why"]
    other = by_order(to_frame(rows[::-1])).set_index("mention_id")["order_why"]
    assert one.to_dict() == other.to_dict()


def test_what_was_not_yet_in_print_bounds_nothing() -> None:
    later = claim(
        "b",
        0,
        "Drones struck the port",
        published="2025-06-20",
        event_start="2025-06-09",
        event_end="2025-06-09",
    )
    named = undated(0, "")
    rows = [later, named, undated(200, after(named))]
    frame = to_frame(rows).assign(claim_id=pd.array(["s", "s", "c"], dtype="str"), independent=True)
    table = by_order(frame)
    assert table["order_start"].notna().sum() == 1
    assert as_known_on(table, "2025-06-15")["order_start"].notna().sum() == 0


def test_a_frame_that_is_no_event_table_is_refused() -> None:
    with pytest.raises(TableError, match="column mention_id"):
        by_order(pd.DataFrame({"x": [1]}))


def test_the_cost_grows_with_the_rows() -> None:
    def cost(count: int) -> int:
        rows = [STRIKE, *(undated(200 + 100 * k, "") for k in range(count))]
        rows = [rows[0], *(replace(row, order=after(last)) for last, row in pairwise(rows))]
        frame = to_frame(rows)
        assert by_order(frame)["order_start"].notna().sum() == count
        return calls(lambda: by_order(frame))

    assert cost(2000) < 4.5 * cost(500)
