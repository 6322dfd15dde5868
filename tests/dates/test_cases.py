"""Every text of the corpora: dates with their values and exact spans, and texts that hold no date."""

from datetime import date
from pathlib import Path

import pytest

from timeline.dates import find_dates

_HERE = Path(__file__).parent
WEDNESDAY = date(2022, 6, 15)


def _positive() -> list[tuple[date, str, str]]:
    published, value, cases = WEDNESDAY, "", []
    for line in (_HERE / "cases.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            published = date.fromisoformat(line[2:])
        elif line.startswith("= "):
            value = line[2:]
        elif line and not line.startswith("#"):
            cases.append((published, value, line))
    return cases


def _negative() -> list[str]:
    lines = (_HERE / "negative.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("published", "value", "case"), _positive())
def test_one_date_many_surfaces(published: date, value: str, case: str) -> None:
    parts = case.split("|") if "|" in case else ["", case, ""]
    text = "".join(parts)
    found = [one for one in find_dates(text, published) if one.value is not None]
    expected = list(zip(parts[1::2], value.split(), strict=True))
    assert [(text[one.start : one.end], one.value.edtf) for one in found if one.value] == expected


@pytest.mark.parametrize("text", _negative())
def test_no_date(text: str) -> None:
    assert [one for one in find_dates(text, WEDNESDAY) if one.value is not None] == []


def test_the_corpora_are_large() -> None:
    assert len(_positive()) >= 400
    assert len(_negative()) >= 150
