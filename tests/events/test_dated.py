"""How an event was dated is a fact of it: in its clause, elsewhere, by the story, by inference."""

import pytest

import timeline
from timeline import Timeline
from timeline.model import DATED

STORY = (
    "وصل وزير الخارجية الأردني أيمن الصفدي إلى برلين أمس الاثنين. وأعلن الصفدي أن عمّان ترحب بالاتفاق. "
    "ووقعت فرنسا وألمانيا اتفاقا في باريس في 3 مارس 2022."
)
UNDATED = "وقعت مصر وقطر اتفاقا في الدوحة في 4 مايو 2022، واجتمع وزير الخارجية المصري سامح شكري مع نظيره القطري في القاهرة أمس."


def _by_word(text: str, found: Timeline) -> dict[str, str | None]:
    return {text[one.trigger.start : one.trigger.end]: one.dated for one in found.mentions}


def test_the_clause_tells_or_something_else_does() -> None:
    how = _by_word(STORY, timeline.extract(STORY, "2022-03-08"))
    assert (how["وصل"], how["ووقعت"]) == ("told", "told")
    assert how["وأعلن"] in ("elsewhere", "story")


def test_it_points_at_the_words_that_tell_the_day() -> None:
    for mention in timeline.extract(STORY, "2022-03-08").mentions:
        assert mention.dated_at is not None
        told = STORY[mention.dated_at.start : mention.dated_at.end]
        assert told == ("3 مارس 2022" if mention.when and mention.when.begin.day == 3 else "أمس الاثنين")


def test_what_hangs_on_an_inferred_day_says_so_and_the_rest_does_not() -> None:
    found = timeline.extract(UNDATED)
    assert found.articles[0].published is None
    assert {(str(event.date), event.dated) for event in found} == {("2022-05-03?", "inferred"), ("2022-05-04", "told")}


def test_a_dateline_is_told_and_infers_nothing() -> None:
    found = timeline.extract(
        "القاهرة في 4 مايو 2022 (رويترز) - اجتمع وزير الخارجية المصري سامح شكري مع نظيره القطري أمس في الدوحة."
    )
    assert [(str(event.date), event.dated) for event in found] == [("2022-05-03", "told")]


def test_it_survives_saving_and_filters() -> None:
    both = timeline.merge(timeline.extract(UNDATED), timeline.extract(STORY, "2022-03-08"))
    assert Timeline.from_json(both.to_json()) == both
    parts = [list(both.dated_as(how)) for how in DATED]
    assert sorted(map(len, parts)) != [0, 0, 0, len(both)]
    assert sorted(map(str, (event.date for part in parts for event in part))) == sorted(str(event.date) for event in both)
    with pytest.raises(ValueError, match="story"):
        both.dated_as("guessed")  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson", "plover", "timelinejs", "markdown", "ics"])
def test_every_format_says_what_is_inferred(form: str) -> None:
    if form == "ics":
        pytest.importorskip("icalendar")
    written = timeline.extract(UNDATED).write(form, **({"lang": "en"} if form in ("timelinejs", "markdown", "ics") else {}))
    text = written.decode() if isinstance(written, bytes) else written
    assert "inferred" in text.replace("\r\n ", "")  # calendars fold long lines


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("زار الرئيس الروسي فلاديمير بوتين تركيا عامي 2015 و2019.", ["2015", "2019"]),
        ("التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في أنقرة يومي 3 و7 مارس.", ["2022-03-03", "2022-03-07"]),
        ("التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في أنقرة يومي 3 و4 مارس.", ["2022-03-03/2022-03-04"]),
    ],
)
def test_what_happened_on_days_told_together_happened_on_each(text: str, days: list[str]) -> None:
    assert [str(event.date) for event in timeline.extract(text, "2022-03-08")] == days
