"""A timeline as one plain record, and back.

>>> timeline_from_record(timeline_to_record(Timeline())) == Timeline()
True
"""

from typing import Any

from timeline.articles import Article
from timeline.chronology.chronology import Timeline
from timeline.chronology.corrections.lines import from_line, to_line
from timeline.chronology.plain import from_record, to_record
from timeline.model import Mention

__all__ = ["FORMAT", "VERSION", "from_record", "timeline_from_record", "timeline_to_record", "to_record"]

#: The name by which a file says what it is, and the version of the records: raised whenever an older reader would misread them.
FORMAT = "timeline"
VERSION = 2
#: The version of a timeline without corrections, which every reader knows.
PLAIN = 1


def timeline_to_record(timeline: Timeline) -> dict[str, Any]:
    """A timeline, whole: its articles, mentions and corrections, from which its entries follow."""
    record = {
        "format": FORMAT,
        "version": VERSION if timeline.corrections else PLAIN,
        "articles": [to_record(article) for article in timeline.articles],
        "mentions": [to_record(mention) for mention in timeline.mentions],
    }
    if timeline.corrections:
        record["corrections"] = [to_line(correction) for correction in timeline.corrections]
    return record


def timeline_from_record(record: Any) -> Timeline:
    """The timeline that `timeline_to_record` told; keys that a writer adds for its readers (entries …) are passed over.

    Raises ValueError for anything else, a newer version, and a quote that is not in its article.
    """
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ValueError("not a timeline: the record does not say so")
    if record.get("version") not in (PLAIN, VERSION):
        raise ValueError(f"a timeline of version {record.get('version')!r}, where this library reads {VERSION}")
    articles = from_record(tuple[Article, ...], record.get("articles"), "articles")
    mentions = from_record(tuple[Mention, ...], record.get("mentions"), "mentions")
    texts = {article.id: article.text for article in articles}
    for index, mention in enumerate(mentions):
        if texts.get(mention.article, "")[mention.start : mention.end] != mention.quote:
            raise ValueError(f"mentions[{index}].quote: not what its article {mention.article!r} says at {mention.start}")
    lines = record.get("corrections", [])
    if not isinstance(lines, list):
        raise ValueError("corrections: not a list")
    return Timeline(articles, mentions, tuple(from_line(line, f"corrections[{index}]") for index, line in enumerate(lines)))
