"""Live pages: what one page adds under one address over several days, each update with its own clock.

"Earlier today" in an update of the second day is no word of the first. So the updates of every later day are an article
of their own, published on that day; those of the day of publication stay with the rest of the page. A page whose
updates are all of one day, or whose updates name no day, stays whole. What tells the updates apart is their markup, or
the page's JSON-LD.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from toolkit.corpus.publication.page import linked
from toolkit.corpus.publication.page.lines import MARK, headline_of, is_outside, lines_of
from toolkit.corpus.publication.page.statement import NOTHING_KNOWN, value_of

FEWEST = 3
_SENTENCE = 40  # characters of a paragraph
_END = re.compile(r"(?<=[.!?…。])\s+|\n+")


def later_days(tree: Any, published: str) -> list[tuple[date, str]]:
    """The text of a live page's updates on each day after that of its publication; they are taken out of `tree`.

    >>> from lxml.html import document_fromstring
    >>> words = "<p>The talks went on in the great hall of the palace, an official said.</p>"
    >>> live = "".join(f'<div><time datetime="2025-06-{day}">8:00</time>{words}</div>' for day in (10, 10, 11))
    >>> page = document_fromstring(f"<article><h1>Live: talks in the palace</h1>{live}</article>")
    >>> later_days(page, "2025-06-10")
    [(datetime.date(2025, 6, 11), 'The talks went on in the great hall of the palace, an official said.')]
    >>> len(page.findall(".//time"))
    2
    """
    told, untold = _told(tree)
    updates = _updates(tree) or told
    days = sorted({day for _, day in updates} | {day for day, _ in untold if not updates})
    if len(days) < 2:
        return []
    first = date.fromisoformat(published) if published else days[0]
    texts: defaultdict[date, list[str]] = defaultdict(list)
    for element, day in updates:
        if day > first:
            lines = (line.text.replace(MARK, " ").strip() for line in lines_of(element, NOTHING_KNOWN))
            texts[day] += [line for line in lines if any(map(str.isalpha, line))]
            element.drop_tree()
    for day, words in untold if not updates else ():
        if day > first:
            texts[day].append(words)
    if not updates:
        _drop(tree, (words for day, words in untold if day > first))
    return [(day, "\n".join(texts[day])) for day in sorted(texts)]


def _told(tree: Any) -> tuple[list[tuple[Any, date]], list[tuple[date, str]]]:
    """The updates that the page's JSON-LD describes: those whose elements it names, or the days and words of all."""
    updates = linked.updates(linked.blocks(tree))
    places = {each.place for each in updates if each.place}
    elements = {each.get("id"): each for each in tree.iter() if each.get("id") in places} if places else {}
    named = [(elements[each.place], each.day) for each in updates if each.place in elements]
    return (named, []) if named else ([], [(each.day, each.words) for each in updates if each.words])


def _drop(tree: Any, updates: Iterable[str]) -> None:
    """Takes out the paragraphs that updates begin with or hold."""
    told = {sentence for words in updates for sentence in _sentences(words)}
    for element in [each for each in tree.iter("p", "li", "h2", "h3", "h4") if each.getparent() is not None]:
        begins = next(iter(_sentences(element.text_content())), "")
        if len(begins) >= _SENTENCE and begins in told:
            element.drop_tree()


def _sentences(words: str) -> list[str]:
    return [" ".join(each.split()) for each in _END.split(words) if each.strip()]


def _updates(tree: Any) -> list[tuple[Any, date]]:
    """The updates of a page and their days: brothers that each begin with a time and hold running text."""
    headline = headline_of(tree)
    brothers: defaultdict[Any, dict[Any, date]] = defaultdict(dict)
    for time in tree.iter("time"):
        day = value_of(time.get("datetime") or time.text_content())[0]
        for element in _around(time) if day else ():
            if day and element not in brothers[element.getparent()]:
                brothers[element.getparent()][element] = day
    found = [
        list(each.items())
        for parent, each in brothers.items()
        if len(each) >= FEWEST and _of_the_article(parent, headline) and all(map(_tells, each))
    ]
    return max(found, key=len, default=[])


def _around(time: Any) -> Iterator[Any]:
    """The elements around a time, up to the first that begins with it no more."""
    for element in (time, *time.iterancestors()):
        if element.getparent() is None or (
            element.tag in ("body", "article", "main") and element.find(".//h1") is not None
        ):
            return
        yield element


def _of_the_article(parent: Any, headline: Any) -> bool:
    """Whether a list of updates stands in what has the headline, and in no list of other articles or of comments."""
    around = [parent, *parent.iterancestors()]
    if any(is_outside(each) for each in around if each.tag not in ("body", "html")):
        return False
    article = next((each for each in around if each.tag in ("article", "main", "body", "html")), None)
    return headline is None or article is None or article in headline.iterancestors()


def _tells(element: Any) -> bool:
    return any(len(" ".join(each.text_content().split())) >= _SENTENCE for each in element.iter("p"))
