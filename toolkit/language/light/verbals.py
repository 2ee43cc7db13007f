"""Verbs put in their places: main, subordinate, relative, coordinated, complement, participle, infinitive."""

from __future__ import annotations

from toolkit.language.light.english import listed
from toolkit.language.light.links import Links

_OPEN_WITH = ("that", "whether", "if")


def opens_verb(links: Links, i: int) -> bool:
    """Whether "to" or "not" begins a group of verbs."""
    at = i + 1
    while at < len(links.codes) and links.codes[at] in "BT!" and at - i < 4:
        at += 1
    if at >= len(links.codes):
        return False
    return links.codes[at] == "V" or (
        links.codes[at] == "X" and links.codes[i] + links.forms[at] in ("Tbase", "!base", "!ing")
    )


def take_verb(links: Links, i: int) -> int:
    """Take the auxiliaries and the verb that begin here; the index after them."""
    codes, end, main = links.codes, i, -1
    while end < len(codes) and end - i < 12:
        if codes[end] in "XM":
            main = end
        elif codes[end] == "V":
            main = end
            break
        elif codes[end] not in "T!B":
            break
        end += 1
    if main < 0:
        return i + 1
    passive, infinitive, finite = False, False, links.forms[main] in ("past", "present", "modal")
    for at in range(i, main):
        code = codes[at]
        if code in "XM":
            finite = finite or links.forms[at] in ("past", "present", "modal")
            passive = (
                links.words[at].lemma == "be" and codes[main] == "V" and links.forms[main] == "participle"
            )
            links.link(at, main, "passive_auxiliary" if passive else "auxiliary")
        else:
            infinitive = infinitive or code == "T"
            links.link(at, main, {"T": "auxiliary", "!": "negation"}.get(code, "adverb"))
    wished = links.forms[main] == "base" and links.marker >= 0 and links.subject >= 0  # "that he resign"
    kind = "infinitive" if infinitive else "finite" if finite or wished else links.forms[main]
    _verb(links, main, kind, passive, i)
    return main + 1


def _verb(links: Links, i: int, kind: str, passive: bool, start: int) -> None:
    """Hang a verb on what it belongs to, and take what waits for it."""
    if kind == "finite":
        _finite_verb(links, i)
    else:
        _other_verb(links, i, kind, start)
    if links.marker >= 0:
        links.link(links.marker, i, "marker")
    if kind == "finite" and links.subject >= 0:
        links.join(links.subject, i, "passive_subject" if passive else "subject")
    elif links.subject >= 0 and links.heads[links.subject] < 0:
        links.stack.append(links.subject)
    for at, role in links.waiting:
        links.join(at, i, role)
    links.waiting.clear()
    links.verb, links.passive = i, passive or (kind == "participle" and links.codes[i] == "V")
    links.subject = links.object = links.np = links.marker = links.rel = links.coord = links.prep = -1
    links.comma = False


def _finite_verb(links: Links, i: int) -> None:
    verb = links.verb
    if links.rel >= 0:
        links.link(i, links.noun, "relative_clause")
        if links.words[links.rel].lemma == "whose" and links.subject >= 0:
            links.link(links.rel, links.subject, "possessor")
        elif links.subject < 0:
            links.subject = links.rel
        else:
            links.link(links.rel, i, "object")
    elif links.marker >= 0:
        _subordinate(links, i)
    elif links.coord >= 0 and verb >= 0:
        links.link(i, verb, "conjunct")
        links.link(links.coord, verb, "coordinator")
    elif links.subject < 0 and links.stack:
        links.subject = links.stack.pop()
        _main(links, i)
    else:
        _main(links, i)


def _subordinate(links: Links, i: int) -> None:
    """The verb of a clause that a subordinator opens."""
    that = links.words[links.marker].lemma in _OPEN_WITH
    fact = (
        links.noun >= 0
        and links.noun == links.marker - 1
        and links.words[links.noun].lemma in listed("nouns", "facts")
    )
    if that and fact:
        links.link(i, links.noun, "noun_clause")
    elif links.verb < 0:
        links.first.append(i)
    else:
        said = (
            that
            and links.words[links.verb].lemma not in listed("verbs", "linking")
            and links.words[links.marker].lemma != "if"
        )
        links.link(i, links.verb, "complement" if said else "adverbial_clause")


def _main(links: Links, i: int) -> None:
    verb, speech = links.verb, listed("verbs", "speech")
    if links.root < 0:
        links.root = i
        for at in links.first:
            links.join(at, i, "adverbial_clause")
        links.first.clear()
    elif links.words[i].lemma in speech and (links.comma or links.subject < 0):
        links.join(links.root, i, "complement")
        links.root, links.inverted = i, links.subject < 0 and links.words[i].lemma != "tell"
    elif verb >= 0 and links.words[verb].lemma in speech and links.object < 0:
        links.link(i, verb, "complement")
    elif links.subject >= 0 and links.noun >= 0 and not links.comma:
        links.link(i, links.noun, "relative_clause")
    else:
        links.link(i, links.root, "parataxis")


def _other_verb(links: Links, i: int, kind: str, start: int) -> None:
    """An infinitive, a gerund or a participle."""
    verb, near = links.verb, links.np if links.end == start else -1
    if kind == "ing" and links.prep >= 0:
        links.link(i, links.prep, "prepositional_clause")
    elif links.coord >= 0 and verb >= 0 and links.forms[verb] == links.forms[i]:
        links.link(i, verb, "conjunct")
        links.link(links.coord, verb, "coordinator")
    elif near >= 0 and (kind != "infinitive" or _takes_infinitive(links, near)):
        links.link(i, near, "noun_clause")
    elif verb < 0:
        links.first.append(i)
    elif kind in ("infinitive", "base"):
        links.link(i, verb, "open_complement" if kind == "infinitive" else "complement")
    elif verb == start - 1 and links.words[verb].lemma in listed("verbs", "aspect"):
        links.link(i, verb, "open_complement")
    else:
        links.link(i, verb, "adverbial_clause")


def _takes_infinitive(links: Links, noun: int) -> bool:
    return links.verb < 0 or links.words[noun].lemma in listed("nouns", "infinitive")
