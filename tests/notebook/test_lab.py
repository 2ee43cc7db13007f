"""The view in a real JupyterLab: rows, marks and passages lead to each other, and what is chosen comes back to a cell.

One server and one page serve all tests, in their order; each begins without filters.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.notebook.lab import TOKEN, served, write_notebook
from tests.notebook.story import CLAIM, CONFIRMED, DENIAL, folder
from tests.test_browser import CHROMIUM, OPTIONS

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed; the view was not opened in JupyterLab"
)
CELLS = [
    'import toolkit as tk\nview = tk.explore(tk.build("story", parser="light"))\nview',
    "(list(view.selected['mention_id']), list(view.filtered['mention_id']), view.known_on, len(view.as_known_on))",
    "from tests.notebook.story import hostile\n"
    'bad = tk.build(hostile("story"), parser="light")\ntk.explore(bad).select(bad.events["mention_id"][0])',
]
expect.set_options(timeout=30_000)
SLOW = 90_000  # milliseconds; a busy machine starts a kernel in half a minute


class Lab:
    """The open notebook, with all that the page asked for and complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.set_default_timeout(SLOW)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        page.goto(f"{address}/lab/tree/story.ipynb?token={TOKEN}")
        page.get_by_text("| Idle").wait_for()
        self.run(0)
        self.view = page.locator(".te-view").first
        self.view.wait_for()
        page.locator("figure.timeline-chart[data-state=drawn]").first.wait_for()

    def run(self, cell: int) -> None:
        self.page.locator(".jp-Notebook .jp-CodeCell .jp-InputArea").nth(cell).click()
        self.page.keyboard.press("Shift+Enter")

    def answer(self) -> Any:
        """What the second cell reads of the view."""
        shown = self.page.locator(".jp-CodeCell").nth(1)
        number = shown.locator(".jp-InputPrompt").text_content()
        # JupyterLab runs a cell before what the view still has to send.
        expect(self.view.locator(".te-article")).to_have_attribute("aria-busy", "false")
        self.run(1)
        expect(shown.locator(".jp-InputPrompt")).not_to_have_text(str(number))
        expect(shown.locator(".jp-InputPrompt")).not_to_have_text("[*]:")
        return ast.literal_eval(shown.locator(".jp-OutputArea-output").inner_text())

    def row(self, mention: str) -> Any:
        return self.view.locator(f"tr[data-id='{mention}']")

    def rows(self) -> list[str]:
        return self.view.locator("tbody tr[data-id]").evaluate_all(
            "(rows) => rows.map((row) => row.dataset.id)"
        )

    def counted(self, words: str) -> None:
        expect(self.view.locator(".te-count")).to_contain_text(words)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    files, state = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("state")
    folder(files / "story")
    write_notebook(files / "story.ipynb", CELLS)
    with served(files, state) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield Lab(browser.new_page(viewport={"width": 1400, "height": 900}), address)
        browser.close()


@pytest.fixture
def lab(opened: Lab) -> Lab:
    clear = opened.view.get_by_role("button", name="Clear all")
    if clear.is_visible():
        clear.click()
    opened.counted("7 of 7 mentions")
    return opened


def test_a_row_leads_to_its_passage_and_its_reasons(lab: Lab) -> None:
    lab.row(DENIAL).click()
    expect(lab.view.locator(".te-text mark").first).to_be_in_viewport()
    passage = "".join(lab.view.locator(".te-text mark").all_text_contents())
    assert passage == "Sorthland denied that Northland's troops had seized Millbrook on Sunday."
    expect(lab.view.locator(".te-article h3")).to_have_text("Sorthland denies the loss of Millbrook")
    reasons = lab.view.get_by_role("tabpanel", name="Why")
    expect(reasons).to_contain_text("8 June 2025")
    expect(reasons).to_contain_text("Who says so")
    assert lab.answer()[0] == [DENIAL]


def test_several_rows_are_selected_with_the_keys_that_people_know(lab: Lab) -> None:
    lab.row(CLAIM).click()
    lab.row(CONFIRMED).click(modifiers=["Control"])
    assert set(lab.answer()[0]) == {CLAIM, CONFIRMED}
    lab.row("claim:147-208").click(modifiers=["Shift"])
    expect(lab.row("denial:73-94")).to_have_attribute("aria-selected", "true")


def test_a_passage_leads_to_its_row(lab: Lab) -> None:
    lab.row(CLAIM).click()
    lab.view.locator(".te-text .te-other", has_text="denied the claim on Monday").click()
    expect(lab.row("claim:91-146")).to_have_attribute("aria-selected", "true")
    expect(lab.row(CLAIM)).to_have_attribute("aria-selected", "false")


def test_a_mark_leads_to_its_row(lab: Lab) -> None:
    mark = lab.view.locator("svg .mark-symbol path[aria-roledescription='point']").first
    lab.row("claim:147-208").click()
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    lab.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(lab.row("claim:147-208")).to_have_attribute("aria-selected", "false")
    assert len(lab.answer()[0]) >= 1


def test_the_keyboard_goes_through_the_rows_and_the_tabs(lab: Lab) -> None:
    lab.row(CLAIM).click()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    expect(lab.row("claim:147-208")).to_have_attribute("aria-selected", "true")
    lab.page.keyboard.press("Home")
    assert lab.page.evaluate("document.activeElement.dataset.id") == CLAIM
    lab.view.get_by_role("tab", name="Why").focus()
    lab.page.keyboard.press("ArrowRight")
    expect(lab.view.get_by_role("tab", name="This claim")).to_be_focused()
    expect(lab.view.get_by_role("tabpanel", name="This claim")).to_be_visible()
    lab.page.keyboard.press("ArrowLeft")


