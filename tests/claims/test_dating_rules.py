"""How an event is dated: one table a rule, with what the rule must leave alone; and what the rows' clock says of it."""

from datetime import date

import pytest

from toolkit.claims.attribution.voices import Voices
from toolkit.claims.cases import case_for
from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.clocks.event_dates import event_clock, when
from toolkit.claims.clocks.said_clock import act_clock, said_clock
from toolkit.claims.document import Document
from toolkit.model import Interval

PUBLISHED = "2025-08-27"  # a Wednesday
LEAD = "The firm opened a depot. Its owner spoke. "
OPEN = None


def dated(text, word, published=PUBLISHED):
    """The days of the last place of a word and the reason."""
    at = text.rindex(word)
    ((interval, why),) = when(text, [(at, at + len(word))], published)
    if interval is None:
        return None, why
    return (str(interval.earliest), str(interval.latest)), why


def day(value):
    return (value, value)


def year(value):
    return (f"{value}-01-01", f"{value}-12-31")


TODAY = day(PUBLISHED)
MONDAY, TUESDAY = day("2025-08-25"), day("2025-08-26")

RULES = {
    "a date belongs to its own clause and conjunct": [
        ("The bridge was closed on Monday.", "closed", MONDAY),
        ("On Monday the bridge was closed, and on Tuesday it was opened.", "closed", MONDAY),
        ("On Monday the bridge was closed, and on Tuesday it was opened.", "opened", TUESDAY),
        ("They took a hill in May and shelled a town on Monday.", "took", ("2025-05-01", "2025-05-31")),
        ("They took a hill in May and shelled a town on Monday.", "shelled", MONDAY),
        ("The plant was opened from 3 to 5 March.", "opened", ("2025-03-03", "2025-03-05")),
        ("The firm is preparing to open a mine in 2027.", "open", year(2027)),
    ],
    "a date before a list is shared, so is one after a bare pair": [
        ("On Monday they took a hill and shelled a town.", "took", MONDAY),
        ("On Monday they took a hill and shelled a town.", "shelled", MONDAY),
        ("They attacked and looted a town on Monday.", "attacked", MONDAY),
        ("He sold the mill and the barn in 1990.", "sold", year(1990)),
        ("In May they took a hill, and they have held a town.", "held", TODAY),
    ],
    "what happens at a dated event has its day": [
        ("He spoke after Monday's talks in Oslo, where the sides demanded a truce.", "demanded", MONDAY),
    ],
    "the time of the saying is not that of the event": [
        ("The firm said on Tuesday that the plant would open in 2027.", "said", TUESDAY),
        ("The firm announced that the plant would open in 2027.", "announced", TODAY),
        ("The firm announced that the plant would open in 2027.", "open", year(2027)),
        ("Another firm said that it lost money in May.", "said", TODAY),
        ("Another firm asked for a loan in May.", "asked", ("2025-05-01", "2025-05-31")),
    ],
    "a noun takes the date in its own phrase, else that of its verb": [
        ("Monday's strike killed five.", "strike", MONDAY),
        ("Monday's strike killed five.", "killed", MONDAY),
        ("The strike on Monday was long.", "strike", MONDAY),
        ("They carried out a strike on Monday.", "strike", MONDAY),
        ("Five were killed in a strike on Monday.", "killed", MONDAY),
        ("The town praised the deal signed in May.", "deal", ("2025-05-01", "2025-05-31")),
    ],
    "what is told with a verb happened with it": [
        ("They struck a market on Monday, killing five.", "killing", MONDAY),
        ("When the town fell on Monday, the army fled.", "fled", MONDAY),
        ("They fled a day after the town fell on Monday.", "fell", MONDAY),
    ],
    "what has lasted since a day is dated by its beginning": [
        ("Rates have fallen since 2019.", "fallen", year(2019)),
        ("The firm has been making trams since 1998.", "making", year(1998)),
        ("Since May the firm has hired forty drivers.", "hired", ("2025-05-01", "2025-05-31")),
        ("The band has been trying to leave since 2019.", "trying", year(2019)),
        ("Many have fled since the war began in 2023.", "fled", year(2023)),
        ("It was the largest order the firm won since 2019.", "won", TODAY),
        ("Profits have risen for the first time since 2019.", "risen", TODAY),
    ],
    "what is put off until a day is done on it": [
        ("The opening was delayed until May 2026.", "opening", ("2026-05-01", "2026-05-31")),
        ("Deliveries are not due until May 2026.", "due", ("2026-05-01", "2026-05-31")),
    ],
    "a year in a name dates nothing, one after a preposition does": [
        ("In 1931 she leased a mill.", "leased", year(1931)),
        ("She won the 1931 cup.", "won", TODAY),
        ("The firm won the 2010 prize for design.", "won", TODAY),
    ],
    "nothing past is dated with days to come": [
        ("The change, he said, would come next year.", "said", TODAY),
        ("The plan, drawn up in 2023, failed.", "failed", TODAY),
        ("The plan, drawn up in 2023, failed.", "drawn", year(2023)),
        ("As of May, the firm employs ten people.", "employs", ("2025-05-01", "2025-05-31")),
    ],
    "a length before an event counts back": [
        ("The talks come two days after rebels fired a missile.", "fired", MONDAY),
        ("The talks come a week after a mayor was shot.", "shot", day("2025-08-20")),
        ("The talks come about two weeks after a mayor was shot.", "shot", TODAY),
    ],
    "what is named again keeps its date; a new one does not have it": [
        ("The airline merged with a rival on 3 March. Few liked the merger.", "merger", day("2025-03-03")),
        ("A train derailed on Monday. The derailment blocked the line.", "derailment", MONDAY),
        ("The bank cut its rates on Monday. The cut came late.", "cut", MONDAY),
        ("The firm said it had sold a ship. It sold the ship on 3 March.", "had sold", day("2025-03-03")),
        ("The firm said it had sold a ship. It bought the ship on 3 March.", "had sold", OPEN),
        ("A deal was signed on 3 March 2019. Another firm signed a deal.", "deal", TODAY),
    ],
    "the news happened on the day of the story": [
        ("The mayor resigned.", "resigned", TODAY),
        ("The band played Sunday in Lviv. The crowd cheered.", "cheered", day("2025-08-24")),
        ("The band played on Sunday. It has ten members.", "has", TODAY),
        ("The firm has sold a ship. Its owner spoke.", "sold", TODAY),
        ("The town began a campaign. Its mayor spoke. The campaign is popular.", "campaign", TODAY),
    ],
    "a figure of results has their period": [
        ("It told its figures for the first quarter on Monday. Sales fell.", "fell", ("2025-01-01", "2025-03-31")),
        ("The yard made a loss in the second quarter. Orders dropped.", "dropped", ("2025-04-01", "2025-06-30")),
        ("It lost ten million in the three months to June. Sales fell.", "fell", ("2025-04-01", "2025-06-30")),
        ("It made a loss in the second quarter. In July orders fell.", "fell", ("2025-07-01", "2025-07-31")),
        ("The yard made a loss in the second quarter. A crane fell on a shed.", "fell", TODAY),
        ("It rained in the second quarter. Orders dropped.", "dropped", TODAY),
    ],
    "an hour before which a thing was done is of its day": [
        ("The dam gave way before dawn on Monday. Miners died.", "gave", MONDAY),
        ("The dam gave way before dawn on Monday. Miners died.", "died", MONDAY),
        ("The dam gave way before Monday.", "gave", OPEN),
    ],
    "what opens a sentence dates it, whatever noun stands behind": [
        ("They signed on 12 August. The next day shells hit the market.", "hit", day("2025-08-13")),
        ("They signed on 12 August. A 2019 law let shells fly.", "let", day("2025-08-12")),
    ],
    "a date without a comma is not taken into the noun behind it": [
        ("In 2014 rebels attacked a fort.", "attacked", year(2014)),
        ("In 2014 elections, rebels attacked a fort.", "attacked", year(2014)),
        ("The 2014 rebels attacked a fort.", "attacked", TODAY),
    ],
    "before the year 1 there are no days": [
        ("The temple was burned in 146 BC.", "burned", OPEN),
        ("The general was killed on 15 March 44 BC.", "killed", OPEN),
        ("The temple was burned in AD 62.", "burned", ("0062-01-01", "0062-12-31")),
    ],
    "what is counted from a clause is the day of what governs it": [
        ("A month after it opened in June, the cafe burned down.", "burned", ("2025-07-01", "2025-07-31")),
        ("A month after it opened in June, the cafe burned down.", "opened", ("2025-06-01", "2025-06-30")),
    ],
    "where and when a thing was, another was done": [
        ("In 2014 it moved to Lorne, where it hired ten people.", "hired", year(2014)),
        ("In 2014 it moved to Lorne, which lies on a lake.", "lies", OPEN),
    ],
    "what is not told as done is left open": [
        ("The firm hopes to close the depot.", "close", OPEN),
        ("The firm is trying to sell the depot.", "sell", OPEN),
        ("They vowed on Tuesday to rebuild the chapel.", "rebuild", OPEN),
        ("They agreed on Tuesday to rebuild the chapel.", "rebuild", TUESDAY),
        ("The firm managed to sell the depot.", "sell", TODAY),
        ("The baker, who lives near the bridge, heard it on Monday.", "lives", OPEN),
        ("The island belongs to the diocese.", "belongs", OPEN),
        ("If the strike goes ahead, schools close.", "strike", OPEN),
        ("The strike went ahead.", "strike", TODAY),
        ("A lorry overturned near Orrin, blocking the road.", "overturned", TODAY),
        ("The mayor will resign.", "resign", OPEN),
        ("The mayor may resign.", "resign", OPEN),
        (LEAD + "The firm had sold ten ships.", "sold", OPEN),
        (LEAD + "The firm later sold ten ships.", "sold", OPEN),
        (LEAD + "The recently opened depot is full.", "opened", OPEN),
        (LEAD + "The firm wants to close the depot.", "close", OPEN),
        (LEAD + "The town has bought two of its ships.", "bought", OPEN),
        (LEAD + "The depot is owned by a bank.", "owned", OPEN),
        (LEAD + "The campaign is popular.", "campaign", OPEN),
        (LEAD + "Ships are often repaired in Lorne.", "repaired", OPEN),
        (LEAD + "The town did not pay.", "pay", OPEN),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "text", "word", "expected"),
    [(rule, *example) for rule, examples in RULES.items() for example in examples],
)
def test_dated(rule, text, word, expected):
    found, why = dated(text, word)
    assert found == expected, f"{rule}: {why}"


