"""`timeline new`, `add` and `watch`: a corpus begun, added to, and reported again where it changed."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.collecting.test_fetch import here, site  # noqa: F401
from tests.corpus.making import PAGE, WORDS, pdf, word
from toolkit.cli import main
from toolkit.collecting.add import add
from toolkit.collecting.begin import begin
from toolkit.corpus.reading import CorpusError, read_corpus
from toolkit.report.run import Summary

TOLD = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke. "
    "The ministry gave no figures of the fighting, and residents left the village in buses on Saturday. "
)


def rows(corpus: Path) -> list[dict[str, str]]:
    lines = (corpus / "manifest.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("# ")))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    begin(tmp_path / "story")
    return tmp_path / "story"


def test_a_new_corpus_has_tables_that_are_read(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"manifest.csv", "places.csv", "parties.csv", "corrections.csv"} <= {
        each.name for each in corpus.iterdir()
    }
    (corpus / "articles" / "a.txt").write_text(WORDS, encoding="utf-8")
    assert main(["add", str(corpus), str(corpus / "articles")]) == 0
    with pytest.raises(ValueError, match="names no file"):
        read_corpus(corpus)
    capsys.readouterr()
    assert main(["new", str(corpus)]) == 2
    assert "is there already and not empty" in capsys.readouterr().err


def test_the_lexicon_of_a_new_corpus_finds_its_examples(corpus: Path) -> None:
    from toolkit.claims.lexicon.trial import main as trial

    assert trial([str(corpus / "lexicon" / "theme.toml")]) == 0


def test_files_and_folders_are_taken_as_they_are(corpus: Path, tmp_path: Path) -> None:
    box = tmp_path / "box"
    (box / "deep").mkdir(parents=True)
    (box / "a.html").write_text(PAGE, encoding="utf-8")
    (box / "deep" / "a.docx").write_bytes(word())
    (box / "same.html").write_text(PAGE, encoding="utf-8")
    (box / "scan.pdf").write_bytes(pdf(""))
    (box / "style.css").write_text("p {}", encoding="utf-8")
    added = add(corpus, [str(box), str(tmp_path / "gone.txt")])
    assert added.files == ["articles/a.html", "articles/a-2.docx"]
    assert (corpus / "articles" / "a.html").read_text(encoding="utf-8") == PAGE
    assert [line.partition(": ")[2] for line in added.known] == [
        "has the bytes of articles/a.html, and was not taken twice"
    ]
    assert [each.reason.split(":")[0] for each in added.problems] == [
        "has no text on its 1 page",
        "no such file or folder",
    ]
    first, second = rows(corpus)
    assert first["evidence"].startswith("metadata 2025-06-13")
    assert second["evidence"].startswith("guess 2025-06-13")
    assert (len(first["sha256"]), first["captured"]) == (64, "")
    assert [article.id for article in read_corpus(corpus)] == ["a", "a-2"]
    again = add(corpus, [str(box)])
    assert (again.files, len(again.known)) == ([], 3)


def test_a_page_is_kept_with_the_time_of_its_capture(corpus: Path, site: str) -> None:  # noqa: F811
    added = add(corpus, [f"{site}/moved", f"{site}/logo", f"{site}/gone", "ftp://example.org/a"], here)
    assert added.files == ["articles/talks.html"]
    (row,) = rows(corpus)
    assert (row["url"], row["taken_from"]) == (f"{site}/2025/06/13/talks", f"{site}/moved")
    assert row["captured"].endswith("Z")
    assert (corpus / "articles" / "talks.html").read_bytes() == PAGE.encode()
    assert len(added.problems) == 3
    (article,) = read_corpus(corpus)
    assert (str(article.published), article.url) == ("2025-06-13", f"{site}/2025/06/13/talks")


def test_a_private_address_is_not_asked_by_the_command(
    corpus: Path,
    site: str,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["add", str(corpus), f"{site}/moved"]) == 1
    assert "no public address, and was not asked" in capsys.readouterr().err
    assert not rows(corpus)


def test_a_folder_without_a_manifest_begins_one_with_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "old.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "new.txt").write_text(f"{WORDS} They left.", encoding="utf-8")
    add(tmp_path / "c", [str(tmp_path / "new.txt")])
    assert [row["file"] for row in rows(tmp_path / "c")] == ["old.txt", "articles/new.txt"]
    assert len(read_corpus(tmp_path / "c")) == 2
    with pytest.raises(CorpusError, match="timeline new"):
        add(tmp_path / "nowhere", [])


def test_a_manifest_of_ones_own_keeps_its_columns_and_its_rows(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.txt").write_text(WORDS, encoding="utf-8")
    (own / "manifest.csv").write_text('file;Note on it;outlet\na.txt;"one; two";Wire\n', encoding="utf-8")
    (tmp_path / "c.txt").write_text("They came, the mayor said.", encoding="utf-8")
    add(own, [str(tmp_path / "c.txt")])
    text = (own / "manifest.csv").read_text(encoding="utf-8").splitlines()
    assert text[0].startswith("file;note on it;outlet;sha256")
    assert text[1].startswith('a.txt;"one; two";Wire;')
    assert text[2].startswith("articles/c.txt;;;")


def test_near_copies_are_told(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, more in (("a.txt", ""), ("b.txt", " They left by night.")):
        (tmp_path / name).write_text(TOLD + more, encoding="utf-8")
    assert main(["add", str(corpus), str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    out = capsys.readouterr().out
    assert (
        "a: earlier state of b" in out or "same text of" in out or "extended of" in out or "excerpt of" in out
    )
    assert f"{corpus}: 2 files added, 0 problems" in out


def test_watching_enters_new_files_and_tells_what_changed(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(f"MOSCOW, June 8, 2025 — {TOLD}", encoding="utf-8")
    main(["add", str(corpus), str(tmp_path / "a.txt")])
    words = ["watch", str(corpus), "--once", "--tables", "--parser", "light", "--out", str(tmp_path / "out")]
    assert main(words) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert capsys.readouterr().out == ""
    (corpus / "articles" / "b.txt").write_text(
        "KYIV, June 9, 2025 — The ministry said on Monday that Ukrainian troops had seized Malynivka.",
        "utf-8",
    )
    assert main(words) == 0
    out = capsys.readouterr().out
    assert "articles/b.txt: dateline 2025-06-09" in out
    assert "new: articles/b.txt" in out
    assert "changed: manifest.csv" in out
    assert "added" in out.split("written to")[1]
    assert [row["file"] for row in rows(corpus)] == ["articles/a.txt", "articles/b.txt"]


def test_watching_makes_the_report_where_tables_alone_are_not_asked_for(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, Path, dict[str, Any]]] = []

    def run_report(corpus: str, out: Path, parameters: dict[str, Any], progress: object) -> Summary:
        made.append((corpus, out, parameters))
        return Summary(out, out / "report.html", (), {}, ())

    monkeypatch.setattr("toolkit.report.run.run_report", run_report)
    (corpus / "articles" / "a.txt").write_text(f"MOSCOW, June 8, 2025 — {TOLD}", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["watch", str(corpus), "--once", "--parser", "light", "--out", str(out)]) == 0
    assert made == [(str(corpus), out, {"parser": "light"})]
