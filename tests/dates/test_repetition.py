"""Repeated text is read as if every round of it had been read."""

from __future__ import annotations

import random

import pytest

import toolkit.dates
from tests.dates.adversarial import PIECES, REPEATED
from toolkit.dates import find_dates
from toolkit.dates.repetition import READ, STEP, UNIT, fold

AROUND = "On 3 May 2019 they met. In the third quarter, and since June, "
LONG = 2 * STEP + UNIT  # of which a turn is cut out, whatever the unit
CHANGING = ("in December they met again. ", "three years later, ")


def in_full(monkeypatch, text, published, policy):
    with monkeypatch.context() as patch:
        patch.setattr(toolkit.dates, "fold", lambda whole: (whole, []))
        return find_dates(text, published, policy)


@pytest.mark.parametrize("unit", [*REPEATED, *CHANGING, "“Yesterday” was in 1943. By 3 May.\n\n"])
@pytest.mark.parametrize("policy", ["news", "narrative"])
def test_repeated_units(monkeypatch, unit, policy):
    text = unit * (LONG // len(unit)) + AROUND
    assert fold(text)[1]
    assert find_dates(text, "2025-06-13", policy) == in_full(monkeypatch, text, "2025-06-13", policy)


@pytest.mark.parametrize("unit", ["May 1 ", "moved from Monday to Friday until ", *CHANGING])
def test_two_stretches(monkeypatch, unit):
    text = 2 * (AROUND + unit * (13_000 // len(unit)))
    assert len(fold(text)[1]) == 2
    assert find_dates(text, "2025-06-13", None) == in_full(monkeypatch, text, "2025-06-13", None)


@pytest.mark.parametrize("seed", range(20))
def test_repeated_pieces(monkeypatch, seed):
    made = random.Random(seed)
    unit = " ".join(made.choice(PIECES + REPEATED)[:20] for _ in range(made.randint(1, 3)))
    text = made.choice(PIECES) * 3 + " " + unit * (16_000 // max(1, len(unit))) + " in May"
    for published in ("2025-06-13", None):
        assert find_dates(text, published) == in_full(monkeypatch, text, published, None)


@pytest.mark.parametrize("unit", ["It was on 6/6/2025. ", "Q1 ", "\n"])
def test_what_is_cut_out_is_whole_turns(unit):
    text = AROUND + unit * (60_000 // len(unit)) + AROUND
    shorter, cuts = fold(text)
    assert len(text) - len(shorter) == sum(cut.turns * cut.length for cut in cuts) > READ
    assert shorter.startswith(AROUND)
    assert shorter.endswith(AROUND)


@pytest.mark.parametrize("text", ["", "June 3 " * 500, " ".join(map(str, range(20_000)))])
def test_a_text_that_is_short_or_does_not_repeat_itself_is_read_whole(text):
    assert fold(text) == (text, [])
