"""Making a sealed edition: the files of a corpus are copied, the tables made of the copies, and all hashed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from toolkit import __version__, pipeline
from toolkit.corpus.draft import CorpusError
from toolkit.model import Quarantined
from toolkit.outputs import describe, inputs
from toolkit.sealing.layout import CORPUS, FORMAT, HOW, LOCK, MANIFEST, README, SUMS, TABLES, THEMES
from toolkit.timeline.archive import write_zip
from toolkit.timeline.files import replacing, sha256
from toolkit.timeline.manifest import is_dataset

PACKAGE = "timeline-toolkit"
SETTABLE = (
    "themes",
    "policy",
    "since",
    "until",
    "kinds",
    "theme",
    "known_on",
    "infer",
    "sensitivity",
    "parser",
)
"""The arguments of `build` that a sealed edition keeps."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Sealed:
    """The file, its SHA-256, numbers of its tables, and what could not be read or is not in it."""

    file: Path
    sha256: str
    counts: Mapping[str, int]
    failures: tuple[str, ...]


def seal(
    corpus: str | Path,
    out: str | Path | None = None,
    arguments: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
    follow_links: bool = False,
) -> Sealed:
    """Write a sealed edition of a corpus to `out` (the name of the corpus with `.sealed.zip` where none is given).

    `arguments` are those of `toolkit.build` that `SETTABLE` names. The same corpus, arguments and packages give the
    same bytes. A link within the corpus is left out where its target is in it, and so is what cannot be read; both are
    told. Raises ValueError (CorpusError) where there is no corpus, for an argument that is not known, and for a file
    whose name is no Unicode.
    """
    given = {
        name: value for name, value in (arguments or {}).items() if value not in (None, (), [], "", False)
    }
    if other := sorted(given.keys() - set(SETTABLE)):
        raise ValueError(f"seal: the argument {other[0]!r} is not known; known are {', '.join(SETTABLE)}")
    source = Path(corpus)
    if not source.exists():
        raise CorpusError(f"{corpus}: no such folder or file: check the path")
    if is_dataset(source):
        raise CorpusError(f"{corpus}: is a dataset: name the corpus that it was made of")
    name = source.resolve().name
    target = Path(out) if out else Path(f"{name}.sealed.zip")
    if source.is_dir() and target.resolve().is_relative_to(source.resolve()):
        raise ValueError(f"{target}: lies in the corpus itself; give a file elsewhere")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        failures = _copied(source, root / CORPUS / name, follow_links)
        themes = _themes(given.pop("themes", None), root / THEMES)
        result = rebuilt(root, name, given | ({"themes": themes} if themes else {}), progress)
        settings = given | ({"themes": themes} if themes else {})
        (root / LOCK).write_text("".join(f"{line}\n" for line in environment()), encoding="utf-8")
        (root / README).write_text(HOW.format(name=name, version=__version__), encoding="utf-8")
        described = describe(result, root / TABLES)
        _describe(root, name, settings, described)
        files = [(path, root / path) for path in listed(root)]
        with replacing(target) as temporary:
            # Not compressed: the bytes then depend on no version of a compressor.
            write_zip(temporary, files, zipfile.ZIP_STORED)
    told = (*failures, *map(str, result.quarantine))
    return Sealed(target, sha256(target), described["counts"], told)


def rebuilt(
    root: Path, name: str, arguments: Mapping[str, Any], progress: Progress | None
) -> pipeline.Result:
    """Make the tables of the corpus in an unpacked edition and write them where it has its own."""
    themes = [_theme(root, each) for each in arguments.get("themes", ())] or None
    settings = {key: value for key, value in arguments.items() if key != "themes"}
    result = pipeline.build(root / CORPUS / name, themes=themes, progress=progress, **settings)
    pipeline.write_tables(result, root / TABLES)
    return result


def listed(root: Path) -> list[str]:
    """The files of an unpacked edition by their names, the manifest first, as they stand in the archive."""
    names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(names, key=lambda name: (name != MANIFEST, name))


def environment() -> list[str]:
    """The toolkit and all that it stands on, as installed: lines "name==version", sorted.

    >>> any(line.startswith("pandas==") for line in environment())
    True
    """
    found: dict[str, str] = {PACKAGE: __version__}
    waiting = _needs(PACKAGE)
    while waiting:
        name = waiting.pop()
        if name not in found:
            try:
                found[name] = distribution(name).version
            except PackageNotFoundError:  # of another system or version of Python
                continue
            waiting += _needs(name)
    return sorted(f"{name}=={version}" for name, version in found.items())


def _needs(name: str) -> list[str]:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    names = (re.match(r"[\w.-]+", line) for line in lines if "extra ==" not in line)
    return [re.sub(r"[-_.]+", "-", each[0]).lower() for each in names if each]


def _copied(source: Path, target: Path, follow_links: bool) -> list[str]:
    """Copy what a corpus is read from; what is not in the copy, a line each."""
    if source.is_file():
        target.parent.mkdir(parents=True)
        shutil.copyfile(source, target)
        return []
    target.mkdir(parents=True)
    here, left = source.resolve(), []
    for name, digest in inputs(source, Path(os.devnull), follow_links).items():
        file = source / name
        if not file.exists():
            raise ValueError(f"{name}: the name is no Unicode; rename the file")
        if digest is None:
            left.append(Quarantined(name, "", "cannot be read and is not in the sealed edition"))
        elif file.is_symlink() and file.resolve().is_relative_to(here):
            left.append(Quarantined(name, "", "is a link to a file that is in the sealed edition itself"))
        else:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / name)
            if sha256(target / name) != digest:
                raise ValueError(f"{name}: was changed while it was sealed; seal again")
    return [str(each) for each in left]


def _themes(given: Any, folder: Path) -> list[str]:
    """The themes by their names: a file is copied, a shipped one stays a name."""
    named = []
    for theme in [given] if isinstance(given, str | Path) else given or ():
        path = Path(theme)
        if str(theme).endswith(".toml"):
            if not path.is_file():
                raise ValueError(f"{theme}: no such file")
            folder.mkdir(exist_ok=True)
            shutil.copyfile(path, folder / path.name)
        named.append(path.name)
    if len(set(named)) < len(named):
        raise ValueError("seal: two theme files have the same name; rename one")
    return named


def _theme(root: Path, name: str) -> str:
    return str(root / THEMES / name) if name.endswith(".toml") else name


def _describe(root: Path, name: str, settings: Mapping[str, Any], described: Mapping[str, Any]) -> None:
    sums = {
        path: {"sha256": sha256(root / path), "bytes": (root / path).stat().st_size} for path in listed(root)
    }
    manifest = {
        "format": FORMAT,
        "name": name,
        "arguments": dict(settings),
        "parameters": described["parameters"],
        "versions": described["versions"],
        "counts": described["counts"],
        "files": sums,
    }
    lines = "".join(f"{each['sha256']}  {path}\n" for path, each in sums.items())
    (root / SUMS).write_text(lines, encoding="utf-8")
    digest = hashlib.sha256(lines.encode()).hexdigest()
    manifest["files"][SUMS] = {"sha256": digest, "bytes": len(lines.encode())}
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (root / MANIFEST).write_text(text, encoding="utf-8")
