"""Where an event happened: by its arguments, by what its words take up, by the passage; and places no table knows."""

from __future__ import annotations

from datetime import date

import pytest

from tests.faults import fault
from toolkit.claims.extract import extract
from toolkit.model import Article, Claim


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2025, 6, 13)))


NAMED = [
    # What is taken, hit or entered is where it happens; an origin is not, unless somebody leaves it.
    ("Rwandan troops seized Goma on Monday.", "Goma"),
    ("Israeli jets bombed the port of Hodeidah on Monday.", "Hodeidah"),
    ("Turkish jets bombed a base near the city of Erbil on Monday.", "Erbil"),
    ("Malian soldiers seized the airport of Bamako on Monday.", "Bamako"),
    ("Rwandan troops withdrew from Goma on Monday.", "Goma"),
    ("Rwandan troops withdrew from Goma to Bukavu on Monday.", "Goma"),
    ("Rwandan troops marched from Goma into Bukavu on Monday.", "Bukavu"),
    # The narrowest place, whichever is named first.
    ("Rebels attacked the airfield of Goma in eastern Congo on Monday.", "Goma"),
    ("Rebels in eastern Congo attacked Goma on Monday.", "Goma"),
    # The place of the saying is not that of the event.
    ("Rwandan troops seized Goma on Monday, an official said in Geneva.", "Goma"),
    # Parts of countries are places of their own.
    ("Fighting between Sudanese and Ethiopian troops broke out in eastern Sudan on Monday.", "eastern Sudan"),
    ("A drone hit a depot in northern Poland on Monday.", "northern Poland"),
    # No table knows it, but the words beside it say that it is a place.
    ("Ethiopian troops seized the village of Oxbridge on Monday.", "Oxbridge"),
    ("Ethiopian and Somali troops clashed near Oxbridge on Monday.", "Oxbridge"),
    # A date names no place.
    ("Roman troops seized the port of Ostia in 46 BC.", "Ostia"),
    # Unknown names: what they are joined to shows them, in whatever country.
    ("A plane was shot down over Oxbridge on Monday.", "Oxbridge"),
    ("Drone strikes on Oxbridge killed nine people on Monday.", "Oxbridge"),
    ("Residents of Oxbridge blocked the road to Lima on Monday.", "Oxbridge"),
    ("The mayor of Oxbridge was shot dead on Monday.", "Oxbridge"),
    ("Ethiopian troops retreated from Oxbridge on Monday.", "Oxbridge"),
    ("Warplanes bombed an exchange in the heart of Nairobi on Monday.", "Nairobi"),
    # ... but what befalls somebody, and why it is done, is no place.
    ("An attack on Mr Oxbridge killed nine people on Monday.", ""),
    ("The strikes in support of Ethiopia killed nine people on Monday.", ""),
    # What is said to lie in another place is the place, by whatever words.
    ("Gunmen attacked a school in Kebbi state, northwestern Nigeria, on Monday.", "Kebbi state"),
    ("Gunmen attacked a shop in the Konvale district of Nairobi on Monday.", "Konvale district"),
    ("Rebels attacked an army post in Mopti region on Monday.", "Mopti region"),
    ("Rebels shelled a bridge over the Oxus at Konvale on Monday.", "Konvale"),
    # Borders, sides and soil by the states that have them; a gulf is not the town that it is called after.
    ("Clashes broke out on the Kyrgyz-Tajik border on Monday.", "Kyrgyz-Tajik border"),
    ("Nine people died on the Thai side on Monday.", "Thailand"),
    ("A missile hit a tanker in the Gulf of Aden on Monday.", "Gulf of Aden"),
    ("Ethiopian border guards arrested nine smugglers on Monday.", ""),
    # Nothing says where.
    ("Ethiopian troops killed nine Somali soldiers on Monday.", ""),
    ("Ethiopia attacked Somali soldiers on Monday, the Kremlin said.", ""),
]  # fmt: skip
FAULTS = {
    5: "who withdraws from a town to another leaves the first one",
}


@pytest.mark.parametrize(
    ("text", "place"), [fault(*each, why=FAULTS[n]) if n in FAULTS else each for n, each in enumerate(NAMED)]
)
def test_the_place_that_a_sentence_names(text: str, place: str) -> None:
    assert [row.place for row in rows(text)][:1] == [place]


