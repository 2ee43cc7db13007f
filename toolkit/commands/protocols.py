"""`timeline attribute` and `timeline when`: who says what, and when things happened, line by line."""

from __future__ import annotations

import argparse
from typing import Any

from toolkit.commands import DONE
from toolkit.commands.dates import given_text
from toolkit.commands.lines import Record, answer_lines, day_of, text_of
from toolkit.commands.terminal import as_json, table
from toolkit.model import Span


def attribute(options: argparse.Namespace) -> int:
    """Print the attributions of a text as a table, or answer lines of JSON."""
    from toolkit.claims.attribution.attribute import attribute as found
    from toolkit.claims.attribution.attribute import to_record

    if options.jsonl is not None:
        if options.text is not None:
            raise ValueError("attribute: with --jsonl the text stands in the lines; leave TEXT out")
        return answer_lines(
            options.jsonl,
            lambda record: to_record("", found(text_of(record))) | {"doc": record.get("doc")},
            {"attributions": []},
        )
    text = given_text(options.text)
    if options.json:
        as_json(to_record("", found(text)))
        return DONE

    def words(spans: tuple[Span, ...] | None) -> str:
        return " ... ".join(text[start:end] for start, end in spans or ())

    rows = [(words(each.source), words(each.cue), words(each.content)) for each in found(text)]
    if not rows:
        print("No attributions found.")
        return DONE
    table([("Source", {"max_width": 30}), ("Cue", {"max_width": 20}), ("Content", {"ratio": 1})], rows)
    return DONE


def when(options: argparse.Namespace) -> int:
    """Answer lines of JSON: when the thing that each span names happened."""
    from toolkit.claims.clocks.event_dates import when as dated
    from toolkit.dates import publication_day

    if options.jsonl is None:
        raise ValueError(
            'when: use --jsonl; each line is {"doc", "dct", "text", "events": [{"start", "end"}]}'
        )

    def answer(record: Record) -> Record:
        text, day = text_of(record), publication_day(day_of(record))
        spans = _spans(record.get("events"), len(text))
        found = dated(text, spans, day)
        events: list[dict[str, Any]] = [
            {
                "start": start,
                "end": end,
                "date_start": interval.earliest.isoformat() if interval and interval.earliest else None,
                "date_end": interval.latest.isoformat() if interval and interval.latest else None,
                "why": why,
            }
            for (start, end), (interval, why) in zip(spans, found, strict=True)
        ]
        return {"doc": record.get("doc"), "events": events}

    return answer_lines(options.jsonl, answer, {"events": []})


def _spans(events: Any, length: int) -> list[Span]:
    if not isinstance(events, list) or not all(isinstance(each, dict) for each in events):
        raise ValueError('the key "events" is missing or no list of objects')
    spans = [(each.get("start"), each.get("end")) for each in events]
    for start, end in spans:
        whole = all(isinstance(place, int) and not isinstance(place, bool) for place in (start, end))
        if not whole or not 0 <= start <= end <= length:
            raise ValueError(f"the span {start} to {end} does not lie in the text of {length} characters")
    return spans
