"""What opens under an entry of a page: who, the quotes, where tellings differ, and how it is known."""

from typing import Any

from timeline.chronology.explaining import Explainer
from timeline.formats.clean import one_line, ordered
from timeline.formats.date_labels import date_pair
from timeline.formats.html.labels import Labels
from timeline.formats.html.quotes import pieces
from timeline.formats.words import Pair, pair
from timeline.model import Actor, ActorMention, Event, Mention


def name(actor: Actor) -> Pair:
    """The actor's name in both languages, fit for a page."""
    return one_line(ordered(actor.label("ar"))), one_line(ordered(actor.label("en")))


def explanation(explainer: Explainer, event: Event, sources: dict[str, str]) -> list[str]:
    """Why the entry is one entry, a line each; then how each telling, and its date, was read."""
    lines = explainer.explain(event).split("\n")
    for mention in event.mentions:
        traces = (*(mention.date.trace if mention.date else ()), *mention.trace)
        lines += [f"{sources[mention.article]}: {'; '.join(traces)}"] if traces else []
    return [ordered(line) for line in dict.fromkeys(lines)]


def details(event: Event, numbers: dict[str, int], labels: Labels) -> dict[str, Any]:
    """What opens under an entry, in few letters: date, who, whom, quotes, conflicts."""
    return {
        "d": [labels.number(date_pair(event.date)), event.date.edtf, labels.number(pair("precision", event.date.precision))]
        if event.date
        else None,
        "w": [_person(actor) for actor in event.actors],
        "t": [_person(actor) for actor in event.targets],
        "q": [_quote(mention, numbers) for mention in event.mentions],
        "c": [
            [
                labels.number(pair("fields", conflict.field)),
                labels.number(pair("relations", conflict.relation)),
                [[ordered(value), [numbers[key] for key in told if key in numbers]] for value, told in conflict.versions],
            ]
            for conflict in event.conflicts
        ],
    }


def _person(actor: Actor) -> list[Any]:
    """[Arabic name, English name, title, code, sector]; what is not known is empty."""
    sector = pair("sectors", actor.sector) if actor.sector else ("", "")
    return [*name(actor), one_line(ordered(actor.title or "")), actor.code or "", *sector]


def _quote(mention: Mention, numbers: dict[str, int]) -> list[Any]:
    """[article number, pieces, reporter, date as written where it stands outside the quote]."""
    inside = mention.date and mention.start <= mention.date.start < mention.end
    elsewhere = ordered(mention.date.text) if mention.date and not inside else ""
    return [numbers[mention.article], pieces(mention), _reporter(mention.reporter), elsewhere]


def _reporter(reporter: ActorMention | None) -> list[str]:
    return list(name(reporter.actor)) if reporter else []
