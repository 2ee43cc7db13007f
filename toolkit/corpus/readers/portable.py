"""PDF: the text of its pages, their running heads left out, and the places where the pages begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Draft, Stated, Unreadable
from toolkit.corpus.readers.extras import wanted
from toolkit.corpus.readers.office import LOCKED
from toolkit.corpus.readers.source import Read, Source
from toolkit.model import Quarantined

MOST_PAGES = 2000
_EDGE = 2  # lines at the top and the bottom of a page that may be its running head
_FEWEST = 3  # pages
_HEAD = 80  # characters
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")


def read(source: Source) -> Read:
    """The one article of a PDF document, and a line for its pages without text."""
    pypdf = wanted("pypdf", "PDF", "pdf")
    raw = source.read()
    from io import BytesIO

    try:
        document = pypdf.PdfReader(BytesIO(raw))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable(LOCKED)
        if (count := len(document.pages)) > MOST_PAGES:
            raise Unreadable(f"has {count:,} pages, more than {MOST_PAGES:,}: split it")
        pages = [clean(page.extract_text() or "").strip() for page in document.pages]
        told = document.metadata
        title = str(told.title or "") if told else ""
        made = told.creation_date if told else None
    except Unreadable:
        raise
    except Exception as error:  # pypdf raises whatever a damaged file leads it to
        reason = " ".join(str(error).split())[:80] or type(error).__name__
        raise Unreadable(
            f"can't be read as a PDF document ({reason}): get it again, or save its text as .txt"
        ) from error
    empty = [number for number, page in enumerate(pages, 1) if not any(map(str.isalnum, page))]
    if len(empty) == len(pages):
        raise Unreadable(
            f"has no text on its {len(pages)} page{'' if len(pages) == 1 else 's'}: it is a scan; make its text "
            "readable with a program for that (OCR) first"
        )
    if empty:
        which = ", ".join(map(str, empty[:20]))
        yield Quarantined(
            source.file, f"page {which}", "has no text: it may be a picture (the other pages are kept)"
        )
    texts = [_BROKEN.sub("", page) for page in without_heads(pages)]
    begins, at = [], 0
    for text in texts:
        begins.append(at)
        at += len(text) + 2
    stated = (
        Stated(guess=made.date().isoformat(), guessed="the day on which the PDF was made")
        if made
        else Stated()
    )
    yield Draft(
        source.stem, "\n\n".join(texts), source.file, "", {"title": clean(title)} if title.strip() else {}, (), stated,
        base=None, pages=tuple(begins),
    )  # fmt: skip


def without_heads(pages: Sequence[str]) -> list[str]:
    """The pages without the lines that stand at the edge of most of them, but for their numbers.

    >>> without_heads([f"THE WIRE {n}\\nTalks went on, part {'abc'[n]}." for n in range(3)])
    ['Talks went on, part a.', 'Talks went on, part b.', 'Talks went on, part c.']
    """
    if len(pages) < _FEWEST:
        return list(pages)
    lines = [page.split("\n") for page in pages]
    seen = Counter(
        form for page in lines for form in {_form(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    heads = {form for form, times in seen.items() if form and times * 2 > len(pages) and times >= _FEWEST}
    found = []
    for page in lines:
        inner = range(_EDGE, len(page) - _EDGE)
        found.append(
            "\n".join(line for at, line in enumerate(page) if at in inner or _form(line) not in heads).strip()
        )
    return found


def _form(line: str) -> str:
    """A line without its numbers, empty for one that is too long for a head or ends as sentences do."""
    words = " ".join(line.split())
    return "" if len(words) > _HEAD or words.endswith((".", "!", "?", "”", '"')) else _DIGITS.sub("0", words)
