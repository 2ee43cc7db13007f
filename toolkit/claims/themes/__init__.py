"""Themes: which events to look for, by which words, with which codes, and who stands on which side.

A theme is one TOML file (``conflict.toml`` is the longest example); the parties of a case are named in a file of their
own that several themes share (``sides/*.toml``). Nothing in Python names an actor or a kind of event.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from toolkit.claims.themes.reading import Reader
from toolkit.claims.themes.sides import Side, Sides, read_sides

HERE = Path(__file__).parent
GAINS = ("actor", "target", "opponent", "nobody")
PLOVER = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT".split()
)

__all__ = ["Kind", "Rule", "Side", "Sides", "Theme", "load_theme", "load_themes"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its codes, who gains by it (actor, target, opponent or nobody), and whether it is an act of speech."""

    name: str
    plover: str
    acled: str
    gains: str
    speech: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that name an event of one kind (`trigger`), and what else must stand before it in the clause (`subject`), must
    stand in the sentence (`needs`) and must not (`unless`). With `says` the subject is the one who tells ("puts losses at");
    with `suffered` a speaker who names nobody else tells what was done to his own side ("the first attack there").
    """

    name: str
    kind: str
    trigger: str
    subject: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    plover: str
    says: bool
    suffered: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """A theme, checked and compiled; `scan` finds the triggers of all its rules in text in lower case."""

    name: str
    file: str
    kinds: dict[str, Kind]
    rules: tuple[Rule, ...]
    sides: Sides
    horizon: int
    background: re.Pattern[str] | None
    scan: re.Pattern[str] = field(repr=False)

    def rule(self, match: re.Match[str]) -> Rule:
        """The rule whose trigger a match of `scan` is."""
        return self.rules[int((match.lastgroup or "r0")[1:])]


def load_themes(*themes: str | Path | Theme) -> tuple[Theme, ...]:
    """The themes given by name, path or value; all that are shipped where none is given.

    >>> [theme.name for theme in load_themes()]
    ['conflict', 'diplomacy']
    """
    wanted = themes or tuple(sorted(path.stem for path in HERE.glob("*.toml")))
    return tuple(theme if isinstance(theme, Theme) else load_theme(theme) for theme in wanted)


@lru_cache(maxsize=32)
def load_theme(theme: str | Path) -> Theme:
    """A theme by the name of a shipped one or by the path of a TOML file.

    Raises ValueError with one line that names the file and the key that is wrong.

    >>> load_theme("conflict").kinds["withdrawal"].plover
    'RETREAT'
    """
    path = Path(theme)
    if path.suffix != ".toml":
        path = HERE / f"{theme}.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        shipped = ", ".join(sorted(p.stem for p in HERE.glob("*.toml")))
        raise ValueError(
            f"{path}: no such theme; shipped are {shipped}, or give the path of a .toml file"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not TOML: {error}") from None
    return _theme(path, table)


def _theme(path: Path, table: dict[str, Any]) -> Theme:
    read = Reader(path, table)
    name = read.text("name")
    sides = read_sides(read, path)
    kinds = {kind.name: kind for kind in (_kind(entry) for entry in read.tables("kinds"))}
    words = {word: _alternatives(values) for word, values in read.word_lists("words").items()}
    words |= {"party": sides.pattern, "leader": sides.leaders}
    rules = tuple(_rule(entry, kinds, words) for entry in read.tables("rules"))
    names = [rule.name for rule in rules]
    if len(set(names)) < len(names):
        raise read.wrong("rules", f"two rules are called {max(names, key=names.count)!r}")
    scan = re.compile(
        r"(?i:(?<!\w)(?:%s)(?:(?!\w)|(?<!\w)))"
        % "|".join(rf"(?P<r{i}>{rule.trigger})" for i, rule in enumerate(rules))
    )
    return Theme(
        name, str(path), kinds, rules, sides, read.number("horizon_days", 366),
        read.patterns("background", words), scan,
    )  # fmt: skip


def _kind(read: Reader) -> Kind:
    gains, plover = read.text("gains", "nobody"), read.text("plover", "")
    if gains not in GAINS:
        raise read.wrong("gains", f"{gains!r} is none of {', '.join(GAINS)}")
    if plover and plover not in PLOVER:
        raise read.wrong("plover", f"{plover!r} is no event type of PLOVER")
    return Kind(read.text("name"), plover, read.text("acled", ""), gains, read.flag("speech"))


def _rule(read: Reader, kinds: dict[str, Kind], words: dict[str, str]) -> Rule:
    kind = read.text("kind")
    if kind not in kinds:
        raise read.wrong("kind", f"{kind!r} is none of the theme's kinds: {', '.join(kinds)}")
    plover = read.text("plover", kinds[kind].plover)
    if plover and plover not in PLOVER:
        raise read.wrong("plover", f"{plover!r} is no event type of PLOVER")
    trigger = read.sources("trigger", words)
    if not trigger:
        raise read.wrong("trigger", "a rule needs at least one pattern")
    return Rule(
        f"{kind}.{read.text('name')}", kind, trigger, read.patterns("subject", words), read.patterns("needs", words), read.patterns("unless", words),
        plover, read.flag("says"), read.flag("suffered"), tuple(read.texts("examples")), tuple(read.texts("counter")),
    )  # fmt: skip


def _alternatives(words: list[str]) -> str:
    return rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"
