"""What a party hangs on: a preposition, a noun whose genitive it is, a party that it is coordinated with, or nothing."""

from collections.abc import Sequence
from itertools import islice

from timeline.events.grammar import COUNTS, OCCASIONAL, OPENERS, PEOPLE, PLANNED, PREPOSITIONS, PRONOMINAL, VOICES, WEAPONS
from timeline.events.sheet import Sheet
from timeline.names.found import Party
from timeline.words.clitics import without_conjunction

PUNCTUATION = frozenset("،,-–—\"'«»“”():.؛…ـ/|")
AGENT = "من قبل"  #: the key of "by", which names who does what a passive tells
_AGENTS = frozenset({("من", "قبل"), ("بقرار", "من"), ("بامر", "من"), ("بطلب", "من"), ("بايعاز", "من"), ("علي", "يد")})
_JOINERS = frozenset({"،", ",", "و"})
_GLUED = ("بال", "لل", "كال", "وبال", "ولل", "فبال")  # a preposition and the article in front of a noun
_ALSO = frozenset({"كذلك", "وكذلك", "ايضا"})
_BETWEEN = _JOINERS | PUNCTUATION | _ALSO
_ALL_OF = frozenset({"كل", "كلا"})  # "كل من روسيا و…"
_SMALL = frozenset(
    {
        "قد",
        "وقد",
        "لقد",
        "كان",
        "كانت",
        "وكان",
        "وكانت",
        "يكون",
        "تكون",
        "سيكون",
        "ستكون",
        "وسيكون",
        "وستكون",
        "اصبح",
        "اصبحت",
        "بات",
        "باتت",
        "ظل",
        "ظلت",
        "ليس",
        "ليست",
        "ان",
        "كل",
        "ايضا",
        "كذلك",
        "بدوره",
        "بدورها",
        "هنا",
        "هناك",
        "امس",
        "اليوم",
        "غدا",
    }
    | {
        "الان",
        "سوف",
        "لم",
        "لن",
        "لا",
        "ثم",
        "او",
        "ام",
        "لكن",
        "بل",
        "كما",
        "اما",
        "فيما",
        "بينما",
        "حيث",
        "اذ",
        "هو",
        "هي",
        "وهو",
        "وهي",
    }
)
_VENUES = frozenset({"قصر", "مقر", "مطار", "فندق", "مدينه", "منتجع", "ديوان", "مبني", "قاعه", "مركز"})
_ORGANS = frozenset({"المجلس", "اللجنه", "الجمعيه", "الامانه", "المكتب", "الهيئه", "المندوب", "مجلس", "لجنه", "جلسه"})
_CONSTRUCT = frozenset({"دوله", "جمهوريه", "مملكه", "سلطنه", "اماره", "حكومه", "رئيس", "وزير", "رئيسه", "قياده", "سلطات", "شعب"})
_DEEP = 4  # nouns of a genitive chain ("على طلب عضوية فنلندا")
_LOOSE = 2  # words that may stand between a verb and its subject and that nothing explains
_OCCASIONS = frozenset(
    {
        "بيان",
        "تصريح",
        "تصريحات",
        "مؤتمر",
        "كلمه",
        "خطاب",
        "مقابله",
        "ختام",
        "حديث",
        "حوار",
        "رساله",
        "تغريده",
        "تدوينه",
        "وقت",
        "ساعه",
        "اتصال",
    }
)


