"""Index pages are told from articles by form alone, and an article is never lost for its form."""

from pathlib import Path

import pytest

import toolkit as tk
from toolkit.corpus.frontpage import FEWEST_LINES, front_page

PLACES = ["Aville", "Beton", "Ceford", "Dunby", "Elkham", "Farrow", "Garth", "Holm", "Ilden", "Jarrow"]
HEADLINES = [
    f"{lead} {place} {rest}"
    for place in PLACES
    for lead, rest in [
        ("Mayor of", "to step down after vote"),
        ("Watch:", "flood seen from the air"),
        ("Why", "wants its river back"),
        ("'No way out':", "residents on a hard winter"),
        ("Live:", "council meets on budget"),
    ]
]

ARTICLES = {
    "a short wire note": "KYIV, June 8 — Talks ended without a deal, an official said.",
    "a bulleted summary": "Summary\n"
    + "- The sides met again on Monday.\n- No deal was reached, officials said.\n" * 25,
    "bullets without full stops, few": "Summary\n"
    + "\n".join(f"- {line}" for line in HEADLINES[: FEWEST_LINES - 5]),
    "a live blog": "\n".join(
        f"{hour}:15\nTalks resume in {place}\nThe sides came back. An official said that it would take hours."
        for hour in (9, 10)
        for place in PLACES
    ),
    "hard-wrapped wire copy": "\n".join(
        [
            "The two delegations met in the old customs house on Monday and",
            "agreed on little. They will meet again, they said.",
        ]
        * 30
    ),
    "a chronology of noun phrases": "\n".join(
        f"{day} June: Talks in {place}" for day in range(8, 13) for place in PLACES
    ),
    "a chronology with dates in figures": "\n".join(
        f"2025-06-{day}: Talks in {place}" for day in range(10, 15) for place in PLACES
    ),
    "a chronology with the month first": "\n".join(
        f"June {day} – Talks in {place}" for day in range(10, 15) for place in PLACES
    ),
    "a table": "\n".join(f"| {place} | {number} | Held |" for number in range(5) for place in PLACES),
    "long paragraphs among headlines": "\n".join(HEADLINES) + ("\n" + "The talks went on and on " * 200) * 2,
    "questions with answers": "\n".join(
        f"Why did {place} wait?\nIt had no choice, its mayor said." for place in PLACES * 3
    ),
    "a transcript": "\n".join(f"Q: And {place}?\nA: We held it. We will hold it." for place in PLACES * 3),
    "a script without capital letters": "\n".join("การเจรจาสิ้นสุดลงโดยไม่มีข้อตกลง" for _ in range(60)),
    "an empty text": "",
}

PAGES = {
    "headlines": "\n".join(HEADLINES),
    "headlines repeated by a carousel": "\n".join(["Scroll left Scroll right", *HEADLINES[:20]] * 3),
    "headlines with times": "\n".join(f"* {n} minutes ago {line}" for n, line in enumerate(HEADLINES, 2)),
    "headlines and one teaser": "\n".join(
        [*HEADLINES, "Get closer to the news with all of our apps, including sport and more."]
    ),
    "numbered headlines": "\n".join(
        HEADLINES + [f"{n}.  {line}" for n, line in enumerate(HEADLINES[:10], 1)]
    ),
    "headlines between blank lines": "\n\n".join(HEADLINES),
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_articles_pass(kind: str) -> None:
    assert front_page(ARTICLES[kind]) == ""


@pytest.mark.parametrize("kind", PAGES)
def test_index_pages_are_named_with_figures(kind: str) -> None:
    reason = front_page(PAGES[kind])
    assert reason.startswith("is an index or front page, not an article: ")
    assert f"{len([line for line in PAGES[kind].split(chr(10)) if line])} lines" in reason


def test_a_page_whose_markup_is_of_an_article_is_none(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in HEADLINES)
    for name, head in {
        "verses": '<meta property="article:published_time" content="2025-06-13">',
        "front": '<meta name="date" content="2025-06-13">',
    }.items():
        html = f"<html><head><title>Talks</title>{head}</head><body><main>{body}</main></body></html>"
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    corpus = tk.read_corpus(tmp_path)
    assert [article.id for article in corpus] == ["verses"]
    assert [item.file for item in corpus.quarantine] == ["front.html"]
