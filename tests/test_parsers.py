"""Which parser reads the articles: it is recorded, and one text that it fails on costs no run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toolkit.claims.extract import extract
from toolkit.cli import main
from toolkit.language import parse, spacy_parser
from toolkit.model import Article
from toolkit.pipeline import build

SEIZED = "Rwandan troops seized the village of Oxbridge on Monday, Rwanda said."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    head = "file,outlet,title,published,url,language,notes\n"
    (folder / "manifest.csv").write_text(
        f"{head}a.txt,Wire,,2025-06-13,,en,\nb.txt,Post,,2025-06-13,,en,\n", encoding="utf-8"
    )
    (folder / "a.txt").write_text(f"{SEIZED}\n", encoding="utf-8")
    (folder / "b.txt").write_text("Saudi jets bombed Sanaa on Tuesday.\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("options", "named"), [([], "en_core_web_sm"), (["--parser", "light"], "light 1")])
def test_a_run_says_who_read_it(corpus: Path, tmp_path: Path, options: list[str], named: str) -> None:
    out = tmp_path / "out"
    assert main(["build", str(corpus), "--out", str(out), *options]) == 0
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert named in run["parameters"]["parser"]
    assert run["counts"]["mentions"] >= 2


def test_the_light_parser_reads_claims() -> None:
    (row,) = extract(Article("a", SEIZED, "Wire"), parser="light")
    assert (row.kind, row.actor, row.place, row.standing) == ("control", "Rwanda", "Oxbridge", "claimed")


def test_a_parser_that_is_not_there_is_named_before_anything_is_read(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(corpus), "--out", str(tmp_path / "out"), "--parser", "nosuch"]) != 0
    err = capsys.readouterr().err
    assert "nosuch" in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_article_that_the_parser_fails_on_is_read_by_the_light_one(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "parses"))
    whole = spacy_parser.parse

    def sometimes(text: str, *more: str) -> object:
        if "Oxbridge" in text:
            raise MemoryError("too much")
        return whole(text, *more)

    monkeypatch.setattr(spacy_parser, "parse", sometimes)
    assert parse(f"{SEIZED}\n").parser == "light 1 (spacy failed: MemoryError)"
    result = build(corpus)
    assert result.quarantine == ()
    assert set(result.events["article_id"]) == {"a", "b"}
    assert set(result.events.loc[result.events["article_id"] == "a", "place"]) == {"Oxbridge"}
