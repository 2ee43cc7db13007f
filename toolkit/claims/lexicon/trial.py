"""A theme tried on its own examples: each must be found by its entry, and no counter-example."""

from __future__ import annotations

import sys
from bisect import bisect_right
from itertools import accumulate

from toolkit.claims.lexicon import Lexicon, load_lexicon
from toolkit.language import parse
from toolkit.language.build import frames_of


def trial(lexicon: Lexicon) -> list[str]:
    """What the examples of a lexicon say against its entries, a line each; empty where all is well."""
    filled = {entry.kind for entry in lexicon.entries}
    wrong = [
        f"{theme.file}: the kind {kind.name} has no entry"
        for theme in lexicon.themes
        for kind in theme.kinds.values()
        if kind not in filled
    ]
    entries = [(theme.file, entry) for theme in lexicon.themes for entry in theme.entries]
    texts = [text for _, entry in entries for text in (*entry.examples, *entry.counter)]
    finds = dict(zip(texts, found(lexicon, *texts), strict=True))
    for file, entry in entries:
        if not entry.examples:
            wrong.append(f"{file}: {entry} has no example")
        wrong += [
            f"{file}: {entry} does not find “{text}”; {', '.join(finds[text]) or 'no entry'} does"
            for text in entry.examples
            if entry.name not in finds[text]
        ]
        wrong += [
            f"{file}: {entry} finds the counter-example “{text}”"
            for text in entry.counter
            if entry.name in finds[text]
        ]
    return wrong


def found(lexicon: Lexicon, *texts: str) -> list[list[str]]:
    """For each sentence the names of the entries that fit its frames, of the kind that fits each frame best.

    All are parsed as the paragraphs of one text, which takes half the time of each by itself.
    """
    whole = "\n\n".join(texts)
    frames = frames_of(whole, parse(whole), lexicon.nouns)
    names: list[list[str]] = [[] for _ in texts]
    ends = list(accumulate(len(text) + 2 for text in texts))
    for frame in frames:
        if best := lexicon.match(frame, frames):
            fitting = (match for match in lexicon.fitting(frame, frames) if match.kind == best.kind)
            names[bisect_right(ends, frame.start)] += [
                best.entry.name,
                *(match.entry.name for match in fitting),
            ]
    return [list(dict.fromkeys(each)) for each in names]


def main(files: list[str]) -> int:
    """Try the themes of these files or names; 0 where nothing is wrong with any of them, else 1 or 2."""
    try:
        lexicons = [load_lexicon(file) for file in files]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    trials = [(lexicon, trial(lexicon)) for lexicon in lexicons]
    for lexicon, wrong in trials:
        counts = f"{len(lexicon.entries)} entries, {len(lexicon.kinds)} kinds"
        print("\n".join(wrong) if wrong else f"{lexicon.themes[0].name}: {counts}, nothing wrong")
    return int(any(wrong for _, wrong in trials))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
