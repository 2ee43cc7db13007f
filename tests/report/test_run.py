"""The run of the report: what it leaves, that it leaves nothing half done, and that nothing hostile gets through."""

import hashlib
import html
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from tests.charts.test_embed import Elements
from tests.conftest import PAYLOAD, ROOT, SHIPPED
from toolkit.report import run
from toolkit.report.parameters import ParameterError
from toolkit.report.run import ReportError, Summary, run_report
from toolkit.timeline.staging import own_folder
from toolkit.timeline.storage import read_events

FILES = {
    "report.html", "report.ipynb", "run.json", "events.csv", "events.parquet", "ledger.csv", "articles.csv",
    "sources.csv", "conflicts.csv", "positions.csv", "gaps.csv", "outlets.csv", "hardened.csv", "copies.csv",
    "unresolved.csv", "quarantine.csv", "chart.svg", "chart.png", "ledger.svg", "ledger.png",
    "share.png", "map.svg", "map.png",
}  # fmt: skip


def test_a_run_leaves_these_files_and_nothing_else(report: Summary) -> None:
    assert set(report.files) == FILES == {path.name for path in report.out.iterdir()}
    assert [path.name for path in report.out.parent.iterdir()] == ["out"]


def test_the_manifest_names_versions_inputs_outputs_and_parameters(report: Summary) -> None:
    manifest = json.loads((report.out / "run.json").read_text(encoding="utf-8"))
    assert {"timeline-toolkit", "python", "altair", "papermill", "pandas"} <= set(manifest["versions"])
    assert {"manifest.csv", "README.md"} <= set(manifest["inputs"])
    assert set(manifest["outputs"]) == FILES - {"run.json"}
    for name, digest in manifest["outputs"].items():
        assert hashlib.sha256((report.out / name).read_bytes()).hexdigest() == digest, name
    assert manifest["parameters"]["out"] == "."
    assert manifest["counts"] == dict(report.counts)


def test_the_tables_of_a_run_can_be_read_back(report: Summary) -> None:
    events = read_events(report.out / "events.parquet")
    assert len(events) == report.counts["mentions"] > 50
    pd.testing.assert_frame_equal(events, read_events(report.out / "events.csv"))


def test_the_page_has_every_part_and_no_code(report: Summary) -> None:
    page = report.page.read_text(encoding="utf-8")
    for part in ("The claims", "Outlets", "The articles", "Method"):
        assert f">{part}</h2>" in page, part
    for note in ("Publication dates", "Fragile dates", "What could not be dated", "What could not be read"):
        assert page.index(">Method</h2>") < page.index(f">{note}</h3>"), note
    assert page.count("<figure") == 3
    assert "import toolkit" not in page
    assert "In [" not in page
    for name in ("mathjax", "require.js", "mermaid", "cdn.", "googleapis"):
        assert name not in page.lower().replace(Elements(page).raw[-1][2].lower(), ""), name


def test_the_page_shows_quotes_of_every_article_with_a_claim(report: Summary) -> None:
    page = report.page.read_text(encoding="utf-8")
    events = read_events(report.out / "events.parquet")
    for quote in events.groupby("article_id")["quote"].first():
        assert html.escape(" ".join(quote.split())) in page


def test_the_executed_notebook_tells_no_time_and_no_place_of_this_machine(report: Summary) -> None:
    text = (report.out / "report.ipynb").read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    assert "papermill" not in notebook.metadata
    assert not any({"papermill", "execution"} & set(cell.metadata) for cell in notebook.cells)
    for told in (text, (report.out / "run.json").read_text(encoding="utf-8")):
        assert "../" not in told
        assert str(ROOT) not in told
        assert report.out.parent.name not in told
        assert '"corpus": "dnipropetrovsk-2025"' in told or 'corpus = \\"dnipropetrovsk-2025\\"' in told


def test_hostile_text_adds_nothing_to_the_page(hostile_report: Summary) -> None:
    elements = Elements(hostile_report.page.read_text(encoding="utf-8"))
    scripts = [attrs for tag, attrs, _ in elements.raw if tag == "script"]
    assert (
        len([attrs for attrs in scripts if "type" not in attrs]) == 4
    )  # a trigger per chart, and the bundle
    assert not any(name.startswith("on") for name, _ in elements.attributes)
    assert elements.tags.count("img") == 3
    assert not any(value == "x" for name, value in elements.attributes if name == "src")


