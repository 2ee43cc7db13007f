"""Tags, microdata, RDFa and attributes: ranked by what their names mean."""

import pytest

from tests.corpus.pages import day, linked, listed, page, updated

DAY, OTHER, LATER = "2025-06-13", "2025-06-12", "2025-06-15"

PUBLISHED = listed("""
article:published_time og:article:published_time ARTICLE:PUBLISHED_TIME article.published datePublished
DATEPUBLISHED date_published pubdate PubDate publish-date publication_date original-publish-date dc.date.issued
DCTERMS.issued parsely-pub-date citation_publication_date prism.publicationDate rnews:datePublished og:pubdate
displaydate ptime iso-8601-publish-date shareaholic:article_published_time cXenseParse:recs:publishtime
twt-published-at first-published
""")
CREATED = listed("""
DC.Date.Created dcterms.created dateCreated created creation_date article.created
""")
GENERIC = listed("""
date DC.date dcterms.date sailthru.date story_date pageDate docDate article-date timestamp release_date
""")
MODIFIED = listed("""
article:modified_time og:updated_time lastmod last-modified lastUpdate revision_date dateModified
DC.date.modified dcterms.modified modified updated_at bt:modDate last_edited dateReviewed lastReviewed
""")
OF_SOMETHING_ELSE = listed("""
crawl_date crawled date-captured memento-datetime date-archived dateAccessed article:expiration_time expires
valid-until event:start_time startDate video:release_date og:video:release_date copyright dc.date.accepted
birthdate msvalidate publisher
""")


def tag(name: str, content: str = DAY, attribute: str = "name") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


@pytest.mark.parametrize("attribute", ["name", "property", "itemprop"])
@pytest.mark.parametrize("name", [*PUBLISHED, *CREATED, *GENERIC])
def test_a_day_by_any_name(name: str, attribute: str) -> None:
    assert day(page(tag(name, f"{DAY}T08:00:00Z", attribute))) == DAY


@pytest.mark.parametrize("name", [*MODIFIED, *OF_SOMETHING_ELSE])
def test_another_day_is_none_of_publication(name: str) -> None:
    assert day(page(tag(name))) == ""
    assert day(page(tag(name) + tag("date", OTHER))) == OTHER
    article = linked(f'{{"@type": "NewsArticle", "datePublished": "{OTHER}"}}')
    assert day(page(tag(name, attribute="property") + article)) == OTHER


@pytest.mark.parametrize("name", MODIFIED)
def test_a_day_of_an_update_is_kept_as_one(name: str) -> None:
    assert updated(page(tag(name))) == DAY


@pytest.mark.parametrize("lower", [*CREATED, *GENERIC, *MODIFIED, *OF_SOMETHING_ELSE])
def test_published_beats_all_others_in_any_order(lower: str) -> None:
    for head in (tag(lower, LATER) + tag("pubdate"), tag("pubdate") + tag(lower, LATER)):
        assert day(page(head)) == DAY


@pytest.mark.parametrize("lower", GENERIC)
def test_created_beats_what_is_called_a_date_only(lower: str) -> None:
    assert day(page(tag(lower, LATER) + tag("dcterms.created"))) == DAY


def test_the_article_in_json_ld_beats_a_generic_date_and_an_older_page() -> None:
    article = linked(f'{{"@type": "NewsArticle", "datePublished": "{DAY}"}}')
    assert day(page(tag("date", LATER) + tag("release_date", LATER) + article)) == DAY
    older = linked('{"@type": "WebPage", "datePublished": "2012-01-01"}')
    assert day(page(older + tag("article:published_time"))) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "2025-06-13", "2025-06-13T23:30:00-04:00", "2025-06-13 05:36:00.000000", "20250613", "20250613T101900Z",
        "20250613101900", "Fri, 13 Jun 2025 10:00:00 GMT", "Fri Jun 13 10:00:00 2025", "Fri Jun 13 10:00:00 CEST 2025",
        "Fri Jun 13 2025 10:00:00 GMT+0200 (Central European Summer Time)", "1749808800", "1749808800000",
        "/Date(1749808800000)/", "Friday, June 13, 2025 - 10:00", "13/06/2025 10:00", "13 juin 2025", "Fri 06/13/2025",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_moment(value: str) -> None:
    assert day(page(tag("article:published_time", value))) == DAY
    assert day(page(above=f'<time class="published" datetime="{value}">Friday</time>')) == DAY


