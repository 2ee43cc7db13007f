"""A dataset: months are linked as the whole would be, nothing is read twice, and a window cuts nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow.dataset as ds
import pytest

import toolkit as tk
from tests.command import timeline
from toolkit.cli import main
from toolkit.linked import Result
from toolkit.model import Article
from toolkit.notebook.correcting import corrected
from toolkit.stored import borders, gathering, months, writing
from toolkit.stored.layout import EVENTS, MENTIONS, files, first_day, month_of
from toolkit.stored.months import told_in_all
from toolkit.timeline.corrections import CorrectionError
from toolkit.timeline.manifest import manifest
from toolkit.timeline.table import check

SHIPPED = Path(__file__).parents[2] / "corpus" / "dnipropetrovsk-2025"
HEAD = "file,outlet,title,published,url,language,notes"
TAKEN = (
    "Rebels captured the town of Zuveno on 29 May, the army said. The bridge near it was blown up, and the shops are "
    "closed. Residents of the villages around describe long queues for water and bread, and keep their children home."
)
STORY = {
    "a": ("Wire", "2025-05-30", "Rebels captured the town of Zuveno on Thursday, the governor said."),
    "b": ("Post", "2025-06-02", TAKEN),
    "c": (
        "Times",
        "2025-06-20",
        "Police arrested 14 people in the town of Mastica on Thursday, the mayor said.",
    ),
    "d": ("Courier", "2025-09-14", "Rebels captured the town of Zuveno on 29 May, an aid agency said."),
    "e": (
        "Post",
        "2026-05-20",
        "Rebels captured the town of Zuveno on 29 May 2025, the rescue service said.",
    ),
    "f": ("Wire", "", "Doctors say that 12 people were killed in the town of Mastica on 3 June 2025."),
}


def written(folder: Path, story: dict[str, tuple[str, str, str]]) -> Path:
    """A corpus of articles."""
    folder.mkdir(exist_ok=True)
    rows = [f"{name}.txt,{outlet},,{published},,en," for name, (outlet, published, _) in story.items()]
    (folder / "manifest.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    for name, (_, _, text) in story.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "kept"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return written(tmp_path / "corpus", STORY)


def made(corpus: Path, out: Path) -> Path:
    tk.write_dataset(corpus, out, parser="light")
    return out


def events(dataset: Path) -> pd.DataFrame:
    return pd.concat([pd.read_parquet(path) for path in files(dataset, EVENTS)], ignore_index=True)


def claims_of(rows: pd.DataFrame, kind: str) -> dict[str, str]:
    """The claim of each article's row of a kind."""
    found = rows[rows["kind"] == kind]
    return dict(zip(found["article_id"], found["claim_id"], strict=True))


def joined(rows: pd.DataFrame) -> set[tuple[str, str]]:
    """Each two mentions of one claim."""
    groups = (sorted(each) for _, each in rows.groupby("claim_id")["mention_id"])
    return {(one, other) for ids in groups for place, one in enumerate(ids) for other in ids[place + 1 :]}


def test_a_claim_is_one_across_months_and_keeps_the_id_of_its_first(corpus: Path, tmp_path: Path) -> None:
    rows = events(made(corpus, tmp_path / "out"))
    claims = claims_of(rows, "control")
    assert claims == dict.fromkeys("abde", "control-zuveno-2025-05-29")
    assert check(rows) is rows
    assert rows["independent"][rows["claim_id"] == claims["a"]].sum() == 4


