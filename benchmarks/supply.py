"""Print what the lock brings: packages, licences, sizes, and known holes in them.

    python benchmarks/supply.py [--advisories FILE] [--packages]

Reads `requirements.lock` and the packages that are installed in this environment. Known holes are asked for with
`pip-audit` where it is on PATH and reaches its service, or looked up in FILE, a JSON list of advisories in the form of
OSV (https://ossf.github.io/osv-schema), which can be kept beside a machine without a network. Where neither is there,
that is what is printed, and nothing is said of holes. Exit status 1 where a package has a known hole, is installed
in another version than the lock's, or says no licence.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.M)
LICENCE = "License :: "
SHORT = 40
"""Characters of the longest name of a licence; more is its text."""


def pinned(lock: str) -> dict[str, list[str]]:
    """Versions by name, as a lock pins them; a few, where they depend on Python's own.

    >>> pinned("pandas==3.0.1 ; python_version > '3' \\\\\\n    --hash=sha256:00\\n")
    {'pandas': ['3.0.1']}
    """
    versions: dict[str, list[str]] = {}
    for name, version in PINNED.findall(lock):
        versions.setdefault(name, []).append(version)
    return versions


def licence(package: Distribution) -> str:
    """The licence that a package names: its expression, else its classifiers, else a short name; empty for none."""
    told = package.metadata
    classes = [
        value.split(" :: ")[-1] for value in told.get_all("Classifier", []) if value.startswith(LICENCE)
    ]
    plain = _first(told.get_all("License")).strip()
    short = plain if len(plain) <= SHORT and plain.upper() != "UNKNOWN" else ""
    named = (
        _first(told.get_all("License-Expression"))
        or ", ".join(sorted(set(classes) - {"OSI Approved"}))
        or short
    )
    return named or _by_file(package)


def _first(values: list[str] | None) -> str:
    return values[0] if values else ""


FILES = (
    ("MIT License", "MIT"),
    ("Permission is hereby granted, free of charge", "MIT"),
    ("Apache License", "Apache-2.0"),
    ("Redistribution and use in source and binary forms", "BSD"),
    ("Mozilla Public License", "MPL"),
)
"""What the texts of licences hold, and their names."""


def _by_file(package: Distribution) -> str:
    """The licence whose text lies with a package, where its metadata name none."""
    files = [file for file in package.files or () if re.search("licen[cs]e|copying", file.name, re.I)]
    texts = [Path(str(file.locate())).read_text(encoding="utf-8", errors="replace") for file in files]
    texts.append(_first(package.metadata.get_all("License")).strip())
    return next((f"{name} (by its text)" for sign, name in FILES for text in texts if sign in text), "")


def size(package: Distribution) -> int:
    """Bytes of the files that a package installed."""
    paths = (Path(str(file.locate())) for file in package.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.partition("+")[0]))


def affected(version: str, advisory: dict[str, Any], name: str) -> bool:
    """Whether an advisory in the form of OSV is of this version of a package.

    >>> hole = {"package": {"name": "a", "ecosystem": "PyPI"},
    ...         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.1"}]}]}
    >>> [affected(version, {"affected": [hole]}, "a") for version in ("2.0.9", "2.1", "2.10")]
    [True, False, False]
    """
    for each in advisory.get("affected", ()):
        if _plain(each.get("package", {}).get("name", "")) != _plain(name):
            continue
        if version in each.get("versions", ()):
            return True
        for spans in each.get("ranges", ()):
            if spans.get("type") == "ECOSYSTEM" and _within(_numbers(version), spans.get("events", ())):
                return True
    return False


def _within(version: tuple[int, ...], events: Iterable[dict[str, str]]) -> bool:
    inside = False
    for event in events:
        for kind, at in event.items():
            reached = version >= _numbers(at)
            if kind == "introduced" and reached:
                inside = True
            elif (kind == "fixed" and reached) or (kind == "last_affected" and version > _numbers(at)):
                inside = False
    return inside


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def holes(versions: dict[str, list[str]], stored: Path | None) -> tuple[list[str], str]:
    """Known holes as lines, and what was asked; nothing was where the second begins with "not"."""
    if stored is not None:
        known = json.loads(stored.read_text(encoding="utf-8"))
        found = [
            f"{name} {version}: {advisory['id']}"
            for name, pins in versions.items()
            for version in pins
            for advisory in known
            if affected(version, advisory, name)
        ]
        return found, f"{stored.name}, {len(known):,} advisories"
    if not (program := shutil.which("pip-audit")):
        return [], "not asked: pip-audit is not installed, and no list of advisories was given"
    asked = [program, "--requirement", str(LOCK), "--disable-pip", "--no-deps", "--format", "json"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    try:
        told = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        return [], f"not answered: {last[:120]}"
    return [
        f"{each['name']} {each['version']}: {hole['id']}" for each in told for hole in each.get("vulns", ())
    ], "pip-audit"


def _installed(versions: Iterable[str]) -> Iterator[Distribution]:
    for name in versions:
        try:
            yield distribution(name)
        except PackageNotFoundError:
            continue


def main() -> int:
    """Print the tables; 1 where something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--advisories", type=Path, metavar="FILE", help="a JSON list of advisories (OSV)")
    parser.add_argument("--packages", action="store_true", help="a line for each package, too")
    options = parser.parse_args()
    versions = pinned(LOCK.read_text(encoding="utf-8"))
    packages = list(_installed(versions))
    licences = {each.name: licence(each) for each in packages}
    sizes = {each.name: size(each) for each in packages}
    other = [
        f"{each.name} {each.version}, not {' or '.join(pins)}"
        for each in packages
        if (pins := versions.get(each.name)) and each.version not in pins
    ]
    none = sorted(name for name, told in licences.items() if not told)
    found, asked = holes(versions, options.advisories)
    print(
        f"in the lock: {len(versions)} packages; installed here: {len(packages)}, {sum(sizes.values()) / 1e6:,.0f} MB"
    )
    for name, bytes_ in sorted(sizes.items(), key=lambda each: -each[1])[:10]:
        print(f"  {name:28} {bytes_ / 1e6:7.1f} MB")
    for told, count in Counter(licences.values()).most_common():
        print(f"  {count:4} {told or 'none named'}")
    if options.packages:
        for name in sorted(licences):
            print(f"  {name}: {licences[name]}, {sizes[name] / 1e6:.1f} MB")
    for label, lines in (("in another version", other), ("without a licence", none), ("known holes", found)):
        print(f"{label}: {len(lines)}{': ' if lines else ''}{'; '.join(lines)}")
    print(f"holes were asked of: {asked}")
    return 1 if other or none or found else 0


if __name__ == "__main__":
    sys.exit(main())
