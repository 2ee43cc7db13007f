"""References with no day of their own: "now", "recently", "soon", kept as PRESENT_REF, PAST_REF and FUTURE_REF."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft
from toolkit.dates.engine import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

KINDS = {"PAST_REF": "some time before", "PRESENT_REF": "the time of", "FUTURE_REF": "some time after"}
# "now" that only leads over, and "future" in a name or on an exchange, refer to no time.
NO_TIME_AFTER = re.compile(
    r"^(?:,? that\b|-| (?:tense|participle|perfect|master)\b|[- ]?(?:exchange|contract|market|trad|pric|delivery)|s\b)",
    re.IGNORECASE,
)
# "soon" looks ahead only beside a word that does; "soon after", "as soon as" and "they soon fell" do not.
SOON_AHEAD = re.compile(
    r"\b(?:will|would|could|can|may|might|shall|to|expected|hopes?|pretty|very|happen|be)\s+(?:\w+\s+)?$",
    re.I,
)


def reference(found: Match, context: Context) -> Draft | None:
    """The reference that the vocabulary gives the words."""
    if NO_TIME_AFTER.match(context.text[found.end() : found.end() + 12]):
        return None
    value = meaning("vague", found["vague"])
    if found[0].lower() == "soon" and not SOON_AHEAD.search(context.before(found.start(), 24)):
        return None
    anchor, name = context.now()
    return Draft(
        *found.span(), "DATE", value, why=f"{KINDS[value]} writing, with no day told ({name})", anchor=anchor
    )


RULES: list[Rule] = [rule("vague_reference", r"<vague>", reference, "vague")]
