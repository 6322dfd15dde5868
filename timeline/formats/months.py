"""Names of the Gregorian months in the traditions of Arabic news, and weekdays."""

from functools import lru_cache

from timeline import data
from timeline.formats.words import Pair

#: Traditions by the locale of CLDR that has them.
_LOCALES = {"gregorian": "ar", "levantine": "ar_SY", "maghrebi": "ar_DZ", "moroccan": "ar_MA"}
#: What a reader can choose: Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco, and the Levant's beside Egypt's.
TRADITIONS = (*_LOCALES, "both")


@lru_cache(maxsize=1)
def months() -> dict[str, list[str]]:
    """The twelve names in each tradition, and in English under "en".

    >>> [months()[name][0] for name in ("gregorian", "levantine", "maghrebi", "both", "en")]
    ['يناير', 'كانون الثاني', 'جانفي', 'كانون الثاني/يناير', 'January']
    """
    found = {tradition: list(data.months(locale)) for tradition, locale in _LOCALES.items()}
    found["both"] = [f"{one}/{other}" for one, other in zip(found["levantine"], found["gregorian"], strict=True)]
    return found | {"en": list(data.months("en"))}


def weekdays() -> list[Pair]:
    """The names of the days, Monday first, in Arabic and English."""
    return list(zip(data.weekdays("ar"), data.weekdays("en"), strict=True))
