"""The readable corpora: a phrase a line, its party or place in brackets."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def lines(name):
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def parse(line):
    """(text, start, end, what is expected) of a line."""
    marked, _, expected = line.rpartition(" = ")
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end, expected


@pytest.mark.parametrize("line", [*lines("phrases.txt"), *lines("persons.txt")])
def test_party(line, names):
    """The bracketed words are one party, told as the line says."""
    text, start, end, expected = parse(line)
    found = [party for party in names(text).parties if (party.start, party.end) == (start, end)]
    assert found, [text[party.start : party.end] for party in names(text).parties]
    who = " + ".join(f"{actor.name}/{actor.code or '-'}" for actor in found[0].actors)
    assert f"{who} {found[0].form}" == expected


@pytest.mark.parametrize("line", lines("places.txt"))
def test_place(line, names):
    """The bracketed words are one place, told as the line says."""
    text, start, end, expected = parse(line)
    found = [setting for setting in names(text).settings if (setting.start, setting.end) == (start, end)]
    assert found, [text[setting.start : setting.end] for setting in names(text).settings]
    assert f"{found[0].place.name}/{found[0].place.country or '-'} {found[0].role}" == expected


def test_corpora_are_large_enough():
    """The corpus keeps its promised breadth."""
    assert len(lines("phrases.txt")) + len(lines("places.txt")) >= 250
