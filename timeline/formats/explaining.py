"""How an entry is known, told to people in Arabic and in English: one pair of sentences a line.

The words stand in words.toml under [how]; this module only chooses among them and fills in what the texts say.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from timeline.articles import Article
from timeline.chronology.explaining import Pairing, Reasons
from timeline.chronology.relations import relate_dates, relate_places
from timeline.chronology.similarity import ENOUGH, NEVER
from timeline.chronology.tellings import Traits
from timeline.formats.clean import one_line, ordered
from timeline.formats.date_labels import date_pair
from timeline.formats.naming import article_name
from timeline.formats.words import Pair, language, pair
from timeline.model import DateSpan, Event, Mention
from timeline.model.step import Step
from timeline.model.step import told as told_step

if TYPE_CHECKING:
    from timeline.chronology import Timeline

#: How the day of publication is known, by the rule of the step that tells it.
_ANCHORS = {"dateline": "dateline", "dateline follows": "dateline", "own weekday": "weekday"}
#: So many tellings of one entry are told with their own words; the others are counted.
_MOST = 6


def explained(timeline: "Timeline", entry: Event, lang: str = "en", *, points: bool = False) -> str:
    """All lines on an entry, in one language.

    Raises ValueError for another `lang` than "ar" and "en", and for an entry of another timeline.
    """
    chosen = language(lang) == "en"
    articles = {article.id: article for article in timeline.articles}
    reasons = timeline.reasons(entry)
    found = [*told(reasons, articles), *(counted(reasons, articles) if points else ())]
    return "\n".join(line[chosen] for line in found)


def told(reasons: Reasons, articles: dict[str, Article]) -> Iterator[Pair]:
    """The date, the parties, who tells it, what is set by readers, why the tellings are together, and what stayed apart."""
    entry = reasons.entry
    yield from _dates(entry, articles)
    yield from _parties(entry)
    names = [article_name(articles[key]) for key in entry.articles if key in articles]
    if names:
        yield _say("told_by", names=_listed(names))
    for amendment in entry.review.amended:
        was = "، ".join(map(_clean, amendment.was))
        who = f" ({_clean(amendment.by)})" if amendment.by else ""
        yield _say("amended" if was else "amended_silent", field=pair("fields", amendment.field), was=(was, was), who=(who, who))
    if entry.review.joined:
        yield _say("joined")
    for pairing in reasons.together[:_MOST]:
        yield _say("together", **_two(pairing, articles), why=_why(pairing, good=True))
    if reasons.apart is not None:
        nearest = reasons.apart.entry
        label = date_pair(nearest.date) if nearest.date else pair("ui", "undated")
        text = _clean(nearest.action.text)
        why = _why(reasons.apart.pairing, good=False)
        if reasons.apart.shared:
            shared = [article_name(articles[key]) for key in reasons.apart.shared if key in articles]
            why = _say("two_as_two", names=_listed(shared[:2])) if shared else why
        yield _say("apart", text=(text, text), date=label, why=why)


def counted(reasons: Reasons, articles: dict[str, Article]) -> Iterator[Pair]:
    """The points of each comparison, for who wants to check them."""
    pairings = [*reasons.together[:_MOST], *([reasons.apart.pairing] if reasons.apart else [])]
    for pairing in pairings:
        if pairing.comparison is not None:
            fields = pairing.comparison.fields
            sums = [
                "؛ ".join(f"{pair('fields', name)[lang]} {'✗' if value <= NEVER else f'{value:+}'}" for name, value, _ in fields)
                for lang in (0, 1)
            ]
            yield _say("points", **_two(pairing, articles), enough=(str(ENOUGH),) * 2, fields=(sums[0], sums[1].replace("؛", ";")))
    for mention in reasons.entry.mentions[:_MOST]:
        traces = (*(mention.date.trace if mention.date else ()), *mention.trace)
        if traces and mention.article in articles:
            arabic, english = (_clean("; ".join(told_step(one, lang) for one in traces)) for lang in ("ar", "en"))
            yield _say("trace", name=article_name(articles[mention.article]), trace=(arabic, english))


def _dates(entry: Event, articles: dict[str, Article]) -> Iterator[Pair]:
    """How the date is known: once for each way in which a telling knows it."""
    if entry.date is None:
        yield _say("no_date")
        return
    if entry.review.of("date") is not None:
        return
    ways: dict[Pair, Mention] = {}
    for mention in entry.mentions:
        if mention.when is not None and mention.article in articles:
            ways.setdefault(_way(mention, articles[mention.article]), mention)
    yield from list(ways)[:_MOST]


def _way(mention: Mention, article: Article) -> Pair:
    label = date_pair(mention.when) if mention.when else ("", "")
    name = article_name(article)
    words = _words(mention, article)
    anchor = _anchor(mention, article)
    if mention.dated in (None, "story", "inferred") and not words:
        return _say("day_inferred" if mention.dated == "inferred" else "day_story", date=label, name=name, known=anchor[1])
    where = "day_elsewhere" if mention.dated == "elsewhere" else "day_told"
    found = _say(where, date=label, name=name, words=(words, words))
    if anchor[0] is None:
        return found
    day = date_pair(DateSpan.day(anchor[0]))
    counted_ = _say("counted_from", date=day, known=anchor[1])
    return found[0] + counted_[0], found[1] + counted_[1]


def _words(mention: Mention, article: Article) -> str:
    """The words that give the date, wherever in the article they stand."""
    if mention.date is not None:
        return _clean(mention.date.text)
    if mention.dated_at is not None:
        return _clean(article.text[mention.dated_at.start : mention.dated_at.end])
    return ""


def _anchor(mention: Mention, article: Article) -> tuple[date | None, Pair]:
    """The day that the date was counted from (None where it stands on its own), and how that day is known."""
    steps = [one for one in (*(mention.date.trace if mention.date else ()), *mention.trace) if isinstance(one, Step)]
    today = next((str(one.values["today"]) for one in steps if "today" in one.values), None)
    day = date.fromisoformat(today) if today else None
    known = next((_ANCHORS[one.rule] for one in steps if one.rule in _ANCHORS), None)
    if known is None:
        known = "inferred" if mention.when is not None and mention.when.inferred else "given" if article.published else "dateline"
    return day, pair("anchors", known)


def _parties(entry: Event) -> Iterator[Pair]:
    """The parties with the words that name them, of the first telling that names each."""
    found: dict[str, tuple[Pair, str]] = {}
    for mention in entry.mentions:
        for named in (*mention.actors, *mention.targets):
            inside = mention.quote[max(0, named.start - mention.start) : max(0, named.end - mention.start)]
            label = _clean(named.actor.label("ar")), _clean(named.actor.label("en"))
            if named.actor.name not in found or not found[named.actor.name][1]:
                found[named.actor.name] = (label, _clean(inside))
    if found:
        items = [
            tuple(f"{label[lang]} «{words}»" if words and words != label[lang] else label[lang] for lang in (0, 1))
            for label, words in found.values()
        ]
        yield _say("parties", names=_listed([(one[0], one[1]) for one in items]))


def _two(pairing: Pairing, articles: dict[str, Article]) -> dict[str, Pair]:
    unknown = pair("ui", "unknown_source")
    names = [article_name(articles[one.article]) if one.article in articles else unknown for one in (pairing.one, pairing.other)]
    return {"one": names[0], "other": names[1]}


def _why(pairing: Pairing, *, good: bool) -> Pair:
    """What speaks for the two being one (or against it), the weightiest first."""
    if pairing.comparison is None:
        return pair("reasons", "alike")
    fields = sorted(((points, name) for name, points, _ in pairing.comparison.fields), reverse=good)
    keys = [
        _reason(name, points, pairing.one.traits, pairing.other.traits)
        for points, name in fields
        if points and (points > 0) == good
    ]
    found = [pair("reasons", key) for key in keys[:3]] or [pair("reasons", "little" if good else "not_enough")]
    return _listed(found)


def _reason(field: str, points: int, one: Traits, other: Traits) -> str:
    """The word for what a field says."""
    match field:
        case "date":
            return "date_none" if one.date is None or other.date is None else f"date_{relate_dates(one.date, other.date)}"
        case "place" if one.place is not None and other.place is not None:
            return f"place_{relate_places(one.place, other.place)}"
        case "action" if points > 0:
            return "action_same" if set(one.heads) & set(other.heads) else "action_kind"
        case "parties" if points > 0:
            return "parties_same" if one.everyone == other.everyone else "parties_alike"
    return f"{field}_differ"


def _listed(pairs: Iterable[Pair]) -> Pair:
    listed = list(pairs)
    return "، ".join(one for one, _ in listed), ", ".join(other for _, other in listed)


def _say(key: str, **parts: Pair) -> Pair:
    """A sentence of the table, its places filled."""
    arabic, english = pair("how", key)
    return (
        arabic.format(**{name: value[0] for name, value in parts.items()}),
        english.format(**{name: value[1] for name, value in parts.items()}),
    )


def _clean(text: str) -> str:
    return one_line(ordered(text))
