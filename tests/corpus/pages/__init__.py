"""What saved pages state of their own days, kind by kind: examples, and counter-examples beside them."""

from lxml.html import document_fromstring

from toolkit.corpus.draft import Draft
from toolkit.corpus.publication.evidence import gather
from toolkit.corpus.publication.published import settle
from toolkit.corpus.publication.stated import stated
from toolkit.corpus.webpage import read_page

ADDRESS = "https://example.org/harbour"
TITLE = "Harbour reopens after storm"
BODY = "".join(
    f"<p>The {who} said on Monday that the harbour had been cleared of sunken boats after the storm of last week, and "
    "that the ferries would run again as soon as the lights on the southern pier had been mended and tested.</p>"
    for who in ("port authority", "council", "coast guard")
)


def page(head: str = "", above: str = "", below: str = "", lang: str = "en", top: str = "") -> str:
    """A saved page whose article has a headline, something above its text and something below it."""
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{TITLE}</title><link rel="canonical" href="{ADDRESS}">'
        f"{head}</head>"
        f"<body>{top}<main><article><h1>{TITLE}</h1>{above}{BODY}{below}</article></main>"
        "<footer>© The Example</footer></body></html>"
    )


def linked(*blocks: str) -> str:
    return "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)


def day(html: str) -> str:
    """The day that a page alone settles, ISO or empty."""
    text, fields, days, _ = read_page(html)
    found = settle(gather(Draft("a", text, "a.html", fields=fields, stated=days)))[0]
    return found.isoformat() if found else ""


def updated(html: str) -> str:
    return stated(document_fromstring(html)).updated


def listed(words: str) -> list[str]:
    return words.split()
