"""Linking: one claim in several tellings, its answers, and who is an independent source of it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from operator import eq
from pathlib import Path

import pandas as pd
import pytest

from tests.timeline.handmade import claim
from toolkit.model import Claim
from toolkit.timeline.evidence import same_claim
from toolkit.timeline.groups import leaning
from toolkit.timeline.ledger import LEDGER, ledger
from toolkit.timeline.link import link
from toolkit.timeline.mention import mentions
from toolkit.timeline.rarity import Rarity
from toolkit.timeline.table import TableError, to_frame

REGION = {
    "place": "Dnipropetrovsk",
    "places": "Dnipropetrovsk; Donetsk",
    "actor": "Russian forces",
    "kind": "advance",
}
MINISTRY = {"claimant": "the Russian Defence Ministry", "claimant_side": "Russia", "event_end": "2025-06-08"}
SUNDAY = {"said_start": "2025-06-08", "said_end": "2025-06-08"}
STORY = [
    claim(
        "wire",
        10,
        "A tank regiment has come to the western edge of Donetsk and fights on in Dnipropetrovsk, "
        "the Defence Ministry announced on Sunday.",
        outlet="Wire",
        published="2025-06-08",
        **REGION,
        **MINISTRY,
        **SUNDAY,
    ),
    claim(
        "weekly",
        10,
        "Moscow announced on Sunday that tanks were at the western edge of Donetsk "
        "and fought on in Dnipropetrovsk.",
        outlet="Weekly",
        published="2025-06-13",
        **REGION,
        **SUNDAY,
        claimant="Moscow",
        claimant_side="Russia",
        event_end="2025-06-08",
    ),
    claim(
        "weekly",
        200,
        "Over the weekend small groups of soldiers crossed from Donetsk into Dnipropetrovsk, "
        "three Ukrainian officers told The Times.",
        outlet="Weekly",
        published="2025-06-13",
        sentence=1,
        standing="reported",
        **REGION,
        claimant="three Ukrainian officers",
        claimant_side="Ukraine",
        via="The Times",
        event_start="2025-06-07",
        event_end="2025-06-08",
        said_start="2025-06-13",
        said_end="2025-06-13",
    ),
    claim(
        "weekly",
        400,
        "Ukraine's military has so far not confirmed that Russian soldiers are in Dnipropetrovsk.",
        outlet="Weekly",
        published="2025-06-13",
        sentence=2,
        standing="unconfirmed",
        place="Dnipropetrovsk",
        kind="control",
        actor="Russian soldiers",
        claimant="Ukraine's military",
        claimant_side="Ukraine",
    ),
    claim(
        "digest",
        10,
        "The Russian Ministry of Defence says that tanks have come to the western edge of Donetsk "
        "and into Dnipropetrovsk.",
        outlet="Digest",
        published=None,
        **REGION,
        claimant="The Russian Ministry of Defence",
        claimant_side="Russia",
    ),
    claim(
        "august",
        10,
        "Ukraine confirmed that Russian soldiers have come into Dnipropetrovsk.",
        outlet="August",
        published="2025-08-27",
        standing="confirmed",
        place="Dnipropetrovsk",
        kind="advance",
        actor="Russian soldiers",
        claimant="Ukraine",
        claimant_side="Ukraine",
        said_start="2025-08-26",
        said_end="2025-08-26",
    ),
    claim(
        "august",
        200,
        "On Tuesday the map project said that Russian troops had taken Zaporizke and Novohryhorivka.",
        outlet="August",
        published="2025-08-27",
        sentence=3,
        kind="control",
        place="Zaporizke",
        places="Zaporizke; Novohryhorivka",
        actor="Russian troops",
        claimant="the map project",
        claimant_side="Ukraine",
        event_end="2025-08-26",
        said_start="2025-08-26",
        said_end="2025-08-26",
    ),
    claim(
        "august",
        400,
        "The general staff rejected that and insisted that Zaporizke was still held.",
        outlet="August",
        published="2025-08-27",
        sentence=4,
        standing="denied",
        kind="control",
        place="Zaporizke",
        claimant="The general staff",
        claimant_side="Ukraine",
    ),
]
NAMES = ("wire", "moscow", "officers", "military", "digest", "confirmation", "villages", "denial")


def linked(rows: list[Claim]) -> dict[str, str]:
    frame = link(to_frame(rows))
    return dict(zip(frame["mention_id"], frame["claim_id"], strict=True))


@pytest.fixture(scope="module")
def story() -> pd.DataFrame:
    return link(to_frame(STORY)).assign(name=list(NAMES)).set_index("name")


def test_one_claim_in_the_words_of_four_articles(story: pd.DataFrame) -> None:
    first = story.loc["wire", "claim_id"]
    assert first == "advance-dnipropetrovsk-2025-06-08"
    assert set(story[story["claim_id"] == first].index) == {
        "wire", "moscow", "officers", "military", "digest", "confirmation"
    }  # fmt: skip


def test_a_denial_goes_to_the_claim_beside_it(story: pd.DataFrame) -> None:
    assert (
        story.loc["denial", "claim_id"] == story.loc["villages", "claim_id"] == "control-zaporizke-2025-08-26"
    )


def test_the_evidence_is_kept_by_name(story: pd.DataFrame) -> None:
    assert story.loc["wire", "link_why"] == ""
    assert "wording" in story.loc["moscow", "link_why"]
    assert "same source 0.2" in story.loc["moscow", "link_why"]
    assert "next sentence" in story.loc["denial", "link_why"]


def test_independent_sources_are_counted_once(story: pd.DataFrame) -> None:
    assert [name for name in NAMES if story.loc[name, "independent"]] == [
        "wire", "officers", "military", "confirmation", "villages", "denial"
    ]  # fmt: skip


def test_the_ledger_tells_the_history_in_one_row(story: pd.DataFrame) -> None:
    table = ledger(story.reset_index(drop=True))
    assert [str(dtype) for dtype in table.dtypes] == list(LEDGER.values())
    row = table.set_index("claim_id").loc["advance-dnipropetrovsk-2025-06-08"]
    assert row["standings"] == "claimed 2025-06-08; unconfirmed 2025-06-13; confirmed 2025-08-26"
    assert row["standing"] == "confirmed"
    assert row["lag_days"] == 79
    assert (row["mentions"], row["articles"], row["outlets"], row["independent_sources"]) == (6, 4, 4, 4)
    assert (row["first_said_by"], row["first_outlet"]) == ("the Russian Defence Ministry", "Wire")
    assert (str(row["event_start"].date()), str(row["event_end"].date())) == ("2025-06-07", "2025-06-08")
    assert row["sides"] == "Russia; Ukraine"
    villages = table.set_index("claim_id").loc["control-zaporizke-2025-08-26"]
    assert (villages["standing"], villages["lag_days"]) == ("denied", 1)


def test_the_ledger_tells_who_printed_it_again_and_how_late(story: pd.DataFrame) -> None:
    row = ledger(story).set_index("claim_id").loc["advance-dnipropetrovsk-2025-06-08"]
    assert row["repeated"] == "2025-06-13 Weekly"  # August answers it, and Digest tells no day
    assert row["spread"] == "Wire 0; Weekly 5; August 80"


@pytest.mark.parametrize(
    ("start", "end", "told", "counted"),
    [
        ("2025-03-01", "2025-03-31", "claimed 2025-03", "2025-03-31"),
        ("2025-06-01", "2025-06-10", "claimed 2025-06-01/2025-06-10", "2025-06-10"),
        ("2025-06-07", "2025-06-08", "claimed 2025-06-07", "2025-06-07"),
        (None, "2025-06-08", "claimed 2025-06-08", "2025-06-08"),
    ],
)
def test_a_saying_within_a_month_keeps_its_month(
    start: str | None, end: str, told: str, counted: str
) -> None:
    row = claim("a", 0, "Troops entered the town.", **{**DAY, "said_start": start, "said_end": end})
    (entry,) = ledger(link(to_frame([row]))).to_dict("records")
    assert (entry["standings"], f"{entry['first_said']:%Y-%m-%d}") == (told, counted)
    assert (
        pd.isna(entry["first_said_start"]) if start is None else str(entry["first_said_start"])[:10] == start
    )


@pytest.mark.parametrize(
    ("first", "last", "day"),
    [
        ("2025-06-08", "2025-06-08", "2025-06-08"),
        ("2025-06-07", "2025-06-08", "2025-06-08"),  # the last of a few days
        ("2025-06-01", "2025-06-30", "2025-06"),
        ("2025-05-01", "2025-06-30", "2025"),
        ("2024-12-01", "2025-06-30", "2025-06-30"),
        (None, "2025-06-08", "2025-06-08"),
        (None, None, "undated"),
    ],
)
def test_an_id_has_the_day_or_what_holds_the_days(first: str | None, last: str | None, day: str) -> None:
    days = {"event_start": first, "event_end": last, "published": None}
    row = claim("a", 0, "The mill burned.", kind="strike", place="Millbrook", **days)
    assert linked([row]) == {row.mention_id: f"strike-millbrook-{day}"}


def test_an_unlinked_table_has_no_ledger() -> None:
    with pytest.raises(TableError, match="link the events first"):
        ledger(to_frame(STORY))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    rows = random.Random(seed).sample(STORY, len(STORY))
    assert linked(rows) == linked(STORY)
    frames = [link(to_frame(given)).sort_values("mention_id", ignore_index=True) for given in (rows, STORY)]
    pd.testing.assert_frame_equal(*frames)
    pd.testing.assert_frame_equal(*map(ledger, frames))


def test_a_later_article_leaves_the_ids_as_they_are() -> None:
    before = linked([row for row in STORY if row.article_id != "august"])
    after = linked(STORY)
    assert before == {mention: after[mention] for mention in before}


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "from tests.timeline.test_link import STORY, link, to_frame; print(link(to_frame(STORY)).to_csv())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(Path(__file__).parents[2])],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


DAY = {
    "said_start": "2025-06-08",
    "said_end": "2025-06-08",
    "event_start": "2025-06-08",
    "event_end": "2025-06-08",
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"place": "Sumy"}, {"place": "Dnipropetrovsk"}, id="places"),
        pytest.param({"kind": "strike"}, {"kind": "talks"}, id="kinds"),
        pytest.param({}, {"event_start": "2025-06-20", "event_end": "2025-06-20"}, id="days"),
        pytest.param({"theme": "conflict"}, {"theme": "diplomacy"}, id="themes"),
        pytest.param({}, {"negated": True}, id="negation"),
        pytest.param({}, {"modality": "weighing"}, id="possibility"),
    ],
)
def test_what_differs_in_place_kind_or_days_is_another_claim(
    one: dict[str, str], other: dict[str, str]
) -> None:
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces", **DAY}
    told = ({**common, **one}, {**common, **other})
    quotes = [f"Russian forces hit {row['place']} with eleven missiles on Sunday night." for row in told]
    rows = [claim(name, 0, quote, **row) for name, quote, row in zip("ab", quotes, told, strict=True)]
    assert len(set(linked(rows).values())) == 2


def test_two_events_of_one_day_and_place_in_other_words_stay_apart() -> None:
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces", **DAY}
    rows = [
        claim("a", 0, "Missiles tore the roof off a railway depot.", **common, claimant="the mayor"),
        claim("b", 0, "A hospital lost its windows when drones came down.", **common, claimant="a nurse"),
    ]
    assert len(set(linked(rows).values())) == 2


def test_a_rewritten_article_is_no_second_source() -> None:
    sentences = [
        ("Engineers opened the north bridge at dawn.", "At dawn the north bridge was opened by engineers."),
        ("Four trucks took flour and water to villages.", "To villages four trucks brought flour and water."),
        ("Shells fell on the town market at six.", "At six shells came down on the town market."),
    ]  # fmt: skip
    rows = [
        claim(
            article,
            100 * number,
            texts[which],
            kind=f"kind{number}",
            place="Dnipro",
            outlet=article,
            sentence=number,
        )
        for number, texts in enumerate(sentences)
        for which, article in enumerate(("original", "rewrite"))
    ]
    other = claim("third", 0, "A clerk spoke of rain.", kind="kind0", place="Dnipro", outlet="third")
    frame = link(to_frame([*rows, other]))
    assert dict(zip(frame["article_id"], frame["independent"], strict=True)) == {
        "original": True, "rewrite": False, "third": True
    }  # fmt: skip


def test_a_day_within_a_longer_account_is_the_same_event() -> None:
    common = {"kind": "summit", "theme": "diplomacy", "place": "Alaska", "actor": "United States"}
    rows = [
        claim(
            "a",
            0,
            "The two presidents met in Alaska on Friday.",
            **common,
            event_start="2025-08-15",
            event_end="2025-08-15",
        ),
        claim(
            "b",
            0,
            "Earlier this summer both presidents met in Alaska.",
            **common,
            event_start="2025-06-01",
            event_end="2025-08-27",
        ),
    ]
    assert set(linked(rows).values()) == {"summit-alaska-2025-08-15"}


def test_an_imprecise_day_does_not_come_first() -> None:
    common = {
        "place": "Dnipro",
        "kind": "advance",
        "actor": "Russian forces",
        "claimant": "Moscow",
        "claimant_side": "Russia",
    }
    rows = [
        claim(
            "a",
            0,
            "In early June Moscow announced an offensive in Dnipro.",
            **common,
            event_end="2025-06-10",
            said_start="2025-06-01",
            said_end="2025-06-10",
        ),
        claim(
            "b",
            0,
            "Moscow announced an offensive in Dnipro on Sunday.",
            **common,
            event_end="2025-06-08",
            said_start="2025-06-08",
            said_end="2025-06-08",
        ),
    ]
    assert set(linked(rows).values()) == {"advance-dnipro-2025-06-08"}


@pytest.mark.parametrize(
    ("one", "other", "sources"),
    [
        pytest.param(
            {"claimant": "an officer", "via": "The New York Times"},
            {"claimant": "soldiers", "via": "the NYT"},
            1,
            id="chain",
        ),
        pytest.param(
            {"claimant": "an officer", "via": "BBC"},
            {"claimant": "", "outlet": "BBC"},
            1,
            id="the outlet itself",
        ),
        pytest.param(
            {"claimant": "an officer", "via": "BBC"},
            {"claimant": "soldiers", "via": "AFP"},
            2,
            id="two chains",
        ),
        pytest.param(
            {"claimant": "Moscow", "claimant_side": "Russia"},
            {"claimant": "the Russian army", "claimant_side": "Russia"},
            1,
            id="one side",
        ),
        pytest.param(
            {"claimant": "Moscow", "claimant_side": "Russia"},
            {"claimant": "Kyiv", "claimant_side": "Ukraine"},
            2,
            id="two sides",
        ),
    ],
)
def test_origins(one: dict[str, str], other: dict[str, str], sources: int) -> None:
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces", **DAY}
    rows = [
        claim(
            "a",
            0,
            "Missiles hit a railway depot beside the harbour at night.",
            **{"outlet": "A", **common, **one},
        ),
        claim(
            "b",
            0,
            "By night the harbour's railway depot was hit with missiles.",
            **{"outlet": "B", **common, **other},
        ),
    ]
    frame = link(to_frame(rows))
    assert frame["claim_id"].nunique() == 1
    assert frame["independent"].sum() == sources


def test_words_copied_by_another_outlet_are_no_second_source() -> None:
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces", **DAY}
    quote = "Missiles hit a railway depot beside the harbour at night, breaking windows in forty houses."
    rows = [
        claim("a", 0, quote, **common, outlet="A", claimant="Ms Ivanova"),
        claim("b", 0, f"{quote[:-1]}, it said.", **common, outlet="B"),
    ]
    assert link(to_frame(rows))["independent"].tolist() == [True, False]


ANSWER = {
    "place": "Dnipropetrovsk",
    "kind": "advance",
    "actor": "Russian forces",
    "claimant": "Kyiv",
    "claimant_side": "Ukraine",
}


def said(first: str | None, last: str) -> dict[str, str | None]:
    return {"said_start": first, "said_end": last}


def test_an_answer_retold_is_one_answer() -> None:
    day, denied = said("2025-06-08", "2025-06-08"), {**ANSWER, "standing": "denied"}
    weeks, confirmed = said("2025-06-01", "2025-06-10"), {**ANSWER, "standing": "confirmed"}
    july, open_ended = said("2025-07-01", "2025-07-01"), said(None, "2025-07-09")
    rows = [
        STORY[0],
        claim(
            "b",
            0,
            "Kyiv denied at once that a tank regiment fights on in Dnipropetrovsk.",
            published="2025-06-09",
            **day,
            **denied,
        ),
        claim(
            "c",
            0,
            "Kyiv had denied in early June that a tank regiment fights on in Dnipropetrovsk.",
            published="2025-06-30",
            **weeks,
            **denied,
        ),
        claim(
            "d",
            0,
            "Kyiv confirmed on 1 July that a tank regiment fights on in Dnipropetrovsk.",
            published="2025-07-02",
            **july,
            **confirmed,
        ),
        claim(
            "e",
            0,
            "Kyiv has confirmed that a tank regiment fights on in Dnipropetrovsk.",
            published="2025-07-09",
            **open_ended,
            **confirmed,
        ),
    ]
    (row,) = ledger(link(to_frame(rows))).to_dict("records")
    assert row["standings"] == "claimed 2025-06-08; denied 2025-06-08; confirmed 2025-07-01"
    assert (row["standing"], row["lag_days"]) == ("confirmed", 23)


def test_nobody_confirms_a_claim_of_their_own() -> None:
    own = {**ANSWER, "claimant": "Moscow", "claimant_side": "Russia"}
    rows = [
        STORY[0],
        claim("b", 0, "Moscow confirmed it.", standing="confirmed", published="2025-06-20", **own),
    ]
    table = ledger(link(to_frame(rows)))
    assert pd.isna(table.set_index("claim_id").loc["advance-dnipropetrovsk-2025-06-08", "confirmed_on"])


OFFICERS = {
    "kind": "advance",
    "standing": "reported",
    "claimant": "three Ukrainian officers",
    "claimant_side": "Ukraine",
    "event_start": "2025-06-07",
    "event_end": "2025-06-08",
}


def test_one_account_of_one_source_needs_no_place() -> None:
    rows = [
        claim("a", 0, "Small units walked over, the officers recalled.", published="2025-06-13", **OFFICERS),
        claim("b", 0, "Infantry had crossed at night into Dnipro.", published="2025-08-13", place="Dnipro", **OFFICERS),
    ]  # fmt: skip
    assert set(linked(rows).values()) == {"advance-dnipro-2025-06-08"}
    other = [rows[0], claim("b", 0, rows[1].quote, place="Dnipro", **{**OFFICERS, "claimant": "a nurse"})]
    assert len(set(linked(other).values())) == 2


def test_nothing_answers_what_may_only_be() -> None:
    rows = [
        claim("a", 0, "Moscow may enter Dnipropetrovsk.", **REGION, **MINISTRY, **SUNDAY, modality="may"),
        claim("a", 90, "Kyiv denied it.", sentence=1, standing="denied", **ANSWER),
    ]
    assert len(set(linked(rows).values())) == 2


def test_nothing_is_answered_before_it_is_said() -> None:
    early = claim("b", 0, "Kyiv denied it.", **said("2025-06-06", "2025-06-06"), **ANSWER, standing="denied")
    assert len(set(linked([STORY[0], early]).values())) == 2


def test_standing_beside_a_claim_is_not_enough_for_an_answer() -> None:
    place_only = dict.fromkeys(("place", "places"), "")
    answer = {**ANSWER, **place_only, "standing": "denied", "sentence": 1}
    for quote, claims in (("Prices did not rise.", 2), ("No tank regiment came, Kyiv said.", 1)):
        assert len(set(linked([STORY[0], claim("wire", 300, quote, **answer)]).values())) == claims  # type: ignore[arg-type]


def test_an_answer_goes_to_the_claim_of_a_side_before_a_report_of_it() -> None:
    report = claim(
        "paper", 0, "The paper wrote of a foothold in Dnipropetrovsk.", **REGION, standing="reported",
        claimant="the paper", claimant_side="Media", event_end="2025-06-13", **said("2025-06-13", "2025-06-13"),
    )  # fmt: skip
    answer = claim(
        "late", 0, "Kyiv had not confirmed that tanks had come.", **ANSWER, standing="unconfirmed",
        **said("2025-06-13", "2025-06-13"),
    )  # fmt: skip
    found = linked([STORY[0], report, answer])
    assert found[answer.mention_id] == found[STORY[0].mention_id]


def test_what_a_denier_says_to_hold_instead_makes_no_claim() -> None:
    villages, denial = STORY[6:]
    staff = {
        "claimant": "The general staff",
        "claimant_side": "Ukraine",
        "kind": "control",
        "place": "Zaporizke",
    }
    still = claim("august", 500, "It is ours yet, the staff said.", published="2025-08-27", sentence=5,
                  actor="Ukraine", **SUNDAY, **staff)  # fmt: skip
    frame = link(to_frame([villages, denial, still]))
    assert set(frame["claim_id"]) == {"control-zaporizke-2025-08-26"}
    (row,) = ledger(frame).to_dict("records")
    assert row["summary"] == villages.quote
    assert row["standings"] == "reported 2025-08-26; denied 2025-08-27".replace("reported", villages.standing)


@pytest.mark.parametrize("name", ["RUSSIAN DEFENCE MINISTRY", "Russian defence ministry"])
def test_capitals_make_no_second_source(name: str) -> None:
    shout = claim("loud", 0, STORY[0].quote.upper(), outlet="Loud", published="2025-06-09", standing="reported",
                  **REGION, **SUNDAY, claimant=name, event_end="2025-06-08")  # fmt: skip
    frame = link(to_frame([STORY[0], shout]))
    assert frame["claim_id"].nunique() == 1
    assert frame["independent"].tolist() == [True, False]


def test_a_spokesman_who_confirms_what_his_side_denied_is_a_source_of_it() -> None:
    common = {"place": "Dnipro", "kind": "advance", "actor": "Russian forces", **DAY}
    kyiv = {"claimant_side": "Ukraine", "standing": "denied", "claimant": "Kyiv"}
    officer = {
        "claimant_side": "Ukraine",
        "standing": "confirmed",
        "claimant": "Ivan Moss of Ukraine's forces",
    }
    rows = [
        claim(
            "a",
            0,
            "Tanks have come into Dnipro, Moscow said.",
            **common,
            claimant="Moscow",
            claimant_side="Russia",
        ),
        claim("a", 90, "Kyiv denied that tanks had come into Dnipro.", sentence=1, **common, **kyiv),
        claim(
            "b",
            0,
            "Tanks came into Dnipro, Ivan Moss told the BBC.",
            via="BBC",
            outlet="B",
            **common,
            **officer,
        ),
        claim("c", 0, "Moss told the BBC of tanks in Dnipro.", via="BBC", outlet="C", **common, **officer),
    ]
    assert link(to_frame(rows))["independent"].tolist() == [True, True, True, False]


def test_two_speakers_of_one_sentence_are_two_sources() -> None:
    common = {"place": "Dnipro", "kind": "advance", "actor": "Russian forces", **DAY}
    quote = "The paper reported a foothold in Dnipro, and the institute drew a strip there on its map of the front."
    rows = [
        claim("a", 0, quote, **common, claimant="The Paper", claimant_side="Media"),
        claim("a", 0, quote, **common, claimant="the institute", claimant_side="Observers"),
    ]
    rows = [replace(row, mention_id=f"{row.mention_id}:{number}") for number, row in enumerate(rows)]
    assert link(to_frame(rows))["independent"].tolist() == [True, True]


def test_two_places_of_one_sentence_are_two_claims() -> None:
    quote = "Moscow said that tanks had come to the edge of Lyman and that in Torske the push went on."
    both = {"places": "Lyman; Torske", "kind": "advance", "actor": "Russian forces", "claimant": "Moscow"}
    both |= {"claimant_side": "Russia", **DAY}
    rows = [claim("a", 0, quote, **both, place="Lyman"), claim("a", 0, quote, **both, place="Torske")]
    rows = [replace(row, mention_id=f"{row.mention_id}:{number}") for number, row in enumerate(rows)]
    rows.append(claim("b", 0, quote.replace("come", "got"), **both, place="Torske", outlet="B"))
    ids = list(linked(rows).values())
    assert ids[0] != ids[1] == ids[2]


def test_said_again_over_a_time_is_the_claim_made_in_it() -> None:
    moscow = {
        "place": "Dnipro",
        "kind": "advance",
        "actor": "Russian forces",
        "claimant": "Moscow",
        "claimant_side": "Russia",
    }
    first = claim(
        "a", 0, "Tanks have come into Dnipro, Moscow said.", **moscow, **said("2025-06-08", "2025-06-08")
    )
    summer = said("2025-06-01", "2025-08-20")
    again = claim(
        "b",
        0,
        "All summer Moscow has said that armour holds parts of Dnipro.",
        **moscow,
        **summer,
        published="2025-08-20",
    )
    kyiv = replace(again, claimant="Kyiv", claimant_side="Ukraine")
    assert len(set(linked([first, again]).values())) == 1
    assert "said again" in link(to_frame([first, again]))["link_why"][1]
    assert "said again" not in link(to_frame([first, kyiv]))["link_why"][1]


def test_what_fits_one_of_a_group_but_not_the_others_stays_apart() -> None:
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces"}
    told = [
        ("A rocket tore the roof off a railway depot.", "2025-06-08"),
        ("A rocket tore the roof off the old railway depot.", "2025-06-08"),
        ("A rocket tore the roof off a railway depot; later a tanker sank.", "2025-06-10"),
        ("A tanker sank in the port after two drones came down.", "2025-06-12"),
        ("A tanker sank in the port after drones came down on it.", "2025-06-12"),
    ]
    rows = [
        claim(name, 0, quote, **common, event_start=day, event_end=day)
        for name, (quote, day) in zip("abcde", told, strict=True)
    ]
    found = linked(rows)
    ids = [found[row.mention_id] for row in rows]
    assert ids[0] == ids[1] != ids[3] == ids[4]


def test_one_source_of_an_article_that_tells_of_two_days_tells_of_two_events() -> None:
    day, later = said("2025-06-10", "2025-06-10"), said("2025-06-13", "2025-06-13")
    days = {"event_start": "2025-06-10", "event_end": "2025-06-10"}
    days_later = {"event_start": "2025-06-13", "event_end": "2025-06-13"}
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces", "claimant": "the governor"}
    first = claim("a", 0, "A rocket struck Dnipro on Tuesday, the governor said.", **common, **day, **days)
    quote = "A second rocket struck Dnipro on Friday, the governor said."
    second = claim("a", 60, quote, **common, **later, **days_later)
    assert len(set(linked([first, second]).values())) == 2
    # Another article may date the same event apart.
    elsewhere = claim("b", 60, quote.replace("second ", ""), **common, **later, **days_later)
    assert len(set(linked([first, elsewhere]).values())) == 1


def test_retold_elsewhere_two_days_stay_two_events() -> None:
    common = {"place": "Dnipro", "kind": "strike", "actor": "Russian forces", "claimant": "the governor"}
    days = [{"event_start": f"2025-06-{day}", "event_end": f"2025-06-{day}"} for day in (10, 11)]
    quote = "A rocket struck a depot in Dnipro, the governor said."
    rows = [
        claim(article, 60 * number, quote, **common, **said("2025-06-12", "2025-06-12"), **days[number])
        for article in ("a", "b", "c")
        for number in (0, 1)
    ]
    ids = list(linked(rows[:5]).values())
    assert len(set(ids)) == 2
    assert ids[0::2] == ids[:1] * 3
    assert list(linked(rows).values()) == ids[:2] * 3


def test_what_is_first_told_as_confirmed_has_waited_for_no_answer() -> None:
    day = said("2025-06-10", "2025-06-10")
    first = claim("a", 0, "A rocket struck Dnipro, the governor confirmed.", kind="strike", place="Dnipro",
                  standing="confirmed", claimant="the governor", **day)  # fmt: skip
    row = ledger(link(to_frame([first]))).iloc[0]
    assert (row["standing"], row["confirmed_on"]) == ("confirmed", pd.Timestamp("2025-06-10"))
    assert pd.isna(row["lag_days"])


STRIKE = {"kind": "strike", "place": "Lyman", "actor": "Northland", "target": "Southland", **DAY}


def ids(*rows: Claim) -> int:
    """How many claims rows are linked into, each with a name of its own."""
    named = [replace(row, mention_id=f"{row.mention_id}:{number}") for number, row in enumerate(rows)]
    return len(set(linked(named).values()))


def test_opposite_attacks_are_two_and_a_party_that_is_not_named_may_be_either() -> None:
    one = claim("a", 0, "Northland shelled Southland at Lyman, killing a farmer.", **STRIKE)
    back = {"actor": "Southland", "target": "Northland"}
    other = claim("b", 0, "Southland shelled Northland at Lyman, killing a farmer.", **{**STRIKE, **back})
    assert ids(one, other) == 2
    assert ids(one, replace(other, actor="", target="")) == 1
    # Who is named first plays no part in what both do.
    assert ids(replace(one, kind="clash"), replace(other, kind="clash")) == 1


def test_an_outlets_own_voice_in_one_article_tells_nothing() -> None:
    common = {"kind": "strike", "place": "Lyman", "outlet": "Post", "claimant": "Post", **DAY}
    one = claim("a", 0, "A depot burned in Lyman.", **common)
    other = claim("a", 60, "Later drones fell on two farms.", **common, sentence=1)
    assert ids(one, other) == 2


def test_two_of_a_kind_in_one_sentence_are_two() -> None:
    quote = "The army fired at the port, and had hit a ship at the port, it said."
    common = {"kind": "strike", "place": "the port", "actor": "the army", "claimant": "the army", **DAY}
    port = claim("a", 0, quote, **common, target="the port")
    assert ids(port, replace(port, target="a ship")) == 2
    assert ids(port, port) == 1


def test_a_speaker_says_many_things_on_one_day() -> None:
    common = {"theme": "diplomacy", "kind": "statement", "actor": "Moscow", "claimant": "Moscow", **DAY}
    one = claim("a", 0, "Moscow warned of shortages of grain in the coming winter.", **common)
    other = claim(
        "a", 60, "The same spokeswoman praised both negotiators for their patience.", **common, sentence=1
    )
    again = claim("b", 0, "Moscow warned that a winter with shortages of grain was coming.", **common)
    assert ids(one, other) == 2
    assert ids(one, again) == 1


def test_fighting_for_a_town_and_taking_it_are_told_as_two_things() -> None:
    told = {
        "clash": "Tanks fought for Lyman.",
        "control": "Tanks rolled into Lyman and raised a flag.",
        "advance": "Tanks rolled into Lyman at dawn.",
        "siege": "Tanks keep the roads of Lyman shut.",
    }
    row = {kind: claim(kind, 0, quote, **{**STRIKE, "kind": kind}) for kind, quote in told.items()}
    assert ids(row["control"], row["advance"]) == 1
    for pair in (("clash", "control"), ("siege", "control"), ("siege", "advance")):
        assert ids(*(row[kind] for kind in pair)) == 2


def test_a_figure_in_words_is_the_figure() -> None:
    common = {"kind": "casualty", "place": "Lyman", **DAY}
    nine = claim("a", 0, "Nine miners died in Lyman.", **common)
    digits = claim("b", 0, "In Lyman 9 people lost their lives.", **common)
    assert "numbers 1" in link(to_frame([nine, digits]))["link_why"][1]


def test_who_confirms_in_one_paper_and_reports_in_another_tells_one_claim() -> None:
    officers = {**OFFICERS, "place": "Dnipro", "via": "The Times"}
    rows = [
        claim("a", 0, "Moscow said that it was in Dnipro.", kind="control", place="Dnipro", claimant="Moscow",
              claimant_side="Russia", event_end="2025-03-31", **said("2025-03-01", "2025-03-31")),
        claim("b", 0, "Soldiers crossed at night into Dnipro, the officers said.", **officers),
        claim("c", 0, "The officers confirmed a crossing into Dnipro.", **{**officers, "standing": "confirmed"}),
    ]  # fmt: skip
    assert link(to_frame(rows))["claim_id"].nunique() == 2
    # A side confirms by who speaks for it, not by three officers.
    assert set(ledger(link(to_frame(rows)))["standing"]) == {"claimed", "reported"}


def test_a_confirmation_of_another_kind_answers_nothing() -> None:
    strike = claim("a", 0, "Rockets fell on Lyman, the mayor said.", **STRIKE, claimant="the mayor")
    dead = claim("a", 60, "The ministry confirmed that a farmer had died in Lyman.", sentence=1, standing="confirmed",
                 kind="casualty", place="Lyman", claimant="the ministry", claimant_side="Southland", **DAY)  # fmt: skip
    assert ids(strike, dead) == 2


def test_answers_that_go_round_in_a_circle_end() -> None:
    rows = [
        claim(name, 0, "Kyiv denied it.", **ANSWER, standing="denied", answers=f"{other}:0-15")
        for name, other in ("ab", "bc", "ca")
    ]
    assert set(linked(rows)) == {row.mention_id for row in rows}


PORT = {"kind": "strike", "place": "Odesa", "standing": "reported"}


def test_two_articles_with_verbs_of_one_meaning_tell_one_thing() -> None:
    quotes = "Gunners shelled the quays of Odesa.", "Batteries bombarded a harbour."
    for rules, together in ((("bomb", "bomb"), 1), (("bomb", "hit"), 0)):
        rows = [
            claim(f"{n}", 0, quote, **PORT, **DAY, rule=rule)
            for n, (quote, rule) in enumerate(zip(quotes, rules, strict=True))
        ]
        assert ("same entry" in link(to_frame(rows))["link_why"][1]) is bool(together)
        own = [replace(row, article_id="0", outlet="Wire") for row in rows]
        assert not any("same entry" in why for why in link(to_frame(own))["link_why"])


def test_missiles_that_are_fired_and_fired_at_something_are_one_thing() -> None:
    rows = [
        claim(kind, 0, f"Ten missiles {words} Odesa.", **{**PORT, "kind": kind, "actor": "rebels"}, **DAY)
        for kind, words in (("launch", "were fired towards"), ("strike", "landed in"))
    ]
    assert ids(*rows) == 1


def test_in_a_folder_on_one_thing_an_article_still_tells_of_several() -> None:
    common = {**PORT, **DAY, "actor": "rebels"}
    told = [
        claim(f"{n}", 0, f"Rebels {verb} the {what} of Odesa.", **common, sentence=9)
        for n, (verb, what) in enumerate(
            (("hit", "mill"), ("shelled", "mill"), ("struck", "quay"), ("bombed", "depot"), ("burnt", "mill"))
            * 3
        )
    ]
    far = [replace(told[0], article_id="z", mention_id="z:0-1", sentence=0)]
    far.append(replace(told[2], article_id="z", mention_id="z:900-901", start=900, end=930, sentence=30))
    assert leaning(mentions(to_frame([*told, *far]))) > 0
    apart = same_claim(*mentions(to_frame(far)), Rarity([]), eq, 1.0)
    assert "one topic" not in dict(apart)
    across = same_claim(*mentions(to_frame([far[0], told[2]])), Rarity([]), eq, 1.0)
    assert dict(across)["one topic"] == 1.0
