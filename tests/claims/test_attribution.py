"""Who says what: one sentence a construction, with the source, the cue and the content that a reader marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import grows
from toolkit.claims.attribution.attribute import attribute, to_record
from toolkit.model import Attribution

Told = tuple[str | None, str, str]

# Name of the construction: text, and for each attribution (source or None, cue, content with " … " for a gap).
EXAMPLES: dict[str, tuple[str, list[Told]]] = {
    "said that": (
        "On Sunday, the Norland Defence Ministry said that its tanks had crossed the river.",
        [("the Norland Defence Ministry", "said", "that its tanks had crossed the river")],
    ),
    "said without that": (
        "Norland said its tanks had crossed the river.",
        [("Norland", "said", "its tanks had crossed the river")],
    ),
    "a day between cue and content": (
        "The weather office said Tuesday that two storms had formed.",
        [("The weather office", "said", "that two storms had formed")],
    ),
    "a day before the cue": (
        "The ministry on Monday announced a truce.",
        [("The ministry", "announced", "a truce")],
    ),
    "told a hearer": (
        "Three medics working at the bridge told The Evening Post that nobody had been hurt.",
        [("Three medics working at the bridge", "told", "that nobody had been hurt")],
    ),
    "told a hearer, no that": (
        "Holm told the council he would resign.",
        [("Holm", "told", "he would resign")],
    ),
    "warned somebody of": (
        "Envoys warned Sudland of harder winters.",
        [("Envoys", "warned", "of harder winters")],
    ),
    "according to, behind": (
        "Two bridges fell on Friday, according to an article in The Evening Post on Saturday.",
        [("an article in The Evening Post", "according to", "Two bridges fell on Friday")],
    ),
    "according to, in front": (
        "According to the agency, 40 people were hurt.",
        [("the agency", "According to", "40 people were hurt")],
    ),
    "according to, with an apposition": (
        "According to River Watch, a group that counts boats, traffic has doubled.",
        [("River Watch, a group that counts boats", "According to", "traffic has doubled")],
    ),
    "said over and over": (
        "Norland has said over and over this summer that its boats are in the bay.",
        [("Norland", "has said", "that its boats are in the bay")],
    ),
    "a joint that repeats nothing": (
        "The mayor said yes and then no.",
        [("The mayor", "said", "yes and then no")],
    ),
    "a day set off behind the cue": (
        "The paper reported, on 3 June, that a bridge had gone.",
        [("The paper", "reported", "that a bridge had gone")],
    ),
    "said since": (
        "The ministry has repeated since early June that its boats are in the bay.",
        [("The ministry", "has repeated", "that its boats are in the bay")],
    ),
    "told by those who do something": (
        "Last night two lorries burned, three drivers who work on the bridge told the local newspaper.",
        [("three drivers who work on the bridge", "told", "Last night two lorries burned")],
    ),
    "a saying that goes on with its second clause": (
        "The road is closed, she said, and two bridges are gone.",
        [("she", "said", "The road is closed … and two bridges are gone")],
    ),
    "a saying that goes on with its second verb": (
        "They came by night, the drivers said, moved along the river and have not left.",
        [("the drivers", "said", "They came by night … moved along the river and have not left")],
    ),
    "a deed behind a saying": (
        "The road is closed, she said, and left.",
        [("she", "said", "The road is closed")],
    ),
    "as reported by": (
        "Two lorries burned overnight, as reported by three drivers on the scene.",
        [("three drivers on the scene", "as reported by", "Two lorries burned overnight")],
    ),
    "behind the content": (
        "The northern road is shut, Norland’s transport ministry said Monday on its Facebook page.",
        [("Norland’s transport ministry", "said", "The northern road is shut")],
    ),
    "behind the content, inverted": (
        "The town has fallen, said a spokesman for the army in Ostrava.",
        [("a spokesman for the army in Ostrava", "said", "The town has fallen")],
    ),
    "in the middle": (
        "The bridge, the mayor said, was closed at noon.",
        [("the mayor", "said", "The bridge … was closed at noon")],
    ),
    "quotation": (
        "“Nobody had seen a storm like it,” Viktor Holm of the Eastern Group told the broadcaster.",
        [("Viktor Holm of the Eastern Group", "told", "“Nobody had seen a storm like it,”")],
    ),
    "quotation, inverted, with an office": (
        "“We hold the line,” said Anna Holm, a spokeswoman for the army, on Monday.",
        [("Anna Holm, a spokeswoman for the army", "said", "“We hold the line,”")],
    ),
    "quotation in two parts": (
        "“We hold,” she said, “and we stay.”",
        [("she", "said", "“We hold,” … “and we stay.”")],
    ),
    "quotation that goes on": (
        "“We hold,” Holm said on Monday. “Nobody has left. We stay.” The river rose.",
        [("Holm", "said", "“We hold,” … “Nobody has left. We stay.”")],
    ),
    "quotation over paragraphs": (
        "Holm said: “We hold.\n\n“Nobody has left.”\n\nThe river rose.",
        [("Holm", "said", "“We hold. … “Nobody has left.”")],
    ),
    "quotation behind a colon": (
        "Speaking to the broadcaster, she said: “The old roof has held.”",
        [("she", "said", "“The old roof has held.”")],
    ),
    "quoted question": (
        "“Who pays for it?” Holm asked.",
        [("Holm", "asked", "“Who pays for it?”")],
    ),
    "quoted words within": (
        "The minister said the plan was “half a plan” and left.",
        [("The minister", "said", "the plan was “half a plan” and left")],
    ),
    "apposition": (
        "Judge Anna Reed, a critic of the plan from Ostrava, warned that the dam could break.",
        [("Judge Anna Reed, a critic of the plan from Ostrava", "warned", "that the dam could break")],
    ),
    "apposition with a quoted name": (
        "An officer of the 7th Brigade, known as “Badger,” told the paper that tanks had gathered.",
        [("An officer of the 7th Brigade, known as “Badger,”", "told", "that tanks had gathered")],
    ),
    "relative clause with commas in the source": (
        "Norland, which runs the port, has often refused offers of help even as its stores run dry.",
        [("Norland, which runs the port", "has often refused", "offers of help")],
    ),
    "relative clause in the source": (
        "Men who crossed the river said they were safe.",
        [("Men who crossed the river", "said", "they were safe")],
    ),
    "denial": (
        "Sudland’s high command dismissed that report, insisting Stepove was safe.",
        [
            ("Sudland’s high command", "dismissed", "that report"),
            ("Sudland’s high command", "insisting", "Stepove was safe"),
        ],
    ),
    "no confirmation": (
        "The Sudland army has even now not confirmed the loss of boats.",
        [("The Sudland army", "has even now not confirmed", "the loss of boats")],
    ),
    "not verified": (
        "The claim could not be independently verified.",
        [(None, "could not be independently verified", "The claim")],
    ),
    "subordinate clause in front": (
        "While Sudland has not confirmed these losses, the port stays shut.",
        [("Sudland", "has not confirmed", "these losses")],
    ),
    "participle": (
        "Moss backed the plan, saying it would end the war.",
        [("Moss", "saying", "it would end the war")],
    ),
    "two cues, one subject": (
        "The envoy said the talks had failed and warned that fighting would go on.",
        [
            ("The envoy", "said", "the talks had failed"),
            ("The envoy", "warned", "that fighting would go on"),
        ],
    ),
    "two clauses": (
        "Norland said a search had begun, but Sudland now reports that few boats have sailed.",
        [
            ("Norland", "said", "a search had begun"),
            ("Sudland", "now reports", "that few boats have sailed"),
        ],
    ),
    "one in the other": (
        "The agency reported that the mayor said the bridge was closed.",
        [
            ("The agency", "reported", "that the mayor said the bridge was closed"),
            ("the mayor", "said", "the bridge was closed"),
        ],
    ),
    "evidence": (
        "A flood map drawn by the university also shows that Norland holds a strip of land.",
        [("A flood map drawn by the university", "also shows", "that Norland holds a strip of land")],
    ),
    "list in the first clause": (
        "Norland claimed that it had seized Stepove and Hirske, and bloggers claimed on 3 and 4 May that all fell.",
        [
            ("Norland", "claimed", "that it had seized Stepove and Hirske"),
            ("bloggers", "claimed", "that all fell"),
        ],
    ),
    "according to, in the middle": (
        "The police said one person was killed and, according to the mayor, two were hurt.",
        [("The police", "said", "one person was killed"), ("the mayor", "according to", "two were hurt")],
    ),
    "refused to confirm whether": (
        "Moss refused to confirm whether the town had fallen.",
        [("Moss", "refused", "to confirm whether the town had fallen")],
    ),
    "published footage": (
        "Footage published on 20 February indicates that forces advanced.",
        [("Footage published on 20 February", "indicates", "that forces advanced")],
    ),
    "capitals": ("NORLAND SAYS TROOPS CROSSED BORDER", [("NORLAND", "SAYS", "TROOPS CROSSED BORDER")]),
    "quoted by a paper": (
        "The Evening Post then cited a clerk close to the palace as saying that land might be traded.",
        [
            ("The Evening Post", "then cited", "a clerk close to the palace"),
            ("a clerk close to the palace", "saying", "that land might be traded"),
        ],
    ),
    "source with a participle": (
        "Three Sudland officers posted in the area told the paper that small groups had come.",
        [("Three Sudland officers posted in the area", "told", "that small groups had come")],
    ),
    "a date in full before that": (
        "The staff denied today, August 26, that the villages had been lost.",
        [("The staff", "denied", "that the villages had been lost")],
    ),
    "tanks are no think tanks": (
        "Norland said tanks had crossed.",
        [("Norland", "said", "tanks had crossed")],
    ),
    "claim as a noun": (
        "Norland’s claim that the town had fallen was disputed.",
        [("Norland’s", "claim", "that the town had fallen")],
    ),
    "quoted as saying": (
        "Holm was quoted as saying that the road was open.",
        [("Holm", "was quoted as saying", "that the road was open")],
    ),
    "is said to": (
        "The minister is said to have left.",
        [(None, "is said", "The minister … to have left")],
    ),
    "called": (
        "The commissioner called any early vote “a gamble.”",
        [("The commissioner", "called", "any early vote “a gamble.”")],
    ),
    "went on to say": (
        "Holm went on to say that the river was low.",
        [("Holm", "went on to say", "that the river was low")],
    ),
    "statement saying": (
        "The army issued a statement saying the depot had burned.",
        [("The army", "saying", "the depot had burned")],
    ),
    "headline": ("Mayor Holm: Bridge Is Safe\n\nIt rained.", [("Mayor Holm", ":", "Bridge Is Safe")]),
    "headline with says": (
        "Norland Says Tanks Crossed River\n\nIt rained.",
        [("Norland", "Says", "Tanks Crossed River")],
    ),
}

SILENT = {
    "names": "He wrote to the United States Senate from the Question Time studio.",
    "nouns": "Early reports of losses and estimates by analysts differ.",
    "only a name": "A company called Northwind sold the boats.",
    "counted": "At least 11 reported cases were closed.",
    "condition": "Losses will grow if Sudland refuses to leave.",
    "circumstance": "Such developments underscore the urgency of talks.",
    "set phrase": "That said, the river is low.",
    "adjective": "The proposed bridge spans the river.",
    "a demand that is there": "One demand that stands between them is land.",
    "reporting as a noun": "Independent reporting costs money.",
    "heading with a colon": "Stepove: questions and answers",
    "think tank": "A defence think tank in Ostrava has closed.",
    "colon without a speaker": "Update: The river is rising.",
    "quoted word": "“He said it, and they told me so,” is how the song goes.",
}


def told(text: str) -> list[Told]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[a:b] for a, b in spans)

    return [(words(a.source) if a.source else None, words(a.cue), words(a.content)) for a in attribute(text)]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_examples(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_nobody_speaks(text: str) -> None:
    assert told(text) == []


def test_record_is_json_shaped() -> None:
    record = to_record("a", [Attribution(((0, 2),), ((3, 7),), ((8, 9), (12, 15)))])
    assert record == {
        "doc": "a",
        "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 9], [12, 15]]}],
    }


WORDS = (
    "said says told saying announced claimed denied reports according to by that who as if he they the Holm Norland "
    "ministry Monday was has not been and but quoted asked call 5 U.S. “ ” \" ' ’ , . ; : — - ( ) ?"
)
PIECES = [*WORDS.split(), "\n"]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=120)


@given(texts)
def test_never_raises_and_spans_lie_in_the_text(text: str) -> None:
    for a in attribute(text):
        assert a.content
        for start, end in (*(a.source or ()), *a.cue, *a.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "said ",
        "he said that ",
        "“",
        "“No,” he said. ",
        ", said Holm",
        "claims by ",
        "Holm, ",
        "“a ",
        "((",
        "- said - ",
        "a:",
    ],
)
def test_linear_in_length(piece: str) -> None:
    assert not grows(attribute, piece, (20_000, 80_000), 12, 0.05)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Putin said in a televised address that the missile struck a plant.", "Putin",
         "that the missile struck a plant"),
        ("Putin said that the missile, called Oreshnik, struck a plant.", "Putin",
         "that the missile, called Oreshnik, struck a plant"),
        ("India at first said that no jet was lost.", "India", "that no jet was lost"),
        ("The RSF said on 6 November it had agreed to the plan.", "The RSF", "it had agreed to the plan"),
        ("The spokesman, Dmitry Peskov, said the talks followed a pause.", "The spokesman, Dmitry Peskov",
         "the talks followed a pause"),
        ("The talks followed a pause, said the spokesman.", "the spokesman", "The talks followed a pause"),
    ],
)  # fmt: skip
def test_what_stands_between_a_cue_and_what_it_tells(text, source, content):
    found = [a for a in attribute(text) if a.source and text[slice(*a.source[0])] == source]
    assert [[text[a:b] for a, b in each.content] for each in found] == [[content]]
