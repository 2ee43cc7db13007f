"""Dates written out in other languages: taken by their figures, read by dateparser, never resolved."""

import pytest

from toolkit.dates.foreign import find_foreign_dates

EXAMPLES = [
    ("de", "Am 8. Juni 2025 und im März 2025.", ["2025-06-08", "2025-03"]),
    ("fr", "Le 1er juillet 2025, puis en mai 2024.", ["2025-07-01", "2024-05"]),
    ("es", "El 8 de junio de 2025.", ["2025-06-08"]),
    ("it", "L'8 giugno 2025.", ["2025-06-08"]),
    ("pl", "8 czerwca 2025 r.", ["2025-06-08"]),
    ("uk", "8 червня 2025 року.", ["2025-06-08"]),
    ("ru", "8 июня 2025 года, май 2024 года.", ["2025-06-08", "2024-05"]),
    ("de", "Am 31. Juni 2025.", ["2025-06-31"]),
]
COUNTER = [
    ("de", "Er hat 2025 gewonnen, nach 5 Jahr 2024."),
    ("fr", "Rue 14 Paris 2025"),
    ("de", "am Sonntag, letzte Woche, im Sommer, 2025"),
    ("xx", "8. Juni 2025"),
    ("de", ""),
]


@pytest.mark.parametrize(("language", "text", "values"), EXAMPLES)
def test_written_out(language, text, values):
    found = find_foreign_dates(text, language)
    assert [each.value for each in found] == values
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(("language", "text"), COUNTER)
def test_nothing_is_made_up(language, text):
    assert find_foreign_dates(text, language) == []


def test_an_impossible_day_is_named_and_has_no_days():
    (found,) = find_foreign_dates("Am 31. Juni 2025.", "de")
    assert found.earliest is None
    assert found.rule == "impossible_date"
