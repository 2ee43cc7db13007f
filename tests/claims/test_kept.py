"""Kept rows: what is read back is what was read, and anything else is read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from toolkit.claims import extract as reading
from toolkit.claims import kept
from toolkit.claims.extract import extract
from toolkit.claims.lexicon import load_lexicon
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.language import LIGHT
from toolkit.model import Article, Claim

ARTICLE = Article(
    "a", "Rwandan troops seized Goma on Monday, the army said.", "The Daily", published=date(2025, 6, 13)
)
PLACES = "id,name,kind,latitude,longitude\nx1,Goma,city,1,2\n"
THEME = """name = "rain"
[[kinds]]
name = "rain"
[[entries]]
name = "rain"
kind = "rain"
verbs = ["rain"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which rows are kept."""
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "kept"))
    monkeypatch.delenv("TIMELINE_CACHE_LIMIT", raising=False)
    return tmp_path / "kept"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that were read for claims."""
    seen: list[str] = []
    read = reading._read
    monkeypatch.setattr(
        reading, "_read", lambda article, **how: seen.append(article.id) or read(article, **how)
    )
    return seen


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*/*{kept.SUFFIX}"))


def test_an_article_that_has_not_changed_is_read_once(asked: list[str]) -> None:
    first, second = extract(ARTICLE), extract(ARTICLE)
    assert first == second
    assert len(first) > 0
    assert asked == ["a"]


@pytest.mark.parametrize(
    "change",
    [
        {"text": ARTICLE.text + " Goma fell."},
        {"published": date(2025, 6, 14)},
        {"published": None},
        {"id": "b"},
        {"outlet": "The Weekly"},
        {"title": "Goma falls"},
    ],
)
def test_a_changed_article_is_read_anew(asked: list[str], change: dict[str, object]) -> None:
    extract(ARTICLE)
    other = replace(ARTICLE, **change)  # type: ignore[arg-type]
    assert extract(other) == extract(other)
    assert asked[1] == other.id


def test_another_lexicon_policy_parser_or_table_of_places_is_another_reading(
    asked: list[str], tmp_path: Path
) -> None:
    theme, places = tmp_path / "rain.toml", tmp_path / "places.csv"
    theme.write_text(THEME, encoding="utf-8")
    places.write_text(PLACES, encoding="utf-8")
    ways: list[dict[str, object]] = [
        {}, {"themes": [theme]}, {"policy": "narrative"}, {"parser": LIGHT}, {"gazetteer": places},
    ]  # fmt: skip
    told = [extract(ARTICLE, **way) for way in ways]  # type: ignore[arg-type]
    assert len(asked) == len(ways)
    assert [extract(ARTICLE, **way) for way in ways] == told  # type: ignore[arg-type]
    assert len(asked) == len(ways)
    assert told[4][0].place_id == "x1"


def test_another_version_of_the_code_is_not_believed(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    extract(ARTICLE)
    monkeypatch.setattr(kept, "code", lambda *rooms: "older")
    extract(ARTICLE)
    assert asked == ["a", "a"]


@pytest.mark.parametrize(
    "spoil", [lambda data: b"", lambda data: data[:-1], lambda data: data + b" ", lambda data: b"[]\n[]"]
)
def test_a_broken_entry_is_read_anew(asked: list[str], folder: Path, spoil: object) -> None:
    rows = extract(ARTICLE)
    (path,) = entries(folder)
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert extract(ARTICLE) == rows
    assert asked == ["a", "a"]


def test_what_has_no_name_is_not_kept(folder: Path) -> None:
    extract(ARTICLE, gazetteer=load_gazetteer())
    extract(ARTICLE, themes=replace(load_lexicon(), themes=tuple(
        replace(theme, digest="") for theme in load_lexicon().themes
    )))  # fmt: skip
    assert entries(folder) == []


def test_nothing_is_kept_where_nothing_may_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", "0")
    extract(ARTICLE)
    assert entries(folder) == []


def test_every_value_comes_back_as_it_was() -> None:
    rows: list[Claim] = extract(ARTICLE)
    name = kept.key(ARTICLE, load_lexicon(), None, None, "spacy")
    assert kept.load(name) == rows
    assert kept.load("") is None
