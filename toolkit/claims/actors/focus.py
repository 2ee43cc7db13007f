"""Who is meant by "it", "they", "the group", "both sides": the mentions before, the nearest subject first."""

from __future__ import annotations

from collections import Counter, deque

from toolkit.claims.actors.antecedents import Asked, Seen, agrees, is_bloc, plain, weight_of
from toolkit.claims.actors.names import Known
from toolkit.claims.actors.setting import Setting
from toolkit.claims.actors.vocabulary import heads

SORTS = ("strike", "siege", "capture", "offensive", "missile")
KEPT = 60
"""Mentions that are looked back over."""
OWNERS = 20
"""Owners of things of one sort that are compared."""
TOPIC = 4
"""Mentions of a person or office that make it the one whom an article is about."""
REACH = 3
"""Sentences before a pronoun in which its antecedent lies."""


class Focus:
    """The mentions of an article up to the word that is being read."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self.army: tuple[Known, ...] = ()
        self._seen: deque[Seen] = deque(maxlen=KEPT)
        self._counts: Counter[Known] = Counter()
        self._last: dict[str, Seen] = {}
        self._owners: dict[str, list[tuple[int, tuple[Known, ...]]]] = {}

    def add(self, seen: Seen) -> None:
        """Take note of a mention."""
        self._seen.append(seen)
        words = bool(seen.parties) and seen.parties[0].use == "words"
        if not words:
            for known in seen.parties:
                self._counts[plain(known)] += 1
        if seen.parties:
            sort = "person" if seen.person else "words" if words else seen.sort
            self._last[sort] = self._last[f"{sort} {seen.lemma}"] = seen

    def told(self, sort: str, seen: Seen) -> None:
        """Take note of a mention that only a word of its class stands for."""
        self._last[sort] = seen

    def pronoun(self, asked: Asked) -> tuple[Known, ...]:
        """The parties of the likeliest antecedent of a pronoun; empty where none fits or a thing stands nearer."""
        best, found, here = 0.0, None, False
        for back, seen in enumerate(reversed(self._seen)):
            away = asked.sentence - seen.sentence
            if away > REACH:
                break
            if (asked.after and away == 0) or seen.token == asked.but or not agrees(asked, seen, away):
                continue
            weight = weight_of(asked, seen, away) - 0.01 * back
            here = here or away == 0
            if asked.sort == "person" and not asked.says:  # one in the same sentence goes before all others
                weight += -1.0 if here and away else 2.0 if self._is_topic(seen) else 0.0
            if weight > best:
                best, found = weight, seen
        if found is None or (found.sort == "thing" and not asked.subject):
            return ()
        return found.parties

    def _is_topic(self, seen: Seen) -> bool:
        """Whether somebody is the one whom an article is about."""
        known = seen.own[0] if seen.own else None
        return (
            known is not None and known.kind in ("office", "person") and self._counts[plain(known)] >= TOPIC
        )

    def bare(
        self, sort: str, lemma: str, sentence: int, beside: frozenset[str] = frozenset()
    ) -> tuple[Known, ...]:
        """The parties that a common noun of a class stands for: those last named by one, else the one state told of.

        Where two states are at war, an army is none of those named `beside` it if that leaves one of the two.
        """
        own = self._setting.state()
        if own is not None and sort in ("army", "state"):
            return (own,)
        if sort == "person":
            return self._office(lemma)
        if sort == "spokes":
            return self._speaking(sentence)
        if sort == "words":
            return self._last[f"words {lemma}"].parties if f"words {lemma}" in self._last else ()
        if organ := self._of_ground(sort, lemma) or self._called_so(sort, lemma, beside):
            return organ
        left = [
            known for known in self._setting.opponents() if known.kind == "state" and known.name not in beside
        ]
        seen = self._nearest(sort)
        if sort == "army" and beside and len(left) == 1 and (seen is None or seen.own[0].name in beside):
            return tuple(left)
        body = self._last.get("body")
        if (
            sort == "group"
            and lemma.startswith("organi")
            and body
            and (seen is None or body.token > seen.token)
        ):
            return body.own
        if seen is not None:
            return tuple(known for known in seen.own if sort != "group" or known.kind == "group") or seen.own
        words = self._last.get("words")
        if (
            sort == "group"
            and words is not None
            and sentence - words.sentence <= REACH
            and words.lemma in heads("anaphora", "armed")
        ):
            return words.parties
        return self._state("state" if sort == "army" else "army", beside) if sort in ("army", "state") else ()

    def serving(self, sort: str, lemma: str) -> tuple[Known, ...]:
        """Whose government or army "a junta spokesman" serves: the last one so called, else that of the ground."""
        seen = self._last.get(f"{sort} {lemma}")
        if seen is not None and seen.own:
            return seen.own
        return (self._setting.ground,) if self._setting.ground is not None else ()

    def _of_ground(self, sort: str, lemma: str) -> tuple[Known, ...] | None:
        """The state on whose ground the article plays, for its organs: "the junta", where nobody else's was told of."""
        ground = self._setting.ground
        if ground is None or sort not in ("army", "state"):
            return None
        if sort == "army":
            told = any(seen.sort == "army" and not seen.person for seen in self._seen)
        else:
            told = f"state {lemma}" in self._last
        return None if told else (ground,)

    def _called_so(self, sort: str, lemma: str, beside: frozenset[str]) -> tuple[Known, ...]:
        """The state whose organ was last called so, whoever hosts its talks with a group: "the government"."""
        known = lemma in heads("anaphora", "own") and any(k.kind == "group" for k in self._counts)
        called = (f"{sort} {lemma}", "state government" if sort == "army" else "")
        found = next((self._last[each].own for each in called if known and each in self._last), ())
        return found if [each.kind for each in found if each.name not in beside] == ["state"] else ()

    def _nearest(self, sort: str) -> Seen | None:
        """The last mention of a class, a subject before others that are as near."""
        if sort == "body":
            return self._last.get(sort)
        near = [
            seen
            for seen in self._seen
            if seen.sort == sort and not seen.person and seen.own and seen.own[0].use != "words"
        ]
        if sort in ("state", "army"):
            near = [seen for seen in near if len(seen.own) == 1] or near
        if not near:
            return self._last.get(sort)
        if (
            sort == "group" and self._setting.war
        ):  # who is named but once is not meant where another is named often
            often = [seen for seen in near if self._counts[plain(seen.own[0])] > 1]
            near = often or near
        return max(near[-6:], key=lambda seen: (seen.sentence + (1.2 if seen.subject else 0.0), seen.token))

    def _state(self, other: str, beside: frozenset[str]) -> tuple[Known, ...]:
        """The state that a bare "army" or "government" is of, rather not one of those named `beside` it."""
        organs = [
            seen for seen in self._seen if seen.sort == other and seen.lemma in heads("anaphora", other)
        ]
        alike = organs[-1] if organs else self._last.get(other)
        named = [known for known, _ in self._counts.most_common() if known.kind == "state"]
        states = [known for known in named if known.name not in beside] or named
        if alike is not None and len(named) > 1 and alike.own and alike.own[0].name in beside and not organs:
            alike = None
        home, counts = self._setting.home, self._setting.counts
        if home is not None and not organs and home.name not in beside:
            often = max((counts[plain(each)] for each in named), default=0)
            if not counts[home] or counts[home] >= often:
                return (home,)
        if alike is not None and len(alike.parties) == 1 and alike.parties[0].kind == "state":
            return alike.parties
        return self._leading(states)

    def _leading(self, states: list[Known]) -> tuple[Known, ...]:
        """The first of some states, the one told of most, where it is told of twice as often as the next."""
        clear = bool(states) and (len(states) == 1 or self._counts[states[0]] >= 2 * self._counts[states[1]])
        return (states[0],) if clear else ()

    def governed(self) -> tuple[Known, ...]:
        """The state whose government somebody with the title of a minister belongs to: the only one that is told of
        enough, for the press of a country does not name it."""
        named = [known for known, _ in self._counts.most_common() if known.kind == "state"]
        found = self._leading(named)
        return found if found and self._counts[found[0]] > 1 else ()

    def bloc(self) -> tuple[Known, ...]:
        """The union of states that was named last."""
        for seen in reversed(self._seen):
            if seen.own and is_bloc(seen.own[0]):
                return seen.own
        return ()

    def board(self) -> tuple[Known, ...]:
        """The body that was named last and is no union of states: "the board"."""
        for seen in reversed(self._seen):
            if (
                seen.own
                and seen.own[0].kind in ("body", "group")
                and seen.sort == "body"
                and not is_bloc(seen.own[0])
            ):
                return seen.own
        return ()

    def organ(self, lemma: str) -> tuple[Known, ...]:
        """The state whose organ was last called by a name: "the General Staff" after Ukraine's."""
        told = (self._last.get(f"{sort} {lemma}") for sort in ("state", "army", "body"))
        states = [
            seen for seen in told if seen is not None and len(seen.own) == 1 and seen.own[0].kind == "state"
        ]
        return max(states, key=lambda seen: seen.token).own if states else ()

    def called(self, lemma: str) -> tuple[Known, ...]:
        """For whom the last person acted who was called by an office."""
        seen = self.last_called(lemma)
        return seen.own if seen and seen.own[0].kind in ("state", "body", "group") else ()

    def last_called(self, lemma: str) -> Seen | None:
        """The last mention of a person who was called by an office."""
        return self._last.get(f"person {lemma}")

    def _office(self, lemma: str) -> tuple[Known, ...]:
        """For whom "the president" acts: the last one so called, else the last person of whom that is known."""
        seen = self._last.get(f"person {lemma}")
        if self._setting.domestic:
            return seen.parties if seen else ()
        if seen is None and lemma not in heads("anaphora", "vague"):
            seen = self._last.get("person")
        told = seen is not None and len(seen.own) == 1 and seen.parties[0].kind != "person"
        return seen.parties if seen is not None and told else ()

    def _speaking(self, sentence: int) -> tuple[Known, ...]:
        """For whom a bare "spokesman" speaks: the body that was the last subject, shortly before."""
        for seen in reversed(self._seen):
            if sentence - seen.sentence > REACH:
                break
            if (
                seen.subject
                and (not seen.person or seen.lemma in heads("offices", "spokes"))
                and seen.sort in ("army", "state", "group", "body")
            ):
                return seen.parties[:1]
        return ()

    def own(self, lemma: str, parties: tuple[Known, ...], sentence: int) -> None:
        """Take note of the owner of a thing."""
        self._owners.setdefault(kin(lemma), []).append((sentence, parties))

    def owner(self, lemma: str, sentence: int) -> tuple[Known, ...]:
        """The owner of the thing last named by such a word: "the strike" after "an Israeli air raid".

        Where several had such things, only one named right before.
        """
        owners = self._owners.get(kin(lemma))
        if not owners:
            return ()
        at, parties = owners[-1]
        names = {known.name for known in parties}
        other = any({known.name for known in each} != names for _, each in owners[-OWNERS:])
        return parties if not other or sentence - at <= 1 else ()

    def only_group(self) -> tuple[Known, ...]:
        """The group that an article tells of, where it tells of one."""
        ranked = [known for known, _ in self._counts.most_common() if known.kind == "group"]
        single = len(ranked) == 1 or (
            len(ranked) > 1 and self._counts[ranked[0]] >= 3 * self._counts[ranked[1]]
        )
        return (ranked[0],) if single else ()

    def pair(self, sentence: int) -> tuple[Known, ...]:
        """The two parties that "both sides" stands for: those just named together, else the two of the article, else
        those last named together, else the two named most."""
        found = self._setting.opponents()
        for seen in reversed(self._seen):
            kinds = {known.kind for known in seen.parties}
            if len(seen.parties) == 2 and kinds <= {"state", "group", "people"}:
                return seen.parties if not found or sentence - seen.sentence <= 1 else found
        if found:
            return found
        ranked = [known for known, _ in self._counts.most_common() if known.kind in ("state", "group")]
        return tuple(ranked[:2]) if len(ranked) > 1 else ()


def kin(lemma: str) -> str:
    """The word under which things of one sort are kept.

    >>> kin("airstrike"), kin("letter")
    ('strike', 'letter')
    """
    return next((sort for sort in SORTS if lemma in heads("alike", sort)), lemma)
