"""The command line as its users and other programs see it: output, exit status, one line per error."""

from __future__ import annotations

import argparse
import io
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import timeline
from toolkit import cli
from toolkit.cli import main
from toolkit.commands.catalogue import COMMANDS
from toolkit.commands.examples import EXAMPLES
from toolkit.commands.parsing import parser
from toolkit.report.parameters import PARAMETERS, SETTABLE, TYPES

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus" / "dnipropetrovsk-2025"
SENTENCE = "They met on Sunday and again in early June."
TIMEX = {
    "start",
    "end",
    "text",
    "type",
    "value",
    "mod",
    "edtf",
    "earliest",
    "latest",
    "grain",
    "range",
    "rule",
    "why",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tables")
    assert main(["build", str(CORPUS), "--out", str(out)]) == 0
    return out


# -- dates, for people


@pytest.mark.parametrize("columns", ["80", "120"])
def test_dates_are_a_table_as_wide_as_the_terminal(columns: str) -> None:
    done = timeline("dates", SENTENCE, "--published", "2025-06-13", COLUMNS=columns)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
    for words in ("Sunday", "DATE", "2025-06-08", "early June", "2025-06-01 to", "2025-06-10", "START"):
        assert words in done.stdout
    assert "last Sunday" in " ".join(done.stdout.split())


def test_dates_in_a_pipe_are_plain_text() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    words = [sys.executable, "-m", "toolkit", "dates", SENTENCE, "--published", "2025-06-13"]
    out = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 120


def test_dates_explained() -> None:
    out = timeline("dates", "They met on Sunday.", "--published", "2025-06-13", "--explain").stdout
    for words in ("characters 12 to 18", 'value="2025-06-08"', "EDTF", "anchor", "2025-06-13", "policy news"):
        assert words in out


def test_dates_read_standard_input_and_say_when_there_are_none() -> None:
    assert "2025-06-08" in timeline("dates", "--published", "2025-06-13", text="They met on Sunday.").stdout
    done = timeline("dates", "Nothing of the kind.")
    assert done.returncode == 0
    assert done.stdout.startswith("No dates found")


def test_dates_of_another_language_are_those_written_out() -> None:
    german = "Am 8. Juni 2025 sagte er, dass die Brücke am Sonntag noch nicht offen ist und nicht bald wird."
    out = " ".join(timeline("dates", german, "--published", "2025-06-13").stdout.split())
    assert "the text is in German" in out
    assert "2025-06-08" in out
    assert "Sonntag" not in out


def test_the_policy_can_be_set() -> None:
    assert (
        "policy narrative"
        in timeline("dates", SENTENCE, "--published", "2025-06-13", "--policy", "narrative").stdout
    )


def test_control_characters_do_not_reach_the_terminal() -> None:
    out = timeline("attribute", "The ministry said on Sunday that \x1b[31mtroops\u202e had come.").stdout
    assert "said" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


# -- machine protocols


def test_dates_answer_one_line_per_line_in_order() -> None:
    lines = [
        {"doc": "a", "dct": "2025-06-13", "text": SENTENCE, "unknown": 1},
        {"doc": "b", "dct": None, "text": "in 2022"},
        {"doc": 7, "text": ""},
    ]
    done = timeline("dates", "--jsonl", text="".join(json.dumps(line) + "\n" for line in lines))
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["doc"] for each in found] == ["a", "b", 7]
    assert found[0]["policy"] == "news"
    first = found[0]["timexes"][0]
    assert set(first) >= TIMEX
    assert SENTENCE[first["start"] : first["end"]] == first["text"] == "Sunday"
    assert found[2]["timexes"] == []


BAD = [
    (b"x\n", "no JSON"),
    (b"\n", "no JSON"),
    (b"[1]\n", "no JSON object"),
    (b"\xff\xfe\n", "not UTF-8"),
    (b'{"doc": "d"}\n', 'the key "text" is missing'),
    (b'{"doc": "d", "text": 5}\n', 'the key "text" is missing or no text'),
    (b'{"doc": "d", "text": "", "dct": "32 May"}\n', "32 May"),
    (b'{"doc": "d", "text": "", "dct": 5}\n', "neither text nor null"),
    (b"[" * 100_000 + b"\n", "no JSON"),
]


