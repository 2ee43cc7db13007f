"""Bounds, lists and notes beside a date. Published on Wednesday 27 August 2025; the expressions stand in brackets."""

# phrase; value, earliest and latest day of each expression, ".." where a side is open
EXAMPLES = [
    # "before X" ends with the day before it.
    ("They left before [8 June].", ["2025-06-08 .. 2025-06-07"]),
    ("The mill was sold prior to [June 8].", ["2025-06-08 .. 2025-06-07"]),
    ("Before [2014] the valley was quiet.", ["2014 .. 2013-12-31"]),
    ("It was settled before [last week].", ["2025-W34 .. 2025-08-17"]),
    ("They fled before [the weekend of June 7].", ["2025-W23-WE .. 2025-06-06"]),
    ("The road will not reopen before [September 3].", ["2025-09-03 2025-09-03 .."]),
    ("He did not speak before [Monday].", ["2025-08-25 2025-08-25 .."]),
    # "through" bounds what ends with it; "all through" is the whole of it.
    ("Shells fell all through [May].", ["2025-05 2025-05-01 2025-05-31"]),
    ("Shells fell right through [the first week of May].", ["2025-05 2025-05-01 2025-05-07"]),
    ("Shells fell through [May].", ["2025-05 .. 2025-05-31"]),
    ("Shells fell through [the night].", ["2025-08-27TNI 2025-08-27 2025-08-27"]),
    # Counted from it, or named after it, it stays as it is.
    (
        "[Two weeks before] [June 8] they met.",
        ["2025-05-25 2025-05-25 2025-05-25", "2025-06-08 2025-06-08 2025-06-08"],
    ),
    ("They met before [Monday]'s vote.", ["2025-08-25 2025-08-25 2025-08-25"]),
    # Lists of days and months.
    (
        "They met on [August 4], [5] and [6].",
        [
            "2025-08-04 2025-08-04 2025-08-04",
            "2025-08-05 2025-08-05 2025-08-05",
            "2025-08-06 2025-08-06 2025-08-06",
        ],
    ),
    (
        "They met on [4], [5] and [6 August 2024].",
        [
            "2024-08-04 2024-08-04 2024-08-04",
            "2024-08-05 2024-08-05 2024-08-05",
            "2024-08-06 2024-08-06 2024-08-06",
        ],
    ),
    ("On [May 4], 30 and 31 people came.", ["2025-05-04 2025-05-04 2025-05-04"]),
    (
        "It rained in [June], [July] and [August 2024].",
        ["2024-06 2024-06-01 2024-06-30", "2024-07 2024-07-01 2024-07-31", "2024-08 2024-08-01 2024-08-31"],
    ),
    (
        "It rained in [March], [April] and [May of 2022].",
        ["2022-03 2022-03-01 2022-03-31", "2022-04 2022-04-01 2022-04-30", "2022-05 2022-05-01 2022-05-31"],
    ),
    (
        "They meet from [Monday] to [Friday next week].",
        ["2025-09-01 2025-09-01 2025-09-01", "2025-09-05 2025-09-05 2025-09-05"],
    ),
    (
        "They met on [Monday], and on [Friday of last week].",
        ["2025-08-25 2025-08-25 2025-08-25", "2025-08-22 2025-08-22 2025-08-22"],
    ),
    ("It is due in [Q1 next year].", ["2026-Q1 2026-01-01 2026-03-31"]),
    ("It is due in [the second quarter of 2026].", ["2026-Q2 2026-04-01 2026-06-30"]),
    # The number of a note, stuck to a date.
    ("The vote is set for [April 12].14 Miners object.", ["2026-04-12 2026-04-12 2026-04-12"]),
    ("He came on [June 3].5 The notes stand below.", ["2025-06-03 2025-06-03 2025-06-03"]),
    ("It rose in [June] 3.5 percent.", ["2025-06 2025-06-01 2025-06-30"]),
    # A day that few years have.
    ("It happened on [Feb. 29].", ["2024-02-29 2024-02-29 2024-02-29"]),
    ("They will meet on [29 February].", ["2028-02-29 2028-02-29 2028-02-29"]),
    ("It fell [the night before last].", ["2025-08-25TNI 2025-08-25 2025-08-25"]),
]

# A second reading that two careful readers may choose: phrase, its value, its days.
SECOND = [("[The past week] was wet.", "P1W", "2025-08-21", "2025-08-27")]

# What an explanation says, and never says.
SAYS = [
    (
        "It opened on June 8.",
        "Sunday 8 June 2025: the latest 8 June up to the publication day, Wednesday 27 August 2025",
    ),
    ("It opened on the weekend of June 7.", "Saturday 7 June 2025 to Sunday 8 June 2025: the weekend"),
    ("It burned on the night of June 7 to 8.", "Saturday 7 June 2025 to Sunday 8 June 2025"),
    ("They met on Wednesday.", "the publication day itself is a Wednesday"),
    ("It is due by the second quarter of 2026.", "quarter 2 of 2026; until then, so its beginning is open"),
    ("It fell in March of last year.", "March 2024: last year, counted from the publication day"),
    (
        "He left at the end of this week.",
        "Saturday 30 August 2025 to Sunday 31 August 2025: this week, its last third",
    ),
    ("They will meet a week from tuesday.", "a week from Tuesday, counted from"),
    ("It fell the same day.", "the same day, counted from"),
    ("They will meet by Christmas.", "the next one after the publication day"),
    ("The bell rang at 22:10.", "no day is told with it"),
]
