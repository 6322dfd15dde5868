from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from tests.formats.hostile import ADDRESSES, ATTACKS, hostile
from timeline.articles import Article
from timeline.chronology import Timeline
from timeline.formats import write
from timeline.model import DateSpan


def events(timeline, **options) -> list:
    return icalendar.Calendar.from_ical(write(timeline, "ics", **options)).walk("VEVENT")


def test_each_dated_event_lasts_to_the_day_after_its_last(chronology):
    found = events(chronology)
    assert len(found) == len(chronology)
    for entry, event in zip(found, chronology, strict=True):
        assert entry.decoded("dtstart") == event.date.begin
        assert (entry.decoded("dtend") - event.date.end).days == 1
        assert entry["dtstart"].params["VALUE"] == entry["dtend"].params["VALUE"] == "DATE"


def test_the_calendar_has_what_rfc_5545_demands(chronology):
    calendar = icalendar.Calendar.from_ical(write(chronology, "ics"))
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    entries = calendar.walk("VEVENT")
    assert len({entry["uid"] for entry in entries}) == len(entries)
    assert all(entry.decoded("dtstamp").utcoffset() == timedelta() for entry in entries)


def test_the_stamp_is_the_latest_publication(chronology):
    stamps = {str(entry["summary"]): entry.decoded("dtstamp") for entry in events(chronology, lang="en")}
    assert stamps["Russia, United States: لقاء الوفدين الروسي والأميركي لبحث الضمانات الأمنية"] == datetime(2022, 1, 14, tzinfo=UTC)


def test_a_plan_is_tentative_and_says_how_exact_it_is(chronology):
    (plan,) = (entry for entry in events(chronology) if entry["status"] == "TENTATIVE")
    assert "2022-02-07/2022-02-13" in plan["description"]


def test_lines_are_folded_at_75_octets(chronology):
    for line in write(chronology, "ics").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line


def test_the_last_day_of_the_calendar_and_no_publication():
    from tests.formats.talks import telling

    article = Article("زار الوفد المدينة", id="a")
    told = telling(article, "زار", "زيارة", "CONSULT", DateSpan.day(date.max))
    (entry,) = events(Timeline([article], [told]))
    assert entry.decoded("dtend") == date.max
    assert entry.decoded("dtstamp") == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_text_adds_a_property_or_an_event(attack: str):
    timeline = hostile(attack)
    found = events(timeline)
    assert len(found) == len(timeline)
    for entry in found:
        assert "attach" not in entry
        assert str(entry["summary"]) != "injected"


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
def test_addresses_are_http_or_none(address: str):
    for entry in events(hostile("نص", address)):
        assert str(entry.get("url", "https://evil.example/a")).startswith("https://evil.example/a")
        assert "attach" not in entry
