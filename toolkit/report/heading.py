"""How the report opens: its title, one paragraph in numbers, and the numbers themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import pandas as pd

from toolkit.charts.words import claim_name, day_text, plural
from toolkit.model import UNTYPED
from toolkit.report.tables import Html, escape, join, tag


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


def heading(result: Built, title: str, chosen: Mapping[str, Any] | None = None) -> Html:
    """Title, one paragraph in numbers, and the numbers themselves.

    `chosen` are the filters that were set.
    """
    filters = ", ".join(
        f"{name} {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}"
        for name, value in (chosen or {}).items()
        if value
    )
    note = tag("p", escape(f"Shown are only the claims with: {filters}."), of="note") if filters else ""
    return join([tag("h1", escape(title)), tag("p", _summary(result), of="lead"), note, _numbers(result)])


def _summary(result: Built) -> Html:
    articles, ledger = result.articles, result.ledger
    printed = articles["published"].dropna()
    outlets = articles["outlet"].replace("", pd.NA).nunique()
    period = f", published {day_text(printed.min(), printed.max())}" if len(printed) else ""
    undated = int(articles["published"].isna().sum())
    without = f" ({plural(undated, 'article')} without a date of publication)" if undated else ""
    others = int((result.events["kind"] == UNTYPED).sum())
    sentences = [
        f"{plural(len(articles), 'article')} from {plural(outlets, 'outlet')}{period}{without}, "
        f"make {plural(len(ledger), 'claim')} in {plural(len(result.events) - others, 'passage')}."
    ]
    if others:
        sentences.append(
            f"{plural(others, 'more passage')} with a day or a source fit no kind that is looked for."
        )
    sentences.append(answers(ledger["confirmed_on"], ledger["denied_on"]))
    if corrected := int((result.events.get("corrected", pd.Series(dtype="str")) != "").sum()):
        sentences.append(f"{plural(corrected, 'passage was', 'passages were')} corrected by hand.")
    waited = ledger["confirmed_on"].notna() & (ledger["lag_days"].fillna(0) > 0)
    late = ledger[waited].sort_values("lag_days", kind="stable")
    if len(late):
        row = late.iloc[-1]
        sentences.append(
            f"The longest wait for a confirmation was {plural(int(row['lag_days']), 'day')}: "
            f"{claim_name(row['kind'], row['place'])}, first said {day_text(row['first_said'], row['first_said'])}, "
            f"confirmed {day_text(row['confirmed_on'], row['confirmed_on'])}."
        )
    return escape(" ".join(sentences))


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


def _numbers(result: Built) -> Html:
    events = result.events
    dateless = int((events["event_start"].isna() & events["event_end"].isna()).sum())
    figures = {
        "articles": len(result.articles),
        "outlets": result.articles["outlet"].replace("", pd.NA).nunique(),
        "passages with a claim": int((events["kind"] != UNTYPED).sum()),
        "claims": len(result.ledger),
        "told by two or more independent sources": int((result.ledger["independent_sources"] > 1).sum()),
        "conflicts between accounts": len(result.conflicts),
        "articles that repeat others": len(result.copies),
        "passages without a day": dateless,
        "files in quarantine": len(result.quarantine),
    }
    return tag(
        "dl",
        *(tag("div", tag("dt", escape(k)), tag("dd", f"{v:,}")) for k, v in figures.items()),
        of="numbers",
    )
