"""What a verb tells once more, of another place on another day: "captured Lyman on Monday and Zarichne on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from toolkit.claims.mentions import Mention
from toolkit.claims.places.gazetteer import Gazetteer, Place, load_gazetteer
from toolkit.claims.places.places import PlaceMention
from toolkit.claims.reading import Reading, dates_a_verb
from toolkit.claims.rows import relocated
from toolkit.model import Claim, Span

_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
# The second half of a pair has a name and a time, and no verb between them.
_SECOND = re.compile(
    rf",?\s+and\s+(?:then\s+)?(?:in\s+|near\s+)?(?:the\s+(?:\w+\s+)?(?:village|town|city|settlement|port)s?\s+of\s+)?(?P<name>{_NAME})"
    r"\s+(?:(?:on|in|by|early|late|the|last|this|a|two|three|\w+day|of)\s+){0,3}$"
)


def once_more(reading: Reading, mention: Mention) -> Iterator[Mention]:
    """The same event at the places and days that follow in pairs, each as a mention of its own.

    The first place has a day of its own as well; of "captured Lyman and Zarichne on Tuesday" nothing is told twice.
    """
    if mention.theme.kinds[mention.rule.kind].speech:
        return
    text, end = reading.text, mention.clause[1]
    whole = mention.sentence.start, mention.sentence.end
    dates = [
        date
        for date in reading.dates_in(mention.trigger[1], end)
        if date.interval and dates_a_verb(text, date, whole)
    ]
    for first, second in pairwise(dates):
        pair = _SECOND.match(text, first.end, second.start)
        if (
            pair
            and pair.end() == second.start
            and first.value != second.value
            and first.range is None is second.range
        ):
            clause: Span = (pair.start("name"), max(second.end, min(end, second.end + 1)))
            yield replace(mention, trigger=pair.span("name"), clause=clause)


def elsewhere(text: str, mention: Mention, claim: Claim, first: Claim, known: Gazetteer | None) -> Claim:
    """The claim of a second half, not at the place of the first: at its own, with coordinates if a table knows it."""
    if not claim.place or claim.place != first.place:
        return claim
    name = text[slice(*mention.trigger)]
    named = (known or load_gazetteer()).named(name)
    place = named[0] if named else Place("", name, "settlement", None, None, "", "", 0.0)
    return relocated(claim, PlaceMention(*mention.trigger, name, place, "at"))
