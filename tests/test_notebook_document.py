"""docs/notebook.md does what it says: its code runs, and its table names everything at the top level."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import toolkit as tk

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "notebook.md").read_text(encoding="utf-8")


def test_the_code_runs_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.M | re.S)
    assert len(blocks) >= 4
    for block in blocks:
        exec(block, names)
    assert (tmp_path / "my-copy" / "corrections.csv").read_text(encoding="utf-8").count("\n") == 1


def test_the_page_names_everything_at_the_top_level() -> None:
    table = PAGE[PAGE.index("## All names") :]
    first = [row.split("|")[1] for row in re.findall(r"^\| `.*$", table, flags=re.M)]
    assert sorted(re.findall(r"`(\w+)`", " ".join(first))) == sorted(set(tk.__all__) - {"__version__"})


def test_a_name_is_what_it_says_whatever_was_imported_before() -> None:
    code = (
        "import toolkit.notebook.view, toolkit.exports.formats, toolkit.sealing.seal\nimport toolkit as tk\n"
    )
    code += "print(*(callable(getattr(tk, name)) for name in tk.__all__ if name != '__version__'))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(run.stdout.split()) == {"True"}
