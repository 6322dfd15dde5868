"""The pages and the JSON of the app. No request names a file: the store is the one that it was started with."""

import io
import json
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

import anyio
import attrs
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from timeline import formats
from timeline.articles import Article, Notice, read_articles
from timeline.articles.record import Records
from timeline.chronology import Timeline, merge
from timeline.dates import find_dates
from timeline.formats.jsonl import date_record
from timeline.names import Vocabulary
from timeline.pipeline import extract
from timeline.serve.guard import LARGEST, Guard

#: How many articles are read at once, and how many one request may hold.
AT_ONCE, MOST_ARTICLES = 2, 100

_ASSETS = {"app.js": "text/javascript", "app.css": "text/css"}
_FILTERS = {"actor": "actor", "place": "place", "from": "begin", "until": "end", "type": "type", "source": "source"}

Answer = Callable[[Request], Awaitable[Response]]


class Refused(Exception):  # noqa: N818 (a refusal, not a fault)
    """What was sent makes no sense; the message says why."""


@attrs.frozen
class _App:
    """What all requests share."""

    store: Path | None
    vocabulary: Vocabulary
    slots: anyio.CapacityLimiter

    async def page(self, request: Request) -> Response:
        text = _asset("page.html").replace("{store}", "" if self.store else "hidden")
        return HTMLResponse(text)

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _ASSETS:
            return JSONResponse({"error": "no such page"}, 404)
        return Response(_asset(name), media_type=_ASSETS[name])

    async def openapi(self, request: Request) -> Response:
        return JSONResponse(json.loads(_asset("openapi.json")))

    async def extract(self, request: Request) -> Response:
        """One article: its dates and events."""
        article = _article(await _json(request))
        return JSONResponse(await self._working(partial(self._read, article)))

    async def merge(self, request: Request) -> Response:
        """Several articles: one chronology."""
        sent = await _json(request)
        articles = sent.get("articles") if isinstance(sent, dict) else None
        if not isinstance(articles, list) or not articles:
            raise Refused('"articles" must be a list of articles')
        return JSONResponse(await self._working(partial(self._merged, list(map(_article, articles)), ())))

    async def files(self, request: Request) -> Response:
        """The bytes of a file, whatever kind it is: the chronology of what it holds, and what could not be read."""
        data = await request.body()
        return JSONResponse(await self._working(partial(self._of_bytes, data)))

    async def events(self, request: Request) -> Response:
        """The entries of the store that pass the filters."""
        return JSONResponse(await self._working(partial(self._stored, dict(request.query_params))))

    async def desk(self, request: Request) -> Response:
        """The store as a page, which brings its own policy of content."""
        page = await self._working(self._desk)
        return HTMLResponse(
            page, headers={"content-security-policy": "frame-ancestors 'none'; form-action 'none'; base-uri 'none'"}
        )

    async def _working(self, work: Callable[[], Any]) -> Any:
        async with self.slots:
            return await run_in_threadpool(work)

    def _read(self, article: Article) -> dict[str, Any]:
        dates = [
            {
                "text": one.text,
                "start": one.start,
                "end": one.end,
                "kind": one.kind,
                "value": date_record(one.value),
                "trace": one.trace,
            }
            for one in find_dates(article.text, article.published)
        ]
        return {"text": article.text, "dates": dates, **self._told(extract(article, vocabulary=self.vocabulary))}

    def _merged(self, articles: Iterable[Article], notices: Iterable[Notice]) -> dict[str, Any]:
        whole = merge(*(extract(article, vocabulary=self.vocabulary) for article in articles))
        return {"notices": [str(notice) for notice in notices], **self._told(whole)}

    def _of_bytes(self, data: bytes) -> dict[str, Any]:
        found = []
        for item in read_articles("-", stdin=io.BytesIO(data)):
            found.append(item)
            if len(found) > MOST_ARTICLES:
                raise Refused(f"more than the {MOST_ARTICLES} articles that a request may hold; use the command line")
        articles = [item for item in found if isinstance(item, Article)]
        notices = [item for item in found if isinstance(item, Notice)]
        if len(articles) == 1:
            return {"notices": [str(notice) for notice in notices], **self._read(articles[0])}
        return self._merged(articles, notices)

    def _stored(self, asked: dict[str, str]) -> dict[str, Any]:
        unknown = sorted(asked.keys() - _FILTERS.keys())
        if unknown:
            raise Refused(f"no filter {unknown[0]!r} (there are {', '.join(_FILTERS)})")
        return self._told(self._timeline(**{_FILTERS[name]: value for name, value in asked.items() if value}))

    def _desk(self) -> str:
        return self._timeline().to_html()

    def _timeline(self, **filters: Any) -> Timeline:
        from timeline.store import Store

        if self.store is None:
            raise Refused("no store was opened: timeline serve FILE.db")
        with Store(self.store, vocabulary=self.vocabulary, create=False) as store:
            return store.timeline(**filters)

    @staticmethod
    def _told(timeline: Timeline) -> dict[str, Any]:
        lines = str(formats.write(timeline, "jsonl")).splitlines()
        return {"articles": len(timeline.articles), "events": [json.loads(line) for line in lines]}


def application(store: Path | None = None, vocabulary: Vocabulary | None = None, *, largest: int = LARGEST) -> Starlette:
    """The app as ASGI, over a store or over none; `largest` is the most that a request may carry, in bytes."""
    app = _App(store, vocabulary or Vocabulary.default(), anyio.CapacityLimiter(AT_ONCE))
    routes = [
        Route("/", _clear(app.page)),
        Route("/assets/{name}", _clear(app.asset)),
        Route("/desk", _clear(app.desk)),
        Route("/api/openapi.json", _clear(app.openapi)),
        Route("/api/extract", _clear(app.extract), methods=["POST"]),
        Route("/api/merge", _clear(app.merge), methods=["POST"]),
        Route("/api/files", _clear(app.files), methods=["POST"]),
        Route("/api/events", _clear(app.events)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, largest=largest)])


def _clear(answer: Answer) -> Answer:
    """The answer, or what was wrong with the request as JSON."""

    async def clear(request: Request) -> Response:
        try:
            return await answer(request)
        except (Refused, ValueError, FileNotFoundError) as error:
            return JSONResponse({"error": " ".join(str(error).split())}, 400)

    return clear


async def _json(request: Request) -> Any:
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Refused("no JSON") from None


def _article(sent: Any) -> Article:
    """The article in a JSON object, its fields under their usual names."""
    *_, found = Records("request").read(sent, 1)
    if isinstance(found, Notice):
        raise Refused(found.message)
    return found


def _asset(name: str) -> str:
    return resources.files("timeline.serve").joinpath("assets", name).read_text("utf-8")