@pytest.mark.parametrize(
    "value", ["", *listed("unknown 0000-00-00 1970-01-01 2025-06 2025 yesterday 12345 2025-02-30"), "x" * 500]
)
def test_what_names_no_day(value: str) -> None:
    assert day(page(tag("date", value))) == ""


NEWS, VIDEO, COMMENT = (
    f'itemscope itemtype="http://schema.org/{kind}"' for kind in ("NewsArticle", "VideoObject", "Comment")
)
STATED = {
    "microdata in a tag": f'<div {NEWS}><meta itemprop="datePublished" content="{DAY}"></div>',
    "microdata in words": '<span itemprop="DatePublished">13 June 2025</span>',
    "microdata with a value": f'<span itemprop="datePublished" content="{DAY}">Friday</span>',
    "created and published": f'<time itemprop="dateCreated datePublished" datetime="{DAY}">Friday</time>',
    "RDFa": f'<span property="schema:datePublished" content="{DAY}">Friday</span>',
    "RDFa of another vocabulary": f'<span property="dc:date" content="{DAY}T10:00">Friday</span>',
    "a time without a class": f'<time datetime="{DAY}">Friday</time>',
    "a time in words": "<time>13 June 2025</time>",
    "a time with an attribute of its own": '<time data-timestamp="1749808800">Friday</time>',
    "a span with milliseconds": '<span class="date" data-time="1749808800000">Friday</span>',
    "an abbreviation with seconds": '<abbr class="timeago" data-utime="1749808800">3 hrs</abbr>',
    "a title": f'<abbr class="published" title="{DAY}T10:00">yesterday</abbr>',
    "a title beside hours": '<span class="when" title="13 June 2025 14:02">2 hours ago</span>',
    "a link with a title": '<a href="#" title="June 13, 2025">3 days ago</a>',
    "an element of its own": f'<relative-time datetime="{DAY}T10:00:00Z">Friday</relative-time>',
    "a theme that calls it both": f'<time class="entry-date published updated" datetime="{DAY}">Friday</time>',
    "updated first": f'<time class="updated" datetime="{LATER}">x</time>'
    f'<time class="published" datetime="{DAY}">x</time>',
    "words that say another day": f'<time datetime="{LATER}">Published on 13 June 2025</time>',
    "parts in elements": '<div class="date"><span>13</span> <span>June</span> <span>2025</span></div>',
    "a video before it": f'<div itemprop="video" {VIDEO}><meta itemprop="datePublished" content="2019-01-01"></div>'
    f'<time itemprop="datePublished" datetime="{DAY}">x</time>',
    "other articles before it": '<div class="related"><time datetime="2019-12-31">x</time></div>'
    '<div class="datePublished">13 June 2025</div>',
}  # fmt: skip


@pytest.mark.parametrize("above", STATED.values(), ids=STATED)
def test_elements_and_attributes(above: str) -> None:
    assert day(page(above=above)) == DAY


UNSTATED = {
    "updated": f'<time itemprop="dateModified" datetime="{DAY}">Friday</time>',
    "of a comment": f'<div itemprop="comment" {COMMENT}><time datetime="{DAY}">x</time></div>',
    "of comments": f'<div id="comments"><time datetime="{DAY}">x</time></div>',
    "in a list of others": f'<div class="related-stories"><time datetime="{DAY}">x</time></div>',
    "in an aside": f'<aside><time datetime="{DAY}">x</time></aside>',
    "hours ago": '<span class="date">2 hours ago</span>',
    "two orders": '<time class="published">03/04/2025</time>',
    "the bar of an archive": '<div id="wm-ipp-base"><span>12 captures</span> <span>05 Mar 2021</span></div>',
}


@pytest.mark.parametrize("below", UNSTATED.values(), ids=UNSTATED)
def test_what_is_not_the_articles(below: str) -> None:
    assert day(page(below=below)) == ""


def test_the_day_on_which_a_page_was_looked_at_is_none() -> None:
    assert day(page(top='<header><div class="current-date">Saturday, 14 June 2025</div></header>')) == ""


def test_data_in_scripts_where_they_name_one_day() -> None:
    script = '<script>dataLayer.push({"publishDate": "2025-06-13T10:00", "updatedAt": "2025-06-15"})</script>'
    assert day(page(script)) == DAY
    assert day(page(script + '<script>{"publishedAt": "2025-06-14"}</script>')) == ""


def test_the_title_of_the_page_keeps_its_day() -> None:
    assert day(page().replace("storm</title>", "storm | The Example | 13.06.2025</title>")) == DAY
