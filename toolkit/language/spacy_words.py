"""Parts of speech and dictionary forms from spaCy's rules, asked once for each word instead of at each place.

In the English models two components (`attribute_ruler`, `lemmatizer`) look at a word, its tag and its role, but
take a third of the time. A few rules look at two words ("let's", "there is"): a paragraph with such words is given
to the components as it is. So what is given is what they would say; a model whose rules look at more is read without.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

NAMES = ("attribute_ruler", "lemmatizer")
_ALONE = {"TAG", "LOWER", "DEP", "IS_SPACE"}
_COLUMNS = ["ORTH", "TAG", "DEP"]
_MOST = 200_000

Key = tuple[int, int, int]


class Words:
    """What the two components say of a word with its tag and role: the numbers of its part of speech and lemma."""

    def __init__(self, nlp: Any) -> None:
        self._pipes = [nlp.get_pipe(name) for name in NAMES]
        _quick(self._pipes[1].lookups.get_table("lemma_index", {}))
        self._vocab, self._strings = nlp.vocab, nlp.vocab.strings
        joined = _joined(self._pipes[0].patterns) or frozenset()
        self._words = {word for name, word in joined if name == "LOWER"}
        self._roles = {self._strings[role] for name, role in joined if name == "DEP"}
        self._known: dict[Key, tuple[int, int]] = {}

    @staticmethod
    def suits(nlp: Any) -> bool:
        """Whether the rules of a model look at a word, its tag and its role alone, but for known pairs of words."""
        names = list(nlp.pipe_names)
        if not all(name in names for name in NAMES) or set(names[names.index(NAMES[1]) + 1 :]) - {"ner"}:
            return False
        between = names[names.index(NAMES[0]) + 1 : names.index(NAMES[1])]
        lemmatizer = nlp.get_pipe(NAMES[1])
        rules = type(lemmatizer).__name__ == "EnglishLemmatizer" and lemmatizer.mode == "rule"
        return not between and rules and _joined(nlp.get_pipe(NAMES[0]).patterns) is not None

    def of(self, doc: Any) -> list[tuple[int, int]]:
        """Part of speech and lemma of each word of a paragraph."""
        keys: list[Key] = [(orth, tag, dep) for orth, tag, dep in doc.to_array(_COLUMNS).tolist()]
        if self._pairs(doc, keys):
            for pipe in self._pipes:
                doc = pipe(doc)
            return [(pos, lemma) for pos, lemma in doc.to_array(["POS", "LEMMA"]).tolist()]
        if len(self._known) > _MOST:
            self._known.clear()
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            self._ask(type(doc), new)
        return [self._known[key] for key in keys]

    def _pairs(self, doc: Any, keys: list[Key]) -> bool:
        """Whether a paragraph may hold a pair of words that a rule is for."""
        return not self._words.isdisjoint(token.lower_ for token in doc) or any(
            dep in self._roles for _, _, dep in keys
        )

    def _ask(self, doc_type: Any, keys: list[Key]) -> None:
        """Let the components judge a list of words that stand in no sentence."""
        strings = self._strings
        doc = doc_type(
            self._vocab,
            words=[strings[orth] for orth, _, _ in keys],
            tags=[strings[tag] for _, tag, _ in keys],
            deps=[strings[dep] for _, _, dep in keys],
            heads=list(range(len(keys))),
        )
        for pipe in self._pipes:
            doc = pipe(doc)
        for key, (pos, lemma) in zip(keys, doc.to_array(["POS", "LEMMA"]).tolist(), strict=True):
            self._known[key] = (pos, lemma)


def _quick(index: MutableMapping[Any, Any]) -> None:
    """Let a word be looked up in the lists of known words, of which the longest has 57,000, not looked for."""
    for part, words in list(index.items()):
        index[part] = frozenset(words)


def _joined(rules: list[dict[str, Any]]) -> frozenset[tuple[str, str]] | None:
    """A word or a role that each rule for several words needs; None where a rule looks at something else.

    >>> _joined([{"patterns": [[{"TAG": "NN"}], [{"LOWER": "let"}, {"LOWER": {"IN": ["'s"]}}]]}])
    frozenset({('LOWER', 'let')})
    >>> _joined([{"patterns": [[{"ENT_TYPE": "GPE"}]]}])
    """
    found: set[tuple[str, str]] = set()
    for pattern in (pattern for rule in rules for pattern in rule["patterns"]):
        if any(set(token) - _ALONE for token in pattern):
            return None
        if len(pattern) > 1:
            plain = [
                (name, test) for token in pattern for name, test in token.items() if isinstance(test, str)
            ]
            needed = next((each for each in plain if each[0] in ("LOWER", "DEP")), None)
            if needed is None:
                return None
            found.add(needed)
    return frozenset(found)
