"""The run, wired once: articles in, linked tables out, for command line, notebooks and report alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit import fragility
from toolkit.asked import Themes, check_known, day_of, lexicon_of, several
from toolkit.claims.lexicon import Lexicon
from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.corpus.publication.undated import NARROW, day_limit
from toolkit.corpus.reading import Corpus, articles_of, read_corpus
from toolkit.dates import Policy, find_dates
from toolkit.dates.policy import named
from toolkit.inferred import with_kept_inferred
from toolkit.language import SPACY, known
from toolkit.linked import Reading, Result, linked
from toolkit.listing import ARTICLES, UNRESOLVED, copied, unresolved_table
from toolkit.model import Article, Claim, Quarantined
from toolkit.names.naming import naming
from toolkit.names.parties import FILE as PARTIES
from toolkit.names.parties import Parties, own_parties
from toolkit.outputs import versions, write_tables
from toolkit.reader import Settings, Taken, take_all
from toolkit.scale import AUTO, Failure
from toolkit.scale.bar import with_bar
from toolkit.stored.window import window
from toolkit.stored.writing import Dataset
from toolkit.stored.writing import write_dataset as stored
from toolkit.timeline import conflicts as parting
from toolkit.timeline import copies as copying
from toolkit.timeline.distance import with_distances
from toolkit.timeline.manifest import is_dataset
from toolkit.timeline.selection import Selection
from toolkit.timeline.table import to_frame

Progress = Callable[[int, int, str], None]
Policies = str | Policy | None

__all__ = [
    "ARTICLES",
    "UNRESOLVED",
    "Result",
    "build",
    "conflicts",
    "events",
    "write_dataset",
    "write_tables",
]


@with_bar
def events(
    articles: Iterable[Article] | Any,
    themes: Themes = None,
    policy: Policies = None,
    progress: Progress | None = None,
    parser: str = SPACY,
    on: Any = AUTO,
) -> pd.DataFrame:
    """The event table of `articles`, or of what `read_corpus` takes (a path, a DataFrame, dictionaries): one row per
    claim mention, not linked yet (columns as in
    `timeline.table`, with one name for one source and one party as in `toolkit.names`, `copy_of`, and the distances of
    `timeline.distance`).

    Raises ValueError naming the article that can't be read for claims; `build` puts it in quarantine instead.

    >>> list(events([]).columns[:3])
    ['mention_id', 'article_id', 'outlet']
    """
    rows = articles_of(articles)
    taken = _taken(rows, lexicon_of(themes), policy, on, progress, parser)
    claims, failures = _claims(taken)
    if failures:
        raise ValueError(f"{failures[0].article_id}: {failures[0].error}")
    parties = own_parties(rows.own.get(PARTIES)) if isinstance(rows, Corpus) else Parties()
    table = naming(copying.marked(to_frame(claims), copied(rows)), _texts(rows), parties).events
    return with_distances(table)


def conflicts(events: pd.DataFrame, themes: Themes = None, places: Path | None = None) -> pd.DataFrame:
    """Where the accounts part: one row for each two positions on a claim that cannot both be right, surest first.

    `events` are linked rows; the columns are those of `timeline.conflicts.CONFLICTS`, with both quotes, how sure it
    is (0 to 1) and why. `places` is a table of places that goes before the shipped ones, `themes` as in `build`.
    Raises TableError where the rows are not linked.

    >>> from toolkit.timeline.link import link
    >>> len(conflicts(link(events([]))))
    0
    """
    gazetteer = load_gazetteer(*([places] if places else []))
    return parting.conflicts(events, lexicon_of(themes).families(), gazetteer.within, find_dates)


@with_bar
def build(
    corpus: str | Path | Corpus | Any,
    themes: Themes = None,
    policy: Policies = None,
    since: str | date | None = None,
    until: str | date | None = None,
    kinds: str | Sequence[str] | None = None,
    theme: str | None = None,
    progress: Progress | None = None,
    on: Any = AUTO,
    known_on: str | date | None = None,
    infer: int | bool | None = None,
    sensitivity: bool = False,
    parser: str = SPACY,
    follow_links: bool = False,
    columns: str | Mapping[str, str] | None = None,
    place: str = "",
    party: str = "",
) -> Result:
    """Read a corpus, find its claims, apply its corrections.csv, name, link, and keep the history of each claim.

    The places of a table places.csv in the folder go before the shipped ones, and parties.csv puts names of sources
    together or parts them. The rows follow the days of publication.

    `since` and `until` (civil days, both included) keep the mentions whose event, or else saying, or else
    printing touches these days; `kinds` and `theme` keep those of them, `place` those at a place or in it, `party`
    those that it does, suffers or says. All is linked first, so that a
    selection never changes an id, and the ledger has the whole history of each claim that is left. `known_on` keeps
    what was in print by that day, articles too, and the ledger as it stood then (`timeline.known`). `infer` says of
    how many possible days an inferred publication date may be to be used (default 7; True for any number, 0 for
    none). `sensitivity` adds the days that the events would have under other readings (`toolkit.fragility`). `on`
    says where the articles are read for claims, as in `map_articles`; `follow_links` and `columns` are as in
    `read_corpus`. Of a dataset (`write_dataset`) nothing is read or linked again: the claims asked for are loaded.
    Raises ValueError (CorpusError) for what cannot be used at all.
    """
    days = {
        name: day_of(name, value)
        for name, value in (("since", since), ("until", until), ("known_on", known_on))
    }
    if days["since"] and days["until"] and days["until"] < days["since"]:
        raise ValueError(f"until is {days['until']}, before since ({days['since']}); no day is left")
    if theme is not None and not isinstance(theme, str):
        raise ValueError(f"theme is {theme!r}; give the name of one theme")
    kinds = several(kinds)
    wanted = lexicon_of(themes)
    known(parser)
    check_known("kind", kinds, wanted)
    check_known("theme", [theme] if theme else (), wanted)
    limit = day_limit(infer)
    chosen = Selection(days["since"], days["until"], kinds, theme or "", place, party)
    told = {
        "themes": [each.name for each in wanted.themes],
        "policy": policy.name if isinstance(policy, Policy) else policy,
        **{name: day and day.isoformat() for name, day in days.items()},
        "kinds": sorted(kinds),
        "theme": theme,
        "infer": None if limit == NARROW else limit,
        "sensitivity": sensitivity,
        "place": place,
        "party": party,
        "parser": known(parser),
    }
    parameters = {name: value for name, value in told.items() if value or (name == "infer" and value == 0)}
    if is_dataset(corpus):
        result = window(Path(str(corpus)), chosen, wanted, days["known_on"], parameters)
    else:
        if not isinstance(corpus, Corpus):
            corpus = read_corpus(corpus, progress, follow_links, columns)
        articles = _in_order(with_kept_inferred(corpus, limit, wanted.events))
        reading = _reading(
            articles, wanted, policy, parser, on, progress, days["known_on"], chosen, parameters
        )
        if progress:
            progress(0, 0, f"linking {len(reading.rows)} rows")
        result = linked(reading, articles)
    if not sensitivity:
        return result
    return replace(
        result, events=fragility.sensitivity(result.events, result.corpus, wanted, policy, on, parser)
    )


@with_bar
def write_dataset(
    corpus: str | Path,
    out: str | Path,
    themes: Themes = None,
    policy: str | None = None,
    progress: Progress | None = None,
    on: Any = AUTO,
    parser: str = SPACY,
    follow_links: bool = False,
    columns: str | Mapping[str, str] | None = None,
) -> Dataset:
    """Read a corpus of any size into a dataset in the folder `out`, linked month by month (`toolkit.stored`).

    `build`, the report and all commands take the dataset in place of a corpus; they load the claims that `since`,
    `until` and the like ask for. Articles without a day of publication stay without one. A run into a dataset that is
    there reads what is new. The parameters are as in `build`. Raises ValueError where `out` lies in the corpus or holds
    something else.
    """
    settings = Settings(lexicon_of(themes), policy, None, parser, {})
    named(policy)
    told = {
        "parameters": {
            "themes": [each.name for each in settings.lexicon.themes],
            "policy": policy,
            "parser": known(parser),
        },
        "versions": versions(),
    }
    return stored(Path(corpus), Path(out), settings, told, on, progress, follow_links, columns)


def _reading(
    articles: Corpus,
    lexicon: Lexicon,
    policy: Policies,
    parser: str,
    on: Any,
    progress: Progress | None,
    known_on: date | None,
    chosen: Selection,
    parameters: dict[str, Any],
) -> Reading:
    """What the articles say, not linked yet."""
    taken = _taken(articles, lexicon, policy, on, progress, parser)
    claims, failures = _claims(taken)
    if progress:
        progress(0, 0, f"comparing {len(articles)} articles")
    found = copied(articles)
    rows = copying.marked(to_frame(claims), found)
    shown: Sequence[Article] = articles
    if known_on:
        shown = [article for article in articles if article.published and article.published <= known_on]
        found = copied(shown)
    printed = {article.id for article in shown}
    times = (time for each in taken if isinstance(each, Taken) for time in each.times)
    return Reading(
        rows=rows,
        articles=shown,
        copies=copying.table(found),
        unresolved=unresolved_table(time for time in times if time.article_id in printed),
        failures=tuple(_quarantined(articles, failure) for failure in failures),
        lexicon=lexicon,
        policy=policy,
        parser=parser,
        known_on=known_on,
        chosen=chosen,
        parameters=parameters,
    )


def _in_order(articles: Corpus) -> Corpus:
    """The articles by their days and names, so that the tables do not tell in which order they were read."""
    ordered = sorted(articles, key=lambda article: (article.published or date.max, article.id))
    return replace(articles, articles=tuple(ordered), quarantine=tuple(sorted(articles.quarantine, key=str)))


def _taken(
    articles: Sequence[Article],
    lexicon: Lexicon,
    policy: Policies,
    on: Any,
    progress: Progress | None,
    parser: str,
) -> list[Taken | Failure]:
    places = articles.own.get(PLACES) if isinstance(articles, Corpus) else None
    possible = articles.possible_days if isinstance(articles, Corpus) else {}
    named(policy)
    settings = Settings(lexicon, policy, places, parser, possible)
    return take_all(articles, settings, on, progress)


def _claims(taken: Iterable[Taken | Failure]) -> tuple[list[Claim], list[Failure]]:
    """The claims of what was read, and what could not be."""
    found = list(taken)
    claims = [claim for each in found if isinstance(each, Taken) for claim in each.claims]
    return claims, [each for each in found if isinstance(each, Failure)]


def _texts(articles: Iterable[Article]) -> dict[str, str]:
    """The words of each article, which tell who is meant by a surname or an acronym."""
    return {article.id: article.text for article in articles}


def _quarantined(articles: Iterable[Article], failure: Failure) -> Quarantined:
    file = next(
        (article.file for article in articles if article.id == failure.article_id), failure.article_id
    )
    return Quarantined(file or failure.article_id, "", f"could not be read for claims: {failure.error}")
