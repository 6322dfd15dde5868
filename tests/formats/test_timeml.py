import re
from datetime import date
from pathlib import Path

import attrs
import pytest
from lxml import etree

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import timeml, write
from timeline.model import DateExpression, DateSpan

DTD = etree.DTD(Path(__file__).with_name("timeml.dtd").open())
DATE = re.compile(
    r"\d{2}|\d{3}|\d{4}|\d{4}-(\d{2}|W\d{2}|Q[1-4]|H[12]|SP|SU|FA|WI)|\d{4}-\d{2}-\d{2}|PAST_REF|PRESENT_REF|FUTURE_REF|XXXX"
)
DURATION = re.compile(r"P\d+D")


def check(text: str) -> etree._Element:
    """The rules of TimeML 1.2.1 that a validator of its grammar checks, and those of its values."""
    root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    assert DTD.validate(root), DTD.error_log
    for timex in root.iter("TIMEX3"):
        form = DURATION if timex.get("type") == "DURATION" else DATE
        assert form.fullmatch(timex.get("value")), timex.get("value")
        assert (timex.get("beginPoint") is None) == (timex.get("type") == "DATE")
        assert timex.get("anchorTimeID") is None or timex.get("temporalFunction") == "true"
    return root


def annotated(value, kind="absolute", text="هنا", published=date(2022, 2, 4)):
    return check(timeml.annotate(f"قبل {text} وبعد", [DateExpression(text, 4, 4 + len(text), value, kind)], published))


def test_the_text_stays_as_it_was(chronology):
    root = check(write(chronology, "timeml", article="tower"))
    created = root.find("TIMEX3")
    assert created.get("functionInDocument") == "CREATION_TIME"
    assert created.get("value") == "2022-01-29"
    text = "".join(root.itertext()).removeprefix("\n2022-01-29\n").removesuffix("\n")
    assert text == chronology.article("tower").text


def test_all_articles_go_into_one_document_or_each_into_its_own(chronology):
    root = check(write(chronology, "timeml"))
    assert [timex.get("value") for timex in root.iter("TIMEX3") if timex.get("functionInDocument")] == [
        "2022-01-14",
        "2022-01-13",
        "2022-01-29",
    ]
    documents = timeml.documents(chronology)
    assert list(documents) == ["bridge", "harbour", "tower"]
    for document in documents.values():
        check(document)


def test_an_unknown_article_is_a_key_error(chronology):
    with pytest.raises(KeyError):
        write(chronology, "timeml", article="none")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateSpan.day(date(2022, 1, 10)), {"type": "DATE", "value": "2022-01-10"}),
        (DateSpan.month(2021, 12, approximate=True), {"type": "DATE", "value": "2021-12", "mod": "APPROX"}),
        (DateSpan(date(2022, 1, 10), date(2022, 1, 16), "week"), {"type": "DATE", "value": "2022-W02"}),
        (attrs.evolve(DateSpan.year(2014), open="after"), {"type": "DATE", "value": "2014", "mod": "ON_OR_AFTER"}),
        (attrs.evolve(DateSpan.year(2014), open="before"), {"type": "DATE", "value": "2014", "mod": "ON_OR_BEFORE"}),
        (DateSpan(date(1990, 1, 1), date(1999, 12, 31), "decade"), {"type": "DATE", "value": "199"}),
        (DateSpan(date(1900, 1, 1), date(1999, 12, 31), "century"), {"type": "DATE", "value": "19"}),
    ],
)  # fmt: skip
def test_a_value_is_written_as_timeml_has_it(value, expected):
    timex = annotated(value).findall("TIMEX3")[1]
    assert {key: timex.get(key) for key in ("type", "value", "mod") if timex.get(key)} == expected


def test_a_stretch_is_a_duration_between_two_points():
    root = annotated(DateSpan(date(2022, 1, 9), date(2022, 1, 10), "range"))
    _, timex, begin, end = root.findall("TIMEX3")
    assert (timex.get("type"), timex.get("value")) == ("DURATION", "P2D")
    assert (timex.get("beginPoint"), timex.get("endPoint")) == (begin.get("tid"), end.get("tid"))
    assert (begin.get("value"), end.get("value"), begin.text) == ("2022-01-09", "2022-01-10", None)


@pytest.mark.parametrize(
    ("text", "value"), [("قبل أيام", "PAST_REF"), ("الآن", "PRESENT_REF"), ("بعد أيام", "FUTURE_REF"), ("وقتها", "XXXX")]
)
def test_a_vague_date_tells_its_side_where_its_words_do(text: str, value: str):
    assert annotated(None, "vague", text).findall("TIMEX3")[1].get("value") == value


def test_relative_dates_hang_on_the_creation_time_where_it_is_known():
    day = DateSpan.day(date(2022, 2, 3))
    timex = annotated(day, "relative", "أمس").findall("TIMEX3")[1]
    assert (timex.get("temporalFunction"), timex.get("anchorTimeID")) == ("true", "t0")
    (timex,) = annotated(day, "relative", "أمس", None).findall("TIMEX3")
    assert (timex.get("tid"), timex.get("temporalFunction"), timex.get("anchorTimeID")) == ("t1", "true", None)
    timex = annotated(day, "anaphoric", "اليوم ذاته").findall("TIMEX3")[1]
    assert (timex.get("temporalFunction"), timex.get("anchorTimeID")) == ("true", None)


@pytest.mark.parametrize("spans", [[(0, 3), (2, 5)], [(3, 9)], [(2, 2)]])
def test_expressions_that_overlap_or_leave_the_text_are_a_value_error(spans):
    expressions = [DateExpression("x", start, end, None, "vague") for start, end in spans]
    with pytest.raises(ValueError, match="overlap"):
        timeml.annotate("نص قصير"[:6], expressions)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_becomes_markup(attack: str):
    root = check(write(hostile(attack), "timeml"))
    assert {element.tag for element in root.iter()} <= {"TimeML", "TIMEX3"}
    assert root.getroottree().docinfo.internalDTD is None
