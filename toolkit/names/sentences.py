"""The sentences of claims with one spelling for one place, and "the" before the acronyms that have it.

The words of a text stay as they are in its quotations; a sentence that is made from them is the record's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

import pandas as pd

from toolkit.names.spelling import plain, surname

SENTENCES = ("statement", "statement_past")
"""Columns of the event table that hold sentences."""
SPEAKING = ("outlet", "claimant", "source")
"""Columns of names that are no places, however alike: Al Jazeera is no state on the Nile."""
LEAST = 3
"""Consonants that two spellings must share where only their vowels differ."""

# "At", "as" and "an" are English words, too, where no hyphen follows.
_ARTICLES = r"(?:[AaEe]l[-\s]|(?:[Aa]d|[Aa]r|[Aa]sh?|[Aa]n|[Aa]t|[Aa]z)-|(?:Ad|Ar|Ash|Az)\s)"
_ARTICLE = re.compile(_ARTICLES)
_NAME = re.compile(rf"\b(?:{_ARTICLES})?[A-Z]\w*(?:-\w+)*")
_VOWELS = re.compile(r"[aeiouy]")
_TOLD = re.compile(r"(\b[Tt]he\s+)?(?<!\()\b([A-Z]{2,6})\b(?![-’')]|\s[A-Z\d(])")
_ACRONYM = re.compile(r"(^|\b(?:that|by|from|to|with|against) )([A-Z]{2,6})\b(?![-’'.]|\s[A-Z\d])")


def spelled(events: pd.DataFrame) -> pd.DataFrame:
    """The event table with its columns of sentences in one spelling; other columns and the order of rows stay.

    >>> from toolkit.timeline.table import to_frame
    >>> spelled(to_frame([])).empty
    True
    """
    columns = [name for name in SENTENCES if name in events.columns]
    speaking = {plain(name) for column in SPEAKING if column in events.columns for name in events[column]}
    places = one_each(sorted({str(place) for place in events["place"]} - {""}))
    with_the = definite(events["quote"].unique())

    def written(sentence: str) -> str:
        return articled(respelled(sentence, places, speaking), with_the)

    made = {
        name: pd.Series(
            pd.array([written(str(each)) for each in events[name]], dtype="str"), index=events.index
        )
        for name in columns
    }
    return events.assign(**made)


def one_each(places: Sequence[str]) -> dict[tuple[str, bool], str]:
    """Names of places of one word, besides an article, by the forms in which their spellings meet."""
    return {form: place for place in places if _NAME.fullmatch(place) for form in _forms(place)}


@lru_cache(maxsize=65536)
def _forms(name: str) -> tuple[tuple[str, bool], ...]:
    """The form that romanisations share, and where the name has an article or may have one the bare consonants."""
    core = _ARTICLE.sub("", name, count=1)
    form = surname(core)
    bare = _VOWELS.sub("", form)
    return ((form, False), *(((form[:1] + bare, True),) if len(bare) >= LEAST else ()))


def respelled(sentence: str, places: Mapping[tuple[str, bool], str], speaking: Collection[str] = ()) -> str:
    """A sentence with the places of a record as the record spells them.

    >>> places = one_each(["El Fasher", "Goma"])
    >>> respelled("Fighting engulfs al-Fashir", places), respelled("The RSF leaves el-Fasher", places)
    ('Fighting engulfs El Fasher', 'The RSF leaves El Fasher')
    >>> respelled("Fisher leaves Gama", places), respelled("Troops at Goma flee", places)
    ('Fisher leaves Gama', 'Troops at Goma flee')
    """

    def instead(found: re.Match[str]) -> str:
        name = found[0]
        if plain(name) in speaking:
            return name
        for form, loose in _forms(name):
            place = places.get((form, loose))
            # Bare consonants are little to know a name by: an article must stand before it here, too.
            if place and (not loose or (_ARTICLE.match(name) and _ARTICLE.match(place))):
                return place
        return name

    return _NAME.sub(instead, sentence)


def definite(quotes: Iterable[str]) -> frozenset[str]:
    """The acronyms that have "the" before them as often as not, which some that have it lack ("RSF fighters").

    >>> sorted(definite(["The RSF took it.", "It fell to the RSF, NATO said.", "NATO met."]))
    ['RSF']
    """
    counts: dict[str, list[int]] = {}
    for quote in quotes:
        for found in _TOLD.finditer(str(quote)):
            counts.setdefault(found[2], [0, 0])[bool(found[1])] += 1
    return frozenset(name for name, (bare, the) in counts.items() if the and the >= bare)


def articled(sentence: str, with_the: Collection[str]) -> str:
    """A sentence with "the" before the acronyms that have it.

    >>> articled("RSF besieges the city", {"RSF"}), articled("A post falls to RSF", {"RSF"})
    ('The RSF besieges the city', 'A post falls to the RSF')
    >>> articled("NATO meets", {"RSF"}), articled("An RSF raid ends", {"RSF"})
    ('NATO meets', 'An RSF raid ends')
    """

    def instead(found: re.Match[str]) -> str:
        if found[2] not in with_the:
            return found[0]
        return f"{found[1]}{'the' if found[1] else 'The'} {found[2]}"

    return _ACRONYM.sub(instead, sentence)
