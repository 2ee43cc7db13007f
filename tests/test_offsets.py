"""Every quote is the slice of its text, and through the map of its article that of the file, whatever the letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import toolkit as tk
from toolkit.pipeline import Result

SAID = (
    "On Sunday the Defence Ministry in Moscow said that Russian troops had seized the village of Zaporizke."
)
DENIED = "Kyiv denied on Monday that its forces had left Sumy."
TEXTS = {
    "plain": f"{SAID}\n\n{DENIED}\n",
    "astral": f"😀😀 A note. {SAID} 𝔘𝔫𝔡 🏳️‍🌈.\n\n🤖 {DENIED}\n",
    "combining": f"Ka\u0301roly\u0308 wrote e\u0301. {SAID}\n\nA\u030a {DENIED}\n",
    "decomposed": unicodedata.normalize("NFD", f"Über die Brücke, café. {SAID}\n\nÉlan. {DENIED}\n"),
    "hard blanks": f"\u00a0{SAID.replace(' had', chr(0x202F) + 'had')}\n\n\u2003{DENIED}\n",
    "right to left": f"שלום \u202bעולם\u202c. {SAID}\n\nمرحبا. {DENIED}\n",
    "no width": f"A\u200bb\u2060c. {SAID}\n\n\u00adSoft. {DENIED}\n",
}
SHELLS = {
    "as it is": lambda text: text.encode("utf-8"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-8"),
    "CR": lambda text: text.replace("\n", "\r").encode("utf-8"),
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode("utf-8"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "front matter": lambda text: f"---\ntitle: Élan 😀\ndate: 2025-06-09\n---\n\n{text}".encode(),
    "markup": lambda text: (
        f"# A head 😀\n\n**{text.replace(chr(10) * 2, '**' + chr(10) * 2 + '> *')[:-1]}*\n".encode()
    ),
}


def decoded(data: bytes) -> str:
    """A file as the map counts in it: without a mark of its order, with line ends of one kind."""
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file for each kind of text in each shell."""
    path = tmp_path_factory.mktemp("texts")
    for shell, wrap in SHELLS.items():
        for kind, text in TEXTS.items():
            (path / _name(kind, shell)).write_bytes(wrap(text))
    return path


def _name(kind: str, shell: str) -> str:
    ending = "md" if shell in ("front matter", "markup") else "txt"
    return f"2025-06-09-{kind}-{shell}.{ending}".replace(" ", "-")


@pytest.fixture(scope="module")
def result(folder: Path) -> Result:
    return tk.build(folder, parser="light")


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("kind", TEXTS)
def test_a_quote_is_its_slice_of_the_file(folder: Path, result: Result, kind: str, shell: str) -> None:
    name = _name(kind, shell)
    article = next(each for each in result.corpus if each.id == Path(name).stem)
    rows = result.events[result.events["article_id"] == article.id].to_dict("records")
    assert len(rows) >= 2
    assert article.offsets is not None
    whole = decoded((folder / name).read_bytes())
    for row in rows:
        start, end = row["start"], row["end"]
        assert article.text[start:end] == row["quote"]
        there = whole[slice(*article.offsets.span(start, end))]
        if (
            row["quote"] != there
        ):  # what was cleaned away within it is no letter, figure or sign of a sentence
            assert plain(there) == plain(row["quote"])


def plain(text: str) -> str:
    return "".join(
        sign
        for sign in text
        if not sign.isspace() and unicodedata.category(sign) != "Cf" and sign not in "*>#_"
    )