def test_what_could_not_be_used_is_told(hostile_report: Summary) -> None:
    assert len(hostile_report.failures) == hostile_report.counts["quarantined"] == 1
    assert "32 May" in hostile_report.failures[0]


def test_the_same_corpus_gives_the_same_bytes(
    hostile_corpus: Path, hostile_report: Summary, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("again") / "one" / "deeper"
    elsewhere.mkdir(parents=True)
    corpus = shutil.copy(hostile_corpus, elsewhere)
    options = {"title": f"Report {PAYLOAD}", "lanes": "outlet"}
    again = run_report(corpus, elsewhere.parent / "results" / "of" / "it", options)
    for name in FILES:
        assert (again.out / name).read_bytes() == (hostile_report.out / name).read_bytes(), name


def test_progress_is_told_step_by_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[tuple[int, int, str]] = []
    monkeypatch.setattr(run, "NOTEBOOK", notebook(tmp_path, "raise ValueError('corpus: the reason')"))
    with pytest.raises(ReportError, match=r"^corpus: the reason$"):
        run_report(SHIPPED, tmp_path / "out", {}, lambda *step: steps.append(step))
    assert steps[0][0] == 0
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".out*"))


def test_a_failed_run_leaves_the_old_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("old")
    monkeypatch.setattr(run, "NOTEBOOK", notebook(tmp_path, "1 / 0"))
    with pytest.raises(ReportError, match=r"^the notebook failed: ZeroDivisionError: division by zero$"):
        run_report(SHIPPED, out)
    assert [path.name for path in out.iterdir()] == ["report.html"]
    assert (out / "report.html").read_text() == "old"


def stop_a_run(out: Path, number: int) -> int:
    """Begin a report in `out`, where an old one lies, send it a signal as soon as it works; its exit status."""
    out.mkdir()
    (out / "report.html").write_text("old")
    code = f"from toolkit.report.run import run_report; run_report({str(SHIPPED)!r}, {str(out)!r})"
    process = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 30
    while not list(out.parent.glob(".out.*.run")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(number)
    status = process.wait()
    assert (out / "report.html").read_text() == "old"
    return status


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_a_run_that_is_asked_to_end_leaves_the_old_results_alone(tmp_path: Path) -> None:
    assert stop_a_run(tmp_path / "out", signal.SIGTERM) == -signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_folders_of_others_beside_the_results_are_left_alone(tmp_path: Path) -> None:
    others = [".rep.foo.run", ".rep.1.2.run", ".rep.run", ".rep[1].x.999999999.run"]
    for name in others:
        (tmp_path / name).mkdir()
    old = tmp_path / ".rep[1].999999999.run"
    old.mkdir()
    for name in ("rep", "rep[1]"):
        with own_folder(name, tmp_path):
            pass
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(others)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_a_folder_of_a_run_that_lives_is_left_alone_and_one_with_our_number_is_no_trouble(
    tmp_path: Path,
) -> None:
    dead = tmp_path / f".out.{os.getpid()}.run"
    dead.mkdir()
    with own_folder("out", tmp_path) as first:
        assert not dead.exists()
        with own_folder("out", tmp_path) as second:
            assert first.is_dir()
            assert first != second
    assert not list(tmp_path.iterdir())


def test_a_killed_run_leaves_the_old_results_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    out = tmp_path / "out"
    stop_a_run(out, signal.SIGKILL)
    assert list(tmp_path.glob(".out.*.run"))
    with own_folder("out", tmp_path):
        assert len(list(tmp_path.glob(".out.*.run"))) == 1
    assert not list(tmp_path.glob(".out.*.run"))


def test_wrong_use_is_told_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="no such folder or file"):
        run_report(tmp_path / "none", tmp_path / "out")
    for name in ("laens", "corpus", "out"):
        told = (
            f"parameter '{name}' is not known; known are since, until, kinds, theme, themes, known_on, infer, "
            "sensitivity, parser, follow_links, columns, lanes, title, previous, pdf, embed "
            "(corpus and out are given as CORPUS and --out)"
        )
        with pytest.raises(ParameterError, match=f"^{re.escape(told)}$"):
            run_report(SHIPPED, tmp_path / "out", {name: "side"})
    (tmp_path / "file").write_text("")
    with pytest.raises(ReportError, match="is a file; name a folder"):
        run_report(SHIPPED, tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def notebook(folder: Path, code: str) -> Path:
    """A notebook of one cell, for runs that go wrong."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "one.ipynb"
    nbformat.write(made, path)
    return path
