"""Stories that are no war, read with themes that are TOML only.

The texts are test texts: nothing that they tell happened. Rivers and towns are real, whoever speaks is an office, and
the year lies ahead.
"""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import toolkit
from toolkit.claims.extract import extract
from toolkit.claims.themes import load_themes
from toolkit.model import Article

PLACES = """id,name,kind,latitude,longitude,parent,country,weight
brzeg,Brzeg,settlement,50.861,17.467,PL,PL,35000
nysa,Nysa,settlement,50.474,17.334,PL,PL,43000
saxony,Saxony,region,51.05,13.35,DE,DE,4000000
pirna,Pirna,settlement,50.962,13.940,saxony,DE,38000
meissen,Meissen,settlement,51.163,13.474,saxony,DE,28000
wittenberge,Wittenberge,settlement,52.995,11.752,DE,DE,17000
"""

ODER = """OPOLE — The Oder burst its banks south of Opole on Sunday, the Polish river authority said on Monday. \
Gauges showed that the river had reached 7.1 metres in Opole by Sunday evening.

The fire brigade said on Monday that it had evacuated about 300 people from the village of Brzeg over the weekend.

Residents of Nysa claimed on Monday that the dam operator had opened the sluices near Nysa \
on Saturday night. The operator of the dam denied on Monday that it had opened the sluices.
"""
ELBE = """A levee north of Wittenberge gave way on Tuesday night, the dam operator confirmed on Wednesday. \
Villagers had claimed on Tuesday that the levee had failed.

The reservoir operator said on Wednesday that the dam at Pirna was safe. \
It could not be independently verified that the embankment near Pirna had held.

The weather service warned on Wednesday of more rain in Dresden. \
The ministry has not confirmed that three people were missing in Meissen.
"""
BRIDGES = """About 8,000 households in Dresden were without electricity on Wednesday, the grid operator said \
on Thursday. The city closed two bridges over the Elbe in Dresden on Thursday.

Soldiers rescued 40 people from roofs in Pirna on Wednesday, the ministry told Reuters on Thursday. \
The government promised 20 million euros in aid for Saxony on Thursday.

Two people died in Meissen on Tuesday, the police said. Divers searched the river, and the search will go on.
"""
BALLOT = """Polling stations in Tallinn closed at eight on Sunday, the election commission said on Monday. \
Turnout in Tallinn was 64 percent.

The opposition claimed victory on Sunday night. The ruling party conceded defeat on Monday morning. \
The government denied on Monday that the opposition had won a majority in Tallinn.

Election observers reported irregularities in Tallinn on Monday. \
The challenger demanded a recount in Tallinn on Tuesday.
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    table = tmp_path_factory.mktemp("flood") / "places.csv"
    table.write_text(PLACES, encoding="utf-8")
    return table


def days(first, last):
    if first == last:
        return f"{first:%d}" if first else "-"
    return f"{first:%d}-{last:%d}" if first else f"by {last:%d}"


def rows(text, published, theme, places):
    """What a reader sees of a row: kind, standing, who says so, when it happened and was said, where."""
    found = extract(Article("t1", text, "The Test Sheet", published=published), [theme], gazetteer=places)
    return [
        (
            row.kind,
            row.standing,
            row.claimant,
            days(row.event_start, row.event_end),
            days(row.said_start, row.said_end),
            row.place,
        )
        for row in found
    ]


TOLD = [
    (
        ODER,
        date(2031, 7, 14),
        "flood",
        [
            ("flooding", "reported", "Polish river authority", "13", "14", "Opole"),
            ("flooding", "reported", "Gauges", "by 13", "by 14", "Opole"),
            ("evacuation", "reported", "fire brigade", "12-13", "14", "Brzeg"),
            ("release", "claimed", "Residents of Nysa", "12", "14", "Nysa"),
            ("release", "denied", "operator of the dam", "by 14", "14", "Nysa"),
        ],
    ),
    (
        ELBE,
        date(2031, 7, 17),
        "flood",
        [
            ("breach", "confirmed", "dam operator", "15", "16", "Wittenberge"),
            ("breach", "claimed", "Villagers", "by 15", "15", "Wittenberge"),
            ("holding", "claimed", "reservoir operator", "by 16", "16", "Pirna"),
            ("holding", "unconfirmed", "The Test Sheet", "by 17", "17", "Pirna"),
            ("warning", "reported", "weather service", "16", "16", "Dresden"),
            ("casualty", "unconfirmed", "ministry", "by 17", "17", "Meissen"),
        ],
    ),
    (
        BRIDGES,
        date(2031, 7, 17),
        "flood",
        [
            ("damage", "claimed", "grid operator", "16", "17", "Dresden"),
            ("closure", "reported", "The Test Sheet", "17", "17", "Dresden"),
            ("rescue", "reported", "ministry", "16", "17", "Pirna"),
            ("aid", "reported", "The Test Sheet", "17", "17", "Saxony"),
            ("casualty", "reported", "police", "15", "by 17", "Meissen"),
        ],
    ),
    (
        BALLOT,
        date(2031, 3, 11),
        "election",
        [
            ("vote", "reported", "election commission", "09", "10", "Tallinn"),
            ("turnout", "reported", "The Test Sheet", "by 11", "11", "Tallinn"),
            ("result", "claimed", "opposition", "by 09", "09", ""),
            ("concession", "claimed", "ruling party", "10", "10", ""),
            ("result", "denied", "government", "by 10", "10", "Tallinn"),
            ("complaint", "reported", "Election observers", "10", "10", "Tallinn"),
            ("complaint", "claimed", "challenger", "11", "11", "Tallinn"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "published", "theme", "told"), TOLD, ids=["oder", "elbe", "bridges", "ballot"]
)
def test_the_table_of_another_story(text, published, theme, told, places):
    assert rows(text, published, theme, places) == told


def test_who_does_it_codes_and_to_whom_it_was_said(places):
    text = BRIDGES + ODER
    found = extract(
        Article("t1", text, "The Test Sheet", published=date(2031, 7, 17)), ["flood"], gazetteer=places
    )
    by_kind = {row.kind: row for row in found}
    assert (by_kind["rescue"].actor, by_kind["rescue"].via, by_kind["rescue"].plover) == (
        "Relief",
        "Reuters",
        "AID",
    )
    assert (by_kind["casualty"].actor, by_kind["casualty"].target) == ("", "")
    assert (by_kind["release"].actor, by_kind["release"].claimant_side) == ("Utilities", "Utilities")


@pytest.mark.parametrize("text", [ODER, ELBE, BRIDGES, BALLOT], ids=["oder", "elbe", "bridges", "ballot"])
def test_the_theme_of_a_war_finds_nothing_but_the_dead_in_another_story(text, places):
    assert {kind for kind, *_ in rows(text, date(2031, 7, 17), "conflict", places)} <= {"casualty"}


# The default of linking, which must be what the themes say (test_themes.py); what one side alone can have; and the
# word for two accounts that part, in what the commands print.
KNOWN = {
    "evidence.py: conflict/advance",
    "evidence.py: conflict/control",
    "evidence.py: conflict/clash",
    "rivals.py: conflict/control",
    "conflicts.py: conflict",
    "tables.py: conflict",
}


def test_no_party_and_no_kind_of_a_theme_stands_in_the_code():
    themes = load_themes()
    sides = [side for theme in themes for side in theme.sides.sides if side.role == "party"]
    names = {name for side in sides for name in (*side.names, *side.leaders) if len(name) > 3}
    party = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    own = [f"{theme.name}(?:/(?:{'|'.join(theme.kinds)}))?" for theme in themes]
    kind = re.compile(rf"(?:{'|'.join([*own, *themes[0].kinds])})\Z")
    found = set()
    for path in sorted(Path(toolkit.__file__).parent.rglob("*.py")):
        for text in strings(ast.parse(path.read_text(encoding="utf-8"))):
            if word := party.search(text) or kind.match(text):
                found.add(f"{path.name}: {word[0]}")
    assert found == KNOWN


def strings(module):
    """The strings of a module that are no documentation."""
    blocks = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [getattr(node, "body", []) for node in ast.walk(module) if isinstance(node, blocks)]
    told = {id(line.value) for body in bodies for line in body if isinstance(line, ast.Expr)}
    values = (node for node in ast.walk(module) if isinstance(node, ast.Constant) and id(node) not in told)
    return [node.value for node in values if isinstance(node.value, str)]
