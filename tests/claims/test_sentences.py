"""Sentences and clauses: where they end, and that nothing is lost between them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import grows
from toolkit.claims.text.clauses import clauses
from toolkit.claims.text.sentences import LONGEST, sentences

SENTENCES = {
    "plain": ("It rained. They left.", ["It rained.", "They left."]),
    "titles": (
        "Gen. Ivan Petrenko met Adm. Holt and Mr. J. R. Moss at St. Mary. They spoke.",
        ["Gen. Ivan Petrenko met Adm. Holt and Mr. J. R. Moss at St. Mary.", "They spoke."],
    ),
    "country and number": (
        "Brigade No. 4 crossed into the U.S. sector at 5 a.m. Monday. It stayed.",
        ["Brigade No. 4 crossed into the U.S. sector at 5 a.m. Monday.", "It stayed."],
    ),
    "an abbreviation can close": (
        "She flew to the U.S. The talks went on.",
        ["She flew to the U.S.", "The talks went on."],
    ),
    "months": ("It began on Feb. 3 and ended in Sept. 2024. Peace held.", None),
    "decimals": ("Prices rose 3.5 percent. Wages fell by .4 points.", None),
    "quotation of several sentences": (
        "“We stay. We fight,” he said. “No one leaves.” Then he left.",
        ["“We stay.", "We fight,” he said.", "“No one leaves.”", "Then he left."],
    ),
    "quoted question goes on": (
        "“Who pays?” Smith asked. Nobody spoke.",
        ["“Who pays?” Smith asked.", "Nobody spoke."],
    ),
    "straight quotes": ('"Go!" she shouted. "Now."', ['"Go!" she shouted.', '"Now."']),
    "ellipsis": (
        "They waited ... and waited. Then… Nothing came.",
        ["They waited ... and waited.", "Then…", "Nothing came."],
    ),
    "headline": ("Bridge falls in north\nThe bridge fell.", ["Bridge falls in north", "The bridge fell."]),
    "bullets": (
        "- Troops crossed the river\n* A town fell\n• Aid came\n1. Talks begin",
        ["Troops crossed the river", "A town fell", "Aid came", "Talks begin"],
    ),
    "markdown": (
        "# Week in review\n\n> **It held.** They left.\n\n---\n",
        ["Week in review", "**It held.**", "They left."],
    ),
    "table": ("| Town | Claimed on |\n| Stepove | 3 May |", ["Town", "Claimed on", "Stepove", "3 May"]),
    "live blog": ("4:40 p.m.:\n\nThe mayor speaks.", ["4:40 p.m.:", "The mayor speaks."]),
    "dateline": (
        "KYIV, June 8 (Newswire) - Troops moved. PORTLAND, Ore. - A man fell.",
        ["KYIV, June 8 (Newswire) - Troops moved.", "PORTLAND, Ore. - A man fell."],
    ),
    "note numbers": (
        "They lost control.1 Western aid came.[2] It helped.12,13\nMore came.",
        ["They lost control.", "Western aid came.", "It helped.", "More came."],
    ),
    "note numbers behind years": (
        "It fell.1 It rose.2 It held.3 That was in 2026.4 They left.",
        ["It fell.", "It rose.", "It held.", "That was in 2026.", "They left."],
    ),
    "wrapped lines": (
        "The army said on Monday that its men had taken\nthe hill above the town and would stay there for\n"
        "as long as it took. Nobody could\nconfirm it.",
        [
            "The army said on Monday that its men had taken\nthe hill above the town and would stay there for\n"
            "as long as it took.",
            "Nobody could\nconfirm it.",
        ],
    ),
    "no space behind a closing quotation mark": ("“It fell.”He left.", ["“It fell.”", "He left."]),
    "nothing to read": ("\n \t\n---\n***\n", []),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, expected: list[str] | None) -> None:
    found = [text[s.start : s.end] for s in sentences(text)]
    if expected is None:  # two sentences, cut at the only full stop that closes one
        expected = re.split(r"(?<=[a-z\d]\.) (?=[PW][a-z]+ (?:held|fell))", text)
        assert len(expected) == 2
    assert found == expected


texts = st.text(alphabet=st.sampled_from("aB.1?! \n“”\"'’-•|#,;:)(…U\u2028\r\xa0"), max_size=80) | st.text(
    max_size=80
)


@given(texts)
def test_every_word_is_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert [s.index for s in found] == list(range(len(found)))
    for before, after in pairwise(found):
        assert before.end <= after.start
    held = {i for s in found for i in range(s.start, s.end)}
    lost = "".join(c for i, c in enumerate(text) if i not in held)
    # Numbers of lists and notes are no running text; letters always are.
    assert not any(c.isalpha() and c not in "xX" for c in lost)
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)


def test_a_passage_without_a_stop_is_cut() -> None:
    text = "word " * 5000
    found = sentences(text)
    assert all(s.end - s.start <= LONGEST for s in found)
    assert sum(text[s.start : s.end].count("word") for s in found) == 5000


CLAUSES = {
    "saying and said": (
        "Russia said Sunday that its forces crossed over the past weekend.",
        ["Russia said Sunday", "that its forces crossed over the past weekend."],
    ),
    "preposition or conjunction": (
        "They left after the battle, and came back after it rained.",
        ["They left after the battle,", "and came back", "after it rained."],
    ),
    "quotation": (
        "“We won on Monday,” he said, though he added that losses were high.",
        ["“We won on Monday,”", "he said,", "though he added", "that losses were high."],
    ),
    "dash and semicolon": (
        "Kyiv denied it; Moscow — which claimed the town — said nothing.",
        ["Kyiv denied it;", "Moscow", "which claimed the town", "said nothing."],
    ),
    "dash in a quotation": ("“It — the town — fell.”", ["“It — the town — fell.”"]),
    "relative": (
        "The men who crossed were seen, which alarmed Kyiv.",
        ["The men", "who crossed were seen,", "which alarmed Kyiv."],
    ),
    "one": ("Troops crossed the river.", ["Troops crossed the river."]),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in clauses(text, 0, len(text))] == expected


@given(
    st.lists(
        st.sampled_from(["he said", "that", ",", "and", "after", "“", "”", "—", ";", "it fell", "as"]),
        max_size=14,
    )
)
def test_clauses_lose_no_word(parts: list[str]) -> None:
    text = " ".join(parts)
    found = clauses(text, 0, len(text))
    assert re.findall(r"\w+", " ".join(text[a:b] for a, b in found)) == re.findall(r"\w+", text)


@pytest.mark.parametrize(
    "piece", [".", "a. ", "“", '"A." ', "- ", "?! ", " .", "word ", "1. ", "\n", "a\nb, ", "U.S."]
)
def test_linear_in_length(piece: str) -> None:
    assert not grows(sentences, piece, (40_000, 160_000), 12, 0.05)
