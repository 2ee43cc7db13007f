"""A run that is stopped goes on where it was, and one with an article more reads that one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit import reader
from toolkit.cli import main
from toolkit.language import cache
from toolkit.model import Article
from toolkit.pipeline import build, write_tables

ROOT = Path(__file__).parents[1]
COUNT = 12


def text(number: int) -> str:
    return f"The governor said on Sunday that rebels had seized {number + 3} villages. Talks may resume soon."


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of a dozen articles, and nothing kept."""
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "kept"))
    folder = tmp_path / "corpus"
    folder.mkdir()
    rows = [f"{number:02}.txt,Wire,,2025-06-{number + 10},,en," for number in range(COUNT)]
    head = "file,outlet,title,published,url,language,notes"
    (folder / "manifest.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    for number in range(COUNT):
        (folder / f"{number:02}.txt").write_text(text(number), encoding="utf-8")
    return folder


class Counted:
    """Reads articles, counts them, and stops the run after so many."""

    def __init__(self, stop: int = -1) -> None:
        self.read: list[str] = []
        self.stop = stop

    def __call__(self, article: Article, settings: reader.Settings) -> reader.Taken:
        if len(self.read) == self.stop:
            raise KeyboardInterrupt
        self.read.append(article.id)
        return TAKE(article, settings)


TAKE = reader.take


def written(corpus: Path, out: Path, **settings: object) -> dict[str, bytes]:
    write_tables(build(corpus, parser="light", **settings), out)  # type: ignore[arg-type]
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_a_run_that_was_stopped_goes_on_where_it_was(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = written(corpus, tmp_path / "whole", on=1)
    for stop in range(COUNT):
        monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / f"kept-{stop}"))
        first, second = Counted(stop), Counted()
        monkeypatch.setattr(reader, "take", first)
        with pytest.raises(KeyboardInterrupt):
            build(corpus, parser="light", on=1)
        monkeypatch.setattr(reader, "take", second)
        assert written(corpus, tmp_path / "again", on=1) == whole
        assert not set(first.read) & set(second.read)
        assert len(first.read) + len(second.read) == COUNT


PROGRAM = """
import os, signal, sys
from toolkit import pipeline
stop = int(sys.argv[3])
def step(done, of, name):
    if not name.endswith(".txt") and done >= stop:
        os.kill(os.getpid(), signal.SIGKILL)
pipeline.build(sys.argv[1], parser="light", on=int(sys.argv[2]), progress=step)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
@pytest.mark.parametrize("on", [1, 2])
def test_a_run_that_was_killed_goes_on_where_it_was(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(corpus), str(on), "7"], cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    counted = Counted()
    monkeypatch.setattr(reader, "take", counted)
    again = written(corpus, tmp_path / "again", on=1)
    assert len(counted.read) <= COUNT - 7
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "nothing"))
    assert written(corpus, tmp_path / "whole", on=1) == again


@pytest.mark.parametrize("change", ["none", "added", "changed", "redated", "theme", "policy", "parser"])
def test_a_second_run_reads_what_is_new_or_changed(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    build(corpus, parser="light")
    manifest = corpus / "manifest.csv"
    settings: dict[str, object] = {"parser": "light"}
    wanted = {f"{number:02}" for number in range(COUNT)}
    if change == "none":
        wanted = set()
    elif change == "added":
        (corpus / "new.txt").write_text(text(90), encoding="utf-8")
        manifest.write_text(f"{manifest.read_text('utf-8')}new.txt,Wire,,2025-06-25,,en,\n", encoding="utf-8")
        wanted = {"new"}
    elif change == "changed":
        (corpus / "03.txt").write_text(text(91), encoding="utf-8")
        wanted = {"03"}
    elif change == "redated":
        manifest.write_text(manifest.read_text("utf-8").replace("2025-06-13", "2025-06-30"), encoding="utf-8")
        wanted = {"03"}
    elif change == "theme":
        settings["themes"] = ["diplomacy"]
    elif change == "policy":
        settings["policy"] = "narrative"
    else:
        settings["parser"] = "spacy"
    counted = Counted()
    monkeypatch.setattr(reader, "take", counted)
    build(corpus, **settings)  # type: ignore[arg-type]
    assert set(counted.read) == wanted


def test_what_is_kept_is_seen_and_removed(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(corpus, parser="light")
    assert main(["cache"]) == 0
    assert f": {2 * COUNT} entries, " in capsys.readouterr().out
    assert main(["cache", "--clear"]) == 0
    assert cache.usage() == (0, 0)


def test_without_room_nothing_is_kept_and_all_is_read(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", "0")
    for _ in range(2):
        counted = Counted()
        monkeypatch.setattr(reader, "take", counted)
        build(corpus, parser="light")
        assert len(counted.read) == COUNT
    assert cache.usage() == (0, 0)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_ctrl_c_says_what_is_kept(corpus: Path, tmp_path: Path) -> None:
    program = f"""
import sys
from toolkit import cli, reader
def stop(*_, **__):
    raise KeyboardInterrupt
reader.take = stop
sys.exit(cli.main(["build", {str(corpus)!r}, "--out", {str(tmp_path / "out")!r}, "--parser", "light"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert done.stderr.count("\n") == 1
    assert "the articles read so far are kept" in done.stderr
    assert not (tmp_path / "out").exists()
