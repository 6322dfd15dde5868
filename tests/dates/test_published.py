"""Publication dates in every form that callers have them."""

from datetime import date, datetime, timedelta, timezone

import pytest

from timeline.dates import find_dates, parse_published

DAY = date(2022, 2, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-04",
        "20220204",
        "2022-02-04T23:30:00+02:00",
        "2022-02-04 10:00",
        "٢٠٢٢-٠٢-٠٤",
        " 2022-02-04\n",
        "04 فبراير 2022ء",
        "4 فبراير 2022",
        "٤ فبراير ٢٠٢٢",
        "4 شباط 2022",
        "4 شباط/فبراير 2022",
        "4 فيفري 2022",
        "الجمعة 4 فبراير 2022",
        "الجمعة، 4 فبراير 2022، 10:30",
        "الرابع من فبراير 2022",
        "4/2/2022",
        "04-02-2022",
        "4.2.2022",
        "2022/2/4",
        "3 رجب 1443 هـ",
        "3 رجب 1443هـ الموافق 4 فبراير 2022م",
        "4 February 2022",
        "February 4, 2022",
        "Fri, 04 Feb 2022 10:30:00 GMT",
        "4 février 2022",
        "4. Februar 2022",
        "4 февраля 2022",
        "2022年2月4日",
    ],
)
def test_reads_a_full_day(text: str) -> None:
    assert parse_published(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "أمس",
        "yesterday",
        "2 weeks ago",
        "قبل يومين",
        "2022",
        "فبراير 2022",
        "February 2022",
        "4 فبراير",
        "4 February",
        "10:30",
        "12",
        "الجمعة",
        "Friday",
        "31/02/2022",
        "2022-13-01",
        "31 فبراير 2022",
        "9999999999",
        "0001-01-01",
        "4 فبراير 9022",
        "من 4 فبراير 2022 إلى 6 فبراير 2022",
        "4 فبراير 2022 أو 5 فبراير 2022",
        "لا شيء",
        "x" * 10_000,
    ],
)
def test_refuses_what_is_no_full_day_of_its_own(text: str) -> None:
    with pytest.raises(ValueError, match="published"):
        parse_published(text)


def test_passes_days_through_and_nothing_as_nothing() -> None:
    assert parse_published(DAY) == DAY
    assert parse_published(None) is None


def test_an_aware_datetime_keeps_its_written_day() -> None:
    late = datetime(2022, 2, 4, 23, 30, tzinfo=timezone(timedelta(hours=-11)))
    assert parse_published(late) == DAY


def test_other_types_are_refused() -> None:
    with pytest.raises(TypeError, match="published"):
        parse_published(20220204)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="text"):
        find_dates(b"2022", DAY)  # type: ignore[arg-type]
