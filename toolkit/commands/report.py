"""`timeline report`: the report notebook, run and written out."""

from __future__ import annotations

import argparse
from pathlib import Path

from toolkit.commands.terminal import failures, plain, progress


def report(options: argparse.Namespace) -> int:
    """Run the report; quarantined files go to standard error."""
    from toolkit.outputs import refuse_corpus
    from toolkit.report.run import run_report

    if options.out:
        refuse_corpus(options.corpus, options.out)
    names = [name for name, _ in options.parameters]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"report: the parameter {twice[0]} is set twice; give each once")
    parameters = dict(options.parameters) | ({"follow_links": True} if options.follow_links else {})
    parameters |= {"columns": options.columns} if options.columns else {}
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
