"""The app's own page may do what it offers; whoever else asks is refused, and nothing that is sent can break or reach anything."""

import http.client
import json
import socket
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

TEXT = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في جنيف أمس."
JSON = {"content-type": "application/json"}
ROOT = Path(__file__).parents[2]


def ask(home: str, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer; `_` in a header's name stands for a hyphen."""
    connection = http.client.HTTPConnection(urlsplit(home).netloc, timeout=120)
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, data, {**(JSON if data is not None and "content-type" not in sent else {}), **sent})
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def told(home: str, path: str, body: Any, **headers: str) -> dict[str, Any]:
    status, _, data = ask(home, "POST", path, body, **headers)
    assert status == 200, data
    return json.loads(data)


def test_an_article_gives_its_dates_and_events_with_offsets_into_it(home: str) -> None:
    found = told(home, "/api/extract", {"text": TEXT, "published": "2022-01-22"})
    assert [(one["text"], one["value"]["edtf"]) for one in found["dates"]] == [("أمس", "2022-01-21")]
    assert [event["date"]["edtf"] for event in found["events"]] == ["2022-01-21"]
    for one in found["dates"]:
        assert TEXT[one["start"] : one["end"]] == one["text"]


def test_fields_have_their_usual_names_here_too(home: str) -> None:
    assert told(home, "/api/extract", {"body": TEXT, "date": "2022-01-22"})["events"][0]["date"]["edtf"] == "2022-01-21"


def test_several_articles_are_one_chronology(home: str) -> None:
    articles = [{"text": TEXT, "published": "2022-01-22", "source": name} for name in ("أ", "ب")]
    found = told(home, "/api/merge", {"articles": articles})
    assert (found["articles"], len(found["events"])) == (2, 1)


@pytest.mark.parametrize("name", ["geneva-opening.txt", "vienna-hijri.txt"])
def test_a_file_is_told_by_its_bytes(home: str, name: str) -> None:
    data = (ROOT / "examples" / "articles" / name).read_bytes()
    assert told(home, "/api/files", data, content_type="application/octet-stream")["events"]
    table = f'date,text\n2022-01-22,"{TEXT}"\n2022-01-23,"{TEXT}"\n'.encode()
    assert told(home, "/api/files", table, content_type="application/octet-stream")["articles"] == 2


def test_a_file_that_holds_nothing_is_a_notice(home: str) -> None:
    found = told(home, "/api/files", b"%PDF-1.7", content_type="application/octet-stream")
    assert (found["events"], len(found["notices"])) == ([], 1)


def test_the_store_is_asked_by_the_filters_of_the_command_line(home: str) -> None:
    status, _, data = ask(home, "GET", f"/api/events?actor=NATO&place={quote('بروكسل')}&from=2022-01")
    assert status == 200
    assert {event["place"]["name"] for event in json.loads(data)["events"]} == {"بروكسل"}
    for bad in ("actor=NATOX", "from=soon", "path=/etc/passwd", "type=X"):
        status, _, data = ask(home, "GET", f"/api/events?{bad}")
        assert (status, "error" in json.loads(data)) == (400, True)


def test_the_desk_is_the_page_of_the_store(home: str) -> None:
    status, headers, data = ask(home, "GET", "/desk")
    assert (status, b"<!doctype html>" in data.lower()) == (200, True)
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_every_route_is_documented_and_every_document_true(home: str) -> None:
    from timeline.serve import application

    status, _, data = ask(home, "GET", "/api/openapi.json")
    paths = json.loads(data)["paths"]
    routes = {
        route.path: {one.lower() for one in route.methods} - {"head"}
        for route in application().routes
        if route.path.startswith("/api")
    }
    assert status == 200
    assert {path: set(methods) for path, methods in paths.items()} == routes


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "evil.example:80"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"host": ""}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://localhost:1"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
        ({"content_type": "multipart/form-data; boundary=x"}, 415),
    ],
)
def test_what_another_page_could_send_is_refused(home: str, headers: dict[str, str], status: int) -> None:
    assert ask(home, "POST", "/api/extract", {"text": TEXT}, **headers)[0] in (
        status,
        400 if "content_length" in headers else status,
    )


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_the_names_of_this_machine_are_taken(home: str, name: str) -> None:
    host = f"{name}:{urlsplit(home).port}"
    assert ask(home, "POST", "/api/extract", {"text": "نص"}, host=host, origin=f"http://{host}")[0] == 200


def test_a_foreign_host_reads_nothing(home: str) -> None:
    for path in ("/", "/desk", "/api/events", "/api/openapi.json", "/assets/app.js"):
        status, _, data = ask(home, "GET", path, host="evil.example")
        assert (status, list(json.loads(data))) == (421, ["error"])


def test_what_is_too_large_is_refused_by_its_length_and_as_it_comes(home: str) -> None:
    assert ask(home, "POST", "/api/extract", b"x" * (1 << 22) + b"xx")[0] == 413
    with socket.create_connection(("127.0.0.1", urlsplit(home).port), timeout=120) as raw:
        head = ("POST /api/extract HTTP/1.1", f"Host: {urlsplit(home).netloc}", "Content-Type: application/json")
        raw.sendall("\r\n".join([*head, "Transfer-Encoding: chunked", "", ""]).encode())
        try:
            for _ in range(80):
                raw.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        except OSError:
            pass  # it hung up
        assert b" 413 " in raw.recv(4096).partition(b"\r\n")[0]


SENSELESS = [b"", b"{", b"[" * 100_000, b"null", b"7", b'{"text": 3}', b'{"articles": "x"}', b"\xff"]


@pytest.mark.parametrize("body", [*SENSELESS, b'{"text": "x", "published": "soon"}'])
@pytest.mark.parametrize("path", ["/api/extract", "/api/merge"])
def test_what_makes_no_sense_is_a_word_and_no_fault(home: str, path: str, body: bytes) -> None:
    status, _, data = ask(home, "POST", path, body)
    assert (status, list(json.loads(data))) == (400, ["error"])


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/..%2fapp.py",
        "/assets/%2e%2e/%2e%2e/store.py",
        "/assets//etc/passwd",
        "/assets/openapi.json",
        "/etc/passwd",
        "/desk/../../x",
        "/.git/config",
    ],
)
def test_no_path_of_a_request_is_opened(home: str, path: str) -> None:
    status, _, data = ask(home, "GET", path)
    assert status == 404
    assert b"root:" not in data
    assert b"import " not in data


def test_what_is_sent_as_a_path_is_a_text(home: str) -> None:
    found = told(home, "/api/files", b"/etc/passwd", content_type="application/octet-stream")
    assert found["text"] == "/etc/passwd"


def test_no_other_page_may_frame_or_use_an_answer(home: str) -> None:
    _, headers, _ = ask(home, "GET", "/")
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers
