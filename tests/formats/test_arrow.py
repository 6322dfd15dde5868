import io

import pandas
import pyarrow
import pytest
from pyarrow import ipc, parquet

from tests.formats.hostile import ATTACKS, hostile
from timeline.chronology.columns import EVENTS, rows
from timeline.formats import arrow, write


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
