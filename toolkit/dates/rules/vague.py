"""References with no day of their own: "now", "recently", "soon", kept as PRESENT_REF, PAST_REF and FUTURE_REF."""

from __future__ import annotations

import re

from toolkit.dates.context import Context, Draft, dated
from toolkit.dates.lazy import lazily
from toolkit.dates.rules.relative import explain
from toolkit.dates.triggers import Rule, rule
from toolkit.dates.vocabulary import meaning

Match = re.Match[str]

KINDS = {"PAST_REF": "some time before", "PRESENT_REF": "the time of", "FUTURE_REF": "some time after"}
# Words in a name or in grammar refer to no time, nor does the future of an exchange.
NO_TIME_AFTER = lazily(r"-| (?:tense|participle|perfect|master)\b|s\b", re.IGNORECASE)
TRADED_AFTER = lazily(r" (?:exchange|contract|market|trad|pric|delivery)", re.IGNORECASE)
# "soon" looks ahead only beside a word that does; "soon after", "as soon as" and "they soon fell" do not.
SOON_AHEAD = lazily(
    r"\b(?:will|would|could|can|may|might|shall|to|expected|hopes?|pretty|very|happen|be)\s+(?:\w+\s+)?$",
    re.I,
)
# "Now, ..." leads over to what comes next; "the most recent model" is one among others.
LEADING_OVER = lazily(r"(?:^|[.!?:]['’”\"]*\s+|[“\"`]\s*)$")
MOST_BEFORE = lazily(r"\bmost\s+$", re.IGNORECASE)
WILL_BEFORE = lazily(
    r"\b(?:will|would|could|can|may|might|shall|hopes? (?:he|she|they|it|to)|to)\s+$", re.IGNORECASE
)


SOON_BEFORE_VERB = lazily(r" (?:will|would|to)\b")


# "Widows look back to this day" means the one told; "to this day nobody knows" the present.
LOOK_BACK = lazily(
    r"\b(?:look|hark|refer|point|return|c[oa]me|going|go|went|think|turn|date|trace)"
    r"(?:s|ed|ing)?(?: (?:\w+ )?back| again)? $",
    re.IGNORECASE,
)


def reference(found: Match, context: Context) -> Draft | None:
    """The reference that the vocabulary gives the words."""
    if NO_TIME_AFTER.match(context.text[found.end() : found.end() + 12]):
        return None
    value, word = meaning("vague", found["vague"]), found[0].lower()
    if word == "to this day" and LOOK_BACK.search(context.before(found.start(), 30)):
        day, name = context.reference(found.start())
        start = found.start() + len("to ")
        return explain(dated(start, found.end(), "day", day, "", day), f"the day told, counted from {name}")
    if word.endswith("future") and TRADED_AFTER.match(context.text, found.end()):
        return None
    if word == "these days" and context.before(found.start(), 7).lower() == "one of ":
        return None
    if word in ("recent", "recently") and MOST_BEFORE.search(context.before(found.start(), 6)):
        return None
    if (
        word == "now"
        and context.text.startswith(",", found.end())
        and LEADING_OVER.search(context.before(found.start(), 6))
    ):
        return None
    if (
        word == "soon"
        and not SOON_AHEAD.search(context.before(found.start(), 24))
        and not SOON_BEFORE_VERB.match(context.text, found.end())
    ):
        return None
    return _at(found, value, context)


def one_day(found: Match, context: Context) -> Draft | None:
    """ "it will one day fly": some day to come."""
    if not WILL_BEFORE.search(context.before(found.start(), 16)):
        return None
    return _at(found, "FUTURE_REF", context)


def _at(found: Match, value: str, context: Context) -> Draft:
    anchor, name = context.now()
    why = f"{KINDS[value]} writing, with no day told ({name})"
    return Draft(*found.span(), "DATE", value, why=why, anchor=anchor)


RULES: list[Rule] = [
    rule("vague_reference", r"<vague>", reference, "vague"),
    rule(
        "while_ago",
        r"(?:a|some|quite a) (?:(?:short|long|little|good) )?(?:while|time) (?:ago|back(?=[.,;:)]|\s*$))",
        lambda found, context: _at(found, "PAST_REF", context),
        *("while", "time"),
    ),
    rule("one_day", r"one day", one_day, "day"),
]
