"""Charts in a real browser: everything that a hand, a finger or a key can do there does what it says."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.charts.stories import STORY, many
from tests.charts.test_layout import PAST
from tests.test_browser import CHROMIUM, OPTIONS
from tests.timeline.handmade import claim
from toolkit.charts.embed import page
from toolkit.charts.ledger import ledger_chart
from toolkit.charts.map import map_chart
from toolkit.charts.timeline import chart
from toolkit.timeline.ledger import ledger as ledger_of
from toolkit.timeline.link import link
from toolkit.timeline.table import to_frame

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not installed; no chart was opened in it"
)

SYMBOLS = "g.mark-symbol path[aria-roledescription='point']"
DRAWN = "() => [...document.querySelectorAll('figure')].every((figure) => figure.dataset.state === 'drawn')"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with the timeline, the ledger and the map of the made-up story and its past."""
    events = link(to_frame([*STORY, *PAST]))
    ledger = ledger_of(events)
    path = tmp_path_factory.mktemp("charts") / "charts.html"
    path.write_text(
        page(
            "The mill",
            [
                each.to_dict(validate=False)
                for each in (chart(events), ledger_chart(ledger), map_chart(events))
            ],
        ),
        encoding="utf-8",
    )
    return path.as_uri()


class Seen:
    """A page of charts that was opened, and what it complained of."""

    def __init__(self, context: Browser | BrowserContext, address: str, **options: Any) -> None:
        self.complaints: list[str] = []
        given = {"viewport": {"width": 1200, "height": 700}} | options if isinstance(context, Browser) else {}
        self.page: Page = context.new_page(**given)
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)
        self.page.wait_for_function(DRAWN, timeout=60_000)
        self.page.evaluate(
            "window.picks = []; document.addEventListener('timeline:pick', (event) => picks.push(event.detail))"
        )

    def of_view(self, code: str) -> Any:
        return self.page.evaluate(f"((view) => {code})(document.querySelector('figure').timelineView)")

    def days(self) -> list[float]:
        found: list[float] = self.of_view("view.scale('lines_x').domain().map(Number)")
        return found

    def lines(self) -> int:
        return len(self.of_view("view.scale('lines_y').domain()"))

    def height(self) -> float:
        return float(self.page.evaluate("document.querySelector('.timeline-canvas').offsetHeight"))

    def strip(self) -> tuple[float, float]:
        """The left edge and the middle of the strip, in pixels."""
        box = self.page.locator("g.strip_group > g > path.background").first.bounding_box()
        assert box is not None
        return box["x"], box["y"] + box["height"] / 2

    def button(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Seen]:
    opened = Seen(browser, address)
    yield opened
    assert opened.complaints == []
    opened.page.close()


def test_a_drag_on_the_strip_zooms_and_a_double_click_shows_the_story_again(seen: Seen) -> None:
    story = seen.days()
    x, y = seen.strip()
    for start in (300, 500):  # the first drag as well, as the strip begins without a brush
        seen.page.mouse.dblclick(x + 20, y)
        assert seen.days() == story
        seen.page.mouse.move(x + start, y)
        seen.page.mouse.down()
        seen.page.mouse.move(x + start + 60, y, steps=4)
        seen.page.mouse.up()
        low, high = seen.days()
        assert story[0] < low < high < story[1]


def test_buttons_zoom_in_and_out_and_show_all_and_the_past(seen: Seen) -> None:
    story = seen.days()
    seen.button("Zoom in")
    near = seen.days()
    assert near[1] - near[0] == pytest.approx((story[1] - story[0]) / 1.5, rel=0.01)
    seen.button("Zoom out")
    assert seen.days() == pytest.approx(story, abs=86_400_000)
    seen.button("All days")
    assert seen.days()[0] < story[0]
    seen.button("Reset zoom")
    assert seen.days() == story
    seen.button("← 4 earlier: 1814 to 2014")
    assert seen.days()[1] <= story[0] + 86_400_000


