"""One bad file, row or link beside good articles: it is named in one line, and all else is done."""

from __future__ import annotations

import json
import os
import pathlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.cli import main
from toolkit.outputs import write_tables
from toolkit.pipeline import Result, build

GOOD = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke.\n"
)
HEAD = "file,outlet,title,published,url,language,notes\n"
LINK = "a link that leads out of the corpus folder"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The mayor slept well in the secret house.\n", encoding="utf-8")
    return folder


def run(corpus: Path, follow_links: bool = False) -> tuple[Result, dict[str, Any]]:
    """What a run gives and what its manifest says."""
    result = build(corpus, parser="light", follow_links=follow_links)
    write_tables(result, corpus.parent / "out")
    return result, json.loads((corpus.parent / "out" / "run.json").read_text(encoding="utf-8"))


def listed(folder: Path, *rows: str) -> None:
    (folder / "manifest.csv").write_text(
        HEAD + "good.txt,Wire,,2025-06-09,,en,\n" + "".join(f"{row}\n" for row in rows), encoding="utf-8"
    )


def unlisted(folder: Path, *rows: str) -> None:
    """No manifest: every file in the folder is one of its own."""


def closed(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Files and folders of these names may not be opened, whoever asks."""

    def refusing(method: Callable[..., Any]) -> Callable[..., Any]:
        def opened(self: Path, *words: Any, **more: Any) -> Any:
            if self.name in names:
                raise PermissionError(13, "Permission denied", str(self))
            return method(self, *words, **more)

        return opened

    for method in ("open", "read_bytes", "iterdir"):
        monkeypatch.setattr(pathlib.Path, method, refusing(getattr(pathlib.Path, method)))


@pytest.mark.parametrize("manifest", [listed, unlisted])
@pytest.mark.parametrize(
    "name", ["notes.key", "b.txt", "sub", "articles", "places.csv", "parties.csv", "corrections.csv"]
)
def test_what_may_not_be_opened_is_named_and_the_rest_is_done(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, manifest: Callable[..., None], name: str
) -> None:
    if "." in name:
        (corpus / name).write_text("x", encoding="utf-8")
    else:
        (corpus / name).mkdir()
        (corpus / name / "c.txt").write_text("The mayor slept well.", encoding="utf-8")
    manifest(corpus, *(["b.txt,Wire,,2025-06-09,,en,"] if name == "b.txt" else []))
    closed(monkeypatch, name)
    result, manifest_of = run(corpus)
    assert set(result.events["article_id"]) == {"good"}
    if name == "notes.key":
        assert manifest_of["inputs"][name] is None
    if name not in ("notes.key", "sub"):
        assert [each.file for each in result.quarantine] == [name]
        assert "Permission denied" in str(result.quarantine[0])


def test_a_manifest_that_may_not_be_opened_is_named(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed(corpus)
    closed(monkeypatch, "manifest.csv")
    with pytest.raises(ValueError, match=r"manifest\.csv: can't be opened: Permission denied"):
        build(corpus)


@pytest.mark.parametrize("manifest", [listed, unlisted])
def test_names_of_files_that_are_no_unicode(corpus: Path, manifest: Callable[..., None]) -> None:
    manifest(corpus)
    for byte in (b"\xf6", b"\xe4"):
        try:
            with open(os.fsencode(corpus) + b"/k" + byte + b"ln.key", "wb") as file:  # noqa: PTH123
                file.write(b"x")
        except OSError:
            pytest.skip("this file system takes only Unicode names")
    result, manifest_of = run(corpus)
    assert set(result.events["article_id"]) == {"good"}
    assert {"k\\xf6ln.key", "k\\xe4ln.key"} <= set(manifest_of["inputs"])


def test_a_row_of_a_manifest_with_a_nul_is_named(corpus: Path) -> None:
    listed(corpus, "x\0.txt,Wire,,2025-06-09,,en,", "gone.txt,Wire,,2025-06-09,,en,")
    result, _ = run(corpus)
    assert [str(each).partition(" ")[0] + each.place for each in result.quarantine] == [
        "manifest.csv,line 3",
        "manifest.csv,line 4",
    ]
    assert set(result.events["article_id"]) == {"good"}


def test_a_short_manifest_with_a_nul_is_read(corpus: Path) -> None:
    (corpus / "manifest.csv").write_bytes(b"file,outlet,published\ngood.txt,Wire\0,2025-06-09\n")
    result, _ = run(corpus)
    assert set(result.events["article_id"]) <= {"good"}
    assert "manifest.csv" in {Path(each.file).name for each in result.quarantine}


@pytest.mark.parametrize(
    ("name", "text", "applied"),
    [
        ("places.csv", b"id,name,latitude\nx,K\xf6ln,1\nz1,Zaporizke,48.1\n", "z1"),
        (
            "parties.csv",
            b"name,is,not\nK\xf6ln,Cologne,\nDefence Ministry in Moscow,The Ministry,\n",
            "The Ministry",
        ),
        (
            "corrections.csv",
            b"mention_id,claim_id,field,value,reason,by,on\nx,,place,K\xf6ln,,,\n"
            b"good:0-102,,place,Sumy,map,MK,2025-09-01\n",
            "Sumy",
        ),
    ],
)
def test_a_bad_byte_in_a_table_spoils_its_row_alone(
    corpus: Path, name: str, text: bytes, applied: str
) -> None:
    listed(corpus)
    (corpus / name).write_bytes(text)
    result, _ = run(corpus)
    assert [(each.file, each.place) for each in result.quarantine] == [(name, "line 2")]
    assert applied in result.events.loc[0, ["place_id", "source", "place"]].tolist()


@pytest.mark.parametrize(
    ("link", "rows"),
    [
        ("b.txt", []),
        ("b.txt", ["b.txt,Wire,,2025-06-09,,en,"]),
        ("sub", ["sub/secret.txt,Wire,,2025-06-09,,en,"]),
        ("articles", []),
        ("places.csv", []),
    ],
)
def test_a_link_out_of_the_folder_is_refused_unless_links_are_followed(
    corpus: Path, link: str, rows: list[str]
) -> None:
    if rows:
        listed(corpus, *rows)
    target = corpus.parent / ("secret.txt" if "." in link else "elsewhere")
    if "." not in link:
        target.mkdir()
        (corpus.parent / "secret.txt").rename(target / "secret.txt")
    (corpus / link).symlink_to(target)
    result, manifest = run(corpus)
    assert [each for each in result.quarantine if LINK in each.reason] == list(result.quarantine)
    assert len(result.quarantine) == 1
    assert [article.id for article in result.corpus] == ["good"]
    assert set(manifest["inputs"]) <= {"good.txt", "manifest.csv"}
    followed, manifest = run(corpus, follow_links=True)
    assert LINK not in " ".join(map(str, followed.quarantine))
    assert len(followed.corpus) == (1 if link == "places.csv" else 2)
    assert len(manifest["inputs"]) == 2 + bool(rows)


def test_a_manifest_that_is_a_link_to_elsewhere_is_refused(corpus: Path) -> None:
    (corpus / "manifest.csv").symlink_to(corpus.parent / "secret.txt")
    with pytest.raises(ValueError, match=LINK) as error:
        build(corpus)
    assert "secret" not in str(error.value)


def test_a_corpus_that_lists_itself_by_links_is_read_once(corpus: Path) -> None:
    (corpus / "articles").symlink_to(".")
    (corpus / "again").symlink_to(".")
    (corpus / "c.txt").symlink_to("good.txt")
    (corpus / "loop.txt").symlink_to("loop.txt")
    result, manifest = run(corpus)
    assert len(result.corpus) == 1
    assert [str(each) for each in result.quarantine if each.file != "loop.txt"] == [
        "good.txt: is the same file as c.txt by a link, and read once: remove one of them"
    ]
    assert "good.txt" in manifest["inputs"]


def test_a_table_of_another_run_than_its_manifest_is_refused(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus)
    out = corpus.parent / "out"
    assert main(["diff", str(out), str(out)]) == 0
    (out / "events.parquet").write_bytes((out / "events.csv").read_bytes())
    capsys.readouterr()
    assert main(["diff", str(out), str(out)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(
        f"timeline: {out / 'events.parquet'}: is not the file that run.json beside it names"
    )
    assert told.count("\n") == 1
    assert main(["diff", str(out / "events.csv"), str(out / "events.csv")]) == 0
