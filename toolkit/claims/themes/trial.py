"""A theme tried on its own examples: each must be found by its rule, and no counter-example."""

from __future__ import annotations

import sys

from toolkit.claims.themes import Theme, fold, load_themes


def trial(theme: Theme) -> list[str]:
    """What the examples of a theme say against its rules, a line each; empty where all is well.

    >>> from toolkit.claims.themes import load_theme
    >>> trial(load_theme("flood"))
    []
    """
    ruled = {rule.kind for rule in theme.rules}
    wrong = [f"{theme.file}: the kind {kind} has no rule" for kind in theme.kinds if kind not in ruled]
    for rule in theme.rules:
        if not rule.examples:
            wrong.append(f"{theme.file}: {rule.name} has no example")
        wrong += [
            f"{theme.file}: {rule.name} does not find “{text}”; {', '.join(names) or 'no rule'} does"
            for text in rule.examples
            if rule.name not in (names := found(theme, text))
        ]
        wrong += [
            f"{theme.file}: {rule.name} finds the counter-example “{text}”"
            for text in rule.counter
            if rule.name in found(theme, text)
        ]
    return wrong


def found(theme: Theme, text: str) -> list[str]:
    """The names of the rules that hold for a sentence."""
    return [
        rule.name
        for rule, trigger in theme.find(text, fold(text), 0, len(text))
        if (not rule.subject or rule.subject.search(text, 0, trigger[1]))
        and (not rule.needs or rule.needs.search(text))
        and not (rule.unless and rule.unless.search(text))
    ]


def main(files: list[str]) -> int:
    """Try the themes of these files or names; 0 where nothing is wrong with any of them, else 1 or 2."""
    try:
        themes = load_themes(*files)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    trials = [(theme, trial(theme)) for theme in themes]
    for theme, wrong in trials:
        counts = f"{len(theme.rules)} rules, {len(theme.kinds)} kinds"
        print("\n".join(wrong) if wrong else f"{theme.name}: {counts}, nothing wrong")
    return int(any(wrong for _, wrong in trials))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
