"""What several test modules share: one run of the report on the shipped corpus, and one on hostile text."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offline import sitecustomize
from toolkit.report.run import Summary, run_report

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


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Parses and compiled modules are kept in a folder of the run, which its workers and their commands share."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_CACHE", str(folder / "parses"))
        patch.setenv("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        # Nor does any process that they start ask for another machine.
        patch.setenv("PYTHONPATH", str(ROOT / "tests" / "offline"), prepend=os.pathsep)
        asked = folder / "asked"
        patch.setenv(sitecustomize.ASKED, str(asked))
        yield
        assert not asked.exists(), asked.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """The report of the shipped corpus, made once."""
    return run_report(SHIPPED, tmp_path_factory.mktemp("shipped") / "out")


@pytest.fixture(scope="session")
def hostile_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of articles whose text, outlets and titles try to run in whatever shows them."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.jsonl"
    lines = [json.dumps(article | {"title": PAYLOAD}) for article in HOSTILE_ARTICLES]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_report(hostile_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """The report on hostile text, with a hostile title, made once."""
    out = tmp_path_factory.mktemp("hostile") / "out"
    return run_report(hostile_corpus, out, {"title": f"Report {PAYLOAD}", "lanes": "outlet"})
