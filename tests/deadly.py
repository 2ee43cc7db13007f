"""Functions that kill their process on one article; apart, so that a process that runs them starts quickly."""

import os
import signal
import time
from pathlib import Path

from toolkit.model import Article


def deadly(article: Article) -> str:
    """The text of an article, unless it is poison."""
    if article.text == "poison":
        os.kill(os.getpid(), signal.SIGKILL)
    return article.text


def deadly_once(article: Article, folder: Path, at: str, how: int = signal.SIGKILL) -> int:
    """The length of an article; the first time that the one called `at` is read its process gets a signal.

    How often each was read is written into the folder.
    """
    path = folder / f"read-{article.id}"
    times = int(path.read_text()) + 1 if path.exists() else 1
    path.write_text(str(times))
    if article.id == at and times == 1:
        os.kill(os.getpid(), how)
    return len(article.text)


def deadly_beside(process: int) -> int:
    """The number of the process that makes the call; one that is another than this is killed."""
    if os.getpid() != process:
        os.kill(os.getpid(), signal.SIGKILL)
    return process


def slow(article: Article) -> str:
    """The text of an article, after a while."""
    time.sleep(0.02)
    return article.text
