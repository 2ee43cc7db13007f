"""Kept parses: what is read back is what was parsed, and whatever else lies in the folder is as good as nothing."""

import os
import re
import zlib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import cache, light_parser
from toolkit.language.packing import pack, unpack
from toolkit.language.tree import ENTITIES, FORMS, POS, ROLES, Parse, Token

TEXT = "Storms closed the northern port on Monday.\n\nFerries will sail again, the harbour office said."
PARSER = light_parser.TITLE


class Made:
    """A parser that counts how often it is asked."""

    def __init__(self, title: str = PARSER) -> None:
        self.times, self.title = 0, title

    def __call__(self) -> Parse:
        self.times += 1
        return replace(light_parser.parse(TEXT), parser=self.title)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_is_what_was_parsed(parses: Path) -> None:
    made = Made()
    first, second = (cache.cached(TEXT, PARSER, made) for _ in range(2))
    assert made.times == 1
    assert first == second == made()
    assert cache.usage() == (1, files(parses)[0].stat().st_size)


def test_another_text_or_parser_is_another_parse() -> None:
    made = Made()
    cache.cached(TEXT, PARSER, made)
    cache.cached(TEXT + " ", PARSER, made)
    cache.cached(TEXT, PARSER + "0", Made(PARSER + "0"))
    assert made.times == 2
    assert cache.usage()[0] == 3


def test_what_stood_in_for_a_parser_is_not_kept(parses: Path) -> None:
    cache.cached(TEXT, "another", Made())
    assert files(parses) == []


def test_what_makes_a_parse_is_known_with_all_that_it_uses() -> None:
    room = Path(cache.__file__).parent
    modules = {name for name in cache._MAKERS if name.endswith(".py")}
    used = (
        re.findall(r"^from toolkit\.language\.(\w+) import", (room / name).read_text("utf-8"), re.M)
        for name in modules
    )
    assert {f"{each}.py" for imports in used for each in imports} <= modules


def test_an_older_version_of_the_room_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made()
    cache.cached(TEXT, PARSER, made)
    monkeypatch.setattr(cache, "_makers", lambda: b"older")
    cache.cached(TEXT, PARSER, made)
    assert made.times == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:40],
        lambda data: data[:-1],
        lambda data: data[:-20],
        lambda data: data + b"more",
        lambda data: data.replace(b"parse 1", b"parse 0"),
        lambda data: data[:-8] + bytes([data[-8] ^ 255]) + data[-7:],
        lambda data: data.partition(b"\n")[0] + b"\n" + zlib.compress(b"{}\n"),
        lambda data: data.partition(b"\n")[0] + b"\n" + zlib.compress(b"[" * 100_000),
        lambda data: data.partition(b"\n")[0] + b"\n" + zlib.compress(bytes(10_000_000)),
        lambda data: b"\x80\x04K\x01.",
    ],
    ids=[
        "empty",
        "head",
        "cut",
        "cut more",
        "longer",
        "version",
        "flipped",
        "json",
        "deep",
        "bomb",
        "pickle",
    ],
)
def test_a_broken_entry_is_parsed_anew(parses: Path, spoil: object) -> None:
    made = Made()
    cache.cached(TEXT, PARSER, made)
    (path,) = files(parses)
    good = path.read_bytes()
    path.write_bytes(spoil(good))  # type: ignore[operator]
    assert cache.cached(TEXT, PARSER, made) == made()
    assert path.read_bytes() == good


def test_the_entry_of_another_text_is_parsed_anew(parses: Path) -> None:
    made = Made()
    cache.cached("Other words.", PARSER, lambda: light_parser.parse("Other words."))
    (other,) = files(parses)
    cache.cached(TEXT, PARSER, made)
    (path,) = set(files(parses)) - {other}
    path.write_bytes(other.read_bytes())
    assert cache.cached(TEXT, PARSER, made) == made()


