"""The timeline as a value: sequence, views, errors, rows."""

import importlib.util
from datetime import date, datetime

import pytest

from tests.chronology.telling import AMERICA, DOHA, EMIR, GENEVA, LAVROV, RUSSIA, on, tell, timeline_of
from timeline.articles import Article
from timeline.chronology import Timeline, merge
from timeline.formats.columns import EVENTS, rows

TIMELINE = timeline_of(
    tell("b", on("2022-01-10"), RUSSIA, AMERICA, head="محادثات", place=GENEVA, text="عقدت محادثات"),
    tell("a", on("2022"), RUSSIA, type="STATEMENT", head="قول", text="قالت"),
    tell("a", on("2022-01"), LAVROV, to=(EMIR,), head="زيارة", place=DOHA, event=1, text="زار"),
    tell("a", None, AMERICA, type="REJECT", head="رفض", event=2, text="رفضت"),
    tell("c", on("2021-12-31"), AMERICA, type="ASSAULT", head="هجوم", text="هاجمت"),
)


def actions(timeline: Timeline) -> list[str]:
    return [event.action.text for event in timeline.entries]


def test_dated_events_stand_by_begin_the_narrower_first_and_undated_ones_last() -> None:
    assert actions(TIMELINE) == ["هاجمت", "زار", "قالت", "عقدت محادثات", "رفضت"]
    assert [event.action.text for event in TIMELINE] == ["هاجمت", "زار", "قالت", "عقدت محادثات"]
    assert [event.action.text for event in TIMELINE.undated] == ["رفضت"]


def test_it_is_a_sequence() -> None:
    assert len(TIMELINE) == 4
    assert TIMELINE[0].action.text == "هاجمت"
    assert TIMELINE[-1] in TIMELINE
    assert actions(TIMELINE[1:3]) == ["زار", "قالت"]
    with pytest.raises(IndexError):
        TIMELINE[4]


def test_tuples_are_plain_strings() -> None:
    assert TIMELINE.tuples()[1:] == [
        ("2022-01", "سيرغي لافروف", "زار", "الدوحة"),
        ("2022", "روسيا", "قالت", ""),
        ("2022-01-10", "روسيا، الولايات المتحدة", "عقدت محادثات", "جنيف"),
    ]


BETWEEN = [
    ((None, None), ["هاجمت", "زار", "قالت", "عقدت محادثات"]),
    ((date(2022, 1, 10), date(2022, 1, 10)), ["زار", "قالت", "عقدت محادثات"]),
    ((datetime(2022, 2, 1, 12), None), ["قالت"]),
    (("2021", "2021"), ["هاجمت"]),
    (("2022-01", "2022-01"), ["زار", "قالت", "عقدت محادثات"]),
    ((None, "2021-12-30"), []),
]


@pytest.mark.parametrize(("period", "kept"), BETWEEN)
def test_between_keeps_what_may_lie_in_the_period(period: tuple[date | str | None, date | str | None], kept: list[str]) -> None:
    assert actions(TIMELINE.between(*period)) == kept


@pytest.mark.parametrize("nonsense", ["", "soon", "22-01-01", "2022-13", "2022-1-1-1", "٢٠٢٢"])
def test_between_takes_no_nonsense(nonsense: str) -> None:
    with pytest.raises(ValueError, match=r"ISO|month|day"):
        TIMELINE.between(nonsense)


INVOLVING = [
    (("RUS",), ["زار", "قالت", "عقدت محادثات"]),
    (("rus", "usa"), ["عقدت محادثات"]),
    (("لافروف",), ["زار"]),
    (("QAT",), ["زار"]),
    (("الصين",), []),
    (("",), []),
]


@pytest.mark.parametrize(("who", "kept"), INVOLVING)
def test_involving_takes_codes_and_names(who: tuple[str, ...], kept: list[str]) -> None:
    assert actions(TIMELINE.involving(*who)) == kept


def test_other_views() -> None:
    assert actions(TIMELINE.at("جنيف")) == actions(TIMELINE.at("CHE")) == ["عقدت محادثات"]
    assert actions(TIMELINE.of_type("ASSAULT", "REJECT")) == ["هاجمت", "رفضت"]
    assert actions(TIMELINE.from_source("صحيفة c")) == ["هاجمت"]
    assert TIMELINE.sources == ("صحيفة a", "صحيفة b", "صحيفة c")


def test_a_view_holds_the_articles_that_it_rests_on() -> None:
    assert [article.id for article in TIMELINE.at("جنيف").articles] == ["b"]


def test_a_view_finds_what_any_source_says() -> None:
    both = merge(
        timeline_of(tell("a", on("2022-01-10"), RUSSIA, AMERICA, place=GENEVA)),
        timeline_of(tell("b", on("2022-01-10"), RUSSIA, AMERICA)),
    )
    (event,) = both.from_source("صحيفة b").at("جنيف").entries
    assert event.articles == ("a", "b")


def test_the_empty_timeline() -> None:
    assert merge() == Timeline()
    assert list(merge()) == []
    assert merge().tuples() == []
    assert "0 events" in repr(merge())


def test_one_id_for_two_articles_is_an_error() -> None:
    with pytest.raises(ValueError, match="'x'"):
        merge(Timeline((Article("نص", id="x"),)), Timeline((Article("غيره", id="x"),)))


def test_a_mention_of_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="'a'"):
        Timeline((), (tell("a", None, RUSSIA),))


def test_what_is_no_article_is_an_error() -> None:
    with pytest.raises(TypeError, match="str"):
        Timeline(("نص",))  # type: ignore[arg-type]


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="teletext"):
        TIMELINE.write("teletext")


def test_rows_have_every_column() -> None:
    for row in rows(TIMELINE):
        assert list(row) == [name for name, _ in EVENTS]
    talks = rows(TIMELINE)[3]
    assert (talks["date"], talks["codes"], talks["place"], talks["articles"]) == ("2022-01-10", ["RUS", "USA"], "جنيف", ["b"])


@pytest.mark.skipif(importlib.util.find_spec("pandas") is None, reason="pandas is not installed")
def test_the_frame_has_a_row_an_event() -> None:
    frame = TIMELINE.to_frame()
    assert list(frame["action"]) == actions(TIMELINE)
    assert "mentions" not in frame.columns


def test_the_notebook_table_escapes_its_text() -> None:
    page = timeline_of(tell("a", on("2022"), RUSSIA, text="<script>alert(1)</script>"))._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_explain_names_points_conflicts_and_the_neighbour() -> None:
    timeline = timeline_of(
        tell("a", on("2022-01-09", "2022-01-10"), RUSSIA, AMERICA, head="محادثات", place=GENEVA),
        tell("b", on("2022-01-10"), RUSSIA, AMERICA, head="محادثات", place=GENEVA),
        tell("b", on("2022-01-12"), RUSSIA, AMERICA, head="اجتماع", event=1, text="اجتمعوا"),
    )
    told = timeline.explain(timeline[0])
    assert "one date lies within the other" in told
    assert "«اجتمعوا» (12 January 2022)" in told
    assert "صحيفة b tells them as two" in told
    assert "points" not in told.casefold()
    assert "Date +" in timeline.explain(timeline[0], points=True)
