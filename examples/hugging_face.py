"""Events of a Hugging Face dataset: a row an article in, a row an event out, in as many processes as wanted.

python examples/hugging_face.py             (pip install datasets pyarrow)

Columns are found by their usual names ("text", "content", "date", "published_at" …); `fields` of `extract_table` names others.
"""

from datasets import Dataset

import timeline


def events_of(articles: Dataset, **options: object) -> Dataset:
    """The events; `options` are those of `Dataset.map` (`num_proc=4` …)."""
    options.setdefault("new_fingerprint", f"{articles._fingerprint}-timeline-{timeline.__version__}")  # what its cache goes by
    return articles.with_format("arrow").map(
        timeline.extract_table, batched=True, batch_size=64, remove_columns=articles.column_names, **options
    )


def main() -> None:
    """Read two articles."""
    articles = Dataset.from_dict(
        {
            "content": [
                "وصل وزير الخارجية الروسي سيرغي لافروف إلى جنيف أمس.",
                "اجتمع مجلس الناتو وروسيا في بروكسل في 12 يناير 2022.",
            ],
            "date": ["2022-01-21", "2022-01-13"],
        }
    )
    for row in events_of(articles).with_format(None):
        print(row["date"], row["codes"], row["type"], row["place"])


if __name__ == "__main__":
    main()
