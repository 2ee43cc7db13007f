"""Sealed editions: made the same each time, found the same later, and what differs is named file by file."""

from __future__ import annotations

import json
import re
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from toolkit.cli import main
from toolkit.sealing.seal import seal
from toolkit.sealing.unpack import SealError, unpack
from toolkit.sealing.verify import verify
from toolkit.timeline.files import sha256

LIGHT = {"parser": "light"}
FIRST = (
    "RIVERTON, June 9, 2025 — The mayor said on Sunday that troops had captured the village of Northfield."
)
SECOND = "RIVERTON, June 10, 2025 — The ministry denied on Monday that troops had captured the village of Northfield."
ARTICLE = "corpus/case/first.txt"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sealing") / "case"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    (folder / "broken.jsonl").write_text("{", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def sealed(corpus: Path) -> Path:
    return seal(corpus, corpus.parent / "case.sealed.zip", LIGHT).file


Change = Callable[[dict[str, bytes]], object]


def changed(file: Path, folder: Path, change: Change) -> Path:
    """A copy of a sealed edition of which the files were changed."""
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    target = folder / "changed.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target


def summed_anew(files: dict[str, bytes]) -> None:
    """Put the sums of the files as they are into the manifest, as somebody would who wants to hide a change."""
    import hashlib

    manifest = json.loads(files["seal.json"])
    for name in manifest["files"]:
        manifest["files"][name] = {
            "sha256": hashlib.sha256(files[name]).hexdigest(),
            "bytes": len(files[name]),
        }
    files["seal.json"] = json.dumps(manifest).encode()


def with_manifest(told: Mapping[str, object]) -> Change:
    def change(files: dict[str, bytes]) -> None:
        files["seal.json"] = json.dumps(json.loads(files["seal.json"]) | told).encode()

    return change


def test_what_was_sealed_is_found_the_same(corpus: Path, sealed: Path) -> None:
    verdict = verify(sealed)
    assert (verdict.same, verdict.rebuilt, verdict.name) == (True, True, "case")
    assert verdict.tables == 13
    assert verdict.sha256 == sha256(sealed)
    assert any("broken.jsonl" in note for note in verdict.notes)
    with zipfile.ZipFile(sealed) as archive:
        assert archive.read(ARTICLE).decode() == FIRST
        assert "timeline-toolkit==" in archive.read("environment.txt").decode()
        assert b"Northfield" in archive.read("tables/events.csv")
    again = seal(corpus, sealed.with_name("again.zip"), LIGHT)
    assert again.file.read_bytes() == sealed.read_bytes()
    assert (again.counts["articles"], len(again.failures)) == (2, 1)


def test_a_changed_file_is_named_and_nothing_is_made_of_it(sealed: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        files[ARTICLE] += b" More."
        files["tables/extra.csv"] = b"x\n"
        del files["corpus/case/second.txt"]

    verdict = verify(changed(sealed, tmp_path, change))
    assert not verdict.rebuilt
    told = {each.file: each.what for each in verdict.differences}
    assert told.keys() == {ARTICLE, "tables/extra.csv", "corpus/case/second.txt"}
    assert told[ARTICLE] == f"was changed ({len(FIRST.encode()) + 6} bytes instead of {len(FIRST.encode())})"
    assert "added" in told["tables/extra.csv"]
    assert told["corpus/case/second.txt"] == "is missing"


def test_tables_that_its_articles_do_not_give_are_named(sealed: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        lines = files["tables/events.csv"].splitlines(keepends=True)
        files["tables/events.csv"] = b"".join(lines[:-1])
        files["tables/ledger.csv"] = files["tables/ledger.csv"].replace(b"Northfield", b"Southfield")
        files["tables/gaps.csv"] = files["tables/gaps.csv"].replace(b"rank,", b"place_of_it,", 1)
        files["tables/copies.csv"] += b"\n"
        summed_anew(files)

    verdict = verify(changed(sealed, tmp_path, change))
    assert verdict.rebuilt
    told = {each.file: each.what for each in verdict.differences}
    assert told.keys() == {"tables/events.csv", "tables/ledger.csv", "tables/gaps.csv"}
    assert "rows instead of" in told["tables/events.csv"]
    assert "0 of them gone and 1 new" in told["tables/events.csv"]
    assert "columns that differ: " in told["tables/ledger.csv"]
    assert told["tables/gaps.csv"] == "has other columns (without place_of_it, with rank)"
    assert "tables/copies.csv: the same rows in other bytes" in verdict.notes


def test_other_packages_are_told(sealed: Path, tmp_path: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        files["environment.txt"] += b"left-pad==1.0\n"
        summed_anew(files)

    verdict = verify(changed(sealed, tmp_path, change))
    assert verdict.same
    assert "left-pad: 1.0 when it was sealed, none here" in verdict.notes


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda files: files.pop("seal.json"), "is no sealed edition: it holds no seal.json"),
        (lambda files: files.update({"seal.json": b"{"}), "its seal.json is no JSON"),
        (lambda files: files.update({"seal.json": b"[1]"}), "is of the format None"),
        (with_manifest({"format": 99}), "is of the format 99, and 1 is read"),
        (with_manifest({"files": {"a": 1}}), "has no sums of its files"),
        (with_manifest({"arguments": None}), "has no arguments"),
        (with_manifest({"name": "../case"}), "names a corpus or a theme elsewhere"),
        (with_manifest({"arguments": {"themes": ["../../own.toml"]}}), "names a corpus or a theme elsewhere"),
        (with_manifest({"arguments": {"on": "dask"}}), "the argument 'on', which is not known"),
        (lambda files: files.update({"../evil": b""}), "leads out of the folder"),
        (lambda files: files.update({"/evil": b""}), "leads out of the folder"),
        (lambda files: files.update({"a\\..\\evil": b""}), "leads out of the folder"),
        (lambda files: files.update({"C:evil": b""}), "leads out of the folder"),
        (lambda files: files.update({"seal.json/evil": b""}), "a file and a folder of one name"),
    ],
)
def test_what_is_no_sealed_edition_is_refused_in_one_line(
    sealed: Path, tmp_path: Path, change: Change, reason: str
) -> None:
    file = changed(sealed, tmp_path, change)
    with pytest.raises(SealError, match=re.escape(reason)) as caught:
        verify(file, rebuild=False)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "evil").exists()


