"""Read documents with gold time expressions: TimeML files, or lines of JSON as `timeline dates --jsonl` takes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree


@dataclass
class Timex:
    """A span with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass
class Document:
    """A text, its creation day, and the expressions that annotators found in it."""

    id: str
    text: str
    created: str | None
    timexes: list[Timex] = field(default_factory=list)


def read(path: Path) -> list[Document]:
    """All documents of a TimeML file, a file of JSON lines, or a folder of either.

    Raises ValueError with the file's name where it is neither.
    """
    files = (
        sorted(p for p in path.rglob("*") if p.suffix in (".tml", ".xml", ".jsonl"))
        if path.is_dir()
        else [path]
    )
    if not files:
        raise ValueError(f"{path}: no .tml, .xml or .jsonl file in it")
    return [
        document
        for file in files
        for document in (_lines(file) if file.suffix == ".jsonl" else _timeml(file))
    ]


def _lines(path: Path) -> Iterator[Document]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            gold = [Timex(t["start"], t["end"], t["type"], t["value"] or "") for t in record["timexes"]]
            yield Document(record["doc"], record["text"], record.get("dct"), gold)
        except (ValueError, KeyError) as error:
            raise ValueError(f"{path}, line {number}: not a document with timexes ({error})") from None


def _timeml(path: Path) -> Iterator[Document]:
    try:
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    except ElementTree.ParseError as error:
        raise ValueError(f"{path}: not XML ({error})") from None
    created = None
    for element in root.iter():
        if element.get("functionInDocument") == "CREATION_TIME":
            created = re.sub(r"^(\d{4})-?(\d\d)-?(\d\d).*", r"\1-\2-\3", element.get("value", ""))
    body = root.find(".//TEXT")
    document = Document(path.stem, "", created)
    document.text = "".join(_walk(body if body is not None else root, document, 0))
    yield document


def _walk(element: ElementTree.Element, document: Document, start: int) -> Iterator[str]:
    """The text below an element, in pieces, with its expressions noted on the way."""
    at = start
    pieces = [element.text or ""]
    at += len(pieces[0])
    for child in element:
        inner = list(_walk(child, document, at))
        if child.tag in ("TIMEX3", "TIMEX2"):
            value = child.get("value") or child.get("val") or child.get("VAL") or ""
            document.timexes.append(Timex(at, at + sum(map(len, inner)), child.get("type", "DATE"), value))
        at += sum(map(len, inner))
        pieces += [*inner, child.tail or ""]
        at += len(child.tail or "")
    document.timexes.sort(key=lambda t: t.start)
    yield from pieces
