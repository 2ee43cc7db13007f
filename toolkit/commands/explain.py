"""`timeline explain`: how one mention was read, from the characters of the article to the row of the table."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from toolkit.commands import DONE
from toolkit.commands.terminal import plain, progress, width
from toolkit.model import Article, Claim, TimeExpression

AROUND = 200  # characters shown before and after the sentence

# Part of the explanation -> the columns that it tells, in order.
PARTS: dict[str, tuple[str, ...]] = {
    "What": (
        "theme",
        "kind",
        "plover",
        "acled",
        "actor",
        "target",
        "negated",
        "modality",
        "rule",
        "confidence",
    ),
    "When it happened": ("event_start", "event_end", "event_grain", "event_edtf", "event_timex", "event_why"),
    "When it was said": ("said_start", "said_end", "said_why"),
    "Who says so": ("claimant", "claimant_side", "via", "standing"),
    "Where": ("place", "place_id", "latitude", "longitude", "places"),
}


def explain(options: argparse.Namespace) -> int:
    """Print the passage, the days and rules, the source and the place of a mention."""
    from toolkit.claims.extract import extract
    from toolkit.corpus.reading import read_corpus
    from toolkit.dates import find_dates

    with progress() as bar:
        corpus = read_corpus(options.corpus, bar)
    for article in (each for each in corpus if options.mention_id.startswith(f"{each.id}:")):
        for claim in extract(article):
            if claim.mention_id == options.mention_id:
                dates = [
                    found
                    for found in find_dates(article.text, article.published)
                    if claim.start <= found.start < claim.end
                ]
                print("\n".join(_told(article, claim, dates)))
                return DONE
    raise ValueError(
        f"{options.corpus}: no mention {options.mention_id}; the ids stand in the column mention_id"
    )


def _told(article: Article, claim: Claim, dates: Sequence[TimeExpression]) -> Iterator[str]:
    published = (
        f"{article.published} ({article.published_basis})" if article.published else "on an unknown day"
    )
    yield plain(f"{claim.mention_id}: {article.outlet or article.file}, published {published}")
    before = article.text[max(0, claim.start - AROUND) : claim.start]
    after = article.text[claim.end : claim.end + AROUND]
    yield from _wrapped(f"... {before}>>>{claim.quote}<<<{after} ...", "  ")
    values = asdict(claim)
    for part, columns in PARTS.items():
        yield f"\n{part}"
        for name in columns:
            if values[name] not in ("", None, False):
                yield from _wrapped(f"{name:<14} {values[name]}", "  ", " " * 17)
    yield "\nDates in the sentence"
    for found in dates:
        yield from _wrapped(f"{found.text!r} [{found.rule}] {found.why}", "  ", " " * 4)
    if not dates:
        yield "  none"


def _wrapped(text: str, first: str, rest: str = "  ") -> list[str]:
    return textwrap.wrap(plain(text), width(), initial_indent=first, subsequent_indent=rest)