def governor(sheet: Sheet, party: Party, after: int) -> str:
    """The preposition that governs the party, through the nouns of a genitive chain; looked for behind the token `after`."""
    if party.first > 1 and (sheet.folded[party.first - 2], sheet.folded[party.first - 1]) in _AGENTS:
        return AGENT
    direct = sheet.governor(party)
    if direct and not _in_all_of(sheet, party):
        return direct
    setting = sheet.setting_at(party.first)
    if setting is not None and setting.first < party.first:  # "في العاصمة الكويتية"
        return setting.preposition or "في"
    token = party.first - 1
    for _ in range(_DEEP):
        if token <= after or sheet.folded[token] in PUNCTUATION:
            return ""
        beside = sheet.party_at(token)
        if beside is not None and beside.form == "adjective":
            token = beside.first - 1
            continue
        if beside is not None or sheet.setting_of[token] >= 0 or sheet.date_of[token] >= 0:
            return ""
        word = sheet.folded[token]
        if word == "من" and token and sheet.folded[token - 1].lstrip("ول") in _ALL_OF:
            if sheet.folded[token - 1].lstrip("و").startswith("ل"):
                return "ل"
            token -= 2
            continue
        key = PREPOSITIONS.get(word) or PREPOSITIONS.get(without_conjunction(word))
        if key is not None:
            return key
        if sheet.verb(token) is not None or word in OPENERS or (party.form == "person" and word in _VENUES):
            return ""
        form = sheet.noun(token)
        if form is not None and form.proclitics.lstrip("وف"):
            return form.proclitics.lstrip("وف")[:1]
        if word[:1] in ("ب", "ل") and (word[1:] in _CONSTRUCT or word[1:] in WEAPONS):
            return word[:1]  # "اعترفت بدولة فلسطين"
        token -= 1
    return ""


def stands_bare(sheet: Sheet, party: Party) -> bool:
    """Whether nothing governs the party: no preposition, and no noun whose genitive it is (but a noun that speaks for it)."""
    governed = sheet.governor(party)
    if governed:
        return _in_all_of(sheet, party) or _from_voice(sheet, party, governed)
    token = party.first - 1
    while token >= 0 and (sheet.folded[token] in COUNTS or sheet.folded[token].isdigit()):
        token -= 1  # "ثلاثة جنود"
    if party.form == "adjective":
        if not is_people(sheet, party):
            return False
        if token == party.first - 1 and token and sheet.folded[token - 1] in COUNTS:
            token -= 1  # "ثلاثة عمال صينيين"
            while token >= 0 and (sheet.folded[token] in COUNTS or sheet.folded[token].isdigit()):
                token -= 1
    if token < 0:
        return True
    word = sheet.folded[token]
    beside = sheet.party_at(token)
    if beside is not None:
        return stands_bare(sheet, beside) if beside.form == "adjective" and not party.proclitics else True
    if word in PUNCTUATION or sheet.date_of[token] >= 0 or sheet.setting_of[token] >= 0:
        return True
    if sheet.verb(token) is not None or word in OPENERS or word in VOICES or word[1:] in OPENERS or word in _SMALL:
        return True
    if word in PRONOMINAL or word in OCCASIONAL or word in PLANNED:
        return True
    return party.proclitics in ("و", "ف") or adverbial(word)


def is_people(sheet: Sheet, party: Party) -> bool:
    """Whether a nationality stands for people or things of it, behind a verb or a number: "قتل فلسطيني", "ثلاثة عمال سوريين"."""
    if party.form != "adjective" or party.proclitics or party.first < 2 or sheet.folded[party.first].startswith("ال"):
        return party.form == "adjective" and party.first == 1 and not party.proclitics and sheet.verb(0) is not None
    before = party.first - 1
    if sheet.folded[before - 1] in COUNTS and sheet.triggers[before] is None and not sheet.folded[before].startswith("ال"):
        return True
    return sheet.folded[before] in COUNTS or sheet.folded[before].isdigit() or sheet.verb(before) is not None


def of_place(sheet: Sheet, party: Party) -> bool:
    """Whether an adjective tells in which state the place before it lies: "في مدينة حلب السورية"."""
    return party.form == "adjective" and party.first > 0 and sheet.setting_of[party.first - 1] >= 0


def adverbial(word: str) -> bool:
    """Whether the folded word looks like an adverb in the accusative ("رسميا")."""
    return word.endswith("ا") and len(word) > 4 and not word.startswith("ال")


def _in_all_of(sheet: Sheet, party: Party) -> bool:
    """ "كل من روسيا والصين": what looks like a preposition governs nothing."""
    return party.first > 1 and sheet.folded[party.first - 1] == "من" and sheet.folded[party.first - 2] in _ALL_OF


