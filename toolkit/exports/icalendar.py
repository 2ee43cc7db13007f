"""iCalendar (RFC 5545), written by the icalendar package."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from toolkit.charts.words import clean
from toolkit.exports.entries import LONGEST, NO_DAY, OPEN, Entry, chosen, known, story
from toolkit.exports.links import web
from toolkit.exports.making import Made, Order

if TYPE_CHECKING:
    from icalendar import Event


def icalendar(order: Order) -> Made:
    """A calendar with an all-day event for each entry whose days are both known; its description tells of the rest."""
    from icalendar import Calendar

    entries, left = chosen(
        order.edition,
        order.of,
        (lambda entry: entry.dated, NO_DAY),
        (lambda entry: known(entry.start) and known(entry.end), OPEN),
    )
    calendar = Calendar()
    calendar.add("prodid", "-//timeline-toolkit//events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # Calendars know the one or the other (RFC 7986, or older habit).
    for name, told in (("NAME", order.edition.name), ("DESCRIPTION", " ".join(left.sentences()))):
        calendar.add(name, clean(told, LONGEST))
        calendar.add(f"X-WR-CAL{name[:4]}", clean(told, LONGEST))
    for entry in entries:
        calendar.add_component(_event(entry))
    return Made(calendar.to_ical(), left)


def _event(entry: Entry) -> Event:
    from icalendar import Event

    event = Event()
    start, end = entry.start.date(), entry.end.date()
    # A stamp is required; the day of publication stands in for it, because no clock is read.
    stamp = entry.published.date() if known(entry.published) else end
    event.add("uid", clean(f"{entry.id}@timeline-toolkit", LONGEST))
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", start)
    event.add("dtend", end + timedelta(days=1) if end < date.max else end)
    event.add("summary", clean(f"{entry.label} ({entry.standing})"))
    event.add("description", clean(story(entry), LONGEST))
    if entry.place:
        event.add("location", clean(entry.place))
    event.add("categories", [clean(each) for each in (entry.theme, entry.standing) if each])
    if link := next((each.link for each in entry.tellings if web(each.link)), ""):
        event.add("url", clean(link, 10_000))
    event.add("transp", "TRANSPARENT")  # nobody is busy with what he reads of
    return event
