"""One chronology from a folder of articles: printed, asked, and written as a page.

python examples/many_articles.py [FOLDER] [PAGE.html]
"""

import sys
from pathlib import Path

import timeline

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "articles"
page = Path(sys.argv[2]) if len(sys.argv) > 2 else None

parts = []
for item in timeline.read_articles(folder):
    if isinstance(item, timeline.Article):
        parts.append(timeline.extract(item))
    else:
        print(item, file=sys.stderr)  # an input that could not be read: the others go on

chronology = timeline.merge(*parts)
for date, actors, action, place in chronology.tuples():
    print(date, actors, action, place, sep=" | ")

print("\nIn January 2022, with Russia and the United States, told differently by different outlets:")
for event in chronology.between("2022-01", "2022-01").involving("RUS", "USA"):
    for conflict in event.conflicts:
        versions = "; ".join(f"{value} ({len(articles)})" for value, articles in conflict.versions)
        print(f"  {event.date} {event.action.text}: {conflict.field} {conflict.relation}: {versions}")

if page is not None:
    page.write_text(chronology.to_html(), "utf-8")
