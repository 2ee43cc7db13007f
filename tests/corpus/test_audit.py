"""What speaks against a publication date, and the day that is proposed instead."""

from datetime import date
from pathlib import Path

import pytest

from toolkit.corpus.publication.audit import Audited, examine, row
from toolkit.corpus.publication.contradictions import against
from toolkit.corpus.publication.evidence import from_lines, from_title, without_stamps
from toolkit.corpus.reading import read_corpus
from toolkit.model import Article

DAY = date(2025, 6, 13)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 13 June 2025", [("2025-06-13", False)]),
        ("*Published June 13, 2025*", [("2025-06-13", False)]),
        ("First published on Fri 13 Jun 2025 10.00 BST", [("2025-06-13", False)]),
        ("Posted on June 13, 2025 by the desk", [("2025-06-13", False)]),
        ("Last updated: 14 June 2025, 10:00", [("2025-06-14", True)]),
        ("Published: 13 June 2025 | Updated: 14 June 2025", [("2025-06-13", False), ("2025-06-14", True)]),
        (
            "Published 13 June 2025, last modified 15 June 2025.",
            [("2025-06-13", False), ("2025-06-15", True)],
        ),
        ("Published June 13, 2025 Updated June 15, 2025", [("2025-06-13", False), ("2025-06-15", True)]),
        ("Published 2025-06-13T10:00Z", [("2025-06-13", False)]),
        ("The report, published on 13 June 2025, counts ten villages.", []),
        ("The ministry published on June 13, 2025 a list of villages.", []),
        ("The map was updated on 13 June 2025.", []),
        ("Published weekly since 1995", []),
        ("Published in June 2025", []),
        ("Published " + "13 June 2025 in a paper of many more words " * 5, []),
        ("", []),
    ],
)
def test_lines_that_say_when_a_text_was_published(line: str, expected: list[tuple[str, bool]]) -> None:
    text = f"The talks ended.\n{line}\nThey had begun in May."
    assert [(str(piece.day), piece.update) for piece in from_lines(text)] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Morning briefing, June 13, 2025", DAY),
        ("June 13, 2025: the day in brief", DAY),
        ("Campaign assessment (13 June 2025)", DAY),
        ("What happened on June 13, 2025", None),
        ("The June 13, 2025 strike: what is known", None),
        ("Week ending June 13, 2025", None),
        ("From June 8, 2025 to June 13, 2025", None),
        ("Talks in June 2025", None),
        ("The talks of Friday", None),
        ("", None),
    ],
)
def test_a_whole_date_in_a_title(title: str, expected: date | None) -> None:
    assert [piece.day for piece in from_title(title)] == ([expected] if expected else [])


def test_stamps_are_blanked_and_nothing_moves() -> None:
    text = "Talks end\n13 June 2025\n\nThey ended on June 12.\nUpdated 14 June 2025"
    blank = without_stamps(text)
    assert len(blank) == len(text)
    assert blank.split() == ["Talks", "end", "They", "ended", "on", "June", "12."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The talks ended on June 20, 2025.", "later"),
        ("The war ended in August 2025, the ministry said.", "later"),
        ("They met on Tuesday, June 3, the ministry said.", ""),
        ("They met on Wednesday, June 4, and on Wednesday, June 11.", ""),
        ("They met on Monday, June 3, the ministry said.", "weekday"),
        ("They met on Monday (June 3).", "weekday"),
        ("They met yesterday, June 7.", "weekday"),
        ("They met yesterday, June 12.", ""),
        ("The talks will end on June 20, 2025.", ""),
        ("They plan to meet on June 20, 2025.", ""),
        ("The bonds are due June 20, 2030.", ""),
        ("The talks ended on June 12, 2025.", ""),
        ("By 2030 the plant will be closed.", ""),
        ("Updated 20 June 2025", ""),
        (
            "On Sunday, Sept. 3, 1939, Britain declared war. On Sunday, Sept. 17, troops crossed the border.",
            "",
        ),
    ],
)
def test_what_contradicts_a_day(text: str, kind: str) -> None:
    assert [found.kind for found in against(Article("a", text), DAY)] == ([kind] if kind else [])


def audited(folder: Path, row_: str, text: str) -> Audited:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "manifest.csv").write_text(f"file,published,url\na.txt,{row_}\n", encoding="utf-8")
    (found,) = examine(read_corpus(folder))
    return found


