"""Several reports in one run: the folders that they go to, the file that lists them, the page that lists them."""

from pathlib import Path

import pytest

from tests.conftest import PAYLOAD
from toolkit.report.run import Summary
from toolkit.report.several import batch, index, orders


def test_one_corpus_goes_where_it_is_told_and_several_into_folders_of_their_names() -> None:
    assert [str(one.out) for one in orders(["x"], "here", {})] == ["here"]
    assert [str(one.out) for one in orders(["x"], None, {})] == ["outputs/x"]
    several = orders(["a/x", "b/x", "y.csv"], "here", {"theme": "flood"})
    assert [str(one.out) for one in several] == ["here/x", "here/x-2", "here/y"]
    assert all(one.parameters == {"theme": "flood"} for one in several)


def test_a_file_lists_reports_with_parameters_for_all_and_for_each(tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text(
        "out: done\nkinds: [strike]\nreports:\n- corpus: a\n  since: 2025-06-01\n- corpus: b\n  out: of-b\n"
    )
    first, second = batch(path)
    assert (first.corpus, first.out) == (str(tmp_path / "a"), tmp_path / "done" / "a")
    assert first.parameters == {"kinds": ["strike"], "since": "2025-06-01"}
    assert second.out == tmp_path / "done" / "of-b"
    assert second.parameters == {"kinds": ["strike"]}
    assert [one.parameters["kinds"] for one in batch(path, tmp_path, {"kinds": "advance"})] == ["advance"] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("reports: [", "is no YAML"),
        ("", "needs a list `reports`"),
        ("reports: {}", "needs a list `reports`"),
        ("reports: []", "needs a list `reports`"),
        ("reports: [a]", "report 1 names no corpus"),
        ("reports: [{corpus: 3}]", "report 1 names no corpus"),
        ("reports: [{corpus: a, sicne: 2025-06-01}]", "report 1: 'sicne' is not known; known are since"),
        (
            "reports: [{corpus: a}, {corpus: b, since: soon}]",
            "report 2: parameter since: 'soon' must be a day",
        ),
        ("reports: !!python/object/apply:os.getcwd []", "is no YAML"),
        ("[" * 5000, "desk.yaml: is"),
    ],
)
def test_a_file_that_is_no_such_list_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"^[^\n]*desk\.yaml: ") as error:
        batch(path)
    assert told in str(error.value)


def test_the_list_shows_title_finding_and_counts_and_links_to_the_pages(tmp_path: Path) -> None:
    summaries = [
        Summary(
            tmp_path / name,
            tmp_path / name / "report.html",
            (),
            {"articles": 1, "claims": 2},
            (),
            title,
            PAYLOAD,
        )
        for name, title in (("one", "First"), ("two", PAYLOAD))
    ]
    page = index(summaries, tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<a href="one/report.html">First</a>' in page
    assert "1 articles, 2 claims" not in page
    assert "1 article, 2 claims" in page
    assert "window.hacked=1</script>" not in page.replace("window.hacked=1&lt;/script&gt;", "")
