"""Clues answer what they are named for: for each, a text where its trigger (in brackets) has it, and one where it has not."""

from datetime import date

import pytest

from timeline import dates, names
from timeline.events.choose import Choice
from timeline.events.clauses import clauses_of
from timeline.events.clues import WHETHER, Case
from timeline.events.find import drafts_of
from timeline.events.sheet import lay_out
from timeline.events.tell import tell
from timeline.names import Vocabulary
from timeline.reading import read

_DAY = date(2021, 3, 10)
EXAMPLES = {
    "a verb of speech": ("[قال] الوزير المصري أمس إن الوضع صعب.", "[زار] الوزير المصري عمان أمس."),
    "another verb": ("[زار] الوزير المصري عمان أمس.", "[قال] الوزير المصري أمس إن الوضع صعب."),
    "a meeting": ("[التقى] الوزير المصري نظيره الأردني أمس.", "[قال] الوزير المصري أمس إن الوضع صعب."),
    "a visit": ("[زار] الوزير المصري عمان أمس.", "[التقى] الوزير المصري نظيره الأردني أمس."),
    "an accusation": ("[اتهمت] تركيا اليونان أمس.", "[زار] الوزير المصري عمان أمس."),
    "an agreement": ("[وقعت] مصر والأردن اتفاقية أمس.", "[زار] الوزير المصري عمان أمس."),
    "the present": ("[يزور] الوزير المصري عمان اليوم.", "[زار] الوزير المصري عمان أمس."),
    "the future": ("[سيزور] الوزير المصري عمان غدا.", "[زار] الوزير المصري عمان أمس."),
    "a definite noun": ("قال الوزير المصري أمس بعد [الاجتماع] إن الوضع صعب.", "[زار] الوزير المصري عمان أمس."),
    "a relative clause": ("عاد الوزير المصري الذي [زار] عمان أمس.", "[زار] الوزير المصري عمان أمس."),
    "what is said or wanted": ("أعلنت مصر أن الوزير [زار] عمان أمس.", "[زار] الوزير المصري عمان أمس."),
    "reported": ("أعلنت مصر أن الوزير [زار] عمان أمس.", "[زار] الوزير المصري عمان أمس."),
    "negated": ("لم [يزر] الوزير المصري عمان أمس.", "[زار] الوزير المصري عمان أمس."),
    "planned": ("[سيزور] الوزير المصري عمان غدا.", "[زار] الوزير المصري عمان أمس."),
    "of an earlier time": ("وكان الوزير المصري قد [زار] عمان في يناير.", "[زار] الوزير المصري عمان أمس."),
    "the story's own news": ("[زار] الوزير المصري عمان أمس.", "وكان الوزير المصري قد [زار] عمان في يناير."),
    "several parties'": ("[التقى] الوزير المصري نظيره الأردني أمس.", "[زار] الوزير المصري عمان أمس."),
    "of observers": ("[قال] مراقبون أمس إن الوضع صعب.", "[قال] الوزير المصري أمس إن الوضع صعب."),
    "somewhere": ("[زار] الوزير المصري عمان أمس.", "[قال] الوزير المصري أمس إن الوضع صعب."),
}
_CLUES = {clue.name: clue for clue in WHETHER}


def _case(marked: str) -> Case:
    at = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    reading = read(text)
    dating = dates.find(reading, _DAY, "given")
    sheet = lay_out(reading, dating, names.find(reading, dating, Vocabulary.of(None), None))
    clauses = clauses_of(sheet)
    found: list[Case] = []

    def pick(case: Case, offers: object) -> Choice:
        if sheet.reading.starts[case.candidate.head] == at:
            found.append(case)
        return Choice()

    tell(sheet, clauses, drafts_of(sheet, clauses), 1.0, pick)
    return found[0]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_clue_tells_its_example_from_its_counter_example(name: str) -> None:
    yes, no = EXAMPLES[name]
    assert _CLUES[name].test(_case(yes))
    assert not _CLUES[name].test(_case(no))
