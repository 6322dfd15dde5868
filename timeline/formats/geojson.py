"""The events that have a place on the map, as GeoJSON (RFC 7946)."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.formats.clean import printable
from timeline.formats.columns import EVENTS, origins_of, row
from timeline.formats.identity import identities
from timeline.model import Event

if TYPE_CHECKING:
    from timeline.chronology import Timeline

_COLUMNS = tuple(name for name, _ in EVENTS if name not in ("id", "mentions", "latitude", "longitude"))


def write(timeline: "Timeline") -> str:
    """A FeatureCollection of points, one an event with coordinates, the undated among them.

    Properties are plain values, for the attributes of a map hold no lists (in QGIS, say): several names are joined by "; ", in
    `articles`, `sources`, `titles` and `urls` in the same order. `unplaced`, a member of our own, counts the events that are left
    out for want of coordinates.
    """
    events = list(timeline.entries)
    origins = origins_of(timeline)
    features = []
    for event, id in zip(events, identities(events), strict=True):  # noqa: A001
        place = event.place
        if place is None or place.latitude is None or place.longitude is None:
            continue
        features.append(
            {
                "type": "Feature",
                "id": id,
                "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
                "properties": _properties(row(event, origins), event),
            }
        )
    collection = {"type": "FeatureCollection", "unplaced": len(events) - len(features), "features": features}
    return printable(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"


def _properties(values: dict[str, Any], event: Event) -> dict[str, Any]:
    """The columns of a row that say something beside a map, days as strings, lists joined."""
    place = event.place
    kept = {name: values[name] for name in _COLUMNS}
    kept |= {"english": place.english if place else None, "actors_english": [actor.label("en") for actor in event.actors]}
    return {name: _plain(value) for name, value in kept.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join("" if item is None else str(item) for item in value)
    return value.isoformat() if isinstance(value, date) else value
