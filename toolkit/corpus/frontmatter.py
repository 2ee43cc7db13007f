"""Front matter of Markdown: the lines between two `---` (YAML) or `+++` (TOML) at the top, read as strings and nothing
else.

A YAML loader would make dates, booleans and objects of them, can be driven to exhaustion by aliases, and
raises on a day that does not exist. Here every value is the text that stands there.
"""

from __future__ import annotations

import re

from toolkit.corpus.decoding import clean
from toolkit.corpus.fields import KNOWN, form, settle

LIMIT = 65_536
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\n")
_FIELD = re.compile(r"([^\W\d][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_FIELDS = {"---": _FIELD, "+++": re.compile(r"[\"']?([^\W\d][\w .-]{0,60}?)[\"']?[ \t]*=[ \t]*(.*)")}
_PASSED: dict[str, str | tuple[str, ...]] = {"---": "#", "+++": ("#", "[")}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n"}
_REFERENCE = re.compile(r"[&*][\w-]+(?:\s|$)|!!?[\w/]|[\[{,\s]*\*[\w-]+\s*[,\]}]")
_BLOCK = re.compile(r"[|>][+-]?[0-9]?")

FIELDS = ("id", "published", "outlet", "title", "url", "language", "notes")
BESIDE = ("description", "summary")
"""Names that mean notes in front matter and not in tables: there they may be all that there is of a text."""
_NAMES = {form(name) for field in FIELDS for name in KNOWN[field]} | set(BESIDE)


def split(text: str) -> tuple[dict[str, str], str]:
    """The front matter of a text, empty where there is none, and the text below it.

    Never raises. Front matter longer than 65,536 characters, and a block between rules that names none of the
    known fields, is text.

    >>> split("---\\ntitle: Talks begin\\ndate: 2025-02-30\\n---\\nThey met.")
    ({'title': 'Talks begin', 'date': '2025-02-30'}, 'They met.')
    >>> split("They met.")
    ({}, 'They met.')
    """
    opening = _OPENING.match(text)
    closing = _closing(text, opening) if opening else None
    if not opening or not closing:
        return {}, text
    fields = _fields(text[opening.end() : closing.start()], opening[1])
    if _NAMES.isdisjoint(map(form, fields)):
        return {}, text
    return fields, text[closing.end() :].lstrip("\n")


def doubt(text: str) -> str:
    """What is said of a text whose front matter is not read, or not as YAML would read it; mostly nothing.

    >>> doubt("---\\ntitle: Talks begin\\nThey met.")
    'has front matter that is never closed and is read as text: write --- below it'
    >>> doubt("---\\ntitle: Talks begin\\n---\\nThey met."), doubt("---\\nA rule above\\n---\\nand one below.")
    ('', '')
    """
    opening = _OPENING.match(text)
    if not opening:
        return ""
    closing = _closing(text, opening)
    lines = text[opening.end() : closing.start() if closing else opening.end() + LIMIT].split("\n")
    fields = [found for line in lines if (found := _FIELDS[opening[1]].fullmatch(line))]
    if not any(form(field[1]) in _NAMES for field in fields[: None if closing else 1]):
        return ""
    if not closing:
        return f"has front matter that is never closed and is read as text: write {opening[1]} below it"
    if not split(text)[0]:
        return "has front matter that can't be read and is taken for text: write one field a line"
    if opening[1] == "---" and any(_REFERENCE.match(field[2] or "") for field in fields):
        return "has anchors, aliases or tags of YAML in its front matter, which are read as words: write them out"
    return ""


def pick(fields: dict[str, str]) -> dict[str, str]:
    """Of the front matter's fields, those that describe an article, under the corpus's own names.

    `source` is the address where it is one and the outlet where it is not.

    >>> pick({"source": "https://example.org/a", "date": "2025-06-13", "word_count": "400"})
    {'published': '2025-06-13', 'url': 'https://example.org/a'}
    """
    picked = settle(list(fields), fields=FIELDS).values(fields)
    if "notes" not in picked and (notes := next((fields[name] for name in BESIDE if fields.get(name)), "")):
        picked["notes"] = notes
    return picked


def unused(fields: dict[str, str]) -> tuple[str, ...]:
    """The fields of front matter that describe no article.

    >>> unused({"title": "Talks begin", "written": "2025-06-13"})
    ('written',)
    """
    return settle(list(fields), fields=FIELDS).unused


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    return _CLOSING[opening[1]].search(text, opening.end(), opening.end() + LIMIT)


def _fields(block: str, mark: str) -> dict[str, str]:
    parts: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in block.split("\n"):
        if not line.strip() or line.startswith(_PASSED[mark]):
            continue
        field = _FIELDS[mark].fullmatch(line)
        if field:
            current = parts.setdefault(_name(field), [])
            if current:
                current = []  # a field given twice: the first stands
            value = (field[2] or "").strip()
            current.append("" if _BLOCK.fullmatch(value) else value)
        elif current is not None:
            current.append(line.strip())
        else:
            return {}
    return {name: _unquote(" ".join(part for part in values if part)) for name, values in parts.items()}


def _name(field: re.Match[str]) -> str:
    return re.sub(r"[ .-]+", "_", field[1].lower())


def _unquote(value: str) -> str:
    if len(value) < 2 or value[0] != value[-1]:
        return value
    if value[0] == '"':
        return clean(_ESCAPE.sub(_unescape, value[1:-1]))
    if value[0] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _ESCAPED.get(code, code)
