"""Many machines: extraction one article at a time, merge by blocking key (`pip install arabic-timeline[spark]`).

    articles = spark.read.parquet("articles.parquet")        # text, and what there is of id, published, source, title, url
    events = timeline.spark.extract_frame(articles)          # a row an event of one article
    chronology = timeline.spark.merge_frame(events)          # a row an entry: exactly those of the local merge
    chronology.orderBy("begin", "end").write.parquet("chronology.parquet")

Rows have the columns of `timeline.formats.columns.EVENTS`. Published days are dates or strings that `Article` takes.

At the heart are plain functions on Arrow data that any engine can run. Ray:

    events = ray.data.read_parquet("articles.parquet").map_batches(timeline.extract_table, batch_format="pyarrow")

Dask:

    events = dask.dataframe.read_parquet("articles.parquet").map_partitions(
        lambda part: timeline.extract_table(pyarrow.Table.from_pandas(part)).to_pandas(types_mapper=pandas.ArrowDtype),
        meta=timeline.formats.arrow.schema().empty_table().to_pandas(types_mapper=pandas.ArrowDtype),
    )

The merge there goes the same way as `merge_frame` here: `tellings_table` on the rows of each article, `links_table` on the tellings
of each blocking key, the connected components of these links, `entries_table` on the tellings of each component.
"""

import hashlib
import json
import pickle
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs
import pyarrow

from timeline.chronology.blocking import candidates, keys
from timeline.chronology.entries import entries_of, sort_mentions
from timeline.chronology.records import from_record, to_record
from timeline.chronology.similarity import ENOUGH, points
from timeline.chronology.tellings import Traits, tellings
from timeline.formats.arrow import schema, table_of
from timeline.formats.columns import Origin, row
from timeline.model import Mention
from timeline.tables import Extract, extract_table

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: A telling on its way through the merge: hash of its traits, the traits, article and its origin, mentions, blocking keys.
TELLINGS = pyarrow.schema(
    [
        ("node", pyarrow.string()),
        ("traits", pyarrow.binary()),
        ("article", pyarrow.string()),
        ("published", pyarrow.date32()),
        ("source", pyarrow.string()),
        ("title", pyarrow.string()),
        ("url", pyarrow.string()),
        ("mentions", pyarrow.string()),
        ("keys", pyarrow.list_(pyarrow.string())),
    ]
)
#: Two nodes that are enough alike to be one event, each as the other's neighbour.
LINKS = pyarrow.schema([("node", pyarrow.string()), ("neighbour", pyarrow.string())])


def record_batches(batches: Iterable[pyarrow.RecordBatch], extract: Extract | None = None) -> Iterator[pyarrow.RecordBatch]:
    """Batches of articles in, batches of their events out, one for one: what `mapInArrow` runs in each partition.

    A row without text has no events. `extract` stands in for `timeline.extract`, which loads its vocabularies once a process.
    Raises ValueError, naming the article, for a publication day that cannot be read.
    """
    for batch in batches:
        yield from extract_table(pyarrow.Table.from_batches([batch]), extract).combine_chunks().to_batches() or [_nothing()]


def _nothing() -> pyarrow.RecordBatch:
    return pyarrow.RecordBatch.from_pylist([], schema())


def tellings_table(events: pyarrow.Table) -> pyarrow.Table:
    """The tellings of one article, from rows of which each holds mentions of it (and may hold those of other articles)."""
    mentions, origins = _read(events.to_pylist())
    made = []
    for telling in tellings(sort_mentions(mentions)):
        traits = telling.traits
        made.append(
            {
                "node": hashlib.sha256(repr(traits.sort_key).encode("utf-8", "backslashreplace")).hexdigest()[:32],
                "traits": pickle.dumps(traits),
                "article": _key(telling.article),
                **attrs.asdict(origins.get(telling.article, Origin())),
                "mentions": _mentions(telling.mentions),
                "keys": [_key(key) for key in keys(traits)],
            }
        )
    return pyarrow.Table.from_pylist(made, TELLINGS)


