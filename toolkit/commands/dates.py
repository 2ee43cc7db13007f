"""`timeline dates`: the dates of a text for people, or of many texts for programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from toolkit.commands import DONE
from toolkit.commands.lines import Record, answer_lines, day_of, text_of
from toolkit.commands.terminal import Column, as_json, plain, table, width
from toolkit.dates import choose_policy, find_dates, publication_day, to_record
from toolkit.dates.foreign import find_foreign_dates
from toolkit.dates.language import foreign, language
from toolkit.model import TimeExpression

WIDE = 110  # characters
NARROW_COLUMNS: list[Column] = [
    ("Expression", {"max_width": 15}),
    ("Type", {"no_wrap": True}),
    ("Value", {"max_width": 10, "overflow": "fold"}),
    ("Days", {"max_width": 13}),
    ("Rule and why", {}),
]
WIDE_COLUMNS: list[Column] = [
    ("Expression", {"max_width": 20}),
    ("Type", {"no_wrap": True}),
    ("Value", {"max_width": 16, "overflow": "fold"}),
    ("Days", {"max_width": 13}),
    ("Rule", {"max_width": 16, "overflow": "fold"}),
    ("Why", {}),
]


def dates(options: argparse.Namespace) -> int:
    """Print the table, write TimeML, or answer lines of JSON."""
    if options.timeml is not None:
        return _timeml(options)
    if options.jsonl is not None:
        if options.text is not None or options.published is not None:
            raise ValueError(
                "dates: with --jsonl text and day stand in the lines; leave TEXT and --published out"
            )
        return answer_lines(options.jsonl, lambda record: _answer(record, options.policy), {"timexes": []})
    text = given_text(options.text)
    day = publication_day(options.published)
    chosen, why = choose_policy(text, day)
    told = options.policy or f"{chosen.name}, because {why}"
    if other := foreign(text):
        found = find_foreign_dates(text, language(text))
        told = f"none, as the text is in {other}: only dates that it writes out are read"
    else:
        found = find_dates(text, day, options.policy or chosen)
    head = f"published {day or 'on an unknown day'}; policy {told}"
    if options.json:
        as_json(to_record("", found) | {"policy": options.policy or chosen.name})
        return DONE
    if not found:
        print(f"No dates found ({head}).")
        return DONE
    wide = width() >= WIDE
    table(WIDE_COLUMNS if wide else NARROW_COLUMNS, (_row(each, wide) for each in found), title=head)
    if options.explain:
        print("\n".join(line for each in found for line in _explained(each)))
    if day is None and (waiting := sum(each.interval is None and UNKNOWN in each.why for each in found)):
        print(
            f"{waiting} of {len(found)} count from the day of publication: give it with --published YYYY-MM-DD."
        )
    return DONE


UNKNOWN = "an unknown publication day"  # as the explanations call it


def _timeml(options: argparse.Namespace) -> int:
    from toolkit.dates.timeml import to_timeml

    for name in ("text", "jsonl", "explain", "json"):
        if getattr(options, name):
            given = name.upper() if name == "text" else f"--{name}"
            raise ValueError(f"dates: with --timeml the text stands in the file; leave {given} out")
    source, day = options.timeml, publication_day(options.published)
    content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{'standard input' if source == '-' else source}: not UTF-8") from None
    found = find_dates(text, day, options.policy)
    name = "" if source == "-" else Path(source).stem
    sys.stdout.flush()
    sys.stdout.buffer.write(to_timeml(text, found, day, name).encode())  # UTF-8, whatever the terminal has
    return DONE


def given_text(text: str | None) -> str:
    """The text of the command line, or standard input where none is given and something is piped in."""
    if text is not None:
        return text
    if sys.stdin.isatty():
        raise ValueError("no text: give it in quotes, pipe it in, or use --jsonl FILE")
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("standard input: not UTF-8") from None


def _answer(record: Record, policy: str | None) -> Record:
    text, day = text_of(record), publication_day(day_of(record))
    chosen = policy or choose_policy(text, day)[0].name
    return to_record(record.get("doc"), find_dates(text, day, chosen)) | {"policy": chosen}


def _row(each: TimeExpression, wide: bool) -> tuple[str, ...]:
    days = ""
    if each.interval is not None:
        days = " to ".join(dict.fromkeys((_day(each.earliest), _day(each.latest))))
    why = (each.rule, each.why) if wide else (f"{each.rule}: {each.why}",)
    return each.text, each.type, f"{each.value} {each.mod}".strip(), days, *why


def _day(day: date | None) -> str:
    return day.isoformat() if day else "open"


def _explained(each: TimeExpression) -> Iterator[str]:
    yield f"\n{plain(each.text)!r}: characters {each.start} to {each.end}"
    facts = (
        ("TIMEX3", f'type="{each.type}" value="{each.value}"' + (f' mod="{each.mod}"' if each.mod else "")),
        ("EDTF", each.edtf),
        ("grain", each.grain),
        ("anchor", each.anchor),
        ("range", each.range),
        ("rule", each.rule),
        ("why", each.why),
    )
    yield from (f"  {name:<8} {plain(fact)}" for name, fact in facts if fact)
    for other in each.alternatives:
        days = " to ".join(dict.fromkeys((_day(other.earliest), _day(other.latest))))
        told = f"{other.value} ({days})" if other.earliest or other.latest else other.value
        yield f"  or       {told}, with weight {other.weight:g}: {plain(other.why)}"
