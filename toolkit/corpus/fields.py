"""Under which names the fields of an article stand in tables, JSON, feeds and front matter.

Everything that is known of such names is the one table `KNOWN`: those of trafilatura, news-please, newspaper, Media
Cloud, GDELT, ACLED, the interfaces of newspapers and agencies, and of static site generators among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

FIELDS = ("id", "text", "published", "outlet", "title", "url", "language", "notes")

KNOWN: dict[str, tuple[str, ...]] = {
    "id": (
        "id", "article_id", "doc_id", "document_id", "guid", "uuid", "stories_id", "story_id", "event_id_cnty",
        "GlobalEventID", "gkgrecordid", "_id",
    ),
    "text": (
        "text", "body", "content", "maintext", "main_text", "article_text", "full_text", "article_body", "body_text",
        "content_text", "plain_text", "fields.bodyText", "raw_text", "raw_content", "text_content", "article", "story",
        "transcript", "texte", "texto", "testo", "текст", "treść", "artikel", "volltext", "contenu", "contenido",
        "notes",
    ),
    "published": (
        "published", "published_at", "date_published", "date_publish", "publish_date", "published_date",
        "publishing_date", "publication_date", "published_on", "published_time", "pub_date", "date_pub",
        "first_published", "firstPublishedAt", "webPublicationDate", "article:published_time", "date", "article_date",
        "news_date", "dc:date", "issued", "day", "datum", "fecha", "дата", "data", "seendate", "SQLDATE", "event_date",
    ),
    "outlet": (
        "outlet", "publisher", "publication", "publication_name", "publication_title", "source_name", "source.name",
        "source.title", "media_name", "media_outlet", "newspaper", "medium", "media", "site_name", "sitename", "site",
        "hostname", "source_hostname", "source_domain", "SourceCommonName", "domain", "host", "feed_title", "source",
        "provider", "quelle", "zeitung", "fuente", "periódico", "journal", "источник", "издание",
    ),
    "title": (
        "title", "headline", "webTitle", "headline.main", "article_title", "heading", "titel", "titre", "título",
        "заголовок", "title_page",
    ),
    "url": (
        "url", "link", "article_url", "canonical", "canonical_url", "canonical_link", "permalink", "web_url",
        "page_url", "original_url", "story_url", "DocumentIdentifier", "uri", "href", "source_url", "source",
    ),
    "language": ("language", "lang", "langue", "sprache", "idioma"),
    "notes": ("notes", "note", "remarks"),
}  # fmt: skip
"""Field -> the names under which it is looked for; the first that has a value wins. A `source` is the address where it
is one and the outlet where it is not, and `notes` are the text of a table that has no other."""

TEASERS = (
    "description",
    "summary",
    "abstract",
    "excerpt",
    "snippet",
    "lead_paragraph",
    "trailText",
    "standfirst",
)
"""What is read for the text of a table without one, and said so."""
EITHER = "source"
_OWN = ("source", "notes")  # names that may mean one field or another

_DAY = re.compile(
    r"""\s*(?:[A-Za-z]{3,9},?\s)?(?:
        (?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)
      | (?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:(?:19|20)\d\d|\d\d)(?!\d)
      | (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{6}Z?)?(?!\d)
      | (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[\s-][A-Za-z]{3,9}\.?,?[\s-](?:(?:19|20)\d\d|\d\d)(?!\d)
      | [A-Za-z]{3,9}\.?\s(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s(?:19|20)\d\d(?!\d)
    )[^\n]{0,20}$""",
    re.VERBOSE,
)
_SAMPLE = 20  # values of a column that are looked at


def form(name: str) -> str:
    """A name as it is compared with others: its letters and digits alone.

    >>> form("Published At"), form("publishedAt"), form("source.name")
    ('publishedat', 'publishedat', 'sourcename')
    """
    return "".join(filter(str.isalnum, name.casefold()))


class Columns(NamedTuple):
    """Which columns, in order of preference, serve each field, and those that serve none."""

    serving: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]
    teaser: str = ""

    def values(self, row: Mapping[str, str]) -> dict[str, str]:
        """The fields that a row fills.

        >>> settle(["ID", "maintext", "source"]).values({"ID": "7", "maintext": "Talks.", "source": "Wire"})
        {'id': '7', 'text': 'Talks.', 'outlet': 'Wire'}
        """
        return {field: value for field, name in self.filled(row).items() if (value := row[name].strip())}

    def filled(self, row: Mapping[str, str]) -> dict[str, str]:
        """The fields that a row fills, and the column that each stands in."""
        found = {}
        for field, names in self.serving.items():
            for name in names:
                value = row.get(name, "").strip()
                if value and (
                    form(name) != EITHER or field not in ("url", "outlet") or _serves(value, field)
                ):
                    found[field] = name
                    break
        return found


@cache
def _known() -> dict[str, dict[str, int]]:
    return {
        field: {form(name): at for at, name in reversed([*enumerate(names)])}
        for field, names in KNOWN.items()
    }


def settle(
    names: Sequence[str], given: Mapping[str, str] | None = None, fields: Sequence[str] = FIELDS
) -> Columns:
    """What each of some columns serves for; `given` (field -> column) goes before the known names of `fields`.

    >>> settle(["maintext", "date_publish", "date_modify"]).serving
    {'text': ('maintext',), 'published': ('date_publish',)}
    >>> settle(["maintext", "date_publish", "day_out"], {"published": "day_out"}).unused
    ('date_publish',)
    """
    forms = {name: form(name) for name in names if name}
    serving: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for field, wanted in (given or {}).items():
        if chosen := next((name for name in forms if name == wanted), "") or next(
            (name for name in forms if forms[name] == form(wanted)), ""
        ):
            serving[field] = (chosen,)
            taken.add(chosen)
    for field in fields:
        if field in serving:
            continue
        ranks = _known()[field]
        found = sorted(
            (name for name in forms if forms[name] in ranks and name not in taken),
            key=lambda n: ranks[forms[n]],
        )
        if field == "text" and len(found) > 1:
            found = [name for name in found if forms[name] not in _OWN]
        if found:
            serving[field] = tuple(found)
            taken |= {name for name in found if forms[name] not in _OWN or field == "text"}
    teaser = ""
    if (
        "text" in fields
        and "text" not in serving
        and (teaser := next((n for w in TEASERS for n in forms if forms[n] == form(w)), ""))
    ):
        serving["text"] = (teaser,)
    used = {name for several in serving.values() for name in several}
    ordered = {field: serving[field] for field in FIELDS if field in serving}
    return Columns(ordered, tuple(name for name in names if name and name not in used), teaser)


def is_address(value: str) -> bool:
    """Whether a value is the address of a page.

    >>> is_address("https://example.org/a"), is_address("The Wire")
    (True, False)
    """
    return "://" in value


def _serves(value: str, field: str) -> bool:
    return is_address(value) == (field == "url")


@lru_cache(maxsize=4096)
def names_day(value: str) -> bool:
    """Whether a value looks like a day, and like nothing else.

    >>> [names_day(value) for value in ("2025-06-13T08:00:00Z", "13-Jun-25", "20250613081500", "45821", "in June")]
    [True, True, True, False, False]
    """
    return len(value) <= 60 and bool(_DAY.match(value))


def holding_days(rows: Iterable[Mapping[str, str]], names: Sequence[str]) -> list[str]:
    """Those of some columns whose values are mostly days.

    >>> holding_days([{"seen": "2025-06-13", "words": "400"}, {"seen": "", "words": "51"}], ["seen", "words"])
    ['seen']
    """
    samples: dict[str, list[bool]] = {name: [] for name in names}
    for row in rows:
        for name, sample in samples.items():
            if len(sample) < _SAMPLE and (value := row.get(name, "").strip()):
                sample.append(names_day(value))
    return [name for name, sample in samples.items() if sample and sum(sample) * 2 > len(sample)]


def mapping(given: str | Mapping[str, str] | None) -> dict[str, str]:
    """Fields and the columns that hold them, as `--columns` and the column `columns` of a manifest write them.

    Raises ValueError for a field that there is not.

    >>> mapping("published=date_publish, outlet=Source Name")
    {'published': 'date_publish', 'outlet': 'Source Name'}
    """
    if not given:
        return {}
    if isinstance(given, str):
        pairs = [pair.partition("=") for pair in re.split(r"[,;]", given) if pair.strip()]
        if bad := next((field for field, sign, name in pairs if not sign or not name.strip()), None):
            raise ValueError(
                f"columns: {bad.strip()!r} names no column; write published=date_publish,outlet=publisher"
            )
        given = {field: name for field, _, name in pairs}
    found = {field.strip().lower(): name.strip() for field, name in given.items()}
    if unknown := next((field for field in found if field not in FIELDS), None):
        raise ValueError(f"columns: {unknown!r} is no field of an article; choose of {', '.join(FIELDS)}")
    return found
