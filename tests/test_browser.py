"""The report in a real browser without a network: marks are drawn, nothing leaves the page, nothing hostile runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.charts.stories import story
from toolkit.charts.embed import save
from toolkit.charts.timeline import chart
from toolkit.report.page import whole_page
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
    assert seen.count("figure.timeline-chart svg.marks") == 3
    assert seen.count(SYMBOLS) > 50


def test_no_request_leaves_the_page_and_nothing_is_complained_of(seen: Seen) -> None:
    assert [url for url in seen.requests if not url.startswith("data:")] == [seen.address]
    assert seen.complaints == []


def test_a_tooltip_shows_quote_source_and_reason(seen: Seen) -> None:
    seen.page.locator(SYMBOLS).nth(3).hover()
    terms = seen.page.locator(".timeline-tip-on dt").all_text_contents()
    assert {"Claim", "Quote", "Who says so", "Standing", "Outlet", "Published"} <= set(terms)
    seen.page.mouse.move(0, 0)


SIZES = [(320, 700), (390, 844), (768, 1024), (1024, 768), (1400, 900), (1920, 1080)]
UNFOLD = "document.querySelectorAll('details').forEach((part) => (part.open = true))"
ALIKE = 6
"""Of rows, claims, entries and marks that look the same in one place so many are looked at."""
THIN = f"""document.querySelectorAll('tr, li, path, text, option, .claim').forEach((part) => {{
  let before = part, alike = 0
  while ((before = before.previousElementSibling) && alike < {ALIKE})
    alike += before.tagName === part.tagName && before.getAttribute('class') === part.getAttribute('class')
  if (alike === {ALIKE}) part.classList.add('surplus')
}})
document.querySelectorAll('.surplus').forEach((part) => part.remove())"""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_wider_than_the_screen_with_everything_unfolded(
    browser: Browser, report: Summary, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(report.page.as_uri())
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "[...document.querySelectorAll('.scroll')].filter((part) => part.scrollWidth > part.clientWidth + 1).length"
    assert page.evaluate(wide) == 0
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_the_first_screen_tells_the_main_finding(
    browser: Browser, report: Summary, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(report.page.as_uri())
    finding = page.locator(".findings li").first
    box = finding.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < height
    assert "Dnipropetrovsk" in finding.inner_text()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_keeps_readers_out(browser: Browser, report: Summary, width: int, scheme: Any) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(report.page.as_uri())
    page.evaluate(UNFOLD)
    page.evaluate(THIN)
    page.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    page.close()


def shown(page: Page, selector: str) -> int:
    return sum(one.is_visible() for one in page.locator(selector).all())


def test_words_and_filters_choose_claims_and_everything_comes_back(seen: Seen) -> None:
    page = seen.page
    every = shown(page, ".claim")
    page.fill("#bar [name=words]", "Zaporizke")
    page.wait_for_function("() => document.body.classList.contains('filtered')")
    found = shown(page, ".claim")
    assert 0 < found < every
    assert page.locator("#found").inner_text().startswith(f"{found} of ")
    page.locator("#bar .more > summary").click()
    page.select_option("#bar [name=standing]", label="denied")
    narrower = shown(page, ".claim")
    assert 0 < narrower <= found
    assert page.locator("#chosen").inner_text().strip() == "(1)"
    page.locator("#bar [type=reset]").click()
    page.wait_for_function("() => !document.body.classList.contains('filtered')")
    assert shown(page, ".claim") == every
    page.locator("#bar .more > summary").click()


def test_what_is_chosen_is_told_to_the_charts(seen: Seen) -> None:
    page = seen.page
    page.evaluate(
        "document.addEventListener('timeline:filter', (event) => (window.told = event.detail.mentions))"
    )
    page.locator("#bar .more > summary").click()
    page.select_option("#bar [name=kind]", label="summit")
    told = page.evaluate("window.told")
    assert told == page.locator(".mention:not([hidden])").evaluate_all(
        "(all) => all.map((one) => one.dataset.m)"
    )
    page.locator("#bar [type=reset]").click()
    page.wait_for_function("() => window.told === null")
    page.locator("#bar .more > summary").click()


def test_claims_stand_in_the_order_that_is_asked_for(seen: Seen) -> None:
    page = seen.page
    field = "(all) => all.map((one) => one.dataset.%s)"
    for order, name in (("when", "when"), ("place", "place")):
        page.select_option("#bar [name=order]", order)
        values = page.locator(".claim").evaluate_all(field % name)
        known = [value for value in values if value]
        assert known == sorted(known)
        assert values[: len(known)] == known, "what is unknown stands last"
    page.select_option("#bar [name=order]", "rank")
    ranks = page.locator(".claim").evaluate_all(field % "rank")
    assert ranks == [str(number) for number in range(len(ranks))]


def test_a_heading_sorts_its_table(seen: Seen) -> None:
    page = seen.page
    table = page.locator("#outlets table").first
    head = table.locator("th", has_text="Mentions")
    head.locator("button").click()
    column = head.evaluate("(cell) => cell.cellIndex")
    cells = table.locator(f"tbody td:nth-child({column + 1})")
    rising = [int(text) for text in cells.all_inner_texts() if text]
    assert rising == sorted(rising)
    assert head.get_attribute("aria-sort") == "ascending"
    head.locator("button").click()
    assert [int(text) for text in cells.all_inner_texts() if text] == rising[::-1]


def test_a_quote_leads_to_its_passage_and_the_passage_back(seen: Seen) -> None:
    page = seen.page
    page.locator(".claim summary").first.click()
    quote = page.locator(".mention blockquote a").first
    words = quote.inner_text()
    quote.click()
    mark = page.locator(".article mark.here, .article .here mark, .article .here").first
    mark.wait_for(state="visible")
    assert words.startswith(mark.inner_text()[:20])
    live = page.locator(".mention .by a").first.get_attribute("href") or ""
    assert ":~:text=" in live
    page.locator(".article[open] .mark").first.click()
    assert page.locator(".mention.here").is_visible()


def test_an_address_with_a_claim_opens_it(browser: Browser, report: Summary) -> None:
    page = browser.new_page()
    page.goto(report.page.as_uri())
    name = page.locator(".claim").nth(3).get_attribute("id")
    page.goto(f"{report.page.as_uri()}#{name}")
    page.reload()
    assert page.locator(f"[id='{name}'] .mention").first.is_visible()
    page.close()


def test_the_keyboard_reaches_every_control_and_shows_where_it_is(browser: Browser, report: Summary) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(report.page.as_uri())
    page.locator("#bar [name=words]").focus()
    names = []
    for _ in range(4):
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
        names.append(page.evaluate("document.activeElement.name || document.activeElement.tagName"))
        page.keyboard.press("Tab")
    assert names == ["words", "SUMMARY", "order", "BUTTON"]
    page.close()


def test_a_phone_shows_cards_in_place_of_the_chart(browser: Browser, report: Summary) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(report.page.as_uri())
    assert shown(page, "#timeline figure") == 0
    card = page.locator(".claim").first
    card.locator("summary").tap()
    assert card.locator(".mention").first.is_visible()
    page.close()


def test_print_shows_what_is_folded_and_leaves_the_controls_out(browser: Browser, report: Summary) -> None:
    page = browser.new_page()
    page.goto(report.page.as_uri())
    page.emulate_media(media="print")
    assert not page.locator("#bar").is_visible()
    assert not page.locator(".contents").is_visible()
    page.close()


def test_a_large_page_is_packed_and_unpacks_itself(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.report.page.HEAVY", 10_000)
    monkeypatch.setattr("toolkit.report.page.SMALL", 100)
    cards = "".join(
        f"<details id='card-{number}'><summary>Card {number}</summary>ü</details>" for number in range(999)
    )
    body = f"<h1>Many</h1><h2>The cards</h2>{cards}<script>window.hacked=1</script>"
    body += "<h2>Method</h2><h3>Fragile dates</h3>"
    path = tmp_path / "large.html"
    path.write_text(whole_page("Many", body, []), encoding="utf-8")
    assert "Card 500" not in path.read_text(encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{path.as_uri()}#card-500")
    page.locator("#card-500.here").wait_for()
    assert page.locator("#card-500").get_attribute("open") is not None
    assert page.locator("details[id^='card-']").count() == 999
    assert page.evaluate("window.hacked") is None
    assert len(asked) == 1
    assert page.locator("nav.contents li li a").get_attribute("href") == "#fragile-dates"
    assert page.locator("h3#fragile-dates").is_visible()
    page.close()


def test_a_page_without_scripts_shows_still_pictures(browser: Browser, report: Summary) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.page.as_uri())
    assert page.locator("figure img[alt]").count() == 3
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
