"""The lines of a page as a reader sees them, each with what its markup says of the days in it.

The machine's day in an attribute (`<time datetime>`) stands in the line as one character, so that the words before it
are its label. What is no part of the article (lists of other articles, comments, the bar of an archive) is left out,
but never around the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from toolkit.corpus.publication.calendars import fold
from toolkit.corpus.publication.page.linked import plain
from toolkit.corpus.publication.page.statement import Context, Statement, value_of
from toolkit.corpus.publication.page.vocabulary import (
    elements,
    kind_of_type,
    labels,
    meaning_of,
    meaning_of_class,
)  # fmt: skip
from toolkit.corpus.publication.written import scan

MARK = "\ue000"
"""Stands in a line for a day that an attribute names; the line's `marks` are in the order of these."""
LONG = 200  # characters: such a line is a paragraph
_BESIDE = frozenset(("aside", "figure", "figcaption"))
_OUTSIDE_TAGS = frozenset(("aside", "header", "nav", "form"))
_OTHER_THINGS = re.compile(
    r"comment|person|organi[sz]ation|event|review|list|video|image|audio", re.IGNORECASE
)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_OUTSIDE_ID = "HEADER"  # of the bar that archive.today puts above a page
_PIECES = 30  # characters of a day in pieces
_SHORT = 160  # characters of an element whose class is taken for its words


class Hint(NamedTuple):
    """From one character of a line to another: what the markup says of a day there."""

    start: int
    end: int
    meaning: str


@dataclass(slots=True)
class Line:
    """One line: its words, the days in attributes, what classes say of its parts, where it stands, and in what."""

    text: str = ""
    marks: list[tuple[int, Statement]] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    heading: bool = False
    footer: bool = False
    inside: bool = False
    aside: bool = False
    kind: str = ""


def headline_of(tree: Any) -> Any:
    """The element with the page's headline, or None."""
    title = " ".join(plain(each.text_content()) for each in tree.iter("title"))
    title += " " + " ".join(
        plain(each.get("content") or "") for each in tree.iter("meta") if each.get("property") == "og:title"
    )
    headings = [(plain(each.text_content()), each) for each in tree.iter("h1", "h2", "h3")]
    named = [(words, each) for words, each in headings if len(words.split()) > 1 and words in title]
    if named:  # the name of the site is in the title, too, and shorter
        return max(named, key=lambda one: len(one[0]))[1]
    return next((each for words, each in headings if words and each.tag == "h1"), None)


def lines_of(tree: Any, context: Context) -> list[Line]:
    """The lines of a page (an lxml tree), without those of other articles."""
    headline = headline_of(tree)
    safe = set(headline.iterancestors()) if headline is not None else set()
    reader = _Reader(safe, headline, context)
    bodies = list(tree.iter("body")) or [tree]
    reader.read(bodies[0])
    return [line for line in reader.lines if line.text.strip()]


