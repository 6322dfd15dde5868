"""What a reader can filter a page by: actors, places, types, sources and modalities, each with its label and its entries."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs

from timeline.articles import Article
from timeline.data import countries
from timeline.formats.clean import one_line, ordered
from timeline.formats.words import Pair, pair
from timeline.model import Actor, Event

FIELDS = ("actor", "place", "type", "source", "modality")


@attrs.frozen
class Choice:
    """One thing to filter by; `group` is "states" or "people" for an actor."""

    key: str
    label: Pair
    group: str = ""


def source_of(article: Article) -> str:
    """The outlet, or the host of the address, or nothing."""
    if article.source and article.source.strip():
        return _shown(article.source)
    if article.url and "://" in article.url:
        return _shown(article.url.split("://", 1)[1].split("/", 1)[0])
    return ""


def choices(event: Event, articles: Mapping[str, Article]) -> dict[str, list[Choice]]:
    """Under which choices of each field an entry is found; whoever speaks for a state is found under the state as well."""
    sources = sorted({source_of(articles[key]) for key in event.articles if key in articles})
    return {
        "actor": _unique(choice for actor in (*event.actors, *event.targets) for choice in _actor(actor)),
        "place": [Choice(_shown(event.place.name), _names(event.place.name, event.place.english))] if event.place else [],
        "type": [Choice(event.action.type, pair("types", event.action.type))],
        "source": [Choice(source or "?", (source, source) if source else pair("ui", "unknown_source")) for source in sources],
        "modality": [Choice(event.action.modality, pair("modality", event.action.modality))],
    }


def _actor(actor: Actor) -> Iterable[Choice]:
    own = _names(actor.name, actor.english)
    if actor.kind in ("state", "organisation"):
        yield Choice(actor.code or own[0], own, "states")
        return
    yield Choice(own[0], own, "people")
    if actor.code:
        yield Choice(actor.code, _territory(actor.code), "states")


def _names(arabic: str, english: str | None) -> Pair:
    name = _shown(arabic)
    return name, _shown(english) if english else name


def _shown(text: str) -> str:
    return one_line(ordered(text))


def _unique(found: Iterable[Choice]) -> list[Choice]:
    return list({choice.key: choice for choice in found}.values())


@lru_cache(maxsize=512)
def _territory(code: str) -> Pair:
    """CLDR's names of a state by its alpha-3 code; the code itself where it has none."""
    country = countries().get(code)
    return (country.arabic or code, country.english or code) if country else (code, code)
