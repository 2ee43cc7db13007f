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
from tests.faults import fault, open_fault
from toolkit.claims.cases import case_for
from toolkit.claims.extract import extract
from toolkit.claims.lexicon import load_lexicon
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


def rows(text, published, theme, places):
    """What a reader sees of a row: kind, standing, who says so, the last day of the event and of the saying, where."""
    found = extract(Article("t1", text, "The Test Sheet", published=published), [theme], gazetteer=places)
    return [
        (row.kind, row.standing, row.claimant, f"{row.event_end:%d}", f"{row.said_end:%d}", row.place) for row in found
    ]  # fmt: skip


SIDES = "the sides of a theme have no part in the standing"
TOLD = [
    (ODER, 14, "flooding", "reported", "Polish river authority", "13", "14", "Opole"),
    (ODER, 14, "flooding", "reported", "Gauges", "13", "14", "Opole"),
    (ODER, 14, "evacuation", "reported", "fire brigade", "13", "14", "Brzeg"),
    fault(ODER, 14, "release", "claimed", "Residents of Nysa", "12", "14", "Nysa", why=SIDES),
    fault(ODER, 14, "release", "denied", "operator of the dam", "14", "14", "Nysa",
          why="a denial of what was just claimed at Nysa is put in Brzeg"),
    (ELBE, 17, "breach", "confirmed", "dam operator", "15", "16", "Wittenberge"),
    fault(ELBE, 17, "breach", "claimed", "Villagers", "15", "15", "Wittenberge", why=SIDES),
    fault(ELBE, 17, "holding", "claimed", "reservoir operator", "16", "16", "Pirna", why=SIDES),
    fault(ELBE, 17, "holding", "unconfirmed", "The Test Sheet", "17", "17", "Pirna",
          why="“it could not be independently verified that” is told as a fact"),
    fault(ELBE, 17, "warning", "reported", "weather service", "16", "16", "Dresden",
          why="a kind that is done by saying is the outlet's word, not that of who warns"),
    fault(ELBE, 17, "casualty", "unconfirmed", "ministry", "17", "17", "Meissen",
          why="who is missing has the day of the breach in another town"),
    fault(BRIDGES, 17, "damage", "claimed", "grid operator", "16", "17", "Dresden", why=SIDES),
    (BRIDGES, 17, "closure", "reported", "The Test Sheet", "17", "17", "Dresden"),
    (BRIDGES, 17, "rescue", "reported", "ministry", "16", "17", "Pirna"),
    (BRIDGES, 17, "aid", "reported", "The Test Sheet", "17", "17", "Saxony"),
    (BRIDGES, 17, "casualty", "reported", "police", "15", "17", "Meissen"),
]  # fmt: skip
VOTED = [
    ("vote", "reported", "election commission", "09", "10", "Tallinn"),
    ("turnout", "reported", "The Test Sheet", "11", "11", "Tallinn"),
    fault("result", "claimed", "opposition", "09", "09", "Tallinn",
          why="the day of “claimed victory” is not that of the saying"),
    ("concession", "claimed", "ruling party", "10", "10", ""),
    ("result", "denied", "government", "10", "10", "Tallinn"),
    ("complaint", "reported", "Election observers", "10", "10", "Tallinn"),
    ("complaint", "claimed", "challenger", "11", "11", "Tallinn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "kind", "standing", "claimant", "event", "said", "place"), TOLD)
def test_a_row_of_a_flood(text, day, kind, standing, claimant, event, said, place, places):
    told = kind, standing, claimant, event, said, place
    assert told in rows(text, date(2031, 7, day), "flood", places)


@pytest.mark.parametrize(("kind", "standing", "claimant", "event", "said", "place"), VOTED)
def test_a_row_of_an_election(kind, standing, claimant, event, said, place, places):
    told = kind, standing, claimant, event, said, place
    assert told in rows(BALLOT, date(2031, 3, 11), "election", places)


@pytest.mark.parametrize(
    ("text", "number"), [(ODER, 5), (ELBE, 6), (BRIDGES, 5)], ids=["oder", "elbe", "bridges"]
)
def test_nothing_else_is_told(text, number, places):
    assert len(rows(text, date(2031, 7, 17), "flood", places)) <= number


def test_codes_and_to_whom_it_was_said(places):
    found = extract(
        Article("t1", BRIDGES, "The Test Sheet", published=date(2031, 7, 17)), ["flood"], gazetteer=places
    )
    (rescue,) = (row for row in found if row.kind == "rescue")
    assert (rescue.via, rescue.plover) == ("Reuters", "AID")


@pytest.mark.parametrize(
    "text",
    [ODER, ELBE, fault(BRIDGES, why="people saved from roofs are a release of prisoners"), BALLOT],
    ids=["oder", "elbe", "bridges", "ballot"],
)
def test_the_theme_of_a_war_finds_the_dead_and_the_displaced_in_another_story(text, places):
    kinds = {kind for kind, *_ in rows(text, date(2031, 7, 17), "conflict", places)}
    assert kinds <= {"casualty", "displacement", "event"}


# ---- nothing of a story stands in the code

CODE = Path(toolkit.__file__).parent


def test_no_party_stands_in_the_code():
    sides = [
        side for side in case_for("Russia and Ukraine").sides.sides if side.opponent in ("Russia", "Ukraine")
    ]
    names = {name for side in sides for name in (*side.names, *side.leaders) if len(name) > 3}
    party = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    assert {f"{name}: {found[0]}" for name, text in strings("") if (found := party.search(text))} == {
        "lines.py: Kyiv",  # an example of a dateline
        "inline.py: Kyiv",
    }


@open_fault(
    "what kinds concede, absorb, count or do to one another is listed by their names in Python, not in their files"
)
def test_no_kind_of_a_theme_stands_in_the_code():
    kinds = set(load_lexicon().kinds)
    assert {f"{name}: {text}" for name, text in strings("claims/*.py") if text in kinds} == set()


def strings(folder):
    """The strings of modules that are no documentation, with the name of the module."""
    blocks = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for path in sorted(CODE.glob(folder or "**/*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        bodies = [getattr(node, "body", []) for node in ast.walk(module) if isinstance(node, blocks)]
        told = {id(line.value) for body in bodies for line in body if isinstance(line, ast.Expr)}
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and id(node) not in told and isinstance(node.value, str):
                yield path.name, node.value
