"""The event table: dtypes, the check, and files that come back as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.timeline.handmade import BLANK, claim
from tests.tries import tries
from toolkit.model import Claim
from toolkit.timeline.files import replacing
from toolkit.timeline.storage import disarm, read_events, rearm, write_table
from toolkit.timeline.table import COLUMNS, TableError, check, to_frame

TEXT = st.one_of(
    st.sampled_from(
        [
            "",
            "007",
            "NA",
            "null",
            "=1+1",
            "'=1",
            "''@x",
            "-5",
            "+",
            "\tx",
            "\rx",
            "\nx",
            "＝1",
            "'＋1",
            "－1",
            "＠x",
            'say "x"',
            "a,b\r\nc",
            "nan",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
DAYS = st.one_of(st.none(), st.dates())


def pairs(days: st.SearchStrategy[date | None]) -> st.SearchStrategy[tuple[date | None, date | None]]:
    return st.tuples(days, days).map(
        lambda pair: tuple(sorted(pair)) if None not in pair else pair  # type: ignore[type-var, return-value]
    )


@st.composite
def rows(draw: st.DrawFn) -> list[Claim]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        event, said = draw(pairs(DAYS)), draw(pairs(DAYS))
        made.append(
            claim(
                f"{number}-{draw(TEXT)}",
                draw(st.integers(0, 10**6)),
                draw(TEXT),
                outlet=draw(TEXT),
                title=draw(TEXT),
                claimant=draw(TEXT),
                published=draw(DAYS),
                event_start=event[0],
                event_end=event[1],
                said_start=said[0],
                said_end=said[1],
                claimant_start=draw(st.one_of(st.none(), st.integers(0, 10**6))),
                negated=draw(st.booleans()),
                latitude=draw(st.one_of(st.none(), st.floats(-90, 90))),
                confidence=draw(st.floats(0, 1)),
            )
        )
    return made


@settings(max_examples=tries(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows())
@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_what_is_written_is_read_back_equal(suffix: str, tmp_path: Path, rows: list[Claim]) -> None:
    frame = to_frame(rows)
    path = tmp_path / f"events{suffix}"
    write_table(frame, path)
    pd.testing.assert_frame_equal(read_events(path), frame, check_exact=True)


@given(TEXT)
def test_disarming_is_reversible_and_leaves_no_formula(text: str) -> None:
    assert rearm(disarm(text)) == text
    assert not disarm(text).startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_every_field_of_a_claim_is_a_column_with_its_dtype() -> None:
    frame = to_frame([BLANK, BLANK])
    assert [str(dtype) for dtype in frame.dtypes] == list(COLUMNS.values())
    assert {COLUMNS["published"], COLUMNS["quote"], COLUMNS["claimant_start"]} == {
        "datetime64[us]",
        "str",
        "Int64",
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"mention_id": ""}, "column mention_id, row 0"),
        ({"quote": "longer"}, "column quote, row 0 .*: longer is not as long as start and end say"),
        ({"standing": "maybe"}, "column standing, row 0 .*: maybe is none of"),
        ({"latitude": 91.0}, "column latitude, row 0"),
        ({"confidence": 2.0}, "column confidence, row 0"),
        (
            {"event_start": date(2025, 6, 9), "event_end": date(2025, 6, 8)},
            "column event_start, row 0 .* after event_end",
        ),
        (
            {"said_start": date(2025, 6, 9), "said_end": date(2025, 6, 8)},
            "column said_start, row 0 .* after said_end",
        ),
    ],
)
def test_the_check_names_column_and_row(change: dict[str, object], message: str) -> None:
    values = {name: getattr(BLANK, name) for name in COLUMNS} | change
    with pytest.raises(TableError, match=message):
        check(to_frame([Claim(**values)]))  # type: ignore[arg-type]


def test_the_check_names_what_is_missing_doubled_or_of_another_type() -> None:
    frame = to_frame([BLANK])
    with pytest.raises(TableError, match="column quote: missing"):
        check(frame.drop(columns="quote"))
    with pytest.raises(TableError, match=r"column published: dtype datetime64\[ns\] instead of"):
        check(frame.assign(published=frame["published"].astype("datetime64[ns]")))
    with pytest.raises(TableError, match="column mention_id, row 1"):
        check(to_frame([BLANK, BLANK]))


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("published", "32 May", "line 2, column published: '32 May' is no day; write YYYY-MM-DD"),
        ("negated", "perhaps", "line 2, column negated: 'perhaps' is no true or false"),
        ("start", "one", "line 2, column start: 'one' is no number"),
        ("latitude", "north", "line 2, column latitude: 'north' is no number"),
    ],
)
def test_a_cell_that_does_not_fit_is_named_with_its_file(
    tmp_path: Path, column: str, cell: str, message: str
) -> None:
    path = tmp_path / "events.csv"
    to_frame([BLANK]).astype("object").assign(**{column: cell}).to_csv(path, index=False)
    with pytest.raises(TableError, match=message) as error:
        read_events(path)
    assert str(path) in str(error.value)


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b""), ("a.csv", b"\xff\xfe"), ("a.parquet", b"no"), ("a.txt", b"")]
)
def test_a_file_that_is_no_table_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableError, match=name):
        read_events(tmp_path / name)


def _write_half(path: Path) -> None:
    with replacing(path) as temporary:
        temporary.write_text("half")
        raise RuntimeError


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    write_table(to_frame([BLANK]), path)
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        _write_half(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["events.csv"]


def test_a_cell_after_one_of_several_lines_is_named_by_the_line_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    rows = to_frame([claim("a", 0, "Two\nlines."), claim("b", 0, "One line.")]).astype("object")
    rows.loc[1, "start"] = "one"
    rows.to_csv(path, index=False)
    with pytest.raises(TableError, match="line 4, column start: 'one' is no number"):
        read_events(path)


def test_another_table_is_no_event_table(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text("file,published\na.txt,unknown\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"manifest\.csv: no event table, the column mention_id is missing"):
        read_events(path)


def test_a_file_that_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with pytest.raises(PermissionError) as error, replacing(path) as temporary:
        raise PermissionError(13, "Permission denied", str(temporary))
    assert error.value.filename == str(path)
