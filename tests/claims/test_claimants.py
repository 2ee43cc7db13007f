"""Claimants are noun phrases that stand in the text: no quotation marks, no verbs, no pronouns, no scraps of either."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.faults import examples
from toolkit.claims.extract import extract
from toolkit.model import Article

OUTLET = "The Daily"

# A sentence that is easily misread, and who speaks in its last row.
NASTY = {
    "a quotation within one": ("“They told us ‘leave now’ and we left Goma,” the Congolese army said.",
                               "Congolese army"),
    "behind a long apposition": ("Egypt's foreign ministry, which has kept silent since the dam was built, said that "
                                 "Ethiopia must stop filling it.", "Egypt's foreign ministry"),
    "a relative clause before the cue": ("The officials who fled Goma said that Rwandan troops had seized the airport.",
                                         "officials"),
    "part of him": ("Part of him, the minister of Kenya said, regretted that Kenyan troops had left Goma.",
                    "minister of Kenya"),
    "one of them": ("Two officers spoke. One of them said that Rwandan troops had seized Goma.", "officers"),
    "it": ("The Rwandan ministry spoke on Monday. It said that its troops had seized Goma.", "Rwandan ministry"),
    "they": ("Mediazona and the BBC counted. They said that 900 Russian soldiers had been killed.", "Mediazona"),
    "nobody": ("Nobody said that Rwandan troops had seized Goma.", OUTLET),
    "what is said to be": ("It is said that Rwandan troops have seized Goma.", OUTLET),
    "a claim of somebody's": ("Rwanda's claim that its troops had seized Goma was old.", "Rwanda"),
    "two verbs": ("Rwanda's army, said to be near Goma, announced that it had seized the airport.", "Rwanda's army"),
    "a day in front": ("On Monday night in Kigali, Rwanda's army said that it had seized Goma.", "Rwanda's army"),
    "a title and a name": ("Rwanda's minister of defence, a general, told reporters that his troops had seized Goma.",
                           "Rwanda's minister of defence"),
    "in the middle": ("Goma, Rwanda's army said on Monday, has been seized.", "Rwanda's army"),
    "first person": ("“I saw how Rwandan troops seized Goma,” a nurse said.", "nurse"),
    "a plan that says": ("The plan says that Rwandan troops will withdraw from Goma.", "plan"),
    "all capitals": ("RWANDA SAYS TROOPS SEIZED GOMA, A CITY IN CONGO, ON MONDAY.", ""),
    "a dash": ("“We hold Goma” — so the Congolese army on Monday.", OUTLET),
    "which": ("Rwanda published a note, which said that its troops had seized Goma.", "Rwanda"),
    "who": ("They met a general of Rwanda, who said that his troops had seized Goma.", "general of Rwanda"),
    "a quotation behind a name": ("Rwanda “We hold Goma” said its troops seized the airport.", "Rwanda"),
}  # fmt: skip
SCRAPS = {
    "one of them": "the claimant is “One of them”",
    "they": "the claimant is “They”, though the two are named before it",
    "nobody": "the claimant is “Nobody”",
}
QUOTED = {"a quotation behind a name": "the claimant is “Rwanda “We hold Goma””"}
OTHERS = {
    "which": "what a note says is not said by who published it",
}

_PRONOUNS = (
    r"(?:he|she|it|they|we|i|you|him|her|them|us|who|which|what|that|this|these|those|nobody|somebody|one)"
)
_SCRAP = re.compile(rf"(?i:(?:(?:part|some|one|two|all|many|most|none|each|both) of )?{_PRONOUNS}\Z)")
_VERB = re.compile(r"\b(?:said|says|told|tells|claimed|announced|denied|has|have|had|was|were|is|are)\b")


def claimants(text: str) -> list[str]:
    rows = extract(Article("a", text, OUTLET, published=date(2025, 6, 13)))
    return [row.claimant for row in rows]


def clean(name: str) -> bool:
    return not (re.search(r"[“”\"‘«»;:\n]", name) or _VERB.search(name) or _SCRAP.match(name)) and bool(name)


@pytest.mark.parametrize(("text", "claimant"), examples(NASTY, SCRAPS | QUOTED))
def test_a_claimant_is_a_noun_phrase(text: str, claimant: str) -> None:
    assert all(clean(name) for name in claimants(text)), claimants(text)


@pytest.mark.parametrize(("text", "claimant"), examples(NASTY, SCRAPS | OTHERS))
def test_it_is_whoever_speaks(text: str, claimant: str) -> None:
    assert claimant in (claimants(text) or [OUTLET])[-1]
