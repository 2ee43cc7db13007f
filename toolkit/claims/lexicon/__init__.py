"""The lexicon: which predicates tell of which kinds of events, and what must stand with them.

A theme is one TOML file of kinds and entries (``conflict.toml`` is the longest example); ``types.toml`` says what a
phrase can be by its head word. Nothing in Python names a kind of event. The themes beside this file are looked for
where none is asked for, those in ``more/`` by name only; docs/themes.md shows how to write one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from toolkit.claims.cases.events import read_events
from toolkit.claims.cases.sides import Sides, read_sides
from toolkit.claims.lexicon.entries import ENTRY_KEYS, Entry, read_entry
from toolkit.claims.lexicon.kinds import GAINS, KIND_KEYS, PLOVER, Kind, read_kind
from toolkit.claims.lexicon.match import (
    Evidence,
    Match,
    Miss,
    attempt,
    governed,
    may_be_worded,
    rank,
    words_beside,
)
from toolkit.claims.lexicon.roles import Roles
from toolkit.claims.lexicon.types import Types, shipped_types
from toolkit.claims.lexicon.words import Wording, noun_forms, spellings
from toolkit.claims.toml_checks import Reader, read_toml
from toolkit.language.frames import Frame, Phrase
from toolkit.model import NamedEvent

HERE = Path(__file__).parent
MORE = HERE / "more"
Listed = Sequence[tuple[Entry, Wording]]
THEME_KEYS = ("name", "sides", "horizon_days", "reporting", "types", "kinds", "entries", "events")

__all__ = [
    "ENTRY_KEYS",
    "GAINS",
    "KIND_KEYS",
    "PLOVER",
    "THEME_KEYS",
    "Entry",
    "Evidence",
    "Kind",
    "Lexicon",
    "Match",
    "Miss",
    "Roles",
    "Theme",
    "load_lexicon",
]


@dataclass(frozen=True)
class Theme:
    """A file of the lexicon, checked; `reporting` are its verbs of mere reporting ("say", "add"), `digest` is that of
    its bytes."""

    name: str
    file: str
    kinds: dict[str, Kind]
    entries: tuple[Entry, ...]
    types: dict[str, list[str]]
    reporting: frozenset[str]
    sides: Sides
    events: tuple[NamedEvent, ...]
    horizon: int
    digest: str = ""


@dataclass(frozen=True)
class Lexicon:
    """The kinds and entries of some themes, and the types of phrases that their conditions ask for.

    The shipped themes that are looked for unasked are one lexicon in several files: the most specific entry has a word.
    Any other theme goes before them, and before those named earlier, with all that it knows.
    """

    themes: tuple[Theme, ...]
    kinds: dict[str, Kind]
    entries: tuple[Entry, ...]
    reporting: frozenset[str]
    events: tuple[NamedEvent, ...]
    lemmas: frozenset[str]
    _types: Types = field(repr=False)
    _first: dict[str, int] = field(repr=False)
    _by_lemma: dict[tuple[str, str], tuple[tuple[Entry, Wording], ...]] = field(repr=False)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The head words of the entries' nouns, for a builder of frames: no other noun can match."""
        return frozenset(lemma for form, lemma in self._by_lemma if form == "noun")

    def match(self, frame: Frame, frames: Sequence[Frame] = (), but: Kind | None = None) -> Match | None:
        """The most specific entry that fits a frame, none of the kind `but`; or None.

        `frames` hold those that it governs: without them no entry fits that asks for a clause (`complement`).
        """
        fitting = [each for each in self.fitting(frame, frames) if but is None or each.kind is not but]
        return max(
            fitting, key=lambda match: (self._first.get(match.kind.theme, 0), rank(match)), default=None
        )

    def fitting(self, frame: Frame, frames: Sequence[Frame] = ()) -> list[Match]:
        """All entries that fit a frame; `match` takes the most specific of them."""
        beside = words_beside(frame)
        listed = [each for each in self._listed(frame) if may_be_worded(each[1], beside)]
        return [found for found in self._attempts(frame, frames, listed) if isinstance(found, Match)]

    def considered(self, frame: Frame, frames: Sequence[Frame] = ()) -> list[Miss]:
        """The entries with the frame's word that do not fit, each with the first condition that fails."""
        attempts = self._attempts(frame, frames, self._listed(frame))
        return [found for found in attempts if isinstance(found, Miss)]

    def types_of(self, phrase: Phrase) -> frozenset[str]:
        """What a phrase can be."""
        return self._types.of(phrase)

    def types_of_word(self, word: str) -> frozenset[str]:
        """What a common noun can be, by the lists alone.

        >>> "leader" in load_lexicon().types_of_word("general")
        True
        """
        return self._types.words.get(word.lower(), frozenset())

    def families(self) -> dict[str, str]:
        """The family of each kind that has one, under "theme/kind".

        >>> load_lexicon().families()["conflict/advance"]
        'ground'
        """
        return {
            f"{kind.theme}/{kind.name}": kind.family
            for theme in self.themes
            for kind in theme.kinds.values()
            if kind.family
        }

    def _listed(self, frame: Frame) -> Listed:
        """The entries with the frame's word."""
        listed = self._by_lemma.get((_form(frame.form), frame.lemma), ())
        if frame.form != "copula":
            return listed
        others = (self._by_lemma.get((form, frame.lemma), ()) for form in ("noun", "verb"))
        return (*listed, *(each for found in others for each in found))

    def _attempts(self, frame: Frame, frames: Sequence[Frame], listed: Listed) -> list[Match | Miss]:
        governs = governed(frame, frames) if any(entry.complement for entry, _ in listed) else frozenset()
        return [attempt(frame, entry, wording, self._types.of, governs) for entry, wording in listed]


