"""The events that a theme names are counted from where the theme is used."""

from __future__ import annotations

import pytest

from toolkit.claims.themes import events_of, load_theme, load_themes
from toolkit.pipeline import build

THEME = """
name = "flood"
[[kinds]]
name = "level"
[[rules]]
kind = "level"
name = "rose"
trigger = ["rose"]
[[events]]
names = ["great flood"]
"""
TEXT = "They met in Pokrovsk on the first anniversary of the great flood. The river rose on the eve of the invasion."


def corpus(folder):
    (folder / "articles").mkdir()
    (folder / "articles" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "manifest.csv").write_text(
        "file,outlet,published\na.txt,The Daily,2025-07-14\n", encoding="utf-8"
    )
    return folder


def test_build_resolves_what_its_themes_name(tmp_path):
    folder = corpus(tmp_path)
    theme = tmp_path / "flood.toml"
    theme.write_text(THEME + "date = 2024-07-10\n", encoding="utf-8")
    assert list(build(folder, themes=[theme]).unresolved["text"]) == ["the eve of the invasion"]
    assert list(build(folder, themes=["conflict"]).unresolved["text"]) == []
    assert list(build(folder, themes=["conflict", theme]).unresolved["text"]) == []


def test_shipped_themes_share_the_events_of_their_case():
    names = [name for event in events_of(load_themes()) for name in event.names]
    assert "full-scale invasion" in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "events[0].date: must be a day"),
        ('date = "2024-07-10"', "must be a day"),
        ("date = 2024-07-10T10:00:00", "must be a day"),
        ("date = 2024-07-10\nday = 1", "is no key"),
        ("date = 2024-07-10\n[[events]]\nnames = []\ndate = 2024-07-10", "at least one name"),
        ('date = 2024-07-10\n[[events]]\nnames = ["(x)"]\ndate = 2024-07-10', "is no name of words"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, line, message):
    path = tmp_path / "flood.toml"
    path.write_text(THEME + line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"flood\.toml") as error:
        load_theme(path)
    assert message in str(error.value)