def test_a_folder_in_the_place_of_an_entry_does_no_harm(parses: Path) -> None:
    made = Made()
    cache.cached(TEXT, PARSER, made)
    (path,) = files(parses)
    path.unlink()
    path.mkdir()
    assert cache.cached(TEXT, PARSER, made) == made()


def test_the_oldest_entries_go_first(monkeypatch: pytest.MonkeyPatch, parses: Path) -> None:
    texts = [f"{TEXT} {number}" for number in range(40)]
    for number, text in enumerate(texts):
        cache.cached(text, PARSER, lambda text=text: light_parser.parse(text))
        newest = max(files(parses), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    size = cache.usage()[1]
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", str(size / 2 / 1_000_000))
    cache._Kept._written.clear()
    cache.cached(TEXT, PARSER, Made())
    kept = [path.stat().st_mtime for path in files(parses)]
    assert cache.usage()[1] <= size / 2
    assert len(kept) > 10
    assert set(range(40 - len(kept) + 1, 40)) <= set(kept)


def test_a_limit_of_nothing_keeps_nothing(monkeypatch: pytest.MonkeyPatch, parses: Path) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", "0")
    made = Made()
    cache.cached(TEXT, PARSER, made)
    cache.cached(TEXT, PARSER, made)
    assert made.times == 2
    assert files(parses) == []


@pytest.mark.parametrize("told", ["much", "nan", "inf", "5 MB"])
def test_a_limit_that_is_no_number(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("TIMELINE_CACHE_LIMIT", told)
    with pytest.raises(ValueError, match=r"^TIMELINE_CACHE_LIMIT is .*: write one such as 500[^\n]*$"):
        cache.limit()


def test_where_nothing_can_be_written_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("TIMELINE_CACHE", str(blocked / "parses"))
    made = Made()
    assert cache.cached(TEXT, PARSER, made) == cache.cached(TEXT, PARSER, made) == made()
    assert cache.usage() == (0, 0)


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(cls: type[Path]) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("TIMELINE_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", classmethod(homeless))
    assert cache.folder() is None
    assert cache.cached(TEXT, PARSER, Made()) == Made()()
    assert cache.usage() == (0, 0)
    assert cache.clear() == 0


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TIMELINE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "timeline-toolkit" / "parses"


def test_clearing_removes_parses_and_nothing_else(parses: Path) -> None:
    cache.cached(TEXT, PARSER, Made())
    (parses / "note.txt").write_text("mine")
    assert cache.clear() == 1
    assert files(parses) == [parses / "note.txt"]


ROWS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(1, 9),
        st.text(max_size=6),
        st.sampled_from(POS),
        st.sampled_from(FORMS),
        st.integers(0, 7),
        st.sampled_from(ROLES),
        st.sampled_from(ENTITIES),
    ),
    max_size=8,
)


def made_of(rows: list[tuple[int, int, str, str, str, int, str, str]], cuts: list[int]) -> Parse:
    """A parse of any shape that `tree` allows; not one that a parser would give."""
    at, tokens = 0, []
    for gap, length, lemma, pos, form, head, role, entity in rows:
        start, at = at + gap, at + gap + length
        tokens.append(Token(start, at, lemma, pos, form, head % len(rows), role, entity))
    spans = tuple((cut, len(rows)) for cut in cuts if cut < len(rows))
    return Parse(tuple(tokens), spans, tuple((*span, ENTITIES[span[0]]) for span in spans), "any")


PARSES = st.builds(made_of, ROWS, st.lists(st.integers(0, 7), max_size=3))


@given(PARSES)
def test_packing_loses_nothing(parse: Parse) -> None:
    length = parse.tokens[-1].end if parse.tokens else 0
    assert unpack(pack(parse, "key"), "key", length, "any") == parse


@given(PARSES, st.data())
def test_changed_bytes_give_the_same_parse_or_an_error(parse: Parse, data: st.DataObject) -> None:
    packed = bytearray(pack(parse, "key"))
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    length = parse.tokens[-1].end if parse.tokens else 0
    with suppress(ValueError):
        assert unpack(bytes(packed), "key", length, "any") == parse
