"""Clean text: no markup, every word, and the way back to the file."""

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit as tk
from tests.growth import grows
from toolkit.corpus.cleaning import AFTER_ROWS, BEFORE_ROWS, without_markup
from toolkit.corpus.cleaning.edits import Edit, Traced
from toolkit.model import Article, Offsets

RULES = list({rule.name: rule for rule in (*BEFORE_ROWS, *AFTER_ROWS)}.values())
EXAMPLES = [(rule.name, rule.plain, *example) for rule in RULES for example in rule.examples]
COUNTER = [(rule.name, text) for rule in RULES for text in rule.counter]

ROWS = [
    ("| Day | Place |\n|:--|--:|\n| 8 June | Kyiv |", "Day; Place\n\n8 June; Kyiv"),
    ("**Day**| **Place**\n---|---\n8 June| Kyiv\n9 June| Sumy", "Day; Place\n\n8 June; Kyiv\n\n9 June; Sumy"),
    ("They met.\n| 8 June | | They left. | Kyiv |", "They met.\n\n8 June; They left. Kyiv"),
    ("| a \\| b | c |\n| d | e |", "a | b; c\n\nd; e"),
    ("Home | World | Live", "Home | World | Live"),
    ("either|or", "either|or"),
]

PAGE = """\
---
title: Talks &amp; more
date: 2031-06-09
---

# **Talks** in the customs house

> The *council* met on [Monday](https://example.org/m "M"),[[iii]](https://example.org/n) it said.

![The house](house.jpg)
*The customs house on Monday.*

- It agreed on **little**.[1]
- It will meet again&nbsp;on 12\\. June.

| Day | Vote |
|---|---|
| 9 June | 12 to 9 |

***

[1]: https://example.org/notes
"""
TEXT = """\
Talks in the customs house

The council met on Monday, it said.



It agreed on little.

It will meet again on 12. June.

Day; Vote

9 June; 12 to 9"""


@pytest.mark.parametrize(("name", "plain", "text", "expected"), EXAMPLES)
def test_an_example_of_a_rule(name: str, plain: bool, text: str, expected: str) -> None:
    assert without_markup(text, markdown=True).text == expected
    if plain:
        assert without_markup(text, markdown=False).text == expected


@pytest.mark.parametrize(("name", "text"), COUNTER)
def test_what_only_looks_like_markup_stays(name: str, text: str) -> None:
    for markdown in (True, False):
        assert without_markup(text, markdown) == (text, Offsets())


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_of_a_table(text: str, expected: str) -> None:
    assert without_markup(text, markdown=True).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "# A sharp * and _a line_\n- said\n> *so*, <b>he</b> said\n1. `x`",
        "Price* | Tax\n*Without tax* | x",
        "~~~\nCall 555\\_1 now\n***",
        "  They met.\n\tThey left.",
    ],
)
def test_plain_text_keeps_what_is_markup_only_in_markdown(text: str) -> None:
    assert without_markup(text, markdown=False).text == text.strip()


def test_plain_text_loses_what_can_only_be_markup() -> None:
    text = "**KYIV** — [They](https://example.org) met.[1] AT&amp;T co\u00adoperated.\n| 8 June | Kyiv |"
    expected = "KYIV — They met. AT&T cooperated.\n\n8 June; Kyiv"
    assert without_markup(text, markdown=False).text == expected


