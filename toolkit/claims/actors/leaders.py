"""Leaders by whose names a state or a group is meant, and those who lead it no more."""

from __future__ import annotations

import re

from toolkit.claims.actors.names import Names

_FORMER = (
    r"\b(?:former|ex|late|deposed|ousted|jailed)[\s-]+(?:[\w.’'-]+\s+){{0,5}}?{name}\b",  # "ex-president Jo Adler"
    r"\bformer \w+, (?:[A-Z][\w.]+ )?{name}\b",
    r"\b{name}, (?:the|a) former\b",
)
_IN_OFFICE = (
    r"(?<!former )(?<!ex-)(?<!then-)(?<!late )\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor)"
    r"(?:\s+[A-Z][\w.]+){{0,2}}?\s+{name}\b"
)


def without_former(text: str, names: Names) -> Names:
    """Names without those of leaders whom the text only calls former ones: they speak for themselves.

    >>> from toolkit.claims.actors.names import Known, Names
    >>> names = Names([("Adler", Known("Ruritania", "state", "leader"))])
    >>> without_former("The former president, Adler, was fined.", names).get("Adler") is None
    True
    >>> without_former("President Adler fined a former general.", names).get("Adler").name
    'Ruritania'
    """
    gone = [name for name in names.leaders() if name in text and _is_former(text, re.escape(name))]
    return names.without(gone) if gone else names


def _is_former(text: str, name: str) -> bool:
    called = any(re.search(each.format(name=name), text) for each in _FORMER)
    return called and re.search(_IN_OFFICE.format(name=name), text) is None
