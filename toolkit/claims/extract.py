"""Articles into claims: one row for each statement that a sentence makes, with its three clocks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from toolkit.claims import kept
from toolkit.claims.actors.names import named_in
from toolkit.claims.assemble import read_statements
from toolkit.claims.cases import case_for
from toolkit.claims.document import Document
from toolkit.claims.event_nouns import ACCOUNTS
from toolkit.claims.headlines import with_headline
from toolkit.claims.lexicon import Lexicon, load_lexicon
from toolkit.claims.places.gazetteer import Gazetteer, load_gazetteer
from toolkit.claims.rows import numbered, rows
from toolkit.claims.story import Story
from toolkit.claims.wording import worded
from toolkit.dates.language import foreign
from toolkit.dates.policy import Policy
from toolkit.language import SPACY
from toolkit.model import Article, Claim

Themes = Lexicon | Iterable[str | Path] | None


def extract(
    article: Article,
    themes: Themes = None,
    policy: Policy | str | None = None,
    gazetteer: Gazetteer | Path | None = None,
    parser: str = SPACY,
) -> list[Claim]:
    """The claims of an article, in text order; an empty list where it makes none, or is not in English. Never raises
    on a text.

    `themes` are names or paths of lexicon files or a loaded `Lexicon`, all shipped ones by default; `gazetteer`
    replaces the shipped places, or is a table of places that go before them; `parser` is as in
    `toolkit.language.parse`. Raises ValueError where a lexicon or that table cannot be read, the policy is unknown or
    the parser is not installed.
    """
    lexicon = themes if isinstance(themes, Lexicon) else load_lexicon(*(themes or ()))
    name = kept.key(article, lexicon, policy, gazetteer, parser)
    if (known := _known(name, article)) is not None:
        return known
    read = partial(_read, lexicon=lexicon, policy=policy, gazetteer=gazetteer, parser=parser)
    claims = numbered(with_headline(article, read(article), read))
    kept.keep(name, article, claims, parser)
    return claims


def known_claims(
    article: Article,
    lexicon: Lexicon,
    policy: Policy | str | None,
    gazetteer: Gazetteer | Path | None,
    parser: str,
) -> list[Claim] | None:
    """What `extract` gives where it needs not read the article: it is not in English, or was read before. Else None."""
    return _known(kept.key(article, lexicon, policy, gazetteer, parser), article)


def _known(name: str, article: Article) -> list[Claim] | None:
    known = kept.load(name)
    return [] if known is None and foreign(article.text) else known


def _read(
    article: Article,
    lexicon: Lexicon,
    policy: Policy | str | None,
    gazetteer: Gazetteer | Path | None,
    parser: str,
) -> list[Claim]:
    story = open_story(article, lexicon, policy, gazetteer, parser)
    statements, _ = read_statements(story)
    return rows(article, statements, worded(story, statements))


def open_story(
    article: Article,
    themes: Themes,
    policy: Policy | str | None,
    gazetteer: Gazetteer | Path | None,
    parser: str,
) -> Story:
    """What the passes of an article share."""
    lexicon = themes if isinstance(themes, Lexicon) else load_lexicon(*(themes or ()))
    known = load_gazetteer(gazetteer) if isinstance(gazetteer, Path) else gazetteer
    case = case_for(
        article.text, tuple(dict.fromkeys(theme.sides for theme in lexicon.themes)), lexicon.events
    )
    named = named_in(article.text, case.sides)
    groups = frozenset((m.start, m.end) for m in named if (m.known.kind, m.known.use) == ("group", "name"))
    document = Document(
        article.text,
        article.published,
        policy,
        case.events,
        parser,
        lexicon.nouns | ACCOUNTS,
        article.possible,
        groups,
    )
    return Story(article, document, lexicon, case.sides, known)
