"""Altair, imported without what takes it seconds."""

from __future__ import annotations

from toolkit.charts.formats import without_addresses

without_addresses()

import altair as alt  # noqa: E402

__all__ = ["alt"]
