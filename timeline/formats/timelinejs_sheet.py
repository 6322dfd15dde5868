"""The spreadsheet from which Knight Lab's TimelineJS makes a timeline: its template's columns, to be pasted or uploaded."""

import csv
import io
from typing import TYPE_CHECKING, Any

from timeline.formats.csv_ import neutralised
from timeline.formats.timelinejs import slides
from timeline.formats.words import language, word

if TYPE_CHECKING:
    from timeline.chronology import Timeline

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media",
    "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background", "Link",
)  # fmt: skip


def write(timeline: "Timeline", *, lang: str = "ar", title: str | None = None) -> str:
    """A heading, a row for the title slide, and one row a dated event; the undated, which TimelineJS cannot hold, are left out.

    Headlines and texts are HTML with everything escaped, as in the format `timelinejs`; what a spreadsheet would run as a formula
    gets an apostrophe. Raises ValueError for a `lang` other than "ar" and "en".
    """
    chosen = language(lang)
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    found = slides(timeline, chosen)
    if found:
        first = found[0]["start_date"]["year"]
        writer.writerow(_safe({"Year": first, "Headline": title or word("ui", "title", chosen), "Type": "title"}))
    for slide in found:
        writer.writerow(_safe(_row(slide)))
    return target.getvalue()


def _row(slide: dict[str, Any]) -> dict[str, Any]:
    begin, end = slide["start_date"], slide.get("end_date", {})
    return {
        "Year": begin["year"],
        "Month": begin.get("month", ""),
        "Day": begin.get("day", ""),
        "End Year": end.get("year", ""),
        "End Month": end.get("month", ""),
        "End Day": end.get("day", ""),
        "Display Date": slide["display_date"],
        "Headline": slide["text"]["headline"],
        "Text": slide["text"]["text"],
        "Group": slide["group"],
    }


def _safe(row: dict[str, Any]) -> dict[str, Any]:
    return {name: neutralised(value) if isinstance(value, str) else value for name, value in row.items()}
