"""Tense, negation and modality of a predicate, from its auxiliaries and from what governs it."""

from __future__ import annotations

from toolkit.language.phrases import Tree
from toolkit.language.words import grammar, of_section

_CLIMB = 4
"""How many governing predicates are asked for a modality."""
_OPEN = ("open_complement", "complement", "noun_clause", "adverbial_clause", "prepositional_clause")
_NEVER = ("never", "hardly", "barely", "nowhere")


def head_of_chain(tree: Tree, i: int) -> int:
    """The first of verbs joined by "and", whose auxiliaries the others share."""
    while tree.tokens[i].role == "conjunct" and tree.tokens[tree.tokens[i].head].pos in ("verb", "auxiliary"):
        i = tree.tokens[i].head
    return i


def auxiliaries(tree: Tree, i: int) -> list[int]:
    """The auxiliaries of a verb; of a bare conjunct those of the verb that it is joined to."""
    own = list(tree.of_role(i, "auxiliary", "passive_auxiliary"))
    if own or tree.child(i, "subject", "passive_subject") is not None:
        return own
    first = head_of_chain(tree, i)
    if first != i and tree.tokens[i].form in ("participle", "base", "ing", "past"):
        shared = list(tree.of_role(first, "auxiliary", "passive_auxiliary"))
        if tree.tokens[i].form != "past" or tree.tokens[first].form == "participle":
            return shared
    return own


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb stands in the passive; reduced clauses ("villages seized in June") count."""
    token = tree.tokens[i]
    if token.form == "past" and token.role in ("noun_clause", "adjective"):
        return tree.child(i, "object", "subject") is None  # "a base seized by rebels", read as a past tense
    if token.form != "participle":
        return tree.child(i, "passive_subject") is not None and token.form != "ing"
    if tree.child(i, "passive_subject", "passive_auxiliary", "agent") is not None:
        return True
    if tree.child(i, "subject") is not None or tree.child(i, "auxiliary") is not None:
        return False
    if token.role == "conjunct" and (first := head_of_chain(tree, i)) != i:
        return is_passive(tree, first)
    return token.role in (
        "noun_clause",
        "adjective",
        "adverbial_clause",
        "open_complement",
        "prepositional_clause",
        "object_predicate",
        "root",
    )


def tense(tree: Tree, i: int) -> str:
    """past, present, progressive, perfect, pluperfect, future, infinitive, ing, participle or empty."""
    own, kinds = auxiliaries(tree, i), of_section("auxiliaries")
    words = [tree.word(a) for a in own]
    named = {kinds.get(word, "") for word in words}
    form = tree.tokens[i].form
    if named & {"will", "would", "may", "could", "should", "must"}:
        return "future"
    if "had" in named:
        return "pluperfect"
    if "have" in named:
        return "perfect"
    if "to" in words:
        return "infinitive"
    past = any(tree.tokens[a].form == "past" for a in own)
    present = any(tree.tokens[a].form == "present" for a in own)
    if form == "ing":
        return "past" if past else "progressive" if present else "ing"
    if past or present:
        return "past" if past else "present"
    return {"past": "past", "present": "present", "base": "infinitive", "participle": "participle"}.get(
        form, ""
    )


def negated(tree: Tree, i: int) -> bool:
    """Whether a verb is denied: "not", "never", "no soldier was killed", "failed to seize", "without taking"."""
    first = head_of_chain(tree, i)
    shared = tree.child(i, "subject", "passive_subject") is None and tree.tokens[i].form in (
        "base",
        "participle",
        "ing",
    )
    for at in {i, first if shared else i}:
        if any(tree.word(c) in _NEVER or tree.tokens[c].role == "negation" for c in tree.children[at]):
            return True
    for c in tree.of_role(i, "subject", "passive_subject", "object"):
        if tree.word(c) in grammar("phrases", "nobody") or any(
            tree.word(d) in ("no", "neither")
            for d in tree.of_role(c, "determiner", "coordinator", "other", "marker")
        ):
            return True
    token, head = tree.tokens[first], tree.tokens[first].head
    if token.role == "prepositional_clause" and tree.word(head) in ("without", "from", "against"):
        governing = tree.tokens[tree.tokens[head].head].lemma.lower()
        return tree.word(head) == "without" or governing in grammar("modality", "negative")
    if token.role in ("open_complement", "noun_clause") and first != head:
        governor = tree.tokens[head].lemma.lower()
        if governor in grammar("modality", "negative"):
            return True
        if governor in grammar("modality", "done") and tree.tokens[head].pos in ("verb", "auxiliary"):
            return negated(tree, head)
    return False


def modality(tree: Tree, i: int, depth: int = 0) -> str:
    """What keeps a predicate from being told as a fact: may, could, would, will, should, must, plans, ordered,
    demanded, weighing, conditional; empty where nothing does."""
    first = head_of_chain(tree, i)
    kinds = of_section("auxiliaries")
    for a in auxiliaries(tree, i):
        name = kinds.get(tree.word(a), "")
        if name and name not in ("have", "had"):
            return name
    for c in tree.of_role(first, "marker"):
        if found := of_section("markers").get(tree.word(c)):
            return found
    if depth > _CLIMB:
        return ""
    return _governed(tree, first, depth)


def _governed(tree: Tree, i: int, depth: int) -> str:
    """The modality that a verb takes over from what governs it."""
    token = tree.tokens[i]
    head = token.head
    if token.role not in _OPEN or head == i:
        return ""
    infinitive = any(tree.word(a) == "to" for a in tree.of_role(i, "auxiliary"))
    bare = token.form == "base" and not infinitive and tree.child(i, "subject") is not None
    if token.role == "prepositional_clause":
        governor = tree.tokens[head].head
        word = tree.tokens[governor].lemma.lower()
        return (
            "weighing"
            if word in grammar("modality", "weighing")
            else "plans"
            if word in grammar("modality", "plans")
            else ""
        )
    if token.role == "open_complement" and token.form == "ing" and not infinitive:
        return "weighing" if tree.tokens[head].lemma.lower() in grammar("modality", "weighing") else ""
    if not infinitive and not bare:
        return ""
    word = tree.tokens[head].lemma.lower()
    if word in grammar("modality", "done") and token.role in ("open_complement", "complement"):
        return modality(tree, head, depth + 1)
    if tree.tokens[head].pos == "auxiliary":
        return "will"
    if word in ("fail", "unable", "attempt", "try", "struggle"):
        return modality(tree, head, depth + 1)  # tried or failed, it is told as done
    known = of_section("modality")
    if word in known and known[word] in ("plans", "ordered", "demanded", "weighing"):
        return known[word]
    if word in known and known[word] == "expected":
        return "will"
    return "purpose"
