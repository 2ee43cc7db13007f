"""What fits no entry of a lexicon: dated or told, it is a row of its own kind; a line in a lexicon gives it another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.faults import fault
from toolkit.charts.layout import Layout, lay_out
from toolkit.claims.extract import extract
from toolkit.model import UNTYPED, Article, Claim
from toolkit.pipeline import Result, build
from toolkit.report.claims import claims as section

LORRY = "A lorry fell from a bridge near Nairobi on Monday."
THEME = """
name = "roads"
[[kinds]]
name = "crash"
[[entries]]
kind = "crash"
name = "fall"
verbs = ["fall"]
examples = ["A lorry fell from a bridge."]
"""


def rows(text: str, *themes: Path) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=date(2025, 6, 13)), themes or None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (LORRY, "Nairobi"),
        ("The team from Kenya won the cup on Saturday.", ""),
        ("On 3 June the bridge at Mombasa was painted.", "Mombasa"),
        ("A museum in Cairo bought 20 paintings on Tuesday, its director said.", "Cairo"),
        fault(
            "The central bank of Kenya raised its rates on Monday.",
            "",
            why="who is named by “of” ties it to nothing",
        ),
    ],
)
def test_what_is_dated_and_of_somebody_or_somewhere_is_a_row(text: str, place: str) -> None:
    (row,) = rows(text)
    assert (row.kind, row.theme, row.plover, row.acled, row.place) == (UNTYPED, "other", "", "", place)
    assert row.event_end is not None
    assert row.quote == text


@pytest.mark.parametrize(
    "text",
    [
        "The river has fish.",  # a state
        "Kenya is a country of 50 million people.",
        "Kenya's parliament painted its doors.",  # neither dated nor told
        fault("It rained on Monday.", why="rain is a strike"),  # of nobody, nowhere
        "Nothing of the kind was seen on Monday.",
        "Will Kenya paint its doors on Monday?",
        "Painted on Monday",
    ],
)
def test_what_is_neither_dated_nor_told_is_none(text: str) -> None:
    assert rows(text) == []


def test_a_sentence_with_a_kind_has_no_second_row() -> None:
    found = rows("Rwandan troops seized Goma on Monday, and the day was warm.")
    assert [row.kind for row in found] == ["control"]


def test_one_line_in_a_lexicon_gives_it_a_kind(tmp_path: Path) -> None:
    path = tmp_path / "roads.toml"
    path.write_text(THEME, encoding="utf-8")
    (row,) = rows(LORRY, path)
    assert (row.kind, row.theme, row.event_start) == ("crash", "roads", date(2025, 6, 9))


# ---- in the tables, the chart and the report


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("untyped")
    head = "file,outlet,title,published,url,language,notes\n"
    (folder / "manifest.csv").write_text(
        f"{head}a.txt,Wire,,2025-06-13,,en,\nb.txt,Post,,2025-06-13,,en,\n", encoding="utf-8"
    )
    (folder / "a.txt").write_text(f"{LORRY} Rwandan troops seized Goma on Tuesday.\n", encoding="utf-8")
    (folder / "b.txt").write_text(
        "No lorry fell from a bridge near Nairobi on Wednesday. It was calm in Goma, the police said on Thursday.\n",
        encoding="utf-8",
    )
    return build(folder)


def test_it_stands_in_the_event_table(result: Result) -> None:
    assert UNTYPED in set(result.events["kind"])
    assert set(result.events.loc[result.events["kind"] == UNTYPED, "theme"]) == {"other"}


def test_it_is_no_claim_of_the_ledger_and_in_no_conflict(result: Result) -> None:
    assert UNTYPED not in set(result.ledger["kind"])
    assert result.conflicts.empty


def test_the_chart_counts_it_and_does_not_draw_it(result: Result) -> None:
    layout: Layout = lay_out(result.events)
    assert layout.untyped == (result.events["kind"] == UNTYPED).sum() > 0


def test_the_report_folds_it(result: Result) -> None:
    page = str(section(result))
    told = page.index("Of no known kind, but dated or told by somebody")
    assert page.index("<details", told - 400) < told
    assert page.index("lorry fell") > told
    assert page.index("seized Goma") < told
