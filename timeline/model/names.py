"""Who acts, and where."""

from typing import Literal

import attrs

ActorKind = Literal["state", "organisation", "person", "group"]

#: Sectors of the PLOVER coding scheme (Open Event Data Alliance, PLOVER manual, table of agent codes) that news names.
Sector = Literal[
    "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "IGO", "NGO", "MED", "BUS", "EDU", "REL", "CVL", "CRM", "ELI"
]


@attrs.frozen
class Actor:
    """Someone who does something, or to whom it is done.

    `name` is the canonical Arabic name; `code` an ISO 3166-1 alpha-3 code for a state and those who speak for it, an acronym
    for an organisation and those who speak for it, or None where nothing known stands behind the name; `title` stands as in
    the text ("وزير الخارجية الأميركي"); `english` is the English name where one is known.

    >>> Actor("فلاديمير بوتين", "RUS", sector="GOV", kind="person", english="Vladimir Putin").label("en")
    'Vladimir Putin'
    """

    name: str
    code: str | None = None
    sector: Sector | None = None
    title: str | None = None
    kind: ActorKind = "state"
    english: str | None = None

    def label(self, language: str = "ar") -> str:
        """The name in Arabic ("ar") or English ("en"); the Arabic one where no English one is known."""
        return self.english or self.name if language == "en" else self.name


@attrs.frozen
class Place:
    """Somewhere an event happens.

    `name` is Arabic; `country` ISO 3166-1 alpha-3; `latitude` and `longitude` are degrees (WGS 84) and `geonameid` the GeoNames
    identifier, all three None for a place that GeoNames does not list.
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    english: str | None = None

    def label(self, language: str = "ar") -> str:
        """The name in Arabic ("ar") or English ("en"); the Arabic one where no English one is known."""
        return self.english or self.name if language == "en" else self.name
