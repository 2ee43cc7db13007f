"""Print how well publication dates are inferred: hidden one at a time, while the other articles keep theirs.

    python benchmarks/publication.py [CORPUS | DOCUMENTS.jsonl]...

A corpus is a folder as `timeline` reads it (the shipped one unless others are given); a .jsonl has one object a line
with the keys doc, dct (the day of publication) and text. Two things are asked. With all evidence hidden (what is given,
the page's metadata, its address, dateline, title and stamps) only text and neighbours are left: does the true day lie
in the interval, how wide is that, and how near is the best guess? With only the given date hidden, and that in
the name of the file, the ladder may answer first.

Beside it stand htmldate, asked for the whole page (a text is given to it as a page of paragraphs), and three naive
answers: the latest and the first whole date of the text, and the median day of the other articles.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
from toolkit.claims.lexicon import load_lexicon  # noqa: E402
from toolkit.corpus.draft import Draft  # noqa: E402
from toolkit.corpus.publication.evidence import Evidence, gather, without_stamps  # noqa: E402
from toolkit.corpus.publication.inference import NARROW, Inference, Inferrer  # noqa: E402
from toolkit.corpus.publication.published import settle  # noqa: E402
from toolkit.corpus.publication.undated import clues_besides  # noqa: E402
from toolkit.corpus.reading import read_corpus  # noqa: E402
from toolkit.dates import find_dates  # noqa: E402
from toolkit.model import Article  # noqa: E402

SHIPPED = ROOT / "corpus" / "dnipropetrovsk-2025"
LIMITS: dict[str, Any] = {"original_date": True, "min_date": "1900-01-01", "max_date": "2100-01-01"}


@dataclass(frozen=True)
class Documents:
    """The articles of one source in order, the evidence for each day by id, and the whole page of each."""

    name: str
    articles: Sequence[Article]
    evidence: dict[str, tuple[Evidence, ...]]
    pages: dict[str, str]


@dataclass(frozen=True)
class Answer:
    """What was said of one article, and its true day."""

    true: date
    guess: date | None
    inference: Inference | None = None

    @property
    def off(self) -> int | None:
        """Days between guess and truth."""
        return abs((self.guess - self.true).days) if self.guess else None


def read(path: Path) -> Documents:
    """The documents at a path. Raises ValueError, in one line, for what is neither of the two."""
    if path.suffix == ".jsonl":
        return _lines(path)
    corpus = read_corpus(path)
    pages = {article.id: _page(corpus.path, article) for article in corpus}
    return Documents(corpus.name, corpus.articles, corpus.evidence, pages)


def _lines(path: Path) -> Documents:
    articles, evidence = [], {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            record = json.loads(line)
            name, text, dct = str(record["doc"]), str(record["text"]), record["dct"]
            day = date.fromisoformat(dct[:10]) if dct else None
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(
                f"{path}, line {number}: wants doc, dct (YYYY-MM-DD) and text ({error})"
            ) from None
        articles.append(Article(name, text, published=day, published_basis="given" if day else ""))
        evidence[name] = gather(Draft(name, text, path.name))
    return Documents(path.stem, articles, evidence, {each.id: _as_page(each.text) for each in articles})


def _page(folder: Path, article: Article) -> str:
    for path in (folder / article.file, folder):
        if path.is_file() and path.suffix in (".html", ".htm"):
            return path.read_text(encoding="utf-8")
    return _as_page(article.text)


def _as_page(text: str) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body><article>{lines}</article></body></html>"


def answers(documents: Documents) -> dict[str, list[Answer]]:
    """The name of a method -> its answer for every dated article."""
    inferrer = Inferrer(documents.articles, load_lexicon().events)
    found: dict[str, list[Answer]] = {}
    for place, article in enumerate(documents.articles):
        true = article.published
        if true is None:
            continue
        inference = inferrer.infer(place)
        rest = tuple(
            piece for piece in documents.evidence.get(article.id, ()) if piece.basis not in ("given", "file")
        )
        settled = settle(rest)[0]
        besides = clues_besides(article, rest)
        second = inferrer.infer(place, besides) if besides and not settled else inference
        others = [
            each.published for at, each in enumerate(documents.articles) if at != place and each.published
        ]
        said: dict[str, Answer] = {
            "text and neighbours": Answer(true, inference.best, inference),
            "only the given date hidden": Answer(true, settled or second.best, None if settled else second),
            "htmldate": Answer(true, _htmldate(documents.pages[article.id])),
            "latest date of the text": Answer(true, _of_text(article.text, max)),
            "first date of the text": Answer(true, _of_text(article.text, lambda days: days[0])),
            "median of the others": Answer(true, statistics.median_low(sorted(others)) if others else None),
        }
        for method, answer in said.items():
            found.setdefault(method, []).append(answer)
    return found


def _htmldate(page: str) -> date | None:
    from htmldate import find_date

    found = find_date(page, **LIMITS)
    return date.fromisoformat(found) if found else None


def _of_text(text: str, choose: Callable[[list[date]], date]) -> date | None:
    found = find_dates(without_stamps(text))
    days = [each.earliest for each in found if each.grain == "day" and each.earliest]
    return choose(days) if days else None


def figures(given: Sequence[Answer]) -> dict[str, float]:
    """What is printed of a method's answers: shares of all articles in percent, and days."""
    number = len(given)
    offs = [answer.off for answer in given]
    result: dict[str, float] = {
        "answered": 100 * sum(off is not None for off in offs) / number,
        "exact": 100 * sum(off == 0 for off in offs) / number,
        "within a day": 100 * sum(off is not None and off <= 1 for off in offs) / number,
        "within a week": 100 * sum(off is not None and off <= 7 for off in offs) / number,
    }
    inferred = [(answer.true, answer.inference) for answer in given if answer.inference]
    if len(inferred) == number:
        held = [_holds(true, one) for true, one in inferred]
        widths = [one.days or float("inf") for _, one in inferred]
        narrow = [right for right, width in zip(held, widths, strict=True) if width <= NARROW]
        result |= {"covered": 100 * sum(held) / number, "width": statistics.median(widths)}
        result |= {"narrow": len(narrow), "narrow right": sum(narrow)}
    return result


