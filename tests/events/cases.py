"""The readable corpus of events: how its files are read, and how what the library found is held against them.

A file of `corpus/` holds cases of one family of phenomena. A case is a short text with the day it was published (left out where the
text alone must tell), and the events that a careful reader writes down from it, one a row:

    "2022-01-10 | RUS USA |  | CONSULT | asserted | جنيف | عُقد، اجتماع"
     date       | actors  | targets | type | modality | place | triggers | reporter (may be left out)

- date: a day, a month (2022-01), a year (2022) or first/last day (2022-01-09/2022-01-10); a "~" after it: nearly that will do.
- actors, targets: codes; a party without a code by name in «…»; in (…) a party that may be there or not. Empty: nobody.
- type, modality: more than one, by "/", where either is right.
- place: its name, or names by "/" where the text gives a city and something in it. Empty: nowhere.
- triggers: words of the text, by "،"; any of them may be found. A word counts without its proclitics and article; where it occurs
  more than once, `word#2` is its second occurrence.
- "?" in a field: not looked at, because readers may differ.

`rows` are all there must be; each of the `allowed` rows may be found once as well, where readers differ whether to list it: only
its trigger and type count. `undated` is the number of events without a date, where the case asks for it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import attrs

from timeline.model import ActionType, Modality

CORPUS = Path(__file__).parent / "corpus"
GAPS = CORPUS / "known_gaps.txt"

TYPES = frozenset(get_args(ActionType))
MODALITIES = frozenset(get_args(Modality))
FIELDS = ("date", "actors", "targets", "type", "modality", "place", "reporter")

_MARKS = "\u064b-\u065f\u0670\u0640"
_LETTER = rf"[\w{_MARKS}]"
_PROCLITICS = rf"(?<!{_LETTER})(?:[وفأ][{_MARKS}]*)?(?:[بلكس][{_MARKS}]*)?(?:ال|ل)?"
_FOLD = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي", "\u0640")
_PARTIES = re.compile(r"\s*(?:«([^»]+)»|([A-Z][A-Z0-9+]*))")


def key(name: str) -> str:
    """A name as it is compared: letters folded, vowel signs and articles dropped."""
    plain = re.sub(rf"[{_MARKS}]", "", name).translate(_FOLD)
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in re.findall(r"\w+", plain))


def alike(one: str, other: str) -> bool:
    """Whether one of two names holds the other."""
    a, b = key(one), key(other)
    return bool(a and b) and (a in b or b in a)


@attrs.frozen
class When:
    """An expected date: first and last day, and whether nearly will do."""

    begin: date
    end: date
    nearly: bool = False

    @classmethod
    def parse(cls, cell: str) -> "When":
        """Read a date cell; ValueError where it is none."""
        nearly = cell.endswith("~")
        first, _, last = cell.rstrip("~").partition("/")
        return cls(_bounds(first)[0], _bounds(last or first)[1], nearly)

    def met_by(self, span: Any) -> bool:
        """Whether a DateSpan is this date; where nearly will do, whether they share a quarter of the days that they cover."""
        if (self.begin, self.end) == (span.begin, span.end):
            return True
        shared = (min(self.end, span.end) - max(self.begin, span.begin)).days + 1
        return self.nearly and shared * 4 >= (max(self.end, span.end) - min(self.begin, span.begin)).days + 1


@attrs.frozen
class Parties:
    """Expected actors or targets: those who must be there and those who may."""

    needed: tuple[str, ...]
    spare: tuple[str, ...] = ()

    @classmethod
    def parse(cls, cell: str) -> "Parties":
        """Read a cell of codes, «names» and (spare ones); ValueError where something else stands in it."""
        spare = " ".join(re.findall(r"\(([^()]*)\)", cell))
        return cls(_parties(re.sub(r"\([^()]*\)", " ", cell)), _parties(spare))

    def met_by(self, actors: Iterable[Any]) -> bool:
        """Whether all needed are among the actors, and nobody else but spare ones."""
        found = list(actors)
        known = self.needed + self.spare
        return all(any(_is(want, actor) for actor in found) for want in self.needed) and all(
            any(_is(want, actor) for want in known) for actor in found
        )


@attrs.frozen
class Row:
    """One expected event; None in a field that is not looked at."""

    text: str
    triggers: tuple[tuple[int, int], ...]
    date: When | None = None
    actors: Parties | None = None
    targets: Parties | None = None
    types: frozenset[str] | None = None
    modalities: frozenset[str] | None = None
    places: tuple[str, ...] | None = None
    reporter: str | None = None

    @classmethod
    def parse(cls, row: str, text: str) -> "Row":
        """Read a row about a text; ValueError where it is ill formed or its triggers are not in the text."""
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) not in (7, 8):
            raise ValueError(f"a row has seven or eight fields: {row!r}")
        when, actors, targets, types, modality, place, triggers = cells[:7]
        kinds = None if types == "?" else frozenset(types.split("/"))
        if kinds and not kinds <= TYPES:
            raise ValueError(f"no such type: {types!r}")
        modalities = None if modality == "?" else frozenset(modality.split("/"))
        if modalities and not modalities <= MODALITIES:
            raise ValueError(f"no such modality: {modality!r}")
        return cls(
            text=row,
            triggers=tuple(find_trigger(word.strip(), text) for word in triggers.split("،")),
            date=None if when == "?" else When.parse(when),
            actors=None if actors == "?" else Parties.parse(actors),
            targets=None if targets == "?" else Parties.parse(targets),
            types=kinds,
            modalities=modalities,
            places=None if place == "?" else tuple(name.strip() for name in place.split("/") if name.strip()),
            reporter=cells[7] if len(cells) == 8 and cells[7] != "?" else None,
        )

    def names(self, event: Any) -> bool:
        """Whether a mention of the event is triggered by one of the row's words."""
        return any(m.trigger.start < end and start < m.trigger.end for m in event.mentions for start, end in self.triggers)

    def checks(self, event: Any) -> dict[str, bool]:
        """For each field that the row looks at, whether the event has it right."""
        told: dict[str, object] = {
            "date": self.date and event.date is not None and self.date.met_by(event.date),
            "actors": self.actors and self.actors.met_by(event.actors),
            "targets": self.targets and self.targets.met_by(event.targets),
            "type": self.types and event.action.type in self.types,
            "modality": self.modalities and event.action.modality in self.modalities,
            "place": None if self.places is None else _in_places(event.place, self.places),
            "reporter": self.reporter
            and any(m.reporter is not None and alike(m.reporter.name, self.reporter) for m in event.mentions),
        }
        return {field: bool(right) for field, right in told.items() if right is not None}


