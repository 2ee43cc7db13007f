"""Laws that hold for every text and every day of publication."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.adversarial import REPEATED, strings
from tests.dates.edtf_reader import bounds
from tests.tries import tries
from toolkit.dates import Policy, find_dates, resolve, to_record
from toolkit.dates.beginnings import alike, beginnings, continuation, continuations
from toolkit.dates.needed import near, needed
from toolkit.dates.notation import edtf, from_timex, timex
from toolkit.dates.rules import table
from toolkit.dates.triggers import begins_with
from toolkit.dates.vocabulary import words

DAYS = st.dates(min_value=date(1700, 1, 1), max_value=date(2300, 12, 31)) | st.sampled_from(
    [date.min, date(1, 1, 8), date(9999, 12, 24), date.max]
)
VOCABULARY = sorted({word for table in words().values() for word in table.get("words", table)})
PHRASES = st.lists(
    st.sampled_from(
        [
            *VOCABULARY,
            "2025",
            "13",
            "3",
            "1st",
            "-",
            ",",
            "/",
            ".",
            "of",
            "the",
            "said",
            "will",
            "June",
            "Friday",
            "May",
        ]
    ),
    max_size=14,
).map(" ".join)


def check(text: str, published: date | None) -> None:
    last_end = 0
    for each in find_dates(text, published):
        assert last_end <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
        assert each.type in ("DATE", "TIME", "DURATION", "SET")
        assert each.value
        assert each.why
        assert each.rule
        if each.earliest and each.latest:
            assert each.earliest <= each.latest
        assert bool(each.edtf) == (each.interval is not None or each.value.startswith("BC"))
        last_end = each.end


@given(PHRASES, DAYS | st.none())
@settings(max_examples=tries(600))
def test_words_of_time_in_any_order(text, published):
    check(text, published)


@given(st.text(), DAYS | st.none())
@settings(max_examples=tries(300))
def test_any_text(text, published):
    check(text, published)


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2300, 12, 31)))
@settings(max_examples=tries(100))
def test_publishing_a_week_later_moves_a_weekday_by_a_week(published):
    first = resolve("It said so on Sunday.", published)
    second = resolve("It said so on Sunday.", published + timedelta(days=7))
    assert first
    assert second
    assert first.earliest
    assert second.earliest == first.earliest + timedelta(days=7)
    assert timedelta(0) <= published - first.earliest < timedelta(days=7)


@given(
    DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"])
)
@settings(max_examples=tries(200))
def test_timex_round_trip(day, grain):
    interval = from_timex(timex(grain, day))
    assert interval
    assert interval.grain == grain
    assert timex(grain, interval.earliest) == timex(grain, day)


@given(PHRASES, st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
@settings(max_examples=tries(300))
def test_edtf_is_read_back_to_the_same_bounds(text, published):
    for each in find_dates(text, published):
        if each.earliest and each.latest:
            assert bounds(each.edtf) == (each.earliest, each.latest), (each.text, each.edtf)


def test_edtf_of_open_sides():
    assert edtf(None, date(2025, 6, 8)) == "../2025-06-08"
    assert edtf(date(2025, 6, 8), None) == "2025-06-08/.."
    assert edtf(None, None) == ""


def test_no_clock_is_read(monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        there = to_record("a", find_dates("on Sunday and today and in March", "2025-06-13"))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert there == to_record("a", find_dates("on Sunday and today and in March", "2025-06-13"))


def test_without_a_publication_date_nothing_is_made_up():
    for each in find_dates("On Sunday, last week, in March, yesterday and three years ago.", None):
        assert each.interval is None
        assert "X" in each.value or each.value == "PAST_REF"


@pytest.mark.hypothesis  # `make soak` tries more of them too
def test_adversarial_strings_raise_nothing():
    days = [date(2025, 6, 13), date(2024, 2, 29), None, date.min, date.max]
    for number, text in enumerate(strings(random.Random(2025), tries(20_000))):
        check(text, days[number % len(days)])


FIRST = re.compile(r"[^\W\d_]+|\d+")


def test_a_rule_matches_only_where_its_phrase_can_begin():
    made = random.Random(7)
    phrases = (" ".join(made.choice(VOCABULARY) for _ in range(12)) for _ in range(300))
    text = "\n\n".join([*phrases, *REPEATED, *(t for t in strings(made, 300) if len(t) < 1_000)])
    for rule in {each for trigger in table().values() if trigger for each in trigger.rules}:
        for found in rule.pattern.finditer(text):
            assert alike(text[found.start() : found.end() + 2]) in beginnings(rule.phrase), (
                rule.name,
                found[0],
            )
            pieces = needed(rule.phrase)
            assert not pieces or any(piece in near(text, found.start()) for piece in pieces), (
                rule.name,
                found[0],
            )
            if first := FIRST.match(text, found.start()):
                signs = alike(text[first.start() : first.end() + 2])
                told = not first[0].isascii() or begins_with(rule.phrase, first[0].lower(), signs)
                assert told, (rule.name, found[0])  # words with other letters are in no table
                assert continuation(text, *first.span()) in continuations(rule.phrase), (rule.name, found[0])


def test_the_order_of_sets_changes_nothing():
    script = (
        "import random; from tests.dates.adversarial import strings; from toolkit.dates import find_dates;"
        "print([find_dates(text.title(), '2025-06-13') for text in strings(random.Random(3), 200)])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8:backslashreplace"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


@pytest.mark.parametrize("unit", REPEATED)
def test_work_grows_with_the_length_of_the_text(unit):
    """Twice the text never gives more than about twice the expressions."""
    small, large = (find_dates(unit * (size // len(unit)), "2025-06-13") for size in (4_000, 8_000))
    assert len(large) <= 2 * len(small) + 4


def test_the_policy_may_look_ahead_where_the_clause_does_not_tell():
    ahead = Policy(direction="future")
    for text, past, future in (
        ("Sunday: talks", "2025-06-08", "2025-06-15"),
        ("In March: talks", "2025-03", "2026-03"),
    ):
        assert find_dates(text, "2025-06-13")[0].value == past
        assert find_dates(text, "2025-06-13", ahead)[0].value == future
    assert find_dates("They met on Sunday.", "2025-06-13", ahead)[0].value == "2025-06-08"


def test_published_may_be_a_day_a_time_or_text():
    for published in (date(2025, 6, 13), "2025-06-13", "2025-06-13T22:10:00+03:00"):
        found = resolve("on Sunday", published)
        assert found
        assert found.value == "2025-06-08"
    for wrong in ("13 June", 20250613, float("nan")):
        with pytest.raises(ValueError, match="give it as YYYY-MM-DD"):
            find_dates("on Sunday", wrong)
    with pytest.raises(ValueError, match="unknown policy"):
        find_dates("on Sunday", "2025-06-13", policy="novel")


@pytest.mark.parametrize(
    ("text", "value", "others"),
    [
        ("Seen on 06/07/2025.", "2025-06-07", ["2025-07-06"]),
        ("Seen on 07/06/2025.", "2025-06-07", ["2025-07-06"]),  # the other order would lie after publication
        ("Seen on 25/05/2025 and 06/07/2024.", "2024-07-06", []),
        ("Seen on 05/25/2025 and 06/07/2024.", "2024-06-07", []),
        ("Seen on 06.07.2024.", "2024-07-06", []),
    ],
)
def test_order_of_day_and_month(text, value, others):
    found = find_dates(text, "2025-06-13")[-1]
    assert found.value == value
    assert [other.value for other in found.alternatives] == others
    assert find_dates("06/07/2024", "2025-06-13", Policy(day_order="DMY"))[0].value == "2024-07-06"
