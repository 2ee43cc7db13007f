"""Examples that the toolkit does not pass yet: an open fault stands in the table where it belongs, with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest


def open_fault(why: str) -> pytest.MarkDecorator:
    """A mark for what is promised and does not hold yet; the test fails as soon as it holds."""
    return pytest.mark.xfail(strict=True, reason=why)


def fault(*values: Any, why: str) -> Any:
    """An example with the mark of an open fault."""
    return pytest.param(*values, marks=open_fault(why))


def examples(table: Mapping[str, Sequence[Any]], faults: Mapping[str, str] | None = None) -> list[Any]:
    """The named examples of a table; those that `faults` names too are marked with the reason that it gives."""
    known = faults or {}
    assert known.keys() <= table.keys()
    return [
        pytest.param(*values, id=name, marks=[open_fault(known[name])] if name in known else [])
        for name, values in table.items()
    ]
