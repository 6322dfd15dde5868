"""One article read by the rules and by a reader, and what became of the reader's claims."""

from datetime import date, timedelta

import attrs

from timeline.articles import Article
from timeline.model import DateSpan, Mention
from timeline.reader.checking import Fault, Page, check
from timeline.reader.proposal import Answer, Reader, sound
from timeline.reader.uniting import unite

_NEWS = timedelta(days=7)  # how long before its publication a story tells of


@attrs.frozen
class Report:
    """What a reader brought: how many of its proposals held, how many claims fell and for which fault, and what it cost."""

    proposed: int = 0
    held: int = 0
    malformed: int = 0
    faults: tuple[tuple[Fault, int], ...] = ()
    calls: int = 0
    tokens: int = 0
    failure: str | None = None


def read_with(page: Page, ours: tuple[Mention, ...], reader: Reader) -> tuple[tuple[Mention, ...], Report]:
    """The mentions of the rules (`ours`) and of the reader together, and a report.

    A reader that fails costs its proposals alone: the rules' mentions are then all there are, and the report says why.
    """
    answer = _asked(reader, page.article)
    if answer.failure is not None:
        return ours, Report(calls=answer.calls, tokens=answer.tokens, failure=answer.failure)
    checked = check(attrs.evolve(page, story=story_day(ours, page.dating.anchor.today)), answer, reader.name)
    report = Report(
        len(answer.proposals), len(checked.mentions), answer.malformed, checked.faults, answer.calls, answer.tokens, answer.failure
    )
    return unite(ours, checked.mentions), report


def _asked(reader: Reader, article: Article) -> Answer:
    """The reader's answer, of the right form throughout; a reader is the caller's: whatever it does, the article goes on."""
    try:
        answer = reader.propose(article)
    except Exception as error:
        try:
            said = str(error)
        except Exception:
            said = "an error that cannot say what it is"
        return Answer(failure=f"{type(error).__name__}: {said}")
    try:
        return sound(answer)
    except (TypeError, AttributeError) as error:
        return Answer(failure=f"an answer of another form: {error}")


def story_day(mentions: tuple[Mention, ...], today: date | None) -> DateSpan | None:
    """The day of which the whole story tells: by which the rules dated what has no day of its own, else the first told.

    The latter is a single day, today's or one of the week before: a story tells its news first.
    """
    by_story = next((mention.when for mention in mentions if mention.dated == "story" and mention.when is not None), None)
    told = (mention.when for mention in mentions if mention.dated == "told" and mention.action.modality == "asserted")
    return by_story or next((day for day in told if day is not None and _is_news(day, today)), None)


def _is_news(day: DateSpan, today: date | None) -> bool:
    return today is not None and day.days == 1 and timedelta() <= today - day.begin <= _NEWS
