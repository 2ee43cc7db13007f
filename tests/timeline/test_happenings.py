"""A strike and its dead are two claims of one happening."""

from __future__ import annotations

import pytest

from tests.timeline.handmade import claim
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

DAY = {"event_start": "2025-06-10", "event_end": "2025-06-10", "place": "Lyman", "actor": "Northland"}
STRIKE = claim("a", 0, "Northland shelled Lyman on Tuesday.", kind="strike", target="Southland", **DAY)


@pytest.mark.parametrize(
    ("quote", "cells", "one"),
    [
        ("Twelve villagers died.", {}, True),
        ("Twelve villagers of Southland died.", {"target": "Southland"}, True),
        ("Two of its own gunners died.", {"target": "Northland"}, False),  # not those who were shelled
        ("Twelve villagers died in Torske.", {"place": "Torske"}, False),
        ("Twelve villagers died in May.", {"event_start": "2025-05-01", "event_end": "2025-05-31"}, False),
        ("Twelve villagers may have died.", {"modality": "may"}, False),
        ("Twelve villagers died.", {"sentence": 9}, False),  # far from it
        ("The mayor met them.", {"kind": "talks"}, False),  # no result
    ],
)
def test_a_result_stands_with_its_act(quote: str, cells: dict[str, object], one: bool) -> None:
    given = {"kind": "casualty", "sentence": 1, **DAY, **cells}
    frame = link(to_frame([STRIKE, claim("a", 60, quote, **given)]))
    assert frame["claim_id"].nunique() == 2
    assert (frame["happening"].nunique() == 1) is one
    assert frame["happening"][0] == frame["claim_id"][0]


def test_the_dead_of_another_article_are_those_of_the_act_that_theirs_tells_of() -> None:
    dead = claim("a", 60, "Twelve villagers died in Lyman.", kind="casualty", sentence=1, **DAY)
    again = claim("b", 0, "Twelve villagers died in Lyman.", kind="casualty", outlet="B", **DAY)
    frame = link(to_frame([STRIKE, dead, again]))
    assert frame["happening"].nunique() == 1
