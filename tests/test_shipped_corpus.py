"""The shipped corpus is what its README says: complete, labelled as its own, true to the calendar."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "corpus" / "dnipropetrovsk-2025"
ARTICLES = FOLDER / "articles"
COLUMNS = ["file", "outlet", "title", "published", "url", "language", "notes"]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {name: number for number, name in enumerate(("June", "July", "August"), start=6)}

# What an analyst must be able to find, by the names and words that carry it.
FACTS = {
    "the talks": r"Istanbul.*four (?:\w+ )?regions|four regions.*Istanbul",
    "the gains of late May": r"late May",
    "the unit": r"90th tank regiment",
    "the denial": r"General Staff.*(?:denied|rejected)",
    "the officers": r"Three Ukrainian officers|three Ukrainian officers",
    "the newspaper": r"The New York Times reported",
    "the map": r"Institute for the Study of War",
    "the non-confirmation": r"has not confirmed|not confirmed",
    "the official of March": r"The Moscow Times in March",
    "Alaska": r"Trump.*Putin.*Alaska",
    "Washington": r"Zelensky in Washington",
    "the push": r"10.kilomet\w+ .*Dobropillia|Dobropillia.*10.kilomet\w+|10 km.*Dobropillia",
    "the villages": r"DeepState.*Zaporizke and Novohryhorivka",
    "the confirmation": r"Viktor Trehubov",
    "the admiral": r"Admiral Sir Tony Radakin",
    "the chancellor": r"Merz.*security guarantees",
    "the minister": r"Lavrov.*no summit",
}

# The ways of naming dates that the corpus was written to hold.
PHRASES = (
    "on Sunday",
    "on Monday",
    "on Tuesday",
    "on Friday",
    "over the past weekend",
    "Last weekend",
    "in March",
    "In early June",
    "late May",
    "earlier this month",
    "this summer",
    "earlier this summer",
    "by last week",
    "more than three years ago",
    "on June 8",
    "on 8 June",
    "between Saturday and Sunday",
    "between Monday and Tuesday",
    "since early June",
    "the day before",
    "Tuesday, August 26",
    "In recent weeks",
    "Last month",
    "in mid-June",
)

FURNITURE = (
    "Advertisement",
    "Remind me later",
    "©",
    "Subscribe",
    "Read more",
    "Related",
    "newsletter",
    "Share this",
)


def rows() -> list[dict[str, str]]:
    with (FOLDER / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts() -> dict[str, str]:
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(ARTICLES.iterdir())}


def test_the_manifest_is_well_formed() -> None:
    for row in rows():
        assert list(row) == COLUMNS
        assert all(isinstance(value, str) and value == value.strip() for value in row.values()), row["file"]
        assert row["language"] == "en"
        assert row["title"]
        if row["published"] not in ("", "unknown"):
            date.fromisoformat(row["published"])


def test_the_manifest_names_every_article_once_and_nothing_else() -> None:
    files = [row["file"] for row in rows()]
    assert len(files) >= 8
    assert sorted(files) == sorted(texts())
    assert len({Path(file).stem for file in files}) == len(files)


def test_all_is_labelled_as_written_for_the_project() -> None:
    for row in rows():
        assert row["notes"].startswith("written for this project; ")
        assert row["outlet"].endswith("desk (project)")
        assert re.fullmatch(r"(https://\w+\.example\.org/\S+)?", row["url"])
    assert "written for this project" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_exactly_one_article_has_no_date() -> None:
    assert [row["file"] for row in rows() if row["published"] == "unknown"] == ["undated-digest.txt"]


def test_where_the_manifest_leaves_the_date_empty_the_file_tells_it() -> None:
    told = {
        "2025-06-09-general-staff-denial.html": '"datePublished": "2025-06-09"',
        "2025-06-16-what-is-known.md": "\ndate: 2025-06-16\n",
    }
    assert {row["file"] for row in rows() if not row["published"]} == set(told)
    for file, line in told.items():
        assert line in texts()[file]


def test_the_file_name_begins_with_the_publication_day() -> None:
    for row in rows():
        if row["published"] not in ("", "unknown"):
            assert row["file"].startswith(row["published"])


@pytest.mark.parametrize("file", sorted(path.name for path in ARTICLES.iterdir()))
def test_an_article_is_of_the_length_of_news_and_plain_text(file: str) -> None:
    text = texts()[file]
    words = len(re.sub(r"<script.*?</script>|<[^>]+>|\A---.*?\n---\n", " ", text, flags=re.S).split())
    assert 150 <= words <= 450
    assert "\r" not in text
    assert "\ufffd" not in text
    assert text.endswith("\n")


def test_weekdays_beside_dates_are_true() -> None:
    weekday, month = "|".join(WEEKDAYS), "|".join(MONTHS)
    month_first = re.compile(rf"({weekday}),? (?:on )?({month}) (\d{{1,2}})\b")
    day_first = re.compile(rf"({weekday}),? (?:on )?(\d{{1,2}}) ({month})\b")
    pairs = []
    for text in texts().values():
        pairs += [(found[1], int(found[3]), found[2]) for found in month_first.finditer(text)]
        pairs += [(found[1], int(found[2]), found[3]) for found in day_first.finditer(text)]
    assert len(pairs) >= 5
    for name, day, month_name in pairs:
        assert WEEKDAYS[date(2025, MONTHS[month_name], day).weekday()] == name, (name, day, month_name)


@pytest.mark.parametrize("fact", FACTS)
def test_the_facts_stand_in_the_corpus(fact: str) -> None:
    assert any(re.search(FACTS[fact], text) for text in texts().values())


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_ways_of_naming_dates_stand_in_the_corpus(phrase: str) -> None:
    assert any(phrase in text for text in texts().values())


@pytest.mark.parametrize("words", FURNITURE)
def test_site_furniture_stands_in_the_corpus(words: str) -> None:
    assert any(words in text for text in texts().values())


def test_quotation_marks_hold_only_short_reported_fragments() -> None:
    quoted = {found for text in texts().values() for found in re.findall("“([^”]*)”", text)}
    assert quoted == {"tense", "first attack", "a trap"}
    for file, text in texts().items():
        if file.endswith(".txt"):
            assert '"' not in text
