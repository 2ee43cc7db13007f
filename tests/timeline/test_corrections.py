"""Corrections are applied on every run, shown, and refused when they no longer match."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from tests.timeline.handmade import claim
from toolkit.timeline.corrections import FILE, CorrectionError, apply, correct, told
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

HEAD = "mention_id,claim_id,field,value,reason,by,on\n"
FIRST, SECOND = "a:0-19", "b:5-24"


@pytest.fixture
def events() -> pd.DataFrame:
    quote = "Shells hit a depot."
    common = {"kind": "strike", "place": "Dnipro", "event_start": "2025-06-08", "event_end": "2025-06-08"}
    return link(to_frame([claim("a", 0, quote, **common), claim("b", 5, quote, **common)]))


def write(folder: Path, *rows: str) -> Path:
    path = folder / FILE
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_mention_is_corrected_and_says_so(events: pd.DataFrame, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        f"{FIRST},,place,Sumy,map,MK,2025-09-01",
        f"{FIRST},,event_end,2025-06-09,call,MK,2025-09-01",
    )
    fixed = apply(events, path).events.set_index("mention_id")
    assert fixed.loc[FIRST, "place"] == "Sumy"
    assert fixed.loc[FIRST, "event_end"] == pd.Timestamp("2025-06-09")
    assert fixed.loc[FIRST, "corrected"] == "place; event_end"
    assert fixed.loc[SECOND, "place"] == "Dnipro"
    assert fixed.loc[SECOND, "corrected"] == ""


def test_a_claim_is_corrected_in_all_its_mentions(events: pd.DataFrame, tmp_path: Path) -> None:
    identity = events.loc[0, "claim_id"]
    fixed = apply(events, write(tmp_path, f",{identity},actor,unknown,no proof,MK,2025-09-01")).events
    assert fixed["actor"].tolist() == ["unknown", "unknown"]
    assert (fixed.dtypes[events.columns] == events.dtypes).all()


def test_a_value_can_be_emptied(events: pd.DataFrame, tmp_path: Path) -> None:
    fixed = apply(events, write(tmp_path, f"{FIRST},,event_start,,open,MK,2025-09-01")).events
    assert pd.isna(fixed.loc[0, "event_start"])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("gone:0-1,,place,Sumy,r,MK,d", "no row has the mention_id 'gone:0-1' any more"),
        (f"{FIRST},,colour,red,r,MK,d", "field 'colour' cannot be corrected; choose one of"),
        (f"{FIRST},,quote,other,r,MK,d", "field 'quote' cannot be corrected"),
        (f"{FIRST},,event_end,32 May,r,MK,d", "'32 May' does not fit event_end"),
        (f"{FIRST},,event_end,2025-06-01,r,MK,d", "the row would no longer be whole (column event_start"),
        (f"{FIRST},x,place,Sumy,r,MK,d", "name either a mention_id or a claim_id"),
        (",,place,Sumy,r,MK,d", "name either a mention_id or a claim_id"),
        (f"{FIRST},,place,Su\0my,r,MK,d", "holds a NUL byte"),
        (f"{FIRST},,place,Su\udcfcmy,r,MK,d", "holds bytes that are no UTF-8"),
        (f"{FIRST},,place,Sumy,r,MK,d,more", "has 8 values for 7 columns"),
    ],
)
def test_what_cannot_be_applied_is_told_and_the_rest_applies(
    events: pd.DataFrame, tmp_path: Path, row: str, message: str
) -> None:
    path = tmp_path / FILE
    path.write_bytes(f"{HEAD}{row}\n{SECOND},,place,Odesa,map,MK,d\n".encode("utf-8", "surrogateescape"))
    fixed = apply(events, path)
    assert [str(each).startswith(f"{FILE}, line 2: ") for each in fixed.problems] == [True]
    assert message in str(fixed.problems[0])
    assert fixed.events["place"].tolist() == ["Dnipro", "Odesa"]
    assert fixed.events["corrected"].tolist() == ["", "place"]
    assert fixed.events["event_end"].equals(events["event_end"])


def test_corrections_that_contradict_each_other_leave_their_mention_as_it_was(
    events: pd.DataFrame, tmp_path: Path
) -> None:
    path = write(
        tmp_path,
        f"{FIRST},,place,Sumy,map,MK,d",
        f"{FIRST},,event_end,2025-06-01,map,MK,d",
        f"{SECOND},,event_end,2025-06-11,map,MK,d",
        f"{SECOND},,event_start,2025-06-10,map,MK,d",
    )
    fixed = apply(events, path)
    assert [each.place for each in fixed.problems] == ["line 2", "line 3"]
    assert fixed.events["place"].tolist() == ["Dnipro", "Dnipro"]
    assert fixed.events["event_start"].dt.day.tolist() == [8, 10]


@pytest.mark.parametrize(
    "text", ["field,value\nplace,Sumy\n", '"mention_id\n', "a," * 2000], ids=["columns", "quote", "wide"]
)
def test_a_table_without_its_columns_is_told(events: pd.DataFrame, tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    fixed = apply(events, tmp_path / FILE)
    assert [each.file for each in fixed.problems] == [FILE]
    assert fixed.events["place"].tolist() == events["place"].tolist()


def test_corrections_written_from_python_are_added_and_applied(events: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / FILE
    correct(path, FIRST, "place", "Sumy", reason="map", by="MK", on="2025-09-01")
    correct(
        path, events.loc[0, "claim_id"], "actor", "=unknown", reason="", by="MK", on="2025-09-01", claim=True
    )
    fixed = apply(events, path).events
    assert fixed["place"].tolist() == ["Sumy", "Dnipro"]
    assert fixed["actor"].tolist() == ["=unknown", "=unknown"]


def test_what_explains_a_corrected_field_goes_with_it(events: pd.DataFrame, tmp_path: Path) -> None:
    old = events.assign(event_edtf="2025-06-08", event_why="written out", latitude=48.5, place_id="gn1")
    path = write(
        tmp_path,
        f"{FIRST},,event_end,2025-06-09,call,MK,2025-09-01",
        f"{FIRST},,place,Sumy,map,MK,2025-09-01",
        f"{SECOND},,place,Sumy,map,MK,2025-09-01",
        f"{SECOND},,place_id,gn2,map,MK,2025-09-01",
        f"{SECOND},,event_start,,call,MK,",
    )
    fixed = apply(old.astype({"event_edtf": "str", "event_why": "str", "place_id": "str"}), path).events
    assert fixed["event_edtf"].tolist() == ["2025-06-08/2025-06-09", "../2025-06-08"]
    assert fixed["event_why"].tolist() == ["corrected by MK 2025-09-01: call", "corrected by MK: call"]
    assert fixed["place_id"].tolist() == ["", "gn2"]
    assert fixed["latitude"].isna().tolist() == [True, True]


def test_the_order_of_the_rows_takes_no_other_correction_back(events: pd.DataFrame, tmp_path: Path) -> None:
    path = write(
        tmp_path, f"{FIRST},,place_id,gn2,map,MK,2025-09-01", f"{FIRST},,place,Sumy,map,MK,2025-09-01"
    )
    assert apply(events, path).events.loc[0, "place_id"] == "gn2"


def test_a_folder_is_given_and_what_does_not_fit_is_not_written(tmp_path: Path) -> None:
    by = {"reason": "map", "by": "MK", "on": "2025-09-01"}
    tk.correct(tmp_path, FIRST, "place", "Sumy", **by)
    written = (tmp_path / FILE).read_bytes()
    for field, value in (("quote", "x"), ("event_end", "soon"), ("colour", "red")):
        with pytest.raises(CorrectionError):
            tk.correct(tmp_path, FIRST, field, value, **by)
    assert (tmp_path / FILE).read_bytes() == written
    assert told(tmp_path / FILE, FIRST) == ["place is Sumy, corrected by MK 2025-09-01: map"]


def test_what_is_corrected_is_inferred_no_more(events: pd.DataFrame, tmp_path: Path) -> None:
    old = events.assign(inferred="actor; place").astype({"inferred": "str"})
    path = write(tmp_path, f"{FIRST},,place,Sumy,map,MK,2025-09-01")
    assert apply(old, path).events["inferred"].tolist() == ["actor", "actor; place"]
