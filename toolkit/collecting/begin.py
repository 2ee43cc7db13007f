"""`timeline new`: an empty corpus with its tables to fill, each of which says what belongs into it."""

from __future__ import annotations

from pathlib import Path

TEMPLATE = Path(__file__).parent / "template"


def begin(folder: str | Path) -> list[Path]:
    """Make an empty corpus; the files in it. Raises ValueError where something stands there already.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     [path.name for path in begin(Path(place, "story"))][:2]
    ['README.md', 'corrections.csv']
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ValueError(
            f"{folder}: is there already and not empty; give another name, or timeline add to it"
        )
    made = []
    for template in sorted(
        path for path in TEMPLATE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ):
        path = folder / template.relative_to(TEMPLATE)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(template.read_bytes())
        made.append(path)
    (folder / "articles").mkdir()
    return made
