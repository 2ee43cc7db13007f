"""The ways in which claims are worded: each family of phrases is found, what looks like it is not."""

from datetime import date

import pytest

from tests.faults import open_fault
from toolkit.claims.extract import extract
from toolkit.model import UNTYPED, Article

FRIDAY = date(2025, 6, 13)

WORDED = """
atrocity | There were reports of executions by the militia in the town, aid workers said.
advance | The army has lost three towns since the rebels launched an offensive in May, its commander said.
strike | Nine people were killed in an Israeli airstrike on a school in Rafah, officials said.
advance | The army tried to retake the town of Bara on Monday, residents said.
control | Russian forces took the village of Malynivka on Saturday, the Defence Ministry said.
control | The town of Siversk fell to Russian forces last week, officials said.
control | No village has fallen, the brigade's spokesman said of the fighting around Pokrovsk.
control | Not a single settlement has been lost in the Sumy region, the Ukrainian governor said.
control | Russian troops have yet to take any town in the region, according to the General Staff.
control | The army failed to seize a single village near Kupiansk, the Ukrainian commander said.
control | None of the villages has been captured, the Ukrainian General Staff said.
control | Kyiv said that its troops had recaptured three villages south of Orikhiv.
control | Ukraine's army won back a hamlet near Tyotkino, its commander said.
control | Ukrainian units regained Kindrativka on Monday, the General Staff said.
control | Russia's Defence Ministry announced the capture of Malynivka.
control | The ministry in Moscow reported the liberation of two villages in the Donetsk region.
control | Moscow claimed the seizure of Novomykolaivka on Thursday.
control | DeepState said that Zelenyi Hai had been occupied.
control | The village of Zelenyi Hai is now in Russian hands, DeepState reported.
control | Russian troops hold about a third of Toretsk, a Ukrainian officer told the BBC.
control | Russian forces have taken small patches of land along the river in the Kharkiv region.
control | Russia has grabbed a sliver of territory in the Sumy region, analysts say.
control | Russia gained 450 square kilometres in May, the Institute for the Study of War said.
control | Ukraine lost 12 villages in June, DeepState said.
control | The map of DeepState marked a narrow pocket near Velyka Novosilka as Russian.
control | The institute's map depicted a wedge of Russian-held land near Siversk.
control | Ukrainian marines raised the flag over Kamianske, the navy said.
control | Russian soldiers hoisted their flag in the centre of Chasiv Yar, footage showed.
control | Moscow's troops now occupy most of Toretsk, the Ukrainian brigade said.
control | The settlement changed hands twice in a week, soldiers of the Ukrainian brigade said.
advance | Russia has won a foothold on the right bank, The Guardian reported.
advance | Russian marines gained a bridgehead near Kozacha Lopan, the General Staff acknowledged.
advance | Russian soldiers have held a toehold in the Sumy region since March, a Ukrainian officer said.
advance | Russia expanded its foothold near Vovchansk, the brigade said.
advance | Its soldiers are already there, Moscow said of the Sumy region.
advance | The Russian ministry said that its units were inside the Kharkiv region.
advance | Moscow has said since May that its troops are in the Sumy region.
advance | Moscow has insisted for weeks that its forces are across the border in the Sumy region.
advance | Moscow has spoken of a breakthrough near Pokrovsk since last week.
advance | The Kremlin again reported an advance toward Kostiantynivka.
advance | Russia claimed further gains near Pokrovsk on Friday.
advance | Russian forces gained ground near Lyman, the Ukrainian army conceded.
advance | Russian troops moved two kilometres closer to Pokrovsk, DeepState said.
advance | Russian forces made headway near Toretsk, analysts said.
advance | The offensive brought Moscow modest gains in the Kharkiv region in May.
advance | A thrust of 7 km by Russian paratroopers near Siversk has run out of steam.
clash | An advance of some four kilometres by a Russian regiment near Lyman was halted, the army said.
advance | Ukrainian troops crossed into Russia's Kursk region on Tuesday, the governor said.
advance | Russian sabotage groups entered the city of Sumy, the mayor said.
advance | Russian troops slipped through the lines near Dobropillia, DeepState reported.
advance | Russian forces are closing in on Pokrovsk, the Ukrainian military said.
advance | Russian troops are edging toward Kramatorsk, the General Staff said.
siege | The army has encircled Myrnohrad, Russia's Defence Ministry claimed.
siege | Russian forces have surrounded a Ukrainian garrison in Myrnohrad, Moscow claimed.
advance | Moscow opened a new front in the Sumy region in May, the governor said.
advance | Russia launched a ground incursion into the Kharkiv region on May 10, Kyiv said.
advance | Russian ground troops have reached the Dnipropetrovsk region, the Kremlin said.
advance | Soldiers came across the river at night, residents of Sumy said, and Russian drones followed.
advance | The officers dated the Russian crossing to the first weekend of June.
advance | Two officers placed the Russian incursion on 10 May.
withdrawal | Ukrainian troops pulled out of Avdiivka on Saturday, the commander said.
withdrawal | Ukraine has withdrawn from the village to save the lives of soldiers, the General Staff said.
withdrawal | The brigade left its positions in Toretsk, the Ukrainian army said.
withdrawal | Russian forces gave up two villages near Kupiansk, Kyiv said.
withdrawal | Ukraine denied that its troops had retreated from Chasiv Yar.
strike | A Russian missile hit an apartment block in Kharkiv on Monday, the mayor said.
strike | Russian drones attacked Odesa overnight, the governor said.
strike | Ukraine struck an oil refinery in Ryazan with drones, the General Staff said.
strike | A drone strike set a fuel depot on fire in Engels, the Russian governor said.
strike | Russia fired 52 missiles and 400 drones at Ukraine overnight, the air force said.
strike | Ukrainian air defences shot down 90 of 110 Russian drones, the air force said.
strike | Explosions were heard in Kyiv early on Friday, the mayor said.
strike | Russian shelling damaged a school in Nikopol, the Ukrainian governor said.
strike | Glide bombs fell on Kramatorsk on Tuesday, the Ukrainian mayor said.
strike | Kyiv came under a massive drone attack overnight, the Ukrainian mayor said.
strike | Russia launched its largest air attack of the war on Kyiv on Sunday, Ukraine's air force said.
strike | Ukrainian saboteurs blew up a bridge in the Bryansk region, Moscow said.
clash | Heavy fighting is under way near Pokrovsk, the General Staff said.
clash | Novopavlivka is still being fought over, the Ukrainian army said.
clash | Battles raged on the outskirts of Chasiv Yar, a Ukrainian officer said.
clash | Ukrainian forces beat back 14 assaults near Lyman, the General Staff said.
clash | Ukraine's southern command said that its troops were holding their sector of the front.
clash | The brigade said that it had thwarted a Russian attempt to cross the Oskil river.
clash | Ukrainian paratroopers held off the attack near Siversk, the brigade said.
clash | The Russian attack was repulsed, the General Staff said.
clash | Ukraine's forces had stopped the thrust near Dobropillia, Kyiv said.
clash | Street fighting broke out in Vovchansk, the Ukrainian police chief said.
casualty | At least 12 people were killed and 40 wounded in Ternopil, Ukrainian officials said.
casualty | Russia lost 1,100 soldiers on Sunday, the Ukrainian General Staff said.
casualty | The death toll from the Russian attack on Kyiv rose to 31, rescuers said.
casualty | A woman died in a Russian drone attack on Kherson, the governor said.
casualty | Seven civilians, among them two children, were injured in Nikopol, the Ukrainian governor said.
mobilisation | Russia has concentrated 50,000 troops near Sumy, Zelensky said.
mobilisation | Moscow is building up its forces near Huliaipole, the Ukrainian military said.
mobilisation | Kyiv rushed reserves to Pokrovsk, a Ukrainian officer said.
mobilisation | Russia moved marines from Sumy to the Donetsk region, the General Staff said.
mobilisation | Putin ordered the call-up of 160,000 men.
talks | The July 23 round took place in Istanbul.
talks | Delegations of Russia and Ukraine sat down in Istanbul on Monday.
talks | Trump and Putin spoke by phone on Monday, the Kremlin said.
talks | Zelensky was received by Macron in Paris on Friday.
talks | Macron received Zelensky in Paris on Friday.
talks | Zelensky hosted NATO chief Mark Rutte in Kyiv on Friday.
talks | Talks between Rubio and Lavrov in Abu Dhabi are to follow next week.
talks | A third round of talks is expected in Istanbul in July, Ukraine's foreign minister said.
talks | Steve Witkoff travelled to Moscow on Wednesday to meet Putin.
talks | German Chancellor Friedrich Merz visited Kyiv on Wednesday.
talks | Russian and Ukrainian envoys met in Abu Dhabi on Friday.
talks | Trump met Putin in Anchorage on Friday and then Zelensky in Washington.
talks | Trump met Putin in Anchorage on Friday, and later Zelensky in Washington.
summit | The presidents are to meet in Budapest, Trump said.
summit | A summit of Trump and Putin is planned for August in Budapest, the White House said.
demand | Russia asked for all of the Donetsk region, an official said.
demand | The Russian side insisted on the handover of four regions.
demand | Moscow's memorandum requires Ukraine to withdraw from four regions.
demand | Russia set out its demands in Istanbul on Monday: Ukraine is to leave four regions.
demand | Zelensky appealed to allies for more air defence.
demand | Trump called on Putin to stop the strikes.
demand | Moscow wants Kyiv to give up the whole of the Donbas, the paper said.
demand | Ukraine asked Washington for Patriot systems.
demand | Macron urged Putin to agree to a ceasefire.
refusal | Putin has resisted calls for a ceasefire.
refusal | The Kremlin brushed aside the proposal of a truce.
refusal | Zelensky ruled out giving up any territory.
refusal | Moscow ignored the European call for a 30-day ceasefire.
refusal | Ukraine will not give up land, Zelensky said.
refusal | Lavrov said that Russia would not agree to European troops in Ukraine.
refusal | The Kremlin said that there were no plans for a meeting of the presidents.
refusal | Putin spurned an offer of talks in Vienna.
statement | Macron told the newspaper that giving Moscow land would be “a mistake”.
statement | Kallas called the Russian offer “a sham”.
statement | Zelensky described the proposal as a capitulation.
statement | A Kremlin aide said that land in the Sumy region might serve as a bargaining chip.
statement | A Russian official told Reuters that villages near Kharkiv could be traded for land elsewhere.
statement | Medvedev threatened Europe with war.
statement | Zelensky accused Russia of dragging its feet.
statement | Hopes of a quick deal have faded, European officials said.
offer | Putin offered direct talks in Istanbul from 15 May.
offer | Zelensky said that he was ready to meet Putin anywhere.
offer | Vatican offered to host negotiations between Russia and Ukraine.
agreement | Russia and Ukraine agreed to swap 1,000 prisoners each.
agreement | Kyiv and Washington signed a deal on minerals.
agreement | Ukraine accepted a US proposal for a 30-day ceasefire.
sanction | The EU adopted its 18th package of sanctions against Russia.
sanction | Britain sanctioned 18 Russian spies.
sanction | Washington slapped sanctions on Rosneft and Lukoil.
aid | Berlin will deliver two Patriot systems to Ukraine.
aid | Washington paused deliveries of some weapons to Ukraine.
aid | Norway pledged 1.5 billion dollars for air defence for Ukraine.
"""

