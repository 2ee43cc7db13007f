"""What the pieces of evidence weigh, and what linking knows of kinds: data, each line with its reason."""

from __future__ import annotations

FAMILIES = {
    "conflict/advance": "ground",
    "conflict/clash": "ground",
    "conflict/control": "ground",
    "conflict/launch": "fire",
    "conflict/siege": "ground",
    "conflict/strike": "fire",
}
"""Kinds of the shipped themes that outlets use for one another; any other kind is its own family."""

KIN = {
    "clash control": -1.5,  # the fighting for a place and the taking of it are told as two things
    "advance siege": -1.5,  # a siege lasts for months, and what else happens there happens on its days
    "clash siege": -1.0,
    "control siege": -1.5,
    "launch strike": 1.2,  # missiles that were fired, and fired at something
}
"""Weights of two kinds of one family, in alphabetical order, where they are not nothing."""

MUTUAL = ("agreement", "clash", "summit", "talks")
"""Kinds that both parties do: who is named first plays no part."""

SPEECH = ("demand", "offer", "refusal", "statement")
"""Kinds that are an act of speech: their speaker acts, and on one day says many things."""


OPEN_TO_ALL = (*MUTUAL, *SPEECH, "election", "protest", "trial")
"""Kinds that happen before everybody, or of which their own kind is denied: what else is denied is something else."""

LASTING = ("advance", "control", "siege")
"""Kinds that lead to what lasts: a town taken by June is the town that is held in August."""

WEIGHTS = KIN | {
    "any two": -3.2,  # of two rows of a family whose days meet, one in twenty-five tells what the other tells
    # what happened, and who did it to whom
    "same kind": 1.3,
    "speech": -0.6,  # who speaks says many things
    "same actor": 0.1,
    "other actor": -0.7,  # not outright against it: one outlet names the army, the other its ally
    "same target": 0.1,
    "other target": -0.4,  # the dead of one country are not those of another
    # the place
    "same place": 0.6,
    "place in common": 0.1,  # that is the point of neither
    "place inside": 0.0,  # a town and its region
    "other place": -0.5,  # not outright against it: one outlet names the suburb, the other the next town
    "places apart": -4.0,  # each names its own
    "nowhere": 0.0,  # neither names one
    "no place": 0.2,
    # the days
    "same days": 0.5,
    "within": -0.2,  # a day in "earlier this summer", or shortly before a bound
    "since then": 0.9,  # of what lasts at one place, told by two days of saying: it was so by the first
    "other days": -0.5,  # the other one of a night, or of a few
    # the source
    "same source": 0.2,
    "same speaker": 0.8,  # of an act of speech
    "other source": -0.1,
    "said": 0.1,
    "one account": 2.5,  # of a kind of event on exactly the same days, where one names no place
    "said again": 1.0,  # "several times this summer" is said of what the same source claimed in June
    # what is counted
    "count agrees": 1.0,
    "count differs": -1.0,
    "other fate": -0.5,  # the dead and the wounded
    "numbers": 1.1,  # a figure in common
    # the words: by the share that they have in common
    "wording": 0.6,
    "sentence": 1.2,
    "rare word": 1.2,
    "no word": -0.5,  # besides the parties and the place
    "same entry": 0.3,  # two articles with verbs of one meaning; one article tells two things in them
    # where they stand
    "both lead": 0.3,  # two articles that open with it
    "one lead": 0.4,  # and with an event of one kind
    "one article": -0.4,  # it says a thing once
    "one sentence": 1.0,  # tells one thing twice as often as two
    "next sentence": 1.1,  # and goes on about it
    "near": 0.6,
}
"""Weights of the evidence that two mentions state one claim, in log-odds."""

ANSWERING = {
    "place": 0.2,
    "same place": 0.1,  # the main one of both
    "kind": 0.1,
    "actor": 0.1,
    "other target": -0.2,
    "other side": 0.1,
    "its words": 0.15,  # a denial in words of another kind that are those of the claim
    "a claim": 0.1,
    "its claim": 0.4,  # what a side asserts of the thing calls for an answer before a report of it does
}
BESIDE = (0.25, 0.25, 0.2, 0.15, 0.1)  # in the sentence of the claim, the next one, and so on
AFTER = ((3, 0.15), (14, 0.1), (100, 0.05))  # within so many days
"""Weights of the evidence that a denial or confirmation answers a claim: set by hand and no log-odds,
as too few marked pairs of them are known."""
ANSWERED = 0.45
"""Evidence from which it answers the claim."""
TOLD_WIDELY = 0.04
"""For each article beyond the first that tells the claim, three at most: what all report is what is answered."""
