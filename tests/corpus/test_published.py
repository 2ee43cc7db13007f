"""Written publication dates: one day, none known, or a refusal with its reason."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.corpus.draft import Draft, Given, Stated
from toolkit.corpus.publication.evidence import Evidence, from_dateline, from_url, gather
from toolkit.corpus.publication.published import BASES, parse_published, settle

DAY = date(2025, 6, 13)

SAME_DAY = """
2025-06-13
 2025-06-13
2025-6-13
20250613
2025-W24-5
2025-06-13T23:30:00-04:00
2025-06-13T00:30:00+03:00
2025-06-13T10:00:00.000Z
2025-06-13 10:00
2025-06-13 10:00:00 UTC
2025/06/13
2025. 6. 13.
13.06.2025
13.06.2025, 14:05
13/06/2025
06/13/2025
13-06-2025
June 13, 2025
June 13th, 2025
Jun. 13, 2025
13 June 2025
13 JUNE 2025
13-Jun-2025
Friday, June 13, 2025
Friday 13 June 2025
Fri, 13 Jun 2025 10:00:00 +0300
June 13, 2025 at 2:05 p.m. ET
13 June 2025, 14:05 BST
13. Juni 2025
13. Juni 2025, 14:05 Uhr
vendredi 13 juin 2025
13 de junio de 2025
venerdì 13 giugno 2025
13 червня 2025
пʼятниця, 13 червня 2025, 14:05
13 червня 2025 року
13 июня 2025
13 июня 2025 г., 10:00 МСК
13 czerwca 2025
13 Haziran 2025
2025年6月13日
2025년 6월 13일
13 يونيو 2025
"""

REFUSED = [
    ("32 May", "year of four digits"),
    ("32 May 2025", "no day of the calendar"),
    ("2025-02-30", "no day of the calendar"),
    ("30 February 2025", "no day of the calendar"),
    ("30.02.2025", "no day of the calendar"),
    ("2025-W60-1", "no day of the calendar"),
    ("0/0/2025", "no day of the calendar"),
    ("03/04/2025", "may be 3 April or 4 March 2025"),
    ("06-05-2025", "may be 6 May or 5 June 2025"),
    ("13 June 25", "year of four digits"),
    ("13.06.25", "is no date"),
    ("13 June", "year of four digits"),
    ("June 2025", "certainty"),
    ("2025-06", "is no date"),
    ("2025-W24", "certainty"),
    ("2025", "is no date"),
    ("summer 2025", "certainty"),
    ("yesterday", "is no date"),
    ("last Friday", "is no date"),
    ("3 days ago", "year of four digits"),
    ("13 June 2025 - 14 June 2025", "certainty"),
    ("5 of 6 2025", "certainty"),
    ("1749772800", "is no date"),
    ("2025-06-13T25:00", "certainty"),
    ("0025-06-13", "has the year 25, in which no newspaper came out"),
    ("9999-12-31", "has the year 9999, in which no newspaper came out"),
    ("Thursday, 13 June 2025", "contradicts itself: 2025-06-13 was a Friday"),
    ("13 listopada 2025", "different days in different languages"),
    ("x" * 500, "too long"),
]


@pytest.mark.parametrize("value", [line for line in SAME_DAY.split("\n") if line.strip()])
def test_reads_a_day_that_is_certain(value: str) -> None:
    assert parse_published(value) == DAY


@pytest.mark.parametrize(("value", "reason"), REFUSED)
def test_refuses_with_a_reason_and_advice(value: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"write YYYY-MM-DD or leave it empty$") as refusal:
        parse_published(value)
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "value", ["", "  ", "unknown", "Unknown", "none", "None", "null", "n/a", "NaN", "NaT", "-", "?"]
)
def test_says_that_none_is_known(value: str) -> None:
    assert parse_published(value) is None


def test_dots_put_the_day_first_and_equal_numbers_leave_no_choice() -> None:
    assert parse_published("03.04.2025") == date(2025, 4, 3)
    assert parse_published("03/03/2025") == date(2025, 3, 3)


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati", "UTC"])
def test_the_time_zone_of_the_machine_moves_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    from toolkit.corpus.publication.day import _parse

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    _parse.cache_clear()
    try:
        assert parse_published("13 червня 2025, 23:59") == DAY
        assert parse_published("2025-06-13T00:00:00Z") == DAY
    finally:
        monkeypatch.undo()
        time.tzset()


@given(st.text(max_size=90))
@example("13/13/2025")
@example("²⁰²⁵-06-13")
@example("١٣ يونيو ٢٠٢٥")
@example("0000-00-00")
@example("\ud800 2025 1")
@example("12345678901234567890 1 2025 a")
def test_any_string_is_a_day_or_none_or_a_value_error(value: str) -> None:
    try:
        day = parse_published(value)
    except ValueError:
        return
    assert day is None or type(day) is date


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_is_written_is_what_is_read(day: date) -> None:
    for written in (
        day.isoformat(),
        f"{day.isoformat()}T23:59:59-11:00",
        day.strftime("%A, %d %B %Y"),
        day.strftime("%b %d, %Y"),
        day.strftime("%d.%m.%Y"),
        day.strftime("%Y/%m/%d"),
    ):
        assert parse_published(written) == day


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2025/06/13/talks", DAY),
        ("https://example.org/world/2025/jun/13/talks", DAY),
        ("https://example.org/world-2025-06-13", DAY),
        ("https://example.org/2025-06-13-talks.html", DAY),
        ("https://example.org/20250613/talks", DAY),
        ("https://example.org/2025/06/13", DAY),
        ("https://example.org/2025/6/13/8357987/talks", DAY),
        ("https://example.org/2025/WORLD/06/13/talks/index.html", DAY),
        ("https://example.org/2025/middle_east/6/13/talks/index.html", DAY),
        ("https://example.org/world/2025-06/13/c_1129981476.htm", DAY),
        ("https://example.org/a/202506/13/WS65571297.html", DAY),
        ("https://example.org/n1/2025/0613/c1004-32001234.html", DAY),
        ("https://example.org/2025/06-13/9123456.shtml", DAY),
        ("https://example.org/world/t20250613_5123.html", DAY),
        ("https://example.org/2025/june/13/talks", DAY),
        ("https://example.org/13/jun/2025/talks", DAY),
        ("https://example.org/talks-13-06-2025-872234.php", DAY),
        ("https://example.org/13-06-2025/", DAY),
        ("https://example.org/news/2016/05/147553/", None),
        ("https://example.org/news/2016/0513", None),
        ("https://example.org/news/2016/1324/talks", None),
        ("https://example.org/talks-03-04-2025", None),
        ("https://example.org/the-storm-of-13-06-2025-in-pictures", None),
        ("https://example.org/the-storm-of-13-june-2025", None),
        ("https://example.org/2025/results-6/13/", None),
        ("https://example.org/tt20250613", None),
        ("https://web.archive.org/web/20210101120000/https://example.org/2025/06/13/talks", DAY),
        ("https://web.archive.org/web/20210101120000id_/http://example.org/2025/06/13/talks", DAY),
        ("https://web.archive.org/web/20210101/example.org/2025/06/13/talks", DAY),
        ("https://archive.ph/20210101120000/https://example.org/2025/06/13/talks", DAY),
        ("https://web.archive.org/web/20210101120000/https://example.org/talks", None),
        ("https://web.archive.org/web/2021/01/01/talks", None),
        ("https://archive.ph/20210101/https%3A%2F%2Fexample.org%2Ftalks", None),
        ("https://archive.today/2021.01.01-120000/https://example.org/talks", None),
        ("https://archive.example.org/2025/06/13/talks", DAY),
        ("https://example.org/2025/06/13/talks?share=https://example.com/2021/01/01/", DAY),
        ("https://example.org/2025/06/talks", None),
        ("https://example.org/story-12541713", None),
        ("https://example.org/2025/13/45/talks", None),
        ("https://2025-06-13.example.org/talks", None),
        ("https://example.org/20250613123456", None),
        ("", None),
        ("no address", None),
    ],
)
def test_the_day_in_an_address(url: str, expected: date | None) -> None:
    assert [piece.day for piece in from_url(url)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV, June 13, 2025 — The talks ended.", DAY),
        ("KYIV, 13 June 2025 – The talks ended.", DAY),
        ("KYIV (Desk), June 13, 2025 - The talks ended.", DAY),
        ("NEW YORK, N.Y., June 13, 2025 -- The talks ended.", DAY),
        ("Kyiv (Desk, June 13, 2025) — The talks ended.", DAY),
        ("КИЇВ, 13 червня 2025 — Переговори завершилися.", DAY),
        ("Talks end\nJune 13, 2025\n\nThe talks ended.", DAY),
        ("Talks end\nPublished: 13 June 2025, 10:00\nThe talks ended.", DAY),
        ("Talks end\nPublished on 13 June 2025\nThe talks ended.", DAY),
        ("Talks end\nJune 13, 2025\nThe talks ended.\n© 2025 The Example", DAY),
        ("Talks end\nJune 13, 2025\nUpdated June 14, 2025\nThe talks ended.", DAY),
        ("Talks end\nUpdated: 14 June 2025\nThe talks ended.", None),
        ("The talks of June 13, 2025 ended — without a deal.", None),
        ("On June 13, 2025, the talks ended.", None),
        ("13 June 2025 — Talks end.\n14 June 2025 — Talks begin again.", None),
        ("A chronology\n8 June 2025\nA claim.\n13 June 2025\nA denial.", None),
        ("Copyright 2025 Example", None),
        ("KYIV, June 32, 2025 — The talks ended.", None),
        ("KYIV, Friday, June 13, 2025\nThe talks ended.", DAY),
        ("KYIV — June 13, 2025\nThe talks ended.", DAY),
        ("KYIV (Desk) — June 13, 2025 — The talks ended.", DAY),
        ("KYIV, Region, June 13, 2025 /Newsdesk/ -- The talks ended.", DAY),
        ("PARIS, le 13 juin 2025 – Les discussions sont finies.", DAY),
        ("Berlin, den 13. Juni 2025", DAY),
        ("June 13, 2025 | By A. Writer\nThe talks ended.", DAY),
        ("(13.06.2025) The talks ended.", DAY),
        ("[13 June 2025] The talks ended.", DAY),
        ("(13.06.2025) The talks ended.\n(14.06.2025) They began again.", None),
        ("(Berlin, 13.06.2025) Die Gespräche sind zu Ende.", DAY),
        ("13.06.2025 - The talks of the two sides in the old customs house ended on Friday.", DAY),
        ("June 13, 2025: The talks of the two sides in the old customs house ended on Friday.", DAY),
        (
            "13.06.2025: The talks in the old customs house ended on Friday.\n14.06.2025: They began again.",
            None,
        ),
        ("(on 13.06.2025) The talks ended.", None),
        ("Retrieved June 13, 2025", None),
        ("In Kyiv on June 13, 2025 - the talks ended.", None),
        ("Monday, June 13, 2025 — The talks ended.", None),
        ("\n".join(["The talks went on."] * 9) + "\nJune 13, 2025\n", None),
        ("", None),
    ],
)
def test_the_dateline_of_a_text(text: str, expected: date | None) -> None:
    assert [piece.day for piece in from_dateline(text)] == ([expected] if expected else [])


def test_the_ladder_takes_the_strongest_evidence_with_a_day() -> None:
    pieces = [Evidence(basis, date(2025, 6, number), "", "") for number, basis in enumerate(BASES, 1)]
    for first in range(len(BASES)):
        assert settle(reversed(pieces[first:])) == (date(2025, 6, first + 1), BASES[first])
    assert settle([]) == (None, "")
    assert settle([Evidence("given", None, "unknown", "a.md")]) == (None, "")


def test_what_speaks_for_a_day_is_kept_in_the_order_of_the_ladder() -> None:
    draft = Draft(
        "a",
        "KYIV, June 11, 2025 — The talks ended.",
        "a.html",
        fields={"url": "https://example.org/2025/06/12/talks"},
        given=(Given("32 May", "manifest.csv", "line 2, published"), Given("2025-06-14", "a.html", "")),
        stated=Stated("2025-06-13"),
    )
    pieces = gather(draft)
    assert [(piece.basis, piece.day and piece.day.day) for piece in pieces] == [
        ("given", None),
        ("given", 14),
        ("metadata", 13),
        ("url", 12),
        ("dateline", 11),
    ]
    assert pieces[0].problem
    assert pieces[0].where == "manifest.csv, line 2, published"


@pytest.mark.parametrize(
    ("file", "place", "expected"),
    [
        ("2025-06-13-talks.txt", "", DAY),
        ("articles/2025-06-13.html", "", DAY),
        ("talks_20250613.md", "", DAY),
        ("talks-13-06-2025.html", "", DAY),
        ("talks 13.06.2025", "", DAY),
        ("2025.06.13.txt", "", DAY),
        ("talks-03-04-2025.html", "", None),
        ("13-talks-2025.txt", "", None),
        ("2025-13-45-talks.txt", "", None),
        ("2025-06-talks.txt", "", None),
        ("2025-06-13-talks.txt", "manifest.csv, line 2", DAY),
        ("2025-06-13.csv", "row 2", None),
        ("2025-06-13/talks.txt", "", None),
    ],
)
def test_the_day_in_the_name_of_a_file(file: str, place: str, expected: date | None) -> None:
    draft = Draft("a", "The talks ended.", file, place)
    assert settle(gather(draft)) == ((expected, "file") if expected else (None, ""))


def test_all_else_goes_before_the_name_of_a_file() -> None:
    draft = Draft("a", "The talks ended.\n" * 9 + "Published 13 June 2025", "2025-06-20-talks.txt")
    assert settle(gather(draft)) == (DAY, "text")
