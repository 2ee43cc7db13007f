"""JSON-LD: the article that is the page's main entity has a say, and nothing else that is told of there."""

import pytest

from tests.corpus.pages import ADDRESS, TITLE, day, linked, listed, page, updated

OLD, DAY, LATER = "2019-03-02", "2025-06-13", "2025-06-15"
ARTICLE = f'{{"@type": "NewsArticle", "datePublished": "{DAY}T08:00:00Z"}}'
VIDEO = f'{{"@type": "VideoObject", "uploadDate": "{OLD}", "datePublished": "{OLD}"}}'
LISTED = f'{{"@type": "ItemList", "itemListElement": [{{"@type": "NewsArticle", "datePublished": "{OLD}"}}]}}'
RELATED = f'{{"@type": "NewsArticle", "url": "https://example.org/other", "datePublished": "{OLD}"}}'

TYPES = listed("""
Article NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle BackgroundNewsArticle
ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle TechArticle BlogPosting
LiveBlogPosting SocialMediaPosting DiscussionForumPosting Report newsarticle https://schema.org/NewsArticle
schema:BlogPosting
""")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_article(kind: str) -> None:
    assert day(page(linked(VIDEO, f'{{"@type": "{kind}", "datePublished": "{DAY}"}}'))) == DAY


STATED = {
    "first of two blocks": linked(ARTICLE, VIDEO),
    "second of two blocks": linked(VIDEO, ARTICLE),
    "before a list of others": linked(ARTICLE, LISTED),
    "after a list of others": linked(LISTED, ARTICLE),
    "in a list": linked(f"[{VIDEO}, {ARTICLE}]"),
    "in a graph": linked(f'{{"@graph": [{{"@type": "WebPage", "datePublished": "{OLD}"}}, {ARTICLE}]}}'),
    "in a graph after its pictures": linked(
        f'{{"@graph": [{{"@type": "ImageObject", "datePublished": "{OLD}"}}, {ARTICLE}]}}'
    ),
    "main entity of a page": linked(
        f'{{"@type": "WebPage", "datePublished": "{OLD}", "mainEntity": {ARTICLE}}}'
    ),
    "main entity in a list": linked(f'{{"@type": "ItemPage", "mainEntity": [{ARTICLE}]}}'),
    "main entity by its name": linked(
        '{"@type": "WebPage", "mainEntity": {"@id": "#this"}}',
        f'{{"@graph": [{{"@type": "NewsArticle", "@id": "#that", "datePublished": "{OLD}"}},'
        f' {{"@type": "NewsArticle", "@id": "#this", "datePublished": "{DAY}"}}]}}',
    ),
    "with the page's address": linked(
        f'[{RELATED}, {{"@type": "NewsArticle", "url": "{ADDRESS}?from=feed", "datePublished": "{DAY}"}}]'
    ),
    "main entity of the page's address": linked(
        f'[{RELATED}, {{"@type": "NewsArticle", "mainEntityOfPage": {{"@id": "{ADDRESS}"}}, "datePublished": "{DAY}"}}]'
    ),
    "with the headline": linked(
        f'[{{"@type": "NewsArticle", "headline": "Storm hits the coast", "datePublished": "{OLD}"}},'
        f' {{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "{DAY}"}}]'
    ),
    "several types": linked(f'{{"@type": ["NewsArticle", "Article"], "datePublished": "{DAY}"}}'),
    "without the sign": linked(f'{{"type": "NewsArticle", "datePublished": "{DAY}"}}'),
    "small letters": linked(f'{{"@type": "NewsArticle", "datepublished": "{DAY}"}}'),
    "a typed value": linked(
        f'{{"@type": "Article", "datePublished": {{"@type": "Date", "@value": "{DAY}"}}}}'
    ),
    "a list of one": linked(f'{{"@type": "Article", "datePublished": ["{DAY}"]}}'),
    "created before": linked(
        f'{{"@type": "Article", "dateCreated": "2025-06-12", "datePublished": "{DAY}", "dateModified": "{LATER}"}}'
    ),
    "only created": linked(f'{{"@type": "Article", "dateCreated": "{DAY}", "dateModified": "{LATER}"}}'),
    "of the page, where there is no article": linked(f'{{"@type": "WebPage", "datePublished": "{DAY}"}}'),
    "in a comment": linked(f"<!-- {ARTICLE} -->"),
    "in a section": linked(f"//<![CDATA[\n{ARTICLE}\n//]]>"),
    "a comma too many": linked(f'{{"@type": "Article", "datePublished": "{DAY}",}}'),
    "a line break in a string": linked(
        f'{{"@type": "Article", "headline": "a\n b", "datePublished": "{DAY}"}}'
    ),
    "one after the other": linked(f'{ARTICLE}{{"@type": "Person"}}'),
    "apostrophes": linked(f"{{'@type': 'Article', 'isAccessibleForFree': true, 'datePublished': '{DAY}'}}"),
    "broken, but with one day": linked(
        f'{{"@type": "Article", "headline": "He "went"", "datePublished": "{DAY}"}}'
    ),
    "escaped": linked(ARTICLE.replace('"', "&quot;")),
    "stamp of JavaScript": linked(
        '{"@type": "Article", "datePublished": "Fri Jun 13 2025 10:00:00 GMT+0200 (CEST)"}'
    ),
    "seconds": linked('{"@type": "Article", "datePublished": 1749808800}'),
    "milliseconds": linked('{"@type": "Article", "datePublished": 1749808800000}'),
    "seconds as words": linked('{"@type": "Article", "datePublished": "1749808800"}'),
    "words": linked('{"@type": "Article", "datePublished": "June 13, 2025"}'),
    "words of another language": linked('{"@type": "Article", "datePublished": "13. Juni 2025"}'),
}


