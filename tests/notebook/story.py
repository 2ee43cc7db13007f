"""A small corpus for the tests of the notebook's room, as a folder and with hostile text in all that it brings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit.corpus.reading import Corpus, read_corpus

ARTICLES = {
    "claim": """---
title: Brigade says it holds the mill
outlet: Courier
date: 2025-06-09
url: https://example.org/claim
---
The army of Northland said on Sunday that its troops had seized the village of Millbrook.

The government of Sorthland denied the claim on Monday. Officials in Sorthland said no soldier had crossed the river.
""",
    "denial": """---
title: Sorthland denies the loss of Millbrook
outlet: Herald
date: 2025-06-11
---
Sorthland denied that Northland's troops had seized Millbrook on Sunday. A mast fell in March.
""",
    "confirmed": """---
title: Sorthland admits it
outlet: Chronicle
date: 2025-06-20
---
Sorthland confirmed on Friday that Northland's troops had seized the village of Millbrook on 8 June.
""",
}
CLAIM, DENIAL, CONFIRMED = "claim:0-89", "denial:0-72", "confirmed:0-100"
SEIZED = "control-millbrook-2025-06-08"
HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1><!-- \u2028 \x00"


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (path / f"{name}.md").write_text(text, encoding="utf-8")
    return path


def hostile(path: Path) -> Corpus:
    """The story as it would be if the markup of its files were text."""
    corpus = read_corpus(path)
    bad = (
        replace(
            article,
            text=article.text.replace("Sunday", f"Sunday {HOSTILE}"),
            title=article.title + HOSTILE,
            outlet=article.outlet + HOSTILE,
            url="javascript:window.hacked=1",
        )
        for article in corpus
    )
    return replace(corpus, name=corpus.name + HOSTILE, articles=tuple(bad))
