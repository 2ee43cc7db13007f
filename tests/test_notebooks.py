"""The notebooks: stripped, of one kernel, with the parameters that the runner knows, and they run to their end."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.notebook.story import folder
from toolkit.report.kernel import OwnKernel
from toolkit.report.parameters import PARAMETERS
from toolkit.report.run import NOTEBOOK

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_both_are_there() -> None:
    assert [path.name for path in NOTEBOOKS] == ["explore.ipynb", "report.ipynb"]


def test_the_package_carries_the_notebook_of_the_report() -> None:
    ours = FOLDER / "report.ipynb"
    assert NOTEBOOK.read_bytes() == ours.read_bytes(), f"cp {ours} {NOTEBOOK}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_valid_and_stripped(path: Path) -> None:
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert notebook.metadata["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
            ast.parse(cell.source)


def test_the_report_has_the_parameters_that_the_runner_knows() -> None:
    first = nbformat.read(NOTEBOOK, as_version=4).cells[0]
    assert first.metadata["tags"] == ["parameters"]
    names = {target.id for line in ast.parse(first.source).body for target in line.targets}  # type: ignore[attr-defined]
    assert names == set(PARAMETERS)
    defaults: dict[str, object] = {}
    exec(first.source, defaults)
    for name, parameter in PARAMETERS.items():
        assert name == "corpus" or defaults[name] == parameter.default, name


def test_explore_runs_from_top_to_bottom(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus" / "dnipropetrovsk-2025"
    shutil.copytree(FOLDER.parent / "corpus" / "dnipropetrovsk-2025", corpus)
    before = sorted(corpus.rglob("*"))
    (tmp_path / "notebooks").mkdir()
    notebook = nbformat.read(FOLDER / "explore.ipynb", as_version=4)
    NotebookClient(
        notebook,
        kernel_name="python3",
        kernel_manager_class=OwnKernel,
        extra_arguments=[f"--ipython-dir={tmp_path}"],
        resources={"metadata": {"path": str(tmp_path / "notebooks")}},
        timeout=120,
    ).execute()
    outputs = {cell["id"]: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}
    for name in ("chart", "ledger-chart"):
        assert 'class="timeline-chart"' in outputs[name][-1]["data"]["text/html"], name
    for name in (
        "look",
        "own-explore",
    ):  # no widget runs here: a still chart, and no state of a widget in the file
        assert set(outputs[name][-1]["data"]) == {"text/plain", "text/html"}
        assert 'src="data:image/svg+xml;base64,' in outputs[name][-1]["data"]["text/html"], name
    assert "widgets" not in notebook.metadata
    for name in ("load", "article", "date", "explain", "follow", "disagree", "correct"):
        assert 'class="timeline-form' in outputs[name][-1]["data"]["text/html"], name
    assert "Ankara" not in outputs["undo"][-1]["data"]["text/html"]
    assert "timeline.ics" in outputs["export"][0]["text"]
    assert not any(one.get("name") == "stderr" for found in outputs.values() for one in found)
    assert list((tmp_path / "notebooks").iterdir()) == []
    assert sorted(corpus.rglob("*")) == before


def test_papermill_alone_makes_a_report_from_any_folder(tmp_path: Path) -> None:
    story = folder(tmp_path / "story")
    command = [sys.executable, "-m", "papermill", str(NOTEBOOK), "out.ipynb", "-p", "corpus", str(story)]
    run = subprocess.run(
        [*command, "-p", "parser", "light", "--no-progress-bar"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(FOLDER.parent)},
    )
    assert run.returncode == 0, run.stderr
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    shown = [one for cell in cells if cell.cell_type == "code" for one in cell.outputs]
    assert sum('class="timeline-chart"' in one.get("data", {}).get("text/html", "") for one in shown) == 3
    assert {path.name for path in tmp_path.iterdir()} == {"story", "out.ipynb"}
