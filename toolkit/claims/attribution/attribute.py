"""Who says what: source, cue and content of each attribution in a text.

A cue word ("said", "according to", "insisting") is looked up in vocabulary/attribution.toml; heads.py finds its source
in the words around it, contents.py its content behind and before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from toolkit.claims.attribution import contents
from toolkit.claims.attribution.cues import Cue, cues
from toolkit.claims.attribution.head import Head
from toolkit.claims.attribution.heads import heads, speaker
from toolkit.claims.text.quotes import Quotes
from toolkit.claims.text.scan import fold, words_of
from toolkit.claims.text.sentences import Sentence, sentences
from toolkit.claims.text.tokens import Tokens
from toolkit.claims.vocabulary import load, words
from toolkit.language.paragraphs import dateline
from toolkit.model import Attribution, Span

_VERBS = load("attribution")["verbs"]
_THIN = words(_VERBS["thin"])
_CLAUSAL = frozenset(("clause", "hearer", "evidence", "noun"))
_SPOKEN_FREELY = frozenset(("clause", "hearer", "evidence"))
_SPOKEN = _SPOKEN_FREELY | {"quotation"}
_THINGS = frozenset(("object", "thing", "evidence", "purpose"))
_VERB_BEHIND = re.compile(r",[xv]")
_LONG_QUOTE = 25
"""Characters; a cue word in a longer quotation is somebody's own word."""


def attribute(text: str, cut: Sequence[Sentence] | None = None) -> list[Attribution]:
    """The attributions of a text in the order of their cues; spans are characters, end exclusive.

    Nothing is raised, whatever the text. Cues inside quotations are left to the quoted speaker. `cut` are the
    sentences of the text, where they are known already.

    >>> text = "The mayor said on Friday that the bridge was closed."
    >>> a, = attribute(text)
    >>> [text[start:end] for start, end in (*a.source, *a.cue, *a.content)]
    ['The mayor', 'said', 'that the bridge was closed']
    """
    quoted, known, folded = Quotes(text), cues(), fold(text)
    found: list[tuple[Attribution, int]] = []
    for sentence in sentences(text) if cut is None else cut:
        span = sentence.start, sentence.end
        # A speaker's colon needs no cue word, and a word in "_emphasis" is not told by its letters alone.
        marked = text.find(":", *span) >= 0 or text.find("_", *span) >= 0
        if not marked and known.keys().isdisjoint(words_of(folded, *span)):
            continue
        begin = dateline(text, sentence.start, sentence.end)
        t = Tokens(text, begin, sentence.end)
        t.classify()
        places = [i for i, w in enumerate(t.words) if w in known and _cue_place(t, i, quoted)]
        named = speaker(t, sentence.index == 0) if ":" in t.kinds[:5] else None
        if places or named:
            heads_ = heads(t, places)
            heads_ = [named, *heads_] if named else heads_
            found.extend((a, sentence.end) for a in _read(t, heads_, quoted, begin))
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


def _cue_place(t: Tokens, place: int, quoted: Quotes) -> bool:
    """Whether a cue word can be one here: no part of a name, and in no quotation of more than a word or two."""
    if place and t.kinds[place] == "N":
        return False
    held = quoted.at(t.starts[place])
    return held is None or held.end - held.start <= _LONG_QUOTE


def _read(t: Tokens, found: list[Head], quoted: Quotes, floor: int) -> Iterator[Attribution]:
    """The attributions of one sentence; the content of each ends where the clause of the next begins."""
    cuts = [_cut(t, head) for head in found]
    for number, head in enumerate(found):
        limit = next((c for c in cuts[number + 1 :] if c > head.opening.place), len(t))
        around = next(
            (h for h in found[number + 1 :] if h.source and h.source[0] <= head.place < h.source[1]), None
        )
        if around and around.source:
            limit = min(limit, around.source[1])
        if head.bound == 0 and t.kinds[0] == "u" and head.opening.mode not in ("comma", "end", "quote"):
            comma = t.kinds.find(",", head.opening.place, limit)
            limit = comma if comma >= 0 else limit
        limit = _end_of_relative(t, head, limit)
        spans = tuple(_content(t, head, quoted, floor, limit))
        if spans:
            source = ((t.starts[head.source[0]], t.ends[head.source[1] - 1]),) if head.source else None
            if source and _torn(t.text[slice(*source[0])]):
                continue
            yield Attribution(source, ((t.starts[head.cue[0]], t.ends[head.cue[1] - 1]),), spans)


def _end_of_relative(t: Tokens, head: Head, limit: int) -> int:
    """The comma before the verb that "who" stands before, or the limit: "who denied the charges, was sentenced"."""
    start = head.source[0] if head.source else 0
    if start and t.kinds[start - 1] == "," and t.words[start] in ("who", "which"):
        return next((j for j in range(head.opening.place, limit) if _VERB_BEHIND.match(t.kinds, j)), limit)
    return limit


def _torn(source: str) -> bool:
    """Whether a source is cut out of quotations: "” the minister said in a “stern", before "warning”"."""
    opens, closes = source.find("“"), source.find("”")
    crossed = closes >= 0 and not 0 <= opens < closes
    return (
        crossed or source.count("“") != source.count("”") or source.count('"') % 2 == 1 or source[:2] == '" '
    )


def _cut(t: Tokens, head: Head) -> int:
    """The place where the content before this head ends, as its clause begins; -1 where it is part of that content."""
    bound = head.bound
    if bound <= 0:
        return -1
    kind, earlier = t.kinds[bound], t.kinds[bound - 1]
    if (kind in "&bu" and earlier == ",") or (kind == "," and earlier in "&b"):
        return bound - 1
    return bound if kind in ",;-" or (kind in "&b" and head.source and head.source[0] < bound) else -1


