"""Print what linking costs: CPU seconds and peak memory of link() and ledger(), and how they grow with the table.

    python benchmarks/linking.py [--rows N]...

The tables are made up, the same for the same seed: about 200 mentions a day over as many days as that takes, 46 claims
of a hundred told once and the rest up to 60 times, in the words of the shipped corpus, by outlets that reword, copy
and quote one another; some are denied, confirmed or left open. Then three tables that are hard to link: all rows within
one month, all about one place, and one claim told in every row. Each table is made and linked in a process of its own,
so that the memory is that of the one table, Python and pandas included. The growth is the exponent b of
time = a * rows ** b.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
from toolkit.claims.places.gazetteer.rows import HERE as GAZETTEER  # noqa: E402
from toolkit.corpus.reading import read_corpus  # noqa: E402
from toolkit.model import Claim  # noqa: E402
from toolkit.timeline.ledger import ledger  # noqa: E402
from toolkit.timeline.link import link  # noqa: E402
from toolkit.timeline.table import to_frame  # noqa: E402

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
HARD = (("month", 30_000), ("place", 30_000), ("claim", 40_000))
FIRST = date(2022, 3, 1)
PER_DAY = 200
OUTLETS = [f"Outlet {number}" for number in range(1, 41)]
PLACES = 400
KINDS = {"conflict": ("advance", "control", "strike", "clash", "casualty"), "diplomacy": ("talks", "demand")}
SIDES = {
    "Russia": ("Moscow", "the Russian Defence Ministry", "the Kremlin", "Russian officials"),
    "Ukraine": ("Kyiv", "the General Staff", "Ukrainian officials", "the regional governor"),
    "": ("local residents", "an aid group", "a diplomat", "analysts"),
}
TOLD = ((46, 1, 1), (34, 2, 4), (15, 5, 12), (5, 13, 60))
"""How often claims are told: a share in a hundred, at least, at most."""
ANSWERS = {"denied": 0.06, "confirmed": 0.04, "unconfirmed": 0.03}
_EMPTY = {"str": "", "int": 0, "float": 0.5, "bool": False}


@dataclass(frozen=True)
class Subject:
    """What one made-up claim is about."""

    day: date
    theme: str
    kind: str
    side: str
    claimant: str
    place: str
    words: list[str]


class Press:
    """Claims and their mentions, made up: `shape` is steady, month, place or claim."""

    def __init__(self, shape: str, rows: int, per_day: int = PER_DAY, seed: int = 2025) -> None:
        self.shape, self.rows, self.random = shape, rows, random.Random(seed)
        self.days = 30 if shape == "month" else max(1, rows // per_day)
        lines = (GAZETTEER / "ukraine.csv").read_text(encoding="utf-8").splitlines()[1 : PLACES + 1]
        self.places = [line.split(",")[1] for line in lines]
        self.shares = [1 / (rank + 3) for rank in range(PLACES)]
        corpus = read_corpus(ROOT / "corpus" / "dnipropetrovsk-2025")
        self.vocabulary = re.findall(r"[a-z]{3,}", " ".join(article.text for article in corpus))

    def mentions(self) -> list[Claim]:
        """As many rows as asked for, in the order of their articles."""
        told = islice(self._told(), self.rows)
        papers: dict[tuple[date, str], list[tuple[Subject, dict[str, object]]]] = defaultdict(list)
        for subject, printed, cells in told:
            papers[printed, str(cells["outlet"])].append((subject, cells))
        return [row for (printed, _), found in papers.items() for row in self._articles(printed, found)]

    def _told(self) -> Iterator[tuple[Subject, date, dict[str, object]]]:
        while True:
            subject = self._subject()
            quotes: list[str] = []
            for number in range(self._times()):
                retold = self.random.random() < 0.1
                lag = self.random.randrange(5, 90) if retold else min(6, int(self.random.expovariate(0.7)))
                cells = self._cells(subject, number, quotes)
                quotes.append(str(cells["quote"]))
                yield subject, subject.day + timedelta(lag), cells

    def _times(self) -> int:
        if self.shape == "claim":
            return self.rows
        least, most = self.random.choices([(a, b) for _, a, b in TOLD], [share for share, _, _ in TOLD])[0]
        return self.random.randint(least, most)

    def _subject(self) -> Subject:
        pick = self.random.choice
        theme = pick(sorted(KINDS))
        side = pick(sorted(SIDES))
        place = (
            "Donetsk"
            if self.shape == "place"
            else self.random.choices(["", *self.places], [1.0, *self.shares])[0]
        )
        words = [pick(self.vocabulary) for _ in range(8)] + [str(self.random.randint(2, 400))]
        day = FIRST + timedelta(self.random.randrange(self.days))
        return Subject(day, theme, pick(KINDS[theme]), side, pick(SIDES[side]), place, words)

    def _cells(self, subject: Subject, number: int, quotes: Sequence[str]) -> dict[str, object]:
        """What one telling of a claim says: a copy, another wording, or an answer to it."""
        chance, pick = self.random.random, self.random.choice
        standing = "claimed" if subject.claimant and chance() < 0.5 else "reported"
        side, claimant = subject.side, subject.claimant
        if number and chance() < sum(ANSWERS.values()):
            standing = self.random.choices(list(ANSWERS), list(ANSWERS.values()))[0]
            side = pick(sorted(set(SIDES) - {subject.side}))
            claimant = pick(SIDES[side])
        elif chance() < 0.3:
            side, claimant = subject.side, pick(SIDES[subject.side])
        outlet = pick(OUTLETS)
        if quotes and chance() < 0.25:
            quote, via = pick(quotes[-50:]), pick(OUTLETS[:5])
        else:
            kept = self.random.sample(subject.words, 6)
            told = " ".join([*kept, *(pick(self.vocabulary) for _ in range(7))])
            quote, via = f"{claimant.capitalize()} said of {subject.place or 'the front'} that {told}.", ""
        return {
            "quote": quote,
            "via": via,
            "outlet": outlet,
            "standing": standing,
            "claimant": "" if chance() < 0.1 else claimant,
            "claimant_side": side,
        }

    def _articles(self, printed: date, found: list[tuple[Subject, dict[str, object]]]) -> Iterator[Claim]:
        """The rows of one outlet on one day, six to an article."""
        for at in range(0, len(found), 6):
            start = 0
            for sentence, (subject, cells) in enumerate(found[at : at + 6]):
                quote = str(cells["quote"])
                article = f"{printed}-{cells['outlet']}-{at // 6}"
                exact = self.random.random() < 0.25
                yield row(
                    mention_id=f"{article}:{start}-{start + len(quote)}", article_id=article, published=printed,
                    sentence=sentence, start=start, end=start + len(quote), theme=subject.theme, kind=subject.kind,
                    event_start=subject.day if exact else None, event_end=subject.day,
                    said_start=subject.day, said_end=subject.day, actor="Russian forces",
                    place=subject.place, places=subject.place, **cells,
                )  # fmt: skip
                start += len(quote) + 1


def row(**cells: object) -> Claim:
    """A row of the event table, empty where nothing is given."""
    blank = {field.name: _EMPTY.get(str(field.type)) for field in fields(Claim)}
    return Claim(**(blank | cells))  # type: ignore[arg-type]


def measured(shape: str, rows: int) -> dict[str, float]:
    """CPU seconds of link and of ledger, peak megabytes of this process, and the claims found."""
    table = to_frame(Press(shape, rows).mentions())
    start = time.process_time()
    linked = link(table)
    between = time.process_time()
    claims = ledger(linked)
    end = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return {"link": between - start, "ledger": end - between, "memory": memory, "claims": len(claims)}


def alone(shape: str, rows: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, "--one", shape, "--rows", str(rows)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def exponent(sizes: Sequence[int], taken: Sequence[float]) -> float:
    """The exponent of growth, by least squares of the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(each, 1e-6)) for each in taken]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - mean_x) ** 2 for x in xs)


def main() -> None:
    """Print a line for each table, and the exponent of growth."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--rows", type=int, action="append", help="a size of the steady table; several may be given"
    )
    parser.add_argument("--one", choices=("steady", "month", "place", "claim"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured(options.one, options.rows[0])))
        return
    sizes = sorted(options.rows or SIZES)
    print(f"{'table':10}{'rows':>9}{'claims':>9}{'link s':>9}{'ledger s':>10}{'peak MB':>9}")
    taken = []
    for shape, size in [*(("steady", size) for size in sizes), *(() if options.rows else HARD)]:
        found = alone(shape, size)
        taken.append(found["link"] + found["ledger"])
        print(
            f"{shape:10}{size:9,}{found['claims']:9,.0f}{found['link']:9.2f}{found['ledger']:10.2f}"
            f"{found['memory']:9.0f}",
            flush=True,
        )
    if len(sizes) > 1:
        print(f"growth of the steady tables: exponent {exponent(sizes, taken[: len(sizes)]):.2f}")


if __name__ == "__main__":
    main()
