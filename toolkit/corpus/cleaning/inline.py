"""Marks inside a line: emphasis, code, escapes, entities, characters without width."""

from __future__ import annotations

import re
from html import unescape

from toolkit.corpus.cleaning.rule import Rule
from toolkit.corpus.decoding import clean

_NO_WIDTH = "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_JOINERS = "(?<![\u200c\u200d])(?:(?<=[ -~])[\u200c\u200d]++|[\u200c\u200d]++(?=[ -~]))"
_ENTITY = r"&(?:amp;){0,2}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_INVISIBLE = re.compile(f"{_NO_WIDTH}|[\u200c\u200d]")


def _character(entity: str) -> str:
    """The character that an entity names, or the entity itself where it names none."""
    for _ in range(3):
        entity = unescape(entity)
    if entity.startswith("&") and entity.endswith(";"):
        return entity
    return _INVISIBLE.sub("", " " if entity.isspace() else clean(entity))


WIDTHLESS = [
    Rule(
        "characters without width",
        re.compile(f"{_NO_WIDTH}|{_JOINERS}"),
        plain=True,
        examples=(("co\u00adope\u200brate", "cooperate"), ("Ky\u200d\u200div", "Kyiv")),
        counter=("نمی\u200cدانم", "zero width"),
    ),
]

_STAR = r"(?<![\\*\w/@])(\*{1,3})(?=[^\s*])((?>(?:[^*\\\n]|\\.|\n(?!\n))+))(?<=\S)\1(?![*\d])"
_GLUED = r"(?<=[^\W\d_])(\*{1,3})(?=[\w“\"‘'(]{3})((?>(?:[^*\\\n]|\\.)+))(?<=\S)\1(?![*\w])"
_LINED = (
    r"(?<![\\_\w/@])(_{1,3})(?=[^\s_])((?>(?:[^_\\\n]|\\.|\n(?!\n)|(?<=[^\W_])_+(?=[^\W_]))+))"
    r"(?<=[^\s_])\1(?![_\w])"
)

_EMPHASIS = [
    Rule(
        "stars",
        re.compile(_STAR),
        (2,),
        needs="*",
        examples=(
            (
                "The *Kyiv Post*, **by then closed**, and ***all***.",
                "The Kyiv Post, by then closed, and all.",
            ),
            ("**Kyiv**said *that\nit* fell.", "Kyivsaid that\nit fell."),
            ("**A *bold* claim**", "A bold claim"),
        ),
        counter=(
            "2 * 3 * 4 is 2*3*4",
            "The price* rose.",
            "f**k and s**t",
            "x ** y ** z",
            "https://e.org/*a*",
        ),
    ),
    Rule(
        "stars stuck to the word before",
        re.compile(_GLUED),
        (2,),
        needs="*",
        examples=(("the**Kyiv Post** said", "theKyiv Post said"),),
        counter=("a*b + c*d", "f**k and s**t"),
    ),
    Rule(
        "underscores",
        re.compile(_LINED),
        (2,),
        needs="_",
        examples=(("_The a_b views_ of __all__.", "The a_b views of all."),),
        counter=("snake_case_name", "____ and ____", "@_name_ and x_1"),
    ),
]

_BOLDER = Rule(
    "bold after bold",
    re.compile(r"(\*\*(?=[^\s*])[^*\n]++)\*{4}([^*\n]++\*\*)(?!\*\w)"),
    (1, 2),
    needs="****",
    examples=(
        ("**KYIV****, June 8** — They met.", "KYIV, June 8 — They met."),
        ("**KYIV****, June****, 8**", "KYIV, June, 8"),
    ),
    counter=("a****b",),
)

EMPHASIS = [
    Rule(
        "bold stuck to a sentence",
        re.compile(r"(?<=[a-z][.!?])\*\*(?=[A-Z“])|(?<=[a-z]:)\*\*(?=\w)"),
        (" **",),
        needs="**",
        examples=(
            ("They met.**Kyiv** fell. **Sumy.**They left.", "They met. Kyiv fell. Sumy. They left."),
            ("**Sumy:**two men", "Sumy: two men"),
        ),
    ),
    _BOLDER,
    _BOLDER,
    *_EMPHASIS,
    *_EMPHASIS,  # emphasis in emphasis, twice
    *_EMPHASIS,
    Rule(
        "bold with a blank inside",
        re.compile(r"(?<![\\*\w])\*\*(?=[^\s*])([^*\n]++)\*\*(?!\*)"),
        (1,),
        needs="**",
        examples=(("**Note: **they met.", "Note: they met."),),
        counter=("2 ** 3 and 4 ** 5",),
    ),
    Rule(
        "bold that is never closed",
        re.compile(r"(?<![\\*\w])\*{2,3}(?=[\w“\"‘(])|(?<=\w{3})\*\*(?![*\w])"),
        needs="**",
        examples=(("**They met.", "They met."), ("They met** today.", "They met today.")),
        counter=("s**t", "2 ** 3"),
    ),
    Rule(
        "struck out",
        re.compile(r"~~(?=[^\s~])([^~\n]++)(?<=\S)~~"),
        (1,),
        needs="~~",
        examples=(("~~Nine~~ ten men", "Nine ten men"),),
        counter=("~900 to ~1000",),
    ),
    Rule(
        "code",
        re.compile(r"(?<![`\w])(`{1,2})(?!`)([^`\n]++)\1(?![`\w])"),
        (2,),
        needs="`",
        examples=(("the `Flamingo` missile", "the Flamingo missile"),),
        counter=("``So be it,'' he said, ``or not.''", "rock `n' roll"),
    ),
]

BOLD = Rule(
    "bold",
    re.compile(r"(?<![\\*\w/@])\*\*(?=[^\s*])([^*\n]++)(?<=\S)\*\*(?![*\w])"),
    (1,),
    needs="**",
    plain=True,
    examples=(("**KYIV** — They met.", "KYIV — They met."),),
    counter=("f**k and s**t", "2 ** 3 ** 4", "2**3**4"),
)
"""Of emphasis, what can be nothing else."""

CHARACTERS = [
    Rule(
        "line break",
        re.compile(r"(?<!\\)\\$", re.M),
        needs="\\\n",
        examples=(("They met.\\\nThey left.", "They met.\nThey left."),),
    ),
    Rule(
        "escape",
        re.compile(r"\\([!-/:-@\[-`{-~])"),
        (1,),
        needs="\\",
        examples=((r"5 \* 3, a\_b, \[sic\], 1\. and \~9", "5 * 3, a_b, [sic], 1. and ~9"),),
        counter=(r"C:\new",),
    ),
    Rule(
        "entity",
        re.compile(_ENTITY),
        _character,
        needs="&",
        plain=True,
        examples=(
            ("AT&amp;T&nbsp;and Kyiv&#8217;s &quot;no&#x22;", 'AT&T and Kyiv’s "no"'),
            ("R&amp;amp;D, co&shy;op, it&amp;#8217;s &lt;b&gt;", "R&D, coop, it’s <b>"),
        ),
        counter=("R&D; AT&T; Fish & Chips", "&nosuch;"),
    ),
]
