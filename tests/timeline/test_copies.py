"""Copies of articles: what is one, what is none, and that each counts once."""

from __future__ import annotations

import random
from datetime import date

import pytest

import toolkit as tk
from tests.growth import calls
from tests.timeline.handmade import claim
from tests.timeline.test_independence import PLANTS, independence
from toolkit.timeline.conflicts import conflicts
from toolkit.timeline.copies import COPIES, RELATIONS, Text, find, roots, table, text_of
from toolkit.timeline.counterparts import is_spoken, retold, sentence, verbatim
from toolkit.timeline.credits import credit
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

WHOLE = (
    "Two barges sank at the grain quay of the harbour early on Friday.",
    "Their crews swam to a pilot boat that was passing by chance.",
    "Divers will look for the anchors when the water is clear again.",
    "The ferry to the island leaves from the coal pier until then.",
    "A dog that had been on board was found asleep in a lifeboat.",
)
OTHER = (
    "The orchestra opened its season with a symphony that nobody had heard for a century.",
    "Its conductor had found the score in the attic of a school.",
    "Tickets for the second evening were gone within an hour.",
)


MORE = (
    "Swallows nested under the roof of the customs house all summer.",
    "A retired pilot keeps the key of the old lighthouse.",
)


def text(name: str, told: tuple[str, ...], day: int | None = 1, outlet: str = "", url: str = "") -> Text:
    published = None if day is None else date(2025, 7, day)
    return text_of(name, outlet or name, published, url, "\n".join(told), enumerate(told))


def relations(*texts: Text) -> list[tuple[str, str, str]]:
    return [(copy.text.article, copy.relation, copy.of.article) for copy in find(texts)]


@pytest.mark.parametrize(
    "plant", [plant for plant in PLANTS if "relations" in plant], ids=lambda plant: plant["name"]
)
def test_a_plant_has_the_copies_that_it_has(plant: dict[str, object]) -> None:
    assert independence.copied(plant) == plant["relations"]


def test_there_are_twenty_plants_with_copies_and_without() -> None:
    planted = [plant["relations"] for plant in PLANTS if "relations" in plant]
    assert len(planted) >= 20
    assert sum(not each for each in planted) >= 8
    assert {relation for each in planted for relation in each} >= {*RELATIONS} - {"extended"}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param(text("b", WHOLE, 2), [("b", "same text", "a")], id="the same later"),
        pytest.param(text("b", WHOLE, None), [("b", "same text", "a")], id="the same without a date"),
        pytest.param(text("b", WHOLE[::-1], 2), [("b", "same text", "a")], id="in another order"),
        pytest.param(text("b", WHOLE[:3], 2), [("b", "excerpt", "a")], id="an excerpt"),
        pytest.param(text("b", (*WHOLE, *OTHER), 2), [("b", "extended", "a")], id="extended"),
        pytest.param(
            text("b", (*WHOLE, *OTHER), 2, outlet="Courier"), [("a", "earlier state", "b")], id="one outlet adds to it"
        ),
        pytest.param(text("b", (*WHOLE, "(AFP)"), 2), [("b", "syndicated", "a")], id="credits an agency"),
        pytest.param(text("b", (*WHOLE[:1], *OTHER), 2), [], id="one sentence in common"),
        pytest.param(text("b", (*WHOLE[:2], *OTHER), 2), [], id="two sentences in common"),
        pytest.param(text("b", OTHER, 2), [], id="nothing in common"),
        pytest.param(text("b", (), 2), [], id="no sentence at all"),
    ],
)  # fmt: skip
def test_what_an_article_is_to_another(other: Text, found: list[tuple[str, str, str]]) -> None:
    first = text("a", WHOLE, 1, "Courier")
    assert relations(first, other) == found
    assert relations(other, first) == found  # whatever the order of articles


def test_a_page_keeps_its_address_though_it_loses_what_is_old() -> None:
    address = "https://www.courier.example/live/harbour"
    early = text("early", (*WHOLE, *MORE), 1, "Courier", address)
    late = text("late", (*OTHER, *WHOLE[:3]), 2, "Courier", address.replace("www.", "") + "/?latest")
    assert relations(early, late) == [("early", "earlier state", "late")]
    elsewhere = text(
        "late", (*OTHER, *WHOLE[:3]), 1, "Courier", "https://www.courier.example/live/other-page"
    )
    assert relations(early, elsewhere) == []


def test_a_whole_site_is_no_page() -> None:
    one = text("one", (*WHOLE, *MORE), 1, "Courier", "https://courier.example/")
    other = text("other", (*OTHER, *WHOLE[:3]), 1, "Herald", "https://courier.example/")
    assert relations(one, other) == []


def test_states_of_a_page_go_back_to_the_last() -> None:
    states = [text(f"s{n}", (*WHOLE[:3], *OTHER[:n]), 1 + n, "Courier") for n in range(3)]
    assert relations(*states) == [("s0", "earlier state", "s1"), ("s1", "earlier state", "s2")]
    assert set(roots(find(states))["s0"].values()) == {"s2"}


def test_on_one_day_the_copy_is_that_which_names_the_other() -> None:
    named = (*WHOLE, "The captain told the Zephyr Courier of it.")
    found = relations(text("z", named, 1, "Zephyr Courier"), text("a", named, 1, "Evening Mirror"))
    assert found == [("a", "same text", "z")]


