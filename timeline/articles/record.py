"""An article's fields as JSON and TOML hold them, checked."""

import json
from collections.abc import Mapping
from typing import Any

from timeline.articles.article import Article, Published

#: What a line of JSON Lines or a sidecar may tell of an article beside its text.
METADATA = ("id", "published", "source", "title", "url")


def article_from(record: object, *, published: Published = None) -> Article:
    """The article that a JSON object describes; `published` counts where the object has none. Other keys are left alone.

    Raises ValueError, naming the field, where it describes none.

    >>> article_from({"text": "قال الوزير", "id": 7, "outlet": "…"}, published="2022-02-04").id
    '7'
    """
    if not isinstance(record, Mapping):
        raise ValueError(f"a {_kind(record)}, where an object with a text is expected")
    if not isinstance(record.get("text"), str):
        raise ValueError('no "text"' if record.get("text") is None else f'"text" is a {_kind(record["text"])}, not a string')
    return build(record["text"], metadata(record, published=published))


def metadata(record: Mapping[str, Any], *, published: Published = None) -> dict[str, Any]:
    """The metadata in a record as arguments of Article; an empty string counts as nothing."""
    fields = {key: record[key] for key in METADATA if record.get(key) not in (None, "")}
    if type(fields.get("id")) is int:
        fields["id"] = str(fields["id"])
    if published is not None:
        fields.setdefault("published", published)
    return fields


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


def _kind(value: object) -> str:
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
