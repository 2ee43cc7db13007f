"""What the report says, part by part: each function takes the built tables and gives markup to show.

The functions read the columns that `toolkit.pipeline.build` makes and import nothing of it, so that they
serve any result of that shape.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit.charts.words import claim_name, day_text, history, plural
from toolkit.model import UNTYPED
from toolkit.report.heading import Built
from toolkit.report.tables import (
    Html,
    Row,
    day,
    days,
    escape,
    fold,
    join,
    number,
    on,
    standing,
    table,
    tag,
    text,
)
from toolkit.timeline.table import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONG = 8  # a card with more mentions than this scrolls in itself


def _history(standings: Any) -> str:
    """ "claimed 2025-03; denied 2025-06-09" with the days written out."""
    return ", ".join(f"{standing} {words}" for standing, _, words in history(standings))


def claims(result: Built) -> Html:
    """Every mention of every claim.

    Claims that were told more than once first, each with its history; then the rest.
    """
    groups = dict(list(result.events.groupby("claim_id", sort=False)))
    told = [row for row in records(result.ledger) if row["mentions"] > 1]
    once = [str(row["claim_id"]) for row in records(result.ledger) if row["mentions"] <= 1]
    # The claim with the longest history is unfolded, to show that the others can be.
    first = max(told, key=lambda row: (str(row["standings"]).count(";"), row["mentions"]), default=None)
    cards = [_card(row, groups[row["claim_id"]], row is first) for row in told]
    parts = [
        tag("h3", escape(f"Told more than once: {plural(len(told), 'claim')}")) if told else "",
        *cards,
    ]
    if once:
        rows = pd.concat([groups[claim] for claim in once])
        parts += [tag("h3", escape(f"Told once: {plural(len(once), 'claim')}")), mentions(rows, named=True)]
    if len(untyped := result.events[result.events["kind"] == UNTYPED]):
        title = f"Of no known kind, but dated or told by somebody: {plural(len(untyped), 'passage')}"
        hint = "A line in a lexicon of your own gives them a kind (docs/themes.md)."
        parts.append(fold(escape(title), join([tag("p", escape(hint), of="note"), mentions(untyped)])))
    return join(parts) if result.events.size else tag("p", "No claim was found.", of="note")


def _card(row: Row, rows: pd.DataFrame, opened: bool) -> Html:
    spread = (
        f"{plural(row['mentions'], 'mention')} in {plural(row['articles'], 'article')} of "
        f"{plural(row['outlets'], 'outlet')}, {plural(row['independent_sources'], 'independent source')}"
    )
    when = day_text(row["event_start"], row["event_end"], row["event_grain"])
    title = join(
        [
            tag(
                "span",
                tag("b", escape(claim_name(row["kind"], row["place"]))),
                " · " if when else "",
                escape(when),
            ),
            standing(row["standing"]),
            tag("span", tag("q", escape(row["summary"], 360)), of="first"),
            tag("span", escape(f"{_history(row['standings'])}. {spread}."), of="note"),
        ]
    )
    return fold(title, mentions(rows), opened=opened, of="claim")


def mentions(rows: pd.DataFrame, named: bool = False) -> Html:
    """The rows of the event table with quote, source, standing and the three clocks."""
    moment = rows["published"]
    if named:  # claims of their own stand in the order in which they happened
        moment = rows["event_end"].fillna(rows["event_start"]).fillna(rows["said_end"]).fillna(moment)
    ordered = rows.assign(moment=moment).sort_values(["moment", "article_id", "start"], kind="stable")
    columns = {
        **({"Claim": ("", lambda row: escape(claim_name(row["kind"], row["place"])))} if named else {}),
        "Quote": (
            "wide",
            lambda row: join([tag("q", escape(row["quote"])), _corrected(row), _copied(row)]),
        ),
        "Who says so": ("", _who),
        "Standing": ("", lambda row: standing(row["standing"])),
        "Happened": (
            "day",
            lambda row: join(
                [
                    days(row["event_start"], row["event_end"], row["event_grain"]) or "not told",
                    tag("small", escape(row["event_why"])),
                    _ordered(row),
                ]
            ),
        ),
        "Said": ("day", lambda row: days(row["said_start"], row["said_end"])),
        "Published": (
            "day",
            lambda row: join([day(row["published"]) or "unknown", tag("small", escape(row["outlet"]))]),
        ),
    }
    return table(records(ordered), columns, tall=not named and len(ordered) > LONG)


def _corrected(row: Row) -> Html:
    """The fields that an analyst has corrected, in words; nothing where there are none."""
    fields = str(row.get("corrected") or "").replace("_", " ")
    return tag("small", escape(f"corrected: {fields.replace('; ', ', ')}")) if fields else Html("")


def _ordered(row: Row) -> Html:
    """What its neighbours say of its days, in a sentence; nothing where they say nothing."""
    why = str(row.get("order_why") or "")
    return tag("small", escape(f"{why}.")) if why else Html("")


def _copied(row: Row) -> Html:
    """Which article a sentence is copied from; nothing where it is the article's own."""
    origin = str(row.get("copy_of") or "")
    return tag("small", escape(f"copied: as in {origin}")) if origin else Html("")


