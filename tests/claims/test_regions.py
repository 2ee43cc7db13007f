"""The regions of all states, spellings of Arabic names, and how exactly a place is told."""

from __future__ import annotations

import pytest

from toolkit.claims.places.gazetteer import Nearby, load_gazetteer, precision, well_known
from toolkit.claims.places.gazetteer.index import FILE, text_of
from toolkit.claims.places.gazetteer.rows import LARGE_TABLES, shipped
from toolkit.claims.places.places import find_places


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Troops moved into Helmand on Sunday.", "AF", ("Helmand", "AF-HEL", "region")),
        ("The convoy left Paktika province on Monday.", "AF", ("Paktika province", "AF-PKA", "region")),
        ("Clashes went on in Tigray.", "ET", ("Tigray", "ET-TI", "region")),
        ("Floods cut roads in North Darfur state.", "SD", ("North Darfur state", "SD-DN", "region")),
        ("A shell fell in the Belgorod region.", "RU", ("Belgorod region", "RU-BEL", "region")),
        ("A shell fell in Belgorod.", "RU", ("Belgorod", "gn578072", "settlement")),
        ("Fighting went on in Kandahar province.", "AF", ("Kandahar province", "AF-KAN", "region")),
        ("Fighting went on in Kandahar.", "AF", ("Kandahar", "gn1138336", "settlement")),
        (
            "Residents fled el-Fashir on foot, and aid reached El Fasher.",
            "SD",
            ("El Fasher", "gn379555", "settlement"),
        ),
        ("The bridge at Deir al-Zour was hit.", "SY", ("Deir al-Zour", "gn170794", "settlement")),
        ("Snow fell in Tuscany.", "", ("Tuscany", "IT-52", "region")),
    ],
)
def test_a_place_and_how_exactly_it_is_told(text: str, country: str, expected: tuple[str, str, str]) -> None:
    known = Nearby(load_gazetteer(), frozenset({country} - {""}))
    found = [(each.text, each.place.id, precision(each.place)) for each in find_places(text, known)]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Unity was called for, and the Lakes were calm.", "SS"),
        ("Mary said that the council had met.", "TM"),
        ("Helmand said that the council had met.", "AF"),
        ("In Tigray the rain fell.", "FR"),
        ("Fisher and Bond said in Central that it was over.", "KE"),
        ("They met in the West and in the South.", "CM"),
    ],
)
def test_what_is_no_region(text: str, country: str) -> None:
    known = Nearby(load_gazetteer(), frozenset({country}))
    assert [each.text for each in find_places(text, known) if each.place.minor] == []


def test_a_region_of_a_list_does_not_make_its_name_a_place_of_everybody() -> None:
    gazetteer = load_gazetteer()
    assert [place.country for place in gazetteer.named("Mendoza")] == ["AR"]
    assert not any(place.minor for place in gazetteer.named("Mendoza"))
    assert not well_known("Helmand")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("France", "country"),
        ("Kyiv", "settlement"),
        ("Donbas", "region"),
        ("Donetsk region", "region"),
        ("Black Sea", "region"),
    ],
)
def test_precision(name: str, expected: str) -> None:
    assert [precision(place) for place in load_gazetteer().named(name)[:1]] == [expected]


def test_the_index_is_that_of_the_tables() -> None:
    assert FILE.read_bytes() == text_of(row for table in LARGE_TABLES for row in shipped(table))
    assert sum((FILE.parent / name).stat().st_size for name in (*LARGE_TABLES, FILE.name)) < 6_000_000
