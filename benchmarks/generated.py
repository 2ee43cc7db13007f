"""A corpus of any size with known truth: articles made of templates on a real calendar, the first thousand of them
those of every larger one.

Happenings are spread evenly over the days, told by several outlets within a week, with the day as news tells it ("on
Sunday", "on 3 March"); between them stand sentences of the everyday. Names of places are made of syllables and speakers
are roles, so that nothing is said of anybody.
"""

from __future__ import annotations

import csv
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2021, 3, 1)
A_DAY = 50
"""Articles that are printed each day, whatever the number of days."""
HAPPENINGS = 40
"""What happens each day."""
BACK = 6
"""The days after which nothing is news any more."""
SMALLEST, LARGEST, MEDIAN = 1_000, 20_000, 2_300

ONSETS = ("B", "D", "Dr", "G", "K", "Kr", "L", "M", "N", "P", "R", "S", "St", "T", "V", "Z")
NUCLEI = ("a", "e", "i", "o", "u")
CODAS = ("l", "m", "n", "r", "st", "v")
ENDINGS = ("ava", "eno", "ica", "ino", "oru", "ovo", "una", "ylka")
OUTLETS = (
    "Wire",
    "Morning Post",
    "Evening Record",
    "Daily Courier",
    "Radio North",
    "Harbour Times",
    "Observer Weekly",
)

SPEAKERS = (
    "the governor", "the defence ministry", "the interior ministry", "the army's spokesman", "the police chief",
    "the mayor", "the rescue service", "the rebels' spokesman", "an aid agency", "the health ministry",
)  # fmt: skip
EVENTS = {
    "rebels seized the village of {place}": "advance",
    "government troops entered the town of {place}": "advance",
    "shelling killed {number} people in the town of {place}": "casualty",
    "troops withdrew from the village of {place}": "withdrawal",
    "a drone hit a warehouse in the town of {place}": "strike",
    "police arrested {number} people in the town of {place}": "detention",
    "rebels attacked a checkpoint near the town of {place}": "clash",
    "an air strike destroyed a bridge near the village of {place}": "strike",
    "rescuers evacuated {number} families from the village of {place}": "displacement",
    "protesters blocked the road to the town of {place}": "protest",
}
"""What happens, and its kind."""
TOLD = (
    "{Event} {day}, {speaker} said.",
    "{Speaker} said {event} {day}.",
    "According to {speaker}, {event} {day}.",
    "{Event} {day}, according to {speaker}.",
)
BETWEEN = (
    "Prices at the market of {place} have risen by {number} per cent, traders there said.",
    "The road from {place} to {other} remains the main way for lorries with grain and fuel.",
    "Residents of {place} describe long queues for water and bread, and many keep their children at home.",
    "The river is low, and the ferry between {place} and {other} carries {number} passengers at a time.",
    "A school in {place} serves as a shelter for those who have nowhere else to go.",
    "Doctors at the hospital of {place} say that they lack medicines and that the generator is old.",
    "{place} had some {number} thousand inhabitants before the conflict began.",
    "Analysts doubt that either side can hold {place} for long without supplies from {other}.",
    "The harvest around {place} was poor, and the mill near {other} stands still.",
    "Telephone lines to {place} are cut, which makes reports from there hard to check.",
    "Volunteers from {other} bring blankets, stoves and batteries whenever the road is open.",
    "Few of the families who left {place} expect to be back before the winter.",
)


@dataclass(frozen=True)
class Told:
    """What an article tells: where the sentence stands in its text, what happened when and where, and who says so."""

    start: int
    end: int
    day: date
    kind: str
    place: str
    speaker: str


@dataclass(frozen=True)
class Made:
    """An article that was made, and all that it tells of happenings."""

    id: str
    outlet: str
    published: date
    text: str
    told: tuple[Told, ...]


def articles(count: int, median: int = MEDIAN) -> Iterator[Made]:
    """So many articles, in the order of their days; `median` is how many characters half of them have at most."""
    return (article(number, median) for number in range(count))


def article(number: int, median: int = MEDIAN) -> Made:
    """The article of this number, the same in every corpus of such articles."""
    chance = random.Random(f"article {number}")
    published = FIRST + timedelta(number // A_DAY)
    size = min(LARGEST, max(SMALLEST, round(chance.lognormvariate(0, 0.7) * median)))
    text, told = "", []
    while len(text) < size:
        paragraph: list[tuple[str, tuple[date, str, str, str] | None]] = []
        for _ in range(chance.randint(2, 4)):
            if chance.random() < 0.25:
                back = chance.randint(0, BACK)
                happening = ((published - FIRST).days - back) * HAPPENINGS + chance.randrange(HAPPENINGS)
                sentence, what = _sentence(happening, published, chance)
                paragraph.append((sentence, (published - timedelta(back), *what)))
            else:
                paragraph.append((_filled(chance.choice(BETWEEN), chance), None))
        for sentence, happened in paragraph:
            text += sentence + " "
            if happened:
                told.append(Told(len(text) - 1 - len(sentence), len(text) - 1, *happened))
        text = text[:-1] + "\n\n"
    return Made(f"a{number:07}", OUTLETS[number % len(OUTLETS)], published, text, tuple(told))


def _sentence(happening: int, published: date, chance: random.Random) -> tuple[str, tuple[str, str, str]]:
    """A happening, the same each time, in words and with a day that differ between articles; and its kind, its place
    and who says so."""
    own = random.Random(f"happening {happening}")
    template = own.choice(tuple(EVENTS))
    filling = _filling(own)
    event, place = template.format(**filling), str(filling["place"])
    speaker = own.choice(SPEAKERS)
    day = FIRST + timedelta(happening // HAPPENINGS)
    named = f"{day:%A}" if (published - day).days < BACK else f"{day.day} {day:%B}"
    words = {"event": event, "speaker": speaker, "day": f"on {named}"}
    sentence = chance.choice(TOLD).format(**words, Event=_capital(event), Speaker=_capital(speaker))
    return sentence, (EVENTS[template], place, speaker)


def _filled(template: str, chance: random.Random) -> str:
    return template.format(**_filling(chance))


def _filling(chance: random.Random) -> dict[str, object]:
    return {"place": _place(chance), "other": _place(chance), "number": chance.randint(3, 90)}


def _place(chance: random.Random) -> str:
    first = chance.choice(ONSETS) + chance.choice(NUCLEI) + chance.choice(CODAS)
    return first + chance.choice(ENDINGS)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def write(count: int, folder: Path, median: int = MEDIAN) -> int:
    """Write a corpus (a folder of each month with its texts, and a manifest); the characters of its texts."""
    size = 0
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file)
        manifest.writerow(("file", "outlet", "title", "published", "url", "language", "notes"))
        for month, made in itertools.groupby(articles(count, median), lambda each: f"{each.published:%Y-%m}"):
            (folder / month).mkdir(exist_ok=True)
            for each in made:
                name = f"{month}/{each.id}.txt"
                (folder / name).write_text(each.text, encoding="utf-8")
                manifest.writerow((name, each.outlet, "", each.published.isoformat(), "", "en", ""))
                size += len(each.text)
    return size