def _who(row: Row) -> Html:
    side = f"{row['claimant_side']}" + (f", to {row['via']}" if row["via"] else "")
    return join([escape(row["claimant"] or "the outlet itself"), tag("small", escape(side.strip(", ")))])


def articles(result: Built) -> Html:
    """The articles, folded: what was read, when it was published and how that is known."""
    columns = {
        "Article": (
            "wide",
            lambda row: join([escape(row["title"] or row["article_id"]), tag("small", escape(row["url"]))]),
        ),
        "Outlet": ("", text("outlet")),
        "Published": ("day", on("published")),
        "Known from": ("", text("published_basis")),
        "Language": ("", text("language")),
        "Characters": ("number", number("characters")),
        "Mentions": ("number", number("claims")),
    }
    rows = records(result.articles)
    return fold(escape(f"The {plural(len(rows), 'article')} that were read"), table(rows, columns))


def quarantine(result: Built) -> Html:
    """What could not be used: file, place in it, and what to do."""
    rows = [{"file": one.file, "place": one.place, "reason": one.reason} for one in result.quarantine]
    if not rows:
        return tag("p", "Nothing: every file of the corpus was read.", of="note")
    return table(
        rows, {"File": ("", text("file")), "Place": ("", text("place")), "Reason": ("wide", text("reason"))}
    )


def unresolved(result: Built) -> Html:
    """The words about time that name no days, and the mentions without a day."""
    rows = records(result.unresolved)
    if not rows:
        return tag("p", "None: every expression of time could be given its days.", of="note")
    columns = {
        "Words": ("", lambda row: tag("q", escape(row["text"]))),
        "Type": ("", text("type")),
        "Value": ("", lambda row: tag("code", escape(row["value"])) if row["value"] else Html("")),
        "Why": ("wide", text("why")),
        "Article": ("", text("article_id")),
    }
    kinds = Counter(str(row["type"]).lower() for row in rows)
    counts = ", ".join(f"{count} {name}" for name, count in kinds.most_common())
    return fold(
        escape(f"{plural(len(rows), 'expression')} of time without days of their own ({counts})"),
        table(rows, columns, tall=True),
    )


def ledger_table(result: Built) -> Html:
    """The ledger in full, folded."""
    columns: Mapping[str, tuple[str, Any]] = {
        "Claim": (
            "wide",
            lambda row: join(
                [escape(claim_name(row["kind"], row["place"])), tag("small", escape(row["summary"], 160))]
            ),
        ),
        "Happened": ("day", lambda row: days(row["event_start"], row["event_end"], row["event_grain"])),
        "First said": (
            "",
            lambda row: join([day(row["first_said"]), tag("small", escape(row["first_said_by"]))]),
        ),
        "First printed": ("day", on("first_published")),
        "Mentions": ("number", number("mentions")),
        "Independent": ("number", number("independent_sources")),
        "Standing over time": ("", lambda row: escape(_history(row["standings"]))),
        "Lag in days": ("number", number("lag_days")),
        "Days to print, by outlet": ("", text("spread")),
    }
    rows: Sequence[Row] = records(result.ledger)
    return fold(escape(f"All {plural(len(rows), 'claim')} of the ledger"), table(rows, columns, tall=True))
