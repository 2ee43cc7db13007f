"""The view without a browser: what it answers as tables, what it tells the browser, and what it hears from it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from tests.notebook.story import CLAIM, CONFIRMED, DENIAL, HOSTILE, SEIZED
from toolkit.notebook import payload, view
from toolkit.notebook.widget import SCRIPTS, script
from toolkit.timeline.corrections import CorrectionError

GIVEN = {"reason": "the map", "by": "MK", "on": "2025-09-01"}
TABLES = ("events", "ledger", "conflicts", "positions", "outlets", "gaps", "articles")


def test_selections_come_back_as_tables(built: tk.Result) -> None:
    seen = tk.explore(built, standing=["denied", "confirmed"])
    assert seen.selected.empty
    assert list(seen.selected.columns) == list(built.events.columns)
    assert set(seen.filtered["standing"]) == {"denied", "confirmed"}
    assert list(seen.select(CONFIRMED).selected["mention_id"]) == [CONFIRMED]
    assert set(seen.select(SEIZED).selected["claim_id"]) == {SEIZED}
    assert len(seen.select().selected) == 0


def test_as_known_on_is_the_whole_record_of_that_day(built: tk.Result) -> None:
    seen = tk.explore(built, known_on="2025-06-11", standing="denied")
    pd.testing.assert_frame_equal(seen.as_known_on, tk.as_known_on(built.events, "2025-06-11"))
    assert len(seen.filtered) < len(seen.as_known_on)
    assert len(seen.clear().as_known_on) == len(built.events)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda seen: seen.select("x:0-1"), "no mention and no claim 'x:0-1'"),
        (lambda seen: seen.explain(), "nothing is selected"),
        (lambda seen: seen.undo(), "no correction was made in this view"),
        (lambda seen: tk.explore(seen.result.events), "explore takes what build gives, not DataFrame"),
        (lambda seen: tk.explain(seen.result, "x"), "no mention and no claim 'x'"),
    ],
)
def test_what_is_refused(built: tk.Result, act: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        act(tk.explore(built))


def test_a_correction_is_written_applied_and_taken_back(own: tk.Result) -> None:
    file = own.corpus.path / "corrections.csv"
    seen = tk.explore(own).select(DENIAL).correct(DENIAL, "place", "Otherbrook", **GIVEN)
    assert seen.selected["place"].tolist() == ["Otherbrook"]
    assert seen.selected["corrected"].tolist() == ["place"]
    assert "Otherbrook" in file.read_text(encoding="utf-8")
    again = tk.build(own.corpus.path, parser="light")
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(seen.result, name), getattr(again, name))
    assert "corrected by MK 2025-09-01: the map" in dict(seen.explain().parts)["Corrected"]
    seen.undo()
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(seen.result, name), getattr(own, name), check_like=True)
    assert file.read_text(encoding="utf-8").count("\n") == 1


def test_undo_takes_back_its_own_rows_and_leaves_those_of_others(own: tk.Result) -> None:
    folder = own.corpus.path
    seen = tk.explore(own).correct(SEIZED, "place", "Otherbrook", claim=True, **GIVEN)
    assert set(seen.result.events["place"]) >= {"Otherbrook"}
    tk.correct(folder, CLAIM, "kind", "advance", reason="own reading", by="another", on="2025-09-02")
    seen.undo()
    rows = pd.read_csv(folder / "corrections.csv", dtype="str")
    assert rows["by"].tolist() == ["another"]
    with pytest.raises(CorrectionError, match="no correction was made in this view"):
        seen.undo()


@pytest.mark.parametrize(
    ("identity", "field", "value", "claim", "message"),
    [
        (DENIAL, "quote", "x", False, "field 'quote' cannot be corrected"),
        (DENIAL, "event_start", "June", False, "does not fit event_start"),
        (DENIAL, "event_end", "2025-06-01", False, "would no longer be whole"),
        ("x:0-1", "place", "x", False, "no row has the mention_id 'x:0-1'"),
        ("x", "place", "x", True, "no row has the claim_id 'x'"),
    ],
)
def test_what_does_not_fit_is_refused_and_not_kept(
    own: tk.Result, identity: str, field: str, value: str, claim: bool, message: str
) -> None:
    seen = tk.explore(own)
    with pytest.raises(CorrectionError, match=re.escape(message)):
        seen.correct(identity, field, value, claim=claim, **GIVEN)
    pd.testing.assert_frame_equal(seen.result.events, own.events)
    file = own.corpus.path / "corrections.csv"
    assert not file.exists() or file.read_text(encoding="utf-8").count("\n") == 1


def test_where_nothing_can_be_corrected_the_view_says_why(own: tk.Result, tmp_path: Path) -> None:
    single = replace(own, corpus=replace(own.corpus, path=own.corpus.path / "claim.md"))
    assert "only a folder can hold corrections.csv" in tk.explore(single).widget.locked
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text("mention_id,claim_id,field,value,reason,by,on\n", encoding="utf-8")
    (own.corpus.path / "corrections.csv").symlink_to(elsewhere)
    assert "leads out of the corpus folder" in tk.explore(own).widget.locked
    assert "build it again" in tk.explore(replace(own, reading=None)).widget.locked


def test_the_days_of_other_readings_stay_when_something_is_corrected(own: tk.Result) -> None:
    tested = tk.build(own.corpus, parser="light", sensitivity=True)
    seen = tk.explore(tested).correct(DENIAL, "place", "Otherbrook", **GIVEN)
    assert seen.result.events["fragile"].tolist() == tested.events["fragile"].tolist()


class Browser:
    """What a browser would do with the widget of a view."""

    def __init__(self, seen: Any) -> None:
        self.seen, self.widget = seen, seen.widget
        self.heard: list[dict[str, Any]] = []
        self.widget.send = self.heard.append

    def ask(self, **message: Any) -> dict[str, Any]:
        self.seen._bridge.asked(self.widget, message, [])
        return self.heard[-1]


def test_what_the_browser_chooses_comes_back(built: tk.Result) -> None:
    browser = Browser(tk.explore(built))
    assert len(browser.widget.shown) == len(built.events)
    browser.widget.choice = browser.widget.choice | {"standing": ["confirmed"], "known_on": "2025-06-20"}
    assert [built.events["mention_id"][at] for at in browser.widget.shown] == [CONFIRMED]
    assert browser.seen.known_on == "2025-06-20"
    browser.widget.selected = [CONFIRMED, "unknown"]
    assert list(browser.seen.selected["mention_id"]) == [CONFIRMED]
    assert browser.widget.detail["id"] == CONFIRMED
    browser.seen.filter(standing=None)
    assert browser.widget.choice["standing"] == []


def test_what_the_browser_asks_for_is_done_or_told(own: tk.Result) -> None:
    browser = Browser(tk.explore(own).select(DENIAL))
    row = {"id": DENIAL, "claim": False, "field": "place", "value": "Otherbrook", **GIVEN}
    assert browser.ask(ask="correct", row=row) == {
        "answer": "correct", "failed": False, "line": "place is now Otherbrook: written to corrections.csv."
    }  # fmt: skip
    assert browser.widget.undoable == "place = Otherbrook"
    assert browser.widget.rows["corrected"][browser.widget.rows["id"].index(DENIAL)] == "place"
    assert browser.ask(ask="correct", row=row | {"field": "quote"})["failed"]
    assert browser.ask(ask="undo") == {
        "answer": "undo", "failed": False, "line": "The correction of place was taken back."
    }  # fmt: skip
    assert browser.ask(ask="undo")["line"] == "no correction was made in this view"
    assert any("standing: denied" in line for line in browser.ask(ask="reading", id=DENIAL)["lines"])


def test_the_article_is_cut_where_its_passages_are(built: tk.Result) -> None:
    row = built.events.set_index("mention_id", drop=False).loc["claim:91-146"].to_dict()
    told = payload.detail(built, row)
    article = next(each for each in built.corpus if each.id == "claim")
    assert "".join(text for text, *_ in told["text"]) == article.text
    assert [text for text, role, _ in told["text"] if role == "picked"] == [row["quote"]]
    assert [each for _, role, each in told["text"] if role == "other"] == [CLAIM, "claim:147-208"]
    assert told["url"] == "https://example.org/claim"
    assert {each[0] for each in told["others"]} >= {CLAIM, DENIAL, CONFIRMED}
    heading = built.events[built.events["headline"]].iloc[0].to_dict()
    assert [role for _, role, _ in payload.detail(built, heading)["title"]] == ["picked"]


def test_an_article_that_is_not_at_hand_leaves_the_quote(built: tk.Result) -> None:
    gone = replace(built, corpus=replace(built.corpus, articles=()))
    told = payload.detail(gone, built.events.iloc[0].to_dict())
    assert told["text"] == [[built.events["quote"][0], "picked", CLAIM]]


def test_hostile_text_goes_out_as_values_and_no_address_of_its_own(hostile_result: tk.Result) -> None:
    seen = tk.explore(hostile_result).select(hostile_result.events["mention_id"][0])
    assert any(HOSTILE[:20] in text for text, *_ in seen.widget.detail["text"])
    assert seen.widget.detail["url"] == ""
    still = seen._repr_html_()
    assert "<script" not in still
    assert "<img src=x" not in still


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_makes_markup_of_text_or_asks_the_network(name: str) -> None:
    text = (Path(view.__file__).parent / name).read_text(encoding="utf-8")
    bad = "innerHTML|outerHTML|insertAdjacent|document.write|eval\\(|new Function|fetch\\(|XMLHttp|https?:|srcdoc"
    assert re.findall(bad, text) == []


def test_the_scripts_are_one_module() -> None:
    assert script().count("export ") == 1


def test_many_rows_are_told_in_one_go(built: tk.Result) -> None:
    many = pd.concat([built.events] * 700, ignore_index=True)
    many["mention_id"] += many.index.astype(str)
    seen = tk.explore(replace(built, events=many))
    assert len(seen.widget.rows["id"]) == len(many) == len(seen.widget.shown) > 4000
    assert len(seen.filter(text="confirmed friday").widget.shown) == 700


def test_where_no_widget_runs_there_is_a_still_chart_and_a_table(built: tk.Result) -> None:
    seen = tk.explore(built, claim=SEIZED)
    shown = seen._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html"}
    assert 'src="data:image/svg+xml;base64,' in shown["text/html"]
    assert f"{len(seen.filtered)} mentions" in shown["text/html"]
    assert shown["text/plain"].startswith("<View of 'story'")
    assert view.WIDGET in tk.explore(built, widget=True)._repr_mimebundle_()


def test_an_empty_result_can_be_looked_at(tmp_path: Path) -> None:
    seen = tk.explore(tk.build(tk.Corpus("empty", tmp_path, ())))
    assert seen.filtered.empty
    assert seen.widget.rows["id"] == []
    assert "empty: 0 mentions" in seen._repr_html_()
