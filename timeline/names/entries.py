"""From lines of TOML to the names and meanings of the lexicon."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.model import Place
from timeline.names.lexicon import Entry
from timeline.names.nations import State, inflections

Named = Iterator[tuple[str, Entry]]

#: Where news writes two words of a name as one as well: عبد الفتاح, أبو الغيط, نصر الله.
_JOINED = re.compile(r"(?<=\bعبد) (?=ال)|(?<=\bأبو) (?=ال)| (?=الله\b)")

#: City names that are everyday words or given names first: they are places only after a word such as "مدينة".
_SHORTEST_CITY = 3


def entries(tables: dict[str, dict[str, Any]], known: Iterable[State], places: Iterable[tuple[str, Place]]) -> Named:
    """All (name, meaning) pairs, the stronger meaning of a name first."""
    yield from _references(tables["references"])
    for state in known:
        yield from _state(state)
    yield from _organisations(tables["organisations"])
    yield from _groups(tables["groups"])
    yield from _institutions(tables["institutions"])
    yield from _titles(tables["titles"])
    yield from persons(tables["persons"])
    seen: set[str] = set()
    for name, place in places:
        if name not in seen and len(name) >= _SHORTEST_CITY:
            seen.add(name)
            yield name, Entry("place", place.name, place.country, place.english)


def _state(state: State) -> Named:
    marks = frozenset({"after"}) if state.guarded else frozenset[str]()
    for name in state.names:
        guarded = marks if name in (state.name, name) and " " not in name else frozenset[str]()
        yield name, Entry("state", state.name, state.code, state.english, "GOV", marks=guarded)
    for name in state.capitals:
        yield name, Entry("capital", state.name, state.code, state.english, "GOV")
    for name in state.seats:
        yield name, Entry("seat", name, state.code, None, "GOV")
    for adjective in state.adjectives:
        for form, definite, feminine, number in inflections(adjective):
            yield form, _adjective(state.name, state.code, state.english, number, definite, feminine)
        if " " not in adjective and adjective + "ا" not in state.names:  # "وفدا إيرانيا"; "روسيا" is the state
            yield adjective + "ا", _adjective(state.name, state.code, state.english, 1, False, False)
    for plural in state.plurals:
        yield plural, _adjective(state.name, state.code, state.english, 3, False, False)
        if not plural.endswith("ا"):  # "دبلوماسيين روسا"
            yield plural + "ا", _adjective(state.name, state.code, state.english, 3, False, False)
        yield "ال" + plural, _adjective(state.name, state.code, state.english, 3, True, False)


def _adjective(name: str, code: str, english: str | None, number: int, definite: bool, feminine: bool, *marks: str) -> Entry:
    return Entry("adjective", name, code, english, "GOV", number, definite, frozenset((*marks, "feminine") if feminine else marks))


def _organisations(table: dict[str, Any]) -> Named:
    for key, line in table.items():
        code = line["code"] or None if "code" in line else key.split("/")[0]
        names = line["names"]
        marks = frozenset(line.get("members", ())) if line.get("joint") else frozenset[str]()
        entry = Entry("organisation", names[0], code, line.get("english"), line.get("sector", "IGO"), marks=marks)
        for name in names:
            yield name, entry
        for name in line.get("latin", ()):
            yield name, entry
        for adjective in line.get("adjectives", ()):
            for form, definite, feminine, number in inflections(adjective):
                yield form, _adjective(names[0], str(code), line.get("english"), number, definite, feminine, "titles")
    for adjective, code, name, english in (
        ("أوروبي", "EU", "الاتحاد الأوروبي", "European Union"),
        ("أوربي", "EU", "الاتحاد الأوروبي", "European Union"),
        ("عربي", "AL", "جامعة الدول العربية", "League of Arab States"),
    ):
        for form, definite, feminine, number in inflections(adjective):
            yield form, _adjective(name, code, english, number, definite, feminine, "titles")
    for form in ("العرب", "الأوروبيين"):
        name, code = ("جامعة الدول العربية", "AL") if form == "العرب" else ("الاتحاد الأوروبي", "EU")
        yield form, _adjective(name, code, None, 3, True, False, "titles")


def _groups(table: dict[str, Any]) -> Named:
    for name, line in table.items():
        entry = Entry("group", line.get("short", name), line.get("code") or None, line.get("english"), line["sector"])
        quoted = set(line.get("quoted", ()))
        for each in (name, *line.get("names", ()), *line.get("latin", ())):
            marked = Entry("group", entry.name, entry.code, entry.english, entry.sector, marks=frozenset({"quoted"}))
            yield each, marked if each in quoted else entry


def _institutions(table: dict[str, Any]) -> Named:
    for name, line in table.items():
        marks = frozenset(mark for mark in ("state", "nocode") if line.get(mark)) | (
            frozenset({"bound"}) if line.get("alone") is False else frozenset()
        )
        if _is_feminine(name):
            marks |= {"feminine"}
        code = line.get("code")
        if code == "":
            marks |= {"nocode"}
        for each in (name, *line.get("names", ())):
            canonical = name if code is not None else each
            yield each, Entry("institution", canonical, code or None, line.get("english"), line["sector"], marks=marks)
            first, _, rest = each.partition(" ")
            if (
                code is None
                and line.get("construct") is not False
                and first.startswith("ال")
                and (not rest or not rest.startswith("ال"))
            ):
                construct = (first[2:] + " " + rest).strip()
                yield (
                    construct,
                    Entry("institution", canonical, None, line.get("english"), line["sector"], 1, False, marks | {"bound"}),
                )
    for name in ("وزارة", "الوزارة"):
        yield name, Entry("ministry", "وزارة", None, "Ministry", "GOV", definite=name[0] == "ا", marks=frozenset({"feminine"}))


def _is_feminine(name: str) -> bool:
    return name.split()[0].endswith(("ة", "ات", "ية")) or name.startswith(("قوات", "الاستخبارات"))


def _titles(table: dict[str, Any]) -> Named:
    for name, line in table["offices"].items():
        marks = frozenset(mark for mark in ("group", "nocode", "honorific", "adjective") if line.get(mark))
        if line.get("alone") is False:
            marks |= {"bound"}
        state = line.get("state")

        def title(
            form: str,
            number: int,
            definite: bool,
            code: str | None = state,
            kept: str = name,
            line: dict[str, Any] = line,
            marks: frozenset[str] = marks,
        ) -> tuple[str, Entry]:
            return form, Entry("title", kept, code, line.get("english"), line["sector"], number, definite, marks)

        if line.get("definite") or line.get("fixed"):
            yield title(name, 3 if line.get("group") else 1, bool(line.get("definite")))
            if line.get("group"):
                yield title("ال" + name, 3, True)
            continue
        forms = [(name, 1)]
        if line.get("feminine") != "":
            forms.append((line.get("feminine") or _feminine(name), 1))
        forms += [(dual, 2) for dual in _duals(name)]
        forms += [(plural, 3) for plural in line.get("plurals", ())]
        for form, number in forms:
            if form == line.get("feminine", _feminine(name)):
                yield title(form, number, False, marks=marks | {"feminine"})
                yield title(_definite(form), number, True, marks=marks | {"feminine", "adjective"})
                continue
            yield title(form, number, False, marks=marks | {"construct"} if number == 2 and not form.endswith("ن") else marks)
            if number == 2 and not form.endswith("ن"):
                continue  # the construct dual takes no article
            yield title(_definite(form), number, True)
            if " " in form:
                yield title("ال" + form, number, True)
    honorifics = table["honorifics"]
    for name in honorifics["before"]:
        yield name, Entry("honorific", name)
    for name in honorifics["back"]:
        yield name, Entry("back", name, marks=frozenset({"person"}))


def _feminine(name: str) -> str:
    return " ".join(word + "ة" if not word.endswith("ة") else word for word in name.split()[:1]) + name[len(name.split()[0]) :]


def _definite(form: str) -> str:
    return " ".join("ال" + word if not word.startswith(("ال", "ب")) else word for word in form.split())


def _duals(name: str) -> tuple[str, ...]:
    if " " in name or name.endswith("ة"):
        return ()
    stem = name.removesuffix("ي") + "ي" if name.endswith("ي") else name
    return (stem + "ا", stem + "ي", stem + "ان", stem + "ين")


def persons(table: dict[str, Any]) -> Named:
    """(spelling, meaning) of the full and the short names of the persons of a table."""
    for name, line in table.items():
        entry = Entry("person", name, line.get("code") or None, line.get("english"), line.get("sector", "GOV"))
        short = Entry("person", name, entry.code, entry.english, entry.sector, marks=frozenset({"short"}))
        for each in (name, *line.get("names", ())):
            yield from ((form, entry) for form in dict.fromkeys((each, _JOINED.sub("", each))))
        for each in line.get("short", ()):
            yield from ((form, short) for form in dict.fromkeys((each, _JOINED.sub("", each))))


def _references(table: dict[str, Any]) -> Named:
    for number, key in enumerate(("one", "two", "many"), 1):
        for name in table["counterparts"][key]:
            yield name, Entry("counterpart", name, number=number)
    for key, number in (("states", 2), ("persons", 2), ("three", 3)):
        for name in table["sides"][key]:
            yield name, Entry("sides", name, number=number, marks=frozenset({key}))
    for name in table["own"]["country"]:
        yield name, Entry("own", name)
    for name in table["bodies"]["heads"]:
        yield name, Entry("body", name)
