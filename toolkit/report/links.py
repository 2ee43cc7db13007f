"""Addresses within the page: anchors of claims, mentions, passages and articles."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from toolkit.charts.words import clean
from toolkit.report.tables import Html, escape


def anchor(sort: str, name: Any) -> Html:
    """The `id` of an element, safe in an attribute: "claim", "mention", "passage" or "article" and what it is called.

    Blanks, which no `id` may hold, become underscores.

    >>> anchor("claim", "strike-kyiv-2025-06-08")
    <Html of 28 characters>
    """
    return escape(f"{sort}-{_named(name)}")


def fragment(sort: str, name: Any) -> Html:
    """The address of that element within the page.

    >>> str(fragment("mention", "a b:1-2"))
    '#mention-a_b%3A1-2'
    """
    return escape(f"#{sort}-{quote(_named(name), safe='')}")


def _named(name: Any) -> str:
    return re.sub(r"\s", "_", clean(name))
