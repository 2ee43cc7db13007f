"""Forty files of as many kinds are read; the same damaged are named in one line each, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

import toolkit as tk
from tests.corpus import making
from tests.corpus.making import DAMAGED, DAY, KINDS, WORDS
from toolkit.corpus.reading import Corpus, CorpusError, read_corpus


def read(folder: Path, name: str, content: bytes) -> Corpus:
    (folder / name).write_bytes(content)
    return read_corpus(folder)


@pytest.mark.parametrize(("name", "content"), KINDS, ids=[name for name, _ in KINDS])
def test_a_file_of_each_kind_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "other.txt").write_text("Talks ended elsewhere.", encoding="utf-8")
    corpus = read(tmp_path, name, content)
    first = next(article for article in corpus if article.file != "other.txt")
    assert " ".join(first.text.split()).count("met on Monday in the old customs house") >= 1
    assert (first.published, bool(first.id)) == (DAY, True)
    assert "cookies" not in first.text
    assert [str(each) for each in corpus.quarantine if "guess" not in each.reason] == []
    if b"wire" in content:
        assert first.outlet.casefold() in ("wire", "the wire")


def test_there_are_forty_of_them() -> None:
    assert len(KINDS) >= 40
    assert len({name for name, _ in KINDS}) == len(KINDS)


@pytest.mark.parametrize(("name", "content", "reason"), DAMAGED, ids=[name for name, _, _ in DAMAGED])
def test_a_damaged_file_is_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / "other.txt").write_text("Talks ended elsewhere.", encoding="utf-8")
    corpus = read(tmp_path, name, content)
    lines = [str(each) for each in corpus.quarantine]
    assert len(lines) == 1
    assert lines[0].startswith(name)
    assert reason in lines[0]
    assert "\n" not in lines[0]
    assert "other" in [article.id for article in corpus]


def test_all_at_once(tmp_path: Path) -> None:
    for name, content in [*KINDS, *((name, content) for name, content, _ in DAMAGED)]:
        (tmp_path / name).write_bytes(content)
    named = {each.file.partition("/")[0] for each in read_corpus(tmp_path).quarantine}
    assert named >= {name for name, _, _ in DAMAGED}


def test_a_small_archive_that_unpacks_to_gigabytes_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("packed", "office"):
        monkeypatch.setattr(f"toolkit.corpus.readers.{module}.UNPACKED", 10_000)
    bomb = b"0" * 20_000
    (tmp_path / "a.zip").write_bytes(making.zipped(**{"a.txt": bomb, "b.txt": WORDS.encode()}))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(bomb))
    (tmp_path / "c.docx").write_bytes(making.zipped(**{"word/document.xml": bomb}))
    corpus = read_corpus(tmp_path)
    assert [article.id for article in corpus] == ["b"]
    assert [str(each).split(":")[0] for each in corpus.quarantine] == ["a.zip/a.txt", "b.txt.gz", "c.docx"]
    assert all("unpacks to" in each.reason for each in corpus.quarantine)


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = making.zipped(**{"deep.txt": b"Talks."})
    for _ in range(4):
        content = making.zipped(**{"inner.zip": content})
    corpus = read(tmp_path, "a.zip", content)
    assert not corpus
    assert "is an archive in more than 2 others" in corpus.quarantine[0].reason


MANIFEST = b"file,outlet,published\none.txt,Courier,2025-06-13\n"


@pytest.mark.parametrize("above", ["", "story/"])
def test_an_archive_with_a_manifest_is_a_folder_with_one(tmp_path: Path, above: str) -> None:
    content = {
        f"{above}manifest.csv": MANIFEST,
        f"{above}one.txt": b"Talks.",
        f"{above}parties.csv": b"name\n",
    }
    (tmp_path / "a.zip").write_bytes(making.zipped(**content))
    for path in (tmp_path / "a.zip", tmp_path):
        corpus = read_corpus(path)
        (article,) = corpus
        assert (article.outlet, str(article.published)) == ("Courier", "2025-06-13")
        assert article.file.endswith(f"{above}one.txt")
    assert not corpus.quarantine
    assert above or any("unpack the archive" in str(each) for each in corpus.remarks)


def test_a_manifest_in_an_archive_that_names_nothing_is_named_itself(tmp_path: Path) -> None:
    content = {"manifest.csv": b"file,outlet\nno.txt,Courier\n../out.txt,Courier\n", "one.txt": b"Talks."}
    corpus = read(tmp_path, "a.zip", making.zipped(**content))
    assert [str(each).split(":")[0] for each in corpus.quarantine]
    assert not any("tmp" in str(each) for each in corpus.quarantine)


def test_a_table_under_the_name_of_a_text_is_one(tmp_path: Path) -> None:
    corpus = read(tmp_path, "export.txt", b"date|outlet|text\n2025-06-13|Courier|They met in Riverton.\n")
    assert [(str(each.published), each.outlet) for each in corpus] == [("2025-06-13", "Courier")]
    prose = b"Text, content and story: three words for one thing. They met in Riverton on Sunday.\n"
    assert read(tmp_path, "prose.txt", prose)[-1].text.startswith("Text, content")


def test_a_note_in_an_archive_is_no_article(tmp_path: Path) -> None:
    corpus = read(
        tmp_path, "a.zip", making.zipped(**{"README.md": b"Saved in June.", "a.txt": WORDS.encode()})
    )
    assert [article.id for article in corpus] == ["a"]


def test_a_locked_member_is_named(tmp_path: Path) -> None:
    raw = bytearray(making.zipped(**{"a.txt": b"Talks."}))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        assert archive.namelist() == ["a.txt"]
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    corpus = read(tmp_path, "a.zip", bytes(raw))
    assert [str(each) for each in corpus.quarantine] == [
        "a.zip/a.txt: is locked with a password: save it without one"
    ]


def test_the_pages_of_a_pdf_are_kept(tmp_path: Path) -> None:
    texts = [f"THE WIRE {n}\nPart {n} of the talks ended in the hall.\nThey left." for n in (1, 2, 3)]
    (article,) = read(tmp_path, "a.pdf", making.pdf(*texts))
    assert "THE WIRE" not in article.text
    assert [article.page(article.text.index(f"Part {n}")) for n in (1, 2, 3)] == [1, 2, 3]


def test_a_row_names_the_page_that_it_is_quoted_from(tmp_path: Path) -> None:
    texts = ["Foreword\nThis report was ordered.", "Part 1\nRebels captured the town of Goma on 8 June 2025."]
    (tmp_path / "a.pdf").write_bytes(making.pdf(*texts))
    events = tk.events(read_corpus(tmp_path))
    assert set(events["page"]) == {2}
    assert set(tk.events(read_corpus({"id": "a", "text": texts[1]}))["page"]) == {0}


def test_a_page_without_text_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    corpus = read(tmp_path, "a.pdf", making.pdf("The talks ended.", "", "They left."))
    assert [str(each) for each in corpus.quarantine] == [
        "a.pdf, page 2: has no text: it may be a picture (the other pages are kept)"
    ]
    assert corpus[0].page(corpus[0].text.index("They")) == 3


@pytest.mark.parametrize(
    ("package", "name", "content", "extra"),
    [("pypdf", "a.pdf", b"%PDF-1.4", "pdf"), ("warcio", "a.warc", b"WARC/1.0\r\n", "warc")],
)
def test_a_reader_that_is_not_installed_is_named_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str, content: bytes, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    corpus = read(tmp_path, name, content)
    assert f'pip install "timeline-toolkit[{extra}]"' in corpus.quarantine[0].reason


def test_what_is_attached_to_a_mail_is_read(tmp_path: Path) -> None:
    attached = "".join(
        f'--b\nContent-Type: {kind}\nContent-Disposition: attachment; filename="{name}"\n\n{words}\n\n'
        for kind, name, words in (
            ("text/plain", "paper.txt", "The talks ended."),
            ("application/x", "x.bin", "x"),
        )
    )
    body = (
        "From: a@wire.example\nDate: Fri, 13 Jun 2025 08:00:00 +0000\nSubject: Talks\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\nSee the paper.\n\n{attached}--b--\n"
    )
    corpus = read(tmp_path, "a.eml", body.encode())
    assert [(article.id, article.text) for article in corpus] == [
        ("a", "See the paper."),
        ("a-paper", "The talks ended."),
    ]
    assert [each.file for each in corpus.quarantine] == ["a.eml/x.bin"]


def test_one_order_of_days_for_a_table(tmp_path: Path) -> None:
    rows = "text,published\nOne.,03/04/2025\nTwo.,13/04/2025\nThree.,04/05/25\n"
    corpus = read(tmp_path, "a.csv", rows.encode())
    assert [str(article.published) for article in corpus] == ["2025-04-03", "2025-04-13", "2025-05-04"]
    corpus = read(tmp_path, "a.csv", (rows + "Four.,04/13/2025\n").encode())
    assert [article.published is None for article in corpus] == [True, False, True, False]


def test_columns_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("story_words,day_out\nTalks ended.,2025-06-13\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="has no column text"):
        read_corpus(tmp_path / "a.csv")
    corpus = read_corpus(tmp_path / "a.csv", columns="text=story_words,published=Day Out")
    assert [(article.id, article.published) for article in corpus] == [("a-1", making.date(2025, 6, 13))]
    (tmp_path / "manifest.csv").write_text(
        "file,outlet,columns\na.csv,Wire,text=story_words;published=day_out\n", encoding="utf-8"
    )
    corpus = read_corpus(tmp_path)
    assert [(article.published, article.outlet) for article in corpus] == [(making.date(2025, 6, 13), "Wire")]
    (tmp_path / "manifest.csv").unlink()
    corpus = read_corpus(tmp_path, columns={"text": "story_words", "outlet": "desk"})
    assert "has no column desk, which --columns names for outlet" in str(corpus.quarantine[0])
    with pytest.raises(ValueError, match="'words' is no field of an article"):
        read_corpus(tmp_path, columns="words=story_words")


def test_rows_without_an_id_keep_their_numbers(tmp_path: Path) -> None:
    rows = ["text,published", "One.,", ",2025-06-13", "Three.,"]
    before = read(tmp_path, "a.csv", "\n".join(rows).encode())
    after = read(tmp_path, "a.csv", "\n".join([*rows[:2], "Two.,2025-06-13", rows[3]]).encode())
    assert [article.id for article in before] == ["a-1", "a-3"]
    assert [article.id for article in after] == ["a-1", "a-2", "a-3"]


def test_a_date_that_is_not_used_is_remarked(tmp_path: Path) -> None:
    corpus = read(tmp_path, "a.csv", b"text,date_publish,date_download\nTalks.,2025-06-13,2025-07-01\n")
    assert not corpus.quarantine
    assert [str(each) for each in corpus.remarks] == [
        "a.csv: date_download holds dates and is not used; published is date_publish (--columns "
        "published=date_download takes it for the days of publication)"
    ]


def test_folders_in_folders_are_one_corpus(tmp_path: Path) -> None:
    for name in (
        "a/talks.txt",
        "b/talks.txt",
        "b/c/other.txt",
        "made/run.json",
        "made/events.csv",
        "pictures/x.css",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Talks of {name}.", encoding="utf-8")
    run = {"versions": {"timeline-toolkit": "1"}, "outputs": {"events.csv": ""}}
    (tmp_path / "made" / "run.json").write_text(json.dumps(run), encoding="utf-8")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "manifest.csv").write_text(
        "file,published\ntalks.txt,2025-06-13\ngone.txt,\n", encoding="utf-8"
    )
    (tmp_path / "d" / "talks.txt").write_text("Talks of d.", encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert [(each.id, each.file) for each in corpus] == [
        ("talks", "a/talks.txt"),
        ("b/talks", "b/talks.txt"),
        ("other", "b/c/other.txt"),
        ("d/talks", "d/talks.txt"),
    ]
    assert corpus[3].published == making.DAY
    assert [each.file for each in corpus.quarantine] == ["d/manifest.csv", "pictures/x.css"]
