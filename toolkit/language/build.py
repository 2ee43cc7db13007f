"""Frames out of a parsed text: one for each verb, copula and eventive noun."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from toolkit.language.arguments import joined, of_verb, role_of, subject
from toolkit.language.frames import Argument, Frame
from toolkit.language.phrases import Tree
from toolkit.language.tree import Parse
from toolkit.language.verbs import is_passive, modality, negated, tense
from toolkit.language.words import grammar

_PARTICLES = [
    "back",
    "down",
    "out",
    "off",
    "away",
    "over",
    "in",
    "up",
    "dead",
    "ahead",
    "alive",
    "ablaze",
    "on",
    "forward",
    "apart",
    "together",
    "aside",
    "hostage",
    "captive",
]
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
    nouns where None is given).

    A `Tree` of the text may be given in place of text and parse. Every frame's `parent` is an index into the result.
    """
    if isinstance(text, str):
        assert parse is not None
        tree = Tree(text, parse)
    else:
        tree = text
    parse = tree.parse
    number = {i: n for n, (first, last) in enumerate(parse.sentences) for i in range(first, last)}
    found: dict[int, Frame] = {}
    for i, token in enumerate(parse.tokens):
        if token.pos == "verb" or (
            token.pos == "auxiliary" and token.role not in ("auxiliary", "passive_auxiliary")
        ):
            found[i] = _verb(tree, i, number.get(i, 0))
        elif (
            token.pos in ("noun", "name")
            and token.role != "compound"
            and (eventive is None or token.lemma.lower() in eventive)
        ):
            found[i] = _noun(tree, i, number.get(i, 0))
    found = dict(sorted(found.items(), key=lambda each: each[1].start))
    order = {at: n for n, at in enumerate(found)}
    return tuple(_placed(tree, frame, order) for frame in found.values())


def _placed(tree: Tree, frame: Frame, order: dict[int, int]) -> Frame:
    """A frame with its number and that of the frame that governs it."""
    parent, relation, marker = _parent(tree, frame.token, order)
    light = order.get(frame.light) if frame.light is not None else None
    return replace(
        frame,
        index=order[frame.token],
        parent=parent,
        relation=relation,
        marker=marker or frame.marker,
        light=light,
    )


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


def _verb(tree: Tree, i: int, sentence: int) -> Frame:
    token = tree.tokens[i]
    copula = token.pos == "auxiliary" or token.lemma.lower() in grammar("phrases", "copulas")
    lemma, start, end = token.lemma.lower(), token.start, token.end
    complement = (
        next((c for c in tree.of_role(i, "attribute", "adjective", "object_predicate") if c > i), None)
        if copula
        else None
    )
    copula = copula and (token.pos == "auxiliary" or token.lemma.lower() == "be" or complement is not None)
    if copula and complement is not None and tree.tokens[complement].pos == "adjective":
        lemma, start, end = (
            tree.tokens[complement].lemma.lower(),
            tree.tokens[complement].start,
            tree.tokens[complement].end,
        )
    first, last = tree.edges(i)
    return Frame(
        0, sentence, start, end, i, "copula" if copula else "verb", lemma, _particle(tree, i),
        "passive" if is_passive(tree, i) else "active", tense(tree, i), negated(tree, i), modality(tree, i),
        tuple(_verb_arguments(tree, i, complement)), (tree.tokens[first].start, tree.tokens[last].end),
    )  # fmt: skip


def _verb_arguments(tree: Tree, i: int, complement: int | None) -> Iterator[Argument]:
    yield from of_verb(tree, i)
    if complement is not None and tree.tokens[complement].pos == "adjective":
        yield from joined(tree, complement)


def _particle(tree: Tree, i: int) -> str:
    for c in tree.of_role(i, "particle"):
        return tree.word(c)
    near = [
        c for c in tree.of_role(i, "adverb", "object_predicate", "adjective", "other", "preposition") if c > i
    ]
    bare = (c for c in near if not tree.children[c] or tree.tokens[c].pos == "adverb")
    return next((tree.word(c) for c in bare if tree.word(c) in _PARTICLES), "")


def _noun(tree: Tree, i: int, sentence: int) -> Frame:
    token = tree.tokens[i]
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
    first, last = tree.edges(i)
    return Frame(
        0, sentence, token.start, token.end, i, "noun", token.lemma.lower(), "", "",
        tense(tree, governed) if governed is not None else "",
        no or (support is not None and negated(tree, support)),
        modality(tree, support) if support is not None else "",
        tuple(arguments), (tree.tokens[first].start, tree.tokens[last].end), light=support,
        modifiers=tuple(
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
