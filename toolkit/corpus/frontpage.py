"""Index and front pages: lists of headlines that a crawler took for an article.

Told by form alone, and only where every sign agrees, because a false alarm would lose an article: many lines,
hardly a full stop, hardly a long paragraph, most lines begin like headlines, and they are no table and no
chronology. Short notes, bulleted summaries, live blogs and hard-wrapped wire copy all have sentences and
pass.
"""

from __future__ import annotations

import re

FEWEST_LINES = 40
_WORDS_A_STOP = 120  # running text has a full stop every 15 to 40 words
_LONG_LINE = 200
_LONG_SHARE = 0.2
_HEADLINE_SHARE = 0.7
_LISTED_SHARE = 0.3
_STOP = re.compile(r"[^\W\d_]{2}[\"'”’»)\]]?[.。।۔…](?=[\s\"'”’»)\]]|$)", re.MULTILINE)
_HEADLINE = re.compile(r"(?:\W*\d+ \w+ ago\b)*[\W\d_]*([^\W\d_])")
_KICKER = 25  # characters; section names and time stamps between the headlines say nothing either way
_LISTED = re.compile(
    r"\s*(?:\||\d{1,4}[./:\s-]*(?:\d|[A-Z][a-z]{2,8}\b(?:\s\d{4})?\s*[:—–-])|[A-Z][a-z]{2,8}\.?\s\d{1,2}\b(?:,\s\d{4})?\s*[:—–-])"
)


def front_page(text: str) -> str:
    """Why this text is an index page and no article, with the figures; empty for everything else.

    >>> front_page("The talks ended on Sunday. Both sides said that they would meet again.")
    ''
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < FEWEST_LINES:
        return ""
    stops = len(_STOP.findall(text))
    words = len(text.split())
    if stops * _WORDS_A_STOP > words:
        return ""
    characters = sum(map(len, lines))
    long = sum(len(line) for line in lines if len(line) > _LONG_LINE)
    full = [line for line in lines if len(line) > _KICKER]
    headlines = sum(bool((match := _HEADLINE.match(line)) and match[1].isupper()) for line in full)
    listed = sum(bool(_LISTED.match(line)) for line in lines)
    if (
        long > _LONG_SHARE * characters
        or not full
        or headlines < _HEADLINE_SHARE * len(full)
        or listed > _LISTED_SHARE * len(lines)
    ):
        return ""
    again = len(lines) - len(set(lines))
    repeated = f", {again} of them repeated" if again else ""
    return (
        f"is an index or front page, not an article: {len(lines)} lines{repeated}, "
        f"{round(100 * headlines / len(full))} % begin like headlines, and {words} words hold "
        f"{stops} full stop{'' if stops == 1 else 's'}: save the article's own page"
    )
