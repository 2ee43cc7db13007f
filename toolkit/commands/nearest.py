"""What somebody who mistyped a command, an option, a name or a path may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

ALIKE = 0.6  # of 1, as difflib counts


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence that names the nearest choice; nothing where none is near.

    >>> did_you_mean("reprot", ["build", "report"]), did_you_mean("x", ["build"])
    ('; did you mean report?', '')
    """
    lower = {choice.lower(): choice for choice in choices}
    near = get_close_matches(word.lower(), lower, 1, ALIKE)
    return f"; did you mean {lower[near[0]]}?" if near else ""


def nearest_path(path: str) -> str:
    """The same for a path that is not there: the nearest name in the folder that is, as deep as the path is right.

    >>> nearest_path(".")
    ''
    """
    try:
        whole = Path(path)
        if not path or whole.exists():
            return ""
        right = next(parent for parent in whole.parents if parent.exists())
        wrong = whole.relative_to(right).parts
        choices = [each.name for each in right.iterdir() if not each.name.startswith(".")]
    except (OSError, StopIteration, ValueError):
        return ""
    near = get_close_matches(wrong[0], sorted(choices), 1, ALIKE)
    return f"; did you mean {right.joinpath(near[0], *wrong[1:])}?" if near else ""
