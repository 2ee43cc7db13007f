"""How a happening is dated where its clause gives no day: one table a rule, with what the rule must leave alone."""

import pytest

from toolkit.claims.clocks.dating import when
from toolkit.claims.clocks.forms import mention
from toolkit.claims.reading import Reading

PUBLISHED = "2025-08-27"  # a Wednesday
LEAD = "The firm opened a depot. Its owner spoke. "


def dated(text, word, published=PUBLISHED):
    """The days of the last place of a word and the reason."""
    at = text.rindex(word)
    ((interval, why),) = when(text, [(at, at + len(word))], published)
    if interval is None:
        return None, why
    return (str(interval.earliest), str(interval.latest)), why


def day(value):
    return (value, value)


TODAY = day(PUBLISHED)
FORMS = [
    ("The firm sold a ship.", "sold", "past"),
    ("The firm was sold to a bank.", "sold", "past"),
    ("The firm has sold a ship.", "sold", "perfect"),
    ("The firm had already sold a ship.", "sold", "pluperfect"),
    ("The firm had talks with a bank.", "talks", "plural"),
    ("The firm will soon sell a ship.", "sell", "modal"),
    ("The firm agreed to sell a ship.", "sell", "infinitive"),
    ("The firm is selling a ship.", "selling", "progressive"),
    ("The ship is owned by a bank.", "owned", "state"),
    ("The ship is owned by a bank and leased to a firm.", "leased", "state"),
    ("The firm wants to buy and repair the ship.", "repair", "infinitive"),
    ("The firm sells ships.", "sells", "present"),
    ("The engine, which uses little oil, is new.", "uses", "present"),
    ("Ships built by the firm are slow.", "built", "reduced"),
    ("The ship carrying the cars was late.", "carrying", "reduced"),
    ("They sailed, with the crew waving from the deck.", "waving", "participle"),
    ("He ended the day by selling a ship.", "selling", "participle"),
    ("Prices dropped by 10 percent.", "dropped", "past"),
    ("Shares in the firm fell by a tenth.", "fell", "past"),
    ("The closed depot is for sale.", "closed", "reduced"),
    ("The cut was deep.", "cut", "noun"),
    ("They cut the rates.", "cut", "past"),
    ("The firm did not sell a ship.", "sell", "past"),
    ("The board met, the owner waiting outside.", "waiting", "reduced"),
    ("The board met, Smith waiting outside.", "waiting", "participle"),
    ("The sale was a surprise.", "sale", "noun"),
    ("Sales were slow.", "Sales", "plural"),
]


@pytest.mark.parametrize(("text", "word", "form"), FORMS)
def test_the_form_in_which_a_thing_is_named(text, word, form):
    at = text.rindex(word)
    named = mention(Reading(text, None), (at, at + len(word)))
    assert named is not None
    assert named.form == form


