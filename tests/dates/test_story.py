"""Narratives: the years of bare months, dates named in passing, years before Christ, words that date nothing."""

import re
from datetime import date

import pytest

from tests.dates.examples import stories
from toolkit.dates import NARRATIVE, choose_policy, find_dates

READ = "2019-05-02"

STORIES = [
    # a story goes forward, over the turn of a year
    (
        "In October 1916 the line held. In December it broke, and by March the town was lost.",
        "1916-10 1916-12 1917-03",
    ),
    # the year told next shows where the story had come to
    (
        "In 1916 they dug in. By 28 March the siege had begun. On 30 March 1917 it ended.",
        "1916 1917-03-28 1917-03-30",
    ),
    # a look back for half a sentence does not move it
    ("In May 1917 the fort, built since 1902, fell. In June the river was crossed.", "1917-05 1902 1917-06"),
    # nor does a later year named in passing
    ("In May 1917 he, who would die before 1948, was freed. In June he left.", "1917-05 1948 1917-06"),
    # a heading moves it
    ("In June 1917 they met.\n\nSpring 1921\n\nIn April they met again.", "1917-06 1921-SP 1921-04"),
    ("The war began late in 1916.\nIn November the port fell.", "1916 1916-11"),
    # seasons, and a range over the new year
    (
        "In September 1916 it rained. In winter they starved. In spring they marched.",
        "1916-09 1917-WI 1917-SP",
    ),
    ("In June 1917 it began. From October to March 1918 they waited.", "1917-06 1917-10 1918-03"),
    ("In late June or early July 1917 they met.", "1917-06 1917-07"),
    ("They trained in the summer and autumn of 1941.", "1941-SU 1941-FA"),
    # what is counted from the date in focus
    (
        "On 3 May 1917 they met. The next day they signed. The following year they parted.",
        "1917-05-03 1917-05-04 1918",
    ),
    ("On 3 May 1917 they met. On 9 June of the same year they signed.", "1917-05-03 1917-06-09"),
    ("On 3 May 1917 he said that the treaty signed two years ago was dead.", "1917-05-03 1915"),
    ("In May 1917 they met, and parted that same day.", "1917-05 1917-05-XX"),
    ("In May 1917 they planned it for the spring of the next year.", "1917-05 1918-SP"),
    # before Christ the years go down
    (
        "In 216 BC they lost. In August they fled. The following year they returned.",
        "BC0216 BC0216-08 BC0215",
    ),
    ("The siege began in the autumn of 218 BC. In spring it ended.", "BC0218-FA BC0217-SP"),
    ("In 201 BC they signed. Ten years later, in 191 BC, they paid.", "BC0201 BC0191 BC0191"),
]


@pytest.mark.parametrize(("text", "values"), STORIES)
def test_a_story(text, values):
    assert [each.value for each in find_dates(text, READ, "narrative")] == values.split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May 1917 the former minister was freed.", ["May 1917", "former"]),
        ("In May 1917 they feared future attacks.", ["May 1917", "future"]),
        ("In May 1917 they marched at night.", ["May 1917", "night"]),
        ("During this period the port stayed shut.", ["this period"]),
        ("At that time the port was shut.", ["that time"]),
        ("They did it this time.", []),
        ("On the third day they gave in.", ["the third day"]),
    ],
)
def test_words_that_date_nothing_are_marked_in_narratives_only(text, found):
    assert [each.text for each in find_dates(text, READ, NARRATIVE)] == found
    news = [each.text for each in find_dates(text, READ, "news")]
    assert news == [each for each in found if each == "May 1917"]
    assert not [
        each for each in find_dates(text, READ, NARRATIVE) if each.text != "May 1917" and each.earliest
    ]


def test_years_before_christ_have_no_days_and_say_so():
    found = find_dates("In 216 BC they lost. In August they fled.", READ, "narrative")
    assert [(each.earliest, each.latest, each.edtf) for each in found] == [
        (None, None, "-0215"),
        (None, None, "-0215-08"),
    ]
    assert "before the year 1" in found[1].why


def test_a_written_year_9999_is_no_year_before_christ():
    text = "In 216 BC they lost. The card ends on 31 December 9999."
    assert "BC0001-12-31" not in [each.value for each in find_dates(text, READ, "narrative")]


CHRONICLE = " ".join(f"In March {year} they met." for year in range(1901, 1912))


def test_a_chronicle_is_read_as_a_narrative():
    assert choose_policy(CHRONICLE, None)[0].name == "narrative"


