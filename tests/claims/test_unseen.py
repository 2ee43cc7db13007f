"""Wordings that articles of other desks use: whose voice, who is pushed where, who loses, what is refused."""

from datetime import date

import pytest

from tests.faults import fault, open_fault
from toolkit.claims.extract import extract
from toolkit.model import UNTYPED, Article


def claims(text, published=date(2025, 11, 20)):
    return extract(Article("a", text, "The Daily", published=published))


@open_fault("“puts the front line” tells nothing")
def test_a_body_named_in_full_before_speaks():
    rows = claims(
        "The Institute for the Study of War, a research group in Washington, said that Russian forces had advanced "
        "near Huliaipole. The institute puts the front line about 6km east of the town."
    )
    assert [row.claimant for row in rows] == ["Institute for the Study of War"] * 2


def test_who_is_set_off_behind_a_name_says_nothing():
    (row,) = claims(
        "ISW, a Washington-based think tank, says Russian forces hold at least half of Huliaipole."
    )
    assert (row.claimant, row.place) == ("ISW", "Huliaipole")


def test_who_does_not_comment_is_the_one_who_was_asked():
    rows = claims(
        "Russian troops took Pokrovsk, the Kremlin said. The General Staff has not commented on this."
    )
    assert [(row.standing, row.claimant) for row in rows] == [
        ("claimed", "Kremlin"),
        ("claimed", "General Staff"),
    ]
    assert rows[1].kind == "no_comment"


@open_fault("who gains what another one loses is not filled in")
def test_a_loss_is_the_gain_of_the_other_side():
    (row,) = claims("Ukraine lost 12 villages in October, an analyst of the Black Bird Group said.")
    assert (row.kind, row.actor, row.target) == ("control", "Russia", "Ukraine")


def test_the_name_behind_an_office_is_who_says_so():
    (row,) = claims("Russian troops had captured Kupiansk, the chief of the army, Anna Holm, said on Monday.")
    assert row.claimant == "Anna Holm"
    (row,) = claims(
        "Russian troops had captured Kupiansk, the chief of the army, who was in Moscow, said on Monday."
    )
    assert row.claimant != "Moscow"


@open_fault("“its fighters” of a movement without a name are not taken for its own")
def test_who_tells_what_it_did_itself_claims_it():
    told = "said on Sunday that {} had captured the barracks in Khartoum."
    (own,) = claims(f"The movement {told.format('its fighters')}")
    (other,) = claims(f"The movement {told.format('the army')}")
    assert (own.standing, other.standing) == ("claimed", "reported")


@open_fault("who drives out is not taken to gain by it")
@pytest.mark.parametrize("verb", ["pushed back from", "driven out of", "forced out of"])
def test_who_is_driven_out_withdraws(verb):
    (row,) = claims(f"Russian troops were {verb} Kupiansk last week, the Ukrainian military said.")
    assert (row.kind, row.standing, row.actor or row.target) == ("withdrawal", "claimed", "Russia")


def test_a_relative_clause_is_spoken_by_its_own_subject():
    demand, refusal = claims("Ukraine has demanded a ceasefire of 30 days, which the Kremlin has rejected.")
    assert (demand.claimant, refusal.kind, refusal.claimant) == ("Ukraine", "refusal", "Kremlin")


def test_who_rejects_an_offer_refuses_it():
    rows = claims("In May the US presented a proposal for a truce. Zelensky rejected it.")
    assert [row.kind for row in rows] == ["offer", "refusal"]


def test_who_rejects_a_claim_denies_it():
    rows = claims("Russia said that its troops had captured Pokrovsk. Ukraine rejected it.")
    assert [(row.kind, row.standing) for row in rows] == [("control", "claimed"), ("control", "denied")]


