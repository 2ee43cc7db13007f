"""`timeline report`: the report notebook, run and written out, for one corpus or for several."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.commands import DONE, PARTLY
from toolkit.commands.each import folders
from toolkit.commands.nearest import did_you_mean
from toolkit.commands.terminal import failures, plain, progress
from toolkit.report.parameters import PARAMETERS, SETTABLE, TYPES

if TYPE_CHECKING:
    from toolkit.report.run import Summary
    from toolkit.report.several import Order

ONE = {"copies": "copy"}


def report(options: argparse.Namespace) -> int:
    """Run the reports that are asked for; quarantined files go to standard error.

    One that fails does not keep the others from being made.
    """
    from toolkit.report.several import INDEX, batch, index, orders

    names = [name for name, _ in options.parameters]
    if other := next((name for name in names if name not in SETTABLE), ""):
        near = did_you_mean(other, SETTABLE) or f"; known are {', '.join(SETTABLE)}"
        raise ValueError(f"report: the parameter {other!r} is not known{near}")
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"report: the parameter {twice[0]} is set twice; give each once")
    if bool(options.corpora) == bool(options.batch):
        raise ValueError("report: name a corpus or several, or a file of them with --batch")
    switches = {name: True for name in ("follow_links", "pdf", "embed") if getattr(options, name)}
    parameters = dict(options.parameters) | switches
    parameters |= {"columns": options.columns} if options.columns else {}
    if options.batch:
        asked = batch(options.batch, options.out, parameters)
    else:
        corpora = list(map(str, folders(options.corpora))) if options.apart else options.corpora
        asked = orders(corpora, options.out, parameters)
    if len(asked) == 1:
        return failures(one(asked[0]).failures)
    made, status = [], DONE
    for order in asked:
        try:
            summary = one(order)
        except (ValueError, OSError) as error:
            told = str(error)
            failures([told if told.startswith(order.corpus) else f"{order.corpus}: {told}"])
            status = PARTLY
            continue
        made.append(summary)
        status = max(status, failures(summary.failures))
    if made:
        print(plain(f"{len(made)} reports; the list is {index(made, Path(made[0].out).parent / INDEX)}"))
    return status


def one(order: Order) -> Summary:
    """Make one report and print what came of it."""
    from toolkit.outputs import refuse_corpus
    from toolkit.report.run import run_report

    refuse_corpus(order.corpus, order.out)
    with progress() as bar:
        summary = run_report(order.corpus, order.out, order.parameters, bar)
    told = ", ".join(
        f"{number} {ONE.get(name, name.removesuffix('s')) if number == 1 else name}"
        for name, number in summary.counts.items()
    )
    print(plain(f"{told}; the page is {summary.page}"))
    return summary


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
