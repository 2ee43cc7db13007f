"""A picture for social media and for the list of a desk's reports: title and main finding in words."""

from __future__ import annotations

import html
import textwrap
from pathlib import Path

from toolkit.charts.theme import FONT, INK, MUTED, PAPER, STANDINGS
from toolkit.charts.words import clean

WIDTH, HEIGHT, EDGE = 1200, 630, 70  # pixels, as the networks ask for
TITLE, TEXT = (54, 36, 3), (30, 68, 6)  # size in pixels, characters a line, lines


def share(target: str | Path, title: str, lead: str, foot: str) -> Path:
    """Write the picture as PNG, 1200 by 630 pixels; the same words give the same bytes."""
    from toolkit.charts.embed import as_png

    path = Path(target)
    path.write_bytes(as_png(_drawn(title, lead, foot)))
    return path


def _drawn(title: str, lead: str, foot: str) -> str:
    """The picture as SVG.

    >>> _drawn("Title <b>", "Lead.", "Foot").count("<text")
    3
    """
    lines: list[str] = []
    y = EDGE + TITLE[0]
    for text, (size, width, most), colour, weight in ((title, TITLE, INK, 700), (lead, TEXT, INK, 400)):
        for line in textwrap.wrap(clean(text, 600), width, max_lines=most, placeholder=" …"):
            lines.append(_line(line, y, size, colour, weight))
            y += round(size * 1.3)
        y += 24
    lines.append(_line(clean(foot, 90), HEIGHT - EDGE + 10, 24, MUTED, 400))
    stripes = "".join(
        f'<rect x="{number * WIDTH // len(STANDINGS)}" y="{HEIGHT - 16}" width="{WIDTH // len(STANDINGS)}" '
        f'height="16" fill="{mark.colour}"/>'
        for number, mark in enumerate(STANDINGS)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>{"".join(lines)}{stripes}</svg>'
    )


def _line(text: str, y: int, size: int, colour: str, weight: int) -> str:
    return (
        f'<text x="{EDGE}" y="{y}" font-family="{FONT}" font-size="{size}" font-weight="{weight}" fill="{colour}">'
        f"{html.escape(text)}</text>"
    )
