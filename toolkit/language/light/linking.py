"""Heads and roles of the words of a sentence by simple rules: for the light parser.

One pass from left to right. A noun phrase before a verb is its subject, one after it its object; "of" hangs on the noun
before it, any other preposition on the verb; a clause within a clause puts what waits for its verb on a stack.
"""

from __future__ import annotations

from collections.abc import Callable

from toolkit.language.light.english import Word, listed
from toolkit.language.light.links import PHRASE, Links
from toolkit.language.light.nominals import place, take_phrase
from toolkit.language.light.verbals import opens_verb, take_verb


def linked(codes: list[str], forms: list[str], words: list[Word]) -> Links:
    """The heads and roles of a sentence, given the codes and forms that `tagging` decided."""
    links = Links(codes, forms, words)
    i, count = 0, len(codes)
    while i < count:
        code = codes[i]
        if code in PHRASE:
            i = take_phrase(links, i)
        elif code in "VXM" or (code in "T!" and opens_verb(links, i)):
            i = take_verb(links, i)
        else:
            if code in _STEPS:
                _STEPS[code](links, i)
            i += 1
    _close(links)
    return links


def _preposition(links: Links, i: int) -> None:
    links.codes[i] = "P"  # "to" as well
    lemma = links.words[i].lemma
    if links.prep == i - 1 and i:
        links.link(i, links.prep, "preposition")
    elif lemma == "of" and links.np >= 0:
        links.link(i, links.np, "preposition")
    elif links.verb == i - 1 and i and _particle(links, lemma, i + 1):
        links.link(i, links.verb, "particle")
        return
    elif links.subject >= 0 and links.np >= 0:
        links.link(i, links.np, "preposition")
    elif links.verb >= 0:
        links.link(i, links.verb, "agent" if lemma == "by" and links.passive else "preposition")
    elif links.np >= 0:
        links.link(i, links.np, "preposition")
    else:
        links.waiting.append((i, "preposition"))
    links.prep = i


def _particle(links: Links, lemma: str, after: int) -> bool:
    """Whether a preposition right after its verb is a particle: "ruled out a vote", "set off."."""
    if after < len(links.codes) and links.codes[after] in PHRASE:
        return lemma in listed("verbs", "firm_particles")
    follows = links.words[after].lemma if after < len(links.codes) else ""
    return follows != "of" and lemma in listed("verbs", "particles")


def _comma(links: Links, i: int) -> None:
    links.comma, links.prep = True, -1
    if links.root < 0 and links.first and links.verb in links.first:
        links.verb = links.subject = links.np = -1


def _coordinator(links: Links, i: int) -> None:
    links.coord, links.prep = i, -1


def _subordinator(links: Links, i: int) -> None:
    links.push()
    links.marker, links.noun, links.prep = i, links.np, -1


def _relative(links: Links, i: int) -> None:
    if links.np < 0:
        place(links, i, i, i + 1)
        return
    if links.prep == i - 1 and i:
        links.link(i, links.prep, "prepositional_object")
    links.push()
    links.rel, links.noun, links.prep, links.comma = i, links.np, -1, False


def _adverb(links: Links, i: int) -> None:
    if links.verb >= 0 and links.subject < 0 and links.rel < 0 and links.marker < 0:
        links.link(i, links.verb, "adverb")
    else:
        links.waiting.append((i, "adverb"))


def _there(links: Links, i: int) -> None:
    links.waiting.append((i, "expletive"))


def _question(links: Links, i: int) -> None:
    place(links, i, i, i + 1)


def _close(links: Links) -> None:
    """Choose the root, and hang on it what is left."""
    left = [i for i, head in enumerate(links.heads) if head < 0]
    if links.root < 0:
        links.root = _stand_in(links, left)
    for i in left:
        links.heads[i] = links.root
        links.roles[i] = _LEFT.get(links.codes[i], links.roles[i])
    for at, role in links.waiting:
        if links.heads[at] == links.root and links.roles[at] == "other":
            links.roles[at] = role
    links.heads[links.root], links.roles[links.root] = links.root, "root"


def _stand_in(links: Links, left: list[int]) -> int:
    """The root of a sentence without a main verb: what comes nearest to one."""
    words = [i for i in left if links.codes[i] not in ".,"]
    return next((i for i in (*links.first, links.subject, links.np) if i in words), (words or left)[0])


_LEFT = {".": "punctuation", ",": "punctuation", "!": "negation", "C": "coordinator"}
_STEPS: dict[str, Callable[[Links, int], None]] = {
    "P": _preposition,
    "T": _preposition,
    ",": _comma,
    "C": _coordinator,
    "S": _subordinator,
    "W": _relative,
    "w": _question,
    "B": _adverb,
    "H": _there,
}
