"""What was meant to be: "planned for May and dropped", "was supposed to start on Monday but", "agreed to sell in May".

A clause that looked ahead need not look ahead from the day of writing. Where it tells that the thing did not come to
pass, or was put off from a date, that date lies NEAR: on the side where it is nearest.
"""

from __future__ import annotations

import re

from toolkit.dates.lazy import lazily
from toolkit.dates.verbs import BACK, NEAR

MEANT = lazily(
    r"(?:due|planned|scheduled|set|supposed|expected|slated|meant|intended|hoped|hoping|to|promised|"
    r"tipped|aimed|wanted|billed|timetabled|earmarked|pencil+ed in|lined up|booked|tabled|for|in|on|by|be|"
    r"out|back)(?: for)?",
    re.IGNORECASE,
)
WAS = lazily(
    r"\b(?:was|were|had(?: been)?|wasn['’]t|weren['’]t) (?:[a-z]+ ){0,2}?"
    r"(?:due|planned|scheduled|set|supposed|expected|slated|meant|intended|hoped|hoping|to|tipped|billed|planning|promised)\b"
    r"[^.;!?]*\Z|\b(?:planned|hoped|intended|aimed|wanted) to [^.;!?]*\Z",
)
IS = lazily(
    r"\b(?:is|are|remains?|['’]s|['’]re|will) (?:[a-z]+ ){0,2}?[a-z]+(?: for| to [^,.;!?]*| in| on)?\s*\Z"
)
AT_FIRST = lazily(r"\b(?:originally|initially|first|previously|formerly|once)\b[^.;!?]{0,60}\Z")
UNDONE = lazily(
    r"[^.;!?\n]{0,90}?\b(?:but|still|never|not|yet to|dropped|scrapped|cancel+ed|called off|abandoned|postponed|"
    r"delayed|put (?:off|back)|pushed back|shelved|ditched|failed|collapsed|fell through|blocked|suspended|halted|"
    r"stalled|will now|would now|is now|are now|has now|have now|instead|only to)\b|[^.;!?\n]{0,90}?n['’]t\b",
    re.IGNORECASE,
)
# "but fell ill", "but did not come": it is over; "but has been called off" may be yet to come.
OVER = lazily(
    r",? (?:but|only to|and never|yet)\b(?! (?:[a-z]+ ){0,2}(?:has|have|will|is|are|may|could|might|now)\b)",
    re.IGNORECASE,
)
# "agreed to sell it in May, and the sale went through": it was done; not "and shares rose", which may be at once, nor
# "and the sale will be completed".
DONE = lazily(
    r"[^.;!?\n]{0,60}?(?:[,;] (?:and |which )?|\band )(?:(?:he|she|it|they|(?:the|that|its|his|her|their) [a-z-]+) )?"
    r"(?:(?:duly|then|indeed|eventually|finally|later|soon) ){0,2}"
    r"(?:did so|did it|(?:has|have) done so|went (?:ahead|through)|took place|followed through|came off|"
    r"kept (?:his|her|its|their) (?:word|promise)|(?<=deal )closed|(?<=sale )closed|(?<=purchase )closed|"
    r"(?<=merger )closed|(?<=takeover )closed|"
    r"(?:was|were|has been|have been) (?:(?:duly|since|then|later) )?"
    r"(?:held|completed|carried out|finali[sz]ed|concluded|done))\b"
    r"|, (?:was|were) (?:duly )?(?:signed|held|completed|sealed)\b",
    re.IGNORECASE,
)
# "its forecast for May was wrong"
WAS_SO = lazily(r" (?:was|were|had|proved|came true|turned out|missed|fell short)\b")
STILL_MEANT = lazily(
    r"\b(?:is|are|will|shall|plans?|hopes?|intends?|wants?|aims?|expects?|seeks?|agrees?|vows?|looks?)\b[^.;!?]*\Z|['’](?:ll|s|re)\b[^.;!?]*\Z"
)
DECIDED = ("agreed", "decided", "voted", "chose", "opted", "resolved", "offered", "refused")
PUT_OFF_FROM = " from"
WEEKDAY = lazily(r"day\b", re.IGNORECASE)


def undone(text: str, start: int, end: int, cue: str) -> str | None:
    """Where a date lies to which a clause looked ahead with a word: BACK, NEAR, or None
    where the clause still looks ahead.

    >>> text = "The fair planned for May was dropped."
    >>> undone(text, text.index("May"), text.index("May") + 3, "planned for")
    'near'
    """
    before = text[max(0, start - 90) : start]
    if DONE.match(text, end) and not STILL_MEANT.search(before):
        return BACK
    if WEEKDAY.search(text, start, end):
        return BACK if WAS.search(before) and OVER.match(text, end) else None
    if cue.lower().endswith(PUT_OFF_FROM):
        return NEAR
    if cue.lower().endswith(" for") and WAS_SO.match(text, end):
        return NEAR
    if cue.lower() in DECIDED:
        return None if any(figure.isdigit() for figure in text[start:end]) else NEAR
    if not MEANT.fullmatch(cue) or IS.search(before):
        return None
    return NEAR if WAS.search(before) or AT_FIRST.search(before) or UNDONE.match(text, end) else None
