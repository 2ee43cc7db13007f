"""In news, an account of a past year goes on in that year; months that are counted from the date told before."""

import pytest

from toolkit.dates import find_dates

READ = "2025-08-27"

ACCOUNTS = [
    (
        "On Feb. 24, 2022, it began. On March 29, they met. In April they parted.",
        "2022-02-24 2022-03-29 2022-04",
    ),
    ("In August 1991 the coup failed, and on Dec. 25 he resigned.", "1991-08 1991-12-25"),
    # a new year begins only where it is written; the clause may look ahead; a new paragraph starts anew
    ("On Feb. 24, 2022, it began. On Feb. 3 they had met.", "2022-02-24 2025-02-03"),
    ("It was signed in May 2022. They will meet on Dec. 3.", "2022-05 2025-12-03"),
    ("In May 2022 they met.\nIn June they parted.", "2022-05 2025-06"),
    # what is counted from the day of writing ends the account
    ("In May 2022 they met. On Tuesday they spoke. In July they had parted.", "2022-05 2025-08-26 2025-07"),
    # a bare month in the next sentence is the latest one, unless several dates have gone on
    ("In May 2022 they met. In June they parted.", "2022-05 2025-06"),
    ("In May 2022 they met, and in June they parted.", "2022-05 2022-06"),
    # the date is part of a name
    ("The May 2022 treaty was praised. In June they parted.", "2022-05 2025-06"),
    ("In 2022 he fled. The following March he returned.", "2022 2023-03"),
    ("He was jailed in May 2021 and freed that October.", "2021-05 2021-10"),
    ("In June 2021 he left; the previous March he had come.", "2021-06 2021-03"),
    ("In 2022 he fled. He returned last March.", "2022 2025-03"),
]


@pytest.mark.parametrize(("text", "values"), ACCOUNTS)
def test_an_account_goes_on(text, values):
    assert [each.value for each in find_dates(text, READ, "news")] == values.split()


def test_it_says_so():
    found = find_dates("On Feb. 24, 2022, it began. On March 29, they met.", READ)
    assert found[1].why == "Tuesday 29 March 2022: of 2022, as the account goes on from Feb. 24, 2022"
