"""Where a text tells of an event: the rules of the themes, tried on its sentences, and what is not worth a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.claims.attribution.voices import Voice, Voices
from toolkit.claims.standing import modality, negated, open_question
from toolkit.claims.text.clauses import clauses
from toolkit.claims.text.sentences import Sentence
from toolkit.claims.themes import Rule, Theme
from toolkit.claims.themes.reading import Phrases
from toolkit.model import Span

# A clause that begins so takes for granted what it tells, or makes it a condition.
_SUBORDINATE = re.compile(
    r"\W*(?:since|before|until|till|once|if|unless|whether|even if|as|ever since|as long as)\b[^,]*\Z", re.I
)
# What comes before is over where a verb of the main clause follows: "since the summit and rejected".
_OVER = re.compile(
    r"\W*(?:since|before|until|after)\s+(?:the|an?|his|her|its|their|last|\w+[’']s)\s+(?:(?!\w+ed\b)[\w’'-]+\s+){1,4}(?:and|but)\s+"
    r"(?:\w+ly\s+)?\Z",
    re.I,
)
# "has not said what was damaged" tells nothing of it.
_UNTOLD = re.compile(
    r"\b(?:not|n[’']t|declin\w+ to|refus\w+ to|unclear|unknown)\s+(?:yet\s+|immediately\s+)?(?:been\s+)?"
    r"(?:(?:say|said|disclosed?|reveal\w*|specif\w+|clear|known|explain\w*)\s+)?(?:what|whether|how|where|when|which|who|if)\b[^.;]*\Z"
)
# The same inside a clause that was not cut: "before Russia launched its offensive".
_GRANTED = re.compile(
    r"\b(?:since|before|until|unless|if|once|ever since|ahead of|the prospect of|rather than"
    r"|(?:particularly|especially|even|just|not least) as)\s+(?:(?!and\s|but\s)[\w’'-]+\s+){0,5}$",
    re.I,
)
_SINCE_THEN = re.compile(
    r"\b(?:days|weeks|months|years|anniversary)\s+(?:since|of|after)\b(?:(?!,\s+(?:where|when|and|but)\b)[^.;])*$",
    re.I,
)
# Behind a noun or a gerund: "a push into the region could undermine ...".
_SUPPOSED = re.compile(r"[^,;.]{0,60}\b(?:could|would|might|may)\b")
_IF = re.compile(r"\W*(?:if|whether|should|were)\b", re.I)
_CLAIMED_TO = re.compile(r"\bclaim(?:s|ed|ing) (?:to (?:have )?|responsibility )(?=[\w ]{0,12}\Z)", re.I)
_ENDED = re.compile(r"[.!…][\"”’»)\]*_]*\Z|[.!…][\"”’»)\]]*\d{1,3}\Z|[:;]\Z")
_STOPS = (".", "!", "…", ":", ";")  # with these most statements end, and no pattern is needed
_TAIL = 40
"""Characters that hold what ends a sentence."""
_LONG_ENOUGH = 10
"""Words from which on a line without a full stop, but with a speaker or a date, counts as a sentence."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event named in a sentence: rule, trigger, clause, and the scope (content or sentence) that tells it."""

    theme: Theme
    rule: Rule
    trigger: Span
    sentence: Sentence
    clause: Span
    scope: Span
    voice: Voice
    negated: bool
    modality: str


def is_sentence(text: str, start: int, end: int, anchored: Callable[[], bool]) -> bool:
    """Whether a passage is a statement: ended by a stop, or long and `anchored` by a speaker or a date; no question."""
    passage = text[start:end]
    if passage.rstrip('"”’»)]*_ ').endswith("?"):
        return False
    if passage.endswith(_STOPS) or _ENDED.search(passage[-_TAIL:]):
        return True
    return len(passage.split()) >= _LONG_ENOUGH and anchored()


