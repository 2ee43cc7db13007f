"""What the frames of a sentence say: which words are predicates, what is denied, who does it to whom."""

import pytest

from toolkit.language import parse
from toolkit.language.build import frames_of
from toolkit.language.frames import Frame


def frame(text: str, lemma: str) -> Frame:
    """The first frame of a sentence with a dictionary form; all nouns have frames."""
    frames = frames_of(text, parse(text))
    return next(each for each in frames if each.lemma == lemma)


DENIED = {
    "The army neither confirmed nor denied the strike.": ("confirm", "deny"),
    "There was no ceasefire.": ("be", "ceasefire"),
    "The president is in no mood to negotiate.": ("be", "negotiate"),
    "The army has no plans to withdraw.": ("withdraw",),
    "No town was taken.": ("take",),
    "None of the villages was captured.": ("capture",),
    "Nobody attacked the base.": ("attack",),
    "No soldier was killed or wounded.": ("kill", "wound"),
    "The army did not shell or bomb the town.": ("shell", "bomb"),
    "He did not resign, nor did he apologise.": ("resign", "apologise"),
    "The rebels no longer control the town.": ("control",),
}
TOLD = {
    "The groups were not signatories and have taken part in the attack.": "take",
    "The army did not attack the town but seized the port.": "seize",
    "The army was not defeated and seized the town.": "seize",
    "Nobody was hurt and the army seized the town.": "seize",
    "They had no choice but to withdraw.": "withdraw",
    "The president is in Paris to negotiate.": "negotiate",
    "The army has plans to withdraw.": "withdraw",
}


@pytest.mark.parametrize(("text", "lemmas"), DENIED.items())
def test_it_is_denied(text: str, lemmas: tuple[str, ...]) -> None:
    assert [frame(text, lemma).negated for lemma in lemmas] == [True] * len(lemmas)


@pytest.mark.parametrize(("text", "lemma"), TOLD.items())
def test_a_denial_beside_it_is_not_its_own(text: str, lemma: str) -> None:
    assert not frame(text, lemma).negated
