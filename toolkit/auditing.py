"""The audit of publication dates as a table, with the events that would move if its proposals were taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.claims.clocks.redating import Move, moves, span
from toolkit.claims.extract import extract
from toolkit.claims.lexicon import Lexicon, load_lexicon
from toolkit.claims.places.gazetteer import FILE as PLACES
from toolkit.corpus.publication.audit import Audited, examine, row
from toolkit.corpus.reading import Corpus, read_corpus
from toolkit.language import SPACY
from toolkit.timeline.files import replacing
from toolkit.timeline.storage import write_table

Progress = Callable[[int, int, str], None]
Themes = str | Path | Lexicon | Sequence[str | Path] | None
Findings = Sequence[tuple[Audited, Sequence[Move]]]

AUDIT = {
    **dict.fromkeys(("article_id", "published", "basis", "evidence", "disagreement"), "str"),
    **dict.fromkeys(("proposed", "reason", "possible"), "str"),
    "moved": "int64",
    "moves": "str",
}
"""The columns of the audit; days are ISO days and empty where there is none, so that the table is one of text."""
FORMATS = (".csv", ".parquet", ".json")


def audit(
    corpus: str | Path | Corpus,
    themes: Themes = None,
    progress: Progress | None = None,
    thorough: bool | None = None,
    parser: str = SPACY,
) -> pd.DataFrame:
    """What each publication date of a corpus rests on: one row an article, in its order, the columns of `AUDIT`.

    `evidence` lists every piece, the strongest first; `disagreement` what speaks against the settled date; `proposed`
    is another day where more speaks for it (or the inferred one, where there is none and few days are possible), and
    `reason` says why; `possible` are the days (EDTF) that text and neighbours alone leave. `moved` is the number of
    mentions whose days would be others on the proposed day, and `moves` lists them with both and the days between.
    Nothing is changed. `themes` are those whose events are looked at, as in `build`; `thorough` as in
    `corpus.publication.audit.examine`. Raises CorpusError where there is no corpus.

    >>> len(audit(Corpus("empty", Path("."), ())))
    0
    """
    return table(findings(corpus, themes, progress, thorough, parser))


def findings(
    corpus: str | Path | Corpus,
    themes: Themes = None,
    progress: Progress | None = None,
    thorough: bool | None = None,
    parser: str = SPACY,
) -> Findings:
    """Every article of a corpus as audited, with what would move on the day that is proposed."""
    articles = corpus if isinstance(corpus, Corpus) else read_corpus(corpus, progress)
    given = (themes,) if isinstance(themes, str | Path) else themes
    lexicon = given if isinstance(given, Lexicon) else load_lexicon(*(given or ()))
    read = partial(extract, themes=lexicon, gazetteer=articles.own.get(PLACES), parser=parser)
    return [
        (each, moves(each.article, each.proposed, read) if each.proposed else [])
        for each in examine(articles, lexicon.events, progress, thorough)
    ]


def table(found: Findings) -> pd.DataFrame:
    """The audit as a table."""
    rows = [
        {**row(each), "moved": len({move.mention_id for move in moved}), "moves": "; ".join(map(str, moved))}
        for each, moved in found
    ]
    return pd.DataFrame(rows, columns=list(AUDIT)).astype(AUDIT)


def write(found: Findings, path: str | Path) -> None:
    """Write the audit to a .csv, .parquet or .json file, whole or not at all.

    JSON is a list with one object an article: the columns of the table, with lists for evidence, disagreement and
    moves, and the reasons of the inference with their weights in bits. Raises ValueError for another ending.
    """
    refuse_format(path)
    if Path(path).suffix.lower() != ".json":
        write_table(table(found), path)
        return
    with replacing(path) as temporary:
        records = [_record(each, moved) for each, moved in found]
        temporary.write_text(json.dumps(records, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def refuse_format(path: str | Path) -> None:
    """Raise ValueError for a file that `write` has no format for.

    >>> refuse_format("audit.csv")
    """
    if Path(path).suffix.lower() not in FORMATS:
        raise ValueError(
            f"{path}: is no kind of file that is written: give one ending in {', '.join(FORMATS)}"
        )


def _record(each: Audited, moved: Iterable[Move]) -> dict[str, Any]:
    inference = each.inference
    return {
        **row(each),
        "evidence": [
            {
                "basis": piece.basis,
                "day": piece.day.isoformat() if piece.day else None,
                "words": piece.value,
                "where": piece.where,
                "update": piece.update,
                "problem": piece.problem,
            }
            for piece in each.evidence
        ],
        "disagreement": list(each.disagreements),
        "inference": {
            "earliest": inference.earliest.isoformat() if inference.earliest else None,
            "latest": inference.latest.isoformat() if inference.latest else None,
            "best": inference.best.isoformat() if inference.best else None,
            "reasons": [
                {"kind": why.kind, "words": why.words, "why": why.why, "bits": why.weight}
                for why in inference.reasons
            ],
        },
        "moves": [
            {
                "mention_id": move.mention_id,
                "clock": move.clock,
                "before": span(move.before),
                "after": span(move.after),
                "days": move.days,
                "quote": move.quote,
            }
            for move in moved
        ],
    }
