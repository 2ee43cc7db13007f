"""The kernel: paths with braces, and a kernel that dies."""

import os
import signal
import tempfile
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


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="the system can't say who is stopped")
def test_a_kernel_that_is_stopped_is_ended_and_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("toolkit.scale.stopped.STOPPED", 0.5)
    stop = f"os.kill(os.getpid(), {signal.SIGSTOP:d})"
    with pytest.raises(ReportError, match="was stopped for") as error:
        run(tmp_path / "a", "import os; open('pid', 'w').write(str(os.getpid()))", stop)
    assert "\n" not in str(error.value)
    assert capfd.readouterr().err == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "a" / "pid").read_text()), 0)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_a_kernel_that_goes_on_is_waited_for(tmp_path: Path) -> None:
    on = f"sleep 3; kill -{signal.SIGCONT:d}"
    later = f"import os, subprocess; subprocess.Popen(['sh', '-c', f'{on} {{os.getpid()}}'])"
    done = run(tmp_path / "a", later, f"os.kill(os.getpid(), {signal.SIGSTOP:d})", "1 + 1")
    assert done.cells[2].outputs[0]["data"]["text/plain"] == "2"


def test_all_that_a_kernel_needs_is_in_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    look = "import pathlib; print(*(p.name for p in pathlib.Path({!r}).iterdir()))"
    done = run(tmp_path / "a", look.format(str(tmp_path / "tmp")))
    (output,) = done.cells[0].outputs
    (only,) = output["text"].split()  # a killed run leaves this, and the next one sweeps it
    assert only.startswith(".timeline-kernel.")
    assert not list((tmp_path / "tmp").iterdir())
