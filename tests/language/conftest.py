"""Every test of the room keeps its parses in a folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def parses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "parses"
    monkeypatch.setenv("TIMELINE_CACHE", str(folder))
    monkeypatch.delenv("TIMELINE_CACHE_LIMIT", raising=False)
    return folder
