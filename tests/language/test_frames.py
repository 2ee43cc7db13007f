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
    "No doubt the army attacked the town.": "attack",
}


@pytest.mark.parametrize(("text", "lemmas"), DENIED.items())
def test_it_is_denied(text: str, lemmas: tuple[str, ...]) -> None:
    assert [frame(text, lemma).negated for lemma in lemmas] == [True] * len(lemmas)


@pytest.mark.parametrize(("text", "lemma"), TOLD.items())
def test_a_denial_beside_it_is_not_its_own(text: str, lemma: str) -> None:
    assert not frame(text, lemma).negated


def arguments(text: str, lemma: str) -> list[str]:
    """The voice of the first frame with a dictionary form, and its agent and patient as "role: words"."""
    found = frame(text, lemma)
    named = [each for each in found.arguments if each.role in ("agent", "patient")]
    return [found.voice, *(f"{each.role}: {each.phrase.text}" for each in named)]


PREDICATES = [
    ("The militia reneged on the accord.", "renege", ["active", "agent: The militia"]),
    ("Ethnic Serbs left in convoys.", "leave", ["active", "agent: Ethnic Serbs"]),
    ("A column of tanks headed north.", "head", ["active", "agent: A column of tanks"]),
    ("The junta dissolved parliament.", "dissolve", ["active", "agent: The junta", "patient: parliament"]),
    ("The runner-up conceded defeat.", "concede", ["active", "agent: The runner-up", "patient: defeat"]),
    ("Six civilians have been slain.", "slay", ["passive", "patient: Six civilians"]),
    ("It had overrun more than 90 posts.", "overrun", ["active", "agent: It", "patient: more than 90 posts"]),
    ("The base was overrun by rebels.", "overrun", ["passive", "patient: The base", "agent: rebels"]),
    ("The mayor said a column of tanks headed north.", "head", ["active", "agent: a column of tanks"]),
    ("The town fell and the militia reneged on it.", "renege", ["active", "agent: the militia"]),
    (
        "He said the junta dissolved parliament.",
        "dissolve",
        ["active", "agent: the junta", "patient: parliament"],
    ),
    ("A bus carrying pilgrims plunged into a ravine.", "plunge", ["active", "agent: A bus"]),
    ("A lorry carrying flour crossed into the valley.", "cross", ["active", "agent: A lorry"]),
    (
        "He said the ferry with many people on board overturned in a squall on Friday.",
        "overturn",
        ["active", "agent: the ferry"],
    ),
    ("Foreign vessels intruded into Japanese waters.", "intrude", ["active", "agent: Foreign vessels"]),
    (
        "They had overthrown the president and dissolved parliament.",
        "dissolve",
        ["active", "agent: They", "patient: parliament"],
    ),
    ("They declared the constitution suspended.", "suspend", ["passive", "patient: the constitution"]),
    ("The ambassador was called in this afternoon.", "call", ["passive", "patient: The ambassador"]),
    ("Tens of thousands protested in the capital.", "protest", ["active", "agent: thousands"]),
    ("Three of the wounded died overnight.", "die", ["active", "agent: Three of the wounded"]),
    ("The bus crash left 12 dead.", "leave", ["active", "agent: The bus crash", "patient: 12"]),
    # what stays as it is
    ("Flour carried by lorries.", "carry", ["passive", "patient: Flour", "agent: lorries"]),
    ("The army wounded three men.", "wound", ["active", "agent: The army", "patient: three men"]),
    ("The crash left 12 people dead.", "leave", ["active", "agent: The crash", "patient: 12 people"]),
    ("He said a man killed in the raid was a cook.", "kill", ["passive", "patient: a man"]),
    ("Houses destroyed by strikes.", "destroy", ["passive", "patient: Houses", "agent: strikes"]),
    ("A man given a medal.", "give", ["passive", "patient: A man"]),
    ("The newly elected president.", "elect", ["passive", "patient: The newly elected president"]),
    ("The army's overrun of the town.", "overrun", ["", "agent: The army", "patient: the town"]),
    ("The project had cost overruns.", "have", ["active", "agent: The project", "patient: cost overruns"]),
]


