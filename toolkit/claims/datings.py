"""When what is told happened and was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from toolkit.claims.attribution.cues import cues
from toolkit.claims.clocks.clock import Clock, Evidence
from toolkit.claims.clocks.event_dates import bounded, dated, event_clock, of_antecedent
from toolkit.claims.clocks.said_clock import act_clock, said_clock
from toolkit.claims.clocks.saying_dates import told_elsewhere
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.worth import SAYING, SEASON
from toolkit.dates.notation import say
from toolkit.language.frames import Frame

YEAR = 366
"""Days after which what fits no entry is history."""


RECENT = 7
"""Days before the publication within which the day of a passage bounds what it tells without one."""


PASSAGE = 12
"""Sentences of a long article within which a day that is told dates what follows it."""
_DONE = ("", "purpose", "reported")
_POSSIBLE = ("weighing", "plans", "may", "could")
Days = list[tuple[int, date]]
"""A day for each of some sentences, in their order."""
HEAD = 4
"""Sentences at the beginning of an article that tell its news."""


def with_clocks(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with the days on which they were said and on which they happened."""
    return [_with_clocks(story, each) for each in statements]


def _with_clocks(story: Story, statement: Statement) -> Statement:
    document, voice, speech = story.document, statement.voice, statement.kind.speech
    said = said_clock(document, voice, story.article.published)
    beside = said.expression and said.expression.start >= statement.sentence.start
    acting = statement.event is not None and statement.frame is not None
    if speech and acting and not beside and not voice.own:
        assert statement.frame
        said = act_clock(document, statement.frame) or of_antecedent(document, statement.frame) or said
    if not said.expression and not voice.own:
        said = told_elsewhere(document, story.voices, voice, speech) or said
    if speech and acting and voice.attribution is None and not voice.own and not said.expression:
        assert statement.frame
        said = dated(document, statement.frame) or said
    if _is_saying(statement):
        said = _saying_day(story, statement) or said
        if said.expression:
            return replace(statement, said=said, happened=bounded(said, story.article.published))
    if statement.frame is None or (speech and not voice.own and statement.modality in _DONE):
        return replace(statement, said=said, happened=said)
    return replace(statement, said=said, happened=_happened(story, statement, statement.frame, said))


def _is_saying(statement: Statement) -> bool:
    """Whether the predicate of a deed is the saying of it, whose day is no more than that: "put the toll at nine"."""
    match = statement.event.match if statement.event is not None else None
    return match is not None and match.entry.tells and not statement.voice.own


def _saying_day(story: Story, statement: Statement) -> Clock | None:
    """The day that stands with a predicate of saying or with what it tells: "announced an offensive on June 8"."""
    assert statement.frame
    assert statement.event
    act = story.document.act_of(statement.event.frame.first("patient"))
    found = (dated(story.document, frame) for frame in (statement.frame, act) if frame is not None)
    return next((clock for clock in found if clock is not None), None)


def _happened(story: Story, statement: Statement, frame: Frame, said: Clock) -> Clock:
    future = frame.tense == "future" and not statement.modality
    clock = event_clock(
        story.document, frame, statement.voice, said, "will" if future else statement.modality
    )
    if not clock.interval and statement.modality in _POSSIBLE and said.expression and not statement.voice.own:
        return bounded(said, story.article.published)
    return clock


def without_opinions(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements; of an essay those that have a day, and what somebody is said to have said."""
    return [each for each in statements if _is_told(each)] if story.essay else statements


def _is_told(each: Statement) -> bool:
    if each.kind.theme == "other" or each.modality:
        return False
    if any(_of_a_season(each, clock) for clock in (each.happened, each.said)):
        return True
    cue = cues().get(each.voice.cue.split()[-1].lower()) if each.voice.cue else None
    spoken = cue is not None and bool(cue.frames & SAYING) and not cue.frames & {"attitude", "thin"}
    return spoken and bool(each.speakers) and (each.event is None or not each.kind.speech)


def _of_a_season(each: Statement, clock: Clock) -> bool:
    """Whether a statement's own sentence dates it to no more than a season."""
    days = clock.interval.days if clock.interval else None
    at = clock.expression.start if clock.expression else -1
    return days is not None and days <= SEASON and each.sentence.start <= at < each.sentence.end


def bounded_by_passage(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements told without a day, in a passage of recent news, as not before the day of that passage."""
    published = story.article.published
    if published is None or story.document.chronicle:
        return statements
    days = _told_days(statements, published)
    return [_bounded(story, each, days, published) for each in statements]


def _bounded(story: Story, each: Statement, told: Days, published: date) -> Statement:
    days = each.happened.interval
    if (
        days is None
        or days.earliest
        or not days.latest
        or each.modality
        or each.negated
        or not _is_news(each)
    ):
        return each
    if (published - days.latest).days > RECENT or each.happened.expression or each.happened.timex:
        return each
    first = 0 if story.short else bisect_left(told, each.sentence.index - PASSAGE, key=itemgetter(0))
    near = [day for _, day in told[first : bisect_right(told, each.sentence.index, key=itemgetter(0))]]
    lead = story.document.story_day if story.short else None
    day = min(near, default=lead.earliest if lead else None)
    if day is None or day > days.latest or (day == published and not story.short):
        return each  # in a long article what happened on its own day says little of the rest
    if day == days.latest and each.frame and each.frame.tense == "pluperfect":
        return each  # "said on Sunday that they had seized it": no day of its own
    evidence = Evidence("news_since", (say(day), say(days.latest)))
    return replace(
        each, happened=replace(each.happened, interval=replace(days, earliest=day), evidence=(evidence,))
    )


def _is_news(each: Statement) -> bool:
    """Whether a statement tells of something done once: in the simple past, or in the perfect where the news begins."""
    tense = each.frame.tense if each.frame else "past"
    frame = each.frame
    if (
        each.kind.speech
        and frame
        and (frame.form == "copula" or tense == "perfect" or frame.relation == "purpose")
    ):
        return False  # a position: "has kept refusing", "is prepared"
    if tense in ("perfect", "pluperfect"):
        return not each.voice.own or (tense == "perfect" and each.sentence.index < HEAD)
    return tense in ("past", "ing", "participle", "")


def _told_days(statements: Sequence[Statement], published: date) -> Days:
    """The recent days on which something happened, with the numbers of the sentences that tell them, in their order.

    A long article is no one story: there a day dates what is told in the same passage only.
    """
    return sorted(
        (each.sentence.index, known.earliest)
        for each in statements
        if each.happened.expression
        and (known := each.happened.interval)
        and known.earliest
        and known.days is not None
        and known.days <= RECENT
        and 0 <= (published - known.earliest).days <= RECENT
    )


def without_history(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements without those of what lies further back than the lexicon's horizon, unless the text is a history."""
    published, horizons = (
        story.article.published,
        {theme.name: theme.horizon for theme in story.lexicon.themes},
    )
    if story.history or published is None:
        return statements
    return [
        s
        for s in statements
        if not (
            s.happened.interval
            and s.happened.interval.latest
            and (published - s.happened.interval.latest).days > horizons.get(s.kind.theme, YEAR)
        )
    ]
