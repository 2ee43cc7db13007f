"""Passages of news and of histories: which words are expressions, and their values."""

from __future__ import annotations

import re

import pytest

from tests.dates.examples import passages
from toolkit.dates import find_dates


def read(passage: str, policy: str) -> tuple[list[str], list[str], list[str]]:
    found = find_dates(re.sub(r"[\[\]]", "", passage), "2025-06-13", policy)
    return re.findall(r"\[(.*?)\]", passage), [each.text for each in found], [each.value for each in found]


@pytest.mark.parametrize(("passage", "values"), passages.NEWS)
def test_news(passage, values):
    marked, words, read_as = read(passage, "news")
    assert words == marked
    assert read_as == values.split()


@pytest.mark.parametrize(("passage", "values"), passages.HISTORIES)
def test_history(passage, values):
    marked, words, read_as = read(passage, "narrative")
    assert words == marked
    assert read_as == values.split()


@pytest.mark.parametrize("passage", passages.OTHERS)
@pytest.mark.parametrize("policy", ["news", "narrative"])
def test_nothing_else(passage, policy):
    marked, words, _ = read(passage, policy)
    assert words == marked
