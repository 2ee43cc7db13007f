"""One file, one article: plain text, Markdown with front matter, a saved web page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.corpus.cleaning import without_markup
from toolkit.corpus.decoding import clean, decode
from toolkit.corpus.draft import Draft, Given, Stated, Unreadable
from toolkit.corpus.frontmatter import doubt, pick, split
from toolkit.corpus.webpage import read_page

MARKDOWN = (".md", ".markdown")
PAGES = (".html", ".htm")
SUFFIXES = (".txt", *MARKDOWN, *PAGES)
LARGEST = 20_000_000  # bytes; a long article has some 100,000


def label(path: Path, folder: Path) -> str:
    """How messages and tables call a file of a corpus: its path in the folder, always printable."""
    return clean(path.relative_to(folder).as_posix())


def read_document(path: Path, file: str) -> list[Draft]:
    """The article in a file; `file` is how messages call it. Its id is the file's name without its ending.

    A live page has an article for each of its days, the first of them that of its publication; the others have their
    day in their ids.

    Raises Unreadable, with the reason, for a file that is too large or no text, and OSError as `open` does.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            f"has {size:,} bytes, more than any article: split it, or make a table of it (.jsonl, .csv)"
        )
    page, markdown = path.suffix.lower() in PAGES, path.suffix.lower() in MARKDOWN
    text, note = decode(path.read_bytes(), page)
    base: int | None = None
    days = Stated()
    later: tuple[tuple[date, str], ...] = ()
    given: tuple[Given, ...] = ()
    doubts = [note]
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
            given = (Given(written, file, "front matter"),)
        fields.setdefault("title", _heading(text))
    if note:
        fields["notes"] = "; ".join(filter(None, (fields.get("notes"), note)))
    first = Draft(
        clean(path.stem),
        text,
        file,
        "",
        fields,
        given,
        days,
        markdown,
        base,
        doubts=tuple(filter(None, doubts)),
    )
    return [first, *(_update(first, day, words) for day, words in later)]


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
