"""What several test modules share: one run of the report on the shipped corpus, and one on hostile text."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

import tests.tries  # noqa: F401  the profile
from tests.offline import sitecustomize
from toolkit.report.run import Summary, run_report

hypothesis.settings.load_profile("timeline")

collect_ignore = ["offline"]
"""Python runs the module there by its name, which some systems have one of their own for: it is no test."""
ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "corpus" / "dnipropetrovsk-2025"
PAYLOAD = "</script><script>window.hacked=1</script><!--<script>\u2028\"'<img src=x onerror=window.hacked=1>"

HOSTILE_ARTICLES = [
    {
        "id": "first",
        "outlet": f"Wire {PAYLOAD}",
        "published": "2025-06-09",
        "text": "The Russian Defence Ministry said on Sunday that its troops had captured the village of "
        f"Zaporizke {PAYLOAD}.",
    },
    {
        "id": "second",
        "outlet": "=cmd|' /C calc'!A0",
        "published": "2025-06-10",
        "text": "Ukraine's General Staff denied on Monday that Russian troops had captured the village of Zaporizke.",
    },
    {
        "id": "third",
        "outlet": PAYLOAD,
        "published": "32 May",
        "text": f"Troops advanced last week. {PAYLOAD}",
    },
]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the run, which its workers share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session", autouse=True)
def kept(shared: Path) -> Iterator[None]:
    """Parses are kept in the folder of the run, for its workers and their commands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_CACHE", str(shared / "parses"))
        # The commands that tests start take the modules that were compiled before.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        # Nor does any process that they start ask for another machine.
        patch.setenv("PYTHONPATH", str(ROOT / "tests" / "offline"), prepend=os.pathsep)
        asked = shared / "asked"
        patch.setenv(sitecustomize.ASKED, str(asked))
        yield
        assert not asked.exists(), asked.read_text(encoding="utf-8")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One worker after the other."""
    with path.open("w") as file:
        if os.name == "posix":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _made(folder: Path, make: Callable[[Path], Summary]) -> Summary:
    """What the first worker that asks for it makes in a folder; the others wait and take it."""
    told = folder.with_suffix(".summary")
    with _alone(folder.with_suffix(".lock")):
        if not told.exists():
            told.write_bytes(pickle.dumps(make(folder / "out")))
        found: Summary = pickle.loads(told.read_bytes())
        return found


@pytest.fixture(scope="session")
def report(shared: Path) -> Summary:
    """The report of the shipped corpus, made once for all workers: nobody writes into it."""
    return _made(shared / "shipped-report", lambda out: run_report(SHIPPED, out))


@pytest.fixture(scope="session")
def hostile_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of articles whose text, outlets and titles try to run in whatever shows them."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.jsonl"
    lines = [json.dumps(article | {"title": PAYLOAD}) for article in HOSTILE_ARTICLES]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_report(hostile_corpus: Path, shared: Path) -> Summary:
    """The report on hostile text, with a hostile title, made once for all workers."""
    told = {"title": f"Report {PAYLOAD}", "lanes": "outlet"}
    return _made(shared / "hostile-report", lambda out: run_report(hostile_corpus, out, told))
