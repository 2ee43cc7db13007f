"""Names of bodies, groups and offices: whose they are, and what they are called in one spelling."""

from __future__ import annotations

import re

from toolkit.claims.actors.vocabulary import heads
from toolkit.names.spelling import common, plain
from toolkit.names.vocabulary import (
    BODY_WORDS,
    body,
    is_place,
    listed,
    names,
    organs,
    states,
    table,
)
from toolkit.names.words import Name, tokens

_JOINS = re.compile(r" (?:of|in|from|for) (?:the )?\Z", re.I)
_OFFICIAL = frozenset({"president", "minister"})


def own(words: str) -> Name | None:
    """A body by a name of its own, such as "UN" or "Israel Defence Forces"."""
    known = body(words)
    if not known:
        return None
    name, _, state = known.partition(" of ")
    if state and known not in _proper():
        return Name("body", ("organ", state, name), words, of=state)
    return Name("body", ("own", fold(known)), known if f"{words}s" == known else words)


def _proper() -> frozenset[str]:
    return frozenset(
        line.split(" | ")[0]
        for line in table()["bodies"]["lines"].strip().splitlines()
        if line.split(" | ")[0][:1].isupper()
    )


def owner(words: str) -> tuple[str, str]:
    """The state whose something is, and the words without it; no state where there is none or are several.

    >>> owner("Russia's Ministry of Defence"), owner("Defence Ministry in Moscow"), owner("the army")
    (('Russia', 'Ministry of Defence'), ('Russia', 'Defence Ministry'), ('', 'the army'))
    """
    found = states(words)
    named = {each.known.name for each in names().find(words) if each.known.kind in ("state", "people")}
    if not found or len(named) != 1:
        return "", words
    state = found[0].known.name
    for each in reversed(found):
        before, behind = words[: each.start], words[each.end :]
        behind = behind.removeprefix("'s").removeprefix("s'").removeprefix("'")
        if (behind and not behind.startswith(" ")) or (before and behind and not _JOINS.search(before)):
            return "", words
        if each.known.use == "capital" and before and not _JOINS.search(before):
            return "", words
        words = f"{_JOINS.sub('', before)} {behind}" if not behind.strip() else before + behind
        words = " ".join(words.split())
    return state, words


def organ(words: str) -> Name | None:
    """A body of a state, or one that is called like one without saying whose: "the army"."""
    state, rest = owner(words)
    told = _common(rest)
    if not told:
        return None
    name = organs().get(" ".join(told)) or _ministry(told)
    if name == "military" and _branch(state, rest):
        name = "army"
    if name:
        if name == "government" and not state:
            return Name("body", ("organ", "", name), words, bare=True)
        if name == "government":
            return Name("party", ("organ", state, name), state, of=state, full=False)
        return Name("body", ("organ", state, name), words, of=state, bare=not state)
    if not state or _described(rest) or not _headed(rest, told):
        return None
    return Name("body", ("organ", state, " ".join(sorted(told))), words, of=state)


def _branch(state: str, rest: str) -> bool:
    """Whether an army is a branch of the forces of its state."""
    return "army" in rest.casefold() and state in table()["organs"]["branches"].split("|")


def _headed(rest: str, told: list[str]) -> bool:
    """Whether words are a body's: one of its heads, and otherwise words with capitals or of bodies."""
    known = (
        listed("heads", "body")
        | listed("heads", "portfolio")
        | listed("heads", "besides")
        | heads("organs", "words")
    )
    loose = [word for word in tokens(rest) if word[:1].islower() and common(word) not in _small() | known]
    last = told[-1] if told else ""
    return bool({last, told[0]} & listed("heads", "body")) and not loose and not _with_place(rest)


def _with_place(rest: str) -> bool:
    return bool(re.search(r" (?:in|near|at|to|with|on) ", rest))


def _described(rest: str) -> bool:
    """Whether small describing words stand before a name of capitals: "paramilitary Rapid Support Forces"."""
    words = tokens(rest)
    first = next((k for k, word in enumerate(words) if word[:1].isupper()), 0)
    named = any(word.casefold() not in _GENERIC for word in words[first:])
    return first > 0 and named and all(word in listed("small", "described") for word in words[:first])


def _ministry(told: list[str]) -> str:
    """ "defense ministry" of the words of one, in any order; nothing where other words stand with them."""
    fields = [word for word in told if word not in listed("heads", "ministry")]
    if len(fields) == len(told) or not listed("heads", "portfolio").issuperset(fields):
        return ""
    if "health" in fields and "public" in fields:
        fields.remove("public")
    if not fields and "ministry" not in told:
        return ""
    return " ".join([*sorted(set(fields)), "ministry"])


def _small() -> frozenset[str]:
    return listed("small", "words")


def _common(text: str) -> list[str]:
    low = text.casefold().replace("armed forces", "armed-forces").replace("armed force", "armed-forces")
    low = low.replace("secretary general", "secretary-general")
    found: list[str] = []
    for word in tokens(low):
        word = word.removesuffix("'s").removesuffix("'")
        if word not in _small():
            found += common(word).split()
    return found


