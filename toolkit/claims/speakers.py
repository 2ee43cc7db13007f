"""Who tells an event, and for whom a speaker speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.claims.actors import Party
from toolkit.claims.attribution.cues import cues
from toolkit.claims.attribution.voices import Voice
from toolkit.claims.event import Event, ancestors
from toolkit.claims.meant import person_meant
from toolkit.claims.places.gazetteer import load_gazetteer
from toolkit.claims.places.places import METONYMS
from toolkit.claims.story import Story
from toolkit.claims.vocabulary import load, words
from toolkit.language.frames import Phrase
from toolkit.model import Attribution


def speaker(story: Story, event: Event) -> Voice:
    """Who tells an event: of an act of speech who acts, else the innermost speaker around it, else the outlet."""
    return named_voice(story, _speaker(story, event))


def named_voice(story: Story, voice: Voice) -> Voice:
    """A voice that is somebody's: a time, a town or the like says nothing, and a statement is its author's."""
    if voice.own or voice.span is None:
        return voice
    voice = _righted(story, voice)
    phrase = story.document.phrase(voice.span) if voice.span is not None else None
    if phrase is None or phrase.entity == "time" or _is_mute(story, phrase):
        return story.voices.outlets()
    if phrase.pronoun:
        return _meant(story, voice, phrase)
    named = phrase.apposition
    if (
        named is not None
        and named.pos == "name"
        and phrase.pos != "name"
        and voice.span
        and voice.span[1] <= named.start
    ):
        return replace(voice, name=named.text, span=(named.start, named.end))  # "her party, the Greens"
    if phrase.lemma in DOCUMENTS and phrase.plural and not phrase.determiner and not phrase.complements:
        return voice  # "reports say": nobody's
    if phrase.lemma in DOCUMENTS and (author := _author(story, phrase, voice)) is not None:
        return author
    if phrase.lemma in DOCUMENTS or (phrase.entity == "place" and _is_town(story, phrase)):
        return story.voices.outlets()
    return voice


def _is_mute(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is of nobody who could say anything: "this", "the air raid", "an end to the fighting"."""
    if phrase.pronoun:
        return phrase.text.lower() in POINTING
    types = story.lexicon.types_of_word(phrase.lemma)
    common = phrase.pos == "noun" and not phrase.entity and phrase.lemma not in DOCUMENTS
    mute = not types.isdisjoint(MUTE) and types.isdisjoint(SPEAKING)
    return common and mute and not story.parties.of(phrase)


POINTING = frozenset({"this", "that", "there", "what", "which"})
"""Pronouns of things."""
MUTE = frozenset({"attack", "battle", "weapon", "vehicle", "talks", "agreement", "wanted", "abstract"})
SPEAKING = frozenset({"person", "party", "force", "leader", "soldier", "troops", "document", "clip", "files"})
"""Types of nouns of what says nothing, and of who does or of what shows something."""


def _righted(story: Story, voice: Voice) -> Voice:
    """A voice with the subject of its verb, where its source was looked for elsewhere."""
    if (agent := _subject(story, voice)) is None:
        return voice
    end = agent.apposition.end if agent.apposition is not None else agent.end
    meant = story.voices.of_phrase((agent.start, end), voice.cue)
    return replace(voice, name=meant.name, side=meant.side, span=meant.span)


def _subject(story: Story, voice: Voice) -> Phrase | None:
    """The subject of a verb of saying whose source was looked for in another part of its clause: "X, for its part,
    claimed", "a spokesman, Y, told state radio", "with the army announcing"; None where the source is right."""
    if voice.attribution is None or voice.span is None or len(voice.attribution.cue) != 1:
        return None
    cue, (start, end) = voice.attribution.cue[0], voice.span
    frame = story.document.frame(cue)
    if frame is None or frame.form != "verb" or frame.voice != "active" or not cue[0] <= frame.start < cue[1]:
        return None
    agent = frame.first("agent")
    beside = [a.phrase for a in frame.arguments if a.role != "agent"]
    if agent is not None and agent.pronoun and any(a.start <= start and end <= a.end for a in beside):
        return agent if agent.end <= cue[0] <= start else None  # "he declared an end to the campaign"
    if agent is None or agent.pronoun or any(a <= agent.start < b for a, b in voice.attribution.content):
        return None
    if story.document.text[start:end].lower() in RELATIVE:
        return agent  # "met diplomats in Geneva who urged him"
    if agent.end <= cue[0] and cue[1] <= start:
        return agent  # "the chief, Gen. X, said the satellite reached orbit": no "said the satellite"
    if agent.end <= start and any(
        each.form == "verb" and each.relation in ("participle", "relative")
        for each in story.document.frames_in(agent.end, start)
    ):
        return agent  # "relatives of men held by the militia say"
    if start <= agent.start and agent.end <= end:  # the source runs over the clause before it
        inside = story.document.frames_in(start, end)
        return agent if any(each.form == "verb" and each.tense in FINITE for each in inside) else None
    return agent if any(each.start <= start and end <= each.end for each in beside) else None


