"""An article of our own, and what a good and a lying reader say of it."""

import json
from typing import Any

from timeline.articles import Article

TEXT = (
    "استقبل وزير الخارجية النرويجي في أوسلو أمس الثلاثاء نظيره الأيسلندي، وبحثا أمن الملاحة في بحر الشمال.\n"
    "واتهم الوزير النرويجي روسيا بالتشويش على أجهزة الملاحة الجوية.\n"
    "وقالت سفارة أيسلندا إن وفدا من ريكيافيك سيزور برغن في 12 يونيو المقبل."
)
ARTICLE = Article(TEXT, "2024-05-15", id="oslo")


def event(quote: str, trigger: str, **fields: Any) -> dict[str, Any]:
    """An event of an answer, with nothing said where nothing is given."""
    empty = {"day": "none", "date": "", "actors": [], "targets": [], "place": "", "type": "CONSULT", "modality": "asserted"}
    return {"quote": quote, "trigger": trigger, **empty, **fields}


MEETING = event(
    "استقبل وزير الخارجية النرويجي في أوسلو أمس الثلاثاء نظيره الأيسلندي",
    "استقبل",
    day="quoted",
    date="أمس الثلاثاء",
    actors=["وزير الخارجية النرويجي", "نظيره الأيسلندي"],
    place="أوسلو",
)
ACCUSATION = event(
    "واتهم الوزير النرويجي روسيا بالتشويش على أجهزة الملاحة الجوية",
    "اتهم",
    type="ACCUSE",
    day="story",
    actors=["الوزير النرويجي"],
    targets=["روسيا"],
)
PLAN = event(
    "وفدا من ريكيافيك سيزور برغن في 12 يونيو المقبل",
    "سيزور",
    day="quoted",
    date="12 يونيو المقبل",
    actors=["وفدا من ريكيافيك"],
    place="برغن",
    modality="planned",
)


def answer(*events: dict[str, Any]) -> str:
    """What a model would write."""
    return json.dumps({"events": events}, ensure_ascii=False)
