"""HTML forms of results, corpora, articles, time expressions and explanations for notebooks; all text is escaped."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from toolkit.charts.words import clean, day_text, plural
from toolkit.corpus.reading import Corpus
from toolkit.dates import find_dates
from toolkit.linked import Result
from toolkit.model import Article, Attribution, Quarantined, TimeExpression
from toolkit.notebook.explaining import Explanation
from toolkit.notebook.frames import CELL, ROWS, framed, table
from toolkit.report.tables import Html, day, escape, fold, join, tag

MOST = 6  # claims that a result shows
LEAD = 900  # characters of an article
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def form(value: object) -> str | None:
    """The HTML of a value of the toolkit; None for one that has no form."""
    make = _FORMS.get(type(value))
    return None if make is None else framed(make(value))


def _result(result: Result) -> str:
    sources = result.events["outlet"].replace("", pd.NA).nunique()
    counts = join(
        tag("li", tag("b", escape(f"{number:,}")), " ", escape(noun))
        for number, noun in (
            (len(result.articles), "articles"),
            (sources, "outlets"),
            (len(result.events), "mentions"),
            (len(result.ledger), "claims"),
            (len(result.conflicts), "contradictions"),
            (len(result.quarantine), "could not be used"),
        )
    )
    names = [
        "events",
        "ledger",
        "conflicts",
        "positions",
        "gaps",
        "outlets",
        "articles",
        "copies",
        "unresolved",
    ]
    most = result.ledger.sort_values("mentions", ascending=False, kind="stable")
    hint = (
        "Tables: "
        + ", ".join(f".{name}" for name in names)
        + ". tk.explore(result) opens all of it in one view."
    )
    return join(
        [
            tag("h3", escape(result.corpus.name)),
            tag("ul", counts, of="counts"),
            table(most, "claim", MOST) if len(most) else tag("p", "No claim was found.", of="note"),
            _quarantine(result.quarantine),
            tag("p", escape(hint), of="note"),
        ]
    )


def _quarantine(found: Sequence[Quarantined]) -> Html:
    if not found:
        return Html("")
    lines = join(tag("li", escape(str(each), 400)) for each in found[:ROWS])
    return fold(escape(f"Could not be used: {len(found)}"), tag("ul", lines))


def _corpus(corpus: Corpus) -> str:
    rows = (
        tag(
            "tr",
            *(
                tag("td", cell)
                for cell in (
                    escape(str(at)),
                    escape(article.title or article.id, CELL),
                    escape(article.outlet, 60),
                    day(pd.Timestamp(article.published)) if article.published else tag("em", "unknown"),
                    escape(article.published_basis),
                    escape(f"{len(article.text):,}"),
                )
            ),
        )
        for at, article in enumerate(corpus[:ROWS])
    )
    head = join(tag("th", name) for name in ("", "Title", "Outlet", "Published", "Known from", "Characters"))
    undated = sum(article.published is None for article in corpus)
    words = [plural(len(corpus), "article"), plural(len(Counter(a.outlet for a in corpus)), "outlet")]
    words += [f"{undated} without a day of publication"] if undated else []
    words += [f"the first {ROWS} shown"] if len(corpus) > ROWS else []
    return join(
        [
            tag("h3", escape(corpus.name)),
            tag("p", escape(", ".join(words)), of="note"),
            Html(
                f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead>'
                f"<tbody>{join(rows)}</tbody></table></div>"
            ),
            _quarantine(corpus.quarantine),
        ]
    )


def _article(article: Article) -> str:
    published = article.published and day_text(
        pd.Timestamp(article.published), pd.Timestamp(article.published)
    )
    about = [article.outlet, published or "day unknown", article.id]
    text = article.text.removeprefix(article.title).strip() if article.title else article.text
    shown = text[: text.rfind(" ", 0, LEAD)] if len(text) > LEAD else text
    dates = find_dates(shown, article.published, possible=article.possible)
    more = [tag("p", escape(f"{len(text) - len(shown):,} more characters in .text"), of="note")]
    return join(
        [
            tag("h3", escape(article.title or article.id)),
            tag("p", escape(" · ".join(filter(None, about))), of="note"),
            tag(
                "div",
                *(tag("p", part) for part in marked(shown, dates).split("\n") if part.strip()),
                of="text",
            ),
            *(more if len(text) > len(shown) else ()),
        ]
    )


def marked(text: str, found: Sequence[TimeExpression]) -> Html:
    """A text with its time expressions marked; what each means is told when the pointer rests on it."""
    out, last = [], 0
    for each in sorted(found, key=lambda one: one.start):
        if each.start < last:
            continue
        title = escape(f"{_meant(each)}: {each.why}", 600)
        passage = _kept(text[each.start : each.end])
        out += [_kept(text[last : each.start]), Html(f'<mark title="{title}">{passage}</mark>')]
        last = each.end
    return join([*out, _kept(text[last:])])


def _kept(text: str) -> Html:
    """A passage as it stands, with its line breaks and without control characters."""
    return Html(html.escape(_CONTROL.sub("\ufffd", text)))


def _meant(each: TimeExpression) -> str:
    if each.interval is None:
        return each.value or "no days of its own"
    start, end = (pd.NaT if one is None else pd.Timestamp(one) for one in (each.earliest, each.latest))
    return day_text(start, end, each.grain)


def _expression(found: TimeExpression) -> str:
    others = [f"{clean(one.value, 60)}: {one.why}" for one in found.alternatives]
    rows = (
        ("Means", _meant(found)),
        ("TIMEX3", " ".join(filter(None, (found.type, found.value, found.mod)))),
        ("EDTF", found.edtf),
        ("Counted from", found.anchor and day_text(pd.Timestamp(found.anchor), pd.Timestamp(found.anchor))),
        ("Why", found.why),
        ("Rule", found.rule),
        ("Or else", "; ".join(others)),
    )
    return join([tag("h3", "“", escape(found.text), "”"), _list(rows)])


def _attribution(found: Attribution) -> str:
    spans = (("Source", found.source), ("Cue", found.cue), ("Content", found.content))
    return _list((name, ", ".join(f"{start} to {end}" for start, end in each or ())) for name, each in spans)


def _list(rows: Any) -> Html:
    return tag(
        "dl", *(tag("dt", escape(head)) + tag("dd", escape(text, 1000)) for head, text in rows if text)
    )


def _explanation(found: Explanation) -> str:
    about = " · ".join(filter(None, (found.outlet, found.title)))
    passage = join([_kept(found.before), tag("mark", escape(found.quote)), _kept(found.after)])
    return join(
        [
            tag("h3", escape(found.name)),
            tag("p", escape(about), of="note"),
            tag("blockquote", "… ", passage, " …"),
            _list(found.parts),
            fold("How it was read", tag("ul", *(tag("li", escape(line, 1000)) for line in found.lines)))
            if found.lines
            else "",
        ]
    )


_FORMS: dict[type, Callable[[Any], str]] = {
    Result: _result,
    Corpus: _corpus,
    Article: _article,
    TimeExpression: _expression,
    Attribution: _attribution,
    Explanation: _explanation,
}