def load_lexicon(*themes: str | Path) -> Lexicon:
    """The lexicon of the themes given by name or path; without any, of those that are looked for unasked.

    Raises ValueError with one line that names the file and the key that is wrong.

    >>> load_lexicon().kinds["withdrawal"].plover
    'RETREAT'
    """
    return _lexicon(tuple(themes) or _unasked())


@cache
def _unasked() -> tuple[str, ...]:
    return tuple(path.stem for path in sorted(HERE.glob("*.toml")) if path.stem != "types")


def _shipped() -> list[Path]:
    return [
        path for path in (*sorted(HERE.glob("*.toml")), *sorted(MORE.glob("*.toml"))) if path.stem != "types"
    ]


@lru_cache(maxsize=16)
def _lexicon(names: tuple[str | Path, ...]) -> Lexicon:
    themes = tuple(load_theme(name) for name in names)
    types = shipped_types()
    for theme in themes:
        types = types.extended(theme.types)
    index: dict[tuple[str, str], list[tuple[Entry, Wording]]] = defaultdict(list)
    for theme in reversed(themes):
        for entry in theme.entries:
            for wording in entry.wordings:
                for lemma in (noun_forms if wording.form == "noun" else spellings)(wording.head):
                    index[wording.form, lemma].append((entry, wording))
    return Lexicon(
        themes,
        {name: kind for theme in themes for name, kind in theme.kinds.items()},
        tuple(entry for theme in themes for entry in theme.entries),
        frozenset().union(*(theme.reporting for theme in themes)),
        tuple(dict.fromkeys(event for theme in themes for event in theme.events)),
        frozenset(lemma for _, lemma in index),
        types,
        {theme.name: n for n, theme in enumerate(themes, 1) if theme.name not in _unasked()},
        {key: tuple(listed) for key, listed in index.items()},
    )


@lru_cache(maxsize=32)
def load_theme(theme: str | Path) -> Theme:
    """One theme by the name of a shipped one or by the path of a TOML file, checked."""
    path = Path(theme)
    if path.suffix != ".toml":
        path = next((p for p in _shipped() if p.stem == str(theme)), path)
    try:
        table, data = read_toml(path)
    except OSError as error:
        shipped = ", ".join(p.stem for p in _shipped())
        raise ValueError(
            f"{path}: no theme ({error.strerror}); shipped are {shipped}, or give the path of a .toml file"
        ) from None
    return replace(_theme(path, table), digest=sha256(data).hexdigest())


def _theme(path: Path, table: dict[str, Any]) -> Theme:
    read = Reader(path, table)
    name = read.text("name")
    read.only(*THEME_KEYS)
    sides = read_sides(read, path)
    added = read.word_lists("types")
    types = shipped_types().names.union(added)
    kinds = {
        kind.name: kind
        for kind in (
            read_kind(each, name, tuple(s.name for s in sides.sides)) for each in read.tables("kinds")
        )
    }
    entries = tuple(read_entry(each, kinds, types) for each in read.tables("entries"))
    _once(read, entries)
    return Theme(
        name, str(path), kinds, entries, added, frozenset(read.texts("reporting")), sides, read_events(read, path),
        read.number("horizon_days", 366),
    )  # fmt: skip


def _once(read: Reader, entries: tuple[Entry, ...]) -> None:
    """ValueError where two entries have a name in common, or a word under the same conditions."""
    names = [entry.name for entry in entries]
    if len(set(names)) < len(names):
        raise read.wrong("entries", f"two entries are called {max(names, key=names.count)!r}")
    seen: dict[object, Entry] = {}
    for entry in entries:
        for wording in entry.wordings:
            asked = (wording, frozenset(entry.conditions), entry.needs, entry.complement, entry.negated)
            other = seen.setdefault(asked, entry)
            if other is not entry:
                raise read.wrong(
                    "entries", f"{str(wording)!r} is listed by {other} and {entry} under the same conditions"
                )


def _form(form: str) -> str:
    return "adjective" if form == "copula" else form
