"""What readers decide lasts: through new articles, new readings and any order of merging, and it never vanishes unsaid."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.chronology.telling import AMERICA, CHINA, GENEVA, KERRY, LAVROV, RUSSIA, VIENNA, on, tell, timeline_of
from tests.chronology.test_algebra import TIMELINES
from timeline.articles import Article
from timeline.chronology import Correction, Evidence, Timeline, merge, read_corrections, write_corrections
from timeline.chronology.corrections.lines import dumps, from_line, loads, to_line
from timeline.chronology.edtf import read_edtf
from timeline.chronology.records import timeline_from_record, timeline_to_record
from timeline.model import Actor, Amendment, Event, Mention, Place, Span

DAY = on("2022-01-10")
TALKS = tell("a", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA)
SAME = tell("b", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA)
OTHER = attrs.evolve(tell("c", on("2022-03-01"), CHINA, head="زيارة", place=VIENNA), quote="جملة أخرى")


def decide(what: Any, *mentions: Mention, **more: Any) -> Correction:
    return Correction(what, tuple(map(Evidence.of, mentions)), **more)


def part(some: Mention, *others: Mention, at: str | None = None) -> Correction:
    return Correction("part", (Evidence.of(some),), tuple(map(Evidence.of, others)), at=at)


def only(timeline: Timeline) -> Event:
    (event,) = timeline.entries
    return event


VALUES: list[tuple[Any, Any, tuple[str, ...]]] = [
    ("date", on("2022-01-12"), ("2022-01-10",)),
    ("date", None, ("2022-01-10",)),
    ("actors", (CHINA,), ("روسيا", "الولايات المتحدة")),
    ("targets", (CHINA,), ()),
    ("place", VIENNA, ("جنيف",)),
    ("place", None, ("جنيف",)),
    ("type", "AGREE", ("CONSULT",)),
    ("modality", "planned", ("asserted",)),
]


@pytest.mark.parametrize(("field", "value", "was"), VALUES)
def test_a_field_that_was_set_shows_it_and_what_the_texts_give(field: Any, value: Any, was: tuple[str, ...]) -> None:
    event = only(timeline_of(TALKS, SAME).corrected([decide(field, TALKS, value=value, by="هدى", at="2022-01-24T09:30:00Z")]))
    found = getattr(event.action if field in ("type", "modality") else event, field)
    assert found == value
    assert event.review.amended == (Amendment(field, was, "هدى", "2022-01-24T09:30:00Z"),)
    assert event.mentions == (TALKS, SAME)


def test_a_correction_holds_for_what_joins_the_entry_later() -> None:
    corrected = timeline_of(TALKS).corrected([decide("date", TALKS, value=on("2022-01-12")), decide("star", TALKS)])
    event = only(merge(corrected, timeline_of(SAME)))
    assert (event.articles, str(event.date), event.review.starred) == (("a", "b"), "2022-01-12", True)


def test_the_later_of_two_decisions_holds_and_one_can_be_withdrawn() -> None:
    first = decide("date", TALKS, value=on("2022-01-11"), at="2022-01-24T09:00:00Z")
    later = decide("date", TALKS, value=on("2022-01-12"), at="2022-01-24T12:00:00+02:00")
    back = decide("date", TALKS, withdrawn=True, at="2022-01-25T09:00:00Z")
    timeline = timeline_of(TALKS)
    assert str(only(timeline.corrected([later, first])).date) == "2022-01-12"
    withdrawn = only(timeline.corrected([back, first, later]))
    assert (withdrawn, withdrawn.review.amended) == (only(timeline), ())


def test_what_is_hidden_is_kept_apart_and_not_lost() -> None:
    timeline = timeline_of(TALKS, OTHER).corrected([decide("hide", OTHER)])
    assert [event.articles for event in timeline.entries] == [("a",)]
    assert [event.articles for event in timeline.hidden] == [("c",)]
    assert set(timeline.mentions) == {TALKS, OTHER}
    assert timeline.involving("CHN").hidden == timeline.hidden


def test_confirmed_starred_and_noted() -> None:
    notes = [decide("note", TALKS, value="أول"), decide("note", SAME, value="ثان"), decide("confirm", TALKS)]
    review = only(timeline_of(TALKS, SAME).corrected(notes)).review
    assert (sorted(review.notes), review.confirmed, review.starred) == (["أول", "ثان"], True, False)


def test_joined_rows_are_one_and_what_would_join_one_of_them_joins_both() -> None:
    joined = timeline_of(TALKS, OTHER).corrected([decide("join", TALKS, OTHER)])
    event = only(joined)
    assert (event.articles, event.review.joined) == (("a", "c"), True)
    assert only(merge(joined, timeline_of(SAME))).articles == ("a", "b", "c")
    assert "Joined by a reader" in joined.explain(event)


def test_two_events_of_one_article_can_be_joined() -> None:
    twice = tell("a", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA, event=1)
    assert only(timeline_of(TALKS, twice).corrected([decide("join", TALKS, twice)])).articles == ("a",)


def test_parted_rows_stay_two_whatever_they_say() -> None:
    third = tell("d", DAY, RUSSIA, AMERICA, head="محادثات", place=GENEVA)
    parted = timeline_of(TALKS, SAME).corrected([part(TALKS, SAME)])
    assert [event.articles for event in parted.entries] == [("a",), ("b",)]
    assert [event.articles for event in merge(parted, timeline_of(third)).entries] == [("a", "d"), ("b",)]


def test_of_a_join_and_a_part_the_later_holds() -> None:
    apart = part(TALKS, SAME, at="2022-01-24T09:00:00")
    together = decide("join", TALKS, SAME, at="2022-01-25T09:00:00")
    timeline = timeline_of(TALKS, SAME)
    assert len(timeline.corrected([apart, together]).entries) == 1
    assert len(timeline.corrected([attrs.evolve(apart, at="2022-01-26T09:00:00"), together]).entries) == 2


# ---- evidence that moves, and evidence that is gone

TEXT = "اجتمع الوزيران في جنيف أمس. وقال الوزير إن الحوار مفيد. وزار الوفد المتحف."


def spoken(text: str, word: str, article: str = "x", type: str = "CONSULT", event: int = 0) -> Mention:  # noqa: A002
    """A mention of the word's sentence in a text."""
    at = text.index(word)
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    end = text.index(".", at) + 1
    mention = tell(article, DAY, RUSSIA, type=type, event=event)
    return attrs.evolve(mention, start=start, end=end, quote=text[start:end], trigger=Span(at, at + len(word)))