ANSWERS = """
claimed | Moscow said so as early as June 1.
claimed | Moscow had said so already in May.
claimed | Russia repeated the claim on Friday.
claimed | Moscow renewed its claim on Thursday.
claimed | Russia stood by its account.
claimed | Moscow reiterated the statement on Wednesday.
unconfirmed | The Russian account could not be verified independently.
unconfirmed | Moscow's claim could not immediately be verified.
unconfirmed | It was not possible to verify the claim independently.
unconfirmed | Reuters was unable to verify the claim.
unconfirmed | Reuters could not independently verify the battlefield report.
unconfirmed | Independent confirmation was not available.
unconfirmed | Ukraine had not confirmed this by Friday.
unconfirmed | The claims have not been independently confirmed.
denied | Kyiv dismissed the Russian claim as propaganda.
denied | Ukraine's General Staff called the claim false.
denied | Kyiv said that was not true.
denied | The General Staff refuted the Russian ministry's report.
denied | The claim was denied by Kyiv.
denied | The claim was rejected by Ukraine's General Staff on Monday.
denied | Kyiv contradicted the report.
confirmed | Kyiv confirmed the claim on Tuesday.
confirmed | Kyiv later confirmed it.
confirmed | Ukraine admitted as much on Tuesday.
confirmed | The report was confirmed by Kyiv on Tuesday.
"""

