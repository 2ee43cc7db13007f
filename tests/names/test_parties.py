"""parties.csv puts names together and parts them; a bad row is told and the others apply."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import toolkit as tk
from toolkit.cli import main
from toolkit.names.cells import Cell
from toolkit.names.grouping import Grouping
from toolkit.names.parties import FILE, Parties, PartiesError, read_parties

CELLS = [
    Cell("a", "Danylo Vilensky", "Ukraine"),
    Cell("b", "President Vilenskyy", "Ukraine"),
    Cell("a", "military in Kyiv", "Ukraine"),
    Cell("b", "Ukraine's army", "Ukraine"),
    Cell("b", "Falcon", ""),
]


def rows(tmp_path: Path, text: str) -> Parties:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    return read_parties(tmp_path / FILE)


def named(parties: Parties) -> dict[str, str]:
    found = parties.applied(Grouping(Counter(CELLS), {}).names())
    return {cell.text: name for cell, name in found.items()}


def test_a_name_goes_by_another(tmp_path: Path) -> None:
    found = named(rows(tmp_path, "name,is\nFalcon,Danylo Vilensky\n"))
    assert found["Falcon"] == found["President Vilenskyy"] == "Danylo Vilensky"


def test_all_spellings_go_by_the_name_that_one_is_given(tmp_path: Path) -> None:
    found = named(rows(tmp_path, "name,is\nDanylo Vilensky,The President\n"))
    assert found["Danylo Vilensky"] == found["President Vilenskyy"] == "The President"


def test_names_lead_on_to_others(tmp_path: Path) -> None:
    found = named(rows(tmp_path, "name,is\nFalcon,Vilensky\nVilensky,Danylo Vilensky\n"))
    assert found["Falcon"] == "Danylo Vilensky"


@pytest.mark.parametrize("row", ["military in Kyiv,Ukraine's army", "Ukraine's army,military in Kyiv"])
def test_two_names_are_parted(tmp_path: Path, row: str) -> None:
    found = named(rows(tmp_path, f"name,not\n{row}\n"))
    assert found["military in Kyiv"] != found["Ukraine's army"]
    assert found["Danylo Vilensky"] == found["President Vilenskyy"]


def test_what_is_apart_already_stays_as_it_is(tmp_path: Path) -> None:
    parties = rows(tmp_path, "name,not\nFalcon,Danylo Vilensky\n")
    assert named(parties) == {cell.text: name for cell, name in Grouping(Counter(CELLS), {}).names().items()}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Danylo Vilensky,", "has no name"),
        ("Falcon,,", "says nothing of Falcon"),
        ("Falcon,Danylo Vilensky,Kyiv", "says both is and not"),
        ("Falcon,Falcon,", "beside itself"),
        ("Falcon,,the Falcon", "beside itself"),
        ("Hawk,Danylo Vilensky,", "is Falcon by line 2 already"),
        ("Owl,Hawk,", "comes back to itself"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_others_apply(tmp_path: Path, row: str, reason: str) -> None:
    parties = rows(
        tmp_path,
        f"name,is,not\nHawk,Falcon,\nFalcon,Owl,\n{row}\n"
        if "Owl" in row
        else f"name,is,not\nHawk,Falcon,\n{row}\n",
    )
    assert len(parties.problems) == 1
    assert str(parties.problems[0]).startswith(f"{FILE}, line {3 + ('Owl' in row)}: ")
    assert reason in str(parties.problems[0])
    assert parties.rules[0].name == "Hawk"


@pytest.mark.parametrize("text", ["who,is\na,b\n", "name,reason\na,b\n", "\x00"])
def test_a_table_without_the_columns_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(PartiesError, match=FILE) as error:
        rows(tmp_path, text)
    assert "\n" not in str(error.value)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    head = "file,outlet,title,published,url,language,notes\n"
    (folder / "manifest.csv").write_text(f"{head}a.txt,Wire,,2025-06-09,,en,\n", encoding="utf-8")
    (folder / "a.txt").write_text(
        "On Sunday the Russian Defence Ministry said that Russian troops had seized the village of Zaporizke. "
        "Ukraine's General Staff denied it.\n",
        encoding="utf-8",
    )
    return folder


def test_a_corpus_brings_its_names(corpus: Path) -> None:
    (corpus / FILE).write_text(
        "name,is,not\nRussian Defence Ministry,MoD,\nNobody Here,MoD,\n", encoding="utf-8"
    )
    result = tk.build(corpus)
    assert "MoD" in set(result.events["source"])
    assert [str(each) for each in result.quarantine] == [
        "parties.csv, line 3: nobody is called 'Nobody Here' here; correct or remove the row"
    ]
    assert "MoD" in set(tk.events(tk.read_corpus(corpus))["source"])
    assert len(result.articles) == 1


def test_check_shows_names_and_bad_rows(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / FILE).write_text("name,is,not\nMoD,Russian Defence Ministry,\nMoD,,\n", encoding="utf-8")
    assert main(["check", str(corpus)]) == 1
    told = capsys.readouterr()
    assert "parties.csv, line 2: MoD is Russian Defence Ministry" in told.out
    assert "parties.csv, line 3: says nothing of MoD" in told.err
