"""The last step of the report notebook: what stands beside the page, and the numbers of the run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.report.heading import Built, Opening, basis
from toolkit.report.run import COUNTS

PDF, EMBED, SHARE = "report.pdf", "embed.html", "share.png"


def finish(
    result: Built,
    charts: Mapping[str, Any],
    out: str | Path,
    first: Opening,
    doubted: pd.DataFrame | None = None,
    pdf: bool = False,
    embed: bool = False,
) -> None:
    """Save what goes with the page into `out`, and display what `run_report` reads.

    `first` is the `opening` that the page has. Each of `charts` becomes `<name>.svg` and `.png`, the first one
    `embed.html` too, if asked for: a page with nothing else, for a frame in an article. The picture for social media is
    `share.png`; with `pdf` the brief is `report.pdf`.
    """
    from IPython.display import display

    from toolkit.charts.embed import save
    from toolkit.report.brief import brief
    from toolkit.report.share import share

    folder = Path(out)
    specs = {name: chart.to_dict(validate=False) for name, chart in charts.items()}  # once, as it costs
    for name, chart in specs.items():
        for suffix in ("svg", "png"):
            save(chart, folder / f"{name}.{suffix}")
    if embed:
        save(next(iter(specs.values())), folder / EMBED)
    share(folder / SHARE, first.title, first.lead, basis(result))
    if pdf:
        brief(result, folder / PDF, first, doubted)
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
    told = {
        "counts": counts,
        "failures": [str(one) for one in result.quarantine],
        "title": first.title,
        "lead": first.lead,
    }
    display({COUNTS: told}, raw=True)  # type: ignore[no-untyped-call]
