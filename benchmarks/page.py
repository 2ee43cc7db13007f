"""Print what the page of a report costs in processor time once its tables are made, cell by cell.

    python benchmarks/page.py [--articles N] [--median N] [--parser light]

The articles are those of generated.py. The cells are those of the report's notebook, run here one after the other
without a kernel; what reads the corpus is not counted. Cells under a third of a second are summed up.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import generated

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
import toolkit as tk  # noqa: E402

BUILDS = "tk.build("
"""What the cell has that makes the tables."""
NAMED = 0.33


def tables(count: int, median: int, parser: str) -> tuple[Any, Any]:
    """The result of a build of generated articles, and the audit of their days."""
    with tempfile.TemporaryDirectory() as folder:
        generated.write(count, Path(folder), median)
        result = tk.build(folder, parser=parser)
        return result, tk.audit(result.corpus, None, thorough=False)


def cells() -> Iterator[str]:
    """The code of the notebook, cell by cell, without what makes the tables."""
    notebook = json.loads((ROOT / "notebooks" / "report.ipynb").read_text(encoding="utf-8"))
    sources = ("".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code")
    return (source for source in sources if BUILDS not in source)


def run(source: str, shell: Any) -> float:
    """Run a cell and display what it gives; the seconds of the processor."""
    from IPython.utils.capture import capture_output

    start = time.process_time()
    with capture_output():
        shell.run_cell(source).raise_error()
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    from IPython.core.interactiveshell import InteractiveShell

    from toolkit.report.kernel import OBJECTS

    gc.set_threshold(OBJECTS)  # as in the kernel of a report
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--median", type=int, default=generated.MEDIAN)
    parser.add_argument("--parser", default="light")
    options = parser.parse_args()
    result, audit = tables(options.articles, options.median, options.parser)
    print(
        f"{len(result.articles)} articles, {len(result.events)} mentions, {len(result.ledger)} claims; "
        f"load {os.getloadavg()[0]:.1f}"
    )
    whole = 0.0
    with tempfile.TemporaryDirectory() as out:
        shell: Any = InteractiveShell.instance()
        shell.user_ns |= {"tk": tk, "result": result, "audit": audit}
        for source in cells():
            seconds = run(source, shell)
            shell.user_ns["out"] = out  # after the cell of the parameters, which names none
            whole += seconds
            if seconds >= NAMED:
                print(f"{seconds:7.1f} s  {source.strip().splitlines()[-1].strip()[:70]}")
    print(f"{whole:7.1f} s  the page in all")


if __name__ == "__main__":
    main()
