"""Named and linked rows as the analyst corrects them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from toolkit.model import Quarantined
from toolkit.names.naming import Named
from toolkit.timeline import corrections


def corrected_links(
    rows: pd.DataFrame,
    path: Path | None,
    linked_by: Callable[[pd.DataFrame], pd.DataFrame],
    called: Callable[[pd.DataFrame], Named],
) -> tuple[pd.DataFrame, tuple[Quarantined, ...]]:
    """Named and linked rows, and what could not be used of what the analyst says; what he says of mentions is known
    before naming and linking, what of claims after it."""
    if not path:
        found = called(rows)
        return linked_by(found.events).assign(
            corrected=pd.array([""] * len(rows), dtype="str")
        ), found.problems
    first = corrections.apply(rows, path, only="mention_id")
    found = called(first.events)
    second = corrections.apply(linked_by(found.events), path, only="claim_id")
    problems = dict.fromkeys((*found.problems, *first.problems, *second.problems))
    return called(second.events).events, tuple(problems)
