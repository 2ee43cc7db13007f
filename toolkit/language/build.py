"""Frames out of a parsed text: one for each verb, copula and eventive noun."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from toolkit.language.arguments import joined, of_verb, role_of, subject
from toolkit.language.frames import Argument, Frame
from toolkit.language.phrases import Tree
from toolkit.language.tree import Parse, Token
from toolkit.language.verbs import is_passive, modality, negated, tense
from toolkit.language.words import grammar, of_section

_NOUNS = ("noun", "name")
_BESIDE = ("adverb", "object_predicate", "attribute", "adjective", "other", "preposition")
_AGENTS = ("people", "place", "body", "person")
_RELATIONS = {
    "complement": "complement", "open_complement": "purpose", "adverbial_clause": "adverbial",
    "relative_clause": "relative", "noun_clause": "participle",
    "adjective": "modifier", "conjunct": "coordinated", "prepositional_clause": "gerund",
    "parataxis": "parataxis", "clausal_subject": "subject", "object_predicate": "purpose",
}  # fmt: skip
_FILLED = {
    "subject": "argument",
    "passive_subject": "argument",
    "object": "argument",
    "attribute": "argument",
    "prepositional_object": "argument",
}


def frames_of(
    text: str | Tree, parse: Parse | None = None, eventive: Collection[str] | None = None
) -> tuple[Frame, ...]:
    """The frames of a text in the order of their words; `eventive` are the lemmas of the nouns that name events (all
    nouns where None is given); nouns that say how things stand ("an attempt to") have frames in any case.

    A `Tree` of the text may be given in place of text and parse. Every frame's `parent` is an index into the result.
    """
    if isinstance(text, str):
        assert parse is not None
        tree = Tree(text, parse)
    else:
        tree = text
    parse = tree.parse
    number = {i: n for n, (first, last) in enumerate(parse.sentences) for i in range(first, last)}
    words = {i: _word(tree, i) for i, token in enumerate(parse.tokens) if _is_predicate(token, eventive)}
    inner = sorted(words, key=lambda i: parse.tokens[words[i]].start)
    order = {i: n for n, i in enumerate(inner)}
    return tuple(_frame(tree, i, words[i], number.get(i, 0), order) for i in inner)


def _is_predicate(token: Token, eventive: Collection[str] | None) -> bool:
    if token.pos in _NOUNS:
        lemma = token.lemma.lower()
        told = eventive is None or lemma in eventive or lemma in of_section("modality")
        return token.role != "compound" and told
    return token.pos == "verb" or (
        token.pos == "auxiliary" and token.role not in ("auxiliary", "passive_auxiliary")
    )


def _word(tree: Tree, i: int) -> int:
    """The token whose word a predicate goes by: the adjective of a copula, else its own."""
    complement = _complement(tree, i)
    return complement if complement is not None and tree.tokens[complement].pos == "adjective" else i


def _complement(tree: Tree, i: int) -> int | None:
    """What a copula says of its subject."""
    token = tree.tokens[i]
    verb = token.pos == "verb" and token.lemma.lower() in grammar("phrases", "copulas")
    if not verb and token.pos != "auxiliary":
        return None
    said = tree.of_role(i, "attribute", "adjective", "object_predicate")
    complement = next((c for c in said if c > i), None)
    if (
        complement is not None
        and token.lemma.lower() == "go"
        and tree.word(complement) in of_section("particles")
    ):
        return None  # "went free"
    return complement


def _parent(tree: Tree, i: int, order: dict[int, int]) -> tuple[int | None, str, str]:
    """The frame above a predicate, how it hangs on it and the word that joins it."""
    marker = next((tree.word(c) for c in tree.of_role(i, "marker")), "")
    relation, at = "", i
    for _ in range(60):
        token = tree.tokens[at]
        if token.head == at:
            return None, relation, marker
        here = _RELATIONS.get(token.role) or _FILLED.get(token.role, "")
        relation = relation or here
        if token.role in ("prepositional_object", "prepositional_clause") and not marker:
            marker = tree.word(token.head)
        at = token.head
        if at in order:
            return order[at], relation, marker
    return None, relation, marker


def _frame(tree: Tree, i: int, at: int, sentence: int, order: dict[int, int]) -> Frame:
    make = _noun if tree.tokens[i].pos in _NOUNS else _verb
    return make(tree, i, at, sentence, order)


def _verb(tree: Tree, i: int, at: int, sentence: int, order: dict[int, int]) -> Frame:
    token, word = tree.tokens[i], tree.tokens[at]
    copula = token.pos == "auxiliary" or token.lemma.lower() == "be" or _complement(tree, i) is not None
    beside = _beside(tree, i) if at == i else None
    said = (
        at if at != i else beside if beside is not None and tree.tokens[beside].pos == "adjective" else None
    )
    arguments = (*of_verb(tree, i), *(joined(tree, said) if said is not None else ()))  # "guilty of murder"
    parent, relation, marker = _parent(tree, i, order)
    first, last = tree.edges(i)
    return Frame(
        order[i], sentence, word.start, word.end, i, "copula" if copula else "verb", word.lemma.lower(),
        _particle(tree, beside), "passive" if is_passive(tree, i) else "active", tense(tree, i), negated(tree, i),
        modality(tree, i), arguments, (tree.tokens[first].start, tree.tokens[last].end), parent, relation, marker,
    )  # fmt: skip


def _beside(tree: Tree, i: int) -> int | None:
    """The word that belongs to a verb: a particle ("broke out of jail"), or the adverb or adjective that says where or
    how somebody ends ("flown home", "walked free", "found not guilty")."""
    if (particle := tree.child(i, "particle")) is not None:
        return particle
    known = of_section("particles")
    near = (c for c in tree.of_role(i, *_BESIDE) if c > i and tree.word(c) in known)
    return next((c for c in near if _is_bare(tree, c) and tree.tokens[c - 1].pos != "punctuation"), None)


def _particle(tree: Tree, i: int | None) -> str:
    if i is None:
        return ""
    denied = tree.child(i, "negation") is not None
    return f"not {tree.word(i)}" if denied else tree.word(i)


def _is_bare(tree: Tree, i: int) -> bool:
    """Whether a word beside a verb governs nothing itself: "came in", "got out of jail", but not "in the town"."""
    joined_to = (tree.tokens[c].role for c in tree.children[i])
    return tree.tokens[i].pos == "adverb" or all(
        role in ("preposition", "adverb", "negation") for role in joined_to
    )


def _noun(tree: Tree, i: int, at: int, sentence: int, order: dict[int, int]) -> Frame:
    token = tree.tokens[at]
    support, how = _support(tree, i)
    arguments = list(_noun_arguments(tree, i))
    roles = {argument.role for argument in arguments}
    if support is not None:
        arguments += [
            each
            for each in _lent(tree, support, how, i)
            if each.role not in roles or each.role in ("place", "time")
        ]
    governed = support if support is not None else _above(tree, i)
    no = any(tree.word(c) == "no" for c in tree.of_role(i, "determiner"))
    parent, relation, marker = _parent(tree, i, order)
    first, last = tree.edges(i)
    return Frame(
        order[i], sentence, token.start, token.end, i, "noun", token.lemma.lower(), "", "",
        tense(tree, governed) if governed is not None else "",
        no or (support is not None and negated(tree, support)),
        modality(tree, support) if support is not None else "",
        tuple(arguments), (tree.tokens[first].start, tree.tokens[last].end), parent, relation, marker,
        order.get(support) if support is not None else None,
        tuple(
            tree.tokens[c].lemma.lower() for c in tree.of_role(i, "adjective", "compound", "other") if c < i
        ),
    )  # fmt: skip


def _above(tree: Tree, i: int) -> int | None:
    """The verb over a noun."""
    at = i
    for _ in range(12):
        if tree.tokens[at].head == at:
            return None
        at = tree.tokens[at].head
        if tree.tokens[at].pos in ("verb", "auxiliary"):
            return at
    return None


def _support(tree: Tree, i: int) -> tuple[int | None, str]:
    """The light verb that supports a noun of action, and what the noun is to it: does, suffers, occurs or under."""
    at = i
    preposition = tree.tokens[i].head
    if tree.tokens[i].role == "prepositional_object" and tree.word(preposition) == "of":
        counted = tree.tokens[preposition].head  # "two hours of talks", "a series of strikes"
        quantity = tree.tokens[counted].lemma.lower() in grammar("phrases", "quantities")
        at = counted if quantity or tree.tokens[counted].entity == "time" else i
    while tree.tokens[at].role == "conjunct" and tree.tokens[tree.tokens[at].head].pos in ("noun", "name"):
        at = tree.tokens[at].head
    token, head = tree.tokens[at], tree.tokens[at].head
    lemma = tree.tokens[head].lemma.lower()
    if token.role == "object" or (token.role == "passive_subject"):
        if token.role == "passive_subject" and lemma in grammar("light", "observed"):
            return head, "occurs"
        if lemma in grammar("light", "suffers"):
            return head, "suffers"
        if lemma in grammar("light", "observed"):
            return head, "occurs"
        return (head, "does") if lemma in grammar("light", "does") else (None, "")
    if token.role in ("subject", "attribute"):
        if lemma == "be" or lemma in grammar("light", "occurs"):
            return head, "occurs"
        return None, ""
    for c in tree.of_role(i, "relative_clause"):  # "a strike it carried out"
        who = tree.child(c, "subject")
        own = who is not None and tree.word(who) not in grammar("phrases", "relative")
        if own and tree.tokens[c].lemma.lower() in grammar("light", "does"):
            return c, "does"
    if token.role == "prepositional_object" and tree.word(head) in ("under", "in", "into"):
        verb = tree.tokens[head].head
        light = tree.tokens[verb].lemma.lower() in (
            "be",
            "come",
            "remain",
            "fall",
            "engage",
            "go",
            "stay",
            "keep",
            "put",
            "place",
            "lock",
        )
        if tree.tokens[verb].pos in ("verb", "auxiliary") and light:
            return verb, "suffers" if tree.word(head) == "under" else "does"
    return None, ""


def _lent(tree: Tree, verb: int, how: str, noun: int) -> Iterator[Argument]:
    """The arguments that a light verb lends to its noun."""
    passive = is_passive(tree, verb)
    for argument in of_verb(tree, verb):
        if argument.phrase.token == noun:
            continue
        if argument.role == "agent" and how in ("does", "suffers"):
            yield Argument("patient" if how == "suffers" else "agent", "", argument.phrase)
        elif argument.role == "patient" and how == "suffers" and passive:
            yield Argument("patient", "", argument.phrase)
        elif (
            argument.role in ("place", "time", "source", "instrument", "topic", "recipient", "other")
            and argument.preposition
        ):
            yield _of_noun(argument)


def _of_noun(argument: Argument) -> Argument:
    """What a preposition behind a light verb is to the noun: "launched a strike on the port"."""
    against = argument.preposition in ("on", "against", "upon") and argument.role != "time"
    return replace(argument, role="patient") if against else argument


def _noun_arguments(tree: Tree, i: int) -> Iterator[Argument]:
    """What hangs on a noun of action: its owner, "of", "by", "on", "between", and nations before it."""
    owner = tree.child(i, "possessor")
    if owner is not None:
        yield Argument("agent", "'s", tree.phrase(owner))
    for c in tree.of_role(i, "compound", "adjective", "other"):
        if c < i and (named := tree.entity(c)) and named[1] in _AGENTS and named != tree.entity(i):
            yield Argument("agent", "", tree.phrase(c))
            break
    for c in tree.of_role(i, "preposition", "agent"):
        word = tree.word(c)
        for what in tree.of_role(c, "prepositional_object"):
            phrase = tree.phrase(tree.antecedent(what))
            entity = phrase.entity or phrase.name_entity
            role = {
                "by": "agent",
                "of": "patient",
                "between": "agent",
                "among": "agent",
                "against": "patient",
                "upon": "patient",
            }.get(word)
            if word == "on" and entity != "time":
                role = "patient"
            yield Argument(role if role and entity != "time" else role_of(word, entity), word, phrase)
    for c in tree.of_role(i, "time_phrase"):
        yield Argument("time", "", tree.phrase(c))


__all__ = ["frames_of", "subject"]