@pytest.mark.parametrize("head", STATED.values(), ids=STATED)
def test_the_article_states_its_day(head: str) -> None:
    assert day(page(head)) == DAY


@pytest.mark.parametrize(
    "role",
    listed(
        "image video comment review author isPartOf hasPart relatedLink citation mentions about subjectOf"
    ),
)
def test_what_hangs_on_an_article_has_no_say(role: str) -> None:
    part = f'{{"@type": "NewsArticle", "datePublished": "{OLD}", "uploadDate": "{OLD}"}}'
    assert day(page(linked(f'{{"@type": "NewsArticle", "{role}": {part}, "datePublished": "{DAY}"}}'))) == DAY
    assert day(page(linked(f'{{"@type": "NewsArticle", "{role}": [{part}]}}'))) == ""


def test_a_live_page_is_of_the_day_on_which_it_began() -> None:
    updates = ", ".join(f'{{"@type": "BlogPosting", "datePublished": "{each}"}}' for each in (LATER, DAY))
    live = f'"coverageStartTime": "2025-06-12", "liveBlogUpdate": [{updates}], "dateModified": "{LATER}"'
    html = page(linked(f'{{"@type": "LiveBlogPosting", {live}, "datePublished": "{DAY}T06:00:00Z"}}'))
    assert (day(html), updated(html)) == (DAY, LATER)
    assert day(page(linked(f'{{"@type": "LiveBlogPosting", {live}}}'))) == ""


UNSTATED = {
    "only updated": linked(f'{{"@type": "NewsArticle", "dateModified": "{DAY}"}}'),
    "a comment": linked(f'{{"@type": "Comment", "datePublished": "{DAY}"}}'),
    "a video": linked(f'{{"@type": "VideoObject", "uploadDate": "{DAY}", "datePublished": "{DAY}"}}'),
    "an event": linked(f'{{"@type": "Event", "startDate": "{DAY}"}}'),
    "a vacancy": linked(f'{{"@type": "JobPosting", "datePublished": "{DAY}"}}'),
    "a list of articles": linked(LISTED),
    "two articles that nothing tells apart": linked(
        f'[{ARTICLE}, {{"@type": "NewsArticle", "datePublished": "{OLD}"}}]'
    ),
    "a day that may be two": linked('{"@type": "NewsArticle", "datePublished": "03/04/2025"}'),
    "no day yet": linked('{"@type": "NewsArticle", "datePublished": "0000-00-00T00:00:00"}'),
    "the beginning of time": linked('{"@type": "NewsArticle", "datePublished": "1970-01-01T00:00:00Z"}'),
    "no JSON at all": linked("window.article = 5;"),
    "nested without end": linked("[" * 5000),
}


@pytest.mark.parametrize("head", UNSTATED.values(), ids=UNSTATED)
def test_what_is_no_statement_of_the_article(head: str) -> None:
    assert day(page(head)) == ""


def test_of_two_articles_the_tags_tell() -> None:
    both = linked(f'[{{"@type": "Article", "datePublished": "{OLD}"}}, {ARTICLE}]')
    assert day(page(both + f'<meta property="article:published_time" content="{DAY}">')) == DAY
