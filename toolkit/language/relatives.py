"""Words of a clause on a noun that a model often misreads: "a claim that the army rejects", "no one"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from toolkit.language.tree import Token


def misread(
    tokens: Sequence[Token], i: int, answering: Collection[str]
) -> Iterator[tuple[int, Mapping[str, object]]]:
    """What is to be set at which token, where the noun at a place is a pronoun or the verb of a relative clause.

    `answering` are the verbs by which somebody rejects what another one says.
    """
    token = tokens[i]
    if token.pos != "noun":
        return
    if token.lemma == "one":
        yield i, {"pos": "pronoun"}
    subject, noun = i - 1, token.head
    if token.role == "relative_clause" and token.form == "plural" and token.lemma in answering:
        yield i, {"pos": "verb", "form": "present"}
    told = token.role in ("noun_clause", "apposition") and token.form == "plural" and noun < subject
    if not told or token.lemma not in answering or tokens[noun].pos != "noun":
        return
    if tokens[subject].head != i or tokens[subject].role != "compound":
        return
    yield i, {"pos": "verb", "form": "present", "role": "relative_clause"}
    yield subject, {"role": "subject"}
    for c in range(noun + 1, subject):
        if tokens[c].head == i:
            opens = tokens[c].role == "marker"
            yield c, {"pos": "pronoun", "role": "object"} if opens else {"head": subject}
