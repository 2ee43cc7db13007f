"""`timeline report`: the report notebook, run and written out."""

from __future__ import annotations

import argparse
from pathlib import Path

from toolkit.commands.nearest import did_you_mean
from toolkit.commands.terminal import failures, plain, progress
from toolkit.report.parameters import PARAMETERS, SETTABLE, TYPES


def report(options: argparse.Namespace) -> int:
    """Run the report; quarantined files go to standard error."""
    from toolkit.outputs import refuse_corpus
    from toolkit.report.run import run_report

    if options.out:
        refuse_corpus(options.corpus, options.out)
    names = [name for name, _ in options.parameters]
    if other := next((name for name in names if name not in SETTABLE), ""):
        near = did_you_mean(other, SETTABLE) or f"; known are {', '.join(SETTABLE)}"
        raise ValueError(f"report: the parameter {other!r} is not known{near}")
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"report: the parameter {twice[0]} is set twice; give each once")
    parameters = dict(options.parameters) | ({"follow_links": True} if options.follow_links else {})
    with progress() as bar:
        try:
            summary = run_report(options.corpus, options.out, parameters, bar)
        except OSError as error:
            # The run stands beside the folder until it is whole; nobody knows of its temporary name.
            out = Path(options.out or "outputs")
            if error.filename and Path(error.filename).name.startswith(f".{out.name}."):
                error.filename, error.filename2 = str(out), None
            raise
    told = ", ".join(
        f"{number} {name.removesuffix('s') if number == 1 else name}"
        for name, number in summary.counts.items()
    )
    print(plain(f"{told}; the page is {summary.page}"))
    return failures(summary.failures)


def parameters() -> str:
    """The parameters that `-p NAME VALUE` sets, a line each: name, what is written for it, meaning and default."""
    rows = []
    for name in SETTABLE:
        each = PARAMETERS[name]
        default = "" if each.default == [] else {True: "yes", False: "no"}.get(each.default, each.default)
        told = "" if default == "" else f" (default: {default})"
        rows.append((name, TYPES.get(each.read, "TEXT"), each.meaning, told))
    first, second = (max(len(row[place]) for row in rows) for place in (0, 1))
    lines = [f"  {name:<{first}}  {kind:<{second}}  {told}{default}" for name, kind, told, default in rows]
    return "\n".join(["timeline report CORPUS -p NAME VALUE ..., where NAME and VALUE are", *lines])
