"""The documents name what is there: every column, and no file that doesn't exist."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from toolkit.model import Claim

ROOT = Path(__file__).parents[1]
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
    assert [target for target in local if not (document.parent / target).exists()] == []
