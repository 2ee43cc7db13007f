"""Make the pictures of docs/gallery.md: run its blocks of code, and save `chart` as the picture below each."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def blocks(text: str) -> list[tuple[str, str]]:
    """The blocks of Python of a page in order, each with the picture that follows it before the next block.

    >>> blocks("```python\\na = 1\\n```\\n\\n![A](gallery/a.svg)\\n")
    [('a = 1\\n', 'gallery/a.svg')]
    """
    found = re.findall(r"^```python\n(.*?)^```\n(.*?)(?=^```python|\Z)", text, flags=re.M | re.S)
    return [(code, "".join(re.findall(r"!\[[^\]]*\]\((gallery/[^)]+)\)", rest)[:1])) for code, rest in found]


def main(page: Path, target: Path) -> None:
    """Run a page and save its pictures into the folder `target`."""
    from toolkit.charts.embed import save

    names: dict[str, Any] = {}
    for code, picture in blocks(page.read_text(encoding="utf-8")):
        exec(compile(code, str(page), "exec"), names)
        if picture:
            file = target / picture
            file.parent.mkdir(parents=True, exist_ok=True)
            save(names["chart"], file)
            print(picture)


if __name__ == "__main__":
    main(HERE.parent / "gallery.md", Path(sys.argv[1]) if sys.argv[1:] else HERE.parent)
