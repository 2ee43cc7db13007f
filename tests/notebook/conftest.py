from pathlib import Path

import pytest

import toolkit as tk
from tests.notebook.story import folder, hostile


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tk.Result:
    """The story, for tests that write nothing."""
    return tk.build(folder(tmp_path_factory.mktemp("notebook") / "story"), parser="light")


@pytest.fixture(scope="session")
def hostile_result(tmp_path_factory: pytest.TempPathFactory) -> tk.Result:
    return tk.build(hostile(folder(tmp_path_factory.mktemp("notebook") / "hostile")), parser="light")


@pytest.fixture
def own(built: tk.Result, tmp_path: Path) -> tk.Result:
    """The story in a folder of its own, to be corrected."""
    return tk.build(folder(tmp_path / "story"), parser="light")