SPEECH = (
    "The port authority said that two cranes had fallen.",
    "The authority said that nobody was on the quay.",
    "It said that the basin would be closed until May.",
    "A spokesman added that the pilots were on leave.",
)


def test_what_a_source_says_is_no_rewrite() -> None:
    other = tuple(each.replace("two cranes", "cranes").replace("closed", "shut") for each in SPEECH)
    told = tuple(f"{each[:-1]}, according to a letter." for each in other)
    assert relations(text("a", (*SPEECH, *WHOLE[:2])), text("b", (*told, *OTHER[:2]), 2)) == []


def test_sentences_by_themselves() -> None:
    one = sentence(0, WHOLE[0])
    assert verbatim(
        one, sentence(0, "Two barges sank at the grain quay of the harbour early on Friday, pilots said.")
    )
    assert not verbatim(one, sentence(0, "Two barges burned at the coal pier on Friday."))
    assert not verbatim(sentence(0, "It rained."), one)
    assert not verbatim(sentence(0, ""), sentence(0, "On and on."))  # without content both are empty
    assert retold(one, sentence(0, "Early on Friday, the grain quay saw two barges sink."))
    assert not retold(one, sentence(0, "On Friday the harbour was closed."))
    assert is_spoken("“We swam,” a sailor recalled.")
    assert not is_spoken("The barges sank.")


@pytest.mark.parametrize(
    ("edges", "outlet", "agency"),
    [
        ("GENEVA, July 3 (Reuters) - The talks went on.", "Courier", "Reuters"),
        ("Geneva (AP) The talks went on.", "Courier", "Associated Press"),
        ("By Agence France-Presse\nThe talks went on.", "Courier", "Agence France-Presse"),
        ("The talks went on.\nWith files from The Associated Press", "Courier", "Associated Press"),
        ("The talks went on.\nSource: TASS", "Courier", "TASS"),
        ("The talks went on.\n© 2025 AFP", "Courier", "Agence France-Presse"),
        ("The talks went on. (dpa)", "Courier", "Deutsche Presse-Agentur"),
        ("GENEVA (Reuters) - The talks went on.", "Reuters", ""),
        ("An envoy told the Associated Press (AP) of it.", "Courier", ""),
        ("An envoy told Reuters of it.", "Courier", ""),
        ("Reuters could not reach the envoy.", "Courier", ""),
        ("", "Courier", ""),
    ],
)
def test_credits(edges: str, outlet: str, agency: str) -> None:
    assert credit(edges, outlet) == agency


def test_the_table_has_its_columns_and_passages() -> None:
    found = table(find([text("a", WHOLE, 3), text("b", WHOLE[:3], None)]))
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == COPIES
    row = found.iloc[0]
    assert (row["share"], row["of_share"], row["order"], row["shared"]) == (1.0, 0.6, "unknown", 3)
    assert row["passage"] == row["of_passage"] in WHOLE


def test_a_sentence_of_its_own_is_no_copy() -> None:
    rows = [
        claim("a", start, told, outlet="Courier", place="Izmail", kind="disaster", published="2025-07-01")
        for start, told in enumerate(WHOLE)
    ] + [
        claim("b", start, told, outlet="Herald", place="Izmail", kind="disaster", published="2025-07-02")
        for start, told in enumerate((*WHOLE, OTHER[0]))
    ]
    frame = link(to_frame(rows))
    assert frame["copy_of"].tolist() == [""] * 5 + ["a"] * 5 + [""]
    assert tk.copies(frame)["of"].tolist() == ["a"]


def test_a_corrected_number_is_no_conflict() -> None:
    def rows(article: str, outlet: str, number: str) -> list[object]:
        quote = f"The fire in the mill killed {number} workers of the night shift on Friday."
        days = {"event_start": "2025-06-27", "event_end": "2025-06-27"}
        where = {"place": "Izmail", "place_id": "1", "kind": "casualty", "standing": "reported"}
        told = claim(article, 900, quote, outlet=outlet, **where, **days)
        rest = [
            claim(article, start, each, outlet=outlet, kind="disaster") for start, each in enumerate(WHOLE)
        ]
        return [*rest, told]

    alone = link(to_frame([rows("a", "Courier", "ten")[-1], rows("b", "Herald", "twelve")[-1]]))  # type: ignore[list-item]
    assert conflicts(alone)["type"].tolist() == ["number"]
    copied = link(to_frame([*rows("a", "Courier", "ten"), *rows("b", "Courier", "twelve")]))  # type: ignore[list-item]
    assert conflicts(copied).empty


def words(chance: random.Random) -> str:
    return " ".join("".join(chance.choices("bcdfglmnprstvaeiou", k=7)) for _ in range(12))


def test_the_cost_grows_with_the_text() -> None:
    def cost(articles: int) -> int:
        chance = random.Random(5)
        usual = [words(chance) for _ in range(40)]
        texts = [
            text(f"{n:04}", tuple(f"{words(chance)} {chance.choice(usual)}." for _ in range(10)), 1 + n % 28)
            for n in range(articles)
        ]
        return calls(lambda: find(texts))

    # From some hundred articles on each of the usual sentences has been seen as often as is looked at.
    assert cost(800) < 2.2 * cost(400)
