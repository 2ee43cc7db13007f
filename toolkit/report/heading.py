"""How the report opens: its title, one paragraph in numbers, and the numbers themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import pandas as pd

from toolkit.charts.words import claim_name, day_text
from toolkit.report.tables import Html, escape, join, plural, tag


class Built(Protocol):
    """The tables of a run, as `toolkit.pipeline.build` returns them."""

    @property
    def events(self) -> pd.DataFrame: ...
    @property
    def ledger(self) -> pd.DataFrame: ...
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
    sentences = [
        f"{plural(len(articles), 'article')} from {plural(outlets, 'outlet')}{period}{without}, "
        f"make {plural(len(ledger), 'claim')} in {plural(len(result.events), 'passage')}."
    ]
    confirmed, denied = ledger["confirmed_on"].notna(), ledger["denied_on"].notna()
    both = int((confirmed & denied).sum())
    sentences.append(
        f"{plural(int(confirmed.sum()), 'claim was', 'claims were')} confirmed, {int(denied.sum()):,} denied"
        + (f"; {plural(both, 'claim', 'claims')} both." if both else ".")
    )
    late = ledger[confirmed & (ledger["lag_days"].fillna(0) > 0)].sort_values("lag_days", kind="stable")
    if len(late):
        row = late.iloc[-1]
        sentences.append(
            f"The longest wait for a confirmation was {plural(int(row['lag_days']), 'day')}: "
            f"{claim_name(row['kind'], row['place'])}, first said {day_text(row['first_said'], row['first_said'])}, "
            f"confirmed {day_text(row['confirmed_on'], row['confirmed_on'])}."
        )
    return escape(" ".join(sentences))


def _numbers(result: Built) -> Html:
    events = result.events
    dateless = int((events["event_start"].isna() & events["event_end"].isna()).sum())
    figures = {
        "articles": len(result.articles),
        "outlets": result.articles["outlet"].replace("", pd.NA).nunique(),
        "passages with a claim": len(events),
        "claims": len(result.ledger),
        "told by two or more independent sources": int((result.ledger["independent_sources"] > 1).sum()),
        "passages without a day": dateless,
        "files in quarantine": len(result.quarantine),
    }
    return tag(
        "dl",
        *(tag("div", tag("dt", escape(k)), tag("dd", f"{v:,}")) for k, v in figures.items()),
        of="numbers",
    )