@pytest.mark.parametrize(("line", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_bad_line_keeps_its_place(line: bytes, reason: str) -> None:
    good = b'{"doc": "good", "text": "in 2022"}\n'
    done = timeline("dates", "--jsonl", text=good + line + good)
    assert done.returncode == 1
    found = [json.loads(each) for each in done.stdout.splitlines()]
    assert [bool(each["timexes"]) for each in found] == [True, False, True]
    assert reason in found[1]["error"]
    assert done.stderr.startswith("standard input, line 2: ")
    assert done.stderr.count("\n") == 1


def test_line_separators_and_surrogates_inside_a_text_keep_the_lines_whole() -> None:
    text = json.dumps({"doc": "\u2028", "text": "in\u2028 2022 \ud800"}) + "\n"
    done = timeline("dates", "--jsonl", text=text)
    assert done.returncode == 0
    assert json.loads(done.stdout)["doc"] == "\u2028"
    assert done.stdout.isascii()


def test_attributions_and_event_days_answer_lines(tmp_path: Path) -> None:
    text = "The ministry said that troops had crossed the river on Sunday."
    line = {"doc": "a", "dct": "2025-06-13", "text": text, "events": [{"start": 34, "end": 41}]}
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (found,) = json.loads(timeline("attribute", "--jsonl", str(file)).stdout)["attributions"]
    assert set(found) == {"source", "cue", "content"}
    assert [text[start:end] for start, end in found["source"]] == ["The ministry"]
    (event,) = json.loads(timeline("when", "--jsonl", str(file)).stdout)["events"]
    assert set(event) == {"start", "end", "date_start", "date_end", "why"}
    assert (event["date_start"], event["date_end"]) == ("2025-06-08", "2025-06-08")


@pytest.mark.parametrize(
    "events", [None, 5, [5], [{"start": 0}], [{"start": 5, "end": 2}], [{"start": 0, "end": 99}]]
)
def test_spans_that_lie_in_no_text_are_refused(events: object) -> None:
    done = timeline(
        "when", "--jsonl", text=json.dumps({"doc": "a", "text": "They met.", "events": events}) + "\n"
    )
    assert done.returncode == 1
    assert json.loads(done.stdout)["events"] == []


# -- corpora and tables


def test_build_writes_the_tables_and_says_so(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"events.csv", "events.parquet", "ledger.csv", "run.json"} <= {
        path.name for path in tables.iterdir()
    }
    assert main(["build", str(CORPUS), "--out", str(tables), "--kind", "talks", "--until", "2025-06-30"]) == 0
    assert "dnipropetrovsk-2025:" in capsys.readouterr().out
    assert main(["build", str(CORPUS), "--out", str(tables)]) == 0


def test_check_and_audit_print_every_article(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for command in ("check", "audit"):
        assert main([command, str(CORPUS)]) == 0
        out = capsys.readouterr().out
        assert all(path.stem in out for path in (CORPUS / "articles").iterdir())
    assert main(["check", str(CORPUS)]) == 0
    assert (
        "13 articles, published 2025-06-03 to 2025-08-28, 1 without a date, 0 problems"
        in capsys.readouterr().out
    )


def test_each_folder_of_a_folder_is_a_corpus_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in {"one": "They met on 8 June 2025.", "two": "", "three": "They left."}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path), "--each"]) == 1
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if line in ("one:", "two:", "three:")] == [
        "one:", "three:", "two:",
    ]  # fmt: skip
    assert "a.txt: " in printed.err
    out = tmp_path.with_name("tables")
    assert main(["build", str(tmp_path), "--each", "--parser", "light", "--out", str(out)]) == 1
    assert (out / "one" / "run.json").is_file()
    assert main(["check", str(tmp_path / "one"), "--each"]) == 2
    assert "holds no folder that could be a corpus of its own; leave out --each" in capsys.readouterr().err


