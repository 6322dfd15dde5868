"""Where an event happens: the place in its clause, or in what comes with it."""

import attrs

from timeline.events.candidates import Candidate
from timeline.events.clauses import Clause, rest_of
from timeline.events.grammar import TWINS
from timeline.events.roles import Roles
from timeline.events.sheet import Sheet
from timeline.model import Place
from timeline.names.found import Setting
from timeline.reading import fold

_SPEAKING_AT = frozenset({"في", "امام", "خلال", "اثناء", "عقب", "بعد", "ختام", "هامش", "افتتاح"})
_TO = frozenset({"الي", "في", "ب", "ل"})
_AT = frozenset({"في", "ب"})
_OUT_OF = frozenset({"من"})
_QUOTES = frozenset('»”"')
_ATTENDS = frozenset({"شارك", "حضر", "ترأّس", "افتتح", "اختتم"})  # the meeting behind them is where they are
_BESIDE = 5  # tokens between a verb and the words right before its place
_FROM = frozenset({"من", "عن", "مع", "بين", "حول", "ضد"})
_TRAVEL = frozenset({"visit", "motion"})
_TERRITORIAL = frozenset({"ASSAULT", "RETREAT", "COERCE", "MOBILIZE"})  # what they are done to is where they are done
#: Nouns of calls, which happen nowhere.
CALLS = frozenset({"اتصال", "مكالمة", "مهاتفة", "محادثة"})
_OCCASIONS = frozenset(
    {
        "بيان",
        "تصريح",
        "تصريحات",
        "مؤتمر",
        "صحفي",
        "كلمه",
        "خطاب",
        "ختام",
        "مقابله",
        "لقاء",
        "اجتماع",
        "قمه",
        "مباحثات",
        "محادثات",
        "له",
        "لها",
        "للصحفيين",
        "للصحافيين",
        "صحفيه",
        "صحافيه",
        "صحافي",
        "مشترك",
        "مشتركه",
        "رسميه",
        "رسمي",
    }
)


def setting_of(sheet: Sheet, clauses: tuple[Clause, ...], candidate: Candidate, roles: Roles) -> Setting | None:
    """The setting in the candidate's clause that is where it happens; whoever does it is no place."""
    found = _found(sheet, clauses, candidate, roles)
    return None if found is None else _of_its_state(sheet, found, roles)


def _of_its_state(sheet: Sheet, setting: Setting, roles: Roles) -> Setting:
    """The city of several of its name that the text means: by the adjective behind it ("طرابلس اللبنانية") or by who acts."""
    place = setting.place
    adjective = sheet.party_at(setting.last) if setting.last < len(sheet) else None
    code = None
    if adjective is not None and adjective.form == "adjective" and adjective.first == setting.last and not adjective.proclitics:
        code = adjective.actors[0].code if adjective.actors[0].kind == "state" else None
    elif place.country not in roles.codes:
        code = next((twin for twin in TWINS.get(fold(place.name), ()) if twin in roles.codes), None)
    if code is None or code == place.country:
        return setting
    other = Place(place.name, code)
    return attrs.evolve(setting, place=other, trace=(*setting.trace, "the city of that name in the state named"))


def _found(sheet: Sheet, clauses: tuple[Clause, ...], candidate: Candidate, roles: Roles) -> Setting | None:
    clause = candidate.clause
    if candidate.trigger.noun in CALLS:
        return None
    start = candidate.noun if candidate.is_noun else min(clause.first, candidate.start)
    more = [rest_of(clauses, clause)]
    if candidate.type == "ASSAULT" and clause.index + 1 < len(clauses):
        below = clauses[clause.index + 1]  # "قتل … في غارة استهدفت قاعدة في الشمال"
        more.append(below if below.kind == "relative" and below.parent == clause.index else None)
    further = [setting for each in more if each is not None for setting in sheet.settings_in(each.body, each.last)]
    own = (*sheet.settings_in(start, clause.last), *further)
    settings = [setting for setting in own if sheet.page.dateline_at(setting.first) is None]
    later = [setting for setting in settings if setting.first > candidate.start]
    if candidate.verb >= 0 and candidate.form.trigger.subject == "place":
        seen = next((setting for setting in later if setting.preposition is None or _governed(setting, _AT)), None)
        if seen is not None:
            return seen
    if candidate.trigger.noun == "جولة":
        toured = next((setting for setting in later if setting.first > candidate.noun and _governed(setting, _TO)), None)
        if toured is not None:
            return toured
    if candidate.form.trigger.kind == "act" and candidate.form.trigger.prepositions.get("الي") == "target":
        sent = next((setting for setting in later if setting.preposition == "الي"), None)
        party = sheet.party_at(sent.first) if sent is not None else None
        if sent is not None and (party is None or party.form == "capital"):
            return sent  # "أوفد مبعوثا إلى بورتسودان"; "قدم هبة إلى لبنان" names no place
    if candidate.type == "PROTEST" and candidate.form.trigger.lemma in ("خرج", "نزل"):
        streets = next((setting for setting in later if setting.preposition in _TO), None)
        if streets is not None:
            return streets  # "خرج الآلاف إلى شوارع أثينا"
    if candidate.trigger.kind in _TRAVEL:
        reached = next((setting for setting in later if not _governed(setting, _FROM)), None)
        if reached is not None:
            return reached
    if candidate.type == "CONSULT":  # "اجتماع الدوحة", "محادثات جنيف"
        named = next((setting for setting in later if setting.preposition is None and _is_meetings(sheet, setting)), None)
        if named is not None:
            return named
    done_to = {party.start for party in roles.targets}  # "الاعتراف بفلسطين"
    at = [setting for setting in settings if _governed(setting, _AT) and _attached(sheet, candidate, setting)]
    at = [setting for setting in at if setting.preposition != "ب" or setting.start not in done_to]
    if not at and candidate.trigger.kind == "speech":
        at = [setting for setting in later if _governed(setting, _OUT_OF) and _is_speech(sheet, setting.first - 2)]
    after = [setting for setting in at if setting.first > candidate.start]
    found = next(iter(after or at), None)
    if found is None and candidate.type in _TERRITORIAL:
        doing = {party.start for party in roles.actors}
        return next(
            (
                setting
                for setting in later
                if setting.preposition not in ("ل", "مع") and setting.start not in doing and setting.first > candidate.head
            ),
            None,
        )
    return found


