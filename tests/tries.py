"""How many examples the tests by property try: an eighth of their number, twenty times as many in `make soak`."""

from __future__ import annotations

import os

from hypothesis import settings

SHARE = float(os.environ.get("TIMELINE_TRIES", "0.125"))


def tries(many: int) -> int:
    """So many, or the share of them that this run tries; never fewer than ten."""
    return max(10, round(many * SHARE))


settings.register_profile("timeline", max_examples=tries(100), deadline=None)
