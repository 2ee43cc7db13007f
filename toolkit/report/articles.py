"""The page's own copies of the articles: every passage that tells something is marked and can be linked to."""

from __future__ import annotations

import html
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from toolkit.charts.words import plural
from toolkit.exports.links import web
from toolkit.report.heading import Built
from toolkit.report.links import anchor, fragment
from toolkit.report.tables import Html, Row, day, escape, join, tag
from toolkit.timeline.table import records

WHOLE = (
    2_000_000  # characters of all copies together; where there are more, each shows its marked passages alone
)
AROUND = 200  # characters shown around a marked passage then

Span = tuple[int, int, str]


def articles(result: Built) -> Html:
    """The articles, folded, in the order of their publication, each with its text and the passages marked in it."""
    spans: dict[str, list[Span]] = defaultdict(list)
    titles: dict[str, list[str]] = defaultdict(list)
    for row in records(result.events[["article_id", "start", "end", "mention_id", "headline"]]):
        name = str(row["mention_id"])
        if row["headline"]:
            titles[row["article_id"]].append(name)
        else:
            spans[row["article_id"]].append((int(row["start"]), int(row["end"]), name))
    texts = {article.id: article.text for article in result.corpus}
    whole = sum(map(len, texts.values())) <= WHOLE
    ordered = result.articles.sort_values(["published", "article_id"], kind="stable", na_position="last")
    cards = [
        _card(
            row, texts.get(row["article_id"], ""), titles[row["article_id"]], spans[row["article_id"]], whole
        )
        for row in records(ordered)
    ]
    told = "" if whole else " The texts are too long for one page: each is shown around its marked passages."
    lead = f"{plural(len(cards), 'article')} {'was' if len(cards) == 1 else 'were'} read.{told}"
    return join([tag("p", escape(lead), of="note"), *cards])


def _card(row: Row, text: str, titles: Sequence[str], spans: Sequence[Span], whole: bool) -> Html:
    facts = [
        escape(row["outlet"]),
        day(row["published"]) or Html("not dated"),
        escape(plural(int(row["claims"]), "mention") if row["claims"] else "nothing found"),
    ]
    title = join(
        [
            *(_place(name) for name in titles),
            tag("b", escape(row["title"] or row["article_id"])),
            tag("span", join([fact for fact in facts if fact], " · "), of="note"),
        ]
    )
    live = (
        Html(f'<p class="note"><a href="{escape(row["url"])}" rel="noreferrer">The live page</a></p>')
        if web(str(row["url"]))
        else Html("")
    )
    shown = join(_marked(text, spans) if whole else _around(text, spans))
    return Html(
        f'<details class="article" id="{anchor("article", row["article_id"])}"><summary>{title}</summary>'
        f'{live}<div class="text">{shown}</div></details>'
    )


def _marked(text: str, spans: Iterable[Span], low: int = 0, high: int | None = None) -> Iterator[Html]:
    """The text from `low` to `high` with its spans marked; where they overlap each begins at its own place.

    >>> print(join(_marked("She left. Why?", [(0, 9, "m")])))
    <span id="passage-m" class="at"></span><a class="mark" href="#mention-m"><mark>She left.</mark></a> Why?
    """
    high = len(text) if high is None else high
    ordered = sorted(
        (max(low, start), min(high, end), name) for start, end, name in spans if start < high and end > low
    )
    cuts = sorted({low, high, *(edge for start, end, _ in ordered for edge in (start, end))})
    starts: dict[int, list[str]] = defaultdict(list)
    for start, _, name in ordered:
        starts[start].append(name)
    covered, waiting = 0, list(ordered)
    for begin, end in pairwise(cuts):
        while waiting and waiting[0][0] <= begin:
            covered = max(covered, waiting.pop(0)[1])
        for name in starts.get(begin, ()):
            yield _place(name)
        words = _text(text[begin:end])
        if begin >= covered:
            yield words
            continue
        last = next(name for start, _, name in reversed(ordered) if start <= begin)
        yield Html(f'<a class="mark" href="{fragment("mention", last)}"><mark>{words}</mark></a>')


def _place(name: str) -> Html:
    """Where a link to the passage of a mention leads."""
    return Html(f'<span id="{anchor("passage", name)}" class="at"></span>')


def _around(text: str, spans: Sequence[Span]) -> Iterator[Html]:
    """The marked passages with what stands around them, a gap between."""
    reach = 0
    blocks: list[list[int]] = []
    for start, end, _ in sorted(spans):
        low, high = max(0, start - AROUND), min(len(text), end + AROUND)
        if blocks and low <= reach:
            blocks[-1][1] = max(blocks[-1][1], high)
        else:
            blocks.append([low, high])
        reach = blocks[-1][1]
    for low, high in blocks:
        inside = [span for span in spans if low <= span[0] < high]
        yield join(
            [
                Html("… " if low else ""),
                *_marked(text, inside, low, high),
                Html(" …\n" if high < len(text) else ""),
            ]
        )


def _text(passage: str) -> Html:
    """Text of an article with its blanks and lines, whatever else is in it made harmless.

    >>> str(_text("one\\x00 <b>\\n two "))
    'one\ufffd &lt;b&gt;\\n two '
    """
    shown = (c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") else _UNSHOWN for c in passage)
    return Html(html.escape("".join(shown)))


_UNSHOWN = "\ufffd"
