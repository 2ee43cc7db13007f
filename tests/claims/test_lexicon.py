"""The lexicon: what its loader refuses, what its entries find, and what they pass over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.claims.lexicon import Evidence, Lexicon, load_lexicon
from toolkit.claims.lexicon.trial import found, main, trial
from toolkit.claims.lexicon.types import shipped_types
from toolkit.language import parse
from toolkit.language.build import frames_of
from toolkit.language.frames import Argument, Frame, Phrase

SHIPPED = ("conflict", "diplomacy", "society", "flood", "election")
KIND = '[[kinds]]\nname = "strike"\n'
ENTRY = '[[entries]]\nkind = "strike"\nname = "bomb"\n'


def phrase(text: str, pos: str = "noun", entity: str = "", **known: object) -> Phrase:
    lemma = text.lower().split()[-1]
    return Phrase(0, len(text), 0, text, lemma, pos, entity, **known)  # type: ignore[arg-type]


def frame(
    lemma: str, *arguments: Argument, form: str = "verb", particle: str = "", voice: str = "active"
) -> Frame:
    return Frame(0, 0, 0, 1, 0, form, lemma, particle, voice, "past", False, "", arguments, (0, 1))


def theme(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(f'name = "mine"\n{text}', encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


# ---- the shipped files


def test_every_example_is_found_and_no_counter_example() -> None:
    assert [line for name in SHIPPED for line in trial(load_lexicon(name))] == []


def test_the_files_of_default_have_no_word_in_common_under_the_same_conditions(lexicon: Lexicon) -> None:
    seen = {}
    for entry in lexicon.entries:
        for wording in entry.wordings:
            key = (wording, frozenset(entry.conditions), entry.needs, entry.complement, entry.negated)
            assert seen.setdefault(key, entry) is entry, (str(wording), str(entry), str(seen[key]))


def test_an_entry_that_is_not_tried_would_not_fit(lexicon: Lexicon) -> None:
    for text in (text for entry in lexicon.entries for text in entry.examples):
        for each in frames_of(text, parse(text, "light"), lexicon.nouns):
            told = [*lexicon.fitting(each), *lexicon.considered(each)]
            assert len(told) == len(lexicon._listed(each)), (text, each.lemma)


def test_every_kind_has_an_entry_and_every_entry_an_example(lexicon: Lexicon) -> None:
    assert set(lexicon.kinds) == {entry.kind.name for entry in lexicon.entries}
    assert [str(entry) for entry in lexicon.entries if not entry.examples] == []


def test_kinds_keep_their_codes(lexicon: Lexicon) -> None:
    kinds = lexicon.kinds
    assert (kinds["control"].family, kinds["control"].plover, kinds["control"].gains) == (
        "ground",
        "ASSAULT",
        "actor",
    )
    assert kinds["withdrawal"].departure
    assert kinds["demand"].speech
    assert kinds["disaster"].agentless
    assert lexicon.families()["conflict/clash"] == "ground"
    assert {"say", "tell", "add"} <= lexicon.reporting
    assert lexicon.events == ()  # named events belong to cases


def test_verbs_of_speech_have_codes_of_their_own(lexicon: Lexicon) -> None:
    codes = {entry.name: entry.plover for entry in lexicon.entries}
    assert codes["statement.accuse"] == "ACCUSE"
    assert codes["statement.threaten"] == "THREATEN"


# ---- what the loader refuses


def mistakes() -> Iterator[tuple[str, str]]:
    yield KIND, "entries: must be one or more [[entries]] tables"
    yield KIND + ENTRY, "entries[bomb].verbs: an entry needs at least one word"
    yield (
        KIND + ENTRY + 'verb = ["bomb"]',
        "entries[bomb].verb: is no key of this table; there are adjectives, agent",
    )
    yield KIND + ENTRY.replace('"strike"', '"strikes"') + 'verbs = ["bomb"]', "did you mean 'strike'?"
    yield (
        KIND + ENTRY + 'verbs = ["seized"]',
        "verbs: 'seized' looks inflected; write the dictionary form, perhaps 'seize'",
    )
    yield KIND + ENTRY + 'verbs = ["taken over"]', "perhaps 'take'"
    yield KIND + ENTRY + 'verbs = ["bomb|shell"]', "'bomb|shell' is no word in lower case"
    yield KIND + ENTRY + 'verbs = ["bomb", "bomb"]', "'bomb' is listed twice"
    yield (
        KIND + ENTRY + 'verbs = ["bomb"]\npatient = ["places"]',
        "'places' is no type of phrase; did you mean 'place'?",
    )
    yield KIND + ENTRY + 'verbs = ["bomb"]\njoined = { into = ["plac"] }', "joined.into: 'plac' is no type"
    yield KIND + ENTRY + 'verbs = ["bomb"]\njoined = ["place"]', "joined: must be a table of prepositions"
    yield KIND + ENTRY + 'verbs = ["bomb"]\nsubject = "object"', "subject: 'object' is none of agent, patient"
    yield KIND + ENTRY + 'verbs = ["bomb"]\nneeds = ["place"]', "needs: 'place' is none of agent, patient"
    yield KIND + ENTRY + 'verbs = ["bomb"]\nplover = "SEIZE"', "plover: 'SEIZE' is no event type of PLOVER"
    yield (
        '[[kinds]]\nname = "strike"\ngains = "victim"\n',
        "kinds[strike].gains: 'victim' is none of actor, target",
    )
    yield '[[kinds]]\nname = "strike"\nbefalls = true\n', "kinds[strike].befalls: is no key of this table"
    yield (
        KIND + ENTRY + 'verbs = ["bomb"]\n' + ENTRY + 'verbs = ["shell"]',
        "entries: two entries are called 'strike.bomb'",
    )
    yield (
        f'{KIND}[[kinds]]\nname = "clash"\n{ENTRY}verbs = ["bomb"]\n'
        '[[entries]]\nkind = "clash"\nname = "b"\nverbs = ["bomb"]',
        "entries: 'bomb' is listed by strike.bomb and clash.b under the same conditions",
    )


@pytest.mark.parametrize(("text", "told"), list(mistakes()))
def test_a_mistake_is_told_in_one_line_with_its_file_and_its_key(
    tmp_path: Path, text: str, told: str
) -> None:
    path = theme(tmp_path, text)
    with pytest.raises(ValueError, match=r"mine\.toml") as error:
        load_lexicon(path)
    assert told in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_a_lexicon_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(
        ValueError, match=r"nosuch: no theme .* shipped are conflict, diplomacy, society, election, flood"
    ):
        load_lexicon("nosuch")


def test_a_file_that_is_none_or_nested_without_end_is_told_in_one_line(tmp_path: Path) -> None:
    deep = tmp_path / "deep.toml"
    deep.write_text(f"x = {'[' * 5000}{']' * 5000}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"deep\.toml: not TOML that can be read: it is nested too deep"):
        load_lexicon(deep)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    with pytest.raises(ValueError, match=r"pipe\.toml: is no file that can be read"):
        load_lexicon(pipe)
    shares = tmp_path / "shares.toml"
    shares.write_text('name = "shares"\nsides = "pipe.toml"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"pipe\.toml: is no file that can be read"):
        load_lexicon(shares)


def test_a_word_of_a_theme_is_no_pattern(tmp_path: Path) -> None:
    text = KIND + ENTRY + 'verbs = ["bomb"]\n[[sides]]\nname = "A"\nnames = ["(?:a+)+b"]\n'
    sides = load_lexicon(theme(tmp_path, text)).themes[0].sides
    assert sides.mentions("a" * 5000) == []
    assert len(sides.mentions("the (?:a+)+b of it")) == 1


@pytest.mark.parametrize("word", ["(?:a+)+b", "(" * 5000, "a{4294967295}", "a|b", "...", " "])
def test_a_pattern_for_a_type_is_refused_with_its_place(tmp_path: Path, word: str) -> None:
    path = theme(tmp_path, f'[types]\nplace = ["oxbow", "U.N.", "{word}"]\n{KIND}{ENTRY}verbs = ["bomb"]\n')
    with pytest.raises(ValueError, match=r"types\.place: .* (is no word|there are no patterns)$") as error:
        load_lexicon(path)
    assert str(error.value).startswith(f"{path}: ")


# ---- matching


def test_the_roles_decide_what_a_word_tells(lexicon: Lexicon) -> None:
    town, chance = phrase("the town"), phrase("the chance")
    seized = frame("seize", Argument("agent", "", phrase("the rebels")), Argument("patient", "", town))
    match = lexicon.match(seized)
    assert match is not None
    assert (match.entry.name, match.kind.theme) == ("control.seize", "conflict")
    assert match.why == (Evidence("patient: place/site/force", "the town"),)
    missed = frame("seize", Argument("patient", "", chance))
    assert lexicon.match(missed) is None
    assert "patient: place/site/force" in [miss.failed.condition for miss in lexicon.considered(missed)]


def test_the_narrowest_types_win(lexicon: Lexicon) -> None:
    killed = frame("kill", Argument("patient", "", phrase("the group's leader")))
    match = lexicon.match(killed)
    assert match is not None
    assert match.kind.name == "assassination"


def test_who_falls_is_the_patient_and_to_whom_the_agent(lexicon: Lexicon) -> None:
    town, rebels = phrase("the town"), phrase("the rebels")
    match = lexicon.match(frame("fall", Argument("agent", "", town), Argument("recipient", "to", rebels)))
    assert match is not None
    assert (match.roles.agent, match.roles.patient) == (rebels, town)


def test_who_loses_a_place_is_the_target(lexicon: Lexicon) -> None:
    army, town, rebels = phrase("the army"), phrase("two villages"), phrase("the rebels")
    lost = frame(
        "lose",
        Argument("agent", "", army),
        Argument("patient", "", town),
        Argument("recipient", "to", rebels),
    )
    match = lexicon.match(lost)
    assert match is not None
    assert (match.roles.agent, match.roles.patient, match.roles.target) == (rebels, town, army)


def test_a_fixed_object_is_no_patient(lexicon: Lexicon) -> None:
    town = phrase("the town")
    control = phrase("control", complements=(("of", town),))
    match = lexicon.match(
        frame("wrest", Argument("agent", "", phrase("rebels")), Argument("patient", "", control))
    )
    assert match is not None
    assert match.entry.name == "control.wrest control"
    assert (match.roles.patient, match.fixed) == (town, (control,))


def test_another_particle_makes_another_verb(lexicon: Lexicon) -> None:
    arguments = Argument("agent", "", phrase("the army")), Argument("patient", "", phrase("the town"))
    assert lexicon.match(frame("take", *arguments)) is not None
    assert lexicon.match(frame("take", *arguments, particle="in")) is None


def test_of_names_the_agent_of_a_withdrawal(lexicon: Lexicon) -> None:
    army = phrase("the army")
    match = lexicon.match(frame("withdrawal", Argument("patient", "of", army), form="noun", voice=""))
    assert match is not None
    assert (match.roles.agent, match.roles.patient) == (army, None)


def test_spelling_and_hyphens_do_not_matter(lexicon: Lexicon) -> None:
    for lemma in ("mobilise", "mobilize"):
        assert lexicon.match(frame(lemma, Argument("patient", "", phrase("the idea")))) is None
        assert lexicon.match(frame(lemma, Argument("patient", "", phrase("one reservist")))) is not None
    for lemma in ("counter-offensive", "counteroffensive"):
        match = lexicon.match(frame(lemma, form="noun", voice=""))
        assert match is not None
        assert match.kind.name == "advance"


def test_a_clause_that_a_verb_governs_can_decide() -> None:
    lexicon = load_lexicon()
    assert "demand.tell to" in found(lexicon, "The army told residents to leave.")[0]
    assert "no_comment.decline to comment" in found(lexicon, "The army declined to comment.")[0]
    assert "refusal.decline" in found(lexicon, "The minister declined to name the country.")[0]
    assert "demand.want somebody to" in found(lexicon, "The country wants its allies to move faster.")[0]
    assert "demand.want somebody to" not in found(lexicon, "The country wants to move faster.")[0]
    assert "strike.send to bomb" in found(lexicon, "The country sent jets to bomb two positions.")[0]
    assert "casualty.number killed changes" in found(lexicon, "The number of people killed rose to 32.")[0]


def test_what_counts_a_thing_has_a_type() -> None:
    people = phrase("the number of people")
    assert {"person", "tally"} <= shipped_types().of(people)
    assert "tally" not in shipped_types().of(phrase("some of the people"))


def test_a_theme_of_the_readers_own_goes_before_the_shipped_ones(tmp_path: Path) -> None:
    path = theme(tmp_path, KIND + ENTRY + 'verbs = ["bomb"]')
    both = load_lexicon(path, "conflict")
    match = both.match(frame("bomb", Argument("patient", "", phrase("the town"))))
    assert match is not None
    assert match.kind.theme == "mine"


# ---- types of phrases


@pytest.mark.parametrize(
    ("given", "types"),
    [
        (phrase("the battalion"), {"force"}),
        (phrase("Bara", "name", "place"), {"place", "party"}),
        (phrase("the Red Cross", "name", "body"), {"party"}),
        (phrase("12", "numeral", "number"), {"person", "number"}),
        (phrase("he", "pronoun"), {"person"}),
        (phrase("the rebel"), {"soldier", "person", "force"}),
        (phrase("the minister", modifiers=("prime",)), {"leader", "head_of_state"}),
    ],
)
def test_what_a_phrase_can_be(given: Phrase, types: set[str]) -> None:
    assert types <= shipped_types().of(given)


def test_members_count_and_unknown_words_have_no_type() -> None:
    both = phrase("a thing", members=(phrase("a village"),))
    assert "place" in shipped_types().of(both)
    assert shipped_types().of(phrase("a whatsit")) == {"any"}


def test_a_theme_can_add_words_to_a_type(tmp_path: Path) -> None:
    path = theme(
        tmp_path,
        f'[types]\nplace = ["oxbow"]\nfish = ["carp"]\n{KIND}{ENTRY}verbs = ["bomb"]\npatient = ["fish"]',
    )
    own = load_lexicon(path)
    assert "place" in own.types_of(phrase("the oxbow"))
    assert own.match(frame("bomb", Argument("patient", "", phrase("the carp")))) is not None
    assert "place" not in load_lexicon().types_of(phrase("the oxbow"))


# ---- the trial of a file


def test_the_trial_names_what_contradicts_its_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = theme(
        tmp_path,
        f'{KIND}[[kinds]]\nname = "idle"\n{ENTRY}verbs = ["bomb"]\nexamples = ["The town slept."]\n'
        'counter = ["Jets bombed the town."]',
    )
    assert main([str(path)]) == 1
    told = capsys.readouterr().out
    assert "the kind idle has no entry" in told
    assert "strike.bomb does not find “The town slept.”; no entry does" in told
    assert "strike.bomb finds the counter-example “Jets bombed the town.”" in told
    assert main([str(tmp_path / "none.toml")]) == 2
    assert "none.toml: no theme" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The base was seized by rebels on Monday.", "control"),
        ("The rebels' seizure of the base was condemned by the union.", "control"),
        ("The base that the rebels had seized was shelled.", "control"),
        ("Two soldiers were killed and five wounded.", "casualty"),
        ("The ministry came under attack.", "strike"),
        ("The army carried out strikes on the port.", "strike"),
        ("Iran launched a satellite.", "launch"),
        ("The general was sentenced to death by a military court.", "trial"),
        ("Tens of thousands marched through the capital.", "protest"),
        ("The junta suspended the constitution.", "coup"),
        ("Inspectors were allowed to inspect the plant.", "inspection"),
        ("Families fled across the river.", "displacement"),
        ("The two governments exchanged prisoners.", "release"),
        ("An earthquake struck the province.", "disaster"),
    ],
)
def test_the_wording_does_not_matter(lexicon: Lexicon, text: str, kind: str) -> None:
    frames = frames_of(text, parse(text), lexicon.nouns)
    assert kind in [match.kind.name for each in frames if (match := lexicon.match(each, frames))]
