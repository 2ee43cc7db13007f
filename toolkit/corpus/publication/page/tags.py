"""The days in the tags of a page's head, and in the microdata and RDFa of its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.corpus.publication.page.statement import Context, Statement, value_of
from toolkit.corpus.publication.page.vocabulary import kind_of_type, meaning_of

_NAMES = ("property", "name", "itemprop", "http-equiv")


def statements(tree: Any, context: Context) -> Iterator[Statement]:
    """What the meta tags state, in the order of the page."""
    alone = len(_articles(tree)) < 2
    for element in tree.iter("meta", "link"):
        content = element.get("content") or element.get("datetime")
        names = [name for attribute in _NAMES for name in (element.get(attribute) or "").split()]
        names += ["pubdate"] if element.get("pubdate") is not None else []
        if not content or not names or _of_another(element, alone):
            continue
        meanings = [meaning for name in names if (meaning := meaning_of(name))]
        # A tag may be called both: then it is the day of publication, never updated since.
        meaning = min(meanings, key=("published", "created", "modified", "date", "other").index, default="")
        if not meaning or meaning == "other":
            continue
        day, problem = value_of(content, context)
        if day or problem:
            yield Statement(meaning, day, content, f"meta tag {names[0]}", problem)


def _articles(tree: Any) -> list[Any]:
    return [each for each in tree.iter() if isinstance(each.tag, str) and _kind(each) == "article"]


def _kind(element: Any) -> str | None:
    """Whether an element is an "article", a "page", something else (""), or no thing of its own (None)."""
    kinds = (element.get("itemtype") or element.get("typeof") or "").split()
    if not kinds:
        return "" if element.get("itemscope") is not None and element.get("itemprop") else None
    return kind_of_type(kinds)


def _of_another(element: Any, alone: bool) -> bool:
    """Whether the nearest thing that an element belongs to is no article and no page, or one article of several.

    A picture, a comment and an author are nobody's page; nor is what an article or a page lists beside itself.
    """
    for around in element.iterancestors():
        kind = _kind(around)
        if kind is not None:
            part = (around.get("itemprop") or "").lower()
            return kind == "" or bool(part and "mainentity" not in part and not (alone and kind == "article"))
    return False
