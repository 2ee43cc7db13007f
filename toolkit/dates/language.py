"""What language a text is in, by its commonest small words: the rules of this toolkit read English.

A table of words is enough for the only question here, and it is read in a millisecond; the language is named so that
the reader of a message knows what became of an article. A short text whose small words leave it open and do not speak
for English is shown to py3langid, a model on the disk that takes a second to load.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from toolkit.dates.lazy import lazily

READ = "en"
SAMPLE = 20_000  # characters of a text that are looked at
FEW = 8  # small words, below which a text is too short to tell
OWN = 3  # small words of English, from which a short text is not asked about
LETTERS = 80  # below which no model tells anything
SURE = 0.95  # probability
SCRIPTS = {
    "Arabic": "\u0600-\u06ff",
    "Hebrew": "\u0590-\u05ff",
    "Greek": "\u0370-\u03ff",
    "Georgian": "\u10a0-\u10ff",
    "Armenian": "\u0530-\u058f",
    "Thai": "\u0e00-\u0e7f",
    "Devanagari": "\u0900-\u097f",
    "Korean": "\uac00-\ud7af",
    "Japanese": "\u3040-\u30ff",
    "Chinese": "\u4e00-\u9fff",
}
CYRILLIC = "Cyrillic"
"""What is said of a text in that script whose language is not sure."""
_CYRILLIC = lazily("[\u0400-\u04ff]")
WORD = lazily(r"[^\W\d_]+")
OTHER = lazily(f"[{''.join(SCRIPTS.values())}]")


@cache
def languages() -> dict[str, dict[str, str]]:
    """Code -> the name of a language and its small words.

    >>> languages()["uk"]["name"]
    'Ukrainian'
    """
    return tomllib.loads(
        (Path(__file__).parent / "vocabulary" / "languages.toml").read_text(encoding="utf-8")
    )


@cache
def _by_word() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for code, entry in languages().items():
        for word in entry["words"].split():
            table.setdefault(word, []).append(code)
    return table


def language(text: str) -> str:
    """The code (ISO 639-1) of the language that a text is in, or the name of its script; "" where it is too short to
    tell.

    >>> language("The troops entered the region on Sunday, and the ministry said that it was true.")
    'en'
    >>> language("Die Truppen sind am Sonntag in die Region vorgedrungen, und das ist nicht alles, was sie sagten.")
    'de'
    >>> language("DTEK.")
    ''
    """
    return _language(text[:SAMPLE])


@lru_cache(maxsize=1024)  # a run asks for the language of an article in several of its steps
def _language(sample: str) -> str:
    if OTHER.search(sample):
        letters = max(1, len(re.findall(r"[^\W\d_]", sample)))
        for script, characters in SCRIPTS.items():
            if len(re.findall(f"[{characters}]", sample)) > letters / 3:
                return script
    known, counts = _by_word(), Counter[str]()
    for word, times in Counter(WORD.findall(sample.lower())).items():
        for code in known.get(word, ()):
            counts[code] += times
    best = max(counts, key=lambda code: (counts[code], code == READ), default="")
    if counts[best] >= FEW:
        return best
    return "" if best == READ and counts[best] >= OWN else _by_model(sample)


def _by_model(sample: str) -> str:
    """The code of a short text's language by a trained model, empty where it is not sure or the text too short."""
    if sum(map(str.isalpha, sample)) < LETTERS:
        return ""
    code, probability = _model().classify(sample)
    if probability >= SURE and (code in languages() or code in names()):
        return str(code)
    return CYRILLIC if len(_CYRILLIC.findall(sample)) * 2 > len(sample) else ""


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def names() -> dict[str, str]:
    """Code -> the name of a language that is told apart from others and has no table of words."""
    file = Path(__file__).parent / "vocabulary" / "language_names.toml"
    return dict(tomllib.loads(file.read_text(encoding="utf-8"))["names"])


def foreign(text: str) -> str:
    """The name of the language of a text that the rules do not read, or "".

    >>> foreign("Le ministère a dit que les troupes sont dans la région, et que la ville n'est pas prise, selon lui.")
    'French'
    """
    code = language(text)
    if code in ("", READ):
        return ""
    entry = languages().get(code)
    return entry["name"] if entry else names().get(code, code)
