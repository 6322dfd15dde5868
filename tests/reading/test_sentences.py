"""Where sentences begin, and that none goes on beyond all measure."""

import pytest

from timeline.reading import read


def sentences(text: str) -> list[str]:
    reading = read(text)
    return [text[reading.starts[first] : reading.ends[last - 1]] for first, last in reading.sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["وصل الوزير.", "قال: «نعم.»", "ثم غادر"],
        ["التقى د. أحمد م. علي.", "بلغ 3.5 مليون؟", "لا…"],
        ["عنوان", "نص"],
        ["عنوان بلا نقطة", "سطر جديد"],
    ],
)
def test_the_parts_are_the_sentences(parts: list[str]) -> None:
    assert sentences("\n".join(parts)) == parts


def test_the_end_of_a_line_parts_even_without_a_full_stop() -> None:
    assert sentences("قال \n\u2029وزار    ثم") == ["قال", "وزار", "ثم"]


@pytest.mark.parametrize(("word", "times"), [("قال ", 3000), ("،", 3000), ("(", 3000), ("a" * 5000 + " ", 30)])
def test_no_sentence_goes_on_beyond_all_measure(word: str, times: int) -> None:
    text = word * times
    reading = read(text)
    assert all(last - first <= 256 for first, last in reading.sentences)
    assert all(last - first == 1 or reading.ends[last - 1] - reading.starts[first] <= 8192 for first, last in reading.sentences)
    assert [token for first, last in reading.sentences for token in range(first, last)] == list(range(len(reading)))
