"""Denials that tell what they deny: "the militia denied allegations that it had burned the village".

Such a sentence makes two statements: that it is said, by whom the words name or by nobody named, and the denial, which
answers it. Where the article has told it before with another voice, the denial answers that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from toolkit.claims.actors import Party
from toolkit.claims.answered import BEFORE, REJECTED, RULE, WITHIN, accuses, answering
from toolkit.claims.answers import CLAIMS, DENYING, OPEN, Response, called_false
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.responses import answer_of, answering_voice, made
from toolkit.claims.speakers import named_voice, speaking
from toolkit.claims.statements import Statement
from toolkit.claims.story import Story
from toolkit.claims.vocabulary import load, words
from toolkit.language.frames import Frame, Phrase
from toolkit.model import Span

LOOKED_BACK = 40
"""Statements before a denial among which what it denies is looked for."""
ALIKE = 2
"""Words of content that two statements of one thing share; one kind counts as a word, and so does that another voice
said it just before, or that the words point back."""
DENY = "deny"
"""The verb that may have what is denied as its object: "denied any tampering"; an offer is rejected."""
_BY = re.compile(r"(?:\w+\s+){1,5}(?:by|from|in)\s+(?:[\w’'.-]+\s+){1,7}that\s")
"""A claim with its maker between it and what is claimed: "the accusation by the rebels that it shelled the town"."""
_TOLD = ("complement", "purpose", "gerund", "participle")
_WORDY = ("noun", "verb", "adjective")
_EMPTY = words(load("responses")["objects"]["empty"])
_SUCH = words(load("responses")["objects"]["such"])


def allegations(story: Story, statements: list[Statement]) -> list[Statement]:
    """Statements with, for each denial that tells what it denies, what is denied, and the denial as its answer."""
    done: list[Statement] = []
    changed: dict[int, Statement] = {}
    waiting = sorted(statements, key=lambda s: (s.sentence.index, s.trigger))
    for _, group in groupby(waiting, key=lambda s: s.sentence.index):
        here = list(group)
        for frame in story.document.frames_in(here[0].sentence.start, here[0].sentence.end):
            false = called_false(story, frame)
            if false is not None or _denies(frame):
                here = _denied(story, frame, false, done, here, changed)
        done += sorted(here, key=lambda s: s.trigger)
    return [_following(each, changed) for each in done]


def _following(one: Statement, changed: dict[int, Statement]) -> Statement:
    """A statement that answers what another statement has taken the place of answers that."""
    new = changed.get(id(one.answered)) if one.answered is not None else None
    return replace(one, answered=new) if new is not None and new is not one else one


def _denies(frame: Frame) -> bool:
    return (
        frame.form == "verb" and frame.lemma in DENYING and not frame.negated
        and frame.modality not in OPEN and frame.modality != "conditional"
    )  # fmt: skip


def _denied(
    story: Story,
    frame: Frame,
    false: tuple[Phrase, Span] | None,
    done: Sequence[Statement],
    here: list[Statement],
    changed: dict[int, Statement],
) -> list[Statement]:
    """The statements of a sentence, with those that a denial in it makes; `false` as in `called_false`."""
    sentence, patient = here[0].sentence, frame.first("patient")
    claim = patient if patient is not None and patient.lemma in CLAIMS else None
    if false is not None:
        claim, content = false[0], [false[1]]
    else:
        content = list(_content(story, frame, claim))
    if not content:
        return here
    response = Response(frame, "denied", claim, sentence)
    voice = named_voice(story, answering_voice(story, response))
    if voice.own:
        return here
    mine = answering(story, response, voice)
    maker = _maker(story, frame, claim)
    before = [*done[-LOOKED_BACK:], *(s for s in here if s.trigger[0] < frame.start)]
    told = [
        s
        for s in here
        if s.event is not None and not s.kind.speech and any(a <= s.trigger[0] < b for a, b in content)
    ]
    act = next((s for s in here if s.trigger == (frame.start, frame.end) and s.kind.speech), None)
    if not told:
        if act is None or act.answered is not None:
            return here
        said = next((s for s in here if s is not act and maker and _is_makers(s, maker)), None)
        earlier = said or _earlier(story, act, content, mine, before)
        if earlier is None:
            return here
        answer = answer_of(story, act, response, voice, earlier)
        changed[id(act)] = answer
        return [answer if s is act else s for s in here]
    for one in told:
        here = _answering(story, one, response, voice, maker, mine, content, before, here, changed)
    return [s for s in here if s is not act]


def _answering(
    story: Story,
    one: Statement,
    response: Response,
    voice: Voice,
    maker: Voice | None,
    mine: frozenset[str],
    content: Sequence[Span],
    before: Sequence[Statement],
    here: list[Statement],
    changed: dict[int, Statement],
) -> list[Statement]:
    """The statements of a sentence with one that is told as denied made an allegation and its denial."""
    if one.answered is not None:
        return here
    claim = response.about
    earlier = _earlier(story, one, content, mine, before)
    if one.standing != "denied" and claim is None and earlier is None:
        return here
    new: list[Statement] = []
    if earlier is None and claim is not None:
        earlier = _alleged(story, one, maker)
        new.append(earlier)
    if earlier is None:
        return here
    denial = replace(
        made(story, response, voice, earlier),
        event=one.event, frame=one.frame, scope=one.scope, clause=one.clause, rule=one.rule, kind=one.kind,
        plover=one.plover, actors=one.actors, targets=one.targets, place=one.place, places=one.places,
        happened=one.happened,
    )  # fmt: skip
    changed[id(one)] = denial
    return [denial if s is one else s for s in here] + new


def _content(story: Story, frame: Frame, claim: Phrase | None) -> Iterator[Span]:
    """The characters that tell what is denied: a clause under the verb or the noun, or what a noun is "of"."""
    document = story.document
    if claim is None:
        for each in document.governed(frame):
            if each.relation in _TOLD and each.start > frame.start and each.form != "noun" and _under(each):
                yield max(frame.end, min(each.start, each.clause[0])), each.clause[1]
        thing = frame.first("patient")
        if frame.lemma == DENY and thing is not None and not thing.pronoun:
            yield thing.start, thing.end
        return
    noun = document.act_of(claim)
    for each in document.governed(noun) if noun is not None else ():
        if each.relation in _TOLD and each.start > claim.start and each.marker in ("that", "of", "about", ""):
            yield min(each.start, each.clause[0]), each.clause[1]
    if (parted := _BY.match(document.text, claim.start, frame.clause[1])) is not None:
        yield parted.end(), frame.clause[1]
    for preposition, inner in claim.complements:
        if preposition in ("of", "about") and not inner.pronoun:
            yield inner.start, inner.end


def _under(frame: Frame) -> bool:
    return frame.marker in ("that", "") and frame.modality != "conditional"


def _maker(story: Story, frame: Frame, claim: Phrase | None) -> Voice | None:
    """Who makes an allegation: "Thai allegations", "the opposition's claim", "reports in the daily"."""
    if claim is None:
        return None
    noun = story.document.act_of(claim)
    by = [inner for preposition, inner in claim.complements if preposition in ("by", "from", "in")]
    after = frame.joined_by("by", "from")
    if after is not None and after.start > claim.start:
        by.append(after)
    named = [claim.owner, noun.first("agent") if noun is not None else None, *by]
    for each in named:
        if each is None or each.pronoun or each.entity in ("place", "time"):
            continue
        if each.start <= frame.start < each.end:
            continue
        return story.voices.of_phrase((each.start, each.end), story.document.text[claim.start : claim.end])
    return None


def _is_makers(one: Statement, maker: Voice) -> bool:
    return one.voice.name == maker.name and one.plover != REJECTED


def _alleged(story: Story, one: Statement, maker: Voice | None) -> Statement:
    """What is denied as it was said: by whom the words name, else reported by nobody named."""
    voice = maker or story.voices.outlets()
    speakers: tuple[Party, ...] = speaking(story, voice)
    how = "claimed" if maker is not None else "reported"
    return replace(
        one, voice=voice, speakers=speakers, negated=False, modality="", standing=how, answered=None,
        reasons=(*(r for r in one.reasons if r[0] != "standing"), ("standing", "what is denied was alleged")),
    )  # fmt: skip


def _earlier(
    story: Story, one: Statement, content: Sequence[Span], mine: frozenset[str], before: Sequence[Statement]
) -> Statement | None:
    """The nearest statement of another voice that tells what is denied: by its kind and its words."""
    wanted = _words(story, content) - {word for name in mine for word in name.lower().split()}
    such = any(_such(story, span) for span in content)
    best, found = ALIKE - 1, None
    for each in reversed(before[-LOOKED_BACK:]):
        if (
            each is one
            or each.answered is not None
            or each.standing == "denied"
            or each.rule.startswith(RULE)
        ):
            continue
        if each.plover == REJECTED or _of_them(each, one, mine) or each.kind.theme == "other":
            continue
        back = one.sentence.index - each.sentence.index
        near = back <= WITHIN
        if _apart(one, each) or (one.kind.speech and not near):
            continue
        pointed = (such and near) + (near and accuses(each, mine))
        just_said = back <= BEFORE and (not each.voice.own or each.kind.speech)
        alike = each.kind.name == one.kind.name
        score = len(wanted & _words(story, [each.told()])) + pointed
        if one.kind.speech or alike or pointed:
            score += just_said + (alike and not one.kind.speech)
        if score > best:
            best, found = score, each
    return found


def _of_them(each: Statement, one: Statement, mine: frozenset[str]) -> bool:
    """Whether those who deny it said it themselves."""
    if each.voice.own:
        return False
    return each.voice.name == one.voice.name or bool(each.names(each.speakers) & mine)


def _apart(one: Statement, other: Statement) -> bool:
    """Whether two events have other parties or days, or are of two kinds at two places."""
    if one.kind.speech:
        return False
    pairs = ((one.actors, other.actors), (one.targets, other.targets))
    named = [[{party.name.lower() for party in side} for side in pair] for pair in pairs]
    if any(mine and theirs and not mine & theirs for mine, theirs in named):
        return True
    places = {s.place.place.name for s in (one, other) if s.place is not None}
    days = (one.happened.interval, other.happened.interval)
    if days[0] and days[1]:
        (first, last), (since, until) = ((each.earliest, each.latest) for each in days if each)
        if (last and since and last < since) or (until and first and until < first):
            return True
    return len(places) > 1 and other.kind.name != one.kind.name


def _words(story: Story, spans: Sequence[Span]) -> frozenset[str]:
    """The dictionary forms of the words of content in some characters."""
    tokens = story.document.parse.tokens
    return frozenset(
        token.lemma.lower()
        for span in spans
        for token in tokens[slice(*story.document.tokens_in(*span))]
        if token.pos in _WORDY and len(token.lemma) > 2 and token.lemma.lower() not in _EMPTY
    )


def _such(story: Story, span: Span) -> bool:
    """Whether words point back: "denied that any such meeting took place"."""
    return bool(_SUCH & set(story.document.text[slice(*span)].lower().split()))
