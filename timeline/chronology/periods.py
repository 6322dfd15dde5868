"""The first and the last day that a caller names."""

from datetime import date, datetime, timedelta


def _parts(value: str, name: str) -> tuple[int, int | None, int | None]:
    parts = value.strip().split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4:
        raise ValueError(f"{name}: not an ISO date (2022, 2022-01 or 2022-01-31): {value!r}")
    numbers = [int(part) for part in parts]
    return numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None


def _day(value: date, name: str) -> date:
    if not isinstance(value, date):
        raise TypeError(f"{name} must be a date, an ISO string or None, not {type(value).__name__}")
    return value.date() if isinstance(value, datetime) else value


def begin_of(value: date | str | None, name: str = "begin") -> date:
    """The first day of a date, or of an ISO string for a day, month or year; of None the first day there is.

    Raises TypeError or ValueError, naming the argument, for anything else.

    >>> begin_of("2022-02")
    datetime.date(2022, 2, 1)
    """
    if value is None:
        return date.min
    if isinstance(value, str):
        year, month, day = _parts(value, name)
        return date(year, month or 1, day or 1)
    return _day(value, name)


def end_of(value: date | str | None, name: str = "end") -> date:
    """The last day of a date, or of an ISO string for a day, month or year; of None the last day there is.

    Raises as `begin_of` does.

    >>> end_of("2022-02")
    datetime.date(2022, 2, 28)
    """
    if value is None:
        return date.max
    if isinstance(value, str):
        year, month, day = _parts(value, name)
        if month is not None and day is not None:
            return date(year, month, day)
        if month is None or month == 12:
            return date(year, 12, 31)
        return date(year, month + 1, 1) - timedelta(days=1)
    return _day(value, name)