def told(text: str, *mentions: Mention, article: str = "x") -> Timeline:
    return Timeline((Article(text, id=article),), mentions)


OLD = spoken(TEXT, "اجتمع")
EDITED = "عاجل. " + TEXT
MOVED: dict[str, tuple[Timeline, bool]] = {
    "as it was": (told(TEXT, OLD), True),
    "of another type now": (told(TEXT, spoken(TEXT, "اجتمع", type="AGREE")), True),
    "a wider event word now": (told(TEXT, spoken(TEXT, "اجتمع الوزيران")), True),
    "the article has a word more before it": (told(EDITED, spoken(EDITED, "اجتمع")), True),
    "the sentence was edited": (
        told(TEXT.replace("أمس", "يوم أمس"), spoken(TEXT.replace("أمس", "يوم أمس"), "اجتمع")),
        True,
    ),
    "the article has another id now": (told(TEXT, spoken(TEXT, "اجتمع", "y"), article="y"), True),
    "the sentence tells no event any more": (told(TEXT, spoken(TEXT, "زار")), False),
    "another word of the sentence tells another event": (told(TEXT, spoken(TEXT, "جنيف", type="AID")), False),
    "the article is gone, and nobody else has the sentence": (told("غيره.", article="y"), False),
    "the sentence was written anew": (told("اجتمع وفد آخر.", spoken("اجتمع وفد آخر.", "اجتمع")), False),
}


@pytest.mark.parametrize(("timeline", "found"), MOVED.values(), ids=MOVED.keys())
def test_evidence_is_found_again_or_reported(timeline: Timeline, found: bool) -> None:
    corrected = timeline.corrected([decide("star", OLD)])
    assert [event.review.starred for event in corrected.entries] == [found] * len(corrected.entries)
    assert [gone for _, gone in corrected.unmet] == ([] if found else [(Evidence.of(OLD),)])
    assert corrected.corrections


def test_what_is_gone_holds_again_once_it_is_back() -> None:
    waiting = timeline_of(OTHER).corrected([decide("star", TALKS)])
    assert len(waiting.unmet) == 1
    back = merge(waiting, timeline_of(TALKS))
    assert (back.unmet, [event.review.starred for event in back.entries]) == ((), [True, False])


