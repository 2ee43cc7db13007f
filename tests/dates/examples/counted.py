"""What is counted from a told time, and what only compares. Published on Wednesday 27 August 2025."""

# the text; the words; the first and the last day of them, ".." where a side is open, "none" where no days come of them
EXAMPLES = [
    # from a date that the sentence names
    ("Talks resume five days after February 3, 2022.", "five days after", "2022-02-08 2022-02-08"),
    ("The tunnel opened three weeks before June 21, 1998.", "three weeks before", "1998-05-31 1998-05-31"),
    ("Two weeks after 3 May 2021 it burned.", "Two weeks after", "2021-05-17 2021-05-17"),
    ("A month after 3 May 2021 it burned.", "A month after", "2021-06-03 2021-06-03"),
    ("It burned 90 days after 1 January 2020.", "90 days after", "2020-03-31 2020-03-31"),
    ("It closed a fortnight before July 4, 2019.", "a fortnight before", "2019-06-20 2019-06-20"),
    ("The day after February 3 he left.", "The day after", "2025-02-04 2025-02-04"),
    ("The night before June 3, 2020 was wet.", "The night before", "2020-06-02 2020-06-02"),
    ("The year after 2014 he left.", "The year after", "2015-01-01 2015-12-31"),
    ("Two years after 2014 he left.", "Two years after", "2016-01-01 2016-12-31"),
    ("A month after May 2019 he left.", "A month after", "2019-06-01 2019-06-30"),
    ("Two days before Friday's vote he left.", "Two days before", "2025-08-20 2025-08-20"),
    (
        "The day before last Tuesday's hearing he left.",
        "The day before last Tuesday",
        "2025-08-25 2025-08-25",
    ),
    (
        "The kiln went out three weeks before the new year.",
        "three weeks before the new year",
        "2024-12-11 2024-12-11",
    ),
    (
        "The kiln will go out three weeks before the new year.",
        "three weeks before the new year",
        "2025-12-11 2025-12-11",
    ),
    ("More than two years after 3 May 2018 he left.", "More than two years after", "2020-05-03 .."),
    ("Less than two weeks after May 3 he left.", "Less than two weeks after", "2025-05-03 2025-05-17"),
    # from a month or a year no exact day is made
    ("Two weeks after May 2019 he left.", "Two weeks after", "2019-05-15 2019-06-14"),
    ("The kiln was sold in May. Six days later it burned.", "Six days later", "2025-05-07 2025-06-06"),
    ("The kiln was sold in May. A day later it burned.", "A day later", "2025-05-02 2025-06-01"),
    ("The kiln was sold in May. The next day it burned.", "The next day", "2025-05-02 2025-06-01"),
    ("The kiln was sold in 2017. Two weeks later it burned.", "Two weeks later", "2017-01-09 2018-01-21"),
    (
        "The kiln was sold in 2017. Two weeks earlier it had burned.",
        "Two weeks earlier",
        "2016-12-11 2017-12-23",
    ),
    (
        "The kiln was sold in 2017. Three months later it burned.",
        "Three months later",
        "2017-04-01 2018-03-31",
    ),
    ("The kiln was sold in 2017. Three years later it burned.", "Three years later", "2020-01-01 2020-12-31"),
    ("The kiln was sold in May. Two months later it burned.", "Two months later", "2025-07-01 2025-07-31"),
    ("The kiln was sold on May 3. Six days later it burned.", "Six days later", "2025-05-09 2025-05-09"),
    ("They met in the 1980s. Two years later they wed.", "Two years later", "1982-01-01 1991-12-31"),
    ("The kiln was sold in May. The next morning it burned.", "The next morning", "2025-05-02 2025-06-01"),
    ("The kiln was sold in May. That evening it burned.", "That evening", "none"),
    ("The kiln was sold in May. The following Monday it burned.", "following Monday", "none"),
    ("The kiln was sold last week. That Friday it burned.", "That Friday", "2025-08-22 2025-08-22"),
    (
        "The kiln was sold on 3 May 2019. The following Monday it burned.",
        "following Monday",
        "2019-05-06 2019-05-06",
    ),
    ("A couple of days after February 3 he left.", "A couple of days after", "2025-02-05 2025-02-05"),
    ("Three weeks from 3 May 2021 he left.", "Three weeks from", "2021-05-24 2021-05-24"),
    ("It lasted 64 days from 21 May 2021 to 24 July 2021.", "64 days", "none"),
    # all the days of a stretch
    ("Within a week after 3 May 2020 he was back.", "a week after", "2020-05-03 2020-05-10"),
    ("For two weeks before 3 May 2020 it rained.", "two weeks before", "2020-04-19 2020-05-03"),
    # from what has no date
    ("He resigned a day after the audit was printed.", "a day", "none"),
    ("A week after the flood he resigned.", "A week", "none"),
    ("Five years after its launch, the shop closed.", "Five years", "none"),
    ("They met on May 3. Two days after that they parted.", "Two days after that", "2025-05-05 2025-05-05"),
    ("They met on May 3. Ten days thereafter they parted.", "Ten days thereafter", "2025-05-13 2025-05-13"),
    # comparisons
    ("The lifts opened three weeks earlier than expected.", "three weeks earlier", "none"),
    ("The lifts opened two weeks later than normal.", "two weeks later", "none"),
    ("The line was finished a year later than planned.", "a year later", "none"),
    ("It opened a month earlier than in most years.", "a month earlier", "none"),
    ("It opened a day earlier than announced.", "a day earlier", "none"),
    ("It opened two decades later than planned.", "two decades later", "none"),
    ("It opened on May 3, 2021 and closed a month later.", "a month later", "2021-06-01 2021-06-30"),
    ("Exports rose 5% in April from a year earlier.", "a year earlier", "2024-04-01 2024-04-30"),
    (
        "Arrivals fell in May from the same period a year earlier.",
        "the same period a year earlier",
        "2024-05-01 2024-05-31",
    ),
    ("It sold more in March 2018 than a year earlier.", "a year earlier", "2017-03-01 2017-03-31"),
    ("Exports in May were above those of a year earlier.", "a year earlier", "2024-05-01 2024-05-31"),
    ("Exports were higher in May than a year before.", "a year before", "2024-05-01 2024-05-31"),
    ("Sales fell 4% from the year before.", "the year before", "2024-01-01 2024-12-31"),
    ("It opened two weeks earlier than in 2019.", "two weeks earlier", "none"),
    # decades from the day of writing
    ("Output will triple over the next decade.", "the next decade", "2025-08-27 2035-08-27"),
    ("Output tripled over the past decade.", "the past decade", "2015-08-28 2025-08-27"),
    ("Over the past quarter-century the ice shrank.", "the past quarter-century", "2000-08-27 2025-08-27"),
    ("In the coming half century it will go.", "the coming half century", "2025-08-27 2075-08-27"),
    ("Output tripled in the 1990s.", "the 1990s", "1990-01-01 1999-12-31"),
    # of the time told
    (
        "It sold 9 boats in the third quarter of 2018 and 30 over the full year.",
        "the full year",
        "2018-01-01 2018-12-31",
    ),
    (
        "It sold 9 boats in the first quarter. It expects to sell 30 over the full year.",
        "the full year",
        "2025-01-01 2025-12-31",
    ),
    (
        "It sold 9 boats in the third quarter of 2018 and 30 for the year.",
        "the year",
        "2018-01-01 2018-12-31",
    ),
    ("Exports fell in 2014 after rising the year before.", "the year before", "2013-01-01 2013-12-31"),
    ("Sales rose in March from the month before.", "the month before", "2025-02-01 2025-02-28"),
    (
        "The barge sank on Monday morning. Later in the day it broke in two.",
        "Later in the day",
        "2025-08-25 2025-08-25",
    ),
    ("In May 2014 he was hired. Later in the year he left.", "Later in the year", "2014-05-01 2014-12-31"),
    (
        "In May 2014 he was hired. He will retire later in the year.",
        "later in the year",
        "2025-08-27 2025-12-31",
    ),
    ("On 4 May 1970 the pit flooded. Widows look back to this day.", "this day", "1970-05-04 1970-05-04"),
    ("On 4 May 1970 the pit flooded. It is shut to this day.", "to this day", "none"),
]
# No time is told in these words.
NONE = [
    ("He left the year before.", "the year before"),
    ("They left the week after.", "the week after"),
    ("The new year brings hope.", "new year"),
]
