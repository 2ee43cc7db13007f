"""What the pieces of evidence weigh, and what linking knows of kinds: data, each line with its reason."""

from __future__ import annotations

FAMILIES = {
    "conflict/advance": "ground",
    "conflict/clash": "ground",
    "conflict/control": "ground",
    "conflict/siege": "ground",
}
"""Kinds of the shipped themes that outlets use for one another; any other kind is its own family."""

KIN = {
    "advance clash": 0.0,  # who attacks advances or fights: the one says nothing about the other
    "clash control": -0.3,  # the fighting for a place and the taking of it are told as two things
    "advance siege": -0.3,  # a siege lasts for months, and what else happens there happens on its days
    "clash siege": -0.3,
    "control siege": -0.3,
}
"""Weights of two kinds of one family, in alphabetical order, where they are not `WEIGHTS["kin"]`."""

MUTUAL = ("agreement", "clash", "summit", "talks")
"""Kinds that both parties do: who is named first plays no part."""

SPEECH = ("demand", "offer", "refusal", "statement")
"""Kinds that are an act of speech: their speaker acts, and on one day says many things."""

WEIGHTS = {
    # the place
    "same place": 0.2,
    "second place": 0.05,  # one more in common
    "named place": 0.12,  # the main place of one is named by the other
    "other place": 0.05,  # a place in common that is the point of neither
    "no place": -0.1,  # one names none: nothing says that they speak of one
    # what happened, and who did it to whom
    "same kind": 0.1,
    "kin": 0.05,
    "same actor": 0.1,
    "other actor": -0.1,  # not outright against it: one outlet names the army, the other its ally
    "opposite": -0.6,  # what A does to B and what B does to A are two things
    "same target": 0.05,
    "other target": -0.2,  # the dead of one country are not those of another
    # the days
    "same days": 0.2,
    "next day": 0.15,  # the other one of a night
    "within": 0.1,  # a day in "earlier this summer", or shortly before a bound
    "said": 0.2,
    "said by others": 0.1,  # papers of one day tell many things
    "said too": 0.05,  # the day of saying often is all that bounds the event, and is not counted twice in full
    "said again": 0.2,  # "several times this summer" is said of what the same source claimed in June
    "said another day": -0.1,
    # the source
    "same source": 0.2,
    "same speaker": 0.1,  # of an act of speech, where the actor is the speaker, and is counted already
    "same outlet": 0.1,  # in its own voice, in two articles; in one article it tells nothing
    "one account": 0.5,  # one source's account of a kind of event on exactly the same days has one place, named or not
    "through": 0.1,
    # the words
    "numbers": 0.1,
    "other numbers": -0.1,  # one article gives one figure for one thing
    "repeated": 0.15,
}
"""Weights of the evidence that two mentions state one claim; those of the wording go by the share of words."""
