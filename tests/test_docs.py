"""The documents name what is there: every column, every page of the site, and no file that doesn't exist."""

import importlib.util
import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import toolkit
from toolkit.model import Claim

ROOT = Path(__file__).parents[1]
SITE = ROOT / "docs" / "site"
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("corpus/*/*.md")]


def test_the_conventions_name_every_column_of_the_event_table() -> None:
    text = (ROOT / "docs" / "conventions.md").read_text(encoding="utf-8")
    table = text[text.index("## The event table") :]
    named = set(re.findall(r"`(\w+)`", table))
    assert [field.name for field in fields(Claim) if field.name not in named] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", text)]
    local = [target for target in targets if target and not target.startswith("https://")]
    missing = [target for target in local if not (document.parent / target).exists()]
    assert [target for target in missing if target not in made_with_the_site()] == []


def made_with_the_site() -> set[str]:
    """What `make docs` makes: the reference, and the pictures of the gallery."""
    gallery = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    return {"python.md", *(picture for _, picture in load("gallery").blocks(gallery))}


def load(name: str) -> Any:
    """A module of docs/site, which is no package."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, SITE / f"{name}.py")
        assert spec
        assert spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def test_the_site_has_every_page() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:")[2]
    named = re.findall(r": (\S+\.md)$", nav, flags=re.M)
    assert len(set(named)) == len(named)
    made = {"python.md", *load("hooks").PAGES.values()}
    assert set(named) - made == {path.name for path in ROOT.glob("docs/*.md")}, "name it in mkdocs.yml"


def test_links_hold_in_the_site() -> None:
    relinked = load("hooks").relinked
    assert relinked("[a](../CONTRIBUTING.md#x) ![b](c.png)") == "[a](contributing.md#x) ![b](c.png)"
    assert relinked("[a](docs/cli.md), [b](../LICENSE)") == "[a](cli.md), b"


def test_the_reference_has_every_name_with_its_docstring() -> None:
    page = load("reference").reference()
    sections = dict(re.findall(r"^## (\w+) \{.*?\}\n(.*?)(?=^## |\Z)", page, flags=re.M | re.S))
    assert sorted(sections) == sorted(set(toolkit.__all__) - {"__version__"})
    for name, text in sections.items():
        assert f"tk.{name}" in text
        assert len(re.sub(r"```.*?```", "", text, flags=re.S)) > 60, name
    assert ">>> " not in re.sub(r"```.*?```", "", page, flags=re.S)


def test_a_page_of_the_site_loads_no_script_from_the_network() -> None:
    hooks = load("hooks")
    page = hooks.offline(f'<head><script src="{hooks.SHIM}"></script></head>')
    assert "https://" not in page
    assert "importScripts" in page


@pytest.mark.parametrize(
    "name",
    [
        "CITATION.cff",
        "SECURITY.md",
        *(f".github/ISSUE_TEMPLATE/{each}" for each in ("wrong-reading.yml", "fault.yml", "wish.yml")),
    ],
)
def test_what_a_repository_should_have_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(text) > 300
    if name == "CITATION.cff":
        assert f"version: {toolkit.__version__}" in text
