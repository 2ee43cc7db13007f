"""Marks of lines and blocks: HTML elements, headings, lists, quotations, rules, numbers of notes."""

from __future__ import annotations

import re

from toolkit.corpus.cleaning.rule import Rule, gone

_BLOCKS = (
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|figure|footer|form|h[1-6]|head|header|html|li|main|nav|ol|p|pre"
    "|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_INLINE = (
    "a|abbr|acronym|amp-img|audio|b|big|button|caption|cite|code|col|colgroup|del|dfn|em|embed|font|i|iframe|img|input|ins|kbd|label"
    "|link|mark|meta|noscript|object|picture|s|samp|small|source|span|strike|strong|sub|sup|svg|td|th|time|tt|u|var|video|wbr"
)
_REST = r"(?=[\s/>])[^<>]*+>"

ELEMENTS = [
    Rule(
        "comment",
        re.compile(r"<!--(?>(?:[^-<]|-(?!->)|<(?!!--))*)-->"),
        needs="<!--",
        examples=(("They met.<!-- ad\n-- slot --> They left.", "They met. They left."),),
        counter=("They met <!-- and left.",),
    ),
    Rule(
        "element without words of the article",
        re.compile(r"<(script|style|figcaption)\b[^<>]*+>(?>(?:[^<]|<(?!/?\1\b))*)</\1\s{0,9}>", re.I),
        needs="<",
        examples=(
            ("<figure><img src=a><figcaption>A <b>bridge</b>.</figcaption></figure>They met.", "They met."),
        ),
    ),
    Rule(
        "raised note",
        re.compile(gone(r"(?<![mM])<sup\b[^<>]*+>\s{0,3}\[?\d{1,3}\]?\s{0,3}</sup>")),
        needs="<sup",
        examples=(("They met.<sup>1</sup> They left <sup>[2]</sup>.", "They met. They left."),),
    ),
    Rule(
        "cells of a row",
        re.compile(r"\s{0,3}</t[dh]\s{0,3}>\s{0,9}<t[dh]\b[^<>]*+>\s{0,3}", re.I),
        ("; ",),
        needs="</",
        examples=(("<tr><td>8 June</td>\n<td>They met</td></tr>", "8 June; They met"),),
    ),
    Rule(
        "element that breaks a line",
        re.compile(r"[ \t]{0,3}<br\b[^<>]*+>[ \t]{0,3}\n?", re.I),
        ("\n",),
        needs="<",
        examples=(("They met.<br/>They left.", "They met.\nThey left."),),
    ),
    Rule(
        "element that is a block",
        re.compile(rf"</?(?:{_BLOCKS}|hr){_REST}", re.I),
        ("\n",),
        needs="<",
        examples=(("<p>They met.</p><p class='x'>They left.</p>", "They met.\n\nThey left."),),
        counter=("a <pre-war> border",),
    ),
    Rule(
        "quotation",
        re.compile(rf"</?q{_REST}", re.I),
        ('"',),
        needs="<",
        examples=(("He said <q>no</q>.", 'He said "no".'),),
    ),
    Rule(
        "element in a line",
        re.compile(rf"</?(?:{_INLINE}){_REST}", re.I),
        needs="<",
        examples=(("4<sup>th</sup> <a href='x'>Brigade</a>, 9 km<sup>2</sup>", "4th Brigade, 9 km2"),),
        counter=("I <3 Kyiv, x<y>z", "<unknown> men"),
    ),
]

BLOCKS = [
    Rule(
        "block quotation",
        re.compile(r"^(?>(?:[ \t]{0,3}>(?![\d=]))+)[ \t]?", re.M),
        needs=">",
        examples=(("> They met.\n>\n>> They left.", "They met.\n\nThey left."),),
        counter=(">300 men", "a > b"),
    ),
    Rule(
        "fence of code",
        re.compile(r"^[ \t]{0,3}(?:`{3,}|~{3,})[^\n`]*+$", re.M),
        examples=(("They said:\n```text\nno\n```\nThey left.", "They said:\n\nno\n\nThey left."),),
    ),
    Rule(
        "line across",
        re.compile(
            r"^[ \t]{0,3}(?>(?:\*[ \t]{0,3}){3,}|(?:-[ \t]{0,3}){3,}|(?:_[ \t]{0,3}){3,}|={3,}[ \t]*)$",
            re.M,
        ),
        examples=(("They met.\n* * *\nThey left.\n\n---\nEnd\n===", "They met.\n\nThey left.\n\n\nEnd"),),
        counter=("—", "-- They left", "a --- b"),
    ),
]

_NOTE = r"\\?\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\\?\]"
_STUCK = r"(?:(?<=[\w.,;:!?)\]%”’…])|(?<=[\w.,;:!?)\]%][\"'*_]))"

