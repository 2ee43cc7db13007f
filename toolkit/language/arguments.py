"""The arguments of verbs: who does it, to whom, where, with what, however the sentence puts it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.language.frames import Argument
from toolkit.language.phrases import Tree
from toolkit.language.verbs import head_of_chain, is_passive
from toolkit.language.words import grammar

_NOUNS = ("noun", "name", "pronoun", "numeral")
_QUOTES = ('"', "“", "‘", "'", "«")
_DEEP = 5
"""How many governing predicates are asked for a subject that is not said."""


def subject(tree: Tree, i: int, depth: int = 0) -> int | None:
    """The subject of a verb, said or understood: of a conjunct, an infinitive, a gerund, a relative clause."""
    if (own := tree.child(i, "subject", "passive_subject", "clausal_subject")) is not None:
        return tree.antecedent(own)
    token, head = tree.tokens[i], tree.tokens[i].head
    if depth > _DEEP or head == i:
        return None
    if token.role == "conjunct" and (first := head_of_chain(tree, i)) != i:
        return subject(tree, first, depth + 1)
    if token.role in ("open_complement", "complement", "object_predicate"):
        return _controller(tree, i, head, depth)
    if token.role == "prepositional_clause":
        return _of_gerund(tree, head, depth)
    if token.role == "adverbial_clause" and token.form in ("ing", "participle", "base"):
        return subject(tree, head, depth + 1)
    if token.role in ("attribute", "adjective") and tree.tokens[head].pos in ("auxiliary", "verb"):
        return subject(tree, head, depth + 1)  # "people are still trapped there"
    if token.role in ("noun_clause", "adjective"):
        return _of_noun(tree, i, head)
    return None


def _controller(tree: Tree, i: int, head: int, depth: int) -> int | None:
    """The subject of an infinitive: the object of "order", the subject of "plan"."""
    finite = any(
        tree.tokens[a].form in ("present", "past", "modal")
        for a in tree.of_role(i, "auxiliary", "passive_auxiliary")
    )
    if tree.tokens[i].role == "complement" and (
        finite or tree.tokens[i].form not in ("base", "ing", "participle")
    ):
        return None
    lemma, objects = tree.tokens[head].lemma.lower(), tree.child(head, "object", "recipient")
    if lemma in grammar("control", "object"):
        if objects is not None:
            return objects
        if is_passive(tree, head):
            return subject(tree, head, depth + 1)
        for c in tree.of_role(head, "preposition"):  # "called on the army to withdraw"
            if (what := tree.child(c, "prepositional_object")) is not None:
                return what
    return subject(tree, head, depth + 1)


def _of_gerund(tree: Tree, preposition: int, depth: int) -> int | None:
    """The subject of a gerund behind a preposition: the object of "accuse", else the subject of the verb."""
    governor = tree.tokens[preposition].head
    if tree.tokens[governor].lemma.lower() in grammar("control", "accused"):
        objects = tree.child(governor, "object")
        return objects if objects is not None else subject(tree, governor, depth + 1)
    if tree.tokens[governor].pos in ("noun", "name"):
        return tree.child(governor, "possessor")
    if tree.word(preposition) == "by" and is_passive(tree, governor):  # "killed by shelling the town"
        return None
    return subject(tree, governor, depth + 1)


def _of_noun(tree: Tree, i: int, noun: int) -> int | None:
    """The subject of a participle or infinitive hung on a noun: "soldiers deployed there", "its plan to withdraw"."""
    token = tree.tokens[i]
    if token.form == "ing" or (token.form in ("participle", "past") and is_passive(tree, i)):
        return tree.antecedent(noun)
    if any(tree.word(a) == "to" for a in tree.of_role(i, "auxiliary")):
        if (owner := tree.child(noun, "possessor")) is not None:
            return owner
        governor = tree.tokens[noun].head
        if tree.tokens[noun].role == "object" and tree.tokens[governor].pos == "verb":
            return subject(tree, governor, 1)
    return None


def of_verb(tree: Tree, i: int) -> Iterator[Argument]:
    """The arguments of a verb, the agent and the patient first."""
    passive = is_passive(tree, i)
    who = subject(tree, i)
    objects = list(tree.of_role(i, "object"))
    if who is not None and (tree.tokens[who].pos in _NOUNS or tree.phrase(who).pos in _NOUNS):
        yield Argument("patient" if passive else "agent", "", tree.phrase(who))
    for c in tree.of_role(i, "agent"):
        for what in tree.of_role(c, "prepositional_object"):
            yield Argument("agent" if passive else "other", "by", tree.phrase(what))
    for c in objects:
        at = tree.antecedent(c)
        if at != c and tree.word(at) == "time":
            continue  # "confirmed for the first time that troops had crossed", read as a relative clause
        yield Argument("recipient" if passive else "patient", "", tree.phrase(at))
    if not objects and not passive and (gap := _gap(tree, i)) is not None:
        yield Argument("patient", "", tree.phrase(gap))
    for c in tree.of_role(i, "recipient"):
        yield from (
            Argument("recipient", "", tree.phrase(what))
            for what in ([c] if tree.tokens[c].pos in _NOUNS else [])
        )
    naming = tree.tokens[i].lemma.lower() in grammar("phrases", "naming")
    for c in tree.of_role(i, "attribute", "object_predicate"):
        if naming or tree.tokens[c].pos in _NOUNS:
            yield Argument("topic", "", tree.phrase(c))
    if naming:
        yield from _called(tree, i, objects)
    for c in tree.of_role(i, "time_phrase"):
        yield Argument("time", "", tree.phrase(c))
    yield from joined(tree, i)


def _called(tree: Tree, i: int, objects: list[int]) -> Iterator[Argument]:
    """What a verb of naming calls its object, where that hangs elsewhere: words in quotation marks behind the object,
    taken for its apposition, or an adjective with "as", taken for a clause."""
    for c in (a for what in objects for a in tree.of_role(what, "apposition")):
        first = tree.edges(c)[0]
        if first and tree.word(first - 1) in _QUOTES:
            yield Argument("topic", "", tree.phrase(c))
    for c in tree.of_role(i, "adverbial_clause"):
        joins = (*tree.of_role(c, "marker", "adverb"),)
        if tree.tokens[c].pos in ("adjective", "verb") and any(tree.word(a) == "as" for a in joins):
            yield Argument("topic", "as", tree.phrase(c))


def _gap(tree: Tree, i: int) -> int | None:
    """The noun that a relative clause leaves out as its object: "the base that rebels seized"."""
    at, token = i, tree.tokens[i]
    if token.role != "relative_clause":
        return None
    who = tree.child(at, "subject")
    if who is None or tree.word(who) in grammar("phrases", "relative"):
        return None
    return None if tree.tokens[token.head].entity == "time" or tree.word(token.head) == "time" else token.head


def joined(tree: Tree, i: int) -> Iterator[Argument]:
    """The arguments that prepositions join to a predicate; "from X to Y" and "in A, near B" give one each."""
    behind = [
        c for a in tree.of_role(i, "adverb", "particle") if a > i for c in tree.of_role(a, "preposition")
    ]  # "back to"
    for c in (*tree.of_role(i, "preposition", "recipient"), *behind):
        word = tree.word(c)
        for what in tree.of_role(c, "prepositional_object"):
            at = tree.antecedent(what)
            phrase = tree.phrase(at)
            role = role_of(word, phrase.entity or phrase.name_entity)
            yield Argument("source" if _leaves(tree, c) else role, word, phrase)
        for nested in tree.of_role(
            c, "preposition"
        ):  # "out of", "from inside"; "according to" joins who says so
            for what in tree.of_role(nested, "prepositional_object") if word != "according" else ():
                phrase = tree.phrase(what)
                role = role_of(tree.word(nested), phrase.entity)
                yield Argument("source" if _leaves(tree, nested) else role, tree.word(nested), phrase)


def _leaves(tree: Tree, i: int) -> bool:
    """Whether a preposition is the "of" of "out of"."""
    return tree.word(i) == "of" and tree.word(tree.tokens[i].head) == "out"


def role_of(preposition: str, entity: str) -> str:
    """The role of what a preposition joins to a predicate."""
    if entity == "time":
        return "time"
    if preposition in grammar("prepositions", "source"):
        return "source"
    if preposition in grammar("prepositions", "goal"):
        return "place" if entity == "place" and preposition == "to" else "recipient"
    if preposition in grammar("prepositions", "place"):
        return "place"
    if preposition in grammar("prepositions", "instrument"):
        return "instrument"
    return "topic" if preposition in grammar("prepositions", "topic") else "other"
