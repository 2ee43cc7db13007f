"""A theme tried on its own examples: each must be found by its entry, and no counter-example."""

from __future__ import annotations

import sys

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
    for theme in lexicon.themes:
        for entry in theme.entries:
            if not entry.examples:
                wrong.append(f"{theme.file}: {entry} has no example")
            wrong += [
                f"{theme.file}: {entry} does not find “{text}”; {', '.join(names) or 'no entry'} does"
                for text in entry.examples
                if entry.name not in (names := found(lexicon, text))
            ]
            wrong += [
                f"{theme.file}: {entry} finds the counter-example “{text}”"
                for text in entry.counter
                if entry.name in found(lexicon, text)
            ]
    return wrong


def found(lexicon: Lexicon, text: str) -> list[str]:
    """The names of the entries that fit the frames of a sentence, of the kind that fits each frame best."""
    names = []
    frames = frames_of(text, parse(text), lexicon.nouns)
    for frame in frames:
        if best := lexicon.match(frame, frames):
            fitting = (match for match in lexicon.fitting(frame, frames) if match.kind == best.kind)
            names += [best.entry.name, *(match.entry.name for match in fitting)]
    return list(dict.fromkeys(names))


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
