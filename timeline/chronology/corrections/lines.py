"""Corrections as lines of JSON Lines: one decision a line, for people and programs.

    {"decide": "date", "of": [{"article": "…", "start": 12, "end": 18, "trigger": "…", "quote": "…", "type": "CONSULT"}],
     "value": "2022-01-10", "by": "…", "at": "2022-01-24T09:30:00Z"}

A date is EDTF; a party or place is an object, or just its name or code, by which it is looked for among those of the timeline.
"""

import json
from typing import Any

from timeline.chronology.corrections.values import Correction, Evidence, Value
from timeline.chronology.edtf import read_edtf
from timeline.chronology.plain import from_record, to_record
from timeline.model import Actor, DateSpan, Place

_KEYS = frozenset({"decide", "of", "apart", "value", "by", "at", "withdrawn"})


def to_line(correction: Correction) -> dict[str, Any]:
    """A correction as plain data; what says nothing is left out."""
    line: dict[str, Any] = {"decide": correction.decide, "of": [to_record(one) for one in correction.of]}
    if correction.apart:
        line["apart"] = [to_record(one) for one in correction.apart]
    if not correction.withdrawn and (correction.value is not None or correction.decide in ("date", "place")):
        line["value"] = _written(correction.value)
    for name in ("by", "at"):
        if getattr(correction, name) is not None:
            line[name] = getattr(correction, name)
    if correction.withdrawn:
        line["withdrawn"] = True
    return line


def _written(value: Value) -> Any:
    match value:
        case DateSpan():
            return value.edtf
        case tuple():
            return [to_record(actor) for actor in value]
        case Place():
            return to_record(value)
    return value


def from_line(line: Any, where: str = "correction") -> Correction:
    """The correction that plain data tells.

    Raises ValueError, beginning with `where`, for anything else.
    """
    if not isinstance(line, dict):
        raise ValueError(f"{where}: not an object")
    if unknown := line.keys() - _KEYS:
        raise ValueError(f"{where}: unknown field {sorted(unknown)[0]!r}")
    for name in ("by", "at"):
        if not isinstance(line.get(name), str | None):
            raise ValueError(f"{where}.{name}: not a string")
    if not isinstance(line.get("decide"), str) or not isinstance(line.get("withdrawn", False), bool):
        raise ValueError(f"{where}: it must say what to decide, and withdrawn is true or false")
    try:
        return Correction(
            line["decide"],
            from_record(tuple[Evidence, ...], line.get("of"), f"{where}.of"),
            from_record(tuple[Evidence, ...], line.get("apart", []), f"{where}.apart"),
            _read(line["decide"], line.get("value"), f"{where}.value"),
            line.get("by"),
            line.get("at"),
            line.get("withdrawn", False),
        )
    except ValueError as error:
        raise ValueError(str(error) if str(error).startswith(where) else f"{where}: {error}") from None


def _read(decide: str, value: Any, where: str) -> Value:
    """The value of a decision from plain data; what does not fit it is for the correction to refuse."""
    if decide == "date" and isinstance(value, str):
        return read_edtf(value)
    if decide in ("actors", "targets"):
        listed = [value] if isinstance(value, str | dict) else value or []
        if not isinstance(listed, list):
            raise ValueError(f"{where}: not a list of parties")
        return tuple(_actor(one, f"{where}[{index}]") for index, one in enumerate(listed))
    if decide == "place" and value is not None:
        return Place(value) if isinstance(value, str) else from_record(Place, value, where)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{where}: not a string")
    return value


def _actor(value: Any, where: str) -> Actor:
    return Actor(value, kind="group") if isinstance(value, str) else from_record(Actor, value, where)


def loads(text: str, where: str = "line") -> Correction:
    """The correction on one line.

    Raises ValueError for a line that holds none.
    """
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError(f"{where}: no JSON") from None
    return from_line(record, where)


def dumps(correction: Correction) -> str:
    """The correction as one line, without its end; lone surrogates as escapes, line ends of Unicode escaped too."""
    text = json.dumps(to_line(correction), ensure_ascii=False)
    return "".join(
        f"\\u{ord(letter):04x}" if "\ud800" <= letter <= "\udfff" or letter in "\x85\u2028\u2029" else letter for letter in text
    )
