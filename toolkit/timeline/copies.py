"""Articles that are copies: one text under two addresses, a syndicated text, an excerpt, an earlier state, a rewrite.

What is compared are the sentences of the articles. An article is a copy of one other at most, the one printed first
of those that have most of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from toolkit.timeline.counterparts import Index, Match, Sentence, in_order, sentence
from toolkit.timeline.credits import credit
from toolkit.timeline.table import column
from toolkit.timeline.wording import stems

WHOLE = 0.8  # share of an article's sentences that stand in another, from which all of it does
SHARE = 0.6  # share of the sentences of the shorter article that a rewrite retells in their order
EDITED = 0.55  # the same, in any order, where several are the same word for word
ENOUGH = 3  # sentences with a counterpart, fewer prove nothing in other words
WORDS = 12  # words of content that two articles have in common, fewer are a formula
NARRATED = (
    2  # sentences of nobody's speech among them, and half of those: what a source says reaches many desks
)

SAME, SYNDICATED, EXCERPT, EXTENDED, STATE, REWRITE = RELATIONS = (
    "same text",
    "syndicated",
    "excerpt",
    "extended",
    "earlier state",
    "rewrite",
)
"""What an article is to the one that it is a copy of; the words of a rewrite are its own, those of the others not."""

COPIES: dict[str, str] = {
    "article_id": "str",
    "outlet": "str",
    "published": "datetime64[us]",
    "relation": "str",
    "of": "str",
    "of_outlet": "str",
    "of_published": "datetime64[us]",
    "order": "str",
    "credit": "str",
    "sentences": "int64",
    "shared": "int64",
    "share": "float64",
    "of_share": "float64",
    "passage": "str",
    "of_passage": "str",
}
"""Column -> dtype of the table of copies, in order."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it is compared with others; `edges` are the beginning and the end of its text, as it stands
    there."""

    article: str
    outlet: str
    published: date | None
    url: str
    edges: str
    sentences: tuple[Sentence, ...]

    @property
    def order(self) -> tuple[bool, date, int, str]:
        """The order of printing, undated articles last; of one day the shorter is first, as pages grow."""
        return (self.published is None, self.published or date.max, len(self.sentences), self.article)


@dataclass(frozen=True, slots=True)
class Copy:
    """An article, the one that it is a copy of, and the sentences that both have."""

    text: Text
    of: Text
    relation: str
    credit: str
    matches: tuple[Match, ...]


def text_of(
    article: str, outlet: str, published: date | None, url: str, edges: str, told: Iterable[tuple[int, str]]
) -> Text:
    """An article out of the beginnings and the words of its sentences."""
    return Text(article, outlet, published, url, edges, tuple(sentence(*each) for each in told))


def find(texts: Iterable[Text]) -> list[Copy]:
    """The copies among the articles, in the order of printing."""
    ordered = sorted(texts, key=lambda text: text.order)
    index, found = Index(), dict[str, Copy]()
    for number, text in enumerate(ordered):
        matches = index.matches(text.sentences)
        # Of those that have as much of it the first printed.
        likely = sorted(matches, key=lambda other: (-_weight(matches[other]), other))[:ENOUGH]
        copies = (_copy(text, ordered[other], matches[other]) for other in likely)
        copy = next((each for each in copies if each), None)
        if copy and copy.relation == STATE and copy.text.article in found:
            copy = replace(_turned(copy), relation=EXTENDED)
        if copy and copy.relation != STATE and copy.of.article not in found and _is_named_second(copy):
            copy = _turned(copy)
        if copy:
            found[copy.text.article] = copy
        if not copy or copy.relation != SAME:
            index.add(number, text.sentences)
    return [found[text.article] for text in ordered if text.article in found]


def _weight(matches: Sequence[Match]) -> float:
    return sum(1.0 if match.verbatim else 0.5 for match in matches)


def _copy(text: Text, of: Text, matches: Sequence[Match]) -> Copy | None:
    """What an article is to one printed before it; None where they only tell of the same."""
    literal = [match for match in matches if match.verbatim]
    copy = Copy(text, of, "", _credit(text), tuple(matches))
    here, there = _share(literal, len(text.sentences)), _share(_turn(literal), len(of.sentences))
    words = frozenset[str]().union(*(text.sentences[match.here].words for match in literal))
    one_page = _address(text.url) != "" and _address(text.url) == _address(of.url)
    one_outlet = bool(stems(text.outlet)) and stems(text.outlet) == stems(of.outlet)
    if len(words) >= WORDS:
        grown = there >= WHOLE and here < there
        if grown and (one_page or one_outlet):
            return _turned(replace(copy, relation=STATE))
        if min(here, there) >= WHOLE:
            return replace(copy, relation=SYNDICATED if copy.credit else SAME)
        if one_page and len(literal) >= ENOUGH:
            return _turned(replace(copy, relation=STATE))
        if there >= WHOLE:
            return replace(copy, relation=SYNDICATED if copy.credit else EXTENDED)
        if here >= WHOLE:
            return replace(copy, relation=SYNDICATED if copy.credit else EXCERPT)
    return replace(copy, relation=REWRITE) if _retells(copy) else None


def _retells(copy: Copy) -> bool:
    """Whether most of the shorter article stands in the other in the same order, and not only what somebody said."""
    sides = [copy.text.sentences, copy.of.sentences]
    turned = len(sides[0]) > len(sides[1])
    short = sides[turned]
    matches = _turn(copy.matches) if turned else copy.matches
    literal = [match for match in matches if match.verbatim]
    told = {match.here for match in matches if short[match.here].own}
    own = sum(each.own for each in short)
    if len(told) < NARRATED or 2 * len(told) < own:
        return False
    # What is retold keeps the order; where sentences are the same, paragraphs may have been moved.
    edited = len(literal) >= ENOUGH and len(matches) >= EDITED * len(short)
    return edited or in_order(matches) >= max(ENOUGH, SHARE * len(short))


def _is_named_second(copy: Copy) -> bool:
    """Whether the days leave open which was first, and the one taken for the first names the outlet of the other."""
    text, of = copy.text, copy.of
    open_order = None in (text.published, of.published) or text.published == of.published
    return open_order and _names(of, text.outlet) and not _names(text, of.outlet)


def _names(text: Text, outlet: str) -> bool:
    words = stems(outlet)
    return bool(words) and any(words <= each.words for each in text.sentences)


def _turned(copy: Copy) -> Copy:
    matches = tuple(_turn(copy.matches))
    return replace(copy, text=copy.of, of=copy.text, credit=_credit(copy.of), matches=matches)


def _turn(matches: Iterable[Match]) -> list[Match]:
    """The matches seen from the other article, each of its sentences once."""
    turned: dict[int, Match] = {}
    for match in matches:
        turned.setdefault(match.there, Match(match.there, match.here, match.verbatim))
    return [turned[here] for here in sorted(turned)]


def _share(matches: Sequence[Match], sentences: int) -> float:
    return len(matches) / sentences if sentences else 0.0


def table(copies: Iterable[Copy]) -> pd.DataFrame:
    """The copies as a table with the columns of `COPIES`.

    >>> table([]).empty
    True
    """
    rows = [_row(copy) for copy in copies]
    return pd.DataFrame(
        {name: column([row[name] for row in rows], dtype) for name, dtype in COPIES.items()},
        index=pd.RangeIndex(len(rows)),
    )


def _row(copy: Copy) -> dict[str, object]:
    text, of, matches = copy.text, copy.of, copy.matches
    longest = max(
        matches, key=lambda match: (match.verbatim, len(text.sentences[match.here].words), -match.here)
    )
    return {
        "article_id": text.article,
        "outlet": text.outlet,
        "published": text.published,
        "relation": copy.relation,
        "of": of.article,
        "of_outlet": of.outlet,
        "of_published": of.published,
        "order": _order(text.published, of.published),
        "credit": copy.credit,
        "sentences": len(text.sentences),
        "shared": len(matches),
        "share": round(_share(matches, len(text.sentences)), 3),
        "of_share": round(_share(_turn(matches), len(of.sentences)), 3),
        "passage": text.sentences[longest.here].text,
        "of_passage": of.sentences[longest.there].text,
    }


def _order(printed: date | None, other: date | None) -> str:
    if printed is None or other is None:
        return "unknown"
    return "same day" if printed == other else "later" if printed > other else "earlier"


def roots(copies: Iterable[Copy]) -> dict[str, dict[int, str]]:
    """For each copy the beginnings of the sentences that it has from elsewhere, with the article that they go back
    to."""
    by_article = {copy.text.article: copy for copy in copies}
    places = {
        article: {match.here: match.there for match in copy.matches} for article, copy in by_article.items()
    }
    found: dict[str, dict[int, str]] = {}
    for article, copy in by_article.items():
        found[article] = {}
        for match in copy.matches:
            root, place = copy.of.article, match.there
            while place in places.get(root, {}):
                root, place = by_article[root].of.article, places[root][place]
            found[article][copy.text.sentences[match.here].start] = root
    return found


def marked(events: pd.DataFrame, copies: Iterable[Copy]) -> pd.DataFrame:
    """The event table with the column `copy_of` (str): the article that a row's sentence goes back to, empty where
    that is its own. A headline goes back to the article that its own one is a copy of.

    >>> from toolkit.timeline.table import to_frame
    >>> marked(to_frame([]), []).columns[-1]
    'copy_of'
    """
    copies = list(copies)
    found = roots(copies)
    whole = {copy.text.article: copy.of.article for copy in copies if copy.relation != EXTENDED}
    own = [
        whole.get(article, "") if headline else found.get(article, {}).get(start, "")
        for article, start, headline in zip(
            events["article_id"], events["start"], events["headline"], strict=True
        )
    ]
    return events.assign(copy_of=pd.array(own, dtype="str"))


def quoted(events: pd.DataFrame) -> list[Copy]:
    """The copies among the articles of an event table, as far as the sentences show that it quotes."""
    told: dict[str, dict[int, str]] = defaultdict(dict)
    first: dict[str, tuple[str, date | None, str, str]] = {}
    names = ["article_id", "outlet", "published", "url", "headline", "start", "quote"]
    for article, outlet, published, url, headline, start, quote in zip(
        *(events[name] for name in names), strict=True
    ):
        day = None if pd.isna(published) else published.date()
        first.setdefault(article, (outlet, day, url, ""))
        if not headline:
            told[article][start] = quote
    return find(text_of(article, *known, sorted(told[article].items())) for article, known in first.items())


def _credit(text: Text) -> str:
    return credit(text.edges, text.outlet)


def _address(url: str) -> str:
    """The address of a page without what does not name it; empty for that of a whole site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = parts.path.rstrip("/").removesuffix("/amp")
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    # Sites without names in their paths tell their pages by what follows the question mark.
    query = f"?{parts.query}" if "=" in parts.query and path.count("/") < 2 and "-" not in path else ""
    return f"{host}{path}{query}" if host and len(path) > 1 else ""
