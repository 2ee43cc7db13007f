"""Forms under which the spellings of one word meet: romanisations, accents, articles before a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from toolkit.names.vocabulary import given_names, table

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ə": "a"}
)
_MARKS = re.compile(r"[^\w]+")
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|an|at|az|ul)[-\s](?=\w{3})", re.I)
_TWICE = re.compile(r"(\w)\1+")
_SOUNDS = (
    (re.compile(r"^(?:ye|je)"), "e"),
    (re.compile(r"^abd[aeiu]l"), "abdul"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"ou|oo"), "u"),
    (_TWICE, r"\1"),
    (re.compile(r"(?<=\w{3})[ea]h$"), "a"),
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Text without case, accents and marks inside words.

    >>> plain("Szijjártó"), plain("Ta'ang")
    ('szijjarto', 'taang')
    """
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _MARKS.sub("", "".join(each for each in bare if not unicodedata.combining(each)))


@lru_cache(maxsize=65536)
def surname(word: str) -> str:
    """A surname as its romanisations share it; the endings of men and women stay apart.

    >>> len({surname(each) for each in ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskii", "Zelenskyi")})
    1
    >>> surname("al-Burhan") == surname("Burhan"), surname("Zelenska") == surname("Zelensky")
    (True, False)
    """
    form = plain(_ARTICLE.sub("", word))
    for pattern, instead in _SOUNDS:
        form = pattern.sub(instead, form)
    return form


@lru_cache(maxsize=65536)
def given(word: str) -> str:
    """A given name as its spellings and short forms share it.

    >>> given("Volodymyr") == given("Vladimir"), given("Joe") == given("Joseph"), given("Olena") == given("Oleg")
    (True, True, False)
    """
    form = plain(word)
    return given_names().get(form) or surname(word)


@lru_cache(maxsize=65536)
def common(word: str) -> str:
    """A word of a body or an office in one of its spellings, in the singular; it may be two words, or none.

    >>> common("Defence"), common("Organisation"), common("affairs")
    ('defense', 'organization', '')
    """
    low = word.casefold()
    form = table()["spellings"].get(low)
    if form is not None:
        return str(form)
    return f"{low[:-7]}ization" if low.endswith("isation") else low
