"""How sure an event is, and how to ask for the surer ones alone."""

import pytest

import timeline

_TEXT = (
    "التقى وزير الخارجية المصري نظيره الأردني في عمان أمس الأحد. وقال الوزير إن اللقاء كان مثمرا.\n"
    "وأضاف أن بلاده طلبت وساطة. وكانت القاهرة قد استضافت جولة من الحوار في مارس 2021."
)


def _told(caution: float | None) -> set[tuple[str, str]]:
    found = timeline.extract(_TEXT, "2022-05-16", caution=caution)
    return {(event.action.text, event.date.edtf) for event in found if event.date is not None}


def test_more_caution_tells_less() -> None:
    told = [_told(caution) for caution in (0.0, 0.4, 0.8, 1.0)]
    assert len(told[0]) > len(told[-1])
    assert [len(one) for one in told] == sorted((len(one) for one in told), reverse=True)


def test_what_has_a_day_of_its_own_is_surer_than_what_is_lent_one() -> None:
    found = timeline.extract(_TEXT, "2022-05-16", caution=0.0)
    sure = {event.action.head: event.confidence for event in found if event.dated == "told"}
    assert sure["لقاء"] is not None
    assert sure["لقاء"] > min(event.confidence for event in found if event.confidence is not None)


@pytest.mark.parametrize("caution", [-0.1, 1.5])
def test_a_caution_out_of_range_is_told(caution: float) -> None:
    with pytest.raises(ValueError, match="caution must be a number from 0 to 1"):
        timeline.extract(_TEXT, "2022-05-16", caution=caution)


def test_a_caution_that_is_no_number_is_told() -> None:
    with pytest.raises(TypeError, match="caution must be a number from 0 to 1"):
        timeline.extract(_TEXT, "2022-05-16", caution="high")  # type: ignore[arg-type]