CARRIED = [
    # Another mention of the same, the one just before, the place of the passage.
    ("Saudi jets struck Sanaa on Monday. Nine people were killed.", "Sanaa"),
    ("Rwandan troops reached Goma on Monday. They killed three soldiers.", "Goma"),
    ("It was quiet in Sanaa on Sunday. Saudi jets struck a depot on Monday.", "Sanaa"),
    ("Rwandan troops stood near the town of Goma on Sunday. They entered the town on Monday.", "Goma"),
    # A named place is not overruled, a saying has none, and by others it need not have been there.
    ("Saudi jets struck Sanaa on Monday. Saudi jets hit Hodeidah on Tuesday.", "Hodeidah"),
    ("Rwandan troops seized Goma on Monday. The Congolese government demanded that they leave.", "Goma"),
    # Who speaks next speaks of it, unless he names another day.
    ("Saudi jets struck Sanaa on Monday. The Qatari government voiced deep concern.", "Sanaa"),
    ("Saudi jets struck Sanaa on May 5. On May 9 the Qatari government voiced deep concern.", ""),
]


@pytest.mark.parametrize(("text", "place"), CARRIED)
def test_a_place_is_carried_along(text: str, place: str) -> None:
    assert rows(text)[-1].place == place


@pytest.mark.parametrize(
    "text",
    [
        "The Daily Telegraph reported that Ethiopian troops had killed nine Somali soldiers.",
        "The Berlin-based institute said that Ethiopian troops had killed nine Somali soldiers.",
        "Ethiopian troops killed nine Somali soldiers, a professor of the University of Nairobi said.",
        "According to Trehubov, Ukrainian soldiers have been fighting Russian troops near the border.",
    ],
)
def test_the_name_of_somebody_is_no_place(text: str) -> None:
    assert [row.place for row in rows(text)] == [""]


def test_a_known_place_has_its_coordinates_and_another_one_none() -> None:
    names = "Goma", "the village of Oxbridge"
    known, unknown = (rows(f"Ethiopian troops seized {name} on Monday.")[0] for name in names)
    assert known.place_id
    assert -2 < (known.latitude or 0) < -1
    assert (unknown.place_id, unknown.latitude, unknown.longitude) == ("", None, None)


@pytest.mark.parametrize(
    ("text", "place", "known"),
    [
        # A town of the world goes by the spelling of the article, where its own is another one.
        ("Israeli jets bombed Khan Younis on Monday.", "Khan Younis", True),
        ("Saudi jets struck the Red Sea port of Hudaydah in Yemen on Monday.", "Hudaydah", True),
        ("Rebels attacked a bank in Frankfurt on Monday.", "Frankfurt", True),
        # A sea, a river and a region are wider than a town, though no table knows them.
        ("Rebels attacked the Coral Sea port of Konvale on Monday.", "Konvale", False),
        ("Rebels shelled Konvale in Shan State on Monday.", "Konvale", False),
    ],
)
def test_how_a_place_is_spelt_and_the_narrowest_of_unknown_ones(text: str, place: str, known: bool) -> None:
    row = rows(text)[0]
    assert (row.place, bool(row.place_id)) == (place, known)


def test_a_town_is_one_of_the_countries_that_the_article_names() -> None:
    (row,) = rows("Philippine soldiers attacked rebels in Samar on Monday.")
    assert (row.place, row.place_id, row.latitude) == ("Samar", "", None)
    assert rows("Ukrainian soldiers attacked Samar on Monday.")[0].place_id


CARRIED = [
    # Harm to those who do not fight is done at home, not where its doer sits.
    ("Iran fired missiles at Haifa in Israel on Monday. Israeli strikes killed nine engineers, Iran said.", "Iran"),
    # ... whoever fights may be hit abroad.
    ("Kenyan troops fought Somali rebels in Kismayo on Monday. The rebels killed nine Kenyan soldiers.", "Kismayo"),
    # Who sees harm is there; who only speaks of it is not.
    ("Police fired on marchers in Mbale on Monday. A nurse at a hospital in Jinja said nine were hurt.", "Jinja"),
    ("Police fired on marchers in Mbale on Monday. A minister in Kampala said nine people were hurt.", "Mbale"),
    # A place at the front goes for the whole sentence.
    ("Rebels shelled Gao on Sunday. In Konvale, where fighting goes on, the army said rebels had killed nine men.",
     "Konvale"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), CARRIED)
def test_where_those_are_harmed_of_whom_nobody_says_where(text: str, place: str) -> None:
    assert rows(text)[-1].place == place