NO_CLAIMS = """
Russia has never asked for comment on the talks, the editor said.
The general asked for directions in Paris.
The troops' football team won back the cup.
Ukraine lost three matches in June.
The film about Russian soldiers was received by critics in Kyiv with applause.
Russia's economy gained ground in May.
Kyiv's mayor placed the wreath on Sunday.
They came on Sunday.
Russian tourists visited Paris.
Ukraine's national team met Germany in Hamburg.
The Ukrainian embassy in Berlin asked for donations on its website.
Moscow hosted a film festival in June.
The ministry repeated the advert.
Putin resisted the temptation to laugh.
The Russian winter is a trap for tourists.
Kyiv called the concert a triumph.
The museum in Kyiv drew a crowd on Sunday.
The Ukrainian singer drew a line under her career.
Before the war, Russian troops held exercises near the border every summer.
Analysts say an advance of Russian troops could threaten Dnipro.
The region was captured by the Soviet army in 1943.
"""

CLAIM = "The Russian Defence Ministry said on Sunday that its troops had seized Zaporizke. "


def claims(text):
    return extract(Article("a1", text, "The Daily", published=FRIDAY))


def typed(text):
    """The rows of a kind: those of none stand apart in every table."""
    return [row for row in claims(text) if row.kind != UNTYPED]