@attrs.frozen
class Case:
    """One text of the corpus with what must be found in it."""

    id: str
    phenomenon: str
    text: str
    rows: tuple[Row, ...]
    published: date | None = None
    allowed: tuple[Row, ...] = ()
    undated: int | None = None


@attrs.frozen
class Verdict:
    """What the library found in a case, held against its rows."""

    pairs: tuple[tuple[Row, Any], ...]
    missed: tuple[Row, ...]
    unexpected: tuple[Any, ...]
    undated: tuple[Any, ...]
    case: Case

    @property
    def complaints(self) -> list[str]:
        """One line for each difference; empty where all is right."""
        lines = [f"missed      {row.text}" for row in self.missed]
        for row, event in self.pairs:
            wrong = [field for field, right in row.checks(event).items() if not right]
            if wrong:
                lines += [f"wrong       {', '.join(wrong)}", f"   expected {row.text}", f"   found    {show(event)}"]
        lines += [f"unexpected  {show(event)}" for event in self.unexpected]
        if self.case.undated is not None and len(self.undated) != self.case.undated:
            lines.append(f"undated     {len(self.undated)} instead of {self.case.undated}")
            lines += [f"            {show(event)}" for event in self.undated]
        return lines


def judge(case: Case, timeline: Any) -> Verdict:
    """Pair each row with at most one dated event: by trigger first of all, then by date, actors and type."""
    events = list(timeline)
    weights = sorted(
        ((-_weight(row, event), r, e) for r, row in enumerate(case.rows) for e, event in enumerate(events) if row.names(event)),
    )
    rows: dict[int, int] = {}
    for _, r, e in weights:
        if r not in rows and e not in rows.values():
            rows[r] = e
    unexpected = [event for e, event in enumerate(events) if e not in rows.values()]
    for row in case.allowed:
        spare = next((event for event in unexpected if row.names(event) and row.checks(event).get("type", True)), None)
        unexpected = [event for event in unexpected if event is not spare]
    return Verdict(
        pairs=tuple((case.rows[r], events[e]) for r, e in sorted(rows.items())),
        missed=tuple(row for r, row in enumerate(case.rows) if r not in rows),
        unexpected=tuple(unexpected),
        undated=tuple(timeline.undated),
        case=case,
    )