@open_fault("who hits what burns is not filled in")
def test_what_burns_in_the_country_of_the_other_side_is_no_loss_of_who_says_so():
    (row,) = claims("The refinery in Saratov caught fire after a drone attack, Ukraine's General Staff said.")
    assert (row.actor, row.standing) == ("Ukraine", "claimed")


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("The army of Sudan said on Sunday that it had captured the barracks.", "control", "army of Sudan"),
        ("The leaders of Chad and Sudan signed a declaration in Cairo.", "agreement", "The Daily"),
        ("The Palestinian movement said that its men had withdrawn their units.", "withdrawal",
         "Palestinian movement"),
    ],
)  # fmt: skip
def test_a_story_without_a_case_has_claims(text, kind, claimant):
    (row,) = claims(text)
    assert (row.kind, row.claimant) == (kind, claimant)


@pytest.mark.parametrize(
    "text",
    [
        fault("Nobody has commented on this.", why="nobody is a claimant"),
        "The institute puts the exhibits on a table.",
        "The Ukrainian keeper was driven out of form.",
        "The jury rejected it.",
    ],
)
def test_what_only_sounds_like_it(text):
    assert [row for row in claims(text) if row.kind != UNTYPED] == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Russian troops took two villages, the Russian ministry said after a meeting.", "Russian ministry"),
        ("Russian troops took two villages, the Russian ministry reported late on Friday.", "Russian ministry"),
        ("Russian lawmaker Konstantin Kosachev played down the threat.", "Russian lawmaker Konstantin Kosachev"),
        ("KYIV, July 14 (Reuters) - Donald Trump on Monday gave Moscow 50 days to end the war.", "Donald Trump"),
        fault("Trump and Putin agreed to begin negotiations.", "The Daily", why="the talks agreed on are a row beside"),
    ],
)  # fmt: skip
def test_who_speaks_however_it_is_put(text, claimant):
    (row,) = claims(text)
    assert row.claimant == claimant


@open_fault("“lost 900 troops” told of another side is a statement")
def test_a_pattern_that_wants_a_name_leaves_the_place_to_the_others():
    (row,) = claims("Russia lost up to 900 troops, the General Staff said.")
    assert row.kind == "casualty"
    (row,) = claims("Ukrainian units dislodged Russian elements from a tree line, the General Staff said.")
    assert row.kind == "clash"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Who holds an office says something, though no party of the article is known for him.
        ("“We have paid them back,” a military spokesman said.", ["statement"]),
        ("The lawyer said that the firm had acted in good faith.", ["statement"]),
        ("“We have paid them back,” a passer-by said.", []),
        ("A museum in Cairo bought 20 paintings on Tuesday, its director said.", []),
        ("The general asked for directions.", []),
        # What came before the news is told too.
        (
            "The militia raised its flag over the base near Bhamo after a siege of eight weeks.",
            ["control", "siege"],
        ),
        ("The army announced the death of the general in Goma.", ["assassination"]),
        ("There was no way to verify the toll.", []),
        ("Envoys of Ghana and Togo signed a protocol on the withdrawal of heavy weapons.", ["agreement"]),
        # Findings are a row unless what was found is one.
        ("The inquiry found that the crew had ignored two warnings in Goma.", ["inspection"]),
        ("The inquiry found that soldiers had killed 12 villagers in Goma.", ["casualty"]),
        # One word, two kinds: who gives up, what is struck, what is left.
        ("The owner of the ferry surrendered to police in Dhaka.", ["detention"]),
        ("The garrison of Bhamo surrendered on Monday.", ["withdrawal"]),
        ("The ferry was rammed by a freighter off Chandpur.", ["disaster"]),
        ("The ferry was hit by a missile off Chandpur.", ["strike"]),
        ("The loss of the airfield at Bhamo was confirmed by two officers.", ["control"]),
        ("The loss of three soldiers was confirmed by two officers.", ["casualty"]),
        ("The party lost power in Botswana after 58 years.", ["election"]),
        ("The hospital in Bhamo was evacuated.", ["displacement"]),
        ("Police evacuated their station in Bhamo.", ["withdrawal"]),
    ],
)
def test_what_kind_a_wording_is(text, kinds):
    assert [row.kind for row in claims(text) if row.kind != UNTYPED] == kinds
