"""The days that a saved page states about itself: first published, and updated.

A statement is taken for what it is a statement of. Publication beats creation, that a day which is called no more
than "date"; the day of an update, a capture or an event is never one of publication. Of the statements of one kind the
surest place has it: the page's article in JSON-LD, the tags, what JSON-LD says of the page around it, its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from toolkit.corpus.draft import Stated
from toolkit.corpus.publication.address import day_in, path_of
from toolkit.corpus.publication.page import linked, scripts, stamps, tags
from toolkit.corpus.publication.page.guess import Guess, Seen, guess
from toolkit.corpus.publication.page.lines import headline_of, lines_of
from toolkit.corpus.publication.page.statement import (
    CREATED,
    DATE,
    MODIFIED,
    PUBLISHED,
    Context,
    Statement,
    local_day,
)  # fmt: skip
from toolkit.dates.language import language as told_by

# trafilatura has htmldate look for a date of its own, which nobody reads; its default limit is read off the clock.
LIMITS: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1995-01-01",
    "max_date": "2100-01-01",
}
_MONTH_FIRST = frozenset(("en-us", "en-ph", "fil", "en-fm", "en-pr"))
_COUNTRIES = {
    "dmy": ("uk", "au", "nz", "ie", "in", "za", "pk", "bd", "lk", "ng", "ke", "gh"),
    "mdy": ("us", "gov", "mil", "edu"),
}
"""Where English is written: the ends of addresses that tell the order of a day and a month in numbers."""
_BELOW = 8  # lines below the headline
_EITHER = frozenset(("en", "", "fil", "tl"))


def stated(tree: Any) -> Stated:
    """What a page (an lxml tree, which is left as it is) states.

    >>> from lxml.html import document_fromstring
    >>> stated(document_fromstring('<meta property="article:modified_time" content="2025-06-14"><p>Talks ended.'))[:2]
    ('', '2025-06-14')
    """
    language, order = _language(tree)
    lines = lines_of(tree, Context(language, order))
    if language in _EITHER and not order:  # many a page says "en" because its template did
        told = told_by("\n".join(line.text for line in lines))
        if told and told != language:
            language, order = told, "" if told in _EITHER else "dmy"
    # The article's own days come first; those of its comments and of other articles still tell how the page writes.
    order = order or stamps.order_of(line.text for line in lines) or stamps.order_of(_words(tree))
    named = _named(tree)
    context = Context(language, order or _of_country(named.addresses))
    blocks = linked.blocks(tree)
    article, page = linked.statements(blocks, named, context)
    tagged = list(tags.statements(tree, context))
    seen = stamps.stamps(lines, context)
    sure = [each.statement for each in _nearest(seen) if each.strength >= 2]
    tiers: list[tuple[str, Sequence[Statement]]] = [
        (PUBLISHED, article), (PUBLISHED, tagged), (PUBLISHED, page), (PUBLISHED, sure),
        (CREATED, article), (CREATED, tagged), (CREATED, page),
        (DATE, article), (DATE, tagged), (CREATED, sure), (DATE, sure), (PUBLISHED, scripts.statements(tree, context)),
    ]  # fmt: skip
    updates = [
        each
        for each in (*article, *tagged, *page, *(one.statement for one in seen))
        if each.meaning == MODIFIED
    ]
    days = sorted(each.day for each in updates if each.day)
    updated = days[-1].isoformat() if days else ""
    title = " ".join(" ".join(each.text_content() for each in tree.iter("title")).split())
    addresses = [f"//{each}" for each in sorted(named.addresses)]
    in_address = [dated[0] for each in addresses if (dated := day_in(path_of(each)))]
    doubtful = None
    for meaning, statements in tiers:
        fitting = [each for each in statements if each.meaning == meaning]
        found = next((each for each in fitting if each.day), None)
        if found is None:
            doubtful = doubtful or next(iter(fitting), None)
            continue
        found = local_day(found, [*in_address, *_shown(sure)])
        day = str(found.day)
        if meaning != PUBLISHED and in_address and found.day not in in_address:
            return Stated("", updated, title=title, guess=day, guessed=f"{found.where}, against the address")
        marked = meaning == PUBLISHED and (statements is article or statements is tagged)
        return Stated(day, updated, found.where, title=title, article=marked)
    if doubtful:
        return Stated("", updated, doubtful.where, title=title, words=doubtful.words, doubt=doubtful.problem)
    if line := _line(seen, days):
        return Stated("", updated, line=line, title=title)
    last = guess(Seen(tree, lines, seen, addresses, context)) or Guess(None, "")
    return Stated("", updated, title=title, guess=str(last.day or ""), guessed=last.why)


def _shown(sure: Sequence[Statement]) -> Iterator[date]:
    """The day in the first words by the headline."""
    words = (each for each in sure if each.where == stamps.WORDS and each.meaning in (PUBLISHED, DATE))
    yield from (each.day for each in islice(words, 1) if each.day)


def _line(seen: Sequence[stamps.Stamp], updates: Sequence[date]) -> str:
    """The day of the line below the headline, else the one day that lines name."""
    placed = [
        each
        for each in seen
        if each.strength == 1 and each.near and each.statement.meaning == DATE and each.statement.day
    ]
    below = [each for each in placed if each.distance in range(_BELOW)]
    if first := min(below, key=lambda each: each.nearness, default=None):
        return str(first.statement.day)
    if len(above := {each.statement.day for each in placed}) == 1:
        return str(above.pop())
    for strength in (1, 0):
        days = {
            each.statement.day
            for each in seen
            if each.strength == strength and each.statement.meaning == DATE and each.statement.day
        }
        if len(days) == 1 and (day := days.pop()) and day not in updates:
            return day.isoformat()
        if days:
            break
    return ""


def _nearest(seen: Iterable[stamps.Stamp]) -> list[stamps.Stamp]:
    return sorted(seen, key=lambda each: (-each.strength, each.nearness))


def _language(tree: Any) -> tuple[str, str]:
    """A page's language, and the order of days in numbers that it alone tells."""
    told = {"og:locale": "", "content-language": ""}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "http-equiv"):
            if (name := (element.get(attribute) or "").lower()) in told:
                told[name] = element.get("content") or ""
    written = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    codes = [each.strip().lower().replace("_", "-") for each in (written, *told.values()) if each.strip()]
    locale = codes[0] if codes else ""
    # "en" with the locale "en_GB" is British.
    locale = next((each for each in codes if each.startswith(f"{locale}-")), locale)
    language = re.split(r"[^a-z]", locale)[0]
    if locale in _MONTH_FIRST:
        return language, "mdy"
    return language, "" if locale in _EITHER else "dmy"


def _of_country(addresses: Iterable[str]) -> str:
    ends = {address.split("/")[0].split(":")[0].rsplit(".", 1)[-1] for address in addresses}
    return next((order for order, names in _COUNTRIES.items() if ends & {*names}), "")


def _words(tree: Any) -> Iterator[str]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            yield element.text or ""
        yield element.tail or ""


def _named(tree: Any) -> linked.Named:
    found = [each.get("href") for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical"]
    found += [each.get("content") for each in tree.iter("meta") if each.get("property") == "og:url"]
    titles = [each.get("content") for each in tree.iter("meta") if each.get("property") == "og:title"]
    titles += [each.text_content() for each in (*tree.iter("title"), headline_of(tree)) if each is not None]
    headline = " | ".join(linked.plain(each) for each in titles if each)
    return linked.Named(frozenset(linked.address(each) for each in found if each), headline)