def test_a_join_of_which_one_side_is_gone_is_reported() -> None:
    corrected = timeline_of(TALKS).corrected([decide("join", TALKS, OTHER)])
    assert [gone for _, gone in corrected.unmet] == [(Evidence.of(OTHER),)]
    assert not only(corrected).review.joined


# ---- the file

FULL = [
    *(decide(field, TALKS, value=value, by="هدى") for field, value, _ in VALUES),
    decide("note", TALKS, value="سطر\u2028ثان \ud800"),
    decide("hide", TALKS, withdrawn=True, at="2022-01-24"),
    decide("join", TALKS, OTHER),
    part(TALKS, SAME),
]


@pytest.mark.parametrize("correction", FULL, ids=lambda one: one.decide)
def test_a_line_is_read_back_as_it_was(correction: Correction) -> None:
    assert loads(dumps(correction)) == correction
    assert len(dumps(correction).splitlines()) == 1


def test_a_file_is_read_back_whole_and_in_any_order(tmp_path: Path) -> None:
    text = write_corrections(FULL)
    for lines in (text.split("\n"), text.split("\n")[::-1]):
        path = tmp_path / "corrections.jsonl"
        path.write_text("\ufeff" + "\n".join(lines), "utf-8")
        assert set(read_corrections(path)) == set(FULL)


def test_names_written_by_hand_become_the_parties_that_they_name() -> None:
    lines = [
        {**to_line(decide("actors", TALKS, value=())), "value": ["USA", "سيرغي لافروف", "فلان"]},
        {**to_line(decide("place", TALKS)), "value": "فيينا"},
    ]
    timeline = merge(timeline_of(TALKS), timeline_of(OTHER), timeline_of(tell("d", DAY, LAVROV, KERRY)))
    event = timeline.corrected(map(from_line, lines)).entries[0]
    assert event.actors == (AMERICA, LAVROV, Actor("فلان", kind="group"))
    assert event.place == VIENNA


EVIDENCE = to_line(decide("hide", TALKS))["of"]
WRONG: list[tuple[Any, str]] = [
    ([], "not an object"),
    ({"decide": "burn", "of": EVIDENCE}, "'burn' is none of hide"),
    ({"decide": "hide"}, "of: not a list"),
    ({"decide": "hide", "of": []}, "no evidence"),
    ({"decide": "hide", "of": EVIDENCE, "value": "x"}, "not a value for it"),
    ({"decide": "hide", "of": EVIDENCE, "colour": 1}, "unknown field 'colour'"),
    ({"decide": "date", "of": EVIDENCE, "value": "أمس"}, "not a date"),
    ({"decide": "date", "of": EVIDENCE, "value": "2022-02-30"}, "no such day"),
    ({"decide": "date", "of": EVIDENCE, "value": 2022}, "not a string"),
    ({"decide": "actors", "of": EVIDENCE, "value": 7}, "not a list of parties"),
    ({"decide": "type", "of": EVIDENCE, "value": "DANCE"}, "not a value for it"),
    ({"decide": "join", "of": EVIDENCE}, "at least two"),
    ({"decide": "part", "of": EVIDENCE}, "from what"),
    ({"decide": "hide", "of": EVIDENCE, "at": "yesterday"}, "not a moment"),
    ({"decide": "hide", "of": EVIDENCE, "by": 3}, "by: not a string"),
    ({"decide": "hide", "of": EVIDENCE, "withdrawn": "yes"}, "true or false"),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_line_that_is_no_correction_says_why_and_where(line: Any, message: str, tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("\n" + json.dumps(line), "utf-8")
    with pytest.raises(ValueError, match=r"c\.jsonl:2.*" + message):
        read_corrections(path)


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-10",
        "2022-01",
        "2022",
        "2022-01-09/2022-01-10",
        "2021-12~",
        "2022-01-09?",
        "2021%",
        "2014/..",
        "../2014-03",
        "201X",
        "19XX",
        "2021-07/2021-12",
    ],
)
def test_a_date_is_read_back_as_it_is_written(text: str) -> None:
    assert read_edtf(text).edtf == text


# ---- the algebra

PLACES = st.sampled_from([None, GENEVA, VIENNA, Place("دار", "QAT")])