def _content(t: Tokens, head: Head, quoted: Quotes, floor: int, limit: int) -> Iterator[Span]:
    if head.given:
        yield t.starts[head.given[0]], t.ends[head.given[1] - 1]
        span = (
            contents.behind(t, head.opening, quoted, limit, head.entry)
            if head.opening.mode == "purpose"
            else None
        )
        if span:
            yield span
        return
    yield from sorted(_spans(t, head, quoted, floor, limit))


def _spans(t: Tokens, head: Head, quoted: Quotes, floor: int, limit: int) -> Iterator[Span]:
    start, entry = head.opening, head.entry
    bound = head.bound
    if bound > 0 and t.words[bound] == "as" and t.kinds[bound - 1] == ",":
        bound -= 1
    opens = bound > 0 and t.kinds[bound] == "," and t.kinds[bound - 1] in "&bt"
    before = contents.ahead(t, bound, quoted, floor) if bound >= 0 and not (head.given or opens) else None
    quote_before = before is not None and (t.kinds[bound] == "q" or t.kinds[bound - 1 : bound] == "q")
    after: Span | None = None
    if start.mode in ("comma", "end"):
        if before and quote_before and entry.frames & _SPOKEN:
            yield before
        elif before and entry.frames & _SPOKEN_FREELY:
            if start.mode == "end" or contents.finite(t, bound):
                yield before
                if start.mode == "comma" and _goes_on(t, start.place + 1):
                    after = contents.behind(
                        t, start._replace(place=start.place + 1, mode="clause"), quoted, limit, entry
                    )
            elif start.mode == "comma" and _parted(t, start.place + 1, entry):
                yield before
                after = contents.behind(
                    t, start._replace(place=start.place + 1, mode="clause"), quoted, limit, entry
                )
        elif (
            start.mode == "comma"
            and (bound <= 0 or t.words[bound] == "as" or opens)
            and entry.frames & _SPOKEN
        ):
            after = contents.behind(
                t, start._replace(place=start.place + 1, mode="clause"), quoted, limit, entry
            )
    elif start.mode == "none" and before and _when(t, start.place) and entry.frames & _SPOKEN_FREELY:
        if quote_before or contents.finite(t, bound):
            yield before
    elif start.mode == "quote":
        if before and quote_before:
            yield before
        after = contents.behind(t, start, quoted, limit, entry)
    elif before and quote_before and entry.frames & _SPOKEN and start.mode != "that":
        yield before
    elif mode := _taken(entry, start.mode):
        after = contents.behind(t, start._replace(mode=mode), quoted, limit, entry)
    if after:
        yield after


def _when(t: Tokens, place: int) -> bool:
    """Whether what follows only tells when it was said: "The road is closed, she said after a meeting"."""
    return t.kinds[place : place + 1] == "u" and t.words[place] in ("after", "before", "when")


def _parted(t: Tokens, place: int, entry: Cue) -> bool:
    """Whether a saying goes on at this place, behind its speaker: "The bridge, she said, is safe"."""
    going_on = t.kinds[place : place + 1]
    return (
        entry.lemma == "according"
        or going_on in ("v", "x", "e", "r")
        or (t.kinds[0] in "pr" and going_on in ("d", "s", "N", "n"))
    )


def _goes_on(t: Tokens, place: int) -> bool:
    """Whether a saying has a second half behind its speaker: "The road is closed, she said, and a bridge is gone"."""
    k = t.kinds
    if k[place : place + 1] == "&":
        return k[place + 1 : place + 2] in tuple("dnNsmp") and contents.finite_ahead(t, place + 1)
    return k[place : place + 1] in tuple("vxe") and t.words[place] not in cues()


def _taken(entry: Cue, mode: str) -> str:
    """How a cue of these frames takes a content that begins like this; empty where it takes none."""
    frames = entry.frames
    if mode in ("that", "named", "colon", "clause"):
        return mode if frames & _CLAUSAL else "phrase" if frames & _THINGS else ""
    if mode == "purpose":
        return mode if frames & {"purpose", "hearer"} else ""
    if mode != "phrase" or entry.lemma in _THIN:
        return ""
    return (
        mode if frames & _THINGS else "clause" if "clause" in frames else mode if "hearer" in frames else ""
    )


def _carry(text: str, found: list[tuple[Attribution, int]], quoted: Quotes) -> list[Attribution]:
    """Gives a quotation behind the attribution's sentence that has no cue of its own to the same source."""
    taken = {start for a, _ in found for start, _ in a.content}
    cues_at = [a.cue[0][0] for a, _ in found[1:]] + [len(text)]
    result = []
    for (a, sentence_end), following in zip(found, cues_at, strict=False):
        direct = any(text[start] in "“\"«„'‘" for start, _ in a.content)
        end, spans = max(sentence_end, a.content[-1][1]), list(a.content)
        k = quoted.after(end)
        while (
            k < len(quoted.found) and (held := quoted.found[k]).start < following and held.start not in taken
        ):
            if not _joined(text, end, held.start, direct and _closes_line(text, held.end)):
                break
            taken.add(held.start)
            spans.append((held.start, held.end))
            end, k = held.end, k + 1
        result.append(Attribution(a.source, a.cue, tuple(spans)) if len(spans) > len(a.content) else a)
    return result


def _joined(text: str, end: int, start: int, paragraph: bool) -> bool:
    """Whether white space alone stands between two parts of one saying; over the end of a line only by paragraphs."""
    if start - end > 20:
        return False
    between = text[end:start]
    if between.strip(" .\n\r\t\xa0"):
        return False
    return paragraph if "\n" in between else between != ""


def _closes_line(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in "\r\n" or text.startswith(".\n", end)
