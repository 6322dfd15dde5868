"""The public names, written down: whoever changes one does it on purpose, here and in the changelog."""

import inspect

import attrs
import pytest

import timeline

FUNCTIONS = {
    "extract": "(article, published=None, *, vocabulary=None, recognizer=None)",
    "find_dates": "(text, published=None)",
    "merge": "(*timelines)",
    "read_articles": "(*inputs, published=None, stdin=None)",
}
FIELDS = {
    "Action": "text type modality head",
    "Actor": "name code sector title kind english",
    "ActorMention": "actor start end trace",
    "Article": "text published source title url published_from id",
    "Conflict": "field relation versions",
    "DateExpression": "text start end value kind calendar trace",
    "DateSpan": "begin end precision approximate open",
    "Event": "date actors targets action place mentions conflicts",
    "Mention": "article start end quote trigger action date when actors targets place reporter event trace",
    "Notice": "where message line lost",
    "Place": "name country latitude longitude geonameid english",
    "PlaceMention": "place start end trace",
    "Recognized": "first last label",
    "Span": "start end",
    "Timeline": "articles mentions",
}
#: What is called or implemented rather than looked into.
CLASSES = ("Store", "Vocabulary", "Recognizer", "CamelRecognizer", "RecognizerUnavailableError")
METHODS = {
    "Article": "from_file from_html",
    "Event": "articles",
    "DateSpan": "contains day days edtf month overlaps timex year",
    "Timeline": "article at between dated entries explain from_json from_source involving of_type sources to_csv to_frame "
    "to_geojson to_html to_ics to_json to_jsonl to_markdown to_parquet to_plover to_timelinejs to_timeml tuples "
    "undated where write",
    "Store": "add close refresh stale timeline",
}


def signature(function: object) -> str:
    parameters = [one.replace(annotation=inspect.Parameter.empty) for one in inspect.signature(function).parameters.values()]
    return str(inspect.Signature(parameters))


def test_the_public_names() -> None:
    assert sorted(timeline.__all__) == sorted({*FUNCTIONS, *FIELDS, *CLASSES})
    assert all(hasattr(timeline, name) for name in timeline.__all__)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_how_functions_are_called(name: str) -> None:
    assert signature(getattr(timeline, name)) == FUNCTIONS[name]


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_of_values(name: str) -> None:
    value = getattr(timeline, name)
    assert " ".join(field.name for field in attrs.fields(value)) == FIELDS[name]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.__new__(value).__setattr__(attrs.fields(value)[0].name, None)


@pytest.mark.parametrize("name", METHODS)
def test_the_methods_of_values(name: str) -> None:
    value = getattr(timeline, name)
    fields = {field.name for field in attrs.fields(value)} if attrs.has(value) else set()
    assert {one for one in vars(value) if one[0] != "_"} - fields == set(METHODS[name].split())


@pytest.mark.parametrize("name", timeline.__all__)
def test_everything_public_says_what_it_is(name: str) -> None:
    assert len(inspect.getdoc(getattr(timeline, name)) or "") > 15
