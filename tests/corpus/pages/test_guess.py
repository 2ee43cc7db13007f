"""The last rung: a day that a page names without saying of what, where nothing states its publication."""

from pathlib import Path

import pytest

import toolkit as tk
from tests.corpus.pages import ADDRESS, BODY, TITLE, day, page
from toolkit.corpus.draft import Draft
from toolkit.corpus.publication.evidence import gather
from toolkit.corpus.publication.published import settle
from toolkit.corpus.webpage import read_page

DAY = "2025-06-13"
MORE = "".join(
    f"<p>Ferry number {n} takes {n} cars and ninety people, and it goes every hour.</p>" for n in range(5)
)
PICTURE = '<meta property="og:image" content="https://example.org/img/2025/06/13/pier.jpg">'
PLAIN = "<table><tr><td>{}</td></tr></table>"  # as pages were made before there were elements for articles


def bare(below: str, head: str = "", address: str = "") -> str:
    """A page of the old kind: nothing says what is its article, and the day stands below its text."""
    link = f'<link rel="canonical" href="{address}">' if address else ""
    return (
        f'<html lang="en"><head><title>{TITLE}</title>{link}{head}</head>'
        f"<body><h1>{TITLE}</h1>{BODY}{MORE}{below}</body></html>"
    )


def basis(html: str) -> tuple[str, str]:
    text, fields, days, _ = read_page(html)
    found, rung = settle(gather(Draft("a", text, "a.html", fields=fields, stated=days)))
    return (found.isoformat() if found else ""), rung


GUESSED = [
    bare(PLAIN.format("13 June 2025")),
    bare(PLAIN.format("The Harbour Desk, 13 June 2025")),
    bare(PLAIN.format("13 June 2025 | print | home")),
    bare("", PICTURE),
    bare('<img src="/media/2025/06/13/pier.jpg">'),
    bare("<!-- Story: 4757; Created: 2025/6/13 16:03:30 Modified: 2025/6/14 16:03:30 -->"),
    bare('<script>var page = {"articleDate": "2025-06-13"}</script>'),
    bare('<div class="timestamp updated" title="2025-06-13T16:03Z">4:03 PM</div>'),
    bare(PLAIN.format("13 June 2025"), address="https://example.org/2025/06/harbour"),
    page(above="<p>June 13 by Jane Doe</p>").replace(ADDRESS, "https://example.org/2025/06/harbour"),
    page(above="<p>13. Juni</p>", lang="de").replace(ADDRESS, "https://example.org/2025/06/harbour"),
]


@pytest.mark.parametrize("html", GUESSED)
def test_a_day_that_nothing_explains(html: str) -> None:
    assert basis(html) == (DAY, "guess")


NOTHING = [
    bare(PLAIN.format("Last updated 13 June 2025"), PICTURE),
    bare(PLAIN.format("Retrieved 13 June 2025"), PICTURE),
    bare(PLAIN.format("Updated 12 June 2025"), PICTURE),  # published by then
    bare(PLAIN.format("13 June 2025"), address="https://example.org/2024/11/harbour"),
    bare("", PICTURE.replace("/06/13/", "/06/")),
    bare("<!-- Modified: 2025/6/13 16:03:30 -->"),
    bare('<script>var a = {"createdAt": "2025-06-13"}, b = {"createdAt": "2024-01-02"}</script>'),
    bare('<div class="updated">Updated on 13 June 2025</div>'),
    bare('<div class="comments"><span class="updated">13 June 2025</span></div>'),
    bare("<p>The council of the town voted on 13 June 2025 to have the old pier mended at last.</p>"),
    bare("<p>© 2025 The Example</p>"),
    page(above="<p>June 13 by Jane Doe</p>"),
    page(above="<p>July 13 by Jane Doe</p>").replace(ADDRESS, "https://example.org/2025/06/harbour"),
    page(above="<p>June 13:00</p>").replace(ADDRESS, "https://example.org/2025/06/harbour"),
    bare('<div class="sidebar"><img src="/media/2025/06/13/advert.jpg"></div>'),
    bare("".join(f"<li>Ferry No. {n} comes back {n} June 2025</li>" for n in (11, 12, 13))),
]


@pytest.mark.parametrize("html", NOTHING)
def test_what_is_no_guess(html: str) -> None:
    assert basis(html) == ("", "")


def test_all_else_goes_before_a_guess() -> None:
    assert basis(bare(PLAIN.format("13 June 2025"), '<meta name="date" content="2025-06-10">')) == (
        "2025-06-10",
        "metadata",
    )
    assert day(page(PICTURE, above="<p>Published 10 June 2025</p>")) == "2025-06-10"


def test_a_date_that_leaves_a_choice_is_not_guessed_around() -> None:
    assert basis(bare('<span class="date">Published 03/04/2025</span>', PICTURE)) == ("", "")


def test_a_guess_says_what_it_is_taken_from() -> None:
    text, fields, days, _ = read_page(bare("", PICTURE))
    pieces = gather(Draft("a", text, "a.html", fields=fields, stated=days))
    assert str(pieces[-1]) == "guess 2025-06-13 (a guess from the address of its picture)"


def test_the_reader_is_told_of_a_guess(tmp_path: Path) -> None:
    (tmp_path / "harbour.html").write_text(bare("", PICTURE), encoding="utf-8")
    corpus = tk.read_corpus(tmp_path)
    assert [(str(article.published), article.published_basis) for article in corpus] == [(DAY, "guess")]
    assert [item.reason for item in corpus.quarantine] == [
        "publication date of harbour: 2025-06-13 is a guess from the address of its picture: "
        "write the day into the manifest (the article is kept)"
    ]
