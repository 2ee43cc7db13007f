"""`timeline build`, `diff` and `export`: tables out of articles, of two editions, and for other programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.commands import DONE, PARTLY
from toolkit.commands.terminal import as_json, count, failures, plain, progress

if TYPE_CHECKING:
    import pandas as pd

    from toolkit.pipeline import Result

EVENTS = ("events.parquet", "events.csv")


def build(options: argparse.Namespace) -> int:
    """Write the tables of a corpus; what cannot be used goes to standard error."""
    from toolkit import pipeline
    from toolkit.outputs import refuse_corpus
    from toolkit.timeline.manifest import outputs

    if options.dataset:
        return _dataset(options)
    if options.out:
        refuse_corpus(options.corpus, options.out)
    with progress() as bar:
        result = pipeline.build(
            options.corpus,
            policy=options.policy,
            since=options.since,
            until=options.until,
            kinds=options.kinds,
            theme=options.theme,
            themes=options.themes,
            progress=bar,
            on=_where(options),
            known_on=options.known_on,
            infer=options.infer,
            sensitivity=options.sensitivity,
            parser=options.parser,
            follow_links=options.follow_links,
            columns=options.columns,
        )
    out = Path(options.out) if options.out else Path("outputs") / result.corpus.name
    before = outputs(out)
    pipeline.write_tables(result, out)
    mentions, claims = count(len(result.events), "mention"), count(len(result.ledger), "claim")
    articles, conflicts = count(len(result.articles), "article"), count(len(result.conflicts), "conflict")
    print(plain(f"{result.corpus.name}: {mentions} of {claims} in {articles}, {conflicts}, written to {out}"))
    if gone := sorted(name for name in before.keys() - outputs(out).keys() if not (out / name).exists()):
        print(plain(f"removed, as they were of the run before: {', '.join(gone)}"))
    for name, found in result.articles.groupby("language"):
        if name != "English":
            print(
                f"{count(len(found), 'article')} in {name}: read for no claims ({', '.join(found['article_id'])})"
            )
    for article in (each for each in result.corpus if each.published_basis == "inferred"):
        first, last = result.corpus.possible_days[article.id]
        days = f"{article.published} ({first} to {last} are possible)"
        print(plain(f"{article.id}: publication date inferred, {days}"))
    if result.events.empty:
        print(f"timeline: {plain(result.corpus.name)}: {nothing_found(result)}", file=sys.stderr)
        return PARTLY
    return failures(result.quarantine)


def _dataset(options: argparse.Namespace) -> int:
    """Write a corpus as a dataset; a part of it is chosen where it is read."""
    from toolkit import pipeline
    from toolkit.corpus.reading import name_of

    chosen = ("since", "until", "kinds", "theme", "known_on", "infer", "sensitivity")
    if given := [name for name in chosen if getattr(options, name) not in (None, False)]:
        raise ValueError(
            f"--{given[0].replace('_', '-')} is no option of --dataset: it holds all, and whoever reads it chooses"
        )
    out = Path(options.out) if options.out else Path("outputs") / name_of(Path(options.corpus))
    with progress() as bar:
        made = pipeline.write_dataset(
            options.corpus,
            out,
            themes=options.themes,
            policy=options.policy,
            progress=bar,
            on=_where(options),
            parser=options.parser,
            follow_links=options.follow_links,
            columns=options.columns,
        )
    mentions, claims = count(made.counts["mentions"], "mention"), count(made.counts["claims"], "claim")
    articles, months = count(made.counts["articles"], "article"), count(made.counts["months"], "month")
    print(plain(f"{made.name}: {mentions} of {claims} in {articles} of {months}, written to {out}"))
    return failures(made.quarantine)


def _where(options: argparse.Namespace) -> str | int:
    """Where articles are read, as `toolkit.scale.map_articles` takes it."""
    from toolkit.scale import AUTO, number

    if options.on == "here":
        if options.scheduler:
            raise ValueError(f"--scheduler {options.scheduler} is of --on dask: give both, or neither")
        told = options.processes
        return AUTO if told == AUTO else number(told, f"--processes is {told!r}")
    if options.processes != AUTO:
        raise ValueError("--processes is of this machine, --on dask of others: give one of them")
    address: str = options.scheduler or "dask"
    if options.scheduler and "://" not in address:
        raise ValueError(f"--scheduler is {address!r}: write its address, such as tcp://host:8786")
    return address


def nothing_found(result: Result) -> str:
    """Why a corpus gave no row, and what to try, in one line."""
    articles = result.articles
    if articles.empty:
        return "no article could be read; timeline check lists the reasons"
    foreign = int((articles["language"] != "English").sum())
    if foreign == len(articles):
        return (
            f"nothing was found: {foreign} of {len(articles)} articles are not in English, and only English is read "
            "for claims"
        )
    undated = int(articles["published"].isna().sum())
    advice = f"{undated} of {len(articles)} have no publication date (timeline audit); " if undated else ""
    return (
        f"nothing was found in {len(articles)} articles: {advice}no sentence has a day or says who tells it; "
        "are these whole articles, in running text?"
    )


def diff(options: argparse.Namespace) -> int:
    """Print or write the changes from one edition to another."""
    from toolkit.timeline.diff import as_text
    from toolkit.timeline.diff import diff as changes

    found = changes(_linked(options.old), _linked(options.new))
    if not written(found, options, count(len(found), "change")):
        print("\n".join(map(plain, as_text(found).splitlines())))
    return DONE


def export(options: argparse.Namespace) -> int:
    """Write an event table, or all tables of a run, in another format, and say what that leaves out."""
    from toolkit.exports.formats import export as exported
    from toolkit.outputs import read_tables
    from toolkit.timeline.manifest import manifest

    source = _events_file(options.events)
    tables = {"events": _linked(options.events)}
    if Path(options.events).is_dir():
        tables |= read_tables(options.events)
    name = str(manifest(source.parent).get("corpus") or source.stem)
    written = exported(tables, options.to, options.out or source.parent, options.of or "", name)
    print(plain(f"written to {written.files[0]}"))
    for beside in written.files[1:]:
        print(plain(f"beside it {beside.name}"))
    for told in written.told:
        print(plain(told))
    return DONE


def built(options: argparse.Namespace) -> tuple[Result | None, pd.DataFrame, int]:
    """What the run of a corpus gives, its events, and the status; only linked events where these are named."""
    from toolkit import pipeline

    events = events_of(options.source)
    if events is not None:
        return None, events, DONE
    with progress() as bar:
        result = pipeline.build(
            options.source,
            themes=options.themes,
            progress=bar,
            parser=options.parser,
            follow_links=options.follow_links,
            columns=options.columns,
        )
    return result, result.events, failures(result.quarantine)


def written(found: pd.DataFrame, options: argparse.Namespace, rows: str) -> bool:
    """Write a table where a file is named, and say so with its `rows` in words, or print it as JSON where that is asked
    for; whether one was done."""
    from toolkit.timeline.storage import write_table

    if options.out:
        write_table(found, options.out)
        if not options.json:
            print(plain(f"{rows}, written to {options.out}"))
    if options.json:
        as_json(found)
    return bool(options.out or options.json)


def number(of: int, one: str, many: str = "") -> str:
    """How many of a thing, "no conflict" where there is none.

    >>> number(0, "copy", "copies"), number(2, "copy", "copies"), number(1, "gap")
    ('no copy', '2 copies', '1 gap')
    """
    return f"{of} {one if of == 1 else many or f'{one}s'}" if of else f"no {one}"


def events_of(path: str) -> pd.DataFrame | None:
    """The linked events in `path`, an events file or the folder of a run; None where it is a corpus."""
    from toolkit.timeline.storage import read_table
    from toolkit.timeline.table import TableError

    if Path(path).is_dir():
        return _linked(path) if any(Path(path, name).is_file() for name in EVENTS) else None
    try:
        columns = read_table(path, {}).columns if path.lower().endswith((".csv", ".parquet")) else ()
    except TableError:
        return None
    return _linked(path) if "mention_id" in columns else None


def _linked(path: str) -> pd.DataFrame:
    from toolkit.timeline.link import link
    from toolkit.timeline.storage import read_events

    events = read_events(_events_file(path))
    return events if {"claim_id", "independent"} <= set(events.columns) else link(events)


def _events_file(path: str) -> Path:
    from toolkit.timeline.manifest import is_dataset, refuse_other_run

    if not Path(path).exists():
        raise ValueError(f"{path}: no such file or folder; give an events file, or the folder of a run")
    if is_dataset(path):
        raise ValueError(
            f"{path}: is a dataset: write tables of it, or of its days (timeline build {path} --since DAY --out "
            "FOLDER), and give that folder"
        )
    if not Path(path).is_dir():
        return Path(path)
    found = [Path(path, name) for name in EVENTS if Path(path, name).is_file()]
    if not found:
        raise ValueError(f"{path}: no {' or '.join(EVENTS)} in this folder; run timeline build first")
    refuse_other_run(found[0])
    return found[0]
