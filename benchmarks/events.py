"""Score the dates that the toolkit gives to events, beside two floors.

    python benchmarks/events.py FILE [--errors N]

FILE holds JSON lines with doc, dct, text and events, each with start, end and its gold date: YYYY-MM-DD, YYYY-MM,
YYYY, or XXXX where annotators could not date it. An answer is right when it is exactly that day, month or year; an
event without a gold date should get none. The floors give every event the day of publication, or the nearest expression
of its sentence. The brackets hold the middle 95 % of 1,000 resamples of the documents; the halves split the documents
by a hash of their names.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accuracy import half

from toolkit.claims.clocks.event_dates import when
from toolkit.claims.document import Document
from toolkit.dates.notation import from_timex
from toolkit.model import Interval

Answers = list[Interval | None]
KINDS = ("known", "publication day", "another day", "month", "year", "left open")


@dataclass(frozen=True)
class Story:
    """An article with its events: where they are named and when they happened."""

    id: str
    published: date
    text: str
    spans: list[tuple[int, int]]
    gold: list[str]


def read(path: Path) -> list[Story]:
    """The articles of a file; ValueError names the line that is none."""
    stories = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            record = json.loads(line)
            spans = [(event["start"], event["end"]) for event in record["events"]]
            gold = [event["date"] for event in record["events"]]
            stories.append(
                Story(record["doc"], date.fromisoformat(record["dct"]), record["text"], spans, gold)
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}, line {number}: no article with dated events: {error}") from None
    return stories


def toolkit(story: Story) -> Answers:
    """This project's answers."""
    return [days for days, _ in when(story.text, story.spans, story.published)]


def publication(story: Story) -> Answers:
    """The day of publication for every event."""
    return [Interval(story.published, story.published) for _ in story.spans]


def nearest(story: Story) -> Answers:
    """The nearest expression with days in the event's sentence, else the day of publication."""
    document = Document(story.text, story.published)
    answers: Answers = []
    for start, end in story.spans:
        sentence = document.sentence(start)
        dated = [d for d in document.dates_in(sentence.start, sentence.end) if d.interval] if sentence else []
        chosen = min(dated, key=lambda d: max(d.start - end, start - d.end), default=None)
        answers.append(chosen.interval if chosen else Interval(story.published, story.published))
    return answers


SYSTEMS: dict[str, Callable[[Story], Answers]] = {
    "timeline-toolkit": toolkit,
    "nearest expression": nearest,
    "publication day": publication,
}


def count(story: Story, answers: Answers) -> Counter[str]:
    """How many events of each kind there are, and how many got the right answer."""
    counted: Counter[str] = Counter()
    for gold, days in zip(story.gold, answers, strict=True):
        wanted = None if gold.startswith("X") else from_timex(gold)
        kinds = ["left open"] if wanted is None else ["known", kind(gold, story.published)]
        right = _bounds(wanted) == _bounds(days)
        for each in kinds:
            counted.update({each: 1, f"{each}, right": right})
    return counted


def _bounds(days: Interval | None) -> tuple[date | None, date | None]:
    return (days.earliest, days.latest) if days else (None, None)


def kind(gold: str, published: date) -> str:
    """The kind of a gold date."""
    if len(gold) < 10:
        return "month" if len(gold) == 7 else "year"
    return "publication day" if gold == published.isoformat() else "another day"


def share(counted: Iterable[Counter[str]], which: str) -> float:
    """Which share of a kind was answered rightly, in percent."""
    total = sum(counted, Counter())
    return 100 * total[f"{which}, right"] / total[which] if total[which] else 0.0


def interval(counted: Sequence[Counter[str]], which: str, rounds: int = 1000) -> tuple[float, float]:
    """The middle 95 % of a share over resamples of the documents (seeded)."""
    draw = random.Random(3)
    shares = sorted(share(draw.choices(counted, k=len(counted)), which) for _ in range(rounds))
    return shares[rounds // 40], shares[-rounds // 40]


def report(path: Path, stories: list[Story], errors: int) -> None:
    """Print one table."""
    sizes = sum((count(story, publication(story)) for story in stories), Counter())
    print(
        f"\n{path.name}: {len(stories)} documents, {sizes['known']} events with a date and {sizes['left open']} without"
    )
    print(f"{'':20}" + "".join(f"{each:>17}" for each in KINDS))
    print(f"{'events':20}" + "".join(f"{sizes[each]:17}" for each in KINDS))
    for name, run in SYSTEMS.items():
        counted = [count(story, run(story)) for story in stories]
        print(f"{name:20}" + "".join(f"{share(counted, each):17.1f}" for each in KINDS))
        brackets = (interval(counted, each) for each in KINDS)
        print(f"{'  95 %':20}" + "".join(f"{f'[{low:.1f}, {high:.1f}]':>17}" for low, high in brackets))
        halves = [[c for c, s in zip(counted, stories, strict=True) if half(s.id) == side] for side in (0, 1)]
        sides = (f"{share(halves[0], each):.1f}, {share(halves[1], each):.1f}" for each in KINDS)
        print(f"{'  halves':20}" + "".join(f"{each:>17}" for each in sides))
    show(stories, errors)


def show(stories: list[Story], errors: int) -> None:
    """Print the first events that got another date than gold."""
    for story in stories:
        for (start, end), gold, (days, why) in zip(
            story.spans, story.gold, when(story.text, story.spans, story.published), strict=True
        ):
            if errors and _bounds(days) != _bounds(None if gold.startswith("X") else from_timex(gold)):
                errors -= 1
                print(f"  {story.id}: {story.text[start:end]!r} is {gold}, read as {_said(days)}: {why}")


def _said(days: Interval | None) -> str:
    return f"{days.earliest or '..'}/{days.latest or '..'}" if days else "open"


def main() -> None:
    """Score the file of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many differences")
    options = parser.parse_args()
    try:
        report(options.path, read(options.path), options.errors)
    except (ValueError, OSError) as error:
        raise SystemExit(f"events: {error}") from None


if __name__ == "__main__":
    main()
