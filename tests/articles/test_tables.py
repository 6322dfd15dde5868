"""Tables of articles: CSV and TSV as spreadsheets write them, JSON arrays, Parquet, Arrow, and frames in memory."""

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from timeline.articles import Article, Notice, read_articles

FIRST = "التقى الوزير نظيره في جنيف، وقال: «نعم»"
SECOND = "وصل الوفد\nإلى بروكسل أمس"
EXPECTED = [Article(FIRST, "2022-01-10", source="وكالة", id="1"), Article(SECOND, "2022-01-12", id="2")]
CSV = f'id,Date,Outlet,النص\n1,2022-01-10,وكالة,"{FIRST}"\n2,12 يناير 2022,,"{SECOND}"\n'


def articles(*inputs: object, **options: object) -> list[Article]:
    return [item for item in read_articles(*inputs, **options) if isinstance(item, Article)]


def notices(*inputs: object, **options: object) -> list[str]:
    return [str(item) for item in read_articles(*inputs, **options) if isinstance(item, Notice)]


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        CSV.encode("utf-8-sig"),
        CSV.encode("utf-16"),
        CSV.encode("cp1256"),
        CSV.replace("\n1,", "\r\n1,").replace("\n2,", "\r\n2,").encode(),
        gzip.compress(CSV.encode()),
    ],
    ids=["utf-8", "mark", "utf-16", "windows", "crlf", "gz"],
)
def test_a_csv_gives_an_article_a_row_whatever_wrote_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / ("news.csv.gz" if data[:2] == b"\x1f\x8b" else "news.csv")
    path.write_bytes(data)
    assert articles(path) == EXPECTED
    assert any('taken as text: "النص"; published: "Date"' in line for line in notices(path))


@pytest.mark.parametrize(("mark", "name"), [(";", "a.csv"), ("\t", "a.csv"), ("\t", "a.tsv"), ("|", "a.csv")])
def test_the_delimiter_is_told_by_the_heading(tmp_path: Path, mark: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(f'id{mark}date{mark}text\n1{mark}2022-01-10{mark}"{FIRST}"\n', "utf-8")
    assert articles(path) == [Article(FIRST, "2022-01-10", id="1")]


def test_a_table_is_known_by_its_heading_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "export").write_text(CSV.replace("النص", "text"), "utf-8")
    assert articles(tmp_path / "export") == EXPECTED
    assert articles("-", stdin=io.BytesIO(CSV.encode())) == EXPECTED


def test_prose_with_commas_stays_prose(tmp_path: Path) -> None:
    (tmp_path / "prose").write_text(f"{FIRST}\n{SECOND}", "utf-8")
    assert [one.text for one in articles(tmp_path / "prose")] == [f"{FIRST}\n{SECOND}"]


def test_a_table_without_text_is_refused_and_names_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("when,what\n2022-01-10,قال\n", "utf-8")
    (line,) = notices(path)
    assert "when, what" in line
    assert "--field text=NAME" in line
    assert articles(path, fields={"text": "what", "published": "when"}) == [Article("قال", "2022-01-10")]
    (line,) = notices(path, fields={"text": "body"})
    assert 'no column "body"' in line


def test_a_bad_row_is_told_by_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,date,text\n1,2022-01-10,واحد\n2,soon,اثنان\n3,2022-01-11,ثلاثة,زائد\n4,2022-01-12,أربعة\n", "utf-8")
    assert [one.id for one in articles(path)] == ["1", "4"]
    told = [line for line in notices(path) if "taken" not in line]
    assert [line.split(": ")[0].rpartition(":")[2] for line in told] == ["3", "4"]


def test_an_open_quote_is_told_and_not_swallowed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('date,text\n2022-01-10,"واحد\n2022-01-11,اثنان\n', "utf-8")
    assert articles(path) == []
    assert any("no row of a table" in line for line in notices(path))


ARRAYS = {
    "array": lambda records: json.dumps(records),
    "spread": lambda records: "\ufeff " + json.dumps(records, indent=2, ensure_ascii=False),
    "in an object": lambda records: json.dumps({"status": "ok", "totalResults": 2, "articles": records}),
}


@pytest.mark.parametrize("shape", ARRAYS)
def test_json_gives_an_article_an_element(tmp_path: Path, shape: str) -> None:
    records = [
        {"id": 1, "publishedAt": "2022-01-10T08:00:00Z", "source": {"name": "وكالة"}, "content": FIRST},
        {"id": 2, "date": "2022-01-12", "text": SECOND},
    ]
    path = tmp_path / "news.json"
    path.write_text(ARRAYS[shape](records), "utf-8")
    assert articles(path) == EXPECTED
    assert articles("-", stdin=io.BytesIO(path.read_bytes())) == EXPECTED


def test_an_array_that_breaks_gives_what_came_before_and_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "واحد"}, 7, {"text": "اثنان"}])[:-5], "utf-8")
    assert [one.text for one in articles(path)] == ["واحد"]
    assert [line.partition("a.json:")[2][:1] for line in notices(path)] == ["2", "3"]


def test_a_large_array_is_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": str(n), "text": FIRST * 40} for n in range(400)], ensure_ascii=False), "utf-8")
    assert path.stat().st_size > 1_000_000
    assert [one.id for one in articles(path)] == [str(n) for n in range(400)]


@pytest.mark.parametrize("text", ["7", '"x"', "{", "[" * 100_000, '{"format": "timeline"}', "[1e99999, {}", ""])
def test_json_without_articles_is_one_clear_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    assert articles(path) == []
    assert notices(path)


def frame(pandas: object) -> object:
    rows = {"id": [1, 2], "date": ["2022-01-10", "2022-01-12"], "outlet": ["وكالة", None], "text": [FIRST, SECOND]}
    made = pandas.DataFrame(rows)
    made["date"] = pandas.to_datetime(made["date"])
    return made


def test_frames_of_pandas_with_their_dates_and_their_nothing() -> None:
    pandas = pytest.importorskip("pandas")
    made = frame(pandas)
    assert articles(made) == EXPECTED
    made.loc[1, "date"] = pandas.NaT
    assert [one.published for one in articles(made)] == [date(2022, 1, 10), None]
    assert Article("نص", pandas.NaT).published is None
    assert Article("نص", made["date"].to_numpy()[0]).published == date(2022, 1, 10)


@pytest.mark.parametrize("name", ["crawl.parquet", "crawl.feather", "crawl"])
def test_parquet_and_arrow_files_and_tables(tmp_path: Path, name: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet, feather = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow.feather")
    rows = {"id": [1, 2], "pub_date": [date(2022, 1, 10), date(2022, 1, 12)], "source": ["وكالة", None], "body": [FIRST, SECOND]}
    table = pyarrow.table({**rows, "noise": [[1], [2]]})
    path = tmp_path / name
    feather.write_feather(table, path) if name.endswith("feather") else parquet.write_table(table, path)
    for given in (path, table, table.to_batches()[0]):
        assert articles(given) == EXPECTED
    assert articles("-", stdin=io.BytesIO(path.read_bytes())) == EXPECTED


def test_a_broken_parquet_file_is_one_clear_line(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for name in ("a.parquet", "a.arrow"):
        (tmp_path / name).write_bytes(b"PAR1 and nothing else")
        (line,) = notices(tmp_path / name)
        assert name in line


def test_what_is_no_table_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="paths or tables, not int"):
        read_articles(3)
    with pytest.raises(TypeError, match="paths or tables, not list"):
        read_articles(["a.txt"])
