"""The last step of the report notebook: charts as pictures beside the tables, and the numbers of the run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit.report.heading import Built
from toolkit.report.run import COUNTS


def finish(result: Built, charts: Mapping[str, Any], out: str | Path) -> None:
    """Save each of `charts` as `<name>.svg` and `.png` in `out`, and display what `run_report` reads."""
    from IPython.display import display

    from toolkit.charts.embed import save

    for name, chart in charts.items():
        for suffix in ("svg", "png"):
            save(chart, Path(out) / f"{name}.{suffix}")
    counts = {
        "articles": len(result.articles),
        "mentions": len(result.events),
        "claims": len(result.ledger),
        "conflicts": len(result.conflicts),
        "copies": len(result.copies),
        "gaps": len(result.gaps),
        "unresolved": len(result.unresolved),
        "quarantined": len(result.quarantine),
    }
    told = {"counts": counts, "failures": [str(one) for one in result.quarantine]}
    display({COUNTS: told}, raw=True)  # type: ignore[no-untyped-call]
