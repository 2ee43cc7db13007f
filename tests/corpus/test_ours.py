"""What runs and exports leave in a folder of articles is passed over, and nothing else is."""

import json
from pathlib import Path

import pytest

from toolkit.corpus.ours import EXPORTED, MANIFEST
from toolkit.corpus.reading import CorpusError, read_corpus
from toolkit.exports.formats import FORMATS

ARTICLE = "KYIV, June 8, 2025 — The talks ended without a result, the mediators said."


def leave_run(folder: Path, **told: object) -> None:
    """The files of a run by their names, and its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("events.csv", "report.html"):
        (folder / name).write_text("<p>The talks ended.</p>", encoding="utf-8")
    manifest = {
        "versions": {"timeline-toolkit": "0.1.0"},
        "outputs": {"events.csv": "x", "report.html": "x"},
    } | told
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def test_outputs_among_the_articles_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    leave_run(tmp_path)
    leave_run(tmp_path / "results")
    (tmp_path / "brief.md").write_text("# A brief of ours", encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert [article.id for article in corpus] == ["a"]
    assert corpus.quarantine == ()


@pytest.mark.parametrize(
    "told", [{"versions": {"other": "1"}}, {"outputs": None}, {"versions": []}], ids=["other", "none", "list"]
)
def test_the_manifest_of_another_program_hides_nothing(tmp_path: Path, told: dict[str, object]) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    leave_run(tmp_path, **told)
    assert {each.file for each in read_corpus(tmp_path).quarantine} >= {"events.csv"}


def test_a_file_that_no_run_wrote_is_read(tmp_path: Path) -> None:
    leave_run(tmp_path)
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    assert [article.id for article in read_corpus(tmp_path)] == ["b"]


def test_a_folder_of_a_run_is_no_corpus(tmp_path: Path) -> None:
    leave_run(tmp_path)
    with pytest.raises(CorpusError, match="only what a run has written"):
        read_corpus(tmp_path)


def test_the_names_of_exports_are_known() -> None:
    files = {Path(each.file).parts[0] for name, each in FORMATS.items() if name not in ("csv", "parquet")}
    assert {*files, "timeline.metadata.json"} == set(EXPORTED)
