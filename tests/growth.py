"""How long a function takes on a repeated text, for tests of its growth."""

import time
from collections.abc import Callable


def seconds(function: Callable[[str], object], piece: str, size: int) -> float:
    """The least CPU seconds of three calls on a piece of text repeated to about so many characters."""
    text = piece * (size // len(piece))
    taken = []
    for _ in range(3):
        start = time.process_time()
        function(text)
        taken.append(time.process_time() - start)
    return min(taken)
