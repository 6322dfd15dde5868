"""Any bytes in any file: an article or a clear line, and the batch goes on."""

import gzip
import io
import json
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from tests.fire.hostile import FILES
from timeline import Article, Notice

GOOD = "وصل الوزير إلى جنيف أمس"
KINDS = ["x.txt", "x.jsonl", "x.html", "x.txt.gz", "x.jsonl.gz"]
anything = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
records = st.dictionaries(st.sampled_from(["text", "id", "published", "source", "title", "url", "x"]), json_values)


def has_web(name: str) -> bool:
    if ".html" in name:
        pytest.importorskip("trafilatura")
    return True


def read(*inputs: Path, stdin: bytes | None = None) -> list[Article | Notice]:
    """What the inputs give; each notice is one line."""
    names = inputs or ("-",)
    found = list(timeline.read_articles(*names, stdin=io.BytesIO(stdin) if stdin is not None else None))
    assert all(isinstance(item, Article) or ("\n" not in str(item) and str(item)) for item in found)
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_once_hurt_or_might_costs_nothing_but_itself(name: str, tmp_path: Path) -> None:
    assert has_web(name)
    bad, good = tmp_path / name, tmp_path / "~good.txt"
    bad.write_bytes(FILES[name])
    good.write_text(GOOD, "utf-8")
    *before, last = read(tmp_path)
    assert last == Article(GOOD, source="~good.txt")
    assert before or name == "blank lines.jsonl" or name.startswith("empty.jsonl")
    for item in before:
        if isinstance(item, Article):
            timeline.extract(item).to_json()


@pytest.mark.parametrize("name", FILES)
def test_the_same_on_standard_input(name: str) -> None:
    read(stdin=FILES[name])


@pytest.mark.parametrize("name", KINDS)
@anything
@given(content=st.binary() | st.text().map(str.encode) | st.text().map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_articles_or_notices(name: str, tmp_path: Path, content: bytes) -> None:
    assert has_web(name)
    path = tmp_path / name
    for packed in (content, gzip.compress(content), gzip.compress(content)[: len(content)]):
        path.write_bytes(packed)
        read(path)
        read(stdin=packed)
        with suppress(OSError, ValueError):  # and nothing else
            Article.from_file(path)


@anything
@given(st.lists(records, min_size=1, max_size=4))
def test_any_json_is_articles_or_numbered_notices(tmp_path: Path, given_records: list[dict[str, object]]) -> None:
    lines = "\n".join(map(json.dumps, given_records))
    path = tmp_path / "x.jsonl"
    path.write_text(lines, "utf-8")
    found = read(path)
    assert len(found) == len(given_records)
    assert all(isinstance(item, Article) or item.line is not None or "id" in str(item) or "again" in str(item) for item in found)


@anything
@given(st.text(st.characters(exclude_categories=["Cs"])) | json_values.map(json.dumps))
def test_any_sidecar_is_metadata_or_a_notice(tmp_path: Path, sidecar: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(GOOD, "utf-8")
    path.with_suffix(".toml").write_bytes(sidecar.encode())
    (item,) = read(path)
    assert isinstance(item, Article) or "x.toml" in str(item)


@anything
@given(st.text(st.characters(exclude_categories=())), st.booleans())
def test_any_page_is_an_article_or_a_value_error(page: str, is_framed: bool) -> None:
    pytest.importorskip("trafilatura")
    source = f"<html><body><article><p>{page}</p><p>{GOOD}</p></article></body></html>" if is_framed else page
    with suppress(ValueError):  # and nothing else
        assert isinstance(Article.from_html(source), Article)


@anything
@given(st.text() | json_values.map(json.dumps) | records.map(lambda record: json.dumps({"format": "timeline", **record})))
def test_any_saved_chronology_is_read_or_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        timeline.Timeline.from_json(text)
    assert "\n" not in str(caught.value)


def test_a_long_batch_takes_the_memory_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(200):
            stream.write(json.dumps({"id": str(number), "text": f"{GOOD} " * 500}, ensure_ascii=False) + "\n")
    assert path.stat().st_size > 4_000_000
    tracemalloc.start()
    count = sum(1 for item in timeline.read_articles(path) if isinstance(item, Article))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 200
    assert peak < 1_000_000