def _holds(true: date, one: Inference) -> bool:
    return (one.earliest or date.min) <= true <= (one.latest or date.max)


def lines(documents: Documents) -> Iterator[str]:
    """The table of one source."""
    found = answers(documents)
    if not found:
        raise ValueError(f"{documents.name}: no article in it has a date that could be hidden")
    number = len(next(iter(found.values())))
    yield f"{documents.name}: {number} dated articles"
    yield f"{'':<28}{'answered':>9}{'exact':>8}{'±1 day':>8}{'±7 days':>9}   true day in the interval, median width"
    for method, given in found.items():
        row = figures(given)
        interval = ""
        if "covered" in row:
            used = f"{row['narrow']:.0f} of at most {NARROW} days, {row['narrow right']:.0f} of them right"
            interval = f"   {row['covered']:.1f} %, {row['width']:.0f} days; {used}"
        yield (
            f"{method:<28}{row['answered']:>8.1f}%{row['exact']:>7.1f}%{row['within a day']:>7.1f}%"
            f"{row['within a week']:>8.1f}%{interval}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", nargs="*", type=Path, default=[SHIPPED], metavar="CORPUS_OR_JSONL")
    for number, path in enumerate(parser.parse_args().sources):
        try:
            table = list(lines(read(path)))
        except (ValueError, OSError) as error:
            problem = f"{path}: {error.strerror}" if isinstance(error, OSError) else error
            print(f"publication: {problem}", file=sys.stderr)
            return 1
        print(*([""] if number else []), *table, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
