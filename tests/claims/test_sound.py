"""Faults that show in the words of a label, each with labels that have it and labels that only look so."""

from __future__ import annotations

import pytest

from toolkit.claims.wording.sound import FAULTS, Fault, sound


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_a_fault_is_seen_in_its_examples_and_in_nothing_else(fault: Fault) -> None:
    assert [each for each in fault.examples if sound(each)] == []
    assert [each for each in fault.counter if not sound(each)] == []


def test_every_fault_has_examples() -> None:
    assert all(fault.examples and fault.counter for fault in FAULTS)
