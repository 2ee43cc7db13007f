"""Places that no table knows are known by the words beside them."""

from __future__ import annotations

import pytest

from toolkit.claims.places.places import find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops seized Oxbridge on Monday.", ["Oxbridge"]),
        ("Fighting went on near Oxbridge.", ["Oxbridge"]),
        ("They advanced in western Oxbridge.", ["Oxbridge"]),
        ("People fled the village of Upper Oxbridge.", ["Upper Oxbridge"]),
        ("The army moved through the Oxbridge region.", ["Oxbridge region"]),
        ("The army advanced in the Oxbridge and held on.", []),
        ("The army advanced to Vesna district.", ["Vesna district"]),
        # No places: persons, bodies, days, what belongs to somebody, what a table knows by another level.
        ("They spoke in Geneva to Holm.", ["Geneva"]),
        ("Guards stood near Putin’s palace.", []),
        ("They seized Northern Command on Monday.", []),
        ("Troops captured Ukrainian soldiers in May.", []),
        ("The group seized RSF trucks.", []),
    ],
)
def test_unknown_places(text, names):
    assert [m.text for m in find_places(text)] == names
