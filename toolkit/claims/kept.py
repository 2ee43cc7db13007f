"""Rows kept on disk beside the parses, so that an article that has not changed is read once.

The key of an entry is a digest of all that the rows come from: the article, the lexicon, the places, the policy, the
parser and the code itself. What cannot be named so (a lexicon or a table of places made in memory) is read each time.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import astuple, fields, replace
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from toolkit.claims.kept_readings import parsed_by
from toolkit.claims.lexicon import Lexicon
from toolkit.claims.places.gazetteer import Gazetteer
from toolkit.dates.policy import Policy
from toolkit.language import cache as store
from toolkit.language import known
from toolkit.model import Article, Claim

SUFFIX = ".claims"
_CODE = ("claims", "dates", "language")
_LIBRARIES = ("dateparser", "holidays")
_DAYS = frozenset(field.name for field in fields(Claim) if "date" in str(field.type))
_FIELDS = tuple(field.name for field in fields(Claim))


def key(
    article: Article,
    lexicon: Lexicon,
    policy: Policy | str | None,
    places: Gazetteer | Path | None,
    parser: str,
) -> str:
    """The name of an article's rows; empty where they are not to be kept."""
    themes = [theme.digest for theme in lexicon.themes]
    if not store.limit() or not all(themes) or isinstance(places, Gazetteer):
        return ""
    own = hashlib.sha256(places.read_bytes()).hexdigest() if places is not None else ""
    told = (
        code(*_CODE),
        known(parser),
        repr(policy),
        own,
        *themes,
        repr(astuple(replace(article, offsets=None))),
    )
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def load(name: str) -> list[Claim] | None:
    """The rows that are kept under a name; None where there are none that can be read."""
    rows = load_rows(name, SUFFIX)
    return None if rows is None else [_claim(values) for values in rows]


def keep(name: str, article: Article, claims: Sequence[Claim], parser: str) -> None:
    """Keep the rows of an article, unless another parser stood in for the one that was asked for."""
    if not name or parsed_by(article.text, parser) != known(parser):
        return
    keep_rows(name, SUFFIX, [[_plain(getattr(claim, field)) for field in _FIELDS] for claim in claims])


def load_rows(name: str, suffix: str) -> list[list[object]] | None:
    """Rows of plain values that are kept under a name; None where there are none that can be read."""
    data = store.read(name, suffix) if name else None
    if data is None:
        return None
    digest, _, packed = data.partition(b"\n")
    if digest != _digest(name, packed):
        return None
    rows: list[list[object]] = json.loads(zlib.decompress(packed))
    return rows


def keep_rows(name: str, suffix: str, rows: Sequence[Sequence[object]]) -> None:
    """Keep rows of plain values under a name that is not empty."""
    if name:
        packed = zlib.compress(json.dumps(rows, ensure_ascii=True, separators=(",", ":")).encode(), 1)
        store.keep(name, suffix, _digest(name, packed) + b"\n" + packed)


def _digest(name: str, packed: bytes) -> bytes:
    return hashlib.sha256(name.encode() + packed).hexdigest().encode()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _claim(values: list[object]) -> Claim:
    told = dict(zip(_FIELDS, values, strict=True))
    return Claim(**{
        name: date.fromisoformat(str(value)) if name in _DAYS and value is not None else value
        for name, value in told.items()
    })  # type: ignore[arg-type]  # fmt: skip


@cache
def code(*rooms: str) -> str:
    """A digest of the rooms that make something, so that what was kept by an older version is not taken."""
    root, found = Path(__file__).parent.parent, hashlib.sha256()
    files = [root / "model.py", root / "listing.py", *(p for room in rooms for p in (root / room).rglob("*"))]
    for path in sorted(files):
        if path.suffix in (".py", ".toml", ".csv", ".json"):
            found.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    found.update(" ".join(version(name) for name in _LIBRARIES).encode())
    return found.hexdigest()
