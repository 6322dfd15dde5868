"""Tagged sentences: "#id source<TAB>token/TAG token/TAG …", one a line."""

from collections.abc import Iterator
from pathlib import Path

import attrs

from timeline.reading import read
from timeline.words.tagger import Tag

EVERY = 5  # of so many sentences of a file, one is held out


@attrs.frozen
class Sentence:
    """Tokens, as reading cuts them, and their tags."""

    words: tuple[str, ...]
    tags: tuple[Tag, ...]


def sentences(path: Path) -> list[Sentence]:
    """The sentences of a file. Raises ValueError, with file and line, where a line is none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            pairs = [item.rpartition("/") for item in line.partition("\t")[2].split(" ")]
            cut = [pair for word, _, tag in pairs for pair in _cut(word, Tag.parse(tag))]
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from None
        found.append(Sentence(tuple(word for word, _ in cut), tuple(tag for _, tag in cut)))
    return found


def halves(paths: list[Path]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences to learn from, and every fifth of each file, held out."""
    learn, held = [], []
    for path in paths:
        for index, sentence in enumerate(sentences(path)):
            (held if index % EVERY == EVERY - 1 else learn).append(sentence)
    return learn, held


def _cut(word: str, tag: Tag) -> Iterator[tuple[str, Tag]]:
    """A token and its tag, or its parts where reading parts letters from digits ("و13" is a conjunction and a number)."""
    parts = read(word).words
    if len(parts) == 1:
        yield word, tag
        return
    for part in parts:
        if part.isdigit():
            base = "U"
        elif not part.isalnum():
            base = "K"
        elif part.isascii():
            base = "F"
        elif part in ("و", "ف"):
            base = "C"
        elif part in ("ب", "ل", "ك"):
            base = "R"
        else:
            base = tag.base
        yield part, Tag(base)
