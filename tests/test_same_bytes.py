"""The same articles give the same bytes: in any order, with any hash seed, in one process or in several."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from toolkit.corpus.reading import Corpus, read_corpus
from toolkit.pipeline import Result, build, write_tables

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "corpus" / "dnipropetrovsk-2025"
BUILD = """
import sys
from toolkit.pipeline import build, write_tables
if __name__ == "__main__":
    write_tables(build(sys.argv[1], on=sys.argv[3], sensitivity=True), sys.argv[2])
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    write_tables(build(SHIPPED, sensitivity=True), folder)
    return folder


@pytest.mark.parametrize(
    ("seed", "order", "on"), [("0", 1, "serial"), ("random", 2, "serial"), ("1", 3, "processes")]
)
def test_order_hash_seed_and_processes_change_no_byte(
    written: Path, tmp_path: Path, seed: str, order: int, on: str
) -> None:
    corpus, out, program = tmp_path / SHIPPED.name, tmp_path / "out", tmp_path / "build.py"
    shutil.copytree(SHIPPED, corpus)
    head, *rows = (corpus / "manifest.csv").read_text(encoding="utf-8").splitlines()
    random.Random(order).shuffle(rows)
    (corpus / "manifest.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    program.write_text(BUILD, encoding="utf-8")
    subprocess.run(
        [sys.executable, str(program), str(corpus), str(out), on],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert {path.name for path in out.iterdir()} == {path.name for path in written.iterdir()}
    for path in written.iterdir():
        if path.name != "run.json":
            assert path.read_bytes() == (out / path.name).read_bytes(), path.name
    # Of the manifest of the run, only the hash of the shuffled table of articles differs.
    manifests = [json.loads((folder / "run.json").read_text(encoding="utf-8")) for folder in (written, out)]
    hashes = [manifest["inputs"].pop("manifest.csv") for manifest in manifests]
    assert hashes[0] != hashes[1]
    assert manifests[0] == manifests[1]


def test_what_could_not_be_read_is_listed_in_one_order(tmp_path: Path) -> None:
    head = "file,outlet,title,published,url,language,notes"
    rows = [f"{name}.txt,Wire,,2025-06-09,,en," for name in "cab"]
    tables = []
    for order in (rows, rows[::-1]):
        folder = tmp_path / str(len(tables))
        folder.mkdir()
        for name in "abc":
            (folder / f"{name}.txt").write_text("", encoding="utf-8")
        (folder / "manifest.csv").write_text("\n".join([head, *order, ""]), encoding="utf-8")
        tables.append([each.file for each in build(folder).quarantine])
    assert tables == [["a.txt", "b.txt", "c.txt"]] * 2


@pytest.fixture(scope="module")
def articles() -> Corpus:
    return read_corpus(SHIPPED)


@pytest.fixture(scope="module")
def result(articles: Corpus) -> Result:
    return build(articles)


@pytest.mark.parametrize(
    "added",
    ["2025-08-26-live", "2025-08-20-briefing", "2025-08-28-confirmation-rewrite"],
)
def test_an_added_article_leaves_the_ids_of_what_it_does_not_tell(
    articles: Corpus, result: Result, added: str
) -> None:
    rest = replace(articles, articles=tuple(article for article in articles if article.id != added))
    assert len(rest) == len(articles) - 1
    before: pd.Series = build(rest).events.set_index("mention_id")["claim_id"]
    after = result.events.set_index("mention_id")["claim_id"]
    told = set(result.events.loc[result.events["article_id"] == added, "claim_id"])
    for mention, old in before.items():
        new = after[mention]
        # A claim that the article tells too may be joined with another, or told with a day; a number may go up.
        assert new == old or new in told or re.sub(r"-\d$", "", new) == re.sub(r"-\d$", "", old), mention