def test_filters_and_search_act_on_table_chart_and_cell(lab: Lab) -> None:
    marks = lab.view.locator("svg .mark-symbol path[aria-roledescription='point']")
    before = marks.count()
    lab.view.get_by_role("button", name="Standing").click()
    lab.view.locator(".te-menu:visible label", has_text="denied").click()
    lab.counted("3 of 7 mentions")
    lab.page.keyboard.press("Escape")
    expect(lab.view.locator(".te-menu:visible")).to_have_count(0)
    lab.view.get_by_label("Search the mentions").fill("monday")
    lab.counted("1 of 7 mentions")
    assert lab.rows() == ["claim:91-146"]
    lab.page.wait_for_function(
        "(most) => document.querySelectorAll(\"svg .mark-symbol path[aria-roledescription='point']\").length < most",
        arg=before,
    )
    assert lab.answer()[1] == ["claim:91-146"]
    lab.view.get_by_label("Search the mentions").fill("")
    lab.counted("3 of 7 mentions")


def test_the_slider_winds_back_to_what_was_known(lab: Lab) -> None:
    lab.view.get_by_label("As known on").focus()
    lab.page.keyboard.press("Home")
    lab.counted("3 of 7 mentions")
    lab.page.keyboard.press("ArrowRight")
    lab.counted("6 of 7 mentions")
    expect(lab.view.locator(".te-known output")).to_have_text("by 11 Jun 2025")
    assert lab.answer()[2:] == ("2025-06-11", 6)


def test_a_claim_is_followed(lab: Lab) -> None:
    lab.row(CONFIRMED).click()
    lab.view.get_by_role("tab", name="This claim").click()
    lab.view.get_by_role("button", name="Follow this claim").click()
    expect(lab.view.locator(".te-following")).to_contain_text("Following one claim")
    lab.counted("4 of 7 mentions, 1 claim")
    assert set(lab.rows()) == {CLAIM, "claim:91-146", DENIAL, CONFIRMED}
    lab.view.locator(".te-panel:visible li button").first.click()
    expect(lab.row(CLAIM)).to_have_attribute("aria-selected", "true")


def test_headings_sort(lab: Lab) -> None:
    heading = lab.view.locator("th", has_text="Happened")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert lab.rows()[0] == "denial:73-94"
    heading.get_by_role("button").click()
    assert lab.rows()[-1] == "denial:73-94"


def test_how_it_was_read_is_told_when_asked(lab: Lab) -> None:
    lab.row(DENIAL).click()
    lab.view.get_by_role("tab", name="How it was read").click()
    expect(lab.view.locator(".te-step").first).to_contain_text("conflict: control, denied")


def test_a_correction_is_written_shown_and_taken_back(lab: Lab) -> None:
    lab.row(DENIAL).click()
    lab.view.get_by_role("tab", name="Correct").click()
    form = lab.view.locator("form")
    form.get_by_label("Field").select_option("place")
    form.get_by_label("Right value").fill("Otherbrook")
    form.get_by_label("Reason").fill("the map")
    form.get_by_label("By").fill("MK")
    form.get_by_role("button", name="Save").click()
    expect(lab.view.locator(".te-said")).to_have_text("place is now Otherbrook: written to corrections.csv.")
    expect(lab.row(DENIAL).locator(".te-mended")).to_have_text("corrected")
    lab.view.get_by_role("button", name="Place▾").click()
    expect(lab.view.locator(".te-menu:visible")).to_contain_text("Otherbrook")
    lab.page.keyboard.press("Escape")
    form.get_by_label("Field").select_option("event_start")
    form.get_by_label("Right value").fill("some day")
    form.get_by_label("Reason").fill("a guess")
    form.get_by_role("button", name="Save").click()
    expect(lab.view.locator(".te-said")).to_contain_text("does not fit event_start")
    lab.view.get_by_role("button", name="Undo").click()
    expect(lab.view.locator(".te-said")).to_have_text("The correction of place was taken back.")
    expect(lab.row(DENIAL).locator(".te-mended")).to_have_count(0)


def test_every_control_has_a_name(lab: Lab) -> None:
    lab.row(DENIAL).click()
    unnamed = lab.view.locator("button, input, select, [role=button], [tabindex='0']").evaluate_all(
        """(all) => all.filter((each) => !(each.labels && each.labels.length) && !each.getAttribute("aria-label") &&
        !each.getAttribute("aria-labelledby") && !each.textContent.trim()).map((each) => each.outerHTML)"""
    )
    assert unnamed == []


@pytest.mark.parametrize("width", [700, 1000])
def test_nothing_is_wider_than_its_place(lab: Lab, width: int) -> None:
    lab.page.set_viewport_size({"width": width, "height": 900})
    over = "(each) => each.scrollWidth - each.clientWidth"
    assert lab.view.evaluate(over) <= 0
    assert lab.view.locator(".te-scroll").evaluate(over) <= 0
    lab.page.set_viewport_size({"width": 1400, "height": 900})


def test_hostile_text_is_only_shown(lab: Lab) -> None:
    lab.run(2)
    bad = lab.page.locator(".te-view").nth(1)
    expect(bad.locator(".te-text")).to_contain_text("<script>window.hacked=1</script>")
    expect(bad.locator(".te-article h3")).to_contain_text("<img src=x")
    assert bad.locator("a, img").count() == 0
    assert lab.page.evaluate("window.hacked") is None


def test_nothing_was_asked_of_the_network_and_nothing_complained(lab: Lab) -> None:
    own = (lab.address, lab.address.replace("http", "ws"), "data:", "blob:")
    assert [url for url in lab.requests if not url.startswith(own)] == []
    assert lab.complaints == []
