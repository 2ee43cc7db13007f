"""`timeline check` and `audit`: what a corpus holds and what its dates rest on."""

from __future__ import annotations

import argparse

from toolkit.commands.terminal import Column, count, failures, plain, progress, table


def check(options: argparse.Namespace) -> int:
    """Print what is in a corpus; what cannot be used goes to standard error."""
    from toolkit.corpus.reading import CorpusError, read_corpus
    from toolkit.dates.language import foreign

    with progress() as bar:
        corpus = read_corpus(options.corpus, bar)
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
    return failures(corpus.quarantine)


def audit(options: argparse.Namespace) -> int:
    """Print the evidence for each publication date."""
    from toolkit.corpus.published import audit as audited
    from toolkit.corpus.reading import read_corpus

    with progress() as bar:
        corpus = read_corpus(options.corpus, bar)
    columns: list[Column] = [
        ("Article", {"overflow": "fold"}),
        ("Published", {"no_wrap": True}),
        ("Basis", {}),
        ("Evidence", {"overflow": "fold"}),
        ("Against it", {"overflow": "fold"}),
    ]
    table(columns, (list(row.values()) for row in audited(corpus)))
    return failures(corpus.quarantine)
