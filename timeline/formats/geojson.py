"""The events that have a place on the map, as GeoJSON (RFC 7946)."""

import json
from typing import TYPE_CHECKING

from timeline.formats.clean import printable
from timeline.formats.identity import identities

if TYPE_CHECKING:
    from timeline.chronology import Timeline


def write(timeline: "Timeline") -> str:
    """A FeatureCollection of points, one an event with coordinates, the undated among them.

    `unplaced`, a member of our own, counts the events that are left out for want of coordinates.
    """
    events = list(timeline.entries)
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
                "properties": {
                    "date": event.date.edtf if event.date else None,
                    "begin": event.date.begin.isoformat() if event.date else None,
                    "end": event.date.end.isoformat() if event.date else None,
                    "dated": event.dated,
                    "actors": [actor.name for actor in event.actors],
                    "codes": [actor.code for actor in event.actors],
                    "targets": [actor.name for actor in event.targets],
                    "action": event.action.text,
                    "type": event.action.type,
                    "modality": event.action.modality,
                    "place": place.name,
                    "english": place.english,
                    "country": place.country,
                    "geonameid": place.geonameid,
                    "articles": list(event.articles),
                },
            }
        )
    collection = {"type": "FeatureCollection", "unplaced": len(events) - len(features), "features": features}
    return printable(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"
