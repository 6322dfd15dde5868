"""Tables of articles in, tables of events out: Arrow, as any engine can run it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timeline.articles import Article
from timeline.articles.fields import Fields
from timeline.articles.record import Records
from timeline.chronology import Timeline

if TYPE_CHECKING:
    import pyarrow

Extract = Callable[[Article], Timeline]


def to_arrow(timeline: Timeline) -> "pyarrow.Table":
    """A timeline's entries as an Arrow table, one row an event, the undated last.

    The columns are those of `timeline.formats.columns.EVENTS`. Raises ImportError where pyarrow is not installed
    (`pip install arabic-timeline[arrow]`).
    """
    from timeline.formats.arrow import table

    return table(timeline)


def extract_table(
    articles: "pyarrow.Table", extract: Extract | None = None, *, fields: dict[str, str] | None = None
) -> "pyarrow.Table":
    """The events of a table of articles, one row an event: what Spark, Ray and Dask run on each part of a table.

    Columns are found by their usual names ("date", "body", "النص"), or as `fields` says ({"published": "crawled"}); a row without
    text has no events. `extract` stands in for `timeline.extract`, which loads its vocabularies once a process.

    Raises ValueError, naming the article, for a row that is none (a publication day that cannot be read), ImportError without
    pyarrow.
    """
    from timeline.formats.arrow import table_of
    from timeline.formats.columns import rows

    if extract is None:
        from timeline.pipeline import extract as extract_article

        extract = extract_article
    records = Records("", Fields(dict(fields or {})))
    named = Fields(dict(fields or {})).names(articles.column_names)
    made: list[dict[str, Any]] = []
    for record in articles.to_pylist():
        if any(record[name] is not None for name in named.get("text", ())):
            made += rows(extract(_article(record, records, named)))
    return table_of(made)


def _article(record: dict[str, Any], records: Records, named: dict[str, tuple[str, ...]]) -> Article:
    *_, article = records.read(record, 0)
    if isinstance(article, Article):
        return article
    key = next((record[name] for name in named.get("id", ()) if record[name] is not None), None)
    text = next(str(record[name])[:40] for name in named["text"] if record[name] is not None)
    raise ValueError(f"article {key or text!r}: {article.message}")
