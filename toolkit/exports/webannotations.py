"""Web Annotations (W3C Web Annotation Data Model, JSON-LD): each mention, on the words of its article."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from toolkit.charts.words import label_of
from toolkit.exports.edition import Edition
from toolkit.exports.entries import MENTIONS, Left, iso
from toolkit.exports.making import Made, Order, as_json
from toolkit.timeline.table import records, source_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"  # as the Web Annotation Data Model names them
BESIDE = 32  # characters before and behind the quote


def webannotations(order: Order) -> Made:
    """An AnnotationCollection: the claim, its kind and standing as bodies, the quote as target.

    A target is found by its words (TextQuoteSelector, with what stands around them where the texts are known) and by
    its place (TextPositionSelector) in the text as the toolkit reads it. A headline has no place in the text. The
    source is the article's address, or `urn:timeline:article:ID` where it has none.
    """
    rows = records(order.edition.events)
    left = Left(MENTIONS, len(rows))
    if nowhere := sum(not row["url"] for row in rows):
        left.notes.append(f"{nowhere} are on articles without an address, named by their ids instead.")
    items = [_annotation(row, order.edition) for row in rows]
    page = {"id": _urn("page", "1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    content = {
        "@context": CONTEXT,
        "id": _urn("edition", order.edition.name),
        "type": "AnnotationCollection",
        "label": order.edition.name,
        "rdfs:comment": " ".join(left.sentences()),
        "total": len(items),
        "first": page,
    }
    return Made(as_json(content), left)


def _annotation(row: dict[str, Any], edition: Edition) -> dict[str, Any]:
    tags = [row[name] for name in ("kind", "standing", "place") if row[name]]
    told = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en"}
    days = f" ({row['event_edtf']})" if row["event_edtf"] else ""
    bodies = [
        told | {"value": f"{label_of(row)}{days}, says {source_of(row)}"},
        *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
    ]
    return {
        "id": _urn("mention", row["mention_id"]),
        "type": "Annotation",
        "motivation": ["describing", "tagging"],
        "body": bodies,
        "target": {
            "source": row["url"] or _urn("article", row["article_id"]),
            "selector": _selectors(row, edition.texts.get(row["article_id"], "")),
            **({"sourceDate": f"{printed}T00:00:00Z"} if (printed := iso(row["published"])) else {}),
        },
    }


def _selectors(row: dict[str, Any], text: str) -> list[dict[str, Any]]:
    start, end = int(row["start"]), int(row["end"])
    words: dict[str, Any] = {"type": "TextQuoteSelector", "exact": row["quote"]}
    if row["headline"]:
        return [words]
    if text[start:end] == row["quote"]:
        words |= {"prefix": text[max(0, start - BESIDE) : start], "suffix": text[end : end + BESIDE]}
    found = [words, {"type": "TextPositionSelector", "start": start, "end": end}]
    if page := int(row["page"]):
        found.append({"type": "FragmentSelector", "conformsTo": PDF_FRAGMENTS, "value": f"page={page}"})
    return found


def _urn(kind: str, name: str) -> str:
    return f"urn:timeline:{kind}:{quote(name, safe='', errors='replace')}"
