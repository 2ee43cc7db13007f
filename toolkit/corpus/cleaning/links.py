"""Pictures, links and notes that are links: their words stay, what they point to goes."""

from __future__ import annotations

import re

from toolkit.corpus.cleaning.rule import Rule, gone

TARGET = (
    r"[ \t]*+(?:<[^<>\n]*+>|(?>(?:[^()\s<>]|\([^()\s]*+\))*))"
    r"(?>(?:\s{1,4}(?:\"[^\"\n]*+\"|'[^'\n]*+'))?)[ \t]*+"
)
"""What stands between the round brackets of a link: an address, perhaps with a title in quotation marks."""

ADDRESS = r"(?=[ \t]{0,3}<?(?:https?://|mailto:|www\.|[/#]))"
"""Asked of a target where the text need not be Markdown: that it can be nothing but an address."""


_WORDS = r"(?:[^\[\]\\\n]|\\.|\n(?!\n)|\[[^\[\]\n]*+\])"
_IMAGE = rf"!\[{_WORDS}*+\](?:\({TARGET}\)|\[[^\[\]\n]*+\])"
_PICTURE = rf"(?:\[\s?{_IMAGE}\s?\]\({TARGET}\)|{_IMAGE})"

PICTURES = [
    Rule(
        "picture with its caption",
        re.compile(rf"^[ \t]{{0,3}}{_PICTURE}[ \t]*+\n?[ \t]*+(?:\*[^*\n]++\*|_[^\n]++(?<=_))[ \t]*+$", re.M),
        needs="![",
        examples=(
            ("Before.\n\n![A bridge](b.jpg)\n*The bridge on Monday.*\n\nAfter.", "Before.\n\n\n\nAfter."),
            ("[![](b.jpg)](/full)\n_The bridge_old on Monday._\nAfter.", "After."),
        ),
        counter=("They met.\n\nThe bridge on Monday.",),
    ),
    Rule(
        "picture",
        re.compile(gone(_PICTURE)),
        needs="![",
        examples=(
            ('![A bridge [old]](b.jpg "Bridge")\nThe bridge *fell*.', "The bridge fell."),
            ("The bridge ![](b(1).png) fell.", "The bridge fell."),
            ("[![x](y)](z) The bridge fell.", "The bridge fell."),
        ),
        counter=("They won! [Applause] (Later they lost.)",),
    ),
]

