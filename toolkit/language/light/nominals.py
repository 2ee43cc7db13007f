"""Noun phrases put in their places: subject, object, attribute, apposition, conjunct, time phrase."""

from __future__ import annotations

from toolkit.language.light.english import listed
from toolkit.language.light.links import Links
from toolkit.language.light.noun_phrases import phrase_end, phrase_links


def take_phrase(links: Links, i: int) -> int:
    """Take the noun phrase that begins here; the index after it."""
    if links.codes[i] == "R":
        place(links, i, i, i + 1)
        return i + 1
    end = phrase_end(links.codes, links.words, i)
    head = phrase_links(links, i, end)
    if links.codes[head] in "AJ" and links.codes[i] not in "DY":
        _adjective(links, head)
    else:
        place(links, head, i, end)
    return end


def _adjective(links: Links, i: int) -> None:
    if links.prep >= 0:
        links.link(i, links.prep, "prepositional_object")
        links.prep = -1
    elif links.verb >= 0 and links.words[links.verb].lemma in listed("verbs", "linking"):
        links.link(i, links.verb, "attribute")
    elif links.verb >= 0:
        links.link(i, links.verb, "object_predicate")
    else:
        links.waiting.append((i, "adjective"))


def place(links: Links, i: int, start: int, end: int) -> None:
    """Hang a noun phrase with its head at `i` on what it belongs to, or let it wait for its verb."""
    comma, links.comma = links.comma, False
    links.end = end
    if links.prep >= 0:
        links.link(i, links.prep, "prepositional_object")
        links.prep = -1
    elif links.coord >= 0 and links.coord == start - 1 and _joins(links, end):
        links.link(i, links.np, "conjunct")
        links.link(links.coord, links.np, "coordinator")
        links.coord = -1
    elif links.rel >= 0 or links.verb < 0 or links.marker >= 0:
        _before_verb(links, i, start, end, comma)
    else:
        _after_verb(links, i, start, end, comma)
    links.np = i


def _joins(links: Links, end: int) -> bool:
    """Whether a phrase after "and" continues the phrase before it, and opens no clause of its own."""
    if links.np < 0:
        return False
    return links.verb < 0 or links.subject >= 0 or not links.finite_after(end)


def _before_verb(links: Links, i: int, start: int, end: int, comma: bool) -> None:
    if links.is_time(i) and not links.verb_at(end):
        links.waiting.append((i, "time_phrase"))
    elif links.subject < 0:
        links.subject = i
    elif links.codes[links.subject] == "w" and links.verb_at(end):  # "what the army says"
        links.waiting.append((links.subject, "object"))
        links.subject = i
    elif comma and links.np >= 0 and (links.codes[start] not in "DYE" or _lists(links, end)):
        links.link(i, links.np, "conjunct")
    else:
        links.link(i, links.np if links.np >= 0 else links.subject, "apposition")


def _after_verb(links: Links, i: int, start: int, end: int, comma: bool) -> None:
    verb = links.verb
    said = links.object < 0 and links.words[verb].lemma in listed("verbs", "speech")
    owed = bool(links.stack) and links.object < 0 and not (said or comma)
    if (links.verb_at(end) and not owed) or ((said or comma) and links.finite_after(end)):
        if links.subject >= 0 and links.codes[links.subject] == "w":  # "what the army says"
            links.waiting.append((links.subject, "object"))
        links.subject, links.noun = i, links.np
        links.comma = comma
    elif links.is_time(i):
        links.link(i, verb, "time_phrase")
    elif links.inverted:
        links.link(i, verb, "subject")
        links.inverted = False
    elif comma and links.np >= 0:
        links.link(
            i, links.np, "conjunct" if links.codes[start] not in "DYE" or _lists(links, end) else "apposition"
        )
    elif links.words[verb].lemma in listed("verbs", "linking") and links.object < 0 and not links.passive:
        links.link(i, verb, "attribute")
        links.object = i
    elif links.object < 0:
        links.link(i, verb, "object")
        links.object = i
    elif links.words[verb].lemma in listed("verbs", "ditransitive") and links.roles[links.object] == "object":
        links.roles[links.object] = "recipient"
        links.link(i, verb, "object")
    else:
        links.link(i, verb, "other")


def _lists(links: Links, at: int) -> bool:
    """Whether a list goes on here: phrases and commas up to an "and"."""
    codes, limit = links.codes, min(len(links.codes), at + 12)
    while at < limit and codes[at] in "NEAJQDY,":
        at += 1
    return at < limit and codes[at] == "C"
