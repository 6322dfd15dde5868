"""A reader of a tiny made-up language, so that the store is tested without Arabic: one event a line, "day who,who what where"."""

from datetime import date

from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.model import Action, Actor, ActorMention, DateSpan, Mention, Place, PlaceMention, Span


def extract(article: Article) -> Timeline:
    """The events of the lines; a line without a day is undated, "-" stands for nobody and nowhere."""
    found = []
    start = 0
    for number, line in enumerate(article.text.splitlines(keepends=True)):
        day, who, what, where = line.split()
        end = start + len(line.rstrip("\n"))
        actors = tuple(ActorMention(Actor(code, code), start, end) for code in who.split(",") if code != "-")
        found.append(
            Mention(
                article=article.id,
                start=start,
                end=end,
                quote=article.text[start:end],
                trigger=Span(start, start + len(day)),
                action=Action(what, "CONSULT", head=what),
                when=None if day == "-" else DateSpan.day(date.fromisoformat(day)),
                actors=actors,
                place=None if where == "-" else PlaceMention(Place(where, where[:3].upper()), start, end),
                event=number,
            )
        )
        start += len(line)
    return Timeline((article,), tuple(found))


def articles(count: int, *, lines: int = 3) -> list[Article]:
    """Articles that tell overlapping events, always the same."""
    codes = ("RUS", "USA", "CHN", "QAT", "EGY")
    cities = ("geneva", "vienna", "doha")
    told = []
    for number in range(count):
        story = number // 4  # four articles tell one story, every other one without saying where
        text = "\n".join(
            f"2022-{(story + line) % 12 + 1:02}-{(story // 2 + line) % 28 + 1:02} "
            f"{codes[(story + line) % 5]},{codes[(story + 2 * line + 1) % 5]} talks {'-' if number % 2 else cities[story % 3]}"
            for line in range(lines)
        )
        told.append(Article(text, date(2022, 12, number % 28 + 1), source=f"paper {number % 7}", title=f"number {number}"))
    return told
