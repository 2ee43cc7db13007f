"""The one way in which a chart gets into a page: offline, and so that text from a corpus cannot run.

A chart becomes a `figure` with a still picture (for print, for readers without scripts) and a text in words,
and its specification as escaped JSON in a data block that no browser executes. Vega and a few lines of our
own (`runtime.js`) come once per page and draw all figures. A page forbids everything else: its content
security policy admits exactly these scripts and styles by their hashes and no address on the network, and
Vega interprets the expressions of a chart instead of compiling them.

JupyterLab, the report and saved charts use the same figures: see `enable`, `fragment`, `page` and `save`.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.timeline.files import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = Path(__file__).parent
# The same for every chart, so that one hash admits it; in JupyterLab it may run before or after the bundle.
TRIGGER = "window.timelineDraw && window.timelineDraw();"
AS_WRITTEN = "mathjax_ignore"
"""The class of what a notebook shows as it is: between two “$” of a quote JupyterLab would see mathematics."""
SUFFIXES = (".html", ".svg", ".png", ".json")


@cache
def bundle() -> str:
    """Vega, Vega-Lite and the runtime as one script: 0.9 MB, built in a second, the same bytes each time."""
    import vl_convert

    runtime = (HERE / "runtime.js").read_text(encoding="utf-8")
    # In a function of its own: a notebook may run it twice, and a second `const` of one name would fail.
    return f"(() => {{{vl_convert.javascript_bundle(runtime)}\n}})();"


@cache
def style() -> str:
    return (HERE / "chart.css").read_text(encoding="utf-8")


@cache
def page_style() -> str:
    return style() + (HERE / "page.css").read_text(encoding="utf-8")


def _opening(script: str) -> str:
    """What draws the charts of a notebook, as the output of its first cell."""
    return f"<style>{style()}</style><script>{script}</script>"


def bundle_of(outputs: Iterable[str]) -> str:
    """The bundle that a notebook's outputs hold since it was run with `enable`; built anew where none does."""
    before, after = _opening("\0").split("\0")
    found = (text for text in outputs if text.startswith(before) and text.endswith(after))
    return next((text[len(before) : -len(after)] for text in found), None) or bundle()


def policy(script: str) -> str:
    """The content security policy of our pages: scripts and styles by hash, pictures in the page itself."""
    scripts = " ".join(f"'sha256-{_digest(text)}'" for text in (script, TRIGGER))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'sha256-{_digest(page_style())}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def to_json(spec: Mapping[str, Any]) -> str:
    """JSON that may stand in a `script` element: nothing in it can end the element or start another.

    >>> to_json({"quote": "</script><!-- &\\u2028"})
    '{"quote": "\\\\u003c/script\\\\u003e\\\\u003c!-- \\\\u0026\\\\u2028"}'
    """
    text = json.dumps(spec, ensure_ascii=True, allow_nan=False, sort_keys=True)
    return re.sub("[<>&]", lambda match: f"\\u{ord(match[0]):04x}", text)


def _spec(chart: Any) -> dict[str, Any]:
    spec: dict[str, Any] = dict(chart) if isinstance(chart, dict) else chart.to_dict()
    return spec


def picture(chart: Any) -> str:
    """The chart as SVG text. No address is ever fetched for it."""
    return _picture(json.dumps(_spec(chart)))


@lru_cache(maxsize=8)
def _picture(spec: str) -> str:
    import vl_convert

    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))


def _pixels(svg: str) -> bytes:
    import vl_convert

    # Each clipped layer costs the rasteriser half a second; the plot spans the picture, whose edge clips it too.
    return bytes(vl_convert.svg_to_png(re.sub(r' clip-path="[^"]*"', "", svg), scale=2.0))


def fragment(chart: Any) -> str:
    """The chart as a `figure` for any page that holds `bundle()`; the same chart gives the same bytes."""
    spec = _spec(chart)
    data = to_json(spec)
    name = hashlib.sha256(data.encode()).hexdigest()[:12]
    still = base64.b64encode(picture(spec).encode()).decode()
    words = html.escape(str(spec.get("description", "")), quote=True)
    return (
        f'<figure class="timeline-chart" id="chart-{name}" data-state="still">'
        f'<div class="timeline-canvas"><img alt="{words}" src="data:image/svg+xml;base64,{still}"></div>'
        f'<script type="application/json">{data}</script><script>{TRIGGER}</script></figure>'
    )


def data_table(chart: Any) -> str:
    """The rows that a chart of the toolkit draws, as a table; empty for a chart that does not name them."""
    spec = _spec(chart)
    plan = spec.get("usermeta", {}).get("timeline", {})
    rows = spec.get("datasets", {}).get(plan.get("rows"), [])
    if not rows:
        return ""
    columns: dict[str, str] = plan["columns"]
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in columns.values())
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(str(row.get(field) or ''))}</td>" for field in columns) + "</tr>"
        for row in rows
    )
    return (
        f"<details><summary>The {len(rows):,} rows of this chart as a table</summary>"
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></details>"
    )


def page(title: str, parts: Iterable[Any], language: str = "en", script: str | None = None) -> str:
    """A whole HTML page that opens offline.

    `parts` are charts, or HTML that is already safe: whoever writes it has escaped the text of the corpus. `script` is
    the bundle, where it is at hand already.
    """
    script = bundle() if script is None else script
    body = "\n".join(part if isinstance(part, str) else fragment(part) + data_table(part) for part in parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{page_style()}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def save(chart: Any, path: str | Path) -> Path:
    """Write a chart as .html (offline, interactive), .svg, .png (twice the size, for sharp print) or .json.

    The file appears whole or not at all. Raises ValueError for another ending and for a folder that does
    not exist.
    """
    target = Path(path)
    if target.suffix.lower() not in SUFFIXES:
        raise ValueError(
            f"{target}: a chart can be saved as {', '.join(SUFFIXES)}; name the file accordingly"
        )
    if not target.parent.is_dir():
        raise ValueError(f"{target}: the folder {target.parent} does not exist; make it first")
    spec = _spec(chart)
    if target.suffix.lower() == ".html":
        content = page(_title(spec), [chart]).encode()
    elif target.suffix.lower() == ".svg":
        content = picture(spec).encode()
    elif target.suffix.lower() == ".png":
        content = _pixels(picture(spec))
    else:
        content = json.dumps(spec, indent=1, sort_keys=True).encode()
    with replacing(target) as temporary:
        temporary.write_bytes(content)
    return target


def _title(spec: Mapping[str, Any]) -> str:
    title = spec.get("title", "")
    return str(title.get("text", "") if isinstance(title, dict) else title) or "Timeline"


def enable() -> None:
    """Let charts be drawn offline as the result of a cell, in JupyterLab and what is made from the notebook.

    Call it once at the top of a notebook. The output of its cell holds Vega, so that the saved notebook
    still draws when it is opened again.
    """
    from IPython.display import HTML, display

    from toolkit.charts.grammar import alt

    def drawn(spec: Any, **_: Any) -> dict[str, str]:
        return {"text/html": f'<div class="{AS_WRITTEN}">{fragment(spec)}{data_table(spec)}</div>'}

    alt.renderers.register("timeline", drawn)
    alt.renderers.enable("timeline")
    display(HTML(_opening(bundle())))  # type: ignore[no-untyped-call]