def _is_meetings(sheet: Sheet, setting: Setting) -> bool:
    """Whether a city stands right behind a meeting's noun, and no other follows it ("محادثات واشنطن وطهران")."""
    noun = sheet.noun(setting.first - 1) if setting.first else None
    if noun is None or noun.trigger.kind != "meeting" or noun.definite:
        return False
    party = sheet.party_at(setting.first)
    following = sheet.party_at(setting.last) if setting.last < len(sheet) else None
    return (party is None or party.form == "capital") and (following is None or following.proclitics != "و")


def _attached(sheet: Sheet, candidate: Candidate, setting: Setting) -> bool:
    """Whether "في …" belongs to the trigger and not to a noun of its topic: "بحث الأزمة في اليمن" is not held in Yemen."""
    token = setting.first
    while token > 0 and sheet.setting_of[token - 1] < 0 and sheet.folded[token] not in _AT and token > setting.first - 4:
        token -= 1
    before = token - 1 if sheet.folded[token] in _AT else setting.first - 1
    if before < 0 or before < candidate.clause.first:
        return True
    word = sheet.folded[before]
    if candidate.trigger.kind == "speech" and word in _QUOTES:
        return False  # "حذر من «اللعب بالنار» في تايوان"
    word = word[1:] if word.startswith("وال") else word
    if (other := _other_encounter(sheet, candidate, before)) >= 0:
        return candidate.trigger.kind == "speech" and _spoken_at(sheet, other)
    if sheet.party_of[before] >= 0 or sheet.date_of[before] >= 0 or sheet.setting_of[before] >= 0 or not word.isalpha():
        return True
    if before in (candidate.verb, candidate.noun) or word in _OCCASIONS:
        return True
    if (
        before < candidate.verb and sheet.noun(before) is not None and candidate.trigger.kind != "speech"
    ):  # its subject: "الصراع في دارفور اندلع"
        return True
    if word.startswith("ال") and before and sheet.party_of[before - 1] >= 0:  # an adjective of the party
        return True
    if candidate.trigger.kind == "speech":
        return False
    if candidate.noun < 0 and not candidate.form.trigger.transitive:
        return True  # "أضرب عمال السكك الحديد في ألمانيا"
    definite = word.startswith("ال")
    if candidate.noun >= 0 and before > candidate.noun:
        noun = sheet.noun(candidate.noun)
        return noun is None or (definite == (noun.definite or bool(noun.pronoun)) and before - candidate.noun <= 4)
    return not definite and before - candidate.start <= _BESIDE


def _other_encounter(sheet: Sheet, candidate: Candidate, before: int) -> int:
    """The noun of another meeting or visit between the trigger and the place, whose place it is; -1 where there is none."""
    start = max(candidate.verb, candidate.noun)
    if candidate.form.trigger.lemma in _ATTENDS:
        return -1
    for token in range(start + 2, before + 1):
        form = sheet.noun(token)
        if form is not None and form.trigger.kind in ("meeting", "visit") and form.trigger.event_noun:
            return token
    return -1


def _spoken_at(sheet: Sheet, noun: int) -> bool:
    """Whether one speaks at the meeting: "قال في كلمة أمام الاجتماع", as against "دعا إلى اجتماع"."""
    return sheet.folded[noun - 1] in _SPEAKING_AT


def _is_speech(sheet: Sheet, token: int) -> bool:
    """Whether words are the noun at the token: "في إحاطة من جنيف"."""
    form = sheet.noun(token) if token >= 0 else None
    return form is not None and form.trigger.kind == "speech" and form.trigger.type == "STATEMENT"


def _governed(setting: Setting, prepositions: frozenset[str]) -> bool:
    return setting.preposition in prepositions


def dateline_settings(sheet: Sheet) -> dict[int, Setting]:
    """By the sentence that it introduces, the city of each dateline; the sentence behind it takes it too."""
    cities: dict[int, Setting] = {}
    for setting in sheet.names.settings:
        if sheet.page.dateline_at(setting.first) is not None:
            cities.setdefault(sheet.reading.sentence_of(setting.first), setting)
    return {sentence + further: city for further in (1, 0) for sentence, city in cities.items()}
