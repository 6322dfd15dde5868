"""Answers recorded for the example articles, checked and merged as a reader's would be."""

from pathlib import Path

import pytest

from timeline.articles import Article, read_articles
from timeline.chronology import Timeline, merge
from timeline.pipeline import extract, extract_with
from timeline.reader import RecordedReader

EXAMPLES = Path(__file__).parents[2] / "examples"
READER = RecordedReader.from_file(EXAMPLES / "recorded_answers.jsonl", "recorded")
ARTICLES = [item for item in read_articles(str(EXAMPLES / "articles")) if isinstance(item, Article) and item.url in READER.answers]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.title)
def test_every_claim_of_a_careful_reader_holds(article: Article) -> None:
    _, report = extract_with(article, READER)
    assert report is not None
    assert (report.held, report.malformed, report.faults) == (report.proposed, 0, ())


def test_rules_and_reader_make_one_chronology_in_which_each_is_a_witness() -> None:
    assert len(ARTICLES) == 3
    whole = merge(*(extract(article, reader=READER) for article in ARTICLES))
    witnesses = {mention.witnesses for mention in whole.mentions}
    assert {("rules", "recorded"), ("recorded",)} <= witnesses
    crimea = [event for event in whole if event.date.edtf == "2014-03"]
    assert [event.action.type for event in crimea] == ["COERCE"]
    assert Timeline.from_json(whole.to_json()) == whole


def test_an_article_without_an_answer_is_read_by_the_rules_alone() -> None:
    article = Article("وصل الوزير القطري إلى جنيف أمس.", "2022-01-11")
    with pytest.warns(RuntimeWarning, match="no answer was recorded"):
        assert extract(article, reader=READER) == extract(article)


@pytest.mark.parametrize("line", ["{", "[]", '{"article": "x"}', "7"])
def test_a_line_of_another_form_is_an_error_with_its_number(tmp_path: Path, line: str) -> None:
    (tmp_path / "answers.jsonl").write_text('\n{"article": "a", "answer": "{}"}\n' + line, "utf-8")
    with pytest.raises(ValueError, match="line 3"):
        RecordedReader.from_file(tmp_path / "answers.jsonl", "recorded")
