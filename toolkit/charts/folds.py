"""Which claims a chart folds away under a heading until it is clicked: far history, and what there is too much of."""

from __future__ import annotations

import pandas as pd

from toolkit.charts.days import Window
from toolkit.charts.words import clean, day_text, plural

ROWS = 40  # claims that have a line of their own from the start, the most important ones
SPARE = 12  # with no more than so many beyond them, none is folded
FEW = 3  # old happenings from which on they are folded
GATHERED = 60  # claims that lie under one heading together; more of them are told apart by kind and time
HEADINGS = 150  # folds in a chart, at the most
UNITS = (("W", "week"), ("M", "month"), ("Y", "year"))
EARLIER = "earlier"


def folded(claims: pd.DataFrame, window: Window) -> pd.DataFrame:
    """The claims with `fold` (the key of the heading that they lie under, empty for none) and `fold_label`.

    What happened before the `window` makes one fold of each lane. Of the rest the most important have lines; the others
    are gathered by kind, and by week, month or year where there are many.
    """
    claims = claims.assign(fold="", fold_label="")
    old = claims["to"].notna() & (claims["to"] <= window[0]) & ~claims["open_end"]
    for lane, members in claims[old].groupby("lane"):
        if len(members) >= FEW:
            claims.loc[members.index, ["fold", "fold_label"]] = [f"{EARLIER}\t{lane}", earlier_label(members)]
    rest = claims[claims["fold"] == ""].sort_values(
        ["importance", "moment", "claim_id"], ascending=[False, True, True], kind="stable"
    )
    if len(rest) <= ROWS + SPARE:
        return claims
    rest = rest.iloc[ROWS:]
    few = len(rest) <= GATHERED
    kinds = [""] * len(rest) if few else [clean(kind).replace("_", " ") for kind in rest["kind"]]
    periods = [""] * len(rest) if few else _periods(rest)
    keys = zip(rest["lane"], kinds, periods, strict=True)
    claims.loc[rest.index, "fold"] = ["\t".join(key) for key in keys]
    for key, members in claims.loc[rest.index].groupby("fold"):
        claims.loc[members.index, "fold_label"] = _label(members, *str(key).split("\t")[-2:])
    return claims


def earlier_label(claims: pd.DataFrame) -> str:
    """How many old happenings there are, and of what time.

    >>> days = pd.to_datetime(["1991-08-24", "2014-03-18"])
    >>> earlier_label(pd.DataFrame({"from": days, "to": days + pd.Timedelta(days=1)}))
    '2 earlier: 1991 to 2014'
    """
    first, last = claims["from"].min(), claims["to"].max() - pd.Timedelta(days=1)
    months = f"{first:%B}" if first.month == last.month else f"{first:%B} to {last:%B}"
    when = f"{first.year} to {last.year}" if first.year != last.year else f"{months} {first.year}"
    return f"{len(claims):,} earlier: {when}"


def _periods(claims: pd.DataFrame) -> list[str]:
    """The period of each claim, as fine as leaves several to a heading; none where they are few."""
    for unit, _ in UNITS:
        periods = claims["moment"].dt.to_period(unit)
        groups = pd.DataFrame(
            {"lane": claims["lane"], "kind": claims["kind"], "when": periods}
        ).drop_duplicates()
        if len(groups) <= min(HEADINGS, len(claims) / 4):
            return [str(period) for period in periods]
    return [""] * len(claims)


def _label(members: pd.DataFrame, kind: str, period: str) -> str:
    first, last = members["moment"].min(), members["moment"].max()
    when = day_text(first, last, month="%b") if period and not pd.isna(first) else ""
    count = plural(len(members), "more claim")
    name = f"{kind[0].upper()}{kind[1:]}: {count}" if kind else count
    return f"{name}, {when}" if when else name