def show(event: Any) -> str:
    """An event as a row."""
    days = () if event.date is None else dict.fromkeys((str(event.date.begin), str(event.date.end)))
    parties = (" ".join(actor.code or f"«{actor.name}»" for actor in actors) for actors in (event.actors, event.targets))
    words = "، ".join(m.quote[m.trigger.start - m.start : m.trigger.end - m.start] for m in event.mentions)
    place = event.place.name if event.place else ""
    return " | ".join(("/".join(days), *parties, event.action.type, event.action.modality, place, words))


def find_trigger(word: str, text: str) -> tuple[int, int]:
    """Start and end of a trigger; ValueError if it does not occur, or more than once and no `#n` says which."""
    plain, _, number = word.partition("#")
    spans = [match.span("word") for match in re.finditer(rf"{_PROCLITICS}(?P<word>{re.escape(plain)})(?!{_LETTER})", text)]
    if not plain or not spans:
        raise ValueError(f"the trigger {word!r} does not occur")
    if not number and len(spans) > 1:
        raise ValueError(f"the trigger {word!r} occurs {len(spans)} times: say which by #n")
    return spans[int(number or 1) - 1]


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file; ValueError, naming the case, where one is ill formed."""
    for record in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        fields = {"rows", "allowed", "published", "undated", "id", "phenomenon", "text"}
        if not {"id", "phenomenon", "text", "rows"} <= record.keys() <= fields:
            raise ValueError(f"{path.name}: a case has an id, a phenomenon, a text and rows: {record}")
        text = record["text"]
        try:
            yield Case(
                id=record["id"],
                phenomenon=record["phenomenon"],
                text=text,
                rows=tuple(Row.parse(row, text) for row in record["rows"]),
                published=record.get("published"),
                allowed=tuple(Row.parse(row, text) for row in record.get("allowed", ())),
                undated=record.get("undated"),
            )
        except ValueError as error:
            raise ValueError(f"{path.name}, {record['id']}: {error}") from error


@lru_cache
def all_cases() -> tuple[Case, ...]:
    """Every case of the corpus, in the order of files and lines."""
    return tuple(case for path in sorted(CORPUS.glob("*.toml")) for case in read_cases(path))


@lru_cache
def known_gaps() -> dict[str, str]:
    """Reasons by the ids of the cases that are known not to be met yet."""
    lines = (line.strip() for line in GAPS.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return {name.strip(): reason.strip() for name, _, reason in pairs}


def _bounds(day: str) -> tuple[date, date]:
    match [int(part) for part in day.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        case _:
            return date.fromisoformat(day), date.fromisoformat(day)


def _parties(cell: str) -> tuple[str, ...]:
    if _PARTIES.sub("", cell).strip():
        raise ValueError(f"neither codes nor «names»: {cell!r}")
    return tuple(f"«{name}»" if name else code for name, code in _PARTIES.findall(cell))


def _is(want: str, actor: Any) -> bool:
    return alike(want[1:-1], actor.name) if want.startswith("«") else actor.code == want


def _in_places(place: Any, names: tuple[str, ...]) -> bool:
    return any(alike(place.name, name) for name in names) if place and names else not place and not names


def _weight(row: Row, event: Any) -> int:
    checks = row.checks(event)
    return (
        8 * checks.get("date", True) + 4 * checks.get("actors", True) + 2 * checks.get("type", True) + checks.get("modality", True)
    )
