"""What a language model is told, and the form in which it answers: `prompt.md` and `schema.json` beside this file."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from timeline.articles import Article
from timeline.reader.proposal import Proposal, proposal_of

#: Raised whenever prompt or schema change: remembered answers to another version are not used.
VERSION = 1
_MOST_EVENTS = 500  # of one answer; more are no reading of an article


@cache
def instructions() -> str:
    """The prompt."""
    return files(__package__).joinpath("prompt.md").read_text("utf-8")


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer."""
    found: dict[str, Any] = json.loads(files(__package__).joinpath("schema.json").read_text("utf-8"))
    return found


def question(article: Article) -> str:
    """The article as it is put before the model."""
    published = article.published.isoformat() if article.published else "unknown"
    return f"Published {published}. Article:\n\n{article.text}"


def proposals_in(content: str) -> tuple[tuple[Proposal, ...], int]:
    """The proposals of an answer, and how many of its events are of another form; a fence or words around the object are forgiven.

    Raises ValueError where there is no such object in it.
    """
    begin, end = content.find("{"), content.rfind("}")
    if begin < 0 or end < begin:
        raise ValueError("no JSON object in the answer")
    try:
        record = json.loads(content[begin : end + 1])
    except RecursionError:
        raise ValueError("an answer nested too deep") from None
    events = record.get("events")
    if not isinstance(events, list):
        raise ValueError('an answer without a list of "events"')
    found = [proposal_of(event) for event in events[:_MOST_EVENTS]]
    good = tuple(proposal for proposal in found if proposal is not None)
    return good, len(events) - len(good)
