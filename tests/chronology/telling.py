"""Short hands for tests: articles and the mentions of events in them, without reading any text."""

from datetime import date

from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.model import Action, ActorMention, DateSpan, Mention, PlaceMention, Span
from timeline.model import Actor as Actor
from timeline.model import Place as Place

RUSSIA = Actor("روسيا", "RUS")
AMERICA = Actor("الولايات المتحدة", "USA")
CHINA = Actor("الصين", "CHN")
QATAR = Actor("قطر", "QAT")
EMIR = Actor("تميم بن حمد آل ثاني", "QAT", kind="person", title="أمير قطر")
ATTIYAH = Actor("خالد العطية", "QAT", kind="person", title="وزير الخارجية القطري")
LAVROV = Actor("سيرغي لافروف", "RUS", kind="person", title="وزير الخارجية الروسي")
KERRY = Actor("جون كيري", "USA", kind="person", title="وزير الخارجية الأميركي")
MINISTRY = Actor("وزارة الخارجية الروسية", "RUS")
GENEVA = Place("جنيف", "CHE", 46.2, 6.15, 2660646)
VIENNA = Place("فيينا", "AUT", 48.2, 16.37, 2761369)
DOHA = Place("الدوحة", "QAT", 25.29, 51.53, 290030)
IN_QATAR = Place("قطر", "QAT")


def on(day: str, until: str | None = None, *, about: bool = False) -> DateSpan:
    """A day, a month ("2022-01"), a year ("2022"), or the days from one to another."""
    parts = [int(part) for part in day.split("-")]
    if until is not None:
        return DateSpan(date.fromisoformat(day), date.fromisoformat(until), "range", about)
    if len(parts) == 1:
        return DateSpan.year(parts[0], approximate=about)
    if len(parts) == 2:
        return DateSpan.month(parts[0], parts[1], approximate=about)
    return DateSpan.day(date(*parts), approximate=about)


def tell(
    article: str,
    when: DateSpan | None,
    *actors: Actor,
    head: str = "لقاء",
    type: str = "CONSULT",  # noqa: A002
    to: tuple[Actor, ...] = (),
    place: Place | None = None,
    modality: str = "asserted",
    event: int = 0,
    text: str | None = None,
) -> Mention:
    """One mention in the article with this id; the article of `timeline_of` is as long as it needs to be."""
    start = 10 * event
    return Mention(
        article=article,
        start=start,
        end=start + 4,
        quote="نص ن",
        trigger=Span(start, start + 2),
        action=Action(text or head, type, modality, head),  # type: ignore[arg-type]
        when=when,
        actors=tuple(ActorMention(actor, start, start + 2) for actor in actors),
        targets=tuple(ActorMention(actor, start, start + 2) for actor in to),
        place=PlaceMention(place, start, start + 2) if place else None,
        event=event,
    )


def timeline_of(*mentions: Mention, published: dict[str, str] | None = None) -> Timeline:
    """The timeline of these mentions and their articles."""
    ids = sorted({mention.article for mention in mentions})
    known = published or {}
    return Timeline(tuple(Article("نص نص نص ن" * 40, known.get(name), id=name, source=f"صحيفة {name}") for name in ids), mentions)
