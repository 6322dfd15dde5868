"""Tables fit the terminal, and Arabic in one cell cannot reorder the next."""

import re

import pytest
from rich.cells import cell_len

from timeline.cli.tables import Column, fitted, isolated, plain

COLUMNS = [Column("Date"), Column("الأطراف", 3), Column("الفعل", 4), Column("#")]
ROWS = [
    ["2022-01-10", "روسيا، الولايات المتحدة الأمريكية", "عقدت محادثات حول الضمانات الأمنية في أوروبا استمرت ثماني ساعات", "2"],
    ["2022-01-09/2022-01-10", "سيرغي ريابكوف", "التقى", "1≠"],
    ["–", "x" * 100, "", "10"],
]


@pytest.mark.parametrize("width", [60, 80, 100, 132, 200])
def test_every_line_fits_the_terminal(width: int) -> None:
    lines = fitted(COLUMNS, ROWS, width, colour=False).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert len(lines) > len(ROWS)


def test_nothing_is_left_out() -> None:
    text = re.sub(r"[\u2068\u2069\s]", "", fitted(COLUMNS, ROWS, 80, colour=False))
    assert text.count("x") == 100
    for word in ("روسيا،", "ساعات", "ريابكوف", "1≠"):
        assert word in text


def test_each_line_of_an_arabic_cell_is_an_isolate_of_its_own() -> None:
    for line in fitted(COLUMNS, ROWS, 70, colour=False).splitlines():
        assert line.count("\u2068") == line.count("\u2069")
        for arabic in re.findall(r"[\u0600-\u06ff،]+", line):
            before = line[: line.index(arabic)]
            assert before.count("\u2068") == before.count("\u2069") + 1


def test_a_plain_table_has_a_line_a_row_and_no_isolates() -> None:
    lines = plain(COLUMNS, ROWS).splitlines()
    assert [line.split("\t") for line in lines] == [[column.heading for column in COLUMNS], *ROWS]


def test_only_what_runs_from_right_to_left_is_isolated() -> None:
    assert [isolated(text) for text in ("Genève", "–", "2022", "في")] == ["Genève", "–", "2022", "\u2068في\u2069"]


def test_a_cell_cannot_break_its_row_or_steer_the_terminal() -> None:
    hostile = ["a\tb\nc\r\x1b[31m\u202e\x07", "[bold]x[/bold]", "", ""]
    for text in (plain(COLUMNS, [hostile]), fitted(COLUMNS, [hostile], 100, colour=False)):
        assert not set("\r\x1b\x07\u202e") & set(text)
        assert "[bold]x[/bold]" in text
    assert plain(COLUMNS, [hostile]).count("\n") == 2


def test_no_word_is_ever_broken() -> None:
    columns = [Column("a"), Column("b", 3), Column("c", 4)]
    rows = [["2022-01-10", "المسؤوليات الاستراتيجية المشتركة", "اجتماع للاستشارات السياسية"], ["x", "y", "z " * 40]]
    for width in (56, 60, 80, 100):
        text = fitted(columns, rows, width)
        for word in ("المسؤوليات", "الاستراتيجية", "المشتركة", "للاستشارات", "السياسية"):
            assert word in text
