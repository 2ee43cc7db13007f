"""A dask cluster that loses tasks, workers and its scheduler: no article is lost and none is doubled."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.deadly import deadly, slow
from toolkit.cli import main
from toolkit.model import Article
from toolkit.scale import Failure, cluster, map_articles

ROOT = Path(__file__).parents[1]
POISON = "poison"


class KilledWorker(Exception):
    """What dask calls it when a task's workers have died time and again."""


class FutureCancelledError(Exception):
    """What dask calls a task that its scheduler has forgotten."""


class Future:
    """As much of a dask future as is used."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.status, self._work = "pending", work

    def done(self) -> bool:
        if self.status == "pending":
            try:
                self._value, self.status = self._work(), "finished"
            except Exception as error:
                self._value = error
                self.status = "cancelled" if isinstance(error, FutureCancelledError) else "error"
        return True

    def result(self) -> Any:
        if self.status == "error":
            raise self._value
        return self._value


class Client:
    """As much of a dask client as is used; `lose` is asked for each task, with its number, what is raised instead."""

    status = "running"

    def __init__(self, lose: Callable[[int, Sequence[Article]], Exception | None] = lambda *_: None) -> None:
        self.lose, self.asked, self.keys = lose, 0, []  # type: ignore[var-annotated]

    def nthreads(self) -> dict[str, int]:
        return {"one": 1, "two": 1}

    def submit(
        self, function: Callable[..., Any], packed: bytes, rows: list[Article], **settings: Any
    ) -> Future:
        self.asked += 1
        self.keys.append(settings["key"])
        number = self.asked

        def work() -> Any:
            if error := self.lose(number, rows):
                raise error
            return function(packed, rows)

        return Future(work)


def text(article: Article) -> str:
    return article.text


def numbered(count: int, poison: int = -1) -> list[Article]:
    return [Article(str(n), POISON if n == poison else f"word {n}") for n in range(count)]


def poisoned(_: int, rows: Sequence[Article]) -> Exception | None:
    return KilledWorker() if any(row.text == POISON for row in rows) else None


def test_a_cluster_gets_batches_under_keys_of_their_content() -> None:
    articles = numbered(1200)
    told: list[int] = []
    clients = [Client(), Client()]
    for client in clients:
        assert map_articles(text, articles, client, lambda done, *_: told.append(done)) == [
            article.text for article in articles
        ]
    assert clients[0].asked == 3
    assert clients[0].keys == clients[1].keys
    assert len(set(clients[0].keys)) == 3
    assert told[-1] == 1200


@pytest.mark.parametrize("every", [2, 3])
def test_lost_tasks_are_asked_for_again(every: int) -> None:
    client = Client(lambda number, _: FutureCancelledError() if number % every == 0 else None)
    assert map_articles(text, numbered(2000), client) == [f"word {n}" for n in range(2000)]
    assert len(set(client.keys)) == client.asked > 4


def test_an_article_that_kills_the_workers_fails_alone() -> None:
    found = map_articles(text, numbered(700, poison=31), Client(poisoned))
    assert [each for each in found if isinstance(each, Failure)] == [found[31]]
    assert "was killed" in str(found[31])
    assert len(found) == 700


def test_what_is_always_lost_is_told() -> None:
    with pytest.raises(OSError, match=r"^the cluster has lost 5 articles, the first 0, 5 times$"):
        map_articles(text, numbered(5), Client(lambda *_: FutureCancelledError()))
    with pytest.raises(RuntimeError, match="no such luck"):
        map_articles(text, numbered(5), Client(lambda *_: RuntimeError("no such luck")))
    client = Client()
    client.status = "closed"
    with pytest.raises(OSError, match=r"^the scheduler is gone: start it"):
        map_articles(text, numbered(5), client)


def test_without_dask_the_way_to_install_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ValueError, match=r'pip install "timeline-toolkit\[dask\]"'):
        map_articles(text, [Article("a", "x")], on="dask")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--scheduler", "tcp://a:1"), "is of --on dask"),
        (("--on", "dask", "--processes", "2"), "give one of them"),
        (("--on", "dask", "--scheduler", "a:1"), "write its address, such as tcp://host:8786"),
        (("--processes", "none"), "--processes is 'none'; write auto or a number"),
    ],
)
def test_where_articles_are_read_is_said_once(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["build", str(tmp_path), "--out", str(tmp_path / "out"), *words]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


# With dask itself, where it is installed: an extra, as it brings twenty packages.


@contextmanager
def own_cluster(port: int) -> Iterator[None]:
    """A scheduler with two workers, each a process that is killed at the end."""
    name, address = "distributed.cli.dask_", f"tcp://127.0.0.1:{port}"
    where = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [f"{name}worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", *words],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for words in ([f"{name}scheduler", *where], worker, worker)
    ]
    try:
        yield
    finally:
        for process in started:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Wait until something answers at a port, a minute at most."""
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)


def test_a_scheduler_that_starts_anew_loses_and_doubles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "MOST", 10)
    port, reached = free_port(), threading.Event()

    def restart() -> None:
        with own_cluster(port):
            reached.wait(60)
        with own_cluster(port):
            ended.wait(120)

    ended = threading.Event()
    thread = threading.Thread(target=restart)
    thread.start()
    try:
        wait_for(port)
        found = map_articles(
            slow, numbered(120), f"tcp://127.0.0.1:{port}", lambda done, *_: done >= 30 and reached.set()
        )
    finally:
        reached.set()
        ended.set()
        thread.join()
    assert found == [article.text for article in numbered(120)]


def test_workers_that_an_article_kills_lose_nothing_else() -> None:
    dask = pytest.importorskip("dask")
    distributed = pytest.importorskip("distributed")
    words = numbered(80, poison=37)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        distributed.Client(local) as client,
    ):
        found = map_articles(deadly, words, client)
    assert [each for each in found if isinstance(each, Failure)] == [found[37]]
    assert [each for each in found if isinstance(each, str)] == [a.text for a in words if a.text != POISON]
