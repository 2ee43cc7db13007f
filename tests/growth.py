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


def grows(
    function: Callable[[str], object], piece: str, sizes: tuple[int, int], times: float, grace: float
) -> bool:
    """Whether a piece of text repeated to the larger size takes more than so many times the CPU seconds that it takes
    at the smaller, and a grace, in each of three tries."""
    return all(
        _seconds(function, piece, sizes[1]) > times * _seconds(function, piece, sizes[0]) + grace
        for _ in range(3)
    )


def _seconds(function: Callable[[str], object], piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    start = time.process_time()
    function(text)
    return time.process_time() - start
