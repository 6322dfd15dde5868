"""The hostile corpus, read, and the texts of any length that are made of it.

`corpus/units.jsonl` holds units that hurt when repeated, `corpus/texts.jsonl` short texts, `corpus/files.jsonl` files (a character
a byte); what once broke is added as a line. `MIXTURES` are texts of which no two pieces are alike, so that nothing is remembered.
"""

import json
import random
from collections.abc import Callable
from pathlib import Path

from tests.events.cases import all_cases

_CORPUS = Path(__file__).parent / "corpus"
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def _lines(name: str, field: str) -> dict[str, str]:
    records = [json.loads(line) for line in (_CORPUS / name).read_text("utf-8").splitlines()]
    return {record["name"]: record[field] * record.get("times", 1) for record in records}


UNITS = _lines("units.jsonl", "unit")
TEXTS = _lines("texts.jsonl", "text")
FILES = {name: content.encode("latin-1") for name, content in _lines("files.jsonl", "latin1").items()}
NEWS = sorted({word for case in all_cases() for word in case.text.split()})

MIXTURES: dict[str, Callable[[random.Random], str]] = {
    "words of no language": lambda chance: f"{_word(chance)} ",
    "words of news": lambda chance: f"{chance.choice(NEWS)} ",
    "ministers": lambda chance: f"وزير الخارجية الروسي {_word(chance)} {_word(chance)} ",
    "presidents who speak": lambda chance: f"قال الرئيس {_word(chance)} {_word(chance)} إن {_word(chance)} في موسكو. ",
    "namesakes": lambda chance: f"قال الرئيس {_word(chance)} بوتين إن. ",
    "meetings on many days": lambda chance: (
        f"التقى {_word(chance)} في {chance.randint(1, 28)} يناير {chance.randint(1900, 2100)}. "
    ),
    "visits without an end": lambda chance: f"زار بوتين جنيف في {chance.randint(1, 28)}/{chance.randint(1, 12)}/2021 و",
    "clauses without an end": lambda chance: f"قال محمد {_word(chance)} الذي زار {_word(chance)} ثم التقى علي {_word(chance)}، ",
    "quotes at random": lambda chance: chance.choice(["«", "»", "“", "”", '"', "قال ", "روسيا ", "يوم الخميس "]),
    "short quotes": lambda chance: f"وقال {_word(chance)}: «{_word(chance)} {_word(chance)}». ",
    "any code point": lambda chance: chr(chance.randrange(0x110000)),
    "any Arabic code point": lambda chance: chr(chance.randrange(0x600, 0x700)),
}


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_LETTERS, k=5))


def repeated(unit: str, size: int) -> str:
    """The unit again and again, `size` code points in all."""
    return (unit * (size // len(unit) + 1))[:size]


def mixture(name: str, size: int) -> str:
    """`size` code points of a mixture, the same each time."""
    chance, pieces, length = random.Random(name), [], 0
    while length < size:
        pieces.append(MIXTURES[name](chance))
        length += len(pieces[-1])
    return "".join(pieces)[:size]
