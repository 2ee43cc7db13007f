"""What is settled by a neighbour: a year in the name of what happened, a name behind a weekday, a day told already."""

SETTLED = [
    (
        "2024-03-04",
        "Gunmen came on [Saturday night]. A hundred were left on [Sunday morning]. Another jail fell [the same night].",
        ["2024-03-02", "2024-03-03", "2024-03-02"],
    ),
    (
        "2024-03-04",
        "Gunmen came on [Saturday]. Another jail fell [the same night].",
        ["2024-03-02", "2024-03-02"],
    ),
    # a time of day told as past is of the day that its paragraph tells of; not of the day on which somebody says so
    (
        "2023-07-30",
        "The launch left on [11 May] with many people on board and no lights. At about [23:40] it was hit by a gust.",
        ["2023-05-11", "2023-05-11"],
    ),
    (
        "2023-07-30",
        "The inquiry opened on [11 May] in a hall that was full of those who had lost somebody on board. It goes on at [23:40].",
        ["2023-05-11", "2023-07-30"],
    ),
    (
        "2023-07-30",
        "The ministry denied on [11 May] that it had known of the crack in the great old dam above the town of Vell. At [6 a.m.] the dam broke.",
        ["2023-05-11", "2023-07-30"],
    ),
    ("2023-07-30", "Shells fell at [dawn], a minister said late on [Friday].", ["2023-07-28", "2023-07-28"]),
    (
        "2023-07-30",
        "The hearing begins at [dawn], a minister said late on [Friday].",
        ["2023-07-30", "2023-07-28"],
    ),
    (
        "2023-07-30",
        "The siege ended on [3 May 2019]. At [dawn] on [the 5th] they left.",
        ["2019-05-03", "2019-05-05", "2019-05-05"],
    ),
    # up to now, and the calendar's
    ("2025-12-13", "They fled in [the past week].", ["2025-12-07..2025-12-13"]),
    ("2025-12-13", "They fled [last week].", ["2025-12-01..2025-12-07"]),
    # the year of a happening is that of its sentence; not of what is remembered, filmed or studied later
    (
        "2023-09-14",
        "The [1848] revolt was put down in [August].",
        ["1848-01-01..1848-12-31", "1848-08-01..1848-08-31"],
    ),
    (
        "2023-09-14",
        "The [1962] eruption on the island began on [3 May].",
        ["1962-01-01..1962-12-31", "1962-05-03"],
    ),
    (
        "2023-09-14",
        "The [1975] elections were held in [June].",
        ["1975-01-01..1975-12-31", "1975-06-01..1975-06-30"],
    ),
    (
        "2023-09-14",
        "The [1848] revolt was commemorated in [August].",
        ["1848-01-01..1848-12-31", "2023-08-01..2023-08-31"],
    ),
    (
        "2023-09-14",
        "The [1962] eruption was filmed again in [May].",
        ["1962-01-01..1962-12-31", "2023-05-01..2023-05-31"],
    ),
    (
        "2023-09-14",
        "The [1962] chapel was sold in [May].",
        ["1962-01-01..1962-12-31", "2023-05-01..2023-05-31"],
    ),
    (
        "2023-09-14",
        "The [1962] flood was the worst, the town said in [May].",
        ["1962-01-01..1962-12-31", "2023-05-01..2023-05-31"],
    ),
    # what a list shares
    ("2023-09-14", "Between [3] and [9 March last year] it rained.", ["2022-03-03", "2022-03-09"]),
    (
        "2023-09-14",
        "On [3], [4] and [9 March of last year] it rained.",
        ["2022-03-03", "2022-03-04", "2022-03-09"],
    ),
    (
        "2023-09-14",
        "It lost money in [the second] and [third quarters of 2020].",
        ["2020-04-01..2020-06-30", "2020-07-01..2020-09-30"],
    ),
    (
        "2023-09-14",
        "It lost money in [the first] and [second quarters of last year].",
        ["2022-01-01..2022-03-31", "2022-04-01..2022-06-30"],
    ),
    ("2023-09-14", "In the first and second quarters of the hall there is light.", []),
    (
        "2023-09-14",
        "It rained in [January], [March] and [June].",
        ["2023-01-01..2023-01-31", "2023-03-01..2023-03-31", "2023-06-01..2023-06-30"],
    ),
    ("2023-09-14", "In [January], March and his wife left.", ["2023-01-01..2023-01-31"]),
    # streets and counts
    ("2023-09-14", "They marched from June Street to the square.", []),
    ("2023-09-14", "It was won by 2,310 votes to 1987.", []),
    (
        "2023-09-14",
        "The seats went from [1987] to [2010] to women.",
        ["1987-01-01..1987-12-31", "2010-01-01..2010-12-31"],
    ),
    (
        "2023-09-14",
        "Rates rose in [Q2 2021] and again in [Q4].",
        ["2021-04-01..2021-06-30", "2021-10-01..2021-12-31"],
    ),
    (
        "2023-09-14",
        "Rates rose in [Q4 2021] and fell in [Q2].",
        ["2021-10-01..2021-12-31", "2023-04-01..2023-06-30"],
    ),
    (
        "2023-09-14",
        "In [1984] it closed, and it reopened in [May of the following year].",
        ["1984-01-01..1984-12-31", "1985-05-01..1985-05-31"],
    ),
    ("2023-09-14", "Halfway through [2018] he left.", ["2018-01-01..2018-12-31"]),
    ("2023-09-14", "It was open through [2018].", ["..2018-12-31"]),
    # decided for a month, or from a day on
    ("2023-09-14", "The council voted to shut the pool in [November].", ["2023-11-01..2023-11-30"]),
    ("2023-09-14", "The council voted in [November] to shut the pool.", ["2022-11-01..2022-11-30"]),
    ("2023-09-14", "The rule applies from [Sunday].", ["2023-09-17"]),
    ("2023-09-14", "The rule applied from [Sunday].", ["2023-09-10"]),
    # titles, places and shifts
    ("2023-09-14", "The film 1971 was shown, and the play 1983 was not.", []),
    ("2023-09-14", "The film of [1971] was shown.", ["1971-01-01..1971-12-31"]),
    ("2023-09-14", "Psalm 1905 and area 2002 do not exist.", []),
    ("2023-09-14", "Between 1700 and 1800 sailors drowned.", []),
    (
        "2023-09-14",
        "Between [1700] and [1800] the town grew.",
        ["1700-01-01..1700-12-31", "1800-01-01..1800-12-31"],
    ),
    ("2023-09-14", "The night shift read the morning papers.", []),
    ("2023-09-14", "On [Monday] they stayed until [the night] was over.", ["2023-09-11", "..2023-09-11"]),
    # the year named behind "that year"
    (
        "2023-09-14",
        "The wall fell in [the spring of that year], [1926].",
        ["1926-03-01..1926-05-31", "1926-01-01..1926-12-31"],
    ),
    (
        "2023-09-14",
        "It closed in [March of that year], [1926].",
        ["1926-03-01..1926-03-31", "1926-01-01..1926-12-31"],
    ),
    (
        "2023-09-14",
        "In [1926] it opened. It closed in [March of that year], 1,930 guests mourned.",
        ["1926-01-01..1926-12-31", "1926-03-01..1926-03-31"],
    ),
    # the week of a day told in news, or the one that is over on a Monday
    (
        "2023-09-18",
        "Shares fell on [Friday] in [the week]'s busiest session. For [the week], the index lost a tenth.",
        ["2023-09-15", "2023-09-11..2023-09-17", "2023-09-11..2023-09-17"],
    ),
    ("2023-09-18", "It was [the week]'s worst day.", ["2023-09-11..2023-09-17"]),
    ("2023-09-20", "It was [the week]'s worst day.", ["2023-09-18..2023-09-24"]),
    ("2023-09-18", "She had stayed for the week, and left.", []),
    # a week from today and tomorrow
    ("2023-09-14", "The fair opens [tomorrow week].", ["2023-09-22"]),
    ("2023-09-14", "The fair opens [today week].", ["2023-09-21"]),
    ("2023-09-14", "The fair will open [two weeks today].", ["2023-09-28"]),
    ("2023-09-14", "The fair opens [a week tomorrow].", ["2023-09-22"]),
    ("2023-09-14", "The fair opens [tomorrow], week after week.", ["2023-09-15"]),
    ("2023-09-14", "The fair has been shut a week [today].", ["2023-09-14"]),
    # an hour of four figures on a day; a year before one
    ("2023-09-14", "The bridge was taken by [0630 on 6 June].", ["..2023-06-06"]),
    ("2023-09-14", "They left at [1915 on Tuesday].", ["2023-09-12"]),
    ("2023-09-14", "Some 1830 on [Tuesday night] signed it.", ["2023-09-12"]),
    ("2023-09-14", "They left in [1915], on [Tuesday].", ["1915-01-01..1915-12-31", "2023-09-12"]),
    # a feast of an early year, and a count
    ("2023-09-14", "He was crowned on [Easter Sunday 967].", [""]),
    ("2023-09-14", "He was crowned on [Christmas Day 967].", ["0967-12-25"]),
    ("2023-09-14", "On [Christmas Day 967], he was crowned.", ["0967-12-25"]),
    ("2023-09-14", "On [Christmas Day] 967 meals were served.", ["2022-12-25"]),
    # two figures of a year lie no further ahead than the coming years, unless what is to come is told
    ("2023-09-14", "The letters date from [Sept 2 '44].", ["1944-09-02"]),
    ("2023-09-14", "The letter is of [May '44].", ["1944-05-01..1944-05-31"]),
    ("2023-09-14", "The loan will end on [Sept 2 '44].", ["2044-09-02"]),
    ("2023-09-14", "The loan is of [May '21].", ["2021-05-01..2021-05-31"]),
    # a weekday as somebody's first name, in the name of a paper or a street
    ("2023-09-14", "Minister Friday Okoro stepped down.", []),
    ("2023-09-14", "Monday Okoro, a potter, stepped down.", []),
    ("2023-09-14", "It was won by Sunday Okoro, who is 19.", []),
    ("2023-09-14", "He said [Sunday] Norway had won.", ["2023-09-10"]),
    ("2023-09-14", "The minister said [Friday] Norway, a rival, had won.", ["2023-09-08"]),
    ("2023-09-14", "The Sunday Gazette first told it.", []),
    ("2023-09-14", "It was printed on [Sunday]. Gazette readers wrote in.", ["2023-09-10"]),
    ("2023-09-14", "On [Sunday] Record Corp. said so.", ["2023-09-10"]),
    ("2023-09-14", "He lives in Friday Street.", []),
    ("2023-09-14", "They met on [Friday] in a street.", ["2023-09-08"]),
    # the month that is just over is "last month", so "last August" is an older one; but not over the new year
    ("2023-09-14", "He fled [last August].", ["2022-08-01..2022-08-31"]),
    ("2023-09-14", "He fled [last June].", ["2023-06-01..2023-06-30"]),
    ("2023-01-14", "He fled [last December].", ["2022-12-01..2022-12-31"]),
    # a time that lasts up to now, and the week or year before
    ("2023-09-14", "He has slept there for [the last week].", ["2023-09-08..2023-09-14"]),
    ("2023-09-14", "Over [the last year] prices fell.", ["2022-09-15..2023-09-14"]),
    ("2023-09-14", "He slept there [last week].", ["2023-09-04..2023-09-10"]),
    ("2023-09-14", "In the last year of his life he slept there.", []),
    # "the previous Friday" is no day told already
    (
        "2023-09-18",
        "Shares fell on [Friday]. "
        + "They had been weak, and few were sold in the dull trade of a wet day. " * 5
        + "The index lost a tenth on the [previous Friday].",
        ["2023-09-15", "2023-09-08"],
    ),
    (
        "2023-09-18",
        "Shares were weak. The index had lost a tenth on the [previous Friday].",
        ["2023-09-15"],
    ),
]
