"""Spellings of one name: romanisations, marks, hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Other romanisations of the same Cyrillic letters: y/i/j, doubled letters, soft signs.
_SAME_SOUND = ((re.compile(r"['’ʼ`.\-\s]+"), ""), (re.compile(r"[yj]"), "i"), (re.compile(r"(\w)\1+"), r"\1"))


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A form under which the romanisations of one name meet, with and without its marks.

    >>> key("Dobropillya") == key("Dobropillia"), key("Huliaipole") == key("Hulyaypole"), key("Hue") == key("Huế")
    (True, True, True)
    """
    form = unmarked(name).casefold()
    for pattern, replacement in _SAME_SOUND:
        form = pattern.sub(replacement, form)
    return form


@lru_cache(maxsize=65536)
def letters(name: str) -> str:
    """The letters and digits of a name without their accents.

    >>> letters("Ya'an"), letters("Khān Yūnis")
    ('yaan', 'khanyunis')
    """
    return "".join(c for c in unmarked(name).casefold() if c.isalnum())


def unmarked(name: str) -> str:
    """A name without its marks.

    >>> unmarked("Ploieşti"), unmarked("Khān Yūnis")
    ('Ploiesti', 'Khan Yunis')
    """
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
