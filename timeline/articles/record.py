"""An article's fields as tables, JSON and TOML hold them, checked."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from timeline.articles.article import Article, Published, is_missing
from timeline.articles.fields import Fields, Taken
from timeline.articles.notice import Notice

#: What tables and JSON write where there is nothing.
_NOTHING = frozenset(("", "nan", "nat", "none", "null", "n/a", "#n/a", "<na>", "-"))
_LIKE_A_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")


class Records:
    """Makes the records of one input articles: tells once which names it took, and gives a notice for each that is none.

    `where` is the input's name in notices, `published` counts for records that have no date of their own.
    """

    def __init__(self, where: str, fields: Fields | None = None, published: Published = None) -> None:
        self._where = where
        self._fields = fields or Fields()
        self._published = published
        self._taken = Taken()
        self._names: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
        self._ignored: set[str] = set()

    def read(self, record: object, number: int) -> Iterator[Article | Notice]:
        """The article in a record, with what should be known about it; `number` is its line or row."""
        try:
            if not isinstance(record, Mapping):
                raise ValueError(f"a {kind_of(record)}, where an object with a text is expected")
            names = self._names_in(record)
            held = None if "text" in names else self._held(record)
            if held is not None:
                for inner in held:
                    yield from self.read(inner, number)
                return
            taken = {field: name for field, some in names.items() if (name := _first(record, field, some)) is not None}
            news = self._taken.news(taken)
            if news:
                yield Notice(self._where, news, lost=False)
            if "published" not in taken:
                yield from self._unread_dates(record, names)
            yield self._article(record, taken)
        except ValueError as error:
            yield Notice(self._where, str(error), line=number)

    def _held(self, record: Mapping[Any, Any]) -> list[Any] | None:
        """The records in an object that is none itself and has one list of such: {"status": "ok", "articles": [...]}."""
        lists = [one for one in record.values() if isinstance(one, list) and one and all(isinstance(item, Mapping) for item in one)]
        return lists[0] if len(lists) == 1 and all("text" in self._names_in(item) for item in lists[0]) else None

    def _names_in(self, record: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
        keys = tuple(key for key in record if isinstance(key, str))
        if keys not in self._names:
            if len(self._names) > 100:  # records that are each of another kind
                self._names.clear()
            self._names[keys] = self._fields.names(keys)
        return self._names[keys]

    def _article(self, record: Mapping[Any, Any], taken: Mapping[str, str]) -> Article:
        if "text" not in taken:
            asked = self._fields.given.get("text", "text")
            found = ", ".join(str(key)[:40] for key in list(record)[:12])
            raise ValueError(f'no "{asked}"' + (f" (there are {found}; another name: --field text=NAME)" if found else ""))
        text = record[taken["text"]]
        if not isinstance(text, str):
            raise ValueError(f'"{taken["text"]}" is a {kind_of(text)}, not a string')
        values = {field: _plain(field, record[name]) for field, name in taken.items() if field != "text"}
        if taken.get("published", "published") != "published":
            values["published_from"] = f'the field "{taken["published"]}"'
        if self._published is not None:
            values.setdefault("published", self._published)
        return build(text, values)

    def _unread_dates(self, record: Mapping[Any, Any], names: Mapping[str, tuple[str, ...]]) -> Iterator[Notice]:
        """A field that looks like a date and has no name for one: said, for a date left out costs every relative date."""
        known = {name for some in names.values() for name in some}
        for key, value in record.items():
            if key not in known and key not in self._ignored and _is_like_a_day(value):
                self._ignored.add(key)
                yield Notice(
                    self._where, f'"{key}" looks like a date and is not taken for one; --field published={key} does', lost=False
                )


def metadata(record: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The metadata in a record as arguments of Article, whatever their usual names; and the keys that mean nothing here.

    >>> metadata({"date": "2022-02-04", "مصدر": "وكالة", "colour": 3})
    ({'published': '2022-02-04', 'source': 'وكالة'}, ('colour',))
    """
    names = Fields().names(record)
    names.pop("text", None)
    known = {name for some in names.values() for name in some}
    taken = {field: name for field, some in names.items() if (name := _first(record, field, some)) is not None}
    return {field: _plain(field, record[name]) for field, name in taken.items()}, tuple(sorted(record.keys() - known))


def build(text: str, fields: Mapping[str, Any]) -> Article:
    """An article, with every error a ValueError that names the field."""
    try:
        return Article(text, **fields)
    except TypeError as error:
        raise ValueError(str(error)) from None


def loads(line: str) -> object:
    """The value of a line of JSON.

    Raises ValueError where it is none, or one nested deeper than Python can follow.
    """
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON: {error.msg} at character {error.colno}") from None
    except RecursionError:
        raise ValueError("JSON nested too deep") from None


def kind_of(value: object) -> str:
    """What a value is called by people who write JSON.

    >>> kind_of(None), kind_of([1]), kind_of(True)
    ('null', 'list', 'truth value')
    """
    match value:
        case None:
            return "null"
        case bool():
            return "truth value"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "list"
    return "object"


def _first(record: Mapping[Any, Any], field: str, names: tuple[str, ...]) -> str | None:
    """The first name under which there is something; an empty text is better than none."""
    there = [name for name in names if record[name] is not None and not is_missing(record[name])]
    filled = (name for name in there if not (isinstance(record[name], str) and _is_nothing(record[name], field)))
    return next(filled, there[0] if there and field == "text" else None)


def _is_nothing(value: str, field: str) -> bool:
    return value.strip().casefold() in _NOTHING if field == "published" else not value


def _plain(field: str, value: Any) -> Any:
    """The value as Article takes it: an id that is a number as a string, a source that is an object by its name."""
    if field == "id" and not isinstance(value, bool | str):
        return _whole_number(value)
    if field == "source" and isinstance(value, Mapping):
        return value.get("name") or value.get("title") or value
    return value


def _whole_number(value: Any) -> Any:
    try:
        return str(int(value)) if int(value) == value else value
    except (TypeError, ValueError, OverflowError):
        return value


def _is_like_a_day(value: object) -> bool:
    return isinstance(value, date) or (isinstance(value, str) and _LIKE_A_DAY.fullmatch(value[:40]) is not None)
