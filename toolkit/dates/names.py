"""Figures and words that are written like years, months, weekdays and quarters and name something else."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.dates.amounts import counts, heads
from toolkit.dates.lazy import lazily
from toolkit.dates.vocabulary import words

COUNTED_THINGS = (
    r"people|troops|soldiers|men|women|workers|employees|jobs|members|shares|points|votes|miles|kilometers|kilometres|km|"
    r"meters|metres|feet|tons|tonnes|dollars|euros|rubles|roubles|pounds|yen|zlotys?|hryvnias?|shekels|rupees|yuan|pesos|"
    r"hours|days|years|months|weeks|rounds|cases|deaths|square|cubic|nautical|"
    r"casualties|civilians|prisoners|drones|missiles|tanks|aircraft|planes|units|homes|barrels|acres|companies|patients|"
    r"kgs?|kilos|kilograms|grams|mm|cm|lbs?|ft|inches|yards|hectares|lit(?:er|re)s|gallons|minutes|seconds|watts|kW|MW|"
    r"volts|calories|rpm|mph|kph|km/h|hp|horsepower|"
    r"children|students|seats|copies|vehicles|refugees|residents|households|others|more|percent|"
    r"of (?:the|his|its|their|them)"
)
NOT_A_YEAR_BEFORE = lazily(
    r"(?:[$£€¥₹₽₴₪₩@_]|(?:№|(?<!#)#) ?|[a-z0-9](?<!\bpre)(?<!\bpost)-|\d[,.:/]|"
    r"[A-Z]\w*(?<!\bpre)(?<!\bpost)[-/]|\b0x|[^\W\d_]|"
    r"(?:\+\d{1,3}|\b0\d{1,4})[ -](?:\d{2,4}[ -])+|"
    r"\b(?:no\.|up|flight|room|model|page|type|number|article|section|chapter|title|resolution|decree|law|route|"
    r"highway|road|unit|channel|version|windows|office|apartment|building|box|suite|"
    r"novel|play|film|movie|song|album|musical|psalm|hymn|area|dial|dial+ed|extension|plot|"
    r"bus|tram|asteroid|galaxy|locker|code|postcode|lot|row|seat|table|uss|hms) ?)$",
    re.IGNORECASE,
)
NAME_BEFORE_YEAR = lazily(
    r"\b(?:NIS|Rs\.?|USD|EUR|GBP|UAH|RUB|PLN|CHF|INR|PKR|H\. ?R\.|(?<!\.)S\.|H\.J\.|(?:House|Senate|Assembly) [Bb]ill|"
    r"EO|RFC|UNSCR|UNSC|[Rr]esolutions?|Project|Agenda|Vision|Horizon|Blade Runner|Cyberpunk|Peugeot|Iveco|Lada|VAZ|"
    r"Nokia|Boeing|Global|Russell|Fortune|Forbes|FTSE|Nikkei|Stoxx|MSCI|CSI|Studio|Model|Series|Class|Type|Mark|Route|"
    r"(?<!\()(?:Hill|Height))[ \u00a0]$"
)
# "the implementation of 1701 and respect for 1559" are told of texts with these numbers.
TEXT_BEFORE = lazily(r"\b(?:implementation|provisions) of $|\brespect for $")
TEXT_AFTER = lazily(r"[.,;:)]|\s*$|\s(?:and|or|by|in|is|was|but)\b")
NOT_A_YEAR_AFTER = lazily(
    rf"(?:[,:]\d|\.\d(?!\d{{0,2}}(?-i: [A-Z][a-z]))|_|%|[-–]?(?:meter|metre|km|kilo|mile|foot|feet|ton|dollar|point|"
    rf"seat|degree|square|acre|barrel|horse|mph|cc)|\s(?:{COUNTED_THINGS})\b)",
    re.IGNORECASE,
)
STREET_AFTER = lazily(
    r" (?!Wall|Downing|Fleet)(?:[A-Z][a-z]+ ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|"
    r"Boulevard|Blvd\.|Drive|Lane|Parkway|Terrace)(?!\w)"
)
PREPOSITION = lazily(
    r"\b(?:in|since|by|from|until|till|during|before|after|of|early|late|mid)[ -]$", re.IGNORECASE
)
# Behind one of these the patterns of what stands before a figure need not be tried.
TIME_LED = (
    " in ",
    " since ",
    " by ",
    " from ",
    " until ",
    " during ",
    " before ",
    " after ",
    " early ",
    " late ",
)
# Begins with a set of signs, so that the search stops at such signs alone.
RESOLUTION = lazily(
    r"[RrU](?:(?<!Year['’]s .)(?<=\b.)(?<!U)esolutions?|(?<=\bU)NSCR) (?:[Nn]o\. ?)?"
    r"(\d{4}(?:(?:, | and |, and )\d{4})*)(?!\d)"
)


def no_year(text: str, start: int, end: int) -> bool:
    """Whether four figures are a count, a price, a model, a resolution, a street's or a part of a longer number.

    >>> no_year("Project 2025", 8, 12), no_year("in 2025", 3, 7)
    (True, False)
    """
    before = text[max(0, start - 24) : start]
    if what := NOT_A_YEAR_AFTER.match(text, end):
        led = text.startswith(" ", end) and heads(text, start, end)
        return not led or text.startswith(",", what.end())  # "In 2010 dollars, prices fell"
    if counts(text, start, end):
        return True
    if not before.endswith(TIME_LED) and (
        NOT_A_YEAR_BEFORE.search(before) or NAME_BEFORE_YEAR.search(before)
    ):
        return True
    if text[start:end] in resolutions(text) or (TEXT_BEFORE.search(before) and TEXT_AFTER.match(text, end)):
        return True
    return bool(STREET_AFTER.match(text, end)) and not PREPOSITION.search(before)


@lru_cache(maxsize=8)
def resolutions(text: str) -> frozenset[str]:
    """The numbers that a text calls a resolution.

    >>> sorted(resolutions("Resolutions 1559 and 1701 hold; UNSCR 1973 too"))
    ['1559', '1701', '1973']
    """
    if "esolution" not in text and "UNSCR" not in text:
        return frozenset()
    return frozenset(number for told in RESOLUTION.findall(text) for number in re.findall(r"\d{4}", told))


# Names and verbs that are written like months: months only behind a word that leads to a time.
FALSE_MONTHS = {"may", "march", "mar", "jan", "dec", "sep"}
TIME_BEFORE = lazily(
    r"(?:^|[^A-Za-z])(?:a|in|of|by|since|until|till|from|to|through|during|for|last|next|this|early|late|mid|after|before|"
    r"and|or|between|throughout|ending|ended|beginning|on|each|every|past|previous|following|that|coming|the|around)[\s-]+$",
    re.IGNORECASE,
)
# "April Smith said", "the March family": a name goes on with a name, unless a word of time leads to the month.
NAME_AFTER = lazily(r" (?:family|brothers|sisters)\b| (?:[A-Z]')?[A-Z][a-z]+\b")
# "Jim and April Jones": "and" leads to a month only from another date.
AND_BEFORE = lazily(r"\b(?:and|or)[\s-]+$", re.IGNORECASE)
TITLE_BEFORE = lazily(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Gov|Sen|Rep|Lt|Col|Capt|Sgt|Judge|Justice|Governor|Senator|Captain|Colonel|Sergeant|Officer|"
    r"Detective|Professor|Lady|Sir|Dame|Lord|Aunt|Uncle|Princess)\.?\s$"
    r"|\b(?i:mother|father|sister|brother|daughter|son|wife|husband|aunt|uncle|niece|nephew|girlfriend|boyfriend|friend),?\s$"
)
SAYS_AFTER = lazily(r" (?:says|said|asked|replied|recalled|laughed|smiled|whispered|shrugged|nodded|wrote)\b")
THING_OF_MARCH = lazily(
    r" (?:(?:of|to|through) (?:the )?[A-Z][a-z]|(?:on|for|against) (?!\d|(?:the )?\d)(?:the )?[A-Za-z])"
)
# "the October Revolution", "the July Crisis": names, whose year is not that of the text.
THING_OF_MONTH = lazily(
    r" (?:Revolution|Monarchy|Manifesto|Theses|Crisis|Days|War|Uprising|Rising|Rebellion|"
    r"(?:[A-Z][a-z]+ )?Movement|Plot|Surprise|Fools?|"
    r"Street|Road|Avenue|Lane|Square|Bridge|Islands?|"
    r"Purge|Massacre|Coup|Putsch|Constitution|Laws|Decrees?|Pact|Declaration|Campaign of)\b"
)


def no_month(text: str, start: int, end: int) -> bool:
    """Whether a month's name with a capital names a person, a verb or a thing here.

    >>> no_month("Jim and April Jones", 8, 13), no_month("March and April Russian raids", 10, 15)
    (True, False)
    """
    word, before = text[start:end].lower().rstrip("."), text[max(0, start - 24) : start]
    led = bool(TIME_BEFORE.search(before)) or (
        MONTH_BEHIND.match(text, end) is not None and DATE_AT_END.search(before) is not None
    )
    if THING_OF_MONTH.match(text, end) and DATE_AT_END.search(before) is None:
        return True
    if TITLE_BEFORE.search(before) or (not led and SAYS_AFTER.match(text, end)):
        return True
    if NAME_AFTER.match(text, end):
        paired = AND_BEFORE.search(before)
        other = before[: paired.start()] if paired else ""
        tied = not paired or (DATE_AT_END.search(other) and not PERSON_AT_END.search(other))
        if not led or text.startswith(" f", end) or not tied:
            return True
    if word == "march" and before.lower().endswith("the ") and THING_OF_MARCH.match(text, end):
        return True
    if word == "march" and before.endswith(" the ") and text[end : end + 1] in (".", ";", ":"):
        return True  # "battles along the March."
    if word not in FALSE_MONTHS or text[end - 1] == "." or STUCK.search(before):
        return False
    if (paired := AND_BEFORE.search(before)) and not DATE_AT_END.search(before[: paired.start()]):
        return True  # "Smith and May went"
    return not led or word in ("sep", "dec", "mar") or (word == "jan" and before.endswith("and "))


MONTH_BEHIND = lazily(rf"(?:,|,? (?:and|or)) (?:{'|'.join(words()['month'])})\b", re.IGNORECASE)
STUCK = lazily(  # "Nov-Dec"
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?[-–/]$"
)
PERSON_AT_END = lazily(r"\b(?!In|Since|By|Last|Early|Late|From|Until)[A-Z][a-z]+ (?:May|June|April|August) $")
DATE_AT_END = lazily(
    rf"(?:\d|\b(?:{'|'.join([*words()['month'], *words()['season'], 'year', 'month'])})\.?),?\s+$",
    re.IGNORECASE,
)

# A weekday inside a name is no day: "Sunday Times", "Black Friday", "Friday prayers" (that is a set, read elsewhere).
WEEKDAY_NAME_AFTER = lazily(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|(?:Evening |Morning )?Post|Mercury|[Ss]chool|"
    r"roast|best|League|Addams|Weld|"
    r"Night Lights?|Night Live|Night Football|Service|Club|Street|Road|Avenue|Lane|Bridge|Islands?|Creek|Harbou?r)\b"
)
# Behind "the" more of them: "the Sunday Courier", while "on Sunday News Corp. said" tells of a day.
PAPER_AFTER = lazily(
    r" (?:Courier|Chronicle|Gazette|Tribune|Star|Independent|Observer|Review|Leader|Echo|News|Standard|Record|Journal|"
    r"World|Dispatch|Graphic|Sun|Business Post|Advertiser|Examiner|Bulletin|Argus|Sport)\b(?! Cup)"
)
# "Minister Sunday Okoro", "Sunday Okoro, a farmer", "Sunday Okoro said": a person's first name.
FIRST_NAME = lazily(
    r"(?:(?P<title>\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Chief|Pastor|Rev|Reverend|Gen|General|Capt|Captain|Col|Colonel|Sgt|"
    r"Sergeant|Sir|Minister|Senator|Governor|Mayor|Judge|Justice|Coach|named|called)\.? )|"
    r"(?P<head>(?:\A|[.!?][\"”’]? |\n)|\b(?:by|with|and|of|for) ))\Z"
)
SURNAME = lazily(
    r"(?P<name> [A-Z][a-z]+(?:-[A-Z][a-z]+)?)"
    r"(?P<told>(?: [A-Z][a-z]+)?(?:, (?:an? [a-z]|who |\d\d,)| (?:said|says|told)\b))?"
)


def is_first_name(text: str, start: int, end: int) -> bool:
    """Whether a weekday is somebody's first name.

    >>> is_first_name("Minister Sunday Okoro left.", 9, 15), is_first_name("He said Sunday Russia won.", 8, 14)
    (True, False)
    """
    behind = SURNAME.match(text, end)
    led = FIRST_NAME.search(text[max(0, start - 24) : start]) if behind else None
    return bool(led and behind and (led["title"] or behind["told"]))


WEEKDAY_NAME_BEFORE = lazily(
    r"(?:Black|Bloody|Ruby|Casual|Cyber|Super|Happy|Fat|Shrove|Easter|Palm|Good|Ash|Whit|Sheffield|Girl|Man|Freaky|Joe|Bowl|"
    r"Mail on) $"
)

GAME = lazily(
    r"\b(?:threw (?:for|an?|two|three|four|his|\d+)|touchdowns?|yards|field goals?|layups?|[23]-pointers?|fumble[ds]?|"
    r"halftime|quarterbacks?|of the (?:game|match|contest)|scoreless|outscored)\b",
    re.IGNORECASE,
)
# Without one of these the pattern need not be tried.
PLAYED = (
    *("threw", "touchdown", "yards", "field goal", "layup", "-pointer", "fumble", "halftime", "quarterback"),
    *("of the game", "of the match", "of the contest", "scoreless", "outscored"),
)


def one_in_a_row(text: str, start: int, end: int) -> bool:
    """Whether a quarter is but another one: "a third quarter of its staff", "a second quarter of losses".

    >>> one_in_a_row("It lost a third quarter of its staff.", 10, 23)
    True
    """
    return bool(ANOTHER.search(text, max(0, start - 12), start) and OF_THING.match(text, end))


ANOTHER = lazily(r"\b(?:an?|another) $", re.IGNORECASE)
OF_THING = lazily(r"(?<!-quarter) of (?!(?:the )?(?:year|\d{4}|fiscal|last|this|next))")


def of_a_game(text: str, start: int, end: int) -> bool:
    """Whether a quarter or a half is that of a game.

    >>> of_a_game("In the third quarter, he threw two passes.", 3, 20)
    True
    """
    left = max(0, start - 60)
    around = text[max(left, text.rfind("\n", left, start)) : end + 60]
    told = around.lower()
    return any(word in told for word in PLAYED) and GAME.search(around) is not None


def happened_then(text: str, start: int, between: str) -> bool:
    """Whether a year names what its sentence goes on to tell of, in the words behind it.

    >>> happened_then("The 1956 uprising was crushed in May.", 4, " uprising was crushed in ")
    True
    """
    return text[max(0, start - 4) : start].lower() == "the " and HAPPENED.fullmatch(between) is not None


# Behind a year: what happened in it and how that went on; not what is remembered, filmed or studied later.
HAPPENED = lazily(
    r" (?:[a-z-]+ )?(?:uprising|revolt|rebellion|revolution|war|campaign|offensive|invasion|siege|strikes?|mutiny|coup|"
    r"putsch|riots?|protests?|massacre|famine|floods?|earthquake|eruption|epidemic|drought|expedition|festival|"
    r"tournament|championships?|games|congress|conference|talks|trial|crash|blaze|fire|harvest|elections?|referendum)"
    r"(?: (?:in|of|at|on|near|off|against) [^,;]{1,30})?"
    r"(?![^,;]*\b(?:remember|commemorat|mark|recall|honou?r|celebrat|film|book|novel|inquiry|investigat|stud|blamed|"
    r"still|annulled|reviewed|discussed|described))"
    r" (?:was|were|had|[a-z]+ed|began|broke|took|came|spread|struck|hit|swept|shook|fell|drew|went|saw|left|cost|lost|"
    r"ran|rose|led|grew|brought)\b[^,;]{0,60}"
)