ROWS = [
    # A day that stands with it; open before the day of saying or of print where none does.
    ("Rebels seized the base on Monday.", "seized", ("2025-08-25", "2025-08-25")),
    ("Rebels have seized the base.", "seized", (None, PUBLISHED)),
    ("The ministry said on Monday that rebels had seized the base.", "seized", (None, "2025-08-25")),
    ("Rebels have besieged the town for the past two months.", "besieged", ("2025-06-28", PUBLISHED)),
    ("Rebels have besieged the town since May.", "besieged", ("2025-05-01", PUBLISHED)),
    ("Rebels left this week.", "left", ("2025-08-25", PUBLISHED)),
    ("Rebels will leave the town.", "leave", (None, None)),
    # The day of the story and of the passage is that of what a verb goes on to tell, not of background.
    ("Rebels took the base on Monday. They shelled a school.", "shelled", ("2025-08-25", "2025-08-25")),
    ("Rebels took the base on Monday. They have shelled a school.", "shelled", (None, PUBLISHED)),
    ("Rebels took the base on Monday. They had shelled a school.", "shelled", (None, PUBLISHED)),
    ("In 2019 rebels took the base. They shelled a school.", "shelled", (None, PUBLISHED)),
]


@pytest.mark.parametrize(("text", "word", "expected"), ROWS)
def test_the_clock_of_a_row(text, word, expected):
    document = Document(text, date.fromisoformat(PUBLISHED), eventive=frozenset({"strike", "siege"}))
    at = text.index(word)
    frame = document.frame((at, at + len(word)))
    voices = Voices(text, document.attributions, case_for(text).sides, "The Daily")
    voice = voices.voice((at, at + len(word)))
    said = said_clock(document, voice, document.published)
    clock = event_clock(document, frame, voice, said, frame.modality)
    days = clock.interval or Interval(None, None)
    assert tuple(each and str(each) for each in (days.earliest, days.latest)) == expected, clock.why


def test_an_act_of_speech_is_dated_by_its_clause():
    text = "The mayor demanded a recount on Tuesday. He demanded that they leave on Friday."
    document = Document(text, date.fromisoformat(PUBLISHED))
    first, second = (document.frame((at, at + 8)) for at in (10, text.rindex("demanded")))
    assert act_clock(document, first).interval.latest == date(2025, 8, 26)
    assert act_clock(document, second) is None


def test_the_reason_is_made_of_evidence():
    clock = Clock(None, (Evidence("vague", ("recently",)), Evidence("undated")))
    assert clock.why == "“recently” names no days; no day is given, and the publication has no date"
    assert clock.edtf == ""
    assert clock.best is None
