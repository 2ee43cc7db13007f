"""Cases: who belongs to which side, and the events that texts count from without their day."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.claims.cases import case_for
from toolkit.claims.lexicon import load_lexicon
from toolkit.pipeline import build
from toolkit.timeline.weights import FAMILIES

WAR = "Russia attacked Ukraine. Kyiv said that Moscow lied."


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("the Russian Defence Ministry", "Russia"),
        ("Moscow", "Russia"),
        ("a Kremlin spokesman", "Russia"),
        ("the General Staff", "Ukraine"),
        ("Russia's General Staff", "Russia"),
        ("Viktor Trehubov", "Ukraine"),
        ("the Ukrainian mapping project DeepState", "Observers"),
        ("The Moscow Times", "Media"),
        ("the BBC Russian Service", "Media"),
        ("three Ukrainian officers", "Ukraine"),
        ("US President Donald Trump", "United States"),
        ("a farmer", None),
    ],
)
def test_side_of_a_speaker(who, side):
    of = case_for(WAR).sides.of(who)
    assert (of.name if of else None) == side


def test_linking_knows_the_families_of_the_themes_that_are_looked_for_unasked():
    assert load_lexicon().families() == FAMILIES


# ---- events with a name

THEME = """
name = "flood"
[[kinds]]
name = "level"
[[entries]]
kind = "level"
name = "rose"
verbs = ["rise"]
examples = ["The river rose."]
[[events]]
names = ["great flood"]
"""
TEXT = (
    "Russian and Ukrainian envoys met in Pokrovsk on the first anniversary of the great flood. "
    "The river rose on the eve of the invasion."
)


def corpus(folder: Path) -> Path:
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
    assert str(build(folder, themes=["diplomacy", theme]).events.event_start[0].date()) == "2025-07-10"
    assert build(folder, themes=["diplomacy"]).events.event_start.isna()[0]


def test_the_events_of_a_case_are_known_in_its_texts_only():
    names = [name for event in case_for(WAR).events for name in event.names]
    assert "full-scale invasion" in names
    assert len(names) == len(set(names))
    assert case_for("Israel and Hamas agreed.").events == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "events[0].date: must be a day"),
        ('date = "2024-07-10"', "must be a day"),
        ("date = 2024-07-10T10:00:00", "must be a day"),
        ("date = 2024-07-10\nday = 1", "is no key"),
        ("date = 2024-07-10\n[[events]]\nnames = []\ndate = 2024-07-10", "at least one name"),
        ('date = 2024-07-10\n[[events]]\nnames = ["(x)"]\ndate = 2024-07-10', "is no name of words"),
        ('date = 2024-07-10\n[[sides]]\nname = "A"\nopponent = "B"', "who is no side"),
        ('date = 2024-07-10\n[[sides]]\nname = "A"\nrole = "hero"', "'hero' is none of party"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, line, message):
    path = tmp_path / "flood.toml"
    path.write_text(THEME + line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"flood\.toml") as error:
        load_lexicon(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("name = ", "not TOML"),
        ('title = "x"', "name: is missing"),
        ('name = "flood"', "kinds: must be one or more"),
        ('name = "flood"\nhorizon_days = -1', "whole number"),
        ('name = "flood"\nsides = "none.toml"', "cannot be read"),
    ],
)
def test_a_mistake_at_the_top_of_a_theme_is_named(tmp_path, head, message):
    path = tmp_path / "flood.toml"
    rest = '\n[[kinds]]\nname = "level"\n[[entries]]\nkind = "level"\nname = "rose"\nverbs = ["rise"]\n'
    path.write_text(head + rest * ("kinds" not in message), encoding="utf-8")
    with pytest.raises(ValueError, match=r"flood\.toml") as error:
        load_lexicon(path)
    assert message in str(error.value)
