"""What readers of a timeline have decided about an entry."""

import attrs


@attrs.frozen
class Amendment:
    """A field of an entry that a reader has set.

    `field` is "date", "actors", "targets", "type", "place" or "modality"; `was` what the texts give instead (a date as EDTF, names,
    a type; nothing where they are silent); `by` and `at` who set it and when, where that is known.
    """

    field: str
    was: tuple[str, ...] = ()
    by: str | None = None
    at: str | None = None


@attrs.frozen
class Review:
    """Everything decided about an entry: what was set, whether it is confirmed, starred or hidden, and the notes on it.

    `joined` says that the entry's tellings are together because a reader joined them.
    """

    amended: tuple[Amendment, ...] = ()
    notes: tuple[str, ...] = ()
    confirmed: bool = False
    starred: bool = False
    hidden: bool = False
    joined: bool = False

    def of(self, field: str) -> Amendment | None:
        """The amendment of a field, or None where it shows what the texts give."""
        return next((amendment for amendment in self.amended if amendment.field == field), None)


#: What is decided about most entries: nothing.
UNREVIEWED = Review()
