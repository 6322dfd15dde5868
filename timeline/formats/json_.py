"""Everything as JSON, to be read back whole."""

import json
import re
from typing import TYPE_CHECKING

from timeline.chronology.records import timeline_from_record, timeline_to_record
from timeline.formats.clean import REPLACEMENT

if TYPE_CHECKING:
    from timeline.chronology import Timeline

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def write(timeline: "Timeline", *, indent: int | None = None) -> str:
    """One JSON object: articles and mentions, from which the entries follow.

    Lone surrogates are kept, as escapes, for this format alone gives back what it was given. (Two halves that stand side by side
    without being one character would be read back as one, so each of these becomes U+FFFD.)
    """
    text = json.dumps(timeline_to_record(timeline), ensure_ascii=False, indent=indent)
    text = _PAIR.sub(REPLACEMENT * 2, text)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def read(text: str | bytes) -> "Timeline":
    """The timeline that `write` wrote.

    Raises ValueError for anything else.
    """
    try:
        record = json.loads(text)
    except RecursionError:
        raise ValueError("not a timeline: nested too deeply") from None
    return timeline_from_record(record)
