"""`timeline copies`, `outlets` and `gaps`: who repeats whom, who is first, and what would settle the open claims."""

from __future__ import annotations

import argparse
import textwrap
from typing import Any

from toolkit.commands import DONE
from toolkit.commands.tables import built, events_of, number, written
from toolkit.commands.terminal import Column, as_json, count, failures, plain, progress, table, width


def copies(options: argparse.Namespace) -> int:
    """Print or write which articles are copies of others."""
    from toolkit import record
    from toolkit.corpus.reading import CorpusError, read_corpus

    events = events_of(options.source)
    status = DONE
    if events is None:
        with progress() as bar:
            corpus = read_corpus(options.source, bar, options.follow_links, options.columns)
        if not corpus and not corpus.quarantine:
            raise CorpusError(f"{options.source}: no articles in it")
        status, found = failures(corpus.quarantine), record.copies(corpus)
    else:
        found = record.copies(events)
    if written(found, options, number(len(found), "copy", "copies")):
        return status
    for row in found.to_dict("records"):
        credit = f", crediting {row['credit']}" if row["credit"] else ""
        shares = f"{row['share']:.0%} of its sentences, {row['of_share']:.0%} of the other's"
        print(
            plain(f"{row['article_id']}: {row['relation']} of {row['of']} ({row['order']}{credit}; {shares})")
        )
        _quotes(row["passage"], row["of_passage"])
    print(number(len(found), "copy", "copies"))
    return status


def outlets(options: argparse.Namespace) -> int:
    """Print or write who prints first, how far behind the others are, and what each has of its own."""
    import pandas as pd

    from toolkit.timeline import hardened as facts
    from toolkit.timeline import outlets as record
    from toolkit.timeline.storage import write_table

    result, events, status = built(options)
    found = result.outlets if result else record.outlets(events)
    hard = result.hardened if result else facts.hardened(events)
    if options.hardened:
        write_table(hard, options.hardened)
        if not options.json:
            print(plain(f"{count(len(hard), 'claim')} told as a fact, written to {options.hardened}"))
    if options.json:
        as_json({"outlets": found, "hardened": hard})
        return status
    if written(found, options, number(len(found), "outlet")) or options.hardened:
        return status
    headings = {
        "outlet": "Outlet",
        "claims": "Claims",
        "shared": "Shared",
        "first": "First",
        "behind_median": "Days behind",
        "behind_most": "At most",
        "own": "Own",
        "common": "Common",
        "retold": "Retold",
        "contemporary": "Of the day",
        "later": "Later",
        "hardened": "As facts",
    }
    columns: list[Column] = [
        (heading, {"overflow": "fold"} if name == "outlet" else {"justify": "right"})
        for name, heading in headings.items()
    ]
    rows = found[list(headings)].itertuples(index=False)
    table(columns, [["" if pd.isna(cell) else _cell(cell) for cell in row] for row in rows])
    for row in hard.to_dict("records"):
        print(
            plain(f"\n{row['fact_outlet']} tells as a fact what {row['claimant']} claims: {row['claim_id']}")
        )
        _quotes(row["quote"], row["fact_quote"])
    return status


def gaps(options: argparse.Namespace) -> int:
    """Print or write what would settle the open claims, and which periods no article covers."""
    from toolkit import record

    result, events, status = built(options)
    found = record.gaps(result or events)
    if written(found, options, number(len(found), "gap")):
        return status
    for row in found.to_dict("records"):
        about = ", ".join(part for part in (row["kind"], row["place"]) if part) or _period(row)
        print(
            plain(
                f"{row['rank']}. {about}: {row['gap']} ({row['importance']:.2f})  {row['claim_id']}".rstrip()
            )
        )
        told = [f"“{row['summary']}”"] if row["summary"] else []
        for text in (*told, f"Missing: {row['missing']}", f"Why: {row['evidence']}"):
            print(textwrap.indent(textwrap.fill(plain(text), width() - 3), "   "))
    print(number(len(found), "gap"))
    return status


def _quotes(*quotes: str) -> None:
    table([("", {"ratio": 1, "overflow": "fold"}) for _ in quotes], [[f"“{quote}”" for quote in quotes]])


def _period(row: dict[Any, Any]) -> str:
    return f"{row['start']:%Y-%m-%d} to {row['end']:%Y-%m-%d}"


def _cell(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
