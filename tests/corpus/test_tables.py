"""Tables: every value as written, every bad row named with its place."""

import json
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from toolkit.corpus.reading import Corpus, CorpusError, read_corpus

HEADER = "id,text,published,outlet\n"


def read(folder: Path, name: str, content: str | bytes) -> Corpus:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_corpus(path)


def complaints(corpus: Corpus) -> list[str]:
    return [str(item) for item in corpus.quarantine]


def test_csv_values_stay_as_written(tmp_path: Path) -> None:
    corpus = read(tmp_path, "a.csv", HEADER + '007,"One, two.\r\nThree.",2025-06-13,NA\n1e5,Four.,,None\n')
    assert [(a.id, a.text, a.published, a.published_basis, a.outlet, a.file) for a in corpus] == [
        ("007", "One, two.\nThree.", date(2025, 6, 13), "given", "NA", "a.csv"),
        ("1e5", "Four.", None, "", "None", "a.csv"),
    ]
    assert corpus.name == "a"
    assert not corpus.quarantine


@pytest.mark.parametrize("separator", [";", "\t"])
def test_csv_of_other_offices(tmp_path: Path, separator: str) -> None:
    rows = (
        separator.join(["ID", "Text ", "published"]) + "\n" + separator.join(["a", "One, two.", "13.06.2025"])
    )
    corpus = read(tmp_path, "a.csv", rows.encode("utf-8-sig"))
    assert (corpus[0].id, corpus[0].text, corpus[0].published) == ("a", "One, two.", date(2025, 6, 13))


def test_csv_in_an_old_encoding_is_noted(tmp_path: Path) -> None:
    corpus = read(tmp_path, "a.csv", (HEADER + "a,Aus Köln berichtet.,,\n").encode("cp1252"))
    assert corpus[0].text == "Aus Köln berichtet."
    assert corpus[0].notes == "not UTF-8: read as windows-1252"
    assert complaints(corpus) == ["a.csv: not UTF-8: read as windows-1252 (its rows are kept)"]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_other_signs_that_end_lines_split_no_row(tmp_path: Path, sign: str) -> None:
    corpus = read(tmp_path, "a.csv", HEADER + f"a,One{sign}two.,2025-06-13,Wire\nb,{30 * 'Three. '},,\n")
    assert [(each.id, each.published, each.outlet) for each in corpus] == [
        ("a", date(2025, 6, 13), "Wire"),
        ("b", None, ""),
    ]
    assert corpus[0].text.split() == ["One", "two."]
    assert not corpus.quarantine


def test_a_few_nul_bytes_spoil_their_rows_alone(tmp_path: Path) -> None:
    rows = (
        "a,One.,,\nb,T\0wo.,,\n"
        + 'c,"Three, and more of it to tell than of the others in this table.",,\n' * 3
    )
    corpus = read(tmp_path, "a.csv", HEADER + rows)
    assert [article.id for article in corpus] == ["a", "c"]
    assert complaints(corpus)[0] == "a.csv, line 3: holds a NUL byte and was not read: take it out"
    lines = [json.dumps({"id": name, "text": f"Text {name} of some length."}) for name in "ab"]
    corpus = read(tmp_path, "b.jsonl", f"{lines[0]}\n{lines[1]}\0\n" + "\n" * 80)
    assert [article.id for article in corpus] == ["a"]
    assert complaints(corpus)[0].startswith("b.jsonl, line 2: is no JSON")


def test_a_table_of_too_many_columns_is_refused_before_its_rows_are_read(tmp_path: Path) -> None:
    header = "id,text," + ",".join(f"c{n}" for n in range(1000))
    with pytest.raises(CorpusError, match=r"has 1,002 columns, more than 1,000"):
        read(tmp_path, "a.csv", header + "\na,One.\n")


def test_a_line_longer_than_any_article_is_named_and_the_next_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.corpus.readers.objects.LARGEST", 100)
    lines = [json.dumps({"id": name, "text": name * size}) for name, size in (("a", 9), ("b", 500), ("c", 9))]
    for end in ("\n", ""):
        corpus = read(tmp_path, "a.jsonl", "\n".join(lines) + end)
        assert [article.id for article in corpus] == ["a", "c"]
        assert complaints(corpus) == [
            "a.jsonl, line 2: has more than 100 bytes, more than any article: split it"
        ]


