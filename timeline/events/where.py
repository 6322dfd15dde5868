"""Where an event happens: the place in its clause, or in what comes with it."""

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause
from timeline.events.sheet import Sheet
from timeline.names.found import Setting

_AT = frozenset({"في", "ب"})
_TO = frozenset({"الي", "ل", "نحو", "صوب"})
_TRAVEL = frozenset({"visit", "motion"})


def setting_of(sheet: Sheet, candidate: Candidate) -> Setting | None:
    """The setting in the candidate's clause that is where it happens."""
    clause = candidate.clause
    start = clause.first if not candidate.is_noun else candidate.noun
    settings = [setting for setting in sheet.settings_in(start, clause.last) if not _dateline(sheet, setting)]
    travels = candidate.trigger.kind in _TRAVEL
    if travels:
        for setting in settings:
            if setting.first > candidate.start and (
                _governed(setting, _TO) or (setting.preposition is None and setting.role != "party")
            ):
                return setting
    at = [setting for setting in settings if _governed(setting, _AT) or (setting.role == "place" and setting.preposition is None)]
    after = [setting for setting in at if setting.first > candidate.start]
    return next(iter(after or at), None)


def _governed(setting: Setting, prepositions: frozenset[str]) -> bool:
    return setting.preposition in prepositions


def _dateline(sheet: Sheet, setting: Setting) -> bool:
    line = sheet.dating.dateline
    return line is not None and line.start <= setting.start < line.end


def dateline_setting(sheet: Sheet) -> Setting | None:
    """The city of the article's dateline."""
    return next((setting for setting in sheet.names.settings if _dateline(sheet, setting)), None)


def below(clause: Clause, clauses: tuple[Clause, ...]) -> list[Clause]:
    """Adjuncts at the same time and reduced relative clauses that hang on the clause."""
    return [other for other in clauses if other.parent == clause.index and (other.time == "same" or other.kind == "relative")]