def test_diff_prints_or_writes_the_changes(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(tables), str(tables / "events.csv")]) == 0
    assert capsys.readouterr().out == "no change\n"
    assert main(["build", str(CORPUS), "--out", str(tmp_path / "part"), "--theme", "conflict"]) == 0
    capsys.readouterr()
    assert main(["diff", str(tables), str(tmp_path / "part")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} == {"gone"}
    assert main(["diff", str(tables), str(tmp_path / "part"), "--out", str(tmp_path / "changes.csv")]) == 0
    assert len((tmp_path / "changes.csv").read_text(encoding="utf-8").splitlines()) == len(lines) + 1


def test_conflicts_are_printed_or_written(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    printed = []
    for source in (CORPUS, tables, tables / "events.csv"):
        assert main(["conflicts", str(source)]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] == printed[2]
    assert "Said and denied (clear" in printed[0]
    assert "“The General Staff of Ukraine's armed forces denied the claim the same day.”" in printed[0]
    assert printed[0].endswith(" conflicts\n")
    for option, name in (("--out", "conflicts.csv"), ("--positions", "positions.csv")):
        assert main(["conflicts", str(tables), option, str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes() == (tables / name).read_bytes()


@pytest.mark.parametrize(
    ("command", "words", "last"),
    [
        ("gaps", "Missing: ", " gaps\n"),
        ("outlets", "Wire desk (project)", "\n"),
        ("copies", "2025-06-14-foothold-rewrite: rewrite of 2025-06-13-times-reports-foothold", "2 copies\n"),
    ],
)
def test_the_record_is_printed_or_written(
    command: str,
    words: str,
    last: str,
    tables: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main([command, str(CORPUS)]) == 0
    printed = capsys.readouterr().out
    assert words in printed
    assert printed.endswith(last)
    if command != "copies":  # of a run's folder only the quotes are known
        assert main([command, str(tables)]) == 0
        assert capsys.readouterr().out == printed
    assert main([command, str(CORPUS), "--out", str(tmp_path / "c.csv")]) == 0
    assert (tmp_path / "c.csv").read_bytes() == (tables / f"{command}.csv").read_bytes()
    assert main([command, str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err


def test_claims_told_as_facts_are_written(tables: Path, tmp_path: Path) -> None:
    assert main(["outlets", str(tables), "--hardened", str(tmp_path / "h.csv")]) == 0
    assert (tmp_path / "h.csv").read_bytes() == (tables / "hardened.csv").read_bytes()


def test_conflicts_of_a_table_of_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("id,text,published,outlet\n1,Nothing happened.,2025-06-13,A\n")
    assert main(["conflicts", str(tmp_path / "a.csv")]) == 0
    assert capsys.readouterr().out == "no conflict\n"
    assert main(["conflicts", str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err


def test_export_writes_a_file(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "events.geojson"
    assert main(["export", str(tables), "--to", "geojson", "--out", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    assert json.loads(target.read_text(encoding="utf-8"))["type"] == "FeatureCollection"


def test_explain_tells_how_a_mention_was_read(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from toolkit.timeline.storage import read_events

    row = read_events(tables / "events.parquet").iloc[0]
    assert main(["explain", str(CORPUS), row["mention_id"]]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert " ".join(row["quote"].split())[:40] in out
    assert row["rule"] in out
    assert main(["explain", str(CORPUS), "nowhere:0-1"]) == 2
    assert "nowhere:0-1" in capsys.readouterr().err


# -- usage, streams, speed


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["build"],
        ["dates", "x", "--policy", "poetry"],
        ["dates", "x", "--jsonl"],
        ["dates", "--publ", "2025-06-13", "x"],
        ["dates", "x", "--published", "32 May"],
        ["export", "x"],
        ["when"],
        ["report", str(CORPUS), "-p", "kinds"],
        ["diff", "nowhere", "nowhere"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_and_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("timeline")
    assert err.count("\n") == 1


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in out] == []
    assert main(["--version"]) == 0
    assert re.fullmatch(r"timeline \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_every_command_and_option_is_documented() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## timeline (\w+)\n(.*?)(?=^## |\Z)", text, flags=re.M | re.S))
    assert sections.keys() == COMMANDS.keys()
    for name, (_, _, options) in COMMANDS.items():
        for flag, _ in options:
            shown = flag if flag.startswith("-") else f"timeline {name}"
            assert shown in sections[name], f"{name} {flag}"


def test_every_command_shows_examples_that_it_would_take() -> None:
    assert EXAMPLES.keys() == COMMANDS.keys()
    for name, lines in EXAMPLES.items():
        for line in lines:
            words = shlex.split(re.split(r" [<>|] ", line)[0])
            assert words[:2] == ["timeline", name]
            assert parser().parse_args(words[1:]).command == name


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["reprot", "x"], "did you mean report?"),
        (["build", str(CORPUS), "--kinds", "talks"], "did you mean --kind?"),
        (["dates", "x", "--publised=2025-06-13"], "did you mean --published?"),
        (["export", "x", "--to", "exel"], "choose of csv parquet xlsx"),
        (["export", "x", "--to", "xslx"], "did you mean xlsx?"),
        (["check", f"{CORPUS}s"], f"did you mean {CORPUS}?"),
        (["check", str(CORPUS.parent.with_name("corpse") / CORPUS.name)], f"did you mean {CORPUS}?"),
        (["report", str(CORPUS), "-p", "sinse", "2025-06-01"], "did you mean since?"),
        (["report", str(CORPUS), "-p", "hue", "red"], "known are since, until"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_what_was_mistyped_is_answered_with_what_is_near(
    words: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    err = capsys.readouterr().err
    assert meant in err
    assert err.count("\n") == 1


def test_what_is_near_nothing_is_not_guessed_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "zzzzzz"]) == 2
    assert "did you mean" not in capsys.readouterr().err


def test_the_parameters_of_the_report_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--help-parameters"]) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == list(SETTABLE)
    assert any("side, source, outlet, place, kind, actor" in line for line in lines)
    assert {PARAMETERS[name].read for name in SETTABLE} <= TYPES.keys()
    assert main(["--help"]) == 0
    assert "timeline report --help-parameters" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["check", "{corpus}"], "articles"),
        (["audit", "{corpus}", "--parser", "light"], "article_id"),
        (["conflicts", "{tables}"], "positions"),
        (["gaps", "{tables}"], "missing"),
        (["outlets", "{tables}"], "hardened"),
        (["copies", "{tables}"], "relation"),
        (["sources", "{tables}"], "source"),
        (["diff", "{tables}", "{tables}"], ""),
        (["dates", SENTENCE, "--published", "2025-06-13"], "timexes"),
        (["attribute", "The mayor said that the bridge was closed."], "attributions"),
        (["cache"], "entries"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_tables_are_printed_as_json(
    words: list[str], key: str, tables: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {"corpus": str(CORPUS), "tables": str(tables)}
    assert main([*(word.format(**names) if word[0] == "{" else word for word in words), "--json"]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    found = json.loads(out)
    first = found if isinstance(found, dict) else next(iter(found), {"": ""})
    assert key in first


def test_every_command_that_prints_a_table_prints_json() -> None:
    prose = {"new", "add", "watch", "report", "build", "explain", "export", "seal", "when", "completion"}
    without = {name for name, (_, _, options) in COMMANDS.items() if "--json" not in dict(options)}
    assert without == prose


def test_every_command_leads_to_a_function() -> None:
    from importlib import import_module

    for target, _, _ in COMMANDS.values():
        module, _, function = target.partition(":")
        assert callable(getattr(import_module(f"toolkit.commands.{module}"), function))


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"doc": "a", "text": "in 2022"}\n' * 5_000, encoding="utf-8")
    command = [sys.executable, "-m", "toolkit", "dates", "--jsonl", str(lines)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == b""
    assert process.returncode == 141


HEARS = """import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv[1:] = ["dates", "--jsonl"]
runpy.run_module("toolkit", run_name="__main__", alter_sys=True)
"""
"""The command as a terminal starts it: what a shell puts behind itself ignores the signal, and hands that on."""


def test_ctrl_c_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HEARS],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdin.write(b'{"doc": "a", "text": "in 2022"}\n')
    process.stdin.flush()
    assert b'"value": "2022"' in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_a_progress_bar_is_drawn_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "toolkit", "check", str(CORPUS)]
    assert timeline("check", str(CORPUS)).stderr == ""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(words, stderr=theirs, stdout=subprocess.DEVNULL, cwd=ROOT)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # how a terminal on Linux says that its other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=30) == 0
    assert b"13/13" in shown


def test_help_and_dates_load_nothing_heavy() -> None:
    program = (
        "import sys; from toolkit.cli import main; main(['--help']); main(['dates', '--jsonl']); "
        "print([name for name in ('pandas', 'altair', 'rich', 'dateparser', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input="", capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_errors_are_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(options: argparse.Namespace) -> int:
        raise ValueError("first\n  second")

    monkeypatch.setattr("toolkit.commands.dates.dates", fails)
    assert main(["dates", "x"]) == 2
    assert capsys.readouterr().err == "timeline: first second\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert isinstance(parser(), argparse.ArgumentParser)
    assert cli.one_line(ValueError()) == "ValueError"
