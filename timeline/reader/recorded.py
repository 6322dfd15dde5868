"""A reader whose answers were written down before: for tests, examples, and readings made elsewhere."""

import json
from os import PathLike
from pathlib import Path

import attrs

from timeline.articles import Article
from timeline.reader.prompt import proposals_in
from timeline.reader.proposal import Answer


@attrs.frozen
class RecordedReader:
    """Answers by the article's id or address, each the text that a model gave to the prompt for that article."""

    name: str
    answers: dict[str, str] = attrs.field(repr=False)

    @classmethod
    def from_file(cls, path: str | PathLike[str], name: str) -> "RecordedReader":
        """The answers of a JSON Lines file, one article a line: {"article": id or address, "answer": text or object}.

        Raises OSError where the file cannot be read, ValueError, with the line, where it is of another form.
        """
        found: dict[str, str] = {}
        for number, line in enumerate(Path(path).read_text("utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                answer = record["answer"]
                found[str(record["article"])] = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}, line {number}: no recorded answer ({error})") from None
        return cls(name, found)

    def propose(self, article: Article) -> Answer:
        """The recorded answer for the article."""
        content = self.answers.get(article.id) or self.answers.get(article.url or "")
        if content is None:
            return Answer(failure="no answer was recorded for this article")
        try:
            proposals, malformed = proposals_in(content)
        except ValueError as error:
            return Answer(failure=str(error))
        return Answer(proposals, malformed)
