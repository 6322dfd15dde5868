"""Regional adjectives that name an organisation behind a meeting: "القمة العربية" is the Arab League's."""

from timeline.events.candidates import Candidate
from timeline.events.grammar import BLOCS
from timeline.events.sheet import Sheet
from timeline.model import Actor, step
from timeline.names import Vocabulary
from timeline.names.found import Party
from timeline.words.clitics import without_article

_NEAR = 3  # words between the noun and its adjective ("القمة الاستثنائية العربية")


def bloc_of(sheet: Sheet, candidate: Candidate) -> list[Party]:
    """The organisation whose meeting the noun tells, by its adjective; empty where there is none."""
    if candidate.noun < 0 or (candidate.type != "CONSULT" and not candidate.cancels):
        return []
    for token in range(candidate.noun + 1, min(candidate.clause.last, candidate.noun + 1 + _NEAR)):
        word = sheet.folded[token]
        code = BLOCS.get(without_article(word))
        if code is not None:
            reading = sheet.reading
            why = (step("adjective of an organisation's members"),)
            return [
                Party(
                    (_organisation(sheet.names.vocabulary, code),),
                    "adjective",
                    reading.starts[token],
                    reading.ends[token],
                    token,
                    token + 1,
                    trace=why,
                )
            ]
        if not word.isalpha() or sheet.party_of[token] >= 0 or sheet.setting_of[token] >= 0:
            break
    return []


def _organisation(vocabulary: Vocabulary, code: str) -> Actor:
    line = vocabulary.tables["organisations"][code]
    return Actor(line["names"][0], code, "IGO", None, "organisation", line.get("english"))
