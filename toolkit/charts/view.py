"""What the layers of the timeline have in common: the rows that they draw and the days that they show."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.charts.encodings import DAY_MS, days_axis
from toolkit.charts.grammar import alt
from toolkit.charts.held import Held

OF_CLAIM = [
    *(
        "claim_id",
        "label",
        "colour",
        "happened",
        "from",
        "to",
        "open_start",
        "open_end",
        "kind",
        "place",
        "sources",
        "unsure",
    ),
    *("by_importance", "by_time", "by_place"),
]
OF_ARTICLE = ["outlet", "title", "url", "published", "doubtful"]
SHOWN = "shown === null || indexof(shown, datum.mention_id) >= 0"


@dataclass(frozen=True)
class Source:
    """The rows that the layers draw."""

    rows: Held
    claims: Held
    articles: Held
    folds: Held
    plan: Held
    has_lanes: bool
    has_folds: bool


def shown(source: Source) -> alt.Chart:
    """The mentions that the filters of the page leave, with nothing but what they hold themselves."""
    rows: alt.Chart = alt.Chart(source.rows).transform_filter(SHOWN)
    return rows


def placed(rows: alt.Chart, source: Source) -> alt.Chart:
    """Mentions with what is known of their claim and article. All that is folded away goes before this: it is what
    costs."""
    known: alt.Chart = (
        rows.transform_lookup("claim", alt.LookupData(source.claims, "claim", OF_CLAIM))
        .transform_lookup("article", alt.LookupData(source.articles, "article", OF_ARTICLE))
        .transform_calculate(
            printed="isValid(datum.printed) ? datum.printed"
            f" : isValid(datum.published) ? datum.published + {DAY_MS // 2} : null",
        )
        .transform_calculate(on="isValid(datum.said) ? datum.said : datum.printed")
    )
    return known


@dataclass(frozen=True)
class View:
    """The days shown, as expressions, and what colours tell."""

    first: str
    last: str
    names: list[str]
    color: str

    @property
    def pixels(self) -> str:
        """How many pixels a millisecond has."""
        return f"plot / ({self.last} - {self.first})"

    def holds(self, field: str) -> str:
        return f"datum.{field} >= {self.first} && datum.{field} < {self.last}"

    def meets(self) -> str:
        return f"datum.from < {self.last} && datum.to > {self.first}"

    def x(self, field: str) -> alt.X:
        domain = alt.ExprRef(f"[{self.first}, {self.last}]")
        scale = alt.Scale(type="utc", domain=domain, nice=False, clamp=True)
        axis = days_axis(f"({self.last} - {self.first})", orient="top", grid=True, tickCount=10)
        return alt.X(f"{field}:T", scale=scale, axis=axis)
