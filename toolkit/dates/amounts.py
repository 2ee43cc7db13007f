"""Four figures that are written like a year and count something: "2000 onlookers", "at least 1900", "2000 of them"."""

from __future__ import annotations

import re

from toolkit.dates.lazy import lazily

# What is counted, whatever the year: persons and beasts, things in a heap, measures.
PERSONS = (
    r"people|men|women|children|soldiers|troops|workers|residents|refugees|students|employees|(?:on|by)lookers|"
    r"bystanders|passers-by|marchers|protest[eo]rs|demonstrators|supporters|"
    r"fighters|guests|spectators|visitors|"
    r"mourners|worshippers|worshipers|pilgrims|fans|passengers|pupils|delegates|guards|policemen|firefighters|volunteers|"
    r"attendees|participants|applicants|migrants|immigrants|inmates|detainees|hostages|rebels|militants|insurgents|gunmen|"
    r"infantry|cavalry|reservists|recruits|conscripts|sailors|pilots|nurses|doctors|teachers|farmers|miners|villagers|"
    r"townspeople|islanders|citizens|inhabitants|families|voters|customers|subscribers|readers|viewers|listeners|runners|"
    r"cyclists|athletes|dancers|musicians|artists|scientists|researchers|journalists|lawyers|engineers|dockers|strikers|"
    r"victims|survivors|orphans|babies|boys|girls|males|females|adults|teenagers|pensioners|tourists|travell?ers|evacuees"
)
THINGS = (
    r"sheep|cattle|cows|horses|pigs|goats|chickens|birds|fish|dogs|cats|trees|houses|homes|buildings|rooms|beds|books|boxes|"
    r"bottles|bags|sacks|words|lines|letters|signatures|petitions|calories|kcal|rpm|rifles|guns|shells|bullets|bombs|"
    r"rockets|mines|grenades|cars|trucks|lorries|buses|boats|ships|bikes|bicycles|tents|blankets|meals|tickets|stalls|"
    r"pieces|items|objects|coins|paintings|photographs|photos|stamps|volumes|species|hectares|litres|liters|gallons|kilos|"
    r"kilograms|kilogrammes|grams|watts|megawatts|volts|bytes|metres|feet|inches|yards|knots|calls|messages|emails|"
    r"pounds|dollars|euros|francs|marks|roubles|rubles|complaints|clients|donors|odd|strong"
)
COUNTED = lazily(rf"[ -](?:[a-z]+(?:ed|ing|an|al|ive) )?(?:{PERSONS}|{THINGS})\b(?!['’-])")
RANGE = lazily(r"(?: (?:to|and|or) | ?[-–] ?)(?:\d{1,3},)?\d{3,4}")
FALLING, FROM = lazily(r" to (\d{4})(?!\d)"), lazily(r"from (\d{4}) to $")
# "by 1,999 votes to 2001"
AGAINST = lazily(r"\d (?:votes?|points?|seats?|runs?|goals?)(?: for)? (?:to|against) $")
# "the 1984 strikers" are told by their year.
THE = lazily(r"(?:\b(?:the|that|this|its|his|her|their|our|last)|['’]s?)\s$", re.IGNORECASE)
# "as many as 2000": behind these a round figure is no year; "about 1900" may be one.
LIMIT = lazily(
    r"\b(?:as (?:many|much|few) as|at (?:least|most)|(?:more|fewer|less|no more|no fewer) than|"
    r"a (?:total|crowd|group|force) of|"
    r"an (?:estimated|additional)|a further|another|nearly|almost|just (?:under|over)|well over|some|fully|"
    r"(?<!from )up to|reach(?:es|ed)?|exceed(?:s|ed)?|total(?:l?ed|s)?|number(?:ed|s)?|"
    r"costs?|paid|pays?|worth|earn(?:ed|s)|sold|killed|employ(?:ed|s)|hired|bought|owed|fined|weigh(?:ed|s)|counted)\s$",
    re.IGNORECASE,
)
# "In 2014 troops crossed": at the head of a sentence the figures are a year unless they are round.
HEAD = lazily(r"(?:^|[.!?:\n][\"'”’)]?\s*)(?:In|Since|By|During|Until|From|After|Before)\s$")
LED = lazily(
    r"\b(?:in|since|by|during|until|after|before|(?:elections?|summer|winter|spring|autumn|fall) of)\s$",
    re.IGNORECASE,
)
ROUND = 100


def counts(text: str, start: int, end: int) -> bool:
    """Whether four figures count what is named behind them, or are a round limit.

    >>> counts("with 2000 onlookers", 5, 9), counts("In 2000 onlookers saw", 3, 7), counts("at least 2000", 9, 13)
    (True, False, True)
    """
    before = text[max(0, start - 20) : start]
    if LED.search(before):
        return False
    is_round = not int(text[start:end]) % ROUND
    if AGAINST.search(text[max(0, start - 32) : start]):
        return True
    reach = RANGE.match(text, end)
    if reach and before.lower().endswith(("between ", "from ")) and COUNTED.match(text, reach.end()):
        return True  # "between 1500 and 2000 people"
    if (
        (more := FALLING.match(text, end))
        and before.endswith("from ")
        and int(more[1]) < int(text[start:end])
    ):
        return True  # "fell from 2000 to 1500"
    if (more := FROM.search(before)) and int(more[1]) > int(text[start:end]):
        return True
    if COUNTED.match(text, end):
        return is_round or not THE.search(before)
    return is_round and LIMIT.search(before) is not None


def round_count(text: str, start: int, end: int) -> bool:
    """Whether four figures behind a day are a round count of what follows.

    >>> text = "On June 5, 2000 people marched."
    >>> round_count(text, 11, 15), round_count("On June 5, 1998 workers left.", 11, 15)
    (True, False)
    """
    return end - start == 4 and not int(text[start:end]) % ROUND and COUNTED.match(text, end) is not None


def heads(text: str, start: int, end: int) -> bool:
    """Whether four figures are a year for the word that leads to them at the head of a sentence.

    >>> heads("In 2014 troops crossed.", 3, 7), heads("In 2000 homes there was light.", 3, 7)
    (True, False)
    """
    year = int(text[start:end])
    return (
        1900 <= year <= 2050
        and year % ROUND > 0
        and HEAD.search(text[max(0, start - 12) : start]) is not None
    )


# "for two quarters" is a time of business; "three quarters of it" and "about a quarter" are shares.
QUARTERS_LED = lazily(
    r"\b(?:for|in|over|during|within|after|every|last|past|next|first|previous|coming|of|than|least|by) (?:the )?$",
    re.IGNORECASE,
)
QUARTERS_SPENT = lazily(
    r"\b(?:straight|consecutive|successive|full|more|further|additional)\b", re.IGNORECASE
)
SHARE_AFTER = lazily(
    r" (?:of|empty|full|filled|complete|completed|finished|done|built|as|the|"
    r"in favou?r|larger|smaller|more|less|said|voted|"
    r"wanted|believed?|agreed?|majority|cooked|english|irish|jewish|black|white)\b",
    re.IGNORECASE,
)


def is_share(text: str, start: int, end: int, single: bool) -> bool:
    """Whether a number of quarters is a share of something; one quarter is, where no more is told.

    >>> is_share("It fell for two quarters.", 12, 24, False), is_share("It is three quarters empty.", 6, 20, False)
    (False, True)
    """
    if SHARE_AFTER.match(text, end) or single:
        return True
    led = QUARTERS_LED.search(text[max(0, start - 16) : start])
    return not (led or QUARTERS_SPENT.search(text[start:end]))
