"""An article out of a mail (EML), or out of a page that a browser saved with all that belongs to it (MHTML)."""

import email
import re
from collections.abc import Mapping
from contextlib import suppress
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

import attrs

from timeline.articles.encoding import decode

_SAVED = re.compile(r"^<saved by", re.IGNORECASE)
_FLOWED = re.compile(r" \r?\n")


@attrs.frozen
class Letter:
    """What a mail or an MHTML archive holds: a page or a plain text, and what its head tells of it as arguments of Article."""

    page: bytes | None
    text: str
    told: Mapping[str, Any]


def read_letter(data: bytes, *, archive: bool) -> Letter:
    """The page or text in the bytes of a mail; for an `archive` the page that was saved.

    The date of a mail is its publication date; that of an archive only tells when somebody saved it.

    Raises ValueError where it holds neither.
    """
    try:
        message = email.message_from_bytes(data, policy=default)
        parts = [part for part in message.walk() if not part.is_multipart() and part.get_content_disposition() != "attachment"]
        page = next((part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
        plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
        told = _about_page(message, page) if archive else _about_mail(message)
        if page is not None and (archive or plain is None):
            return Letter(_bytes(page), "", told)
        if plain is None or (archive and page is None):
            raise ValueError("no page in this archive" if archive else "no text in this mail")
        return Letter(None, _text(plain), told)
    except (
        RecursionError,
        LookupError,
        AttributeError,
        TypeError,
        AssertionError,
    ) as error:  # what odd heads make the parser raise
        raise ValueError(f"a {'saved page' if archive else 'mail'} that cannot be taken apart ({type(error).__name__})") from None


def _about_page(message: EmailMessage, page: Any) -> dict[str, Any]:
    address = message.get("Snapshot-Content-Location") or (page.get("Content-Location") if page is not None else None)
    return {"url": str(address)} if address else {}


def _about_mail(message: EmailMessage) -> dict[str, Any]:
    told: dict[str, Any] = {}
    name, address = parseaddr(str(message.get("From", "")))
    if (name or address) and not _SAVED.match(str(message.get("From"))):
        told["source"] = name or address
    if message.get("Subject"):
        told["title"] = str(message["Subject"])
    with suppress(TypeError, ValueError, OverflowError):  # no Date, or one that makes no sense
        told |= {"published": parsedate_to_datetime(str(message["Date"])).date(), "published_from": "the mail's Date"}
    return told


def _bytes(part: Any) -> bytes:
    return bytes(part.get_payload(decode=True) or b"")


def _text(part: Any) -> str:
    """The text in its declared charset where the bytes are in it, else in the one that they show; line ends made plain."""
    data = _bytes(part)
    try:
        text = decode(data)[0]
    except ValueError:
        text = data.decode("utf-8", "replace")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWED.sub(" ", text)
    return text.replace("\r\n", "\n")
