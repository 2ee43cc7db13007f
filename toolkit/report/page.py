"""The page around what the notebook's cells show: sections with their names, contents, one script, one style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from toolkit.report.packing import HEAVY, SMALL, packed
from toolkit.report.tables import Html, join

HERE = Path(__file__).parent
AT_THE_END = "Method"
"""The section whose parts are listed in the contents, as notes of how the page was made."""
_PART = re.compile(r'<h3(?: id="[^"]*")?>([^<]+)</h3>')
_HEADING = re.compile(r'<h2(?: id="[^"]*")?>(.*?)</h2>', re.DOTALL)


def whole_page(title: str, body: str, outputs: Iterable[str]) -> str:
    """The report as one HTML page that opens offline; `outputs` are those of the notebook, which hold Vega already."""
    from toolkit.charts.embed import bundle_of, page

    script = f"{bundle_of(outputs)}\n{(HERE / 'page.js').read_text(encoding='utf-8')}"
    opening, contents, sections = _parts(body)
    return page(title, [opening, contents, f'<div class="parts">{sections}</div>'], script=script)


def _parts(body: str) -> tuple[str, Html, Html]:
    """What stands before the first heading, the contents, and a section for each heading; of a heavy page packed.

    >>> opening, contents, sections = _parts("<h1>T</h1><h2>The claims</h2>a<h2>Method</h2>b")
    >>> opening, contents.count("<li>"), sections[:60]
    ('<h1>T</h1>', 2, '<section id="the-claims" aria-labelledby="h-the-claims"><h2 ')
    """
    opening, *pieces = _HEADING.split(body)
    titles, contents = pieces[::2], pieces[1::2]
    names = [slug(title) for title in titles]
    heavy = len(body) > HEAVY
    links, sections = [], []
    for name, title, content in zip(names, titles, contents, strict=True):
        inside = _PART.findall(content) if title == AT_THE_END else []
        parts = _PART.sub(_named, content) if inside else content
        under = join(f'<li><a href="#{slug(part)}">{part}</a></li>' for part in inside)
        links.append(f'<li><a href="#{name}">{title}</a>{f"<ol>{under}</ol>" if under else ""}</li>')
        held = packed(parts) if heavy and len(parts) > SMALL else parts
        sections.append(
            f'<section id="{name}" aria-labelledby="h-{name}"><h2 id="h-{name}">{title}</h2>{held}</section>'
        )
    return (
        opening,
        Html(
            '<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>'
            f"<ol>{join(links)}</ol></details></nav>"
        ),
        join(sections),
    )


def _named(part: re.Match[str]) -> str:
    return f'<h3 id="{slug(part[1])}">{part[1]}</h3>'


def slug(title: str) -> str:
    """A heading as the name in an address.

    >>> slug("What could not be read")
    'what-could-not-be-read'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
