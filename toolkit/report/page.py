"""The page around what the notebook's cells show: sections with their names, contents, one script, one style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from toolkit.report.tables import Html, join

HERE = Path(__file__).parent
_HEADING = re.compile(r'<h2(?: id="[^"]*")?>(.*?)</h2>', re.DOTALL)


def whole_page(title: str, body: str, outputs: Iterable[str]) -> str:
    """The report as one HTML page that opens offline; `outputs` are those of the notebook, which hold Vega already."""
    from toolkit.charts.embed import bundle_of, page

    script = f"{bundle_of(outputs)}\n{(HERE / 'page.js').read_text(encoding='utf-8')}"
    opening, contents, sections = _parts(body)
    return page(title, [opening, contents, f'<div class="parts">{sections}</div>'], script=script)


def _parts(body: str) -> tuple[str, Html, Html]:
    """What stands before the first heading, the contents, and a section for each heading.

    >>> opening, contents, sections = _parts("<h1>T</h1><h2>The claims</h2>a<h2>Method</h2>b")
    >>> opening, contents.count("<li>"), sections[:60]
    ('<h1>T</h1>', 2, '<section id="the-claims" aria-labelledby="h-the-claims"><h2 ')
    """
    opening, *pieces = _HEADING.split(body)
    titles, contents = pieces[::2], pieces[1::2]
    names = [slug(title) for title in titles]
    links = join(f'<li><a href="#{name}">{title}</a></li>' for name, title in zip(names, titles, strict=True))
    sections = join(
        f'<section id="{name}" aria-labelledby="h-{name}"><h2 id="h-{name}">{title}</h2>{content}</section>'
        for name, title, content in zip(names, titles, contents, strict=True)
    )
    return (
        opening,
        Html(
            '<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>'
            f"<ol>{links}</ol></details></nav>"
        ),
        sections,
    )


def slug(title: str) -> str:
    """A heading as the name in an address.

    >>> slug("What could not be read")
    'what-could-not-be-read'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
