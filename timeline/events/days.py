"""What happened on several days that are told together happened on each of them: "زار تركيا عامي 2015 و2019"."""

from collections.abc import Iterable, Iterator

from timeline.events.draft import Draft
from timeline.events.sheet import Sheet
from timeline.events.when import Time, usable, value_for

_JOINTS = frozenset({"و", "او", "،"})


def on_each_day(sheet: Sheet, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts; for one whose date is of a list of such dates, a draft for each of them."""
    for draft in drafts:
        expression = draft.time.expression
        chosen = sheet.date_of[sheet.reading.token_at(expression.start)] if expression is not None else -1
        for index in _listed(sheet, chosen):
            if index == chosen:
                yield draft
            else:
                value, why = value_for(sheet, index, draft.modality)
                yield draft.but(time=Time.told(value, sheet.dating.expressions[index], why))


def _listed(sheet: Sheet, index: int) -> range:
    """The dates told together with one, itself among them."""
    first = last = index
    while first > 0 and _together(sheet, first - 1):
        first -= 1
    while last >= 0 and _together(sheet, last):
        last += 1
    return range(first, last + 1)


def _together(sheet: Sheet, index: int) -> bool:
    """Whether the next date stands right behind this one, joined by a conjunction alone, and is as exact."""
    expressions = sheet.dating.expressions
    if index + 1 >= len(expressions) or not (usable(sheet, index) and usable(sheet, index + 1)):
        return False
    one, other = expressions[index].value, expressions[index + 1].value
    last, first = sheet.date_tokens[index][1], sheet.date_tokens[index + 1][0]
    glued = first == last and expressions[index + 1].start > sheet.reading.starts[first]
    joined = glued or (first == last + 1 and sheet.folded[last] in _JOINTS)
    return joined and one is not None and other is not None and one.precision == other.precision and one < other
