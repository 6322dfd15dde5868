"""How long merging takes and how much memory: `python tests/benchmarks/bench_merge.py [1000 10000 100000]`.

The events are made up, seeded, and distributed as news is: a few actors have most of them, every event is told by one to six
articles, each in its own words, with its own grain of date and sometimes without the place.
"""

import random
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.model import Action, Actor, ActorMention, DateSpan, Mention, Place, PlaceMention, Span

_CODES = [first + second + third for first in "ABCDEFGH" for second in "IJKLM" for third in "NOP"]
_PERSONS = 4
_HEADS = {
    "CONSULT": ["لقاء", "اجتماع", "محادثات", "زيارة", "اتصال"],
    "STATEMENT": ["تصريح", "إعلان", "قول"],
    "REQUEST": ["دعوة", "طلب"],
    "ACCUSE": ["إدانة", "اتهام"],
    "ASSAULT": ["هجوم", "قصف"],
    "AGREE": ["اتفاق", "توقيع"],
    "SANCTION": ["عقوبات"],
}


def actor(chance: random.Random) -> Actor:
    """A state or one of those who speak for it; a few states have most of the news."""
    code = _CODES[min(int(chance.paretovariate(0.8)) - 1, len(_CODES) - 1)]
    who = chance.randrange(-3, _PERSONS)
    return Actor(f"دولة {code}", code) if who < 0 else Actor(f"فلان{who} {code}", code, kind="person")


def mentions(count: int, seed: int = 1) -> tuple[tuple[Article, ...], tuple[Mention, ...]]:
    """Articles of ten tellings each, `count` tellings in all, over three years."""
    chance = random.Random(seed)
    told: list[Mention] = []
    first = date(2020, 1, 1)
    places = [Place(f"مدينة {code}", code) for code in _CODES]
    articles = max(1, count // 10)
    while len(told) < count:
        action_type = chance.choice(list(_HEADS))
        day = first + timedelta(days=chance.randrange(1096))
        actors = list(dict.fromkeys(actor(chance) for _ in range(chance.choice((1, 2, 2, 3)))))
        place = chance.choice(places)
        tellers = min(chance.choice((1, 1, 1, 2, 3, 6)), articles)
        for article in chance.sample(range(articles), tellers):
            when = DateSpan.day(day) if chance.random() < 0.9 else DateSpan.month(day.year, day.month)
            event = len(told)
            told.append(
                Mention(
                    article=f"a{article}",
                    start=0,
                    end=3,
                    quote="نصن",
                    trigger=Span(0, 2),
                    action=Action(
                        "نص", action_type, chance.choice(["asserted", "asserted", "planned"]), chance.choice(_HEADS[action_type])
                    ),  # type: ignore[arg-type]
                    when=when if chance.random() < 0.95 else None,
                    actors=tuple(ActorMention(who, 0, 2) for who in actors),
                    place=PlaceMention(place, 0, 2) if chance.random() < 0.6 else None,
                    event=event,
                )
            )
    return tuple(Article("نصن", id=f"a{number}") for number in range(articles)), tuple(told[:count])


def main() -> None:
    """Print a line a size."""
    print(f"{'events':>8} {'entries':>8} {'seconds':>8} {'MB':>6}")
    for count in [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        articles, told = mentions(count)
        begin = time.perf_counter()
        entries = Timeline(articles, told).entries
        seconds = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:>8} {len(entries):>8} {seconds:>8.2f} {peak:>6.0f}")


if __name__ == "__main__":
    main()
