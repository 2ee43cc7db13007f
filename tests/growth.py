"""How the work of a function grows: by the calls that it makes, or by time where a pattern does the work."""

import sys
import time
from collections.abc import Callable


def calls(function: Callable[[], object]) -> int:
    """The calls of functions and methods that one call makes: the same number whatever else the machine does."""
    count = 0

    def tally(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def seconds(function: Callable[[str], object], piece: str, size: int) -> float:
    """The least CPU seconds of three calls on a piece of text repeated to about so many characters."""
    text = piece * (size // len(piece))
    taken = []
    for _ in range(3):
        start = time.process_time()
        function(text)
        taken.append(time.process_time() - start)
    return min(taken)
