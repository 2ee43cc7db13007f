"""Rules for stories of any kind: who acts by his own words, days and places told once, in made-up articles."""

from datetime import date

import pytest

from toolkit.claims.extract import extract
from toolkit.model import Article

FRIDAY = date(2024, 5, 10)

# The text, the kind of a row (the last of that kind) and what it says.
ROWS = {
    "told again without a day": (
        "A bomb exploded at a depot in Arequipa on Wednesday. The mayor spoke to reporters.\n\nNine people had been "
        "killed in Arequipa, a doctor said.",
        "casualty",
        {"event_start": date(2024, 5, 8), "event_end": date(2024, 5, 8)},
    ),
    "not of a day elsewhere": (
        "A bomb exploded at a depot in Arequipa on Wednesday. The mayor spoke to reporters.\n\nNine people had been "
        "killed in Cusco, a doctor said.",
        "casualty",
        {"event_end": FRIDAY},
    ),
    "a month keeps to its paragraph": (
        "Two officials were convicted in Lima in January.\n\nDock workers gathered outside the court in Lima.",
        "protest",
        {"event_start": None},
    ),
    "talks by which it is dated": (
        "The advance came after the talks in Lima on Tuesday.",
        "advance",
        {"place": ""},
    ),
    "where only talks are told": (
        "Talks were held in Lima on Monday. Rebel negotiators warned the delegation that it would lose more ground.",
        "control",
        {"place": ""},
    ),
    "at the talks": (
        "A bomb exploded near the venue of the talks in Lima on Monday.",
        "strike",
        {"place": "Lima"},
    ),
    "talks where people fight": (
        "Rebels shelled Lima on Sunday. Talks were held in Lima on Monday. The rebels seized more ground.",
        "strike",
        {"place": "Lima"},
    ),
    "soldiers by their own words": (
        "Soldiers dispersed the crowd and arrested a mayor in Lima.",
        "detention",
        {"actor": "soldiers", "target": "mayor"},
    ),
    "at whom something is fired": (
        "Police fired tear gas at protesters in Lima on Tuesday.",
        "clash",
        {"actor": "police", "target": "protesters"},
    ),
    "the authorities of the country": (
        "Three men were arrested in Lima on Monday.",
        "detention",
        {"actor": "Peru"},
    ),
    "a search of nobody named": (
        "The search for the ferry off Lima was called off on Monday.",
        "aid",
        {"actor": "Peru"},
    ),
    "no authority where rebels take people": (
        "Ten teachers were abducted near Lima on Monday.",
        "detention",
        {"actor": ""},
    ),
    "to each other": (
        "Troops of Tajikistan and Kyrgyzstan fired on each other on Thursday.",
        "strike",
        {"actor": "Tajikistan; Kyrgyzstan", "target": "Tajikistan; Kyrgyzstan"},
    ),
    "both sides of talks": (
        "Talks between the Philippine government and the Lanao Front ended on Thursday.",
        "talks",
        {"actor": "Philippines; Lanao Front"},
    ),
    "the army of who talks, not of the host": (
        "Talks between the Philippine government and the Lanao Front ended in Kuala Lumpur on Thursday. Malaysia, "
        "which hosted the meeting, said they would go on. The army said its troops killed 12 guerrillas on Wednesday.",
        "casualty",
        {"actor": "Philippines"},
    ),
    "he is no company": (
        "The company says that a tremor was the cause. A shift foreman told the Gazette that he had warned managers of "
        "cracks.",
        "statement",
        {"claimant": "shift foreman", "target": "managers"},
    ),
    "a toll of nobody accused is reported": (
        "A car bomb exploded in Peshawar on Wednesday, killing 22 people, Pakistani police said.",
        "casualty",
        {"standing": "reported"},
    ),
    "a denial in other words": (
        "Gunmen killed nine people in Rajouri. Pakistan has denied any involvement in that attack.",
        "statement",
        {"standing": "denied"},
    ),
    "a denial of charges is a row": (
        "Banker Anna Holm has denied the charges.",
        "statement",
        {"standing": "denied", "claimant": "Banker Anna Holm"},
    ),
    "the charge, not the dead": (
        "A bomb killed nine people in Peshawar on Monday. The chief minister blamed a network in Afghanistan. Kabul "
        "rejected the charge as baseless.",
        "statement",
        {"standing": "denied", "actor": "Afghanistan"},
    ),
    "a capital that is blamed": (
        "On Monday nine police were killed in Rajouri, for which Delhi holds Islamabad responsible.",
        "statement",
        {"place": "Rajouri"},
    ),
    "a capital that is bombed": ("Jets bombed Kyiv on Monday.", "strike", {"place": "Kyiv"}),
    "a command is no place": (
        "Rebels raised their flag over the compound of Military Operations Command 21 in Bhamo on Monday.",
        "control",
        {"place": "Bhamo"},
    ),
    "found, and stolen elsewhere": (
        "A car exploded in Lima. Investigators have found parts of a van that was stolen in Cusco in July, an official "
        "said.",
        "inspection",
        {"place": "Lima"},
    ),
    "the hospital of who tells the toll": (
        "A bomb exploded in Peshawar on Wednesday. A doctor at the Lady Norton hospital gave the number of dead as 27.",
        "casualty",
        {"place": "Peshawar"},
    ),
    "a strike of workers": (
        "Miners in Lima went back to work on Monday after a strike of nine days for higher wages.",
        "protest",
        {"place": "Lima"},
    ),
    "a charge with batons": (
        "On Monday police charged pickets with batons in Lima.",
        "protest",
        {"actor": "police"},
    ),
    "a charge with murder": (
        "On Monday police charged two men with murder in Lima.",
        "trial",
        {"actor": "police"},
    ),
    "convicted and sentenced": (
        "Two officials were convicted in Lima in January and sentenced to four years in prison.",
        "trial",
        {"target": "officials"},
    ),
    "a body by its apposition": (
        "The union wanted more. The police denied it. The company agreed. The court sat. The mayor spoke to the union. "
        "A smaller union, the Sramik League, rejected the deal.",
        "refusal",
        {"actor": "Sramik League"},
    ),
}


@pytest.mark.parametrize(("text", "kind", "wanted"), ROWS.values(), ids=ROWS)
def test_a_row_of_any_story(text, kind, wanted):
    rows = [row for row in extract(Article("a1", text, "The Daily", published=FRIDAY)) if row.kind == kind]
    assert rows
    assert {name: getattr(rows[-1], name) for name in wanted} == wanted
