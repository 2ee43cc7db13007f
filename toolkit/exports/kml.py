"""KML 2.3 with time spans, for Google Earth and geographic information systems."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Tree

from toolkit.charts.theme import OTHER, STANDINGS
from toolkit.charts.words import clean
from toolkit.exports.entries import LONGEST, NO_PLACE, Entry, chosen, iso, known, markup, said, story
from toolkit.exports.links import web
from toolkit.exports.making import Made, Order

SHOWN = 8  # articles that a balloon links to
SPACE = "http://www.opengis.net/kml/2.2"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def kml(order: Order) -> Made:
    """A Document with a Placemark for whatever has coordinates; what has days spans them, an open end stays open."""
    entries, left = chosen(order.edition, order.of, (lambda entry: entry.placed, NO_PLACE))
    if undated := sum(not entry.dated for entry in entries):
        left.notes.append(f"{undated} of those written have no day and are shown at any time.")
    top = Tree.Element("kml", xmlns=SPACE)
    document = Tree.SubElement(top, "Document")
    _text(document, "name", order.edition.name)
    _text(document, "description", " ".join(left.sentences()))
    for mark in (*STANDINGS, OTHER):
        style = Tree.SubElement(document, "Style", id=mark.name)
        red, green, blue = mark.colour[1:3], mark.colour[3:5], mark.colour[5:7]
        _text(Tree.SubElement(style, "IconStyle"), "color", f"ff{blue}{green}{red}".lower())
    styles = {mark.name for mark in STANDINGS}
    for entry in entries:
        _placemark(document, entry, entry.standing if entry.standing in styles else OTHER.name)
    Tree.indent(top)
    return Made(Tree.tostring(top, encoding="utf-8", xml_declaration=True) + b"\n", left)


def _placemark(document: Tree.Element, entry: Entry, style: str) -> None:
    # The order of the elements is the schema's.
    mark = Tree.SubElement(document, "Placemark")
    _text(mark, "name", entry.label)
    _text(mark, "description", _described(entry))
    if entry.dated:
        span = Tree.SubElement(mark, "TimeSpan")
        for name, day in (("begin", entry.start), ("end", entry.end)):
            if known(day):
                _text(span, name, iso(day))
    _text(mark, "styleUrl", f"#{style}")
    data = Tree.SubElement(mark, "ExtendedData")
    facts = ("id", "days", "theme", "kind", "place", "standing", "side")
    for name in facts:
        _text(Tree.SubElement(data, "Data", name=name), "value", getattr(entry, name))
    _text(Tree.SubElement(mark, "Point"), "coordinates", f"{entry.longitude},{entry.latitude}")


def _described(entry: Entry) -> str:
    """HTML, as balloons show it, with a link for each article."""
    links = [
        f'<a href="{markup(each.link)}">{markup(said(each) or each.link)}</a>'
        for each in entry.tellings[:SHOWN]
        if web(each.link)
    ]
    return "<br/>".join([markup(f"{entry.days}: {story(entry)}" if entry.days else story(entry)), *links])


def _text(parent: Tree.Element, name: str, text: str) -> None:
    Tree.SubElement(parent, name).text = _FORBIDDEN.sub("\ufffd", clean(text, 20 * LONGEST))