DATED = [
    # What has lasted since a day is dated by its beginning, also where a happening stands for the day.
    ("The union has been on strike since 2019.", "strike", TODAY),
    ("The firm has been making trams since 1998.", "making", ("1998-01-01", "1998-12-31")),
    ("Since May the firm has hired forty drivers.", "hired", ("2025-05-01", "2025-05-31")),
    ("The line opened on 3 March 2021. Since its opening it has carried much.", "carried", day("2021-03-03")),
    ("It was the largest order the firm won since 2019.", "won", TODAY),
    ("Profits have risen for the first time since 2019.", "risen", TODAY),
    # What is put off until a day, or not done until then, is done on it.
    ("The opening was delayed until May 2026.", "opening", ("2026-05-01", "2026-05-31")),
    ("Deliveries are not due until May 2026.", "Deliveries", ("2026-05-01", "2026-05-31")),
    ("The shop stayed open until 3 May 2024.", "stayed", TODAY),
    # A year in a name dates nothing, one behind a preposition does.
    ("In 1931 she leased a mill.", "leased", ("1931-01-01", "1931-12-31")),
    ("She won the 1931 cup.", "won", TODAY),
    # Nothing past is dated with days to come, and nothing to come with days past.
    ("The change, he said, would come next year.", "said", TODAY),
    ("The firm, which lost money in 2019, will close.", "close", None),
    # A date that belongs to an insertion, to a verb between, or to another subject is not that of the thing.
    ("The plan, drawn up in 2023, failed.", "failed", TODAY),
    ("The plan, drawn up in 2023, failed.", "drawn", ("2023-01-01", "2023-12-31")),
    ("The firm is preparing to open a mine in 2027.", "preparing", TODAY),
    ("The firm is preparing to open a mine in 2027.", "open", ("2027-01-01", "2027-12-31")),
    ("He sold the mill and was jailed in 1990.", "sold", TODAY),
    ("He sold the mill and the barn in 1990.", "sold", ("1990-01-01", "1990-12-31")),
    # "A year later" is counted from the date told before.
    ("In 1931 she leased a mill. Two years later she sold a farm.", "sold", ("1933-01-01", "1933-12-31")),
    ("The vote was held on 3 March 2021. Two days later he resigned.", "resigned", day("2021-03-05")),
    ("In May 2021 he sold a mill. He will retire next month.", "retire", ("2025-09-01", "2025-09-30")),
    # What is said has its own dates; what is asked for or reported has that of the asking.
    ("Another firm asked for a loan in May.", "asked", ("2025-05-01", "2025-05-31")),
    ("Another firm said that it lost money in May.", "said", TODAY),
    # How things are is dated only with "as of", what is meant only with days to come beside it.
    ("Its rival, which employs ten people, asked for a loan in May.", "employs", TODAY),
    ("As of May, the firm employs ten people.", "employs", ("2025-05-01", "2025-05-31")),
    ("On Monday the owner spoke, saying the firm would grow.", "grow", None),
    # What is named again keeps its date; a new one does not have it.
    ("The airline merged with a rival on 3 March. Few liked the merger.", "merger", day("2025-03-03")),
    ("A train derailed on Monday. The derailment blocked the line.", "derailment", day("2025-08-25")),
    ("The firm signed on Monday. The deal covers ten ships.", "deal", day("2025-08-25")),
    ("The bank cut its rates on Monday. The cut came late.", "cut", day("2025-08-25")),
    ("On Monday the board approved a new contract. The contract is short.", "contract", day("2025-08-25")),
    ("Firm buys rival\n\nThe firm bought a rival on Monday.", "buys", day("2025-08-25")),
    ("Mill burns\n\nA mill burned. Its owner wept. A dog ran off. In 2019 a barn burned.", "burns", TODAY),
    ("The firm said it had sold a ship. It sold the ship on 3 March.", "had sold", day("2025-03-03")),
    ("The firm said it had sold a ship. It bought the ship on 3 March.", "had sold", None),
    ("A deal was signed on 3 March 2019. Another firm signed a deal.", "deal", TODAY),
    # The story's day holds for what is told as past, not for how things are.
    ("The band played on Sunday. The crowd cheered.", "cheered", day("2025-08-24")),
    ("The band played on Sunday. It has ten members.", "has", TODAY),
    ("The band played on Sunday. Later in the day, a fan fell ill.", "fell", day("2025-08-24")),
    # What goes on from a sentence that opens with a date of long ago.
    (LEAD + "In 2005 it bought ten trams. It also rented two ships.", "rented", ("2005-01-01", "2005-12-31")),
    (LEAD + "In 2005 it bought ten trams. Its owner also spoke of ships.", "spoke", TODAY),
    (LEAD + "It bought ten trams in 2005. It also rented two ships.", "rented", TODAY),
    # Done by doing: no mere intention.
    (LEAD + "The owner went on to praise the town.", "praise", TODAY),
    (LEAD + "We have raised prices, he said.", "raised", TODAY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), DATED)
def test_dated(text, word, expected):
    found, why = dated(text, word)
    assert found == expected, why


OPEN = [
    ("The firm had sold ten ships.", "sold", "earlier than the story"),
    ("Repairs are likely to take a week.", "Repairs", "something to come"),
    ("The firm later sold ten ships.", "sold", "after something else"),
    ("The closed depot is for sale.", "closed", "only describes"),
    ("The recently opened depot is full.", "opened", "in passing"),
    ("The firm wants to close the depot.", "close", "possible or to come"),
    ("The town has bought two of its ships.", "bought", "at some time until now"),
    ("The depot is owned by a bank.", "owned", "how things are"),
    ("Ships built by the firm are slow.", "built", "only describes"),
    ("The campaign is popular.", "campaign", "lasts"),
    ("Strikes are common.", "Strikes", "several"),
    ("Ships are often repaired in Lorne.", "repaired", "again and again"),
    ("The town did not pay.", "pay", "not having happened"),
    ("The panel made a recommendation that the town rebuild it.", "rebuild", "only asked for"),
]


@pytest.mark.parametrize(("sentence", "word", "reason"), OPEN)
def test_what_is_not_told_as_done_is_left_open(sentence, word, reason):
    found, why = dated(LEAD + sentence, word)
    assert found is None
    assert reason in why
    assert why.endswith("without a date")


def test_what_the_first_sentences_tell_as_done_is_the_news():
    assert dated("The firm has sold a ship. Its owner spoke.", "sold")[0] == TODAY


def test_a_definite_noun_of_the_lead_is_the_news_even_if_its_kind_lasts():
    text = "The town began a campaign. Its mayor spoke. The campaign is popular."
    assert dated(text, "campaign")[0] == TODAY


def test_reasons_are_one_plain_sentence():
    _, why = dated("A train derailed on Monday. The derailment blocked the line.", "derailment")
    assert why.startswith("named elsewhere as “derailed”, where “Monday” stands with it: ")
