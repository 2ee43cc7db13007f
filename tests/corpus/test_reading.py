"""A folder of files without a manifest: all kinds, in order, and whatever can't be read in quarantine."""

import os
import random
from datetime import date
from pathlib import Path

import pytest

import toolkit as tk
from toolkit.corpus.reading import CorpusError, read_corpus

PAGE = (
    "<html><head><title>Talks</title>"
    "<meta property='article:published_time' content='2025-06-13'></head><body>"
    + "<p>The council met on Monday in the old customs house and agreed on little, they said.</p>" * 4
    + "</body></html>"
)


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_every_kind_by_name(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "e.jsonl": '{"id": "row", "text": "One row.", "url": "https://www.example.org/2025/06/13/row"}',
        "d.HTM": PAGE,
        "c.markdown": "# A heading\n\nSome text.",
        "b.md": "---\ntitle: B\nsource: https://news.example.org/b\ndate: 13 June 2025\n---\n\nBody.\n",
        "a.txt": "KYIV, June 13, 2025 — Text.",
        "articles/f.txt": "Six.",
        "README.md": "About this folder.",
        "README.uk.txt": "About this folder.",
        "corrections.csv": "mention_id,field,value",
        "places.csv": "name,latitude,longitude",
        ".hidden.txt": "x",
        "d_files/logo.txt": "x",
    }
    corpus = read_corpus(write(tmp_path, files))
    assert [(a.id, a.published_basis, a.outlet, a.title) for a in corpus] == [
        ("a", "dateline", "", ""),
        ("b", "given", "news.example.org", "B"),
        ("c", "", "", "A heading"),
        ("d", "metadata", "", "Talks"),
        ("row", "url", "example.org", ""),
        ("f", "", "", ""),
    ]
    assert {a.published for a in corpus if a.published_basis} == {date(2025, 6, 13)}
    assert corpus[1].text == "Body."
    assert not corpus.quarantine


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": "One.",
        "b.txt": b"\x00\x01\x02binary",
        "c.txt": "  \n\n",
        "a.md": "Same id.",
        "d.pdf": b"%PDF",
        "e.html": "<div>" * 400 + "Deep." + "</div>" * 400,
        "f.md": "---\ndate: 2025-02-30\n---\nKept.",
        "g.csv": "wrong,columns\n1,2\n",
        "h.txt": "\n".join(f"Mayor of Town {n} to step down after vote" for n in range(60)),
        "sub/i.txt": "Below.",
    }
    corpus = read_corpus(write(tmp_path, files))
    assert [article.id for article in corpus] == ["a", "f", "i"]
    assert corpus[0].file == "a.md"
    found = {item.file: item.reason for item in corpus.quarantine}
    assert list(found) == ["a.txt", "b.txt", "c.txt", "d.pdf", "e.html", "f.md", "g.csv", "h.txt"]
    assert found["a.txt"] == "has the id a, as a.md has: give one of them another name"
    assert "NUL bytes" in found["b.txt"]
    assert found["c.txt"].startswith("has no text")
    assert found["d.pdf"].startswith("can't be read as a PDF document")
    assert "nested more than" in found["e.html"]
    assert "'2025-02-30' names no day of the calendar" in found["f.md"]
    assert "has no column text" in found["g.csv"]
    assert found["h.txt"].startswith("is an index or front page, not an article: 60 lines")
    assert all("\n" not in str(item) for item in corpus.quarantine)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_and_a_dead_link_are_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "One."})
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    corpus = read_corpus(tmp_path)
    assert len(corpus) == 1
    assert [item.file for item in corpus.quarantine] == ["b.txt", "c.txt"]


def test_a_file_larger_than_any_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.corpus.readers.source.LARGEST", 10)
    corpus = read_corpus(write(tmp_path, {"a.txt": "One.", "b.txt": "More than ten bytes."}))
    assert [str(item).split(",")[0] for item in corpus.quarantine] == ["b.txt: has 20 bytes"]


