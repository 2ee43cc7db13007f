"""Inferred days of publication are kept, and made anew where anything that they hang on has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from toolkit import inferred
from toolkit.claims import kept
from toolkit.corpus.publication.evidence import Evidence
from toolkit.corpus.publication.undated import ANY, inferences, with_inferred
from toolkit.corpus.reading import Corpus
from toolkit.inferred import with_kept_inferred
from toolkit.model import Article, NamedEvent

FLOOD = "The river broke its banks near Halven on Tuesday and two thousand people left their homes, officials said."
CORPUS = Corpus(
    "flood",
    Path("flood"),
    (
        *(
            Article(f"a{at}", f"{FLOOD} It was 2024.", published=date(2024, 9, 10) + timedelta(at))
            for at in range(5)
        ),
        Article("lost", f"{FLOOD} Rain fell a year after the great flood."),
        Article("bare", "Bread is baked."),
    ),
)


def told(corpus: Corpus) -> tuple[object, ...]:
    return corpus.articles, corpus.evidence, corpus.inferred


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The articles of each corpus whose days were inferred, and not taken from what was kept."""
    found: list[int] = []

    def counted(corpus: Corpus, events: tuple[NamedEvent, ...]) -> object:
        found.append(len(corpus))
        return inferences(corpus, events)

    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path))
    monkeypatch.setattr(inferred, "inferences", counted)
    return found


def test_what_was_kept_is_what_was_made(made: list[int]) -> None:
    plain = with_inferred(CORPUS, ANY)
    assert plain.inferred["lost"].reasons
    for _ in range(2):
        assert told(with_kept_inferred(CORPUS, ANY)) == told(plain)
    assert made == [7]
    assert with_kept_inferred(CORPUS, 0) is CORPUS


def _changed() -> dict[str, tuple[Corpus, tuple[NamedEvent, ...]]]:
    first, *others = CORPUS.articles
    articles = {
        "text": replace(first, text=f"{first.text} Rain fell."),
        "day": replace(first, published=date(2024, 8, 1)),
        "address": replace(first, url="https://halven.example/2024/09/"),
    }
    notes = {"lost": (Evidence("metadata", date(2024, 9, 12), "2024-09-12", "modified", update=True),)}
    return {
        "fewer": (replace(CORPUS, articles=tuple(others)), ()),
        **{name: (replace(CORPUS, articles=(each, *others)), ()) for name, each in articles.items()},
        "evidence": (replace(CORPUS, evidence=notes), ()),
        "events": (CORPUS, (NamedEvent(("great flood",), date(2023, 9, 12)),)),
    }


@pytest.mark.parametrize("change", _changed())
def test_a_change_is_seen(made: list[int], change: str) -> None:
    corpus, events = _changed()[change]
    with_kept_inferred(CORPUS, ANY)
    assert told(with_kept_inferred(corpus, ANY, events)) == told(with_inferred(corpus, ANY, events))
    assert len(made) == 2


def test_another_version_of_the_code_is_not_believed(
    made: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_kept_inferred(CORPUS)
    monkeypatch.setattr(kept, "code", lambda *rooms: "older")
    with_kept_inferred(CORPUS)
    assert made == [7, 7]
