"""Articles with their dates as TIMEX3 elements, by TimeML 1.2.1.

How a value of ours is written there:

| DateSpan | TIMEX3 |
|---|---|
| a day, week, month, quarter, half, season, year, decade or century | `type="DATE"`, `value` in TimeML's form |
| approximate, inferred | `mod="APPROX"` |
| open after (منذ 2014) or before (حتى 2014) | `mod="ON_OR_AFTER"`, `mod="ON_OR_BEFORE"` |
| a stretch without a value of its own | `type="DURATION"`, `value` in days, its points two empty TIMEX3 elements after it |
| none (vague, unresolved) | `PAST_REF`, `PRESENT_REF` or `FUTURE_REF` where its words say which, else `XXXX` |

A relative or anaphoric expression has `temporalFunction="true"`, and a relative one the `anchorTimeID` of its article's creation
time, where that is known.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from timeline.formats.clean import one_line, printable
from timeline.model import DateExpression, DateSpan
from timeline.reading import fold

if TYPE_CHECKING:
    from timeline.articles import Article
    from timeline.chronology import Timeline

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


#: Words (folded) of a vague expression that say on which side of now it lies.
_DIRECTIONS = (
    ("PRESENT_REF", _folded("الآن اليوم حاليا الحالي الحالية الراهن الراهنة الجاري الجارية")),
    ("PAST_REF", _folded("قبل الماضي الماضية الأخير الأخيرة مضت مضى خلت سابق السابق السابقة مؤخرا سابقا أمس")),
    ("FUTURE_REF", _folded("بعد المقبل المقبلة القادم القادمة لاحق لاحقا اللاحق غدا قريبا")),
)


def write(timeline: "Timeline", *, article: str | None = None) -> str:
    """One TimeML document of all articles, or of the one with the given id; each article opens with its creation time.

    The dates are all that the articles hold, read anew, and not only those of events. TimeML keeps one text a document as a rule:
    `documents` gives them one by one. Characters that XML 1.0 cannot carry, and lone surrogates, become U+FFFD.

    Raises KeyError for an id that is no article's.
    """
    chosen = timeline.articles if article is None else (timeline.article(article),)
    ids = _ids()
    bodies = [_article(one, ids) for one in chosen]
    return _HEAD + "\n".join(bodies) + "\n</TimeML>\n"


def documents(timeline: "Timeline") -> dict[str, str]:
    """A TimeML document for each article, by its id."""
    return {article.id: write(timeline, article=article.id) for article in timeline.articles}


def annotate(text: str, expressions: Iterable[DateExpression], published: date | None = None) -> str:
    """One text as a TimeML document, with the given expressions (of `timeline.find_dates`) marked where they stand.

    Raises ValueError for expressions that overlap or lie outside the text.

    >>> day = date(2022, 2, 4)
    >>> print(annotate("في 4 فبراير", [DateExpression("4 فبراير", 3, 11, DateSpan.day(day), "relative")], day))
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
    <TIMEX3 tid="t0" type="DATE" value="2022-02-04" functionInDocument="CREATION_TIME">2022-02-04</TIMEX3>
    في <TIMEX3 tid="t1" type="DATE" value="2022-02-04" temporalFunction="true" anchorTimeID="t0">4 فبراير</TIMEX3>
    </TimeML>
    """
    ids = _ids()
    created, anchor = _creation_time(published, ids)
    return _HEAD + created + _marked(text, expressions, ids, anchor) + "\n</TimeML>\n"


def _article(article: "Article", ids: Iterator[str]) -> str:
    from timeline.dates import find
    from timeline.reading import read

    created, anchor = _creation_time(article.published, ids)
    return created + _marked(article.text, find(read(article.text), article.published).expressions, ids, anchor)


def _ids() -> Iterator[str]:
    number = 0
    while True:
        yield f"t{number}"
        number += 1


def _creation_time(published: date | None, ids: Iterator[str]) -> tuple[str, str | None]:
    """The element, and its id; nothing where the day is not known (its number is passed over, so that t0 always means it)."""
    tid = next(ids)
    if published is None:
        return "", None
    attributes = {"tid": tid, "type": "DATE", "value": published.isoformat(), "functionInDocument": "CREATION_TIME"}
    return _element(attributes, published.isoformat()) + "\n", tid


def _marked(text: str, expressions: Iterable[DateExpression], ids: Iterator[str], anchor: str | None) -> str:
    parts, last = [], 0
    for expression in sorted(expressions, key=lambda one: one.span):
        if not last <= expression.start < expression.end <= len(text):
            raise ValueError(f"expressions must lie within the text and not overlap: {expression.span}")
        parts += [_plain(text[last : expression.start]), _timex(expression, text, ids, anchor)]
        last = expression.end
    return "".join(parts) + _plain(text[last:])


def _timex(expression: DateExpression, text: str, ids: Iterator[str], anchor: str | None) -> str:
    tid, span = next(ids), expression.value
    attributes = {"tid": tid, "type": "DATE"}
    points = ""
    if span is None:
        attributes["value"] = _direction(expression.text)
    elif span.timex is not None:
        attributes["value"] = span.timex
    else:
        begin, end = next(ids), next(ids)
        attributes |= {"type": "DURATION", "value": f"P{span.days}D", "beginPoint": begin, "endPoint": end}
        for point, day in ((begin, span.begin), (end, span.end)):
            points += _element({"tid": point, "type": "DATE", "value": day.isoformat()}, "")
    if span is not None and (mod := _mod(span)):
        attributes["mod"] = mod
    if expression.kind in ("relative", "anaphoric"):
        attributes["temporalFunction"] = "true"
        if expression.kind == "relative" and anchor:
            attributes["anchorTimeID"] = anchor
    return _element(attributes, text[expression.start : expression.end]) + points


def _mod(span: DateSpan) -> str | None:
    """TimeML has room for one: openness says more than approximation."""
    if span.open:
        return "ON_OR_AFTER" if span.open == "after" else "ON_OR_BEFORE"
    return "APPROX" if span.approximate or span.inferred else None


def _direction(text: str) -> str:
    words = {fold(word) for word in text.split()}
    return next((value for value, known in _DIRECTIONS if words & known), "XXXX")


def _element(attributes: dict[str, str], content: str) -> str:
    written = "".join(f" {name}={quoteattr(one_line(value))}" for name, value in attributes.items())
    return f"<TIMEX3{written}>{_plain(content)}</TIMEX3>" if content else f"<TIMEX3{written}/>"


def _plain(text: str) -> str:
    return escape(printable(text), {"\r": "&#13;"})
