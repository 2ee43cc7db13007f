"""What is left of the words of a phrase once parts of it are gone: no lone commas, brackets, dashes or "and"."""

from __future__ import annotations

from collections.abc import Collection

from toolkit.language.phrases import Tree

QUOTES = "“”\"‘’'"
DASHES = frozenset("-–—")
_BRACKETS = "()[]"


def trimmed(tree: Tree, tokens: Collection[int], head: int) -> list[int]:
    """Tokens of a phrase without what stands in brackets or behind a dash, and without the punctuation and the
    coordinators beside which something is left out."""
    there = _unbracketed(tree, set(tokens), head)
    for i in sorted(there):
        if tree.tokens[i].role == "punctuation" and i != head and not _joins(tree, i, there):
            there.discard(i)
    dash = next((i for i in sorted(there) if i > head and _breaks(tree, i)), None)
    left = sorted(i for i in there if dash is None or i < dash)
    while left and tree.tokens[left[-1]].role == "coordinator":
        left.pop()
    return left


def _unbracketed(tree: Tree, there: set[int], head: int) -> set[int]:
    depth, inside = 0, set()
    for i in range(min(there), max(there) + 1):
        word = tree.word(i)
        depth += word in ("(", "[")
        if depth and i != head:
            inside.add(i)
        depth = max(0, depth - (word in (")", "]")))
    return there - inside


def _joins(tree: Tree, i: int, there: Collection[int]) -> bool:
    """Whether a mark stands between two words that are left, or a quotation mark beside one."""
    word = tree.word(i)
    if word in QUOTES:
        return i + 1 in there or i - 1 in there
    return i - 1 in there and i + 1 in there and word not in _BRACKETS


def _breaks(tree: Tree, i: int) -> bool:
    """Whether a dash stands between blanks, where it breaks the phrase off."""
    token = tree.tokens[i]
    return (
        tree.word(i) in DASHES
        and " " == tree.text[token.end : token.end + 1] == tree.text[token.start - 1 : token.start]
    )
