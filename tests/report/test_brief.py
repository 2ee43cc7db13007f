"""The PDF to send on: tagged, whole, the same bytes each time, and text of the corpus is never markup."""

import dataclasses
import sys
from pathlib import Path

import pypdf
import pytest

from tests.conftest import SHIPPED
from toolkit.pipeline import Result, build
from toolkit.report.brief import brief
from toolkit.report.heading import opening
from toolkit.report.parameters import check_parameters


@pytest.fixture(scope="module")
def result() -> Result:
    return build(SHIPPED)


@pytest.fixture(scope="module")
def pages(result: Result, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page, without breaks of lines."""
    path = brief(result, tmp_path_factory.mktemp("brief") / "brief.pdf", opening(result))
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_two_pages_tell_the_story_and_an_appendix_everything(pages: list[str], result: Result) -> None:
    assert "Appendix: every claim" in pages[2]
    assert "Timeline" in pages[0]
    assert "Sources disagree" in " ".join(pages[:2])
    together = " ".join(pages).replace("- ", "-")
    for claim in result.ledger["claim_id"]:
        quote = " ".join(result.events[result.events["claim_id"] == claim].iloc[0]["quote"].split())
        assert quote[:40].replace("- ", "-") in together


def test_the_same_tables_give_the_same_bytes_and_a_tagged_file(result: Result, tmp_path: Path) -> None:
    one, two = (
        brief(result, tmp_path / f"{name}.pdf", opening(result)).read_bytes() for name in ("one", "two")
    )
    assert one == two
    assert b"/MarkInfo" in one or "/MarkInfo" in pypdf.PdfReader(tmp_path / "one.pdf").trailer["/Root"]


def test_text_is_never_markup(result: Result, tmp_path: Path) -> None:
    hostile = '#panic("run") *b* $x$ ]#image("/etc/passwd")\\'
    events = result.events.head(3).assign(quote=hostile, claimant=hostile)
    ledger = result.ledger[result.ledger["claim_id"].isin(events["claim_id"])]
    one = dataclasses.replace(result, events=events, ledger=ledger)
    text = " ".join(
        page.extract_text()
        for page in pypdf.PdfReader(brief(one, tmp_path / "brief.pdf", opening(one, hostile))).pages
    )
    assert "#panic(" in text


def test_without_the_package_one_line_says_how_to_get_it(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(
        ValueError, match=r"^pdf: the package typst is not installed; install it with: pip install "
    ):
        brief(result, tmp_path / "brief.pdf", opening(result))
    with pytest.raises(
        ValueError, match=r"^parameter pdf: True needs the package typst; install it with: pip "
    ):
        check_parameters({"pdf": True})
    assert check_parameters({"pdf": "no"}) == {"pdf": False}
