"""Stories inside the news: the expressions of each passage in brackets, their values in order."""

NEWS = "2024-02-06"  # a Tuesday

# A story between two written-out dates of the past, and what goes on behind it.
STORIES = [
    (
        "The siege began on [5 September 1914]. [Two days later] a fort fell. On [the 19th] a bridge was blown up. In "
        "[early October] they asked for terms, and on [the 9th] they laid down their arms.",
        "1914-09-05 1914-09-07 1914-09-19 1914-10 1914-10-09",
    ),
    ("[Two days ago] a fort fell. On [the 19th] a bridge was blown up.", "2024-02-04 2024-01-19"),
    (
        "The mill was sold in [October 2019].\nOn [October 24] the roof fell in.\n[The following month] the owner left.\n"
        "A report of [December 9] blamed him. [Ten days later] he was charged.\nThe trial opened in [May 2021].\n"
        "On [June 3] he was freed. In [August] he moved away.",
        "2019-10 2019-10-24 2019-11 2019-12-09 2019-12-19 2021-05 2021-06-03 2021-08",
    ),
    # January after November is that of the next year; a weekday ends the story
    (
        "The strike began in [November 2018]. In [January] the police came. By [March] it was over. The last man was freed "
        "in [July 2019].\nOn [Friday] the union will meet. In [January] it moved.",
        "2018-11 2019-01 2019-03 2019-07 2024-02-09 2024-01",
    ),
    (
        "He was jailed in [May 2018]. In [July] he fell ill. In [April] he left. In [June 2019] he died.",
        "2018-05 2018-07 2019-04 2019-06",
    ),
    (
        "Work began on [3 March 2017]. It stopped in [August], began again in [November], and was over by [January]. The hall "
        "opened in [April 2018]. The first show was in [September]. [Two months later] it burned down.",
        "2017-03-03 2017-08 2017-11 2018-01 2018-04 2018-09 2018-11",
    ),
    (
        "The affair began in [February 2020]. In [the autumn] a minister resigned. In [the spring] another followed. It ended "
        "in [July 2021].",
        "2020-02 2020-FA 2021-SP 2021-07",
    ),
    # "the next month", told as past; the 16th of the month told in the paragraph before
    (
        "The law was changed in [March 2020].\n[The next month] the case was closed. It was reopened in [July]. The trial began on "
        "[11 January 2023].",
        "2020-03 2020-04 2020-07 2023-01-11",
    ),
    (
        "On [14 March 2018] a bus fell.\nOn [the 16th] the driver was held.\nOn [the 20th] he was freed. On [the 3rd] he left.",
        "2018-03-14 2018-03-16 2018-03-20 2018-04-03",
    ),
    (
        "It was opened in [June 2011]. In [August] a crack was found. In [March 2013] it was shut. By [December] it was open.",
        "2011-06 2011-08 2013-03 2013-12",
    ),
    (
        "Rain began on [30 November 2015]. On [December 4] the river rose. By [January 6] it was dry. A wall was built in [2017].",
        "2015-11-30 2015-12-04 2016-01-06 2017",
    ),
    (
        "He retired in [December 2015]. [Three months earlier] he had been ill. The [next January] he died.",
        "2015-12 2015-09 2016-01",
    ),
    # a date of long ago reaches over paragraphs and 300 characters
    (
        "The dam broke on [3 May 2016].\n"
        + "It had been built of clay, and nobody had looked after it. " * 6
        + "\n"
        "[The following month] its owner was charged.",
        "2016-05-03 2016-06",
    ),
]
# No story: a word that counts from now stands between, the date only bounds something, or nothing follows.
NO_STORY = [
    ("It was sold in [May 2018]. [Next month] it will be sold again.", "2018-05 2024-03"),
    ("It was sold in [May 2018]. In [the next month] it will be sold again.", "2018-05 2024-03"),
    (
        "It was sold in [May 2018] on a hill. On [Monday] he said so. On [the 3rd] he left.",
        "2018-05 2024-02-05 2024-02-03",
    ),
    (
        "It was fined in [May 2018]. Its profit fell in [March], it said on [Monday]. It was fined again in [June 2021].",
        "2018-05 2023-03 2024-02-05 2021-06",
    ),
    (
        "It was fined in [May 2018]. [Last week] it closed a shop. In [March] it lost money. It was fined in [June 2021].",
        "2018-05 2024-W05 2023-03 2021-06",
    ),
    (
        "No flood has been as bad since the storm of [September 2014]. In [October] the river rose. A dam was built in [May 2021].",
        "2014-09 2023-10 2021-05",
    ),
    (
        "Photo: the harbour in [May 2018]\nIn [June] the harbour was shut. It reopened in [March 2021].",
        "2018-05 2023-06 2021-03",
    ),
    (
        "The harbour (built in [May 2018]) was shut in [June]. It reopened in [March 2021].",
        "2018-05 2023-06 2021-03",
    ),
    (
        "He was born in [May 1961]. In [June] he was shot. He had come in [March 2021].",
        "1961-05 2023-06 2021-03",
    ),
    (
        "The affair began in [February 2020]. It will be told in a film in [March]. It ended in [July 2021].",
        "2020-02 2024-03 2021-07",
    ),
    (
        "The affair began in [February 2020]. In a report the firm said in [September] that it ended in [June 2020].",
        "2020-02 2023-09 2020-06",
    ),
    (
        "The dam broke on [3 May 2016].\n"
        + "It had been built of clay, and nobody had looked after it. " * 6
        + "\n"
        "It rained on [Monday]. [The following month] its owner was charged.",
        "2016-05-03 2024-02-05 2024-03",
    ),
]
LIFE = (
    "Mira Valk was born in Riga in 1931 and came to Hull in 1946.\n{}In the spring of 1953 she sailed to Lima. They married in "
    "1956. In December a girl was born.\nHer show opened on 3 April 1962. In June it moved. She came back in 1970.\n"
    "In 1988 the city gave her a house. In February it burned down. In 1999 she died.\n"
)
# In a life, published on Friday 20 March 2015: what is told behind its first paragraph, and the values of these words.
LIVES = [
    (LIFE.format("The following year she began to paint. "), "The following year", "1947"),
    (LIFE.format("Two years later she began to paint. "), "Two years later", "1948"),
    (LIFE.format(""), "December", "1956-12"),
    (LIFE.format(""), "February", "1988-02"),
    (
        LIFE.format("") + "On Monday the city will open a museum. It is to close in October.",
        "Monday",
        "2015-03-23",
    ),
    (
        LIFE.format("") + "On Monday the city will open a museum. It is to close in October.",
        "October",
        "2015-10",
    ),
    (
        LIFE.format("") + "The mayor said on Wednesday that the house will be rebuilt.",
        "Wednesday",
        "2015-03-18",
    ),
]
