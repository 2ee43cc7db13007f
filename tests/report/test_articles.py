"""The page's own copies of the articles: the text as it is, every passage marked where it stands, nothing that runs."""

import html
import re
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from tests.conftest import PAYLOAD
from toolkit.report.articles import AROUND, articles

TEXT = "The army took the town.  It said so.\n\nOn Monday the governor denied it."


def built(text: str, spans: list[tuple[int, int, str]], **article: Any) -> Any:
    """What the copies are made of: one article with the mentions at `spans`."""
    row = {
        "article_id": "one",
        "title": "A title",
        "outlet": "The Wire",
        "url": "",
        "published": pd.Timestamp("2025-06-08"),
        "claims": len(spans),
    }
    events = pd.DataFrame(
        [("one", start, end, name, name.endswith(":title")) for start, end, name in spans],
        columns=["article_id", "start", "end", "mention_id", "headline"],
    )
    return SimpleNamespace(
        corpus=[SimpleNamespace(id="one", text=text)], articles=pd.DataFrame([row | article]), events=events
    )


def text_of(markup: str) -> str:
    """The words that a reader sees of an article's text."""
    inner = markup[markup.index('<div class="text">') + len('<div class="text">') : markup.rindex("</div>")]
    return html.unescape(re.sub(r"<[^>]+>", "", inner))


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [(0, 23, "a")],
        [(0, 23, "a"), (0, 23, "b")],
        [(0, 36, "a"), (25, 36, "b"), (38, 71, "c")],
        [(25, 71, "a"), (0, 36, "b")],
        [(0, len(TEXT), "a"), (4, 8, "b"), (5, 6, "c")],
    ],
)
def test_the_text_stays_as_it_is_whatever_is_marked(spans: list[tuple[int, int, str]]) -> None:
    shown = articles(built(TEXT, spans))
    assert text_of(shown) == TEXT
    for _, _, name in spans:
        assert shown.count(f'id="passage-{name}"') == 1


def test_what_is_marked_is_the_passage_and_no_more() -> None:
    shown = articles(built(TEXT, [(25, 36, "a")]))
    assert '<a class="mark" href="#mention-a"><mark>It said so.</mark></a>' in shown


def test_a_headline_is_found_in_the_title_and_marks_nothing_in_the_text() -> None:
    shown = articles(built(TEXT, [(0, 7, "one:title")]))
    assert shown.index('id="passage-one:title"') < shown.index("A title")
    assert "<mark>" not in shown


def test_hostile_text_is_shown_as_text() -> None:
    shown = articles(
        built(PAYLOAD, [(0, 20, PAYLOAD)], title=PAYLOAD, outlet=PAYLOAD, url="javascript:alert(1)")
    )
    assert "<script" not in shown
    assert "<img" not in shown
    assert "javascript:" not in shown


def test_texts_too_long_for_one_page_are_shown_around_their_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.report.articles.WHOLE", 100)
    text = "x" * 1000 + " The army took the town. " + "y" * 1000
    shown = text_of(articles(built(text, [(1001, 1024, "a")])))
    assert "The army took the town." in shown
    assert len(shown) < 2 * AROUND + 60
    assert shown.startswith("… x")
