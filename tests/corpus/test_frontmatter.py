"""Front matter: strings only, never an error, never a lost text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.growth import grows
from toolkit.corpus.frontmatter import LIMIT, doubt, pick, split


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: Talks begin", "Talks begin"),
        ("title: Talks: the end", "Talks: the end"),
        ('title: "Talks \\"begin\\" — \\u00e9"', 'Talks "begin" — é'),
        ("title: 'It''s on'", "It's on"),
        ('title: "Half', '"Half'),
        ("title: 2024-02-30", "2024-02-30"),
        ("title: yes", "yes"),
        ("title: !!python/object/apply:os.system [x]", "!!python/object/apply:os.system [x]"),
        ("title: *alias", "*alias"),
        ("title: #MeToo and the press", "#MeToo and the press"),
        ("title: >\n  Talks\n  begin", "Talks begin"),
        ("title: Talks\n  begin again", "Talks begin again"),
        ("title:\n- a\n- b", "- a - b"),
        ("Title: Talks", "Talks"),
        ("title: Talks\ntitle: Other", "Talks"),
        ('title: "\\ud83d"', "\ufffd"),
        ("title:", ""),
    ],
)
def test_values_are_the_text_that_stands_there(line: str, expected: str) -> None:
    assert split(f"---\n{line}\n---\nBody.") == ({"title": expected}, "Body.")


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.",
        "",
        "---",
        "---\ntitle: never closed\nThe text goes on.",
        "---\nJust a rule above\n---\nand a rule below.",
        "---\nWord: but no known field\n---\nBody.",
        "---\n---\nBody.",
        "--- title: x\n---\nBody.",
        "---\ntitle: long\n" + "x: y\n" * LIMIT + "---\nBody.",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert split(text) == ({}, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("---\ntitle: never closed\nThe text goes on.", "never closed"),
        ("---\ntitle: long\n" + "x: y\n" * LIMIT + "---\nBody.", "never closed"),
        ("---\n  - an odd line\ntitle: Talks\n---\nBody.", "can't be read"),
        ("---\ntitle: *alias\n---\nBody.", "aliases"),
        ("---\ntitle: Talks\nb: &b [*a, *a]\n---\nBody.", "aliases"),
        ("---\ntitle: !!python/object/apply:os.system [x]\n---\nBody.", "tags"),
        ("---\ntitle: *Breaking* news & more!\n---\nBody.", ""),
        ("---\ntitle: Talks! & on\n---\nBody.", ""),
        ("---\nJust a rule above\n---\nand a rule below.", ""),
        ("---\nWord: but no known field\n---\nBody.", ""),
        ("---\nThe text: it goes on.\ntitle: of a book", ""),
        ("No front matter.", ""),
    ],
)
def test_what_is_not_read_as_it_was_meant_is_said(text: str, word: str) -> None:
    found = doubt(text)
    assert (word in found) if word else not found


def test_comments_and_blank_lines_are_passed_over() -> None:
    fields, text = split("---\n# by hand\n\ntitle: Talks\npub-date: x\n...\n\n\nBody.\n")
    assert fields == {"title": "Talks", "pub_date": "x"}
    assert text == "Body.\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"source": "https://example.org"}, {"url": "https://example.org"}),
        ({"source": "The Example"}, {"outlet": "The Example"}),
        (
            {"source": "The Example", "url": "https://example.org"},
            {"url": "https://example.org", "outlet": "The Example"},
        ),
        (
            {"date": "2025-06-13", "description": "d", "lang": "en"},
            {"published": "2025-06-13", "notes": "d", "language": "en"},
        ),
        ({"published": "", "date": "unknown"}, {"published": "unknown"}),
        ({"word_count": "400"}, {}),
    ],
)
def test_picks_the_fields_of_an_article(fields: dict[str, str], expected: dict[str, str]) -> None:
    assert pick(fields) == expected


@given(
    st.text(max_size=200) | st.text("-:\n\"'\\ |>#atle", max_size=200).map(lambda text: f"---\n{text}\n---\n")
)
@example('---\ntitle: "\\"\n---\n')
def test_never_raises_on_any_string(text: str) -> None:
    fields, body = split(text)
    assert all(isinstance(value, str) for value in fields.values())
    assert text.endswith(body)
    pick(fields)


@pytest.mark.parametrize("piece", ["title: &a [*a,*a]\n", " ", "a", "a: ", "- "])
def test_the_time_for_a_hostile_head_is_linear(piece: str) -> None:
    def read(head: str) -> object:
        return split(f"---\n{head}\n---\nBody.")

    assert not grows(read, piece, (100_000, 400_000), 16, 0.2)
