"""A corpus in which nothing is found: exit status 1, one line that says why, and whole tables without rows."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.faults import fault
from toolkit.cli import main
from toolkit.timeline.table import COLUMNS

HEAD = "file,outlet,title,published,url,language,notes\n"
DULL = "The river has fish. The bridge is old and the mill is closed. A cat sat there and slept.\n"
FRENCH = (
    "Le président a dit lundi que les troupes étaient entrées dans la ville. Le ministre de la défense a confirmé que "
    "les soldats avaient quitté la région, mais le gouvernement n'a pas répondu aux questions des journalistes.\n"
)


def corpus(folder: Path, text: str, published: str) -> Path:
    (folder / "c").mkdir()
    (folder / "c" / "manifest.csv").write_text(f"{HEAD}a.txt,Wire,,{published},,,\n", encoding="utf-8")
    (folder / "c" / "a.txt").write_text(text, encoding="utf-8")
    return folder / "c"


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        fault(
            DULL, "2025-06-13", "nothing was found in 1 article: no sentence has a day", why="“in 1 articles”"
        ),
        (f"{DULL}\n", "2025-06-13", "no sentence has a day or says who tells it; are these whole articles"),
        (DULL, "", "1 of 1 have no publication date (timeline audit); no sentence has a day"),
        (FRENCH, "2025-06-13", "not in English, and only English is read for claims"),
        ("", "2025-06-13", "no article could be read; timeline check lists the reasons"),
    ],
)
def test_nothing_found_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, published: str, told: str
) -> None:
    out = tmp_path / "out"
    assert main(["build", str(corpus(tmp_path, text, published)), "--out", str(out)]) == 1
    (line,) = [line for line in capsys.readouterr().err.splitlines() if "c: no" in line]
    assert line.startswith("timeline: c: ")
    assert told in line
    events = pd.read_parquet(out / "events.parquet")
    assert events.empty
    assert set(COLUMNS) <= set(events.columns)
