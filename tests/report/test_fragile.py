"""The part of the report on fragile dates: as read, what it would be, and by which reading."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from toolkit.claims.extract import extract
from toolkit.fragility import sensitivity
from toolkit.model import Article
from toolkit.report.fragile import READINGS, SHOWN, fragile
from toolkit.timeline.table import SENSITIVITY, to_frame


def shown(text: str, published: date, times: int = 1) -> str:
    articles = [Article(f"a{n}", text, "The <b>Courier", published=published) for n in range(times)]
    events = to_frame([claim for article in articles for claim in extract(article)])
    result: Any = SimpleNamespace(events=sensitivity(events, articles))
    return str(fragile(result))


SUNDAYS = "The ministry said on Sunday that Russian troops had seized the <i>village</i> of Zaporizke."


def test_a_fragile_date_is_shown_with_what_it_would_be_and_why() -> None:
    page = shown(SUNDAYS, date(2025, 6, 8))
    for words in (
        "<b>by 1 Jun 2025</b> if the article was published a day earlier",
        "7 days earlier",
        "by 8 Jun 2025",
        "Sunday 8 Jun 2025",
        "&lt;b&gt;Courier",
        "&lt;i&gt;village",
    ):
        assert words in page


def test_several_readings_have_a_line_each() -> None:
    page = shown(
        "Russian troops seized the village of Zaporizke last week, the ministry said.", date(2025, 6, 9)
    )
    assert page.count("<div><b>") == 2
    assert page.index("a day earlier") < page.index("if weeks began on Sunday")


def test_many_unfold() -> None:
    page = shown(SUNDAYS, date(2025, 6, 8), SHOWN + 2)
    assert "2 more fragile dates" in page
    assert page.count("<tr>") == SHOWN + 2 + 2


def test_where_there_are_none_that_is_said() -> None:
    assert "no other reading makes a date jump" in shown(SUNDAYS, date(2025, 6, 10))
    assert "sensitivity is off" in fragile(SimpleNamespace(events=to_frame([])))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [name for name in SENSITIVITY if name != "fragile"])
def test_every_reading_has_words(name: str) -> None:
    assert READINGS[name.removeprefix("if_")]


def test_what_moves_most_comes_first() -> None:
    articles = [
        Article("a", SUNDAYS, published=date(2025, 6, 8)),
        Article(
            "b", "Russian troops seized the village of Zaporizke this month.", published=date(2025, 7, 1)
        ),
    ]
    found = sensitivity(to_frame([claim for each in articles for claim in extract(each)]), articles)
    assert list(found["fragile"]) == ["published_day_earlier -7", "published_day_earlier -30"]
    page = str(fragile(SimpleNamespace(events=pd.DataFrame(found))))  # type: ignore[arg-type]
    assert page.index("30 days earlier") < page.index("7 days earlier")
