"""When something happened, how exactly that is known, and where a text says so."""

from datetime import date, timedelta
from functools import total_ordering
from typing import Literal

import attrs

Precision = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range"]
Openness = Literal["after", "before"]
Kind = Literal["absolute", "relative", "anaphoric", "vague"]
Calendar = Literal["gregorian", "hijri", "iranian"]

_DAY = timedelta(days=1)
_SEASON_LETTERS = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}


def _ends_month(day: date) -> bool:
    return day == date.max or (day + _DAY).day == 1


@total_ordering
@attrs.frozen(order=False)
class DateSpan:
    """A day or a longer stretch of the calendar: from `begin` to `end`, both inclusive Gregorian days.

    `precision` is the unit that the text named, "range" for a stretch from one date to another; `approximate` marks "نحو",
    "أواخر" and the like; `open` is "after" for منذ 2014 (it begins there and goes on) and "before" for حتى 2014. `inferred` marks
    what was counted from a publication day that nobody told, but that was inferred from the text: it may be off.
    Spans sort by begin, then the narrower first.

    Raises ValueError if `end` lies before `begin`.

    >>> DateSpan.month(2021, 12, approximate=True).edtf
    '2021-12~'
    >>> DateSpan(date(2022, 1, 9), date(2022, 1, 10), "range").edtf
    '2022-01-09/2022-01-10'
    >>> DateSpan(date(2022, 1, 9), date(2022, 1, 9), inferred=True).edtf
    '2022-01-09?'
    """

    begin: date
    end: date
    precision: Precision = "day"
    approximate: bool = False
    open: Openness | None = None
    inferred: bool = False

    def __attrs_post_init__(self) -> None:
        if self.end < self.begin:
            raise ValueError(f"a date cannot end ({self.end}) before it begins ({self.begin})")

    @classmethod
    def day(cls, day: date, *, approximate: bool = False) -> "DateSpan":
        """One day."""
        return cls(day, day, "day", approximate)

    @classmethod
    def month(cls, year: int, month: int, *, approximate: bool = False) -> "DateSpan":
        """A Gregorian month, 1 to 12."""
        last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - _DAY
        return cls(date(year, month, 1), last, "month", approximate)

    @classmethod
    def year(cls, year: int, *, approximate: bool = False) -> "DateSpan":
        """A Gregorian year, 1 to 9999."""
        return cls(date(year, 1, 1), date(year, 12, 31), "year", approximate)

    @property
    def days(self) -> int:
        """How many days it spans, at least 1."""
        return (self.end - self.begin).days + 1

    def contains(self, other: "DateSpan") -> bool:
        """Whether the other lies wholly within this one (openness apart)."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: "DateSpan") -> bool:
        """Whether the two share a day (openness apart)."""
        return self.begin <= other.end and other.begin <= self.end

    @property
    def edtf(self) -> str:
        """The date as EDTF, the Extended Date/Time Format of ISO 8601-2:2019, level 1.

        A week, season, quarter or half is written as its interval, in days or months: what every EDTF reader understands. What is
        inferred is uncertain ("?"), what is approximate is so ("~"), and both are "%".
        """
        mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[self.approximate, self.inferred]
        if self.precision == "decade" and self._is_decade and not (mark or self.open):
            return f"{self.begin.year // 10:03d}X"
        if self.precision == "century" and self._is_century and not (mark or self.open):
            return f"{self.begin.year // 100:02d}XX"
        first, last = self._bounds()
        if self.open == "after":
            return f"{first}{mark}/.."
        if self.open == "before":
            return f"../{last}{mark}"
        return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"

    @property
    def timex(self) -> str | None:
        """The TIMEX3 `value` (TimeML 1.2.1), or None where no single one exists (a range)."""
        year, month = self.begin.year, self.begin.month
        match self.precision:
            case "day" if self.begin == self.end:
                return self.begin.isoformat()
            case "week" if self.days == 7 and self.begin.weekday() == 0:
                iso = self.begin.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}"
            case "month" if self._is_months(1):
                return f"{year:04d}-{month:02d}"
            case "quarter" if self._is_months(3) and month % 3 == 1:
                return f"{year:04d}-Q{(month + 2) // 3}"
            case "half" if self._is_months(6) and month % 6 == 1:
                return f"{year:04d}-H{(month + 5) // 6}"
            case "season" if self._is_months(3) and month in _SEASON_LETTERS:
                return f"{year:04d}-{_SEASON_LETTERS[month]}"
            case "year" if self._is_months(12) and month == 1:
                return f"{year:04d}"
            case "decade" if self._is_decade:
                return f"{year // 10:03d}"
            case "century" if self._is_century:
                return f"{year // 100:02d}"
        return None

    @property
    def _is_decade(self) -> bool:
        return self._is_months(120) and self.begin.month == 1 and self.begin.year % 10 == 0

    @property
    def _is_century(self) -> bool:
        return self._is_months(1200) and self.begin.month == 1 and self.begin.year % 100 == 0

    def _is_months(self, count: int) -> bool:
        """Whether it is exactly `count` whole Gregorian months."""
        months = (self.end.year - self.begin.year) * 12 + self.end.month - self.begin.month + 1
        return self.begin.day == 1 and _ends_month(self.end) and months == count

    def _bounds(self) -> tuple[str, str]:
        """First and last in the coarsest unit that says neither more nor less: years, months or days."""
        begin, end = self.begin, self.end
        if begin.day == 1 and _ends_month(end) and self.precision not in ("day", "week"):
            if begin.month == 1 and end.month == 12:
                return f"{begin.year:04d}", f"{end.year:04d}"
            return f"{begin.year:04d}-{begin.month:02d}", f"{end.year:04d}-{end.month:02d}"
        return begin.isoformat(), end.isoformat()

    @property
    def _key(self) -> tuple[date, date, bool, bool, str, str]:
        return (self.begin, self.end, self.approximate, self.inferred, self.open or "", self.precision)

    def __lt__(self, other: object) -> bool:
        return self._key < other._key if isinstance(other, DateSpan) else NotImplemented

    def __str__(self) -> str:
        return self.edtf


@attrs.frozen
class DateExpression:
    """A date as an article writes it.

    `start` and `end` count code points of the article's text: `text[e.start:e.end] == e.text`. `value` is None for a vague
    expression and for one that nothing in the text anchors. `kind` says how it is read: on its own (absolute), from the
    publication date (relative), from another date of the text (anaphoric), or not at all (vague). `calendar` is the one it is
    written in. `trace` tells step by step what it was anchored to and which rule read it.
    """

    text: str
    start: int
    end: int
    value: DateSpan | None
    kind: Kind
    calendar: Calendar = "gregorian"
    trace: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """(start, end)."""
        return (self.start, self.end)
