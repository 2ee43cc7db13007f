"""How many of what a sentence tells: "at least 12 people were killed" is twelve or more, killed.

Only what two accounts can be compared by is read: counts of things and of those killed or wounded, shares, money, and
distances of what moves. Dates, ages, times, ordinals, names ("the 72nd Brigade", "F-16") and spans of time are none.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: number for number, word in enumerate(_SMALL.split())}
_TENS = {word: 10 * number for number, word in enumerate(_ROUND.split(), 2)}
_SPELLED = {"a": 1, **_WORDS, **_TENS}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "bn": 10**9}
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|(?:" + "|".join(_TENS) + r")(?:-(?:" + "|".join(_WORDS) + r"))?"
    r"|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r"|a(?=\s+(?:dozen|hundred|thousand|million)\b))"
    r"(?:\s+(?:" + "|".join(_TIMES) + r")\b)?"
)
_BOUNDS = {
    "low": "at least|no fewer than|no less than|not less than|more than|over|above|upwards of|a minimum of",
    "high": "at most|up to|as many as|no more than|not more than|fewer than|less than|under|below",
    "about": "about|around|some|roughly|approximately|nearly|almost|an estimated|close to|circa",
}
"""Words before a number that make a bound of it, or an estimate."""
ESTIMATE = 0.15  # how far from an estimate the count may lie

_QUANTITY = re.compile(
    rf"(?<![\w.,:/$€£-])(?:(?P<low>{_BOUNDS['low']})\s+|(?P<high>{_BOUNDS['high']})\s+|(?P<about>{_BOUNDS['about']})\s+)?"
    rf"(?P<money>[$€£]\s?)?(?P<first>{_NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<last>{_NUMBER}))?"
    r"(?![\w:/]|[.,]\d)(?P<share>\s?%|\s+per\s?cent\b)?(?P<more>\s+or more\b)?",
    re.I,
)
RUN = 5  # words behind a number among which the thing counted stands
_NEXT = re.compile(r"(?:[\s\u00a0]+|-)([A-Za-z’']+)")
_STOP_WORDS = """
a an the and or but nor of in on at to from by with for as into over under near about after before during since
until is are was were be been being has have had do does did will would can could may might must shall should
who which that while when where than then not its his her their our this these those it they he she we you i
also still am pm percent all old
"""
_STOP = frozenset(_STOP_WORDS.split())
_MONTH_WORDS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MONTHS = frozenset(_MONTH_WORDS.split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(_MONTHS))})\.?\s+(?:\d+\s*(?:,|and|to|or)\s+)*$", re.I)
_OF_BEFORE = re.compile(r"\b(?:of|out of|between \S+ and)\s+(?:the\s+|its\s+|some\s+)?$", re.I)
_OF_AFTER = re.compile(rf"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|them\b)?(?:{_NUMBER}\b)?", re.I)
_TIME_WORDS = "second minute hour day week weekend month quarter season year decade century night time"
_TIME = frozenset(_TIME_WORDS.split())
_VAGUE_WORDS = "side way thing part case point other term"
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Nouns that are counted without being a quantity of anything: "the two sides"."""
_SINGULARS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "person",
    "others": "person", "troops": "troop", "personnel": "troop", "aircraft": "aircraft", "km": "kilometre",
    "kilometers": "kilometre", "kilometer": "kilometre", "kilometres": "kilometre", "miles": "mile",
    "metres": "metre", "meters": "metre", "meter": "metre", "deaths": "killed", "injuries": "wounded",
}  # fmt: skip
_PEOPLE = frozenset(("person", "killed"))
_DISTANCE = frozenset(("kilometre", "mile", "metre"))
FATE_WORDS = {
    "killed": (
        r"kill(?:ed|ing|s)?|dead|died|dies|deaths?(?: toll)?|claim(?:ed|ing)? the lives of"
        r"|(?:lost|los(?:e|es|ing)) (?:his|her|their) li(?:fe|ves)"
    ),
    "wounded": r"wound(?:ed|ing|s)?|injur(?:ed|ing|es?)|hurt(?:ing)?",
    "missing": r"missing",
    "evacuated": r"evacuat(?:ed|ing|es?)",
    "detained": r"detain(?:ed|ing|s)?|arrest(?:ed|ing|s)?",
}
"""What becomes of people, by the words that tell it."""
FATES = frozenset(FATE_WORDS)
"""What becomes of people: the first word of what such a count is `of`."""
_ACTS = {
    "launched": r"launch(?:ed|ing|es)?|fired?|firing|sent|unleash(?:ed|ing)|attack(?:ed|ing)? with",
    "downed": r"down(?:ed|ing)|shot down|shoot(?:ing)? down|intercept(?:ed|ing)|destroy(?:ed|ing)",
    "taken": (
        r"captur(?:ed?|ing)|seiz(?:ed?|ing)|t(?:ook|aken|aking)|overr(?:an|un)|occup(?:ied|ying)|fallen|fell|lost"
        r"|gain(?:ed|ing)?"
    ),
    "moved": r"advanc(?:ed?|ing)|push(?:ed|ing)?|mov(?:ed|ing)|thrust|drove|broken?|breaking",
}
"""What is done with things, by the words that tell it."""


