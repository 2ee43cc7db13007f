"""What the words right beside a date tell, whatever the verb: "ahead of Friday's vote", "Friday's attack"."""

from __future__ import annotations

import re
from functools import cache

from toolkit.dates.lazy import lazily
from toolkit.dates.verbs import AHEAD, BACK, cues

AWAITING = lazily(  # "ahead of Friday's vote", "analysts await Friday's figures", "braced for Friday's ruling"
    r"\b(?:(?:today|tonight|tomorrow|now) (?:through|to|until|till)|ahead of|in advance of|run-up to|"
    r"(?:await|anticipat)(?:s|es?|ed|ing)?|"
    r"(?:brac|prepar|gear|gird|look)(?:e|es|ed|ing|s)? (?:up |themselves |itself |forward |ahead )?(?:for|to))"
    r"\s+(?:the |this |its |their )?$",
    re.IGNORECASE,
)
# The last words of these two: without one of them before the date they need not be looked for.
LAST_AWAITING = (
    *("through", "to", "until", "till", "of", "for", "the", "this", "its", "their"),
    *(f"{stem}{end}" for stem in ("await", "anticipat") for end in ("", "s", "e", "es", "ed", "ing")),
)
LAST_PUT_OFF = (
    *("until", "till", "to", "for", "into", "from", "through", "in", "on", "of", "this", "the"),
    *("least", "late", "next", "early", "mid", "mid-"),
)
BEHIND = lazily(r"['’]s? |[- ]")
CLOSE = 40  # characters: a few words


@cache
def nouns() -> re.Pattern[str]:
    """The noun that a date is put before: "Friday's latest attack", "the June 24 ceasefire", "the Nov. 4 election"."""
    listed = {kind: "|".join(sorted(cues()[kind])) for kind in ("befallen", "awaited", "scheduled")}
    kinds = "|".join(rf"(?P<{kind}>{nouns_})(?:e?s)?\b" for kind, nouns_ in listed.items())
    return re.compile(rf"(?:['’]s? (?:[\w-]+ ){{0,2}}|[- ])(?:{kinds})")


# "the fall in December of the town": the noun tells when it was.
BEFELL_IN = lazily(
    r"\b(?:the|its|their|his|her|['’]s) (?:[\w-]+ )?(?:fall|capture|seizure|loss|takeover|death|"
    r"killing|murder|arrest|release|collapse|"
    r"defeat|surrender|sinking|rescue|ouster|overthrow|resignation) in (?:early |late |mid-?)?\Z"
)
# "announced a march in Valparaiso on Thursday", "threatened a strike from 1 September"
CALLED = lazily(
    r"\b(?:announced|called|convened|proclaimed|threatened|declared) (?:an?|another|new|more) "
    r"(?:[\w-]+ ){0,2}(?:march|strike|rally|protest|vigil|walkout|"
    r"boycott|demonstration|summit|election|referendum|conference|session)s? (?:(?:in|at|outside|near|of) "
    r"(?:[\w’'-]+ ){1,4}(?:on|for|from)|for|from) \Z"
)
LOOKS_ON = lazily(r" (?:will|could|may|might|should|is|are|to)\b")


def beside(told: str, follows: str, ends: str) -> tuple[str, str] | None:
    """What the words right beside the date tell, whatever the verb."""
    if ends.endswith(LAST_AWAITING) and (awaiting := AWAITING.search(told, max(0, len(told) - CLOSE))):
        return AHEAD, " ".join(awaiting[0].split())
    if ends.endswith(LAST_PUT_OFF) and (put_off := beside_ahead(told)):
        return AHEAD, put_off
    if ends.endswith(("on", "for", "from")) and (called := CALLED.search(told)):
        return AHEAD, called[0].split()[0]
    if ends.endswith(("in", "early", "late", "mid", "mid-")) and (fell := BEFELL_IN.search(told)):
        return BACK, " ".join(fell[0].split())
    noun = nouns().match(follows) if BEHIND.match(follows) else None
    if noun and (noun["befallen"] or (noun["awaited"] and not LOOKS_ON.match(follows, noun.end()))):
        return BACK, noun["befallen"] or noun["awaited"]
    return None


@cache
def _ahead_beside() -> re.Pattern[str]:
    listed = {kind: "|".join(sorted(cues()[kind], key=len, reverse=True)) for kind in ("put_off", "foreseen")}
    return re.compile(
        rf"\b(?:(?<!had )(?<!had been )(?:{listed['put_off']})(?: [a-z-]+){{0,4}}?"
        r" (?:until|till|to|for|into|from|through)"
        rf"|(?<!had )(?<!had been )(?:{listed['put_off']}) (?:to|until|till|for) (?:[\w’'.,]+ ){{1,4}}from"
        r"|(?:has|have|['’]ve) (?:now |since )?been [a-z]+(?: [a-z]+){0,3} (?:until|till)"
        r"|(?:remain|stay)s? [a-z]+(?: [a-z]+){0,2} (?:until|till|through)"
        r"|(?<!had )(?<!had been )(?:brought|put|set|kicked|carried|held|called)(?: [\w’'-]+){1,5}?"
        r" (?:forward|back|off|over) (?:until|till|to)"
        rf"|(?:{listed['foreseen']}) for"
        r"|(?:(?:ahead|in advance) of|(?:run|lead|build)-?up to|approach of|countdown to) "
        r"(?:the |an? |its |his |her |their |this )?(?:[\w’'-]+ ){1,4}(?:in|on|of|this|from)"
        r")\s+(?:at least |as late as |next |the |early |late |mid-?|this )*\Z",
        re.IGNORECASE,
    )


def beside_ahead(told: str) -> str:
    """What is put off to a date or foreseen for it: "has been moved to", "closed until", "forecast for"."""
    found = _ahead_beside().search(told, max(0, len(told) - 70))
    return " ".join(found[0].split()) if found else ""


def put_off_from(told: str) -> bool:
    """Whether what was told before a date puts something off from it: "moved from Sunday to Saturday" is no range.

    >>> put_off_from("The final was moved from "), put_off_from("They met from ")
    (True, False)
    """
    return " from" in told[-10:] and beside_ahead(told).endswith(" from")
