"""What a saved page states about itself: an update is never taken for the first publication."""

import pytest
from lxml.html import document_fromstring

from tests.growth import grows
from toolkit.corpus.publication.stated import stated

LONG = (
    "<p>The talks were planned for 2025-06-08 and went on for many hours in the great hall of the palace.</p>"
)
PUBLISHED, UPDATED = "2025-06-12", "2025-06-14"


def page(head: str = "", body: str = "<p>Talks ended.</p>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "html",
    [
        page('<meta property="article:modified_time" content="2025-06-14T10:00">'),
        page('<meta name="last-modified" content="2025-06-14">'),
        page('<meta property="og:updated_time" content="2025-06-14T10:00:00Z">'),
        page('<meta itemprop="dateModified" content="2025-06-14">'),
        page(
            '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-06-14"}</script>'
        ),
        page(body='<p class="byline">Last updated June 14, 2025</p><p>Talks ended.</p>'),
        page(body='<p class="date">Updated: 14 June 2025</p>'),
        page(body='<p>Updated <time datetime="2025-06-14T10:00">June 14</time></p>'),
        page(body='<time class="updated" datetime="2025-06-14T10:00">June 14</time>'),
    ],
)
def test_an_update_alone_states_no_publication(html: str) -> None:
    assert stated(document_fromstring(html))[:2] == ("", UPDATED)


@pytest.mark.parametrize(
    "html",
    [
        page(
            f'<meta property="article:published_time" content="{PUBLISHED}">'
            '<meta property="article:modified_time" content="2025-06-14T10:00">'
        ),
        page(body='<p class="date">Published: 12 June 2025 | Updated: 14 June 2025</p>'),
        page(body='<p class="date">Published 12 June 2025, updated 14 June 2025</p>'),
        page(
            body='<time class="updated" datetime="2025-06-14">June 14</time>'
            '<time class="published" datetime="2025-06-12">June 12</time>'
        ),
    ],
)
def test_publication_and_update_are_told_apart(html: str) -> None:
    assert stated(document_fromstring(html))[:2] == (PUBLISHED, UPDATED)


@pytest.mark.parametrize(
    "html",
    [
        page(body=LONG),
        page(body="<h1>What happened on June 12, 2025</h1>"),
        page('<link rel="canonical" href="https://example.org/2025/06/10/talks">'),
        page('<meta property="og:url" content="https://example.org/2025/06/10/talks">'),
        page('<meta itemprop="copyrightYear" content="2025">'),
    ],
)
def test_what_is_no_statement_about_the_page(html: str) -> None:
    assert stated(document_fromstring(html))[:2] == ("", "")


def test_the_address_goes_before_a_mere_date_only() -> None:
    address = '<link rel="canonical" href="https://example.org/2025/06/10/a">'
    for name in ("pubdate", "article:published_time"):
        found = stated(document_fromstring(page(f'{address}<meta name="{name}" content="{PUBLISHED}">')))
        assert (found.published, found.guess) == (PUBLISHED, "")
    for name in ("date", "created"):
        found = stated(document_fromstring(page(f'{address}<meta name="{name}" content="{PUBLISHED}">')))
        assert (found.published, found.guess) == ("", PUBLISHED)
        found = stated(document_fromstring(page(f'{address}<meta name="{name}" content="2025-06-10">')))
        assert found.published == "2025-06-10"


def test_a_statement_that_leaves_a_choice_gives_way_to_a_plain_one() -> None:
    head = '<meta name="pubdate" content="03/04/2025">'
    found = stated(document_fromstring(page(head, '<p class="date">Published: 3 April 2025</p>')))
    assert (found.published, found.doubt) == ("2025-04-03", "")
    assert stated(document_fromstring(page(head))).doubt == "may be 3 April or 4 March 2025"


def test_the_page_is_left_as_it_is() -> None:
    tree = document_fromstring(page('<meta property="article:modified_time" content="2025-06-14">', LONG))
    before = len(list(tree.iter()))
    stated(tree)
    assert len(list(tree.iter())) == before


@pytest.mark.parametrize(
    "piece",
    [
        '<div class="date"><time datetime="2025-06-13">x</time> Published 13 June 2025</div>',
        '<p><span class="date">13 June 2025</span>, updated 14 June 2025 </p>',
        "13 June 2025<br>",
        '<script>{"publishedAt": "2025-06-13", "x": 1}</script>',
        '<script type="application/ld+json">{"@type": "Article", "a": "b"c", "datePublished": "2025-06-13"}</script>',
        '<div itemscope itemtype="http://schema.org/Article"><meta itemprop="datePublished" content="2025-06-1"></div>',
    ],
)
def test_the_time_is_linear(piece: str) -> None:
    def read(html: str) -> object:
        return stated(document_fromstring(html))

    read(piece)
    assert not grows(read, piece, (20_000, 80_000), 8, 0.2)
