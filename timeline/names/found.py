"""What the names room hands on: the parties and the places of one text, before anyone knows what they do."""

from typing import Literal

import attrs

from timeline.model import Actor, Place
from timeline.names.vocabulary import Vocabulary

#: How a party is named: a state or organisation by its own name; a capital or seat that stands for its government; a bare
#: nationality adjective after a noun ("المحادثات الروسية"); an institution ("وزارة الخارجية الروسية"); a title with or without its
#: bearer's name; a later short mention ("كيري"); a phrase that points back ("نظيره", "الجانبان"); a body of several parties; a
#: group.
Form = Literal["name", "capital", "adjective", "institution", "person", "title", "short", "counterpart", "sides", "joint", "group"]


@attrs.frozen
class Party:
    """Someone named in the text: one actor, or several where one phrase names several ("الجانبان", "مجلس الناتو وروسيا").

    `start` and `end` are code points, proclitics left out; `first` and `last` the half-open range of tokens; `proclitics` the
    letters glued in front ("و", "ب", "لل" …).
    """

    actors: tuple[Actor, ...]
    form: Form
    start: int
    end: int
    first: int
    last: int
    proclitics: str = ""
    trace: tuple[str, ...] = ()


@attrs.frozen
class Setting:
    """A place named in the text, as a candidate for where something happens.

    `preposition` is the folded word or proclitic that governs it ("في", "الي", "ب" …), or None; `role` is "place" where position or
    kind decides that it is meant as a place (after في, a city that is no capital, a dateline), "either" where the same words may
    be a party ("زار موسكو"), and "party" where it stands as a subject.
    """

    place: Place
    start: int
    end: int
    first: int
    last: int
    preposition: str | None = None
    role: Literal["place", "either", "party"] = "either"
    trace: tuple[str, ...] = ()


@attrs.frozen
class Names:
    """Parties and settings of one text, each in text order; parties never overlap each other, nor settings each other.

    `vocabulary` is the one that found them, for the rooms that ask what a name means.
    """

    parties: tuple[Party, ...]
    settings: tuple[Setting, ...]
    vocabulary: Vocabulary
