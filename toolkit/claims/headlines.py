"""Headlines: a title makes a row where the text under it tells nothing of that kind.

A title is read as a text of its own, in the article's words: what it capitalises and the article writes small is
written small.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from toolkit.model import Article, Claim

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
HEADLINE = -1
"""The number of the sentence that a headline stands for."""


def with_headline(
    article: Article, claims: list[Claim], read: Callable[[Article], list[Claim]]
) -> list[Claim]:
    """Claims, before them those of the title whose kind the text does not tell; `read` gives the claims of a text."""
    title = article.title.strip()
    if not title or len(title) > 300 or title.endswith("?"):
        return claims
    told = {claim.kind for claim in claims}
    found = [
        replace(
            claim, mention_id=f"{article.id}:title", title=article.title, sentence=HEADLINE, start=0, end=len(title),
            quote=title, headline=True, claimant_start=None, claimant_end=None, answers="", order="",
            told_end=min(claim.told_end, len(title)),
        )
        for claim in read(title_article(article))
        if claim.kind not in told and claim.theme != "other" and (claim.actor or claim.target or claim.place)
    ]  # fmt: skip
    return [*found, *claims]


def title_article(article: Article) -> Article:
    """The title of an article as an article of its own."""
    return replace(article, text=f"{in_words_of(article.title.strip(), article.text)}.", title="", pages=())


def in_words_of(title: str, text: str) -> str:
    """A title with the words in small letters that its text has only in small letters.

    >>> in_words_of("Rebels Seize Airport in Goma", "The rebels seized an airport. They seize all in Goma.")
    'Rebels seize airport in Goma'
    """
    words = set(_WORD.findall(text))
    first = _WORD.search(title)

    def small(found: re.Match[str]) -> str:
        word = found[0]
        at_start = first is not None and found.start() == first.start()
        return word if at_start or word in words or word.lower() not in words else word.lower()

    return _WORD.sub(small, title)
