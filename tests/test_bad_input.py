"""Bad input on the command line: one clear line each, the right exit status, and the rest done."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.command import timeline as run
from toolkit.timeline.storage import read_events

ROOT = Path(__file__).parents[1]
HEAD = "file,outlet,title,published,url,language,notes\n"
GOOD = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke.\n"
)


def timeline(*words: str) -> tuple[int, str, list[str]]:
    """Exit status, standard output and the lines of standard error of a run; there is never a traceback."""
    done = run(*words)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr.splitlines()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    listed(folder, "good.txt,Wire,,2025-06-09,,en,")
    return folder


def listed(folder: Path, *rows: str) -> None:
    path = folder / "manifest.csv"
    before = path.read_text(encoding="utf-8") if path.exists() else HEAD
    path.write_text(before + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def build(corpus: Path) -> tuple[int, list[str], list[str]]:
    """Exit status, lines of standard error and the ids of the articles that events were found in."""
    out = corpus.parent / "out"
    status, _, errors = timeline("build", str(corpus), "--out", str(out))
    return status, errors, sorted(set(read_events(out / "events.csv")["article_id"]))


def missing_file(folder: Path) -> None:
    listed(folder, "gone.txt,Wire,,2025-06-09,,en,")


def no_date(folder: Path) -> None:
    (folder / "dated.txt").write_text("The mayor slept well.", encoding="utf-8")
    listed(folder, "dated.txt,Wire,,32 May,,en,")


def two_of_one_id(folder: Path) -> None:
    (folder / "good.md").write_text("---\ntitle: Again\n---\n\nThe mayor slept well.\n", encoding="utf-8")
    listed(folder, "good.md,Wire,,2025-06-09,,en,")


def binary(folder: Path) -> None:
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    listed(folder, "picture.txt,Wire,,2025-06-09,,en,")


def without_text(folder: Path) -> None:
    (folder / "empty.txt").write_text(" \n", encoding="utf-8")
    listed(folder, "empty.txt,Wire,,2025-06-09,,en,")


def front_matter_with_a_false_day(folder: Path) -> None:
    (folder / "day.md").write_text("---\ndate: 2024-02-30\n---\n\nThe mayor slept well.\n", encoding="utf-8")
    listed(folder, "day.md,Wire,,,,en,")


def outside(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("The mayor slept well.", encoding="utf-8")
    listed(folder, "../secret.txt,Wire,,2025-06-09,,en,")


PARTLY = [
    (missing_file, "gone.txt"),
    (no_date, "32 May"),
    (two_of_one_id, "good.md"),
    (binary, "picture.txt"),
    (without_text, "empty.txt"),
    (front_matter_with_a_false_day, "day"),
    (outside, "secret.txt"),
]


@pytest.mark.parametrize(("spoil", "named"), PARTLY, ids=[spoil.__name__ for spoil, _ in PARTLY])
def test_what_cannot_be_used_is_named_and_the_rest_is_done(corpus: Path, spoil, named: str) -> None:  # type: ignore[no-untyped-def]
    spoil(corpus)
    status, errors, articles = build(corpus)
    assert status == 1
    assert len(errors) == 1
    assert named in errors[0]
    assert "good" in articles
    status, out, errors = timeline("check", str(corpus))
    assert (status, len(errors)) == (1, 1)
    assert "1 problem" in out


def test_all_at_once(corpus: Path) -> None:
    for spoil, _ in PARTLY:
        spoil(corpus)
    status, errors, articles = build(corpus)
    assert (status, len(errors)) == (1, len(PARTLY))
    assert "good" in articles


def test_no_such_folder(tmp_path: Path) -> None:
    for command in (["build"], ["check"], ["audit"], ["report"]):
        status, _, errors = timeline(*command, str(tmp_path / "nowhere"))
        assert (status, len(errors)) == (2, 1)
        assert "nowhere" in errors[0]


def test_an_empty_folder(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for command in (["build"], ["check"]):
        status, _, errors = timeline(*command, str(empty))
        assert (status, len(errors)) == (2, 1)
        assert str(empty) in errors[0]


def test_a_corpus_of_which_nothing_can_be_used_still_gives_tables(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "empty.txt").write_text("", encoding="utf-8")
    status, errors, articles = build(folder)
    assert (status, len(errors), articles) == (1, 1, [])


@pytest.mark.parametrize(
    "parameter",
    [("colour", "red"), ("since", "32 May"), ("lanes", "colour")],
    ids=lambda parameter: parameter[0],
)
def test_a_parameter_that_is_not_known_stops_the_report(corpus: Path, parameter: tuple[str, str]) -> None:
    out = corpus.parent / "out"
    status, _, errors = timeline("report", str(corpus), "--out", str(out), "-p", *parameter)
    assert (status, len(errors)) == (2, 1)
    assert parameter[0] in errors[0]
    assert not out.exists()


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_day_that_is_none(corpus: Path, option: str) -> None:
    status, _, errors = timeline("build", str(corpus), option, "32 May", "--out", str(corpus.parent / "out"))
    assert (status, len(errors)) == (2, 1)
    assert "32 May" in errors[0]
    assert not (corpus.parent / "out").exists()


def test_a_file_where_the_folder_for_the_tables_should_be(corpus: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    status, _, errors = timeline("build", str(corpus), "--out", str(taken))
    assert (status, len(errors)) == (2, 1)
    assert "taken" in errors[0]
    assert taken.read_text(encoding="utf-8") == "mine"


def test_events_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    for words in (["diff", str(tmp_path), str(tmp_path)], ["export", str(tmp_path), "--to", "csv"]):
        status, _, errors = timeline(*words)
        assert (status, len(errors)) == (2, 1)
        assert "events.csv: no event table, the column mention_id is missing" in errors[0]


def test_a_corpus_text_with_half_a_character(corpus: Path) -> None:
    (corpus / "manifest.csv").unlink()
    rows = [{"id": "half", "text": f"\ud800 {GOOD}", "published": "2025-06-09", "outlet": "Wire"}]
    (corpus / "table.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    status, errors, articles = build(corpus)
    assert status in (0, 1)
    assert "good" in articles
    assert (status == 1) == bool(errors)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read and write everything")
def test_a_folder_that_may_not_be_written(corpus: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    status, _, errors = timeline("build", str(corpus), "--out", str(closed / "out"))
    assert (status, len(errors)) == (2, 1)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("diff", "nope", "real"), "nope: no such file or folder; give an events file"),
        (("export", "nope", "--to", "csv"), "nope: no such file or folder; give an events file"),
        (("export", "{}/manifest.csv", "--to", "csv"), "no event table, the column mention_id is missing"),
        (("build", "{}", "--out", "{}"), "is the corpus itself; give another folder to write into"),
        (("report", "{}", "--out", "{}"), "is the corpus itself; give another folder to write into"),
        (("build", "{}", "--since", "2025-06-09", "--until", "2025-06-08"), "until is 2025-06-08, before"),
        (("build", "{}", "--out", "/dev/null/out"), "/dev/null/out: Not a directory"),
        (("check", "{}/nothing.jsonl"), "nothing.jsonl: no articles in it"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_written(
    corpus: Path, words: tuple[str, ...], message: str
) -> None:
    (corpus / "nothing.jsonl").touch()
    before = sorted(corpus.iterdir())
    status, out, errors = timeline(*(word.format(corpus) for word in words))
    assert (status, out, len(errors)) == (2, "", 1)
    assert message in errors[0]
    assert sorted(corpus.iterdir()) == before


def test_one_thing_is_told_in_the_singular(corpus: Path) -> None:
    _, out, _ = timeline("build", str(corpus), "--out", str(corpus.parent / "out"))
    assert ": 1 mention of 1 claim in 1 article, 0 conflicts, written to" in out


def test_an_article_in_another_language_is_named_and_gives_no_claims(corpus: Path, tmp_path: Path) -> None:
    german = (
        "Am Sonntag sagte er, dass die Stadt nicht in der Hand der Truppen ist und dass das nicht wahr ist.\n"
    )
    (corpus / "deutsch.txt").write_text(german, encoding="utf-8")
    listed(corpus, "deutsch.txt,Blatt,,2025-06-09,,,")
    status, out, problems = timeline("build", str(corpus), "--out", str(tmp_path / "out"))
    assert (status, problems) == (0, [])
    assert "1 article in German: read for no claims (deutsch)" in out
    assert set(read_events(tmp_path / "out" / "events.csv")["article_id"]) == {"good"}
    assert "German" in timeline("check", str(corpus))[1]
