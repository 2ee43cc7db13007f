"""The marks made by hand stand in their articles and hold what they may hold; the benchmark counts them as it says."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from toolkit.claims.lexicon import load_lexicon
from toolkit.corpus.reading import read_corpus
from toolkit.timeline.table import STANDINGS

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus" / "dnipropetrovsk-2025"
MARKS = ROOT / "tests" / "gold" / "claims.csv"
CLOCKS = ("event_start", "event_end", "said_start", "said_end")


def table() -> list[dict[str, str]]:
    with MARKS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


TABLE = table()


def choices(cell: str) -> list[str]:
    return ["" if each == "none" else each for each in cell.split("|")]


@pytest.fixture(scope="module")
def benchmark() -> Iterator[object]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        import claims

        yield claims
        sys.modules.pop("claims")


# ---- the marks


def test_every_quote_stands_once_in_its_article():
    articles = {article.id: article for article in read_corpus(CORPUS)}
    assert {Path(row["article"]).stem for row in TABLE} == set(articles)
    for row in TABLE:
        article = articles[Path(row["article"]).stem]
        assert article.text.count(row["quote"]) == 1, f"{article.id}: {row['quote']}"
        assert row["published"] == str(article.published or ""), article.id


@pytest.mark.parametrize("column", ["independent", "background", "optional"])
def test_marks_that_are_yes_or_no(column):
    assert {row[column] for row in TABLE} == {"yes", "no"}


def test_columns_hold_allowed_values():
    kinds = {theme.name: set(theme.kinds) for theme in load_lexicon().themes}
    for row in TABLE:
        where = f"{row['article']}: {row['quote']}"
        assert choices(row["kind"])[0] in kinds[row["theme"]], where
        assert set(choices(row["kind"])) <= set().union(*kinds.values()), where
        assert set(choices(row["standing"])) <= set(STANDINGS), where
        assert set(choices(row["negated"])) <= {"yes", "no"}, where
        assert row["claimant"], where
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["claim"]), where


def test_days_are_days_and_in_order():
    for row in TABLE:
        first = {name: choices(row[name])[0] for name in CLOCKS}
        for name in CLOCKS:
            assert all(date.fromisoformat(each) for each in choices(row[name]) if each), row["quote"]
        for clock in ("event", "said"):
            start, end = first[f"{clock}_start"], first[f"{clock}_end"]
            assert not (start and end) or start <= end, row["quote"]


def test_what_is_no_source_names_its_origin():
    files = {row["article"] for row in TABLE}
    claims = {row["claim"] for row in TABLE}
    for row in TABLE:
        assert (row["independent"] == "no") == (row["rewrite_of"] in files), row["quote"]
    assert claims == {row["claim"] for row in TABLE if row["independent"] == "yes"}


# ---- the benchmark


def mark(benchmark, text, quote, **cells):
    blank = dict.fromkeys(benchmark.COLUMNS, "")
    usual = {"article": "a.txt", "kind": "advance", "standing": "claimed", "claimant": "the ministry"}
    rest = {"independent": "yes", "claim": "one", "negated": "no", "optional": "no"}
    return benchmark.placed(blank | usual | rest | cells | {"quote": quote}, text)


def row(text, quote, **cells):
    start = text.index(quote)
    blank = dict.fromkeys(("via", "modality", "place", "outlet"), "")
    days = dict.fromkeys(CLOCKS, pd.NaT)
    usual = {"kind": "advance", "standing": "claimed", "claimant": "ministry", "negated": False}
    span = {"start": start, "end": start + len(quote), "quote": quote}
    ids = {"mention_id": quote, "article_id": "a", "claim_id": "x", "independent": True}
    return blank | days | usual | span | ids | cells


TEXT = "Troops reached the river and shelled the town, the ministry said. Kyiv denied it."
SENTENCE, DENIAL = "Troops reached the river and shelled the town, the ministry said.", "Kyiv denied it."


def test_a_row_goes_to_the_mark_of_its_kind_and_each_is_matched_once(benchmark):
    reached = mark(benchmark, TEXT, "Troops reached the river")
    shelled = mark(benchmark, TEXT, "shelled the town, the ministry said", kind="strike")
    strike, denial = row(TEXT, SENTENCE, kind="strike"), row(TEXT, DENIAL, standing="denied")
    matches = benchmark.align_all([reached, shelled], [strike, denial])
    assert [(match.mark, match.row) for match in matches] == [(shelled, strike)]
    assert list(benchmark.unmarked([strike, denial], matches)) == [
        "  a: advance, denied, ministry: Kyiv denied it."
    ]
    assert list(benchmark.disagreements([reached, shelled], matches)) == [
        "  a: 'Troops reached the river': missing (advance, claimed, the ministry)"
    ]


def test_marks_that_must_be_found_go_before_optional_ones(benchmark):
    optional = mark(benchmark, TEXT, "reached the river", optional="yes")
    needed = mark(benchmark, TEXT, "shelled the town")
    (match,) = benchmark.align_all([optional, needed], [row(TEXT, SENTENCE)])
    assert match.mark is needed


def test_a_second_choice_is_right_and_no_first_choice(benchmark):
    one = mark(
        benchmark, TEXT, DENIAL, standing="claimed|denied", event_end="2025-06-08|none", places="Lypa;Ostrov"
    )
    found = row(TEXT, DENIAL, standing="denied", place="Ostrov")
    right = {name for name, test in benchmark.TESTS.items() if test(one, found, False)}
    first = {name for name, test in benchmark.TESTS.items() if test(one, found, True)}
    assert set(benchmark.TESTS) - right == {"main place"}
    assert right - first == {"standing", "event equal", "event compatible"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Russian Defence Ministry", "the Ministry of Defense of Russia", True),
        ("General Staff", "Ukraine's General Staff", True),
        ("outlet", "", True),
        ("outlet", "Wire desk", True),
        ("Moscow", "Russian Defence Ministry", False),
        ("Kyiv", "Ukraine's General Staff", False),
    ],
)
def test_names_of_claimants(benchmark, one, other, same):
    assert benchmark.same_claimant(one, other, "Wire desk") is same


def test_intervals(benchmark):
    first, third = date(2025, 6, 1), date(2025, 6, 3)
    assert benchmark.overlap((None, third), (first, first))
    assert not benchmark.overlap((None, first), (third, None))
    assert not benchmark.overlap((None, None), (first, first))


PRINTED, BEFORE = pd.Timestamp(2025, 6, 3), pd.Timestamp(2025, 6, 1)


@pytest.mark.parametrize(
    ("clock", "claimant", "days", "fits"),
    [
        ("said", "Kyiv", (pd.NaT, pd.NaT), True),
        ("event", "Kyiv", (pd.NaT, PRINTED), True),
        ("said", "Kyiv", (PRINTED, PRINTED), False),
        ("said", "outlet", (PRINTED, PRINTED), True),
        ("event", "outlet", (PRINTED, PRINTED), False),
        ("event", "Kyiv", (pd.NaT, BEFORE), False),
    ],
)
def test_what_contradicts_a_mark_without_days(benchmark, clock, claimant, days, fits):
    undated = mark(benchmark, TEXT, DENIAL, claimant=claimant, published="2025-06-03")
    found = row(TEXT, DENIAL, **dict(zip((f"{clock}_start", f"{clock}_end"), days, strict=True)))
    assert benchmark.TESTS[f"{clock} compatible"](undated, found, False) is fits


def test_links_are_pairs(benchmark):
    marks = [
        mark(benchmark, TEXT, quote, claim=claim) for quote, claim in (("Troops", "one"), ("shelled", "one"))
    ]
    marks.append(mark(benchmark, TEXT, DENIAL, claim="two"))
    ids = ("x", "y", "y")
    rows = [row(TEXT, each["quote"], claim_id=claim) for each, claim in zip(marks, ids, strict=True)]
    matches = benchmark.align_all(marks, rows)
    assert benchmark.links(matches, False) == (0, 1, 1)
    assert benchmark.links(matches, True) == (0, 0, 0)
    assert benchmark.split(matches) == {"one": {"x": 1, "y": 1}}
    precision, recall = benchmark.b_cubed(matches)
    assert (round(precision, 2), round(recall, 2)) == (0.67, 0.67)


def test_it_prints_the_figures_of_the_shipped_corpus():
    command = [sys.executable, str(ROOT / "benchmarks" / "claims.py"), str(CORPUS), str(MARKS), "--errors"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for words in (
        "found at all",
        "all right, clocks equal",
        "rows with a mark",
        "links, B-cubed",
        "disagreements:",
    ):
        assert words in done.stdout


def test_what_are_no_marks_is_told_in_one_line(tmp_path):
    (tmp_path / "marks.csv").write_text("article,quote\n", encoding="utf-8")
    command = [
        sys.executable,
        str(ROOT / "benchmarks" / "claims.py"),
        str(CORPUS),
        str(tmp_path / "marks.csv"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "claims: marks.csv: no column theme\n"