def test_without_a_look_back_it_is_several_with_ids_of_their_own(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(borders, "REACH", 60)
    claims = claims_of(events(made(corpus, tmp_path / "out")), "control")
    first = "control-zuveno-2025-05-29"
    assert claims == {"a": first, "b": first, "d": f"{first}-told-2025-09", "e": f"{first}-told-2026-05"}


def test_the_shipped_corpus_is_linked_as_if_whole(tmp_path: Path) -> None:
    whole = tk.build(SHIPPED, parser="light", infer=0).events
    rows = events(made(SHIPPED, tmp_path / "out"))
    assert set(rows["mention_id"]) == set(whole["mention_id"])
    one, other = joined(whole), joined(rows)
    assert len(one & other) >= 0.7 * len(one)
    assert len(one & other) >= 0.9 * len(other)


def test_of_one_month_it_is_the_same_to_the_row(tmp_path: Path) -> None:
    story = {name: each for name, each in STORY.items() if each[1].startswith("2025-06")} | {
        "g": ("Radio", "2025-06-03", STORY["b"][2]),
    }
    corpus = written(tmp_path / "june", story)
    whole = tk.build(corpus, parser="light")
    part = tk.build(made(corpus, tmp_path / "out"), parser="light")
    names = {name: name.removesuffix("-told-2025-06") for name in part.events["claim_id"]}
    assert len(set(names.values())) == len(names)
    for column in ("claim_id", "happening"):
        part.events[column] = part.events[column].map(names).astype("str")
    pd.testing.assert_frame_equal(part.events, whole.events)
    assert len(whole.copies) == 1
    for name in ("articles", "copies", "unresolved"):
        pd.testing.assert_frame_equal(getattr(part, name), getattr(whole, name))


def test_a_month_of_many_rows_is_linked_in_a_process_of_its_own(
    corpus: Path, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(*_: object) -> None:
        raise AssertionError("linked in this process")

    monkeypatch.setattr(months, "APART", 0)
    monkeypatch.setattr(months, "linked_month", here)
    beside = tk.write_dataset(corpus, tmp_path / "beside", parser="light", on=2).folder
    assert manifest(beside)["outputs"] == manifest(dataset)["outputs"]
    with pytest.raises(AssertionError, match="in this process"):
        tk.write_dataset(corpus, tmp_path / "alone", parser="light", on=1)


def test_later_articles_change_nothing_before_them(corpus: Path, tmp_path: Path) -> None:
    story = {name: each for name, each in STORY.items() if name in "abc"}
    before = set(files(made(written(tmp_path / "first", story), tmp_path / "one"), EVENTS))
    after = set(files(made(corpus, tmp_path / "other"), EVENTS))
    assert {path.name for path in before} < {path.name for path in after}
    assert len(before) == 2


class Taker:
    """Reads batches, notes what is in them, and stops the run at one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stop: int = -1) -> None:
        self.read: list[list[str]] = []
        self.stop = stop
        self.take = gathering.take_all
        monkeypatch.setattr(gathering, "take_all", self)
        monkeypatch.setattr(gathering, "MOST", 2)

    def __call__(self, articles: list[Article], *rest: object) -> object:
        if len(self.read) == self.stop:
            raise KeyboardInterrupt
        self.read.append([article.id for article in articles])
        return self.take(articles, *rest)  # type: ignore[arg-type]


def test_only_new_batches_are_read(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taker = Taker(monkeypatch)
    out = made(corpus, tmp_path / "out")
    assert taker.read == [["a", "b"], ["c", "d"], ["e", "f"]]
    first = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    made(corpus, out)
    assert len(taker.read) == 3
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == first
    made(written(corpus, STORY | {"g": ("Wire", "2025-06-21", STORY["c"][2])}), out)
    assert taker.read[3:] == [["g"]]
    (corpus / "c.txt").write_text(STORY["c"][2].replace("14", "15"), encoding="utf-8")
    made(corpus, out)
    assert taker.read[4:] == [["c", "d"]]
    assert len(files(out, MENTIONS)) == len(list(out.glob("mentions/*"))) == 4


def test_a_run_that_was_stopped_leaves_the_old_dataset_and_is_gone_on_with(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    taker = Taker(monkeypatch, stop=1)
    with pytest.raises(KeyboardInterrupt):
        made(corpus, out)
    assert taker.read == [["a", "b"]]
    taker.stop = -1
    made(corpus, out)
    assert taker.read == [["a", "b"], ["c", "d"], ["e", "f"]]
    old = events(out)
    written(corpus, STORY | {"g": ("Wire", "2025-06-21", STORY["c"][2])})
    with monkeypatch.context() as patched:
        patched.setattr(writing, "settle", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            made(corpus, out)
    pd.testing.assert_frame_equal(events(out), old)
    assert len(list(out.glob("events/*/*"))) > len(files(out, EVENTS))
    made(corpus, out)
    assert len(list(out.glob("events/*/*"))) == len(files(out, EVENTS))
    assert "g" in set(events(out)["article_id"])


@pytest.fixture
def dataset(corpus: Path, tmp_path: Path) -> Path:
    return made(corpus, tmp_path / "out")


def ids(result: Result) -> set[str]:
    return set(result.events["article_id"])


def test_a_window_has_whole_claims_and_the_articles_of_its_days(dataset: Path) -> None:
    whole = tk.build(dataset)
    assert ids(whole) == set(STORY)
    days = tk.build(dataset, since="2025-06-19", until="2025-06-20")
    assert ids(days) == {"c"}
    assert set(days.articles["article_id"]) == {"c"}
    may = tk.build(dataset, since="2025-05-29", until="2025-05-30")
    assert ids(may) == {"a", "b", "d", "e"}
    claim = may.ledger.set_index("claim_id").loc["control-zuveno-2025-05-29"]
    assert claim["articles"] == 4
    pd.testing.assert_frame_equal(
        may.events.drop(columns=["order_start", "order_end", "order_why"]),
        whole.events[whole.events["mention_id"].isin(may.events["mention_id"])]
        .reset_index(drop=True)
        .drop(columns=["order_start", "order_end", "order_why"]),
    )
    assert set(tk.build(dataset, known_on="2025-06-05").articles["article_id"]) == {"a", "b"}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"place": "mastica"}, {"c", "f"}),
        ({"place": "Zuveno", "since": "2025-06-19"}, set()),
        ({"party": "Governor"}, {"a"}),
        ({"party": "gov"}, set()),
        ({"kinds": "detention"}, {"c"}),
    ],
)
def test_a_place_or_a_party_of_a_corpus_as_of_its_dataset(
    corpus: Path, dataset: Path, wanted: dict[str, str], found: set[str]
) -> None:
    for source in (corpus, dataset):
        result = tk.build(source, parser="light", infer=0, **wanted)  # type: ignore[arg-type]
        assert ids(result) == found


def test_charts_and_tables_take_a_window(dataset: Path, tmp_path: Path) -> None:
    result = tk.build(dataset, until="2025-07-01")
    assert tk.chart(result.events).to_dict()
    tk.write_tables(result, tmp_path / "tables")
    assert manifest(tmp_path / "tables")["inputs"].keys() == {"run.json"}
    assert main(["conflicts", str(dataset)]) == 0
    assert main(["build", str(dataset), "--since", "2025-06-01", "--out", str(tmp_path / "june")]) == 0
    with pytest.raises(CorrectionError, match="when it is built again"):
        corrected(result, result.events["mention_id"][0], "place", "Dnipro", reason="", by="", on="")


def test_other_programs_open_it_by_months(dataset: Path) -> None:
    table = ds.dataset(dataset / "events", partitioning="hive").to_table(
        filter=ds.field("month") == "2025-06", columns=["article_id", "month"]
    )
    assert set(table["article_id"].to_pylist()) == {"b", "c"}
    assert sorted(path.parent.name for path in files(dataset, EVENTS)) == [
        f"month={name}" for name in ("2025-05", "2025-06", "2025-09", "2026-05", "undated")
    ]


def test_the_tables_of_the_analyst_are_applied(corpus: Path, tmp_path: Path) -> None:
    mention = events(made(corpus, tmp_path / "first")).query("article_id == 'd'")["mention_id"].iloc[0]
    (corpus / "corrections.csv").write_text(
        "mention_id,claim_id,field,value,reason,by,on\n"
        f"{mention},,event_start,2025-05-30,map,MK,2025-10-01\n"
        f"{mention},,event_end,2025-05-30,map,MK,2025-10-01\n"
        ",detention-mastica-2025-06-19,standing,confirmed,map,MK,2025-10-01\n"
        "d:0-1,,place,Dnipro,map,MK,2025-10-01\n",
        encoding="utf-8",
    )
    (corpus / "parties.csv").write_text("name,is,not\nthe governor,Anna Bel,\n", encoding="utf-8")
    found = tk.write_dataset(corpus, tmp_path / "out", parser="light")
    assert [(each.file, each.place) for each in found.quarantine] == [("corrections.csv", "line 5")]
    rows = events(found.folder).set_index("mention_id")
    assert str(rows.loc[mention, "event_start"])[:10] == "2025-05-30"
    assert rows.loc[mention, "corrected"] == "event_start; event_end"
    assert set(rows["standing"][rows["kind"] == "detention"]) == {"confirmed"}
    assert set(rows["source"][rows["article_id"].isin(["a", "e"])]) >= {"Anna Bel"}
    assert [each.place for each in tk.build(found.folder).quarantine] == ["line 5"]


def test_what_one_month_can_use_is_no_problem() -> None:
    from toolkit.model import Quarantined

    one, other = (Quarantined("corrections.csv", "line 2", reason) for reason in ("no row", "no day"))
    assert told_in_all([[one], []]) == []
    assert told_in_all([[one], [other], [one]]) == [other]


def test_an_article_that_cannot_be_read_is_named_each_time(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = gathering.take_all

    def fails(articles: list[Article], *rest: object) -> list[object]:
        from toolkit.scale import Failure

        return [
            Failure("c", "ValueError: poison") if article.id == "c" else each
            for article, each in zip(articles, real(articles, *rest), strict=True)  # type: ignore[arg-type]
        ]

    monkeypatch.setattr(gathering, "take_all", fails)
    for _ in range(2):
        found = tk.write_dataset(corpus, tmp_path / "out", parser="light")
        assert [str(each) for each in found.quarantine] == [
            "c.txt: could not be read for claims: ValueError: poison"
        ]
        monkeypatch.setattr(gathering, "take_all", lambda *_: pytest.fail("is read again"))


def test_months_without_a_claim_and_tables_that_are_gone(corpus: Path, tmp_path: Path) -> None:
    (corpus / "parties.csv").write_text("name,is,not\nthe army,Anna Bel,\n", encoding="utf-8")
    out = made(corpus, tmp_path / "out")
    assert "Anna Bel" in set(events(out)["source"])
    (corpus / "parties.csv").unlink()
    found = tk.write_dataset(
        written(corpus, STORY | {"g": ("Wire", "2025-12-01", "Fine weather.")}), out, parser="light"
    )
    assert found.counts["months"] == 6
    assert "Anna Bel" not in set(events(out)["source"])
    assert not list(out.rglob("parties.csv"))
    assert tk.build(out, since="2025-12-01", until="2025-12-02").events.empty
    with pytest.raises(ValueError, match="no article of it could be read: g"):
        made(written(tmp_path / "empty", {"g": ("Wire", "2025-12-01", "...")}), tmp_path / "other")


@pytest.mark.parametrize("inside", ["out", "."])
def test_nothing_else_is_written_over(corpus: Path, tmp_path: Path, inside: str) -> None:
    with pytest.raises(ValueError, match="lies in the corpus itself"):
        made(corpus, corpus / inside)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ValueError, match="holds something else"):
        made(corpus, mine)
    assert [each.name for each in mine.iterdir()] == ["notes.txt"]


@pytest.mark.skipif(os.name != "posix", reason="folders are locked the POSIX way")
def test_two_runs_do_not_write_into_one(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writing.keep_linked

    def second(*given: object) -> months.Kept:
        with pytest.raises(ValueError, match="another run is writing"):
            made(corpus, tmp_path / "out")
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "keep_linked", second)
    made(corpus, tmp_path / "out")


def test_progress_tells_what_is_read_and_which_month_is_linked(corpus: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    tk.write_dataset(corpus, tmp_path / "out", parser="light", progress=lambda *each: told.append(each))
    reading = [each for each in told if not each[2].startswith("linking")]
    assert reading[-1][:2] == (6, 6)
    assert [done for done, _, _ in reading] == sorted(done for done, _, _ in reading)
    assert told[len(reading) :] == [
        (0, 5, "linking 2025-05"),
        (1, 5, "linking 2025-06"),
        (2, 5, "linking 2025-09"),
        (3, 5, "linking 2026-05"),
        (4, 5, "linking undated"),
    ]


def test_progress_of_a_table_counts_without_an_end(tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    rows = [f'{name},{published},{outlet},"{text}"' for name, (outlet, published, text) in STORY.items()]
    table.write_text("\n".join(["id,published,outlet,text", *rows]), encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    tk.write_dataset(table, tmp_path / "out", parser="light", progress=lambda *each: told.append(each))
    assert (0, 0, "6 articles read") in told


def test_the_command_line(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert main(["build", str(corpus), "--dataset", "--parser", "light", "--out", out]) == 0
    assert f"in 6 articles of 5 months, written to {out}" in capsys.readouterr().out
    with monkeypatch.context() as patched:
        patched.setattr(writing, "settle", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert main(["build", str(corpus), "--dataset", "--parser", "light", "--out", out]) == 130
    assert "read so far are kept" in capsys.readouterr().err
    assert main(["build", str(corpus), "--dataset", "--since", "2025-06-01"]) == 2
    assert "--since is no option of --dataset" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("check {}", "holds no article, only what a run has written: name the corpus itself"),
        ("audit {}", "holds no article, only what a run has written: name the corpus itself"),
        ("explain {} first:1-2", "holds no article, only what a run has written: name the corpus itself"),
        (
            "export {} --to csv --out {}.csv",
            "is a dataset: write tables of it, or of its days (timeline build",
        ),
        ("diff {} {}", "is a dataset: write tables of it"),
        ("seal {}", "is a dataset: name the corpus that it was made of"),
    ],
)
def test_what_takes_no_dataset_says_so_in_one_line(dataset: Path, words: str, told: str) -> None:
    done = timeline(*words.format(*[dataset] * 3).split())
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"timeline: {dataset}: {told}")


def test_a_dataset_in_the_folder_of_articles_is_no_article(corpus: Path, dataset: Path) -> None:
    (corpus / "manifest.csv").unlink()
    articles = tk.read_corpus(corpus)
    dataset.rename(corpus / "out")
    again = tk.read_corpus(corpus)
    assert (list(again), again.quarantine) == (list(articles), articles.quarantine)


def test_a_million_articles_are_never_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches are taken from the reader one by one, and end by what they hold."""
    alive: list[int] = []

    def endless() -> Iterator[Article]:
        number = 0
        while True:
            alive.append(number)
            yield Article(str(number), "x")
            number += 1

    whole = gathering.batches(endless())
    first, second = next(whole), next(whole)
    assert len(alive) == len(first) + len(second) <= 2 * gathering.MOST
    shifted = gathering.batches(Article(str(number), "x") for number in range(5, 10**4))
    ends = {batch[-1].id for batch in (next(shifted), next(shifted), next(shifted))}
    assert second[-1].id in ends


def test_months_have_days() -> None:
    assert month_of(first_day("2025-12")) == "2025-12"