def find_mentions(
    text: str,
    sentence: Sentence,
    theme: Theme,
    triggers: Sequence[tuple[Rule, Span]],
    voices: Voices,
    context: str = "",
    apart: Callable[[Span, Span], bool] = lambda one, other: False,
) -> Iterator[Mention]:
    """The events of a theme that a sentence tells of, one for each kind and voice, in text order.

    `triggers` are what ``theme.find`` finds in it. `context` is what the theme's claims shortly before say: what a rule
    needs may stand there. `apart` tells whether two clauses have days or places of their own; then both may tell of the
    same kind.
    """
    passage = text[sentence.start : sentence.end]
    parts: Sequence[Span] | None = None
    seen: dict[tuple[str, str, bool], list[Span]] = {}
    for rule, trigger in triggers:
        if parts is None and theme.background and theme.background.search(passage):
            return
        if rule.unless and rule.unless.search(passage):
            continue
        parts = parts or clauses(text, sentence.start, sentence.end)
        clause = next((p for p in parts if p[0] <= trigger[0] < p[1]), (sentence.start, sentence.end))
        if rule.subject and not rule.subject.search(text, clause[0], trigger[1]):
            continue
        mention = _mention(text, sentence, theme, rule, trigger, clause, voices)
        if rule.needs and not (
            rule.needs.search(passage) or rule.needs.search(context) or _vouched(rule.needs, mention.voice)
        ):
            continue
        key = (rule.name if rule.apart else rule.kind, mention.voice.name, mention.negated)
        told = [
            part
            for known, parts_of in seen.items()
            if known == key or (mention.voice.own and known[0] == key[0])
            for part in parts_of
        ]
        if all(apart(part, clause) for part in told) and worth(text, mention):
            seen.setdefault(key, []).append(clause)
            yield mention


def _vouched(needs: Phrases, voice: Voice) -> bool:
    """Whether it follows from who speaks that a sentence is about the theme."""
    observer = voice.side is not None and voice.side.role == "observer"
    return observer or needs.search(voice.name) is not None


def _mention(
    text: str, sentence: Sentence, theme: Theme, rule: Rule, trigger: Span, clause: Span, voices: Voices
) -> Mention:
    voice = voices.voice(trigger, sentence.start, theme.kinds[rule.kind].speech or rule.says)
    scope = (sentence.start, sentence.end)
    open_cue = _open_cue(text, sentence.start, trigger[0]) if voice.own else None
    if open_cue:
        # Where nobody is named who leaves it open, the words themselves do: "it could not be verified that".
        voice = voices.subject(open_cue, sentence.start) or replace(voice, cue=text[slice(*open_cue)])
        clause = scope = (open_cue[1], clause[1])
    if voice.attribution:
        scope = next((c for c in voice.attribution.content if c[0] <= trigger[0] < c[1]), scope)
    begin = max(clause[0], scope[0])
    end = 0 if theme.kinds[rule.kind].speech or rule.says else trigger[1]
    return Mention(
        theme, rule, trigger, sentence, clause, scope, voice,
        negated(text, begin, trigger[0]), modality(text, begin, trigger[0], end),
    )  # fmt: skip


def _open_cue(text: str, start: int, trigger: int) -> Span | None:
    """Words before the trigger that leave it open or claim it ("has not confirmed", "claimed to have")."""
    claimed = _CLAIMED_TO.search(text, start, trigger)
    return claimed.span() if claimed else open_question(text, start, trigger)


def worth(text: str, mention: Mention) -> bool:
    """Whether the sentence tells the event as news, rather than taking it for granted or imagining it."""
    clause, trigger, voice = mention.clause, mention.trigger, mention.voice
    begin, before = max(clause[0], mention.scope[0]), text[clause[0] : trigger[0]]
    if (
        (_SUBORDINATE.match(before) and not _OVER.match(before))
        or _GRANTED.search(text, begin, trigger[0])
        or _SINCE_THEN.search(text, mention.scope[0], trigger[0])
        or _UNTOLD.search(text, mention.sentence.start, trigger[0])
    ):
        return False
    side = None if voice.own else voice.side
    imagined = side is None or side.role in ("observer", "media")
    if imagined and (_SUPPOSED.match(text, trigger[1], clause[1]) or _IF.match(text, mention.sentence.start)):
        return False
    if mention.modality in ("", "reported", "will"):
        return True
    if mention.modality == "conditional" or side is None or imagined:
        return False
    if mention.modality in ("plans", "weighing"):
        actor = mention.theme.sides.mentions(text, mention.scope[0], trigger[0])
        return not actor or actor[0][1].name == side.name
    return True
