"""What a date expression says, before anyone knows which day it means: the values between recognition and resolution."""

from typing import Literal

import attrs

from timeline.model import Calendar

Unit = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
Side = Literal["begin", "first", "middle", "late", "end", "rest"]
Part = Literal["quarter", "half", "third"]


@attrs.frozen
class Fields:
    """A date by its fields, as far as they are told: "5 مايو 2015", "مايو الماضي", "2015", "الخميس 5 مايو".

    `weekday` counts from Monday, 0. `pointer` is -1 for الماضي, 0 for الجاري, 1 for المقبل. `year_of` gives the year by another
    expression ("من العام الماضي"). `deictic` is the distance from today of "أمس الأربعاء 3 فبراير".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: Calendar = "gregorian"
    weekday: int | None = None
    pointer: int | None = None
    year_of: "Spec | None" = None
    deictic: int | None = None


@attrs.frozen
class Deictic:
    """A unit counted from the one that holds today: أمس (day, -1), الشهر المقبل (month, 1), هذا العام (year, 0)."""

    unit: Unit
    offset: int
    weekday: int | None = None


@attrs.frozen
class Weekday:
    """A day by its weekday alone; `pointer` as in Fields, None where the clause must tell."""

    weekday: int
    pointer: int | None = None


@attrs.frozen
class Distance:
    """So many units before or after today, or before or after what `base` says (None: today).

    `reach` is the unit to which it is exact, where that is not the one it is counted in: "عقد ونصف" are 15 years.
    """

    count: int
    unit: Unit
    sign: int
    base: "Spec | None" = None
    about: bool = False
    reach: Unit | None = None


@attrs.frozen
class Window:
    """The last or the next so many units, up to today or from today on; `hours` where days were told as hours."""

    count: int
    unit: Unit
    sign: int
    hours: bool = False


@attrs.frozen
class Inside:
    """A day, month, weekday or part picked out of a longer stretch: الثاني عشر من (الشهر الماضي)."""

    whole: "Spec"
    day: int | None = None
    side: Side | None = None
    nth: int | None = None
    unit: Unit | None = None
    part: Part | None = None
    weekday: int | None = None


@attrs.frozen
class Leading:
    """The first so many units of a stretch (الأشهر الستة الأولى من العام), or the last."""

    whole: "Spec"
    count: int
    unit: Unit
    last: bool = False


@attrs.frozen
class Same:
    """A unit counted from the one that holds the date told last: الشهر ذاته (0), اليوم التالي (1).

    Where none was told before, today stands for it, but not where it has to be `told` (12 منه) or is counted (التالي).
    """

    unit: Unit
    offset: int = 0
    told: bool = False


@attrs.frozen
class Base:
    """The date told last itself (ذلك), or the next one told (`ahead`: "قبل يوم من اجتماع … غدا")."""

    ahead: bool = False


@attrs.frozen
class Anniversary:
    """The day or month of one expression in the year of another: في مثل هذا اليوم من عام 1973."""

    day: "Spec"
    year: "Spec"


@attrs.frozen
class BeforeChrist:
    """A year, a century or an age before the common era, which no calendar here reaches."""


@attrs.frozen
class Range:
    """From the first day of one to the last day of the other."""

    first: "Spec"
    last: "Spec"


@attrs.frozen
class Season:
    """A season by the month in which it begins, with its year, if told."""

    month: int
    year: "Spec | None" = None
    pointer: int | None = None


@attrs.frozen
class Holiday:
    """A feast or memorial day, with its year, if told."""

    key: str
    year: "Spec | None" = None
    pointer: int | None = None


@attrs.frozen
class Decade:
    """الستينيات (60), of a century if told by `century` (الماضي: 20th)."""

    tens: int
    century: "Spec | None" = None


@attrs.frozen
class Century:
    """The nth century: the 20th is 1900 to 1999."""

    number: int


@attrs.frozen
class SchoolYear:
    """A school or academic year, September to June."""

    offset: int


@attrs.frozen
class Gloss:
    """The same day told twice, in two calendars or two ways; the first that resolves counts."""

    first: "Spec"
    other: "Spec"
    bracketed: bool = False


@attrs.frozen
class Weekend:
    """The weekend that the clause means: the one of this week, or the last."""


@attrs.frozen
class Vague:
    """A date that no calendar holds: مؤخرا, قبل أيام."""


Spec = (
    Fields
    | Deictic
    | Weekday
    | Weekend
    | Distance
    | Window
    | Inside
    | Leading
    | Same
    | Base
    | Anniversary
    | BeforeChrist
    | Range
    | Season
    | Holiday
    | Decade
    | Century
    | SchoolYear
    | Gloss
    | Vague
)