FAULTS = {
    "Russian troops have yet to take any town in the region, according to the General Staff.": "a statement",
    "Russian troops hold about a third of Toretsk, a Ukrainian officer told the BBC.": "“hold a third” is a statement",
    "Its soldiers are already there, Moscow said of the Sumy region.": "“are there” is a statement",
    "Independent confirmation was not available.": "makes no answer",
    "The Ukrainian embassy in Berlin asked for donations on its website.": "any request is a statement",
    "Before the war, Russian troops held exercises near the border every summer.": "a habit of the past is a row",
    "Analysts say an advance of Russian troops could threaten Dnipro.": "a danger that analysts see is an advance",
    "They came on Saturday night.": "“came” is untyped",
}
"""What is not read as its table says, and what is made of it."""


def marks(text):
    return [open_fault(FAULTS[text])] if text in FAULTS else []


def pairs(table):
    split = [tuple(part.strip() for part in line.split("|", 1)) for line in table.strip().splitlines()]
    return [pytest.param(value, text, marks=marks(text)) for value, text in split]


@pytest.mark.parametrize(("kind", "text"), pairs(WORDED))
def test_a_claim_is_found_however_it_is_worded(kind, text):
    assert kind in {row.kind for row in claims(text)}


@pytest.mark.parametrize(("standing", "text"), pairs(ANSWERS))
def test_an_answer_is_found_however_it_is_worded(standing, text):
    *_, answer = claims(CLAIM + text)
    assert (answer.standing, answer.kind, answer.place) == (standing, "control", "Zaporizke")
    assert answer.start >= len(CLAIM)


@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=marks(text)) for text in NO_CLAIMS.strip().splitlines()]
)
def test_what_only_sounds_like_a_claim(text):
    assert typed(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("None of the villages has fallen.", "control"),
        pytest.param("They came on Saturday night.", "advance", marks=marks("They came on Saturday night.")),
        ("The fighting goes on near the railway.", "clash"),
    ],
)
def test_what_a_rule_needs_may_be_told_before(text, kind):
    rows = claims(
        "Ukrainian officers told Reuters that Russian soldiers had crossed into the Sumy region. " + text
    )
    assert rows[-1].kind == kind
    assert rows[-1].start > 0


@open_fault("any meeting is talks")
def test_it_is_told_nowhere_that_a_meeting_belongs_to_the_story():
    assert claims("The garden club has many members. The June 2 meeting took place in a tent.") == []


def test_two_clauses_with_days_and_places_of_their_own_are_two_claims():
    one, other = claims("Russian forces captured Siversk on Monday, and on Wednesday they captured Lyman.")
    assert (one.place, one.event_start) == ("Siversk", date(2025, 6, 9))
    assert (other.place, other.event_start) == ("Lyman", date(2025, 6, 11))
    assert len(claims("Russian forces captured Siversk, and they captured it by night.")) == 1


@open_fault("a plan of a trade is told as control")
def test_a_plan_told_as_a_trade_is_one_claim():
    (row,) = claims("A Kremlin official told Reuters that land near Sumy could be taken and exchanged.")
    assert (row.kind, row.via) == ("statement", "Reuters")


def test_a_headline_claims_nothing_that_the_text_does_not():
    text = "Russian troops hold a foothold in the Sumy region, the paper says, and Kyiv denies it\n\n"
    assert claims(text + "Nobody was in the office on Friday. Nobody came.") == []


@pytest.mark.parametrize(
    ("who", "standing"), [("Moscow", "claimed"), ("Kyiv", "confirmed"), ("The Guardian", "reported")]
)
def test_who_repeats_a_claim_gives_it_its_standing(who, standing):
    rows = claims(f"{CLAIM}{who} repeated the claim on Tuesday.")
    assert (rows[-1].standing, rows[-1].said_start) == (standing, date(2025, 6, 10))


@open_fault("a road that is closed is a sanction")
def test_to_count_from_a_claim_is_not_to_repeat_it():
    assert len(claims(CLAIM + "The road was closed two days after Moscow said so.")) == 1


@open_fault("what is planned has its days, but no modality")
def test_what_is_planned_is_to_come():
    (row,) = claims("A further round of talks between Russia and Ukraine is planned in Istanbul in July.")
    assert (row.modality, row.event_start, row.event_end) == ("will", date(2025, 7, 1), date(2025, 7, 31))