RELATIVE = frozenset({"who", "which", "that"})
_TOLD = ("complement", "gerund", "argument", "parataxis")
"""How what is said hangs on the verb of saying; an infinitive where it was done: "claims to have seized it"."""
FINITE = ("past", "present", "perfect", "pluperfect")
_TABLE = load("responses")
_CLAIMS, _DENIED = words(_TABLE["objects"]["claims"]), words(_TABLE["verbs"]["denied"])
FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "ourselves"})


def _meant(story: Story, voice: Voice, phrase: Phrase) -> Voice:
    """A voice named by a pronoun: the name found for it, unless the sentences before make somebody else of it."""
    if phrase.text.lower() in FIRST_PERSON:
        around = [a for a in story.voices.around(phrase.start) if a is not voice.attribution and a.source]
        return story.voices.named(around[0]) if around else story.voices.outlets()
    parties = story.parties.of(phrase)
    named = voice.name.lower() != phrase.text.lower()
    if named and _names(parties) & _names(speaking(story, voice)):
        return voice
    body = _body_before(story, phrase) if phrase.text.lower() == "it" else None
    if body is not None and (not parties or _names(story.parties.of(body)) == _names(parties)):
        return story.voices.of_phrase((body.start, body.end), voice.cue)
    if not parties:
        person = None if named else person_meant(story, phrase)
        return story.voices.of_phrase((person.start, person.end), voice.cue) if person is not None else voice
    return replace(voice, name=parties[0].name, side=parties[0].side)


def _names(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.name for party in parties)


def _body_before(story: Story, pronoun: Phrase) -> Phrase | None:
    """The company, agency or the like that the sentence before is about: "The airline issued a statement. It says"."""
    sentence = story.document.sentence(pronoun.start)
    before = story.sentences.get(sentence.index - 1) if sentence is not None else None
    if before is None:
        return None
    main = (
        f for f in story.document.frames_in(before.start, before.end) if f.form == "verb" and f.parent is None
    )
    agent = next((frame.first("agent") for frame in main), None)
    if (
        agent is None
        or agent.pronoun
        or agent.plural
        or agent.members
        or agent.entity in ("place", "time", "person")
    ):
        return None
    return agent if "party" in story.lexicon.types_of(agent) else None


DOCUMENTS = frozenset(
    {
        "statement",
        "report",
        "release",
        "letter",
        "note",
        "post",
        "document",
        "text",
        "message",
        "commentary",
        "finding",
    }
)
"""What is said by whoever wrote it."""


def _author(story: Story, phrase: Phrase, voice: Voice) -> Voice | None:
    """Who made a statement: its owner, whom "by" or "from" names, or who spoke shortly before."""
    author = phrase.owner or next((p for prep, p in phrase.complements if prep in ("by", "from", "of")), None)
    if author is not None and author.pos != "pronoun":
        return story.voices.of_phrase((author.start, author.end), voice.cue)
    if phrase.name and phrase.modifiers:
        return voice
    before = story.voices.between(max(0, phrase.start - 600), phrase.start)
    return _righted(story, story.voices.named(before[-1])) if before else None