def office(words: str) -> Name | None:
    """An office without the name of who holds it, of a state, a town or a body, or of none that is told.

    >>> office("Israel's defence minister").key == office("Israeli minister of defense").key
    True
    """
    to = _TO.search(words)
    post, words_to = (fold(to[1]), words[: to.start()]) if to else ("", words)
    state, rest = owner(words_to)
    if not state:
        state, rest = _seat(words_to)
    told = _common(rest)
    known = listed("heads", "office") | listed("heads", "portfolio") | _QUALIFIERS
    if not told or not known.issuperset(told) or not listed("heads", "office") & set(told):
        return None
    if told == ["chief"] and state in ("United Nations", "NATO"):
        told = ["secretary-general"]
    key = ("office", state, " ".join(sorted(told)))
    if post:
        return Name("office", (*key, post), words, of=state, bare=not state)
    if key[2] in _sole():
        return Name("office", key, words, of=state, bare=not state)
    local = state and not states(words) and {"mayor", "governor", "commissioner"} & set(told)
    return Name("office", key, words, of=state, bare=not local)


_SEATED = re.compile(r"(.+?) (?:of|for) (?:the )?([A-Z].*)")
_TO = re.compile(r" to (?:the )?([A-Z][\w. ]*)$")
_QUALIFIERS = listed("heads", "qualifiers")


def _sole() -> frozenset[str]:
    return frozenset(
        " ".join(sorted(common(w) for w in each.split())) for each in listed("heads", "sole")
    ) | {"minister prime"}


def _seat(words: str) -> tuple[str, str]:
    """The body or the town that an office without a state is of."""
    behind = _SEATED.fullmatch(words)
    parts = [(behind[2], behind[1])] if behind else []
    split = words.split()
    parts += [(" ".join(split[:k]).removesuffix("'s"), " ".join(split[k:])) for k in range(1, len(split))]
    for seat, rest in parts:
        if known := body(seat) or (is_place(seat) and seat[:1].isupper() and seat):
            return str(known), rest
    return "", words


_GENERIC = frozenset(("tv", "news", "press", "channel", "newspaper", "broadcaster"))
ALLIED = re.compile(
    r"-(?:linked|backed|aligned|led|run|based|controlled|affiliated|installed|allied|supported|owned|funded)$"
)
_ARABIC = re.compile(r"\b(?:[Ww]?[Aa]l|[Ee]l)[- ](?=[A-Z])")
_LED = re.compile(r"^[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}'s (?=\S)")


def group(words: str) -> Name | None:
    """A body or an armed group by its proper name, without whose it is and what it is called besides.

    >>> group("Sudan's paramilitary Rapid Support Forces").shown, group("M23 rebel group").shown
    ('Rapid Support Forces', 'M23')
    """
    rest = _LED.sub("", words)
    if " " not in rest and rest != words and not own(rest) and not rest.isupper() and rest[:1].isupper():
        generic = BODY_WORDS | listed("heads", "body") | listed("persons", "never")
        return (
            None
            if states(rest) or rest.casefold() in generic
            else Name("single", ("words", rest.casefold()), rest)
        )
    if (
        (first := states(rest)[:1])
        and not first[0].start
        and rest[first[0].end + 1 : first[0].end + 2].islower()
    ):
        rest = rest[first[0].end :].removeprefix("'s").strip()
    found = rest.split()
    described = listed("small", "described")
    while found and ((found[0].islower() and found[0] in described) or ALLIED.search(found[0])):
        found = found[1:]
    behind = len(found)
    while found and found[-1].islower() and found[-1] in described:
        found = found[:-1]
    if len(found) > 1 and len(found) < behind and len(states(found[0])) == 1:
        found = found[1:]
    name = " ".join(found)
    if (
        not found
        or not all(_fits(word) for word in found)
        or name[:1] in "("
        or not any(map(str.isupper, name))
    ):
        return None
    if len(found) == 1 and (known := own(name)):
        return known
    if len(found) == 1 and name.casefold() in listed("organs", "adjectives"):
        return None
    if len(found) == 1 and not (name.isupper() or any(map(str.isdigit, name)) or len(rest.split()) > 1):
        return None
    if len(found) == 1 and (
        states(name) or name.casefold() in _GENERIC | BODY_WORDS | listed("heads", "body")
    ):
        return None
    if (known := own(name)) is not None:
        return known
    # "The UK-based Syrian Observatory" is the Syrian Observatory.
    whose = organ(name) if name != words else None
    return whose if whose is not None and whose.of else Name("body", ("own", fold(name)), name)


def _fits(word: str) -> bool:
    return not _ARABIC.sub("", word)[:1].islower() or word in (
        "of",
        "the",
        "for",
        "and",
        "on",
        "de",
        "du",
        "des",
        "la",
        "al",
        "al-",
        "in",
    )


def fold(name: str) -> str:
    """A proper name without small words, the Arabic article and what kind of group it is.

    >>> fold("Wagner Group"), fold("al-Qaeda") == fold("Al Qaeda")
    ('wagner', True)
    """
    name = _ARABIC.sub("", name)
    words = [word for word in tokens(name) if word.casefold() not in _small() | {"and"}]
    folded = " ".join(
        plain(" ".join(common(word.removesuffix("'s").replace(".", "")).split())) for word in words
    )
    kept = folded.split()
    while len(kept) > 1 and kept[-1] in listed("organs", "behind"):
        kept = kept[:-1]
    return " ".join(kept)
