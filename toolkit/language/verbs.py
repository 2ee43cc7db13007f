"""Tense, negation and modality of a predicate, from its auxiliaries and from what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.language.phrases import Tree
from toolkit.language.words import grammar, of_section

_CLIMB = 4
"""How many governing predicates are asked for a modality."""
_OPEN = ("open_complement", "complement", "noun_clause", "adverbial_clause", "prepositional_clause")
_NEVER = ("never", "hardly", "barely", "nowhere", "neither")
_DENIED = ("subject", "passive_subject", "object", "attribute")


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
        if token.form == "past" and token.role == "conjunct" and token.lemma in grammar("phrases", "done_to"):
            first = head_of_chain(tree, i)  # "were convicted and sentenced", read as a past tense
            own = tree.child(i, "object", "subject", "complement", "auxiliary")
            return own is None and first != i and is_passive(tree, first)
        return tree.child(i, "passive_subject") is not None and token.form != "ing"
    if tree.child(i, "passive_subject", "passive_auxiliary", "agent") is not None:
        return True
    if token.lemma in grammar("modality", "tried") and tree.child(i, "open_complement") is not None:
        return False  # "the brigade, which is new, attempted to break out": nobody is attempted to
    if tree.child(i, "subject") is not None and tree.child(i, "auxiliary", "marker", "object") is None:
        told = token.role in ("complement", "conjunct")  # "reported 12 dead and 30 wounded"
        return told and tree.tokens[token.head].lemma in grammar("phrases", "finding")
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
    """Whether a verb is denied: "not", "never", "no soldier was killed", "failed to seize", "without taking", "is in
    no mood to negotiate"."""
    first = head_of_chain(tree, i)
    if _negation(tree, i) or (first != i and _shared_negation(tree, i, first)):
        return True
    token, head = tree.tokens[first], tree.tokens[first].head
    if token.role == "prepositional_clause" and tree.word(head) in ("without", "from", "against"):
        governing = tree.tokens[tree.tokens[head].head].lemma.lower()
        return tree.word(head) == "without" or governing in grammar("modality", "negative")
    if token.role in _OPEN and first != head and _of_nothing(tree, first, head):
        return True
    if token.role in ("open_complement", "noun_clause") and first != head:
        governor = tree.tokens[head].lemma.lower()
        if governor in grammar("modality", "negative"):
            return True
        if governor in grammar("modality", "done") and tree.tokens[head].pos in ("verb", "auxiliary"):
            return negated(tree, head)
    return False


def _negation(tree: Tree, i: int) -> bool:
    """Whether a verb has a word of denial of its own: before it, or on what it is said of or says."""
    if any(tree.word(c) in _NEVER or tree.tokens[c].role == "negation" for c in tree.children[i]):
        return True
    longer = (c for c in tree.of_role(i, "adverb") if tree.word(c) == "longer")
    if any(tree.word(d) == "no" for c in longer for d in tree.children[c]):
        return True
    return any(_is_none(tree, c) for c in (*tree.of_role(i, *_DENIED), *_states(tree, i)))


def _shared_negation(tree: Tree, i: int, first: int) -> bool:
    """Whether a verb joined to another by "and" or "or" is denied with it: "did not kill or wound", "no one was hurt or
    killed"; not one with an auxiliary of its own, nor behind "but"."""
    joints = {tree.word(c) for c in tree.of_role(tree.tokens[i].head, "coordinator") if c < i}
    if "nor" in joints:
        return True
    if tree.child(i, "subject", "passive_subject") is not None or "but" in joints:
        return False
    subjects = tree.of_role(first, "subject", "passive_subject")
    if any(_is_none(tree, c) for c in subjects) or any(
        tree.word(c) == "neither" for c in tree.children[first]
    ):
        return True
    forms = ("base", "participle", "ing", "past") if "or" in joints else ("base", "participle", "ing")
    bare = tree.tokens[i].form in forms
    return bare and tree.child(i, "auxiliary", "passive_auxiliary") is None and _negation(tree, first)


def _is_none(tree: Tree, i: int) -> bool:
    """Whether a noun phrase says that there is none: "no town", "none of the towns", "neither side"."""
    determiners = tree.of_role(i, "determiner", "coordinator", "other", "marker")
    return tree.word(i) in grammar("phrases", "nobody") or any(
        tree.word(d) in ("no", "neither") for d in determiners
    )


def _states(tree: Tree, i: int) -> Iterator[int]:
    """What a copula says that its subject is in: "in no mood"."""
    if tree.tokens[i].pos == "auxiliary" and tree.tokens[i].lemma.lower() == "be":
        for c in tree.of_role(i, "preposition"):
            yield from tree.of_role(c, "prepositional_object")


def _of_nothing(tree: Tree, i: int, head: int) -> bool:
    """Whether an infinitive hangs on what is not there: "has no plans to leave", "is in no mood to talk"."""
    if not any(tree.word(a) == "to" for a in tree.of_role(i, "auxiliary")):
        return False
    if tree.tokens[head].pos in ("noun", "name"):
        return _is_none(tree, head)
    return any(_is_none(tree, c) for c in _states(tree, head))


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
    infinitive = any(tree.word(a) == "to" for a in tree.of_role(i, "auxiliary"))
    if (
        token.role == "relative_clause"
        and infinitive
        and tree.tokens[head].lemma in grammar("modality", "means")
    ):
        return "purpose"
    if token.role not in _OPEN or head == i:
        return ""
    helping = tree.tokens[head].lemma.lower() == "help"
    bare = token.form == "base" and not infinitive and (helping or tree.child(i, "subject") is not None)
    if token.role == "prepositional_clause":
        governor = tree.tokens[head].head
        word = tree.tokens[governor].lemma.lower()
        kind = of_section("modality").get(word, "")
        return kind if kind in ("weighing", "plans", "could") else ""
    if token.role == "open_complement" and token.form == "ing" and not infinitive:
        return "weighing" if tree.tokens[head].lemma.lower() in grammar("modality", "weighing") else ""
    if not infinitive and not bare:
        return ""
    word = tree.tokens[head].lemma.lower()
    had = word == "have" and tree.tokens[head].form == "past"  # "had to leave": and did
    if (word in grammar("modality", "done") or had) and token.role in ("open_complement", "complement"):
        above = tree.tokens[head].head if tree.tokens[head].pos == "adjective" else head  # "will be able to"
        return modality(tree, above, depth + 1)
    if tree.tokens[head].pos == "auxiliary":
        return "will"
    if word in ("fail", "unable", "attempt", "try", "struggle"):
        return modality(tree, head, depth + 1)  # tried or failed, it is told as done
    known = of_section("modality")
    if tense(tree, i) == "perfect" and known.get(word) not in ("plans", "ordered", "demanded"):
        return modality(tree, head, depth + 1)  # "claims to have seized it", "is believed to have fled"
    if word in known and known[word] in ("plans", "ordered", "demanded", "weighing"):
        return known[word]
    if word in known and known[word] == "expected":
        return "will"
    return "purpose"
