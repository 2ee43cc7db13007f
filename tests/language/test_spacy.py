"""A model's labels in the terms of the house, and that nothing but the text changes a parse."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from toolkit.language import models, spacy_parser
from toolkit.language.paragraphs import LONGEST, paragraphs
from toolkit.language.tree import ENTITIES, FORMS, POS, ROLES

from .checks import described, well_formed

SENTENCES = {
    "Rebels seized the airport on Monday.": [
        "Rebels|rebel|noun|plural|subject|seized|",
        "seized|seize|verb|past|root|seized|",
        "airport|airport|noun||object|seized|",
        "on|on|preposition||preposition|seized|",
        "Monday|Monday|name||prepositional_object|on|time",
    ],
    "The base was attacked by drones.": [
        "base|base|noun||passive_subject|attacked|",
        "was|be|auxiliary|past|passive_auxiliary|attacked|",
        "attacked|attack|verb|participle|root|attacked|",
        "by|by|preposition||agent|attacked|",
        "drones|drone|noun|plural|prepositional_object|by|",
    ],
    "The army said that the bridge had not collapsed.": [
        "that|that|subordinator||marker|collapsed|",
        "had|have|auxiliary|past|auxiliary|collapsed|",
        "not|not|particle||negation|collapsed|",
        "collapsed|collapse|verb|participle|complement|said|",
    ],
    "Germany gave Ukraine twenty tanks.": [
        "Germany|Germany|name||subject|gave|place",
        "Ukraine|Ukraine|name||recipient|gave|place",
        "twenty|twenty|numeral||numeral|tanks|",
        "tanks|tank|noun|plural|object|gave|",
    ],
    "Troops plan to leave the town.": [
        "plan|plan|verb|present|root|plan|",
        "to|to|particle||auxiliary|leave|",
        "leave|leave|verb|base|open_complement|plan|",
    ],
    "Soldiers who guarded the dam fled.": [
        "who|who|pronoun||subject|guarded|",
        "guarded|guard|verb|past|relative_clause|Soldiers|",
    ],
    "Soldiers stationed in Kenya fled when rockets fell.": [
        "stationed|station|verb|participle|noun_clause|Soldiers|",
        "Kenya|Kenya|name||prepositional_object|in|place",
        "when|when|subordinator||adverb|fell|",
        "fell|fall|verb|past|adverbial_clause|fled|",
    ],
    "The mayor's office is in danger.": [
        "mayor|mayor|noun||possessor|office|",
        "is|be|auxiliary|present|root|is|",
    ],
    "Trains and buses stopped last week.": [
        "and|and|coordinator||coordinator|Trains|",
        "buses|bus|noun|plural|conjunct|Trains|",
        "week|week|noun||time_phrase|stopped|time",
    ],
    "They ruled out a second vote.": [
        "They|they|pronoun||subject|ruled|",
        "out|out|preposition||particle|ruled|",
        "second|second|adjective||adjective|vote|number",
    ],
    "The ministry must pay 20 million euros.": [
        "must|must|auxiliary|modal|auxiliary|pay|",
        "million|million|numeral||numeral|euros|number",
    ],
    "There were clashes near the French border.": [
        "There|there|pronoun||expletive|were|",
        "clashes|clash|noun|plural|attribute|were|",
        "French|french|adjective||adjective|border|people",
    ],
}

ARTICLE = (
    "PORT CLOSED\n\nHeavy rain closed the port of Durban on Friday, the harbour office said. Ferries were held.\n\n"
    "Two ships ran aground. Their crews were found the next day.\n\nThe office found no leak."
)
OTHER = (
    "Founders found a company. They will found another, and lie where the ships lay.\n\nNo leak was found."
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items(), ids=list(SENTENCES))
def test_a_sentence(text: str, expected: list[str]) -> None:
    found = described(text, spacy_parser.parse(text))
    assert [line for line in found if line in expected] == expected, "\n".join(found)


@pytest.mark.parametrize(
    ("table", "terms"), [("roles", ROLES), ("pos", POS), ("forms", FORMS), ("entities", ENTITIES)]
)
def test_every_term_is_one_of_the_house(table: str, terms: tuple[str, ...]) -> None:
    assert set(spacy_parser._LABELS[table].values()) <= {*terms, "blank"}


@pytest.mark.parametrize(("table", "pipe"), [("roles", "parser"), ("entities", "ner")])
def test_every_label_of_the_model_has_a_term(table: str, pipe: str) -> None:
    labels = set(spacy_parser._reader("").nlp.get_pipe(pipe).labels)
    assert labels - set(spacy_parser._LABELS[table]) <= {"case", "dep", "intj", "meta"}


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        ARTICLE,
        OTHER,
        "",
        " \n\t ",
        "\0 \ud800\udc00 \u2028 x \u200b",
        "a  b \r\n c\x0bd\x85e",
        "“No,” 3.5% … (A) -- ;;; :)",
        "The river rose,\nand the town\nwas flooded.",
    ],
)
def test_a_parse_is_well_formed(text: str) -> None:
    well_formed(text, spacy_parser.parse(text))


def test_a_sentence_ends_with_its_paragraph() -> None:
    parse = spacy_parser.parse(ARTICLE)
    starts = [parse.tokens[first].start for first, _ in parse.sentences]
    assert {
        ARTICLE.index(word) for word in ("PORT", "Heavy", "Ferries", "Two", "Their", "The office")
    } <= set(starts)


def test_a_long_paragraph_is_cut_at_a_sentence() -> None:
    text = "Rain fell on the hills again. " * 400
    pieces = paragraphs(text)
    assert all(end - start <= LONGEST for start, end in pieces)
    assert {text[start:end][-6:] for start, end in pieces} == {"again."}
    assert "".join(text[start:end] for start, end in pieces).replace(" ", "") == text.replace(" ", "")


def test_neighbours_change_nothing() -> None:
    alone = spacy_parser.parse(ARTICLE)
    for text in (OTHER, *SENTENCES, OTHER * 20):
        spacy_parser.parse(text)
    assert spacy_parser.parse(ARTICLE) == alone


def test_asking_once_for_a_word_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = (
        "Let's go. They ain't gonna lie. There is all we've got, y'all. It was found there.\n\nWe gotta go."
    )
    texts = [ARTICLE, OTHER, pairs, *SENTENCES, " ".join(SENTENCES)]
    reader = spacy_parser._reader("")
    assert reader.words is not None
    quick = [spacy_parser.parse(text) for text in texts]
    monkeypatch.setattr(reader, "words", None)
    assert [spacy_parser.parse(text) for text in texts] == quick


def test_paragraphs_are_independent() -> None:
    alone, after = spacy_parser.parse(OTHER), spacy_parser.parse(f"{ARTICLE}\n\n{OTHER}")
    shift, first = len(ARTICLE) + 2, len(after.tokens) - len(alone.tokens)
    assert [(t.start + shift, t.lemma, t.pos, t.role, t.head + first, t.entity) for t in alone.tokens] == [
        (t.start, t.lemma, t.pos, t.role, t.head, t.entity) for t in after.tokens[first:]
    ]


def test_threads_change_nothing() -> None:
    alone = [spacy_parser.parse(text) for text in (ARTICLE, OTHER)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(spacy_parser.parse, [ARTICLE, OTHER] * 6)) == alone * 6


@pytest.mark.parametrize(
    "how",
    ["spawn", pytest.param("fork", marks=pytest.mark.skipif(sys.platform != "linux", reason="no fork"))],
)
def test_processes_change_nothing(how: str) -> None:
    alone = [spacy_parser.parse(text) for text in (OTHER, ARTICLE)]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(how)) as pool:
        assert list(pool.map(spacy_parser.parse, [OTHER, ARTICLE])) == alone


def test_both_packages_of_the_model_have_one_name() -> None:
    assert models.find().title == models.find(models.DEFAULT).title
    assert (
        models.find().title.endswith(" en_core_web_sm 3.8.0")
        or models.find().folder.parent.name == models.DEFAULT
    )


@pytest.fixture
def copied(tmp_path: Path) -> models.Model:
    """A folder that stands where the repackaged model stands, with the recorded files empty."""
    folder = tmp_path / models.REPACKAGED / "data"
    for name in ("config.cfg", "parser/model", "vocab/strings.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    return models.Model(models.DEFAULT, "3.8.0", "3.8", folder)


def test_the_installed_files_are_those_recorded() -> None:
    models.verify(models.find())


def test_changed_files_are_refused(copied: models.Model) -> None:
    with pytest.raises(
        ValueError, match=r"^[^\n]* is not the file [^\n]*install it anew[^\n]*--parser light$"
    ):
        models.verify(copied)