def _named(table: dict[str, str]) -> str:
    return "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in table.items())


_HAVE = "also|has|have|had|now"
_AUXILIARY = rf"(?:\s+(?:{_HAVE}|were|was|are|is|been|being|reportedly|left|reported|still|already))*\s*-?\s*"
_GROWS = (
    rf"(?:\s+(?:{_HAVE}|rose|risen|stood|stands|climbed|reached|up|to|at|of|another|a further|only|just))*\s*"
)
_FATES_BEFORE = re.compile(rf"(?:{_named(FATE_WORDS)}){_GROWS}$", re.I)
_FATES_AFTER = re.compile(rf"^{_AUXILIARY}(?:{_named(FATE_WORDS)})", re.I)
_ACTS_BEFORE = re.compile(rf"(?:{_named(_ACTS)})[^,;:.]{{0,30}}$", re.I)
_ACTS_AFTER = re.compile(rf"^{_AUXILIARY}(?:{_named(_ACTS)})", re.I)
_FATE_WORD = re.compile("|".join(FATE_WORDS.values()), re.I)
_DEATH_TOLL = re.compile(r"\bdeath toll\b[^;:.]*\b(?:to|at|is|was|now|reached|hit)\s*$", re.I)
_TOLL = re.compile(rf"(?:{_named(FATE_WORDS)})[^,;:.]{{0,20}}$", re.I)
_HARM = "killed|dead|wounded|injured|killing|wounding|injuring"
_EITHER = re.compile(rf"\b(?:{_HARM})\s+(?:and|or)\s+(?:{_HARM})\s*$", re.I)
_NO_COUNT = (_MONTH_BEFORE, _EITHER, _OF_BEFORE)
"""What stands before a number that is no count, or a count of the whole and not of the part."""
_SPEAKS = re.compile(
    r"(?:\s+\w+){0,4}?\s+(?:said|says?|told|tells?|added|claim(?:ed)?|report(?:ed)?)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count: `of` what ("killed person", "taken village"), at least `low` and at most `high`, and its words."""

    of: str
    low: float
    high: float
    text: str


@lru_cache(maxsize=65536)
def quantities(sentence: str, near: str = "") -> tuple[Quantity, ...]:
    """The counts of a sentence, one for each thing counted; never raises on a text.

    Of a thing that is counted twice with two results it is the count nearest to the words `near`, such as those of the
    date that is asked for; without them it tells nothing.

    >>> [(q.of, q.low, q.high) for q in quantities("At least 12 people were killed and twenty injured.")]
    [('killed person', 12.0, inf), ('wounded person', 20.0, 20.0)]
    >>> [(q.of, q.low, q.text) for q in quantities("On 8 June the 72nd Brigade lost two small villages.")]
    [('taken village', 2.0, 'two small villages')]
    >>> quantities("Three officers said on 3 June 2025 that it took five days.")
    ()
    """
    found: dict[str, list[tuple[int, Quantity]]] = defaultdict(list)
    acts: dict[str, str] = {}
    for match in _QUANTITY.finditer(sentence):
        counted = _counted(sentence, match)
        if counted:
            of, end = counted
            # "Seized 900 square kilometres this year and 6,700 the year before": the verb is told once.
            of = acts.setdefault(of.rpartition(" ")[2], of) if " " not in of.removeprefix("square ") else of
            acts[of.rpartition(" ")[2]] = of
            words = " ".join(sentence[match.start() : end].split())
            found[of].append((match.start(), Quantity(of, *_bounds(match), words)))
    place = sentence.find(near) if near else -1
    return tuple(
        min(each, key=lambda one: abs(one[0] - place))[1]
        for each in found.values()
        if place >= 0 or len({(one.low, one.high) for _, one in each}) == 1
    )


def own_words(quote: str, start: int, told_start: int, told_end: int) -> str:
    """The words of a sentence that tell a row, the whole sentence where they are not known; arguments as the columns.

    >>> own_words("He said it fell.", 10, 18, 25), own_words("He said it fell.", 10, 0, 0)
    ('it fell', 'He said it fell.')
    """
    return " ".join((quote[told_start - start : told_end - start] or quote).split())


def own_counts(quote: str, own: str) -> tuple[Quantity, ...]:
    """The counts of a sentence that stand in its `own_words`.

    >>> [each.low for each in own_counts("It killed 12 people and hurt 30 others.", "killed 12 people")]
    [12.0]
    """
    return tuple(each for each in quantities(quote) if each.text in own)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both counts may be of one truth.

    >>> at_least, exact, other = (quantities(f"{n} houses burned")[0] for n in ("At least 10", "12", "13"))
    >>> agree(at_least, exact), agree(exact, other)
    (True, False)
    """
    return one.low <= other.high and other.low <= one.high


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    first = _value(match["first"])
    last = _value(match["last"]) if match["last"] else first
    if last < first:  # "two or three thousand"
        last = first
    if match["low"] or match["more"]:
        return first, math.inf
    if match["high"]:
        return 0.0, last
    if match["about"]:
        return math.floor(first * (1 - ESTIMATE)), math.ceil(last * (1 + ESTIMATE))
    # A round number of hundreds is rounded: 1,000 and 1,020 are one count.
    if first == last and first >= 100 and first % 10 == 0:
        unit = 10 ** (len(str(int(first))) - len(str(int(first)).rstrip("0")))
        slack = min(unit / 2, first * 0.05)
        return first - slack, last + slack
    return first, last


def _value(words: str) -> float:
    number, *times = words.lower().replace(",", "").split()
    head, _, unit = number.partition("-")
    value = float(_SPELLED[head] + _WORDS.get(unit, 0) if head in _SPELLED else head)
    return value * _TIMES["".join(times)] if times else value


def _counted(sentence: str, match: re.Match[str]) -> tuple[str, int] | None:
    """What is counted, and where its words end; None where it is no quantity."""
    if match["money"] or match["share"]:
        return ("money" if match["money"] else "percent"), match.end()
    before = sentence[: match.start()]
    if _YEAR.fullmatch(match["first"]) or any(pattern.search(before) for pattern in _NO_COUNT):
        return None
    named = _noun(sentence, match)
    if _DEATH_TOLL.search(before) and (named is None or named[0] in _PEOPLE):
        return "killed person", named[1] if named else match.end()
    if named is None:
        # "12 were killed", "the death toll rose to 12": people, though nobody says so.
        fate = (
            _told(_FATES_BEFORE, before)
            if _TOLL.search(before)
            else _told(_FATES_AFTER, sentence[match.end() :])
        )
        return (f"{fate} person", match.end()) if fate else None
    noun, end = named
    behind = sentence[end:]
    if noun in _TIME or noun in _VAGUE or _SPEAKS.match(behind):
        return None
    if noun in FATE_WORDS:
        return f"{noun} person", end
    fate = _told(_FATES_BEFORE, before) or _told(_FATES_AFTER, behind)
    act = fate or _told(_ACTS_BEFORE, before) or _told(_ACTS_AFTER, behind)
    if noun in _DISTANCE:
        return None if act not in ("moved", "taken") or behind.startswith(" from") else (f"moved {noun}", end)
    if noun.startswith("square "):
        return (f"taken {noun}" if act in ("taken", "moved") else noun), end
    if not act and _value(match["first"]) == 1:
        return None
    return f"{act} {noun}".strip(), end


def _told(pattern: re.Pattern[str], text: str) -> str:
    """The name of what is done, where the text tells it."""
    found = pattern.search(text)
    return str(found.lastgroup) if found else ""


def _noun(sentence: str, match: re.Match[str]) -> tuple[str, int] | None:
    """The thing counted, in the singular, and where it ends; None where no thing follows the number."""
    whole = _OF_AFTER.match(sentence, match.end())
    position, single = (
        whole.end() if whole else match.end(),
        _value(match["first"]) == 1 and not match["last"],
    )
    last: tuple[str, int] | None = None
    unit = ""
    for _ in range(RUN):
        found = _NEXT.match(sentence, position)
        word = found[1].lower() if found else ""
        if not found or word in _STOP or word in _MONTHS:
            break
        position = found.end()
        if word in _TIME and sentence[found.start()] == "-":
            # "A 30-day ceasefire" is as long as that; "thirty days" is a span of time.
            unit = f"{word} "
            continue
        if word == "square":
            unit = "square "
            continue
        if word in _SINGULARS or (last is None and _FATE_WORD.fullmatch(word)):
            return unit + (_SINGULARS.get(word) or _told(_FATES_AFTER, f" {word}")), position
        if single and _FATE_WORD.fullmatch(word):
            break
        if word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")):
            return _singular(word), position
        if word in _DISTANCE or single or unit:
            last = unit + word, position
            if word in _DISTANCE or unit:
                break
    return last


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
