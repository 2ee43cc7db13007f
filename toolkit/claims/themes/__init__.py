"""Themes: which events to look for, by which words, with which codes, and who stands on which side.

A theme is one TOML file (``conflict.toml`` is the longest example); the parties of a case are named in a file of their
own that several themes share (``cases/*.toml``). Nothing in Python names an actor or a kind of event. The themes
beside this file are looked for where none is asked for, those in ``more/`` by name only; docs/themes.md shows how to
write one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.claims.text.beginnings import ENDED, beginnings
from toolkit.claims.text.scan import Scan, fold
from toolkit.claims.themes.events import read_events
from toolkit.claims.themes.reading import Phrases, Reader
from toolkit.claims.themes.sides import Side, Sides, read_sides, shared_sides
from toolkit.claims.vocabulary import any_of, load
from toolkit.model import NamedEvent, Span

HERE = Path(__file__).parent
MORE = HERE / "more"
GAINS = ("actor", "target", "opponent", "nobody")
PLOVER = frozenset(
    {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }
)  # fmt: skip

THEME_KEYS = (
    "name", "sides", "elsewhere", "horizon_days", "background", "own", "foe", "words", "kinds", "rules", "events",
)  # fmt: skip
KIND_KEYS = ("name", "plover", "acled", "gains", "speech", "leaves", "befalls", "family")
RULE_KEYS = (
    "kind", "name", "trigger", "subject", "needs", "unless", "plover", "says", "suffered", "loses", "inflicts",
    "apart", "examples", "counter",
)  # fmt: skip
_CASED = "(?-i:"
HEAD = 4000
"""Characters at the head of a text that tell which war it is about."""

__all__ = [
    "Kind",
    "Rule",
    "Side",
    "Sides",
    "Theme",
    "events_of",
    "families",
    "fold",
    "load_theme",
    "load_themes",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its codes, who gains by it (one of GAINS or a side), whether it is an act of speech, whether it
    happens where somebody comes from (`leaves`), and whether nobody does it (`befalls`: a river rises). What outlets
    call by several kinds has the `family` in common."""

    name: str
    plover: str
    acled: str
    gains: str
    speech: bool
    leaves: bool
    befalls: bool = False
    family: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that name an event of one kind.

    `triggers` name it; `subject` must stand before it in the clause, `needs` in the sentence, `unless` must not. With
    `says` the subject is the one who tells ("puts losses at"); with `suffered` a speaker who names nobody else tells
    what was done to his own side ("the first attack there"); with `loses` the subject is the one to whom it is done
    ("lost two villages"), with `inflicts` the one who does it ("killed two soldiers"). A rule that is `apart` tells of
    something else than the other rules of its kind. `exact` looks again where case matters.
    """

    name: str
    kind: str
    triggers: tuple[str, ...]
    exact: re.Pattern[str] | None
    subject: Phrases | None
    needs: Phrases | None
    unless: Phrases | None
    plover: str
    says: bool
    suffered: bool
    loses: bool
    inflicts: bool
    apart: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """A theme, checked and compiled; `own` finds the words by which a speaker means his own side, `foe` those by which
    he means the other; `elsewhere` is the file of the sides of stories about others, None where the theme has none."""

    name: str
    file: str
    kinds: dict[str, Kind]
    rules: tuple[Rule, ...]
    sides: Sides
    events: tuple[NamedEvent, ...]
    horizon: int
    background: Phrases | None
    own: Phrases | None
    foe: Phrases | None
    elsewhere: Path | None
    _owners: tuple[Rule, ...] = field(repr=False)
    _scan: Scan = field(repr=False)

    def fitting(self, text: str) -> Theme:
        """The theme with the sides that the head of a text is about: its own, or those of other stories.

        >>> theme = load_theme("conflict").fitting("Hamas fired rockets at Israel, the Israeli army said.")
        >>> theme.sides.get("Israel").opponent
        'Palestinians'
        """
        if self.elsewhere is None:
            return self
        others = shared_sides(self.elsewhere).weight(text, HEAD)
        return _elsewhere(self.file) if others and others > self.sides.weight(text, HEAD) else self

    def find(self, text: str, folded: str, start: int, end: int) -> list[tuple[Rule, Span]]:
        """The rules whose triggers stand in ``text[start:end]``, in text order; `folded` is ``fold(text)``."""

        def fits(number: int, span: Span) -> bool:
            exact = self._owners[number].exact
            return exact is None or exact.match(text, span[0], end) is not None

        found = self._scan.find(folded, start, end, fits)
        return [(self._owners[number], span) for number, span in found]


def load_themes(*themes: str | Path | Theme) -> tuple[Theme, ...]:
    """The themes given by name, path or value; without any those that are looked for unasked.

    >>> [theme.name for theme in load_themes()]
    ['conflict', 'diplomacy']
    """
    wanted = themes or _unasked()
    return tuple(theme if isinstance(theme, Theme) else load_theme(theme) for theme in wanted)


@cache
def _unasked() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@lru_cache(maxsize=32)
def load_theme(theme: str | Path) -> Theme:
    """A theme by the name of a shipped one or by the path of a TOML file.

    Raises ValueError with one line that names the file and the key that is wrong.

    >>> load_theme("conflict").kinds["withdrawal"].plover
    'RETREAT'
    """
    path = Path(theme)
    if path.suffix != ".toml":
        path = next((p for p in _shipped() if p.stem == str(theme)), path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        shipped = ", ".join(p.stem for p in _shipped())
        raise ValueError(
            f"{path}: no theme ({error.strerror}); shipped are {shipped}, or give the path of a .toml file"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not TOML: {error}") from None
    return _theme(path, table)


def _shipped() -> list[Path]:
    return [*sorted(HERE.glob("*.toml")), *sorted(MORE.glob("*.toml"))]


def families(themes: Iterable[Theme]) -> dict[str, str]:
    """The family of each kind that has one, under "theme/kind".

    >>> families(load_themes())["conflict/advance"]
    'ground'
    """
    return {
        f"{theme.name}/{kind.name}": kind.family
        for theme in themes
        for kind in theme.kinds.values()
        if kind.family
    }


def events_of(themes: Iterable[Theme]) -> tuple[NamedEvent, ...]:
    """The events that themes name with their days, each once.

    >>> [event.day.isoformat() for event in events_of(load_themes())][0]
    '2022-02-24'
    """
    return tuple(dict.fromkeys(event for theme in themes for event in theme.events))


@lru_cache(maxsize=32)
def _elsewhere(file: str) -> Theme:
    """The theme of a file with the sides of stories about others."""
    table = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    return _theme(Path(file), {**table, "sides": table["elsewhere"]})


def _theme(path: Path, table: dict[str, Any]) -> Theme:
    read = Reader(path, table)
    name = read.text("name")
    read.only(*THEME_KEYS)
    sides = read_sides(read, path)
    elsewhere = path.parent / read.text("elsewhere") if read.text("elsewhere", "") else None
    if elsewhere:
        read_sides(read, path, "elsewhere")
    kinds = {kind.name: kind for kind in (_kind(entry, sides) for entry in read.tables("kinds"))}
    words = {word: _alternatives(values) for word, values in read.word_lists("words").items()}
    words |= {"party": sides.pattern, "leader": sides.leaders, "nation": _nations(sides)}
    rules = tuple(_rule(entry, kinds, words) for entry in read.tables("rules"))
    names = [rule.name for rule in rules]
    if len(set(names)) < len(names):
        raise read.wrong("rules", f"two rules are called {max(names, key=names.count)!r}")
    owned = [(rule, _loose(source)) for rule in rules for source in rule.triggers]
    return Theme(
        name, str(path), kinds, rules, sides, read_events(read, path), read.number("horizon_days", 366),
        read.patterns("background", words), read.patterns("own", words),
        read.patterns("foe", words), elsewhere, tuple(rule for rule, _ in owned), Scan([source for _, source in owned]),
    )  # fmt: skip


def _nations(sides: Sides) -> str:
    """Countries, their adjectives and third sides: what a story is about whose parties no case names."""
    countries = [place.name for place in load_gazetteer() if place.kind == "country"]
    third = [name for side in sides.sides if side.role == "third" for name in side.names]
    return f"(?-i:{any_of([*countries, *third, *load('sources')['nations']], whole=True)})"


def _kind(read: Reader, sides: Sides) -> Kind:
    read.only(*KIND_KEYS)
    gains, plover = read.text("gains", "nobody"), read.text("plover", "")
    if gains not in GAINS and not sides.get(gains):
        raise read.wrong("gains", f"{gains!r} is none of {', '.join(GAINS)}, and no side")
    if plover and plover not in PLOVER:
        raise read.wrong("plover", f"{plover!r} is no event type of PLOVER")
    return Kind(
        read.text("name"), plover, read.text("acled", ""), gains, read.flag("speech"), read.flag("leaves"),
        read.flag("befalls"), read.text("family", ""),
    )  # fmt: skip


def _rule(read: Reader, kinds: dict[str, Kind], words: dict[str, str]) -> Rule:
    kind = read.text("kind")
    if kind not in kinds:
        raise read.wrong("kind", f"{kind!r} is none of the theme's kinds: {', '.join(kinds)}")
    plover = read.text("plover", kinds[kind].plover)
    if plover and plover not in PLOVER:
        raise read.wrong("plover", f"{plover!r} is no event type of PLOVER")
    read.only(*RULE_KEYS)
    triggers = tuple(read.sources("trigger", words))
    if not triggers:
        raise read.wrong("trigger", "a rule needs at least one pattern")
    for source in triggers:
        if all(each.startswith(ENDED) for each in beginnings(_loose(source), whole=True)):
            raise read.wrong("trigger", f"{source!r} begins with a sign; look back for it: (?<=...)")
    exact = (
        re.compile(rf"(?i:{'|'.join(triggers)})") if any(_CASED in source for source in triggers) else None
    )
    return Rule(
        f"{kind}.{read.text('name')}", kind, triggers, exact,
        read.patterns("subject", words), read.patterns("needs", words), read.patterns("unless", words),
        plover, read.flag("says"), read.flag("suffered"), read.flag("loses"), read.flag("inflicts"),
        read.flag("apart"), tuple(read.texts("examples")), tuple(read.texts("counter")),
    )  # fmt: skip


def _loose(source: str) -> str:
    """A pattern for folded text: where case would matter it finds too much, and the rule looks again."""
    return re.sub(r"(?<!\\)[A-Z]", lambda capital: capital[0].lower(), source.replace(_CASED, "(?:"))


def _alternatives(words: list[str]) -> str:
    return rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"
