"""The map: places as precisely as they are known, the latest standing of each claim, and a cut that shows the story."""

import itertools
import json
import math
from typing import Any

import pytest

from tests.timeline.handmade import claim
from toolkit.charts.embed import picture
from toolkit.charts.held import of_kind
from toolkit.charts.map import map_chart
from toolkit.charts.outlines import countries, outline_of
from toolkit.charts.places import cut, kind_of, land, place_of, shaped
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

REGION = {"place": "Sumy region", "place_id": "UA-59", "latitude": 51.0, "longitude": 34.0}
TOWN = {"place": "Sumy", "place_id": "gn692194", "latitude": 50.92, "longitude": 34.80}
FAR = {"place": "Lima", "place_id": "gn3936456", "latitude": -12.04, "longitude": -77.03}


def row(number: int, where: dict[str, Any], **values: Any) -> Any:
    told = {"kind": "strike", "event_start": "2025-06-08", "event_end": "2025-06-08", "standing": "reported"}
    return claim(f"a{number}", 0, f"Shells hit house {number}.", **{**told, **where, **values})


def events(*rows: Any) -> Any:
    return link(to_frame(rows))


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"place_id": "UA"}, "country"),
        ({"place_id": "UA-59"}, "region"),
        ({"place_id": "US-AK"}, "region"),
        ({"place_id": "gn692194"}, "settlement"),
        ({"place_id": "front-millbrook"}, "settlement"),
        ({"place_id": "donbas"}, "area"),
        ({"place_id": "UA-59", "place_precision": "settlement"}, "settlement"),
        ({"place_id": "gn692194", "place_precision": "region"}, "region"),
    ],
)
def test_a_place_is_known_as_what_it_is(given: dict[str, str], kind: str) -> None:
    assert kind_of(given) == kind


def test_a_region_is_its_outline_and_stands_inside_of_it_and_not_at_its_capital() -> None:
    region = place_of(REGION | {"longitude": 34.80, "latitude": 50.92}, 1)
    assert region.kind == "region"
    assert len(region.rings[0]) > 20
    assert abs(region.latitude - 50.92) > 0.1
    settlement = place_of(TOWN, 1)
    assert settlement.rings == ()
    assert settlement.point == (34.80, 50.92)
    area = place_of({"place": "Somewhere", "place_id": "somewhere", "latitude": 10.0, "longitude": 10.0}, 1)
    assert area.kind == "area"
    assert len(area.rings) == 1


def test_borders_are_those_of_the_codes() -> None:
    assert len(countries()) > 200
    ukraine, russia = outline_of("UA"), outline_of("RU")
    assert ukraine
    assert russia
    box = (33.5, 44.8, 34.5, 45.3)  # in the midst of Crimea, UA-43
    assert [country.id for country, _ in land(box)] == ["UA"]
    assert outline_of("gn692194") is None


def test_claims_of_one_standing_at_one_place_are_one_mark() -> None:
    table = events(
        *(
            row(number, TOWN, event_start=f"2025-0{number}-01", event_end=f"2025-0{number}-01")
            for number in (4, 5, 6)
        )
    )
    spec = map_chart(table).to_dict(validate=False)
    drawn = picture(spec)
    assert len(of_kind(spec, "claims")) == 3
    assert drawn.count('aria-roledescription="point"') == 1
    assert ">3<" in drawn


def test_what_is_not_on_the_map_is_told() -> None:
    near = [row(number, TOWN if number % 2 else REGION, target=str(number)) for number in range(12)]
    table = events(*near, row(20, FAR, kind="talks"), row(21, {}, kind="aid"))
    subtitle = " ".join(map_chart(table).to_dict(validate=False)["title"]["subtitle"])
    assert "1 claim without a place that is known" in subtitle
    places = [
        place_of(TOWN, 20),
        place_of(REGION, 20),
        place_of(REGION | {"place_id": "UA-63"}, 5),
        place_of(FAR, 1),
    ]
    west, _, east, _ = cut(places, 2.4)
    assert west > 0
    assert east < 60


@pytest.mark.parametrize("shape", [1.0, 2.4])
def test_a_cut_has_its_shape_and_holds_what_it_is_made_for(shape: float) -> None:
    west, south, east, north = shaped((34.0, 50.0, 35.0, 51.0), shape)
    assert west < 34.0 < 35.0 < east
    assert south < 50.0 < 51.0 < north


def test_a_map_of_nothing_and_one_of_the_whole_world_are_drawn() -> None:
    assert picture(map_chart(to_frame([]))).startswith("<svg")
    assert cut([], 2.4)[0] < cut([], 2.4)[2]
    spec = map_chart(events(row(1, TOWN), row(2, FAR))).to_dict(validate=False)
    assert len(json.dumps(spec)) < 600_000  # only what is seen is in the page


def test_a_country_is_named_once_and_no_marks_lie_on_each_other() -> None:
    country = {"place": "Ukraine", "place_id": "UA", "latitude": 48.9, "longitude": 31.4}
    spots = [(50.4, 26.0), (47.0, 36.0), (50.0, 36.5), *((48.9 + step / 50, 31.4) for step in range(5))]
    near = [
        {"place": f"Village {number}", "place_id": f"gn{number}", "latitude": north, "longitude": east}
        for number, (north, east) in enumerate(spots)
    ]
    table = events(*(row(number, place, target=str(number)) for number, place in enumerate([country, *near])))
    spec = map_chart(table).to_dict(validate=False)
    assert "Ukraine" not in {name["name"] for name in of_kind(spec, "countries")}
    assert picture(spec).count(">Ukraine<") == 2  # its name and the halo of it
    drawn = [(place["x"], place["y"]) for place in of_kind(spec, "places")]
    corners = of_kind(spec, "frame")[0]["geometry"]["coordinates"][0][0]
    pixel = (max(x for x, _ in corners) - min(x for x, _ in corners)) / spec["width"]
    apart = [math.dist(one, other) / pixel for one, other in itertools.combinations(drawn, 2)]
    assert min(apart) > 14
    assert of_kind(spec, "leaders")  # from where a village lies to its mark
