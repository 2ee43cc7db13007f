"""Entities for Aleph and its kin (FollowTheMoney, JSON Lines): articles, parties, events, and who says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from toolkit.charts.words import clean, label_of
from toolkit.exports.entries import Left, iso
from toolkit.exports.links import web
from toolkit.exports.making import Made, Order, as_json
from toolkit.timeline.table import records

SCHEMATA = {"person": "Person", "body": "Organization", "party": "LegalEntity", "office": "LegalEntity"}
"""Kind of a source -> schema; whoever else speaks ("several officials") is a LegalEntity as well."""

Row = dict[str, Any]


def followthemoney(order: Order) -> Made:
    """An entity a line. Each claim is an Event with its days, place and parties, its articles as proof; each mention a
    Documentation of it (article to event, with standing and quote), and who says so an UnknownLink to it. Ids are made
    of ours, so that a later edition meets the same entities."""
    entities: dict[str, Row] = {}
    for entity in (*_articles(order), *_parties(order), *_claims(order), *_mentions(order)):
        entities.setdefault(entity["id"], entity)
    left = Left("mentions", len(order.edition.events))
    left.notes.append(
        "Written as entities: "
        + ", ".join(f"{_number(entities, schema)} {schema}" for schema in sorted(_schemata(entities)))
        + ". Conflicts, gaps and distances have no schema there and are left out."
    )
    return Made(b"".join(as_json(entity, None) for entity in entities.values()), left)


def _articles(order: Order) -> Iterator[Row]:
    for row in records(order.edition.tables["articles"]):
        yield _entity(
            "article",
            row["article_id"],
            "Article",
            title=row["title"] or row["article_id"],
            publisher=row["outlet"],
            publishedAt=iso(row["published"]),
            sourceUrl=web(row["url"]),
        )


def _parties(order: Order) -> Iterator[Row]:
    """Who speaks, under the kind that is known of it, and who acts or suffers without speaking."""
    for row in records(order.edition.tables["sources"]):
        aliases = [name for name in row["names"].split("; ") if name != row["source"]]
        schema = SCHEMATA.get(row["kind"], "LegalEntity")
        yield _entity("party", row["source_id"], schema, name=row["source"], alias=aliases, notes=row["side"])
    for row in records(order.edition.events):
        for name in _acting(row):
            if name:
                yield _entity("party", name, "LegalEntity", name=name)


def _claims(order: Order) -> Iterator[Row]:
    told: dict[str, list[Row]] = {}
    for row in records(order.edition.events):
        told.setdefault(row["claim_id"], []).append(row)
    for row in records(order.edition.tables["ledger"]):
        rows = told.get(row["claim_id"], [])
        start, end, one = iso(row["event_start"]), iso(row["event_end"]), ""
        if start and end:
            # A prefix of ISO 8601 is how imprecise days are told there.
            one = {"month": start[:7], "year": start[:4]}.get(
                row["event_grain"], start if start == end else ""
            )
        yield _entity(
            "claim",
            row["claim_id"],
            "Event",
            name=label_of(row),
            summary=row["summary"],
            startDate=start,
            endDate=end,
            date=one,
            location=row["place"],
            keywords=[row["kind"], row["theme"], row["standing"]],
            recordId=row["claim_id"],
            involved=[_id("party", name) for each in rows for name in _acting(each) if name],
            proof=[_id("article", each["article_id"]) for each in rows],
            notes=row["standings"],
        )


def _mentions(order: Order) -> Iterator[Row]:
    for row in records(order.edition.events):
        claim = _id("claim", row["claim_id"])
        shared = {
            "role": row["standing"],
            "summary": row["quote"],
            "sourceUrl": web(row["link"]),
            "publisher": row["outlet"],
            "recordId": row["mention_id"],
        }
        document = _id("article", row["article_id"])
        yield _entity(
            "mention",
            row["mention_id"],
            "Documentation",
            document=document,
            entity=claim,
            date=iso(row["published"]),
            **shared,
        )
        yield _entity(
            "says",
            row["mention_id"],
            "UnknownLink",
            subject=_id("party", row["source_id"]),
            object=claim,
            date=iso(row["said_end"]),
            proof=document,
            **shared,
        )


def _acting(row: Row) -> tuple[str, str]:
    return row.get("actor_name") or row["actor"], row.get("target_name") or row["target"]


def _entity(kind: str, key: str, schema: str, **properties: str | list[str]) -> Row:
    filled = {}
    for name, value in properties.items():
        values = [value] if isinstance(value, str) else value
        if texts := list(dict.fromkeys(text for each in values if (text := clean(each, 10_000)))):
            filled[name] = texts
    return {"id": _id(kind, key), "schema": schema, "properties": filled}


def _id(kind: str, name: str) -> str:
    return hashlib.sha1(f"{kind}:{name}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _schemata(entities: dict[str, Row]) -> set[str]:
    return {entity["schema"] for entity in entities.values()}


def _number(entities: dict[str, Row], schema: str) -> int:
    return sum(entity["schema"] == schema for entity in entities.values())
