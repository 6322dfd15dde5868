"""The chat reader against a server on loopback that is good, slow, broken, lying, or does not end."""

from pathlib import Path

import pytest

from tests.reader.articles import ARTICLE, MEETING, answer
from tests.reader.conftest import Stub, completion
from timeline.articles import Article
from timeline.reader import Answers, ChatReader, chat
from timeline.reader.prompt import instructions

pytest.importorskip("httpx", reason="the chat reader speaks through httpx")


GOOD = completion(answer(MEETING), usage={"total_tokens": 900})


def test_it_asks_with_prompt_schema_and_article_and_tells_what_it_cost(stub: Stub) -> None:
    stub.replies = [(200, GOOD)]
    found = ChatReader(stub.url, "small").propose(ARTICLE)
    assert (len(found.proposals), found.calls, found.tokens, found.failure) == (1, 1, 900, None)
    path, headers, body = stub.asked[0]
    assert path == "/v1/chat/completions"
    assert "Authorization" not in headers
    assert (body["model"], body["temperature"]) == ("small", 0)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["messages"][0]["content"] == instructions()
    assert ARTICLE.text in body["messages"][1]["content"]
    assert body["response_format"]["json_schema"]["strict"] is True


def test_the_key_comes_from_the_environment_and_is_kept_nowhere(
    stub: Stub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(chat.KEY, "s3cret")
    stub.replies = [(200, GOOD)]
    reader = ChatReader(stub.url, "small", answers=Answers(tmp_path / "answers.db"))
    reader.propose(ARTICLE)
    assert stub.asked[0][1]["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in repr(reader)
    assert all(b"s3cret" not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_fence_around_the_answer_is_forgiven(stub: Stub) -> None:
    stub.replies = [(200, completion("Here it is:\n```json\n" + answer(MEETING) + "\n```"))]
    assert len(ChatReader(stub.url, "small").propose(ARTICLE).proposals) == 1


BROKEN = {
    "no chat format": (200, b"{}"),
    "no JSON": (200, b"<html>"),
    "no text": (200, completion(None)),
    "no object": (200, completion("I cannot read Arabic.")),
    "no list": (200, completion('{"events": 3}')),
    "nested without end": (200, completion('{"events": ' + "[" * 100_000 + "}")),
    "out of order": (500, b""),
    "too many requests": (429, b""),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_answer_is_asked_for_again(stub: Stub, kind: str) -> None:
    stub.replies = [BROKEN[kind], (200, GOOD)]
    found = ChatReader(stub.url, "small").propose(ARTICLE)
    assert (len(found.proposals), found.calls) == (1, 2)


@pytest.mark.parametrize("kind", BROKEN)
def test_after_the_last_try_the_failure_is_told(stub: Stub, kind: str) -> None:
    stub.replies = [BROKEN[kind]]
    found = ChatReader(stub.url, "small", tries=2).propose(ARTICLE)
    assert (found.proposals, found.calls) == ((), 2)
    assert found.failure


@pytest.mark.parametrize("status", [401, 404])
def test_a_refusal_is_not_asked_again(stub: Stub, status: int) -> None:
    stub.replies = [(status, b"")]
    found = ChatReader(stub.url, "small").propose(ARTICLE)
    assert found.calls == 1
    assert str(status) in (found.failure or "")


def test_a_server_that_knows_no_schema_is_asked_without(stub: Stub) -> None:
    stub.replies = [(400, b""), (200, GOOD)]
    assert ChatReader(stub.url, "small").propose(ARTICLE).calls == 2
    assert [body["response_format"]["type"] for _, _, body in stub.asked] == ["json_schema", "json_object"]


def test_a_redirect_is_not_followed(stub: Stub) -> None:
    stub.replies = [(307, b"")]
    found = ChatReader(stub.url, "small").propose(ARTICLE)
    assert "307" in (found.failure or "")
    assert len(stub.asked) == 1


def test_an_answer_that_does_not_come_is_given_up(stub: Stub) -> None:
    stub.replies = [(200, b"wait")]
    found = ChatReader(stub.url, "small", timeout=0.2, tries=1).propose(ARTICLE)
    assert found.failure == "no answer within 0.2 seconds"


def test_an_answer_that_does_not_end_is_given_up(stub: Stub) -> None:
    stub.replies = [(200, b"endless")]
    found = ChatReader(stub.url, "small", tries=1).propose(ARTICLE)
    assert found.failure == "an answer of more than 4 MB"


def test_nobody_there_is_told_by_the_address() -> None:
    stub = Stub()
    stub.close()
    found = ChatReader(stub.url, "small", tries=1).propose(ARTICLE)
    assert stub.url in (found.failure or "")


@pytest.mark.parametrize("url", ["localhost:8080", "ftp://host/v1", "/v1", "", "http://user:pw@host/v1"])
def test_what_is_no_address_is_an_error(url: str) -> None:
    with pytest.raises(ValueError, match=r"address"):
        ChatReader(url, "small")


def test_a_remembered_answer_is_not_asked_for_again(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [(200, GOOD)]
    path = tmp_path / "answers.db"
    first = ChatReader(stub.url, "small", answers=Answers(path)).propose(ARTICLE)
    again = ChatReader(stub.url, "small", answers=Answers(path)).propose(ARTICLE)
    assert (again.proposals, again.calls, again.tokens) == (first.proposals, 0, 0)
    ChatReader(stub.url, "large", answers=Answers(path)).propose(ARTICLE)
    ChatReader(stub.url, "small", answers=Answers(path)).propose(Article("نص آخر"))
    assert len(stub.asked) == 3


def test_a_failure_is_not_remembered(stub: Stub, tmp_path: Path) -> None:
    stub.replies = [(500, b""), (200, GOOD)]
    reader = ChatReader(stub.url, "small", tries=1, answers=Answers(tmp_path / "answers.db"))
    assert reader.propose(ARTICLE).failure
    assert len(reader.propose(ARTICLE).proposals) == 1


def test_what_cannot_remember_is_an_os_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "answers.db").write_text("no database at all, but long enough to look at" * 40)
    with pytest.raises(OSError, match=r"answers\.db"):
        Answers(tmp_path / "answers.db")
