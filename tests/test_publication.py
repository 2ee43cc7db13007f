"""Publication dates through the whole run: build, audit, report, command line, benchmark."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit import auditing
from toolkit.cli import main
from toolkit.report.publication import publication

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "corpus" / "dnipropetrovsk-2025"
LIVE = "2025-08-26-live"


@pytest.fixture(scope="module")
def hidden() -> tk.Corpus:
    """The shipped corpus without the date of its live page, which text and neighbours know to within days."""
    corpus = tk.read_corpus(SHIPPED)
    articles = [
        replace(each, published=None, published_basis="") if each.id == LIVE else each for each in corpus
    ]
    return replace(corpus, articles=tuple(articles), evidence=corpus.evidence | {LIVE: ()})


def test_a_narrow_inference_is_used_and_every_row_says_so(hidden: tk.Corpus) -> None:
    result = tk.build(hidden)
    rows = result.events[result.events["article_id"] == LIVE]
    assert set(rows["published_basis"]) == {"inferred"}
    first, last = result.corpus.possible_days[LIVE]
    assert first <= date(2025, 8, 26) <= last
    assert (last - first).days < 7
    dated = rows[rows["event_end"].notna() | rows["event_start"].notna()]
    assert dated["event_why"].str.contains("is inferred").all()
    others = result.events[result.events["article_id"] != LIVE]
    assert not others["event_why"].str.contains("is inferred").any()
    assert (result.articles.set_index("article_id").loc[LIVE, "published_basis"]) == "inferred"
    assert result.articles.set_index("article_id").loc["undated-digest", "published_basis"] == ""


def test_without_inference_an_article_stays_undated(hidden: tk.Corpus) -> None:
    result = tk.build(hidden, infer=0)
    assert result.articles["published_basis"].eq("").sum() == 2
    assert result.parameters["infer"] == 0
    with pytest.raises(ValueError, match="infer is -1"):
        tk.build(hidden, infer=-1)


def test_the_audit_proposes_the_inferred_day_and_tells_what_it_would_date(hidden: tk.Corpus) -> None:
    table = tk.audit(hidden).set_index("article_id")
    live = table.loc[LIVE]
    assert live["published"] == ""
    assert abs((pd.Timestamp(live["proposed"]) - pd.Timestamp("2025-08-26")).days) <= 1
    assert live["moved"] > 3
    assert "happened no day -> " in live["moves"]
    assert table.drop(LIVE)["moved"].eq(0).all()


def test_build_names_the_articles_whose_date_it_inferred(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(SHIPPED, corpus)
    manifest = corpus / "manifest.csv"
    text = manifest.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith(LIVE))
    bare = row.replace(",2025-08-26,", ",,").replace("https://live.example.org/2025/08/26/front", "")
    manifest.write_text(text.replace(row, bare.replace(LIVE, "live-page")), encoding="utf-8")
    articles = corpus / "articles"
    (articles / f"{LIVE}.txt").rename(articles / "live-page.txt")
    assert main(["build", str(corpus), "--out", str(tmp_path / "out")]) == 0
    assert "live-page: publication date inferred, 2025-08-2" in capsys.readouterr().out
    assert main(["build", str(corpus), "--out", str(tmp_path / "out"), "--infer", "0"]) == 0
    assert "inferred" not in capsys.readouterr().out


def wrong_year(folder: Path) -> Path:
    text = (
        "Russian and Ukrainian envoys met in Istanbul on Monday, June 2, the ministry said on Tuesday. "
        "Russian troops captured the village of Kostiantynivka on June 1, 2025, the ministry said."
    )
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "manifest.csv").write_text(
        "file,published,url\na.txt,2024-06-04,https://example.org/2025/06/04/talks\n", encoding="utf-8"
    )
    return folder


def test_the_audit_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = wrong_year(tmp_path)
    assert main(["audit", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "a: 2025-06-04 is proposed instead of 2024-06-04: url names it" in out
    assert "happened 2024-06-02 -> 2025-06-02 (+365 days)" in out


@pytest.mark.parametrize("suffix", auditing.FORMATS)
def test_the_audit_is_written(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "corpus").mkdir()
    folder, out = wrong_year(tmp_path / "corpus"), tmp_path / f"audit{suffix}"
    assert main(["audit", str(folder), "--out", str(out)]) == 0
    assert "1 article, written to" in capsys.readouterr().out
    if suffix == ".json":
        (record,) = json.loads(out.read_text(encoding="utf-8"))
        assert record["proposed"] == "2025-06-04"
        assert record["moves"][0]["days"] == 365
        assert {piece["basis"] for piece in record["evidence"]} == {"given", "url"}
        assert record["inference"]["reasons"][0].keys() == {"kind", "words", "why", "bits"}
    else:
        frame = pd.read_csv(out) if suffix == ".csv" else pd.read_parquet(out)
        assert list(frame.columns) == list(auditing.AUDIT)
        assert frame.loc[0, "moved"] == 2
    first = out.read_bytes()
    main(["audit", str(folder), "--out", str(out)])
    assert out.read_bytes() == first


def test_another_format_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(SHIPPED), "--out", str(tmp_path / "audit.xlsx")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_report_shows_what_is_wrong_and_folds_what_is_not(hidden: tk.Corpus, tmp_path: Path) -> None:
    result = tk.build(hidden)
    shown = str(publication(result, tk.audit(result.corpus, thorough=False)))
    assert "1 inferred from its text and other articles, 1 without a date" in shown
    assert "Live: Two villages in dispute" in shown
    assert "<details" not in shown
    (tmp_path / "a.txt").write_text("KYIV, June 8, 2025 — The talks ended.", encoding="utf-8")
    right = tk.build(tmp_path)
    folded = str(publication(right, tk.audit(right.corpus, thorough=False)))
    assert folded.startswith("<details")
    assert "1 publication date: 1 in its dateline." in folded


def benchmark(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "publication.py"), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_true_day_lies_in_the_interval_of_the_shipped_corpus() -> None:
    done = benchmark()
    assert done.returncode == 0, done.stderr
    assert "dnipropetrovsk-2025: 12 dated articles" in done.stdout
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("text and neighbours")]
    covered = re.search(r"([\d.]+) %, [\d.]+ days", line)
    assert covered is not None
    assert float(covered[1]) >= 95


def test_the_benchmark_names_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"doc": "a", "text": "They met."}\n', encoding="utf-8")
    done = benchmark(tmp_path / "a.jsonl")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "line 1" in done.stderr
