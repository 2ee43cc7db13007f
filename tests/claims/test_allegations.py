"""Denials that tell what they deny, whom a bare denial answers, and counts of one thing by several voices."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.model import Article, Claim

FRIDAY = date(2025, 6, 13)


def rows(text: str) -> list[Claim]:
    return extract(Article("a", text, "The Daily", published=FRIDAY))


def denial(text: str) -> tuple[Claim, Claim | None]:
    """The one row that is denied, and the row that it answers."""
    found = rows(text)
    (denied,) = [row for row in found if row.standing == "denied"]
    return denied, next((row for row in found if row.mention_id == denied.answers), None)


@pytest.mark.parametrize(
    ("text", "denier", "maker", "standing"),
    [
        ("The militia denied widespread allegations that its fighters killed civilians in Goma on Monday.",
         "militia", "The Daily", "reported"),
        ("The army rejected the charge that its troops shelled the hospital in Goma on Monday.",
         "army", "The Daily", "reported"),
        ("The government has denied claims it bombed the hospital in Goma.", "government", "The Daily", "reported"),
        ("The rebels dismissed reports that they had seized the town of Kramatorsk.",
         "rebels", "The Daily", "reported"),
        ("Vietnam dismissed Thai allegations that its soldiers had crossed the border.",
         "Vietnam", "Thai", "claimed"),
        ("The government disputed the opposition's claim that police killed 20 protesters.",
         "government", "opposition", "claimed"),
        ("The army denied reports in the Evening Post that it bombed the town of Kramatorsk.",
         "army", "Evening Post", "claimed"),
        ("The army rejected the accusation by the rebels that it bombed the town of Kramatorsk on Monday.",
         "army", "rebels", "claimed"),
    ],
)  # fmt: skip
def test_what_is_denied_with_its_allegation_makes_two_rows(
    text: str, denier: str, maker: str, standing: str
) -> None:
    denied, alleged = denial(text)
    assert alleged is not None
    assert (denied.claimant, alleged.claimant.removesuffix("'s"), alleged.standing) == (
        denier,
        maker,
        standing,
    )
    for name in ("kind", "actor", "target", "place", "event_start", "event_end", "quote"):
        assert getattr(denied, name) == getattr(alleged, name)
    assert not denied.negated


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        # What the article has told before with another voice is what is denied.
        ("Witnesses said the police shot two students on Monday. The police denied that officers had shot anyone.",
         "Witnesses"),
        ("The army said rebels shelled Kramatorsk on Monday. The rebels denied shelling Kramatorsk.", "army"),
        ("Two diplomats said the general had met rebel leaders in Goma last week. The rebels denied that any such "
         "meeting took place.", "Two diplomats"),
        ("Local officials said six civilians had died in the air strike. The military denied that any civilian was "
         "harmed.", "Local officials"),
    ],
)  # fmt: skip
def test_a_denial_answers_what_was_told_before(text: str, maker: str) -> None:
    denied, told = denial(text)
    assert told is not None
    assert (told.claimant, len(rows(text))) == (maker, 2)
    assert denied.claimant != maker


@pytest.mark.parametrize(
    "text",
    [
        # A denial with no word for the allegation and nobody before it that made one stands alone.
        "The rebels denied shelling the town of Kramatorsk.",
        "The company dismissed suggestions that the price was too high.",
        # The army's own claim is not what it denies; what another sort of words tell is no answer either.
        "The army said it had seized Goma. The army denied that its soldiers had killed anyone there.",
        "The council met in Goma on Monday. The army denied that its soldiers had killed civilians in Sake.",
        "The court dismissed the case against the mayor. Police arrested 20 people on Monday.",
        "The rebels rejected the offer of talks that the ministry made on Monday.",
        "The ministry rejected the claim for asylum.",
    ],
)
def test_what_answers_nothing(text: str) -> None:
    assert not any(row.answers for row in rows(text))


@pytest.mark.parametrize(
    ("text", "maker", "standing"),
    [
        # Who accuses the one who answers, not a third party's deed in the same sentence.
        ("Kenya accused Rwanda of arming the rebels, who signed a peace deal in Doha last week. "
         "Rwanda denies the allegations.", "Kenya", "denied"),
        ("The opposition accused the minister of treason on Monday. The minister rejected the charge.",
         "opposition", "denied"),
        ("The opposition said the sheets had been altered after the count. \"We demand a recount,\" its leader said. "
         "The commission dismissed the allegations as baseless.", "opposition", "denied"),
        ("The justice ministry said that 40 inmates had escaped on Sunday; the police union disputed that, saying that "
         "guards had held the yard.", "justice ministry", "denied"),
        ("The army said that rebels had attacked Goma on Monday. Kenya opened a school in Nairobi. "
         "The rebels rejected the accusation.", "army", "denied"),
        ("A rights group said the police killed 40 people in Goma. The minister called that figure exaggerated.",
         "rights group", "denied"),
    ],
)  # fmt: skip
def test_whom_a_bare_denial_answers(text: str, maker: str, standing: str) -> None:
    denied, told = denial(text)
    assert told is not None
    assert (told.claimant, denied.standing) == (maker, standing)
    assert denied.claimant != maker


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The police gave 38 arrests; a rights group says 52.", [("police", "38"), ("rights group", "52")]),
        ("Police arrested 38 people on Sunday, the ministry said; a rights group says 52.",
         [("ministry", "38"), ("rights group", "52")]),
        ("The Red Cross says 23 people were rescued from the boat, a police commander 16.",
         [("Red Cross", "23"), ("police commander", "16")]),
        ("The agency puts the dead at 13; the health ministry at nine.",
         [("agency", "13"), ("health ministry", "nine")]),
        ("The ministry says the flood killed 60 people. A rights group believes the number to be above 90, because "
         "nobody counts.", [("ministry", "60"), ("rights group", "above 90")]),
        ("The army says it has killed 300 rebels since March. A leaked report, published by two papers, lists 89 dead.",
         [("army", "300"), ("leaked report", "89")]),
    ],
)  # fmt: skip
def test_each_voice_has_its_count(text: str, counts: list[tuple[str, str]]) -> None:
    found = rows(text)
    assert len({row.kind for row in found}) == 1
    told = [(row.claimant, text[row.told_start : row.told_end]) for row in found]
    assert [name for name, _ in told] == [name for name, _ in counts]
    assert all(number in words for (_, words), (_, number) in zip(told, counts, strict=True))
    assert counts[1][1] not in told[0][1]


@pytest.mark.parametrize(
    "text",
    [
        # Another thing is counted, by the same voice, or at another time; or nobody is named who counts.
        "The police arrested 38 people, the ministry said. The council approved 12 permits.",
        "The police arrested 38 people, the ministry said. The mayor said 12 years would pass.",
        "The ministry said 14 people died on Monday. The ministry said nine were children.",
        "Police arrested 38 people on Sunday, the ministry said, and 52 on Monday.",
        "The ministry said 14 people died in the fire, which began at 16 Main Street.",
        "The minister denied that police had arrested 38 people; a rights group has 52 members.",
    ],
)
def test_no_second_count(text: str) -> None:
    assert not any(row.rule == "tally" for row in rows(text))


@pytest.mark.parametrize(
    "text",
    [
        "The army denied", "denied that", "Denied allegations that.", "; a rights group says 52.", "52; 38, 16; nine.",
        "The police gave 38 arrests; " * 30, "He rejected the charge. " * 40, "The army denied claims that " * 30,
        "Police killed 40 people, " + "a b, " * 300 + "the ministry said 12.",
    ],
)  # fmt: skip
def test_it_never_raises(text: str) -> None:
    assert isinstance(rows(text), list)


BOMBED = "Norway said on Monday that Swedish jets had bombed Tromso. "


@pytest.mark.parametrize(
    "text",
    [
        BOMBED + "Sweden's embassy called it “pure fiction”.",
        BOMBED + "Such rumours were concocted, Sweden's embassy said.",
        BOMBED + "There is no truth in that claim, Sweden said.",
        BOMBED + "The claim is without foundation, Sweden said.",
        "Rumours that Swedish jets had bombed Tromso were “the invention of saboteurs”, Sweden said on Tuesday.",
    ],
)
def test_what_is_called_false_is_denied(text: str) -> None:
    denied = [row for row in rows(text) if row.standing == "denied"]
    assert [(row.kind, row.actor, row.place) for row in denied] == [("strike", "Sweden", "Tromso")]
    assert denied[0].answers


@pytest.mark.parametrize(
    "text",
    [
        BOMBED + "It was a false alarm, a resident said.",
        BOMBED + "Reports of more dead are expected, Sweden said.",
        BOMBED + "There is some truth in that claim, Sweden said.",
    ],
)
def test_what_is_not_called_false_is_not_denied(text: str) -> None:
    assert not [row for row in rows(text) if row.standing == "denied"]