def links_table(told: pyarrow.Table) -> pyarrow.Table:
    """The links among the tellings of one blocking key: pairs of nodes that are enough alike, each way round."""
    nodes: dict[str, tuple[Traits, set[str]]] = {}
    for record in told.to_pylist():
        if record["node"] not in nodes:
            nodes[record["node"]] = (pickle.loads(record["traits"]), set())
        nodes[record["node"]][1].add(record["article"])
    ordered = sorted(nodes.items(), key=lambda item: item[1][0].sort_key)
    made = []
    for one, others in candidates([traits for _, (traits, _) in ordered]):
        mine, (traits, articles) = ordered[one]
        for other in others:
            yours, (their_traits, their_articles) = ordered[other]
            if articles.isdisjoint(their_articles) and points(traits, their_traits) >= ENOUGH:
                made += [{"node": mine, "neighbour": yours}, {"node": yours, "neighbour": mine}]
    return pyarrow.Table.from_pylist(made, LINKS)


def entries_table(told: pyarrow.Table) -> pyarrow.Table:
    """The entries of the tellings of one connected component."""
    mentions: list[Mention] = []
    origins: dict[str, Origin] = {}
    for record in told.to_pylist():
        found = from_record(tuple[Mention, ...], json.loads(record["mentions"]))
        mentions += found
        origin = Origin(*(record[field.name] for field in attrs.fields(Origin)))
        origins.update({mention.article: origin for mention in found})
    published = {article: origin.published for article, origin in origins.items()}
    return table_of(row(event, origins) for event in entries_of(mentions, published))


def _read(records: Iterable[dict[str, Any]]) -> tuple[list[Mention], dict[str, Origin]]:
    """The mentions of the rows that belong to the article they were grouped by, and where that is from."""
    mentions: list[Mention] = []
    origins: dict[str, Origin] = {}
    for record in records:
        mentions += [
            mention
            for mention in from_record(tuple[Mention, ...], json.loads(record["mentions"]))
            if _key(mention.article) == record["article"]
        ]
        about = zip(record["published"], record["sources"], record["titles"], record["urls"], strict=True)
        origins.update(zip(record["articles"], (Origin(*one) for one in about), strict=True))
    return mentions, origins


def _mentions(mentions: Iterable[Mention]) -> str:
    return json.dumps([to_record(mention) for mention in mentions])


def _key(text: str) -> str:
    """A string that Arrow can hold, lone surrogates written out as the tables have them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def extract_frame(articles: "DataFrame", extract: Extract | None = None) -> "DataFrame":
    """A frame of articles in, a frame of their events out, the vocabularies loaded once a Python worker."""
    return articles.mapInArrow(lambda batches: record_batches(batches, extract), _ddl(schema()))


def merge_frame(events: "DataFrame") -> "DataFrame":
    """The entries of the merged chronology, as `merge` makes them, from rows of events (extracted or merged before), in no order.

    Nothing but the links goes through more than one exchange: components are found by handing the least label on along them.
    """
    from pyspark.sql import functions as sql

    by_article = events.withColumn("article", sql.explode("articles")).groupBy("article")
    told = by_article.applyInArrow(tellings_table, _ddl(TELLINGS)).localCheckpoint()
    by_key = told.withColumn("key", sql.explode("keys")).select("key", "node", "traits", "article")
    links = by_key.groupBy("key").applyInArrow(links_table, _ddl(LINKS)).distinct().localCheckpoint()
    labels = _components(links)
    grouped = told.join(labels, "node", "left").withColumn("component", sql.coalesce("component", "node"))
    return grouped.groupBy("component").applyInArrow(entries_table, _ddl(schema()))


def _components(links: "DataFrame") -> "DataFrame":
    """For each linked node the least node that it is connected with."""
    from pyspark.sql import functions as sql

    labels = links.groupBy("node").agg(sql.least(sql.col("node"), sql.min("neighbour")).alias("component")).localCheckpoint()
    while True:
        heard = links.join(labels.withColumnRenamed("node", "neighbour"), "neighbour").select("node", "component")
        after = labels.union(heard).groupBy("node").agg(sql.min("component").alias("component")).localCheckpoint()
        changed = after.join(labels.withColumnRenamed("component", "before"), "node").where("component != before")
        if changed.isEmpty():
            return after
        labels = after


def _ddl(arrow: pyarrow.Schema) -> str:
    """An Arrow schema as Spark writes schemas."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return ", ".join(f"`{field.name}` {field.dataType.simpleString()}" for field in from_arrow_schema(arrow).fields)
