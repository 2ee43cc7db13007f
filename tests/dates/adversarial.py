"""Strings made to break a date reader, by a seeded generator."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from toolkit.dates.notation import LONG_DAYS, LONG_MONTHS

REPEATED = [
    "last week ",
    "1-1-1-",
    "1 1 1 ",
    "12:12:12:",
    "2025-06-13 ",
    "6/6/2025 ",
    "1/2/",
    "in in in ",
    "the the ",
    "a a a ",
    "of the ",
    "June ",
    "May 1 ",
    "May May, ",
    "Monday, ",
    "year ",
    "two ",
    "two days ago ",
    "three years later, ",
    "three weeks after May 2019 ",
    "the day before June 3, ",
    "In 2014 it fell in March, ",
    "on the 5th, ",
    "moved from Monday to Friday until ",
    "In May 2014 x. On June 3 y. ",
    "a year ago ",
    "every day ",
    "the past the past ",
    "early ",
    "the end of ",
    "the first quarter of ",
    "first quarter of ",
    "Q1 ",
    "10 p.m. ",
    "nineteen ninety-",
    "1941-1945-",
    "44 BC ",
    "from June 3 to ",
    "more than ",
    "since until by ",
    "99999999",
    "\n",
]
PIECES = [
    "30 February",
    "31 April 2025",
    "year 0",
    "0000-00-00",
    "the year 10000",
    "January 0, 2025",
    "1 January 0",
    "29 February 2025",
    "February 29, 1900",
    "2025-02-29",
    "31/11/2025",
    "June 31",
    "32 May 2025",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "99999999999999999999",
    "44 BC",
    "2 BCE",
    "1 BC to AD 1",
    "10000 BC",
    "999999999999 BCE",
    "the 99th century",
    "in 0",
    "’00",
    "'99s",
    "last year",
    "ten years later",
    "a hundred years ago",
    "9999 years ago",
    "thousand years from now",
    "the year two thousand",
    "1-2-3-4-5",
    "99/99/9999",
    "12:99",
    "25:61",
    "24:00",
    "13 p.m.",
    "\u200b",
    "\u200f",
    "\u202e",
    "e\u0301",
    "Ju\u0301ne 3",
    "Ma\u0308rch 2025",
    "J\u200bune 5",
    "\u202e5202 enuJ 31\u202c",
    "יום ראשון 13 June",
    "\u0661\u0663 June \u0662\u0660\u0662\u0665",
    "１３ June ２０２５",
    "June\u00a013,\u202f2025",
    "\ufeffMonday",
    "😀 Friday 😀",
    "\x00",
    "\ud800",
    "\udfff",
    "Sunday\u200b",
    "Мая",
    "٣ June",
    "June ٣",
    "ſunday",
    "Auguſt 3",
    "K",
    "İ",
    "from June 3 to 2",
    "from from June 3 to 4 to 5 to July 6",
    "between May and June and July and 2024",
    "from the end of March to the beginning of the end of May",
    "March 3-4-5, 6 and 7-8, 2025-2026",
    "early late mid-June to late early July",
    "between between",
    "the first first week of of June",
    "twenty-twenty",
    "of of of",
    "Q5 2025",
    "Q0",
    "W60",
    "2025-W99",
    "mid-mid-June",
    "May May May",
    "a week ago Sunday last week",
    "1941-1945-1950",
    "since until by",
    "the night of the night of June 7",
    "9" * 400 + " years ago",
    "a hundred thousand million years from now",
    "nine hundred ninety-nine thousand centuries later",
    "99999 quarters earlier",
    "x" * 10_000,
    "June" * 2_500,
    "-" * 10_000,
    "May-" * 1_000,
    "9" * 10_000,
    " " * 500,
]


# Text that is nothing but dates, no two stretches of it alike.
VARIED: dict[str, Callable[[random.Random], str]] = {
    "ISO days": lambda made: (
        f"{made.randint(1950, 2030)}-{made.randint(1, 12):02d}-{made.randint(1, 28):02d} "
    ),
    "figures": lambda made: f"{made.randint(0, 10 ** made.randint(1, 5))} ",
    "clock times": lambda made: f"{made.randint(0, 23)}:{made.randint(0, 59):02d}:",
    "weekdays": lambda made: f"{made.choice(('', 'on ', 'last '))}{made.choice(LONG_DAYS)}, ",
    "days of months": lambda made: f"{made.choice(LONG_MONTHS)} {made.randint(1, 28)} ",
    "days ago": lambda made: f"{made.randint(2, 30)} {made.choice(('days', 'weeks', 'years'))} ago, ",
    "pairs of years": lambda made: f"{made.randint(1900, 1960)}-{made.randint(1961, 2030)}-",
    "quarters": lambda made: f"Q{made.randint(1, 4)} ",
}


def varied(unit: Callable[[random.Random], str], size: int) -> str:
    """So many characters of a kind of dates."""
    made, text = random.Random(2025), ""
    while len(text) < size:
        text += "".join(unit(made) for _ in range(200))
    return text[:size]


def strings(random_: random.Random, count: int) -> Iterator[str]:
    """So many strings of pieces, letters and digits in a random order."""
    for _ in range(count):
        pieces = [
            random_.choice(PIECES)
            if random_.random() < 0.7
            else "".join(random_.choice("0123456789/-.: abcdefJunMay") for _ in range(random_.randint(1, 12)))
            for _ in range(random_.randint(1, 8))
        ]
        yield random_.choice(["", " ", ", ", "-"]).join(pieces)
