"""Results come whole or not at all: whatever moment a run is killed in, whatever fails, and whoever else writes."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.runs import NAMES, publish, version
from toolkit.outputs import read_tables
from toolkit.timeline import staging, swap
from toolkit.timeline.manifest import outputs, refuse_other_run
from toolkit.timeline.swap import publishing

KILLS = int(os.environ.get("TIMELINE_KILLS", "4"))


def read(folder: Path) -> str:
    """The version in a folder, which others replace meanwhile and then remove."""
    while True:
        try:
            return version(folder)
        except FileNotFoundError:
            assert folder.is_dir()


@contextmanager
def writers(folder: Path, letters: str) -> Iterator[None]:
    """Processes that publish without end, killed at the end with no time to clean up."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.runs", str(folder), letter],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for letter in letters
    ]
    try:
        until, seen = time.monotonic() + 60, set[str]()
        while not set(letters) <= seen:
            seen.add(read(folder)[0])
            assert time.monotonic() < until, seen
        yield
    finally:
        for process in running:
            process.send_signal(signal.SIGKILL)
        for process in running:
            process.wait()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    publish(folder, "o")
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.platform not in swap._CALLS, reason="this system cannot exchange folders")
@pytest.mark.parametrize("letters", ["a", "ab"], ids=["one", "two"])
def test_a_kill_leaves_the_old_or_the_new(out: Path, letters: str) -> None:
    chance = random.Random(letters)
    for _ in range(KILLS // 2):
        with writers(out, letters):
            until = time.monotonic() + chance.random() / 5
            while time.monotonic() < until:
                read(out)
        version(out)
        assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"
        publish(out, "next")
        assert [path.name for path in out.parent.iterdir()] == ["out"]
        assert sorted(path.name for path in out.iterdir()) == [*NAMES, "mine.txt", "run.json"]


def refused(folder: Path) -> bool:
    """Whether a reader sees that a folder holds files of two runs."""
    try:
        for name in NAMES:
            refuse_other_run(folder / name)
    except ValueError:
        return True
    return False


STEPS = ["link", "rename", "replace", "fsync", "open", "chown"]


@pytest.mark.parametrize("in_one", [True, False], ids=["exchanged", "one by one"])
def test_whatever_fails_once_leaves_the_old_or_the_new(
    out: Path, monkeypatch: pytest.MonkeyPatch, in_one: bool
) -> None:
    if not in_one:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    for step in STEPS:
        real, number, failed = getattr(os, step), 0, True
        while failed:
            number, failed, made = number + 1, False, 0

            def once(*words: Any, real: Callable[..., Any] = real, number: int = number, **more: Any) -> Any:
                nonlocal made, failed
                made += 1
                if made == number:
                    failed = True
                    raise OSError(28, "No space left on device", *words[:1])
                return real(*words, **more)

            before = version(out)
            with monkeypatch.context() as patch:
                patch.setattr(os, step, once)
                with suppress(OSError):
                    publish(out, f"{step}{number}")
            if in_one or not refused(out):
                assert version(out) in (before, f"{step}{number}"), step
            assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"
            publish(out, "o")
            assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_disk_that_is_full_leaves_the_old(out: Path) -> None:
    resource = pytest.importorskip("resource")
    code = f"from tests.runs import publish; publish({str(out)!r}, 'x' * 100_000)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        check=False,
    )
    assert b"File too large" in done.stderr
    assert version(out) == "o"
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_what_the_run_before_left_goes_and_all_else_stays(out: Path) -> None:
    (out / "0.csv").write_text("by hand", encoding="utf-8")
    (out / "link").symlink_to("nowhere")
    out.chmod(0o750)
    publish(out, "new", NAMES[2:])
    assert {path.name for path in out.iterdir()} == {"mine.txt", "link", "0.csv", *NAMES[2:], "run.json"}
    assert (out / "0.csv").read_text(encoding="utf-8") == "by hand"
    assert stat.S_IMODE(out.stat().st_mode) == 0o750
    publish(out.with_name("first"), "new")
    out.with_name("plain").mkdir()
    assert out.with_name("first").stat().st_mode == out.with_name("plain").stat().st_mode


@pytest.mark.parametrize("how", ["stood in", "with folders", "no such call", "another disk"])
def test_where_folders_are_not_exchanged_the_files_are(
    out: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    inode = out.stat().st_ino
    if how == "stood in":
        monkeypatch.chdir(out)
    elif how == "with folders":
        (out / "others").mkdir()
    elif how == "no such call":
        monkeypatch.setattr(swap, "_CALLS", {})
    else:
        monkeypatch.setattr(os.path, "ismount", lambda _: True)
    publish(out if how != "stood in" else ".", "new", NAMES[1:])
    assert out.stat().st_ino == inode
    assert {(out / name).read_text(encoding="utf-8") for name in NAMES[1:]} == {"new"}
    assert not (out / "0.csv").exists()
    assert (out / "mine.txt").exists()
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_what_others_write_while_the_folder_is_exchanged_is_kept(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = swap._exchange

    def late(one: Path, other: Path) -> bool:
        (out / "late.txt").write_text("late", encoding="utf-8")
        return real(one, other)

    monkeypatch.setattr(swap, "_exchange", late)
    publish(out, "new")
    assert (out / "late.txt").read_text(encoding="utf-8") == "late"
    assert version(out) == "new"


def test_a_folder_that_another_run_holds_for_ever_is_not_waited_for(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_PATIENCE", 2)
    handle = staging.locked(out)
    publish(out, "new")
    assert version(out) == "new"
    if handle is not None:
        os.close(handle)


def test_an_error_names_what_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="disk") as error, publishing(tmp_path / "out") as new:
        raise OSError(28, "disk", str(new / "a.csv"))
    assert error.value.filename == str(tmp_path / "out" / "a.csv")
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError, match="file"), publishing(tmp_path / "file"):
        pass
    assert outputs(tmp_path) == {}


def test_two_runs_do_not_mix_what_they_leave(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = swap._exchange
    other = threading.Thread(target=publish, args=(out, "other", [*NAMES, "more.csv"]))

    def meanwhile(one: Path, two: Path) -> bool:
        monkeypatch.setattr(swap, "_exchange", real)
        other.start()
        other.join(0.3)
        return real(one, two)

    monkeypatch.setattr(swap, "_exchange", meanwhile)
    publish(out, "new")
    other.join()
    assert (out / "more.csv").exists() == (version(out) == "other")


def test_the_folder_that_is_held_is_the_one_that_is_there(
    out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    asked = iter([tmp_path_factory.mktemp("gone"), out])
    monkeypatch.setattr(swap, "_held", lambda _: staging.locked(next(asked)))
    publish(out, "new")
    assert (list(asked), version(out)) == ([], "new")


def test_the_tables_beside_the_events_are_of_their_run(out: Path) -> None:
    (out / "ledger.csv").write_text("claim_id\n", encoding="utf-8")
    (out / "run.json").write_text(json.dumps({"outputs": {"ledger.csv": "0" * 64}}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"ledger\.csv: is not the file that run\.json beside it names"):
        read_tables(out)
