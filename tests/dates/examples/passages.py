"""Passages whose expressions stand in brackets, and their values in order. News of Friday 13 June 2025; histories."""

NEWS = [
    # lengths told in two units
    ("The flight took [two hours and 20 minutes].", "PT2H20M"),
    ("It lasted [an hour and 5 minutes].", "PT1H5M"),
    ("He was held for [two years and three months].", "P2Y3M"),
    ("She held office for [six years, four months].", "P6Y4M"),
    ("It took [three days and six hours].", "P3DT6H"),
    ("It opened [two years and three months ago].", "2023-03"),
    ("They waited [two hours] and [three days] more.", "PT2H P3D"),
    # clock times with their half of the day behind them
    ("At [4:30 in the afternoon] they left.", "2025-06-13T16:30"),
    ("At [7:15 in the morning] they came.", "2025-06-13T07:15"),
    # an ordinal behind a month is not its day
    ("On [16 May], the first train ran.", "2025-05-16"),
    ("On [May 16], the second train ran.", "2025-05-16"),
    ("In [May], the first train ran.", "2025-05"),
    ("In [May] the Third Army crossed.", "2025-05"),
    ("It was on [May the first] that it ran.", "2025-05-01"),
    ("It was on [May 1st], [12 years] on.", "2025-05-01 P12Y"),
    # days by their number
    ("It began on [the 2nd] and ended on [the 9th].", "2025-06-02 2025-06-09"),
    ("On [the night of the 7th] shells fell.", "2025-06-07TNI"),
    # the same day is the past one where it is told as past
    (
        "The firm said on [June 2] that sales begin on [July 9]. [The same day] it cut its price.",
        "2025-06-02 2025-07-09 2025-06-02",
    ),
    (
        "The firm said on [June 2] that sales begin on [July 9]. On [the same day] it will cut its price.",
        "2025-06-02 2025-07-09 2025-07-09",
    ),
    # what exchanges trade is named by the month of its delivery
    ("[December] wheat fell a cent.", "2025-12"),
    ("The [March] sugar contract ended higher.", "2026-03"),
    ("[January] soybeans were down.", "2026-01"),
    ("[June] copper rose.", "2025-06"),
    ("In [December] wheat fell.", "2024-12"),
    ("The [March] contract with the mill was signed.", "2025-03"),
    ("[October] oil exports rose.", "2024-10"),
    # lengths in one word
    ("A [yearlong] study found no harm.", "P1Y"),
    ("The [weeklong] talks ended.", "P1W"),
    ("A [decadelong] dispute was over.", "P10Y"),
    # named days
    ("It was the worst day since [Black Monday].", "1987-10-19"),
    ("[Black Tuesday] came first.", "1929-10-29"),
    # weeks
    ("The trial starts [a week from tomorrow].", "2025-06-21"),
    ("In [the week] ended [June 7], claims fell.", "2025-W23 2025-06-07"),
    ("For [the week] ended [Saturday] it was less.", "2025-W23 2025-06-07"),
    # seasons counted from the year told
    ("He went home in [1988]. [The following spring] he came back.", "1988 1989-SP"),
    ("Sales in [the fiscal year 2024] were weak.", "2024"),
    ("It is true [to this day].", "PRESENT_REF"),
    ("Villages of [the 16th] and [17th centuries] stand there.", "15 16"),
    ("In [late 18th] and [19th centuries] letters", "17 18"),
]
HISTORIES = [
    # a length that leads to something, beside a date, is that date; by itself it is a length
    (
        "In [March 1871] they rose. On [28 May 1871], [two months] after the rising, the last gate fell. It had lasted "
        "[two months] after all.",
        "1871-03 1871-05-28 1871-05-28 P2M",
    ),
    ("The toll of [1871], [four days] before the truce, was the worst.", "1871 1871"),
    # "at the same time" is the time told just before; "at the time of the truce" is told by the truce
    (
        "They named [5 July 1871], [the tenth anniversary] of the landing, as their feast.",
        "1871-07-05 1871-07-05",
    ),
    ("On [3 May 1871] the bridge burned. At [the same time], the fort was left.", "1871-05-03 1871-05-03"),
    # "that same spring" is of the year that its sentence told
    (
        "The army left in [1873]. The port surrendered in [1875]; the islands were lost [that same spring].",
        "1873 1875 1875-SP",
    ),
    ("The army left in [1873]. The port fell in [1875] and the islands [that same year].", "1873 1875 1875"),
    ("On [16 May 1813] they met. On [18 May], the first bridge fell.", "1813-05-16 1813-05-18"),
    ("On [3 June 1813] the Third Corps came. On [5 June] the Second left.", "1813-06-03 1813-06-05"),
    ("On [20 May 1813] they met, and on [the 22nd] it ended.", "1813-05-20 1813-05-22"),
    ("On [20 May 1813] they met. By [the 2nd] they had parted.", "1813-05-20 1813-06-02"),
    ("On [4 May 1813] they came. On [the night of the 5th] it rained.", "1813-05-04 1813-05-05TNI"),
    ("On [4 May 1813] they came. On [the morning of the 6th] it stopped.", "1813-05-04 1813-05-06TMO"),
    # a year that begins a sentence is gone to, though it leaps
    (
        "On [3 March 1811] they met. In [November 1813] the fort fell. The siege of the town began on [13 March 1814]. "
        "It ended on [7 May].",
        "1811-03-03 1813-11 1814-03-13 1814-05-07",
    ),
    ("In [1812] they marched. [That winter] most of them froze.", "1812 1812-WI"),
    ("In [1942] they met. [The following spring] they parted.", "1942 1943-SP"),
    ("In [May 1942] they met. [The following spring] they parted.", "1942-05 1943-SP"),
    # a longer time around the day told does not lead away from it
    (
        "On [7 December 1941] they struck. [Earlier that year] they had agreed. [Later that month] the port fell.",
        "1941-12-07 1941 1941-12",
    ),
    ("[Today] the fort is a museum.", "PRESENT_REF"),
    ("In [1917] they met. The ministry said [today] that the files were lost.", "1917 2025-06-13"),
    ("The plans of [early-to-mid 1940] were lost in [mid-to-late 1943].", "1940 1943"),
    ("In [the closing days of 1944] fuel was short.", "1944"),
    ("In [AD 410] the city was sacked; by [70 AD] the other had been.", "0410 0070"),
    ("In [260 BC] they won. In [256 BC] they landed. [The next year] they lost.", "BC0260 BC0256 BC0255"),
]
# No expression of these passages but the marked ones.
OTHERS = [
    "The AD 2,000 fee",
    "It was a monthlong-ish stay.",
    "The first and second centuries of runs came easily.",
    "He bought 50 CE marks.",
    "A black monday mood hung there.",
    "By the 5th and 6th Divisions it was held.",
    "On the 12th man it weighed.",
    "The morning of the 100th goal was wet.",
    "The morning of the 18th Corps was hard.",
]
