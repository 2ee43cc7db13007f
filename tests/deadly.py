"""A function that kills its process on one article; apart, so that a process that runs it starts quickly."""

import os
import signal

from toolkit.model import Article


def deadly(article: Article) -> str:
    """The text of an article, unless it is poison."""
    if article.text == "poison":
        os.kill(os.getpid(), signal.SIGKILL)
    return article.text