@pytest.mark.parametrize("name", ["a.md", "a.markdown"])
def test_a_file_of_markdown(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    article = tk.read_corpus(tmp_path)[0]
    assert article.text == TEXT
    assert article.title == "Talks & more"
    assert article.offsets is not None
    for word in re.finditer(r"\w+", TEXT):
        start, end = article.offsets.span(*word.span())
        assert PAGE[start:end] == word[0]
    start, end = article.offsets.span(TEXT.index("council"), TEXT.index(", it"))
    assert PAGE[start:end] == "council* met on [Monday"


def test_the_ways_back_of_other_files(tmp_path: Path) -> None:
    files = {
        "a.txt": "\n\nThey met.[1]",
        "b.jsonl": '{"id": "row", "text": "  **They** met.", "title": "Talks &#8211; again"}',
        "c.html": "<html><body><article>"
        + "<p>The council met &amp; agreed on little.</p>" * 9
        + "</article></body></html>",
        "d.txt": "They met.",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    plain, row, page, same = tk.read_corpus(tmp_path)
    assert (plain.text, plain.offsets and plain.offsets.span(0, 9)) == ("They met.", (2, 11))
    assert (row.text, row.title, row.offsets and row.offsets.span(0, 4)) == (
        "They met.",
        "Talks – again",
        (4, 8),
    )
    assert page.text.startswith("The council met & agreed")
    assert page.offsets is None
    assert same.offsets == Offsets()


def test_a_title_out_of_a_heading(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# The [*talks*](x.html) &amp; more #\n\nThey met.", encoding="utf-8")
    assert tk.read_corpus(tmp_path)[0].title == "The talks & more"


def test_a_file_of_marks_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("![The house](house.jpg)\n", encoding="utf-8")
    assert tk.read_corpus(tmp_path).quarantine[0].reason.startswith("has no text")


def test_an_article_with_offsets_goes_to_other_processes() -> None:
    article = Article("a", "They met.", offsets=without_markup("**They** met.", markdown=True).offsets)
    assert pickle.loads(pickle.dumps(article)) == article
    assert hash(article) == hash(pickle.loads(pickle.dumps(article)))


def test_edits_upon_edits_lead_back_to_the_first_text() -> None:
    traced = Traced("one two three", 10)
    traced.apply([Edit(0, 3, "1"), Edit(4, 4, "and "), Edit(8, 13)])
    traced.apply([Edit(0, 2), Edit(3, 5)])
    assert traced.text == "a two "
    assert traced.offsets().span(2, 5) == (14, 17)


MARKS = ["*", "**", "_", "__", "#", "# ", "- ", "> ", "|", "| ", "|---|", "[", "](", ")", "![", "[1]", "[^1]", "\\",
         "&amp;", "&#8217;", "<b>", "</p>", "<br>", "<", "\n", "\n\n", " ", "a", "Kyiv", "fell.", "`", "~~",
         "https://e.org", "[1]: https://e.org", "\u200b", "\xa0", "---", '"']  # fmt: skip
MARKED = st.lists(st.sampled_from(MARKS), max_size=40).map("".join)
PUT = '; \n&’"'
"""Characters that stand in the place of others."""


@given(st.one_of(MARKED, st.text(max_size=80)), st.booleans(), st.integers(0, 9))
def test_every_character_leads_to_itself_in_the_file(text: str, markdown: bool, base: int) -> None:
    file = "x" * base + text
    cleaned = without_markup(text, markdown, base)
    before = base
    for at, character in enumerate(cleaned.text):
        start, end = cleaned.offsets.span(at, at + 1)
        assert before <= start <= end <= len(file)
        assert file[start:end] == character or character in PUT or "&" in file
        before = start
    assert cleaned.offsets.span(0, len(cleaned.text))[1] <= len(file)


@given(
    st.lists(
        st.sampled_from(["Kyiv", "fell", " ", ". ", ", ", "\n\n", "“no”", "(x)", "3.5", "–", "’s", "é"])
    ).map("".join)
)
def test_clean_text_comes_back_as_it_is(text: str) -> None:
    text = text.strip()
    for markdown in (True, False):
        assert without_markup(text, markdown) == (text, Offsets())


def test_what_was_cleaned_is_clean() -> None:
    assert without_markup(TEXT, markdown=True) == (TEXT, Offsets())


REPEATED = ["[a](", "![", "![[a]", "[[", "*a ", "**a ", "_a ", "***", "<!--", "<script>", "<p ", "</td>\n", "> ",
            "# # #x", "- ", "|a", "| \n", "&amp;", "\\*", "`a", "~~a", ".[1]", "\\[1\\] ", " ", "\n ", "\u200c",
            "a\u200d", "[a]: ", "[a][b] ]: ", "<sup>1", "![](a)\n_b_", '[a "b ](a "', "x\n- ", "[](a("]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_the_time_is_linear(piece: str) -> None:
    def clean(text: str) -> None:
        without_markup(text, markdown=True)

    assert not grows(clean, piece, (10_000, 80_000), 20, 0.1)
