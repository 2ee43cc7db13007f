"""Run the report notebook on a corpus and leave a folder that can be opened, read and checked offline.

The notebook runs with papermill in a folder of its own beside the target. Only when all of it is there and
well does that folder take the place of the target: a run that fails or is stopped leaves the old results as
they were.
"""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from toolkit.report.news import edition
from toolkit.report.parameters import SETTABLE, ParameterError, check_parameters
from toolkit.timeline.files import sha256, write_text
from toolkit.timeline.manifest import MANIFEST, manifest_last
from toolkit.timeline.swap import publishing

__all__ = ["ParameterError", "ReportError", "Summary", "run_report"]

HERE = Path(__file__).resolve().parent
NOTEBOOK = HERE / "report.ipynb"  # so that it comes with the package; notebooks/ has the same to work on
PAGE, EXECUTED = "report.html", "report.ipynb"
COUNTS = "application/vnd.timeline.counts+json"
# Beside those that have a say in the tables.
PACKAGES = ("altair", "ipykernel", "nbconvert", "papermill", "vl-convert-python")
Progress = Callable[[int, int, str], None]


class ReportError(ValueError):
    """The report could not be made; the message is one line with the cause."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run left: the folder, the page, the names of the files, numbers, what could not be used, and what the
    page says first."""

    out: Path
    page: Path
    files: tuple[str, ...]
    counts: Mapping[str, int]
    failures: tuple[str, ...]
    title: str = ""
    lead: str = ""


def run_report(
    corpus: str | Path,
    out: str | Path | None = None,
    parameters: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Make the report of a corpus in `out` (`outputs/<name of the corpus>` if not given).

    `parameters` are those of `SETTABLE`; a value may be of its type or the word of a command line.
    `progress` is called with steps done, steps in all and what is being done.

    Raises
    ------
    ParameterError
        For an unknown parameter or a value that does not fit, before anything is run.
    ReportError
        When there is no such corpus, or the notebook fails; the old results are then untouched.
    """
    if other := [name for name in parameters or {} if name not in SETTABLE]:
        raise ParameterError(
            f"parameter {other[0]!r} is not known; known are {', '.join(SETTABLE)} "
            "(corpus and out are given as CORPUS and --out)"
        )
    given = check_parameters(
        {**(parameters or {}), "corpus": corpus, **({} if out is None else {"out": out})}
    )
    source = Path(given["corpus"]).resolve()
    if not source.exists():
        raise ReportError(f"{corpus}: no such folder or file; name the folder that holds the articles")
    name = source.name if source.is_dir() else source.stem
    target = Path(given.get("out") or Path("outputs") / name).resolve()
    if target.exists() and not target.is_dir():
        raise ReportError(f"{target}: is a file; name a folder for the results")
    with _ended_in_order(), publishing(target) as staging:
        # What is kept names the corpus and no folder of this machine: the same corpus, the same bytes.
        values = given | {"corpus": source.name, "out": "."}
        values |= {"themes": [Path(each).name for each in themes]} if (themes := given.get("themes")) else {}
        values |= {"previous": Path(earlier).name} if (earlier := given.get("previous")) else {}
        local = {
            "corpus": str(source),
            "themes": [_whole_path(each) for each in themes or ()],
            "previous": str(Path(earlier).resolve()) if earlier else str(target) if edition(target) else "",
        }
        notebook = _execute(staging, values, local, progress or (lambda *_: None))
        told = _told(notebook)
        write_text(staging / PAGE, _page(notebook, told["title"]))
        _manifest(staging, values)
        files = tuple(manifest_last(staging))
    failures = tuple(told["failures"])
    return Summary(target, target / PAGE, files, dict(told["counts"]), failures, told["title"], told["lead"])


def _warm() -> None:
    """Load what the page needs while the kernel works on the other core."""
    import nbconvert.exporters  # noqa: F401


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let SIGTERM clean up as Ctrl-C does, then end the process as it would have done at once.

    Only where nobody else handles it, and for no longer than the run.
    """

    asked = False

    def end(*_: object) -> None:
        nonlocal asked
        asked = True
        raise SystemExit(128 + signal.SIGTERM)

    ours = (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    )
    if not ours:
        yield
        return
    signal.signal(signal.SIGTERM, end)
    try:
        yield
    except BaseException:  # the code that was interrupted may put its own exception around ours
        if not asked:
            raise
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if asked:
        os.kill(os.getpid(), signal.SIGTERM)


def _whole_path(theme: str) -> str:
    """A theme's file with its folder, as the notebook runs in another; a shipped one by its name."""
    return str(Path(theme).resolve()) if theme.endswith(".toml") else theme


def _execute(staging: Path, values: Mapping[str, Any], local: Mapping[str, Any], progress: Progress) -> Any:
    from toolkit.report.kernel import execute

    ready = threading.Thread(target=_warm, daemon=True)

    def step(done: int, total: int, what: str) -> None:
        if done == 0:
            ready.start()
        progress(done, total, what)

    notebook = execute(NOTEBOOK, staging / EXECUTED, values, local, step)
    ready.join()
    return notebook


def _told(notebook: Any) -> Mapping[str, Any]:
    """The numbers, what could not be used, and the first words, which the notebook's last cell hands over."""
    for cell in reversed(notebook.cells):
        for output in cell.get("outputs", []):
            if COUNTS in output.get("data", {}):
                told: Mapping[str, Any] = output["data"][COUNTS]
                return told
    raise ReportError(f"{NOTEBOOK}: its last cell must call toolkit.report.finish.finish")


def _page(notebook: Any, title: str) -> str:
    from nbconvert.exporters import HTMLExporter, TemplateExporter
    from traitlets.config import Config

    from toolkit.charts.embed import AS_WRITTEN
    from toolkit.report.page import whole_page

    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        config=Config(),
        template_name="template",
        extra_template_basedirs=[str(HERE / "html")],
        exclude_anchor_links=True,
    )
    # Past HTMLExporter's own method, which parses the finished page and writes it anew.
    body, _ = TemplateExporter.from_notebook_node(exporter, notebook)
    body = body.replace(f' class="{AS_WRITTEN}"', "")  # only a notebook looks for mathematics
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    shown = (output.get("data", {}).get("text/html", "") for output in outputs)
    return whole_page(title, body, shown)


def _manifest(staging: Path, values: Mapping[str, Any]) -> None:
    """Complete the manifest that the tables came with: every parameter, every package, every file."""
    run = json.loads((staging / MANIFEST).read_text(encoding="utf-8"))
    run["parameters"] = {**run["parameters"], **values}
    run["versions"] |= {name: version(name) for name in PACKAGES}
    files = sorted(path for path in staging.iterdir() if path.name != MANIFEST)
    run["outputs"] = {path.name: sha256(path) for path in files}
    write_text(staging / MANIFEST, json.dumps(run, indent=2, ensure_ascii=False, sort_keys=True) + "\n")