def test_the_wheel_scrolls_the_page_and_zooms_with_ctrl_or_focus(seen: Seen) -> None:
    story = seen.days()
    box = seen.page.locator(".timeline-canvas").first.bounding_box()
    assert box is not None
    seen.page.mouse.move(box["x"] + 700, box["y"] + 90)
    seen.page.mouse.wheel(0, 60)
    seen.page.wait_for_function("() => window.scrollY > 0")
    assert seen.days() == story
    seen.page.keyboard.down("Control")
    seen.page.mouse.wheel(0, -60)
    seen.page.keyboard.up("Control")
    seen.page.wait_for_function(
        f"() => document.querySelector('figure').timelineView.scale('lines_x').domain()[0] > {story[0]}"
    )
    near = seen.days()
    seen.page.locator(".timeline-canvas").first.focus()
    seen.page.mouse.wheel(0, -60)
    seen.page.wait_for_function(
        f"() => document.querySelector('figure').timelineView.scale('lines_x').domain()[0] > {near[0]}"
    )


def test_the_lines_close_up_around_what_the_legend_leaves(seen: Seen) -> None:
    lines, height = seen.lines(), seen.height()
    chip = seen.page.locator(".timeline-chip[data-name=denied]")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    assert seen.lines() == 1
    assert seen.height() < height
    seen.page.locator(".timeline-chip[data-name=claimed]").click()
    assert seen.lines() > 0
    for name in ("denied", "claimed"):
        seen.page.locator(f".timeline-chip[data-name={name}]").click()
    assert (seen.lines(), seen.height()) == (lines, height)


def test_the_filter_of_the_page_reaches_every_chart(seen: Seen) -> None:
    lines = seen.lines()
    events = link(to_frame(STORY))
    drawn = events[events["published"].notna()]

    def keep(mentions: list[str] | None) -> None:
        code = (
            "(mentions) => document.dispatchEvent(new CustomEvent('timeline:filter', {detail: {mentions}}))"
        )
        seen.page.evaluate(code, mentions)

    keep([drawn["mention_id"].iloc[0]])
    assert seen.lines() == 1
    claims = seen.page.evaluate("document.querySelectorAll('figure')[1].timelineView.signal('claims')")
    assert claims == [drawn["claim_id"].iloc[0]]
    assert (
        seen.page.evaluate("document.querySelectorAll('figure')[2].timelineView.signal('shown').length") == 1
    )
    keep([])
    assert seen.lines() == 0
    keep(None)
    assert seen.lines() == lines


def test_what_is_folded_opens_on_a_click_and_closes_on_the_next(seen: Seen) -> None:
    lines = seen.lines()
    heading = seen.page.locator("g.mark-text text", has_text="4 earlier: 1814 to 2014").first
    for expected in (lines + 4, lines):
        box = heading.bounding_box()
        assert box is not None
        seen.page.mouse.click(box["x"] + 30, box["y"] + box["height"] / 2)
        assert seen.lines() == expected


def test_a_click_pins_what_is_known_of_a_mark_and_tells_the_page(seen: Seen) -> None:
    box = seen.page.locator(SYMBOLS).first.bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dialog = seen.page.get_by_role("dialog")
    assert {"Quote", "Who says so", "Standing", "Outlet", "Published"} <= set(
        dialog.locator("dt").all_text_contents()
    )
    (picked,) = seen.page.evaluate("picks")
    assert picked["claim"]
    assert picked["mention"]
    seen.page.mouse.move(10, 10)
    assert dialog.is_visible()
    dialog.get_by_role("button", name="Close").click()
    assert not dialog.is_visible()


def test_a_label_picks_its_claim(seen: Seen) -> None:
    label = seen.page.locator("g.mark-text text", has_text="In March it had still been open").first
    box = label.bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + 20, box["y"] + box["height"] / 2)
    (picked,) = seen.page.evaluate("picks")
    assert picked["claim"].startswith("control")
    assert picked["mention"] is None
    assert seen.of_view("view.signal('picked').claim_id") == [picked["claim"]]


