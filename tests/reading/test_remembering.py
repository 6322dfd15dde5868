"""What is remembered of words stays bounded, however long they are."""

import tracemalloc

from timeline.reading import remembered


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []

    @remembered(2)
    def again(word: str) -> str:
        asked.append(word)
        return word * 2

    assert [again(word) for word in ("ab", "ab", "c", "ab", "d", "c")] == ["abab", "abab", "cc", "abab", "dd", "cc"]
    assert asked == ["ab", "c", "d", "c"]


def test_long_words_are_forgotten_before_they_fill_the_memory() -> None:
    @remembered(1 << 16)
    def twice(words: tuple[str, ...]) -> str:
        return words[0] * 2

    tracemalloc.start()
    for number in range(300):
        twice((f"{number:06}" * 20_000,))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 20_000_000  # of 100 million letters
