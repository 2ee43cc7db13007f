"""The run from articles to written tables, and many articles at once."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from toolkit import reader
from toolkit.corpus.reading import read_corpus
from toolkit.model import Article
from toolkit.pipeline import Result, build, events, write_tables
from toolkit.timeline.ledger import LEDGER
from toolkit.timeline.storage import read_events, read_table
from toolkit.timeline.table import COLUMNS, DISTANCES, NAMED, check, typed

CORPUS = Path(__file__).parents[1] / "corpus" / "dnipropetrovsk-2025"
TEXT = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke."
)


@pytest.fixture(scope="module")
def result() -> Result:
    return build(CORPUS)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    head = "file,outlet,title,published,url,language,notes\n"
    (folder / "manifest.csv").write_text(f"{head}a.txt,Wire,,2025-06-09,,en,\n", encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_the_shipped_corpus_gives_linked_events_and_a_ledger(result: Result) -> None:
    assert len(check(result.events)) > 50
    assert {"claim_id", "independent", "link_why", "corrected"} <= set(result.events.columns)
    assert list(result.ledger.columns) == list(LEDGER)
    assert set(result.ledger["claim_id"]) == set(typed(result.events)["claim_id"])
    assert result.articles["claims"].sum() == len(result.events)
    assert len(result.articles) == 13
    assert set(result.articles["article_id"]) >= set(result.unresolved["article_id"])


def test_every_quote_is_the_slice_of_its_article(result: Result) -> None:
    texts = {article.id: article.text for article in result.corpus}
    rows = result.events[["article_id", "start", "end", "quote"]].itertuples(index=False)
    assert all(texts[article][start:end] == quote for article, start, end, quote in rows)


def test_the_entry_into_the_region_is_one_claim_from_its_making_to_its_confirmation(result: Result) -> None:
    ledger = result.ledger
    rows = ledger[(ledger["place"] == "Dnipropetrovsk region") & (ledger["confirmed_on"].dt.month == 8)]
    row = rows.sort_values("mentions").iloc[-1]
    assert row["first_said"] == pd.Timestamp("2025-06-08")
    assert row["lag_days"] in (79, 80)
    assert row["articles"] < row["mentions"]
    assert row["independent_sources"] < row["mentions"] / 3
    assert row["standing"] == "confirmed"


def test_rewrites_bring_no_new_source(result: Result) -> None:
    happened = typed(result.events)[typed(result.events)["kind"] != "statement"]
    rewritten = happened[happened["article_id"].str.endswith("-rewrite")]
    assert len(rewritten) > 5
    assert rewritten["independent"].mean() < 0.3


def test_a_selection_keeps_ids_and_whole_histories(result: Result) -> None:
    part = build(result.corpus, since="2025-08-01", kinds=["advance", "control"])
    assert 0 < len(part.events) < len(result.events)
    assert set(part.events["kind"]) == {"advance", "control"}
    whole = dict(zip(result.events["mention_id"], result.events["claim_id"], strict=True))
    assert all(whole[m] == c for m, c in zip(part.events["mention_id"], part.events["claim_id"], strict=True))
    histories = result.ledger.set_index("claim_id")["standings"]
    assert all(histories[row.claim_id] == row.standings for row in part.ledger.itertuples())
    assert build(result.corpus, until=date(1990, 1, 1)).ledger.empty


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"kinds": ["advances"]}, "kind 'advances' is not known; choose of"),
        ({"theme": "sports"}, "theme 'sports' is not known; choose of conflict, diplomacy"),
        ({"since": "32 May"}, "since is '32 May'; give a day as YYYY-MM-DD"),
        ({"since": 5}, "since is 5; give a day as YYYY-MM-DD"),
        ({"since": "2025-06-09", "until": "2025-06-08"}, "until is 2025-06-08, before since"),
        ({"theme": ["conflict"]}, r"theme is \['conflict'\]; give the name of one theme"),
        ({"on": "moon"}, "on='moon': choose auto, serial, processes"),
        ({"policy": "poetry"}, "poetry"),
    ],
)
def test_settings_that_are_not_known_are_named(
    corpus: Path, settings: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        build(corpus, **settings)  # type: ignore[arg-type]


def test_written_tables_are_read_back_and_name_their_inputs(result: Result, tmp_path: Path) -> None:
    paths = write_tables(result, tmp_path)
    assert sorted(path.name for path in paths) == sorted(path.name for path in tmp_path.iterdir())
    for name in ("events.csv", "events.parquet"):
        pd.testing.assert_frame_equal(read_events(tmp_path / name), result.events)
    pd.testing.assert_frame_equal(read_table(tmp_path / "ledger.csv", LEDGER), result.ledger)
    manifest = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["mentions"] == len(result.events)
    assert set(manifest["outputs"]) == {path.name for path in paths} - {"run.json"}
    assert "manifest.csv" in manifest["inputs"]
    assert all(len(digest) == 64 for digest in manifest["inputs"].values())


def test_the_same_corpus_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        write_tables(build(corpus), folder)
    for path in folders[0].iterdir():
        assert path.read_bytes() == (folders[1] / path.name).read_bytes()


def test_a_write_that_fails_leaves_the_old_run_whole(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    result = build(corpus)
    write_tables(result, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    broken = replace(result, events=result.events.iloc[:0], unresolved=None)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        write_tables(broken, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_corrections_in_the_corpus_folder_are_applied(corpus: Path) -> None:
    plain = build(corpus)
    mention, claim = plain.events.loc[0, ["mention_id", "claim_id"]]
    head = "mention_id,claim_id,field,value,reason,by,on\n"
    rows = f"{mention},,place,Dobropillia,map,MK,2025-09-01\n"
    (corpus / "corrections.csv").write_text(head + rows, encoding="utf-8")
    first = build(corpus).events.loc[0]
    assert (first["place"], first["corrected"]) == ("Dobropillia", "place")
    assert first["claim_id"] != claim
    rows += f",{first['claim_id']},actor,unknown,,MK,2025-09-01\n"
    (corpus / "corrections.csv").write_text(head + rows, encoding="utf-8")
    second = build(corpus).events.loc[0]
    assert (second["actor"], second["corrected"]) == ("unknown", "place; actor")
    (corpus / "corrections.csv").write_text(head + "gone,,place,X,,MK,2025-09-01\n", encoding="utf-8")
    last = build(corpus)
    assert last.events.loc[0, "corrected"] == ""
    assert [str(each) for each in last.quarantine] == [
        "corrections.csv, line 2: no row has the mention_id 'gone' any more; renew or remove the correction"
    ]


def test_half_a_character_of_an_article_made_by_hand_is_replaced() -> None:
    article = Article("a", f"{TEXT} \ud800", outlet="W\ud800", title="T\udc00", published=date(2025, 6, 9))
    assert article.text.endswith(" \ufffd")
    assert events([article], parser="light").loc[0, "outlet"] == "W\ufffd"


def test_a_corpus_brings_its_own_places(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace("Zaporizke", "Brumelsk"), encoding="utf-8")
    before = build(tmp_path).events.iloc[0]
    assert (before["place"], before["place_id"]) == ("Brumelsk", "")
    (tmp_path / "places.csv").write_text("id,name,latitude,longitude\nb1,Brumelsk,48.1,36.2\n", "utf-8")
    for on in ("serial", "processes"):
        run = build(tmp_path, on=on)
        assert (run.events.iloc[0]["place_id"], run.events.iloc[0]["latitude"]) == ("b1", 48.1)
        assert run.quarantine == ()
    assert events(read_corpus(tmp_path)).iloc[0]["place_id"] == "b1"
    (tmp_path / "places.csv").write_text(
        "id,name,latitude\nb2,Mill,north\nb1,Brumelsk,48.1\n", encoding="utf-8"
    )
    run = build(tmp_path)
    assert [str(each) for each in run.quarantine] == ["places.csv, line 2: latitude 'north' is no number"]
    assert run.events.iloc[0]["place_id"] == "b1"


def test_an_article_that_cannot_be_read_for_claims_is_put_aside(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(corpus / "a.txt", corpus / "b.txt")
    with (corpus / "manifest.csv").open("a", encoding="utf-8") as file:
        file.write("b.txt,Post,,2025-06-09,,en,\n")
    whole = reader.extract

    def sometimes(article: Article, *settings: object) -> object:
        if article.id == "b":
            raise RuntimeError("no such luck")
        return whole(article, *settings)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "extract", sometimes)
    result = build(corpus)
    assert [str(each) for each in result.quarantine] == [
        "b.txt: could not be read for claims: RuntimeError: no such luck"
    ]
    assert set(result.events["article_id"]) == {"a"}
    with pytest.raises(ValueError, match="b: RuntimeError: no such luck"):
        events(result.corpus)


def test_no_articles_give_an_empty_table_with_all_columns() -> None:
    assert set(events([]).columns) == {*COLUMNS, *NAMED, "copy_of", *DISTANCES}


def test_progress_is_told_for_reading_and_for_claims(corpus: Path) -> None:
    told: list[tuple[int, int, str]] = []
    build(corpus, progress=lambda *step: told.append(step))
    assert told == [(1, 1, "a.txt"), (1, 1, "a"), (0, 0, "comparing 1 articles"), (0, 0, "linking 1 rows")]


def test_events_are_the_same_in_processes(corpus: Path) -> None:
    pd.testing.assert_frame_equal(build(corpus).events, build(corpus, on="processes").events)


def test_one_kind_or_theme_may_be_given_alone(corpus: Path) -> None:
    alone, listed = (build(corpus, kinds=kinds, themes=themes) for kinds, themes in (
        ("control", "conflict"), (["control"], ["conflict"])
    ))  # fmt: skip
    assert len(alone.events) == 1
    pd.testing.assert_frame_equal(alone.events, listed.events)
    assert alone.parameters == listed.parameters


def test_a_moment_is_taken_for_its_day(corpus: Path) -> None:
    assert build(corpus, since=pd.Timestamp("2025-06-01 12:30")).parameters["since"] == "2025-06-01"


def test_a_path_that_is_none_is_one_line() -> None:
    with pytest.raises(ValueError, match=r"^folder: no such folder or file: check the path$"):
        events("folder")


def test_tables_are_not_written_among_the_articles(corpus: Path) -> None:
    with pytest.raises(ValueError, match="is the corpus itself; give another folder"):
        write_tables(build(corpus), corpus)
    assert sorted(path.name for path in corpus.iterdir()) == ["a.txt", "manifest.csv"]


def test_the_officers_tell_of_one_crossing(result: Result) -> None:
    crossing = result.events[
        (result.events["kind"] == "advance")
        & (result.events["event_start"] == pd.Timestamp("2025-06-07"))
        & (result.events["event_end"] == pd.Timestamp("2025-06-08"))
    ]
    assert len(crossing) > 2
    assert crossing["claim_id"].unique().tolist() == ["advance-dnipropetrovsk-region-2025-06-08"]


def test_what_is_left_open_answers_what_was_claimed(result: Result) -> None:
    unconfirmed = result.events[
        (result.events["standing"] == "unconfirmed") & (result.events["place"] == "Dnipropetrovsk region")
    ]
    assert unconfirmed["claim_id"].value_counts().index[0] == "advance-dnipropetrovsk-region-2025-06-08"
    assert (
        unconfirmed["claim_id"].nunique() == 2
    )  # the other is the strip of a map that the army did not confirm


def test_a_denial_is_given_to_what_was_claimed(result: Result) -> None:
    denied = result.ledger[result.ledger["denied_on"].dt.month == 8].set_index("claim_id")
    villages = denied.loc["control-zaporizke-2025-08-26"]
    assert (villages["kind"], villages["place"]) == ("control", "Zaporizke")
    assert "DeepState" in villages["summary"]
    assert not (result.ledger["lag_days"] < 0).any()
