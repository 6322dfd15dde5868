"""Extraction and merge on a local Spark session give what they give on one machine."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.store.reading import articles, extract
from timeline.chronology import Timeline, merge
from timeline.chronology.entries import sort_mentions
from timeline.chronology.records import from_record
from timeline.formats.columns import EVENTS, rows
from timeline.model import Mention

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from timeline import spark as adapter  # noqa: E402

ARTICLES = articles(40)
WHOLE = merge(*map(extract, ARTICLES))


def batch(part: Any) -> Any:
    return pyarrow.RecordBatch.from_pylist(
        [
            {
                "id": article.id,
                "text": article.text,
                "published": article.published,
                "source": article.source,
                "title": article.title,
            }
            for article in part
        ]
    )


def plain(made: list[dict[str, Any]]) -> list[str]:
    """Rows in an order of their own, mentions as values."""
    return sorted(
        json.dumps(
            {**row, "mentions": [repr(m) for m in sort_mentions(from_record(tuple[Mention, ...], json.loads(row["mentions"])))]},
            default=str,
            ensure_ascii=False,
        )
        for row in made
    )


def test_batches_of_articles_become_batches_of_events() -> None:
    made = list(adapter.record_batches([batch(ARTICLES[:3]), batch(ARTICLES[3:5])], extract))
    assert [one.schema.names for one in made] == [[name for name, _ in EVENTS]] * 2
    assert plain([row for one in made for row in one.to_pylist()]) == plain([row for a in ARTICLES[:5] for row in rows(extract(a))])


def test_a_row_without_text_has_no_events() -> None:
    empty = pyarrow.RecordBatch.from_pylist([{"id": "x", "text": None}])
    (made,) = adapter.record_batches([empty], extract)
    assert made.num_rows == 0


def test_an_unreadable_publication_day_names_its_article() -> None:
    wrong = pyarrow.RecordBatch.from_pylist([{"id": "x-7", "text": "نص", "published": "sometime"}])
    with pytest.raises(ValueError, match="x-7"):
        list(adapter.record_batches([wrong], extract))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("no Java runtime")
    pyspark = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    root = str(Path(__file__).parents[2])
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    spark = (
        pyspark.SparkSession.builder.master("local[2]")
        .appName("timeline tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.default.parallelism", "2")
        # a few hundred rows are done before code for them is compiled
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    yield spark
    spark.stop()


@pytest.mark.java
def test_extraction_and_merge_on_spark_are_those_of_one_machine(session: Any) -> None:
    """Extracted in partitions and merged by blocking key, the entries equal the local ones; merging them again changes nothing."""
    frame = session.createDataFrame(batch(ARTICLES).to_pandas()).repartition(3)
    events = adapter.extract_frame(frame, extract)
    merged = adapter.merge_frame(events).toArrow().to_pylist()
    assert plain(merged) == plain(rows(WHOLE))
    assert any(len(row["articles"]) > 2 for row in merged)
    again = session.createDataFrame(pyarrow.Table.from_pylist(merged, adapter.schema()))
    assert plain(adapter.merge_frame(again.union(again)).toArrow().to_pylist()) == plain(rows(WHOLE))


@pytest.mark.java
def test_arabic_articles_on_spark(session: Any) -> None:
    """The whole line, with the library's own extract."""
    import timeline

    texts = [
        ("التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي جون كيري في جنيف أمس الجمعة.", "2015-03-07"),
        ("اجتمع لافروف مع كيري في جنيف يوم الجمعة 6 مارس/آذار 2015، وقالت موسكو إن المحادثات كانت مثمرة.", "2015-03-08"),
    ]
    local = merge(*(timeline.extract(text, day) for text, day in texts))
    frame = session.createDataFrame(texts, "text string, published string")
    merged = adapter.merge_frame(adapter.extract_frame(frame)).toArrow().to_pylist()
    assert isinstance(local, Timeline)
    assert plain(merged) == plain(rows(local))