def _from_voice(sheet: Sheet, party: Party, governed: str) -> bool:
    """ "وفد من المعارضة", "مصدر في الرئاسة": people of a party speak for it."""
    if party.first < 2:
        return False
    word = sheet.folded[party.first - 2]
    if governed == "ل":  # "المجلس الدائم لمنظمة الأمن والتعاون"
        return party.actors[0].kind == "organisation" and any(sheet.folded[party.first - back] in _ORGANS for back in (1, 2))
    if governed == "عن":  # "تقرير صادر عن الأمم المتحدة"
        return word.startswith("صادر")
    if governed not in ("من", "في"):
        return False
    return (word in VOICES or word in PEOPLE) and not sheet.noun(party.first - 2)


def joined_run(sheet: Sheet, parties: list[Party], start: int) -> list[Party]:
    """The party at `start` and those coordinated with it: "روسيا والولايات المتحدة وحلف الناتو"."""
    run = [parties[start]]
    for party in islice(parties, start + 1, None):
        if not _joined(run[-1], party, sheet.folded[run[-1].last : party.first]):
            break
        run.append(party)
    return run


def _joined(last: Party, party: Party, words: Sequence[str]) -> bool:
    if party.proclitics.lstrip("وف"):
        return False  # "قال السفير أنتونوف، لوكالة الأنباء …"
    beside = last.form == "adjective" == party.form
    voiced = bool(words) and words[0][:1] == "و"
    linked = party.proclitics == "و" or "و" in words or "وكذلك" in words or (bool(words) and words[-1] in ("،", ","))
    if not (beside or linked or voiced):
        return False
    plain = [word for word in words if word not in _BETWEEN]
    if not plain:
        return True
    return voiced and len(plain) <= 2 and all(word.lstrip("و") in VOICES for word in plain)


def runs_of(sheet: Sheet, parties: list[Party]) -> list[list[Party]]:
    """Parties in coordinated groups, in text order."""
    runs: list[list[Party]] = []
    index = 0
    while index < len(parties):
        run = joined_run(sheet, parties, index)
        runs.append(run)
        index += len(run)
    return runs


def follows_bare(sheet: Sheet, verb: int, party: Party) -> bool:
    """Whether the party stands after the verb as its subject or object may.

    Between them only dates, places, the occasion ("في بيان"), small words, and nouns that speak for the party.
    """
    if party.form == "adjective" and not is_people(sheet, party):
        before = sheet.folded[party.first - 1]
        if before[:1] == "ب" and before[1:] in WEAPONS:
            return False  # "قصفت المدينة بصواريخ روسية"
        between = range(verb + 1, party.first)
        if not 0 < len(between) <= 3 or sheet.folded[party.first - 1].startswith(_GLUED) or of_place(sheet, party):
            return False  # "انطلقت بالعاصمة الموريتانية …", "في مدينة حلب السورية"
        return not any(sheet.folded[token] in PREPOSITIONS or sheet.noun(token) for token in between)
    if not stands_bare(sheet, party):
        return False
    loose = 0
    token = verb + 1
    while token < party.first:
        following = sheet.skip_name(token)
        if following > token:
            token = following
            continue
        word = sheet.folded[token]
        if (
            word in VOICES
            or word in PUNCTUATION
            or word in _SMALL
            or adverbial(word)
            or word in _OCCASIONS
            or word in PEOPLE
            or word.startswith("صادر")
        ):
            token += 1
            continue
        if sheet.noun(token) is not None:
            return False
        if word in PREPOSITIONS:
            ahead = token + 1
            introduces = ahead < party.first and (
                sheet.skip_name(ahead) > ahead
                or sheet.folded[ahead] in _OCCASIONS
                or sheet.folded[ahead] in VOICES
                or sheet.folded[ahead] == "كل"
            )
            if not introduces and not _ends_at(sheet, ahead, party):
                return False
        else:
            loose += 1
        token += 1
    return loose <= _LOOSE


def _ends_at(sheet: Sheet, token: int, party: Party) -> bool:
    return token == party.first
