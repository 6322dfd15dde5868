"""What holds for any text at all."""

from collections.abc import Iterator

import timeline
from timeline.model import Mention


def evidence_of(mention: Mention) -> Iterator[tuple[int, int]]:
    """Where a mention points into its text."""
    yield mention.start, mention.end
    yield mention.trigger.start, mention.trigger.end
    for named in (*mention.actors, *mention.targets, mention.place, mention.reporter, mention.date):
        if named is not None:
            yield named.start, named.end


def check(text: str, published: object = "2022-02-04") -> timeline.Timeline:
    """Read the text both ways and check that all they say points into it; gives the timeline."""
    end = 0
    for found in timeline.find_dates(text, published):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end
    read = timeline.extract(text, published)
    (article,) = read.articles
    assert article.text == text
    for mention in read.mentions:
        assert text[mention.start : mention.end] == mention.quote
        assert all(0 <= first < last <= len(text) for first, last in evidence_of(mention))
        assert mention.date is None or text[mention.date.start : mention.date.end] == mention.date.text
    return read
