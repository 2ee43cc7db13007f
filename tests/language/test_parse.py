"""Which parser reads a text, and what happens where one is missing or fails."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toolkit import language
from toolkit.language import cache, light_parser, models, spacy_parser

TEXT = "Rebels seized the airport on Monday."
ONE_LINE = r"\A[^\n]*--parser light[^\n]*\Z"


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """What is known of installed models is asked anew before and after."""
    caches = (language.known, models.find)
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


def test_the_default_is_a_model() -> None:
    parse = language.parse(TEXT)
    assert (
        parse
        == spacy_parser.parse(TEXT)
        == language.parse(TEXT, "spacy")
        == language.parse(TEXT, models.DEFAULT)
    )
    assert parse.parser == language.known("spacy")


def test_a_parse_by_a_model_is_kept_and_one_by_light_is_not() -> None:
    assert language.parse(TEXT, "light") == light_parser.parse(TEXT)
    assert cache.usage()[0] == 0
    assert [language.parse(TEXT), language.parse(TEXT)][0].parser == models.find().title
    assert cache.usage()[0] == 1


def test_what_was_kept_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    first = language.parse(TEXT)

    def fails(*_: Any) -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(spacy_parser, "load", fails)
    assert language.parse(TEXT) == first


@pytest.mark.parametrize(
    "error", [RuntimeError("any\nfailure"), MemoryError(), ValueError("[E088] too long"), RecursionError()]
)
def test_a_text_that_the_model_fails_on_is_read_by_light(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(text: str, model: str) -> None:
        raise error

    monkeypatch.setattr(spacy_parser, "parse", fails)
    parse = language.parse(TEXT)
    assert parse.tokens == light_parser.parse(TEXT).tokens
    assert parse.parser == f"light 1 (spacy failed: {type(error).__name__})"
    assert cache.usage()[0] == 0


@pytest.mark.parametrize("parser", ["en_core_web_nothing", "../etc", "os", "x y", "toolkit"])
def test_a_parser_that_is_not_there(parser: str) -> None:
    for ask in (language.known, lambda name: language.parse(TEXT, name)):
        with pytest.raises(ValueError, match=ONE_LINE):
            ask(parser)


@pytest.mark.parametrize("absent", [{"spacy"}, {models.DEFAULT, models.REPACKAGED}])
def test_a_missing_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, absent: set[str]) -> None:
    version = models._version
    monkeypatch.setattr(models, "_version", lambda name: None if name in absent else version(name))
    with pytest.raises(ValueError, match=ONE_LINE) as caught:
        language.known("spacy")
    assert "pip install" in str(caught.value)
    assert language.parse(TEXT, "light").parser == language.known("light")


def test_a_model_that_can_not_be_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = models.Model("en_core_web_broken", "1.0", "3.8", tmp_path)
    (tmp_path / "config.cfg").write_text("no configuration")
    monkeypatch.setattr(models, "find", lambda name="": broken)
    monkeypatch.setattr(spacy_parser, "find", lambda name="": broken)
    with pytest.raises(ValueError, match=ONE_LINE):
        language.parse(TEXT, "en_core_web_broken")
