"""Everyone and everywhere that a text names."""

import attrs

from timeline.dates.dating import Dating
from timeline.names.drafts import Scan
from timeline.names.found import Names, Party
from timeline.names.latin import with_latin_name
from timeline.names.parse import drafts
from timeline.names.recognizer import Recognizer
from timeline.names.reconcile import with_places, with_recognized
from timeline.names.references import resolve
from timeline.names.settings import settings
from timeline.names.vocabulary import Vocabulary
from timeline.reading import Reading


def find(
    reading: Reading,
    dating: Dating,
    vocabulary: Vocabulary | None = None,
    recognizer: Recognizer | None = None,
    outlet: str | None = None,
) -> Names:
    """The parties and places of a text.

    `dating` tells where the text's dates and its dateline stand; `vocabulary` is the packaged one where None is given; a
    `recognizer` adds persons, organisations and places that no vocabulary has; `outlet` is the name of who published the text,
    whose home is that of offices without a state.
    """
    known = vocabulary or Vocabulary.default()
    scan = Scan(reading, known.lexicon.matches(reading), known, known.words, dating.page)
    spans = tuple(recognizer.recognize(reading)) if recognizer is not None else ()
    first = list(drafts(scan))
    found = resolve(scan, with_recognized(scan, first, spans) if spans else first, outlet)
    places = list(settings(scan, found))
    if spans:
        places = with_places(scan, places, spans)
    parties = (scan.party(draft) for draft in found)
    return Names(tuple(_with_latin_names(party, known) for party in parties), tuple(places), known)


def _with_latin_names(party: Party, vocabulary: Vocabulary) -> Party:
    actors = tuple(with_latin_name(actor, vocabulary) for actor in party.actors)
    return party if actors == party.actors else attrs.evolve(party, actors=actors)
