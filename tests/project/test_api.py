"""The public names, written down: whoever changes one does it on purpose, here and in the changelog."""

import inspect
import pickle
import subprocess
import sys

import attrs
import pytest

import timeline

FUNCTIONS = {
    "extract": "(article, published=None, *, vocabulary=None, recognizer=None, reader=None, caution=None)",
    "find_dates": "(text, published=None)",
    "merge": "(*timelines)",
    "extract_table": "(articles, extract=None, *, fields=None)",
    "to_arrow": "(timeline)",
    "extract_many": "(articles, *, jobs=1, vocabulary=None, recognizer=None, reader=None, caution=None, progress=None)",
    "read_articles": "(*inputs, published=None, fields=None, stdin=None)",
    "read_corrections": "(path)",
    "write_corrections": "(corrections)",
}
FIELDS = {
    "Action": "text type modality head",
    "Actor": "name code sector title kind english",
    "ActorMention": "actor start end trace",
    "Amendment": "field was by at",
    "Article": "text published source title url published_from id",
    "Conflict": "field relation versions",
    "Correction": "decide of apart value by at withdrawn",
    "DateExpression": "text start end value kind calendar trace",
    "DateSpan": "begin end precision approximate open inferred",
    "Event": "date actors targets action place mentions conflicts review",
    "Evidence": "article start end trigger quote type",
    "Mention": "article start end quote trigger action date when actors targets place reporter event trace dated dated_at "
    "witnesses disputed confidence",
    "Notice": "where message line lost",
    "Place": "name country latitude longitude geonameid english",
    "PlaceMention": "place start end trace",
    "Recognized": "first last label",
    "Review": "amended notes confirmed starred hidden joined",
    "Span": "start end",
    "Timeline": "articles mentions corrections",
}
#: What is called or implemented rather than looked into.
CLASSES = ("Store", "Vocabulary", "Recognizer", "CamelRecognizer", "RecognizerUnavailableError")
METHODS = {
    "Article": "from_file from_html",
    "Event": "articles confidence dated",
    "Correction": "order touches",
    "Evidence": "key of",
    "Review": "of",
    "DateSpan": "contains day days edtf month overlaps timex year",
    "Timeline": "article at between corrected dated dated_as entries explain from_json from_source hidden involving of_type "
    "reasons sources to_csv to_frame "
    "to_geojson to_html to_ics to_json to_jsonl to_markdown to_parquet to_plover to_timelinejs to_timeml tuples "
    "undated unmet where write",
    "Store": "add close correct corrections ids refresh stale timeline",
}


def signature(function: object) -> str:
    parameters = [one.replace(annotation=inspect.Parameter.empty) for one in inspect.signature(function).parameters.values()]
    return str(inspect.Signature(parameters))


def test_the_public_names() -> None:
    assert sorted(timeline.__all__) == sorted({*FUNCTIONS, *FIELDS, *CLASSES})
    assert all(hasattr(timeline, name) for name in timeline.__all__)
    assert set(timeline.__all__) <= set(dir(timeline))


def test_what_is_no_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'timeline' has no attribute 'extrakt'"):
        timeline.__getattr__("extrakt")
    with pytest.raises(ImportError, match="extrakt"):
        exec("from timeline import extrakt")


def run(code: str) -> str:
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8").stdout.strip()


def test_importing_loads_nothing_before_it_is_asked_for() -> None:
    heavy = "torch transformers pandas pyarrow pyspark trafilatura rich dateparser jinja2 camel_tools babel attrs"
    shown = "print(*(name for name in loaded.split() if name in sys.modules))"
    assert run(f"import sys, timeline; loaded = {heavy!r}; {shown}") == ""
    later = "torch transformers pandas pyarrow pyspark trafilatura rich dateparser jinja2 timeline.names timeline.store"
    assert run(f"import sys, timeline; timeline.find_dates('أمس', '2022-02-03'); loaded = {later!r}; {shown}") == ""


def test_a_star_takes_all_public_names_and_rooms_can_be_reached_from_the_package() -> None:
    assert run("from timeline import *; print(extract.__module__, merge.__module__, Store.__module__)") == (
        "timeline.pipeline timeline.chronology.chronology timeline.store.store"
    )
    rooms = "articles chronology dates events formats model names reading"
    assert run(f"import timeline; print(*(getattr(timeline, room).__name__ for room in {rooms!r}.split()))") == " ".join(
        f"timeline.{room}" for room in rooms.split()
    )
    assert run("import timeline.dates, timeline; print(timeline.extract.__name__, timeline.dates.__name__)") == (
        "extract timeline.dates"
    )


@pytest.mark.parametrize("name", timeline.__all__)
def test_public_names_are_the_same_after_pickling(name: str) -> None:
    assert pickle.loads(pickle.dumps(getattr(timeline, name))) is getattr(timeline, name)


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


def test_an_event_unpacks_into_values_whose_types_are_known() -> None:
    mypy = pytest.importorskip("mypy.api")
    code = "import timeline; date, actors, action, place = timeline.extract('')[0]; reveal_type((date, actors, action, place))"
    told, _, _ = mypy.run(["--config-file=", "--ignore-missing-imports", "-c", code])
    for name in ("DateSpan | None", "tuple[timeline.model.names.Actor, ...]", "events.Action", "Place | None"):
        assert name in told
