"""One file, one article: plain text, Markdown with front matter, a saved web page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from toolkit.corpus.cleaning import without_markup
from toolkit.corpus.decoding import decode
from toolkit.corpus.draft import Draft, Given, Stated
from toolkit.corpus.fields import holding_days
from toolkit.corpus.frontmatter import doubt, pick, split, unused
from toolkit.corpus.readers.source import Read, Source
from toolkit.corpus.webpage import read_page

TEXTS = (".txt", ".text")
MARKDOWN = (".md", ".markdown", ".mdown")
PAGES = (".html", ".htm", ".xhtml", ".shtml")
SUFFIXES = (*TEXTS, *MARKDOWN, *PAGES)


def read(source: Source) -> Read:
    """The article in a file. Its id is the file's name without its ending.

    A live page has an article for each of its days, the first of them that of its publication; the others have their
    day in their ids.

    Raises Unreadable, with the reason, for a file that is too large or no text, and OSError as `open` does.
    """
    raw = source.read()
    page, markdown = source.suffix in PAGES, source.suffix in MARKDOWN
    text, note = decode(raw, page)
    base: int | None = None
    days = Stated()
    later: tuple[tuple[date, str], ...] = ()
    given: tuple[Given, ...] = ()
    doubts = [note]
    undated = ""
    if page:
        text, fields, days, later = read_page(text)
    else:
        doubts.append(doubt(text))
        front, body = split(text)
        base, text = len(text) - len(body), body
        fields = pick(front)
        # The manifest, the tables and the corrections call an article by its file's name.
        fields.pop("id", None)
        if written := fields.pop("published", ""):
            given = (Given(written, source.file, "front matter"),)
        elif others := holding_days([front], unused(front)):
            undated = f"has no date that is known in its front matter, but {', '.join(others)}: call it date"
        fields.setdefault("title", _heading(text))
    if note:
        fields["notes"] = "; ".join(filter(None, (fields.get("notes"), note)))
    first = Draft(
        source.stem,
        text,
        source.file,
        "",
        fields,
        given,
        days,
        markdown,
        base,
        doubts=tuple(filter(None, doubts)),
        undated=undated,
    )
    yield first
    yield from (_update(first, day, words) for day, words in later)


def _update(first: Draft, day: date, text: str) -> Draft:
    """The updates of a later day of a live page: what is said of the page as a whole is not said of them."""
    fields = {name: value for name, value in first.fields.items() if name != "title"}
    stamp = Stated(day.isoformat(), where="times of its updates")
    return replace(
        first,
        id=f"{first.id}-{day}",
        text=text,
        fields=fields,
        given=(),
        stated=stamp,
        base=None,
        part=True,
        doubts=(),
    )


def _heading(text: str) -> str:
    """The title of a Markdown text: its first line, where that is a heading of the first level."""
    first = text.lstrip().split("\n", 1)[0]
    return without_markup(first, markdown=True).text if first.startswith("# ") else ""
