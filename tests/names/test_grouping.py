"""Who is one over a corpus: planted names, any order, linear time."""

from __future__ import annotations

import cProfile
import pstats
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from toolkit.names.cells import Cell
from toolkit.names.grouping import Grouping
from toolkit.names.people import clusters

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import names as benchmark

sys.path.pop(0)
STORIES = benchmark.stories()


def test_the_planted_names_have_merges_and_traps() -> None:
    cells = [cell for story in STORIES for cell in story["cells"]]
    assert len(cells) > 150
    assert sum(not meant for *_, meant in cells) > 40
    assert len({story["name"] for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_planted_names_go_together_as_they_mean(story: dict[str, Any]) -> None:
    _, wrong, missed = benchmark.judged(story)
    assert (wrong, missed) == ([], [])


def test_the_order_of_cells_and_articles_plays_no_part() -> None:
    for story in STORIES:
        cells = [Cell(article, words, side) for article, words, side, _ in story["cells"]]
        once = Grouping(Counter(cells), story["articles"]).names()
        random.Random(7).shuffle(cells)
        turned = dict(reversed(story["articles"].items()))
        assert Grouping(Counter(cells), turned).names() == once


def test_another_article_parts_no_names_of_the_others() -> None:
    cells = [Cell("a", "Danylo Vilensky", "Ukraine"), Cell("b", "President Vilenskyy", "Ukraine")]
    more = [*cells, Cell("c", "Olha Vilenska", "Ukraine"), Cell("c", "Kyiv", "Ukraine")]
    assert len(set(Grouping(Counter(cells), {}).names().values())) == 1
    found = Grouping(Counter(more), {}).names()
    assert len({found[cell] for cell in cells}) == 1
    assert len(set(found.values())) == 3


def test_the_commonest_spelling_is_shown_the_fullest_before_a_short_one() -> None:
    cells = Counter(
        {Cell("a", "Zorin"): 9, Cell("a", "Minister Pavlo Zoryn"): 2, Cell("a", "Pavlo Zorin"): 3}
    )
    assert set(Grouping(cells, {}).names().values()) == {"Pavlo Zorin"}


def test_a_body_that_no_text_says_the_state_of_is_told_with_it() -> None:
    cells = Counter([Cell("a", "army", "Mali"), Cell("b", "army", "Sudan")])
    found = Grouping(cells, {"a": "Mali's army spoke.", "b": "Sudan's army spoke."}).names()
    assert sorted(found.values()) == ["army of Mali", "army of Sudan"]


def test_one_ministry_of_two_in_an_article_stays_open() -> None:
    cells = Counter([Cell("a", "defence ministry", "Iran"), Cell("a", "army", "")])
    text = "Iran's defence ministry and Iraq's defence ministry spoke, and the armies of Iran and of Iraq."
    assert Grouping(cells, {"a": text}).names()[Cell("a", "defence ministry", "Iran")] == "defence ministry"


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        ([("Ana", "Rui"), ("Ana", "M.", "Rui"), ("A.", "Rui")], 1),
        ([("Ana", "Rui"), ("Alda", "Rui"), ("A.", "Rui")], 3),
        ([("George", "W.", "Brandt"), ("George", "H.", "W.", "Brandt"), ("George", "Brandt")], 3),
        ([("Kim", "Dae", "Ho"), ("Kim", "Dae-ho"), ("Kim", "Sol", "Hee")], 2),
        ([("Omar", "Saleh"), ("Omar", "al-Saleh"), ("Umar", "Saleh")], 1),
        ([("Jon", "Holst"), ("Jon", "Holst", "Jr.")], 2),
        ([("Pavel", "Drozdov"), ("Pavla", "Drozdova")], 2),
    ],
)
def test_full_names_of_one_person(names: list[tuple[str, ...]], persons: int) -> None:
    assert len(set(clusters(names).values())) == persons
    assert clusters(reversed(names)) == clusters(names)


def test_the_work_grows_with_the_names() -> None:
    def calls(size: int, salt: str) -> int:  # other names each time, as what was read once is kept
        cells = [
            Cell(
                f"a{k % (size // 4)}",
                f"{'Minister ' * (k % 2)}{chr(65 + k % 26)}na {chr(65 + k % 23)}{salt}{k}ensky",
            )
            for k in range(size)
        ]
        texts = {
            f"a{k}": f"The army of Mali and Anna {salt.title()}{k} spoke. " * 5 for k in range(size // 4)
        }
        with cProfile.Profile() as profile:
            Grouping(Counter(cells), texts).names()
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]

    calls(200, "orv")
    assert calls(4000, "ist") < 4.4 * calls(1000, "urn")
