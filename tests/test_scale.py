"""One function over many articles: in order, errors as values, killed processes, and the rule that counts processes."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.deadly import deadly, deadly_beside, deadly_once
from toolkit import scale
from toolkit.model import Article
from toolkit.scale import Failure, bar, map_articles, processes
from toolkit.scale.apart import apart

ROOT = Path(__file__).parents[1]
posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")


def length(article: Article, extra: int = 0) -> int:
    print("what a library prints is no answer")
    if not article.text:
        raise ValueError("empty\ntext")
    return len(article.text) + extra


def of_characters(*sizes: int) -> list[Article]:
    return [Article(str(number), "x" * size) for number, size in enumerate(sizes)]


@pytest.mark.parametrize("on", ["serial", "auto", "processes", 2])
def test_articles_are_mapped_in_order_with_errors_as_values(on: str | int) -> None:
    articles = [Article("a", "one"), Article("b", ""), Article("c", "three")]
    found = map_articles(partial(length, extra=1), articles, on=on)
    assert found == [4, Failure("b", "ValueError: empty text"), 6]
    assert map_articles(length, [], on=on) == []


@posix
def test_an_article_that_kills_its_process_fails_alone() -> None:
    words = ["one", "two", "three", "poison", "five", "six"] * 2
    told: list[tuple[int, int]] = []
    articles = [Article(f"{number}", word) for number, word in enumerate(words)]
    found = map_articles(deadly, articles, 2, lambda done, of, _: told.append((done, of)))
    assert [each for each in found if isinstance(each, Failure)] == [found[3], found[9]]
    assert "was killed" in str(found[3])
    assert [each for each in found if isinstance(each, str)] == [each for each in words if each != "poison"]
    assert told[-1] == (12, 12)
    assert sorted(told) == told


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_batch_whose_process_was_killed_or_stopped_is_read_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: int
) -> None:
    """A process that the machine ends costs nothing but time, and no other batch is read again."""
    monkeypatch.setattr("toolkit.scale.stopped.STOPPED", 0.1)
    monkeypatch.setattr("toolkit.scale.pool.LOOKS", 0.1)
    articles = of_characters(3, 4, 5, 6)
    found = map_articles(partial(deadly_once, folder=tmp_path, at="2", how=how), articles, 2)
    assert found == [3, 4, 5, 6]
    reads = [int(path.read_text()) for path in sorted(tmp_path.glob("read-*"))]
    assert reads == [1, 1, 2, 1]


def test_a_call_apart_is_made_by_another_process_and_raises_as_here(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert apart(os.getpid) != os.getpid()
    with pytest.raises(ValueError, match="invalid literal"):
        apart(partial(int, "x"))
    assert apart(partial(print, "said")) is None  # what is printed is no answer
    assert capfd.readouterr().err == "said\n"


def test_a_call_whose_process_is_killed_is_made_here() -> None:
    assert apart(partial(deadly_beside, os.getpid())) == os.getpid()


def test_a_function_that_cannot_be_handed_over_is_told() -> None:
    articles = of_characters(3, 4)
    with pytest.raises(ValueError, match=r"can't be handed to another process: .*on='serial'"):
        map_articles(lambda article: 1, articles, 2)


def test_processes_that_cannot_be_started_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.scale.pool._CODE", "raise SystemExit(1)")
    with pytest.raises(OSError, match=r"ended 3 times before it was ready: read in one \(--processes 1"):
        map_articles(length, of_characters(3, 4), 2)


PROGRAM = """
from toolkit.model import Article
from toolkit.scale import map_articles
from tests.test_scale import length
print(map_articles(length, [Article("a", "one"), Article("b", "three")], 2))
"""


def test_a_program_from_a_pipe_without_a_guard_reads_in_processes() -> None:
    done = subprocess.run(
        [sys.executable, "-"], input=PROGRAM, text=True, capture_output=True, cwd=ROOT, check=False
    )
    assert done.stdout == "[3, 5]\n", done.stderr


def test_no_cycles_of_objects_are_looked_for_while_an_article_is_read() -> None:
    def looks(article: Article) -> bool:
        return gc.isenabled() or bool(1 // len(article.text) > 1)

    assert map_articles(looks, [Article("a", "x"), Article("b", "")])[0] is False
    assert gc.isenabled()


def test_what_is_no_exception_is_a_failure_too() -> None:
    def panic(article: Article) -> None:
        raise BaseException("panicked")

    def stop(article: Article) -> None:
        raise KeyboardInterrupt

    assert map_articles(panic, [Article("a", "x")]) == [Failure("a", "BaseException: panicked")]
    with pytest.raises(KeyboardInterrupt):
        map_articles(stop, [Article("a", "x")])


@pytest.mark.parametrize(
    ("cores", "memory", "articles", "many"),
    [
        (2, 10**11, of_characters(*[1_000] * 300), 2),
        (8, 10**11, of_characters(*[1_000] * 300), 3),  # each has enough to read
        (8, 10**11, of_characters(*[1_000] * 150), 1),
        (8, 10**11, of_characters(900_000), 1),  # one article is not cut
        (8, 2 * 10**9, of_characters(*[1_000] * 900), 2),
        (8, 10**11, [], 1),
    ],
)
def test_the_rule_of_processes(
    monkeypatch: pytest.MonkeyPatch, cores: int, memory: int, articles: list[Article], many: int
) -> None:
    monkeypatch.delenv("TIMELINE_PROCESSES", raising=False)
    monkeypatch.setattr(scale, "cores", lambda: cores)
    monkeypatch.setattr(scale, "memory", lambda: memory)
    assert processes("auto", articles) == many
    monkeypatch.setenv("TIMELINE_PROCESSES", "2")
    assert processes("auto", articles) == max(1, min(2, len(articles)))
    assert processes("serial", articles) == processes(1, articles) == 1


@pytest.mark.parametrize("told", ["0", "-1", "many", "1.5", ""])
def test_what_is_no_number_of_processes(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("TIMELINE_PROCESSES", told)
    with pytest.raises(ValueError, match=r"^TIMELINE_PROCESSES is '.*'; write auto or a number"):
        processes("auto", of_characters(1))
    with pytest.raises(ValueError, match="choose auto, serial"):
        map_articles(length, of_characters(1), told)


class Shell:
    """As much of a notebook's shell as is asked."""

    kernel = True


