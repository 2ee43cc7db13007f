"""Bytes to text: encodings, what is no text, clean strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.corpus.decoding import clean, decode
from toolkit.corpus.draft import Unreadable

GUESS = "not UTF-8: read as windows-1252"
HTML_1251 = '<html><head><meta charset="windows-1251"></head><body>Київ і Дніпро</body></html>'


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Kyiv – Київ".encode(), ("Kyiv – Київ", "")),
        ("Kyiv – Київ".encode("utf-8-sig"), ("Kyiv – Київ", "")),
        ("Kyiv – Київ".encode("utf-16"), ("Kyiv – Київ", "")),
        (b"\xfe\xff" + "Київ".encode("utf-16-be"), ("Київ", "")),
        ("Київ".encode("utf-32"), ("Київ", "")),
        ("Köln – “heute”".encode("cp1252"), ("Köln – “heute”", GUESS)),
        ("“Kyiv” – Київ".encode()[:-1], ("“Kyiv” – Киї\ufffd", "broken UTF-8: 1 character lost")),
        (
            "“Kyiv” – ".encode() + b"\xff\xfe\xe2\x80 \xc3 \xff",
            ("“Kyiv” – \ufffd\ufffd\ufffd \ufffd \ufffd", "broken UTF-8: 5 characters lost"),
        ),
        (
            "LE CAFÉ” est fermé, à côté, dit-il".encode("cp1252"),
            ("LE CAFÉ” est fermé, à côté, dit-il", GUESS),
        ),
        (b"one\r\ntwo\rthree\n", ("one\ntwo\nthree\n", "")),
        (b"", ("", "")),
    ],
)
def test_decodes(raw: bytes, expected: tuple[str, str]) -> None:
    assert decode(raw) == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"text\x00with\x00nulls", "NUL bytes"),
        ("Kyiv".encode("utf-16-le"), "NUL bytes"),
        (b"\x01\x02\x03\x04 four", "4 control characters in 9 bytes"),
        (b"%PDF-1.7 ...", "is a PDF document"),
        (b"PK\x03\x04 ...", "zip archive"),
        (b"\xff\xfea", "begins as utf-16-le and breaks off"),
        ("Київ і Дніпро".encode("cp1251"), "in no encoding that can be told"),
        (
            b"<html><head><title>page</title></head>" + "Київ і Дніпро".encode("cp1251"),
            "in no encoding that can be told",
        ),
        (b"a line with \x81\x8d\x9d bytes", "in no encoding that can be told"),
    ],
)
def test_refuses_what_is_no_text(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(raw)


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (
            "У неділю міністерство повідомило, що війська увійшли до міста, але це не так, сказав її чоловік.",
            ("cp1251", "koi8_u", "cp1125", "iso8859_5"),
        ),
        (
            "В воскресенье министерство сообщило, что войска вошли в город, но жители говорят, что это не так.",
            ("cp1251", "koi8_r", "cp866", "iso8859_5"),
        ),
        ("Москва, 13 июня 2025 года. Войска заняли село, сообщило министерство.", ("koi8_r", "cp1251")),
        ("Київ. Генеральний штаб заперечив захоплення села, повідомили у неділю.", ("koi8_u", "cp1251")),
        ("Το υπουργείο ανακοίνωσε την Κυριακή ότι τα στρατεύματα μπήκαν στην πόλη.", ("cp1253", "iso8859_7")),
        ("قالت الوزارة يوم الأحد إن القوات دخلت المدينة لكن السكان يقولون إن هذا غير صحيح", ("cp1256",)),
    ],
)
def test_old_encodings_of_other_scripts_are_told_apart(text: str, encodings: tuple[str, ...]) -> None:
    for encoding in encodings:
        found, note = decode(text.encode(encoding))
        assert found == text, encoding
        assert note.startswith("not UTF-8: read as ")


def test_a_page_may_declare_an_older_encoding() -> None:
    assert "Київ і Дніпро" in decode(HTML_1251.encode("cp1251"), page=True)[0]
    with pytest.raises(Unreadable):
        decode(HTML_1251.encode("cp1251"))
    with pytest.raises(Unreadable):
        decode(HTML_1251.replace("windows-1251", "unicode_escape").encode("cp1251"), page=True)


def test_surrogates_are_joined_or_replaced() -> None:
    assert clean("\ud83d\ude00 \ud83d \ude00") == "😀 \ufffd \ufffd"


@given(st.text(st.characters(), max_size=60))
def test_clean_text_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not set(cleaned) & {"\r", "\x00", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
    assert clean(cleaned) == cleaned


@given(st.binary(max_size=60))
def test_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        text, _ = decode(raw, page=True)
    except Unreadable:
        return
    text.encode("utf-8")
