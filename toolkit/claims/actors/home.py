"""Offices, bodies and crowds of a story told inside one state: parties by their own words."""

from __future__ import annotations

import re
from collections import Counter

from toolkit.claims.actors.names import Known, Names, words_of
from toolkit.claims.actors.setting import Setting
from toolkit.claims.actors.vocabulary import OUTLETS, heads
from toolkit.language.frames import Phrase
from toolkit.language.phrases import Tree

_VICE = re.compile(r"\b(vice|deputy)[- ]\Z", re.I)
_OF = re.compile(r"\s+of\s+(?:the\s+)?(\w+)", re.I)
_CAMEL = re.compile(r"\b(?!Mc|Mac)[A-Z][a-z]+[A-Z]\w*\b")
_TITLED = re.compile(r"\b([A-Z]?[a-z]+) [A-Z]\w+")
_PLURAL = ("prosecutor", "councillor", "councilor", "gendarme", "judge")


class Home:
    """What the offices, bodies and crowds of one article are called."""

    def __init__(self, tree: Tree, names: Names, setting: Setting) -> None:
        self._tree, self._text, self._names, self._setting = tree, tree.text, names, setting
        self._bodies: dict[tuple[str, ...], Known] = {}
        self._servants: dict[str, Known] = {}
        self._modified: dict[str, Counter[str]] = {}
        phrases = [tree.phrase(i) for i, token in enumerate(tree.tokens) if token.pos in ("noun", "name")]
        self._pos = {token.start: token.pos for token in tree.tokens}
        self._police = "police" in self._text.lower()
        self._titled = {found[1].lower() for found in _TITLED.finditer(self._text)}
        for name in set(_CAMEL.findall(self._text)):
            if OUTLETS.isdisjoint((name.lower(),)):
                names.add(name, Known(name, "group", "name"))
        self._proper_bodies()
        for phrase in phrases:
            self._learn(phrase)

    def _proper_bodies(self) -> None:
        """The bodies that the article calls by proper names, by the words of those."""
        tokens = self._tree.tokens
        for first, last, kind in self._tree.parse.entities:
            name = self._text[tokens[first].start : tokens[last - 1].end] if last > first else ""
            name = re.sub(r"^(?:the|The)\s+|[’']s?$", "", name)
            words = tuple(word.lower() for word, *_ in words_of(name))
            if (
                kind == "body"
                and len(words) > 1
                and name[0].isupper()
                and words[-1] in heads("home", "bodies") | {"organisation"}
            ):
                known = self._names.get(name)
                if known is None or known.kind in ("group", "body", "media"):
                    self._bodies.setdefault(words, known or Known(name, "group", "name"))

    def _learn(self, phrase: Phrase) -> None:
        """Take note of companies by an apposition, of servants by their body, of the words before a head."""
        lemma = phrase.lemma.lower()
        apposed = phrase.apposition
        if lemma in heads("home", "companies") and apposed is not None and apposed.pos == "name":
            known = self._names.get(apposed.text) or Known(apposed.text, "group", "name")
            self._names.add(apposed.text, known)
            self._servants.setdefault("company", known)
        for preposition, complement in phrase.complements if lemma in _PLURAL else ():
            if preposition == "of" and (body := self._proper(complement)) is not None:
                self._servants.setdefault(lemma, body)
        if (
            (self._is_own(lemma) or lemma == "officer")
            and phrase.pos != "name"
            and (words := self._before(phrase))
            and words.split()[0] not in heads("home", "other")
        ):
            definite = 2 if phrase.determiner == "the" else 1
            self._modified.setdefault(self._class(lemma), Counter())[f"{words} {lemma}"] += definite

    @staticmethod
    def _is_own(lemma: str) -> bool:
        return lemma in heads("home", "bodies") or lemma in heads("home", "posts")

    @staticmethod
    def _class(lemma: str) -> str:
        return "company" if lemma in heads("home", "companies") else lemma

    def _proper(self, phrase: Phrase) -> Known | None:
        name = re.sub(
            r"^the\s+", "", self._text[phrase.start : self._tree.tokens[phrase.token].end], flags=re.I
        )
        return self._names.get(name) or self._bodies.get(tuple(word.lower() for word, *_ in words_of(name)))

    def named(self, phrase: Phrase) -> Known | None:
        """The party that a phrase is by its own words; None for one that is no office, body or crowd."""
        lemma = phrase.lemma.lower()
        end = self._tree.tokens[phrase.token].end
        if any(
            each.known.kind in ("group", "body") for each in self._names.find(self._text, phrase.start, end)
        ):
            return None
        if phrase.pos == "name":
            return self._proper_court(phrase)
        apposed = phrase.apposition
        if (
            apposed is not None
            and apposed.pos == "name"
            and self._is_own(lemma)
            and lemma in heads("home", "bodies")
        ):
            return self._names.get(apposed.text) or Known(re.sub(r"^the ", "", apposed.text), "group", "name")
        if lemma == "opposition" and (party := self._next(phrase)) is not None:
            return party
        if lemma in heads("home", "people"):
            return self._crowd(phrase, lemma)
        if lemma == "officer" and phrase.plural:
            return self._officers(phrase)
        if self._is_own(lemma) or (lemma in heads("home", "ministries") and self._setting.state() is None):
            return self._office(phrase, lemma)
        return None

    def served(self, phrase: Phrase) -> Known | None:
        """The body or office whose servant a phrase is by the words before its head: "a police spokeswoman"."""
        words = self._before(phrase).split()
        if phrase.lemma.lower() not in heads("home", "servants") or not words:
            return None
        last = words[-1]
        if last in heads("home", "administrations") or self._is_own(last):
            if last in heads("home", "companies") and len(words) > 1:
                return Known(" ".join(words), "body", "office")
            return Known(last, "office" if last in heads("home", "posts") else "body", "office")
        return None

    def _next(self, phrase: Phrase) -> Known | None:
        """The body that is named right after a phrase: "the opposition Save Romania Union"."""
        at = phrase.token + 1
        for first, last, kind in self._tree.parse.entities:
            if first == at and kind == "body":
                name = self._text[self._tree.tokens[first].start : self._tree.tokens[last - 1].end]
                return self._names.get(name) or Known(name, "group", "name")
        return None

    def _officers(self, phrase: Phrase) -> Known | None:
        """Bare officers: the police where the article names them; those of a body by the words before them."""
        words = self._before(phrase)
        if words:
            return self._by_words(words) or (Known("police", "body", "office") if words == "police" else None)
        if self._police:
            return Known("police", "body", "office")
        told = self._modified.get("officer")
        return self._by_words(told.most_common(1)[0][0]) if told else None

    def _proper_court(self, phrase: Phrase) -> Known | None:
        """A court or police by a proper name: without the nation whose it is."""
        lemma, end = phrase.lemma.lower(), self._tree.tokens[phrase.token].end
        if lemma not in ("court", "tribunal", "police", "parliament"):
            return None
        of = _OF.match(self._text, end)
        if of and of[1].lower() in heads("home", "courts"):
            end = of.end()
        words = [w for w in self._words(phrase.start, end) if w.lower() not in ("the", "a", "an", "only")]
        return Known(" ".join(words), "body", "office") if len(words) > 1 else self._office(phrase, lemma)

    def _words(self, start: int, end: int) -> list[str]:
        """The words of a stretch but for the nations in it."""
        found = [
            each
            for each in self._names.find(self._text, start, end)
            if each.known.kind in ("state", "people")
        ]
        inside = [each for each in found if each.known.use == "adjective" or each.known.use == "name"]
        return [
            self._text[first:last]
            for _, first, last in words_of(self._text, start, end)
            if not any(each.start <= first < each.end for each in inside)
        ]

    def _before(self, phrase: Phrase) -> str:
        """The words before a head that say which one it is, in lower case but for names; hyphens stay."""
        start, end = phrase.start, self._tree.tokens[phrase.token].start
        if phrase.owner is not None:
            start = max(start, phrase.owner.end)
        kept = []
        nations = self._names.find(self._text, start, end)
        for found in re.finditer(r"[^\W_][\w-]*", self._text[start:end]):
            word, at = found[0], start + found.start()
            plain = word.lower()
            if plain in phrase.count.lower().split():
                continue
            if plain in (
                "the",
                "a",
                "an",
                "s",
                "its",
                "his",
                "her",
                "their",
                "this",
                "that",
                "one",
                "only",
                "any",
                "no",
                "every",
                "each",
            ):
                continue
            if (
                (word[0].isupper() and self._pos.get(at) == "name")
                or word[0].isdigit()
                or plain in heads("home", "vague")
            ):
                continue
            if not any(each.start <= at < each.end for each in nations):
                kept.append(plain)
        vice = _VICE.search(self._text, max(0, phrase.start - 8), phrase.start) if not kept else None
        return vice[1].lower() if vice else " ".join(kept)

    def _crowd(self, phrase: Phrase, lemma: str) -> Known | None:
        if not phrase.plural:
            return None
        words = self._before(phrase)
        word = self._text[self._tree.tokens[phrase.token].start : self._tree.tokens[phrase.token].end].lower()
        return Known(f"{words} {word}".strip(), "people", "words")

    def _office(self, phrase: Phrase, lemma: str) -> Known | None:
        """An office or a body: by the proper name that the article has for it, else by its words."""
        words, kind = self._before(phrase), self._class(lemma)
        if lemma in ("party", "union") and (phrase.plural or words.startswith("all")):
            return None
        if (known := self._by_name(words, lemma, phrase) or self._by_words(words)) is not None:
            return known
        if kind in self._servants and (phrase.determiner == "the" or lemma in _PLURAL):
            return self._servants[kind]
        if (lemma == "minister" and not words) or (lemma in self._titled and lemma in heads("home", "posts")):
            return None
        if kind == "company" and (camel := set(_CAMEL.findall(self._text))) and phrase.determiner == "the":
            return Known(min(camel), "group", "name") if len(camel) == 1 else None
        if kind == "company" or not words:
            ranked = self._modified.get(kind)
            if (
                ranked
                and (phrase.determiner == "the" or lemma in _PLURAL)
                and (lemma != "commissioner" or len(ranked) == 1)
            ):
                return Known(self._form(ranked.most_common(1)[0][0], phrase), self._kind(lemma), "office")
            if kind == "company" or lemma in ("party", "union", "board", "commission", "court", "bank"):
                return self._form_known(f"{words} {lemma}".strip(), lemma, phrase) if words else None
        return self._form_known(f"{words} {lemma}".strip(), lemma, phrase)

    def _form_known(self, words: str, lemma: str, phrase: Phrase) -> Known:
        return Known(self._form(words, phrase), self._kind(lemma), "office")

    @staticmethod
    def _form(words: str, phrase: Phrase) -> str:
        plural = phrase.plural and phrase.lemma.lower() not in ("police",)
        last = words.split()[-1] if words else ""
        return (
            f"{words}s"
            if plural and last in (*_PLURAL, "minister", "company", "firm") and last[-1] != "y"
            else words
        )

    @staticmethod
    def _kind(lemma: str) -> str:
        return "office" if lemma in heads("home", "posts") and lemma not in _PLURAL else "body"

    def _by_name(self, words: str, lemma: str, phrase: Phrase) -> Known | None:
        """The body with a proper name that a definite phrase is short for, the last one named before it."""
        if phrase.determiner not in ("the", "this", "that") and not words:
            return None
        if lemma in heads("home", "leagues") and not words:
            fitting = [each for each in self._bodies.items() if each[0][-1] in heads("home", "leagues")]
            return (
                max(fitting, key=lambda each: self._last(each[1], each[0], phrase.start))[1]
                if fitting
                else None
            )
        asked = {"court"} if lemma == "bench" else {*words.split(), lemma}
        fitting = [(name, known) for name, known in self._bodies.items() if asked <= set(name)]
        if not fitting:
            return None
        at = {name: self._last(known, name, phrase.start) for name, known in fitting}
        return max(fitting, key=lambda each: at[each[0]])[1]

    def _by_words(self, words: str) -> Known | None:
        """The body by what it is for: "anti-corruption officers" where there is an "Anticorruption Directorate"."""
        for word in (each.replace("-", "") for each in words.split() if len(each) > 6):
            for name, known in self._bodies.items():
                if word in name:
                    return known
        return None

    def _last(self, known: Known, name: tuple[str, ...], before: int) -> int:
        """Where a body was last named before a place; a negative number where it comes only after it."""
        places = [
            self._text.lower().rfind(" ".join(name), 0, before),
            self._text.rfind(known.name, 0, before),
        ]
        return max(places)
