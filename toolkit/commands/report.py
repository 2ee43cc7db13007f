"""`timeline report`: the report notebook, run and written out."""

from __future__ import annotations

import argparse

from toolkit.commands.terminal import failures, plain, progress


def report(options: argparse.Namespace) -> int:
    """Run the report; quarantined files go to standard error."""
    from toolkit.report.run import run_report

    names = [name for name, _ in options.parameters]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"report: the parameter {twice[0]} is set twice; give each once")
    with progress() as bar:
        summary = run_report(options.corpus, options.out, dict(options.parameters), bar)
    told = ", ".join(f"{number} {name}" for name, number in summary.counts.items())
    print(plain(f"{told}; the page is {summary.page}"))
    return failures(summary.failures)
