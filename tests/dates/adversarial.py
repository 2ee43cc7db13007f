"""Strings made to break a date reader, by a seeded generator."""

from __future__ import annotations

import random
from collections.abc import Iterator

REPEATED = [
    "last week ",
    "1-1-1-",
    "1 1 1 ",
    "12:12:12:",
    "2025-06-13 ",
    "in in in ",
    "the the ",
    "June ",
    "May 1 ",
    "two ",
    "1/2/",
    "the past the past ",
    "early ",
    "a a a ",
    "Monday, ",
    "first quarter of ",
    "\n",
    "99999999",
    "the end of ",
    "more than ",
]
PIECES = [
    "30 February",
    "31 April 2025",
    "year 0",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "99999999999999999999",
    "44 BC",
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
    "x" * 10_000,
    "9" * 10_000,
    " " * 500,
]


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
