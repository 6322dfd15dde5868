import io

import pandas
import pyarrow
import pytest
from pyarrow import ipc, parquet

from tests.formats.hostile import ATTACKS, hostile
from timeline.formats import arrow, write
from timeline.formats.columns import EVENTS, rows


def test_parquet_reads_back(chronology):
    table = parquet.read_table(io.BytesIO(write(chronology, "parquet")))
    assert table.schema.equals(arrow.schema())
    assert table.to_pylist() == rows(chronology)


def test_arrow_reads_back(chronology):
    table = ipc.open_file(pyarrow.py_buffer(write(chronology, "arrow"))).read_all()
    assert table.to_pylist() == rows(chronology)
    assert table.column_names == [name for name, _ in EVENTS]


def test_an_empty_table_has_the_same_schema(empty):
    assert parquet.read_table(io.BytesIO(write(empty, "parquet"))).schema.equals(arrow.schema())


def test_pandas_reads_parquet_and_the_frame_alike(chronology):
    read = pandas.read_parquet(io.BytesIO(write(chronology, "parquet")))
    frame = chronology.to_frame()
    assert list(read["date"]) == list(frame["date"])
    assert list(read["action"]) == list(frame["action"])
    assert len(frame) == len(chronology.entries)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_any_text_is_kept_but_for_surrogates(attack: str):
    place = parquet.read_table(io.BytesIO(write(hostile(attack), "parquet"))).column("place")[0].as_py()
    assert place == "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in attack)


def test_another_container_is_a_value_error(chronology):
    with pytest.raises(ValueError, match="container"):
        arrow.write(chronology, container="orc")


def test_a_frame_has_days_that_are_days_and_cells_that_can_be_counted(chronology):
    frame = chronology.to_frame()
    assert frame["begin"].dtype.kind == frame["end"].dtype.kind == "M"
    assert frame["begin"].isna().sum() == len(chronology.undated)
    assert frame.groupby("actors").size().sum() == len(frame)
    assert len(frame.drop_duplicates()) == len(frame)
    assert frame.loc[frame["date"] == "2022-01-12", "sources"].item() == ("صحيفة المرفأ",)


def test_one_timeline_after_the_other_gives_the_rows_of_all(chronology):
    for container, read in (("parquet", parquet.read_table), ("arrow", lambda sink: ipc.open_file(sink).read_all())):
        sink = io.BytesIO()
        arrow.write_many([chronology, chronology], sink, container)
        sink.seek(0)
        assert read(sink).to_pylist() == rows(chronology) * 2


def test_arrow_in_code(chronology):
    import timeline

    assert timeline.to_arrow(chronology).to_pylist() == rows(chronology)
    articles = pyarrow.table({"date": ["2022-01-11"], "body": ["وصل الوزير الروسي سيرغي لافروف إلى جنيف أمس."]})
    assert timeline.extract_table(articles).column("date").to_pylist() == ["2022-01-10"]
    with pytest.raises(ValueError, match=r"a-1.*names no full day"):
        timeline.extract_table(pyarrow.table({"id": ["a-1"], "text": ["نص"], "published": ["soon"]}))
