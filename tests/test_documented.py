"""Every command and block of Python of the documents runs, in the order of its page, in a folder like a user's."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

import toolkit
from toolkit import pipeline
from toolkit.cli import main
from toolkit.commands.examples import EXAMPLES
from toolkit.report import run
from toolkit.report.parameters import check_parameters

ROOT = Path(__file__).parents[1]
SHIPPED = "corpus/dnipropetrovsk-2025"
ELSEWHERE = {
    "themes.md": "tests/test_themes_document.py",
    "accuracy.md": "its commands print what they quote, from texts that are not shipped",
}
"""Pages of which another test runs the blocks, and why."""
PAGES = [ROOT / "README.md", *sorted(page for page in ROOT.glob("docs/*.md") if page.name not in ELSEWHERE)]

SENTENCE = "The ministry said that troops had crossed the river on Sunday."
FILES = {
    "article.txt": "They met on Sunday and again in early June.",
    "articles.jsonl": json.dumps({"doc": "a", "dct": "2025-06-13", "text": SENTENCE}) + "\n",
    "questions.jsonl": json.dumps(
        {"doc": "a", "dct": "2025-06-13", "text": SENTENCE, "events": [{"start": 34, "end": 41}]}
    )
    + "\n",
    "articles.csv": f"day_out,story\n2025-06-13,{SENTENCE}\n",
    "my-story/first.txt": f"RIVERTON, June 13, 2025 — {SENTENCE}",
}
"""What the documents take for given in the folder of a user."""
RUNS = ("tables", "monday", "tuesday", "dnipropetrovsk-2025", "advances", "june")
Step = tuple[str, str]


def steps(text: str) -> list[Step]:
    """The blocks of Python and of a shell, and the indented commands of `timeline` and `sqlite3`, in their order."""
    pattern = r"^```(python|sh)\n(.*?)^```$|^    ((?:timeline |sqlite3 |tk\.)[^\n]*)$|^```\w*\n.*?^```$"
    found = []
    for each in re.finditer(pattern, text, flags=re.M | re.S):
        if each[3]:
            found.append(("python" if each[3].startswith("tk.") else "command", each[3]))
        elif each[1]:
            found.append((each[1], each[2]))
    return found


def test_steps_are_found_in_their_order() -> None:
    text = "    timeline check x\n\n```python\na = 1\n```\n\n```text\n    timeline no\n```\n\n    timeline gaps y\n"
    assert steps(text) == [
        ("command", "timeline check x"),
        ("python", "a = 1\n"),
        ("command", "timeline gaps y"),
    ]


BUILT: dict[str, pipeline.Result] = {}
BUILD = pipeline.build


def build(corpus: Any, *rest: Any, **settings: Any) -> pipeline.Result:
    """`build`, once for what holds the same files and is asked for the same."""
    if not isinstance(corpus, str | Path) or not Path(corpus).exists():
        return BUILD(corpus, *rest, **settings)
    asked = {name: value for name, value in settings.items() if name not in ("progress", "on")}
    digest = hashlib.sha256(repr((rest, sorted(asked.items()), Path(corpus).name)).encode())
    whole = Path(corpus)
    for path in sorted(whole.rglob("*")) if whole.is_dir() else [whole]:
        digest.update(path.name.encode() + (path.read_bytes() if path.is_file() else b""))
    key = digest.hexdigest()
    if key not in BUILT:
        BUILT[key] = BUILD(corpus, *rest, **settings)
    return BUILT[key]


def report(corpus: str, out: str | None, parameters: dict[str, str], progress: object) -> run.Summary:
    """The tables of a report and a page of its name; reports themselves are made in other tests."""
    check_parameters(parameters)
    result = build(corpus)
    target = Path(out or Path("outputs") / result.corpus.name)
    files = pipeline.write_tables(result, target)
    page = target / "report.html"
    page.write_text("<p>A report.</p>", encoding="utf-8")
    return run.Summary(
        target, page, tuple(path.name for path in files), {"articles": len(result.articles)}, ()
    )


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped corpus, runs of it, and the files that the documents speak of."""
    whole = tmp_path_factory.mktemp("documented")
    for name in (SHIPPED, "corpus/my-story"):
        shutil.copytree(ROOT / SHIPPED, whole / name)
    for name, text in FILES.items():
        (whole / name).parent.mkdir(exist_ok=True)
        (whole / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(whole)
        first, *others = (Path("outputs") / name for name in RUNS)
        pipeline.write_tables(build(SHIPPED), first)
        for other in others:
            shutil.copytree(first, other)
    return whole


@pytest.fixture
def folder(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it for each page."""
    own = tmp_path / "own"
    shutil.copytree(template, own)
    monkeypatch.chdir(own)
    monkeypatch.setattr(pipeline, "build", build)
    monkeypatch.setattr("toolkit.build", build, raising=False)
    monkeypatch.setattr(run, "run_report", report)
    monkeypatch.setenv("COLUMNS", "120")
    return own


def mention_id() -> str:
    return str(build(SHIPPED).events["mention_id"].iloc[0])


def command(line: str) -> None:
    """Run a line as a shell would, in this process: `< file`, `> file` and a comment are understood."""
    words = shlex.split(line, comments=True)
    words = [{"MENTION_ID": mention_id(), "FOLDER": SHIPPED}.get(word, word) for word in words]
    given, taken = None, None
    if "<" in words:
        place = words.index("<")
        given, words = words[place + 1], words[:place] + words[place + 2 :]
    if ">" in words:
        place = words.index(">")
        taken, words = words[place + 1], words[:place] + words[place + 2 :]
    if words[0] == "sqlite3":
        base = sqlite3.connect(words[1])
        assert base.execute(words[2]).fetchall()
        base.close()
        return
    with ExitStack() as stack:
        if given:
            stack.enter_context(pytest.MonkeyPatch.context()).setattr(
                sys, "stdin", stack.enter_context(Path(given).open(encoding="utf-8"))
            )
        if taken:
            stack.enter_context(redirect_stdout(stack.enter_context(Path(taken).open("w", encoding="utf-8"))))
        assert main(words[1:]) == 0, line


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_page_shows_runs(page: Path, folder: Path) -> None:
    names: dict[str, Any] = {"__name__": "documented"}
    if page.name == "exports.md":
        command("timeline export outputs/tables --to sqlite --out timeline.db")
    for kind, text in steps(page.read_text(encoding="utf-8")):
        if kind == "command":
            command(text)
        elif kind == "sh":
            subprocess.run(["bash", "-e", "-c", text], check=True, cwd=folder)
        else:
            names.setdefault("result", build(SHIPPED))
            names.setdefault("tk", toolkit)
            exec(compile(text.replace("MENTION_ID", mention_id()), str(page), "exec"), names)
    assert not (folder / "timeline.db").exists() or page.name == "exports.md"


def test_the_examples_of_the_help_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documented = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for line in (line for lines in EXAMPLES.values() for line in lines):
        if f"    {line}\n" not in documented:  # those run with its page
            command(line)
