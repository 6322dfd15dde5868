"""The publication date that a caller gives, in any form."""

from datetime import date, datetime


def parse_published(value: date | datetime | str | None) -> date | None:
    """The day that `value` names, None for None."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(value.strip())
