"""Bytes to clean text: which encoding, and what is no text at all.

UTF-8 is tried first, with or without a byte order mark; UTF-16 and UTF-32 need theirs. What is left may be
UTF-8 with a few broken bytes or an old Western European file (windows-1252), which are read with a note. What is
neither is shown to charset-normalizer, which knows the old encodings of other scripts, and what it makes out is
believed where most letters are of such a script; all else is refused: a wrong guess would turn names into nonsense that
no later step could see.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from toolkit.corpus.draft import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (as .docx, .odt and .xlsx are)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3", "an SQLite database"),
)
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
_CONTROL_SHARE = 0.01
_FEW = 3
"""NUL bytes and other control characters that a table may hold however short it is."""
# Next to unknown in Western languages; Cyrillic or Greek that is misread consists of it.
_FOREIGN = re.compile(r"[^\W\d_\x00-\x7f]{3,}")
_FOREIGN_SHARE = 0.01  # of the words, those of HTML's markup among them
# Characters of UTF-8 whose bytes hardly ever stand beside each other in windows-1252; a capital letter before a
# quotation mark ("CAFÉ”") makes those that are left out.
_SOUND = re.compile(r"[^\x00-\x9f\u0180-\u036f\ufffd]")
_LETTER = re.compile(r"[^\W\d_]")
_OTHER_SHARE = 0.5
_ENOUGH = 16  # letters, fewer are any language
_SPOKEN = 0.1  # how far a guess's letters are as frequent as in some language, 0 to 1, by charset-normalizer
_ALPHABETS = ("koi8_r", "koi8_u", "cp1251", "cp866", "iso8859_5", "cp1253", "iso8859_7", "cp1255", "cp1256")
_SAMPLE = 200_000  # bytes
_SOUNDER = 10  # lost characters that each of them outweighs
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.I
)
_TRUSTED = re.compile(
    r"(?:windows-|cp)125\d|iso-?8859-\d{1,2}|koi8-[ru]|gb(?:2312|k|18030)|big5|shift_jis|euc-(?:jp|kr)", re.I
)
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff\ud800-\udfff]")
_NEWLINES = {
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\ufeff": "",
}


def decode(raw: bytes, page: bool = False) -> tuple[str, str]:
    """The clean text of a file's bytes and a note, which is empty unless the encoding was a guess.

    With `page` the charset that HTML declares is tried before the guess. Raises Unreadable for bytes that are
    no text.

    >>> decode(b"\\xef\\xbb\\xbfKyiv\\r\\nMoscow")
    ('Kyiv\\nMoscow', '')
    >>> decode("Köln am Rhein".encode("cp1252"))
    ('Köln am Rhein', 'not UTF-8: read as windows-1252')
    """
    refuse_binary(raw)
    text, note = _decoded(raw, page)
    return clean(text), note


def decode_table(raw: bytes) -> tuple[str, str]:
    """As `decode`, with line ends of one kind and nothing else made clean: a cell may hold other signs that end lines,
    and a few NUL bytes, which spoil no other row.
    """
    refuse_binary(raw, table=True)
    text, note = _decoded(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def _decoded(raw: bytes, page: bool = False) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), ""
            except UnicodeDecodeError as error:
                raise Unreadable(
                    f"begins as {encoding} and breaks off at byte {error.start + len(mark)}: save it as UTF-8"
                ) from error
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if page and (declared := _declared(raw)):
        try:
            return raw.decode(declared), ""
        except UnicodeDecodeError:
            pass
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = len(_SOUND.findall(text))
    if lost < _SOUNDER * sound:
        # The bytes of two letters of another script are now and then one sound character of UTF-8.
        if lost > sound and (found := _other_script(raw)):
            return found[0], f"not UTF-8: read as {found[1]}"
        return text, f"broken UTF-8: {lost} character{'' if lost == 1 else 's'} lost"
    try:
        return _western(raw), "not UTF-8: read as windows-1252"
    except Unreadable:
        found = _other_script(raw)
        if not found:
            raise
        return found[0], f"not UTF-8: read as {found[1]}"


def clean(text: str) -> str:
    """The text with every kind of line end as a newline, and without control characters and lone surrogates.

    >>> clean("one\\r\\ntwo\\u2028three\\x00\\ud83d")
    'one\\ntwo\\nthree \\ufffd'
    """
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    if not _UNCLEAN.search(text):
        return text
    # A pair of surrogates out of JSON escapes is one character; one alone is none.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNCLEAN.sub(lambda match: _NEWLINES.get(match[0], " "), text)


def refuse_binary(raw: bytes, table: bool = False) -> None:
    """Raise Unreadable for bytes, all of a file or its beginning, that are no text; a table may hold a few NUL bytes.

    What begins with the mark of an encoding is text that `decode` takes by its word.
    """
    if raw.startswith(tuple(mark for mark, _ in _MARKS)):
        return
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable(f"is {name}, not text: save its text as UTF-8")
    few = max(_FEW, _CONTROL_SHARE * len(raw))
    if raw.count(0) > (few if table else 0):
        raise Unreadable(
            "holds NUL bytes: it is binary data or UTF-16 without its mark, no text: save it as UTF-8"
        )
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if controls > (few if table else _CONTROL_SHARE * len(raw)):
        raise Unreadable(
            f"holds {controls} control characters in {len(raw)} bytes: it is binary data, no text"
        )


def _declared(raw: bytes) -> str:
    found = _DECLARED.search(raw[:4096])
    name = found[1].decode("ascii", "replace") if found else ""
    return name if _TRUSTED.fullmatch(name) else ""


def _western(raw: bytes) -> str:
    reason = "is in no encoding that can be told for sure: save it as UTF-8"
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(reason) from error
    if len(_FOREIGN.findall(text)) > _FOREIGN_SHARE * len(text.split()):
        raise Unreadable(reason)
    return text


def _other_script(raw: bytes) -> tuple[str, str] | None:
    """Text in an old encoding of a script that is not Latin, and that encoding; None where nothing fits.

    On Latin text the own check is right more often, so what is guessed there is no answer.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None or best.coherence < _SPOKEN:
        # A line or two of Cyrillic letters are as many signs of Japanese to it, and words of no language.
        lettered = from_bytes(raw[:_SAMPLE], cp_isolation=list(_ALPHABETS)).best()
        best = lettered if lettered and lettered.coherence > _SPOKEN else best
    if best is None:
        return None
    try:
        text = raw.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    letters = _LETTER.findall(text[:_SAMPLE])
    others = sum(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in letters)
    sure = others >= _ENOUGH and others > _OTHER_SHARE * len(letters)
    return (text, best.encoding.replace("_", "-")) if sure else None
