"""Which part of speech a word is in its sentence, by its neighbours: for the light parser.

After it a word has one of the codes of `english`, less those that leave a choice: V is a verb with its form, J a
participle before a noun. Every rule looks a bounded way ahead and back, so that a long sentence stays linear.
"""

from __future__ import annotations

from collections.abc import Callable

from toolkit.language.light.english import Word, listed

_REACH = 14
_BREAKS = ",.CSWwt"
_OPENS = "DYREQtw"  # what begins a noun phrase that can be an object
_NOUNS = "NEAJvsdgQu"


class Tagger:
    """One sentence: the codes, forms and words of its tokens, decided from left to right."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.codes = [word.code for word in words]
        self.forms = [word.form for word in words]
        self.finite = False  # whether the clause has its verb
        self.owed = False  # whether a subject before a relative clause still has none
        self.last = ""  # the form of the last verb

    def run(self) -> None:
        """Decide every word."""
        codes = self.codes
        for i, code in enumerate(codes):
            rule = _RULES.get(code)
            if rule is not None:
                rule(self, i)
            elif code in "XM":
                if code == "X" and self.forms[i] == "present" and self.before(i) in "TM":
                    self.forms[i] = "base"
                self.finite = self.finite or self.forms[i] in ("past", "present", "modal")
                self.last = "have" if self.words[i].lemma == "have" else self.forms[i]
            elif code in "SW":
                self.open()

    def open(self) -> None:
        """Begin a clause within a clause."""
        self.owed = self.owed or not self.finite
        self.finite = False

    def before(self, i: int) -> str:
        """The code before a word, adverbs and "not" skipped; ^ at the start."""
        at = i - 1
        while at >= 0 and self.codes[at] in "B!" and i - at < 5:
            at -= 1
        return self.codes[at] if at >= 0 else "^"

    def lemma_before(self, i: int) -> str:
        """The dictionary form before a word, adverbs and "not" skipped."""
        at = i - 1
        while at >= 0 and self.codes[at] in "B!" and i - at < 5:
            at -= 1
        return self.words[at].lemma if at >= 0 else ""

    def after(self, i: int) -> str:
        """The code after a word, adverbs skipped; $ at the end."""
        at, end = i + 1, len(self.codes)
        while at < end and self.codes[at] == "B" and at - i < 4:
            at += 1
        return self.codes[at] if at < end else "$"

    def finite_ahead(self, i: int) -> bool:
        """Whether a finite verb follows in the same clause."""
        codes = self.codes
        for at in range(i + 1, min(len(codes), i + _REACH)):
            code = codes[at]
            if code in "XMi":
                return self.forms[at] not in ("base", "ing", "participle") or code == "M"
            if code in _BREAKS:
                return False
            if code in "dZu" and codes[at - 1] in "NERBs":
                return True
        return False

    def told(self, i: int) -> bool:
        """Whether the verb before a word opens what is said: "told reporters that"."""
        for at in range(i - 1, max(-1, i - 8), -1):
            if self.codes[at] == "V":
                return self.words[at].lemma in listed("verbs", "speech")
        return False

    def verb(self, i: int, form: str) -> None:
        """Take a word as a verb in this form."""
        self.codes[i], self.forms[i], self.last = "V", form, form
        if form in ("past", "present"):
            self.owed = self.owed and not self.finite
            self.finite = self.words[i].lemma not in listed("verbs", "speech")

    def noun(self, i: int) -> None:
        """Take a word as a noun."""
        self.codes[i] = "N"
        self.forms[i] = "plural" if self.words[i].code in "sZ" else ""

    def plural_before(self, i: int) -> bool:
        """Whether the noun before a word is a plural."""
        at = i - 1
        while at > 0 and self.codes[at] == "B" and i - at < 4:
            at -= 1
        return self.forms[at] == "plural"


def _base(tagger: Tagger, i: int) -> None:
    """ "attack", "report": a verb after "to", "will", "they"; a noun after most else."""
    before, after = tagger.before(i), tagger.after(i)
    alone = tagger.words[i].code == "V"
    if before in "TM" or (before == "X" and tagger.lemma_before(i) == "do"):
        tagger.verb(i, "base")
    elif before in "RW":
        tagger.verb(i, "present")
    elif before in "NE" and tagger.plural_before(i) and not tagger.finite:
        clear = alone or after in _OPENS or (after in "PTpqS$.,AJ" and not tagger.finite_ahead(i))
        tagger.verb(i, "present") if clear else tagger.noun(i)
    elif before == "C" and tagger.last in ("base", "present") and (alone or after in _OPENS + "P"):
        tagger.verb(i, tagger.last)
    elif alone and before in "NE" and not tagger.finite and not tagger.finite_ahead(i):
        tagger.verb(i, "present")
    elif alone and before not in "DYAQJ'PN":
        tagger.verb(i, "base")
    else:
        tagger.noun(i)


def _unchanging(tagger: Tagger, i: int) -> None:
    """ "hit", "put", "cost": base, past and participle alike."""
    before = tagger.before(i)
    if before == "X" and tagger.lemma_before(i) != "do":
        tagger.verb(i, "participle")
    elif before in "TMX":
        tagger.verb(i, "base")
    elif before in "RWE" or (before == "N" and not (tagger.finite or tagger.finite_ahead(i))):
        tagger.verb(i, "past")
    elif before == "C" and tagger.last in ("past", "base") and tagger.after(i) in _OPENS:
        tagger.verb(i, tagger.last)
    elif before == "N" and tagger.after(i) == "P":
        tagger.verb(i, "participle")
    else:
        tagger.noun(i)


def _third(tagger: Tagger, i: int) -> None:
    """ "attacks", "says": the verb of a singular, else a plural noun."""
    before, after = tagger.before(i), tagger.after(i)
    if tagger.words[i].code == "Z":
        tagger.noun(i) if before in "DYAQJP'" else tagger.verb(i, "present")
        return
    subject = before in "RWE" or (before == "N" and not tagger.plural_before(i))
    clear = after in "DYRtTQ" or (after in "EPqAJN!p$." and not tagger.finite_ahead(i))
    if subject and clear and not tagger.finite:
        tagger.verb(i, "present")
    else:
        tagger.noun(i)


def _past(tagger: Tagger, i: int) -> None:
    """ "seized": past, participle, or participle before a noun."""
    before, after = tagger.before(i), tagger.after(i)
    if before == "X":
        tagger.verb(i, "participle")
    elif before in "DYAQP'J" and after in _NOUNS:
        tagger.codes[i], tagger.forms[i] = "J", "participle"
    elif before in "DYAQ":
        tagger.noun(i)
    elif before in "RWtHS":
        tagger.verb(i, "past")
    elif before in "NE":
        acts = after in _OPENS or (after in "AJ" and not tagger.finite)
        reduced = not acts and ((tagger.finite and not tagger.owed) or tagger.finite_ahead(i))
        tagger.verb(i, "participle" if reduced or (acts and tagger.finite and after == "P") else "past")
    elif before == "C":
        passive = tagger.last == "participle" and after not in _OPENS
        tagger.verb(i, "participle" if passive else "past")
    elif before in ",.":
        tagger.verb(i, "past" if tagger.owed or after in _OPENS or after in "tTS" else "participle")
    elif before in "^PpV":
        tagger.verb(i, "participle")
    else:
        tagger.verb(i, "past")


def _past_alone(tagger: Tagger, i: int) -> None:
    tagger.noun(i) if tagger.before(i) in "DYAQ" else tagger.verb(i, "past")


def _participle(tagger: Tagger, i: int) -> None:
    if tagger.before(i) in "DYAQ" and tagger.after(i) in _NOUNS:
        tagger.codes[i], tagger.forms[i] = "J", "participle"
    else:
        tagger.verb(i, "participle")


def _ing(tagger: Tagger, i: int) -> None:
    """ "bombing": progressive, gerund, participle clause, noun, or participle before a noun."""
    before, after = tagger.before(i), tagger.after(i)
    if before == "X":
        tagger.verb(i, "ing")
    elif before in "DYAQ'J":
        if after in "NEvs" and before in "DAQ":
            tagger.codes[i], tagger.forms[i] = "J", "ing"
        else:
            tagger.noun(i)
    elif before in "Pp":
        of = i + 1 < len(tagger.words) and tagger.words[i + 1].lemma == "of"
        tagger.noun(i) if of or after in "$.,XMC" else tagger.verb(i, "ing")
    elif before in "^CT":
        gerund = after in _OPENS + "NAP" and not (before == "^" and after == "P")
        tagger.verb(i, "ing") if gerund else tagger.noun(i)
    elif after in "XM" or (before in "NE" and after in "N"):
        tagger.noun(i)
    else:
        tagger.verb(i, "ing")


def _unknown(tagger: Tagger, i: int) -> None:
    """A word that no list has: a verb after "will" and mostly after "to", a noun after most else."""
    if tagger.words[i].known or i == 0:
        return
    if tagger.codes[i - 1] in "TM" and tagger.words[i].form != "plural":
        tagger.verb(i, "base")


def _nearly(tagger: Tagger, i: int) -> None:
    """ "about": an adverb before a number."""
    tagger.codes[i] = "B" if tagger.after(i) == "Q" else "P"


def _either(tagger: Tagger, i: int) -> None:
    """ "after": before a clause or before a noun."""
    if tagger.words[i].lemma == "than" and tagger.after(i) == "Q" and tagger.before(i) == "D":
        tagger.codes[i] = "B"  # "more than two"
        return
    clause = tagger.words[i].lemma != "than" and tagger.after(i) not in "gVnd" and tagger.finite_ahead(i)
    tagger.codes[i] = "S" if clause else "P"
    if clause:
        tagger.open()


def _that(tagger: Tagger, i: int) -> None:
    """ "that": of a relative clause, of what is said, or a determiner."""
    before, after = tagger.before(i), tagger.after(i)
    if before in "P^T":
        tagger.codes[i] = "D"
    elif (before in "NE" and after in "XMiZ") or (
        before in "NE" and tagger.lemma_before(i) not in listed("nouns", "facts") and not tagger.told(i)
    ):
        tagger.codes[i] = "W"
    else:
        tagger.codes[i] = "S"
    if tagger.codes[i] != "D":
        tagger.open()


def _possessive(tagger: Tagger, i: int) -> None:
    if tagger.words[i].lemma == "her" and tagger.after(i) not in _NOUNS:
        tagger.codes[i] = "R"


def _comma(tagger: Tagger, i: int) -> None:
    tagger.finite = False


_RULES: dict[str, Callable[[Tagger, int], None]] = {
    "v": _base, "V": _base, "u": _unchanging, "s": _third, "Z": _third, "d": _past, "i": _past_alone, "n": _participle,
    "g": _ing, "p": _either, "q": _nearly, "N": _unknown, "t": _that, "Y": _possessive, ",": _comma, ".": _comma,
}  # fmt: skip
