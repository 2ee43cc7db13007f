"""`--each`: a command for every folder in a folder, each a corpus of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from toolkit.commands import DONE, PARTLY
from toolkit.commands.terminal import plain


def each(options: argparse.Namespace, run: Callable[[argparse.Namespace], int]) -> int:
    """Run a command for each folder in the corpus folder, by name; the worst of their statuses.

    Raises ValueError where there is no folder in it.
    """
    out = getattr(options, "out", None)
    worst = DONE
    for folder in folders([options.corpus]):
        own = {**vars(options), "corpus": str(folder), "each": False}
        if out:
            own["out"] = str(Path(out) / folder.name)
        print(f"{plain(folder.name)}:", flush=True)
        try:
            worst = max(worst, run(argparse.Namespace(**own)))
        except ValueError as error:
            print(plain(f"timeline: {' '.join(str(error).split())}"), file=sys.stderr)
            worst = PARTLY
    return worst


def folders(corpora: Sequence[str]) -> list[Path]:
    """The folders in each of `corpora`, by name, which are corpora of their own.

    Raises ValueError where there is none.
    """
    from toolkit.corpus.folder import subfolders

    found = [folder for corpus in corpora if Path(corpus).is_dir() for folder in subfolders(Path(corpus))]
    if not found:
        raise ValueError(f"{corpora[0]}: holds no folder that could be a corpus of its own; leave out --each")
    return found
