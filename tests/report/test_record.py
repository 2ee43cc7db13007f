"""The parts of the report on gaps, outlets and copies: what they say, and that text of the corpus is escaped."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from tests.charts.stories import HOSTILE
from toolkit.corpus.reading import Corpus
from toolkit.model import Article
from toolkit.pipeline import Result, build
from toolkit.report import record
from toolkit.report.claims import claims
from toolkit.report.heading import numbers

STORY = """
Russian missiles struck a school in Odesa on Monday, the mayor said.
The chalk of the drawing room lay on the tram rails until noon.
Pupils carried their chairs into the botanical garden.
Ukraine's ministry declined to comment.
"""


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    from datetime import date

    texts = [
        (HOSTILE, STORY),
        ("Courier", STORY),
        ("", "Russian troops captured the town of Izium on Sunday."),
    ]
    articles = tuple(
        Article(id=f"a{n}", text=text, outlet=outlet, published=date(2025, 6, 10 + n))
        for n, (outlet, text) in enumerate(texts)
    )
    return build(Corpus("corpus", tmp_path_factory.mktemp("corpus"), articles))


def test_copies_stand_with_what_they_repeat(result: Result) -> None:
    page = str(record.copies(result))
    assert result.copies["relation"].tolist() == ["same text"]
    assert "<b>same text</b>" in page
    assert "100%, 100%" in page
    assert "Copied: as in a0" in claims(result)
    assert "articles that repeat others" in numbers(result)


def test_outlets_say_who_is_first(result: Result) -> None:
    page = str(record.outlets(result))
    assert page.index("Mentions") < page.index("Who is first, and whose sources they are")
    told = result.outlets.set_index("outlet")
    assert told["first_alone"][HOSTILE] == told["shared"]["Courier"] > 0
    assert told["behind_most"]["Courier"] == 1
    assert told["retold_from"]["Courier"].startswith(HOSTILE)
    assert "a2" in page  # an article without an outlet goes by its own name


def test_gaps_say_what_is_missing(result: Result) -> None:
    page = str(record.gaps(result))
    assert len(result.gaps) >= 2
    assert "a second source" in page
    for row in result.gaps.to_dict("records"):
        assert row["missing"].split("<")[0][:30].split("&")[0] in page


def test_text_of_the_corpus_is_escaped(result: Result) -> None:
    for part in (record.copies, record.outlets, record.gaps):
        page = str(part(result))
        assert HOSTILE[:17] not in page
        assert "<img" not in page


def test_many_gaps_unfold(result: Result) -> None:
    many: Any = type("Built", (), {"gaps": pd.concat([result.gaps] * 20, ignore_index=True)})
    assert f"{20 * len(result.gaps) - record.SHOWN} more gaps, less important" in str(record.gaps(many))


def test_where_there_is_nothing_it_is_said(tmp_path: Any) -> None:
    empty = build(Corpus("corpus", tmp_path, ()))
    assert "Nothing is open" in record.gaps(empty)
    assert "No article was found to repeat another" in record.copies(empty)
    assert record.outlets(empty)
    assert tk.copies(empty).empty