def test_csv_rows_that_hold_no_article(tmp_path: Path) -> None:
    rows = [
        "a,One.,,",
        ',"No\nid.",,',
        "b,,,",
        "c,Three,2025-06-13,x,too,many",
        "",
        "d,Four.",
        "a,Again.,,",
        "e,Five.,32 May,",
        'f,"never closed,,',
    ]
    corpus = read(tmp_path, "a.csv", HEADER + "\n".join(rows) + "\n")
    assert [article.id for article in corpus] == ["a", "a-2", "d", "e"]
    assert complaints(corpus) == [
        "a.csv, line 5: has no text: fill it in or remove the row",
        "a.csv, line 6: has 6 values for 4 columns: put quotation marks around commas",
        "a.csv, line 9: has the id a, as a.csv (line 2) has: give one of them another name",
        "a.csv, line 10, published: publication date of e: '32 May' is no date with day, month and a year of "
        "four digits: write YYYY-MM-DD or leave it empty (the article is kept, without a date)",
        "a.csv, line 11: can't be read as CSV (unexpected end of data), nor can the rows below it: "
        "check its quotation marks",
    ]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": 7, "text": "One.\u2028Two.", "published": "2025-06-13", "outlet": None, "more": [1]}
        ),
        "",
        "{broken",
        "[1, 2]",
        json.dumps({"id": "b", "text": ["a", "list"]}),
        json.dumps({"id": "c"}),
        '{"id": "d", "text": "Half a pair: \\ud83d"}',
        "[" * 100_000,
        '{"id": 12345678901234567890123, "text": "Five."}',
    ]
    raw = "\n".join(lines).encode() + b'\n{"id": "f", "text": "\xff"}\n'
    corpus = read(tmp_path, "a.jsonl", raw)
    assert [(article.id, article.text) for article in corpus] == [
        ("7", "One.\nTwo."),
        ("d", "Half a pair: \ufffd"),
        ("12345678901234567890123", "Five."),
    ]
    places = [(item.place, item.reason) for item in corpus.quarantine]
    assert [place for place, _ in places] == ["line 3", "line 4", "line 5", "line 6", "line 8", "line 10"]
    assert places[0][1].startswith("is no JSON (")
    assert places[1][1].startswith("is no JSON object")
    assert places[2][1] == "has no plain value in text: write it as one string"
    assert places[3][1] == "has no text: fill it in or remove the row"


def test_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "ID": pa.array([1, 2, 3]),
            "text": pa.array(["One.", "Two.", None]).dictionary_encode(),
            "published": pa.array([datetime(2025, 6, 13, 23, 30), None, None], pa.timestamp("ns")),
            "outlet": pa.array([None, None, None]),
            "score": pa.array([1.5, 2.5, 3.5]),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    corpus = read_corpus(tmp_path / "a.parquet")
    assert [(a.id, a.text, a.published, a.outlet) for a in corpus] == [
        ("1", "One.", date(2025, 6, 13), ""),
        ("2", "Two.", None, ""),
    ]
    assert complaints(corpus) == ["a.parquet, row 3: has no text: fill it in or remove the row"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (pa.array([date(2025, 6, 13)]), date(2025, 6, 13)),
        (pa.array(["13 June 2025"]), date(2025, 6, 13)),
        (pa.array([datetime(2025, 6, 13, 1)], pa.timestamp("us")), date(2025, 6, 13)),
    ],
)
def test_parquet_days_of_any_type(tmp_path: Path, column: pa.Array, expected: date) -> None:
    pq.write_table(pa.table({"id": ["a"], "text": ["One."], "published": column}), tmp_path / "a.parquet")
    assert read_corpus(tmp_path / "a.parquet")[0].published == expected


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "has no column text (it has: none; known are: text,"),
        ("a.csv", b"name,words\n1,2\n", "has no column text (it has: name, words; known are: text,"),
        ("a.csv", b"id,text,text\n1,2,3\n", "has the column text twice"),
        ("a.csv", b"id,\x00text\n", "NUL bytes"),
        ("a.jsonl", b'[{"id": 1}]', "has no column text (it has: id;"),
        ("a.json", b'[{"id": 1, "te', "is no JSON (Unterminated string"),
        ("a.jsonl", b"\x1f\x8b\x08...", "gzip"),
        ("a.parquet", b"PAR1 and nothing", "can't be read as a Parquet table"),
        ("a.parquet", b"", "can't be read as a Parquet table"),
        ("a.docx", b"PK", "is cut off or no whole archive: get it again"),
        ("a.rtf", b"{", "is rich text: save it as .docx or .txt"),
        ("a.css", b"p {}", "is no kind of file that is read"),
        ("a.txt", b"\x00\x01", "NUL bytes"),
    ],
)
def test_a_single_file_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(CorpusError) as error:
        read(tmp_path, name, content)
    assert reason in str(error.value)
    assert str(error.value).startswith(f"{tmp_path / name}: ")
    assert "\n" not in str(error.value)


def test_a_parquet_table_without_its_columns(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"]}), tmp_path / "a.parquet")
    with pytest.raises(CorpusError, match="has no column text"):
        read_corpus(tmp_path / "a.parquet")
