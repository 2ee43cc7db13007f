"""Altair, imported without what takes it seconds, and set up so that a chart is drawn offline in any notebook."""

from __future__ import annotations

from typing import Any

from toolkit.charts.formats import without_addresses

without_addresses()

import altair as alt  # noqa: E402
from altair.utils.schemapi import debug_mode  # noqa: E402

__all__ = ["alt", "unchecked"]

unchecked = debug_mode(False)
"""Decorates what builds a chart: it is checked once, whole, when it is written out, and not at each of its steps."""


def _offline(spec: Any, **options: Any) -> dict[str, str]:
    from toolkit.charts.embed import drawn

    return drawn(spec, **options)


# Altair's own renderer asks the network for Vega; one that the user has chosen stays.
alt.renderers.register("timeline", _offline)
if alt.renderers.active in ("", "default", "html"):
    alt.renderers.enable("timeline")