NOTES = [
    Rule(
        "number of a note, before its words",
        re.compile(r"^[ \t]{0,3}(?:\[\^[^\[\]\s]{1,40}\]:|\\?\[\d{1,3}\\?\]:?)[ \t]++(?=\S)", re.M),
        needs="[",
        plain=True,
        examples=(("[^1]: Told by an official.\n[2] Told by two.", "Told by an official.\nTold by two."),),
        counter=("[Speaker]: They met.", "[12]"),
    ),
    Rule(
        "named note",
        re.compile(gone(r"\[\^[^\[\]\s]{1,40}\]")),
        needs="[^",
        plain=True,
        examples=(("They met.[^1] They left [^two].", "They met. They left."),),
    ),
    Rule(
        "note in two brackets",
        re.compile(gone(r"\\?\[\\?\[(?:\d{1,3}|[ivx]{1,5}|[a-z])\\?\]\\?\](?!\()")),
        needs="[",
        plain=True,
        examples=(("They met.[[1]] They left [[ii]].", "They met. They left."),),
        counter=("[They met]",),
    ),
    Rule(
        "number of a note, stuck between words",
        re.compile(rf"(?<=[.!?])(?:{_NOTE})+(?=[^\W\d])"),
        (" ",),
        needs="[",
        plain=True,
        examples=(("They met.[1]They left.", "They met. They left."),),
    ),
    Rule(
        "number of a note",
        re.compile(
            rf"{_STUCK}{_NOTE}(?!\()|(?<=[a-z]{{2}})[ \t]{_NOTE}(?=[.,;](?:\s|\Z))"
            rf"|(?<=[.!?”’\]])[ \t]{_NOTE}(?=\s{{0,3}}(?:\Z|\n|\\?\[|[A-Z“\"‘]))"
        ),
        needs="[",
        plain=True,
        examples=(
            ("They met,[1] and “left.”[2][3] [4]", "They met, and “left.”"),
            (
                r"They met\[1, 2\] and left [5]." + "\nMore. [12] Then none.",
                "They met and left.\nMore. Then none.",
            ),
        ),
        counter=(
            "They lost [12] men.",
            "It cost $[12] million.",
            "In 2024 [2025] they met.",
            "plan[s], [t]he",
        ),
    ),
    Rule(
        "letter of a note",
        re.compile(
            r"(?<=[.,;:!?”’)\]])\[(?:[a-z]|[ivx]{2,5})\]|"
            r"(?<=[\w.,;:!?”’)\]])\[(?:[ivx]{2,5}|(?:note|nb|fn) ?\d{1,3}|citation needed)\]"
        ),
        needs="[",
        plain=True,
        examples=(
            ("They met.[a] They left[note 1] again[iii].[citation needed]", "They met. They left again."),
        ),
        counter=("plan[s]", "the [iii] of", "[a] plan"),
    ),
]

_LISTED = r"(?>(?:[-*+•‣◦▪●■►][ \t]++)+(?:\[[ xX]\][ \t]++)?(?:>[ \t]++)*)(?=\S)"

LINES = [
    Rule(
        "paragraph of its own",
        re.compile(rf"(?<=[^\n]\n)(?=[ \t]*+(?:#{{1,6}}[ \t]|{_LISTED}))"),
        ("\n",),
        examples=(("They said:\n- no\n- yes", "They said:\n\nno\n\nyes"),),
    ),
    Rule(
        "line below a heading",
        re.compile(r"^([ \t]{0,3}#{1,6}[ \t][^\n]*+\n)(?=[^\n])", re.M),
        (1, "\n"),
        needs="#",
        examples=(("# The talks\nThey met.", "The talks\n\nThey met."),),
    ),
    Rule(
        "end of a heading",
        re.compile(r"^([ \t]{0,3}#{1,6}[ \t][^\n#]*+)(?<=[ \t])#{1,6}[ \t]*+$", re.M),
        (1,),
        needs="#",
        examples=(("## The talks ##", "The talks"),),
    ),
    Rule(
        "heading",
        re.compile(r"^[ \t]{0,3}#{1,6}(?:[ \t]++|$)", re.M),
        needs="#",
        examples=(("### About C#", "About C#"),),
        counter=("#Kyiv is a tag", "They are #1"),
    ),
    Rule(
        "mark of a list",
        re.compile(rf"^[ \t]*+{_LISTED}", re.M),
        examples=(("- [x] They met.\n\n  * They left.", "They met.\n\nThey left."),),
        counter=("-300 square kilometres", "– They left.", "*"),
    ),
    Rule(
        "line set in",
        re.compile(r"(?<=[^\n]\n)[ \t]++(?=\S)"),
        needs="\n",
        examples=(("- They met\n  and left.", "They met\nand left."),),
        counter=("They met.\n\n    They left.",),
    ),
]