class _Reader:
    def __init__(self, safe: set[Any], headline: Any, context: Context) -> None:
        self.safe, self.headline, self.context = safe, headline, context
        self.lines: list[Line] = [Line()]
        self.footer = self.inside = self.aside = 0

    def read(self, element: Any) -> None:
        """Walks an element; pages nested too deep are refused before."""
        if not isinstance(element.tag, str) or element.tag in elements("skipped") or self._outside(element):
            return
        block = element.tag in elements("blocks")
        around = element.tag == "footer", element.tag in ("article", "main"), element.tag in _BESIDE
        self.footer += around[0]
        self.inside += around[1]
        self.aside += around[2]
        if block or element.tag == "br":
            self._new(element)
        line, start = self.lines[-1], len(self.lines[-1].text)
        mark = self._mark(element)
        if (mark is None or not mark.day) and (words := _in_pieces(element)):
            self._say(words)
        elif mark is None or not mark.day:
            self._say(element.text)
            for child in element:
                self.read(child)
                self._say(child.tail)
        else:
            self._say(_labels_in(element.text_content()))
            line = self.lines[-1]
            line.marks.append((len(line.text), mark))
            line.text += MARK
        for meaning in _meanings(element):
            self._hint(line, start, meaning)
        self.footer -= around[0]
        self.inside -= around[1]
        self.aside -= around[2]
        if block:
            self._new(element.getparent())

    def _new(self, element: Any) -> None:
        if self.lines[-1].text.strip():
            self.lines.append(Line())
        line = self.lines[-1]
        line.text, line.marks, line.hints = "", [], []
        line.heading = element is self.headline
        line.footer, line.inside, line.aside = bool(self.footer), bool(self.inside), bool(self.aside)
        line.kind = f"{element.tag} {element.get('class') or ''}" if element is not None else ""

    def _say(self, words: str | None) -> None:
        if words:
            line = self.lines[-1]
            if line.text[-1:].isdigit() and words[0].isdigit():  # <b>12</b><b>2025</b> are two numbers
                line.text += " "
            # A paragraph that is cut here keeps its length, which is all that is asked of it.
            line.text += re.sub(r"\s+", " ", words)

    def _hint(self, line: Line, start: int, meaning: str) -> None:
        """On what was said since, in this line and those after it."""
        first = next(
            (at for at in range(len(self.lines) - 1, -1, -1) if self.lines[at] is line), len(self.lines) - 1
        )
        if len(self.lines) - first > 6:
            return
        for at, each in enumerate(self.lines[first:]):
            each.hints.append(Hint(0 if at else start, len(each.text), meaning))

    def _outside(self, element: Any) -> bool:
        if element in self.safe or element is self.headline or element.tag in ("body", "main", "html"):
            return False
        if element.tag in _OUTSIDE_TAGS:
            return element.tag in ("nav", "form") or not self.inside
        return is_outside(element)

    def _mark(self, element: Any) -> Statement | None:
        """The day in the attributes of an element."""
        own = next(_meanings(element), "")
        for name, value in element.attrib.items():
            if name == "datetime" or name.startswith(elements("stamps")):
                meaning = meaning_of(name.removeprefix("data-"))
            elif (name == "content" and (element.get("itemprop") or element.get("property"))) or (
                name == "title"
                and element.tag in elements("titled")
                and (own or _ago(element) or _MOMENT.match(value))
            ):
                meaning = ""
            else:
                continue
            day, _ = value_of(value, self.context)
            text = element.text_content()
            if day and len(text) <= _SHORT and not _says_another(text, day, self.context):
                meaning = (
                    meaning if meaning in ("published", "modified", "created", "other") else own or "date"
                )
                return Statement(meaning, day, value, f"<{element.tag} {name}> of the page")
        return None


def is_outside(element: Any) -> bool:
    """Whether an element's names say that it is no part of the article: others listed, comments, an archive's bar."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    kind = element.get("itemtype")
    if kind and not kind_of_type(kind) and element.tag not in ("time", "span", "meta", "body"):
        return bool(_OTHER_THINGS.search(kind))
    if element.get("id") == _OUTSIDE_ID:
        return True
    small = names.lower()
    return any(part in small for part in elements("outside")) and not _dated_itself(names)


def _in_pieces(element: Any) -> str:
    """The words of an element for a day that has its day, month and year in blocks of their own; else nothing."""
    if not any(each.tag in elements("blocks") for each in element) or not any(_meanings(element)):
        return ""
    pieces = " ".join(" ".join(element.itertext()).split())
    dated = len(pieces) <= _PIECES and len(scan(pieces)) == 1
    return pieces if dated and not any(scan(text) for text in element.itertext()) else ""


def _ago(element: Any) -> bool:
    text = element.text or ""
    return len(text) < 40 and any(map(str.isdigit, text)) and not re.search(r"\d{4}", text)


def _says_another(text: str, day: date, context: Context) -> bool:
    """Whether an element's words name another day than its attribute, by more than what time zones may do."""
    days = [each.day for each in scan(text, *context) if each.day]
    return bool(days) and all(abs((each - day).days) > 1 for each in days)


def _labels_in(text: str) -> str:
    words = " ".join(text.split())
    found = labels(fold(words))
    return words[found[0].start : found[0].end] + " " if found else ""


def _dated_itself(names: str) -> bool:
    """Whether the classes are those of a line with the day: "related-date" is, "comment-list" is not."""
    return len(names) < _SHORT and any(
        meaning_of_class(name) in ("published", "modified") for name in names.split()
    )


def _meanings(element: Any) -> Iterator[str]:
    """What an element's names say of the days in it, the strongest first."""
    found = set()
    for attribute in ("itemprop", "property"):
        found |= {meaning_of(name) for name in (element.get(attribute) or "").split()}
    classes = [*(element.get("class") or "").split(), element.get("id") or ""][:12]
    if element.tag not in ("body", "html", "article", "main", "section"):
        found |= {meaning_of_class(name) for name in classes}
    if element.get("pubdate") is not None:
        found.add("published")
    if element.tag == "time":
        found.add("date")
    # A theme may call one element both: then it is the day of publication, never updated since.
    for meaning in ("published", "modified", "created", "other", "date", "near"):
        if meaning in found:
            yield meaning
            return
