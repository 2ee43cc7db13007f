"""A folder with a manifest: its rows say what is read, and each bad row is named."""

from datetime import date
from pathlib import Path

import pytest

from toolkit.corpus.publication.audit import examine, row
from toolkit.corpus.reading import Corpus, CorpusError, read_corpus

HEADER = "file,outlet,title,published,url,language,notes"


def corpus_of(folder: Path, rows: list[str], files: dict[str, str | bytes], header: str = HEADER) -> Corpus:
    (folder / "articles").mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "manifest.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return read_corpus(folder)


def complaints(corpus: Corpus) -> list[str]:
    return [str(item) for item in corpus.quarantine]


def test_rows_in_their_order_from_both_places(tmp_path: Path) -> None:
    rows = [
        "z.txt,The Example,Talks,2025-06-13,https://example.org/z,en,by hand",
        "b.txt,,,unknown,https://www.other.org/b,,",
        "articles/a.txt,,,,,,",
    ]
    files: dict[str, str | bytes] = {
        "z.txt": "One.",
        "articles/b.txt": "Two.",
        "articles/a.txt": "Three.",
        "README.md": "x",
    }
    corpus = corpus_of(tmp_path, rows, files)
    assert [(a.id, a.file, a.outlet, a.published, a.published_basis) for a in corpus] == [
        ("z", "z.txt", "The Example", date(2025, 6, 13), "given"),
        ("b", "articles/b.txt", "other.org", None, ""),
        ("a", "articles/a.txt", "", None, ""),
    ]
    assert (corpus[0].title, corpus[0].url, corpus[0].language, corpus[0].notes) == (
        "Talks",
        "https://example.org/z",
        "en",
        "by hand",
    )
    assert not corpus.quarantine
    assert corpus.name == tmp_path.name


