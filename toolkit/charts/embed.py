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
RUNTIME = ("scene", "tip", "controls", "runtime")
"""The parts of our own script, in their order."""
SUFFIXES = (".html", ".svg", ".png", ".json")


@cache
def bundle() -> str:
    """Vega, Vega-Lite and the runtime as one script: 0.9 MB, built in a second, the same bytes each time."""
    import vl_convert

    runtime = "\n".join((HERE / f"{name}.js").read_text(encoding="utf-8") for name in RUNTIME)
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


def _spec(chart: Any, checked: bool = True) -> dict[str, Any]:
    return dict(chart) if isinstance(chart, dict) else dict(chart.to_dict(validate=checked))


def picture(chart: Any) -> str:
    """The chart as SVG text. No address is ever fetched for it.

    What no picture can hold (control characters, separators of lines, halves of characters) is replaced here, whatever
    text a title or a column of somebody's own brings.
    """
    return _picture(_UNDRAWN.sub(lambda found: found[1] or r"\ufffd", json.dumps(_spec(chart))))


# In JSON: an escaped backslash and a whole pair are left as they are.
_UNDRAWN = re.compile(
    r"(\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})"
    r"|\\(?:[bf]|u(?:00[01][0-9a-f]|007f|00[89][0-9a-f]|202[89]|d[89a-f][0-9a-f]{2}|fff[ef]))"
)
_NUMBERED = re.compile(r'((?:<clipPath id="|clip-path="url\(#)clip)(\d+)')
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=8)
def _picture(spec: str) -> str:
    import vl_convert

    drawn = str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]))
    numbers: dict[str, int] = {}  # it counts over all pictures of a process
    return _NUMBERED.sub(lambda found: f"{found[1]}{numbers.setdefault(found[2], len(numbers))}", drawn)


def as_pdf(svg: str) -> bytes:
    """SVG text as a page of PDF, with its fonts."""
    import vl_convert

    return bytes(vl_convert.svg_to_pdf(_NOT_XML.sub("\ufffd", svg)))


def as_png(svg: str) -> bytes:
    """SVG text as PNG, a pixel for each of its units."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(_NOT_XML.sub("\ufffd", svg), scale=1.0))


def _pixels(svg: str) -> bytes:
    import vl_convert

    # Each clipped layer costs the rasteriser half a second; the plot spans the picture, whose edge clips it too.
    return bytes(vl_convert.svg_to_png(re.sub(r' clip-path="[^"]*"', "", svg), scale=2.0))


def fragment(chart: Any) -> str:
    """The chart as a `figure` for any page that holds `bundle()`; the same chart gives the same bytes.

    Its title stands in the caption; the still picture inside is for print and for readers without scripts, and left out
    where it would make the page heavy.
    """
    spec = _spec(chart)
    drawn = picture(spec)  # with its title: the picture that is saved is this one, and drawn once
    caption = _caption(spec.pop("title", ""))
    data = to_json(spec)
    name = hashlib.sha256((caption + data).encode()).hexdigest()[:12]
    words = html.escape(str(spec.get("description", "")), quote=True)
    still = (
        f'<img alt="{words}" src="data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}">'
        if len(drawn) <= HEAVY
        else f"<p>{words}</p>"
    )
    return (
        f'<figure class="timeline-chart" id="chart-{name}" data-state="still">{caption}'
        f'<div class="timeline-canvas">{still}</div>'
        f'<script type="application/json">{data}</script><script>{TRIGGER}</script></figure>'
    )


HEAVY = 600_000  # characters of a picture that is left out of a page


def _caption(title: Any) -> str:
    told = title if isinstance(title, dict) else {"text": title}
    lines = told.get("subtitle") or []
    lines = [lines] if isinstance(lines, str) else lines
    text = html.escape(str(told.get("text") or ""))
    if not text:
        return ""
    below = "".join(f"<span>{html.escape(str(line))}</span>" for line in lines)
    return f"<figcaption><strong>{text}</strong>{below}</figcaption>"


def page(title: str, parts: Iterable[Any], language: str = "en", script: str | None = None) -> str:
    """A whole HTML page that opens offline.

    `parts` are charts, or HTML that is already safe: whoever writes it has escaped the text of the corpus. `script` is
    the bundle, where it is at hand already.
    """
    script = bundle() if script is None else script
    body = "\n".join(part if isinstance(part, str) else fragment(part) for part in parts)
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
        content = page(_title(spec), [fragment(spec)]).encode()
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


def drawn(spec: Any, **_: Any) -> dict[str, str]:
    """What a notebook shows of a chart: its figure, and in the first cell that draws one what draws it."""
    return {"text/html": f'{_needed()}<div class="{AS_WRITTEN}">{fragment(spec)}</div>'}


_held_by: list[Any] = []
"""The cell whose output holds the bundle; each kernel has one."""


def _needed() -> str:
    """The bundle, where no cell but this one holds it: a cell that is run again must give it again."""
    cell = _cell()
    if _held_by and _held_by[0] != cell:
        return ""
    _held_by[:] = [cell]
    return _opening(bundle())


def _cell() -> Any:
    """The cell that is run; a number of its own where the notebook does not name its cells."""
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    if shell is None:
        return None
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return parent.get("metadata", {}).get("cellId") or shell.execution_count


def show(chart: Any) -> None:
    """Display one of our own charts without holding it against the schema of Vega-Lite, which takes longer than to make
    it and is done by the tests."""
    from IPython.display import HTML, display

    display(HTML(drawn(_spec(chart, checked=False))["text/html"]))  # type: ignore[no-untyped-call]


def enable() -> None:
    """Put what draws the charts into the output of this cell, instead of that of the first chart."""
    from IPython.display import HTML, display

    _held_by[:] = [None]
    display(HTML(_opening(bundle())))  # type: ignore[no-untyped-call]
