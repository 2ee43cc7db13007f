"""Papermill on a kernel that is this very interpreter, whatever kernels the machine or the user has."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import Type, default

from toolkit.scale import stopped
from toolkit.scale.stopped import Stops
from toolkit.timeline.staging import own_folder

OBJECTS = (
    100_000  # that are made before the collector looks for what is left over: rows come by the ten thousand
)
SOCKET = 80  # characters that a folder for sockets may have; the system allows about 100 with their names


class OwnClient(AsyncKernelClient):
    """Ends a kernel that is stopped and not continued, for whose answer nbclient would wait without end."""

    stops: Stops | None = None

    async def is_alive(self) -> bool:
        provisioner = self.parent.provisioner if self.parent is not None else None
        self.stops = self.stops or Stops()
        if provisioner is not None and self.stops.too_long(provisioner.pid):
            await provisioner.kill()
            await provisioner.wait()
        return bool(await super().is_alive())


class OwnKernel(AsyncKernelManager):
    """Finds no kernel but the one of the running interpreter."""

    client_factory = Type(OwnClient)

    @default("kernel_spec_manager")
    def _own_specs(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[])

    async def start_kernel(self, **settings: Any) -> None:  # type: ignore[override]
        # A line of progress would leave its place in the notebook, where reading takes long.
        settings["env"] = {**(settings.get("env") or os.environ), "TIMELINE_PROGRESS": "0"}
        await super().start_kernel(**settings)


def execute(
    notebook: Path,
    target: Path,
    parameters: Mapping[str, Any],
    local: Mapping[str, Any],
    progress: Callable[[int, int, str], None],
) -> Any:
    """Run `notebook` in the folder of `target`, write it there without times, give it back.

    What is written shows `parameters` as they are given; `local` are the paths of this machine that it runs with.
    Raises ReportError with the one line that says what went wrong in the notebook.
    """
    from toolkit.charts.formats import without_addresses

    without_addresses()
    import nbformat
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    from toolkit.report.run import ReportError

    for name in ("papermill", "traitlets"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # a kernel that died is told in our own words
    total = len(nbformat.read(notebook, as_version=4).cells)  # type: ignore[no-untyped-call]

    def started(cell: Any, cell_index: int) -> None:
        progress(cell_index, total, cell.metadata.get("step", ""))

    with own_folder("timeline-kernel", tempfile.gettempdir()) as folder:
        private = str(folder)
        # Sockets in a private folder instead of open ports; nothing of the user's IPython profile is read
        # or written.
        config = Config()
        config.ConnectionFileMixin.connection_file = (
            f"{private}/kernel.json"  # not left where others keep theirs
        )
        if os.name == "posix" and len(private) < SOCKET:
            config.ConnectionFileMixin.transport = "ipc"
            config.ConnectionFileMixin.ip = f"{private}/k"
        try:
            done = papermill.execute_notebook(
                _unformatted(notebook),
                _unformatted(target),
                parameters={**parameters, **local},
                kernel_name="python3",
                progress_bar=False,
                request_save_on_cell_execute=False,
                kernel_manager_class=OwnKernel,
                config=config,
                extra_arguments=[
                    f"--ipython-dir={private}",
                    f"--IPKernelApp.exec_lines=__import__('gc').set_threshold({OBJECTS})",
                ],
                resources={"metadata": {"path": str(target.parent)}},
                record_timing=False,
                shutdown_kernel="immediate",  # all is written; a polite end only takes time and may complain
                on_cell_start=started,
            )
        except PapermillExecutionError as error:
            reason = error.evalue.strip().splitlines()[0] if error.evalue.strip() else error.ename
            known = error.ename.endswith("Error") and error.ename in (
                "ValueError",
                "CorpusError",
                "TableError",
            )
            raise ReportError(reason if known else f"the notebook failed: {error.ename}: {reason}") from None
        except (RuntimeError, TimeoutError) as error:  # so nbclient and jupyter_client say that it died
            told = str(error).strip().partition("\n")[0]
            raise ReportError(
                f"the process that runs the notebook ended ({told}): it was killed, was stopped for "
                f"{stopped.STOPPED:g} seconds, or there was too little memory; run the report again, "
                "or on fewer articles"
            ) from None
    _settle(done, parameters)
    nbformat.write(done, target)  # type: ignore[no-untyped-call]
    return done


def _unformatted(path: Path) -> str:
    """A path as papermill takes it, which fills in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _settle(notebook: Any, parameters: Mapping[str, Any]) -> None:
    """Take out what differs from run to run or place to place: the same corpus gives the same bytes."""
    from papermill.translators import PythonTranslator

    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        tags = cell.metadata.get("tags", [])
        if "injected-parameters" in tags:
            cell["id"] = f"injected-{number}"
            cell["source"] = PythonTranslator.codify(dict(parameters), "Parameters")
        elif "parameters" in tags:  # the template's own corpus lies beside the template, not beside this
            cell["source"] = re.sub(r'^corpus = ".*?"', 'corpus = ""', cell["source"], flags=re.MULTILINE)
