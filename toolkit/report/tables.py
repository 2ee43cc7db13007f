"""HTML out of tables, by hand, escaped everywhere: no Markdown or Styler ever sees the text of a corpus."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from toolkit.charts.embed import AS_WRITTEN
from toolkit.charts.theme import STANDINGS, mark_of
from toolkit.charts.words import clean, day_text

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Row = Mapping[str, Any]
Cell = Callable[[Row], "Html"]


class Html(str):
    """Markup that is safe to show; a notebook shows it as such. Whoever makes one has escaped what is in it.

    >>> Html("<b>x</b>")
    <Html of 8 characters>
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f'<div class="{AS_WRITTEN}">{self}</div>'

    def __repr__(self) -> str:
        return f"<Html of {len(self)} characters>"


def escape(value: Any, limit: int = 2000) -> Html:
    """Any value as text that is safe in an element and in a quoted attribute; missing values are empty.

    >>> str(escape("<b onclick='x'>"))
    '&lt;b onclick=&#x27;x&#x27;&gt;'
    """
    return Html(html.escape(clean(value, limit), quote=True))


def tag(name: str, *content: Html | str, of: str = "") -> Html:
    """An element with the class `of` around markup; `content` must be safe already.

    >>> str(tag("p", escape("a < b"), of="note"))
    '<p class="note">a &lt; b</p>'
    """
    attribute = f' class="{of}"' if of else ""
    return Html(f"<{name}{attribute}>{''.join(content)}</{name}>")


def join(parts: Iterable[Html | str], between: str = "") -> Html:
    return Html(between.join(parts))


def standing(name: Any) -> Html:
    """The standing as a coloured badge; the word stays, the colour only helps."""
    text = str(name)
    return tag("span", escape(text or "none"), of=f"standing {mark_of(text).name}")


def standings(row: Row) -> Html:
    """How many mentions stand how: a badge with its number for each standing that there is.

    >>> print(standings({mark.name: 0 for mark in STANDINGS} | {"denied": 2}))
    <span class="standing denied">denied 2</span>
    """
    counted = ((mark.name, int(row[mark.name] or 0)) for mark in STANDINGS)
    return join((tag("span", escape(f"{name} {n}"), of=f"standing {name}") for name, n in counted if n), " ")


def days(start: Any, end: Any, grain: Any = "") -> Html:
    """An interval in a cell, as a desk writes it; an open side is said in words.

    >>> str(days(pd.NaT, pd.Timestamp("2025-08-26")))
    'by 26 Aug 2025'
    """
    return escape(day_text(start, end, str(grain), "%b"))


def day(moment: Any) -> Html:
    """One civil day as a person writes it, empty where there is none."""
    return days(moment, moment)


def written(edtf: str) -> Html:
    """Days in EDTF as the report writes days.

    >>> str(written("../2025-06-01")), str(written("2025-06-01/..")), str(written("2025-06-01/2025-06"))
    ('by 1 Jun 2025', 'since 1 Jun 2025', '1 Jun 2025 to 2025-06')
    """
    first, _, last = edtf.partition("/")
    if first == "..":
        return join(["by ", _end(last)])
    if last == "..":
        return join(["since ", _end(first)])
    return join([_end(first), " to ", _end(last)]) if last else _end(first)


def _end(part: str) -> Html:
    return day(pd.Timestamp(part)) if _DAY.fullmatch(part) else escape(part)


def table(
    rows: Iterable[Row], columns: Mapping[str, tuple[str, Cell]], caption: str = "", tall: bool = False
) -> Html:
    """A table with one line per row.

    `columns` maps a heading to the class of its cells and to what fills them.
    """
    head = join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    # Each cell bears its heading, under which a narrow screen stacks the cells of a row.
    labels = {name: escape(name) for name in columns}
    body = join(
        tag(
            "tr",
            *(
                Html(f'<td class="{kind}" data-label="{labels[name]}">{fill(row)}</td>')
                for name, (kind, fill) in columns.items()
            ),
        )
        for row in rows
    )
    title = tag("caption", escape(caption)) if caption else ""
    inner = tag("table", title, tag("thead", tag("tr", head)), tag("tbody", body))
    # Reachable by keyboard, because it scrolls.
    return Html(f'<div class="scroll{" tall" if tall else ""}" tabindex="0">{inner}</div>')


def text(field: str, limit: int = 2000) -> Cell:
    """A cell that shows one field as text."""
    return lambda row: escape(row[field], limit)


def number(field: str) -> Cell:
    """A cell that shows one field as a whole number, empty where it is missing."""
    return lambda row: Html("" if pd.isna(row[field]) else f"{int(row[field]):,}")


def on(field: str) -> Cell:
    """A cell that shows one field as a civil day, and says so where it is not known."""
    return lambda row: day(row[field]) or Html("unknown")


def fold(title: Html | str, *content: Html | str, opened: bool = False, of: str = "") -> Html:
    """A part that unfolds; `title` and `content` must be safe already."""
    attributes = f"{f' class={chr(34)}{of}{chr(34)}' if of else ''}{' open' if opened else ''}"
    return Html(f"<details{attributes}><summary>{title}</summary>{''.join(content)}</details>")
