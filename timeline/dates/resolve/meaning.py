"""The meaning of an expression, given a context: each kind of expression registers its own, in the modules beside this one."""

from functools import singledispatch

from timeline.dates.resolve.context import Context
from timeline.dates.spec import Spec
from timeline.model import DateSpan


def resolve(spec: Spec, context: Context) -> DateSpan | None:
    """The days that the expression means, None where nothing fixes them or no calendar has them; the context's trace says why."""
    try:
        return meaning(spec, context)
    except (ValueError, OverflowError) as problem:
        context.say("no such date", problem=str(problem))
        return None


@singledispatch
def meaning(spec: Spec, context: Context) -> DateSpan | None:
    """The same, where ValueError and OverflowError tell that no calendar has such a day; nothing for a kind without days."""
    return None
