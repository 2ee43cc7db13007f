"""Places: the right bearer of a name, and no place where there is none."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.places.gazetteer import read_places
from toolkit.claims.places.gazetteer.spelling import key
from toolkit.claims.places.places import find_places, load_gazetteer, main_place


def named(text):
    return [(m.text, m.place.name) for m in find_places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell in the Dnipropetrovsk region.", [("Dnipropetrovsk region", "Dnipropetrovsk region")]),
        ("Fighting went on in Dnipropetrovsk.", [("Dnipropetrovsk", "Dnipropetrovsk region")]),
        ("They drove to the regional capital, Dnipro.", [("Dnipro", "Dnipro")]),
        ("They drove to the regional capital, Dnepr.", [("Dnepr", "Dnipro")]),
        ("Ferries cross the Dnieper there.", [("Dnieper", "Dnipro River")]),
        ("A push near Dobropillya failed.", [("Dobropillya", "Dobropillia")]),
        ("A push near Dobropolye failed.", [("Dobropolye", "Dobropillia")]),
        ("Trains to Kharkiv run again.", [("Kharkiv", "Kharkiv")]),
        ("The Kharkiv oblast was hit.", [("Kharkiv oblast", "Kharkiv region")]),
        ("It went along Donetsk's western border.", [("Donetsk", "Donetsk region")]),
        ("Talks were held in Kiev.", [("Kiev", "Kyiv")]),
        ("Talks were held in Istanbul and Geneva.", [("Istanbul", "Istanbul"), ("Geneva", "Geneva")]),
        (
            "He wants all of the Donetsk, Luhansk and Kherson provinces.",
            [
                ("Donetsk", "Donetsk region"),
                ("Luhansk", "Luhansk region"),
                ("Kherson provinces", "Kherson region"),
            ],
        ),
        ("Troops took Huliaipole.", [("Huliaipole", "Huliaipole")]),
    ],
)
def test_place(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said that it knew nothing.",
        "Kyiv and Moscow traded accusations.",
        "The Moscow Times reported it.",
        "The Kyiv Independent and The New York Times reported it.",
        "Viktor Kharkiv went home.",
        "A spokesman of the Dnipro Operational Group spoke.",
        "The Donetsk Brigade marched.",
        "Victoria Lincoln spoke.",
        "They sent aid to Kyiv.",
        "",
    ],
)
def test_no_place(text):
    assert named(text) == []


def test_roles_and_the_main_place():
    text = "Soldiers crossed the border of Donetsk from Russia into the Dnipropetrovsk region near Mezhova."
    mentions = find_places(text)
    assert [m.role for m in mentions if m.place.kind != "country"] == ["of", "at", "at"]
    assert main_place(mentions, (9, 16), (0, len(text))).place.name == "Mezhova"


def test_where_it_comes_from_is_not_where_it_happens():
    text = "Drones flew from Belgorod."
    assert main_place(find_places(text), (7, 11), (0, len(text))) is None


@pytest.mark.parametrize(
    ("one", "other"), [("Kostyantynivka", "Kostiantynivka"), ("Huliai-Pole", "Hulyaypole")]
)
def test_romanisations_meet(one, other):
    assert key(one) == key(other)


def test_every_place_has_coordinates_and_a_known_parent():
    places = load_gazetteer()
    assert len(places) > 5000
    for place in places:
        assert place.latitude is not None
        assert -90 <= place.latitude <= 90
        assert -180 <= (place.longitude or 0) <= 180
        assert not place.parent or places.get(place.parent) or place.parent == place.country, place


@pytest.mark.parametrize(
    "text",
    [
        "The officers told the NYT so.",
        "A New York Times report said so.",
        "The U.S.-based institute drew it.",
        "The institute, headquartered in the U.S., drew it.",
        "A research group in the United States drew it.",
        "The University of Kharkiv said so.",
    ],
)
def test_where_a_body_is_based_is_no_place(text):
    assert find_places(text) == []


def test_a_preposition_may_begin_the_sentence():
    assert [m.place.name for m in find_places("In Istanbul, both sides met.")] == ["Istanbul"]


def test_own_places_come_first(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(
        "id,name,latitude,longitude,parent,country,weight\nmill,Old Mill,48.1,36.2,UA-12,UA,9\n", "utf-8"
    )
    own = load_gazetteer(path)
    assert [m.place.id for m in find_places("They met near Old Mill.", own)] == ["mill"]
    assert own.inside(own.get("mill"), "UA")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("mill,,1,2", "line 2: a place needs"),
        ("mill,Mill,north,2", "line 2: latitude 'north'"),
        ("mill,Mill,91,2", "line 2: latitude 91"),
    ],
)
def test_a_mistake_in_a_table_is_named(tmp_path, row, message):
    path = tmp_path / "places.csv"
    path.write_text(f"id,name,latitude,longitude\n{row}\n", "utf-8")
    with path.open("ab") as file:
        file.write(b"b,M\xfchle\nc,New\0Mill\nd,Old Mill\n")
    rows, problems = read_places(path)
    assert [row["id"] for row in rows] == ["d"]
    assert [str(each).partition(": ")[0] for each in problems] == [f"places.csv, line {n}" for n in (2, 3, 4)]
    assert message in str(problems[0])


def test_what_is_no_table_is_named(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("name,where\nMill,1\n", "utf-8")
    rows, (problem,) = read_places(path)
    assert (rows, str(problem)) == ([], "places.csv: has no column id: a place needs an id and a name")


def test_an_edited_table_is_read_again(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("id,name\nmill,Old Mill\n", "utf-8")
    assert load_gazetteer(path).named("Old Mill")
    path.write_text("id,name\nmill,New Mill\n", "utf-8")
    os.utime(path, ns=(1, 1))
    assert not load_gazetteer(path).named("Old Mill")


@given(st.text(max_size=200))
def test_never_raises_and_spans_hold(text):
    for mention in find_places(text):
        assert text[mention.start : mention.end] == mention.text