@pytest.mark.parametrize(
    "files", [{}, {"README.md": "x"}, {"a.css": "x"}, {"sub/a.css": "x"}, {"corrections.csv": "x"}]
)
def test_a_folder_without_articles(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    write(tmp_path, files)
    with pytest.raises(CorpusError) as error:
        read_corpus(tmp_path)
    assert str(error.value).startswith(
        f"{tmp_path}: holds no article: expected manifest.csv or files ending in .txt"
    )


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such folder or file"):
        read_corpus(tmp_path / "gone")


def test_a_corpus_is_a_sequence(tmp_path: Path) -> None:
    corpus = tk.read_corpus(write(tmp_path, {"a.txt": "One.", "b.txt": "Two."}))
    assert isinstance(corpus, tk.Corpus)
    assert len(corpus) == 2
    assert [article.id for article in corpus[:1]] == ["a"]
    assert corpus[-1] in corpus
    assert repr(corpus) == f"<Corpus {tmp_path.name!r}: 2 articles, 0 in quarantine>"
    assert set(corpus.evidence) == {"a", "b"}


def test_progress_counts_the_files(tmp_path: Path) -> None:
    calls: list[tuple[int, int, str]] = []
    read_corpus(write(tmp_path, {"a.txt": "One.", "b.txt": "\x00"}), lambda *call: calls.append(call))
    assert calls == [(1, 2, "a.txt"), (2, 2, "b.txt")]


def test_the_order_is_that_of_the_names_however_the_folder_lists_them(tmp_path: Path) -> None:
    names = [f"{n:02}.txt" for n in range(30)]
    random.Random(7).shuffle(names)
    corpus = read_corpus(write(tmp_path, {name: f"Text {name}." for name in names}))
    assert [article.file for article in corpus] == sorted(names)


def test_a_note_on_a_guessed_encoding(tmp_path: Path) -> None:
    corpus = read_corpus(write(tmp_path, {"a.md": "---\nnotes: mine\n---\nAus Köln.".encode("cp1252")}))
    assert corpus[0].notes == "mine; not UTF-8: read as windows-1252"
    assert [str(each) for each in corpus.quarantine] == [
        "a.md: not UTF-8: read as windows-1252 (the article is kept)"
    ]


def test_front_matter_that_is_not_read_as_it_was_meant_is_told(tmp_path: Path) -> None:
    corpus = read_corpus(
        write(tmp_path, {"a.md": "---\ntitle: Talks\nThey met.", "b.md": "---\n\nThey met."})
    )
    assert [(each.file, each.reason.partition(":")[0]) for each in corpus.quarantine] == [
        ("a.md", "has front matter that is never closed and is read as text")
    ]
    assert len(corpus) == 2


def test_a_text_longer_than_any_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.corpus.reading.LONGEST", 10)
    rows = '{"id": "c", "text": "More than ten characters."}\n{"id": "d", "text": "Four."}'
    corpus = read_corpus(write(tmp_path, {"a.txt": "One.", "b.txt": "More than ten.", "t.jsonl": rows}))
    assert [article.id for article in corpus] == ["a", "d"]
    assert [str(each).split(",")[0] for each in corpus.quarantine] == [
        "b.txt: has 14 characters",
        "t.jsonl",
    ]


def test_names_that_are_no_unicode_can_still_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/k\xf6ln.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(b"One.")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    article = read_corpus(tmp_path)[0]
    assert article.id == "k\ufffdln"
    article.file.encode("utf-8")


def test_what_a_page_states_and_cannot_be_read_is_named(tmp_path: Path) -> None:
    page = PAGE.replace("2025-06-13", "03/04/2025")
    corpus = read_corpus(
        write(tmp_path, {"a.html": page, "b.html": page.replace("<html>", '<html lang="en-GB">')})
    )
    assert [each.published for each in corpus] == [None, date(2025, 4, 3)]
    (problem,) = corpus.quarantine
    assert problem.file == "a.html"
    assert problem.reason == (
        "publication date of a: '03/04/2025' may be 3 April or 4 March 2025: write the day into the manifest "
        "(the article is kept, without a date)"
    )
