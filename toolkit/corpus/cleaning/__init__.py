"""Clean text: markup is taken out of an article when it is read, and the way back to the file is kept.

What is markup is data, in `lines`, `links` and `inline`: each rule has a name, a pattern, what of it stays, examples
and counter-examples. Text without markup comes back as it is.
"""

from __future__ import annotations

from typing import NamedTuple

from toolkit.corpus.cleaning.edits import Edit, Traced
from toolkit.corpus.cleaning.inline import BOLD, CHARACTERS, EMPHASIS, WIDTHLESS
from toolkit.corpus.cleaning.lines import BLOCKS, ELEMENTS, LINES, NOTES
from toolkit.corpus.cleaning.links import LINKS, PICTURES, WIKI
from toolkit.corpus.cleaning.rows import rows
from toolkit.model import Offsets

BEFORE_ROWS = (*WIDTHLESS, *PICTURES, *ELEMENTS, *BLOCKS, *LINKS, *NOTES, *WIKI)
AFTER_ROWS = (*LINES, *EMPHASIS, BOLD, *CHARACTERS)
"""All rules, in the order in which they are laid on a text; the rows of tables come between."""


class Cleaned(NamedTuple):
    """A text free of markup, and the way from it back to the text with its markup."""

    text: str
    offsets: Offsets


def without_markup(text: str, markdown: bool, base: int = 0) -> Cleaned:
    """A text without its markup and without the blanks around it; never raises, in linear time.

    With `markdown` all marks of Markdown go and HTML elements with them; without it only what can be nothing but a
    mark: links with an address, marks of notes, pairs of ``**``, entities, characters without width. `base` is where
    the text begins in its file. Lines stay lines; items of a list, headings and rows of a table become paragraphs of
    their own.

    >>> text = "## The *talks*\\n\\nThe [minister](https://example.org) said **no**.[1]"
    >>> cleaned = without_markup(text, markdown=True)
    >>> cleaned.text
    'The talks\\n\\nThe minister said no.'
    >>> start, end = cleaned.offsets.span(15, 23)
    >>> cleaned.text[15:23], text[start:end]
    ('minister', 'minister')
    """
    traced = Traced(text, base)
    for rule in BEFORE_ROWS:
        if markdown or rule.plain:
            traced.apply(rule.edits(traced.text))
    traced.apply(rows(traced.text, markdown))
    for rule in AFTER_ROWS:
        if markdown or rule.plain:
            traced.apply(rule.edits(traced.text))
    traced.apply(_margins(traced.text))
    return Cleaned(traced.text, traced.offsets())


def _margins(text: str) -> list[Edit]:
    begin = len(text) - len(text.lstrip())
    end = max(begin, len(text.rstrip()))
    return [edit for edit in (Edit(0, begin), Edit(end, len(text))) if edit.end > edit.start]
