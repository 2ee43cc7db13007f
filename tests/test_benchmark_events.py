"""The benchmark of event dates counts as it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[1] / "benchmarks" / "events.py"
TEXT = "The bridge closed on Monday. It will open in May. The mayor spoke."
EVENTS = [("closed", "2025-08-25"), ("open", "2026-05"), ("spoke", "XXXX")]


def run(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROGRAM), str(path), "--errors", "9"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_each_kind_is_counted(tmp_path):
    spans = [(TEXT.index(word), TEXT.index(word) + len(word), day) for word, day in EVENTS]
    events = [{"start": start, "end": end, "date": day} for start, end, day in spans]
    line = {"doc": "a", "dct": "2025-08-27", "text": TEXT, "events": events}
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    done = run(tmp_path / "a.jsonl")
    assert done.returncode == 0, done.stderr
    assert "1 documents, 2 events with a date and 1 without" in done.stdout
    (row,) = [line for line in done.stdout.splitlines() if line.startswith("timeline-toolkit")]
    known, _, another, month, _, left = row.split()[1:]
    assert (known, another, month, left) == ("100.0", "100.0", "100.0", "0.0")
    (floor,) = [line for line in done.stdout.splitlines() if line.startswith("publication day")]
    assert floor.split()[2] == "0.0"
    assert "a: 'spoke' is XXXX" in done.stdout


def test_what_is_no_gold_is_named_in_one_line(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"doc": "a"}\n', encoding="utf-8")
    done = run(tmp_path / "a.jsonl")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "a.jsonl, line 1" in done.stderr
