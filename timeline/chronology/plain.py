"""Values as plain dicts, lists, strings and numbers, and back: what every whole-fidelity format writes.

A record has a key for each field of its value, in the field's order; a field that has its default is left out. Dates are ISO
strings. Reading checks every type and rejects what it does not know, for a record may come from anywhere.

>>> from timeline.model import DateSpan
>>> to_record(DateSpan.day(date(2022, 1, 10)))
{'begin': '2022-01-10', 'end': '2022-01-10'}
>>> from_record(DateSpan, {"begin": "2022-01-10", "end": "2022-01-10"}).edtf
'2022-01-10'
"""

import typing
from collections.abc import Callable
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar

import attrs

from timeline.model import Step, step

_T = TypeVar("_T")
_Write = Callable[[Any], Any]
_Read = Callable[[Any, str], Any]


def to_record(value: Any) -> Any:
    """A value (Article, Mention, Event, DateSpan …) as plain data."""
    kind: Any = type(value)
    return _writer(kind)(value)


def from_record(kind: type[_T], record: Any, where: str | None = None) -> _T:
    """The value of the given class that the record tells; `where` is what messages call the record, else the class's name.

    Raises ValueError, naming the place in the record, for anything else.
    """
    known: Any = kind
    value: _T = _reader(known)(record, where or kind.__name__)
    return value


@cache
def _writer(kind: Any) -> _Write:
    """What turns a value of this type into plain data."""
    if isinstance(kind, type) and attrs.has(kind):
        hints = typing.get_type_hints(kind)
        fields = [
            (field.name, _write_trace if field.name == "trace" else _writer(hints[field.name]), _default(field))
            for field in attrs.fields(kind)
        ]

        def write(value: Any) -> dict[str, Any]:
            found = {}
            for name, inner, default in fields:
                part = getattr(value, name)
                if part is default or part == default:
                    continue
                found[name] = inner(part)
            return found

        return write
    origin = typing.get_origin(kind)
    if origin is tuple:
        items = typing.get_args(kind)
        if len(items) == 2 and items[1] is Ellipsis:
            item = _writer(items[0])
            return lambda value: [item(part) for part in value]
        each = [_writer(item) for item in items]
        return lambda value: [write(part) for write, part in zip(each, value, strict=True)]
    if origin in (typing.Union, UnionType):
        (only,) = (option for option in typing.get_args(kind) if option is not NoneType)
        inner = _writer(only)
        return lambda value: None if value is None else inner(value)
    if kind is date:
        return lambda value: value.isoformat()
    return lambda value: value


def _write_trace(trace: tuple[str, ...]) -> list[Any]:
    """Each step by its rule and values, from which it is told in any language; what is no step as it stands."""
    return [{"rule": one.rule, **one.values} if isinstance(one, Step) else one for one in trace]


def _read_trace(record: Any, where: str) -> tuple[str, ...]:
    _checked(isinstance(record, list | tuple), record, where, "a list")
    return tuple([_read_step(part, f"{where}[{index}]") for index, part in enumerate(record)])


def _read_step(record: Any, where: str) -> str:
    if isinstance(record, str):
        return record
    _checked(isinstance(record, dict) and isinstance(record.get("rule"), str), record, where, "a step of a trace")
    values = {name: value for name, value in record.items() if name != "rule"}
    plain = all(isinstance(value, str | int) and not isinstance(value, bool) for value in values.values())
    _checked(plain and all(isinstance(name, str) for name in values), record, where, "a step of words and numbers")
    try:
        return step(record["rule"], **values)
    except (KeyError, ValueError, TypeError):
        raise ValueError(f"{where}: no step that this library knows: {record['rule'][:40]!r}") from None


def _default(field: "attrs.Attribute[Any]") -> Any:
    return attrs.NOTHING if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


@cache
def _reader(kind: Any) -> _Read:
    """What turns plain data into a value of this type; its second argument says where in the record it stands."""
    if isinstance(kind, type) and attrs.has(kind):
        return _value_reader(kind)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _tuple_reader(typing.get_args(kind))
    if origin in (typing.Union, UnionType):
        (only,) = (option for option in typing.get_args(kind) if option is not NoneType)
        inner = _reader(only)
        return lambda record, where: None if record is None else inner(record, where)
    if origin is Literal:
        allowed = frozenset(typing.get_args(kind))
        return lambda record, where: _checked(isinstance(record, str) and record in allowed, record, where, "one of its words")
    if kind is date:
        return _read_date
    if kind is float:
        return lambda record, where: _checked(
            isinstance(record, int | float) and not isinstance(record, bool), record, where, "a number"
        )
    if kind is int:
        return lambda record, where: _checked(
            isinstance(record, int) and not isinstance(record, bool), record, where, "a whole number"
        )
    return lambda record, where: _checked(isinstance(record, kind), record, where, f"of type {kind.__name__}")


def _value_reader(kind: type) -> _Read:
    hints = typing.get_type_hints(kind)
    readers = {field.name: _read_trace if field.name == "trace" else _reader(hints[field.name]) for field in attrs.fields(kind)}
    needed = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}

    def read(record: Any, where: str) -> Any:
        _checked(isinstance(record, dict), record, where, "an object")
        if unknown := record.keys() - readers.keys():
            raise ValueError(f"{where}: unknown field {sorted(map(str, unknown))[0]!r}")
        if missing := needed - record.keys():
            raise ValueError(f"{where}: no {sorted(missing)[0]!r}")
        values = {name: readers[name](value, f"{where}.{name}") for name, value in record.items()}
        try:
            return kind(**values)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{where}: {error}") from error

    return read


def _tuple_reader(items: tuple[Any, ...]) -> _Read:
    repeated = len(items) == 2 and items[1] is Ellipsis
    each = [_reader(item) for item in items if item is not Ellipsis]

    def read(record: Any, where: str) -> tuple[Any, ...]:
        _checked(isinstance(record, list | tuple), record, where, "a list")
        if not repeated:
            _checked(len(record) == len(each), record, where, f"a list of {len(each)}")
        readers = each * len(record) if repeated else each
        return tuple(reader(part, f"{where}[{index}]") for index, (reader, part) in enumerate(zip(readers, record, strict=True)))

    return read


def _read_date(record: Any, where: str) -> date:
    _checked(isinstance(record, str) and len(record) == 10, record, where, "an ISO day")
    try:
        return date.fromisoformat(record)
    except ValueError:
        raise ValueError(f"{where}: not an ISO day: {record!r}") from None


def _checked(holds: bool, record: Any, where: str, wanted: str) -> Any:
    if not holds:
        raise ValueError(f"{where}: not {wanted}: {str(record)[:40]!r}")
    return record