@st.composite
def corrected(draw: st.DrawFn) -> Timeline:
    """A timeline with decisions about some of its mentions."""
    timeline = draw(TIMELINES)
    if not timeline.mentions:
        return timeline
    mention = st.sampled_from(timeline.mentions)
    moment = st.sampled_from([None, "2022-02-01T08:00:00", "2022-02-02T08:00:00"])
    found = []
    for _ in range(draw(st.integers(0, 6))):
        what = draw(st.sampled_from(["hide", "star", "date", "actors", "place", "join", "join", "part", "part", "note"]))
        some = draw(st.lists(mention, min_size=2, max_size=4, unique=True)) if len(timeline.mentions) > 1 else []
        value: Any = {
            "date": draw(st.sampled_from([None, on("2022-01-11"), on("2022")])),
            "actors": (CHINA,),
            "note": "ملاحظة",
        }.get(what)
        value = draw(PLACES) if what == "place" else value
        if what not in ("join", "part"):
            found.append(decide(what, draw(mention), value=value, at=draw(moment)))
        elif some and Evidence.of(some[0]).key != Evidence.of(some[1]).key:
            found.append(decide("join", *some, at=draw(moment)) if what == "join" else part(some[0], *some[1:], at=draw(moment)))
    return timeline.corrected(found)


@given(corrected(), corrected())
@settings(max_examples=60)
def test_merging_is_commutative_and_idempotent(one: Timeline, other: Timeline) -> None:
    left, right = merge(one, other), merge(other, one)
    assert left == right == merge(left, one, right)
    assert (left.entries, left.hidden) == (right.entries, right.hidden)
    assert merge(one, one) == one


@given(corrected(), corrected(), corrected())
@settings(max_examples=30)
def test_merging_is_associative(one: Timeline, two: Timeline, three: Timeline) -> None:
    left, right = merge(one, merge(two, three)), merge(merge(one, two), three)
    assert left == right
    assert left.entries == right.entries


@given(corrected())
@settings(max_examples=60)
def test_nothing_is_lost(timeline: Timeline) -> None:
    told = [mention for event in (*timeline.entries, *timeline.hidden) for mention in event.mentions]
    assert sorted(told, key=lambda mention: mention.sort_key) == list(timeline.mentions)
    assert timeline.unmet == ()
    assert timeline.corrected(timeline.corrections) == timeline


@given(corrected(), st.sets(st.integers(0, 30)))
@settings(max_examples=150)
def test_a_view_keeps_its_entries_and_their_corrections(timeline: Timeline, chosen: set[int]) -> None:
    kept = {event for index, event in enumerate((*timeline.entries, *timeline.hidden)) if index in chosen}
    view, rest = timeline.where(lambda event: event in kept), timeline.where(lambda event: event not in kept)
    assert set(view.entries) | set(view.hidden) == kept
    assert merge(view, rest).entries == timeline.entries


@given(corrected())
@settings(max_examples=30)
def test_a_timeline_with_corrections_is_read_back_whole(timeline: Timeline) -> None:
    assert timeline_from_record(json.loads(json.dumps(timeline_to_record(timeline)))) == timeline


@given(corrected())
@settings(max_examples=30)
def test_every_entry_can_be_explained(timeline: Timeline) -> None:
    for event in (*timeline.entries, *timeline.hidden):
        assert all(article in timeline.explain(event) for article in event.articles)


RETURNING = [
    decide("actors", TALKS, withdrawn=True),
    decide("targets", TALKS, value=(CHINA,), withdrawn=True),
    decide("date", TALKS, value=attrs.evolve(on("2022-01-24", "2022-01-30"), precision="week")),
    decide("date", TALKS, value=attrs.evolve(on("2022-01-24", "2022-01-30"), precision="week", approximate=True)),
]


@pytest.mark.parametrize("correction", RETURNING, ids=lambda one: f"{one.decide} {one.value}")
def test_what_a_file_cannot_tell_apart_is_one_before_it_is_written(correction: Correction) -> None:
    timeline = timeline_of(TALKS).corrected([correction])
    again = Timeline.from_json(timeline.to_json())
    assert again == timeline
    assert again.entries == timeline.entries
    assert loads(dumps(correction)) == correction


@pytest.mark.parametrize(("latitude", "longitude"), [(float("nan"), 1.0), (1.0, float("inf")), (999.0, 1.0), (1.0, None)])
def test_a_place_lies_on_the_earth(latitude: float, longitude: float | None) -> None:
    with pytest.raises(ValueError, match="place: not a value"):
        decide("place", TALKS, value=Place("هنا", "CHE", latitude, longitude))
