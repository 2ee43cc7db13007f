"""Which assertion is answered: what another one said before, of the one who answers rather than of a third party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from toolkit.claims.answers import Response
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.clocks.adjuncts import dates_a_verb
from toolkit.claims.event_nouns import FOLLOWED
from toolkit.claims.event_tests import CHARGES
from toolkit.claims.speakers import speaking
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.vocabulary import load, words
from toolkit.language.frames import Phrase
from toolkit.model import TimeExpression

WITHIN = 4
"""Sentences within which "that claim" still means the claim before it."""
BEFORE = 2
"""Sentences within which a bare "the charge" means what was said before it."""
LOOKED_BACK = 100
"""Statements before an answer among which the one that it answers is looked for."""
RULE = "response"
SAID, TRIAL = "statement", "trial"
_ACCUSING = words(load("responses")["objects"]["accusing"])
_PROPOSALS = ("COOPERATE", "REQUEST")
ACCUSED, REJECTED = "ACCUSE", "REJECT"


def proposed(before: Sequence[Statement], sentence: Sentence) -> bool:
    """Whether the preceding statement is an offer or a demand: rejecting one is a refusal, not a denial."""
    last = before[-1] if before and sentence.index - before[-1].sentence.index <= 1 else None
    return bool(last and last.kind.plover in _PROPOSALS)


def answered(story: Story, response: Response, voice: Voice, before: Sequence[Statement]) -> Statement | None:
    """The statement that `voice` answers, of those made before it; None where nothing near enough was said.

    It is the last one made on the day that is told of with the answer, else the last one of the claimant whom the words
    name ("Moscow's claim"), else of the place that they name, else the nearest of another voice, before others one that
    says of the answering party that it did something.
    """
    sentence, about = response.sentence, response.about
    said = [s for s in reversed(before[-LOOKED_BACK:]) if _may_be_answered(s)]
    events = [s for s in said if not only_said(s)]
    day = told_before(story, response)
    if day and day.interval and day.interval.earliest:
        for each in events:
            if each.said.interval and each.said.interval == day.interval:
                return each
    owners = {p.name for p in story.parties.of(about.owner)} if about and about.owner else set()
    if owners and (theirs := next((s for s in events if s.names(s.speakers) & owners), None)):
        return theirs
    mine = answering(story, response, voice)
    denied = response.standing == "denied"  # nobody denies what he said himself
    near = [s for s in _near(said, sentence) if not (denied and _same_voice(s, voice, mine))]
    charge = denied and (about is None or about.pronoun or about.lemma in _ACCUSING)

    if about is not None and about.lemma == "charge" and about.plural:
        near = [s for s in near if accuses(s, mine) or _tries(s, mine)]

    def rank(one: Statement) -> tuple[bool, bool, bool, bool, int, bool]:
        blamed = charge and (accuses(one, mine) or _tries(one, mine))
        named = charge and about is not None and about.lemma in CHARGES and one.plover == ACCUSED
        later = only_said(one) and not denied
        return (
            not blamed,
            not named,
            later,
            one.voice.own,
            sentence.index - one.sentence.index,
            only_said(one),
        )

    near.sort(key=rank)
    places = {
        p.place.name
        for p in story.places(sentence)
        if any(a.phrase.start <= p.start < a.phrase.end for a in response.frame.arguments)
    }
    there = (s for s in (near or events) if not only_said(s) and s.place and s.place.place.name in places)
    return next(there, None) or next(iter(near), None)


def _may_be_answered(one: Statement) -> bool:
    """Whether it asserts something: an event of a kind, or what somebody says; no answer, no offer, no demand."""
    if one.rule.startswith(RULE) or one.answered is not None:
        return False
    if one.kind.theme == "other":
        return not one.voice.own
    if one.frame is not None and one.frame.form == "noun" and one.frame.marker in FOLLOWED:
        return False  # told as what came before the news
    return not one.kind.speech or (one.kind.name == SAID and one.plover != REJECTED)


def only_said(one: Statement) -> bool:
    """Whether it tells of no event of a kind: an accusation, a statement, what fits no entry of the lexicon."""
    return one.kind.speech or one.kind.theme == "other"


def _near(said: Sequence[Statement], sentence: Sentence) -> Iterator[Statement]:
    """The statements near enough, the last first: what is only said is forgotten sooner than what happened."""
    for each in takewhile(lambda s: sentence.index - s.sentence.index <= WITHIN, said):
        if not only_said(each) or sentence.index - each.sentence.index <= BEFORE:
            yield each


def answering(story: Story, response: Response, voice: Voice) -> frozenset[str]:
    """The names of those who answer, and of those in whose name they do: "his lawyer", "the army's spokesman"."""
    agent = response.frame.first("agent")
    named: list[Phrase] = [each for each in (agent, agent.owner if agent else None) if each is not None]
    return frozenset(
        party.name
        for parties in (speaking(story, voice), *(story.parties.of(each) for each in named))
        for party in parties
    )


def accuses(one: Statement, names: frozenset[str]) -> bool:
    """Whether a statement says of one of these that he did it, or accuses him."""
    if one.kind.speech:
        return one.plover == ACCUSED and bool(one.names(one.targets) & names)
    return not one.voice.own and bool(one.names(one.actors) & names)


def _tries(one: Statement, names: frozenset[str]) -> bool:
    """Whether one of these is tried, as far as is told: nobody denies the charges against another."""
    return one.kind.name == TRIAL and (not one.targets or bool(one.names(one.targets) & names))


def _same_voice(one: Statement, voice: Voice, names: frozenset[str]) -> bool:
    """Whether the one who answers said it himself."""
    if one.voice.own or voice.own:
        return False
    return one.voice.name == voice.name or bool(one.names(one.speakers) & names)


def told_before(story: Story, response: Response) -> TimeExpression | None:
    """The day that the clauses before an answer tell of: "it announced so on 8 June, and Kyiv denied it"."""
    sentence, document = response.sentence, story.document
    whole = sentence.start, sentence.end
    begin = min(response.frame.start, response.frame.clause[0])
    found = [
        d
        for d in document.dates_in(sentence.start, begin)
        if d.interval and dates_a_verb(document.text, d, whole)
    ]
    return found[-1] if found else None
