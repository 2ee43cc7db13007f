"""Datelines: the town, the day and the agency before the first sentence are none of its words."""

from __future__ import annotations

import pytest

from toolkit.language.paragraphs import HEAD, dateline

WITH = [
    "ROME (ANSA) - The river rose.",
    "LIMA, Aug 2 (Andina) - The river rose.",
    "(Geneva, May 3, 2024) – The river rose.",
    "GENEVA (12 February 2025) – The river rose.",
    "Quito/Geneva, 12 February 2025 – The river rose.",
    "Nairobi, Kenya – The river rose.",
    "ACCRA, Ghana — The river rose.",
    "Goma (Congo), Jan 26 (AP) The river rose.",
    "Port-au-Prince, Haiti – The river rose.",
    "Bogotá, Feb. 2 – The river rose.",
    "Seoul, Friday, May 3 - The river rose.",
    "PARIS: The river rose.",
]
WITHOUT = [
    "The ministry - The river rose, it said - was silent.",
    "On Sunday May 3 - The river rose.",
    "UN: The river rose.",
    "Kyiv – the capital – was dark.",
    "NATO-led forces left.",
    "Gaza City - The river rose.",
    "Peru, Chile and Bolivia signed.",
]


@pytest.mark.parametrize("text", WITH)
def test_a_dateline_is_no_part_of_the_sentence(text: str) -> None:
    assert text[dateline(text, 0, len(text)) :] == "The river rose."


@pytest.mark.parametrize("text", WITHOUT)
def test_other_openings_are(text: str) -> None:
    assert dateline(text, 0, len(text)) == 0


@pytest.mark.parametrize("part", ["Aa-", "Aa ", "Aa, ", "AAAAAA ", "Aa/Aa,", "(Aa ", "Áé-", "A. "])
def test_what_looks_like_a_dateline_without_end_is_read_at_once(part: str) -> None:
    assert dateline(part * HEAD, 0, len(part) * HEAD) == 0
