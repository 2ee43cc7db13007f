"""Days counted from events that the caller names, and what becomes of them where nobody does."""

from __future__ import annotations

from datetime import date

import pytest

from tests.dates.test_examples import FRIDAY, day, marked
from toolkit.dates import find_dates
from toolkit.model import NamedEvent

BEGIN = date(2022, 2, 24)
EVENTS = (
    NamedEvent(
        ("full-scale invasion", "invasion", "Varland's invasion", "invasion of Norland", "war"),
        date(2022, 2, 24),
    ),
    NamedEvent(("Leap Day coup",), date(2020, 2, 29)),
)
KNOWN = [
    ("2025-02-24", "2025-02-24", "2025-02-24", "[the third anniversary of the full-scale invasion]"),
    ("2026-02-24", "2026-02-24", "2026-02-24", "[the fourth anniversary of the invasion]"),
    ("2025-02-24", "2025-02-24", "2025-02-24", "[the three-year anniversary of Varland’s invasion]"),
    ("2025-02-24", "2025-02-24", "2025-02-24", "It marked [the anniversary of the invasion of Norland]."),
    (
        "2026-02-24",
        "2026-02-24",
        "2026-02-24",
        "They will meet on [the anniversary of the start of the war].",
    ),
    ("2025-02-24", "2025-02-24", "2025-02-24", "[the war's third anniversary]"),
    ("2021-02-28", "2021-02-28", "2021-02-28", "[the first anniversary of the Leap Day coup]"),
    ("2022-02-24", "2022-02-24", None, "since [the start of the full-scale invasion]"),
    ("2022-02-24", "2022-02-24", None, "Nobody came since [the invasion]."),
    ("2022-02-24", "2022-02-24", "2022-02-24", "at [the outbreak of the war]"),
    ("2022-02-23", "2022-02-23", "2022-02-23", "on [the eve of the invasion]"),
    ("2026", "2026-01-01", "2026-12-31", "[four years after the invasion]"),
    ("2022-02-10", "2022-02-10", "2022-02-10", "[14 days before the invasion]"),
    ("2025", "2025-01-01", "2025-12-31", "[three years into the war]"),
    ("2022-06-03", "2022-06-03", "2022-06-03", "on [day 100 of the war]"),
    ("2022-02-24", "2022-02-24", "2022-02-24", "on [the first day of the invasion]"),
    ("2025", "2025-02-24", "2026-02-23", "in [the fourth year of the war]"),
]


@pytest.mark.parametrize(("value", "earliest", "latest", "phrase"), KNOWN, ids=[row[-1] for row in KNOWN])
def test_a_named_event_is_counted_from(value, earliest, latest, phrase):
    text, words = marked(phrase)
    (found,) = find_dates(text, FRIDAY, events=EVENTS)
    assert ([found.text], found.value) == (words, value)
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert "24 February 2022" in found.why or "29 February 2020" in found.why


@pytest.mark.parametrize(
    "phrase",
    [
        "[the third anniversary of the full-scale invasion]",
        "on [the eve of the invasion]",
        "[the 40th anniversary of the Soviet invasion] of Afghanistan",
        "[the anniversary of the start of the war]",
    ],
)
def test_without_the_event_it_is_found_and_unresolved(phrase):
    text, words = marked(phrase)
    (found,) = find_dates(text, FRIDAY)
    assert ([found.text], found.value, found.interval) == (words, "XXXX-XX-XX", None)
    assert "is told by no theme" in found.why


@pytest.mark.parametrize(
    "text",
    [
        "the invasion", "after the invasion", "the war began", "the firm's 50th anniversary", "the war-time economy",
        "since the invasion of Kuwait", "the start of the invasion of Kuwait", "the eve of the visit",
        "an anniversary of the band",
        "since the Soviet invasion", "the launch of the war room",
    ],
)  # fmt: skip
def test_another_event_is_not_this_one(text):
    found = find_dates(text, FRIDAY, events=EVENTS)
    assert [each.text for each in found if each.interval] == []


def test_another_event_of_the_name_stays_unresolved():
    (found,) = find_dates("the second anniversary of the invasion of Kuwait", FRIDAY, events=EVENTS)
    assert found.interval is None


def test_without_a_publication_day_only_what_has_a_number_is_resolved():
    first, second = find_dates(
        "the third anniversary of the war, and the anniversary of the war", None, events=EVENTS
    )
    assert (first.value, second.value) == ("2025-02-24", "XXXX-XX-XX")


def test_no_number_is_too_far():
    for figure in ("day 999,999 of", "the 999th anniversary of", "9999 years after", "9999 decades before"):
        for found in find_dates(f"{figure} the war", FRIDAY, events=EVENTS):
            assert found.value
