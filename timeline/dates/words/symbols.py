"""The alphabet of the grammar: every token class is one letter, so that a rule is a regular expression over a short string.

Rules are written with the names below ("DAY? OF MONTH") and compiled to the letters; what a class means stands beside it.
"""

import re
from functools import cache

#: Classes of words (terminals), and of what rules build from them (the last group).
NAMES = {
    # numbers
    "NUM": "n",  # digits, up to four of them
    "CARD": "c",  # a number in words: ثلاثة
    "TEEN": "t",  # عشر, عشرة: ten, or the tail of eleven to nineteen
    "TENS": "T",  # عشرين … تسعين
    "HUND": "h",  # مئة, مئتين
    "THOU": "H",  # ألف, ألفين, آلاف
    "ORD": "o",  # الأول, الثانية
    "FEW": "f",  # عدة, بضعة, قليلة
    "DEF": "l",  # the article that stands before digits: الـ12
    # calendar names
    "MONTH": "m",
    "HOMOGRAPH": "À",  # أب: August, where a day stands before it; else a father
    "TYPO": "Á",  # a word one letter off a month's name
    "HALFMONTH": "k",  # كانون, تشرين, ربيع, جمادى, ذو: the next word says which
    "MONTHTAIL": "K",  # القعدة, الحجة
    "WEEKDAY": "w",
    "BAREWEEKDAY": "W",  # without the article: ثلاثاء الأسبوع الماضي
    "SEASON": "s",
    "HOLIDAY": "y",
    "DECADE": "x",  # الستينيات
    # units of time
    "UNIT": "u",
    "UNITS": "U",  # plural: أيام
    "TWO": "2",  # dual: يومين
    "PAIR": "P",  # dual in construct: يومي, عامي
    "QUARTER": "q",  # الربع, نصف, ثلث
    "QUARTERS": "Q",  # (ثلاثة) أرباع
    "PART": "p",  # مطلع, نهاية
    "REST": "r",  # بقية
    "DAYPART": "a",  # صباح, مساء
    "MORROW": "Ï",  # غداة (انتخابه)
    "EVENT": "Ð",  # what is known by its year: انتخابات 2020, حرب 1967
    "FISCAL": "Ñ",  # (السنة) المالية
    "SCHOOL": "6",  # الدراسي, الجامعي
    "FINAL": "!",  # آخر
    "WEEKEND": "%",  # عطلة (نهاية الأسبوع)
    "TIME": "i",  # وقت
    "ADV": "v",  # سابق, لاحق, متأخر
    "LATER": "V",  # لاحقا, سابقا
    # pointers
    "DEIXIS": "d",  # أمس, غدا
    "TODAY": "D",  # اليوم
    "LAST": "-",
    "NEXT": "+",
    "THIS": "0",  # الجاري, الحالي
    "FOLLOWING": ">",  # التالي, اللاحق
    "PRECEDING": "<",  # السابق
    "LATEST": "L",  # الأخير
    "DEM": "e",  # هذا, هذه
    "THAT": "E",  # ذلك, تلك
    "SELF": "z",  # نفسه, ذاته
    "SELFOF": "Z",  # نفس, ذات
    "OFIT": "J",  # منه
    "REL": "j",  # الذي, التي
    # joints
    "AND": "&",
    "OF": "O",  # من
    "IN": "I",  # في, ب
    "FOR": "F",  # ل
    "TO": "@",
    "UNTIL": "|",
    "BETWEEN": "b",
    "SINCE": "S",
    "BEFORE": "B",
    "AFTER": "A",
    "DURING": "N",
    "ABOUT": "~",
    "MORE": "M",  # أكثر, أقل (من)
    "MA": "È",  # ما (يقرب من)
    "LIKE": "É",  # (في) مثل (هذا اليوم من عام …)
    "OR": "Ê",  # أو
    "ON": "Ë",  # (ليل الأحد) على (الاثنين)
    "TENTH": "Ì",  # (العشر) الأواخر, الأوائل
    "ERA": "Í",  # قبل الميلاد, ق.م.
    "EQUIV": "=",  # الموافق
    "CE": "g",  # م, ميلادية
    "AH": "G",  # هـ, هجرية
    "TIMES": "R",  # من الزمن, من الزمان
    # punctuation
    "SLASH": "/",
    "DASH": "_",
    "COMMA": ",",
    "DOT": ".",
    "OPEN": "(",
    "CLOSE": ")",
    "BREAK": "\n",
    "THING": "Î",  # what follows right behind the last word of a date and is none: "الثلاثاء 12 جنديا"
    # built by rules
    "YEAR": "Y",  # a year with its word or mark, or four digits that can only be one
    "DAYOF": "1",  # a day: 5 مايو 2015, 5 مايو, 12 من الشهر الجاري
    "MONTHOF": "3",  # a month with year or pointer
    "WEEKOF": "7",
    "YEAROF": "9",  # a year, or a pointer to one
    "SPANOF": "8",  # any other stretch
    "VAGUE": "?",
    "NTHWEEK": "4",  # الأسبوع الأول, اليوم الثالث
    "NTHDAY": "5",  # الثلاثاء الأخير, ثالث يوم ثلاثاء
    "MANY": "#",  # a counted stretch: ثلاثة أيام, يومين
    "OTHER": "X",
}

_WORD = re.compile(r"(?<![<?])[A-Z]+|\(\?P<[a-z0-9_]+>|\s+")


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern over class names; spaces only part the names.

    >>> pattern("DAYOF (OF? YEAR)?").pattern
    '1(O?Y)?'
    """

    def letter(match: re.Match[str]) -> str:
        text = match[0]
        return re.escape(NAMES[text]) if text in NAMES else "" if text.isspace() else text

    return re.compile(_WORD.sub(letter, source))


def letter(name: str) -> str:
    """The letter of a class."""
    return NAMES[name]
