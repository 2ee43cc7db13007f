"""Live pages: the updates of each later day are an article with a clock of its own; nothing else is split."""

import json
from datetime import date
from pathlib import Path

import pytest

import toolkit as tk
from toolkit.corpus.webpage import read_page

WORDS = "The envoys met again in the great hall of the palace, and an official said that they would go on."
FIRST, SECOND, THIRD = "2025-06-10", "2025-06-11", "2025-06-12"


def update(day: str, words: str = WORDS, clock: str = "08:00") -> str:
    stamp = f'<time datetime="{day}T{clock}:00Z">{clock}</time>'
    return f'<section class="update">{stamp}<h3>News</h3><p>{words}</p></section>'


def page(*updates: str, around: str = "article", head: str = "") -> str:
    return (
        f'<html lang="en"><head><title>Live: talks in the palace</title>'
        f'<meta property="article:published_time" content="{FIRST}T06:00:00Z">{head}</head>'
        f"<body><{around}><h1>Live: talks in the palace</h1><p>{WORDS} {WORDS}</p>{''.join(updates)}</{around}>"
        "</body></html>"
    )


def test_every_day_is_an_article_with_its_own_clock(tmp_path: Path) -> None:
    html = page(
        update(SECOND, "Yesterday the envoys left the palace without a word, their hosts said."),
        update(SECOND, "Earlier today they came back to the palace, an official said to reporters."),
        update(FIRST, "Earlier today the envoys came to the palace for the first time, an official said."),
    )
    (tmp_path / "live.html").write_text(html, encoding="utf-8")
    corpus = tk.read_corpus(tmp_path)
    assert [(each.id, each.published, each.published_basis) for each in corpus] == [
        ("live", date(2025, 6, 10), "metadata"),
        ("live-2025-06-11", date(2025, 6, 11), "metadata"),
    ]
    first, second = corpus
    assert "for the first time" in first.text
    assert "Yesterday" not in first.text
    assert second.text.split("\n")[1].startswith("Yesterday the envoys")
    found = {each.text.lower(): each.earliest for each in tk.find_dates(second.text, second.published)}
    assert found["yesterday"] == date(2025, 6, 10)
    assert found["earlier today"] == date(2025, 6, 11)


def test_a_row_of_the_manifest_tells_of_the_first_day(tmp_path: Path) -> None:
    (tmp_path / "live.html").write_text(page(*map(update, (FIRST, SECOND, THIRD))), encoding="utf-8")
    row = f"live.html,talks,Palace Post,Talks,{FIRST}"
    (tmp_path / "manifest.csv").write_text(f"file,id,outlet,title,published\n{row}\n", encoding="utf-8")
    corpus = tk.read_corpus(tmp_path)
    assert [(each.id, str(each.published), each.published_basis) for each in corpus] == [
        ("talks", FIRST, "given"),
        (f"talks-{SECOND}", SECOND, "metadata"),
        (f"talks-{THIRD}", THIRD, "metadata"),
    ]
    assert {each.outlet for each in corpus} == {"Palace Post"}
    assert [each.title for each in corpus] == ["Talks", "", ""]


@pytest.mark.parametrize(
    "html",
    [
        page(*[update(FIRST)] * 4),
        page(update(FIRST), update(SECOND)),
        page(
            *(
                f'<div><time datetime="{day}">x</time> <a href="/">Envoys meet</a></div>'
                for day in (FIRST, SECOND, THIRD)
            )
        ),
        page(f'<div class="comments">{"".join(map(update, (FIRST, SECOND, THIRD)))}</div>'),
        page(f'<div class="related">{"".join(map(update, (FIRST, SECOND, THIRD)))}</div>'),
        page().replace(
            "</body>", f"<article>{''.join(map(update, (FIRST, SECOND, THIRD)))}</article></body>"
        ),
        page(*(f"<section><time>08:00</time><p>{WORDS}</p></section>" for _ in range(4))),
    ],
    ids=[
        "one day",
        "two updates",
        "a list of headlines",
        "comments",
        "other articles",
        "another article",
        "no days",
    ],
)
def test_what_is_no_live_page_of_several_days_stays_whole(html: str) -> None:
    assert read_page(html).later == ()


TOLD = [
    (FIRST, "First they sat down in the great hall of the old palace."),
    (SECOND, "Yesterday they had agreed on very little, said the second envoy."),
    (SECOND, "Earlier today they walked out of the great hall, said the third."),
]


def described(place: str = "", body: bool = True, shown: bool = True) -> str:
    """A live page whose updates have their days in JSON-LD only."""
    nodes = [
        {"@type": "BlogPosting", "headline": f"News {n}", "datePublished": f"{day}T10:00:00Z"}
        | ({"url": f"https://example.org/a#{place}{n}"} if place else {})
        | ({"articleBody": f"{words} So it went."} if body else {})
        for n, (day, words) in enumerate(TOLD)
    ]
    block = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": nodes})
    updates = [
        f'<div id="u{n}"><h3>News {n}</h3><b>10:00</b><p>{words} So it went.</p></div>'
        for n, (_, words) in enumerate(TOLD)
    ]
    return page(*(updates if shown else ()), head=f'<script type="application/ld+json">{block}</script>')


@pytest.mark.parametrize(
    "html", [described("u"), described("u", body=False), described(), described(shown=False)]
)
def test_the_days_of_updates_may_be_in_json_ld(html: str) -> None:
    text, _, _, later = read_page(html)
    assert [str(day) for day, _ in later] == [SECOND]
    assert all(words in later[0][1] and words not in text for _, words in TOLD[1:])
    assert TOLD[0][1] not in later[0][1]


def test_updates_that_json_ld_only_lists_leave_the_page_whole() -> None:
    text, _, _, later = read_page(described(body=False))
    assert later == ()
    assert all(words in text for _, words in TOLD)


def test_the_words_of_a_time_are_its_day_too() -> None:
    updates = [f"<div><time>{n} June 2025, 10:00</time><p>{WORDS}</p></div>" for n in (10, 10, 11)]
    assert [str(day) for day, _ in read_page(page(*updates)).later] == [SECOND]


def test_updates_of_the_day_before_stay_with_the_page() -> None:
    found = read_page(page(*map(update, ("2025-06-09", FIRST, FIRST, SECOND))))
    assert [str(day) for day, _ in found.later] == [SECOND]
