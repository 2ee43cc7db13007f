"""Times that govern others, published on Friday 13 June 2025: the expressions in brackets, their values in order."""

TOLD_FIRST = [
    # a year
    ("In [2011] the ferry sank in [August].", "2011 2011-08"),
    ("In [1998], the mill burned down on [4 May].", "1998 1998-05-04"),
    ("In [2016], from [2 April] to [9 June], the mine stood still.", "2016 2016-04-02 2016-06-09"),
    ("In [2017] from [March] to [November], imports rose.", "2017 2017-03 2017-11"),
    (
        "During [2020] the pool was shut in [April] and [May], and reopened on [3 July].",
        "2020 2020-04 2020-05 2020-07-03",
    ),
    ("[Two years ago], in [October], the dam burst.", "2023 2023-10"),
    ("[Last year], sales fell in [the spring] and rose in [autumn].", "2024 2024-SP 2024-FA"),
    ("[Next year], in [March], they will vote.", "2026 2026-03"),
    ("[This year] the fair falls in [October].", "2025 2025-10"),
    (
        "[Last year] it snowed in [May], and [this year] it is expected to snow in [November].",
        "2024 2024-05 2025 2025-11",
    ),
    ("In [2019], output fell in [the third quarter].", "2019 2019-Q3"),
    ("In [2020], profits rose 3% in [the second half].", "2020 2020-H2"),
    ("Back in [2009], the bridge was sold in [December].", "2009 2009-12"),
    ("- [2015]: in [January] a train ran", "2015 2015-01"),
    ("The ferry sank in [2011], in [August].", "2011 2011-08"),
    ("In [the spring of 2014], in [May], they met.", "2014-SP 2014-05"),
    ("The [1986 Oct]-[Dec] drought was long.", "1986-10 1986-12"),
    ("In [2019] the firm said it would close the plant in [May].", "2019 2019-05"),
    ("In [2024] prices rose 3%; in [April] they rose 4%.", "2024 2024-04"),
    # a month
    ("[Last month] it rained. On [the 5th] it stopped.", "2025-05 2025-05-05"),
    ("In [May] the port was raided on [the 5th].", "2025-05 2025-05-05"),
    ("[Last month], on [the 5th], it hailed.", "2025-05 2025-05-05"),
    ("[Next month], on [the 5th], they will vote.", "2025-07 2025-07-05"),
    # a week
    ("[Last week], on [Wednesday], the roof fell in.", "2025-W23 2025-06-04"),
    ("[Last week], on [Thursday evening], the roof fell in.", "2025-W23 2025-06-05TEV"),
    ("[Next week], on [Thursday], they will vote.", "2025-W25 2025-06-19"),
    ("[Last weekend], on [Sunday], they met.", "2025-W23-WE 2025-06-08"),
    # the sentence goes on
    ("In [January] and [February last year], and again in [May], it flooded.", "2024-01 2024-02 2024-05"),
    ("In [2022] they were annexed. In [March] it rained.", "2022 2022-03"),
    ("They were annexed in [2022]. On [March 3] it rained.", "2022 2022-03-03"),
    ("The siege began in [2021]. On [February 24] the bridge was blown up.", "2021 2021-02-24"),
    (
        "The siege began in [2021]. In [March] the bridge was blown up. In [May] it ended.",
        "2021 2021-03 2021-05",
    ),
    ("On [28 December 2019] they met. On [3 January] they parted.", "2019-12-28 2020-01-03"),
    ("On [28 November 2019] they met, and in [January] they parted.", "2019-11-28 2020-01"),
]
TOLD_BEHIND = [
    ("In [March] and [April last year] it rained.", "2024-03 2024-04"),
    ("The road stays shut from [January] to [March next year].", "2026-01 2026-03"),
    ("Between [January] and [March next year] polls are due.", "2026-01 2026-03"),
    ("On [May 5] and [6] [last year] it rained.", "2024-05-05 2024-05-06 2024"),
    ("In [May], [two years ago], it rained.", "2023-05 2023"),
    ("They met [Thursday], [last week].", "2025-06-05 2025-W23"),
    ("On [Monday] and [Tuesday last week] they met.", "2025-06-02 2025-06-03"),
    ("In [the summer] and [autumn of last year] it rained.", "2024-SU 2024-FA"),
]
# What stands elsewhere governs nothing, nor does it what another tells.
FREE = [
    ("The firm, founded in [2014], said its sales fell in [March].", "2014 2025-03"),
    ("In [2014] sales rose 5%, the firm said in [March].", "2014 2025-03"),
    ("In [2014] he was elected, and in [August] he will resign.", "2014 2025-08"),
    ("Since [2014] they have met in [March].", "2014 2025-03"),
    ("She was born in [1931]. In [March] she died.", "1931 2025-03"),
    ("Sales collapsed in [2019]. The plant will close in [March].", "2019 2026-03"),
    ("Sales collapsed in [2019]. The plant closed in [March].", "2019 2025-03"),
    ("He has been ill since [2019]. In [March] he fell.", "2019 2025-03"),
    ("They joined in [1999]. On [Monday] they left. In [May] they came back.", "1999 2025-06-09 2025-05"),
    ("In [2014] it was sold; [last week], on [Tuesday], it was sold again.", "2014 2025-W23 2025-06-03"),
    ("On [28 May 2019] they met. On [3 May] they parted.", "2019-05-28 2025-05-03"),
    ("On [28 November 2019] they met, and in [August] they parted.", "2019-11-28 2024-08"),
    ("They were annexed in [2022]. In [March], an official told a paper so.", "2022 2025-03"),
    ("In [2022] they were annexed. In [March] an official said so.", "2022 2025-03"),
    ("They were annexed in [2022]. In [March] it rained.", "2022 2025-03"),
    ("In 2010 dollars, prices fell in [May].", "2025-05"),
    ("In the [2014] elections prices fell; in [May] they rose.", "2014 2025-05"),
    ("In [2019], according to figures published in [March], exports fell.", "2019 2025-03"),
    ("Unlike in [2014], exports rose in [May].", "2014 2025-05"),
    ("[Last week] it rained and on [Wednesday] it will rain again.", "2025-W23 2025-06-18"),
    ("They met on [Monday], and on [Friday of last week].", "2025-06-09 2025-06-06"),
]
RANGES = [
    ("It was shut from [December 2019] to [February].", "2019-12 2020-02"),
    ("They fought from [October 2014] to [March].", "2014-10 2015-03"),
    ("They worked there from [3 November 2019] to [5 January].", "2019-11-03 2020-01-05"),
    ("In [2014], from [3 November] to [12 January], they fought.", "2014 2014-11-03 2015-01-12"),
    ("The siege lasted from [May 1999] until [June 5].", "1999-05 1999-06-05"),
    ("The school was closed from [November] to [February].", "2024-11 2025-02"),
    ("The school will be closed from [November] to [February].", "2025-11 2026-02"),
    ("It rained between [August] and [May].", "2024-08 2025-05"),
    ("It ran from [28 December] to [2 January 2020].", "2019-12-28 2020-01-02"),
    ("The office is closed from [Saturday] to [Monday].", "2025-06-14 2025-06-16"),
    ("The talks lasted from [Friday] to [Monday].", "2025-06-06 2025-06-09"),
]
# Days that are named for what happened on them.
NAMED = [
    ("Checks are stricter since the [September 11th] attacks.", "2001-09-11"),
    ("Families of the victims of the [Sept. 11] terrorist attacks met.", "2001-09-11"),
    ("A man held over the [January 6] riot was freed.", "2021-01-06"),
    ("After the [October 7] attack the border was shut.", "2023-10-07"),
    ("On [January 6] a riot broke out.", "2025-01-06"),
    ("The [January 9] riot went on.", "2025-01-09"),
]