def test_every_line_and_mark_is_reached_by_the_keys(seen: Seen) -> None:
    seen.page.locator(".timeline-canvas").first.focus()
    status = seen.page.locator(".timeline-status").first
    told = []
    for key in ("ArrowDown", "ArrowRight", "ArrowDown", "End"):
        seen.page.keyboard.press(key)
        told.append(status.text_content())
    assert len(set(told)) == 4
    assert told[0] is not None
    assert told[0].startswith("Claim: ")
    assert told[1] is not None
    assert "Quote: " in told[1]
    lines = seen.lines()
    seen.page.keyboard.press("Enter")  # on the last line, which is folded
    assert seen.lines() == lines + 4
    seen.page.keyboard.press("Home")
    seen.page.keyboard.press("Enter")
    assert seen.page.get_by_role("dialog").is_visible()
    assert len(seen.page.evaluate("picks")) == 1
    seen.page.keyboard.press("Escape")
    assert not seen.page.get_by_role("dialog").is_visible()
    days = seen.days()
    seen.page.keyboard.press("+")
    assert seen.days()[0] > days[0]
    seen.page.keyboard.press("0")
    assert seen.days() == days


def test_every_control_is_reached_by_the_tab_key_and_shows_its_focus(seen: Seen) -> None:
    reached = []
    for _ in range(14):
        seen.page.keyboard.press("Tab")
        reached.append(
            seen.page.evaluate(
                "[document.activeElement.className, getComputedStyle(document.activeElement).outlineStyle]"
            )
        )
    classes = [name for name, _ in reached]
    assert classes.count("timeline-chip") >= 4
    assert classes.count("timeline-button") == 5
    assert "timeline-canvas" in classes
    assert all(outline == "solid" for name, outline in reached if name.startswith("timeline"))


def test_the_order_of_the_lines_is_chosen(seen: Seen) -> None:
    def places() -> dict[str, float]:
        texts = seen.page.locator("figure").first.locator("g.mark-text text").all()
        return {text.text_content() or "": (text.bounding_box() or {"y": 0})["y"] for text in texts}

    before = places()
    seen.page.get_by_role("combobox").select_option("time")
    after = places()
    assert before.keys() == after.keys()
    assert before != after


def test_the_days_stay_in_sight(seen: Seen) -> None:
    seen.page.set_viewport_size({"width": 1200, "height": 250})
    axis = seen.page.locator(".timeline-axis").first
    assert not axis.is_visible()
    bottom = seen.page.evaluate("document.querySelector('.timeline-canvas').getBoundingClientRect().bottom")
    seen.page.evaluate(f"window.scrollTo(0, {bottom} - 80)")
    seen.page.wait_for_function("() => document.querySelector('.timeline-axis-on')")
    box = axis.locator("div").bounding_box()
    assert box is not None
    assert box["y"] == pytest.approx(0, abs=1)
    assert "2025" in "".join(axis.locator("span").all_text_contents())


def test_the_rows_are_told_as_a_table_too(seen: Seen) -> None:
    assert seen.page.locator(".timeline-table td").count() == 0
    seen.page.get_by_text("This chart as a table (9 rows)").click()
    rows = seen.page.locator(".timeline-table").first.locator("tbody tr")
    assert rows.count() == 9
    assert any("The mill was founded in 1814." in text for text in rows.all_text_contents())


def test_the_map_follows_the_days_and_marks_the_lines(seen: Seen) -> None:
    on_map = seen.page.locator("figure").nth(2).locator(SYMBOLS)
    assert on_map.count() == 1
    on_map.first.scroll_into_view_if_needed()
    box = on_map.first.bounding_box()
    assert box is not None
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    (picked,) = seen.page.evaluate("picks")
    assert seen.of_view("view.signal('marked')") == [picked["claim"]]
    seen.page.keyboard.press("Escape")
    seen.button("← 4 earlier: 1814 to 2014")
    seen.page.wait_for_function(
        f"() => document.querySelectorAll('figure')[2].querySelectorAll(\"{SYMBOLS}\").length === 0"
    )


BUSY = [
    ("claimed", "2025-06-08", "the northern ministry"), ("denied", "2025-06-08", "the southern ministry"),
    ("unconfirmed", "2025-06-08", "observers"), ("reported", "2025-06-09", "a border post"),
    ("confirmed", "2025-06-09", "the southern staff"), ("reported", "2025-06-10", "Courier"),
    ("claimed", "2025-08-29", "a spokesman of the northern ministry of defence"),
]  # fmt: skip


