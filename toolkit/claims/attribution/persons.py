"""Names of sources: what belongs to a name, and which names are those of persons."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from toolkit.claims.places.gazetteer import well_known
from toolkit.claims.text.sentences import line_start
from toolkit.claims.vocabulary import load, phrases, words
from toolkit.model import Span

_TABLE = load("sources")
NOBODY = words(_TABLE["nobody"])
_BODIES, _TITLES = words(_TABLE["bodies"]), words(_TABLE["titles"])
_OUTLETS, _LEADING = words(_TABLE["outlet_words"]), words(_TABLE["leading"])

BEHIND = 400
"""Characters before a pronoun in which a person who has not spoken is looked for."""

_BEHIND_HEAD = ("of", "for", "in", "at", "from", "with", "on", "to")
_WORD = re.compile(r"[^\W_][\w.’'&-]*")
_ARTICLE = re.compile(r"(?:the|an?|this|that|these|those)\s+", re.I)
_HANGING = "|".join(phrases(_TABLE["hanging"]))
_SET_OFF = re.compile(
    rf"\s*(?:,\s|\s[-–—]\s|—|\(|\n|\s(?:who|which|whose|where|when)\s|,\Z)|\s(?:{_HANGING})"
)
_FIRST = re.compile(rf"(?:{'|'.join(sorted(_LEADING))})\s+(?=\S)", re.I)
_LAST = re.compile(r"\s(?:neither|both|also|now|still|again|yet)\Z", re.I)
# The subject of a sentence, where it is a name of two words or more.
_SUBJECT = re.compile(
    r"(?:\A|(?<=[.!?”\"’]\s)|(?<=\n))[^\S\n]*(?!The\s)"
    rf"((?:[A-Z][\w’'-]+[^\S\n]){{1,5}}(?:(?:[a-z]+\s)?(?:{'|'.join(sorted(_TITLES))})\s(?:[A-Z][\w’'-]+\s){{1,2}})?"
    r"[A-Z][\w’'-]+)(?=,|\s[a-z])"
)


@lru_cache(maxsize=4096)
def short(mention: str) -> str:
    """A mention without its article and without what is set off before and behind it.

    >>> short("the defence minister, Anna Holm, who took office in May")
    'defence minister'
    >>> short("While negotiators at the talks in Geneva")
    'negotiators'
    """
    cut = _SET_OFF.search(mention)
    kept = mention[: cut.start()] if cut and cut.start() else mention
    kept = _LAST.sub("", kept.strip(" \t\n,;:."))
    while lead := _FIRST.match(kept):
        kept = kept[lead.end() :]
    article = _ARTICLE.match(kept)
    return kept[article.end() :] if article else kept or mention


@cache
def is_person(name: str) -> bool:
    """Whether a name is a person's: a full name, a title with or without one, or a word that is no place or outlet.

    >>> [is_person(name) for name in ("Anna Holm", "Minister Holm", "spokesman for the army", "General Staff", "Kyiv")]
    [True, True, True, False, False]
    """
    found = _WORD.findall(name)
    low = [re.sub(r"[’']s?$|\.$", "", word.lower()) for word in found]
    capitals = [word for word in found if word[0].isupper()]
    last = next((word for word in reversed(found) if word[0].isupper()), "")
    # "Ivan Petrenko of the northern group": the body is not the name.
    end = next((i for i, word in enumerate(low) if i and word in _BEHIND_HEAD), len(low))
    head = low[:end]
    if head and head[-1] in _TITLES:
        return True
    if not last or last.isupper():
        return False
    named = found[max((i + 1 for i, word in enumerate(head) if word in _TITLES), default=end) : end]
    if len(named) > 1 and all(word[0].isupper() and word.lower() not in _BODIES for word in named):
        # "Kremlin spokesman Dmitry Peskov": the body is his.
        return True
    if not _BODIES.isdisjoint(set(head) - _TITLES) or not _OUTLETS.isdisjoint(head):
        return False
    if len(capitals) == 1:
        plain = last[1:].islower() and not well_known(last)
        return plain and (len(found) == 1 or low[-2] in _TITLES)
    return bool(found[end - 1][0].isupper())


def is_plural(name: str) -> bool:
    """Whether a name is that of several: "three officers", "Anna Holm and Pavlo Moss".

    >>> is_plural("two officials in the capital"), is_plural("General Staff")
    (True, False)
    """
    head = re.split(r"\s(?:of|in|from|at|with|close|near|for)\s", name)[0]
    return " and " in head or bool(re.search(r"(?<!\w)[a-z][\w-]*[^\Ws]s\Z", head))


def person_before(text: str, at: int) -> Span | None:
    """The last person named as the subject of a sentence shortly before a pronoun; None where there is none."""
    floor = line_start(text, max(0, at - BEHIND), reach=5 * BEHIND)
    spans = [match.span(1) for match in _SUBJECT.finditer(text, floor, at)]
    return next((span for span in reversed(spans) if is_person(text[slice(*span)])), None)
