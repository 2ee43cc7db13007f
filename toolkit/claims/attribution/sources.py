"""Who a source is: the full name behind "he", "the ministry" or "Kovalenko", and to whom something was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from toolkit.claims.attribution.persons import is_person, is_plural, person_before, short
from toolkit.claims.text.sentences import line_start
from toolkit.claims.vocabulary import load, words
from toolkit.language.paragraphs import dateline
from toolkit.model import Attribution, Span

_TABLE = load("sources")
_PERSON, _GROUP, _RELATIVE = (words(_TABLE[key]) for key in ("person", "group", "relative"))
_MANY = words(_TABLE["many"])
_BODY_WORDS = words(_TABLE["bodies"])
_OUTLETS, _NETWORKS = words(_TABLE["outlet_words"]), words(_TABLE["networks"])

REACH = 10_000
"""Characters of the article that are looked back over for a full name."""
MENTIONS = 200
"""Sources before this one that are looked at."""

NATIONS: dict[str, str] = _TABLE["nations"]

_PLACE_WORDS = ("in", "near", "from", "of", "against")
CALENDAR = words(load("attribution")["classes"]["calendar"]) | {"may"}
_WORD = re.compile(r"[^\W_][\w.’'&-]*")
# A word whose full stop ends no sentence: "U.S.", "Gen.", "St."
_SHORTENED = r"(?:Mrs?|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|St)\."
_WHOLE = rf"(?:(?:[A-Z]\.){{1,4}}|{_SHORTENED}|[^\W\d_](?:[\w’'-]|\.(?=\w))*)"
_RELATIVE_HEAD = re.compile(
    rf"(?<!\w)((?:{_WHOLE}\s+|\d[\d,.]*\s+){{0,8}}[^\W_][\w.’'-]*)(?:\s*,[^,.;:“”\"]{{1,80}})?\s*,?\s*(?:of|in|for|to|from)?\s*\Z"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w.’'-]*\s+)*[A-Z][\w.’'-]*\Z")
_NOT_OF_IT = re.compile(r"\b(?:by|from|with|to|and|said|told|in|on|at|that|is|was|are|were|\w+ed)\s+")
_NAME = r"(?:the\s+|[Tt]he\s+)?(?:[A-Z][\w.’'&-]*)(?:\s+(?:of|and|for|the|de|[A-Z0-9][\w.’'&-]*)){0,5}"
_TOLD = re.compile(rf"\s*(?P<to>{_NAME})")
_WITH = re.compile(
    r"[^.;:“”\"]{0,60}?\b(?:to|with|on|in|for|by|via)\s+(?P<to>(?:its|his|her|their|an?|the)\s+(?:[\w’'-]+\s+){0,3}?"
    rf"(?:Telegram|Facebook|Twitter|X|YouTube|Instagram)\b(?:\s+(?:channel|page|account))?|{_NAME})"
)
_SPEAKING = re.compile(
    rf"\b(?:[Ss]peaking|[Tt]alking|interview|comments|remarks|statement)\s+(?:to|with|on)\s+(?P<to>{_NAME})"
)

# "The army's chief, Anna Holm": the name is fuller than the office.
_OFFICE_AND_NAME = re.compile(
    r"(?:[\w.’'-]+ ){0,8}[a-z][\w-]+(?: of (?:[\w’'-]+ ?){1,4})?, "
    rf"(?P<name>(?:(?:[A-Z][\w’'-]+|{_SHORTENED}) ){{1,3}}(?:al-|de |von |van )?[A-Z][\w’'-]+),?\Z"
)
# "The Centre for Studies, or CFS, a think tank that": a name with what it is.
_BODYS_NAME = (
    r"(?P<name>(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of|for|the|on|and|&|[A-Z][\w’'-]*)){1,8})"
    r"(?:, or [A-Z]{2,}| \([A-Z]{2,}\))?, "
)
_HANGS_ON = re.compile(rf"{_BODYS_NAME}\Z")
_DESCRIPTION = re.compile(r"an? (?:[a-z]|[A-Z][\w.,’' ]{1,20}-based)")


def resolve_source(text: str, span: Span, before: Sequence[Span]) -> str:
    """The full name behind a mention of a source; the mention itself where nothing fuller stands before it.

    `before` holds the spans of the sources seen earlier in the article, in order.

    >>> text = "Olena Hrytsenko spoke. Later Hrytsenko said no. She left."
    >>> resolve_source(text, (29, 38), []), resolve_source(text, (48, 51), [(0, 15), (29, 38)])
    ('Olena Hrytsenko', 'Olena Hrytsenko')
    """
    mention = text[span[0] : span[1]].strip()
    low = mention.lower()
    earlier = [s for s in before[-MENTIONS:] if s[0] < span[0]]
    if low in _RELATIVE:
        return _antecedent(text, span) or mention
    if low in _PERSON or low in _GROUP:
        found = next((s for s in reversed(earlier) if _fits(text, s, low)), None)
        # Who is told of, but has not spoken yet, may be meant as well.
        told = person_before(text, span[0]) if low in _PERSON else None
        if told and (found is None or found[1] <= told[0]):
            return text[slice(*told)]
        return resolve_source(text, found, [s for s in earlier if s[0] < found[0]]) if found else mention
    named = _OFFICE_AND_NAME.match(mention)
    if named and is_person(named["name"]):
        return named["name"]
    name = short(mention)
    described = _described(text, name, span[0]) if low.startswith("the ") and name.islower() else ""
    return described or _fuller(text, name, span, earlier) or NATIONS.get(name) or name


def _fits(text: str, span: Span, pronoun: str) -> bool:
    """Whether a pronoun can stand for a mention: he for a person, they for several or a body, it for a thing."""
    mention = text[slice(*span)]
    if mention.lower() in _PERSON | _GROUP | _RELATIVE:
        return False
    name = short(mention)
    person = is_person(name)
    if pronoun in _PERSON:
        return person
    return not person and (pronoun in _MANY or not is_plural(name) or name.split()[-1].lower() in _BODY_WORDS)


def _antecedent(text: str, span: Span) -> str:
    """The noun phrase that a relative pronoun hangs on."""
    line = dateline(text, text.rfind("\n", 0, span[0]) + 1, span[0])
    found = _RELATIVE_HEAD.search(text, max(line, span[0] - 160), span[0])
    if not found:
        return ""
    named = _CAPITALS.search(found[1])
    return named[0] if named else short(_NOT_OF_IT.split(found[1])[-1])


def _fuller(text: str, name: str, span: Span, earlier: Iterable[Span]) -> str:
    """A longer mention before this one that ends in the same word, or whose initials the name is."""
    said = _WORD.findall(name)
    if not said:
        return ""
    mentions = chain(
        (short(text[a:b]) for a, b in reversed(list(earlier))), _full_names(text, said[-1], span[0])
    )
    tried = set[str]()  # an article names its sources again and again
    for longer in mentions:
        if longer not in tried and _stands_for(said, _words_of(longer)):
            return longer
        tried.add(longer)
    return ""


def _described(text: str, name: str, end: int) -> str:
    """The last name before `end` that was said to be a `name`: "the monitor" after "the Observatory, a war monitor"."""
    begin = max(0, end - REACH)
    if text.find(name, begin, end) < 0:
        return ""
    told = rf"{_BODYS_NAME}an? (?:[^;\n.]|\.(?=[\w-])){{0,60}}?{re.escape(name)}\b"
    found = [match["name"] for match in re.finditer(told, text[begin:end])]
    return next((short(each) for each in reversed(found) if not _dated(each)), "")


def name_before(text: str, span: Span) -> Span:
    """The name that a description in the place of a source hangs on, else the span itself.

    >>> text = "The Centre for War Studies, or CWS, a Delhi-based think tank, reported it."
    >>> text[slice(*name_before(text, (36, 60)))]
    'The Centre for War Studies'
    >>> text = "Burundi shut its border with Rwanda, a bishop said."
    >>> text[slice(*name_before(text, (37, 45)))]
    'a bishop'
    """
    described = _DESCRIPTION.match(text, *span)
    found = _HANGS_ON.search(text, max(0, span[0] - 120), span[0]) if described else None
    if found is None or _dated(found["name"]):
        return span
    closed = (
        text[span[1] : span[1] + 1] == ","
    )  # "shut its border with Congo, a minister said" is of no Congo
    opens = text[max(0, found.start("name") - 40) : found.start("name")].rstrip()[-1:] in ("", *".!?:;”")
    return found.span("name") if closed or opens else span


def _dated(name: str) -> bool:
    return not CALENDAR.isdisjoint(name.lower().split())


@lru_cache(maxsize=4096)
def _words_of(name: str) -> list[str]:
    return _WORD.findall(name)


def _stands_for(said: list[str], longer: list[str]) -> bool:
    if len(longer) <= len(said):
        return False
    if len(said) == 1 and said[0].isupper() and len(said[0]) > 1:
        return said[0] == "".join(w[0] for w in longer if w[0].isupper())
    if len(said) > 2:
        return False
    head = _head(longer)
    if said[-1][0].isupper() and len(said) == 1:
        return said[0] in longer[: head + 1] and longer[head] == said[0]
    return [w.lower() for w in longer[head - len(said) + 1 : head + 1]] == [w.lower() for w in said]


def _head(found: list[str]) -> int:
    """The place of the head word: the last before a preposition or a participle hung behind."""
    for i, word in enumerate(found):
        if i and (
            word in ("of", "for", "in", "at", "from", "with", "on", "to", "close")
            or (word.endswith("ed") and i > 1)
        ):
            return i - 1
    return len(found) - 1


def _full_names(text: str, last: str, end: int) -> Iterable[str]:
    """Names in the article before `end` that end in this capitalised word."""
    if not last[0].isupper():
        return
    floor = max(0, end - REACH)
    at = text.rfind(last, floor, end)
    # What something is "in" or "near" is a place, and no place has a first name.
    if any(text.find(f" {word} {last}", floor, end) >= 0 for word in _PLACE_WORDS):
        return
    pattern = re.compile(rf"(?:(?!The\s)[A-Z][\w’'-]+[ \u00a0]){{1,3}}{re.escape(last)}\Z")
    while at >= 0:
        found = pattern.search(text, max(floor, at - 60), at + len(last))
        if found:
            yield short(found[0])
        at = text.rfind(last, floor, at)


def addressee(text: str, attribution: Attribution) -> tuple[str, Span] | None:
    """The outlet or network to which the source said it: its name and span; None where none is named.

    >>> text = "The mayor told The Evening Post that the bridge was safe."
    >>> addressee(text, Attribution(((0, 9),), ((10, 14),), ((32, 56),)))
    ('The Evening Post', (15, 31))
    """
    begin = attribution.cue[-1][1]
    ends = [begin, *(s[1] for s in attribution.source or () if begin <= s[0] < begin + 60)]
    if len(ends) > 1 and not text[begin : (attribution.source or ((begin, begin),))[0][0]].strip():
        ends = ends[1:]
    for place in reversed(ends):
        stop = min([c[0] for c in attribution.content if c[0] >= place] + [place + 140])
        line = text.find("\n", place, stop)
        for pattern in (_TOLD, _WITH):
            found = pattern.match(text, place, line if line >= 0 else stop)
            if found and (named := _named(text, *found.span("to"))):
                return named
    start = min((s[0] for s in attribution.source or attribution.cue), default=begin)
    spoken = _SPEAKING.search(text, line_start(text, start, reach=120), start)
    return _named(text, *spoken.span("to")) if spoken else None


def _named(text: str, start: int, end: int) -> tuple[str, Span] | None:
    while text[end - 1] in ".,’'":
        end -= 1
    found = _WORD.findall(text[start:end])
    while found and found[-1].lower() in ("of", "and", "for", "the", "on", "in"):
        end = start + text[start:end].rindex(found.pop())
        end = len(text[:end].rstrip()) if end < start else start + len(text[start:end].rstrip())
    if not any(w.lower().removesuffix("’s").removesuffix("'s") in _OUTLETS for w in found):
        return None
    network = next((w for w in found if w.lower() in _NETWORKS), "")
    return network or text[start:end], (start, end)
