"""Event records of PLOVER, the coding scheme of the Open Event Data Alliance.

Our types are PLOVER's, but our use of them departs from its manual in a few points; this is how an event is mapped:

| ours | PLOVER |
|---|---|
| AGREE by signing, ratifying or concluding | SUPPORT, where the manual puts these |
| AGREE otherwise | AGREE |
| OTHER of a resignation | RETREAT, where the manual puts officials who resign |
| STATEMENT, other OTHER | left out: comment without a change of policy is no event (`uncoded=True` keeps it, `event` null) |
| planned, hypothetical | the same type, with "future" or "hypothetical" in `context`, where the manual puts them |
| negated | left out: it did not happen (`uncoded=True` keeps it, with "negated" in `context`) |
| a meeting or agreement among its actors, without a target | every party is both actor and recipient |
| no date | left out: a record needs a day (`date`, the first; `date_end`, the last; `date_precision` says how exact) |
| how the day is known | `date_basis`, a member of our own: "told", "elsewhere", "story" or "inferred" |

Early versions of the manual say DISAPPROVE and DEMAND for ACCUSE and REQUEST. `mode` is given for CONSULT alone ("visit", "phone",
"third-party", "multilateral"), and null where the trigger does not tell it.
"""

import json
from typing import TYPE_CHECKING, Any

from timeline.formats.clean import link, whole
from timeline.formats.identity import identities
from timeline.model import Actor, Event
from timeline.reading import fold

if TYPE_CHECKING:
    from timeline.articles import Article
    from timeline.chronology import Timeline


def _heads(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_SIGNING = _heads("توقيع إبرام تصديق مصادقة إقرار توقيعات")
_RESIGNATION = _heads("استقالة تنح تنحي")
_MODES = (
    ("visit", _heads("زيارة وصول استقبال توجه جولة استضافة")),
    ("phone", _heads("اتصال مكالمة مهاتفة هاتف")),
    ("third-party", _heads("وساطة توسط")),
)
_SYMMETRIC = ("CONSULT", "AGREE", "SUPPORT", "COOPERATE")
_CONTEXT = {"asserted": [], "planned": ["future"], "hypothetical": ["hypothetical"], "negated": ["negated"]}


def write(timeline: "Timeline", *, uncoded: bool = False, indent: int | None = 1) -> str:
    """A JSON list of records: id, date, actor, recipient, event, mode, context, location, text, and the articles behind them.

    Lone surrogates become U+FFFD. `uncoded` keeps the events that PLOVER has no record for.
    """
    articles = {article.id: article for article in timeline.articles}
    events = list(timeline)
    found = (record(event, key, articles) for event, key in zip(events, identities(events), strict=True))
    kept = [one for one in found if uncoded or (one["event"] and "negated" not in one["context"])]
    return whole(json.dumps(kept, ensure_ascii=False, indent=indent)) + "\n"


def record(event: Event, id: str, articles: "dict[str, Article]") -> dict[str, Any]:  # noqa: A002
    """One dated event as a PLOVER record; `event` is null where PLOVER has no type for it."""
    if event.date is None:
        raise ValueError("a PLOVER record needs a date")
    kind = plover_type(event)
    recipients = event.targets or (event.actors if kind in _SYMMETRIC and len(event.actors) > 1 else ())
    return {
        "id": id,
        "date": event.date.begin.isoformat(),
        "date_end": event.date.end.isoformat(),
        "date_precision": event.date.precision,
        "date_basis": event.dated,
        "actor": [_party(actor) for actor in event.actors],
        "recipient": [_party(actor) for actor in recipients],
        "event": kind,
        "mode": _mode(event),
        "context": _CONTEXT[event.action.modality],
        "location": {
            "name": event.place.name,
            "country": event.place.country,
            "latitude": event.place.latitude,
            "longitude": event.place.longitude,
            "geonameid": event.place.geonameid,
        }
        if event.place
        else None,
        "text": event.mentions[0].quote if event.mentions else event.action.text,
        "language": "ar",
        "publication": [
            {
                "id": key,
                "source": articles[key].source,
                "title": articles[key].title,
                "url": link(articles[key].url),
                "date": published.isoformat() if (published := articles[key].published) else None,
            }
            for key in event.articles
            if key in articles
        ],
    }


def plover_type(event: Event) -> str | None:
    """The type by PLOVER's manual, or None where it has none."""
    kind, head = event.action.type, fold(event.action.head)
    if kind == "AGREE" and head in _SIGNING:
        return "SUPPORT"
    if kind == "OTHER" and head in _RESIGNATION:
        return "RETREAT"
    return None if kind in ("STATEMENT", "OTHER") else kind


def _mode(event: Event) -> str | None:
    if event.action.type != "CONSULT":
        return None
    head = fold(event.action.head)
    named = next((mode for mode, heads in _MODES if head in heads), None)
    parties = {actor.code or actor.name for actor in (*event.actors, *event.targets)}
    return named or ("multilateral" if len(parties) > 2 else None)


def _party(actor: Actor) -> dict[str, Any]:
    """PLOVER joins who acts and in which part: RUS and GOV."""
    return {"name": actor.name, "code": actor.code, "sector": actor.sector}
