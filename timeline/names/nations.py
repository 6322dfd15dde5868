"""States: their names from CLDR, and their nationality adjectives in all inflections."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from timeline.data import countries

_REGIONS_OF_STATES = {
    "ESH": None,
    "HKG": "CHN",
    "GRL": "DNK",
    "PRI": "USA",
}  # CLDR territories that news treats as one of their own
_NOT_STATES = frozenset(
    (
        "ATA",
        "BVT",
        "HMD",
        "UMI",
        "SGS",
        "ATF",
        "IOT",
        "CCK",
        "CXR",
        "NFK",
        "PCN",
        "SJM",
        "TKL",
        "ALA",
        "BES",
        "MAF",
        "BLM",
        "SPM",
        "WLF",
    )
)


@attrs.frozen
class State:
    """A state as the vocabulary knows it; adjectives and their broken plurals are indefinite."""

    code: str
    name: str
    names: tuple[str, ...]
    english: str
    adjectives: tuple[str, ...]
    plurals: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    guarded: bool = False


def geonames_countries() -> dict[str, tuple[int, str]]:
    """(geonameid, capital's English name) of each country by alpha-3 code, as GeoNames lists them."""
    return {code: (country.geonameid, country.capital) for code, country in countries().items()}


def derived_adjective(name: str) -> str | None:
    """The nationality adjective of a one-word country name by rule: article and final vowel off, ي on.

    >>> derived_adjective("روسيا"), derived_adjective("العراق"), derived_adjective("فرنسا"), derived_adjective("تركمانستان")
    ('روسي', 'عراقي', 'فرنسي', 'تركماني')
    """
    if " " in name or not name.isalpha():
        return None
    stem = name.removeprefix("ال") if len(name) > 4 else name
    if stem.endswith("ستان"):
        return stem.removesuffix("ستان") + "ي"
    if stem.endswith("يا"):
        return stem.removesuffix("ا")
    stem = stem.rstrip("اةوى")
    if len(stem) < 2:
        return None
    return stem if stem.endswith("ي") else stem + "ي"


def inflections(adjective: str) -> Iterator[tuple[str, bool, bool, int]]:
    """(form, definite, feminine, number) of a nisba adjective of one or two words, in all cases.

    >>> [form for form, definite, _, _ in inflections("روسي") if not definite]
    ['روسي', 'روسية', 'روسيان', 'روسيين', 'روسيون', 'روسيتان', 'روسيتين', 'روسيات']
    """
    stems = adjective.split()
    last = stems[-1]
    endings = (
        ("", False, 1),
        ("ة", True, 1),
        ("ان", False, 2),
        ("ين", False, 3),
        ("ون", False, 3),
        ("تان", True, 2),
        ("تين", True, 2),
        ("ات", True, 3),
    )
    for definite in (False, True):
        article = "ال" if definite else ""
        for ending, feminine, number in endings:
            if len(stems) == 1:
                yield article + last + ending, definite, feminine, number
            elif stems[0].endswith("ي"):  # كوري شمالي: both words are inflected
                yield f"{article}{stems[0]}{ending} {article}{last}{ending}", definite, feminine, number
                if number == 3 and not feminine:
                    plural = f"{article}{stems[0]}{ending} {article}{last}"
                    yield plural + "ين", definite, feminine, number
            else:  # جنوب أفريقي: only the second is
                yield (
                    f"{stems[0]} {last}{ending}" if not definite else f"{'ال' + stems[0]} {last}{ending}",
                    definite,
                    feminine,
                    number,
                )


def states(table: dict[str, Any]) -> Iterable[State]:
    """All states and territories of CLDR, with what the table adds, and those that only the table has."""
    seen: set[str] = set()
    for code, country in countries().items():
        if country.arabic and code not in _NOT_STATES:
            seen.add(code)
            yield _state(code, country.arabic, country.english or country.arabic, table.get(code, {}))
    for code, line in table.items():
        if code not in seen:
            yield _state(code, line.get("name") or line["names"][0], line.get("english", code), line)


def _state(code: str, cldr: str, english: str, line: dict[str, Any]) -> State:
    name = line.get("name", cldr.replace("ُ", ""))
    names = tuple(dict.fromkeys((name, cldr, *line.get("names", ()))))
    adjectives = list(line.get("adjectives", ()))
    if not line.get("no_rule"):
        adjectives += [adjective for each in names if (adjective := derived_adjective(each))]
    return State(
        code,
        name,
        names,
        line.get("english", english),
        tuple(dict.fromkeys(adjectives)),
        tuple(line.get("plurals", ())),
        tuple(line.get("capital", ())),
        tuple(line.get("seats", ())),
        bool(line.get("after")),
    )
