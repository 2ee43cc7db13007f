"""Pages and files: they open offline, admit only our scripts, and nothing out of a corpus can run in them."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.charts.stories import hostile, spec_of, story
from toolkit.charts import embed
from toolkit.charts.grammar import alt
from toolkit.charts.timeline import chart


class Elements(HTMLParser):
    """The elements of a page as a browser would see them, and the content of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.raw.append((*self._open, data))

    def handle_endtag(self, tag: str) -> None:
        self._open = None


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_page_admits_exactly_the_scripts_and_styles_that_are_in_it() -> None:
    elements = Elements(embed.page("The mill", [spec_of(story)]))
    policy = next(value for name, value in elements.attributes if value.startswith("default-src"))
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    scripts = [text for tag, attrs, text in elements.raw if tag == "script" and "type" not in attrs]
    styles = [text for tag, _, text in elements.raw if tag == "style"]
    assert {digest(text) for text in scripts} == set(re.findall(r"'sha256-[^']+'", policy.split(";")[1]))
    assert {digest(text) for text in styles} == set(re.findall(r"'sha256-[^']+'", policy.split(";")[2]))


def test_a_page_names_no_address_to_fetch() -> None:
    elements = Elements(embed.page("The mill", [spec_of(story)]))
    links = [value for name, value in elements.attributes if name in ("src", "href", "srcset", "data")]
    assert links
    assert all(value.startswith("data:image/") for value in links)
    assert "link" not in elements.tags
    assert "url(" not in embed.page_style()
    assert "@import" not in embed.page_style()


def test_hostile_text_adds_no_element() -> None:
    benign, bad = (Elements(embed.page("x", [spec_of(events)])) for events in (story, hostile))
    assert bad.tags == benign.tags
    title = Elements(embed.page("</title><script>window.hacked=1</script>", []))
    assert title.tags.count("script") == 1


def test_a_data_block_is_ascii_and_cannot_end_its_element() -> None:
    block = re.search(
        r'<script type="application/json">(.*?)</script>', embed.fragment(spec_of(hostile)), re.S
    )
    assert block
    assert block[1].isascii()
    assert not set("<>&") & set(block[1])


def test_the_same_chart_gives_the_same_fragment() -> None:
    assert embed.fragment(spec_of(story)) == embed.fragment(chart(story()).to_dict(validate=False))


def test_a_figure_has_a_caption_and_a_still_picture_with_words() -> None:
    text = embed.page("The mill", [chart(story(), title="The mill").to_dict(validate=False)])
    assert "<figcaption><strong>The mill</strong><span>7 claims" in text
    assert 'alt="The mill. Timeline with one line for each of 6 claims' in text
    assert (
        len(re.findall(r"\"quote\": ?\"The mill was founded in 1814", text)) == 1
    )  # in the data of the chart alone


def test_a_picture_is_the_same_bytes_whatever_was_drawn_before() -> None:
    spec, other = spec_of(story), spec_of(hostile)
    first = embed._picture.__wrapped__(json.dumps(spec))
    embed.picture(other)
    assert embed._picture.__wrapped__(json.dumps(spec)) == first
    assert 'clip-path="url(#clip0)"' in first
    assert '<clipPath id="clip0"' in first


def test_a_picture_that_would_make_the_page_heavy_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "HEAVY", 100)
    text = embed.fragment(chart(story(), title="The mill").to_dict(validate=False))
    assert "<img" not in text
    assert "<p>The mill. Timeline with one line for each of 6 claims" in text


def test_the_cell_that_draws_first_holds_what_draws_and_gives_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = iter(["one", "two", "one"])
    monkeypatch.setattr(embed, "_held_by", [])
    monkeypatch.setattr(embed, "_cell", lambda: next(cells))
    monkeypatch.setattr(embed, "bundle", lambda: "draw()")
    shown = [embed.drawn(spec_of(story))["text/html"] for _ in range(3)]
    assert ["draw()" in text for text in shown] == [True, False, True]


def test_a_chart_shows_itself_offline_in_any_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "_held_by", ["another cell"])
    bundle = chart(story())._repr_mimebundle_()
    text = bundle[0]["text/html"] if isinstance(bundle, tuple) else bundle["text/html"]
    assert "timeline-chart" in text
    assert "https://cdn" not in text


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", b"<!DOCTYPE html>"), ("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.json", b"{")],
)
def test_a_chart_is_saved_by_the_ending_of_the_name(tmp_path: Path, name: str, begins: bytes) -> None:
    path = embed.save(spec_of(hostile), tmp_path / name)
    assert path.read_bytes().startswith(begins)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a\.gif: a chart can be saved as \.html, \.svg, \.png, \.json"):
        embed.save(spec_of(story), tmp_path / "a.gif")
    with pytest.raises(ValueError, match=r"the folder .* does not exist"):
        embed.save(spec_of(story), tmp_path / "none" / "a.svg")


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.svg"
    path.write_text("old")

    def fail(*_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(embed, "_picture", fail)
    with pytest.raises(RuntimeError):
        embed.save(spec_of(story), path)
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_the_bundle_is_safe_in_a_script_element() -> None:
    assert "</script" not in embed.bundle()
    assert "<!--" not in embed.bundle()


@pytest.mark.parametrize("broken", ["\x00", "\x0b", "\u2028", "\ud800", "\ufffe", "\x08", "\x7f", "\x9f"])
def test_no_text_of_a_title_or_a_column_keeps_a_picture_from_being_drawn(broken: str) -> None:
    bars = alt.Chart(alt.Data(values=[{"name": f"one{broken}two"}])).mark_bar().encode(y="name:N")
    drawn = embed.picture(bars.properties(title=f"A{broken}title \\u0000 \U0001f33b"))
    assert "A\ufffdtitle" in drawn
    assert "one\ufffdtwo" in drawn
    assert "\\u0000 \U0001f33b" in drawn  # what was written so, and what is whole, stay
    assert embed.as_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>{broken}</text></svg>'
    )
