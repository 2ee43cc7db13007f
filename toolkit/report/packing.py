"""Parts of a large page, packed: a browser unpacks them by itself, without a server or a network."""

from __future__ import annotations

import base64
import zlib

from toolkit.report.tables import Html

HEAVY = 4_000_000
"""Characters of a page from which on its parts are packed."""
SMALL = 20_000
"""Characters of a part that stays as it is."""
LEVEL = 6
WITHOUT = (
    "This page is so large that its parts are packed, and a script unpacks them. "
    "The same is in the tables beside it."
)


def packed(content: str) -> Html:
    """The markup of a part as one block of text, which `page.js` puts back; without scripts a line says where all is.

    >>> block = packed("<p>The same, again and again.</p>" * 1000)
    >>> len(block) < 1000, unpacked(block) == "<p>The same, again and again.</p>" * 1000
    (True, True)
    """
    block = base64.b64encode(zlib.compress(content.encode(), LEVEL)).decode()
    return Html(
        f'<div class="packed"><script type="text/plain">{block}</script><noscript><p class="note">{WITHOUT}</p></noscript></div>'  # noqa: E501
    )


def unpacked(block: str) -> str:
    """The markup that `packed` was given.

    >>> unpacked(packed("<b>ü</b>"))
    '<b>ü</b>'
    """
    text = block.partition('<script type="text/plain">')[2].partition("</script>")[0]
    return zlib.decompress(base64.b64decode(text)).decode()
