"""Findings in words: histories, contradictions, counts, what rests on one source; a title, what is new."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pandas as pd
import pytest

import toolkit as tk
from tests.timeline.handmade import claim
from tests.timeline.test_conflicts import FIREMEN, MISSILES, Text, events
from toolkit.timeline.clearest import best
from toolkit.timeline.desk import Days
from toolkit.timeline.findings import Finding, _once
from toolkit.timeline.histories import _of_another, ended
from toolkit.timeline.link import link
from toolkit.timeline.steps import step_of
from toolkit.timeline.table import to_frame

ENTERED = "Russia said on Monday that its troops had entered the Sumy region."
DENIED = "Ukraine's General Staff denied on Monday that Russian troops had entered the Sumy region."
CONFIRMED = "Ukraine's General Staff confirmed on Friday that Russian troops had entered the Sumy region."
AIRPORT = "The rebels seized the airport in Goma on Monday, a spokesman for the rebels told Reuters."


def tables(*texts: Text) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    rows = events(*texts)
    conflicts = tk.conflicts(rows)
    return tk.ledger(rows), rows, tk.positions(rows), conflicts


def told(*texts: Text) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in tk.findings(*tables(*texts))]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [("A", "2025-06-10", ENTERED), ("B", "2025-06-10", DENIED), ("C", "2025-06-21", CONFIRMED)],
            (
                "history",
                "Russia claimed on 9 June 2025 that Russian troops had entered the Sumy region. Ukraine denied it the"
                " same day and confirmed it eleven days later, on 20 June.",
            ),
        ),
        (
            [("A", "2025-06-10", ENTERED), ("B", "2025-06-10", DENIED)],
            (
                "contradiction",
                "Russia claimed on 9 June 2025 that Russian troops had entered the Sumy region. Ukraine denied it the"
                " same day. It is still unresolved.",
            ),
        ),
        (
            [("The Courier", "2025-06-10", "The ministers met in Geneva on Monday.")],
            ("history", "The Courier reported on 10 June 2025 that the ministers had met in Geneva."),
        ),
    ],
)
def test_the_main_claim_is_told_first(texts: list[Text], expected: tuple[str, str]) -> None:
    assert told(*texts)[0] == expected


def test_what_several_outlets_have_of_one_source() -> None:
    found = told(*[(outlet, "2025-06-10", AIRPORT) for outlet in ("A", "B", "C", "D")])
    assert (
        "one source",
        "Four outlets report that the rebels had seized the airport in Goma. All have it from one source, a spokesman"
        " for the rebels.",
    ) in found


def test_a_denial_of_something_else_is_not_told_as_the_answer() -> None:
    entry = {"kind": "strike", "statement_past": "gunships had fired on two cars near Oruro"}
    denial = step_of(
        row("", modality="", standing="denied")
        | {"answers": "", "statement_past": "Peru had attacked Mr Holm"}
    )
    assert _of_another(denial, entry, entry["statement_past"], {})
    same = denial._replace(row=denial.row | {"statement_past": "Peru had fired on the cars"})
    assert not _of_another(same, entry, entry["statement_past"], {})


def test_two_sources_are_not_one() -> None:
    other = "Residents of Goma said on Monday that the rebels had seized the airport in Goma on Monday."
    found = told(("A", "2025-06-10", AIRPORT), ("B", "2025-06-10", AIRPORT), ("C", "2025-06-10", other))
    assert [kind for kind, _ in found if kind == "one source"] == []


def test_counts_that_differ() -> None:
    found = told(("A", "2025-06-10", MISSILES.format(10)), ("B", "2025-06-10", FIREMEN.format(12)))
    text = next(text for kind, text in found if kind == "count")
    assert text.startswith("Sources differ on the number: ")
    assert "10 people" in text
    assert "12 people" in text


def test_no_finding_of_nothing() -> None:
    assert told(("A", "2025-06-10", "It was a quiet day.")) == []
    assert tk.headline(*tables(("A", "2025-06-10", "It was a quiet day."))[::2]) == ""


def test_findings_name_their_rows_and_keep_their_order() -> None:
    texts = [("A", "2025-06-10", ENTERED), ("B", "2025-06-10", DENIED), ("C", "2025-06-10", AIRPORT)]
    every = [tk.findings(*tables(*order)) for order in permutations(texts)]
    assert [[each.text for each in found] for found in every] == [[each.text for each in every[0]]] * 6
    ledger, rows, positions, conflicts = tables(*texts)
    for each in tk.findings(ledger, rows, positions, conflicts):
        assert isinstance(each, Finding)
        assert set(each.mention_ids) <= set(rows["mention_id"][rows["claim_id"] == each.claim_id])
        assert 0 <= each.weight <= 1
    assert len(tk.findings(ledger, rows, positions, conflicts, limit=1)) == 1


def test_a_title_from_the_main_claim() -> None:
    ledger, _, positions, _ = tables(
        ("A", "2025-06-10", ENTERED), ("B", "2025-06-10", DENIED), ("C", "2025-06-21", CONFIRMED)
    )
    assert (
        tk.headline(ledger, positions)
        == "Russian troops enter the Sumy region: claimed 9 June, confirmed 20 June 2025"
    )


def test_importance_orders_the_claims() -> None:
    ledger, _, positions, _ = tables(
        ("A", "2025-06-10", f"{ENTERED} The ministers met in Geneva on Sunday."),
        ("B", "2025-06-10", DENIED),
        (
            "C",
            "2025-06-11",
            "Three officers said on Tuesday that Russian troops had entered the Sumy region.",
        ),
    )
    weights = tk.importance(ledger, positions)
    assert weights.index.equals(ledger.index)
    assert weights.between(0, 1).all()
    assert ledger["kind"][weights.idxmax()] == "advance"


def row(statement: str, start: int = 0, **values: object) -> dict[str, object]:
    made = replace(claim("a", start, "x" * 40, place="Goma", actor="M23", **values), statement=statement)
    return link(to_frame([made])).to_dict("records")[0]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["", "M23 takes Goma"], "M23 takes Goma"),
        (["A town falls", "M23 takes the city of Goma"], "M23 takes the city of Goma"),
        (["M23 takes Goma", "M23 takes Goma"], "M23 takes Goma"),
        ([""], ""),
    ],
)
def test_the_clearest_mention_speaks_for_its_claim(statements: list[str], expected: str) -> None:
    assert best([row(words, 50 * number) for number, words in enumerate(statements)])["statement"] == expected


def test_what_is_told_as_a_fact_is_clearer_than_what_may_be() -> None:
    rows = [row("M23 may take the city of Goma", modality="may"), row("M23 takes Goma", 50)]
    assert best(rows)["statement"] == "M23 takes Goma"


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([("2025-06-08", "2025-06-08"), ("2025-06-08", "2025-06-08")], ["on 8 June 2025", "the same day"]),
        ([("2025-06-08", "2025-06-08"), ("2025-06-09", "2025-06-09")], ["on 8 June 2025", "the next day"]),
        (
            [("2025-12-30", "2025-12-30"), ("2026-01-02", "2026-01-02")],
            ["on 30 December 2025", "three days later, on 2 January 2026"],
        ),
        ([("", "2025-06-08"), ("", "2025-06-08")], ["by 8 June 2025", ""]),
        ([("2025-03-01", "2025-03-31")], ["in March 2025"]),
        ([("2025-05-21", "2025-05-31")], ["in late May 2025"]),
        ([("2025-05-11", "2025-05-20")], ["in mid-May 2025"]),
        ([("2025-02-21", "2025-03-03")], ["between 21 February and 3 March 2025"]),
        ([("2025-06-08", ""), ("", "")], ["on or after 8 June 2025", ""]),
        ([("2025-06-08", "2025-06-10")], ["between 8 and 10 June 2025"]),
        ([("2025-06-08", "2025-06-09")], ["on 8 or 9 June 2025"]),
        ([("2025-05-31", "2025-06-01")], ["on 31 May or 1 June 2025"]),
        ([("2025-05-28", "2025-06-10")], ["between 28 May and 10 June 2025"]),
        ([("2024-12-28", "2025-01-03")], ["between 28 December 2024 and 3 January 2025"]),
        ([("2025-06-09", "2025-06-09"), ("2025-06-08", "2025-06-08")], ["on 9 June 2025", "on 8 June"]),
    ],
)
def test_days_as_a_desk_writes_them(spans: list[tuple[str, str]], words: list[str]) -> None:
    days = Days()
    assert [days.told(*(pd.Timestamp(day) if day else pd.NaT for day in span)) for span in spans] == words


def test_what_is_new_since_the_last_edition() -> None:
    old = events(("A", "2025-06-10", ENTERED))
    new = events(("A", "2025-06-10", ENTERED), ("C", "2025-06-21", CONFIRMED), ("D", "2025-06-22", AIRPORT))
    assert tk.since_last(old, old) == "Nothing has changed since the last edition."
    assert tk.since_last(old, new) == (
        "Since the last edition: one claim newly confirmed (“Russian troops enter the Sumy region”); one new claim"
        " (“The rebels seize the airport in Goma”)."
    )


def test_what_only_its_denial_tells_is_claimed_by_no_outlet() -> None:
    found = told(
        ("A", "2025-06-10", "M23 fighters shelled the market in Goma with mortars on Monday."),
        ("B", "2025-06-11", "M23 denied allegations that its fighters shelled a hospital in Goma on Monday."),
    )
    denied = [text for _, text in found if "denied" in text]
    assert denied == [
        "M23 denied by 11 June 2025 that M23’s fighters had shelled a hospital in Goma. It is still unresolved."
    ]


def test_what_sources_in_two_outlets_say_in_its_words() -> None:
    resident = "Residents of Goma said on Monday that the rebels had seized the airport in Goma on Monday."
    texts = [
        ("C", "2025-06-10", AIRPORT),
        ("D", "2025-06-10", resident),
        ("A", "2025-08-16", "Donald Trump met Vladimir Putin in Alaska on Friday."),
        (
            "B",
            "2025-08-16",
            "Trump met Putin in Alaska on Friday and flew home to Washington with his ministers.",
        ),
    ]
    assert (
        "several sources",
        "A and B reported that on 15 August 2025 Donald Trump had met Vladimir Putin in Alaska.",
    ) in told(*texts)
    assert "several sources" not in [kind for kind, _ in told(*texts[:3])]
    copied = [*texts[:3], ("B", "2025-08-16", texts[2][2])]
    assert "several sources" not in [kind for kind, _ in told(*copied)]


def test_when_a_siege_began_is_told_as_exactly_as_the_texts_say() -> None:
    found = told(
        ("A", "2025-10-26", "The rebels have besieged the town of Goma since April 2023."),
        ("B", "2025-10-26", "The rebels have besieged the town of Goma since 4 June 2024."),
    )
    text = next(text for kind, text in found if kind == "contradiction")
    assert (
        "when this began: the rebels besiege the town of Goma, since April 2023 (A) or since 4 June 2024 (B)."
        in text
    )


def test_a_name_of_the_web_is_called_one() -> None:
    found = told(("news.example.org", "2025-06-10", "The ministers met in Geneva on Monday."))
    assert found[0][1].startswith("The site news.example.org reported on 10 June 2025 that ")


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        (
            "reported 2026-02-21; confirmed 2026-02-01/2026-02-21",
            "reported and confirmed by 21 February 2026",
        ),
        ("reported 2026-02-21; confirmed 2026-02-21", "reported and confirmed 21 February 2026"),
        (
            "reported 2026-02-21; confirmed 2026-02-21/2026-03-02",
            "reported 21 February, confirmed by 2 March 2026",
        ),
    ],
)
def test_a_title_names_a_day_once(standings: str, words: str) -> None:
    assert ended(standings) == words


def test_what_somebody_asks_for_has_no_other_source() -> None:
    asked = "Rebel negotiators demanded the town of Goma on Monday."
    found = told(*[(outlet, "2025-06-10", asked) for outlet in ("A", "B", "C")])
    assert [kind for kind, _ in found if kind == "one source"] == []


def test_who_only_looks_on_disputes_and_a_party_denies() -> None:
    denied = "Independent analysts denied on Monday that Russian troops had entered the Sumy region."
    found = told(("A", "2025-06-10", ENTERED), ("B", "2025-06-10", denied))
    assert "Independent analysts disputed it the same day." in found[0][1]


def test_a_claim_by_a_day_is_of_that_day_where_its_source_says_so_elsewhere() -> None:
    some_day = "The rebels seized the airport in Goma, the rebels said."
    that_day = "The rebels said on Monday that they had seized the airport in Goma."
    found = told(("A", "2025-06-09", some_day), ("B", "2025-06-10", that_day))
    assert found[0][1] == "The rebels claimed on 9 June 2025 that they had seized the airport in Goma."


def test_an_article_on_which_nothing_rests_has_its_main_claim_told() -> None:
    found = told(
        ("A", "2025-06-10", ENTERED),
        ("B", "2024-02-06", "A drone hit an oil depot in Rostov on Monday, Yuri Slyusar said."),
        ("C", "2024-02-06", "It was a quiet day."),
    )
    assert [text for kind, text in found if kind == "claim"] == [
        "Yuri Slyusar claimed by 6 February 2024 that a drone had hit an oil depot in Rostov."
    ]


def test_two_claims_in_the_same_words_are_told_once() -> None:
    killed = "Nine soldiers were killed by the rebels in Goma, officials said. The army confirmed it."
    later = "Nine soldiers were killed by the rebels in Goma in March, officials said. The army confirmed it."
    found = told(("A", "2025-06-10", killed), ("B", "2025-06-10", later))
    begun = [text.partition(". ")[0] for _, text in found]
    assert len(begun) == len(set(begun))


def test_an_outlet_named_like_a_state_is_told_as_the_outlet() -> None:
    texts = [
        (
            "Rwanda Dispatch",
            "2025-06-10",
            "The rebels seized the airport in Goma on Monday, Rwanda Dispatch reported.",
        ),
        ("B", "2025-06-10", "The ministers met in Geneva on Monday."),
    ]
    assert all("Rwanda said" not in text and "Rwanda reported" not in text for _, text in told(*texts))
    assert any(text.startswith("Rwanda Dispatch reported ") for _, text in told(*texts))


def test_one_who_says_both_is_told_with_his_days() -> None:
    texts = [
        ("A", "2025-06-12", "A strike on the port of Odesa on 3 June killed 12 people."),
        ("A", "2025-06-20", "A strike on the port of Odesa on 4 June killed 12 people."),
    ]
    assert any(
        "on 3 June 2025 (A on 12 June 2025) or on 4 June 2025 (A on 20 June 2025)" in text
        for _, text in told(*texts)
    )


def test_findings_that_begin_in_one_sentence_are_told_once() -> None:
    rows = {"claim": [{"mention_id": "m", "article_id": "a", "start": 0, "kind": "casualty"}]}
    other = [{"mention_id": "n", "article_id": "a", "start": 0, "kind": "clash"}]
    found = [
        Finding("One.", "history", "claim", ("m",), 1.0),
        Finding("Two.", "history", "other", ("n",), 0.5),
    ]
    assert [each.text for each in _once(found, rows | {"other": other})] == ["One."]
    apart = [{**other[0], "start": 9}]
    assert len(list(_once(found, rows | {"other": apart}))) == 2


def test_what_was_long_over_in_print_weighs_less() -> None:
    ledger, _, positions, _ = tables(("A", "2025-06-10", AIRPORT))
    old = ledger.assign(event_start=pd.Timestamp("2024-06-09"), event_end=pd.Timestamp("2024-06-09"))
    assert tk.importance(old, positions).iloc[0] < tk.importance(ledger, positions).iloc[0]