@pytest.mark.parametrize(
    ("row_", "text", "proposed", "because"),
    [
        # a slip of the year: the address and the text know better
        (
            "2024-06-04,https://example.org/2025/06/04/a",
            "Envoys met on Monday, June 2.",
            "2025-06-04",
            "url names it",
        ),
        # the weekdays fit the year after only
        (
            "2024-06-04,",
            "Envoys met on Monday, June 2. Ships sailed on Sunday, June 1, the ministry said.",
            "2025-06-04",
            "easily written",
        ),
        # day and month changed about: what is told as past lies ahead
        (
            "2025-06-08,",
            "The talks ended on August 3, 2025. The envoys left on August 4, 2025.",
            "2025-08-06",
            "easily written",
        ),
        # nothing to propose
        ("2025-06-04,https://example.org/2025/06/04/a", "Envoys met on Monday, June 2.", "", ""),
        ("2025-06-04,https://example.org/2025/06/05/a", "Envoys met on Monday, June 2.", "", ""),
        ("2025-06-04,", "Updated 6 June 2025\nEnvoys met on Monday, June 2.", "", ""),
    ],
)
def test_the_proposed_day(tmp_path: Path, row_: str, text: str, proposed: str, because: str) -> None:
    found = row(audited(tmp_path, row_, text))
    assert found["proposed"] == proposed
    assert because in found["reason"]


def test_no_slip_is_proposed_on_which_the_article_cannot_have_been_printed(tmp_path: Path) -> None:
    told = "Drones struck a depot in Sumy on Tuesday, the governor said. Four people were hurt."
    for number in range(12):
        (tmp_path / f"b{number}.txt").write_text(told, encoding="utf-8")
    rows = "".join(f"b{number}.txt,2025-06-{number + 11},\n" for number in range(12))
    text = "Troops took the village on June 20, 2025. The ministry spoke on Monday, June 23, 2025. " + told
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text(f"file,published,url\na.txt,2025-06-16,\n{rows}", encoding="utf-8")
    found = examine(read_corpus(tmp_path))[0]
    assert len(found.disagreements) >= 2
    assert found.inference.latest
    assert found.inference.latest < date(2026, 6, 16)
    assert found.proposed is None or found.proposed <= found.inference.latest


@pytest.mark.parametrize(
    ("row_", "text", "disagreement"),
    [
        (
            "2025-06-04,https://example.org/2025/06/05/a",
            "Envoys met.",
            "url names 2025-06-05, 1 day after 2025-06-04",
        ),
        ("2025-06-04,https://example.org/2025/07/a", "Envoys met.", "the address names 2025-07"),
        (
            "2025-06-04,",
            "Envoys met.\nUpdated 6 June 2025",
            "text says that it was updated on 2025-06-06, 2 days after 2025-06-04",
        ),
        ("2025-06-04,", "Envoys met.\nUpdated 1 June 2025", "updated on 2025-06-01, before it was published"),
        ("32 May,", "Envoys met.", "given: '32 May'"),
        (
            "2025-06-04,",
            "Envoys met on June 9, 2025.",
            "the text tells as past what happened on 2025-06-09, 5 days later",
        ),
        ("2025-06-04,", "Envoys met on Monday, June 3.", "“Monday, June 3”: 2025-06-03 was a Tuesday"),
        ("2025-06-04,https://example.org/2025/06/04/a", "Envoys met on Monday, June 2.", ""),
    ],
)
def test_disagreements_are_named(tmp_path: Path, row_: str, text: str, disagreement: str) -> None:
    found = row(audited(tmp_path, row_, text))["disagreement"]
    assert disagreement in found
    assert bool(found) == bool(disagreement)


def test_the_shipped_corpus_has_nothing_against_its_dates() -> None:
    corpus = read_corpus(Path(__file__).parents[2] / "corpus" / "dnipropetrovsk-2025")
    found = examine(corpus)
    assert [each.disagreements for each in found] == [()] * len(corpus)
    assert [each.proposed for each in found] == [None] * len(corpus)
    assert found[-1].reason.startswith("from 2025-")
    quick = examine(corpus, thorough=False)
    assert [row(each)["possible"] for each in quick[:-1]] == [""] * (len(corpus) - 1)
    assert quick[-1].inference == found[-1].inference