@pytest.mark.parametrize(("text", "lemma", "expected"), PREDICATES)
def test_a_participle_is_the_predicate_where_there_is_no_other(
    text: str, lemma: str, expected: list[str]
) -> None:
    assert arguments(text, lemma) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pull-out of troops began.", "pull-out"),
        ("Students staged two sit-ins.", "sit-in"),
        ("The UN sent a fact-finding mission.", "fact-finding"),
        ("The Iran-backed rebels fled.", "back"),
        ("The well-off families fled.", "well"),
    ],
)
def test_a_hyphen_joins_what_is_one_noun(text: str, expected: str) -> None:
    found = {token.lemma: text[token.start : token.end] for token in parse(text).tokens}
    assert expected in found
    assert all(word in text for word in found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corpses were found in the river.", "corpse"),
        ("The corps held two bases.", "base"),
        ("The corps held two bases.", "corps"),
        ("The army retook the town.", "retake"),
        ("They will retake the town.", "retake"),
        ("Two servicemen were hurt.", "serviceman"),
        ("The omen was bad.", "omen"),
        ("They hoped to win.", "hope"),
        ("The regulator fined the firm.", "fine"),
        ("Prices are rated and reported.", "rate"),
        ("The rabbit hopped away.", "hop"),
        ("It was barred from the port.", "bar"),
    ],
)
def test_a_dictionary_form(text: str, expected: str) -> None:
    assert expected in [token.lemma for token in parse(text).tokens]


@pytest.mark.parametrize(
    ("text", "lemma", "particle"),
    [
        ("He walked free on Monday.", "walk", "free"),
        ("The hostages went free.", "go", "free"),
        ("The bodies were flown home.", "fly", "home"),
        ("Troops pushed south.", "push", "south"),
        ("The government kept silent.", "keep", "silent"),
        ("He was found guilty of murder.", "find", "guilty"),
        ("Sixteen had died there, up from 13 on Monday.", "die", ""),
        ("He got up from the chair.", "get", "up"),
        ("The court found him guilty of murder.", "find", "guilty"),
        ("He pleaded not guilty.", "plead", "not guilty"),
        ("Thousands were made homeless.", "make", "homeless"),
        ("The mayor set himself alight.", "set", "alight"),
        ("Protesters set cars alight.", "set", "alight"),
        ("Forty men broke out of prison.", "break", "out"),
        ("The army pulled out of the town.", "pull", "out"),
        ("The rebels gave up the town.", "give", "up"),
        # no particles
        ("The rebels fought in the town.", "fight", ""),
        ("Shells hit the town in what he called a war.", "hit", ""),
        ("The free men walked.", "walk", ""),
        ("The talks remain open to all.", "open", ""),
    ],
)
def test_what_belongs_to_a_verb(text: str, lemma: str, particle: str) -> None:
    assert frame(text, lemma).particle == particle


def test_out_of_says_whence() -> None:
    found = frame("Forty men broke out of prison.", "break").arguments[1]
    assert (found.role, found.preposition, found.phrase.text) == ("source", "of", "prison")


def test_an_end_state_keeps_the_object() -> None:
    expected = ["active", "agent: The mob", "patient: the shop"]
    assert arguments("The mob set the shop alight.", "set") == expected
    expected = ["active", "agent: The court", "patient: him"]
    assert arguments("The court found him guilty of murder.", "find") == expected


@pytest.mark.parametrize(
    ("text", "lemma", "topic"),
    [
        ("The union called the offer shameful.", "call", "shameful"),
        ("The envoy called the visit “an act of war”.", "call", "an act of war"),
        ("The ministry described the report as fabricated.", "describe", "fabricated"),
        ("The army set the shop alight.", "set", ""),
        ("The envoy met the minister, an old friend.", "meet", ""),
        ("The union called a meeting.", "call", ""),
    ],
)
def test_what_a_thing_is_called(text: str, lemma: str, topic: str) -> None:
    found = frame(text, lemma).first("topic")
    assert (found.text if found else "") == topic