def test_marks_and_names_of_a_busy_day_do_not_overprint(browser: Browser, tmp_path: Path) -> None:
    rows = [
        claim(f"a{number}", 0, "Troops crossed.", kind="advance", standing=standing, claimant=who, said_start=day,
              said_end=day, published=day, event_start="2025-06-07", event_end="2025-08-29", outlet="Courier")
        for number, (standing, day, who) in enumerate(BUSY)
    ]  # fmt: skip
    events = to_frame(rows)
    events = events.assign(claim_id="advance", independent=True, doubtful="")
    path = tmp_path / "busy.html"
    drawn = chart(events, since="2025-06-01", until="2025-08-30", doubtful={"a0"})
    path.write_text(page("Busy", [drawn]), encoding="utf-8")
    seen = Seen(browser, path.as_uri())
    figure = seen.page.locator("figure")

    def boxes(selector: str) -> list[dict[str, float]]:
        found = [one.bounding_box() for one in figure.locator(selector).all()]
        return [box for box in found if box is not None]

    def meet(one: dict[str, float], other: dict[str, float]) -> bool:
        return all(
            one[at] + one[size] > other[at] and other[at] + other[size] > one[at]
            for at, size in (("x", "width"), ("y", "height"))
        )

    def middle(box: dict[str, float]) -> tuple[float, float]:
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    marks = boxes(SYMBOLS)
    assert len(marks) == len(BUSY) - 1  # two reports of two days running are one mark until one zooms in
    apart = [math.dist(middle(one), middle(other)) for one, other in itertools.combinations(marks, 2)]
    assert min(apart) > 9
    names = boxes("g.mark-text text:text-matches('ministry|Courier|post|staff|observers')")
    bars = boxes("g.lines_group g.mark-rect path[aria-roledescription='bar']")
    assert names
    assert [name for name in names if any(meet(name, bar) for bar in bars)] == []
    assert all(abs(x - name["x"]) > 1 for name in names for x, _ in map(middle, marks))
    plot = seen.page.locator("g.lines_group > g > path.background").first.bounding_box()
    assert plot is not None
    assert all(name["x"] + name["width"] <= plot["x"] + plot["width"] + 1 for name in names)
    key = seen.page.locator(".timeline-key").inner_text()
    assert "article’s date in doubt" in key
    assert seen.page.locator(".timeline-chip", has_text="denied by a party").count() == 1
    assert seen.complaints == []
    seen.page.close()


@pytest.mark.parametrize("width", [320, 390, 800])
def test_no_chart_is_wider_than_the_page(browser: Browser, address: str, width: int) -> None:
    seen = Seen(browser, address, viewport={"width": width, "height": 844})
    assert seen.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    for svg in seen.page.locator("figure svg.marks").all():
        box = svg.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
    seen.page.close()


def test_a_tap_pins_and_a_finger_scrolls_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    seen = Seen(context, address)
    box = seen.page.locator(SYMBOLS).first.bounding_box()
    assert box is not None
    seen.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dialog = seen.page.get_by_role("dialog")
    assert dialog.is_visible()
    shown = dialog.bounding_box()
    assert shown is not None
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 390
    assert len(seen.page.evaluate("picks")) == 1
    touch = "getComputedStyle(document.querySelector('.timeline-canvas')).touchAction"
    assert "pan-y" in seen.page.evaluate(touch)
    context.close()


def test_in_the_dark_the_chart_is_dark(browser: Browser, address: str) -> None:
    seen = Seen(browser, address, color_scheme="dark")
    label = seen.page.locator("g.mark-text text", has_text="In March it had still been open").first
    assert label.get_attribute("fill") == "#e8ebee"
    assert (
        seen.page.locator("figure").first.evaluate("(one) => getComputedStyle(one).backgroundColor")
        == "rgb(21, 25, 29)"
    )
    seen.page.close()


def test_thousands_of_mentions_stay_light(browser: Browser, tmp_path: Path) -> None:
    events = many(5_000)
    path = tmp_path / "large.html"
    path.write_text(page("Many", [chart(events)]), encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    assert len(text) < 5_000_000  # of the six that a page may have
    seen = Seen(browser, path.as_uri())
    assert seen.page.locator("canvas").count() == 1
    assert seen.lines() < 250
    drawn = seen.of_view(
        "(function count(item) { return (item.items || []).reduce((sum, one) => sum + 1 + count(one), 0) })"
        "(view.scenegraph().root)"
    )
    assert drawn < 8_000
    assert seen.complaints == []
    seen.page.close()
