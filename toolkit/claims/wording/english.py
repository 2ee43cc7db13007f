"""English of the labels: numbers of nouns and names, articles, sentences that fit."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

LONGEST = 95
"""Characters of a sentence."""
_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_DANGLING = re.compile(
    r"(?:[\s,;:–—-]+(?:a|an|the|of|in|on|at|by|for|to|from|with|and|or|but|that|as|into|near|over|his|her|its|their|which|who"
    r"|is|are|was|were|be|been|has|have|had|will|would|may|not|than|between|against|after|about|under|more|any|no|all))+$",
    re.I,
)
_SPEAKING = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|I|me|[Mm]y|[Yy]ours?|[Yy]ou)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_THAT = re.compile(r"^that (?=(?:the|an?|\w+s|[\w-]+) )", re.I)
_SPACE = re.compile(r"\s+")
_FOOTNOTE = re.compile(r"(?<=[a-z])\.\d{1,3}(?= [A-Z]|$).*")
"""The number of a footnote at the end of its sentence, and what a parser takes for more of that sentence."""
_NO_SPACE = re.compile(r"\s+(?=[,;:.!?%)’”])(?!’[a-rt-z])|(?<=[(“$€£])\s+")
_HAS_NONE = re.compile(r"\b(?:no|none|nobody|nothing|neither|nor|never|without|no-one)\b", re.I)


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """The words of one list of words.toml.

    >>> "amid" in listed("dropped", "prepositions")
    True
    """
    return frozenset(_TABLE[section][name].split())


def table(section: str) -> dict[str, str]:
    """A section of words.toml in which each word has one other."""
    found: dict[str, str] = _TABLE[section]
    return found


@cache
def verb_of(noun: str) -> str:
    """The verb behind a noun of an event, empty where none is listed.

    >>> verb_of("takeover"), verb_of("talks")
    ('take over', '')
    """
    return str(_TABLE["nouns"].get(noun, ""))


def many(name: str) -> bool:
    """Whether a name or a noun phrase in words goes with a plural verb.

    >>> [many(name) for name in ("Russia", "Rapid Support Forces", "United States", "the police", "gunmen", "RSF")]
    [False, True, False, True, True, False]
    """
    last = name.lower().split()[-1] if name.strip() else ""
    if last in listed("numbers", "plural") or " and " in name or last.endswith("men"):
        return True
    if (
        not last.endswith("s")
        or last.endswith(("ss", "us", "is", "’s", "'s"))
        or last in listed("numbers", "singular")
    ):
        return False
    return name.split()[-1].islower() or last in listed("numbers", "named")


def has_none(words: str) -> bool:
    """Whether words deny by themselves: "no town", "neither side"."""
    return _HAS_NONE.search(words) is not None


def article(word: str) -> str:
    """The indefinite article before a word.

    >>> article("offensive"), article("strike"), article("European")
    ('an', 'a', 'a')
    """
    return "an" if re.match(r"[aeio](?!ur|ne)|u[lnm](?!i)", word, re.I) else "a"


def unspoken(words: str) -> bool:
    """Whether words can stand in a label: nobody speaks in them of himself, but in quotation marks.

    >>> unspoken("The army takes the town"), unspoken("We hold the town"), unspoken("The mayor: “We hold it”")
    (True, False, True)
    """
    return _SPEAKING.search(_QUOTED.sub("", words)) is None


def tidy(words: str) -> str:
    """Words of a text as one line of a label: blanks as they should be, no quotation mark without its other."""
    line = _NO_SPACE.sub("", _SPACE.sub(" ", words)).strip(" ,;:–—")
    if line.count("“") != line.count("”"):
        line = line.replace("“", "").replace("”", "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    if line.count("(") != line.count(")"):
        line = line.replace("(", "").replace(")", "")
    return line.strip(" ,;:–—")


def sentence(words: str) -> str:
    """Words as a sentence without its full stop.

    >>> sentence("the army takes  the town .")
    'The army takes the town'
    >>> sentence("-300 hectares are cleared")
    '300 hectares are cleared'
    >>> sentence("troops reach the river.12 The governor")
    'Troops reach the river'
    """
    line = _FOOTNOTE.sub("", _THAT.sub("", tidy(words))).rstrip(".").strip(" -‑−")
    return line[:1].upper() + line[1:]


def cut(words: str, longest: int = LONGEST) -> str:
    """Words cut at a border of words, without a joining word at their end.

    >>> cut("The army takes the town of Sedovo and the villages around it", 40)
    'The army takes the town of Sedovo'
    """
    if len(words) <= longest:
        return words
    short = words[: longest + 1].rsplit(" ", 1)[0]
    return _DANGLING.sub("", short).rstrip(" ,;:–—")
