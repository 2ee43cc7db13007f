"""What a file or a row gives before the corpus admits it, and the errors of this room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class CorpusError(ValueError):
    """The corpus as a whole can't be read: no such folder, nothing in it, a manifest without its columns."""


class Unreadable(CorpusError):
    """One file of a corpus can't be read: its message is the reason, without the file's name."""


class Stated(NamedTuple):
    """What a saved page states: the days of first publication and of the latest update (ISO or empty), and where.

    `line` is a day that a line of the page names without saying of what, `title` all that the page has for a title.
    Where what should be the day of publication names none, `words` are what it says, and `doubt` is why.
    `guess` is a day for a page that states none, and `guessed` what it is taken from. `article` is
    True where the markup says that an article was published then, which no front page does.
    """

    published: str = ""
    updated: str = ""
    where: str = ""
    line: str = ""
    title: str = ""
    words: str = ""
    doubt: str = ""
    guess: str = ""
    guessed: str = ""
    article: bool = False


NOTHING = Stated()


class Remark(NamedTuple):
    """What is told of a file that is read and loses nothing."""

    file: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}: {self.words}"


class Given(NamedTuple):
    """A publication date as somebody wrote it down, and where: the file and the place in it.

    `order` is that of day and month in numbers (dmy or mdy) where the other rows of its table tell it.
    """

    value: str
    file: str
    place: str
    order: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as found: its texts are clean strings, its dates are still words.

    `given` are the written publication dates, the strongest first; `stated` is what a saved page states about
    itself. `place` is where in `file` it stands: a row, or empty for a whole file. `text` still has its markup, of
    Markdown where `markdown` says so, and begins at the character `base` of the file or of the row's text; None where
    no way leads back to the file. A `part` is what a live page added on a later day. `doubts` are told with the
    problems of the corpus, and the article is kept; so is `undated`, where nothing tells the day. `pages` are the
    places in the text where its pages begin.
    """

    id: str
    text: str
    file: str
    place: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    given: tuple[Given, ...] = ()
    stated: Stated = NOTHING
    markdown: bool = False
    base: int | None = 0
    part: bool = False
    doubts: tuple[str, ...] = ()
    undated: str = ""
    pages: tuple[int, ...] = ()

    @property
    def where(self) -> str:
        return f"{self.file} ({self.place})" if self.place else self.file