def test_the_row_comes_before_the_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: Theirs\ndate: 2025-06-14\noutlet: The Example\ndescription: Teaser\n---\nBody."
    corpus = corpus_of(tmp_path, ["a.md,,Ours,2025-06-13,,,mine"], {"a.md": text})
    article = corpus[0]
    assert (article.title, article.published, article.outlet, article.text) == (
        "Ours",
        date(2025, 6, 13),
        "The Example",
        "Body.",
    )
    assert article.notes == "mine; Teaser"
    assert [row(each) for each in examine(corpus)] == [
        {
            "article_id": "a",
            "published": "2025-06-13",
            "basis": "given",
            "evidence": "given 2025-06-13 (manifest.csv, line 2, published); "
            "given 2025-06-14 (a.md, front matter)",
            "disagreement": "given names 2025-06-14, 1 day after 2025-06-13",
            "proposed": "",
            "reason": "",
            "possible": "",
        }
    ]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (
            "gone.txt",
            "manifest.csv, line 3: gone.txt is missing: put the file into the folder or remove the row",
        ),
        ("", None),
        (",Outlet", "manifest.csv, line 3: has no file: fill it in or remove the row"),
        (
            "../secret.txt",
            "manifest.csv, line 3: ../secret.txt lies outside the corpus folder: name",
        ),
        ("a/../../secret.txt", "manifest.csv, line 3: a/../../secret.txt lies outside the corpus folder"),
        ("..\\secret.txt", "manifest.csv, line 3: ..\\secret.txt lies outside the corpus folder"),
        ("/etc/passwd", "manifest.csv, line 3: /etc/passwd lies outside the corpus folder"),
        ("C:\\secret.txt", "manifest.csv, line 3: C:\\secret.txt lies outside the corpus folder"),
        ("table.csv", "manifest.csv, line 3: table.csv is missing: put the file into the folder"),
        ("logo.css", "manifest.csv, line 3: logo.css is no kind of file that is read"),
        ("x" * 5000 + ".txt", "manifest.csv, line 3: " + "x" * 100 + " can't be opened: "),
        ("binary.txt", "binary.txt: holds NUL bytes: it is binary data or UTF-16 without its mark, no text"),
        ("empty.txt", "empty.txt, manifest.csv, line 3: has no text: add it or remove the file"),
        ("blank.md", "blank.md, manifest.csv, line 3: has no text"),
        ("sub/good.txt", None),
        (
            "good.txt",
            "good.txt, manifest.csv, line 3: has the id good, as good.txt (manifest.csv, line 2) has",
        ),
        ("other.txt,O,T,2025-06-13,u,en,n,more", "manifest.csv, line 3: has 8 values for 7 columns"),
        (
            "other.txt,,,32 May,,,",
            "manifest.csv, line 3, published: publication date of other: '32 May' is no date with day, month "
            "and a year of four digits: write YYYY-MM-DD or leave it empty "
            "(the article is kept, without a date)",
        ),
        (
            "other.txt,,,03/04/2025,,,",
            "manifest.csv, line 3, published: publication date of other: '03/04/2025' may be",
        ),
        (
            "other.txt,,,32 May,https://example.org/2025/06/13/a,,",
            "manifest.csv, line 3, published: publication date of other: '32 May' is no date",
        ),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path: Path, row: str, complaint: str | None) -> None:
    (tmp_path.parent / "secret.txt").write_text("Not yours.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    files: dict[str, str | bytes] = {
        "good.txt": "One.",
        "last.txt": "Last.",
        "other.txt": "Other.",
        "empty.txt": "",
        "blank.md": "---\ntitle: Only a head\n---\n\n \u200b - \n",
        "binary.txt": b"a\x00b",
        "sub/good.txt": "Again.",
    }
    corpus = corpus_of(tmp_path, ["good.txt", row, "last.txt"], files)
    more = {"other.txt,,,": ["other"], "sub/good.txt": ["sub/good"]}
    read = next((ids for beginning, ids in more.items() if row.startswith(beginning)), [])
    assert [article.id for article in corpus] == ["good", *read, "last"]
    found = [line for line in complaints(corpus) if "is not named" not in line]
    if complaint is None:
        assert not found
    else:
        assert len(found) == 1
        assert found[0].startswith(complaint)
    if "/2025/06/13/" in row:
        assert (corpus[1].published, corpus[1].published_basis) == (date(2025, 6, 13), "url")
        assert found[0].endswith("(the article is kept, dated by its url)")
        assert "32 May" in examine(corpus)[1].disagreements[0]


def test_files_that_the_manifest_does_not_name_are_told_and_not_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": "One.",
        "b.txt": "Two.",
        "articles/c.md": "Three.",
        "notes.csv": "x",
        "d.pdf": "x",
    }
    corpus = corpus_of(tmp_path, ["a.txt"], files)
    assert [article.id for article in corpus] == ["a"]
    assert complaints(corpus) == [
        f"{file}: is not named in manifest.csv and was not read: add a row for it or move it away"
        for file in ("b.txt", "d.pdf", "notes.csv", "articles/c.md")
    ]


def test_an_id_column_settles_what_an_article_is_called(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    files: dict[str, str | bytes] = {"a.txt": "One.", "x/a.txt": "Two."}
    corpus = corpus_of(tmp_path, ["a.txt,first", "x/a.txt,second"], files, header="File;ID".replace(";", ","))
    assert [article.id for article in corpus] == ["first", "second"]


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        (b"name,title\na.txt,b\n", "has no column file (it has: name, title)"),
        (b"", "has no column file (it has: none)"),
        (b"file,outlet\n", "names no file: add a row per article"),
        (b"fi\x00le\n", "NUL bytes"),
        (b'"file\n', "can't be read as CSV"),
    ],
)
def test_a_manifest_that_says_nothing(tmp_path: Path, manifest: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    (tmp_path / "manifest.csv").write_bytes(manifest)
    with pytest.raises(CorpusError) as error:
        read_corpus(tmp_path)
    assert str(error.value).startswith(f"{tmp_path / 'manifest.csv'}: ")
    assert reason in str(error.value)
