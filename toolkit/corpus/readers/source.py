"""What a reader is given: a file of the corpus, or what an archive or a mail holds, and how to read what is inside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from toolkit.corpus.decoding import clean
from toolkit.corpus.draft import Draft, Remark, Unreadable
from toolkit.model import Quarantined

LARGEST = 20_000_000  # bytes; a long article has some 100,000
UNPACKED = 500_000_000  # bytes of all that one archive holds
DEEPEST = 3  # archives in archives
_PACKED = (".gz",)
HEAD = 4096

Item = Draft | Quarantined | Remark
Read = Iterator[Item]


@dataclass(frozen=True)
class Source:
    """A file to read: `file` is how messages call it, `name` what it is called itself; `open` gives its bytes.

    `columns` maps fields to the columns that hold them in its tables, `inside` reads what it holds, and `depth` is how
    many archives it lies in. `id` is the article that it holds, where it holds one.
    """

    file: str
    name: str
    open: Callable[[], BinaryIO]
    size: int
    id: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    inside: Callable[[Source], Read] = lambda _: iter(())
    depth: int = 0

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its ending, and without that of what a packed file holds."""
        name = PurePosixPath(self.name)
        while name.suffix.lower() in _PACKED:
            name = PurePosixPath(name.stem)
        return self.id or clean(name.stem)

    def head(self) -> bytes:
        with self.open() as file:
            return file.read(HEAD)

    def read(self, most: int = 0) -> bytes:
        """All its bytes. Raises Unreadable for more than any article has."""
        if self.size > (most or LARGEST):
            raise Unreadable(
                f"has {self.size:,} bytes, more than any article: split it, or make a table of it (.jsonl, .csv)"
            )
        with self.open() as file:
            return file.read()

    def part(self, name: str, raw: bytes, label: str = "") -> Source:
        """What it holds under a name, as a source of its own."""
        name = clean(name)
        return replace(
            self, file=f"{self.file}/{label or name}", name=PurePosixPath(name.replace("\\", "/")).name or name,
            open=lambda: BytesIO(raw), size=len(raw), id="", depth=self.depth + 1,
        )  # fmt: skip


def of_path(path: Path, file: str) -> Source:
    """A file on the disk."""
    return Source(file, path.name, lambda: path.open("rb"), path.stat().st_size)
