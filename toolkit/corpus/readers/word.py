"""Word documents (.docx): the paragraphs as they stand, without what was deleted, footnotes and comments."""

from __future__ import annotations

from typing import Any
from zipfile import BadZipFile, ZipFile

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Draft, Stated, Unreadable
from toolkit.corpus.readers.office import refuse_large
from toolkit.corpus.readers.source import Read, Source

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_GONE = ("del", "moveFrom", "txbxContent", "Fallback")


def read(source: Source) -> Read:
    """The one article of a document; the day on which it was made is no more than a guess at its publication."""
    from lxml.etree import LxmlError

    names = refuse_large(source)
    if _BODY not in names:
        raise Unreadable(f"holds no {_BODY} and so no text: save it again as .docx")
    try:
        with source.open() as file, ZipFile(file) as archive:
            body = _tree(archive.read(_BODY))
            core = _tree(archive.read(_CORE)) if _CORE in names else None
    except (LxmlError, BadZipFile, OSError, EOFError) as error:
        raise Unreadable("is damaged inside: open it in its program and save it again") from error
    paragraphs = [_words(each) for each in body.iter("{*}p") if not _within(each, _GONE)]
    text = "\n\n".join(filter(None, (each.strip() for each in paragraphs)))
    told = {_local(each): (each.text or "").strip() for each in core.iter("*")} if core is not None else {}
    fields = {"title": clean(told.get("title", ""))} if told.get("title") else {}
    day = told.get("created", "")[:10]
    stated = (
        Stated(guess=day, guessed="the day on which the document was made") if len(day) == 10 else Stated()
    )
    yield Draft(source.stem, clean(text), source.file, "", fields, (), stated, base=None)


def _tree(raw: bytes) -> Any:
    from lxml.etree import XMLParser, fromstring

    return fromstring(raw, XMLParser(resolve_entities=False, no_network=True))


def _words(paragraph: Any) -> str:
    parts = []
    for each in paragraph.iter("*"):
        name = _local(each)
        if name == "t" and not _within(each, _GONE):
            parts.append(each.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
    return "".join(parts)


def _within(element: Any, names: tuple[str, ...]) -> bool:
    return any(_local(each) in names for each in element.iterancestors())


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
