"""What reading has to say beside the articles."""

import attrs


@attrs.frozen
class Notice:
    """One thing that a person should know about an input: that it could not be read, or how it was read.

    `where` is the input's name as given, `line` the line in it (from 1, where lines are articles), `lost` whether an article was
    lost by it. As a string it is one clear line.

    >>> str(Notice("batch.jsonl", "no JSON: Expecting value", line=7))
    'batch.jsonl:7: no JSON: Expecting value'
    """

    where: str
    message: str
    line: int | None = None
    lost: bool = True

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return " ".join(f"{place}: {self.message}".split())
