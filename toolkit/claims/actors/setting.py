"""Between whom the conflict of an article is: states, a state and an armed group, or the offices of one state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from toolkit.claims.actors.names import Known, Names
from toolkit.claims.actors.vocabulary import heads
from toolkit.language.tree import Token

OFTEN = 3
"""Mentions that make another state one that acts, and an article one of offices."""
SHARE = 0.4
"""Its share of the mentions of the first state, where those are few."""
OPENING = 250
"""Characters after a dateline in which it may be said that all happened in another state."""
FIGHTING = 2
"""Mentions of fighters that make an article one of war."""

_ARMY = re.compile(r"(?:[’']s)? (?:\w+ )?(?:army|military|(?:armed|defen[cs]e) forces)\b", re.I)
_DATED = re.compile(r"([A-Z][A-Z .’'-]+[A-Z])\b")
_IN = re.compile(r"\b(?:in|across) (?:\w+ )?\Z", re.I)
_AT = re.compile(r"\b(?:in|at|near|to|from|into|of) (?:the )?\Z", re.I)


class Setting:
    """The states and groups that an article names, and whether it tells of the offices and bodies of one state."""

    def __init__(self, text: str, tokens: Iterable[Token], names: Names, ground: str = "") -> None:
        self.counts: Counter[Known] = Counter()
        self._acting: Counter[Known] = Counter()
        armed: Counter[str] = Counter()
        mentions = names.find(text)
        for each in mentions:
            known = Known(each.known.name, each.known.kind, "")
            self.counts[known] += 1
            if not _AT.search(text[max(0, each.start - 8) : each.start]):
                self._acting[known] += 1
            if each.known.kind == "group" and each.known.use in ("name", "leader"):
                armed[each.known.name] += 1
        self.armies = frozenset(
            each.known.name for each in mentions if _ARMY.match(text, each.end) and each.known.kind == "state"
        )
        """The states whose armies the article calls by the state's name: "the Malian army"."""
        self.home = self._dateline(text, names)
        self.ground = Known(ground, "state", "") if ground else None
        """The state in which the places of the article lie."""
        lemmas = Counter(token.lemma.lower() for token in tokens if token.pos == "noun")
        fighters = sum(lemmas[word] for word in heads("fighters", "armed"))
        offices = sum(lemmas[word] for word in heads("home", "posts") | heads("home", "bodies"))
        self.war = fighters >= FIGHTING or any(times >= FIGHTING for times in armed.values())
        self.domestic = offices >= OFTEN and not self.war and not self._several()

    def _dateline(self, text: str, names: Names) -> Known | None:
        """The state in whose capital an article is dated, where it names no other state more than once."""
        found = _DATED.match(text)
        known = names.get(found[1].title()) if found else None
        if found is None or known is None or known.kind != "state" or known.use != "capital":
            return None
        own = Known(known.name, "state", "")
        opening = names.find(text, found.end(), min(len(text), found.end() + OPENING))
        abroad = {m.known.name for m in opening if m.known.kind == "state" and _IN.search(text, 0, m.start)}
        if abroad and known.name not in abroad and not self.counts[own] > 1:
            return None
        return (
            own if self.counts[own] or all(self.counts[state] < FIGHTING for state in self.states()) else None
        )

    def states(self) -> list[Known]:
        """The states of an article, those named most first."""
        return [known for known, _ in self.counts.most_common() if known.kind == "state"]

    def authority(self) -> tuple[Known, ...]:
        """The state whose ministers and soldiers those are of whom no nation is told: the one in which the places of
        the article lie, where it names no other half as often; nobody where there is none."""
        own = self.counts[self.ground] if self.ground is not None else 0
        others = (n for known, n in self.counts.items() if known.kind == "state" and known != self.ground)
        alone = all(times < FIGHTING or 2 * times <= own for times in others)
        return (self.ground,) if self.ground is not None and alone else ()

    def _several(self) -> bool:
        """Whether more than one state takes part."""
        states = self.states()
        if len(states) < 2:
            return False
        first, second = (self.counts[state] for state in states[:2])
        return second >= OFTEN or (second > 1 and second >= SHARE * first)

    def state(self) -> Known | None:
        """The one state of a domestic story, where it is named."""
        if not self.domestic:
            return None
        states = self.states()
        alone = not states or (self.home is not None and self.counts[states[0]] < FIGHTING)
        return self.home if alone else states[0]

    def opponents(self) -> tuple[Known, ...]:
        """The two states or groups that an article names most, where the third comes not near."""
        ranked = [(k, n) for k, n in self._acting.most_common() if k.kind in ("state", "group", "people")]
        clear = len(ranked) == 2 or (len(ranked) > 2 and ranked[1][1] >= 1.25 * ranked[2][1])
        return (ranked[0][0], ranked[1][0]) if clear and ranked[1][1] >= FIGHTING else ()

    def alone_at_war(self) -> tuple[str, ...]:
        """The states that an article is about where it names no group: fighters are theirs."""
        if any(known.kind == "group" for known in self.counts):
            return ()
        return tuple(known.name for known in self.opponents() if known.kind == "state")
