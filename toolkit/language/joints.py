"""Words that a model hangs on the wrong head: a verb joined by "and", a particle before a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from toolkit.language.tree import Token

Change = tuple[int, Mapping[str, object]]


def joined_verb(tokens: Sequence[Token], i: int) -> Iterator[Change]:
    """A participle between "and" and a bare noun, taken for a part of the object before it: "had overthrown the
    president and dissolved parliament"."""
    verb, thing = tokens[i], tokens[i].head
    if verb.form not in ("participle", "past") or verb.role != "adjective" or thing != i + 1:
        return
    noun, above = tokens[thing], tokens[thing].head
    if tokens[above].role == "object":
        above = tokens[above].head
    done = tokens[above].pos == "verb" and tokens[above].form in ("participle", "past") and above < i
    if not done or noun.pos != "noun" or noun.form == "plural" or noun.role != "conjunct":
        return
    objects = [c for c in range(above, i) if tokens[c].head == above and tokens[c].role == "object"]
    whole = any(each.head in objects and each.role == "determiner" for each in tokens[above:i])
    if tokens[i - 1].role != "coordinator" or not whole:
        return
    yield i - 1, {"head": above}
    yield i, {"head": above, "role": "conjunct", "pos": "verb", "form": tokens[above].form}
    yield thing, {"head": i, "role": "object"}


def stray_particle(
    tokens: Sequence[Token], i: int, lemmas: Sequence[str], hours: Collection[str]
) -> Iterator[Change]:
    """ "In" before a time of day that needs none, which is a particle: "the envoy was called in this afternoon".

    `lemmas` are the words of the tokens behind the preposition at `i`, `hours` the nouns that stand without one.
    """
    token = tokens[i]
    if token.role != "preposition" or token.head != i - 1 or tokens[i - 1].pos != "verb":
        return
    of_it = next((c for c in range(i + 1, min(i + 4, len(tokens))) if tokens[c].head == i), None)
    if of_it is None or lemmas[of_it - i - 1] not in hours:
        return
    if of_it == i + 1 or lemmas[0] in ("this", "last"):
        yield i, {"role": "particle", "pos": "particle"}
        yield of_it, {"head": i - 1, "role": "time_phrase"}
