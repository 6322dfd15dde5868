"""The readable corpus: every text of `corpus/` gives the events written under it, and no others."""

from collections import Counter

import pytest

import timeline
from tests.events.cases import Case, all_cases, judge, known_gaps


def _parameters() -> list[object]:
    gaps = known_gaps()
    return [
        pytest.param(case, id=case.id, marks=[pytest.mark.xfail(reason=gaps[case.id], strict=True)] if case.id in gaps else [])
        for case in all_cases()
    ]


@pytest.mark.parametrize("case", _parameters())
def test_corpus(case: Case) -> None:
    found = timeline.extract(case.text, published=case.published)
    complaints = judge(case, found).complaints
    if complaints:
        pytest.fail("\n".join([case.phenomenon, f"published {case.published}", case.text, *complaints]), pytrace=False)


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(case.id for case in all_cases()).items() if count > 1] == []


def test_each_phenomenon_has_five_cases_or_more() -> None:
    assert {name: count for name, count in Counter(case.phenomenon for case in all_cases()).items() if count < 5} == {}


def test_known_gaps_name_cases_and_say_why() -> None:
    ids = {case.id for case in all_cases()}
    assert [name for name, reason in known_gaps().items() if name not in ids or not reason] == []