@pytest.mark.parametrize(
    ("given", "environment", "shown"), [(None, "", True), (None, "0", False), (print, "", False)]
)
def test_a_notebook_shows_a_line_that_is_gone_when_the_work_is_done(
    monkeypatch: pytest.MonkeyPatch, given: object, environment: str, shown: bool
) -> None:
    import IPython
    import IPython.display

    lines: list[str] = []

    class Handle:
        def update(self, data: dict[str, str], raw: bool) -> None:
            lines.append(data["text/plain"])

    def display(data: dict[str, str], raw: bool, display_id: bool) -> Handle:
        lines.append(data["text/plain"])
        return Handle()

    monkeypatch.setattr(IPython, "get_ipython", Shell)
    monkeypatch.setattr(IPython.display, "display", display)
    monkeypatch.setenv("TIMELINE_PROGRESS", environment)
    monkeypatch.setattr(bar, "AFTER", 0)
    monkeypatch.setattr(bar, "EVERY", 0)

    @bar.with_bar
    def work(size: int, progress: object = None) -> int:
        for done in range(1, size + 1):
            if callable(progress):
                progress(done, size, f"article {done}")
        return size

    assert work(3, progress=given) == work(size=3) == 3
    if not shown:
        assert given or lines == []
        return
    assert [line.partition(",")[0] for line in lines[:3]] == ["1 of 3", "2 of 3", "3 of 3"]
    assert lines[3] == lines[-1] == ""


def test_a_bar_of_a_terminal_has_a_rate_and_begins_anew_with_other_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    from rich.progress import Progress

    from toolkit.commands import terminal

    seen: list[tuple[float | None, float]] = []
    update = Progress.update

    def told(self: Progress, task: object, **settings: object) -> None:
        update(self, task, **settings)  # type: ignore[arg-type]
        seen.append((self.tasks[0].total, self.tasks[0].completed))

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(Progress, "update", told)
    with terminal.progress() as step:
        assert step
        for done, total in ((1, 2), (2, 2), (1, 3), (3, 3), (0, 0)):
            step(done, total, "x")
    assert seen == [(2, 1), (2, 2), (3, 1), (3, 3), (None, 0)]