def test_a_torn_file_and_one_that_is_no_archive_are_refused(sealed: Path, tmp_path: Path) -> None:
    whole = sealed.read_bytes()
    for number, content in enumerate(
        (whole[: len(whole) // 2], b"", b"PK\x03\x04", b"text", whole[:40] + b"x" * 50 + whole[90:])
    ):
        file = tmp_path / f"{number}.zip"
        file.write_bytes(content)
        with pytest.raises(SealError, match=r"no zip archive|leads out|sealed edition"):
            verify(file)


def test_links_doubles_and_endless_files_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/hosts")
    with pytest.raises(SealError, match="is a link"):
        unpack(tmp_path / "link.zip", tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", "2")
    with pytest.raises(SealError, match="stands in it twice"):
        unpack(tmp_path / "twice.zip", tmp_path / "out")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(5_000_000))
    with pytest.raises(SealError, match="unpacks to more than 1,000,000 bytes"):
        unpack(tmp_path / "bomb.zip", tmp_path / "out", 1_000_000)


def test_a_theme_of_ones_own_is_sealed_too(corpus: Path, tmp_path: Path) -> None:
    theme = tmp_path / "floods.toml"
    theme.write_text(
        'name = "floods"\n[[kinds]]\nname = "flooding"\n[[entries]]\nkind = "flooding"\nname = "capture"\n'
        'verbs = ["capture"]\nexamples = ["Troops captured the village."]\n',
        encoding="utf-8",
    )
    file = seal(corpus, tmp_path / "own.zip", LIGHT | {"themes": [str(theme)], "kinds": ["flooding"]}).file
    theme.unlink()
    assert verify(file).same


def test_one_file_is_a_corpus_too(corpus: Path, tmp_path: Path) -> None:
    done = seal(corpus / "first.txt", tmp_path / "one.zip", LIGHT)
    assert (done.counts["articles"], verify(done.file, rebuild=False).same) == (1, True)


def test_links_of_a_corpus_are_sealed_as_what_they_lead_to_or_told(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "linked"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(corpus / "second.txt")
    inside = seal(folder, tmp_path / "in.zip", LIGHT)
    assert inside.counts["articles"] == 1
    assert any("b.txt" in each and "in the sealed edition itself" in each for each in inside.failures)
    followed = seal(folder, tmp_path / "out.zip", LIGHT, follow_links=True)
    assert followed.counts["articles"] == 2
    assert verify(followed.file, rebuild=False).same


def test_what_cannot_be_sealed_is_refused(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such folder or file"):
        seal(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="lies in the corpus itself"):
        seal(corpus, corpus / "x.zip")
    with pytest.raises(ValueError, match="the argument 'on' is not known"):
        seal(corpus, tmp_path / "x.zip", {"on": "dask"})
    with pytest.raises(ValueError, match=r"none\.toml: no such file"):
        seal(corpus, tmp_path / "x.zip", {"themes": ["none.toml"]})
    assert not (tmp_path / "x.zip").exists()


def test_the_commands_say_what_they_found(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["seal", str(corpus), "--parser", "light"]) == 1
    out, err = capsys.readouterr()
    assert "2 articles" in out
    assert "sealed in case.sealed.zip\nSHA-256 " in out
    assert err.startswith("broken.jsonl")
    assert main(["verify", "case.sealed.zip", "--files-only"]) == 0
    assert "files are as they were sealed" in capsys.readouterr().out
    file = changed(tmp_path / "case.sealed.zip", tmp_path, lambda files: files.update({ARTICLE: b"other"}))
    assert main(["verify", str(file)]) == 1
    out, err = capsys.readouterr()
    assert "not as it was sealed: 1 file differs" in out
    assert err.startswith(f"{ARTICLE}: was changed")
    assert main(["verify", str(file), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["same"] is False
    assert main(["verify", "nowhere.zip"]) == 2
