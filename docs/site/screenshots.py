"""Make the pictures of record: page, phone, map and notebook of the shipped corpus, by headless Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "corpus" / "dnipropetrovsk-2025"
PAGES = {"page.png": (1280, 1500, "h1"), "phone.png": (390, 844, "h1"), "map.png": (1280, 700, "#map")}
"""Picture -> width, height, and what it begins with."""
CELLS = ['import toolkit as tk\nview = tk.explore(tk.build("dnipropetrovsk-2025"))\nview']


def pages(browser: object, page: Path, target: Path) -> None:
    """The report on a desk and on a phone, and its map."""
    for name, (width, height, start) in PAGES.items():
        view = browser.new_page(viewport={"width": width, "height": height})  # type: ignore[attr-defined]
        view.goto(page.as_uri())
        view.wait_for_timeout(3000)  # a phone draws no chart, so there is none to wait for
        view.locator(start).first.evaluate(
            "(part) => window.scrollTo(0, part.getBoundingClientRect().top - 30)"
        )
        view.screenshot(path=target / name)
        view.close()
        print(name)


def notebook(browser: object, target: Path) -> None:
    """The view of `tk.explore` in JupyterLab, with a passage chosen."""
    from tests.notebook.lab import TOKEN, served, write_notebook

    with tempfile.TemporaryDirectory() as files, tempfile.TemporaryDirectory() as state:
        shutil.copytree(SHIPPED, Path(files) / SHIPPED.name)
        write_notebook(Path(files) / "story.ipynb", CELLS)
        with served(Path(files), Path(state)) as address:
            view = browser.new_page(viewport={"width": 1400, "height": 900})  # type: ignore[attr-defined]
            view.set_default_timeout(90_000)
            view.goto(f"{address}/lab/tree/story.ipynb?token={TOKEN}")
            view.get_by_text("| Idle").wait_for()
            view.locator(".jp-Notebook .jp-CodeCell .jp-InputArea").first.click()
            view.keyboard.press("Shift+Enter")
            view.locator(".te-view figure[data-state='drawn']").wait_for()
            view.locator(".te-view tbody tr[data-id]").first.click()
            view.locator(".te-view").scroll_into_view_if_needed()
            view.wait_for_timeout(2000)
            view.screenshot(path=target / "notebook.png")
            print("notebook.png")


def main(target: Path) -> None:
    """Write the pictures into the folder `target`."""
    from playwright.sync_api import sync_playwright

    from tests.test_browser import CHROMIUM, OPTIONS
    from toolkit.report.run import run_report

    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = run_report(SHIPPED, Path(folder) / "out")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        pages(browser, report.page, target)
        notebook(browser, target)
        browser.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
