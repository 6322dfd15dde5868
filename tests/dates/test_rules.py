"""Every rule and every filter, by the examples that it carries itself."""

import pytest

from timeline.dates import find_dates
from timeline.dates.filters import FILTERS, Filter
from timeline.dates.grammar import LEVELS, Rule

WEDNESDAY = "2022-06-15"
RULES = [rule for level in LEVELS for rule in level.rules]
EXAMPLES = [pytest.param(example, id=f"{rule.name}: {example}") for rule in RULES for example in rule.examples]
COUNTER = [pytest.param(text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.counter]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_rule_reads_its_examples(example: str) -> None:
    text, _, values = example.partition("→")
    found = [str(one.value) if one.value else "vague" for one in find_dates(text.strip(), WEDNESDAY)]
    assert found == (values.split() or ["vague"])


@pytest.mark.parametrize("text", COUNTER)
def test_a_rule_leaves_its_counter_examples_alone(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_carries_an_example(rule: Rule) -> None:
    assert rule.examples


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("one", FILTERS, ids=lambda one: one.name)
def test_a_filter_rejects_and_keeps(one: Filter) -> None:
    assert not [found for found in find_dates(one.rejected, WEDNESDAY) if found.value]
    assert [found for found in find_dates(one.kept, WEDNESDAY) if found.value]
