"""A short table for notebooks."""

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.chronology.chronology import Timeline

_ROWS = 100


def table(timeline: "Timeline") -> str:
    """An HTML table of the dated events, right to left, every text escaped; at most a hundred rows."""
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto" style="text-align:start">{escape(cell)}</td>' for cell in row) + "</tr>"
        for row in timeline[:_ROWS].tuples()
    )
    rest = f"<p>… {len(timeline) - _ROWS} more</p>" if len(timeline) > _ROWS else ""
    head = "".join(f'<th style="text-align:start">{title}</th>' for title in ("التاريخ", "الفاعل", "الحدث", "المكان"))
    return f'<table dir="rtl" lang="ar"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}'
