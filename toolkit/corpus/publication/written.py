"""The written dates in a line, in many languages and orders: a day each, or why there is none.

A day in numbers whose order both are in use for ("03/04/2025") is settled by the weekday beside it or by the order that
the caller knows, or refused. Nothing else is guessed: a year has four digits, a name of a month that means different
months in two languages needs the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toolkit.corpus.publication.calendars import (
    WORD,
    Month,
    buddhist,
    era,
    fold,
    key,
    months,
    ordinals,
    particles,
    solar,
    weekday,
)  # fmt: skip
from toolkit.corpus.publication.short_years import short_years
from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS


class Written(NamedTuple):
    """A date in a text: its place, its day or the reason why it has none, and its numbers where their order matters."""

    start: int
    end: int
    words: str
    day: date | None
    problem: str = ""
    numbers: tuple[int, int, int] | None = None


YEARS = range(1600, 2200)
_SOLAR_YEARS, _BUDDHIST_YEARS = range(1300, 1500), range(2400, 2700)
_NUMBERS = re.compile(
    r"(?<![\d.,/:-])(?:"
    r"(?P<y>\d{4})(?P<s>\s?[-/.]\s?)(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d/]|[.,:-]\d)"
    r"|(?P<a>\d{1,2})(?P<t>\s?[-/.]\s?)(?P<b>\d{1,2})(?P=t)(?P<z>\d{4})(?![\d/]|[.,:-]\d)"
    r"|(?P<cy>\d{4})(?P<cm>\d{2})(?P<cd>\d{2})(?=[Tt]\d|(?!\d))"
    r")"
)
_IDEOGRAPHS = re.compile(
    r"(?P<era>令和|平成|昭和|民國|民国)?\s*(?P<y>\d{1,4}|元)\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일号號]"
)
_CHINESE = "〇零一二三四五六七八九"
_IN_CHINESE = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号號]"
)
_VIETNAMESE = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\s*(?:tháng|/|-)\s*(?P<m>\d{1,2})\s*,?\s*(?:năm)\s*(?P<y>\d{4})(?!\d)"
)
_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}(?::\d\d){1,2}(?:[.,]\d+)?(?![\d:])")
_TOKEN = re.compile(r"\d+|" + WORD.pattern)
_GAP = re.compile(r"[\s,.\-–/'’ºª°()،'‘॰]{0,4}")
_NEAR = 3  # words: how far from a date its weekday stands
_PERSIAN_DIGIT = re.compile("[۴۵۶]|[۰-۹]")


def scan(text: str, language: str = "", order: str = "") -> list[Written]:
    """The dates in a line, from left to right, none within another.

    `order` is "dmy" or "mdy" where it is known which the numbers are in.

    >>> [(each.words, each.day.isoformat()) for each in scan("Fri 13 juin 2025, vu le 2025-06-14 à 10:19")]
    [('13 juin 2025', '2025-06-13'), ('2025-06-14', '2025-06-14')]
    >>> [each.problem for each in scan("03/04/2025")]
    ['may be 3 April or 4 March 2025']
    >>> [each.day.isoformat() for each in scan("Thu 03/04/2025")]
    ['2025-04-03']
    """
    if not any(map(str.isdigit, text)) and "年" not in text:
        return []
    plain = fold(text)
    found = [*_in_numbers(text, plain, language, order), *_in_words(text, plain, language)]
    taken: list[Written] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not taken or each.start >= taken[-1].end:
            taken.append(each)
    return taken


def _in_numbers(text: str, plain: str, language: str, order: str) -> Iterator[Written]:
    for match in _IDEOGRAPHS.finditer(plain):
        year = 1 if match["y"] == "元" else int(match["y"])
        yield _made(text, match, year + era(match["era"] or ""), match["m"], match["d"])
    for match in _IN_CHINESE.finditer(plain):
        year = int("".join(str(max(0, _CHINESE.index(each) - 1)) for each in match[1]))
        yield _made(text, match, year, _chinese(match[2]), _chinese(match[3]))
    for match, year, month, day in short_years(plain, language, order):
        yield _made(text, match, year, month, day)
    for match in _VIETNAMESE.finditer(plain):
        yield _made(text, match, int(match["y"]), match["m"], match["d"])
    for match in _NUMBERS.finditer(plain):
        year = int(match["y"] or match["z"] or match["cy"])
        persian = language in ("fa", "ps") or bool(_PERSIAN_DIGIT.search(text, *match.span()))
        if match["cy"]:
            if year in range(1990, 2100) and int(match["cm"]) <= 12:
                yield _made(text, match, year, match["cm"], match["cd"])
        elif match["y"]:
            yield _made(text, match, year, match["m"], match["d"], persian and year in _SOLAR_YEARS)
        else:
            yield _year_last(text, plain, match, year, language, order)


def _chinese(number: str) -> int:
    """A number up to 99 in Chinese numerals."""
    tens, ten, ones = number.rpartition("十")
    first = _CHINESE.index(tens) - 1 if tens in _CHINESE and tens else 1
    return (10 * first if ten else 0) + (_CHINESE.index(ones) - 1 if ones in _CHINESE and ones else 0)


def _year_last(text: str, plain: str, match: re.Match[str], year: int, language: str, order: str) -> Written:
    first, second = int(match["a"]), int(match["b"])
    if year in _BUDDHIST_YEARS:
        year = buddhist(year)
    if "." in match["t"] or first == second:
        return _made(text, match, year, second, first)
    if first > 12:
        return _made(text, match, year, second, first)._replace(numbers=(first, second, year))
    if second > 12:
        return _made(text, match, year, first, second)._replace(numbers=(first, second, year))
    named = _weekday(plain, *match.span(), language)
    choice = [
        (way, _made(text, match, year, *pair))
        for way, pair in (("dmy", (second, first)), ("mdy", (first, second)))
    ]
    if named is not None:
        fitting = [one for _, one in choice if one.day and one.day.weekday() == named]
    else:
        fitting = [one for way, one in choice if one.day and way == order]
    if len(fitting) == 1:
        return fitting[0]
    if not first or not second:
        return choice[0][1]
    one, other = LONG_MONTHS[second - 1], LONG_MONTHS[first - 1]
    problem = f"may be {first} {one} or {second} {other} {year}"
    return Written(*match.span(), match[0], None, problem, (first, second, year))


def _weekday(plain: str, start: int, end: int, language: str) -> int | None:
    """The weekday named beside a place: 0 for Monday."""
    before = [match[0] for match in WORD.finditer(plain, max(0, start - 30), start)][-_NEAR:]
    after = [match[0] for match in WORD.finditer(plain, end, min(len(plain), end + 30))][:_NEAR]
    for words in (before[::-1], after):
        for at, word in enumerate(words):
            beside = words[at + 1 : at + 2]
            two = [" ".join([*beside, word] if words is not after else [word, *beside])] if beside else []
            for name in (*two, word):
                if (number := weekday(name, language)) is not None:
                    return number
    return None


class _Token(NamedTuple):
    """A number, or a word with the months that it may name; two words where these together name one."""

    start: int
    end: int
    word: str
    months: tuple[Month, ...] = ()

    @property
    def digits(self) -> int:
        return len(self.word) if self.word[0].isdigit() else 0


def _tokens(plain: str) -> list[_Token]:
    clocks = [place for clock in _CLOCK.finditer(plain) for place in range(*clock.span())]
    within, names, found = set(clocks), months(), list[_Token]()
    for match in _TOKEN.finditer(plain):
        word = match[0]
        if match.start() in within:
            continue
        if found and not word[0].isdigit() and not found[-1].digits and match.start() - found[-1].end <= 1:
            for both in (f"{found[-1].word} {word}", found[-1].word + word):
                if both in names:
                    found[-1] = _Token(found[-1].start, match.end(), both, names[both])
                    break
            else:
                found.append(_Token(*match.span(), word, names.get(key(word), ())))
        else:
            found.append(_Token(*match.span(), word, () if word[0].isdigit() else names.get(key(word), ())))
    return found


def _in_words(text: str, plain: str, language: str) -> Iterator[Written]:
    tokens = _tokens(plain)
    for at, token in enumerate(tokens):
        if token.months and (span := _around(plain, tokens, at)):
            yield _named(text, plain, tokens, span, token.months, language)


class _Span(NamedTuple):
    first: int
    last: int
    day: int
    year: int


def _around(plain: str, tokens: Sequence[_Token], at: int) -> _Span | None:
    """The day and the year beside the name of a month, in whatever order."""
    before, after = _numbers(plain, tokens, at, -1), _numbers(plain, tokens, at, 1)
    if before and tokens[before[0]].digits <= 2:
        if after and tokens[after[0]].digits == 4:
            return _span(tokens, before[0], after[0], before[0], after[0])
        if len(before) > 1 and tokens[before[1]].digits == 4:
            return _span(tokens, before[1], at, before[0], before[1])
    if after and tokens[after[0]].digits <= 2:
        if before and tokens[before[0]].digits == 4:
            return _span(tokens, before[0], after[0], after[0], before[0])
        if len(after) > 1 and tokens[after[1]].digits == 4:
            return _span(tokens, at, after[1], after[0], after[1])
    return None


def _span(tokens: Sequence[_Token], first: int, last: int, day: int, year: int) -> _Span:
    return _Span(first, last, int(tokens[day].word), int(tokens[year].word))


def _numbers(plain: str, tokens: Sequence[_Token], at: int, step: int) -> list[int]:
    """The places of at most two numbers on one side, with nothing between but particles, a clock time and its zone."""
    found: list[int] = []
    here, passed, timed = at, 0, False
    while 0 <= here + step < len(tokens) and len(found) < 2 and passed <= _NEAR:
        one, other = sorted((here, here + step))
        gap = plain[tokens[one].end : tokens[other].start]
        bare = _CLOCK.sub("", gap).strip()
        timed = timed or bool(_CLOCK.search(gap))
        if not _GAP.fullmatch(bare):
            break
        here += step
        token = tokens[here]
        if token.digits:
            found.append(here)
            passed = 0
        elif (
            token.word in particles()
            or token.word in ordinals()
            or (timed and len(token.word) <= 4)
            or (
                token.months and "/" in gap  # a month in two calendars or dialects
            )
        ):
            passed += 1
        else:
            break
    return found


def _named(
    text: str, plain: str, tokens: Sequence[_Token], span: _Span, meanings: Sequence[Month], language: str
) -> Written:
    start, end = tokens[span.first].start, tokens[span.last].end
    words = text[start:end]
    choice = [each for each in meanings if each.solar == (span.year in _SOLAR_YEARS)]
    fitting = [each for each in choice if language in each.languages] or choice
    if len(fitting) > 1:
        return Written(start, end, words, None, "means different days in different languages")
    if not fitting:
        return Written(start, end, words, None, "names no day of the calendar")
    month = fitting[0]
    year = buddhist(span.year) if span.year in _BUDDHIST_YEARS else span.year
    made = _day(year, month.number, span.day, solar if month.solar else date)
    if made is None:
        return Written(start, end, words, None, "names no day of the calendar")
    named = _weekday(plain, start, end, language)
    if named is not None and named != made.weekday():
        problem = f"contradicts itself: {made.isoformat()} was a {LONG_DAYS[made.weekday()]}"
        return Written(start, end, words, None, problem)
    return Written(start, end, words, made)


def _made(
    text: str, match: re.Match[str], year: int, month: int | str, day: int | str, persian: bool = False
) -> Written:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    words = text[start : match.end()]
    made = _day(year, int(month), int(day), solar if persian else date)
    return Written(start, match.end(), words, made, "" if made else "names no day of the calendar")


def _day(year: int, month: int, day: int, make: Callable[[int, int, int], date]) -> date | None:
    try:
        made = make(year, month, day)
    except ValueError:
        return None
    return made if made.year in YEARS else None
