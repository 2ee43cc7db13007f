"""`timeline cache` tells what is kept and removes it."""

from pathlib import Path

import pytest

from toolkit.cli import main
from toolkit.language import cache, light_parser


def test_it_tells_and_clears(parses: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cache"]) == 0
    assert capsys.readouterr().out == f"{parses}: 0 entries, 0.0 MB (limit 500 MB)\n"
    cache.cached("Rain fell.", light_parser.TITLE, lambda: light_parser.parse("Rain fell."))
    assert main(["cache"]) == 0
    assert f"{parses}: 1 entries" in capsys.readouterr().out
    assert main(["cache", "--clear"]) == 0
    assert capsys.readouterr().out == f"{parses}: 1 entries removed\n"
    assert cache.usage() == (0, 0)


def test_a_limit_that_is_no_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", "much")
    assert main(["cache"]) == 2
    assert "TIMELINE_CACHE_LIMIT" in capsys.readouterr().err
