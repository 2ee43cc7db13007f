"""What mkdocs does beside the pages of docs/: the reference, the pages of the root, and links that hold in the site."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from reference import reference  # noqa: E402

ROOT = HERE.parents[1]
PAGES = {"CONTRIBUTING.md": "contributing.md", "SECURITY.md": "security.md", "CHANGELOG.md": "changelog.md"}
"""Files of the root -> the pages that they are in the site."""
SHIM = "https://unpkg.com/iframe-worker/shim"


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that do not lie in docs/."""
    from mkdocs.structure.files import File

    files.append(File.generated(config, "python.md", content=reference()))
    for name, page in PAGES.items():
        files.append(File.generated(config, page, content=(ROOT / name).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Links between the root and docs/ as links between pages."""
    return relinked(markdown)


def relinked(markdown: str) -> str:
    """Links as they hold where all pages lie in one folder; what is no page of the site becomes plain text.

    >>> relinked("[a](../CONTRIBUTING.md#the-tests), [b](docs/cli.md), [c](LICENSE), [d](https://example.org)")
    '[a](contributing.md#the-tests), [b](cli.md), c, [d](https://example.org)'
    """

    def link(found: re.Match[str]) -> str:
        text, target = found[1], found[2]
        if target.startswith(("https://", "http://", "#")):
            return found[0]
        path, sharp, anchor = target.removeprefix("../").removeprefix("docs/").partition("#")
        path = PAGES.get(path, path)
        inside = path in PAGES.values() or path == "python.md" or (ROOT / "docs" / path).is_file()
        return f"[{text}]({path}{sharp}{anchor})" if inside else text

    return re.sub(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)", link, markdown)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The worker of the search as a script of ours: the theme would load it from the network."""
    return offline(output)


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """The same for pages that are none of docs/."""
    return offline(output)


def offline(page: str) -> str:
    """A page with our worker in place of the one from the network."""
    script = (HERE / "worker.js").read_text(encoding="utf-8")
    return page.replace(f'<script src="{SHIM}"></script>', f"<script>{script}</script>")
