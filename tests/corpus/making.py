"""Files of the kinds that people keep articles in, made in memory: good ones, and the same damaged."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq

TEXT = "KYIV — The council met on Monday in the old customs house and agreed on little, two officials said. "
WORDS = TEXT * 4
DAY = date(2025, 6, 13)
PAGE = (
    "<html lang='en'><head><title>Talks</title><meta property='article:published_time' content='2025-06-13'></head>"
    f"<body><article><h1>Talks</h1><p>{WORDS}</p></article></body></html>"
)
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title><item><title>Talks</title>'
    "<link>https://example.org/a/talks</link><pubDate>Fri, 13 Jun 2025 08:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{WORDS}&lt;/p&gt;</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title><entry><title>Talks</title>'
    '<link href="https://example.org/a/talks"/><published>2025-06-13T08:00:00Z</published>'
    f"<content type='html'>{WORDS}</content></entry></feed>"
)
MAIL = (
    "From: The Wire <desk@wire.example>\nDate: Fri, 13 Jun 2025 08:00:00 +0000\nSubject: Talks\nMIME-Version: 1.0\n"
    f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{WORDS}\n"
)
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a/talks\n"
    "Date: Mon, 1 Sep 2025 10:00:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
    f"Content-Type: text/html; charset=utf-8\nContent-Location: https://example.org/a/talks\n\n{PAGE}\n\n--b--\n"
)


def table(names: str, *values: str, separator: str = ",", first: str = "") -> bytes:
    rows = [names.split(), list(values)]
    return (first + "".join(separator.join(row) + "\n" for row in rows)).encode()


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(
        pa.table({"maintext": [WORDS], "date_publish": pa.array([DAY]), "source_domain": ["wire"]}), out
    )
    return out.getvalue()


def workbook(*rows: list[object], sheet: str = "Articles") -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(text: str = WORDS) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in text.split("\n"))
    body += "<w:p><w:del><w:r><w:delText>Struck out.</w:delText></w:r></w:del></w:p>"
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><dc:title>Talks</dc:title>'
        "<t:created>2025-06-13T08:00:00Z</t:created></c:coreProperties>"
    )
    document = f"<w:document {space}><w:body>{body}</w:body></w:document>"
    return zipped(**{"word/document.xml": document.encode(), "docProps/core.xml": core.encode()})


def pdf(*pages: str, password: str = "") -> bytes:
    """A PDF document with a line for each line of its pages; an empty page has a picture's place and no text."""
    from pypdf import PdfReader, PdfWriter

    kids, objects = [], []
    for number, text in enumerate(pages):
        lines = "".join(f"({line}) Tj T* " for line in text.split("\n")) if text else ""
        stream = f"BT /F1 10 Tf 40 780 Td 14 TL {lines}ET".encode()
        kids.append(f"{4 + 2 * number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
    head = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate([*head, *objects], 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    if not password:
        return out
    writer, locked = PdfWriter(clone_from=PdfReader(io.BytesIO(out))), io.BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


def warc(packed: bool = False) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
        "WARC-Target-URI: https://example.org/a/talks\r\nWARC-Date: 2025-07-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    record = head.encode() + answer + b"\r\n\r\n"
    return gzip.compress(record) if packed else record


def lines(**values: object) -> bytes:
    return (json.dumps(values) + "\n").encode()


CRAWLED = {
    "title": "Talks",
    "hostname": "wire",
    "date": "2025-06-13",
    "text": WORDS,
    "source": "https://example.org/a",
}
CYRILLIC = (
    "У неділю міністерство повідомило, що війська увійшли до міста, але мешканці кажуть, що це не так. " * 8
)
ANSWER = json.dumps(
    {
        "status": "ok",
        "articles": [{"source": {"name": "wire"}, "publishedAt": "2025-06-13T08:00:00Z", "content": WORDS}],
    }
).encode()
NEWS = "date_publish maintext source_domain"

KINDS: list[tuple[str, bytes]] = [
    ("a.txt", f"June 13, 2025\n{WORDS}".encode()),
    ("a.text", f"June 13, 2025\n{WORDS}".encode("utf-16")),
    ("a.md", f"---\ntitle: Talks\npublishDate: 2025-06-13\n---\n{WORDS}".encode()),
    ("b.md", f"---\npublish_date: 13 June 2025\n---\n{WORDS}".encode()),
    (
        "a.markdown",
        f'+++\ntitle = "Talks"\ndate = 2025-06-13T08:00:00Z\n[extra]\nx = 1\n+++\n{WORDS}'.encode(),
    ),
    ("a.html", PAGE.encode()),
    ("b.htm", PAGE.replace("<article>", "<main><aside><p>We use cookies.</p></aside>").encode()),
    ("feed.html", RSS.encode()),
    ("shown.html", f'<html><body><div id="source">{RSS[21:]}</div></body></html>'.encode()),
    ("a.csv", table("id text published outlet", "7", f'"{WORDS}"', "2025-06-13", "wire")),
    ("b.csv", table("date source text", "13-Jun-25", "wire", f'"{WORDS}"')),
    ("c.csv", table(NEWS, "2025-06-13 08:00:00", WORDS, "wire", separator=";", first="sep=;\n")),
    ("d.csv", table("published_at publisher body", "1749801600", "wire", f'"{WORDS}"')),
    ("e.psv", table(NEWS, "45821", WORDS, "wire", separator="|")),
    ("a.tsv", table("publish_date media_name text", "2025-06-13", "wire", WORDS, separator="\t")),
    (
        "acled.csv",
        table("event_id_cnty event_date source notes", "UKR1", "13 June 2025", "wire", f'"{WORDS}"'),
    ),
    (
        "gdelt.csv",
        table("seendate domain url content", "20250613T081500Z", "wire", "https://x.example/a", f'"{WORDS}"'),
    ),
    ("a.jsonl", lines(**CRAWLED)),
    ("a.ndjson", lines(**CRAWLED)),
    ("a.json", json.dumps(CRAWLED, indent=1).encode()),
    ("b.json", json.dumps([CRAWLED]).encode()),
    ("c.json", ANSWER),
    ("d.json", lines(**CRAWLED) + lines(**(CRAWLED | {"text": "Talks went on. " * 9}))),
    ("a.parquet", parquet()),
    ("a.xlsx", workbook(["Date", "Publisher", "Text"], [DAY, "wire", WORDS])),
    ("really.csv", workbook([], ["date", "text"], ["2025-06-13", WORDS])),
    ("a.rss", RSS.encode()),
    ("a.atom", ATOM.encode()),
    ("a.xml", RSS.encode()),
    ("a.warc", warc()),
    ("b.warc.gz", warc(packed=True)),
    ("a.wacz", zipped(**{"archive/a.warc.gz": warc(packed=True), "pages/pages.jsonl": b"{}"})),
    ("a.eml", MAIL.encode()),
    ("a.mbox", f"From desk@wire.example Fri Jun 13 08:00:00 2025\n{MAIL}".encode()),
    ("a.mhtml", MHTML.encode()),
    ("2025-06-13-a.pdf", pdf("THE WIRE 1\n" + WORDS[:90], "THE WIRE 2\n" + WORDS[90:180])),
    ("a.docx", word()),
    ("a.zip", zipped(**{"in/a.html": PAGE.encode(), "in/style.css": b"p {}"})),
    ("a.csv.gz", gzip.compress(table(NEWS, "2025-06-13", f'"{WORDS}"', "wire"))),
    ("noname", PAGE.encode()),
    ("mail", MAIL.encode()),
]
"""Names and contents of files that hold the talks of 13 June 2025."""

LYING = zipped(**{"../out.txt": b"Out.", "good.txt": f"June 13, 2025\n{WORDS}".encode()})

DAMAGED: list[tuple[str, bytes, str]] = [
    ("cut.pdf", pdf(WORDS[:90])[:120], "can't be read as a PDF document"),
    ("scan.pdf", pdf("", ""), "has no text on its 2 pages: it is a scan"),
    ("locked.pdf", pdf("Talks", password="secret"), "is locked with a password"),
    ("cut.docx", word()[:200], "is cut off or no whole archive"),
    ("no.docx", zipped(**{"x.xml": b"<x/>"}), "holds no word/document.xml"),
    ("bad.docx", zipped(**{"word/document.xml": b"<w:p"}), "is damaged inside"),
    ("locked.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is locked with a password"),
    ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is an old Word document: save it as .docx"),
    ("cut.xlsx", workbook(["text"], [WORDS])[:300], "is cut off or no whole archive"),
    ("columns.xlsx", workbook(["a", "b"], [1, 2]), "has no column text (it has: a, b;"),
    ("formula.xlsx", workbook(["id", "text"], [7, "=1+1"]), "has no text: fill it in"),
    ("cut.zip", zipped(**{"a.txt": WORDS.encode()})[:40], "is cut off or no whole archive"),
    ("out.zip", LYING, "has a path that leads out of its archive and was not read"),
    ("empty.zip", zipped(), "holds no file: remove it"),
    ("cut.csv.gz", gzip.compress(WORDS.encode() * 9)[:60], "is cut off or no whole gzip file"),
    ("cut.warc", warc()[:90], "is no WARC archive that can be read"),
    ("cut.rss", RSS.encode()[:-60], "is cut off or broken at line 1"),
    ("empty.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "is a feed without items"),
    ("undated.rss", RSS.replace("pubDate", "built").encode(), "has no date (Talks): write it into a table"),
    (
        "other.xml",
        b"<?xml version='1.0'?><nitf><body>x</body></nitf>",
        "is XML, but no feed (its first element is nitf)",
    ),
    ("cut.json", b'[{"text": "Talks en', "is no JSON (Unterminated string"),
    ("columns.json", b'{"a": 1}', "has no column text (it has: a;"),
    ("deep.json", b"[" * 100_000, "is no JSON (maximum recursion depth"),
    ("cut.parquet", parquet()[:400], "can't be read as a Parquet table"),
    ("twice.csv", b"id,text\n1,Talks went on.\n1,Talks ended.\n", "has the id 1, as twice.csv (line 2) has"),
    ("columns.csv", b"name,words\n1,2\n", "has no column text (it has: name, words;"),
    ("modified.csv", b"text,date_modify\nTalks.,2025-06-13\n", "but date_modify holds dates and is not used"),
    ("empty.csv", b"", "has no column text (it has: none;"),
    ("empty.txt", b"", "has no text"),
    ("empty.eml", b"", "is no message"),
    ("silent.eml", MAIL.split("\n\n")[0].encode() + b"\n\n", "has no text: save what it shows"),
    ("a.rar", b"Rar!\x1a\x07\x00", "is a RAR archive: pack it as .zip"),
    ("binary.txt", b"\x00\x01\x02\x03", "holds NUL bytes"),
    ("picture.xyz", b"\x89PNG\r\n", "is no kind of file that is read"),
]
"""Names and contents of files that can't be read whole, and what is said of them."""
