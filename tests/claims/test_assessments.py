"""Two shapes beside the wire story: the daily military assessment and the chronology of talks.

The assessment is a test text: places and offices are real, what it tells is not. The chronology tells what is \
public in
sentences written for this test.
"""

from datetime import date

import pytest

from tests.faults import fault, open_fault
from toolkit.claims.document import Document
from toolkit.claims.extract import extract
from toolkit.model import Article

ASSESSMENT = """Offensive assessment, February 20, 2031

Key Takeaways

- Russian forces recently advanced near Pokrovsk and in western Zaporizhia Oblast.
- Ukrainian forces recently advanced in the Lyman direction.

Northern Kharkiv Oblast

Russian forces attacked in northern Kharkiv Oblast on February 19 and 20 but did not make confirmed advances.

Eastern Ukraine

Geolocated footage published on February 19 indicates that Russian forces recently advanced in central Kostyantynivka.

The Russian Ministry of Defense claimed on February 19 that Russian forces advanced near Siversk, Nyvka and \
Riznykivka. \
Ukrainian officials have not confirmed these claims.

A Russian milblogger claimed on February 20 that Russian forces advanced east of Lyman, north of Zarichne, and \
near Yampil.

The Russian Defense Ministry claimed on February 20 that Russian forces seized Novopavlivka. A Ukrainian brigade \
operating near Novopavlivka denied on February 20 that Russian forces had seized the settlement.

The Institute for the Study of War has not observed visual evidence of Russian forces operating in Huliaipole.

Geolocated footage published on February 19 shows that Ukrainian forces maintain positions in central \
Pokrovsk, where \
Russian sources previously claimed that Russian forces had seized the town.

Russian forces conducted limited ground attacks near Orikhiv, Mala Tokmachka and Stepove on February 19 but \
did not advance.

Ukraine's Air Force reported that Russian forces launched 120 drones against Ukraine overnight on February 19 to 20.

| Settlement | Status |
|---|---|
| Novopavlivka | Russian forces claimed to have seized it on February 20 |
"""
OUTLET = "The Test Assessment"

# Kind, standing, who says so, the last day of the event and of the saying, places.
ASSESSED = [
    ("advance", "reported", OUTLET, "20", "20", "Pokrovsk; western Zaporizhzhia region"),
    ("advance", "reported", OUTLET, "20", "20", "Lyman"),
    fault("strike", "reported", OUTLET, "20", "20", "northern Kharkiv region",
          why="of “attacked but did not make advances” only the advance is told"),
    ("not advance", "reported", OUTLET, "20", "20", "northern Kharkiv region"),
    ("advance", "confirmed", "Geolocated footage published on February 19", "19", "19", "Kostyantynivka"),
    ("advance", "claimed", "Russian Ministry of Defense", "19", "19", "Siversk; Nyvka; Riznykivka"),
    ("advance", "unconfirmed", "Ukrainian officials", "19", "20", "Siversk; Nyvka; Riznykivka"),
    fault("advance", "claimed", "Russian milblogger", "20", "20", "Lyman; Zarichne; Yampil",
          why="a milblogger of a side speaks for it by the case, but his claims are only reported"),
    fault("control", "claimed", "Russian Defense Ministry", "20", "20", "Novopavlivka",
          why="the seizure of one town is dated with that of another"),
    fault("control", "denied", "Ukrainian brigade operating near Novopavlivka", "20", "20", "Novopavlivka",
          why="“the settlement” is not the one that the sentence names"),
    ("advance", "unconfirmed", "Institute for the Study of War", "20", "20", "Huliaipole"),
    fault("control", "confirmed", "Geolocated footage published on February 19", "19", "19", "Pokrovsk",
          why="“maintain positions” makes no row"),
    fault("control", "claimed", "Russian sources", "20", "20", "Pokrovsk",
          why="“where sources claimed”: neither the place nor the side"),
    ("advance", "reported", OUTLET, "19", "20", "Orikhiv; Mala Tokmachka; Stepove"),
    ("launch", "claimed", "Ukraine's Air Force", "20", "20", ""),
    ("control", "claimed", "Russian forces", "20", "20", ""),
]  # fmt: skip

CHRONOLOGY = """Talks on the war in Ukraine: a chronology

2022

Delegations of both countries held talks in Gomel region, in Belarus, on 28 February. On 10 March the foreign \
ministers \
of Russia and Ukraine met in Antalya. At the end of March the delegations held talks in Istanbul.

In July Russia and Ukraine signed agreements with Turkey and the United Nations in Istanbul on exports of grain.

2023

In June a delegation of African leaders met Zelensky in Kyiv. On 17 July Russia withdrew from the agreement on \
grain. \
In August officials from about forty countries held talks in Jeddah.

2024

In June Switzerland hosted a summit of about ninety states. A day before it opened, Putin demanded that \
Ukraine withdraw \
its troops from four regions. Ukraine rejected the demand the same day. The following month Viktor Orban met \
Putin in Moscow.

2025

In February American and Russian officials held talks in Riyadh. On 28 February Trump met Zelensky in Washington. \
In May Russian and Ukrainian delegations met in Istanbul for the first time in three years. On 2 June they met \
there again.
"""
TALKS = [
    ("talks", "2022-02-28", "2022-02-28", "Gomel region"),
    ("talks", "2022-03-10", "2022-03-10", "Antalya"),
    ("talks", "2022-03-21", "2022-03-31", "Istanbul"),
    ("agreement", "2022-07-01", "2022-07-31", "Istanbul"),
    ("talks", "2023-06-01", "2023-06-30", "Kyiv"),
    ("refusal", "2023-07-17", "2023-07-17", ""),
    ("talks", "2023-08-01", "2023-08-31", "Jeddah"),
    fault("summit", "2024-06-01", "2024-06-30", "", why="“In June Switzerland hosted a summit” is not dated"),
    ("demand", "2024-06-01", "2024-06-30", ""),
    ("refusal", "2024-06-01", "2024-06-30", ""),
    fault("talks", "2024-07-01", "2024-07-31", "Moscow", why="a meeting of two persons fits no entry"),
    ("talks", "2025-02-01", "2025-02-28", "Riyadh"),
    ("talks", "2025-02-28", "2025-02-28", "Washington"),
    ("talks", "2025-05-01", "2025-05-31", "Istanbul"),
    ("talks", "2025-06-02", "2025-06-02", "Istanbul"),
]  # fmt: skip


