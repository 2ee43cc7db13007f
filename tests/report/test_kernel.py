"""The kernel: paths with braces, and a kernel that dies."""

import os
import signal
from pathlib import Path

import nbformat
import pytest

from toolkit.report.kernel import execute
from toolkit.report.run import ReportError


def notebook(folder: Path, *cells: str) -> Path:
    folder.mkdir()
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, folder / "a.ipynb")
    return folder / "a.ipynb"


def run(folder: Path, *cells: str) -> nbformat.NotebookNode:
    return execute(notebook(folder, *cells), folder / "out.ipynb", {}, {}, lambda *_: None)


def test_a_path_with_braces_is_a_path(tmp_path: Path) -> None:
    run(tmp_path / "{x} {0", "1 + 1")
    assert (tmp_path / "{x} {0" / "out.ipynb").is_file()


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_a_kernel_that_dies_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="the process that runs the notebook ended") as error:
        run(tmp_path / "a", f"import os; os.kill(os.getpid(), {signal.SIGKILL:d})")
    assert "\n" not in str(error.value)
