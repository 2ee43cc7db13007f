"""Who says what: source, cue and content of each attribution in a text.

A cue word ("said", "according to", "insisting") is looked up in vocabulary/attribution.toml; its subject is read off the
words around it (subjects.py), its content off the signs and conjunctions behind and before it (contents.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.claims import contents, subjects
from toolkit.claims.cues import Cue, cues
from toolkit.claims.quotes import Quotes
from toolkit.claims.sentences import sentences
from toolkit.claims.tokens import Tokens
from toolkit.claims.vocabulary import load, words
from toolkit.model import Attribution, Span

_THIN = words(load("attribution")["verbs"]["thin"])
_BE = frozenset("is are was were be been being 's ’s isn't isn’t wasn't wasn’t".split())
_CLAUSAL = frozenset(("clause", "hearer", "evidence", "noun"))
_LONG_QUOTE = 25


@dataclass(slots=True)
class Head:
    """A cue in its place: source and cue as phrases of the sentence, and the place where its clause begins."""

    place: int
    entry: Cue
    source: tuple[int, int] | None
    cue: tuple[int, int]
    bound: int
    opening: contents.Opening
    inverted: bool = False


def attribute(text: str) -> list[Attribution]:
    """The attributions of a text in the order of their cues; spans are characters, end exclusive. Never raises.

    >>> text = "The mayor said on Friday that the bridge was closed."
    >>> a, = attribute(text)
    >>> [text[start:end] for start, end in (*a.source, *a.cue, *a.content)]
    ['The mayor', 'said', 'that the bridge was closed']
    """
    quoted = Quotes(text)
    known = cues()
    found: list[Attribution] = []
    for sentence in sentences(text):
        t = Tokens(text, sentence.start, sentence.end)
        places = [
            i for i, w in enumerate(t.words) if (w in known or w == "according") and not _spoken(t, i, quoted)
        ]
        if places:
            found.extend(_read(t, _heads(t, places), quoted, sentence.start))
    return _carry(text, found, quoted)


def to_record(doc: str, attributions: Sequence[Attribution]) -> dict[str, Any]:
    """One line of the machine protocol: spans as lists of [start, end].

    >>> to_record("a", [Attribution(None, ((0, 4),), ((5, 9),))])
    {'doc': 'a', 'attributions': [{'source': None, 'cue': [[0, 4]], 'content': [[5, 9]]}]}
    """

    def lists(spans: Sequence[Span]) -> list[list[int]]:
        return [list(span) for span in spans]

    return {
        "doc": doc,
        "attributions": [
            {
                "source": lists(a.source) if a.source else None,
                "cue": lists(a.cue),
                "content": lists(a.content),
            }
            for a in attributions
        ],
    }


def _spoken(t: Tokens, place: int, quoted: Quotes) -> bool:
    """Whether the word stands in a quotation that is more than a quoted word or two."""
    held = quoted.at(t.starts[place])
    return held is not None and held.end - held.start > _LONG_QUOTE


def _heads(t: Tokens, places: list[int]) -> list[Head]:
    found: list[Head] = []
    for place in places:
        head = _according(t, place) if t.words[place] == "according" else _verb(t, place, found)
        if head:
            found.append(head)
    return found


def _according(t: Tokens, place: int) -> Head | None:
    if t.words[place + 1 : place + 2] != ["to"]:
        return None
    k, end = t.kinds, place + 2
    while end < len(t) and k[end] not in ",;:-bwtvxs" and not (k[end] == "u" and end > place + 2):
        end += 1
    if end < len(t) and k[end] == "s" and end == place + 2:
        end += 1
    if end == place + 2:
        return None
    start = contents.Opening("comma" if end < len(t) else "end", end, place + 2)
    return Head(
        place,
        Cue("according", "past", frozenset({"clause"})),
        (place + 2, end),
        (place, place + 2),
        place - 1,
        start,
    )


def _verb(t: Tokens, place: int, earlier: list[Head]) -> Head | None:
    k, entry = t.kinds, cues()[t.words[place]]
    nominal = "noun" in entry.frames and _nominal(t, place, entry)
    if nominal:
        return _noun(t, place, entry)
    if entry.form == "noun":
        return None
    subject = subjects.before(t, place)
    start = contents.opening(t, place, entry)
    if entry.form == "ing" and not (subject and any(w in _BE for w in t.words[subject.verb : place])):
        return _participle(t, place, entry, start, earlier)
    group = t.words[subject.verb : place] if subject else []
    if entry.form == "base" and not _base(t, place, subject):
        return None
    if any(w in _BE for w in group) and entry.form in ("past", "participle"):
        return None
    if k[place - 1 : place] in tuple("pod") and place > 0:
        return None
    if subject is None:
        return _without_subject(t, place, entry, start, earlier)
    return Head(
        place, entry, (subject.first, subject.end), (subject.verb, start.cue_end), subject.bound, start
    )


def _nominal(t: Tokens, place: int, entry: Cue) -> bool:
    """Whether a word that can be a verb or a noun is the noun here."""
    if entry.form == "noun":
        return True
    before = t.words[place - 1] if place else ""
    kind = t.kinds[place - 1] if place else ""
    if entry.form == "base":
        return kind not in ("x", "r", "s", "o") and not (
            kind in ("n", "N") and before.endswith("s") and "’" not in before and "'" not in before
        )
    return kind in ("d", "p") or before.endswith(("’s", "'s", "s’", "s'"))


def _noun(t: Tokens, place: int, entry: Cue) -> Head | None:
    """ "Kyiv's claim that ...", "a statement saying" is read at "saying"."""
    k = t.kinds
    at = place + 1
    source = None
    if k[at : at + 1] == "p" and t.words[at] in ("by", "from"):
        phrase = subjects.inverted(t, at)
        if phrase:
            source, at = phrase, phrase[1]
    if k[at : at + 1] != "t":
        return None
    first = place
    while (
        first > 0
        and k[first - 1] in "nemr"
        and place - first < 3
        and not t.words[first - 1].endswith(("’s", "'s"))
    ):
        first -= 1
    if first and source is None:
        owner = t.words[first - 1]
        if owner in ("his", "her", "its", "their", "our", "my", "your"):
            source = (first - 1, first)
        elif owner.endswith(("’s", "'s", "s’", "s'")):
            begin = subjects._walk(t, first - 1, max(0, first - 12))
            source = (min(begin, first - 1), first)
    return Head(place, entry, source, (place, place + 1), -1, contents.Opening("that", at, place + 1))


def _base(t: Tokens, place: int, subject: subjects.Subject | None) -> bool:
    if subject is None:
        return False
    if t.kinds[place - 1] in "xr" and subject.verb < place:
        return True
    last = t.words[subject.end - 1]
    return last in (
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "some",
        "many",
        "others",
        "most",
        "several",
        "people",
    ) or (last.endswith("s") and t.kinds[subject.end - 1] in "nN")


def _participle(
    t: Tokens, place: int, entry: Cue, start: contents.Opening, earlier: list[Head]
) -> Head | None:
    kind = t.kinds[place - 1] if place else ""
    first = place
    while first > 0 and t.kinds[first - 1] == "r":
        first -= 1
    kind = t.kinds[first - 1] if first else ""
    if kind not in (",", "&", "b", "", "-", "q", "n", "N", "u", "p"):
        return None
    if kind == "p" and t.words[first - 1] not in ("by", "after", "without", "from", "in"):
        return None
    source = next((h.source for h in reversed(earlier) if h.source), None) or subjects.main(t, first)
    return Head(place, entry, source, (first, start.cue_end), first - 1 if kind == "," else -2, start)


def _without_subject(
    t: Tokens, place: int, entry: Cue, start: contents.Opening, earlier: list[Head]
) -> Head | None:
    k = t.kinds
    first = place
    while first > 0 and k[first - 1] in "xr":
        first -= 1
    kind = k[first - 1] if first else ""
    if kind in (",", "q", "-") or (kind == "" and place == 0):
        phrase = subjects.inverted(t, place)
        if phrase and entry.form in ("past", "third"):
            after = contents.opening(t, place, entry, skip=phrase[1])
            return Head(place, entry, phrase, (first, place + 1), first - 1, after, True)
    if kind in ("&", "b", ","):
        source = next((h.source for h in reversed(earlier) if h.source), None) or subjects.main(t, first)
        if source:
            return Head(place, entry, source, (first, start.cue_end), first - 1, start)
    return None


def _read(t: Tokens, heads: list[Head], quoted: Quotes, floor: int) -> Iterator[Attribution]:
    """The attributions of one sentence; the content of each ends where the clause of the next begins."""
    cuts = [_cut(t, head) for head in heads]
    for number, head in enumerate(heads):
        limit = next((c for c in cuts[number + 1 :] if c > head.opening.place), len(t))
        spans = tuple(_content(t, head, quoted, floor, limit))
        if not spans:
            continue
        source = ((t.starts[head.source[0]], t.ends[head.source[1] - 1]),) if head.source else None
        yield Attribution(source, ((t.starts[head.cue[0]], t.ends[head.cue[1] - 1]),), spans)


def _cut(t: Tokens, head: Head) -> int:
    """The place at which a clause with a cue of its own ends the content before it; -1 where it is part of that content."""
    bound = head.bound
    if bound <= 0:
        return -1
    kind = t.kinds[bound]
    if kind in "&bu" and t.kinds[bound - 1] == ",":
        return bound - 1
    return bound if kind in ",;-" or (kind in "&b" and head.source and head.source[0] < bound) else -1


def _content(t: Tokens, head: Head, quoted: Quotes, floor: int, limit: int) -> Iterator[Span]:
    mode, frames = head.opening.mode, head.entry.frames
    before = contents.ahead(t, head.bound, quoted, floor) if head.bound >= 0 else None
    if mode == "quote":
        if before and t.kinds[head.bound] == "q":
            yield before
        span = contents.behind(t, head.opening, quoted, limit)
        if span:
            yield span
    elif mode in ("comma", "end"):
        if before and frames & {"clause", "hearer", "quotation"}:
            yield before
        elif head.entry.lemma == "according" and mode == "comma" and head.place <= 2:
            span = contents.behind(t, head.opening._replace(place=head.opening.place + 1), quoted, limit)
            if span:
                yield span
    elif before and t.kinds[head.bound] == "q" and frames & {"clause", "quotation"} and mode != "that":
        yield before
    elif _takes(head.entry, mode):
        span = contents.behind(t, head.opening, quoted, limit)
        if span:
            yield span


def _takes(entry: Cue, mode: str) -> bool:
    """Whether a cue of these frames takes a content that begins like this."""
    frames = entry.frames
    if mode in ("that", "colon"):
        return bool(frames & _CLAUSAL)
    if entry.lemma in _THIN:
        return mode == "purpose" and "purpose" in frames
    if mode == "purpose":
        return bool(frames & {"purpose", "hearer"})
    if mode == "clause":
        return bool(frames & {"clause", "hearer", "evidence", "object"})
    return mode == "phrase" and bool(frames & {"clause", "object", "evidence", "purpose"})


def _carry(text: str, found: list[Attribution], quoted: Quotes) -> list[Attribution]:
    """Gives a quotation that goes on behind the attribution's sentence to the same source."""
    taken = {a.content[-1][0] for a in found} | {a.content[0][0] for a in found}
    result = []
    for a in found:
        end = max(a.content[-1][1], a.cue[-1][1], a.source[-1][1] if a.source else 0)
        number = quoted.after(end)
        held = quoted[number] if number < len(quoted) else None
        if held and held.start not in taken and held.start - end < 80:
            between = text[end : held.start]
            if between.rstrip() != between and between.strip() in (".", "") and "\n" not in between:
                taken.add(held.start)
                a = Attribution(a.source, a.cue, (*a.content, (held.start, held.end)))
        result.append(a)
    return result
