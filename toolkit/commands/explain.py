"""`timeline explain`: how one mention was read, from the characters of the article to the row of the table."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.commands import DONE
from toolkit.commands.terminal import plain, progress, width
from toolkit.model import Article, Claim

if TYPE_CHECKING:
    from toolkit.claims.lexicon import Lexicon

AROUND = 200  # characters shown before and after the sentence


def explain(options: argparse.Namespace) -> int:
    """Print the passage that a mention stands in, and how it was read."""
    from toolkit.claims.clocks.redating import resting
    from toolkit.claims.extract import extract
    from toolkit.claims.lexicon import load_lexicon
    from toolkit.claims.places.gazetteer import FILE as PLACES
    from toolkit.corpus.reading import read_corpus
    from toolkit.inferred import with_kept_inferred
    from toolkit.timeline.corrections import FILE, told

    with progress() as bar:
        corpus = read_corpus(options.corpus, bar, options.follow_links, options.columns)
    places, themes = corpus.own.get(PLACES), load_lexicon(*(options.themes or ()))
    asked = [at for at, each in enumerate(corpus) if options.mention_id.startswith(f"{each.id}:")]
    if any(corpus[at].published is None for at in asked):
        corpus = with_kept_inferred(corpus, events=themes.events)
    read = partial(extract, themes=themes, gazetteer=places, parser=options.parser)
    for article in (corpus[at] for at in asked):
        claims = resting(article, read, corpus.possible_days)
        for claim in claims:
            if claim.mention_id == options.mention_id:
                print("\n".join(_told(article, claim, themes, places, options.parser)))
                for line in _ordered(claims, claim):
                    print("\n".join(_wrapped(line)))
                for line in told(corpus.own.get(FILE), claim.mention_id):
                    print("\n".join(_wrapped(line)))
                return DONE
    raise ValueError(
        f"{options.corpus}: no mention {options.mention_id}; the ids stand in the column mention_id"
    )


def _ordered(claims: Sequence[Claim], claim: Claim) -> Iterator[str]:
    """What the neighbours of a mention in its article say of its days."""
    from toolkit.timeline.order import by_order
    from toolkit.timeline.table import to_frame

    if any(each.order for each in claims):
        table = by_order(to_frame(claims))
        yield from filter(None, table["order_why"][table["mention_id"] == claim.mention_id])


def _told(
    article: Article, claim: Claim, lexicon: Lexicon, places: Path | None, parser: str
) -> Iterator[str]:
    from toolkit.claims import explain

    yield plain(f"{article.id}: {article.outlet or article.file}")
    before = article.text[max(0, claim.start - AROUND) : claim.start]
    after = article.text[claim.end : claim.end + AROUND]
    yield from _wrapped(f"... {before}>>>{claim.quote}<<<{after} ...")
    yield ""
    for line in explain.explain(article, claim, lexicon, gazetteer=places, parser=parser):
        yield from _wrapped(line)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(plain(text), width(), subsequent_indent="    ")
