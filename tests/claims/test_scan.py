"""One scan for many patterns finds what the plain expression finds."""

import re

import pytest

from toolkit.claims.text.beginnings import beginnings, needed
from toolkit.claims.text.scan import Scan, fold


def plain(sources, text):
    """The same by one expression that is tried at every character."""
    alternatives = "|".join(f"{source}()" for source in sources)
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?:(?!\w)|(?<!\w))")
    return [(match.lastindex - 1, match.span()) for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        (["to (?:re)?take", "town"], "to take the town to retake"),
        ([r"(?:\w+ )?gains", "the gains"], "the gains, small gains gains"),
        ([r"\d+ (?:km|miles)", "2"], "12 km 2 miles 2"),
        (["(?:is|was)n[’']t", "is"], "it isn’t, it wasn't, it is"),
        (["cease-?fire"], "ceasefire cease-fire ceasefires"),
        (["(?=.*war)pe.ce", "e(?!u)ast"], "peace or war, east"),
        (["a{2,3}h?", "[st]o{1}n", "ab*c", "ab+d"], "aa aah son ton ac abbc ad abd"),
        (["a(?:n|)? ?b"], "a b anb an b"),
    ],
)
def test_patterns_are_found_as_by_one_expression(sources, text):
    assert list(Scan(sources).find(text, 0, len(text))) == plain(sources, text)


def test_a_beginning_says_too_much_rather_than_too_little():
    assert beginnings(r"\w+ fell") == beginnings(".{3}") == {"*"}
    assert beginnings(r"(?:mid-)?july?") == {"mid ", "july*", "jul*"}
    assert beginnings(r"(?:mid-)?july?", whole=True) == {"mid ", "july ", "jul "}
    assert beginnings('[“"]first') == {" "}


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:the |an? )?(?:\w+ )?rounds?(?: of talks)?", {"round ", "rounds"}),
        (r"(?:is|was) (?:not )?surrounded", {"surrou"}),
        (r"(?:has not|have n[o’']t) (?:yet )?(?:agreed|met)", {"agreed", "met "}),
        (r"(?=the war)peace|\d+ (?:dead|hurt)", {"peace ", "dead ", "hurt "}),
        (r"of the \w+ (?:(?:men|women) )?died", {"died "}),
        (r"the \w+", {"the "}),
        (r"be ?trayed", {"be ", "betray"}),
        (r"(?:\w+ )?\w+|[“\"]first", {"*", "first "}),
        (r"(?:near )*of", {"of "}),
    ],
)
def test_a_word_that_every_match_needs_is_the_rarest_that_can_be_told(pattern, words):
    assert needed(pattern, whole=True) == words


def test_only_the_patterns_that_can_be_there_are_compiled():
    scan = Scan([f"word{i} of" for i in range(500)] + ["seized", "the cit(?:y|ies)"])
    assert list(scan.find("nothing was seized in the town of word", 0, 38)) == [(500, (12, 18))]
    assert set(scan._compiled) == {500}


def test_folding_keeps_offsets():
    assert len(fold("İİ Straße KYIV")) == len("İİ Straße KYIV")
