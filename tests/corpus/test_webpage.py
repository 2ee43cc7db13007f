"""Saved pages: text without markup, the page's own metadata, and no silent loss."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.corpus.draft import Stated, Unreadable
from toolkit.corpus.webpage import DEEPEST, read_page

PARAGRAPHS = "".join(
    f"<p>The {body} met on Monday in the old customs house and agreed on little, they said.</p>"
    for body in ("council", "board", "panel", "group")
)
HEAD = """<title>Talks end without a deal | The Example</title>
<meta property="og:site_name" content="The Example">
<link rel="canonical" href="https://www.example.org/world/talks-end">
<meta property="article:published_time" content="2025-06-13T23:30:00-04:00">
<meta property="article:modified_time" content="2025-06-20T10:00:00Z">"""


def page(head: str = HEAD, body: str = PARAGRAPHS, lang: str = ' lang="en-GB"') -> str:
    return (
        f"<!doctype html><html{lang}><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Talks end</h1>{body}</article>"
        "<footer>Copyright 2026 The Example</footer></body></html>"
    )


def test_text_and_metadata() -> None:
    text, fields, days, _ = read_page(page())
    assert text.count("agreed on little") == 4
    assert "<" not in text
    assert "Home" not in text
    assert fields["outlet"] == "The Example"
    assert fields["url"] == "https://www.example.org/world/talks-end"
    assert fields["language"] == "en"
    assert "Talks end" in fields["title"]
    assert days[:2] == ("2025-06-13", "2025-06-20")


def test_json_ld_states_the_day_of_first_publication() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2025-06-13T08:00:00Z", "dateModified": "2025-06-15"}'
    assert (
        read_page(page(f'<script type="application/ld+json">{data}</script>')).days.published == "2025-06-13"
    )


def test_a_page_that_states_no_day_gets_none() -> None:
    body = (
        PARAGRAPHS
        + "<p>The treaty of 3 March 1995 is not in force, and nobody thinks that it ever will be.</p>"
    )
    assert read_page(page("<title>Talks</title>", body)).days == Stated(title="Talks")


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 400 + "Deep.", f"nested more than {DEEPEST}"),
        (page(body="<div>" * 300 + PARAGRAPHS + "</div>" * 300), f"nested more than {DEEPEST}"),
        (page(body="<div>" * 100_000), f"nested more than {DEEPEST}"),
    ],
)
def test_what_would_be_lost_is_refused(html: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_page(html)


@pytest.mark.parametrize("html", ["", " ", "<html><body></body></html>", "<!-- nothing -->", "<p>"])
def test_a_page_without_an_article_has_no_text(html: str) -> None:
    assert read_page(html)[0] == ""


def test_a_page_that_scripts_fill_has_the_words_of_its_head() -> None:
    head = (
        '<title>Talks end</title><meta property="og:description" content="The talks ended without a deal.">'
    )
    assert read_page(f"<html><head>{head}</head><body><div id='app'></div></body></html>").text == (
        "The talks ended without a deal."
    )
    assert read_page(page(head + HEAD)).text.count("agreed on little") == 4


@pytest.mark.parametrize(
    ("start", "head", "expected"),
    [
        (
            "<!-- saved from url=(0033)https://example.org/2025/06/13/a -->",
            "",
            "https://example.org/2025/06/13/a",
        ),
        (
            "",
            '<meta name="og:url" content="https://example.org/2025/06/13/a">',
            "https://example.org/2025/06/13/a",
        ),
        ("", '<meta name="og:url" content="/2025/06/13/a">', ""),
        ("<!-- saved by hand -->", "", ""),
    ],
)
def test_the_address_that_a_page_names(start: str, head: str, expected: str) -> None:
    html = f"<!doctype html>{start}<html><head>{head}</head><body>{PARAGRAPHS}</body></html>"
    assert read_page(html).fields.get("url", "") == expected


def test_a_declared_encoding_does_not_matter_any_more() -> None:
    assert "agreed on little" in read_page(f'<?xml version="1.0" encoding="iso-8859-1"?>\n{page()}')[0]


@given(st.text(max_size=80) | st.text("<>/pdiv =\"'&;#x!-", max_size=80))
def test_any_string_is_read_or_refused(html: str) -> None:
    try:
        text, _, _, _ = read_page(html)
    except Unreadable:
        return
    text.encode("utf-8")


def test_no_page_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    body = PARAGRAPHS + '<img src="https://example.org/a.png"><iframe src="https://example.org/b"></iframe>'
    assert read_page(page(body=body))[0]


def test_an_element_of_very_many_attributes_is_refused_and_one_long_value_is_not() -> None:
    many = " ".join(f'a{n}="x"' for n in range(20_000))
    with pytest.raises(Unreadable, match="attributes have names of more than 20,000 characters"):
        read_page(page(body=f"<div {many}>{PARAGRAPHS}</div>"))
    picture = f'<img alt="a" src="data:image/png;base64,{"A=" * 40_000}">'
    assert "customs house" in read_page(page(body=picture + PARAGRAPHS)).text


@pytest.mark.parametrize("tag", ["aside", "div"])
def test_an_article_that_stands_aside_is_the_article(tag: str) -> None:
    words = "".join(
        f"<p>The council met on day {n} in the old customs house and agreed on little.</p>" for n in range(9)
    )
    page = f"<html><body><div><p>We use cookies. Accept all or read on.</p></div><{tag}>{words}</{tag}></body></html>"
    assert "day 8 in the old customs house" in read_page(page).text


def test_what_a_page_puts_aside_is_none_of_its_article() -> None:
    words = "".join(
        f"<p>The council met on day {n} in the old customs house and agreed on little.</p>" for n in range(9)
    )
    aside = "<aside><p>Subscribe to our letter on gardens and get one every Friday.</p></aside>"
    assert "gardens" not in read_page(f"<html><body><article>{words}{aside}</article></body></html>").text
