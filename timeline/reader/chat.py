"""A language model behind any server that speaks the OpenAI chat format (llama.cpp, Ollama, vLLM, clouds)."""

import json
import os
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs

from timeline.articles import Article
from timeline.reader.prompt import instructions, proposals_in, question, schema
from timeline.reader.proposal import Answer
from timeline.reader.remembered import Answers

if TYPE_CHECKING:
    import httpx

#: The environment variable that holds the server's key; it is sent to that server and written nowhere.
KEY = "TIMELINE_READER_KEY"
_LONGEST_ANSWER = 4 << 20  # bytes
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})  # answers of a server that may be better in a moment
_REFUSED = frozenset({400, 422})  # what a server says to a form of answer that it does not know
_PAUSE = 0.5  # seconds before the second try, twice as many before each further one


class AnswerError(Exception):
    """An answer that cannot be used; `again` where another try may bring a better one, `form` where one without a schema may."""

    def __init__(self, message: str, *, again: bool = False, form: bool = False) -> None:
        super().__init__(message)
        self.again = again
        self.form = form


def _address(_: object, __: object, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"a reader's address must be like http://localhost:8080/v1, not {url!r}")
    if parts.username or parts.password:
        raise ValueError(f"no key in the address of a reader: put it into the environment variable {KEY}")


@attrs.frozen
class ChatReader:
    """Asks a model for the events of each article, with the prompt and schema of this package, and remembers its answers.

    `url` is the server's base address, the part before `/chat/completions`; `model` the name it knows the model by. `timeout` is
    in seconds for one whole answer, `tries` how often it is asked before the article goes without. `answers` remembers what was
    answered. The text of each article is sent to that server, and to no other: redirects are not followed.

    Raises ImportError where httpx is not installed (`pip install arabic-timeline[reader]`), ValueError for an address that is none.
    """

    url: str = attrs.field(validator=_address)
    model: str
    timeout: float = 120.0
    tries: int = 3
    answers: Answers | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        try:
            import httpx  # noqa: F401
        except ImportError as error:
            raise ImportError("a reader behind an address needs httpx: pip install arabic-timeline[reader]") from error

    @property
    def name(self) -> str:
        """The model's name, as mentions carry it among their witnesses."""
        return self.model

    def propose(self, article: Article) -> Answer:
        """The model's proposals for the article; what goes wrong is told in `failure`."""
        kept = self.answers.get(article, self.model) if self.answers else None
        if kept is not None:
            proposals, malformed = proposals_in(kept)
            return Answer(proposals, malformed)
        calls = tokens = 0
        failure = "never asked"
        bound = True  # by the schema, which not every server takes
        for attempt in range(self.tries):
            if attempt:
                time.sleep(_PAUSE * 2 ** (attempt - 1))
            calls += 1
            try:
                content, cost = self._ask(article, bound=bound)
                tokens += cost
                proposals, malformed = proposals_in(content)
            except AnswerError as error:
                failure = str(error)
                if not error.again and not (error.form and bound):
                    break
                bound = bound and not error.form
            except ValueError as error:
                failure = str(error)
            else:
                if self.answers:
                    self.answers.put(article, self.model, content)
                return Answer(proposals, malformed, calls, tokens)
        return Answer(calls=calls, tokens=tokens, failure=failure)

    def _ask(self, article: Article, *, bound: bool) -> tuple[str, int]:
        """The content of the answer, and the tokens that it cost."""
        import httpx

        request = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": instructions()}, {"role": "user", "content": question(article)}],
            "response_format": _form() if bound else {"type": "json_object"},
        }
        headers = {"Authorization": f"Bearer {key}"} if (key := os.environ.get(KEY)) else {}
        address = self.url.rstrip("/") + "/chat/completions"
        body = json.dumps(request).encode("ascii")
        try:
            with httpx.stream(
                "POST",
                address,
                content=body,
                headers={**headers, "Content-Type": "application/json"},
                timeout=self.timeout,
                follow_redirects=False,
            ) as response:
                received = _received(response, time.monotonic() + self.timeout)
                if response.status_code != httpx.codes.OK:
                    status = response.status_code
                    raise AnswerError(f"the server answered {status}", again=status in _AGAIN, form=status in _REFUSED)
        except httpx.TimeoutException:
            raise AnswerError(f"no answer within {self.timeout:g} seconds", again=True) from None
        except httpx.HTTPError as error:
            raise AnswerError(f"no answer from {self.url}: {type(error).__name__}", again=True) from None
        return _content(received)


def _form() -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": "events", "strict": True, "schema": schema()}}


def _received(response: "httpx.Response", deadline: float) -> bytes:
    """The body, as far as it is not too long and does not take too long."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > _LONGEST_ANSWER:
            raise AnswerError(f"an answer of more than {_LONGEST_ANSWER >> 20} MB")
        if time.monotonic() > deadline:
            raise AnswerError("an answer that does not end", again=True)
        parts.append(part)
    return b"".join(parts)


def _content(received: bytes) -> tuple[str, int]:
    try:
        record: Any = json.loads(received)
        content = record["choices"][0]["message"]["content"]
        usage = record.get("usage") or {}
        tokens = usage.get("total_tokens") or 0
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise AnswerError("an answer that is not of the chat format", again=True) from None
    if not isinstance(content, str):
        raise AnswerError("an answer without text", again=True)
    return content, tokens if isinstance(tokens, int) and tokens > 0 else 0
