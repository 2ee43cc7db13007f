"""Lengths, sets and vague references: TIMEX3 type and value; none of them has days unless the row gives them."""

EXAMPLES = [
    (
        "DURATION",
        "P2W",
        ["for [two weeks]", "a [two-week] truce", "[a couple of weeks] later".replace(" later", "")],
    ),
    ("DURATION", "P8M", ["the [eight-month-old] truce", "an [8-month-old] dispute over water"]),
    ("DURATION", "PXY", ["the [decades-old] dispute", "for [decades]"]),
    ("DURATION", "P3D", ["for [three days]", "a [three-day] visit"]),
    ("DURATION", "PT16H", ["a [16-hour] march", "took [16 hours]"]),
    ("DURATION", "P4Y", ["for [more than four years]", "[at least four years]", "[nearly four years]"]),
    ("DURATION", "P2Y6M", ["for [two and a half years]"]),
    ("DURATION", "PT1M30S", ["for [a minute and a half]", "But [a minute and a half] was too long."]),
    ("DURATION", "P20Y", ["for [two decades]", "[20 years]"]),
    ("DURATION", "P12M", ["for [twelve to eighteen months]", "[twelve-to-eighteen-month] terms"]),
    ("DURATION", "PXD", ["for [several days]", "within [days]", "for [a few days]"]),
    ("DURATION", "PXM", ["for [months]", "in [recent months]", "over [many months]"]),
    ("DURATION", "PXW", ["in [recent weeks]", "within [weeks]", "in [the coming weeks]"]),
    ("DURATION", "PXW", ["in [the weeks] before the vote", "hard are [the weeks ahead]"]),
    ("DURATION", "PXY", ["It grew over [the years].", "in [the years that followed]"]),
    ("SET", "P1D", ["[every day]", "[each day]", "[daily] attacks came"]),
    ("SET", "P1M", ["[every month]", "[twice a month]"]),
    ("SET", "XXXX-WXX-5", ["[every Friday]", "[Friday prayers]", "on [Fridays]"]),
    ("SET", "XXXX-07", ["[every July]", "[each July]"]),
    ("SET", "P1Y", ["the [annual] review", "[every year]"]),
    ("DATE", "PAST_REF", ["[recently]", "[a few days ago]", "[months ago]", "[ages ago]", "in [the past]"]),
    ("DATE", "PRESENT_REF", ["it is [now] known", "[currently]", "[for now]", "[now] that it is over"]),
    (
        "DATE",
        "FUTURE_REF",
        [
            "it will [soon] end",
            "it [soon] will end",
            "in [the near future]",
            "in [the future]",
            "it will [one day] fly",
            "in [the short term]",
        ],
    ),
]
BOUNDED = [  # published on Friday 13 June 2025
    ("P2M", "2025-04-14", "2025-06-13", "over [the past two months]"),
    ("P3D", "2025-06-13", "2025-06-16", "in [the next three days]"),
    ("P12M", "2025-06-13", "2026-06-13", "in [the next 12 to 18 months]"),
    ("P2Y", "2025-06-13", "2027-06-13", "over [the next couple of years]"),
    ("P10Y", "2015-06-13", "2025-06-13", "over [the past decade]"),
]