def claims(text, published):
    return extract(Article("a1", text, OUTLET, published=published))


@pytest.fixture(scope="module")
def assessed():
    return claims(ASSESSMENT, date(2031, 2, 20))


@pytest.fixture(scope="module")
def talks():
    return claims(CHRONOLOGY, date(2025, 9, 10))


@pytest.mark.parametrize(("kind", "standing", "claimant", "event", "said", "places"), ASSESSED)
def test_a_row_of_an_assessment(assessed, kind, standing, claimant, event, said, places):
    assert (kind, standing, claimant, event, said, places) in [
        (
            f"{'not ' * row.negated}{row.kind}",
            row.standing,
            row.claimant,
            f"{row.event_end:%d}",
            f"{row.said_end:%d}",
            row.places,
        )
        for row in assessed
    ]


def test_an_assessment_tells_nothing_else(assessed):
    assert len(assessed) <= len(ASSESSED)


def test_the_first_place_of_a_list_that_is_known_is_where_it_happened(assessed):
    listed = [row for row in assessed if "; " in row.places]
    assert {row.place for row in listed} <= {"Pokrovsk", "Siversk", "Lyman", "Orikhiv"}
    assert all(row.latitude and row.place_id for row in listed)


@open_fault("“it” in a cell is no place: that of the sentence before is taken")
def test_a_row_of_a_table_is_about_the_place_in_its_first_cell(assessed):
    assert (assessed[-1].place, assessed[-1].quote[:14]) == ("Novopavlivka", "Russian forces")


@open_fault("drones against a country fell where the sentence before it was")
def test_a_launch_against_a_country_happened_at_no_place_told_before(assessed):
    (launch,) = (row for row in assessed if row.kind == "launch")
    assert (launch.target, launch.place) == ("Ukraine", "")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Russian forces advanced near Siversk, Nyvka and Riznykivka.", "Siversk; Nyvka; Riznykivka"),
        ("Russian forces advanced near Nyvka and Siversk on Monday.", "Nyvka; Siversk"),
        ("Russian forces advanced northeast of Siversk.", "Siversk"),
        # what is no list of places names none
        ("Russian forces advanced near Siversk, Monday and Tuesday.", "Siversk"),
        ("Russian forces advanced near Siversk, Kovalenko said.", "Siversk"),
        ("Russian forces advanced near Siversk and Kovalenko resigned.", "Siversk"),
    ],
)
def test_unknown_villages_of_a_list(text, places):
    assert [row.places for row in claims(text, date(2031, 2, 20)) if row.kind == "advance"] == [places]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Geolocated footage indicates that Russian forces seized Zaporizke.", "confirmed"),
        fault("It could not be independently verified that Russian forces had seized Zaporizke.", "unconfirmed",
              why="is told as a fact"),
        fault("The institute has seen no evidence that Russian forces seized Zaporizke.", "unconfirmed",
              why="is told as a fact"),
        fault("The Russian Ministry of Defense has not confirmed the Ukrainian advance near Pokrovsk.", "unconfirmed",
              why="what is left open is negated, and a statement stands beside it"),
        ("Kyiv denied the Russian gains near Pokrovsk.", "denied"),
    ],
)  # fmt: skip
def test_how_a_line_of_an_assessment_stands(text, standing):
    (row,) = claims(text, date(2031, 2, 20))
    assert (row.standing, row.negated) == (standing, False)


@pytest.mark.parametrize(("kind", "first", "last", "place"), TALKS)
def test_a_chronology_has_its_years_from_its_headings(talks, kind, first, last, place):
    assert (kind, first, last, place) in [
        (row.kind, str(row.event_start), str(row.event_end), row.place) for row in talks
    ]


def test_what_is_said_in_a_chronology_was_said_then(talks):
    rows = {row.claimant: row for row in talks if row.kind in ("demand", "refusal")}
    assert {name: str(row.said_end) for name, row in rows.items()} == {
        "Russia": "2023-07-17",
        "Putin": "2024-06-30",
        "Ukraine": "2024-06-30",
    }
    assert "what the passage tells of" in rows["Putin"].said_why


def test_a_short_text_that_tells_of_nothing_but_years_past_is_history_too():
    story = (
        "In AD 9 rebels attacked three legions near Kalkriese. In AD 14 Roman troops crossed the Rhine. "
        "In AD 16 they captured a fort."
    )
    assert [row.event_start.year for row in claims(story, date(2025, 9, 10))] == [9, 14, 16]
    for later in (" The envoys met on Monday.", " It is a museum. It has a shop. It is full."):
        assert not Document(story + later, date(2025, 9, 10)).chronicle


def test_history_in_a_news_story_is_still_no_news():
    story = "The envoys met on Monday. In June 2022 Russian and Ukrainian delegations held talks in Istanbul."
    rows = claims(story, date(2025, 9, 10))
    assert all(row.event_start is None or row.event_start.year == 2025 for row in rows)
    assert not Document(story, date(2025, 9, 10)).chronicle
    assert Document(CHRONOLOGY, date(2025, 9, 10)).chronicle
