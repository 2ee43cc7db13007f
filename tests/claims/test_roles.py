"""Who acts and to whom it is done where the words only hint at it: by the grammar of the sentence, by what bare words
stand for, and by nothing where neither tells."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.model import Article, Claim


def rows(text: str, title: str = "") -> list[Claim]:
    return extract(Article("a", text, "The Daily", title=title, published=date(2025, 6, 13)))


def last(text: str, kind: str) -> Claim:
    return [row for row in rows(text) if row.kind == kind and not row.headline][-1]


WAR = "Ethiopian troops attacked the Eritrean army at Badme on Monday. "
TALKS = (
    "Armenia and Azerbaijan spoke on Monday. Armenia wants peace, said Armenia. "
    "Azerbaijan wants it, said Azerbaijan. "
)

ROLES = [
    # What befalls somebody is told of him as a subject: he is harmed and harms nobody.
    ("The army of Eritrea lost 40 soldiers.", "casualty", "", "Eritrea"),
    ("Seven miners are missing in Wales.", "casualty", "", "miners"),
    ("Nine people died in Rome on Monday.", "casualty", "", "civilians"),
    # ... but who kills does.
    ("The army of Eritrea killed 40 rebels.", "casualty", "Eritrea", "rebels"),
    # Who owns up to dead tells of his own.
    (WAR + "Eritrea admitted 40 dead in its ranks.", "casualty", "Ethiopia", "Eritrea"),
    (WAR + "Eritrea acknowledged 12 dead of its own.", "casualty", "Ethiopia", "Eritrea"),
    # A participle after finding and reporting is passive.
    ("The governor reported three soldiers killed.", "casualty", "", None),
    ("The governor reported eight civilians and five soldiers killed on Monday.", "casualty", "", None),
    # ... and who reports and kills himself does both.
    ("The army of Eritrea reported a battle and killed 40 rebels.", "casualty", "Eritrea", "rebels"),
    # Who counts the dead of nobody named counts those of his own state, which another one killed.
    (WAR + "Eritrean authorities reported nine people killed.", "casualty", "Ethiopia", "civilians; Eritrea"),
    # An army tells of blows to itself; a mayor does not.
    ("Jihadists attacked a camp on Monday, the army of Mali said.", "strike", "Jihadists", "Mali"),
    ("Jihadists attacked a camp on Monday, a mayor in Mali said.", "strike", "Jihadists", ""),
    # Who tells of himself acts, though nobody knows him.
    ("Officers said they had seized power in Libreville.", "coup", "officers", None),
    # To whom an act is done that a verb only carries out; from whom a town is taken.
    ("The European Union imposed sanctions on officials of Belarus.", "sanction", "European Union", "Belarus"),
    ("Malian forces took the city of Gao from the rebels of the M23 group.", "control", "Mali", "M23"),
    # Those between whom an agreement is signed, those who meet for somebody.
    ("The treaty between Armenia and Azerbaijan was signed in Geneva on Monday.", "agreement", "Armenia; Azerbaijan",
     "Armenia; Azerbaijan"),
    (TALKS + "Negotiators initialled a draft of the treaty in Geneva.", "agreement", "Armenia; Azerbaijan",
     "Armenia; Azerbaijan"),
    # ... but a sentence about another state is not about the two.
    (TALKS + "Russia's guards leave under an agreement reached in May.", "agreement", "", ""),
    # Who holds a place is told behind the hands in which it is.
    ("Rebels fought for Badme. The town is now in the hands of the Fano militia.", "control", "Fano", None),
    ("Badme fell into the hands of the Eritrean army on Monday.", "control", "Eritrea", None),
    # An organ run by a group speaks for it.
    ("Israel bombed Sanaa on Monday. The Houthi-run health ministry said nine people were killed.", "casualty",
     "Israel", "civilians; Houthis"),
    # Who is hurt by a blow that tells of nobody else.
    ("A car blew up at a checkpoint in Mosul on Monday, killing four Iraqi soldiers.", "strike", "", "Iraq"),
    # To whom a thing is done beside the object of its verb.
    ("The European Union extended sanctions against nine Belarusian officials on Monday.", "sanction",
     "European Union", "Belarus"),
    ("Police fired tear gas on Monday to disperse marchers.", "clash", "police", "marchers"),
    # People of whom no more is told than their number.
    ("More than 4,000 fled across the river on Monday.", "displacement", "civilians", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "target"), ROLES)
def test_who_acts_and_to_whom(text: str, kind: str, actor: str, target: str | None) -> None:
    row = last(text, kind)
    assert row.actor == actor
    assert target is None or row.target == target


BARE = [
    # Soldiers, battalions and garrisons are of the only army.
    ("M23 rebels attacked the Congolese army at Goma on Monday. Two battalions withdrew from Sake.", "withdrawal",
     "DR Congo"),
    # ... but not where words say whose they are.
    ("M23 rebels attacked the Congolese army at Goma on Monday. Two Rwandan battalions withdrew from Sake.",
     "withdrawal", "Rwanda"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor"), BARE)
def test_whose_bare_soldiers_are(text: str, kind: str, actor: str) -> None:
    assert last(text, kind).actor == actor


def test_who_only_helps_harms_nobody() -> None:
    text = "An explosion shook a mine in Wales on Monday. Rescuers found two bodies. Nine miners were killed."
    assert [row.actor for row in rows(text) if row.kind == "casualty"][-1] == ""


SEATED = [
    # The capital is that of the country where things happen.
    ("Gangs attacked a prison in Les Cayes in Haiti on Monday. The government ordered a curfew for the capital.",
     "other", "Port-au-Prince"),
    # ... unless another is named.
    ("Gangs attacked a prison in Les Cayes in Haiti on Monday. A curfew was ordered in Bogota, the capital of "
     "Colombia.",
     "other", "Bogota"),
    # A site is where it was.
    ("Rebels shelled the airfield at Kisangani on Monday. It rained. It was cold. All was quiet. It rained again. "
     "Troops recaptured the airfield.", "control", "Kisangani"),
    # One blow has one place.
    ("Houthi forces launched a drone at Tel Aviv on Monday. The weather was bad. In Gaza the schools were shut. "
     "The Houthi drone killed a man.", "casualty", "Tel Aviv"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), SEATED)
def test_where_words_without_a_name_are(text: str, kind: str, place: str) -> None:
    assert last(text, kind).place == place


def test_a_headline_gives_the_place_that_no_sentence_gives() -> None:
    text = (
        "The owner of the Bethesda mine spoke of a blast. Later it rained. Four miners were killed on Monday."
    )
    told = rows(text, "Four dead in blast at Bethesda mine")
    assert [row.place for row in told if row.kind == "casualty" and not row.headline][-1] == "Bethesda"
