"""What somebody only says, as a sentence: "The ministry says talks go on"."""

from __future__ import annotations

import re

from toolkit.claims.document import Document
from toolkit.claims.statements import Statement
from toolkit.claims.wording.english import LONGEST, cut, listed, many, sentence, tidy, unspoken
from toolkit.claims.wording.inflection import active, past
from toolkit.claims.wording.names import Names
from toolkit.claims.wording.templates import filled
from toolkit.language.phrases import Tree

_LEAD = re.compile(r"^[\s,;:–—]*(?:that\b\s*)?[\s,;:–—]*", re.I)
_BREAK = re.compile(
    r"(?:[;.?!](?=\s|$|[”\"])|,(?= )|:|—| and "
    r"|,? (?:which|because|although|while|after|before|as|since|when|where|whose|who|adding|but)\b)"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MORE = 12
"""Characters by which what somebody says may be longer, rather than go untold."""
_NO_CLAUSE = re.compile(r"(?:if|which|who|whose|where|when|and|but|to)\b", re.I)
_MARKS = "“”\"‘’' "
_PLAIN = re.compile(r"^[“\"‘']")


def said(names: Names, one: Statement, back: bool = False) -> str:
    """A saying as a sentence; empty where nobody is known to say it."""
    document = names.story.document
    who, plural = _speaker(names, one)
    if not who:
        return ""
    start, end = max(one.scope[0], one.sentence.start), min(one.scope[1], one.sentence.end)
    verb = _does(_verb(names, one), plural, back)
    names.spoken = {who, *(party.name for party in one.speakers)}
    root = _root(document.tree, *document.tokens_in(start, end))
    if root is not None:
        lead = f"{who} {verb} "
        room = LONGEST - len(lead)
        words = _LEAD.sub("", names.phrases.fitting(root, room))
        if not unspoken(document.text[start:end].replace("“", "").replace("”", "").replace('"', "")):
            return sentence(
                f"{who}: “{_short(_content(document.text[start:end]).strip(_MARKS).rstrip(',. '), room)}”"
            )
        whole = len(words) <= room + _MORE
        return (
            sentence(lead + words) if whole else sentence(f"{who} {_does('make', plural, back)} a statement")
        )
    content = _content(document.text[start:end])
    if _NO_CLAUSE.match(content):
        return filled(names, one, back)
    at = document.token_at(start)
    if (
        content
        and at is not None
        and document.parse.tokens[at].pos != "name"
        and document.opens_sentence(start)
    ):
        content = content[:1].lower() + content[1:]
    needs = _cue(names, one) in listed("governing", "clausal")
    if needs and not _PLAIN.match(content) and not _has_verb(document, start, end):
        return sentence(_short(f"{who} {_does('speak', plural, back)} of {content}", LONGEST))
    lead = f"{who}: " if _PLAIN.match(content) else f"{who} {_does(_cue(names, one), plural, back)} "
    return sentence(lead + _short(content, LONGEST - len(lead))) if content else ""


def _has_verb(document: Document, start: int, end: int) -> bool:
    """Whether what is said tells that something is or happens, and does not only name it."""
    tokens = document.parse.tokens
    inside = (tokens[i] for i in range(*document.tokens_in(start, end)))
    return any(token.pos in ("verb", "auxiliary") for token in inside)


def _root(tree: Tree, first: int, last: int) -> int | None:
    """The verb of what is said: the first that hangs on nothing inside it, if it has a subject."""
    tokens = tree.tokens
    heads = [
        i
        for i in range(first, last)
        if tokens[i].pos in ("verb", "auxiliary") and tokens[i].role not in ("auxiliary", "passive_auxiliary")
    ]
    top = next((i for i in heads if not first <= tokens[i].head < last or tokens[i].head == i), None)
    subject = ("subject", "passive_subject", "expletive", "clausal_subject")
    bare = top is not None and (
        tokens[top].role == "relative_clause"
        or any(tree.word(c) == "if" for c in tree.of_role(top, "marker"))
    )
    return top if top is not None and not bare and tree.of_role(top, *subject) else None


def _speaker(names: Names, one: Statement) -> tuple[str, bool]:
    voice = one.voice
    phrase = names.story.document.phrase(voice.span) if voice.span else None
    if phrase is not None and phrase.pronoun and phrase.text.lower() not in listed("pronouns", "relative"):
        found = names.who(phrase, one.speakers)
        if found is not None:
            return found
    relative = voice.name.lower() in listed("pronouns", "relative")
    name = ("" if relative else voice.name) or (one.speakers[0].name if one.speakers else "")
    plural = names.plural(phrase) if phrase is not None and phrase.pos == "noun" else many(name)
    return names.with_article(re.sub(r"[’']s$", "", name.partition(" (")[0])), plural


def _does(verb: str, plural: bool, back: bool) -> str:
    return past(verb) if back else active(verb, plural)


def _verb(names: Names, one: Statement) -> str:
    lemma = _cue(names, one)
    return lemma if lemma in listed("governing", "told_as") else "say"


def _cue(names: Names, one: Statement) -> str:
    """The dictionary form of the verb by which something is said."""
    cue = one.voice.attribution.cue[0] if one.voice.attribution else one.trigger
    document = names.story.document
    tokens = document.parse.tokens
    verbs = [tokens[i] for i in range(*document.tokens_in(*cue)) if tokens[i].pos == "verb"]
    return verbs[-1].lemma.lower() if verbs else "say"


def _content(text: str) -> str:
    return tidy(_BRACKETS.sub("", _LEAD.sub("", text))).rstrip(".,")


def _short(content: str, room: int) -> str:
    """What is said, cut at the last border of a phrase that leaves it short enough."""
    if len(content) <= room:
        return content
    borders = [m.start() for m in _BREAK.finditer(content) if 20 <= m.start() <= room]
    return tidy(content[: borders[-1]]) if borders else cut(content, room)
