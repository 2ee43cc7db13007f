"""`timeline seal` and `timeline verify`: an edition in one file, and whether it still gives what it gave."""

from __future__ import annotations

import argparse

from toolkit.commands import DONE, PARTLY
from toolkit.commands.terminal import as_json, count, failures, plain, progress


def seal(options: argparse.Namespace) -> int:
    """Write a sealed edition of a corpus."""
    from toolkit.sealing.seal import SETTABLE
    from toolkit.sealing.seal import seal as sealed

    arguments = {name: getattr(options, name) for name in SETTABLE}
    with progress() as bar:
        done = sealed(options.corpus, options.out, arguments, bar, options.follow_links)
    numbers = ", ".join(
        count(done.counts[name], name.removesuffix("s")) for name in ("articles", "mentions", "claims")
    )
    print(plain(f"{numbers}, sealed in {done.file}"))
    print(f"SHA-256 {done.sha256}")
    return failures(done.failures)


def verify(options: argparse.Namespace) -> int:
    """Check a sealed edition; what differs goes to standard error."""
    from dataclasses import asdict

    from toolkit.sealing.verify import verify as verified

    with progress() as bar:
        verdict = verified(options.file, not options.files_only, bar)
    if options.json:
        as_json(asdict(verdict) | {"same": verdict.same})
        return DONE if verdict.same else PARTLY
    print(plain(f"{verdict.name}: SHA-256 {verdict.sha256}"))
    for note in verdict.notes:
        print(plain(note))
    if verdict.same:
        files = f"all {count(verdict.files, 'file')} are as they were sealed"
        print(f"{files}, and give the same {count(verdict.tables, 'table')}" if verdict.rebuilt else files)
    else:
        number = len(verdict.differences)
        print(f"not as it was sealed: {count(number, 'file')} differ{'s' * (number == 1)}")
    return failures(verdict.differences)
