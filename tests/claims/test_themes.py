"""Themes: every rule finds its examples and none of its counter-examples; mistakes in a file are named."""

from pathlib import Path

import pytest

from toolkit.claims.themes import MORE, families, fold, load_theme, load_themes
from toolkit.claims.themes.trial import found, trial
from toolkit.timeline.evidence import FAMILIES

ALL = (*load_themes(), *(load_theme(path.stem) for path in sorted(MORE.glob("*.toml"))))
RULES = [(theme, rule) for theme in ALL for rule in theme.rules]


@pytest.mark.parametrize(
    ("theme", "rule", "example"),
    [(theme, rule, example) for theme, rule in RULES for example in rule.examples],
    ids=lambda value: getattr(value, "name", value)[:40],
)
def test_example_is_found(theme, rule, example):
    assert rule.name in found(theme, example)


@pytest.mark.parametrize(
    ("theme", "rule", "counter"),
    [(theme, rule, counter) for theme, rule in RULES for counter in rule.counter],
    ids=lambda value: getattr(value, "name", value)[:40],
)
def test_counter_example_is_not(theme, rule, counter):
    assert rule.name not in found(theme, counter)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_a_theme_says_nothing_against_itself(theme):
    assert trial(theme) == []


def test_kinds_of_the_shipped_themes():
    conflict, diplomacy = load_themes()
    assert set(conflict.kinds) == {
        "advance", "withdrawal", "strike", "clash", "control", "casualty", "mobilisation",
    }  # fmt: skip
    assert set(diplomacy.kinds) == {
        "talks", "summit", "demand", "offer", "refusal", "agreement", "sanction", "aid", "statement",
    }  # fmt: skip


def test_linking_knows_the_families_of_the_themes_that_are_looked_for_unasked():
    assert families(load_themes()) == FAMILIES


def test_a_theme_of_another_story_is_looked_for_by_name_only():
    assert [theme.name for theme in ALL] == ["conflict", "diplomacy", "election", "flood"]
    assert [theme.name for theme in load_themes()] == ["conflict", "diplomacy"]
    with pytest.raises(ValueError, match="shipped are conflict, diplomacy, election, flood"):
        load_theme("quake")


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
    of = load_theme("conflict").sides.of(who)
    assert (of.name if of else None) == side


def write(folder: Path, text: str) -> Path:
    path = folder / "flood.toml"
    path.write_text(text, encoding="utf-8")
    return path


KIND = '[[kinds]]\nname = "level"\n'
RULE = '[[rules]]\nkind = "level"\nname = "rose"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "not TOML"),
        ('title = "x"', "name: is missing"),
        ('name = "flood"', "kinds: must be one or more"),
        (f'name = "flood"\n{KIND}', "rules: must be one or more"),
        (f'name = "flood"\n{KIND}plover = "RAIN"\n{RULE}trigger = ["rose"]', "no event type of PLOVER"),
        (f'name = "flood"\n{KIND}gains = "river"\n{RULE}trigger = ["rose"]', "none of actor"),
        (f'name = "flood"\n{KIND}{RULE}', "needs at least one pattern"),
        (f'name = "flood"\n{KIND}{RULE}trigger = ["ro(se"]', "no regular expression"),
        (f'name = "flood"\n{KIND}{RULE}trigger = ["(rose)"]', "a group that captures"),
        (f'name = "flood"\n{KIND}{RULE}trigger = ["x*"]', "matches nothing at all"),
        (f'name = "flood"\n{KIND}{RULE}trigger = ["-rose"]', "begins with a sign"),
        (f'name = "flood"\n{KIND}{RULE}trigger = ["{{river}} rose"]', "no list of words"),
        (f'name = "flood"\n{KIND}{RULE}trigger = ["rose"]\nneed = ["x"]', "no key of this table"),
        (f'name = "flood"\n{KIND}{RULE}trigger = "rose"', "must be a list of text"),
        (f'name = "flood"\nhorizon_days = -1\n{KIND}{RULE}trigger = ["rose"]', "whole number"),
        (f'name = "flood"\nsides = "none.toml"\n{KIND}{RULE}trigger = ["rose"]', "cannot be read"),
        (
            f'name = "flood"\n{KIND}[[rules]]\nkind = "dam"\nname = "broke"\ntrigger = ["broke"]',
            "none of the theme's",
        ),
        (
            f'name = "flood"\n{KIND}[[sides]]\nname = "A"\nopponent = "B"\n{RULE}trigger = ["rose"]',
            "who is no side",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path, text, message):
    path = write(tmp_path, text)
    with pytest.raises(ValueError, match=r"flood\.toml") as error:
        load_theme(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_unknown_theme_names_the_shipped_ones():
    with pytest.raises(ValueError, match="conflict, diplomacy"):
        load_theme("weather")


def test_a_theme_of_ones_own(tmp_path):
    path = write(tmp_path, f'name = "flood"\n{KIND}{RULE}trigger = ["rose to \\\\d+ (?:cm|centimetres)"]')
    theme = load_theme(path)
    assert found(theme, "The Elbe rose to 712 cm on Friday.") == ["level.rose"]


def test_folding_keeps_offsets():
    assert len(fold("İİ Straße KYIV")) == len("İİ Straße KYIV")
