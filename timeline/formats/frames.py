"""One row an event as a pandas frame."""

from typing import TYPE_CHECKING

from timeline.formats.columns import EVENTS, rows

if TYPE_CHECKING:
    import pandas

    from timeline.chronology import Timeline


def frame(timeline: "Timeline") -> "pandas.DataFrame":
    """The rows of `timeline.formats.columns.EVENTS` but for `mentions`, the undated last.

    `begin` and `end` are days of the calendar (datetime64), cells with several values are tuples, so that rows can be counted,
    grouped and told apart.

    Raises ImportError where pandas is not installed (`pip install arabic-timeline[pandas]`).
    """
    try:
        import pandas
    except ImportError as error:
        raise ImportError("to_frame() needs pandas: pip install arabic-timeline[pandas]") from error
    made = pandas.DataFrame(rows(timeline), columns=[name for name, _ in EVENTS]).drop(columns="mentions")
    for name, kind in EVENTS:
        if kind == "date":
            made[name] = made[name].astype("datetime64[s]")
        elif kind.startswith("list"):
            made[name] = made[name].map(tuple)
    return made
