"""What holds for every parse, whatever made it."""

from itertools import pairwise

from toolkit.language.tree import ENTITIES, FORMS, POS, ROLES, Parse


def described(text: str, parse: Parse) -> list[str]:
    """A line for each token: word, lemma, part of speech, form, role, the word that it hangs on, entity."""
    words = [text[token.start : token.end] for token in parse.tokens]
    return [
        f"{word}|{token.lemma}|{token.pos}|{token.form}|{token.role}|{words[token.head]}|{token.entity}"
        for word, token in zip(words, parse.tokens, strict=True)
    ]


def well_formed(text: str, parse: Parse) -> None:
    """Offsets are exact and ascend, terms are known, each sentence is a tree, and entities lie within sentences."""
    tokens = parse.tokens
    for token in tokens:
        word = text[token.start : token.end]
        assert word
        assert word == word.strip()
        assert token.pos in POS
        assert token.form in FORMS
        assert token.role in ROLES
        assert token.entity in ENTITIES
        assert token.lemma
        assert 0 <= token.head < len(tokens)
        assert (token.role == "root") == (tokens[token.head] is token)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    ends = [0, *(token.end for token in tokens)]
    gaps = [text[end : token.start] for end, token in zip(ends, tokens, strict=False)] + [text[ends[-1] :]]
    assert not any(map(str.isalnum, "".join(gaps)))
    assert [i for first, last in parse.sentences for i in range(first, last)] == list(range(len(tokens)))
    for first, last in parse.sentences:
        for i in range(first, last):
            _reaches_a_root(parse, i, first, last)
    for first, last, kind in parse.entities:
        assert kind in ENTITIES[:-1]
        assert any(begin <= first < last <= end for begin, end in parse.sentences)
        assert all(tokens[i].entity == kind for i in range(first, last))


def _reaches_a_root(parse: Parse, i: int, first: int, last: int) -> None:
    seen = set()
    while parse.tokens[i].head != i:
        assert i not in seen, "a circle of heads"
        seen.add(i)
        i = parse.tokens[i].head
        assert first <= i < last, "a head in another sentence"
