"""How the report opens: a title that says what it is about, the findings in sentences, and what a reader must know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from toolkit.charts.words import day_text, plural
from toolkit.model import UNTYPED
from toolkit.report.links import fragment
from toolkit.report.tables import Html, escape, join, tag
from toolkit.timeline.findings import Finding, findings
from toolkit.timeline.headline import headline
from toolkit.timeline.histories import UNSETTLED

SHOWN = 5  # findings on the first screen
OPEN = 3  # open contradictions among them


class Built(Protocol):
    """The tables of a run, as `toolkit.pipeline.build` returns them."""

    @property
    def events(self) -> pd.DataFrame: ...
    @property
    def ledger(self) -> pd.DataFrame: ...
    @property
    def conflicts(self) -> pd.DataFrame: ...
    @property
    def positions(self) -> pd.DataFrame: ...
    @property
    def copies(self) -> pd.DataFrame: ...
    @property
    def outlets(self) -> pd.DataFrame: ...
    @property
    def hardened(self) -> pd.DataFrame: ...
    @property
    def gaps(self) -> pd.DataFrame: ...
    @property
    def articles(self) -> pd.DataFrame: ...
    @property
    def unresolved(self) -> pd.DataFrame: ...
    @property
    def quarantine(self) -> Any: ...
    @property
    def corpus(self) -> Any: ...


@dataclass(frozen=True)
class Opening:
    """What a page, its picture and its brief begin with: the `title`, the findings of the first screen (`main`), the
    first of them that of the title, and the contradictions that are open (`apart`)."""

    title: str
    main: tuple[Finding, ...]
    apart: tuple[Finding, ...]

    @property
    def lead(self) -> str:
        """The first finding in words; empty where there is none."""
        return self.main[0].text if self.main else ""


def opening(result: Built, title: str = "") -> Opening:
    """The opening of a result, under a `title` or that which its main claim gives."""
    told = findings(result.ledger, result.events, result.positions, result.conflicts)
    # The first is that of the title, settled or not.
    apart = [one for one in told[1:] if one.kind == "contradiction"][:OPEN]
    main = [*told[:1], *(one for one in told[1:] if one.kind != "contradiction")][: SHOWN - len(apart)]
    named = title or headline(result.ledger, result.positions)
    return Opening(named or f"{result.corpus.name}: who said what, and when", tuple(main), tuple(apart))


def heading(
    result: Built,
    first: Opening,
    chosen: Mapping[str, Any] | None = None,
    doubted: pd.DataFrame | None = None,
    news: str = "",
) -> Html:
    """Title, findings, open contradictions, and the warnings that change the picture.

    `first` is the `opening` of the result. `chosen` are the filters that were set, `doubted` is the table of
    `toolkit.audit`, `news` what is new since an earlier edition, in words.
    """
    parts = [
        tag("p", escape(basis(result)), of="kicker"),
        tag("h1", escape(first.title)),
        _listed("findings", first.main) if first.main else tag("p", "No claim was found.", of="lead"),
    ]
    if warned := warnings(result, doubted):
        parts.append(tag("ul", *(tag("li", _warning(*one)) for one in warned), of="warnings"))
    if first.apart:
        # Under this heading nobody need be told once more that it is open.
        parts += [tag("h2", "Still disputed", of="small"), _listed("findings apart", first.apart, UNSETTLED)]
    if news:
        parts.append(tag("p", escape(news), of="news"))
    if filters := _filters(chosen or {}):
        parts.append(tag("p", escape(f"Shown are only the claims with: {filters}."), of="note"))
    return tag("header", *parts, of="top")


def _filters(chosen: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{name} {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}"
        for name, value in chosen.items()
        if value
    )


def _listed(of: str, told: Sequence[Finding], without: str = "") -> Html:
    return tag("ol", *(tag("li", _linked(one, without)) for one in told), of=of)


def _linked(one: Finding, without: str) -> Html:
    text = escape(one.text.removesuffix(f" {without}"))
    if not one.claim_id:
        return text
    return Html(f'{text} <a class="to" href="{fragment("claim", one.claim_id)}">Sources</a>')


def basis(result: Built) -> str:
    """What the page rests on, in one line."""
    articles = result.articles
    printed = articles["published"].dropna()
    outlets = articles["outlet"].replace("", pd.NA).nunique()
    period = f", {day_text(printed.min(), printed.max())}" if len(printed) else ""
    of = f" by {plural(outlets, 'outlet')}" if outlets else ""
    return f"Timeline from {plural(len(articles), 'article')}{of}{period}"


def warnings(result: Built, doubted: pd.DataFrame | None) -> list[tuple[str, str, str, str]]:
    """What makes the picture other than it looks: each in words, with the section that tells more, what its link says,
    and the command that helps."""
    told = []
    if doubted is not None and (number := int((doubted["disagreement"] != "").sum())):
        told.append(
            (
                f"{plural(number, 'article is', 'articles are')} dated otherwise by "
                f"{'its' if number == 1 else 'their'} own page or address; what "
                f"{'it tells' if number == 1 else 'they tell'} may be off by as much, and is hatched in the timeline.",
                "publication-dates",
                "Which, and how to mend it",
                "timeline audit CORPUS",
            )
        )
    if undated := int(result.articles["published"].isna().sum()):
        told.append(
            (
                f"{plural(undated, 'article has', 'articles have')} no date of publication.",
                "publication-dates",
                "Details",
                "",
            )
        )
    if number := len(result.quarantine):
        told.append(
            (
                f"{_unread(result.quarantine)} could not be used.",
                "what-could-not-be-read",
                "Details",
                "",
            )
        )
    return told


def _unread(quarantine: Any) -> str:
    """What could not be read, by its name where it is one file."""
    names = sorted({Path(each.file).name for each in quarantine})
    return names[0] if len(names) == 1 else plural(len(names), "file")


def _warning(words: str, section: str, link: str, command: str) -> Html:
    mended = join([": ", tag("code", escape(command))]) if command else ""
    return join([escape(words), Html(f' <a href="#{section}">{escape(link)}</a>'), mended])


def answers(confirmed: pd.Series, denied: pd.Series) -> str:
    """How many claims were confirmed or denied on these days, and which came first for those that were both.

    >>> days = pd.Series(pd.to_datetime(["2025-08-26", None, None]))
    >>> answers(days, pd.Series(pd.to_datetime(["2025-06-08", "2025-06-09", None])))
    '2 claims were denied; 1 of them was first denied and later confirmed.'
    """
    both = confirmed.notna() & denied.notna()
    # A number that says no more than that of those that were both is left out.
    counts = {
        name: int(days.notna().sum())
        for name, days in (("confirmed", confirmed), ("denied", denied))
        if (days.notna() & ~both).any()
    }
    orders = {
        "first denied and later confirmed": denied < confirmed,
        "first confirmed and later denied": confirmed < denied,
        "confirmed and denied on the same day": both & (confirmed == denied),
    }
    parts = [f"{plural(number, 'claim was', 'claims were')} {name}" for name, number in counts.items()]
    nouns = ("of them was", "of them were") if parts else ("claim was", "claims were")
    parts += [f"{plural(int(which.sum()), *nouns)} {order}" for order, which in orders.items() if which.any()]
    return "; ".join(parts) + "." if parts else "No claim was confirmed or denied."


def numbers(result: Built) -> Html:
    """The counts of the run: they stand at the foot, beside the method."""
    events, ledger = result.events, result.ledger
    dateless = int((events["event_start"].isna() & events["event_end"].isna()).sum())
    figures = {
        "articles": len(result.articles),
        "outlets": result.articles["outlet"].replace("", pd.NA).nunique(),
        "passages with a claim": int((events["kind"] != UNTYPED).sum()),
        "claims": len(ledger),
        "told by two or more independent sources": int((ledger["independent_sources"] > 1).sum()),
        "contradictions": len(result.conflicts),
        "articles that repeat others": len(result.copies),
        "passages that are not dated": dateless,
        "passages of no known kind": int((events["kind"] == UNTYPED).sum()),
        "passages corrected by hand": int((events.get("corrected", pd.Series(dtype="str")) != "").sum()),
        "files in quarantine": len(result.quarantine),
    }
    counted = tag(
        "dl",
        *(tag("div", tag("dt", escape(k)), tag("dd", f"{v:,}")) for k, v in figures.items()),
        of="numbers",
    )
    return join([counted, tag("p", escape(answers(ledger["confirmed_on"], ledger["denied_on"])), of="note")])
