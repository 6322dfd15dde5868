import sys
from pathlib import Path

import pytest

from timeline import formats

PATHS = {
    "a.json": "json", "a.jsonl": "jsonl", "a.ndjson": "jsonl", "a.csv": "csv", "a.excel.csv": "excel", "a.md": "markdown",
    "chronology.html": "html", "A.HTM": "html", "a.parquet": "parquet", "a.arrow": "arrow", "a.feather": "arrow",
    "a.timelinejs.json": "timelinejs", "a.ics": "ics", "a.geojson": "geojson", "a.tml": "timeml", "a.xml": "timeml",
    "a.plover.json": "plover", "a.tsv": "tsv", "a.tab": "tsv", "a.sqlite": "sqlite", "a.sqlite3": "sqlite",
    "a.timelinejs.csv": "timelinejs-sheet",
}  # fmt: skip


@pytest.mark.parametrize(("path", "name"), PATHS.items())
def test_a_file_name_means_a_format(path: str, name: str):
    assert formats.format_of(path) == name
    assert formats.format_of(Path("folder.csv") / path) == name


def test_every_format_has_an_ending_that_means_it():
    assert {formats.format_of(f"x{one.endings[0]}") for one in formats.FORMATS} == set(formats.NAMES)


@pytest.mark.parametrize("path", ["a.docx", "json", "", "a.json.gz"])
def test_an_unknown_file_name_is_told_what_there_is(path: str):
    with pytest.raises(ValueError, match=r"\.jsonl"):
        formats.format_of(path)


@pytest.mark.parametrize("name", ["pdf", "", "HTML", None])
def test_an_unknown_name_is_told_what_there_is(chronology, name):
    with pytest.raises(ValueError, match="timelinejs"):
        formats.write(chronology, name)


def test_an_unknown_option_is_a_type_error_that_names_it(chronology):
    with pytest.raises(TypeError, match="colour"):
        formats.write(chronology, "csv", colour="red")


@pytest.mark.parametrize("name", ["html", "markdown", "timelinejs", "ics"])
def test_an_unknown_language_is_a_value_error(chronology, name: str):
    with pytest.raises(ValueError, match="lang"):
        formats.write(chronology, name, lang="fr")


@pytest.mark.parametrize(("name", "module", "extra"), [("parquet", "pyarrow", "arrow"), ("ics", "icalendar", "calendar")])
def test_a_missing_extra_is_named(chronology, monkeypatch, name: str, module: str, extra: str):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"arabic-timeline\[{extra}\]"):
        formats.write(chronology, name)
