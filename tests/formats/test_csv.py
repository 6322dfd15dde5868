import csv
import io
from datetime import date

import pytest

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import write


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_one_row_an_entry(chronology):
    found = rows(write(chronology, "csv"))
    assert len(found) == len(chronology.entries)
    for row, event in zip(found, chronology.entries, strict=True):
        assert row["date"] == (event.date.edtf if event.date else "")
        assert row["actors"].split("; ") == [actor.name for actor in event.actors]
        assert row["action"] == event.action.text
        assert row["begin"] == "" or date.fromisoformat(row["begin"]) == event.date.begin
    assert {row["approximate"] for row in found} == {"true", "false", ""}


def test_excel_gets_its_mark_and_reads_the_same(chronology):
    assert write(chronology, "excel") == "\ufeff" + write(chronology, "csv")
    assert rows(write(chronology, "excel").encode().decode("utf-8-sig")) == rows(write(chronology, "csv"))


def test_the_whole_evidence_on_request(chronology):
    assert "mentions" not in rows(write(chronology, "csv"))[0]
    assert rows(write(chronology, "csv", mentions=True))[0]["mentions"].startswith("[{")


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_a_locale_separates_with(attack: str, delimiter: str):
    for row in csv.reader(io.StringIO(write(hostile(attack), "excel").removeprefix("\ufeff"), newline=""), delimiter=delimiter):
        for cell in row:
            start = cell.lstrip(' "\u200b\u202e\ufffd\t\r\n')
            assert not start.startswith(tuple("=+-@＝＋－＠|%")), cell


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_adds_a_row_or_a_column(attack: str):
    text = write(hostile(attack), "csv")
    assert len(text.split("\r\n")) == len(rows(text)) + 2
    assert all(None not in row and None not in row.values() for row in rows(text))


def test_scripts_get_texts_as_they_are():
    assert rows(write(hostile("=1+1"), "csv", safe=False))[0]["place"] == "=1+1"
    assert rows(write(hostile("=1+1"), "csv"))[0]["place"] == "'=1+1"


def test_negative_numbers_stay_numbers():
    from tests.formats.talks import ARTICLES, telling
    from timeline.chronology import Timeline
    from timeline.model import Place

    south = Place("موسكو", "XXX", -33.9, -70.5, 1)
    told = telling(ARTICLES[0], "سلمت", "تسليم", "CONSULT", None, place=(south, "موسكو"))
    (row,) = rows(write(Timeline(ARTICLES, [told]), "csv"))
    assert (float(row["latitude"]), float(row["longitude"])) == (-33.9, -70.5)


def test_every_row_tells_its_outlets_titles_addresses_and_days(chronology):
    told = {row["date"]: row for row in rows(write(chronology, "csv"))}["2022-01-12"]
    assert (told["sources"], told["titles"]) == ("صحيفة المرفأ", "حوار الضمانات ينتقل إلى بروكسل")
    assert (told["urls"], told["published"]) == ("https://harbour.example/1", "2022-01-13")
    assert len(told["id"]) == 16
    assert told["dated"]
    disagreed = [row["conflicts"] for row in rows(write(chronology, "csv")) if row["conflicts"]]
    assert any("صحيفة المرفأ" in one and "|" in one for one in disagreed)


def test_tabs_part_the_cells_of_a_tsv(chronology):
    text = write(chronology, "tsv")
    assert list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t")) == rows(write(chronology, "csv"))