def _is_town(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is but the name of a town: no government speaks by it."""
    known = story.gazetteer or load_gazetteer()
    rows = known.named(phrase.name)
    party = any(each.kind in ("state", "group") for each in story.parties.of(phrase))  # "Delhi", "M23"
    return not party and (not rows or rows[0].kind not in METONYMS)


def _speaker(story: Story, event: Event) -> Voice:
    voices, trigger, sentence = story.voices, event.trigger, event.sentence
    if event.kind.speech and event.frame.form == "copula":
        told = voices.voice(
            trigger, sentence.start
        )  # a will is no saying: "says that she is willing to meet him"
        if not named_voice(story, told).own:
            return told
    if event.kind.speech:
        if event.agent is not None and event.agent.text.lower() in FIRST_PERSON:
            return voices.voice(trigger, sentence.start)
        acting = voices.acting(trigger)
        if acting and acting.source:
            return voices.named(acting)
        if event.agent is not None and _is_thing(story, event.agent) and story.document.spoken_of(trigger[0]):
            return voices.voice(trigger, sentence.start)  # "“Its acts threaten us all,” the minister said"
        if event.agent is not None and story.parties.of(event.agent):
            return voices.of_phrase(
                (event.agent.start, event.agent.end), story.document.text[slice(*trigger)]
            )
        return voices.voice(trigger, sentence.start)
    voice = voices.voice(trigger, sentence.start)
    if voice.own and event.match is not None and event.match.entry.tells:
        agent = event.frame.first("agent")
        if agent is not None and (agent.pronoun or story.parties.of(agent)):
            return voices.of_phrase((agent.start, agent.end), story.document.text[slice(*trigger)])
    if voice.own and event.frame.form == "verb" and (acting := voices.acting(trigger)) and acting.source:
        return voices.named(acting)  # "announced an offensive"
    if (denier := _denier(story.document.text, voice)) is not None:
        return voices.named(denier)
    if not voice.own:
        return voice
    return _governing(story, event) or voice


def _is_thing(story: Story, phrase: Phrase) -> bool:
    """Whether a phrase is of a thing or an act, whoever's it is."""
    named = phrase.pos in ("name", "pronoun") or phrase.entity in ("person", "body", "people")
    return not named and SPEAKERS.isdisjoint(story.lexicon.types_of(phrase))


SPEAKERS = frozenset({"person", "party", "force", "soldier", "leader", "medium"})
"""Types of phrases that can be of somebody who says something."""


def _denier(text: str, voice: Voice) -> Attribution | None:
    """Who denies what another one only claims: "rejected a claim that the army had taken the town"."""
    claim = cues().get(voice.cue.lower()) if voice.cue else None
    if claim is None or claim.lemma not in _CLAIMS or voice.attribution is None:
        return None
    return next((outer for outer in voice.outer if outer.source and _denies(text, outer)), None)


def _denies(text: str, attribution: Attribution) -> bool:
    cue = cues().get(text[slice(*attribution.cue[0])].lower())
    return cue is not None and cue.lemma in _DENIED


def _governing(story: Story, event: Event) -> Voice | None:
    """Who says or accuses by a verb that governs the event: "accused the army of bombing villages"."""
    document, below = story.document, event.frame
    for above in ancestors(document, event.frame):
        if below.relation in ("relative", "adverbial", "modifier"):
            return None
        agent = above.first("agent")
        cue = cues().get(document.text[above.start : above.end].lower())
        says = above.form == "verb" and (
            (cue is not None and cue.frames & {"clause", "hearer", "object"} and "thin" not in cue.frames)
            or (above.lemma in story.lexicon.reporting and below.marker in ("of", "about"))
        )
        if (
            says
            and agent is not None
            and (below.relation in _TOLD or (below.relation == "purpose" and below.tense == "perfect"))
            and story.parties.of(agent)
        ):
            named = agent.apposition or agent
            return story.voices.of_phrase((agent.start, named.end), document.text[above.start : above.end])
        below = above
    return None


def speaking(story: Story, voice: Voice) -> tuple[Party, ...]:
    """The parties that a voice speaks for."""
    if voice.own or voice.span is None:
        return ()
    document, span = story.document, voice.span
    if document.text[slice(*span)] != voice.name and (at := document.text.rfind(voice.name, 0, span[1])) >= 0:
        span = at, at + len(voice.name)
    phrase = document.phrase(span)
    return story.parties.of(phrase) if phrase is not None else ()