LINKS = [
    Rule(
        "link by a name",
        re.compile(r"\[([^\[\]\n]*[^\W\d][^\[\]\n]*)\]\[[^\[\]\n]{0,60}\]"),
        (1,),
        needs="]: ",
        examples=(
            ("The [General Staff][2] denied it.\n\n[2]: https://example.org", "The General Staff denied it."),
        ),
        counter=("The [General Staff][sic] denied it.",),
    ),
    Rule(
        "where a name of a link leads",
        re.compile(
            r"^[ \t]{0,3}\[[^\[\]\n]{1,300}\]:[ \t]*+<?(?:https?://|www\.|mailto:|[/#])[^\n]*+$", re.M
        ),
        needs="]:",
        plain=True,
        examples=(
            ("They met.\n\n[1]: https://example.org/n 'Title'\nThey left.", "They met.\n\n\nThey left."),
        ),
        counter=("[Speaker]: They met.",),
    ),
    Rule(
        "link that is a note",
        re.compile(gone(rf"\[(?:\\?\[|\^)[#\w*†‡ -]{{1,12}}(?:\\?\]|\^)\]\({ADDRESS}{TARGET}\)")),
        needs="](",
        plain=True,
        examples=(
            ("They met.[[iii]](https://example.org/n) They left.", "They met. They left."),
            (r"They met [\[1\]](#n1), and left.", "They met, and left."),
            ("They met.[^2^](#fn2)", "They met."),
        ),
        counter=("They met [iii] (later).",),
    ),
    Rule(
        "link that is a number",
        re.compile(
            rf"(?<=[\w.,;:!?)\]%”’…])\[\d{{1,3}}\]\({ADDRESS}{TARGET}\)|"
            + gone(rf"\[\d{{1,3}}\]\((?=[^()\s]*\#){TARGET}\)")
        ),
        needs="](",
        plain=True,
        examples=(
            ("They met.[1](https://example.org/n) They left.", "They met. They left."),
            ("They met [1](https://example.org/#n1) and left.", "They met and left."),
        ),
        counter=("They met [1] (later).",),
    ),
    Rule(
        "link without words",
        re.compile(gone(rf"(?<!!)\[[^\w\[\]\n]{{0,12}}\]\({TARGET}\)")),
        needs="](",
        examples=(("They met. [↩](#ref1)", "They met."), ("[](/home) They met.", "They met.")),
    ),
    Rule(
        "link stuck to a sentence",
        re.compile(r"(?<=[a-z][.!?])(?=\[[A-Z“])"),
        (" ",),
        needs="](",
        examples=(("They met.[The mayor](a.html) left.", "They met. The mayor left."),),
    ),
    Rule(
        "link with an address",
        re.compile(rf"\[({_WORDS}*+)\]\({ADDRESS}{TARGET}\)"),
        (1,),
        needs="](",
        plain=True,
        examples=(
            ("The [General Staff](https://example.org/a_(b)) denied it.", "The General Staff denied it."),
            ("They killed [12](https://example.org) men.", "They killed 12 men."),
            ("[A report\n[sic] ](</a b> 'Title')", "A report\n[sic]"),
        ),
        counter=("He said [the mayor](then in office) fled.", "“[The] men” (12) fled."),
    ),
    Rule(
        "link",
        re.compile(rf"\[({_WORDS}*+)\]\({TARGET}\)"),
        (1,),
        needs="](",
        examples=(("The [General Staff](staff.html) denied it.", "The General Staff denied it."),),
        counter=("He said [the mayor](then in office) fled.",),
    ),
    Rule(
        "address in angle brackets",
        re.compile(gone(r"<(?:https?://|mailto:|ftp://|www\.)[^<>\s]*+>")),
        needs="<",
        plain=True,
        examples=(("See the map <https://example.org/map>.", "See the map."),),
        counter=("They lost <100 men, and >20 guns.", "https://example.org"),
    ),
]

WIKI = [
    Rule(
        "note or picture of a wiki put in",
        re.compile(gone(r"!\[\[[^\[\]\n]{1,300}\]\]")),
        needs="![[",
        examples=(("They met. ![[bridge.jpg|300]] They left.", "They met. They left."),),
        counter=("They met! [Applause] They left.",),
    ),
    Rule(
        "link of a wiki by another name",
        re.compile(r"\[\[[^\[\]|\n]{1,200}\|([^\[\]|\n]{1,200})\]\]"),
        (1,),
        needs="[[",
        examples=(
            (
                "The [[General Staff of the Republic|General Staff]] denied it.",
                "The General Staff denied it.",
            ),
        ),
        counter=("The [sic] General Staff | denied it.",),
    ),
    Rule(
        "link of a wiki to a passage",
        re.compile(r"\[\[([^\[\]|#^\n]{0,200}[^\W\d][^\[\]|#^\n]{0,200})#[^\[\]|\n]{1,200}\]\]"),
        (1,),
        needs="[[",
        examples=(("The [[General Staff#History]] denied it.", "The General Staff denied it."),),
        counter=("The [#1] denied it.",),
    ),
    Rule(
        "link of a wiki",
        re.compile(r"\[\[([^\[\]|#^\n]{0,200}[^\W\d][^\[\]|#^\n]{0,200})\]\](?!\()"),
        (1,),
        needs="[[",
        examples=(("The [[General Staff]] denied it.", "The General Staff denied it."),),
        counter=("They met [in secret] and left.",),
    ),
]
"""Links of wikis and of notebooks such as Obsidian, which come behind the marks of notes."""
