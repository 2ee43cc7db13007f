"""`timeline check` and `audit`: what a corpus holds and what its dates rest on."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolkit.commands.terminal import Column, as_json, count, failures, plain, progress, table

if TYPE_CHECKING:
    from toolkit.claims.clocks.redating import Move
    from toolkit.corpus.publication.audit import Audited
    from toolkit.corpus.reading import Corpus
    from toolkit.model import Quarantined


def check(options: argparse.Namespace) -> int:
    """Print what is in a corpus; what cannot be used goes to standard error."""
    from toolkit.corpus.reading import CorpusError, read_corpus
    from toolkit.dates.language import foreign

    with progress() as bar:
        corpus = read_corpus(options.corpus, bar, options.follow_links, options.columns)
    if not corpus and not corpus.quarantine:
        raise CorpusError(f"{options.corpus}: no articles in it")
    rows = [
        (
            article.id,
            article.outlet,
            article.published or "unknown",
            article.published_basis,
            foreign(article.text) or "English",
            len(article.text),
        )
        for article in corpus
    ]
    if options.json:
        names = ("article_id", "outlet", "published", "published_basis", "language", "characters")
        articles = [dict(zip(names, row, strict=True)) for row in rows]
        problems = (*corpus.quarantine, *_own(corpus, quiet=True))
        told = [{"file": each.file, "place": each.place, "reason": each.reason} for each in problems]
        as_json({"corpus": corpus.name, "articles": articles, "problems": told})
        return failures(problems)
    columns: list[Column] = [
        ("Article", {"overflow": "fold"}),
        ("Outlet", {}),
        ("Published", {"no_wrap": True}),
        ("Basis", {}),
        ("Language", {}),
        ("Characters", {"justify": "right"}),
    ]
    table(columns, rows)
    days = sorted(article.published for article in corpus if article.published)
    span = f", published {days[0]} to {days[-1]}" if days else ""
    undated = sum(article.published is None for article in corpus)
    print(
        f"{plain(corpus.name)}: {count(len(corpus), 'article')}{span}, {undated} without a date, "
        f"{count(len(corpus.quarantine), 'problem')}"
    )
    for line in unread(article.text for article in corpus):
        print(line)
    for remark in corpus.remarks:
        print(plain(remark))
    return failures((*corpus.quarantine, *_own(corpus)))


def unread(texts: Iterable[str]) -> list[str]:
    """A line for each language that articles are in and that is not read for claims, with their number.

    >>> unread(["Le ministère a dit que les troupes sont dans la région, et que la ville n'est pas prise, selon lui."])
    ['1 article in French: read for no claims']
    """
    from toolkit.dates.language import foreign

    found = Counter(filter(None, map(foreign, texts)))
    return [
        f"{count(number, 'article')} in {name}: read for no claims" for name, number in sorted(found.items())
    ]


def _own(corpus: Corpus, quiet: bool = False) -> tuple[Quarantined, ...]:
    """Print what parties.csv says of names; the rows of the corpus's own tables that cannot be used."""
    from toolkit.claims.places import gazetteer
    from toolkit.names import parties

    found = parties.own_parties(corpus.own.get(parties.FILE))
    for rule in () if quiet else found.rules:
        print(plain(f"{found.file}, {rule.place}: {rule}"))
    places = corpus.own.get(gazetteer.FILE)
    return (*(gazetteer.read_places(places)[1] if places else ()), *found.problems)


def audit(options: argparse.Namespace) -> int:
    """Print, or write, what each publication date rests on and what speaks against it."""
    from toolkit import auditing
    from toolkit.corpus.reading import CorpusError, read_corpus

    if options.out:
        auditing.refuse_format(options.out)
    with progress() as bar:
        corpus = read_corpus(options.corpus, bar, options.follow_links, options.columns)
        if not corpus and not corpus.quarantine:
            raise CorpusError(f"{options.corpus}: no articles in it")
        found = auditing.findings(corpus, options.themes, bar, parser=options.parser)
    if options.out:
        auditing.write(found, options.out)
    if options.json:
        as_json(auditing.table(found))
        return failures(corpus.quarantine)
    if options.out:
        print(plain(f"{corpus.name}: {count(len(corpus), 'article')}, written to {options.out}"))
        return failures(corpus.quarantine)
    rows = auditing.table(found)
    columns: list[Column] = [
        ("Article", {"overflow": "fold"}),
        ("Published", {"no_wrap": True}),
        ("Basis", {}),
        ("Evidence", {"overflow": "fold"}),
        ("Against it", {"overflow": "fold"}),
        ("Possible by text and neighbours", {"overflow": "fold"}),
    ]
    shown = ["article_id", "published", "basis", "evidence", "disagreement", "possible"]
    table(columns, rows[shown].itertuples(index=False))
    for each, moved in found:
        _proposal(each, moved)
    return failures(corpus.quarantine)


def _proposal(each: Audited, moved: Sequence[Move]) -> None:
    """Print the day proposed for an article, why, and what would move; or what is known of one without a date."""
    article = each.article
    if each.proposed:
        instead = f" instead of {article.published}" if article.published else ""
        print(plain(f"\n{article.id}: {each.proposed} is proposed{instead}: {each.reason}"))
        for move in moved:
            print(plain(f"  would move: {move}"))
    elif article.published is None:
        print(
            plain(
                f"\n{article.id}: no date, and none is proposed; possible by text and neighbours: {each.reason}"
            )
        )
