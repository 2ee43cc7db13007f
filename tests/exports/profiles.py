"""Excerpts of what others have published on their formats, for tests to hold our files against."""

from collections.abc import Callable
from datetime import date

# Frictionless Data Package 1, profiles tabular-data-package and table-schema: what they require of ours.
_FIELD = {
    "type": "object",
    "required": ["name", "type"],
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "type": {"enum": ["string", "date", "integer", "number", "boolean"]},
    },
}
_KEY = {
    "type": "object",
    "required": ["fields", "reference"],
    "properties": {
        "fields": {"type": "string"},
        "reference": {"type": "object", "required": ["resource", "fields"]},
    },
}
_SCHEMA = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "fields": {"type": "array", "minItems": 1, "items": _FIELD},
        "primaryKey": {"type": "string"},
        "foreignKeys": {"type": "array", "minItems": 1, "items": _KEY},
        "missingValues": {"type": "array", "items": {"type": "string"}},
    },
}
_RESOURCE = {
    "type": "object",
    "required": ["name", "path", "profile", "schema"],
    "properties": {
        "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
        "path": {"type": "string", "pattern": "^(?=^[^./~])(^((?!\\.{2}).)*$).*$"},
        "profile": {"const": "tabular-data-resource"},
        "bytes": {"type": "integer"},
        "schema": _SCHEMA,
    },
}
DATA_PACKAGE = {
    "type": "object",
    "required": ["profile", "resources"],
    "properties": {
        "profile": {"const": "tabular-data-package"},
        "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
        "resources": {"type": "array", "minItems": 1, "items": _RESOURCE},
    },
}


def _truth(text: str) -> bool:
    return {"true": True, "false": False}[text]


TYPES: dict[str, Callable[[str], object]] = {
    "string": str,
    "date": date.fromisoformat,
    "integer": int,
    "number": float,
    "boolean": _truth,
}
"""How Table Schema reads a cell of each type."""

# The W3C's context of Web Annotations (anno.jsonld), the terms that are used.
ANNOTATIONS = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "describing": "oa:describing",
    "tagging": "oa:tagging",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "label": "rdfs:label",
    "format": "dc:format",
    "language": "dc:language",
    "value": "rdf:value",
    "sourceDate": {"@type": "xsd:dateTime", "@id": "oa:sourceDate"},
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
}

# FollowTheMoney 4: the schemata and properties that are used, with their types; a name in capitals is a range.
_THING = {"name": "name", "alias": "name", "summary": "text", "notes": "text", "sourceUrl": "url"}
_INTEREST = {
    "role": "string",
    "date": "date",
    "summary": "text",
    "recordId": "string",
    "sourceUrl": "url",
    "publisher": "string",
    "proof": "Document",
}
FOLLOW_THE_MONEY = {
    "Article": {
        **_THING,
        "title": "string",
        "publisher": "string",
        "publishedAt": "date",
        "keywords": "string",
    },
    "Person": _THING,
    "Organization": _THING,
    "LegalEntity": _THING,
    "Event": {
        **_THING,
        "startDate": "date",
        "endDate": "date",
        "date": "date",
        "location": "address",
        "keywords": "string",
        "recordId": "string",
        "involved": "Legal",
        "proof": "Document",
    },
    "Documentation": {**_INTEREST, "document": "Document", "entity": "Thing"},
    "UnknownLink": {**_INTEREST, "subject": "Thing", "object": "Thing"},
}
_LEGAL = {"Person", "Organization", "LegalEntity"}
KINDS = {"Document": {"Article"}, "Legal": _LEGAL, "Thing": {"Article", "Event", *_LEGAL}}
