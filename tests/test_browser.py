"""The report in a real browser without a network: marks are drawn, nothing leaves the page, nothing hostile runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.charts.stories import story
from toolkit.charts.embed import save
from toolkit.charts.timeline import chart
from toolkit.report.run import Summary

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SYMBOLS = "svg.marks g.mark-symbol path[aria-roledescription='point']"

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed; the report was not opened in it"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


class Seen:
    """A page that was opened, with everything that it asked for and complained of."""

    def __init__(self, browser: Browser, report: Summary, width: int = 1400) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.address = report.page.as_uri()
        self.page: Page = browser.new_page(viewport={"width": width, "height": 900})
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(self.address)
        self.page.wait_for_function(
            "[...document.querySelectorAll('figure')].every((figure) => figure.dataset.state === 'drawn')"
        )

    def count(self, selector: str) -> int:
        return self.page.locator(selector).count()

    def evaluate(self, code: str) -> Any:
        return self.page.evaluate(code)


@pytest.fixture(scope="module")
def seen(browser: Browser, report: Summary) -> Seen:
    return Seen(browser, report)


def test_marks_are_drawn(seen: Seen) -> None:
    assert seen.count("figure.timeline-chart svg.marks") == 2
    assert seen.count(SYMBOLS) > 50


def test_no_request_leaves_the_page_and_nothing_is_complained_of(seen: Seen) -> None:
    assert [url for url in seen.requests if not url.startswith("data:")] == [seen.address]
    assert seen.complaints == []


def test_a_tooltip_shows_quote_source_and_reason(seen: Seen) -> None:
    seen.page.locator(SYMBOLS).nth(3).hover()
    terms = seen.page.locator(".timeline-tip-on dt").all_text_contents()
    assert {"Claim", "Quote", "Who says so", "Standing", "Outlet", "Published"} <= set(terms)
    seen.page.mouse.move(0, 0)


@pytest.mark.parametrize("width", [800, 1400])
def test_the_page_does_not_overflow(browser: Browser, report: Summary, width: int) -> None:
    seen = Seen(browser, report, width)
    assert seen.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    for figure in seen.page.locator("figure").all():
        assert figure.evaluate("(figure) => figure.scrollWidth - figure.clientWidth") <= 0
    seen.page.close()


def test_a_page_without_scripts_shows_still_pictures(browser: Browser, report: Summary) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.page.as_uri())
    assert page.locator("figure img[alt]").count() == 2
    assert page.locator("table").count() > 2
    context.close()


def test_hostile_text_is_only_shown(browser: Browser, hostile_report: Summary) -> None:
    seen = Seen(browser, hostile_report)
    assert seen.evaluate("window.hacked") is None
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith("data:")] == [seen.address]
    shown = []
    for symbol in seen.page.locator(SYMBOLS).all()[:3]:
        symbol.hover()
        shown += seen.page.locator(".timeline-tip-on dd").all_text_contents()
    assert any("<script>window.hacked=1</script>" in text for text in shown)
    assert seen.evaluate("window.hacked") is None
    assert "<script>window.hacked=1</script>" in seen.page.locator("h1").text_content()
    seen.page.close()


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Auckland"])
def test_a_saved_chart_shows_the_same_civil_days_in_every_zone(
    browser: Browser, tmp_path: Path, zone: str
) -> None:
    path = save(chart(story(), since="2025-06-01", until="2025-06-30"), tmp_path / "chart.html")
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector("figure[data-state='drawn']")
    assert [url for url in requests if not url.startswith("data:")] == [path.as_uri()]
    # Where the symbol of 8 June stands between the grid lines of the window: noon of the eighth of thirty days.
    plot = page.locator("svg.marks .lines_group > g > path.background").first.bounding_box()
    symbol = (
        page.locator(SYMBOLS).filter(has=page.locator("xpath=self::*[contains(@aria-label, 'mayor')]")).first
    )
    box = symbol.bounding_box()
    assert plot is not None
    assert box is not None
    share = (box["x"] + box["width"] / 2 - plot["x"]) / plot["width"]
    assert share == pytest.approx(7.5 / 30, abs=0.004)
    context.close()
