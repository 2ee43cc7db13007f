"""What a sentence quotes, as it is compared across articles: two that quote the same words have them from one mouth."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.timeline.wording import pairs

_PASSAGE = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")  # a shorter one is a catchword


@lru_cache(maxsize=65536)
def quoted(text: str) -> frozenset[str]:
    """The neighbouring stems of what stands within quotation marks, where that is several words.

    >>> sorted(quoted("It was “a very long night”, he said, and the town was “tense”."))
    ['long night', 'very long']
    """
    return frozenset(pair for passage in _PASSAGE.findall(text) for pair in pairs(passage))