def test_years_of_an_era_make_a_narrative_too():
    text = " ".join(f"In AD {year} they met." for year in range(9, 20))
    assert choose_policy(text, date(2024, 9, 10))[0].name == "narrative"
    assert choose_policy(text.replace("AD ", ""), date(2024, 9, 10))[0].name == "news"


def test_a_text_that_begins_with_its_publication_day_is_news():
    policy, why = choose_policy(f"LVIV, May 2, 2019. {CHRONICLE}", date(2019, 5, 2))
    assert (policy.name, why) == ("news", "its own publication day stands at its head")


def test_a_story_without_any_year_leaves_its_months_open():
    assert [each.value for each in find_dates("In May they met.", None, "narrative")] == ["XXXX-05"]


def test_the_last_month_of_something_is_not_counted_from_the_day_of_writing():
    text = "The port fell in the last month of the siege."
    assert [(each.type, each.value) for each in find_dates(text, READ, "narrative")] == [("DURATION", "P1M")]
    assert find_dates(text, READ, "news") == []
    assert [each.value for each in find_dates("It fell in the last month.", READ, "news")] == ["P1M"]


def test_recurrence_is_written_as_timex2_does_in_narratives():
    text = "In May 1917 the town was shelled daily."
    assert [each.value for each in find_dates(text, READ, "narrative")][-1] == "XXXX-XX-XX"
    assert [each.value for each in find_dates(text, READ, "news")][-1] == "P1D"


HEADED = """2022

In February they met. They met again in March.

2023

In February a plan was read out. In June they met, and on 17 July one of them left.

2024

In June they met.
"""


def test_headings_that_are_years_make_a_narrative_and_give_the_years():
    policy, why = choose_policy(HEADED, date(2024, 9, 10))
    assert (policy.name, why) == ("narrative", "its 3 headings are years")
    assert [each.value for each in find_dates(HEADED, "2024-09-10")] == (
        ["2022", "2022-02", "2022-03", "2023", "2023-02", "2023-06", "2023-07-17", "2024", "2024-06"]
    )
    marked = HEADED.replace("202", "## 202")
    assert [each.value for each in find_dates(marked, "2024-09-10")][-2:] == ["2024", "2024-06"]


def test_headings_may_begin_with_the_latest_year():
    text = "2024\nIn May they met. In March they wrote.\n2023\nIn November they met.\n2022\nIn December they met."
    assert [each.value for each in find_dates(text, "2024-09-10")] == (
        ["2024", "2024-05", "2024-03", "2023", "2023-11", "2022", "2022-12"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "2022\n14\n2023\n15\n2024\n16\nThe sums rose in May.",
        "Founded in\n2022\nThe firm grew in March.",
        "2023\nIn May they met.\n2022\nIn June they met.\n2024\nIn July they met.",
    ],
    ids=["a table", "one line", "no order"],
)
def test_years_on_lines_of_their_own_are_no_headings(text):
    assert choose_policy(text, date(2024, 9, 10))[0].name == "news"


PAST = " ".join(f"In {year} they met." for year in (1991, 1994, 2004, 2010, 2012, 2014, 2015, 2017, 2018))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (PAST, "narrative"),
        (f"{PAST} Last year talks resumed; the next round will be held next month.", "news"),
        (f"He died on Tuesday. {PAST} His funeral will be on Saturday.", "news"),
        (
            f"{PAST} The river is wide, the town is old, its walls are high, and it has a port and is poor.",
            "news",
        ),
        (
            f"{PAST} “It is late, we are tired, it has been lost last week,” was all they had said.",
            "narrative",
        ),
    ],
)
def test_a_background_of_years_in_a_report_is_no_narrative(text, name):
    from datetime import date

    assert choose_policy(text, date(2019, 5, 2))[0].name == name


def test_a_list_of_years_is_no_narrative():
    assert choose_policy("1941-1945-" * 20, None)[0].name == "news"


@pytest.mark.parametrize(("passage", "values"), [*stories.STORIES, *stories.NO_STORY])
def test_a_story_inside_the_news(passage, values):
    found = find_dates(re.sub(r"[\[\]]", "", passage), stories.NEWS)
    assert [each.text for each in found] == re.findall(r"\[(.*?)\]", passage)
    assert [each.value for each in found] == values.split()


@pytest.mark.parametrize(("text", "words", "value"), stories.LIVES)
def test_a_life(text, words, value):
    found = {each.text: each for each in find_dates(text, "2015-03-20")}
    assert found[words].value == value
