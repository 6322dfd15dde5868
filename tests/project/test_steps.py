"""Steps of traces: facts first, their wording in two languages from one file, and nobody reads it."""

import ast
import copy
import pickle
import re
import tomllib
from pathlib import Path

import attrs
import pytest

import timeline
from timeline.chronology.plain import from_record, to_record
from timeline.model import DateExpression, Step, rules, step, told

PACKAGE = Path(timeline.__file__).parent
WORDING = tomllib.loads((PACKAGE / "model" / "step.toml").read_text(encoding="utf-8"))
SOURCE = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
TEXT = "التقى وزير الخارجية الفرنسي نظيره الألماني في برلين الخميس الماضي، وسيزور وارسو بعد أسبوعين. وقال إنه يرفض العقوبات."
ARABIC = re.compile("[\u0621-\u064a]")


def values_of(rule: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", WORDING[rule].get("en", rule)))


@pytest.mark.parametrize("rule", sorted(WORDING.keys() - {"words"}))
def test_every_rule_is_told_in_both_languages_from_the_same_values(rule: str) -> None:
    assert set(re.findall(r"\{(\w+)", WORDING[rule]["ar"])) == values_of(rule)
    found = step(rule, **{name: "day" if name in ("unit", "side", "weekday") else 7 for name in values_of(rule)})
    assert ARABIC.search(found.told("ar"))
    assert found == found.told("en") == told(found)


def test_every_rule_that_is_said_has_its_wording_and_no_wording_is_idle() -> None:
    trees = [ast.parse(text) for text in SOURCE.values()]
    said = {one.value for tree in trees for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    named = {rule for text in SOURCE.values() for rule in re.findall(r'(?:\bstep|\.say)\(\s*"([^"\n]+)"', text)}
    assert named <= WORDING.keys()
    assert WORDING.keys() - {"words"} <= said


def test_nobody_reads_the_wording_of_a_trace() -> None:
    reading = re.compile(
        r"\.startswith\(\"(?:subject|target|actor|place|date|type|deadline)\b|\bin \w+(?:\.\w+)*\.trace\b(?!\s*(?:\]|\)|:|$))"
    )
    assert [path.name for path, text in SOURCE.items() if reading.search(text)] == []


def test_a_step_is_a_frozen_value() -> None:
    one = step("past clause", day="2022-01-20", today="2022-01-24")
    assert one.values == {"day": "2022-01-20", "today": "2022-01-24"}
    assert rules((one, "plain")) == {"past clause"}
    with pytest.raises(AttributeError):
        one.rule = "future clause"
    with pytest.raises(TypeError):
        one.values["day"] = ""  # type: ignore[index]
    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
        assert (again, again.rule, again.values) == (one, one.rule, one.values)


@pytest.mark.parametrize(("rule", "values"), [("no such rule", {}), ("past clause", {"day": "2022-01-20"})])
def test_what_has_no_wording_is_an_error(rule: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        step(rule, **values)


def test_all_that_extract_says_is_steps_and_comes_back_from_a_record() -> None:
    found = timeline.extract(TEXT, "2022-01-24")
    told_of = [part for event in found for mention in event.mentions for part in (*mention.actors, *mention.targets)]
    assert told_of
    assert all(isinstance(one, Step) for part in told_of for one in part.trace)
    steps = [
        one
        for event in found
        for mention in event.mentions
        for one in (*mention.trace, *(mention.date.trace if mention.date else ()))
    ]
    assert steps
    assert all(isinstance(one, Step) for one in steps)
    again = timeline.Timeline.from_json(found.to_json())
    assert again == found
    assert [one.told("ar") for event in again for one in event.mentions[0].trace] == [
        one.told("ar") for event in found for one in event.mentions[0].trace
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        3,
        {"rule": 3},
        {"values": 1},
        {"rule": "no such rule"},
        {"rule": "past clause"},
        {"rule": "past clause", "day": [], "today": ""},
    ],
)
def test_a_step_that_is_none_is_rejected_with_its_place(wrong: object) -> None:
    (expression,) = timeline.find_dates("الخميس", "2022-01-24")
    with pytest.raises(ValueError, match=r"trace\[0\]"):
        from_record(DateExpression, {**to_record(expression), "trace": [wrong]})


def test_a_trace_of_an_older_file_is_told_as_it_stands() -> None:
    (expression,) = timeline.find_dates("الخميس", "2022-01-24")
    old = from_record(DateExpression, {**to_record(expression), "trace": ["past clause"]})
    assert (old.trace, told(old.trace[0], "ar")) == (("past clause",), "past clause")
    assert attrs.evolve(old, trace=expression.trace) == expression
