"""docs/themes.md does what it says: its files are written, its commands run, its table is what comes out."""

import re
import shlex
from pathlib import Path

import pandas as pd
import pytest

from tests.faults import open_fault
from toolkit.claims.lexicon import ENTRY_KEYS, KIND_KEYS, THEME_KEYS, trial
from toolkit.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "themes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.M | re.S)


def block(language: str) -> str:
    (text,) = [text for name, text in BLOCKS if name == language]
    return text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "heat").mkdir()
    (tmp_path / "heat" / "monday.md").write_text(block("markdown"), encoding="utf-8")
    (tmp_path / "heat.toml").write_text(block("toml"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def by(first: object, last: object) -> str:
    return f"{last:%Y-%m-%d}" if first == last else f"by {last:%Y-%m-%d}"


@open_fault("the sides of a theme have no part in the standing, so that residents do not claim")
def test_every_command_runs_and_the_table_is_what_comes_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = [line for name, text in BLOCKS if name == "sh" for line in text.splitlines()]
    assert [line.split()[:2] for line in commands] == [
        ["python", "-m"],
        ["timeline", "build"],
        ["timeline", "explain"],
    ]
    assert trial.main(shlex.split(commands[0])[3:]) == 0
    assert capsys.readouterr().out == "heat: 4 entries, 3 kinds, nothing wrong\n"
    for line in commands[1:]:
        assert main(shlex.split(line)[1:]) == 0
    assert "heat: outage, claimed" in capsys.readouterr().out
    events = pd.read_parquet(folder / "out" / "events.parquet")
    rows = [
        f"| {row.kind} | {row.standing} | {row.claimant} | {by(row.event_start, row.event_end)} "
        f"| {by(row.said_start, row.said_end)} | {row.place} |"
        for row in events.itertuples()
    ]
    assert rows == re.findall(r"^\| (?:warning|outage|temperature) \|.*", PAGE, re.M)


def test_the_python_example_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(block("python"), {})
    assert "temperature" in capsys.readouterr().out


def test_every_key_is_explained() -> None:
    assert [
        key for key in (*THEME_KEYS, *KIND_KEYS, *ENTRY_KEYS) if f"`{key}`" not in PAGE and key not in PAGE
    ] == []


def test_a_theme_that_contradicts_its_examples_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = folder / "heat.toml"
    text = theme.read_text(encoding="utf-8").replace("Power was cut off", "Power returned")
    theme.with_name("other.toml").write_text(text.replace("bank warned of losses", "bank warned of heat"))
    assert trial.main(["other.toml"]) == 1
    out = capsys.readouterr().out
    assert "outage.cut does not find “Power returned in the old town.”; no entry does" in out
    assert "warning.warn finds the counter-example “The bank warned of heat.”" in out
    assert trial.main(["none.toml"]) == 2
    assert "none.toml: no theme" in capsys.readouterr().err
