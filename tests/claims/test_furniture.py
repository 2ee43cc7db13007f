"""Site furniture: every rule by its name, with lines that it takes and lines of news that it leaves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.claims.text.furniture import furniture, named
from toolkit.claims.vocabulary import load

TAKEN = {
    "advertisement": ["Advertisement", "ADVERTISEMENT", "Story continues below", "Sponsored Content"],
    "dialogue": ["Remind me later.", "Remind me next month", "Accept all", "Back to top", "Sign in"],
    "copyright": [
        "©2031 Daily Post L.P.",
        "Copyright 2031 The Daily Post. All rights reserved.",
        "(c) 2031 Example News",
        "This material may not be published, broadcast or rewritten.",
    ],
    "credit": [
        "NWA contributed reporting.",
        "Ana Holm and Ben Ode contributed to this report.",
        "Reporting by NWA also contributed to this coverage.",
        "Additional reporting by Ana Holm",
        "This article was originally published in The Daily Post.",
        "Updated at 14:05",
    ],
    "desk": ["Editing by Ana Holm", "Written by Ben Ode and Ana Holm"],
    "byline": ["By Ana Holm and Ben Ode", "By Ana Holm in Kyiv"],
    "newsletter": [
        "Sign up for our free newsletter",
        "Subscribe to our channel",
        "Follow Ana Holm on Twitter @anaholm",
        "The best stories, straight to your inbox every morning.",
        "A weekly newsletter from our desk",
    ],
    "share bar": [
        "Facebook Twitter LinkedIn WhatsApp",
        "Mail   Facebook   Twitter / X   LinkedIn",
        "Share this article",
    ],
    "caption": [
        "Soldiers near the river on Monday (Ana Holm/NWA via Getty Images)",
        "A bridge after the strike (AP Photo/Ben Ode)",
        "Image: A tank on a road in spring.",
        "Photo by Ben Ode",
        "Gary Holm/Reuters.",
    ],
    "read more": [
        "Read more: What the map shows",
        "Related stories",
        "Watch: A bridge falls",
        "Most read in World",
    ],
    "teaser": [
        "Troops crossed the river on Monday, the ministry said, in the largest push since spring, and the towns…",
        "The talks in Oslo ended on Friday without a deal, and both sides say they will not meet again before [...]",
    ],
    "cookies": ["We use cookies to give you the best experience.", "Cookie policy"],
    "consent": ["By signing up you agree to our terms.", "Yes, I agree to receive offers from the group."],
    "paywall": [
        "Unlock unlimited access to our journalism",
        "Create a free account and go on",
        "Already a subscriber? Log in",
        "Subscribe to continue reading.",
        "Become a member today",
    ],
    "carousel": ["Scroll carousel right", "Image 3 of 12"],
    "page note": ["5 min read", "16 minutes ago", "Reading time: 4 minutes"],
    "reference": [
        "12. Week in Review – Example Institute, accessed February 21, 2031, <https://example.org/a>",
        "https://example.org/news/1",
    ],
    "feedback": ["Please share the link with your friends.", "Have you been affected? Email us."],
}
LEFT = [
    "Volunteers sign up for the army in great numbers.",
    "Moldova wants to become a member of the union.",
    "The men were told to follow him across the river.",
    "Posted on the ministry's channel, the video shows a tank.",
    "Compiled by the institute, the map shows a strip of land.",
    "The ministry said the footage was real. (Newswire)",
    "The company shares fell on Monday.",
    "Officials published a list of the missing.",
    "“We use cookies at every camp,” the cook said.",
    "The court ruled that the copyright was valid.",
    "By Tuesday the river had risen by a metre.",
    "Reporting from the front is hard, the union said.",
    "Hackers accessed the files in February 2031.",
    "Read aloud in court, the letter named two officers.",
    "The photo shows a burnt tank near Stepove.",
    "Ukraine and Russia share a border of 2,000 kilometres.",
    "Dear to its people, the bridge was rebuilt.",
    "The union asked members to subscribe to the plan.",
    "The paper published reports by officers.",
]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in TAKEN.items() for line in lines])
def test_taken_by_its_rule(rule: str, line: str) -> None:
    text = f"Troops crossed the river.\n\n{line}\n\nKyiv denied it."
    ((name, (start, end)),) = named(text)
    assert name == rule
    assert text[start:end] == line


@pytest.mark.parametrize("line", LEFT)
def test_left(line: str) -> None:
    assert furniture(f"Troops crossed the river.\n{line}\nKyiv denied it.") == []


def test_every_rule_has_an_example() -> None:
    assert {rule["name"] for rule in load("furniture")["line"]} == set(TAKEN)


def test_an_appeal_is_one_block_to_its_end() -> None:
    text = (
        "Kyiv denied it.\nA Message from The Daily Post:\nDear readers,\nWe face hard times and need your help.\n"
        "The authorities call our work a crime.\nThank you for standing with us.\n\nThe river rose on Monday."
    )
    ((name, (start, end)),) = named(text)
    assert name == "appeal"
    assert text[start:end].startswith("A Message")
    assert text[start:end].endswith("with us.")


def test_margin_signs_are_no_part_of_it() -> None:
    text = "* Advertisement\n> Read more: The map"
    assert [text[a:b] for a, b in furniture(text)] == ["Advertisement", "Read more: The map"]


@given(st.text(max_size=200))
def test_never_raises_and_stays_in_order(text: str) -> None:
    found = furniture(text)
    assert all(0 <= a < b <= len(text) for a, b in found)
    assert all(x[1] <= y[0] for x, y in pairwise(found))
